/* SPDX-License-Identifier: MIT */
/*
 * A table in a cell or in a box: a stack of layers.
 *
 * A layer is what of the table stands between two heights that no line of any
 * cell crosses, so that it can be parted there as prose is between lines.
 * Where cells leave no such height for long, what crosses a limit is put off
 * to the next layer: no layer is higher than a page, but for a single strip
 * that is. Every strip of every cell is in one layer.
 */
#include "typeset/table/grid.h"

#include <limits.h>
#include <stdlib.h>

enum { LAYER_MOST = 25 };		/* hundredths of the shorter side of the page */
#define WHOLE_MOST POINTS(64)		/* a row that is no higher is not parted */

/* A strip of a cell, where it would stand if nothing were parted. */
struct stood { int cell; size_t strip; length top, bottom; };

struct stood_list { struct stood *at; size_t count, room; };

static int
by_top(const void *a, const void *b)
{
	const struct stood *one = a, *two = b;

	if (one->top != two->top)
		return (one->top > two->top) - (one->top < two->top);
	if (one->cell != two->cell)
		return one->cell - two->cell;
	return (one->strip > two->strip) - (one->strip < two->strip);
}

static int
by_cell(const void *a, const void *b)
{
	const struct stood *one = a, *two = b;

	if (one->cell != two->cell)
		return one->cell - two->cell;
	return (one->strip > two->strip) - (one->strip < two->strip);
}

static void
find_lines(struct grid *grid, struct stood_list *lines)
{
	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];
		length y = grid->tops[cell->row] + row_above(grid, cell->row, false);

		for (size_t k = 0; k < cell->galley.strips.count; k++) {
			const struct strip *strip = &cell->galley.strips.at[k];

			y += k > 0 ? strip->above : 0;
			*array_push(grid->ts->scratch, lines) =
			    (struct stood){ (int)i, k, y, y + strip->height };
			y += strip->height;
		}
	}
	if (lines->count > 0)
		qsort(lines->at, lines->count, sizeof *lines->at, by_top);
}

/* The lines of a layer as stretches of cells. */
static void
add_pieces(struct grid *grid, struct layer *layer, struct stood *taken, size_t count)
{
	struct layer_piece *last = NULL;

	qsort(taken, count, sizeof *taken, by_cell);
	for (size_t i = 0; i < count; i++) {
		const struct stood *line = &taken[i];

		if (last && last->cell == line->cell && last->end == line->strip) {
			last->end++;
			continue;
		}
		last = array_push(grid->ts->arena, &layer->pieces);
		*last = (struct layer_piece){ line->cell, line->strip, line->strip + 1, line->top };
	}
}

/*
 * Takes the lines of the next layer out of those from first on, and says where
 * the rest begins. What is put off comes before what was not reached.
 */
static size_t
take_layer(struct grid *grid, struct stood_list *lines, size_t first, length most)
{
	struct layer *layer = array_push(grid->ts->arena, &grid->layers);
	size_t left = lines->count - first, count = 0, later = 0, i;
	struct stood *taken = arena_array(grid->ts->scratch, left, sizeof *taken);
	struct stood *put_off = arena_array(grid->ts->scratch, left, sizeof *put_off);

	layer->top = layer->bottom = lines->at[first].top;
	for (i = first; i < lines->count; i++) {
		const struct stood *line = &lines->at[i];

		if (count > 0 && line->top >= layer->bottom)
			break;
		if (count == 0 || line->bottom - layer->top <= most) {
			taken[count++] = *line;
			layer->bottom = longer(layer->bottom, line->bottom);
		} else {
			put_off[later++] = *line;
		}
	}
	memcpy(lines->at + i - later, put_off, later * sizeof *put_off);
	add_pieces(grid, layer, taken, count);
	return i - later;
}

/* The lower edge of a row between two heights, or the lower of these. */
static length
edge_between(const struct grid *grid, length from, length to)
{
	for (size_t i = 1; i <= grid->rows.count; i++)
		if (grid->tops[i] >= from && grid->tops[i] <= to)
			return grid->tops[i];
	return to;
}

static int
row_at(const struct grid *grid, length y)
{
	int row = 0;

	while (row + 1 < (int)grid->rows.count && grid->tops[row + 1] <= y)
		row++;
	return row;
}

/* True where a line of a layer stays with one of the layer before it. */
static bool
parts_lines(const struct grid *grid, const struct layer *layer)
{
	for (size_t i = 0; i < layer->pieces.count; i++) {
		const struct layer_piece *piece = &layer->pieces.at[i];
		const struct strips *strips = &grid->cells.at[piece->cell].galley.strips;

		if (piece->first > 0 && strips->at[piece->first].is_kept)
			return true;
	}
	return false;
}

/* Layers meet, at the edge of a row where there is one between them. */
static void
join_layers(struct grid *grid)
{
	struct layer *layers = grid->layers.at;
	size_t count = grid->layers.count;

	for (size_t i = 0; i + 1 < count; i++)
		if (layers[i].bottom <= layers[i + 1].top)
			layers[i].bottom = layers[i + 1].top =
			    edge_between(grid, layers[i].bottom, layers[i + 1].top);
	if (count == 0)
		return;
	layers[0].top = 0;
	layers[count - 1].bottom = longer(layers[count - 1].bottom, grid->tops[grid->rows.count]);
	for (size_t i = 1; i < count; i++) {
		int row = row_at(grid, layers[i].top);
		bool is_edge = grid->tops[row] == layers[i].top;
		bool is_low = grid->tops[row + 1] - grid->tops[row] <= WHOLE_MOST;

		layers[i].is_kept = is_edge ? row <= grid->heads || grid->rows.at[row].is_kept
		                            : is_low || parts_lines(grid, &layers[i]);
	}
}

/* ---- the galley's door ---- */

int
grid_set_nested(struct typesetter *ts, struct grid *grid, length width)
{
	struct stood_list lines = { 0 };
	length most = scaled(shorter(ts->look->width, ts->look->height), LAYER_MOST, 100);

	grid_set(ts, grid, width, width);
	grid->layers.count = 0;
	find_lines(grid, &lines);
	for (size_t first = 0; first < lines.count;)
		first = take_layer(grid, &lines, first, most);
	join_layers(grid);
	return (int)grid->layers.count;
}

length
grid_layer_height(const struct grid *grid, int number)
{
	return grid->layers.at[number].bottom - grid->layers.at[number].top;
}

bool
grid_layer_is_kept(const struct grid *grid, int number)
{
	return grid->layers.at[number].is_kept;
}

void
grid_layer_notes(const struct grid *grid, int number,
    void (*take)(void *, const struct node *note), void *taker)
{
	const struct layer *layer = &grid->layers.at[number];

	for (size_t i = 0; i < layer->pieces.count; i++) {
		const struct layer_piece *piece = &layer->pieces.at[i];

		for (size_t k = piece->first; k < piece->end; k++)
			strip_notes(&grid->cells.at[piece->cell].galley.strips.at[k], take, taker);
	}
}

/* Layers from first up to end, as they are painted below each other on a page. */
struct layer_run {
	const struct painter *painter;
	const struct grid *grid;
	int first, end;
	size_t *next;			/* of each: the piece that is painted next */
	length x, y;			/* of the first */
};

/* The grounds of rows as far as they are in the layer, and the rules of their edges. */
static void
paint_layer_rows(const struct layer_run *run, int number, length y)
{
	const struct grid *grid = run->grid;
	const struct layer *layer = &grid->layers.at[number];
	length from = number > 0 ? longer(layer->top, layer[-1].bottom) : 0;
	int count = (int)grid->rows.count, row = row_at(grid, layer->top);

	for (; row < count && grid->tops[row] < layer->bottom; row++) {
		length top = longer(grid->tops[row], layer->top), edge = grid->tops[row + 1];
		struct placed_row placed = { .row = row, .y = top - layer->top };
		struct placed_row next = { .row = row + 1 };

		placed.height = shorter(edge, layer->bottom) - top;
		paint_row_ground(run->painter, grid, &placed, run->x, y);
		if (row + 1 < count && edge > from && edge <= layer->bottom)
			paint_row_rule(run->painter, grid, &placed, &next, run->x, y);
	}
}

/* How far a layer stands below where it would if those of the run were all of the table. */
static length
layer_y(const struct layer_run *run, int number)
{
	length y = 0;

	for (int i = run->first; i < number; i++)
		y += grid_layer_height(run->grid, i);
	return y - run->grid->layers.at[number].top;
}

/* The piece of a layer that is painted next, or null. */
static const struct layer_piece *
next_piece(const struct layer_run *run, int number)
{
	const struct layer *layer = &run->grid->layers.at[number];
	size_t next = run->next[number - run->first];

	return next < layer->pieces.count ? &layer->pieces.at[next] : NULL;
}

/*
 * A piece, and those of the same cell that go on from it in the next layers at
 * the place where they would stand if nothing were parted.
 */
static void
paint_pieces(const struct layer_run *run, int number)
{
	const struct layer_piece *first = next_piece(run, number);
	length shift = layer_y(run, number);
	size_t end = first->end;

	run->next[number - run->first]++;
	for (int i = number + 1; i < run->end; i++) {
		const struct layer_piece *piece = next_piece(run, i);

		if (!piece || piece->cell != first->cell || piece->first != end ||
		    layer_y(run, i) != shift)
			break;
		end = piece->end;
		run->next[i - run->first]++;
	}
	paint_cell(run->painter, run->grid, &run->grid->cells.at[first->cell], first->first, end,
	    run->x, run->y + shift + first->top);
}

/* Cell by cell, as they are read, and each over all layers. */
static void
paint_layer_cells(const struct layer_run *run)
{
	for (;;) {
		int best = -1, cell = INT_MAX;

		for (int i = run->first; i < run->end; i++) {
			const struct layer_piece *piece = next_piece(run, i);

			if (piece && piece->cell < cell) {
				best = i;
				cell = piece->cell;
			}
		}
		if (best < 0)
			return;
		paint_pieces(run, best);
	}
}

void
grid_paint_layers(const struct painter *painter, const struct grid *grid, int first, int count,
    length x, length y)
{
	struct layer_run run = {
		.painter = painter,
		.grid = grid,
		.first = first,
		.end = first + count,
		.next = arena_array(grid->ts->scratch, (size_t)count, sizeof *run.next),
		.x = x,
		.y = y,
	};

	for (int i = first; i < run.end; y += grid_layer_height(grid, i++))
		paint_layer_rows(&run, i, y);
	paint_layer_cells(&run);
}
