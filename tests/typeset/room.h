/* SPDX-License-Identifier: MIT */
/*
 * How full a page is: the room between its text and the notes at its foot, and
 * the lines that stand there.
 */
#ifndef TESTS_TYPESET_ROOM_H
#define TESTS_TYPESET_ROOM_H

#include "trial.h"

/* The outermost row that a node stands in. */
static inline const struct node *
outer_row(const struct node *node)
{
	const struct node *row = NULL;

	for (; node; node = node->parent)
		if (node->tag == TAG_TR && !is_nested(above(node, TAG_TABLE)))
			row = node;
	return row;
}

static inline bool
is_at_foot(const struct node *node)
{
	const struct node *note = above(node, TAG_NOTE);

	return note && !above(note, TAG_TABLE);
}

/* ---- room ---- */

/* The lines of a page that are looked for; empty while bottom is 0. */
struct extent { length top, bottom; };

static inline void
extend(struct extent *extent, const struct box *box)
{
	/* words stand on their line, all else hangs from its top */
	length top = box->y - (box->kind == BOX_TEXT ? box->height : 0), bottom = top + box->height;

	extent->top = extent->bottom == 0 || top < extent->top ? top : extent->top;
	extent->bottom = bottom > extent->bottom ? bottom : extent->bottom;
}

/*
 * The room on a page between its text and its foot, the rule above the notes
 * with the space round it; all of it is empty.
 */
static inline length
free_room(const struct trial *t, size_t number)
{
	const struct page *page = &t->pages->list.at[number];
	length edge = page->height - t->look->bottom, low = t->look->top, before = low;

	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct box *box = &page->boxes.at[k];
		length bottom = box->y + (box->kind == BOX_TEXT ? box->height * 22 / 100 : box->height);

		if (box->shows && is_at_foot(box->shows))	/* the rule was before it */
			return page->boxes.at[k - 1].y - t->look->space[SPACE_note_rule_above] - before;
		before = low;
		if (box->shows || box->artifact == ARTIFACT_LAYOUT)
			low = bottom > low ? bottom : low;
	}
	return edge - low;
}

/* ---- lines ---- */

/* The block in whose lines a leaf stands. */
static inline const struct node *
block_of(const struct node *leaf)
{
	while (leaf->parent && tag_is_inline(leaf->tag))
		leaf = leaf->parent;
	return leaf;
}

/* Raised marks stand on their line. */
static inline bool
is_of_line(const struct set_line *line, size_t page, const struct node *block, const struct box *box)
{
	length off = box->y > line->y ? box->y - line->y : line->y - box->y;

	return line->page == page && line->block == block && off * 10 < box->height * 6;
}

/* The lines of all blocks, in the order of drawing; each once. */
static inline struct set_lines
lines_of(struct trial *t)
{
	struct set_lines lines = { 0 };

	for (size_t page = 0; page < t->pages->list.count; page++)
		for (size_t k = 0; k < t->pages->list.at[page].boxes.count; k++) {
			const struct box *box = &t->pages->list.at[page].boxes.at[k];
			const struct node *block =
			    box->kind == BOX_TEXT && box->shows ? block_of(box->shows) : NULL;
			bool is_known = false;

			for (size_t i = lines.count; block && i-- > 0 && lines.at[i].page == page;)
				is_known |= is_of_line(&lines.at[i], page, block, box);
			if (block && !is_known)
				*array_push(t->arena, &lines) = (struct set_line){ page, box->y, block };
		}
	return lines;
}

/* The lines of a part of the tree that a page shows: how many, and how high from the top of the first to the last. */
struct lines_on { int count; length height; };

static inline struct lines_on
lines_on(const struct trial *t, const struct node *top, int page)
{
	struct lines_on on = { 0 };
	struct extent extent = { 0 };
	length last = -POINTS(1000);

	for (size_t k = 0; page >= 0 && k < t->pages->list.at[page].boxes.count; k++) {
		const struct box *box = &t->pages->list.at[page].boxes.at[k];

		if (!box->shows || !is_within(box->shows, top))
			continue;
		if (box->kind == BOX_TEXT && box->y - last > box->height * 6 / 10)
			on.count++;
		last = box->kind == BOX_TEXT ? box->y : last;
		extend(&extent, box);
	}
	on.height = extent.bottom - extent.top;
	return on;
}

#endif
