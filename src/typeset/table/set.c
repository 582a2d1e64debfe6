/* SPDX-License-Identifier: MIT */
/*
 * Setting a table: the size of its type, the page that it needs, and the
 * lines of its cells.
 *
 * A table that is too wide is set smaller down to the style's least size,
 * then on a landscape page or as records, as the style has it, then with words
 * broken. "Too wide" is not only that a word does not fit: a column of words
 * wants some comfort before that, for lines of one word can hardly be read.
 */
#include "typeset/table/grid.h"

/* Of how many parts of a page a picture may take one, whatever stands above it. */
enum { LEAST_PICTURE = 6 };

enum { SIZE_STEP = 250 };	/* 1/1000 pt */
enum { INDENT_PART = 4 };	/* of a table: an explanation is indented by one at most */

struct bounds { length *least, *most; };

static struct bounds
new_bounds(const struct grid *grid)
{
	size_t count = (size_t)grid->columns;
	struct arena *scratch = grid->ts->scratch;

	return (struct bounds){
		.least = arena_array(scratch, count, sizeof(length)),
		.most = arena_array(scratch, count, sizeof(length)),
	};
}

/* What the columns want before the page is turned, in that size. */
static length
wanted_width(const struct grid *grid, const struct bounds *bounds, int scale)
{
	length wanted = 0, pads = 2 * pad_x(grid), most = grid->ts->look->table.comfort;

	for (int i = 0; i < grid->columns; i++) {
		length comfort = shorter(bounds->most[i] - pads, most);
		length need = longer(bounds->least[i] - pads, comfort);

		wanted += scaled(need, scale, 1000) + pads + (scale < 1000);
	}
	return wanted;
}

/* The smallest type in the table: its heads may be smaller than its cells. */
static length
smallest_size(const struct grid *grid)
{
	const struct tokens *look = grid->ts->look;

	return grid->heads > 0 ? shorter(look->type[grid->style].size, look->type[STYLE_THEAD].size)
	                       : look->type[grid->style].size;
}

/* What makes that of the size, and not less. */
static int
scale_to(length wanted, length size)
{
	return (int)(((int64_t)wanted * 1000 + size - 1) / size);
}

/* The largest scale at which the table is as wide as that, or 0. */
static int
scale_for(const struct grid *grid, const struct bounds *bounds, length width)
{
	length size = smallest_size(grid), minimum = grid->ts->look->table.minimum;

	for (length at = size; at == size || at >= minimum; at -= SIZE_STEP) {
		int scale = scale_to(at, size);

		if (wanted_width(grid, bounds, scale) <= width)
			return scale;
	}
	return 0;
}

static int
least_scale(const struct grid *grid)
{
	length size = smallest_size(grid), minimum = grid->ts->look->table.minimum;

	return minimum < size ? scale_to(minimum, size) : 1000;
}

/* The size and the page; the width that it is set to. */
static length
choose_size(struct grid *grid, const struct bounds *bounds, length portrait, length landscape)
{
	int scale = scale_for(grid, bounds, portrait);

	grid->scale = 1000;
	if (grid->is_form || grid->is_nested)
		return portrait;
	if (scale == 0 && landscape > portrait) {
		scale = scale_for(grid, bounds, landscape);
		grid->is_landscape = true;
	}
	grid->scale = scale ? scale : least_scale(grid);
	return grid->is_landscape ? landscape : portrait;
}

/*
 * Labels of forms have the style's width; the values share the rest evenly, as
 * far as their words allow.
 */
static void
fix_labels(const struct grid *grid, struct bounds *bounds)
{
	const length *space = grid->ts->look->space;
	bool has_two = has_two_pairs(grid);
	length label = grid->node->look == LOOK_front_block ? space[SPACE_front_label]
	                                                    : space[SPACE_form_label];
	length part = has_two ? grid->width / 2 : grid->width;

	if (!grid->is_form && !grid->is_key)
		return;
	for (int i = 0; i + 1 < grid->columns && (i == 0 || has_two); i += PAIR) {
		/* the second of a form stands closer */
		if (i > 0 && !grid->is_paired)
			label = space[SPACE_front_label];
		bounds->least[i] = bounds->most[i] = label;
		bounds->most[i + 1] = longer(bounds->least[i + 1], part - label);
	}
}

static void
place_columns(struct grid *grid)
{
	length x = 0;

	for (int i = 0; i < grid->columns; i++) {
		grid->lefts[i] = x;
		x += grid->widths[i];
	}
}

/*
 * An explanation begins below the second column; below the first, like a note,
 * where that would leave it a narrow column of its own.
 */
static void
indent_cells(struct grid *grid)
{
	bool is_narrow = grid->widths[0] <= grid->width / INDENT_PART;
	length indent = is_narrow ? grid->widths[0] : grid->ts->look->space[SPACE_note_hang];

	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		if (grid->rows.at[cell->row].kind == ROW_EXPLANATION &&
		    cell->columns == grid->columns && grid->columns > 1)
			cell->indent = indent;
	}
}

/* The strips of rows of notes, parted where one note follows another. */
static void
find_notes(struct grid *grid)
{
	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];
		const struct strips *strips = &cell->galley.strips;

		if (grid->rows.at[cell->row].kind != ROW_NOTES ||
		    (int)i != grid->rows.at[cell->row].first)
			continue;
		for (size_t first = 0, end; first < strips->count; first = end) {
			const struct chunk *chunk = strips->at[first].chunk;
			const struct node *note = chunk->note;
			struct grid_note *made = array_push(grid->ts->arena, &grid->notes);

			for (end = first + 1;
			     end < strips->count && strips->at[end].chunk->note == note;)
				end++;
			*made = (struct grid_note){
				.node = note,
				.index = note ? note->index : chunk->node->index,
				.row = cell->row,
				.begin = first,
				.first = first,
				.end = end,
			};
		}
	}
}

/*
 * True for a row with nothing to show but in cells that go on beside the next:
 * these may not begin in it.
 */
static bool
shows_spans_alone(const struct grid *grid, int number)
{
	const struct grid_row *row = &grid->rows.at[number];
	bool spans = false;

	for (int i = row->first; i < row->end; i++)
		spans |= grid->cells.at[i].rows > 1;
	return spans && row_is_wordless(grid, number);
}

/*
 * A row without height or words of its own is nothing to part layers after; of a
 * table on pages, parts see to it.
 */
static void
keep_after_nothing(struct grid *grid)
{
	for (int i = grid->heads; i + 1 < (int)grid->rows.count; i++)
		grid->rows.at[i + 1].is_kept |= grid->tops[i + 1] == grid->tops[i] ||
		    shows_spans_alone(grid, i);
}

/* True for what is said again above the rows of a later part: heads, and those of groups. */
static bool
is_of_top(const struct grid *grid, const struct grid_cell *cell)
{
	return cell->row < grid->heads || grid->rows.at[cell->row].kind == ROW_GROUP;
}

/*
 * How high a picture in a cell may be: what caption, heads, the group's head and
 * the row's name leave of a page on its side.
 */
static length
picture_room(const struct grid *grid)
{
	const struct tokens *look = grid->ts->look;
	length page = shorter(look->width, look->height) - look->top - look->bottom,
	       caption = longer(galley_height(&grid->caption, 0, grid->caption.strips.count),
	           galley_height(&grid->again, 0, grid->again.strips.count)),
	       group = 0, name = 2 * (look->type[grid->style].leading + look->table.pad_y);

	for (int i = grid->heads; i < (int)grid->rows.count; i++)
		if (grid->rows.at[i].kind == ROW_GROUP)
			group = longer(group, grid->tops[i + 1] - grid->tops[i]);
	return longer(page - caption - look->space[SPACE_caption_below] - grid->tops[grid->heads] -
	        group - name - look->space[SPACE_break_rule], page / LEAST_PICTURE);
}

/* The words of all cells; of heads first, as these leave less or more room for pictures. */
static void
set_words(struct grid *grid)
{
	length room = 0;

	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		if (is_of_top(grid, cell))
			galley_set(grid->ts, &cell->galley, cell_width(grid, cell));
	}
	row_tops(grid, false, grid->tops);
	if (!grid->is_nested)
		room = picture_room(grid);
	for (size_t i = 0; i < grid->cells.count; i++) {
		struct grid_cell *cell = &grid->cells.at[i];

		cell->galley.picture_room = room;
		if (!is_of_top(grid, cell))
			galley_set(grid->ts, &cell->galley, cell_width(grid, cell));
	}
}

/* The widths of the columns; those of records are known since they were arranged. */
static void
find_widths(struct grid *grid)
{
	struct bounds bounds = new_bounds(grid);

	grid->widths = arena_array(grid->ts->arena, (size_t)grid->columns, sizeof(length));
	measure_columns(grid, bounds.least, bounds.most);
	fix_labels(grid, &bounds);
	share_width(grid, grid->width, bounds.least, bounds.most);
}

void
set_cells(struct grid *grid, length width)
{
	struct arena *arena = grid->ts->arena;

	grid->width = width;
	grid->lefts = arena_array(arena, (size_t)grid->columns, sizeof(length));
	grid->splits = arena_array(arena, (size_t)grid->columns, sizeof *grid->splits);
	if (grid->scale != 1000)
		for (size_t i = 0; i < grid->cells.count; i++)
			galley_scale(&grid->cells.at[i].galley, grid->scale);
	split_numbers(grid);
	if (!grid->is_records)
		find_widths(grid);
	place_columns(grid);
	indent_cells(grid);
	align_numbers(grid);
	grid->tops = arena_array(arena, grid->rows.count + 1, sizeof *grid->tops);
	galley_set(grid->ts, &grid->caption, grid->width);
	galley_set(grid->ts, &grid->again, grid->width);
	set_words(grid);
	find_notes(grid);
	row_tops(grid, false, grid->tops);
	if (grid->is_nested)
		keep_after_nothing(grid);
}

/* The least widths in the grid's size; all of them together. */
static length
scaled_least(const struct grid *grid, struct bounds *bounds)
{
	for (int i = 0; i < grid->columns; i++)
		bounds->least[i] =
		    scaled(bounds->least[i] - 2 * pad_x(grid), grid->scale, 1000) + 2 * pad_x(grid);
	return sum_of(bounds->least, grid->columns);
}

/* Too wide for an upright page, in a style that sets such a table as records. */
static bool
becomes_records(const struct grid *grid, const struct bounds *bounds, length portrait)
{
	bool is_plain = !grid->is_form && !grid->is_nested && !grid->is_key;

	return is_plain && grid->ts->look->table.wide == WIDE_RECORDS &&
	    can_be_records(grid->node, grid->columns) && scale_for(grid, bounds, portrait) == 0;
}

void
grid_set(struct typesetter *ts, struct grid *grid, length portrait, length landscape)
{
	struct bounds bounds = new_bounds(grid);
	length width;

	grid->splits = arena_array(ts->arena, (size_t)grid->columns, sizeof *grid->splits);
	split_numbers(grid);
	measure_columns(grid, bounds.least, bounds.most);
	if (becomes_records(grid, &bounds, portrait)) {
		grid->active = grid->parts = grid_as_records(grid, portrait);
		set_cells(grid->parts, portrait);
		return;
	}
	width = choose_size(grid, &bounds, portrait, landscape);
	if (!grid->is_form && !grid->is_nested && grid->columns > 2 &&
	    scaled_least(grid, &bounds) > width)
		grid->active = grid->parts = split_columns(grid, width, bounds.least);
	else
		set_cells(grid, width);
}

bool
grid_is_landscape(const struct grid *grid)
{
	return grid->is_landscape;
}

/* ---- nested ---- */

void
grid_measure(struct grid *grid, length *least, length *most)
{
	struct bounds bounds = new_bounds(grid);

	if (!grid->splits)
		grid->splits =
		    arena_array(grid->ts->arena, (size_t)grid->columns, sizeof *grid->splits);
	split_numbers(grid);
	measure_columns(grid, bounds.least, bounds.most);
	*least = sum_of(bounds.least, grid->columns);
	*most = grid->most = sum_of(bounds.most, grid->columns);
}

/* By its area: half as wide, it is twice as high. */
length
grid_estimate(const struct grid *grid, length width)
{
	const struct tokens *look = grid->ts->look;
	length row = look->type[grid->style].leading + 2 * look->table.pad_y;
	int64_t height = (int64_t)row * (int64_t)grid->rows.count;

	if (grid->most > width)
		height = height * grid->most / longer(width, POINTS(1));
	return height < LENGTH_MAX / 2 ? (length)height : LENGTH_MAX / 2;
}

/* ---- for forms ---- */

length
grid_height(const struct grid *grid, bool is_close)
{
	length *tops = arena_array(grid->ts->scratch, grid->rows.count + 1, sizeof *tops);

	row_tops(grid, is_close, tops);
	return galley_height(&grid->caption, 0, grid->caption.strips.count) +
	    tops[grid->rows.count];
}
