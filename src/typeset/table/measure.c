/* SPDX-License-Identifier: MIT */
/*
 * What the columns of a table need: the parts of their numbers, their widest
 * words and their longest lines.
 *
 * Numbers stand below each other: the integer parts of a column are set right
 * in a box as wide as the widest of them, the tails (decimals, unit, closing
 * bracket) left after it.
 *
 * Only where a cell's one line begins is moved; its words stay whole. What
 * stands for a missing number (–, n/a) is set where the integers are; other
 * words are set left.
 */
#include <stdlib.h>

#include "typeset/table/grid.h"

enum { STANDS_FOR_MOST = 4 };	/* characters of what stands for a missing number */
enum { FEW = 16 };		/* one in so many cells of a column may be wider than it is */
#define TAIL_MOST POINTS(36)	/* a longer tail is words, and may go on in the next line */


/*
 * Where the tail of a number begins: after its digits and their commas. The
 * length when the words are none: letters before the first digit, or no digit.
 */
static size_t
tail_of(struct text words)
{
	size_t at = 0;

	while (at < words.length && !is_digit(words.s[at])) {
		char c = words.s[at++];

		if (is_latin(c))
			return words.length + 1;
	}
	if (at == words.length)
		return words.length + 1;
	while (at < words.length && (is_digit(words.s[at]) ||
	    (words.s[at] == ',' && at + 1 < words.length && is_digit(words.s[at + 1]))))
		at++;
	return at;
}

static const struct chunk *
only_words(const struct galley *galley)
{
	return galley->chunks.count == 1 && galley->chunks.at[0]->kind == CHUNK_WORDS
	    ? galley->chunks.at[0]
	    : NULL;
}

static struct split
split_of(const struct grid_cell *cell)
{
	const struct chunk *chunk = only_words(&cell->galley);
	struct split split = { .left = -1 };
	struct text words;
	length least, most;
	size_t tail;

	if (!chunk || chunk->set != SET_NUMBER)
		return split;
	words = text_trim(buffer_view(&chunk->para->words));
	para_measure(chunk->para, &least, &most);
	tail = tail_of(words);
	if (tail <= words.length) {
		split.left = para_offset(chunk->para, (uint32_t)tail);
		split.right = most - split.left;
		split.is_long = split.right > TAIL_MOST;
		if (split.is_long)
			split.right =
			    shorter(split.right, longer(least + POINTS(4) - split.left, least));
	} else if (utf8_count(words) <= STANDS_FOR_MOST) {
		split.left = most;
	}
	return split;
}

void
split_numbers(struct grid *grid)
{
	for (int i = 0; i < grid->columns; i++)
		grid->splits[i] = (struct split){ 0 };
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];
		struct split *column = &grid->splits[cell->column];

		cell->split = split_of(cell);
		if (cell->split.left < 0 || cell->columns > 1 ||
		    grid->rows.at[cell->row].kind == ROW_HEAD)
			continue;
		column->left = longer(column->left, cell->split.left);
		column->right = longer(column->right, cell->split.right);
	}
}

/*
 * The numbers of a column stand at its right; its head ends where their
 * integers do, if it is not too long.
 */
void
align_numbers(struct grid *grid)
{
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];
		const struct split *column = &grid->splits[cell->column];
		length edge = cell_width(grid, cell) - column->right;

		if (column->left == 0 || cell->columns > 1)
			continue;
		for (size_t k = 0; k < cell->galley.chunks.count; k++) {
			struct chunk *chunk = cell->galley.chunks.at[k];

			if (grid->rows.at[cell->row].kind == ROW_HEAD && chunk->set == SET_RIGHT)
				chunk->shift = longer(edge, 1);
			else if (chunk->set == SET_NUMBER && cell->split.left >= 0)
				chunk->shift = longer(shorter(edge - cell->split.left,
				                          cell_width(grid, cell) - cell->most),
				    0);
			else if (chunk->set == SET_NUMBER)
				chunk->set = SET_LEFT;
		}
	}
}

/* ---- widths ---- */

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

/* A cell of a column whose cells stand on one line each, where they are not long. */
static bool
may_be_whole(const struct grid *grid, const struct grid_cell *cell)
{
	const struct column *column = grid_column(grid, cell->column);

	return column && column->keep && cell->columns == 1 &&
	    grid->rows.at[cell->row].kind != ROW_HEAD &&
	    cell->most <= grid->ts->look->table.whole_words;
}

static int
compare_lengths(const void *a, const void *b)
{
	const length *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

/*
 * How wide a cell of the column may be and still stand on one line: as wide as
 * the widest but for a few. What one state in many says in more words than the
 * others ("Not comparable") costs a line, not a wider column in all rows.
 */
static length
whole_limit(const struct grid *grid, int column)
{
	length *widths = arena_array(grid->ts->scratch, grid->cells.count, sizeof *widths);
	size_t count = 0;

	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->column == column && may_be_whole(grid, cell))
			widths[count++] = cell->most;
	}
	if (count == 0)
		return 0;
	qsort(widths, count, sizeof *widths, compare_lengths);
	return widths[count - 1 - count / FEW];
}

static void
measure_cells(struct grid *grid)
{
	length *limits = arena_array(grid->ts->scratch, (size_t)grid->columns, sizeof *limits);

	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		galley_measure(grid->ts, &cell->galley, &cell->least, &cell->most);
	}
	for (int i = 0; i < grid->columns; i++)
		if (grid_column(grid, i) && grid_column(grid, i)->keep)
			limits[i] = whole_limit(grid, i);
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns > 1)
			continue;
		if (cell->split.left >= 0 && cell->split.is_long)
			cell->least = cell->split.left + cell->split.right;
		else if (cell->split.left >= 0 ||
		    (cell->most <= limits[cell->column] && may_be_whole(grid, cell)))
			cell->least = cell->most;
	}
}

static void
measure_single(struct grid *grid, length *least, length *most)
{
	measure_cells(grid);
	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns > 1)
			continue;
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
	length have = sum_of(lengths, count), all = sum_of(by, count), lack = need - have;
	length left = lack;

	if (lack <= 0)
		return;
	for (int i = 0; i + 1 < count; i++) {
		length part = all > 0 ? scaled(lack, by[i], all) : lack / count;

		lengths[i] += part;
		left -= part;
	}
	lengths[count - 1] += left;
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
void
shrink_columns(const struct grid *grid, length width, length *least, length *most)
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
