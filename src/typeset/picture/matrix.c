/* SPDX-License-Identifier: MIT */
/*
 * A risk matrix: cells of equal width, the words of their bands on white, so
 * that they stand in one bit too; below them what falls into each.
 *
 * A row is as high as its fullest cell wants. Rows that do not fit a page
 * stand on the next, and the words of the axes with them.
 */
#include "model/messages.h"
#include "typeset/picture/kinds.h"

struct matrix_plan {
	struct easel *easel;
	const struct matrix *matrix;
	int columns, rows;
	length left, wide;		/* of the cells: their left edge, the width of one */
	length strip;			/* height of the strip */
	bool has_two_lines;		/* the band's word below its bars */
};

static const struct matrix_cell *
cell_at(const struct matrix_plan *plan, int row, int column)
{
	return &plan->matrix->cells[row * plan->columns + column];
}

static length
column_left(const struct matrix_plan *plan, int column)
{
	length room = plan->easel->width - plan->left;

	return plan->left + (length)((int64_t)room * column / plan->columns);
}

static bool
is_severe(const struct matrix_cell *cell)
{
	return cell->mark == MARK_BAND_4;
}

/* ---- the strip: bars, band, score ---- */

static struct wording
band_wording(const struct matrix_cell *cell)
{
	return (struct wording){ .words = cell->band,
	    .weight = cell->mark >= MARK_BAND_3 ? WEIGHT_STRONG : WEIGHT_PLAIN,
	    .colour = is_severe(cell) ? COLOUR_on_band4 : COLOUR_ink };
}

static struct wording
score_wording(struct easel *easel, const struct matrix_cell *cell)
{
	return (struct wording){ .words = text_number(easel->ts->arena, cell->score),
	    .weight = WEIGHT_STRONG, .colour = is_severe(cell) ? COLOUR_on_band4 : COLOUR_ink };
}

/* What bars and score take of a line, with the gaps beside the word. */
static length
strip_taken(const struct matrix_plan *plan, const struct matrix_cell *cell)
{
	const length *size = plan->easel->size;
	struct wording score = score_wording(plan->easel, cell);

	return 2 * size[DRAWN_pad] + mark_width(cell->mark, size[DRAWN_bars]) +
	    size[DRAWN_pad] * 3 / 2 +
	    label_set(plan->easel, &score, ANY_WIDTH).width;
}

/* One line where all words fit beside their bars, else two. */
static void
plan_strip(struct matrix_plan *plan)
{
	const length *size = plan->easel->size;
	length highest = 0;

	for (int i = 0; i < plan->columns * plan->rows; i++) {
		const struct matrix_cell *cell = &plan->matrix->cells[i];
		struct wording band = band_wording(cell);

		if (label_set(plan->easel, &band, ANY_WIDTH).width > plan->wide - strip_taken(plan,
		    cell))
			plan->has_two_lines = true;
	}
	for (int i = 0; i < plan->columns * plan->rows; i++) {
		struct wording band = band_wording(&plan->matrix->cells[i]);
		struct label label = label_set(plan->easel, &band,
		    plan->has_two_lines ? plan->wide - 2 * size[DRAWN_pad] : ANY_WIDTH);

		highest = longer(highest, label.height);
	}
	if (plan->has_two_lines)
		highest += longer(size[DRAWN_bars], scaled(size[DRAWN_text], plan->easel->scale,
		    1000)) +
		    2 * size[DRAWN_pad_y];
	plan->strip = longer(size[DRAWN_strip], highest + size[DRAWN_pad]);
}

static void
paint_strip(const struct matrix_plan *plan, const struct matrix_cell *cell, length x, length y)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct wording band = band_wording(cell), number = score_wording(easel, cell);
	struct label score = label_set(easel, &number, ANY_WIDTH), word;
	length bars = size[DRAWN_bars], line = longer(score.height, bars);
	length top = y + (plan->strip - line) / 2, left = x + size[DRAWN_pad];

	word = label_set(easel, &band, plan->has_two_lines ? plan->wide - 2 * size[DRAWN_pad] :
	    ANY_WIDTH);
	if (plan->has_two_lines)
		top = y + size[DRAWN_pad] / 2;
	if (cell->mark)
		draw_mark(easel, cell->mark, is_severe(cell) ? COLOUR_on_band4 : COLOUR_ink, left,
		    top + (line - bars) / 2, bars);
	label_paint(easel, &score, x, top + (line - score.height) / 2,
	    plan->wide - size[DRAWN_pad], SET_RIGHT);
	if (!word.para || cell->band.length == 0)
		return;
	if (plan->has_two_lines)
		label_paint(easel, &word, left, top + line + 2 * size[DRAWN_pad_y], word.width,
		    SET_LEFT);
	else
		label_paint(easel, &word, left + mark_width(cell->mark, bars) +
		    size[DRAWN_pad] * 3 / 4,
		    top + (line - word.height) / 2, word.width, SET_LEFT);
}

/* ---- risks in a cell ---- */

static struct label
capsule_label(const struct matrix_plan *plan, struct text words)
{
	const length *size = plan->easel->size;

	return label_set(plan->easel, &(struct wording){ .words = words, .weight = WEIGHT_STRONG },
	    plan->wide - 2 * size[DRAWN_capsule_gap] - 2 * size[DRAWN_capsule_pad]);
}

static void
paint_capsule(const struct matrix_plan *plan, const struct label *label, length x, length y,
    length width, length height)
{
	const length *size = plan->easel->size;

	draw_box(plan->easel, &(struct pen){ .fill = COLOUR_paper, .stroke = COLOUR_ink,
	    .width = size[DRAWN_capsule_edge], .radius = label->size + size[DRAWN_pad_y] },
	    x, y, width, height);
	label_paint(plan->easel, label, x + size[DRAWN_capsule_pad],
	    y + (height - label->height) / 2,
	    label->width, SET_LEFT);
}

/* The capsules of a cell from left to right and then down; how high all of them are. */
static length
set_capsules(const struct matrix_plan *plan, const struct matrix_cell *cell, length left,
    length top, bool paints)
{
	const length *size = plan->easel->size;
	length gap = size[DRAWN_capsule_gap], x = left + gap, y = top, line = 0;

	for (size_t i = 0; i < cell->risks.count; i++) {
		struct label label = capsule_label(plan, cell->risks.at[i]);
		length width = label.width + 2 * size[DRAWN_capsule_pad];
		length height = label.height + 2 * size[DRAWN_pad_y] + size[DRAWN_capsule_gap] / 2;

		if (x > left + gap && x + width > left + plan->wide - gap) {
			x = left + gap;
			y += line + gap / 2;
			line = 0;
		}
		if (paints)
			paint_capsule(plan, &label, x, y, width, height);
		x += width + gap * 2 / 3;
		line = longer(line, height);
	}
	return y + line - top;
}

/* ---- rows ---- */

static length
row_height(const struct matrix_plan *plan, int row)
{
	const length *size = plan->easel->size;
	length height = size[DRAWN_cell];

	for (int i = 0; i < plan->columns; i++) {
		const struct matrix_cell *cell = cell_at(plan, row, i);

		if (cell->risks.count > 0)
			height = longer(height, plan->strip + 2 * size[DRAWN_capsule_gap] +
			    set_capsules(plan, cell, 0, 0, false));
	}
	return longer(height, plan->strip);
}

static enum colour
band_colour(const struct matrix_cell *cell)
{
	return cell->mark ? COLOUR_band1 + (enum colour)(cell->mark - MARK_BAND_1) : COLOUR_paper;
}

/* A ground as dark as the edges keeps clear of them, so that two such cells stay two. */
static void
paint_ground(const struct matrix_plan *plan, const struct matrix_cell *cell, length x, length y,
    length height)
{
	struct easel *easel = plan->easel;
	const uint32_t *light = easel->ts->look->light;
	struct pen ground = { .fill = band_colour(cell) };
	length in = light[ground.fill] == light[COLOUR_edge] ? 2 * easel->size[DRAWN_edge] : 0;

	draw_box(easel, &ground, x + in, y + in, plan->wide - in, height - in);
	if (!is_severe(cell))
		draw_box(easel, &(struct pen){ .fill = COLOUR_paper }, x, y, plan->wide,
		    plan->strip);
}

/* Ground, words, risks; the edge last, so that nothing lies on it. */
static void
paint_cell(const struct matrix_plan *plan, const struct matrix_cell *cell, length x, length y,
    length height)
{
	struct easel *easel = plan->easel;
	length gap = easel->size[DRAWN_capsule_gap];
	length needed = set_capsules(plan, cell, x, 0, false);

	paint_ground(plan, cell, x, y, height);
	paint_strip(plan, cell, x, y);
	set_capsules(plan, cell, x, y + height - gap - needed, true);
}

static void
paint_row(const struct matrix_plan *plan, int row, length y, length height, bool is_lowest)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct pen edge = { .stroke = COLOUR_edge, .width = size[DRAWN_edge] };
	struct label label = label_set(easel,
	    &(struct wording){ .lead = text_number(easel->ts->arena, row + 1),
	    .words = plan->matrix->up.steps.at[row] },
	    plan->left - size[DRAWN_axis_gap]);

	label_paint(easel, &label, 0, y + (height - label.height) / 2, label.width, SET_LEFT);
	for (int i = 0; i < plan->columns; i++)
		paint_cell(plan, cell_at(plan, row, i), column_left(plan, i), y, height);
	for (int i = 0; i < plan->columns; i++) {
		bool is_last = i + 1 == plan->columns;
		length x = column_left(plan, i), shared = is_last ? 0 : edge.width;

		draw_box(easel, &edge, x, y, column_left(plan, i + 1) - x + shared,
		    height + (is_lowest ? 0 : edge.width));
	}
}

/* The steps of the axis across, below their columns, then its name; how high both are. */
static length
set_foot(const struct matrix_plan *plan, length y, bool paints)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct label name = label_set(easel,
	    &(struct wording){ .words = plan->matrix->across.name, .colour = COLOUR_muted },
	    easel->width - plan->left);
	length highest = 0;

	for (int i = 0; i < plan->columns; i++) {
		struct label label = label_set(easel,
		    &(struct wording){ .lead = text_number(easel->ts->arena, i + 1),
		    .words = plan->matrix->across.steps.at[i] },
		    plan->wide - size[DRAWN_pad]);

		highest = longer(highest, label.height);
		if (paints)
			label_paint(easel, &label, column_left(plan, i), y + size[DRAWN_axis_gap],
			    plan->wide, SET_CENTRE);
	}
	if (paints && name.height > 0)
		label_paint(easel, &name, plan->left, y + 2 * size[DRAWN_axis_gap] + highest,
		    easel->width - plan->left, SET_CENTRE);
	return 2 * size[DRAWN_axis_gap] + highest + name.height;
}

/* The rows of one part, from the top; `last` is the lowest. */
static void
paint_part(const struct matrix_plan *plan, int first, int last, length head)
{
	struct easel *easel = plan->easel;
	struct label name = label_set(easel,
	    &(struct wording){ .words = plan->matrix->up.name, .colour = COLOUR_muted },
	    plan->left - easel->size[DRAWN_axis_gap]);
	length y = 0;

	if (name.height > 0)
		label_paint(easel, &name, 0, 0, name.width, SET_LEFT);
	for (int row = first; row >= last; row--) {
		length height = row_height(plan, row) + (row == first ? head : 0);

		paint_row(plan, row, y, height, row == last);
		y += height;
	}
	easel_take(easel, y + set_foot(plan, y, true));
}

/*
 * What the first row of a part needs in addition, so that its words stand
 * clear of the axis' name.
 */
static length
head_room(const struct matrix_plan *plan, int row)
{
	struct easel *easel = plan->easel;
	length place = plan->left - easel->size[DRAWN_axis_gap];
	struct label name = label_set(easel, &(struct wording){ .words = plan->matrix->up.name },
	    place);
	struct label step = label_set(easel,
	    &(struct wording){ .lead = text_number(easel->ts->arena, row + 1),
	    .words = plan->matrix->up.steps.at[row] }, place);

	return longer(2 * (name.height + easel->size[DRAWN_axis_gap]) +
	    step.height - row_height(plan, row), 0);
}

void
draw_matrix(struct easel *easel, const struct picture *picture)
{
	const struct matrix *matrix = &picture->matrix;
	struct matrix_plan plan = { .easel = easel, .matrix = matrix,
	    .columns = (int)matrix->across.steps.count,
	    .rows = (int)matrix->up.steps.count, .left = easel->size[DRAWN_axis] };
	length foot;

	plan.wide = (easel->width - plan.left) / plan.columns;
	plan_strip(&plan);
	foot = set_foot(&plan, 0, false);
	for (int first = plan.rows - 1, last; first >= 0; first = last - 1) {
		length head = head_room(&plan, first),
		    height = head + row_height(&plan, first) + foot;

		/* A row is not parted: its words are set smaller, else it is told. */
		if (height > easel->most) {
			easel->strained = true;
			report(easel->ts->diag, place_of(easel->figure), over_full,
			    matrix->up.steps.at[first]);
		}
		for (last = first; last > 0 && height + row_height(&plan, last - 1) <= easel->most;
		    last--)
			height += row_height(&plan, last - 1);
		paint_part(&plan, first, last, head);
	}
}
