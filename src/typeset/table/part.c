/* SPDX-License-Identifier: MIT */
/*
 * A part of a table on its page: how it begins, and what of each cell stands
 * in it. What stands on a page before is an artifact when it is said again.
 */
#include "typeset/table/part.h"

/* ---- the head ---- */

bool
part_began_before(const struct part *part, const struct grid_cell *cell)
{
	return part->is_again && cell->row < part->first && cell->row >= part->grid->heads;
}

static bool
is_resumed(const struct grid *grid, int number)
{
	for (int i = grid->rows.at[number].first; i < grid->rows.at[number].end; i++)
		if (grid->cells.at[i].shown > 0)
			return true;
	return false;
}

/* True where something of a row is to come: of its cells, or of those that end in it. */
static bool
has_more(const struct grid *grid, int number)
{
	const struct grid_row *row = &grid->rows.at[number];

	for (int i = row->first; i < row->end; i++)
		if (grid->cells.at[i].shown < grid->cells.at[i].galley.strips.count)
			return true;
	return row->ends >= 0;
}

/* A row that goes on, or the explanation of one, bears the row's name again. */
static bool
needs_label(const struct grid *grid, int number)
{
	enum row_kind kind = grid->rows.at[number].kind;

	return kind != ROW_NOTES && (kind == ROW_EXPLANATION || is_resumed(grid, number)) &&
	    has_more(grid, number);
}

static void
add_group(struct part *part, int group)
{
	struct grid *grid = part->grid;
	const struct grid_cell *cell = &grid->cells.at[grid->rows.at[group].first];

	part->group = ARENA_NEW(grid->ts->arena, struct galley);
	fill_group(grid, cell->node, part->group, true);
	galley_scale(part->group, grid->scale);
	galley_set(grid->ts, part->group, cell_width(grid, cell));
	part_add_row(part, group, galley_height(part->group, 0, part->group->strips.count) +
	    grid->rows.at[group].above + grid->rows.at[group].below)->is_again = true;
}

static void
add_label(struct part *part)
{
	struct grid *grid = part->grid;

	fill_row_label(grid, part->first, &part->label);
	if (part->label.strips.count > 0)
		part->label_height = galley_height(&part->label, 0, part->label.strips.count) +
		    part->label.chunks.at[0]->leading - part->label.chunks.at[0]->size;
}

/* The notes of caption and head, where these stand for the first time. */
static void
take_top(struct part *part)
{
	const struct grid *grid = part->grid;

	if (part->is_again)
		return;
	if (part->caption == &grid->caption)
		part_take_galley(part, part->caption, 0, part->caption->strips.count);
	for (int i = 0; i < (grid->heads > 0 ? grid->rows.at[grid->heads - 1].end : 0); i++)
		part_take_strips(part, &grid->cells.at[i], 0, grid->cells.at[i].galley.strips.count);
}

void
part_begin(struct part *part)
{
	struct grid *grid = part->grid;
	int count = (int)grid->rows.count;

	part->is_again = grid->has_begun;
	part->caption = part->is_again || grid->is_later ? &grid->again : &grid->caption;
	part->first = part->is_again ? grid->next : grid->heads;
	part->next = part->first;
	if (part->is_again && part->first == count)
		return;		/* nothing but notes is left */
	if (part->caption->strips.count > 0)
		part->y = galley_height(part->caption, 0, part->caption->strips.count) +
		    grid->ts->look->space[SPACE_caption_below];
	part->top = part->y;
	for (int i = 0; i < grid->heads; i++)
		part_add_row(part, i, grid->tops[i + 1] - grid->tops[i])->is_again = part->is_again;
	take_top(part);
	if (part->is_again && part->first < count) {
		int group = grid->rows.at[part->first].group;

		if (group >= 0 && group != part->first)
			add_group(part, group);
		if (needs_label(grid, part->first))
			add_label(part);
		else if (grid->rows.at[part->first].above == 0)
			part->label_height = grid->ts->look->table.pad_y;	/* of a record that goes on */
	}
	part->body = part->y;
}

/* ---- rows and cells ---- */

struct placed_row *
part_add_row(struct part *part, int row, length height)
{
	struct placed_row *placed = array_push(part->grid->ts->scratch, &part->rows);

	*placed = (struct placed_row){ .row = row, .y = part->y, .height = height };
	part->y += height;
	return placed;
}

length
part_room(const struct part *part, length y)
{
	return part->room->bottom - part->room->y - part->room->foot->height - part->due_height - y;
}

size_t
part_from(const struct part *part, const struct grid_cell *cell, bool *repeats)
{
	*repeats = cell->shown == cell->galley.strips.count && cell->rows > 1 && part_began_before(part, cell);
	return *repeats ? 0 : cell->shown;
}

/* How many of so many lines are said again. */
static size_t
lines_again(const struct part *part, size_t lines)
{
	size_t most = (size_t)part->grid->ts->look->table.again_lines;

	return lines < most ? lines : most;
}

length
part_rest(const struct part *part, const struct grid_cell *cell)
{
	bool repeats;
	size_t from = part_from(part, cell, &repeats), end = cell->galley.strips.count;

	return galley_height(&cell->galley, from, repeats ? lines_again(part, end) : end);
}

length
part_cell_top(const struct part *part, const struct grid_cell *cell)
{
	if (part_began_before(part, cell))
		return part->body + part->label_height;
	for (size_t i = part->rows.count; i-- > 0;)
		if (part->rows.at[i].row == cell->row)
			return part->rows.at[i].y +
			    (cell->row == part->first ? part->label_height : 0);
	return part->y;
}

void
part_take_spans(struct part *part, int row, length bottom, bool is_cut)
{
	const struct grid *grid = part->grid;

	for (size_t i = 0; i < grid->spans.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];
		int last = cell->row + cell->rows - 1;
		size_t end = cell->galley.strips.count;

		if (cell->row > row)
			break;
		if (cell->row < grid->heads || last < part->first || last < row || (last == row && is_cut))
			continue;
		if (last > row)
			end = galley_fit(&cell->galley, cell->shown,
			    bottom - part_cell_top(part, cell) -
			        row_above(grid, cell->row, part->room->is_close) -
			        row_below(grid, cell->row, part->room->is_close));
		part_take_strips(part, cell, cell->shown, end);
	}
}

/* ---- the end ---- */

/* The last of its own rows: at the end of `rows`, or none. */
static const struct placed_row *
last_row(const struct part *part)
{
	const struct placed_row *last =
	    part->rows.count ? &part->rows.at[part->rows.count - 1] : NULL;

	return last && !last->is_again && last->row >= part->grid->heads ? last : NULL;
}

/* Of a cell that spans rows, what stands in the part, which ends at bottom. */
static size_t
end_of_span(const struct part *part, const struct grid_cell *cell, length bottom)
{
	const struct placed_row *last = last_row(part);
	size_t count = cell->galley.strips.count, from, end = count;
	length room = bottom - part_cell_top(part, cell) -
	    row_above(part->grid, cell->row, part->room->is_close) -
	    row_below(part->grid, cell->row, part->room->is_close);
	bool repeats;

	from = part_from(part, cell, &repeats);
	if (last && last->is_cut && cell->row + cell->rows - 1 == last->row && !repeats)
		return cell->until;
	if (cell->row + cell->rows > part->next)
		end = galley_fit(&cell->galley, from, room);
	return repeats ? lines_again(part, end) : end;
}

static void
end_rows(struct part *part)
{
	struct grid *grid = part->grid;
	const struct placed_row *last = last_row(part);
	int reached = last ? last->row : part->first - 1;

	for (size_t i = 0; i < part->rows.count; i++) {
		const struct placed_row *placed = &part->rows.at[i];

		if (placed->is_again || placed->is_cut)
			continue;
		for (int k = grid->rows.at[placed->row].first; k < grid->rows.at[placed->row].end;
		     k++)
			if (grid->cells.at[k].rows == 1)
				grid->cells.at[k].until = grid->cells.at[k].galley.strips.count;
	}
	for (size_t i = 0; i < grid->spans.count; i++) {
		struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];

		if (cell->row >= grid->heads && cell->row <= reached &&
		    cell->row + cell->rows > part->first)
			cell->until =
			    end_of_span(part, cell, last ? last->y + last->height : part->body);
		else
			cell->until = cell->row < grid->heads ? cell->galley.strips.count : cell->shown;	/* a try may have left more */
	}
}

static void
take_shown(struct part *part, const struct grid_cell *cell)
{
	if (cell->until > cell->shown)
		part_take_strips(part, cell, cell->shown, cell->until);
}

/* The notes of what stands in the part, and of nothing else: room was taken for more, where cells are parted. */
static void
settle_notes(struct part *part)
{
	struct grid *grid = part->grid;

	part_give_back(part, part->carried, part->feet);
	take_top(part);
	for (size_t i = 0; i < part->rows.count; i++) {
		const struct grid_row *row = &grid->rows.at[part->rows.at[i].row];

		for (int k = row->first;
		     k < row->end && part->rows.at[i].row >= grid->heads &&
		     !part->rows.at[i].is_again && row->kind != ROW_NOTES;
		     k++)
			take_shown(part, &grid->cells.at[k]);
	}
	for (size_t i = 0; i < grid->spans.count; i++)
		if (part_began_before(part, &grid->cells.at[grid->spans.at[i]]))
			take_shown(part, &grid->cells.at[grid->spans.at[i]]);
}

/* What a part says again is not more than was shown before. */
static void
show_cell(struct grid_cell *cell)
{
	cell->shown = cell->until > cell->shown ? cell->until : cell->shown;
}

static void
advance(struct part *part)
{
	struct grid *grid = part->grid;

	for (size_t i = 0; i < part->rows.count; i++)
		for (int k = grid->rows.at[part->rows.at[i].row].first;
		     k < grid->rows.at[part->rows.at[i].row].end; k++)
			show_cell(&grid->cells.at[k]);
	for (size_t i = 0; i < grid->spans.count; i++)
		show_cell(&grid->cells.at[grid->spans.at[i]]);
	for (size_t i = 0; i < part->notes.count; i++)
		((struct grid_note *)part->notes.at[i].note)->first = part->notes.at[i].end;
	grid->next = part->next;
	grid->has_begun = true;
}

void
part_end(struct part *part)
{
	end_rows(part);
	settle_notes(part);
	part_place_due(part);
	part_paint(part);
	advance(part);
}
