/* SPDX-License-Identifier: MIT */
/*
 * A table that no page is wide enough for is split by columns: each part has
 * the columns that are labels, again, and as many of the others as there is
 * room for; those under one head stay together where they can. What an earlier
 * part has is an artifact in a later one; a note stands below the first part
 * that marks it.
 */
#include <assert.h>

#include "typeset/table/grid.h"

static bool
is_label(const struct grid *grid, int column)
{
	const struct column *asked = grid_column(grid, column);
	bool has_labels = false;

	for (int i = 0; i < grid->columns; i++)
		has_labels |= grid_column(grid, i) && grid_column(grid, i)->label;
	return has_labels ? asked && asked->label : column == 0;
}

static length
labels_width(const struct grid *grid, const length *least)
{
	length width = 0;

	for (int i = 0; i < grid->columns; i++)
		width += is_label(grid, i) ? least[i] : 0;
	return width;
}

/* The columns from first on that fit beside the labels; one at least. */
static int
end_of_room(const struct grid *grid, int first, length room, const length *least)
{
	length used = 0;
	int end = first;

	while (end < grid->columns) {
		length next = is_label(grid, end) ? 0 : least[end];

		if (used > 0 && used + next > room)
			break;
		used += next;
		end++;
	}
	return end;
}

/* True where one head stands over columns on both sides of a column's left edge. */
static bool
parts_head(const struct grid *grid, int column)
{
	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->row >= grid->heads)
			return false;
		if (cell->column < column && column < cell->column + cell->columns)
			return true;
	}
	return false;
}

/* Before the columns under a head that do not all fit, where others stand before them. */
static int
end_of_part(const struct grid *grid, int first, int end)
{
	int at = end, labels = first;

	while (labels < end && is_label(grid, labels))
		labels++;
	while (at > labels && parts_head(grid, at))
		at--;
	return at > labels ? at : end;
}

/* ---- notes ---- */

struct marking { struct grid *grid; int part; int *owners; };

static void
own_note(void *marking_of, const struct node *node)
{
	struct marking *marking = marking_of;

	for (size_t i = 0; i < marking->grid->notes.count; i++)
		if (marking->grid->notes.at[i].node == node && marking->owners[i] < 0)
			marking->owners[i] = marking->part;
}

/*
 * All parts have the same notes; each keeps those that it is the first to mark,
 * the last one the others.
 */
static void
share_notes(struct grid *first)
{
	size_t count = first->notes.count;
	int *owners = arena_array(first->ts->scratch, count, sizeof *owners), part = 0;

	memset(owners, 0xFF, count * sizeof *owners);
	for (struct grid *grid = first; grid; grid = grid->more, part++) {
		struct marking marking = { grid, part, owners };

		for (size_t k = 0; k < grid->caption.strips.count && part == 0; k++)
			strip_notes(&grid->caption.strips.at[k], own_note, &marking);
		for (size_t i = 0; i < grid->cells.count; i++)
			for (size_t k = 0; k < grid->cells.at[i].galley.strips.count &&
			     !grid->cells.at[i].is_again;
			     k++)
				strip_notes(&grid->cells.at[i].galley.strips.at[k], own_note,
				    &marking);
	}
	part = 0;
	for (struct grid *grid = first; grid; grid = grid->more, part++)
		for (size_t i = 0; i < count; i++)
			grid->notes.at[i].is_elsewhere =
			    owners[i] >= 0 ? owners[i] != part : grid->more != NULL;
}

/* ---- parts ---- */

static struct grid *
new_part(const struct grid *whole, int first, int end)
{
	int *places = arena_array(whole->ts->arena, (size_t)whole->columns, sizeof *places),
	    count = 0;

	for (int i = 0; i < whole->columns; i++)
		places[i] = (i >= first && i < end) || is_label(whole, i) ? count++ : -1;
	return grid_part(whole, places, first, first > 0);
}

struct grid *
split_columns(const struct grid *whole, length width, const length *least)
{
	length room = longer(width - labels_width(whole, least), width / 4);
	struct grid *first = NULL, **end = &first;

	assert(whole->columns > 0);
	for (int column = 0; column < whole->columns;) {
		int next = end_of_part(whole, column, end_of_room(whole, column, room, least));

		*end = new_part(whole, column, next);
		(*end)->scale = whole->scale;
		(*end)->is_landscape = whole->is_landscape;
		(*end)->width = width;
		set_cells(*end, width);
		end = &(*end)->more;
		column = next;
	}
	share_notes(first);
	return first;
}
