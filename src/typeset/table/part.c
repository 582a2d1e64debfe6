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

/* A row or record that goes on, or the explanation of one, bears its name again. */
static bool
needs_label(const struct grid *grid, int number)
{
	enum row_kind kind = grid->rows.at[number].kind;
	bool is_named_above = kind == ROW_EXPLANATION || is_of_record(grid, number);

	return kind != ROW_NOTES && (is_named_above || is_resumed(grid, number)) &&
	    has_more(grid, number);
}

static void
add_group(struct part *part, int group)
{
	const struct grid_row *row = &part->grid->rows.at[group];

	part->group = group_again(part->grid, group);
	part_add_row(part, group, galley_height(part->group, 0, part->group->strips.count) +
	    row->above + row->below)->is_again = true;
}

static void
add_label(struct part *part)
{
	const struct galley *label = label_again(part->grid, part->first);

	if (label->strips.count == 0)
		return;
	part->label = label;
	part->label_height += galley_height(label, 0, label->strips.count) +
	    label->chunks.at[0]->leading - label->chunks.at[0]->size;
}

/*
 * A row that stands close below the one before it, as in a record or as an
 * explanation, stands here below the part's own rule: as far as any row.
 */
static void
add_lead(struct part *part)
{
	const struct grid_row *row = &part->grid->rows.at[part->first];

	if (row->kind == ROW_NOTES)
		return;
	part->label_lead = longer(part->grid->ts->look->table.pad_y - row->above, 0);
	part->label_height = part->label_lead;
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
		part_take_strips(part, &grid->cells.at[i], 0,
		    grid->cells.at[i].galley.strips.count);
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
		add_lead(part);
		if (needs_label(grid, part->first))
			add_label(part);
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
	return part->room.height - part->room.foot->height - part->due_height - y;
}

size_t
part_from(const struct part *part, const struct grid_cell *cell, bool *repeats)
{
	*repeats = cell->shown == cell->galley.strips.count && cell->rows > 1 &&
	    part_began_before(part, cell);
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

/* The room for a cell's words above an edge. */
static length
room_above(const struct part *part, const struct grid_cell *cell, length bottom)
{
	return bottom - part_cell_top(part, cell) -
	    row_above(part->grid, cell->row, part->room.is_close) -
	    row_below(part->grid, cell->row, part->room.is_close);
}

size_t
part_span_end(const struct part *part, const struct grid_cell *cell, length bottom)
{
	return galley_fit(&cell->galley, cell->shown, room_above(part, cell, bottom));
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
		if (cell->row < grid->heads || last < part->first || last < row ||
		    (last == row && is_cut))
			continue;
		if (last > row)
			end = part_span_end(part, cell, bottom);
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
	size_t end = cell->galley.strips.count, from;
	bool repeats;

	from = part_from(part, cell, &repeats);
	if (last && last->is_cut && cell->row + cell->rows - 1 == last->row && !repeats)
		return cell->until;
	if (cell->row + cell->rows > part->next)
		end = galley_fit(&cell->galley, from, room_above(part, cell, bottom));
	return repeats ? lines_again(part, end) : end;
}

/* How much of each cell is shown when the part has ended; a try may have left more. */
static void
end_rows(struct part *part)
{
	struct grid *grid = part->grid;
	const struct placed_row *last = last_row(part);
	int reached = last ? last->row : part->first - 1;
	length bottom = last ? last->y + last->height : part->body;

	for (array_each(const struct placed_row, placed, &part->rows)) {
		const struct grid_row *row = &grid->rows.at[placed->row];

		for (int k = row->first; k < row->end && !placed->is_again && !placed->is_cut; k++)
			if (grid->cells.at[k].rows == 1)
				grid->cells.at[k].until = grid->cells.at[k].galley.strips.count;
	}
	for (size_t i = 0; i < grid->spans.count; i++) {
		struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];

		if (cell->row < grid->heads)
			cell->until = cell->galley.strips.count;
		else if (cell->row <= reached && cell->row + cell->rows > part->first)
			cell->until = end_of_span(part, cell, bottom);
		else
			cell->until = cell->shown;
	}
}

static void
record_cell(struct part *part, struct grid_cell *cell)
{
	struct placed_cell *placed = array_push(part->grid->ts->scratch, &part->cells);

	placed->cell = cell;
	placed->from = part_from(part, cell, &placed->repeats);
	placed->end = cell->until;
}

/*
 * In the order of the tree: cells that began on a page before and go on beside
 * this part's rows, then those of its rows.
 */
static void
record_cells(struct part *part)
{
	struct grid *grid = part->grid;

	for (size_t i = 0; i < grid->spans.count; i++) {
		struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];

		if (cell->row >= part->first)
			break;
		if (part_began_before(part, cell) && cell->row + cell->rows > part->first)
			record_cell(part, cell);
	}
	for (array_each(const struct placed_row, placed, &part->rows)) {
		const struct grid_row *row = &grid->rows.at[placed->row];

		if (placed->is_again || row->kind == ROW_NOTES)
			continue;
		for (int k = row->first; k < row->end; k++)
			record_cell(part, &grid->cells.at[k]);
	}
}

/*
 * The notes of what stands in the part, and of nothing else: room was taken for
 * more, where cells are parted.
 */
static void
settle_notes(struct part *part)
{
	part_give_back(part, part->carried, part->feet);
	take_top(part);
	for (array_each(const struct placed_cell, placed, &part->cells))
		if (!placed->repeats && placed->cell->row >= part->grid->heads)
			part_take_strips(part, placed->cell, placed->from, placed->end);
}

/* What a part says again is not more than was shown before. */
static void
advance(struct part *part)
{
	struct grid *grid = part->grid;

	for (array_each(const struct placed_cell, placed, &part->cells))
		if (!placed->repeats)
			placed->cell->shown = placed->end;
	for (array_each(const struct placed_note, placed, &part->notes))
		placed->note->first = placed->end;
	grid->next = part->next;
	grid->has_begun = true;
}

void
part_end(struct part *part)
{
	end_rows(part);
	record_cells(part);
	settle_notes(part);
	part_place_due(part);
	advance(part);
	part->is_last = part->next == (int)part->grid->rows.count && !part_has_due(part);
}

static void
take_back(struct part *part)
{
	struct grid *grid = part->grid;

	for (array_each(const struct placed_cell, placed, &part->cells))
		if (!placed->repeats)
			placed->cell->shown = placed->from;
	for (array_each(const struct placed_note, placed, &part->notes))
		placed->note->first = placed->from;
	for (size_t i = part->carried; i < part->due.count; i++)
		grid->notes.at[part->due.at[i]].is_due = false;
	grid->next = part->first;
	grid->has_begun = part->is_again;
	part->table->active = grid;
}

void
part_take_back(struct part *part)
{
	for (; part; part = part->before)
		take_back(part);
}

length
part_height(const struct part *part)
{
	return part->offset + part->y;
}

bool
part_is_last(const struct part *part)
{
	return part->is_last && !part->grid->more;
}
