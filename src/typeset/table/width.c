/* SPDX-License-Identifier: MIT */
/*
 * Widths of columns, by what stands in them.
 *
 * A column needs at least its widest word and at most its longest line. Between
 * these, widths are sought in which the table is least high: room goes step by
 * step to the columns that save most height for it, then from one to another
 * while that saves some. What is left is spread over all of them.
 *
 * Like columns are one lane and stay as wide as each other, and a column of
 * words is not set narrower than is comfortable, where that costs little. Of a
 * long table rows at even distances are looked at: the search does not grow.
 */
#include "typeset/table/grid.h"

/* ---- what is wished for ---- */

/*
 * Beside the least height, in the order in which it is tried; a wish that
 * costs more height than it is worth is not granted.
 */
static const struct wish { bool alike, comfort; } wishes[] = {
	{ true, true }, { true, false }, { false, true }, { false, false }
};
enum { WISHES = sizeof wishes / sizeof *wishes, WORTH = 16 };	/* of the least height */

static bool
are_alike(const struct grid *grid, int a, int b)
{
	const struct column *one = grid_column(grid, a), *other = grid_column(grid, b);

	return a == b || (one && other && one->alike > 0 && one->alike == other->alike);
}

/* Those of a sort need what the one does that needs most. */
static void
level(const struct grid *grid, length *lengths)
{
	length *old = arena_array(grid->ts->scratch, (size_t)grid->columns, sizeof *old);

	memcpy(old, lengths, (size_t)grid->columns * sizeof *old);
	for (int i = 0; i < grid->columns; i++)
		for (int k = 0; k < grid->columns; k++)
			if (are_alike(grid, i, k))
				lengths[i] = longer(lengths[i], old[k]);
}

/* A column of words begins with some comfort. */
static void
widen_to_comfort(const struct grid *grid, length *least, const length *most)
{
	length comfort = grid->ts->look->table.comfort + 2 * pad_x(grid);

	for (int i = 0; i < grid->columns; i++)
		least[i] = longer(least[i], shorter(most[i], comfort));
}

/* ---- lanes ---- */

enum { STEPS_MOST = 32, ROWS_MOST = 96, ROUNDS_MOST = 6 };
enum { ROW_COST = 8 };		/* of a row's height, beside 1 of the height of each of its cells */
#define STEP_LEAST POINTS(1)
#define AIR POINTS(24)		/* what a column counts for beside its width when room is spread */

/* Columns that are as wide as each other: one, or all of a sort. */
struct lane {
	int columns;
	length least, most, step, last;
	/* of the widths that are tried: in steps from least to most, then last */
	int at, steps;
	length *heights;		/* of its cells: by width and row */
};

struct search {
	const struct grid *grid;
	const struct sample *samples;
	struct lane *lanes;
	int count, *lane_of;		/* by column */
	int rows;			/* that are looked at */
	length room;			/* that is not given */
};

/* A cell that is looked at, and which of the rows looked at it stands in. */
struct sample { const struct grid_cell *cell; int row; };

static length
lane_width(const struct lane *lane, int at)
{
	return at < lane->steps ? shorter(lane->least + lane->step * at, lane->most) : lane->last;
}

/* The room that a lane takes at another width; below 0: that it frees. */
static int64_t
needed(const struct lane *lane, int at)
{
	return (int64_t)(lane_width(lane, at) - lane_width(lane, lane->at)) * lane->columns;
}

static void
set_lane(struct search *s, struct lane *lane, int at)
{
	s->room -= (length)needed(lane, at);
	lane->at = at;
}

/* Columns of a sort that need the same are one lane, each other column is its own. */
static void
find_lanes(struct search *s, const length *least, const length *most)
{
	for (int i = 0; i < s->grid->columns; i++) {
		struct lane *lane;
		int same = 0;

		while (!are_alike(s->grid, same, i) || least[same] != least[i])
			same++;
		s->lane_of[i] = same < i ? s->lane_of[same] : s->count++;
		lane = &s->lanes[s->lane_of[i]];
		lane->columns++;
		lane->least = least[i];
		lane->most = longer(lane->most, most[i]);
	}
}

/* All they want, if there is room for it, else steps; one lane alone takes what there is. */
static void
find_steps(struct search *s)
{
	int varying = 0;
	int64_t more = 0;
	bool is_plain;

	for (struct lane *lane = s->lanes; lane < s->lanes + s->count; lane++) {
		varying += lane->most > lane->least;
		more += (int64_t)(lane->most - lane->least) * lane->columns;
	}
	is_plain = varying == 1 || more <= s->room;
	for (struct lane *lane = s->lanes; lane < s->lanes + s->count; lane++) {
		length own = shorter(lane->most - lane->least, longer(s->room, 0) / lane->columns);

		lane->most = lane->least + own;
		if (own > 0 && is_plain) {
			lane->least = lane->most;
			s->room -= own * lane->columns;
			own = 0;
		}
		lane->step = longer((own + STEPS_MOST - 1) / STEPS_MOST, STEP_LEAST);
		lane->steps = (own + lane->step - 1) / lane->step + 1;
		lane->last = lane->most;
	}
}

/* ---- heights ---- */

/* Cells of one column in the heads and in rows at even distances; the last is none. */
static const struct sample *
find_samples(const struct grid *grid, int *rows)
{
	struct { struct sample *at; size_t count, room; } samples = { 0 };
	int every = ((int)grid->rows.count - grid->heads) / ROWS_MOST + 1;

	for (size_t i = 0; i < grid->cells.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];
		int below = cell->row - grid->heads;

		if (cell->columns == 1 && (below < 0 || below % every == 0))
			*array_push(grid->ts->scratch, &samples) = (struct sample){ cell,
				below < 0 ? cell->row : grid->heads + below / every };
	}
	*rows = grid->heads + ((int)grid->rows.count - grid->heads + every - 1) / every;
	*array_push(grid->ts->scratch, &samples) = (struct sample){ 0 };
	return samples.at;
}

/* The heights of a lane's cells from a width on, up to another. */
static void
measure_lane(const struct search *s, struct lane *lane, int from, int end)
{
	for (const struct sample *sample = s->samples; sample->cell; sample++) {
		const struct grid_cell *cell = sample->cell;
		length height = 0, inner = 0;

		if (&s->lanes[s->lane_of[cell->column]] != lane)
			continue;
		for (int at = from; at < end; at++) {
			length *own = &lane->heights[at * s->rows + sample->row];

			if (at == from || inner < cell->most) {
				inner = lane_width(lane, at) - 2 * pad_x(s->grid) - cell->indent;
				height = galley_estimate(&cell->galley, inner) / cell->rows;
			}
			*own = longer(*own, height);
		}
	}
}

/* The heights of the rows by all lanes but one. */
static void
heights_beside(const struct search *s, const struct lane *without, length *rows)
{
	memset(rows, 0, (size_t)s->rows * sizeof *rows);
	for (const struct lane *lane = s->lanes; lane < s->lanes + s->count; lane++)
		for (int row = 0; row < s->rows && lane != without; row++)
			rows[row] = longer(rows[row], lane->heights[lane->at * s->rows + row]);
}

/* What a lane costs at a width beside the others' heights. */
static int64_t
cost_at(const struct search *s, const struct lane *lane, int at, const length *beside)
{
	const length *own = &lane->heights[at * s->rows];
	int64_t cost = 0;

	for (int row = 0; row < s->rows; row++)
		cost += ROW_COST * (int64_t)longer(own[row], beside[row]) + own[row];
	return cost;
}

/* ---- the search ---- */

/* One lane takes what saves most for its room; false when nothing saves any. */
static bool
widen_best(struct search *s, length *beside)
{
	struct lane *best = NULL;
	int best_at = 0;
	int64_t best_saved = 0, best_need = 1;

	for (struct lane *lane = s->lanes; lane < s->lanes + s->count; lane++) {
		int64_t now;

		heights_beside(s, lane, beside);
		now = cost_at(s, lane, lane->at, beside);
		for (int at = lane->at + 1; at < lane->steps; at++) {
			int64_t need = needed(lane, at), saved = now - cost_at(s, lane, at, beside);

			if (need > s->room)
				break;
			if (saved * best_need > best_saved * need)
				best = lane, best_at = at, best_saved = saved, best_need = need;
		}
	}
	if (best)
		set_lane(s, best, best_at);
	return best != NULL;
}

/* The widest that a lane may be and free so much room; -1: it cannot. */
static int
narrowed(const struct lane *lane, int64_t need)
{
	int at = lane->at;

	while (at >= 0 && -needed(lane, at) < need)
		at--;
	return at;
}

/* Room goes from one lane to another where that saves; true when it did. */
static bool
exchange(struct search *s, struct lane *from, struct lane *to, length *beside)
{
	int to_best = to->at, from_best = from->at, from_was = from->at;
	int64_t least = INT64_MAX;

	for (int at = to->at; at < to->steps; at++) {
		int less = at == to->at ? from_was : narrowed(from, needed(to, at) - s->room);
		int64_t cost;

		if (less < 0)
			break;
		from->at = less;
		heights_beside(s, to, beside);
		cost = cost_at(s, to, at, beside);
		for (int row = 0; row < s->rows; row++)
			cost += from->heights[less * s->rows + row];
		from->at = from_was;
		if (cost < least)
			least = cost, to_best = at, from_best = less;
	}
	if (to_best == to->at)
		return false;
	set_lane(s, from, from_best);
	set_lane(s, to, to_best);
	return true;
}

/* What is left of the room, less than a step, goes where it saves something. */
static void
use_offcut(struct search *s, length *beside)
{
	for (struct lane *lane = s->lanes; lane < s->lanes + s->count && s->room > 0; lane++) {
		if (lane->steps == 1 || lane->at >= lane->steps)
			continue;
		lane->last = lane_width(lane, lane->at) + s->room / lane->columns;
		measure_lane(s, lane, lane->steps, lane->steps + 1);
		heights_beside(s, lane, beside);
		if (cost_at(s, lane, lane->steps, beside) < cost_at(s, lane, lane->at, beside))
			set_lane(s, lane, lane->steps);
	}
}

static void
find_widths(struct search *s, length *beside)
{
	bool changed = true;

	while (widen_best(s, beside))
		;
	for (int round = 0; round < ROUNDS_MOST && changed; round++) {
		changed = false;
		for (int i = 0; i < s->count; i++)
			for (int k = 0; k < s->count; k++)
				if (i != k && s->lanes[i].at > 0 && s->lanes[k].steps > 1)
					changed |= exchange(s, &s->lanes[i], &s->lanes[k], beside);
	}
	use_offcut(s, beside);
}

/* What the columns need with a wish granted. */
static const length *
wished(const struct search *s, const struct wish *wish, const length *lengths, const length *most)
{
	length *own = arena_array(s->grid->ts->scratch, (size_t)s->grid->columns, sizeof *own);

	memcpy(own, lengths, (size_t)s->grid->columns * sizeof *own);
	if (wish->comfort)
		widen_to_comfort(s->grid, own, most);
	if (wish->alike)
		level(s->grid, own);
	return own;
}

/*
 * Widths with a wish granted, and how high the table is with them; 0: all
 * stands in its fewest lines; -1: there is no room for it.
 */
static int64_t
try_wish(struct search *s, length width, const struct wish *wish, const length *least,
    const length *most)
{
	struct arena *scratch = s->grid->ts->scratch;
	length *beside = arena_array(scratch, (size_t)s->rows, sizeof *beside);
	int64_t height = 0;

	least = wished(s, wish, least, most);
	most = wished(s, &(struct wish){ .alike = wish->alike }, most, most);
	s->lanes = arena_array(scratch, (size_t)s->grid->columns, sizeof *s->lanes);
	s->lane_of = arena_array(scratch, (size_t)s->grid->columns, sizeof *s->lane_of);
	s->count = 0;
	s->room = width - sum_of(least, s->grid->columns);
	if (s->room < 0 && (wish->comfort || wish->alike))
		return -1;
	find_lanes(s, least, most);
	find_steps(s);
	if (sum_of(most, s->grid->columns) <= width)
		return 0;
	for (struct lane *lane = s->lanes; lane < s->lanes + s->count; lane++) {
		lane->heights = arena_array(scratch, ((size_t)lane->steps + 1) * (size_t)s->rows,
		    sizeof *lane->heights);
		measure_lane(s, lane, 0, lane->steps);
	}
	find_widths(s, beside);
	heights_beside(s, NULL, beside);
	for (int row = 0; row < s->rows; row++)
		height += beside[row];
	return height;
}

/* How much of what is left a column takes: by its width; references stay near what they are of. */
static int64_t
share_of_rest(const struct search *s, int i)
{
	const struct column *column = grid_column(s->grid, i);
	length width = s->grid->widths[i];

	if (column && column->keep && column->set != SET_NUMBER)
		return width / 4;
	return (int64_t)(width + AIR) * (column && column->weight > 0 ? column->weight : 1);
}

/* The widest takes what does not come out even. */
static void
spread_rest(struct search *s)
{
	length *widths = s->grid->widths, rest = s->room;
	int64_t all = 0;
	int widest = 0;

	for (int i = 0; i < s->grid->columns; i++) {
		const struct lane *lane = &s->lanes[s->lane_of[i]];

		widths[i] = lane_width(lane, lane->at);
		all += share_of_rest(s, i);
	}
	for (int i = 0; i < s->grid->columns; i++) {
		length part = (length)(rest * share_of_rest(s, i) / (all > 0 ? all : 1));

		widths[i] += part;
		s->room -= part;
		if (widths[i] > widths[widest])
			widest = i;
	}
	widths[widest] += s->room;
}

void
share_width(struct grid *grid, length width, length *least, length *most)
{
	struct search tries[WISHES] = { { .grid = grid } };
	int64_t heights[WISHES], best = INT64_MAX;
	int chosen = 0, tried = 0;

	shrink_columns(grid, width, least, most);
	tries[0].samples = find_samples(grid, &tries[0].rows);
	for (; tried < WISHES && best > 0; tried++) {
		tries[tried] = tries[0];
		heights[tried] = try_wish(&tries[tried], width, &wishes[tried], least, most);
		if (heights[tried] >= 0 && heights[tried] < best)
			best = heights[tried];
	}
	while (heights[chosen] < 0 || heights[chosen] > best + best / WORTH)
		chosen++;
	spread_rest(&tries[chosen]);
}
