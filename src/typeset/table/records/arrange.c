/* SPDX-License-Identifier: MIT */
/*
 * Which pairs of label and value of a record stand beside each other, and how
 * wide the columns of labels and values are.
 *
 * A pair needs its label and the widest value of its column. Pairs that need
 * more than a limit stand alone, the others follow each other, so many in a
 * line, in the order in which they are read; the last of a line has what is
 * left of it. All limits and counts that break no word are tried, and the
 * least high is taken. All records of a table are arranged alike, so that a
 * value is found in the same place in each.
 */
#include "typeset/table/grid.h"

enum { BESIDE_MOST = 3 };	/* pairs in a line */
enum { RECORDS_MOST = 48 };	/* that are looked at, about */
enum { OWN_COST = 5 };		/* of the lines' height, beside that of each pair's words */
enum { COLUMNS_MOST = RECORD_LABEL + 2 * BESIDE_MOST };

/* What a column of the table needs as a pair, without padding. */
struct pair { bool is_used; length label, label_least, least, most; };

/*
 * The place of each pair in its line, by the column of the table; or it ends the
 * line, and goes on to its edge.
 */
struct arrangement {
	int beside;				/* pairs in a line, at most; 0: none is made */
	bool is_narrow;				/* labels are broken between words */
	int slots[RECORD_COLUMNS_MOST];
	bool ends[RECORD_COLUMNS_MOST];
	length widths[COLUMNS_MOST];
	int64_t height;
};

struct arranging {
	struct grid *grid;
	struct pair pairs[RECORD_COLUMNS_MOST];
	length ref;				/* the width of its column */
	int records;
	struct arrangement best;
};

static int
label_at(int slot)
{
	return RECORD_LABEL + 2 * slot;
}

static int
value_at(int slot)
{
	return RECORD_VALUE + 2 * slot;
}

/* From a value to the label beside it. */
static length
gap_before(const struct grid *grid, int slot)
{
	return slot > 0 ? grid->ts->look->space[SPACE_record_gap] : 0;
}

/* ---- what is needed ---- */

/*
 * A label that is no wider than the style says is broken only where that makes
 * room for another pair.
 */
static length
label_width(const struct grid *grid, const struct grid_cell *cell)
{
	return shorter(cell->most, longer(cell->least, grid->ts->look->space[SPACE_record_label]));
}

/* What should not break is needed whole. */
static length
value_least(const struct grid *grid, const struct grid_cell *cell)
{
	const struct column *column = grid_column(grid, cell->of_column);
	bool is_whole = column && column->keep &&
	    cell->most <= grid->ts->look->table.whole_words;

	return is_whole ? cell->most : cell->least;
}

static void
measure_pair(struct pair *pair, const struct grid *grid, const struct grid_cell *cell)
{
	pair->is_used = true;
	if (cell->role == CELL_LABEL) {
		pair->label = longer(pair->label, label_width(grid, cell));
		pair->label_least = longer(pair->label_least, cell->least);
	} else {
		pair->least = longer(pair->least, value_least(grid, cell));
		pair->most = longer(pair->most, cell->most);
	}
}

static void
measure(struct arranging *a)
{
	struct grid *grid = a->grid;
	length ref = 0;

	for (array_each(const struct grid_row, row, &grid->rows))
		if (row->kind == ROW_GROUP)	/* names stand below the titles of groups */
			ref = grid->ts->look->space[SPACE_group_number] + pad_x(grid);
	a->ref = pad_x(grid);
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		galley_measure(grid->ts, &cell->galley, &cell->least, &cell->most);
		if (cell->column == RECORD_REF && cell->columns == 1)
			a->ref = longer(longer(a->ref, ref), cell->most + 2 * pad_x(grid));
		if (cell->of_column >= 0)
			measure_pair(&a->pairs[cell->of_column], grid, cell);
	}
}

/* ---- one arrangement ---- */

static void
assign_slots(const struct arranging *a, struct arrangement *made, length limit)
{
	int last = -1, next = 0;

	for (int i = 0; i < RECORD_COLUMNS_MOST; i++) {
		const struct pair *pair = &a->pairs[i];
		bool is_alone = pair->label + pair->most > limit;

		if (!pair->is_used)
			continue;
		if (is_alone)
			next = 0;
		if (next == 0 && last >= 0)
			made->ends[last] = true;
		made->slots[i] = next;
		next = is_alone ? 0 : (next + 1) % made->beside;
		last = i;
	}
	made->ends[last < 0 ? 0 : last] = true;
}

/* The widths that labels and values need at least, and what values would have beside that. */
static void
find_needs(const struct arranging *a, struct arrangement *made, length *wants)
{
	length pads = 2 * pad_x(a->grid);

	made->widths[RECORD_REF] = a->ref;
	for (int i = 0; i < RECORD_COLUMNS_MOST; i++) {
		const struct pair *pair = &a->pairs[i];
		int slot = made->slots[i];
		length *label = &made->widths[label_at(slot)],
		       *value = &made->widths[value_at(slot)];

		if (!pair->is_used)
			continue;
		*label = longer(*label, (made->is_narrow ? pair->label_least : pair->label) + pads +
		    gap_before(a->grid, slot));
		if (made->ends[i] && slot + 1 < made->beside)
			continue;	/* it has the columns after its own, too */
		*value = longer(*value, pair->least + pads);
		wants[slot] = longer(wants[slot], pair->most + pads);
	}
	for (int slot = 0; slot < made->beside; slot++)
		wants[slot] = longer(wants[slot] - made->widths[value_at(slot)], 0);
}

/*
 * Those that want least have all that they want, so that few values are broken;
 * what is left over is shared out.
 */
static void
share_room(const struct arranging *a, struct arrangement *made, const length *wants, length room)
{
	length *widths = made->widths;
	int last = value_at(made->beside - 1), given = 0;

	for (int at = 0; at < made->beside; at++) {
		int least = -1;
		length part;

		for (int slot = 0; slot < made->beside; slot++)
			if (!(given >> slot & 1) && (least < 0 || wants[slot] < wants[least]))
				least = slot;
		part = shorter(wants[least], room / (made->beside - at));
		widths[value_at(least)] += part;
		room -= part;
		given |= 1 << least;
	}
	for (int slot = 0; slot < made->beside; slot++)
		widths[value_at(slot)] += room / made->beside;
	widths[last] += a->grid->width - sum_of(widths, last + 1);
}

/* True when each pair that goes on to the edge has room for its words. */
static bool
ends_fit(const struct arranging *a, const struct arrangement *made)
{
	for (int i = 0; i < RECORD_COLUMNS_MOST; i++) {
		int value = value_at(made->slots[i]), end = label_at(made->beside);
		length least = a->pairs[i].least + 2 * pad_x(a->grid);

		if (a->pairs[i].is_used && made->ends[i] &&
		    sum_of(made->widths + value, end - value) < least)
			return false;
	}
	return true;
}

/* The widths of the columns; false when a word finds no room. One pair in a line is made anyhow. */
static bool
find_widths(const struct arranging *a, struct arrangement *made)
{
	length wants[BESIDE_MOST] = { 0 }, *widths = made->widths, room;

	find_needs(a, made, wants);
	room = a->grid->width - sum_of(widths, COLUMNS_MOST);
	if (room < 0 && made->beside == 1) {
		room = longer(a->grid->width - widths[RECORD_REF], 0);
		widths[RECORD_LABEL] = shorter(widths[RECORD_LABEL], room / 2);
		widths[RECORD_VALUE] = room - widths[RECORD_LABEL];
		return true;
	}
	if (room < 0)
		return false;
	share_room(a, made, wants, room);
	return made->beside == 1 || ends_fit(a, made);
}

/* ---- how high it is ---- */

/* The column of the table that a row's pair is of; -1: it is another row. */
static int
column_of_pair(const struct grid *grid, const struct grid_row *row)
{
	return row->first < row->end ? grid->cells.at[row->first].of_column : -1;
}

/* True for a pair that stands beside the one before; after == -1: there is none in its line. */
static bool
stands_beside(const struct arrangement *made, int column, int after)
{
	return column >= 0 && after >= 0 && made->slots[column] > made->slots[after];
}

static void
place_cell(const struct arrangement *made, struct grid_cell *cell, const struct grid *grid)
{
	int slot = cell->of_column >= 0 ? made->slots[cell->of_column] : 0;

	if (cell->role == CELL_LABEL) {
		cell->column = label_at(slot);
		cell->indent = gap_before(grid, slot);
	} else if (cell->role == CELL_VALUE) {
		cell->column = value_at(slot);
		cell->columns = made->ends[cell->of_column] ? TO_THE_END : 1;
	}
	if (cell->columns == TO_THE_END)
		cell->columns = label_at(made->beside) - cell->column;
}

static length
height_in(const struct arranging *a, const struct arrangement *made, const struct grid_cell *cell)
{
	struct grid_cell placed = *cell;
	length width;

	place_cell(made, &placed, a->grid);
	width = sum_of(made->widths + placed.column, placed.columns) - placed.indent;
	return galley_estimate(&cell->galley, width - 2 * pad_x(a->grid));
}

/*
 * Of the lines of pairs, in the records that are looked at. The height of each
 * label and value counts too, so that many are not broken to save one line.
 */
static int64_t
find_height(const struct arranging *a, const struct arrangement *made)
{
	const struct grid *grid = a->grid;
	const struct type_row *type = &grid->ts->look->type[grid->style];
	int every = a->records / RECORDS_MOST + 1, record = 0;
	int64_t height = 0, own = 0;
	length line = 0;
	int after = -1;

	for (array_each(const struct grid_row, row, &grid->rows)) {
		int column = column_of_pair(grid, row);

		record += column < 0;
		if (column < 0 || record % every != 0) {
			after = -1;
			continue;
		}
		if (!stands_beside(made, column, after)) {
			height += line + type->leading - type->size;
			line = 0;
		}
		after = column;
		for (int i = row->first; i < row->end; i++) {
			length high = height_in(a, made, &grid->cells.at[i]);

			line = longer(line, high);
			own += high;
		}
	}
	return height + line + own / OWN_COST;
}

static void
try_arrangement(struct arranging *a, int beside, length limit, bool is_narrow)
{
	struct arrangement made = { .beside = beside, .is_narrow = is_narrow };

	assign_slots(a, &made, limit);
	if (!find_widths(a, &made))
		return;
	made.height = find_height(a, &made);
	if (a->best.beside == 0 || made.height < a->best.height)
		a->best = made;
}

/* ---- putting them beside each other ---- */

/* A pair that does not begin a line joins the row before. */
static void
join_rows(struct grid *grid, const struct arrangement *made)
{
	struct grid_row *rows = grid->rows.at;
	size_t count = 0;
	int after = -1;

	for (size_t i = 0; i < grid->rows.count; i++) {
		int column = column_of_pair(grid, &rows[i]);

		if (stands_beside(made, column, after)) {
			rows[count - 1].end = rows[i].end;
			rows[count - 1].is_joined = rows[i].is_joined;
		} else {
			rows[count++] = rows[i];
		}
		for (int k = rows[i].first; k < rows[i].end; k++)
			grid->cells.at[k].row = (int)count - 1;
		after = column;
	}
	grid->rows.count = count;
}

void
arrange_records(struct grid *grid)
{
	struct arranging a = { .grid = grid };

	measure(&a);
	for (array_each(const struct grid_row, row, &grid->rows))
		a.records += column_of_pair(grid, row) < 0;
	try_arrangement(&a, 1, 0, false);
	for (int try = 0; try < 2 * (BESIDE_MOST - 1); try++)
		for (int i = 0; i < RECORD_COLUMNS_MOST; i++)
			if (a.pairs[i].is_used)
				try_arrangement(&a, 2 + try / 2,
				    a.pairs[i].label + a.pairs[i].most, try % 2);
	join_rows(grid, &a.best);
	for (size_t i = 0; i < grid->cells.count; i++)
		place_cell(&a.best, &grid->cells.at[i], grid);
	grid->columns = label_at(a.best.beside);
	grid->widths = arena_copy(grid->ts->arena, a.best.widths,
	    (size_t)grid->columns * sizeof(length));
}
