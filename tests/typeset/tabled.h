/* SPDX-License-Identifier: MIT */
/*
 * On each page of a table stand its caption, the heads of the columns that are
 * shown there, the head of the group that goes on; no group's head ends a page.
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

/* What a page shows of one table. */
struct shown { const struct node *table; uint64_t columns; const struct node *first, *last; };

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
		/* Its further columns may stand in the next part of a table that is split. */
		if (row->look == LOOK_plain)
			shown->columns |= UINT64_C(1) << places[cell->index].first;
	}
	if (count > 0)
		words = page_words(t->arena, page);
	for (size_t i = 0; i < count; i++) {
		check_table_on(t, number, &all[i], places, words);
		check_groups(t, number, &all[i], words);
		t->ends[all[i].table->index] = (struct page_end){ number, all[i].last };
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
