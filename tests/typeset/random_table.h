/* SPDX-License-Identifier: MIT */
/*
 * Tables of 1 to 14 columns: heads of up to three rows, groups, sums,
 * explanations, notes; cells that span rows and columns, that are empty, or
 * hold paragraphs, lists, pictures and tables. Every place of a table belongs
 * to one cell, as the readers see to it. What is repeated on later pages has
 * a name of its own.
 */
#ifndef TESTS_TYPESET_RANDOM_TABLE_H
#define TESTS_TYPESET_RANDOM_TABLE_H

#include "random.h"

enum { COLUMNS_MOST = 14 };

static inline void random_table(struct chances *, struct node *parent);

static inline struct node *
random_cell(struct chances *c, struct node *row, enum tag tag, unsigned most)
{
	static const enum look looks[] = { LOOK_plain, LOOK_cell_ref, LOOK_cell_actual, LOOK_cell_current };
	struct node *cell = tree_add(c->tree, row, tag, LOOK_plain);

	if (happens(c, 12))
		cell->look = looks[chance_of(c, 4)];
	if (c->depth > 1)
		most = 1 + most % 3;
	else if (most < 40 && happens(c, 9))
		most *= 12;
	switch (chance_of(c, 16)) {
	case 0: case 1:
		random_paragraph(c, cell, most);
		random_list(c, cell, most / 2 + 1);
		break;
	case 2: case 3:
		random_paragraph(c, cell, most);
		random_paragraph(c, cell, most);
		break;
	case 4: case 5:
		tree_text(c->tree, cell,
		    text_format(c->arena, "£%u.%u million", chance_of(c, 900), chance_of(c, 9)));
		break;
	case 6: case 7:
		break;
	case 8:
		random_list(c, cell, most / 2 + 1);
		break;
	case 9:
		if (happens(c, 8) && c->depth < 2 && tag == TAG_TD)
			random_table(c, cell);
		else if (happens(c, 8))
			random_figure(c, cell);
		break;
	default:
		random_inline(c, cell, most);
	}
	return cell;
}

/* How far a cell may reach from a place, at most; it ends at what reaches down from above. */
static inline int
random_width(struct chances *c, const int *until, int number, int column, int columns, unsigned once_in)
{
	int width = 1;

	if (happens(c, once_in))
		width += 1 + (int)chance_of(c, 4);
	if (width > columns - column)
		width = columns - column;
	for (int k = 1; k < width; k++)
		if (until[column + k] > number)
			return k;
	return width;
}

static inline void
reach_down(int *until, const struct node *cell, int number, int column)
{
	for (int k = 0; k < cell->columns; k++)
		until[column + k] = number + cell->rows;
}

static inline void
random_head(struct chances *c, struct node *table)
{
	struct node *head = tree_add(c->tree, table, TAG_THEAD, LOOK_plain);
	int until[COLUMNS_MOST] = { 0 }, rows = happens(c, 3) ? 2 + (int)chance_of(c, 2) : 1;

	for (int number = 0; number < rows; number++) {
		struct node *row = tree_add(c->tree, head, TAG_TR, LOOK_plain);

		for (int column = 0; column < table->columns; column++) {
			struct node *cell;

			if (until[column] > number)
				continue;
			cell = tree_add(c->tree, row, TAG_TH, LOOK_plain);
			if (number + 1 < rows)
				cell->columns = random_width(c, until, number, column, table->columns, 2);
			if (cell->columns == 1 && number + 1 < rows && chance_of(c, 2))
				cell->rows = rows - number;
			cell->scope = cell->columns > 1 ? SCOPE_COLUMN_GROUP : SCOPE_COLUMN;
			tree_text(c->tree, cell, new_name(c, "H"));
			if (happens(c, 20))
				random_note_mark(c, cell);
			if (happens(c, 3))
				tree_text(c->tree, cell, text_join(c->arena, TEXT(" "), random_words(c, 4)));
			reach_down(until, cell, number, column);
			column += cell->columns - 1;
		}
	}
}

static inline int
count_rows(struct chances *c)
{
	if (c->depth > 1)
		return 1 + (int)chance_of(c, 6);
	if (c->bytes)
		return 1 + (int)chance_of(c, 20);
	if (happens(c, 150))
		return happens(c, 12) ? 5000 : 200 + (int)chance_of(c, 600);
	return 1 + (int)chance_of(c, happens(c, 4) ? 60 : 8);
}

/* A row's head begins with a name, where words begin it: so it is found again where its row goes on. */
static inline void
name_row_head(struct chances *c, struct node *cell)
{
	struct node *in = cell->first && cell->first->tag == TAG_P ? cell->first : cell, *first = in->first, *name;

	if (!first || !tag_is_inline(first->tag))
		return;
	name = tree_text(c->tree, in, text_join(c->arena, new_name(c, "R"), TEXT(" ")));
	in->last = first;
	while (in->last->next != name)
		in->last = in->last->next;
	in->last->next = NULL;
	name->next = first;
	in->first = name;
}

static inline void
random_row(struct chances *c, struct node *row, int *until, int number, int count, unsigned most)
{
	int columns = row->parent->parent->columns;

	for (int column = 0; column < columns; column++) {
		struct node *cell;

		if (until[column] > number)
			continue;
		cell = random_cell(c, row, column == 0 ? TAG_TH : TAG_TD, most);
		cell->scope = column == 0 ? SCOPE_ROW : SCOPE_NONE;
		if (column == 0 && c->other)
			name_row_head(c, cell);
		cell->columns = random_width(c, until, number, column, columns, 20);
		if (happens(c, 12))
			cell->rows = 2 + (int)chance_of(c, 5);
		if (cell->rows > count - number)
			cell->rows = count - number;
		reach_down(until, cell, number, column);
		column += cell->columns - 1;
	}
}

static inline bool
is_open(const int *until, int columns, int number)
{
	for (int i = 0; i < columns; i++)
		if (until[i] > number)
			return true;
	return false;
}

static inline void
random_sum(struct chances *c, struct node *body, enum look look)
{
	struct node *row = tree_add(c->tree, body, TAG_TR, look);

	for (int column = 0; column < body->parent->columns; column++) {
		struct node *cell = tree_add(c->tree, row, column ? TAG_TD : TAG_TH, LOOK_plain);

		cell->scope = column ? SCOPE_NONE : SCOPE_ROW;
		tree_text(c->tree, cell, column ? random_words(c, 1) : TEXT("Total"));
	}
}

static inline void
random_rows(struct chances *c, struct node *body, unsigned most)
{
	int until[COLUMNS_MOST] = { 0 }, count = count_rows(c), columns = body->parent->columns;

	if (count > 100)
		most = 1 + chance_of(c, 3);
	for (int number = 0; number < count; number++) {
		struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_plain);

		random_row(c, row, until, number, count, most);
		if (columns > 1 && happens(c, 10) && !is_open(until, columns, number + 1)) {
			row = tree_add(c->tree, body, TAG_TR, LOOK_row_explanation);
			random_cell(c, row, TAG_TD, most * 3)->columns = columns;
		}
	}
	if (happens(c, 5))
		random_sum(c, body, LOOK_row_subtotal);
}

static inline void
random_group_head(struct chances *c, struct node *body)
{
	struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_row_group);
	struct node *head = tree_add(c->tree, row, TAG_TH, LOOK_plain);

	head->columns = body->parent->columns;
	head->scope = SCOPE_ROW_GROUP;
	tree_text(c->tree, head, new_name(c, "G"));
	tree_text(c->tree, head, text_join(c->arena, TEXT(" "), random_words(c, 6)));
	if (chance_of(c, 2))
		tree_text(c->tree, tree_add(c->tree, head, TAG_SPAN, LOOK_group_facts), random_words(c, 4));
}

static inline void
random_columns(struct chances *c, struct node *table)
{
	struct column *columns = arena_array(c->arena, COLUMNS_MOST, sizeof *columns);

	table->columns = 1 + (int)chance_of(c, c->depth > 1 ? 3 : happens(c, 4) ? COLUMNS_MOST : 6);
	for (int i = 0; i < table->columns; i++) {
		columns[i].set = happens(c, 4) ? SET_NUMBER : (enum set_as)chance_of(c, 2);
		columns[i].keep = happens(c, 5);
		columns[i].weight = happens(c, 8) ? 1 + (int)chance_of(c, 3) : 0;
	}
	columns[0].label = true;
	columns[1].label = table->columns > 2 && happens(c, 5);
	if (chance_of(c, 8))
		table->column = columns;
}

static inline void
random_notes_row(struct chances *c, struct node *body, int marked)
{
	struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_row_notes);
	struct node *cell = tree_add(c->tree, row, TAG_TD, LOOK_plain);

	cell->columns = body->parent->columns;
	random_notes(c, cell, marked);
}

static inline void
random_table(struct chances *c, struct node *parent)
{
	struct node *table = tree_add(c->tree, parent, TAG_TABLE, LOOK_plain), *body = NULL;
	int marked = c->marked_count;
	unsigned groups = happens(c, 3) ? 1 + chance_of(c, 5) : 1, most = 1 + chance_of(c, 12);

	c->depth++;
	random_columns(c, table);
	if (chance_of(c, 4)) {
		struct node *caption = tree_add(c->tree, table, TAG_CAPTION, LOOK_plain);

		tree_text(c->tree, caption, new_name(c, "T"));
		tree_text(c->tree, caption, text_join(c->arena, TEXT(" "), random_words(c, 8)));
		if (happens(c, 12))
			random_note_mark(c, caption);
	}
	if (chance_of(c, 6))
		random_head(c, table);
	for (unsigned i = 0; i < groups; i++) {
		body = tree_add(c->tree, table, TAG_TBODY, LOOK_plain);
		if (groups > 1)
			random_group_head(c, body);
		random_rows(c, body, most);
		/* The notes of a table in a cell stand with those of the table round it. */
		if (c->depth < 2 && c->marked_count > marked && (chance_of(c, 2) || i + 1 == groups))
			random_notes_row(c, body, marked);
	}
	if (happens(c, 5))
		random_sum(c, body, LOOK_row_total);
	c->depth--;
}

#endif
