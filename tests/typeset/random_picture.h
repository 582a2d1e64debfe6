/* SPDX-License-Identifier: MIT */
/*
 * Pictures as no council would have them: names of many words and of one long
 * one, boxes without links and with all of them, figures that are missing,
 * negative or very large. Each text begins with a word that stands nowhere
 * else, and is kept in a list, so that it can be found again.
 */
#ifndef TESTS_TYPESET_RANDOM_PICTURE_H
#define TESTS_TYPESET_RANDOM_PICTURE_H

#include "model/picture.h"
#include "random.h"

ARRAY(struct text, text_list);

struct picture_chances { struct chances *c; struct picture *picture; struct text_list said; };

/* A text that is to be found again. */
static inline struct text
picture_text(struct picture_chances *p, unsigned most)
{
	struct text words = new_name(p->c, "q");

	if (!happens(p->c, 3))
		words = text_join(p->c->arena, words, text_join(p->c->arena, TEXT(" "), random_words(p->c, most)));
	*array_push(p->c->arena, &p->said) = words;
	return words;
}

static inline struct text
maybe_text(struct picture_chances *p, unsigned most)
{
	return happens(p->c, 2) ? picture_text(p, most) : TEXT("");
}

static inline void
add_texts(struct picture_chances *p, struct texts *texts, unsigned count, unsigned most)
{
	for (unsigned i = 0; i < count; i++)
		*array_push(p->c->arena, texts) = picture_text(p, most);
}

static inline void
random_matrix(struct picture_chances *p)
{
	struct matrix *matrix = &p->picture->matrix;
	unsigned columns = 2 + chance_of(p->c, 5), rows = 2 + chance_of(p->c, 5);

	p->picture->kind = PICTURE_MATRIX;
	matrix->across.name = picture_text(p, 2);
	matrix->up.name = picture_text(p, 2);
	add_texts(p, &matrix->across.steps, columns, 2);
	add_texts(p, &matrix->up.steps, rows, 3);
	matrix->cells = arena_array(p->c->arena, columns * rows, sizeof *matrix->cells);
	for (unsigned i = 0; i < columns * rows; i++) {
		matrix->cells[i].band = maybe_text(p, 1);
		matrix->cells[i].mark = happens(p->c, 6) ? MARK_NONE :
		    MARK_BAND_1 + chance_of(p->c, 4);
		matrix->cells[i].score = (int)(1 + i);
		if (happens(p->c, 4))
			add_texts(p, &matrix->cells[i].risks, 1 + chance_of(p->c, 12),
			    1 + chance_of(p->c, 6));
	}
}

static inline struct picture_box
random_picture_box(struct picture_chances *p, bool may_refer)
{
	return (struct picture_box){ .ref = may_refer && happens(p->c, 2) ? picture_text(p, 1) :
	    TEXT(""),
	    .words = picture_text(p, 1 + chance_of(p->c, 12)), .more = maybe_text(p, 6),
	    .standing = chance_of(p->c, STANDING_ALONE + 1), .under = -1 };
}

/* Columns of boxes; links between neighbours, as thick as chance makes them. */
static inline void
random_map(struct picture_chances *p)
{
	struct map_picture *map = &p->picture->map;
	int columns = happens(p->c, 3) ? 2 : 4, ends[5] = { 0 };
	unsigned once_in = 1 + chance_of(p->c, 6);

	p->picture->kind = PICTURE_MAP;
	map->bar = maybe_text(p, 30);
	add_texts(p, &map->heads, (unsigned)columns, 3);
	for (int column = 0; column < columns; column++) {
		unsigned count = column == 3 ? (unsigned)(ends[3] - ends[2]) :
		    chance_of(p->c, happens(p->c, 4) ? 30 : 12);

		for (unsigned i = 0; i < count + (column == 1); i++) {
			struct picture_box box = random_picture_box(p, true);

			box.column = column;
			*array_push(p->c->arena, &map->boxes) = box;
		}
		ends[column + 1] = (int)map->boxes.count;
	}
	for (int column = 0; column < 2 && column + 1 < columns; column++)
		for (int from = ends[column]; from < ends[column + 1]; from++)
			for (int to = ends[column + 1]; to < ends[column + 2]; to++)
				if (chance_of(p->c, once_in) == 0 && chance_of(p->c, 3) == 0)
					*array_push(p->c->arena, &map->links) = (struct picture_link){ from, to };
	for (int i = 0; columns == 4 && i < ends[3] - ends[2]; i++)
		*array_push(p->c->arena, &map->links) = (struct picture_link){ ends[2] + i, ends[3] + i };
}

static inline void
random_chart(struct picture_chances *p)
{
	unsigned count = 1 + chance_of(p->c, 40), deep = 1 + chance_of(p->c, 5);
	struct picture_boxes *boxes = &p->picture->chart;

	p->picture->kind = PICTURE_CHART;
	for (unsigned i = 0; i < count; i++) {
		struct picture_box box = random_picture_box(p, false);
		int under = (int)i - 1;

		/* Under the box before it, or under one that is above that. */
		for (unsigned up = chance_of(p->c, deep); up > 0 && under >= 0 &&
		    boxes->at[under].under >= 0; up--)
			under = boxes->at[under].under;
		box.under = happens(p->c, 40) ? -1 : under;
		*array_push(p->c->arena, boxes) = box;
	}
}

static inline void
random_timeline(struct picture_chances *p)
{
	struct timeline *line = &p->picture->timeline;
	unsigned columns = 1 + chance_of(p->c, 12), rows = 1 + chance_of(p->c, 30);
	int day = date_days((struct date){ 2026, 4, 1 }), end;

	p->picture->kind = PICTURE_TIMELINE;
	for (unsigned i = 0; i < columns; i++, day += 91)
		*array_push(p->c->arena, &line->columns) = (struct time_column){ .words = maybe_text(p, 2),
		    .year = i == 0 || happens(p->c, 3) ? picture_text(p, 2) : TEXT(""),
		    .first = date_of_days(day), .last = date_of_days(day + 90) };
	end = day;
	for (unsigned i = 0; i < rows; i++) {
		struct time_row row = { .is_head = happens(p->c, 6), .is_done = happens(p->c, 2) };
		int first = end - 91 * (int)columns + (int)chance_of(p->c, 91 * columns);

		row.words = picture_text(p, 1 + chance_of(p->c, 14));
		if (!row.is_head) {
			row.number = text_number(p->c->arena, (long long)i + 1);
			row.label = maybe_text(p, 8);
			if (!happens(p->c, 5)) {
				row.first = date_of_days(first);
				row.last = happens(p->c, 2) ? row.first :
				    date_of_days(first + (int)chance_of(p->c,
				    (unsigned)(end - first)));
			}
		}
		*array_push(p->c->arena, &line->rows) = row;
	}
	if (happens(p->c, 2)) {
		line->today = date_of_days(end - 91 * (int)columns + (int)chance_of(p->c,
		    91 * columns));
		line->today_words = picture_text(p, 2);
		line->line_words = picture_text(p, 3);
	}
	line->done_words = maybe_text(p, 3);
	line->open_words = maybe_text(p, 3);
	line->work_words = maybe_text(p, 3);
}

static inline struct decimal
random_amount(struct picture_chances *p)
{
	int64_t units = (int64_t)chance_of(p->c, 2000);

	if (happens(p->c, 4))
		return (struct decimal){ .valid = false };
	for (unsigned i = chance_of(p->c, 10); happens(p->c, 6) && i > 0; i--)
		units *= 10;
	return decimal_of(happens(p->c, 8) ? -units : units, (int)chance_of(p->c, 5));
}

static inline void
random_trend(struct picture_chances *p)
{
	unsigned count = 1 + chance_of(p->c, 12);
	bool has_actual = false, has_target = false;

	p->picture->kind = PICTURE_TREND;
	for (unsigned i = 0; i < count; i++) {
		struct trend_point point = { .period = picture_text(p, 3),
		    .actual = random_amount(p),
		    .target = random_amount(p), .begins = happens(p->c, 4) };

		has_actual |= point.actual.valid;
		has_target |= point.target.valid;
		*array_push(p->c->arena, &p->picture->trend.points) = point;
	}
	p->picture->trend.actual_name = has_actual ? picture_text(p, 5) : TEXT("");
	p->picture->trend.target_name = has_target ? picture_text(p, 5) : TEXT("");
	p->picture->trend.before = happens(p->c, 3) ? TEXT("£") : TEXT("");
	p->picture->trend.after = happens(p->c, 3) ? TEXT("%") : TEXT("");
}

static inline void
random_bullets(struct picture_chances *p)
{
	unsigned count = 1 + chance_of(p->c, 30);

	p->picture->kind = PICTURE_BULLETS;
	for (unsigned i = 0; i < count; i++)
		*array_push(p->c->arena, &p->picture->bullets.bars) = (struct bullet){ .words = picture_text(p, 1 + chance_of(p->c, 12)),
		    .said = maybe_text(p, 6), .actual = random_amount(p),
		    .target = random_amount(p) };
	p->picture->bullets.actual_name = picture_text(p, 2);
	p->picture->bullets.target_name = picture_text(p, 2);
}

/* A picture of any kind, its alternative text, and the texts that it holds. */
static inline struct picture_chances
random_picture(struct chances *c)
{
	static void (*const kinds[])(struct picture_chances *) = {
		random_matrix, random_map, random_chart, random_timeline, random_trend,
		    random_bullets };
	struct picture_chances p = { .c = c, .picture = ARENA_NEW(c->arena, struct picture) };

	kinds[chance_of(c, sizeof kinds / sizeof *kinds)](&p);
	*array_push(c->arena, &p.picture->says) = TEXT("A picture.");
	return p;
}

#endif
