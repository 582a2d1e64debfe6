/* SPDX-License-Identifier: MIT */
/*
 * Notes stand on the page of their mark. Where a note does not fit there, what
 * bears the mark stands alone, could end no earlier, and leaves no room.
 */
#ifndef TESTS_TYPESET_NOTED_H
#define TESTS_TYPESET_NOTED_H

#include "order.h"
#include "room.h"

/* The row, or else the block, in which a mark stands. */
static inline const struct node *
row_of(const struct node *mark)
{
	const struct node *row = outer_row(mark), *block = mark;

	while (!row && block->parent && tag_is_inline(block->tag))
		block = block->parent;
	if (block->parent && block->parent->tag == TAG_LI)
		block = block->parent;		/* its label stands beside it */
	else if (block->parent && block->parent->tag == TAG_LBODY && block->parent->first == block)
		block = block->parent->parent;
	return row ? row : block;
}

/* The number of a row among the rows of its part of the table. */
static inline int
number_of(const struct node *row)
{
	int number = 0;

	for (const struct node *at = row->parent->first; at != row; at = at->next)
		number++;
	return number;
}

/* A cell that spans rows, of a row before, stands beside a row. */
static inline bool
is_beside(const struct node *cell, const struct node *row)
{
	return cell->parent->parent == row->parent && number_of(cell->parent) < number_of(row) &&
	    number_of(cell->parent) + cell->rows > number_of(row);
}

/* A row beside which a cell of a row above goes on. */
static inline bool
is_reached(const struct node *other, const struct node *row)
{
	for (const struct node *cell = row->first; cell; cell = cell->next)
		if (is_beside(cell, other))
			return true;
	return false;
}

/* In a front block two rows may stand side by side. */
static inline bool
is_of_pair(const struct node *one, const struct node *other)
{
	return one->parent == other->parent && above(one, TAG_TABLE)->look == LOOK_front_block &&
	    (one->next == other || other->next == one);
}

/* What a row of a table cannot stand without: caption and heads, its group's head, and what stands beside it. */
static inline bool
is_of_row(const struct node *shows, const struct node *row)
{
	const struct node *table = above(row, TAG_TABLE), *cell, *in;

	if (is_within(shows, row))
		return true;
	if (table->tag != TAG_TABLE || !is_within(shows, table))
		return false;
	cell = outer_cell(shows, &in);
	if (!cell || cell->parent->parent->tag == TAG_THEAD)
		return true;
	return (cell->parent->look == LOOK_row_group && cell->parent->parent == row->parent) ||
	    is_beside(cell, row) || is_reached(cell->parent, row) || is_of_pair(cell->parent, row);
}

/* The first row of a table's body that a page shows; or null. */
static inline const struct node *
first_row(const struct page *page, const struct node *table)
{
	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct node *shows = page->boxes.at[k].shows, *row = shows ? outer_row(shows) : NULL;

		if (row && above(row, TAG_TABLE) == table && row->parent->tag == TAG_TBODY &&
		    (row->look == LOOK_plain || row->look == LOOK_row_explanation))
			return row;
	}
	return NULL;
}

/* ---- where a page could end ---- */

/* How many lines of a block stand before one of them, on all pages. */
static inline int
lines_before(const struct trial *t, const struct set_line *line)
{
	int count = 0;

	for (const struct set_line *at = t->lines.at; at < line; at++)
		count += at->block == line->block;
	return count;
}

static inline int
lines_from(const struct trial *t, const struct set_line *line)
{
	int count = 0;

	for (const struct set_line *at = line; at < t->lines.at + t->lines.count; at++)
		count += at->block == line->block;
	return count;
}

/* A box; a short one is not parted. */
static inline const struct node *
box_of(const struct node *node)
{
	while (node && node->look != LOOK_callout && node->look != LOOK_recommendations && node->look != LOOK_exempt_box)
		node = node->parent;
	return node;
}

/* What stays with what follows: a heading and its first line, a caption, a line before a form, what leads into a list. */
static inline bool
leads(const struct set_line *line, const struct set_line *first)
{
	const struct node *block = line->block;

	if (block->tag == TAG_H || above(block, TAG_CAPTION) || block->look == LOOK_kicker || above(block, TAG_LBL))
		return true;
	for (const struct node *node = block->next; node; node = node->next)
		if (!tag_is_inline(node->tag))
			return node->tag == TAG_L || (line > first && line[-1].block->tag == TAG_H);
	for (const struct node *node = block->first; node; node = node->next)
		if (node->tag == TAG_L)
			return true;
	return line > first && (line[-1].block->tag == TAG_H || above(line[-1].block, TAG_LBL)) && line - 1 > first &&
	    line[-2].block->tag == TAG_H;
}

/* Whether a page could end between two lines that follow each other on it. */
static inline bool
may_part(const struct trial *t, const struct set_line *first, const struct set_line *line, const struct node *row)
{
	const struct set_line *next = line + 1;

	if (above(row, TAG_TABLE) && !above(row, TAG_LI) && is_within(line->block, above(row, TAG_TABLE)))
		return !is_of_row(line->block, row);
	if (outer_row(line->block) && outer_row(next->block))
		return outer_row(line->block) != outer_row(next->block) &&
		    outer_row(line->block)->look != LOOK_row_group &&
		    outer_row(line->block)->parent->tag != TAG_THEAD;
	if (next->y < line->y + POINTS(6) || (box_of(line->block) && box_of(line->block) == box_of(next->block)))
		return false;
	if (line->block == next->block)
		return line->block->tag != TAG_H && !above(line->block, TAG_CAPTION) &&
		    lines_before(t, next) > 1 && lines_from(t, next) > 1;
	return !leads(line, first);
}

/* Whether a page that ends below a line would hold next to nothing: notes go on overleaf rather than that. */
static inline bool
is_nearly_empty(const struct trial *t, const struct set_line *line)
{
	length frame = t->pages->list.at[line->page].height - t->look->top - t->look->bottom;

	return !above(line->block, TAG_TR) && line->y - t->look->top < frame / 8;
}

/*
 * Whether a page shows nothing that could stand on another: one row and what
 * this cannot stand without, or lines that stay together; and else notes. With
 * a mark in the caption or the head stands the first row that there is.
 */
static inline bool
is_alone(const struct trial *t, int page, const struct node *block)
{
	const struct node *table = above(block, TAG_TABLE), *row = block;
	const struct set_line *first = t->lines.at, *end = t->lines.at + t->lines.count;

	if (table && !above(block, TAG_TBODY) && first_row(&t->pages->list.at[page], table))
		row = first_row(&t->pages->list.at[page], table);
	while (first < end && (int)first->page < page)
		first++;
	for (const struct set_line *line = first; line + 1 < end && (int)line[1].page == page &&
	     !is_at_foot(line[1].block); line++)
		if (may_part(t, first, line, row) && !is_nearly_empty(t, line))
			return false;
	return true;
}

/* Whether notes leave no room on a page for a line more of what stands alone there. */
static inline bool
is_full_of_notes(const struct trial *t, int page, const struct node *block)
{
	bool has_notes = false;

	for (array_each(const struct box, box, &t->pages->list.at[page].boxes))
		has_notes |= box->shows && above(box->shows, TAG_NOTE);
	return has_notes && is_alone(t, page, row_of(block)) &&
	    free_room(t, (size_t)page) < t->look->type[STYLE_BODY].leading + POINTS(8);
}

/* ---- notes that go on overleaf ---- */

/* The least of so many lines that stands by itself: two, and two are left, or none. */
static inline int
least_lines(int count, bool has_begun)
{
	if (has_begun)
		return count <= 2 ? count : 1;
	return count <= 3 ? count : 2;
}

/* The room below the notes at the foot of a page; none where it has no notes. */
static inline length
room_below_notes(const struct trial *t, int page)
{
	length low = 0;

	for (array_each(const struct box, box, &t->pages->list.at[page].boxes))
		if (box->shows && is_at_foot(box->shows) && box->y > low)
			low = box->y;
	return low > 0 ? t->pages->list.at[page].height - t->look->bottom - low : 0;
}

/* Whether a page leaves room for what of a note stands on the next, or for so much of it as may stand there alone. */
static inline bool
has_room_for(const struct trial *t, const struct node *note, int page)
{
	struct lines_on here = lines_on(t, note, page), next = lines_on(t, note, page + 1);
	const length *space = t->look->space;
	bool is_first = true;
	length above = free_room(t, (size_t)page), below = room_below_notes(t, page);
	length room = above > below ? above : below, need;

	for (array_each(const struct box, box, &t->pages->list.at[page].boxes))
		is_first &= !(box->shows && is_at_foot(box->shows));
	if (next.count == 0)
		return false;
	need = next.height * least_lines(next.count, here.count > 0) / next.count;
	if (is_first)
		need += space[SPACE_note_rule_above] + space[SPACE_note_edge] + space[SPACE_note_rule_below];
	return room > need + space[SPACE_note_gap] + POINTS(8);
}

/* How many lines of the block with a mark, in a cell, stand above it on its page. */
static inline int
lines_above(const struct trial *t, const struct node *mark, int page)
{
	const struct node *block = block_of(mark);
	length y = -1;
	int count = 0;

	for (array_each(const struct box, box, &t->pages->list.at[page].boxes))
		if (y < 0 && box->shows && is_within(box->shows, mark))
			y = box->y;
	for (array_each(const struct set_line, line, &t->lines))
		count += (int)line->page == page && line->block == block && line->y + POINTS(9) < y;
	return count;
}

/*
 * How many lines may stand above a mark in a row that is parted as early as it
 * may be. A table in a cell is parted where no line of any column is crossed,
 * or else at a quarter of the page.
 */
static inline int
lines_forced(const struct trial *t, const struct node *mark)
{
	enum { LEAST = 3 };
	length quarter = (t->look->width < t->look->height ? t->look->width : t->look->height) / 4;

	return above(mark, TAG_TR) == outer_row(mark) ? LEAST : LEAST + quarter / t->look->type[STYLE_BODY].size;
}

/*
 * A note that does not stand whole on the page of its mark: this page cannot
 * end above the mark, and holds nothing that could stand on another, and has no
 * room for more of the note.
 */
static inline void
check_moved(struct trial *t, const struct node *mark, const struct node *note, bool is_next)
{
	int at = t->pages->spots[mark->index].page, page = t->pages->spots[note->index].page;
	const char *how = page == at ? "broken" : "moved";

	if (!is_alone(t, at, row_of(mark)))
		FAULT(t, "the note of node %d is %s, and its mark on page %d does not stand alone",
		    note->index, how, at + 1);
	else if (outer_row(mark) && lines_above(t, mark, at) > lines_forced(t, mark))
		FAULT(t, "the note of node %d is %s, and page %d could end above its mark",
		    note->index, how, at + 1);
	else if (is_next && has_room_for(t, note, at))
		FAULT(t, "the note of node %d is %s, and page %d has room for it", note->index, how, at + 1);
}

static inline void
check_notes(struct trial *t)
{
	int last = -1;		/* the page that a note before was moved from */

	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		const struct node *note =
		    node->look == LOOK_note_mark ? tree_find(t->tree, node->to) : NULL;
		int at = t->pages->spots[node->index].page,
		    page = note ? t->pages->spots[note->index].page : at;

		if (!note || at < 0)
			continue;
		if (page < at) {
			FAULT(t, "the mark of node %d is on page %d, its note on page %d",
			    node->index, at + 1, page + 1);
		} else if (page > at || (at + 1 < (int)t->pages->list.count && lines_on(t, note, at + 1).count > 0)) {
			check_moved(t, node, note, at != last);
			last = at;
		}
	}
}

#endif
