/* SPDX-License-Identifier: MIT */
/*
 * Filling pages with a table, part by part.
 *
 * Rows follow each other while they fit, together with the notes whose marks
 * stand in them. When a row does not fit it is broken between its lines, if
 * it has enough of them; else the part ends where it may, at the last row
 * that need not stay with the next. On a fresh page something always is
 * placed. How much of its cells is shown is the only state that a later part
 * needs.
 */
#include "typeset/table/part.h"

#define NEARLY POINTS(1)	/* room for less than a line is not sought */

static length
pads_of(const struct part *part, int row)
{
	return row_above(part->grid, row, part->room.is_close) +
	    row_below(part->grid, row, part->room.is_close);
}

/* What is repeated above the words of the first row. */
static length
label_of(const struct part *part, int row)
{
	return row == part->first ? part->label_height : 0;
}

/*
 * The height of a row at the end of the part, with what is left of its cells and
 * of the spans that end in it.
 */
static length
height_of_row(const struct part *part, int number)
{
	const struct grid *grid = part->grid;
	const struct grid_row *row = &grid->rows.at[number];
	length pads = pads_of(part, number), least = row_least(grid, number),
	       height = least > 0 ? least + pads : 0;

	for (int i = row->first; i < row->end; i++)
		if (grid->cells.at[i].rows == 1 && grid->cells.at[i].galley.strips.count > 0)
			height = longer(height,
			    part_rest(part, &grid->cells.at[i]) + pads + label_of(part, number));
	for (int i = row->ends; i >= 0; i = grid->cells.at[i].next_end)
		height = longer(height,
		    part_rest(part, &grid->cells.at[i]) + pads -
		        (part->y - part_cell_top(part, &grid->cells.at[i])));
	return height;
}

/* ---- breaking a row ---- */

/*
 * True where a cell that goes on beside that row, and began in the part, would
 * show nothing of itself above that edge: its rows would stand there unnamed.
 */
static bool
parts_span(const struct part *part, int number, length bottom)
{
	const struct grid *grid = part->grid;

	for (size_t i = 0; i < grid->spans.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];

		if (cell->row >= number)
			break;
		if (cell->row >= part->first && cell->row + cell->rows > number &&
		    cell->galley.strips.count > 0 && part_span_end(part, cell, bottom) == 0)
			return true;
	}
	return false;
}

static bool
has_lines_to_break(const struct part *part, int number)
{
	const struct grid *grid = part->grid;
	const struct grid_row *row = &grid->rows.at[number];
	size_t most = 0;

	if (row->kind == ROW_GROUP || grid->is_key)
		return false;
	for (int i = row->first; i < row->end; i++)
		if (grid->cells.at[i].rows == 1 &&
		    grid->cells.at[i].galley.strips.count - grid->cells.at[i].shown > most)
			most = grid->cells.at[i].galley.strips.count - grid->cells.at[i].shown;
	for (int i = row->ends; i >= 0; i = grid->cells.at[i].next_end)
		if (grid->cells.at[i].galley.strips.count - grid->cells.at[i].shown > most)
			most = grid->cells.at[i].galley.strips.count - grid->cells.at[i].shown;
	return most >= (size_t)grid->ts->look->table.break_lines;
}

/* The end of the least of a cell that stands by itself: the lines that stay together. */
static size_t
least_end(const struct strips *strips, size_t first)
{
	size_t end = first + 1;

	while (end < strips->count && strips->at[end].is_kept)
		end++;
	return end;
}

/*
 * How many strips of a cell stand in a height; when it is forced (most is above
 * 0), one at least, and no less than stands by itself, if that is no higher than
 * most.
 */
static size_t
fit_cell(const struct grid_cell *cell, length height, length most)
{
	const struct strips *strips = &cell->galley.strips;
	size_t end = galley_fit(&cell->galley, cell->shown, height);

	if (end > cell->shown || end == strips->count || most <= 0)
		return end;
	end = least_end(strips, cell->shown);
	if (galley_height(&cell->galley, cell->shown, end) <= most)
		return end;
	for (end = cell->shown + 1; end < strips->count &&
	     galley_height(&cell->galley, cell->shown, end + 1) <= height;)
		end++;
	return end;
}

/* Sets until of a cell; false when it would show nothing of what is left of it. */
static bool
break_cell(struct part *part, struct grid_cell *cell, length room, length most, bool *is_left)
{
	cell->until = fit_cell(cell, room, most);
	*is_left |= cell->until < cell->galley.strips.count;
	part_take_strips(part, cell, cell->shown, cell->until);
	return cell->until > cell->shown || cell->shown == cell->galley.strips.count;
}

/*
 * One try to break a row into so much room: what stands of it, and whether all
 * of its cells show something.
 */
struct broken { length height; bool shows, is_left; };

static struct broken
try_break(struct part *part, int number, length room, length most)
{
	struct grid *grid = part->grid;
	const struct grid_row *row = &grid->rows.at[number];
	struct broken broken = { 1, true, false };

	for (int i = row->first; i < row->end; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		if (cell->rows > 1)
			continue;	/* it goes on beside later rows */
		broken.shows &= break_cell(part, cell, room, most, &broken.is_left);
		broken.height =
		    longer(broken.height, galley_height(&cell->galley, cell->shown, cell->until));
	}
	for (int i = row->ends; i >= 0; i = grid->cells.at[i].next_end) {
		struct grid_cell *cell = &grid->cells.at[i];
		length offset = part->y - part_cell_top(part, cell);

		broken.shows &= break_cell(part, cell, room + offset,
		    most > 0 ? most + offset : 0, &broken.is_left);
		broken.height = longer(broken.height,
		    galley_height(&cell->galley, cell->shown, cell->until) - offset);
	}
	return broken;
}

/* How much too high a row is that is broken into so much room, with its notes; they are taken. */
static length
over_at(struct part *part, int number, length head, length room, bool is_forced,
    struct broken *broken)
{
	length most = longer(part->room.height - part->y - head, 1);

	*broken = try_break(part, number, room, is_forced ? most : 0);
	broken->shows &= !parts_span(part, number + 1, part->y + head + broken->height);
	part_take_spans(part, number, part->y + head + broken->height, true);
	return -part_room(part, part->y + head + broken->height);
}

/* The room of the rule below what stands of the row is the first to yield. */
static void
add_cut(struct part *part, int number, length height, length rule)
{
	length room_left = part->room.height - part->y;

	height = height > room_left ? longer(height - rule, room_left) : height;
	part_add_row(part, number, height)->is_cut = true;
	part->next = number;
}

/*
 * The row is broken so that what stands of it fits together with its notes:
 * the most room is sought that leaves enough for these. Forced, it is broken
 * anyhow, and notes may go on overleaf.
 */
static bool
break_row(struct part *part, int number, bool is_forced)
{
	length rule = part->grid->ts->look->space[SPACE_break_rule];
	length head =
	    row_above(part->grid, number, part->room.is_close) + label_of(part, number) + rule;
	length low = 0, high = longer(part_room(part, part->y) - head, 0), over;
	size_t due = part->due.count, feet = part->room.foot->count;
	struct broken broken;

	over = over_at(part, number, head, high, is_forced, &broken);
	while (over > 0 && high - low > NEARLY) {
		length middle = low + (high - low) / 2;

		part_give_back(part, due, feet);
		if (over_at(part, number, head, middle, is_forced, &broken) > 0)
			high = middle;
		else
			low = middle;
	}
	if (over > 0) {
		part_give_back(part, due, feet);
		over = over_at(part, number, head, low, is_forced, &broken);
	}
	if (broken.is_left && (is_forced || (broken.shows && over <= 0))) {
		add_cut(part, number, head + broken.height, rule);
		return true;
	}
	part_give_back(part, due, feet);
	return false;
}

/* ---- rows ---- */

static void
set_stop(struct part *part, int row)
{
	part->stop = (struct stop){
		.row = row,
		.rows = part->rows.count,
		.feet = part->room.foot->count,
		.due = part->due.count,
		.y = part->y,
		.is_set = true,
	};
}

static void
take_row(struct part *part, int number, length height)
{
	const struct grid_row *row = &part->grid->rows.at[number];

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &part->grid->cells.at[i];

		if (cell->rows == 1)
			part_take_strips(part, cell, cell->shown, cell->galley.strips.count);
	}
	part_take_spans(part, number, part->y + height, false);
}

static bool
place_row(struct part *part, int number)
{
	size_t due = part->due.count, feet = part->room.foot->count;
	length height = height_of_row(part, number);

	take_row(part, number, height);
	if (height > part_room(part, part->y)) {
		part_give_back(part, due, feet);
		return false;
	}
	part_add_row(part, number, height);
	part->next = number + 1;
	return true;
}

static void
go_back(struct part *part)
{
	part->rows.count = part->stop.rows;
	part->y = part->stop.y;
	part->next = part->stop.row;
	part_drop_notes(part, part->stop.row);
	part_give_back(part, part->stop.due, part->stop.feet);
}

/*
 * True where the part can end before a row: rows stand in it, with the first
 * words of what spans them.
 */
static bool
can_end_before(const struct part *part, int number)
{
	return part->next > part->first && part->y > part->body &&
	    !parts_span(part, number, part->y);
}

/*
 * A row that stays with the one before it; the second row does in the first part
 * alone, below the caption.
 */
static bool
is_kept(const struct part *part, int number)
{
	const struct grid *grid = part->grid;
	const struct grid_row *row = &grid->rows.at[number];
	int first = grid->heads + (grid->rows.at[grid->heads].kind == ROW_GROUP);
	bool is_second = number == first + 1 && row->kind == ROW_PLAIN && row[-1].kind == ROW_PLAIN;

	return row->is_kept && !(is_second && part->is_again && !grid->is_records && !grid->is_key);
}

/*
 * A page does not end with a group's head, where there is room for more than
 * that; nor with a record's name as all that is on it, where the notes that
 * keep the record's next row away would have room to begin.
 */
static bool
may_end_before(const struct part *part, int number)
{
	const struct grid_row *before;
	int last = number - 1;

	if (part->next == part->first || part->y <= part->body)
		return false;
	while (last > part->first && row_is_wordless(part->grid, last))
		last--;
	before = &part->grid->rows.at[last];
	if (before->kind == ROW_GROUP)
		return part->y >= part->room.height / 2;
	return !before->is_joined || number > part->first + 1 ||
	    height_of_row(part, number) >= part_room(part, part->y) / 2;
}

/*
 * Where it does not fit, it fits but for the padding below it, or for notes:
 * these go on overleaf.
 */
static void
place_anyhow(struct part *part, int number)
{
	length height = height_of_row(part, number),
	       padding = row_below(part->grid, number, part->room.is_close);

	take_row(part, number, height);
	part_add_row(part, number,
	    longer(height - padding, shorter(height, part_room(part, part->y))));
	part->next = number + 1;
}

/*
 * On a page of its own something of the table stands however little room there
 * is; and with a group's head a row.
 */
static void
force_row(struct part *part, int number)
{
	const struct grid_rows_of *rows = &part->grid->rows;

	while (rows->at[number].kind == ROW_GROUP && number + 1 < (int)rows->count)
		place_anyhow(part, number++);
	if (rows->at[number].kind != ROW_NOTES && !break_row(part, number, true))
		place_anyhow(part, number);
	part->is_over = part->y > part->room.height;
}

/* A row that does not fit: the part ends in it, before it, or nowhere on this page. */
static bool
end_at(struct part *part, int number)
{
	if (has_lines_to_break(part, number) && break_row(part, number, false))
		return true;
	if (part->stop.is_set) {
		go_back(part);
		return true;
	}
	if (!part->room.is_fresh)
		return false;
	if (!may_end_before(part, number))
		force_row(part, number);
	return true;
}

/* Rows while they fit; false when none is placed. */
static bool
place_rows(struct part *part)
{
	const struct grid *grid = part->grid;

	for (int i = part->first; i < (int)grid->rows.count; i++) {
		if (!is_kept(part, i) && can_end_before(part, i))
			set_stop(part, i);
		if (grid->rows.at[i].kind == ROW_NOTES) {
			bool fits = part_place_note_row(part, i);

			part->next = fits ? i + 1 : i;
			if (!fits)
				return true;
		} else if (!place_row(part, i)) {
			return end_at(part, i);
		}
	}
	return true;
}

static void
forget(struct grid *grid)
{
	grid->next = 0;
	grid->has_begun = false;
	for (size_t i = 0; i < grid->cells.count; i++)
		grid->cells.at[i].shown = grid->cells.at[i].until = 0;
	for (size_t i = 0; i < grid->notes.count; i++) {
		struct grid_note *note = &grid->notes.at[i];

		note->is_due = false;
		note->first = note->is_elsewhere ? note->end : note->begin;
	}
}

void
grid_forget(struct grid *grid)
{
	grid->active = grid->parts ? grid->parts : grid;
	for (struct grid *part = grid->active; part; part = part->more)
		forget(part);
}

/* As much of one grid as fits; null: nothing. */
static struct part *
fill(struct grid *grid, const struct grid_room *room)
{
	struct part *part = ARENA_NEW(grid->ts->scratch, struct part);

	part->grid = grid;
	part->room = *room;
	part_carry_due(part);
	part->carried = part->due.count;
	part->feet = room->foot->count;
	part_begin(part);
	if (!place_rows(part)) {
		part_give_back(part, part->carried, part->feet);
		return NULL;
	}
	part_end(part);
	return part;
}

/* Of a table that is split by columns, the next ones begin below those that end on the page. */
struct part *
grid_fill(struct grid *grid, const struct grid_room *at)
{
	struct grid_room room = *at;
	struct part *last = NULL;

	for (;;) {
		struct part *part = fill(grid->active, &room);

		if (!part)
			return last;
		part->table = grid;
		part->before = last;
		part->offset = at->height - room.height;
		last = part;
		if (!part->is_last || !grid->active->more)
			return part;
		grid->active = grid->active->more;
		room.height -= part->y + grid->ts->look->space[SPACE_table_below];
		room.is_fresh = false;
	}
}
