/* SPDX-License-Identifier: MIT */
/*
 * A TABLE node to rows and cells.
 *
 * Every cell knows its place: a cell that spans rows keeps its columns from
 * the cells of the rows below. What a span says beyond the table's edge is cut
 * off, so that each place belongs to one cell at most.
 */
#include "typeset/table/grid.h"

#define KEY_PAD POINTS(3.5)
enum { BESIDE_MOST = 64 };		/* bytes of a value that stands beside another pair */
#define PAIRED_MOST POINTS(13)		/* in larger type, pairs stand one below the other */

/* ---- rows and cells ---- */

enum row_kind
row_kind_of(const struct node *row, bool is_head)
{
	if (is_head)
		return ROW_HEAD;
	switch (row->look) {
	case LOOK_row_group: return ROW_GROUP;
	case LOOK_row_subtotal: return ROW_SUBTOTAL;
	case LOOK_row_total: return ROW_TOTAL;
	case LOOK_row_explanation: return ROW_EXPLANATION;
	case LOOK_row_notes: return ROW_NOTES;
	default: return ROW_PLAIN;
	}
}

static int
count_columns(const struct node *table)
{
	int most = table->columns;

	for (const struct node *node = table; node; node = node_next(node, table)) {
		int count = 0;

		if (node->tag != TAG_TR)
			continue;
		for (const struct node *cell = node->first; cell; cell = cell->next)
			count += cell->columns;
		if (!table->column && count > most)
			most = count;
	}
	return most > 0 ? most : 1;
}

/* How many columns the TABLE has; a grid may hold some of them. */
static int
table_columns(const struct grid *grid)
{
	return grid->places ? grid->table_columns : grid->columns;
}

struct grid_row *
grid_add_row(struct grid *grid, const struct node *node, enum row_kind kind)
{
	struct grid_row *row = array_push(grid->ts->scratch, &grid->rows);

	row->kind = kind;
	row->node = node;
	row->group = row->ends = -1;
	row->first = row->end = (int)grid->cells.count;
	return row;
}

struct grid_cell *
grid_add_cell(struct grid *grid, const struct node *node, int column, int columns)
{
	struct grid_cell *cell = array_push(grid->ts->scratch, &grid->cells);
	int row = (int)grid->rows.count - 1;

	cell->node = node;
	cell->row = row;
	cell->column = column;
	cell->columns = columns;
	cell->rows = 1;
	cell->of_column = -1;
	cell->is_head = node->tag == TAG_TH;
	grid->rows.at[row].end = (int)grid->cells.count;
	return cell;
}

/* A cell of the table's columns from first up to end, as far as they are in this grid. */
static void
add_cell(struct grid *grid, const struct node *node, int first, int end)
{
	struct grid_cell *cell;
	int place = -1, count = 0;

	for (int column = first; column < end; column++) {
		int at = grid->places ? grid->places[column] : column;

		place = at >= 0 && count == 0 ? at : place;
		count += at >= 0;
	}
	if (count == 0)
		return;
	cell = grid_add_cell(grid, node, place, count);
	cell->rows = node->rows > 1 ? node->rows : 1;
	cell->is_current = node->look == LOOK_cell_current;
	cell->is_again = grid->places && grid->is_later && first < grid->own;
}

/*
 * The cells of a row, in the places that spans from above leave free; until:
 * the row up to which each column is taken.
 */
static void
add_cells(struct grid *grid, const struct node *row, int number, int *until)
{
	int column = 0, count = table_columns(grid);

	for (const struct node *node = row->first; node; node = node->next) {
		int first, rows = node->rows > 1 ? node->rows : 1;

		while (column < count && until[column] > number)
			column++;
		if (column >= count)
			break;
		first = column;
		for (int k = 0; k < node->columns && column < count && until[column] <= number; k++)
			until[column++] = number + rows;
		add_cell(grid, node, first, column);
	}
}

static void
add_row(struct grid *grid, const struct node *node, bool is_head, int *until)
{
	/* What spans the table stands once, with the first of its columns. */
	if (grid->is_later && node->look == LOOK_row_explanation)
		return;
	grid_add_row(grid, node, row_kind_of(node, is_head));
	add_cells(grid, node, (int)grid->rows.count - 1, until);
}

/* The last row, where it is one pair of a front block beside which another may stand; or null. */
static struct grid_row *
open_pair(struct grid *grid)
{
	struct grid_row *row = grid->rows.count > 0 ? &grid->rows.at[grid->rows.count - 1] : NULL;

	return grid->is_paired && row && row->end - row->first == PAIR &&
	    grid->cells.at[row->end - 1].columns == 1 ? row : NULL;
}

/* A pair that stands alone has the width of two. */
static void
widen_last_pair(struct grid *grid)
{
	struct grid_row *row = open_pair(grid);

	if (row)
		grid->cells.at[row->end - 1].columns = 2 * PAIR - 1;
}

/* A list of names, or words that would stand in many short lines. */
static bool
is_long_pair(const struct grid *grid, const struct node *row)
{
	const struct node *value = row->first ? row->first->next : NULL;

	return grid->is_paired && value &&
	    node_words(grid->ts->scratch, value).length > BESIDE_MOST;
}

/*
 * In a front block two pairs of label and value stand in a row, the second
 * beside the first; true for a pair that stands so. A long one stands alone.
 */
static bool
add_pair(struct grid *grid, const struct node *node)
{
	int column = PAIR;

	if (is_long_pair(grid, node))
		widen_last_pair(grid);
	if (!open_pair(grid))
		return false;
	for (const struct node *cell = node->first; cell && column < 2 * PAIR;
	     cell = cell->next, column++)
		add_cell(grid, cell, column, column + 1);
	return true;
}

static void
add_rows(struct grid *grid, const struct node *part, bool is_head, int *until)
{
	for (const struct node *node = part->first; node; node = node->next) {
		if (node->tag == TAG_TR && add_pair(grid, node))
			continue;
		if (node->tag == TAG_TR) {
			add_row(grid, node, is_head, until);
			if (is_long_pair(grid, node))
				widen_last_pair(grid);
		} else if (node->tag == TAG_THEAD || node->tag == TAG_TBODY)
			add_rows(grid, node, node->tag == TAG_THEAD, until);
		if (is_head)
			grid->heads = (int)grid->rows.count;
	}
}

/*
 * A span ends with the head, or with the table; then the edges that it crosses,
 * and its last row, are known.
 */
static void
end_spans(struct grid *grid)
{
	struct arena *arena = grid->ts->arena;

	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];
		int end = cell->row < grid->heads ? grid->heads : (int)grid->rows.count;

		if (cell->row + cell->rows > end)
			cell->rows = end - cell->row;
		if (cell->rows == 1)
			continue;
		*array_push(arena, &grid->spans) = (int)i;
		end = cell->row + cell->rows - 1;
		cell->next_end = grid->rows.at[end].ends;
		grid->rows.at[end].ends = (int)i;
		if (!grid->crossed)
			grid->crossed = arena_array(arena, grid->rows.count, (size_t)grid->columns);
		for (int row = cell->row; row < end; row++)
			memset(&grid->crossed[(size_t)row * (size_t)grid->columns +
			           (size_t)cell->column],
			    1, (size_t)cell->columns);
	}
}

/* ---- what rows are ---- */

/*
 * Which rows stay with the one before: the first two beside a group's head,
 * what follows one, sums, explanations, the last.
 */
static void
keep_rows(struct grid *grid)
{
	int count = (int)grid->rows.count, group = -1, stripe = 0;

	for (int i = grid->heads; i < count; i++) {
		struct grid_row *row = &grid->rows.at[i];
		enum row_kind before = i > grid->heads ? row[-1].kind : ROW_HEAD;

		if (row->kind == ROW_GROUP) {
			group = i;
			stripe = 0;
		}
		row->group = group;
		row->is_kept |= grid->is_key || i < grid->heads + 2 || before == ROW_GROUP ||
		    (i == grid->heads + 2 && row[-2].kind == ROW_GROUP && row->kind != ROW_GROUP) ||
		    row->kind == ROW_SUBTOTAL || row->kind == ROW_TOTAL ||
		    row->kind == ROW_EXPLANATION || row->kind == ROW_NOTES ||
		    (i == count - 1 && count - grid->heads > 2);
		if (row->kind == ROW_PLAIN)
			row->is_striped = stripe++ % 2 == 0;
		else if (row->kind == ROW_EXPLANATION && i > 0)
			row->is_striped = row[-1].is_striped;
	}
}

static void
pad_rows(struct grid *grid)
{
	const struct tokens *look = grid->ts->look;

	for (size_t i = 0; i < grid->rows.count; i++) {
		struct grid_row *row = &grid->rows.at[i];

		row->above = row->below = look->table.pad_y;
		if (grid->is_records && row->kind == ROW_PLAIN) {
			row->above = i > 0 && row[-1].is_joined ? 0 : row->above;
			row->below = row->is_joined
			    ? look->type[grid->style].leading - look->type[grid->style].size
			    : row->below;
		}
		if (grid->is_key)
			row->above = row->below = KEY_PAD;
		if (grid->is_form && (row->kind == ROW_PLAIN))
			row->above = row->below = look->space[SPACE_form_pad];
		if (row->kind == ROW_HEAD)
			row->above = row->below = look->space[SPACE_head_pad];
		if (row->kind == ROW_EXPLANATION)
			row->above = look->table.pad_y / 4;
		if (row->kind == ROW_NOTES && i + 1 == grid->rows.count) {
			row->above = look->space[SPACE_notes_above];
			row->below = 0;
		}
		if (row->kind == ROW_GROUP) {
			row->above = look->space[SPACE_group_above];
			row->below = look->space[SPACE_group_below];
			if (look->table.group == GROUP_BAR)
				row->above = row->below = look->table.pad_y + POINTS(1);
		}
	}
}

/* ---- all of it ---- */

static void
fill_grid(struct grid *grid)
{
	struct typesetter *ts = grid->ts;
	int *until = arena_array(ts->scratch, (size_t)table_columns(grid), sizeof *until);

	if (grid->is_records)
		add_records(grid);
	else
		add_rows(grid, grid->node, false, until);
	widen_last_pair(grid);
	for (size_t i = 0; i < grid->cells.count; i++)
		fill_cell(grid, &grid->cells.at[i]);
	if (grid->is_records)
		arrange_records(grid);
	end_spans(grid);
	keep_rows(grid);
	pad_rows(grid);
	if (!grid->is_nested)
		fill_captions(grid);
	array_settle(ts->arena, &grid->rows);
	array_settle(ts->arena, &grid->cells);
}

struct grid *
grid_new(struct typesetter *ts, const struct node *table, bool is_nested)
{
	struct grid *grid = ARENA_NEW(ts->arena, struct grid);

	grid->ts = ts;
	grid->node = table;
	grid->is_nested = is_nested;
	grid->is_form = table->look == LOOK_form_table || table->look == LOOK_front_block ||
	    table->look == LOOK_cover_facts;
	grid->is_key = table->look == LOOK_key;
	grid->style = grid->is_form ? STYLE_FORM : STYLE_TABLE;
	grid->columns = count_columns(table);
	grid->is_paired = table->look == LOOK_front_block && grid->columns == PAIR &&
	    ts->look->type[STYLE_FORM].size < PAIRED_MOST;
	if (grid->is_paired)
		grid->columns = 2 * PAIR;
	grid->active = grid;
	fill_grid(grid);
	return grid;
}

/* Another grid of a table, still without rows. */
static struct grid *
grid_beside(const struct grid *whole)
{
	struct grid *grid = ARENA_NEW(whole->ts->arena, struct grid);

	grid->ts = whole->ts;
	grid->node = whole->node;
	grid->style = whole->style;
	return grid;
}

struct grid *
grid_part(const struct grid *whole, int *places, int own, bool is_later)
{
	struct grid *grid = grid_beside(whole);

	grid->table_columns = whole->columns;
	grid->places = places;
	grid->own = own;
	grid->is_later = is_later;
	for (int i = 0; i < whole->columns; i++)
		grid->columns += places[i] >= 0;
	fill_grid(grid);
	return grid;
}

struct grid *
grid_as_records(const struct grid *table, length width)
{
	struct grid *grid = grid_beside(table);

	grid->columns = table->columns;
	grid->is_records = true;
	grid->width = width;
	grid->scale = 1000;
	fill_grid(grid);
	return grid;
}
