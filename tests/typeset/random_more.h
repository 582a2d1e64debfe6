/* SPDX-License-Identifier: MIT */
/*
 * What stands in trees besides, from seed 100,001 on: such a tree is the one
 * of the seed 100,000 below it, with names before the heads of its rows, and
 * between its blocks words from right to left, themes of several forms,
 * pictures that the program draws, numbered paragraphs, and marks of notes in
 * tables in boxes. All of it comes of a second stream of chances, so that the
 * trees of lower seeds stay what they are.
 */
#ifndef TESTS_TYPESET_RANDOM_MORE_H
#define TESTS_TYPESET_RANDOM_MORE_H

#include "random_picture.h"
#include "random_table.h"

enum { SEEDS_PLAIN = 100000 };	/* up to that seed there is no second stream */

static inline void random_form(struct chances *, struct node *parent);

/* From one stream of chances to the other, and back. */
static inline void
change_stream(struct chances *c)
{
	uint64_t state = c->state;

	c->state = c->other;
	c->other = state;
}

/* Words that run from right to left, figures among them that do not; nothing else. */
static inline struct text
backward_words(struct chances *c, bool is_arabic, unsigned most)
{
	static const char *const hebrew[] = { "שלום", "עולם", "המועצה", "תוכנית", "דיור", "ובריאות",
	    "שירותים", "2026", "12.5%", "רבעון", "(ראו", "חלק", "7)", "1,900", "3–4", "את", "של",
	    "לתושבים", "התקציב:", "£1.2", "מיליון.", "צוות-עזר" };
	static const char *const arabic[] = { "المجلس", "خطة", "السكن", "والصحة", "خدمات", "2026",
	    "٢٠٢٦", "٪12.5", "الربع", "(انظر", "الجزء", "7)", "1,900", "في", "من", "للسكان",
	    "الميزانية:", "مليون.", "لا", "إلى", "المسؤوليات" };
	const char *const *words = is_arabic ? arabic : hebrew;
	unsigned of = is_arabic ? sizeof arabic / sizeof *arabic : sizeof hebrew / sizeof *hebrew;
	struct buffer out = { .arena = c->arena };
	unsigned count = chance_of(c, most);

	buffer_string(&out, words[0]);		/* it says which way the paragraph runs */
	for (unsigned i = 0; i < count; i++) {
		buffer_byte(&out, ' ');
		buffer_string(&out, words[chance_of(c, of)]);
	}
	return buffer_view(&out);
}

static inline void
fill_backwards(struct chances *c, struct node *parent, unsigned most)
{
	bool is_arabic = chance_of(c, 2);
	unsigned parts = 1 + chance_of(c, 3);

	parent->language = is_arabic ? TEXT("ar") : TEXT("he");
	for (unsigned i = 0; i < parts; i++) {
		struct node *in = parent;

		if (happens(c, 4))
			in = tree_add(c->tree, parent, TAG_SPAN, LOOK_strong);
		tree_text(c->tree, in, backward_words(c, is_arabic, most));
		if (i + 1 < parts)
			tree_text(c->tree, parent, TEXT(" "));
	}
	if (happens(c, 4))
		random_note_mark(c, parent);
}

static inline void
more_backwards(struct chances *c, struct node *sect)
{
	static const enum tag tags[] = { TAG_P, TAG_P, TAG_P, TAG_H };
	struct node *block = tree_add(c->tree, sect, tags[chance_of(c, 4)], LOOK_plain);

	block->level = block->tag == TAG_H ? 4 : 0;
	fill_backwards(c, block, block->tag == TAG_H ? 6 : 60);
	if (block->tag == TAG_H)
		fill_backwards(c, tree_add(c->tree, sect, TAG_P, LOOK_plain), 60);
}

/* A theme: its heading, its facts, and one form after the other, some of them of two tables. */
static inline void
more_theme(struct chances *c, struct node *parent)
{
	struct node *sect = tree_add(c->tree, parent, TAG_SECT, LOOK_plain), *heading;
	unsigned facts = chance_of(c, 3), forms = 1 + chance_of(c, 4);
	int marked = c->marked_count;

	heading = tree_add(c->tree, sect, TAG_H, LOOK_plain);
	heading->level = 4;
	tree_text(c->tree, heading, random_words(c, 8));
	for (unsigned i = 0; i < facts; i++)
		tree_text(c->tree, tree_add(c->tree, sect, TAG_P, LOOK_theme_facts), random_words(c, 20));
	for (unsigned i = 0; i < forms; i++) {
		random_form(c, sect);
		if (happens(c, 4))
			random_paragraph(c, sect->last, 20);
		if (happens(c, 4))
			random_table(c, sect->last);
	}
	random_notes(c, sect, marked);
}

static inline void
more_themes(struct chances *c, struct node *sect)
{
	unsigned count = 1 + chance_of(c, 3);

	for (unsigned i = 0; i < count; i++)
		more_theme(c, sect);
}

/* A row of a matrix is not parted, and one of more names than a page holds runs over its foot (docs/LIMITS.md). */
static inline void
shorten_matrix(struct matrix *matrix)
{
	enum { MOST = 4 };

	for (size_t i = 0; i < matrix->across.steps.count * matrix->up.steps.count; i++)
		if (matrix->cells[i].risks.count > MOST)
			matrix->cells[i].risks.count = MOST;
}

static inline void
more_picture(struct chances *c, struct node *sect)
{
	struct node *figure = tree_add(c->tree, sect, TAG_FIGURE, LOOK_plain);
	struct picture *picture = random_picture(c).picture;

	figure->spoken = TEXT("What it shows");
	figure->picture = picture;
	if (picture->kind == PICTURE_MATRIX)
		shorten_matrix(&picture->matrix);
	if (chance_of(c, 2))
		tree_text(c->tree, tree_add(c->tree, figure, TAG_CAPTION, LOOK_plain), random_words(c, 9));
}

/* As in a report: the number stands beside the words. */
static inline void
more_numbered(struct chances *c, struct node *sect)
{
	unsigned count = 1 + chance_of(c, 5), first = chance_of(c, 200);

	for (unsigned i = 0; i < count; i++) {
		struct node *paragraph = tree_add(c->tree, sect, TAG_P, LOOK_numbered);

		tree_text(c->tree, tree_add(c->tree, paragraph, TAG_SPAN, LOOK_number),
		    text_format(c->arena, "%u.%u", first, i + 1));
		tree_text(c->tree, paragraph, TEXT(" "));
		random_inline(c, paragraph, 40);
	}
}

/* A table in a box, whose cells bear marks at all heights; the notes are at the foot of the page. */
static inline void
more_marked(struct chances *c, struct node *sect)
{
	struct node *box = tree_add(c->tree, sect, TAG_DIV, LOOK_callout), *table, *body;
	unsigned rows = 1 + chance_of(c, 4), columns = 2 + chance_of(c, 2);

	random_paragraph(c, box, 20);
	table = tree_add(c->tree, box, TAG_TABLE, LOOK_plain);
	table->columns = (int)columns;
	body = tree_add(c->tree, table, TAG_TBODY, LOOK_plain);
	for (unsigned i = 0; i < rows; i++) {
		struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_plain);

		for (unsigned k = 0; k < columns; k++) {
			struct node *cell = tree_add(c->tree, row, TAG_TD, LOOK_plain);

			tree_text(c->tree, cell, random_words(c, 30));
			if (chance_of(c, 2))
				random_note_mark(c, cell);
		}
	}
}

static inline void
random_more(struct chances *c, struct node *sect)
{
	static void (*const kinds[])(struct chances *, struct node *) = { more_backwards, more_backwards,
	    more_themes, more_picture, more_picture, more_numbered, more_marked };

	if (!c->other)
		return;
	change_stream(c);
	if (happens(c, 2))
		kinds[chance_of(c, sizeof kinds / sizeof *kinds)](c, sect);
	change_stream(c);
}

#endif
