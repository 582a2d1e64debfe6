/* SPDX-License-Identifier: MIT */
/*
 * Notes of a table: below their group, or below the table; and where it is
 * broken, below the part on whose page their mark stands.
 *
 * The cell of a row of notes is a row of stretches, each a note or what else
 * stands among them. A stretch is due when its mark is placed, and its room
 * is then taken; it stands at the end of the part, or in its row if that is
 * reached. Each stands once.
 */
#include "typeset/table/part.h"

#include <stdlib.h>

static const struct galley *
galley_of(const struct grid *grid, const struct grid_note *note)
{
	return &grid->cells.at[grid->rows.at[note->row].first].galley;
}

/* Height of what is left of a note, with the room above it. */
static length
note_height(const struct grid *grid, const struct grid_note *note, bool is_first)
{
	const struct galley *galley = galley_of(grid, note);

	return galley_height(galley, note->first, note->end) +
	    (is_first ? 0 : grid->ts->look->space[SPACE_note_gap]);
}

/* Below the part or in their own rows, whichever is higher. */
static length
due_height(const struct part *part)
{
	const struct grid *grid = part->grid;
	length height = 0, pads = 0;
	bool is_first = true;

	for (size_t i = 0; i < part->due.count; i++) {
		const struct grid_note *note = &grid->notes.at[part->due.at[i]];
		const struct grid_row *row = &grid->rows.at[note->row];

		if (note->is_placed)
			continue;
		height += note_height(grid, note, is_first);
		is_first = false;
		pads = longer(longer(pads, grid->ts->look->space[SPACE_notes_above]),
		    row->above + row->below);
	}
	return height + pads;
}

static void
make_due(struct part *part, int number)
{
	part->grid->notes.at[number].is_due = true;
	*array_push(part->grid->ts->scratch, &part->due) = number;
	part->due_height = due_height(part);
}

/* The table's own note of a node, or null. Notes stand in the order of the tree. */
static struct grid_note *
find_note(const struct grid *grid, const struct node *node)
{
	size_t low = 0, high = grid->notes.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (grid->notes.at[middle].index < node->index)
			low = middle + 1;
		else
			high = middle;
	}
	return low < grid->notes.count && grid->notes.at[low].node == node ? &grid->notes.at[low]
	                                                                   : NULL;
}

static void
take_note(void *taker, const struct node *node)
{
	struct part *part = taker;
	struct grid_note *note = find_note(part->grid, node);

	if (!note)
		foot_take(part->room.foot, node);
	else if (!note->is_due && !note->is_placed && note->first < note->end)
		make_due(part, (int)(note - part->grid->notes.at));
}

void
part_take_galley(struct part *part, const struct galley *galley, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		strip_notes(&galley->strips.at[i], take_note, part);
}

void
part_take_strips(struct part *part, const struct grid_cell *cell, size_t from, size_t end)
{
	if (!cell->is_again)
		part_take_galley(part, &cell->galley, from, end);
}

void
part_give_back(struct part *part, size_t due, size_t feet)
{
	while (part->due.count > due)
		part->grid->notes.at[part->due.at[--part->due.count]].is_due = false;
	part->due_height = due_height(part);
	foot_give_back(part->room.foot, feet);
}

void
part_carry_due(struct part *part)
{
	for (size_t i = 0; i < part->grid->notes.count; i++)
		part->grid->notes.at[i].is_placed = false;
	for (size_t i = 0; i < part->grid->notes.count; i++)
		if (part->grid->notes.at[i].is_due &&
		    part->grid->notes.at[i].first < part->grid->notes.at[i].end)
			make_due(part, (int)i);
}

/*
 * Places what fits of a note; false when something of it is left. On a fresh
 * page one line always fits.
 */
static bool
place_note(struct part *part, struct grid_note *note, length room, bool is_first)
{
	const struct galley *galley = galley_of(part->grid, note);
	length gap = is_first ? 0 : part->grid->ts->look->space[SPACE_note_gap];
	size_t end = note->end;
	struct placed_note *placed;

	if (gap + galley_height(galley, note->first, end) > room) {
		end = galley_fit(galley, note->first, room - gap);
		if (end == note->first && part->notes.count == 0 && part->rows.count == 0)
			end++;
	}
	if (end == note->first)
		return false;
	placed = array_push(part->grid->ts->scratch, &part->notes);
	*placed = (struct placed_note){ note, note->first, end, part->y + gap };
	part->y += gap + galley_height(galley, note->first, end);
	return end == note->end;
}

/* The notes of a row stand in it from then on, and take no room below the part. */
static void
place_in_row(struct part *part, int row)
{
	for (size_t i = 0; i < part->grid->notes.count; i++)
		part->grid->notes.at[i].is_placed |= part->grid->notes.at[i].row == row;
	part->due_height = due_height(part);
}

void
part_drop_notes(struct part *part, int row)
{
	struct placed_notes *placed = &part->notes;

	for (size_t i = 0; i < part->grid->notes.count; i++)
		part->grid->notes.at[i].is_placed &= part->grid->notes.at[i].row < row;
	while (placed->count > 0 && placed->at[placed->count - 1].note->row >= row)
		placed->count--;
}

bool
part_place_note_row(struct part *part, int row)
{
	const struct grid *grid = part->grid;
	length top = part->y, above = grid->rows.at[row].above, below = grid->rows.at[row].below;
	size_t before = part->notes.count;
	bool fits = true;

	place_in_row(part, row);
	part->y += above;
	for (size_t i = 0; i < grid->notes.count && fits; i++) {
		struct grid_note *note = &grid->notes.at[i];

		if (note->row == row && note->first < note->end)
			fits = place_note(part, note, part_room(part, part->y) - below,
			    part->notes.count == before);
	}
	if (part->notes.count == before) {
		part->y = top;
		return fits;
	}
	part->y = top;
	for (size_t i = before; i < part->notes.count; i++)
		top = part->notes.at[i].y +
		    galley_height(galley_of(grid, part->notes.at[i].note),
		        part->notes.at[i].note->first, part->notes.at[i].end);
	part_add_row(part, row, top + below - part->y);
	return fits;
}

static int
by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

void
part_place_due(struct part *part)
{
	struct grid *grid = part->grid;
	size_t before = part->notes.count, count = part->due.count;
	int *sorted;

	if (part->due_height == 0)
		return;
	sorted = arena_copy(grid->ts->scratch, part->due.at, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, by_number);
	part->due_height = 0;
	part->y += grid->ts->look->space[SPACE_notes_above];
	for (size_t i = 0; i < count; i++) {
		struct grid_note *note = &grid->notes.at[sorted[i]];

		if (!note->is_placed &&
		    !place_note(part, note, part_room(part, part->y), part->notes.count == before))
			break;
	}
}

bool
part_has_due(const struct part *part)
{
	for (size_t i = 0; i < part->grid->notes.count; i++)
		if (part->grid->notes.at[i].is_due &&
		    part->grid->notes.at[i].first < part->grid->notes.at[i].end)
			return true;
	return false;
}
