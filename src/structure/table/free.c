/* SPDX-License-Identifier: MIT */
/*
 * Tables as their authors drew them: cells as they stand, the first column as
 * row heads, numbers set right where their author aligned them so.
 */
#include "structure/table/table.h"

static bool
looks_like_number(struct arena *arena, const struct cell *cell)
{
	struct text words = blocks_plain(arena, cell->content);
	size_t digits = 0;

	for (size_t i = 0; i < words.length; i++)
		digits += is_digit(words.s[i]);
	return words.length > 0 && digits * 2 >= words.length;
}

/* How each column is set: as the author aligned it; columns at the right hold numbers. */
static struct column *
free_columns(struct builder *b, const struct table *table)
{
	struct column *columns = arena_array(b->arena, (size_t)table->columns, sizeof *columns);

	for (int i = 0; i < table->columns; i++) {
		enum align align = table->aligns ? table->aligns[i] : ALIGN_LEFT;
		bool numbers = false;

		for (size_t r = 0; r < table->rows.count && align == ALIGN_RIGHT; r++) {
			const struct table_row *row = &table->rows.at[r];

			if (!row->head && (size_t)i < row->cells.count)
				numbers |= looks_like_number(b->arena, &row->cells.at[i]);
		}
		columns[i].set = numbers ? SET_NUMBER : align == ALIGN_RIGHT ? SET_RIGHT :
		    align == ALIGN_CENTRE ? SET_CENTRE : SET_LEFT;
		columns[i].label = i == 0;
	}
	return columns;
}

/* Where the cells of a table stand: the row up to which each column is taken from above. */
struct places { int *until; int number, columns; };

/* The column of the next cell from one on; it and those that it spans are taken. */
static int
take_place(struct places *places, int from, const struct cell *cell)
{
	int rows = cell->rows > 0 ? cell->rows : 1;

	while (from < places->columns - 1 && places->until[from] > places->number)
		from++;
	for (int k = from; k < from + cell->columns && k < places->columns; k++)
		places->until[k] = places->number + rows;
	return from;
}

static struct places
new_places(struct builder *b, const struct table *table)
{
	int *until = arena_array(b->arena, (size_t)table->columns + 1, sizeof *until);

	return (struct places){ .until = until, .columns = table->columns };
}

static enum scope
scope_of(const struct table_row *row, const struct cell *cell, bool is_head)
{
	if (row->head)
		return cell->columns > 1 ? SCOPE_COLUMN_GROUP : SCOPE_COLUMN;
	return is_head ? SCOPE_ROW : SCOPE_NONE;
}

static void
build_row(struct builder *b, struct node *part, const struct table_row *row,
    const struct column *columns, const struct text *labels, struct places *places)
{
	struct node *tr = tree_add(b->tree, part, TAG_TR, LOOK_plain);
	int place = 0;

	for (size_t i = 0; i < row->cells.count; i++) {
		const struct cell *cell = &row->cells.at[i];
		bool is_head;
		struct node *node;

		place = take_place(places, place, cell);
		is_head = row->head || place == 0 || cell->head;
		node = tree_add(b->tree, tr, is_head ? TAG_TH : TAG_TD, LOOK_plain);
		node->scope = scope_of(row, cell, is_head);
		node->columns = cell->columns > 0 ? cell->columns : 1;
		node->rows = cell->rows > 0 ? cell->rows : 1;
		node->set = columns[place].set;
		node->label = is_head ? TEXT("") : labels[place];
		build_inside(b, node, cell->content);
		place += node->columns;
	}
	places->number++;
}

/* The head right above each column: the lowest. */
static const struct text *
head_labels(struct builder *b, const struct table *table)
{
	struct text *labels = arena_array(b->arena, (size_t)table->columns + 1, sizeof *labels);
	struct places places = new_places(b, table);

	for (size_t r = 0; r < table->rows.count && table->rows.at[r].head; r++, places.number++)
		for (size_t i = 0, place = 0; i < table->rows.at[r].cells.count; i++) {
			const struct cell *cell = &table->rows.at[r].cells.at[i];

			place = (size_t)take_place(&places, (int)place, cell);
			for (int k = 0; k < cell->columns && place < (size_t)table->columns; k++)
				labels[place++] = blocks_plain(b->arena, cell->content);
		}
	return labels;
}

/*
 * The notes of a table in a cell stand below the table round it, or at the foot
 * of the page: there it is known where pages end.
 */
static bool
stands_in_cell(const struct node *parent)
{
	while (parent && parent->tag != TAG_TD && parent->tag != TAG_TH &&
	    parent->look != LOOK_callout && parent->look != LOOK_recommendations)
		parent = parent->parent;
	return parent != NULL;
}

void
build_free_table(struct builder *b, struct node *parent, const struct table *table,
    const struct span *caption)
{
	struct node *node = tree_add(b->tree, parent, TAG_TABLE, LOOK_plain);
	struct column *columns = free_columns(b, table);
	const struct text *labels = head_labels(b, table);
	struct places places = new_places(b, table);
	size_t due = notes_due(b);
	struct node *part = NULL;

	node->columns = table->columns;
	node->column = columns;
	node->from = &table->at;
	if (caption)
		build_spans(b, build_caption(b, node, "table", ++b->tables), caption);
	for (size_t i = 0; i < table->rows.count; i++) {
		const struct table_row *row = &table->rows.at[i];
		enum tag tag = row->head ? TAG_THEAD : TAG_TBODY;

		if (!part || part->tag != tag)
			part = tree_add(b->tree, node, tag, LOOK_plain);
		build_row(b, part, row, columns, labels, &places);
	}
	if (part && notes_due(b) > due && !stands_in_cell(parent))
		build_notes_row(b, part, table->columns, due);
}
