/* SPDX-License-Identifier: MIT */
/*
 * A trend: what was reached, a thick line with discs, and what was aimed at, a
 * dashed one with open squares, over hairlines from zero. Each line has its
 * name at its end. A period without a figure leaves a gap; where a count starts
 * again a line parts the periods.
 */
#include "typeset/picture/kinds.h"
#include "typeset/picture/scale.h"

struct trend_plan {
	struct easel *easel;
	const struct trend *trend;
	struct scale scale;
	length left, right, top, foot;	/* of the plot */
};

/* ---- places ---- */

static length
point_x(const struct trend_plan *plan, size_t point)
{
	int64_t room = plan->right - plan->left, count = (int64_t)plan->trend->points.count;

	return plan->left + (length)(room * (2 * (int64_t)point + 1) / (2 * count));
}

static length
figure_y(const struct trend_plan *plan, struct decimal figure)
{
	return plan->foot - scale_at(&plan->scale, figure, plan->foot - plan->top);
}

/* ---- the axis ---- */

static struct label
step_label(const struct trend_plan *plan, int step)
{
	struct arena *arena = plan->easel->ts->arena;
	struct text figure = decimal_text(arena, scale_step(&plan->scale, step), true);
	bool is_below = text_begins(figure, "-");

	return label_set(plan->easel, &(struct wording){ .colour = COLOUR_muted,
	    .words = text_format(arena, "%s%.*s%.*s%.*s",
	    is_below ? "−" : "", TEXT_ARGS(plan->trend->before),
	    TEXT_ARGS(text_from(figure, is_below)), TEXT_ARGS(plan->trend->after)) },
	    plan->easel->width / 3);
}

static void
draw_axis(const struct trend_plan *plan)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct pen fine = { .stroke = COLOUR_rule, .width = size[DRAWN_grid] };
	struct pen zero = { .stroke = COLOUR_ink, .width = size[DRAWN_axis_line] };

	for (int i = 0; i <= scale_steps(&plan->scale); i++) {
		struct label label = step_label(plan, i);
		struct decimal figure = scale_step(&plan->scale, i);
		length y = figure_y(plan, figure);

		draw_line(easel, decimal_is_zero(figure) ? &zero : &fine,
		    (struct point[]){ { plan->left, y }, { plan->right, y } }, 2);
		label_paint(easel, &label, 0, y - label.size / 2, plan->left - size[DRAWN_pad],
		    SET_RIGHT);
	}
}

/* The periods below the plot; how high they are. */
static length
set_periods(const struct trend_plan *plan, bool paints)
{
	length place = (plan->right - plan->left) / (length)plan->trend->points.count, highest = 0;

	for (size_t i = 0; i < plan->trend->points.count; i++) {
		struct label label = label_set(plan->easel,
		    &(struct wording){ .words = plan->trend->points.at[i].period },
		    place - plan->easel->size[DRAWN_pad] / 2);

		highest = longer(highest, label.height);
		if (paints && label.height > 0)
			label_paint(plan->easel, &label, point_x(plan, i) - place / 2,
			    plan->foot + plan->easel->size[DRAWN_pad], place, SET_CENTRE);
	}
	return highest + plan->easel->size[DRAWN_pad];
}

static void
draw_breaks(const struct trend_plan *plan)
{
	struct pen pen = { .stroke = COLOUR_edge, .width = plan->easel->size[DRAWN_edge] };

	for (size_t i = 1; i < plan->trend->points.count; i++) {
		length x = (point_x(plan, i - 1) + point_x(plan, i)) / 2;

		if (plan->trend->points.at[i].begins)
			draw_line(plan->easel, &pen, (struct point[]){ { x, plan->top },
			    { x, plan->foot } }, 2);
	}
}

/* ---- the lines ---- */

static struct decimal
figure_of(const struct trend_point *point, bool is_actual)
{
	return is_actual ? point->actual : point->target;
}

static void
draw_series(const struct trend_plan *plan, bool is_actual)
{
	const length *size = plan->easel->size;
	struct pen pen = { .stroke = is_actual ? COLOUR_brand : COLOUR_ink,
	    .width = size[is_actual ? DRAWN_actual : DRAWN_target], .dashed = !is_actual };
	struct pen disc = { .fill = COLOUR_brand };
	struct pen square = { .fill = COLOUR_paper, .stroke = COLOUR_ink,
	    .width = size[DRAWN_mark_edge] };
	length half = size[DRAWN_point];

	for (size_t i = 1; i < plan->trend->points.count; i++) {
		const struct trend_point *from = &plan->trend->points.at[i - 1], *to = from + 1;

		if (figure_of(from, is_actual).valid && figure_of(to, is_actual).valid &&
		    !to->begins)
			draw_line(plan->easel, &pen, (struct point[]){ { point_x(plan, i - 1),
			    figure_y(plan, figure_of(from, is_actual)) },
			    { point_x(plan, i), figure_y(plan, figure_of(to, is_actual)) } }, 2);
	}
	for (size_t i = 0; i < plan->trend->points.count; i++) {
		struct decimal figure = figure_of(&plan->trend->points.at[i], is_actual);
		struct point at = { point_x(plan, i), figure.valid ? figure_y(plan, figure) : 0 };

		if (figure.valid && is_actual)
			draw_dot(plan->easel, &disc, at, half);
		else if (figure.valid)
			draw_box(plan->easel, &square, at.x - half, at.y - half, 2 * half,
			    2 * half);
	}
}

/* ---- the names at their ends ---- */

/* The last figure of a line; not valid where it has none. */
static struct decimal
last_figure(const struct trend_plan *plan, bool is_actual)
{
	struct decimal last = { .valid = false };

	for (array_each(const struct trend_point, point, &plan->trend->points))
		if (figure_of(point, is_actual).valid)
			last = figure_of(point, is_actual);
	return last;
}

static struct label
end_label(const struct trend_plan *plan, bool is_actual)
{
	return label_set(plan->easel, &(struct wording){ .words = is_actual ?
	    plan->trend->actual_name : plan->trend->target_name,
	    .weight = is_actual ? WEIGHT_STRONG : WEIGHT_PLAIN, .colour = is_actual ?
	    COLOUR_brand : COLOUR_ink },
	    plan->easel->size[DRAWN_ends]);
}

/*
 * Level with their lines' ends, moved apart where they would touch, and
 * within the plot's height.
 */
static void
paint_ends(const struct trend_plan *plan)
{
	struct easel *easel = plan->easel;
	struct label labels[2] = { end_label(plan, true), end_label(plan, false) };
	length gap = easel->size[DRAWN_pad] / 2, y[2] = { 0 },
	    x = plan->right + easel->size[DRAWN_pad];
	int upper;

	for (int i = 0; i < 2; i++)
		if (labels[i].height > 0)
			y[i] = figure_y(plan, last_figure(plan, i == 0)) - labels[i].height / 2;
	upper = y[0] <= y[1] ? 0 : 1;
	if (labels[0].height > 0 && labels[1].height > 0) {
		length over = y[upper] + labels[upper].height + gap - y[!upper];

		if (over > 0) {
			y[upper] -= over / 2;
			y[!upper] += over - over / 2;
		}
		y[!upper] = shorter(y[!upper], plan->foot +
		    easel->size[DRAWN_pad] - labels[!upper].height);
		y[upper] = longer(0, shorter(y[upper], y[!upper] - gap - labels[upper].height));
		y[!upper] = longer(y[!upper], y[upper] + labels[upper].height + gap);
	}
	for (int i = 0; i < 2; i++)
		if (labels[i].height > 0)
			label_paint(easel, &labels[i], x, longer(y[i], 0), labels[i].width,
			    SET_LEFT);
}

void
draw_trend(struct easel *easel, const struct picture *picture)
{
	const length *size = easel->size;
	struct trend_plan plan = { .easel = easel, .trend = &picture->trend };
	length ends;

	for (array_each(const struct trend_point, point, &plan.trend->points)) {
		scale_hold(&plan.scale, point->actual);
		scale_hold(&plan.scale, point->target);
	}
	scale_round(&plan.scale);
	for (int i = 0; i <= scale_steps(&plan.scale); i++)
		plan.left = longer(plan.left, step_label(&plan, i).width);
	plan.left += size[DRAWN_pad];
	ends = longer(end_label(&plan, true).width, end_label(&plan, false).width);
	plan.right = easel->width - ends - size[DRAWN_pad];
	plan.top = longer(size[DRAWN_point], scaled(size[DRAWN_text], easel->scale, 1000) / 2);
	plan.foot = plan.top + longer(size[DRAWN_plot],
	    end_label(&plan, true).height + end_label(&plan, false).height + 2 * size[DRAWN_pad]);
	draw_axis(&plan);
	draw_breaks(&plan);
	draw_series(&plan, false);
	draw_series(&plan, true);
	paint_ends(&plan);
	easel_take(easel, plan.foot + size[DRAWN_pad] / 2 + set_periods(&plan, true));
}
