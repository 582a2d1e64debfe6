/* SPDX-License-Identifier: MIT */
/*
 * A wide table as records, where the style asks for it: for each row its
 * reference and name, then its other cells as label and value.
 *
 * It is a grid all the same, so that it is broken as tables are. The labels
 * are the cells of the head: the first record shows them, in the others they
 * are artifacts. Here each pair of label and value is a row; which of them
 * stand beside each other is decided when their widths are known (arrange.c).
 */
#include "typeset/table/grid.h"

enum { REF_MOST = 6 };	/* bytes of a reference */

/* What a table's row gives: its cells by column. */
struct source {
	const struct node *cells[RECORD_COLUMNS_MOST];
	bool is_again[RECORD_COLUMNS_MOST];
	int count;
};

struct recording {
	struct grid *grid;
	const struct node *heads[RECORD_COLUMNS_MOST];	/* the label of each column */
	/* a cell that spans rows in a column, and the row up to which it does */
	const struct node *spanning[RECORD_COLUMNS_MOST];
	int until[RECORD_COLUMNS_MOST];
	int number;					/* of the table's row */
	int count, name;				/* of its columns; the names' */
	int name_at;					/* where names begin in a record */
	/* the first column is of references, short enough to stand before the name */
	bool has_ref;
	bool has_labels;				/* a record showed them */
};

/* The cells of a row by column; one that spans rows stands in each, again after the first. */
static void
find_source(struct recording *r, const struct node *row, struct source *source)
{
	const struct node *node = row->first;

	*source = (struct source){ .count = r->count };
	for (int column = 0; column < r->count;) {
		if (r->until[column] > r->number) {
			source->cells[column] = r->spanning[column];
			source->is_again[column++] = true;
			continue;
		}
		if (!node)
			break;
		source->cells[column] = node;
		r->until[column] = r->number + node->rows;
		r->spanning[column++] = node;
		node = node->next;
	}
}

/* The column that names the rows: the first that is a row's head, or the first of all. */
static int
name_column(const struct node *table)
{
	for (const struct node *node = table; node; node = node_next(node, table)) {
		int column = 0;

		if (node->tag != TAG_TR || node->parent->tag != TAG_TBODY ||
		    node->look != LOOK_plain)
			continue;
		for (const struct node *cell = node->first; cell; cell = cell->next, column++)
			if (cell->tag == TAG_TH)
				return column;
		return 0;
	}
	return 0;
}

/* True when the first column stands before the names, and all in it are short: no dates. */
static bool
has_references(struct recording *r, const struct node *table)
{
	for (const struct node *node = table; node; node = node_next(node, table)) {
		bool is_row = node->tag == TAG_TR && node->parent->tag == TAG_TBODY &&
		    node->look == LOOK_plain;

		if (is_row && node->first && node->first->tag == TAG_TD &&
		    node_words(r->grid->ts->scratch, node->first).length > REF_MOST)
			return false;
	}
	return r->name > 0;
}

/* The heads of reference and name stand above all records, and again on each page. */
static void
add_head(struct recording *r)
{
	if (!r->heads[r->name])
		return;
	grid_add_row(r->grid, r->heads[r->name]->parent, ROW_HEAD);
	if (r->has_ref && r->heads[0])
		grid_add_cell(r->grid, r->heads[0], RECORD_REF, 1);
	grid_add_cell(r->grid, r->heads[r->name], r->name_at, TO_THE_END);
	r->grid->heads = 1;
}

/* A cell of the table's row; nothing where the row has none. */
static void
add_given(struct recording *r, const struct source *source, int column, enum cell_role role)
{
	bool is_value = role == CELL_VALUE, is_ref = !is_value && column != r->name;
	int at = is_value ? RECORD_VALUE : is_ref ? RECORD_REF : r->name_at;
	struct grid_cell *cell;

	if (!source->cells[column])
		return;
	cell = grid_add_cell(r->grid, source->cells[column], at, is_ref ? 1 : TO_THE_END);
	cell->role = role;
	cell->of_column = is_value ? column : -1;
	cell->is_again = source->is_again[column];
}

static bool
is_sum(const struct node *row)
{
	return row->look == LOOK_row_total || row->look == LOOK_row_subtotal;
}

static void
add_name(struct recording *r, const struct node *row, const struct source *source)
{
	struct grid_row *title = grid_add_row(r->grid, row, ROW_PLAIN);

	title->is_joined = true;
	title->is_kept = is_sum(row);	/* a sum stays with the record before it */
	if (r->has_ref)
		add_given(r, source, 0, CELL_NAME);
	add_given(r, source, r->name, CELL_NAME);
}

/* Label and value; a row of their own until they are arranged. */
static void
add_pair(struct recording *r, const struct node *row, const struct source *source, int column)
{
	struct grid_row *made = grid_add_row(r->grid, row, ROW_PLAIN);
	struct grid_cell *cell;

	made->is_joined = made->is_kept = true;
	if (r->heads[column]) {
		cell = grid_add_cell(r->grid, r->heads[column], RECORD_LABEL, 1);
		cell->role = CELL_LABEL;
		cell->of_column = column;
		cell->is_again = r->has_labels;
	}
	add_given(r, source, column, CELL_VALUE);
}

/* What a total has no figure for: a label alone would ask for one. */
static bool
is_void(const struct node *row, const struct node *cell)
{
	return is_sum(row) && cell && !cell->first;
}

static void
add_record(struct recording *r, const struct node *row)
{
	struct source source;

	find_source(r, row, &source);
	add_name(r, row, &source);
	for (int i = r->has_ref; i < source.count; i++)
		if (i != r->name && !is_void(row, source.cells[i]))
			add_pair(r, row, &source, i);
	r->grid->rows.at[r->grid->rows.count - 1].is_joined = false;
	r->has_labels = true;
}

static void
find_heads(struct recording *r, const struct node *head)
{
	for (const struct node *row = head->first; row; row = row->next) {
		int column = 0;

		for (const struct node *cell = row->first; cell && column < r->count;
		     cell = cell->next)
			r->heads[column++] = cell;
	}
}

/* True for a row of one cell over all columns. */
static bool
is_across(const struct node *row)
{
	return row->look == LOOK_row_group || row->look == LOOK_row_notes ||
	    row->look == LOOK_row_explanation;
}

/* Nothing of a row without cells: all of them span it from above. */
static void
add_row(struct recording *r, const struct node *row)
{
	if (row->first && !is_across(row))
		add_record(r, row);
	for (const struct node *cell = row->first; cell && is_across(row); cell = cell->next) {
		grid_add_row(r->grid, row, row_kind_of(row, false));
		grid_add_cell(r->grid, cell, RECORD_REF, TO_THE_END);
	}
}

static void
add_rows(struct recording *r, const struct node *part)
{
	for (const struct node *node = part->first; node; node = node->next) {
		if (node->tag == TAG_TBODY) {
			add_rows(r, node);
		} else if (node->tag == TAG_TR) {
			add_row(r, node);
			r->number++;
		}
	}
}

static bool
spans_columns(const struct node *row)
{
	for (const struct node *cell = row->first; cell; cell = cell->next)
		if (cell->columns > 1)
			return true;
	return false;
}

/* A head of one row, and no cell over several columns: there words would have no one label. */
bool
can_be_records(const struct node *table, int columns)
{
	int heads = 0;

	for (const struct node *node = table; node; node = node_next(node, table)) {
		if (node->tag != TAG_TR || is_across(node))
			continue;
		heads += node->parent->tag == TAG_THEAD;
		if (spans_columns(node))
			return false;
	}
	return heads == 1 && columns <= RECORD_COLUMNS_MOST;
}

void
add_records(struct grid *grid)
{
	struct recording r = { .grid = grid, .count = grid->columns };

	for (const struct node *node = grid->node->first; node; node = node->next)
		if (node->tag == TAG_THEAD)
			find_heads(&r, node);
	r.name = name_column(grid->node);
	r.has_ref = has_references(&r, grid->node);
	r.name_at = r.has_ref ? RECORD_LABEL : RECORD_REF;
	add_head(&r);
	add_rows(&r, grid->node);
}
