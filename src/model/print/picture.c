/* SPDX-License-Identifier: MIT */
/*
 * Pictures as indented text: one line for each thing that is drawn. All that
 * can change a drawing is printed, for the print of the tree stands for it.
 */
#include "model/marks.h"
#include "model/picture.h"
#include "model/print.h"

static const char *const kinds[] = {
	[PICTURE_MATRIX] = "matrix", [PICTURE_MAP] = "map", [PICTURE_CHART] = "chart",
	[PICTURE_TIMELINE] = "timeline", [PICTURE_TREND] = "trend", [PICTURE_BULLETS] = "bullets",
};
static const char *const standings[] = {
	[STANDING_PLAIN] = "plain", [STANDING_GROUP] = "group", [STANDING_ROOT] = "root",
	[STANDING_UNSERVED] = "unserved", [STANDING_ALONE] = "alone",
};

struct printing { struct buffer *out; int depth; };

static void
begin_line(const struct printing *p, int deeper, const char *name)
{
	for (int i = 0; i < p->depth + deeper; i++)
		buffer_string(p->out, "  ");
	buffer_string(p->out, name);
}

static void
put_words(const struct printing *p, const char *name, struct text words)
{
	if (words.length == 0)
		return;
	buffer_format(p->out, " %s\"", name);
	buffer_backslashed(p->out, words);
	buffer_byte(p->out, '"');
}

static void
put_list(const struct printing *p, const struct texts *texts)
{
	for (size_t i = 0; i < texts->count; i++)
		put_words(p, "", texts->at[i]);
}

static void
end_line(const struct printing *p)
{
	buffer_byte(p->out, '\n');
}

static void
put_date(const struct printing *p, const char *name, struct date date)
{
	if (date_is_set(date))
		buffer_format(p->out, " %s%d-%02d-%02d", name, date.year, date.month, date.day);
}

static void
put_number(const struct printing *p, const char *name, struct decimal number)
{
	if (number.valid)
		buffer_format(p->out, " %s%.*s", name,
		    TEXT_ARGS(decimal_text(p->out->arena, number, false)));
}

/* ---- kinds ---- */

static void
print_axis(const struct printing *p, const char *name, const struct axis *axis)
{
	begin_line(p, 1, name);
	put_words(p, "", axis->name);
	buffer_byte(p->out, ':');
	put_list(p, &axis->steps);
	end_line(p);
}

static void
print_matrix(const struct printing *p, const struct matrix *matrix)
{
	size_t columns = matrix->across.steps.count;

	print_axis(p, "across", &matrix->across);
	print_axis(p, "up", &matrix->up);
	for (size_t i = 0; i < columns * matrix->up.steps.count; i++) {
		const struct matrix_cell *cell = &matrix->cells[i];

		begin_line(p, 1, "cell");
		buffer_format(p->out, " %d,%d %s %d", (int)(i % columns) + 1,
		    (int)(i / columns) + 1,
		    mark_rows[cell->mark].name, cell->score);
		put_words(p, "", cell->band);
		if (cell->risks.count > 0)
			buffer_byte(p->out, ':');
		put_list(p, &cell->risks);
		end_line(p);
	}
}

static void
print_boxes(const struct printing *p, const struct picture_boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++) {
		const struct picture_box *box = &boxes->at[i];

		begin_line(p, 1, "box");
		buffer_format(p->out, " %d %s column=%d under=%d", (int)i, standings[box->standing],
		    box->column, box->under);
		put_words(p, "#", box->ref);
		put_words(p, "", box->words);
		put_words(p, "more=", box->more);
		end_line(p);
	}
}

static void
print_map(const struct printing *p, const struct map_picture *map)
{
	begin_line(p, 1, "heads");
	put_words(p, "bar=", map->bar);
	put_list(p, &map->heads);
	end_line(p);
	print_boxes(p, &map->boxes);
	for (size_t i = 0; i < map->links.count; i++) {
		begin_line(p, 1, "link");
		buffer_format(p->out, " %d to %d", map->links.at[i].from, map->links.at[i].to);
		end_line(p);
	}
}

static void
print_timeline(const struct printing *p, const struct timeline *line)
{
	begin_line(p, 1, "today");
	put_date(p, "", line->today);
	put_words(p, "", line->today_words);
	put_words(p, "done=", line->done_words);
	put_words(p, "open=", line->open_words);
	put_words(p, "work=", line->work_words);
	put_words(p, "line=", line->line_words);
	end_line(p);
	for (size_t i = 0; i < line->columns.count; i++) {
		const struct time_column *column = &line->columns.at[i];

		begin_line(p, 1, "column");
		put_date(p, "", column->first);
		put_date(p, "", column->last);
		put_words(p, "", column->words);
		put_words(p, "year=", column->year);
		end_line(p);
	}
	for (size_t i = 0; i < line->rows.count; i++) {
		const struct time_row *row = &line->rows.at[i];

		begin_line(p, 1, row->is_head ? "head" : "row");
		put_words(p, "#", row->number);
		put_date(p, "", row->first);
		put_date(p, "", row->last);
		put_words(p, "", row->words);
		put_words(p, "label=", row->label);
		buffer_string(p->out, row->is_done ? " done" : "");
		end_line(p);
	}
}

static void
print_pair(const struct printing *p, struct decimal actual, struct text actual_words,
    struct decimal target, struct text target_words)
{
	put_number(p, "actual=", actual);
	put_words(p, "", actual_words);
	put_number(p, "target=", target);
	put_words(p, "", target_words);
}

static void
print_trend(const struct printing *p, const struct trend *trend)
{
	begin_line(p, 1, "series");
	put_words(p, "", trend->actual_name);
	put_words(p, "", trend->target_name);
	put_words(p, "before=", trend->before);
	put_words(p, "after=", trend->after);
	end_line(p);
	for (size_t i = 0; i < trend->points.count; i++) {
		const struct trend_point *point = &trend->points.at[i];

		begin_line(p, 1, "point");
		put_words(p, "", point->period);
		print_pair(p, point->actual, point->actual_words, point->target,
		    point->target_words);
		buffer_string(p->out, point->begins ? " begins" : "");
		end_line(p);
	}
}

static void
print_bullets(const struct printing *p, const struct bullets_picture *bullets)
{
	begin_line(p, 1, "series");
	put_words(p, "", bullets->actual_name);
	put_words(p, "", bullets->target_name);
	end_line(p);
	for (size_t i = 0; i < bullets->bars.count; i++) {
		const struct bullet *bar = &bullets->bars.at[i];

		begin_line(p, 1, "bar");
		put_words(p, "", bar->words);
		print_pair(p, bar->actual, TEXT(""), bar->target, TEXT(""));
		put_words(p, "said=", bar->said);
		end_line(p);
	}
}

void
print_picture(struct buffer *out, const struct picture *picture, int depth)
{
	const struct printing p = { out, depth };

	begin_line(&p, 0, "picture ");
	buffer_string(out, kinds[picture->kind]);
	end_line(&p);
	for (size_t i = 0; i < picture->says.count; i++) {
		begin_line(&p, 1, "says");
		put_words(&p, "", picture->says.at[i]);
		end_line(&p);
	}
	switch (picture->kind) {
	case PICTURE_MATRIX: print_matrix(&p, &picture->matrix); break;
	case PICTURE_MAP: print_map(&p, &picture->map); break;
	case PICTURE_CHART: print_boxes(&p, &picture->chart); break;
	case PICTURE_TIMELINE: print_timeline(&p, &picture->timeline); break;
	case PICTURE_TREND: print_trend(&p, &picture->trend); break;
	case PICTURE_BULLETS: print_bullets(&p, &picture->bullets); break;
	}
}
