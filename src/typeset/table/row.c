/* SPDX-License-Identifier: MIT */
/*
 * One row: how high it is, and how it is painted.
 *
 * Rules take no room: they are drawn on the edge between two rows. Where a
 * cell spans that edge, the rule leaves it out.
 */
#include "typeset/table/grid.h"

enum { GROUP_RULE_WIDTH = 750 };

length
row_above(const struct grid *grid, int row, bool is_close)
{
	if (is_close && grid->is_form && grid->rows.at[row].kind == ROW_PLAIN)
		return grid->ts->look->space[SPACE_form_pad_shared];
	return grid->rows.at[row].above;
}

length
row_below(const struct grid *grid, int row, bool is_close)
{
	if (is_close && grid->is_form && grid->rows.at[row].kind == ROW_PLAIN)
		return grid->ts->look->space[SPACE_form_pad_shared];
	return grid->rows.at[row].below;
}

length
row_least(const struct grid *grid, int number)
{
	const struct grid_row *row = &grid->rows.at[number];

	for (int i = row->first; i < row->end && (row->kind == ROW_PLAIN || row->kind == ROW_HEAD); i++)
		if (grid->cells.at[i].rows == 1)
			return scaled(grid->ts->look->type[grid->style].size, grid->scale, 1000);
	return 0;
}

void
row_tops(const struct grid *grid, bool is_close, length *tops)
{
	for (int number = 0; number < (int)grid->rows.count; number++) {
		const struct grid_row *row = &grid->rows.at[number];
		length least = row_least(grid, number),
		       pads = row_above(grid, number, is_close) + row_below(grid, number, is_close),
		       height = least > 0 ? least + pads : 0;

		for (int i = row->first; i < row->end; i++) {
			const struct galley *galley = &grid->cells.at[i].galley;

			if (grid->cells.at[i].rows == 1 && galley->strips.count > 0)
				height = longer(height,
				    galley_height(galley, 0, galley->strips.count) + pads);
		}
		for (int i = row->ends; i >= 0; i = grid->cells.at[i].next_end) {
			const struct galley *galley = &grid->cells.at[i].galley;

			height = longer(height,
			    galley_height(galley, 0, galley->strips.count) + pads -
			        (tops[number] - tops[grid->cells.at[i].row]));
		}
		tops[number + 1] = tops[number] + height;
	}
}

/* ---- painting ---- */

static void
paint_current(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, length x, length y)
{
	const struct grid_row *row = &grid->rows.at[placed->row];

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->is_current && row->kind == ROW_PLAIN)
			paint_fill(painter, COLOUR_tint2, x + grid->lefts[cell->column],
			    y + placed->y, sum_of(grid->widths + cell->column, cell->columns),
			    placed->height);
	}
}

void
paint_row_ground(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, length x, length y)
{
	const struct tokens *look = grid->ts->look;
	const struct grid_row *row = &grid->rows.at[placed->row];

	if (row->kind == ROW_GROUP && look->table.group == GROUP_BAR)
		paint_fill(painter, COLOUR_brand, x, y + placed->y, grid->width, placed->height);
	else if (row->kind == ROW_GROUP && look->table.group == GROUP_TINT)
		paint_fill(painter, COLOUR_tint, x, y + placed->y, grid->width, placed->height);
	else if (look->table.zebra && row->is_striped && !grid->is_form && !grid->is_key)
		paint_fill(painter, COLOUR_tint, x, y + placed->y, grid->width, placed->height);
	paint_current(painter, grid, placed, x, y);
}

/* True where a cell stands across the lower edge of a row. */
static bool
is_crossed(const struct grid *grid, int column, int row)
{
	return grid->crossed && grid->crossed[(size_t)row * (size_t)grid->columns + (size_t)column];
}

/* A rule on an edge, parted where cells span it. */
static void
paint_edge(const struct painter *painter, const struct grid *grid, int row, enum colour colour,
    length thickness, length x, length y)
{
	for (int from = 0, end; from < grid->columns; from = end + 1) {
		for (end = from; end < grid->columns && !is_crossed(grid, end, row);)
			end++;
		if (end > from)
			paint_fill(painter, colour, x + grid->lefts[from], y - thickness / 2,
			    sum_of(grid->widths + from, end - from), thickness);
	}
}

/* Under a head that spans columns, as far as its words may reach. */
static void
paint_head_spans(const struct painter *painter, const struct grid *grid, int number, length x, length y)
{
	const struct grid_row *row = &grid->rows.at[number];
	length thickness = grid->ts->look->table.rule_row;

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns > 1 && cell->rows == 1)
			paint_fill(painter, COLOUR_ink, x + grid->lefts[cell->column] + pad_x(grid),
			    y - thickness / 2, cell_width(grid, cell), thickness);
	}
}

static bool
is_sum(enum row_kind kind)
{
	return kind == ROW_SUBTOTAL || kind == ROW_TOTAL;
}

/* Below a row: what kind of rule follows from it and the next one. next is null at the end of a part. */
void
paint_row_rule(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, const struct placed_row *next, length x, length y)
{
	const struct tokens *look = grid->ts->look;
	enum row_kind kind = grid->rows.at[placed->row].kind,
	              after = next ? grid->rows.at[next->row].kind : ROW_PLAIN;

	y += placed->y + placed->height;
	if (grid->is_key)
		return;
	if (placed->is_cut)
		paint_dashes(painter, COLOUR_edge, x, y, grid->width, look->table.rule_end);
	else if (kind == ROW_HEAD && placed->row + 1 == grid->heads)
		paint_edge(painter, grid, placed->row, COLOUR_ink, look->table.rule_head, x, y);
	else if (kind == ROW_HEAD)
		paint_head_spans(painter, grid, placed->row, x, y);
	else if (grid->rows.at[placed->row].is_joined)
		return;
	else if (kind == ROW_GROUP && look->table.group == GROUP_BAR)
		return;
	else if (kind == ROW_GROUP)
		paint_fill(painter, COLOUR_brand, x, y - GROUP_RULE_WIDTH / 2, grid->width,
		    GROUP_RULE_WIDTH);
	else if (is_sum(after) || is_sum(kind))
		paint_edge(painter, grid, placed->row, COLOUR_ink, look->table.rule_end, x, y);
	else if (after != ROW_EXPLANATION)
		paint_edge(painter, grid, placed->row, COLOUR_rule, look->table.rule_row, x, y);
}

void
paint_cell(const struct painter *painter, const struct grid *grid, const struct grid_cell *cell,
    size_t from, size_t end, length x, length y)
{
	galley_paint(painter, &cell->galley, from, end,
	    x + grid->lefts[cell->column] + pad_x(grid) + cell->indent, y);
}
