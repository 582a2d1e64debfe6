/* SPDX-License-Identifier: MIT */
/*
 * The words of a cell: how they look is said by its row, its column and its
 * own look, and in a table that is set as records by what the cell is there.
 */
#include "typeset/table/grid.h"

const struct column *
grid_column(const struct grid *grid, int column)
{
	for (int i = 0; grid->places && i < grid->table_columns; i++)
		if (grid->places[i] == column) {
			column = i;
			break;
		}
	return grid->node->column && column < grid->node->columns ? &grid->node->column[column]
	                                                          : NULL;
}

static enum set_as
set_of(const struct grid *grid, const struct grid_cell *cell)
{
	bool is_value = cell->role == CELL_VALUE;
	const struct column *column = is_value || cell->columns == 1
	    ? grid_column(grid, is_value ? cell->of_column : cell->column)
	    : NULL;

	return cell->node->set ? cell->node->set : column ? column->set : SET_LEFT;
}

/* How the words of a cell look, by its row and its own look. */
static void
dress(const struct grid *grid, const struct grid_cell *cell, struct flow *flow)
{
	enum row_kind kind = grid->rows.at[cell->row].kind;

	flow->set = set_of(grid, cell);
	if (kind == ROW_SUBTOTAL || kind == ROW_TOTAL || (grid->is_form && cell->is_head) ||
	    cell->node->look == LOOK_cell_actual || cell->is_current)
		flow->weight = 600;
	if (cell->node->look == LOOK_cell_ref)
		flow->colour = COLOUR_muted;
	if (kind == ROW_HEAD && flow->set == SET_NUMBER)
		flow->set = SET_RIGHT;
	if (cell->role != CELL_OF_TABLE)
		flow->set = SET_LEFT;
	if (cell->role == CELL_NAME ||
	    (cell->role == CELL_VALUE && set_of(grid, cell) == SET_NUMBER))
		flow->weight = 600;
	if (cell->role == CELL_LABEL) {
		flow->weight = 400;
		flow->joins_lines = true;
	}
}

static enum type_style
style_of(const struct grid *grid, const struct grid_cell *cell)
{
	switch (grid->rows.at[cell->row].kind) {
	case ROW_HEAD: return STYLE_THEAD;
	case ROW_NOTES: return STYLE_NOTE;
	default: return grid->style;
	}
}

void
fill_cell(struct grid *grid, struct grid_cell *cell)
{
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(grid->ts, &next, &cell->galley, style_of(grid, cell));

	if (grid->rows.at[cell->row].kind == ROW_GROUP) {
		fill_group(grid, cell->node, &cell->galley, false);
		return;
	}
	if (grid->rows.at[cell->row].kind == ROW_EXPLANATION)
		flow.paragraph_gap = flow.item_gap = grid->ts->look->type[grid->style].leading -
		    grid->ts->look->type[grid->style].size;
	dress(grid, cell, &flow);
	flow_children(&flow, cell->node);
}
