/* SPDX-License-Identifier: MIT */
/*
 * Widths of columns, by what stands in them.
 *
 * A column needs at least its widest word and at most its longest line. Where
 * all of them have the most they need, what is left goes to the columns that
 * ask for it by weight, else to those of words. Where not, a level is sought:
 * each column is as wide as its share of words makes it at that level, within
 * its bounds, and all together are as wide as the table.
 */
#include "typeset/table/grid.h"

length
pad_x(const struct grid *grid)
{
	return grid->is_key ? 0 : grid->ts->look->table.pad_x;
}

length
sum_of(const length *lengths, int count)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += lengths[i];
	return sum > LENGTH_MAX ? LENGTH_MAX : (length)sum;
}

length
cell_width(const struct grid *grid, const struct grid_cell *cell)
{
	return sum_of(grid->widths + cell->column, cell->columns) - 2 * pad_x(grid) - cell->indent;
}

static bool
spans_all(const struct grid *grid, const struct grid_cell *cell)
{
	return cell->columns == grid->columns && grid->columns > 1;
}

static void
measure_single(struct grid *grid, length *least, length *most)
{
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];
		const struct column *column = grid_column(grid, cell->column);
		bool is_number = cell->split.left >= 0,
		     is_head = grid->rows.at[cell->row].kind == ROW_HEAD;

		galley_measure(grid->ts, &cell->galley, &cell->least, &cell->most);
		if (cell->columns > 1)
			continue;
		if (is_number && cell->split.is_long)
			cell->least = cell->split.left + cell->split.right;
		else if (is_number ||
		    (column && column->keep && !is_head && cell->most <= grid->ts->look->table.whole_words))
			cell->least = cell->most;
		least[cell->column] = longer(least[cell->column], cell->least + 2 * pad_x(grid));
		most[cell->column] = longer(most[cell->column], cell->most + 2 * pad_x(grid));
	}
	for (int i = 0; i < grid->columns; i++) {
		length number = grid->splits[i].left + grid->splits[i].right + 2 * pad_x(grid);

		least[i] = longer(longer(least[i], number), 2 * pad_x(grid));
		most[i] = longer(most[i], least[i]);
	}
}

/* What a spanning cell lacks is shared out by what its columns have at most. */
static void
widen(length *lengths, const length *by, int count, length need)
{
	length have = sum_of(lengths, count), all = sum_of(by, count), given = 0,
	       lack = need - have;

	if (lack <= 0)
		return;
	for (int i = 0; i < count; i++) {
		length part = i + 1 == count ? lack - given : all > 0 ? scaled(lack, by[i], all) : lack / count;

		lengths[i] += part;
		given += part;
	}
}

void
measure_columns(struct grid *grid, length *least, length *most)
{
	for (int i = 0; i < grid->columns; i++)
		least[i] = most[i] = 0;
	measure_single(grid, least, most);
	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns == 1)
			continue;
		widen(least + cell->column, most + cell->column, cell->columns,
		    cell->least + 2 * pad_x(grid));
		if (!spans_all(grid, cell))
			widen(most + cell->column, most + cell->column, cell->columns,
			    cell->most + 2 * pad_x(grid));
	}
	for (int i = 0; i < grid->columns; i++)
		most[i] = longer(most[i], least[i]);
}

/* ---- sharing ---- */

/*
 * How much a column holds, or the weight that it asks for. The mean is of the
 * cells' longest lines, each weighed by itself: a column of few long cells
 * breaks as many lines as one of many, and empty cells ask for nothing.
 */
static void
find_shares(const struct grid *grid, int64_t *shares)
{
	int64_t *sums = arena_array(grid->ts->scratch, (size_t)grid->columns, sizeof *sums);
	int64_t weights = 0, all = 0;

	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns == 1 && grid->rows.at[cell->row].kind != ROW_HEAD)
			sums[cell->column] += cell->most,
			    shares[cell->column] += (int64_t)cell->most * (cell->most / POINTS(1));
	}
	for (int i = 0; i < grid->columns; i++) {
		const struct column *column = grid_column(grid, i);

		shares[i] = shares[i] / (sums[i] / POINTS(1) + 1) + POINTS(1);
		weights += column ? column->weight : 0;
		all += shares[i];
	}
	for (int i = 0; i < grid->columns && weights > 0; i++) {
		const struct column *column = grid_column(grid, i);

		if (column && column->weight > 0)
			shares[i] = all * column->weight / weights;
	}
}

static length
width_at(int64_t level, int64_t share, length least, length most)
{
	int64_t width = share * level / 1000;

	return width < least ? least : width > most ? most : (length)width;
}

static int64_t
widths_at(int64_t level, const int64_t *shares, const length *least, const length *most, int count)
{
	int64_t sum = 0;

	for (int i = 0; i < count; i++)
		sum += width_at(level, shares[i], least[i], most[i]);
	return sum;
}

/* What is left over goes to columns of words, by what they hold at most; with none of them, to all. */
static void
share_rest(const struct grid *grid, const int64_t *shares, length rest)
{
	int64_t all = 0, given = 0;
	int last = grid->columns - 1;
	bool has_words = false, has_weight = false;

	for (int i = 0; i < grid->columns; i++) {
		const struct column *column = grid_column(grid, i);

		has_weight |= column && column->weight > 0;
		has_words |= grid->splits[i].left == 0 && !(column && column->keep);
	}
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < grid->columns; i++) {
			const struct column *column = grid_column(grid, i);
			bool takes = has_weight ? column && column->weight > 0 :
			    !has_words || (grid->splits[i].left == 0 && !(column && column->keep));

			if (!takes)
				continue;
			if (pass == 0) {
				all += shares[i];
				last = i;
			} else {
				length part = i == last ? (length)(rest - given) : (length)(rest * shares[i] / (all ? all : 1));

				grid->widths[i] += part;
				given += part;
			}
		}
}

/* What columns need for their words at least, where none has more than `limit`. */
static int64_t
least_within(const struct grid *grid, const length *least, length limit)
{
	int64_t sum = 0;

	for (int i = 0; i < grid->columns; i++)
		sum += shorter(least[i] - 2 * pad_x(grid), limit);
	return sum;
}

/*
 * Where even the least is too wide, words are broken: those of the widest
 * columns, down to a limit that is the same for all, so that a narrow column
 * is left as it is.
 */
static void
shrink(const struct grid *grid, length width, length *least, length *most)
{
	length pads = 2 * pad_x(grid) * grid->columns, low = 0, high = width;

	if (sum_of(least, grid->columns) <= width || width <= pads)
		return;
	while (low < high) {
		length limit = low + (high - low + 1) / 2;

		if (least_within(grid, least, limit) <= width - pads)
			low = limit;
		else
			high = limit - 1;
	}
	for (int i = 0; i < grid->columns; i++) {
		least[i] = shorter(least[i], low + 2 * pad_x(grid));
		most[i] = longer(most[i], least[i]);
	}
}

/* A short column has all that it wants: a figure keeps its unit beside a long title. */
static void
favour_short(const struct grid *grid, length width, length *least, const length *most)
{
	length rest = width - sum_of(least, grid->columns);

	for (int i = 0; i < grid->columns; i++) {
		length more = most[i] - least[i];

		if (most[i] > width / (grid->columns + 1) || more > rest)
			continue;
		least[i] = most[i];
		rest -= more;
	}
}

void
share_width(struct grid *grid, length width, length *least, length *most)
{
	int64_t *shares = arena_array(grid->ts->scratch, (size_t)grid->columns, sizeof *shares);
	int64_t low = 0, high = 1;

	shrink(grid, width, least, most);
	favour_short(grid, width, least, most);
	find_shares(grid, shares);
	while (high < INT64_C(1) << 40 &&
	    widths_at(high, shares, least, most, grid->columns) < sum_of(most, grid->columns))
		high *= 2;
	while (low < high) {
		int64_t level = (low + high + 1) / 2;

		if (widths_at(level, shares, least, most, grid->columns) <= width)
			low = level;
		else
			high = level - 1;
	}
	for (int i = 0; i < grid->columns; i++)
		grid->widths[i] = width_at(low, shares[i], least[i], most[i]);
	share_rest(grid, shares, width - sum_of(grid->widths, grid->columns));
}
