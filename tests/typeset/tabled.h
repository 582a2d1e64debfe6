/* SPDX-License-Identifier: MIT */
/*
 * On each page of a table stand its caption, the heads of the columns that are
 * shown there, the head of the group that goes on, and the name of the row that
 * goes on; no group's head ends a page, and no sum begins one.
 */
#ifndef TESTS_TYPESET_TABLED_H
#define TESTS_TYPESET_TABLED_H

#include "base/buffer.h"
#include "order.h"
#include "room.h"

static inline struct text
words_of(const struct box *box, struct buffer *out)
{
	out->length = 0;
	for (int i = 0; i < box->piece_count; i++)
		buffer_text(out, box->pieces[i].shaped->words);
	return buffer_view(out);
}

static inline void
place_cells(const struct node *table, struct covered *places)
{
	int until[64] = { 0 }, number = 0;

	for (const struct node *node = table->first; node; node = node->next)
		for (const struct node *row = node->tag == TAG_CAPTION ? NULL : node->first; row; row = row->next) {
			int column = 0;

			for (const struct node *cell = row->first; cell; cell = cell->next) {
				while (column < 63 && until[column] > number)
					column++;
				places[cell->index] = (struct covered){ column, column + cell->columns };
				for (int k = 0; k < cell->columns; k++)
					until[column++] = number + cell->rows;
			}
			number++;
		}
}

/* All words of a page, without spaces, in the order of drawing. */
static inline struct text
page_words(struct arena *arena, const struct page *page)
{
	struct buffer all = { .arena = arena }, words = { .arena = arena };

	for (size_t k = 0; k < page->boxes.count; k++) {
		struct text is = page->boxes.at[k].kind == BOX_TEXT ? words_of(&page->boxes.at[k], &words) : (struct text){ 0 };

		for (size_t i = 0; i < is.length; i++)
			if (is.s[i] != ' ')
				buffer_byte(&all, is.s[i]);
	}
	return buffer_view(&all);
}

/* The name that a cell or caption begins with, up to its semicolon; empty when it has none. */
static inline struct text
name_of(const struct node *node)
{
	struct text words = node->first && node->first->tag == TAG_TEXT ? node->first->words : TEXT("");

	return text_ends(words, ";") && words.length < 12 ? words : TEXT("");
}

static inline bool
says(struct text page, struct text name)
{
	return name.length == 0 || text_find(page, name, 0) < page.length;
}

/*
 * What a page shows of one table: its first and last row; the one that is
 * drawn first; and of those with cells of one row, which are drawn first and last.
 */
struct shown { const struct node *table; uint64_t columns; const struct node *first, *last, *top, *begins, *ends; };

static inline void
check_table_on(struct trial *t, size_t number, const struct shown *shown, const struct covered *places,
    struct text words)
{
	const struct node *table = shown->table, *part = table->first;

	if (part->tag == TAG_CAPTION) {
		if (!says(words, name_of(part)))
			FAULT(t, "page %zu: the table of node %d has no caption", number + 1, table->index);
		part = part->next;
	}
	for (const struct node *row = part->tag == TAG_THEAD ? part->first : NULL; row; row = row->next)
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			bool covers = false;

			for (int i = places[cell->index].first; i < places[cell->index].end; i++)
				covers |= shown->columns >> i & 1;
			if (covers && !says(words, name_of(cell)))
				FAULT(t, "page %zu: the head %.*s of the table of node %d is not there", number + 1,
				    TEXT_ARGS(name_of(cell)), table->index);
		}
}

static inline struct shown *
shown_of(struct shown *all, size_t *count, const struct node *table)
{
	for (size_t i = 0; i < *count; i++)
		if (all[i].table == table)
			return &all[i];
	all[*count] = (struct shown){ .table = table };
	return &all[(*count)++];
}

/* The row, and its cell, that a box belongs to in a table of pages; null for those of heads and notes. */
static inline const struct node *
body_cell(const struct node *shows)
{
	const struct node *row = shows ? outer_row(shows) : NULL, *cell = shows;

	if (!row || row->parent->tag != TAG_TBODY || row->look == LOOK_row_notes)
		return NULL;
	while (cell->parent != row)
		cell = cell->parent;
	return cell;
}

static inline void
check_groups(struct trial *t, size_t number, const struct shown *shown, struct text words)
{
	const struct node *first = shown->first, *head = first->parent->first;

	if (head->look == LOOK_row_group && !says(words, name_of(head->first)))
		FAULT(t, "page %zu: the group of node %d is not named", number + 1, head->index);
	if (head->look == LOOK_row_group && first == head->next && number > 0 && t->ends[shown->table->index].row == head &&
	    t->ends[shown->table->index].page == number - 1)
		FAULT(t, "page %zu ends with a group's head, node %d", number, head->index);
}

/* ---- where a table is parted ---- */

static inline bool
is_sum(const struct node *row)
{
	return row->look == LOOK_row_subtotal || row->look == LOOK_row_total;
}

/* Whether words of a node, of what belongs to that row of its table, stand on a page. */
static inline bool
is_shown_on(const struct trial *t, const struct node *node, size_t page)
{
	for (array_each(const struct set_line, line, &t->lines))
		if (line->page == page && is_within(line->block, node))
			return true;
	return false;
}

/* Whether a cell of a row above goes on beside a row. */
static inline bool
is_spanned(const struct node *row)
{
	int number = 0;

	for (const struct node *above = row; above != row->parent->first; number++) {
		const struct node *before = row->parent->first;

		while (before->next != above)
			before = before->next;
		above = before;
		for (const struct node *cell = above->first; cell; cell = cell->next)
			if (cell->rows > number + 1)
				return true;
	}
	return false;
}

/* The row of a table's body before one; null: it is the first. */
static inline const struct node *
row_before(const struct node *row)
{
	const struct node *last = NULL;

	for (const struct node *part = row->parent->parent->first; part; part = part->next)
		for (const struct node *at = part->first; part->tag == TAG_TBODY && at; at = at->next) {
			if (at == row)
				return last;
			last = at;
		}
	return last;
}

/* Whether a page could end before a row that it shows: it shows the row before, too, and nothing binds the two. */
static inline bool
could_end_before(const struct trial *t, const struct node *row, size_t page)
{
	const struct node *before = row_before(row);

	return before && (row->look == LOOK_plain || row->look == LOOK_row_group) && before->look != LOOK_row_group &&
	    row_before(before) && !is_spanned(row) && is_shown_on(t, row, page) && is_shown_on(t, before, page);
}

/* ---- rows that go on ---- */

static inline void
add_letters(struct buffer *all, struct text words)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.s[i] != ' ')
			buffer_byte(all, words.s[i]);
}

/* Words that are said again are artifacts. */
static inline struct text
words_again(struct arena *arena, const struct page *page)
{
	struct buffer all = { .arena = arena }, words = { .arena = arena };

	for (array_each(const struct box, box, &page->boxes))
		if (box->kind == BOX_TEXT && !box->shows)
			add_letters(&all, words_of(box, &words));
	return buffer_view(&all);
}

/* The first words of a row's head, without spaces; empty where it begins with anything else. */
static inline struct text
row_name(struct arena *arena, const struct node *row)
{
	enum { MOST = 24 };
	struct buffer name = { .arena = arena };
	const struct node *in = row->first;

	if (!in || in->tag != TAG_TH || in->rows > 1)
		return TEXT("");
	in = in->first && in->first->tag == TAG_P ? in->first->first : in->first;
	for (size_t i = 0; in && in->tag == TAG_TEXT && i < in->words.length; i++)
		if (in->words.s[i] != ' ')
			buffer_byte(&name, in->words.s[i]);
		else if (name.length > MOST / 2)
			break;
	return name.length > MOST ? TEXT("") : buffer_view(&name);
}

/* A row that goes on, and the explanation of one that the page before ends with, bear its name again. */
static inline void
check_row_name(struct trial *t, size_t number, const struct shown *shown)
{
	const struct page_end *end = &t->ends[shown->table->index];
	const struct node *row = shown->begins, *ends = end->ends;
	struct text name;

	if (!row || !ends || end->page + 1 != number)
		return;
	if (row->look == LOOK_row_explanation)
		ends = row == ends ? row_before(row) : ends;
	if (row->look == LOOK_row_explanation)
		row = row_before(row);
	if (!row || row->look != LOOK_plain || row != ends)
		return;
	name = row_name(t->arena, row);
	if (!says(words_again(t->arena, &t->pages->list.at[number]), name))
		FAULT(t, "page %zu: the row of node %d goes on without its name, %.*s", number + 1, row->index,
		    TEXT_ARGS(name));
}

/* ---- sums ---- */

/* Whether a page may show nothing of a row but what is said again: its name, the labels of a record; or lines, where it is empty. */
static inline bool
is_without_words(const struct trial *t, const struct node *before, size_t page)
{
	struct text name;

	while (before && before->look == LOOK_row_notes)
		before = row_before(before);
	if (before && t->pages->spots[before->index].page < 0)
		return true;
	name = before ? row_name(t->arena, before) : TEXT("");
	return name.length > 0 && says(words_again(t->arena, &t->pages->list.at[page]), name);
}

/* What stands above the rows of a later part: caption, heads, and the heads of groups. */
static inline struct text
words_of_top(struct arena *arena, const struct node *table)
{
	struct buffer all = { .arena = arena };

	for (const struct node *node = table->first; node; node = node_next(node, table))
		if (node->tag == TAG_CAPTION || node->tag == TAG_THEAD ||
		    (node->tag == TAG_TR && node->look == LOOK_row_group))
			add_letters(&all, node_words(arena, node));
	return text_join(arena, buffer_view(&all), TEXT("(continued)"));
}

/*
 * Whether a row without words of its own stands above a sum on its page: the
 * label of one that is said again, or the room of one that is empty.
 */
static inline bool
has_row_above(const struct trial *t, const struct node *sum, const struct page *page)
{
	struct text top = words_of_top(t->arena, above(sum, TAG_TABLE));
	length y = 0, low = 0;

	for (array_each(const struct box, box, &page->boxes))
		if (y == 0 && box->kind == BOX_TEXT && box->shows && is_within(box->shows, sum))
			y = box->y;
	for (array_each(const struct box, box, &page->boxes)) {
		struct buffer words = { .arena = t->arena }, letters = { .arena = t->arena };

		if (box->kind != BOX_TEXT || box->shows || box->artifact != ARTIFACT_LAYOUT || box->y >= y)
			continue;
		add_letters(&letters, words_of(box, &words));
		if (!says(top, buffer_view(&letters)))
			return true;
		low = box->y > low ? box->y : low;
	}
	return y - low > 2 * t->look->type[STYLE_TABLE].leading + t->look->table.pad_y;
}

/*
 * A sum that begins a page stands apart from all that it sums: the page before
 * could end nowhere else. The row before it may go on above it without words of
 * its own; in a table that is split by columns, further ones may be all that goes on.
 */
static inline void
check_sum(struct trial *t, size_t number, const struct shown *shown)
{
	const struct page_end *end = &t->ends[shown->table->index];
	const struct node *sum = shown->top, *before = row_before(sum);

	if (!before || !is_sum(sum) || !end->row || end->page + 1 != number || sum == end->ends ||
	    is_shown_on(t, before, number) || !is_shown_on(t, sum->first, number) || is_without_words(t, before, number) ||
	    has_row_above(t, sum, &t->pages->list.at[number]))
		return;
	for (; before; before = row_before(before))
		if (could_end_before(t, before, number - 1)) {
			FAULT(t, "page %zu begins with a sum, node %d", number + 1, sum->index);
			return;
		}
}

/* ---- all of it ---- */

static inline void
check_page_tables(struct trial *t, size_t number, const struct covered *places)
{
	const struct page *page = &t->pages->list.at[number];
	struct shown all[64];
	size_t count = 0;
	struct text words = { 0 };

	for (size_t k = 0; k < page->boxes.count && count < 63; k++) {
		const struct node *cell = body_cell(page->boxes.at[k].shows), *row = cell ? cell->parent : NULL;
		struct shown *shown;

		if (!cell)
			continue;
		shown = shown_of(all, &count, row->parent->parent);
		shown->first = !shown->first || row->index < shown->first->index ? row : shown->first;
		shown->last = !shown->last || row->index > shown->last->index ? row : shown->last;
		shown->top = shown->top ? shown->top : row;
		if (cell->rows == 1) {
			shown->begins = shown->begins ? shown->begins : row;
			shown->ends = row;
		}
		/* Its further columns may stand in the next part of a table that is split. */
		if (row->look == LOOK_plain)
			shown->columns |= UINT64_C(1) << places[cell->index].first;
	}
	if (count > 0)
		words = page_words(t->arena, page);
	for (size_t i = 0; i < count; i++) {
		check_table_on(t, number, &all[i], places, words);
		check_groups(t, number, &all[i], words);
		check_sum(t, number, &all[i]);
		check_row_name(t, number, &all[i]);
		t->ends[all[i].table->index] = (struct page_end){ number, all[i].last, all[i].ends };
	}
}

static inline void
check_tables(struct trial *t)
{
	struct covered *places = arena_array(t->arena, (size_t)t->tree->count, sizeof *places);

	t->ends = arena_array(t->arena, (size_t)t->tree->count, sizeof *t->ends);
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->tag == TAG_TABLE)
			place_cells(node, places);
	for (size_t i = 0; i < t->pages->list.count; i++)
		check_page_tables(t, i, places);
	check_order(t, places);
}

#endif
