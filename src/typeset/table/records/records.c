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

#define REF_MOST 6	/* bytes of a reference */

/* What a table's row gives: its cells by column. */
struct source { const struct node *cells[RECORD_COLUMNS_MOST]; bool is_again[RECORD_COLUMNS_MOST]; int count; };

struct recording {
	struct grid *grid;
	const struct node *heads[RECORD_COLUMNS_MOST];	/* the label of each column */
	int until[RECORD_COLUMNS_MOST];			/* the row up to which a cell spans a column */
	const struct node *spanning[RECORD_COLUMNS_MOST];
	int number;					/* of the table's row */
	int count, name;				/* of its columns; the one that names the rows */
	bool has_ref;					/* the first column is of references, short enough to stand before the name */
	bool has_labels;				/* a record showed them */
};

static struct grid_row *
new_row(struct recording *r, const struct node *node, enum row_kind kind)
{
	struct grid_row *row = array_push(r->grid->ts->scratch, &r->grid->rows);

	row->kind = kind;
	row->node = node;
	row->group = row->ends = -1;
	row->first = row->end = (int)r->grid->cells.count;
	return row;
}

static struct grid_cell *
new_cell(struct recording *r, const struct node *node, int column, int columns)
{
	struct grid_cell *cell = array_push(r->grid->ts->scratch, &r->grid->cells);
	struct grid_row *row = &r->grid->rows.at[r->grid->rows.count - 1];

	cell->node = node;
	cell->row = (int)r->grid->rows.count - 1;
	cell->column = column;
	cell->columns = columns;
	cell->of_column = -1;
	cell->rows = 1;
	cell->is_head = node->tag == TAG_TH;
	row->end = (int)r->grid->cells.count;
	return cell;
}

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
		for (int k = 0; k < node->columns && column < r->count; k++) {
			r->until[column] = r->number + node->rows;
			r->spanning[column++] = node;
		}
		node = node->next;
	}
	r->number++;
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

/* True when the first column stands before the names, and all in it are short: no dates, no words. */
static bool
has_references(struct recording *r, const struct node *table)
{
	for (const struct node *node = table; node; node = node_next(node, table)) {
		bool is_row = node->tag == TAG_TR && node->parent->tag == TAG_TBODY && node->look == LOOK_plain;

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
	new_row(r, r->heads[r->name]->parent, ROW_HEAD);
	if (r->has_ref && r->heads[0])
		new_cell(r, r->heads[0], RECORD_REF, 1);
	new_cell(r, r->heads[r->name], r->has_ref ? RECORD_LABEL : RECORD_REF, TO_THE_END);
	r->grid->heads = 1;
}

static void
add_name(struct recording *r, const struct node *row, const struct source *source)
{
	int name = r->name;
	struct grid_row *title = new_row(r, row, ROW_PLAIN);
	struct grid_cell *cell;

	title->is_joined = true;
	if (r->has_ref && source->cells[0]) {
		cell = new_cell(r, source->cells[0], RECORD_REF, 1);
		cell->role = CELL_NAME;
		cell->is_again = source->is_again[0];
	}
	if (!source->cells[name])
		return;
	cell = new_cell(r, source->cells[name], r->has_ref ? RECORD_LABEL : RECORD_REF, TO_THE_END);
	cell->role = CELL_NAME;
	cell->is_again = source->is_again[name];
}

/* Label and value; a row of their own until they are arranged. */
static void
add_pair(struct recording *r, const struct node *row, const struct source *source, int column)
{
	struct grid_row *made = new_row(r, row, ROW_PLAIN);
	struct grid_cell *cell;

	made->is_joined = made->is_kept = true;
	if (r->heads[column]) {
		cell = new_cell(r, r->heads[column], RECORD_LABEL, 1);
		cell->role = CELL_LABEL;
		cell->of_column = column;
		cell->is_again = r->has_labels;
	}
	if (source->cells[column]) {
		cell = new_cell(r, source->cells[column], RECORD_VALUE, TO_THE_END);
		cell->role = CELL_VALUE;
		cell->of_column = column;
		cell->is_again = source->is_again[column];
	}
}

/* What a total has no figure for: a label alone would ask for one. */
static bool
is_void(const struct node *row, const struct node *cell)
{
	bool is_total = row->look == LOOK_row_total || row->look == LOOK_row_subtotal;

	return is_total && cell && !cell->first;
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

/* The lowest head of each column is its label. */
static void
find_heads(struct recording *r, const struct node *head)
{
	for (const struct node *row = head->first; row; row = row->next) {
		int column = 0;

		for (const struct node *cell = row->first; cell; cell = cell->next)
			for (int k = 0; k < cell->columns && column < r->count; k++, column++)
				r->heads[column] = k == 0 ? cell : r->heads[column];
	}
}

/* True for a row of one cell over all columns. */
static bool
is_across(const struct node *row)
{
	return row->look == LOOK_row_group || row->look == LOOK_row_notes || row->look == LOOK_row_explanation;
}

static void
add_rows(struct recording *r, const struct node *part)
{
	for (const struct node *node = part->first; node; node = node->next) {
		if (node->tag == TAG_TBODY) {
			add_rows(r, node);
		} else if (node->tag != TAG_TR) {
			continue;
		} else if (!node->first) {
			r->number++;	/* all its cells span it from above */
		} else if (is_across(node)) {
			for (const struct node *cell = node->first; cell; cell = cell->next) {
				new_row(r, node, row_kind_of(node, false));
				new_cell(r, cell, RECORD_REF, TO_THE_END);
			}
			r->number++;
		} else {
			add_record(r, node);
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
	add_head(&r);
	add_rows(&r, grid->node);
}
