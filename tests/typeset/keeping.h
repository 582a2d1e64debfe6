/* SPDX-License-Identifier: MIT */
/*
 * What must stay together on a page: two lines of a paragraph, a heading and
 * two lines of what follows, a lead-in and its list, a caption and its table or
 * picture.
 */
#ifndef TESTS_TYPESET_KEEPING_H
#define TESTS_TYPESET_KEEPING_H

#include "backward.h"
#include "noted.h"

/* Of a block that stands on several pages, two lines or more stand on the first and on the last. */
static inline void
check_widows(struct trial *t, const struct set_lines *lines)
{
	struct { size_t page; int lines; bool goes_on; const struct node *block; } *seen =
	    arena_array(t->arena, (size_t)t->tree->count, sizeof *seen);

	for (size_t i = 0; i <= lines->count; i++) {
		const struct set_line *line = i < lines->count ? &lines->at[i] : NULL;
		int at = line ? line->block->index : 0;

		if (!line || line->block->tag == TAG_H || above(line->block, TAG_LBL) ||
		    is_in_nested(line->block))
			continue;
		if (seen[at].lines > 0 && seen[at].page != line->page) {
			if (seen[at].lines == 1 && !seen[at].goes_on && !is_full_of_notes(t, (int)seen[at].page, line->block))
				FAULT(t, "page %zu ends with one line of node %d", seen[at].page + 1, at);
			seen[at].lines = 0;
			seen[at].goes_on = true;
		}
		seen[at].page = line->page;
		seen[at].block = line->block;
		seen[at].lines++;
	}
	for (int at = 0; at < t->tree->count; at++)
		if (seen[at].goes_on && seen[at].lines == 1 &&
		    !is_full_of_notes(t, (int)seen[at].page - 1, seen[at].block))
			FAULT(t, "page %zu begins with one line of node %d", seen[at].page + 1, at);
}

/* How many lines stand below one on its page, up to two; those of foot-notes do not count. */
static inline int
lines_below(const struct set_lines *lines, const struct set_line *last)
{
	length first = LENGTH_MAX, end = 0;

	for (size_t i = 0; i < lines->count; i++) {
		const struct set_line *line = &lines->at[i];
		const struct node *note = above(line->block, TAG_NOTE);

		if (line->page != last->page || line->y <= last->y ||
		    is_within(line->block, last->block) || (note && !above(note, TAG_TABLE)))
			continue;
		first = line->y < first ? line->y : first;
		end = line->y > end ? line->y : end;
	}
	return end == 0 ? 0 : end - first > POINTS(3) ? 2 : 1;
}

/* Whether anything follows on the next page that does not ask for a page of its own. */
static inline bool
goes_on(struct trial *t, const struct set_line *last)
{
	const struct page_list *list = &t->pages->list;
	const struct node *after = last->block;

	while (after && (is_within(after, last->block) || t->pages->spots[after->index].page < 0 ||
	                    above(after, TAG_NOTE)))
		after = node_next(after, t->tree->root);
	for (const struct node *up = after; up && !is_within(last->block, up); up = up->parent)
		if (up->new_page || (!t->is_flat && up->first && up->first->tag == TAG_H && up->first->level == 2))
			return false;
	return after && last->page + 1 < list->count && t->pages->spots[after->index].page == (int)last->page + 1 &&
	    list->at[last->page].landscape == list->at[last->page + 1].landscape && !above(after, TAG_TOC);
}

static inline const struct set_line *
last_line(const struct set_lines *lines, const struct node *block)
{
	const struct set_line *last = NULL;

	for (size_t i = 0; i < lines->count; i++)
		if (lines->at[i].block == block)
			last = &lines->at[i];
	return last;
}

static inline void
check_kept(struct trial *t, const struct set_lines *lines)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		const struct node *next = node->next;
		bool is_heading = node->tag == TAG_H && node->look != LOOK_cover_title && next;
		bool is_lead = node->tag == TAG_P && next && next->tag == TAG_L && !is_in_nested(node);
		const struct set_line *last =
		    is_heading || is_lead ? last_line(lines, node) : NULL;
		int below = last ? lines_below(lines, last) : 0;

		if (!last || !goes_on(t, last))
			continue;
		if (is_heading && below < 2 && !has_headings_alone(&t->pages->list.at[last->page]))
			FAULT(t, "page %zu: %d lines below the heading of node %d", last->page + 1,
			    below, node->index);
		if (is_lead && below == 0 && !is_full_of_notes(t, (int)last->page, node))
			FAULT(t, "page %zu: the list of node %d stands on the next page",
			    last->page + 1, node->index);
	}
}

static inline int
page_of(const struct trial *t, const struct node *node)
{
	return node ? t->pages->spots[node->index].page : -1;
}

/* The first and second row of a table. */
static inline void
first_rows(const struct node *table, const struct node *rows[2])
{
	int count = 0;

	rows[0] = rows[1] = NULL;
	for (const struct node *part = table->first; part; part = part->next)
		for (const struct node *row = part->first;
		     row && part->tag == TAG_TBODY && count < 2; row = row->next)
			if (row->tag == TAG_TR)
				rows[count++] = row;
}

/* Whether words of a node stand on a page behind another. */
static inline bool
is_broken(const struct set_lines *lines, const struct node *row, int page)
{
	for (size_t i = 0; i < lines->count; i++)
		if ((int)lines->at[i].page > page && is_within(lines->at[i].block, row))
			return true;
	return false;
}

/* How high what a page shows of a row is, with the notes whose marks stand in it there. */
static inline length
height_with_notes(const struct trial *t, const struct node *row, int page)
{
	length height = lines_on(t, row, page).height;

	for (const struct node *node = row; node; node = node_next(node, row))
		if (node->look == LOOK_note_mark && page_of(t, node) == page && tree_find(t->tree, node->to))
			height += lines_on(t, tree_find(t->tree, node->to), page).height + t->look->space[SPACE_note_gap];
	return height;
}

/* Whether all that the next page shows of a row would stand below what a page shows; the last label of a record may show nothing. */
static inline bool
has_room_for_row(const struct trial *t, const struct node *row, int page)
{
	return free_room(t, (size_t)page) > height_with_notes(t, row, page + 1) +
	    2 * t->look->table.pad_y + t->look->space[SPACE_notes_above] +
	    2 * t->look->type[STYLE_BODY].leading;
}

/*
 * The first line of a page after the last place above a table where the page
 * could end; null: it could end nowhere.
 */
static inline const struct set_line *
least_top(const struct trial *t, const struct set_lines *lines, const struct node *row, int page)
{
	const struct node *table = above(row, TAG_TABLE);
	const struct set_line *first = lines->at, *end = lines->at + lines->count, *top = NULL;

	while (first < end && (int)first->page < page)
		first++;
	for (const struct set_line *line = first; line + 1 < end && (int)line[1].page == page &&
	     !is_within(line->block, table) && !is_at_foot(line[1].block); line++)
		if (may_part(t, first, line, row))
			top = line + 1;
	return top;
}

/* The first spot on a page of a row's cells, or null. */
static inline const struct spot *
top_of_row(const struct trial *t, const struct node *row, int page)
{
	const struct spot *top = NULL;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		const struct spot *spot = &t->pages->spots[cell->index];

		if (spot->page == page && (!top || spot->y < top->y))
			top = spot;
	}
	return top;
}

/* As records, the head of a column stands as a label beside or below cells of the first row. */
static inline bool
is_set_as_records(const struct trial *t, const struct node *first, int page)
{
	const struct spot *top = top_of_row(t, first, page);
	const struct node *head = above(first, TAG_TABLE)->first;

	while (head && head->tag != TAG_THEAD)
		head = head->next;
	for (const struct node *node = head; node && top; node = node_next(node, head)) {
		const struct spot *spot = &t->pages->spots[node->index];

		if (node->tag == TAG_TH && spot->page == page && spot->y >= top->y)
			return true;
	}
	return false;
}

/*
 * Where the second row stands on the page after the caption's, all that would
 * have gone there with it, had the page ended above, is more than a page holds.
 */
static inline void
check_second_row(struct trial *t, const struct set_lines *lines, const struct node *rows[2], int page)
{
	const struct page *at = &t->pages->list.at[page];
	const struct set_line *top;
	length low = 0;

	if (page_of(t, rows[0]) != page || page_of(t, rows[1]) != page + 1 || is_broken(lines, rows[0], page) ||
	    rows[1]->look == LOOK_row_notes || is_set_as_records(t, rows[0], page))
		return;
	top = least_top(t, lines, rows[0], page);
	for (array_each(const struct set_line, line, lines))
		if ((int)line->page == page && is_within(line->block, rows[0]) && line->y > low)
			low = line->y;
	if (top && low - top->y + height_with_notes(t, rows[0], page) + height_with_notes(t, rows[1], page + 1) <
	    (at->height - t->look->top - t->look->bottom) * 8 / 10)
		FAULT(t, "page %d ends with the first row of the table of node %d alone, and the next would hold both",
		    page + 1, above(rows[0], TAG_TABLE)->index);
}

/*
 * A caption stands with the head and the first row, and with the second where
 * its page has room for that and its notes.
 */
static inline void
check_captions(struct trial *t, const struct set_lines *lines)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		const struct node *rows[2];
		int page = page_of(t, node);

		if (node->tag != TAG_CAPTION || !node->parent || node->parent->tag != TAG_TABLE || page < 0 ||
		    is_nested(node->parent))
			continue;
		first_rows(node->parent, rows);
		if (rows[1])
			check_second_row(t, lines, rows, page);
		for (int i = 0; i < 2; i++)
			if (page_of(t, rows[i]) > page && page_of(t, rows[i]->first) >= 0 &&
			    (i == 0 || (!is_broken(lines, rows[0], page) && has_room_for_row(t, rows[1], page))))
				FAULT(t, "page %d has the caption of node %d, and page %d its row %d",
				    page + 1, node->index, page_of(t, rows[i]) + 1, i + 1);
	}
}

/* The first page that shows a figure, and not its caption alone. */
static inline int
page_of_picture(const struct trial *t, const struct node *figure)
{
	for (size_t i = 0; i < t->pages->list.count; i++)
		for (size_t k = 0; k < t->pages->list.at[i].boxes.count; k++) {
			const struct node *shows = t->pages->list.at[i].boxes.at[k].shows;

			if (shows && is_within(shows, figure) && !above(shows, TAG_CAPTION))
				return (int)i;
		}
	return -1;
}

/* A caption stands with its picture; in a cell, lines are parted where the row lets them. */
static inline void
check_pictures(struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		int page = page_of(t, node), at;

		if (node->tag != TAG_CAPTION || node->parent->tag != TAG_FIGURE || page < 0 ||
		    above(node, TAG_TABLE))
			continue;
		at = page_of_picture(t, node->parent);
		if (at >= 0 && at != page)
			FAULT(t, "page %d has the caption of node %d, and page %d its picture",
			    page + 1, node->index, at + 1);
	}
}

/* Prose is no wider than its measure. */
static inline void
check_measure(struct trial *t)
{
	length measure = prose_edge(t);

	for (size_t i = 0; i < t->pages->list.count; i++)
		for (size_t k = 0; k < t->pages->list.at[i].boxes.count; k++) {
			const struct box *box = &t->pages->list.at[i].boxes.at[k];
			const struct node *block =
			    box->kind == BOX_TEXT && box->shows ? block_of(box->shows) : NULL;

			if (block && block->tag == TAG_P && block->parent->tag == TAG_SECT &&
			    block->look == LOOK_plain && box->x + box->width > measure + SLACK)
				FAULT(t, "page %zu: a line of node %d ends %d behind the measure",
				    i + 1, block->index, box->x + box->width - measure);
		}
}

static inline void
check_keeping(struct trial *t)
{
	check_widows(t, &t->lines);
	check_kept(t, &t->lines);
	check_captions(t, &t->lines);
	check_pictures(t);
	check_measure(t);
}

#endif
