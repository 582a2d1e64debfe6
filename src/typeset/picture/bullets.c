/* SPDX-License-Identifier: MIT */
/*
 * Bars of what was reached, with a line across at what was aimed at: a name, a
 * track from zero, and the figures in words. Each has a scale of its own.
 */
#include "typeset/picture/kinds.h"
#include "typeset/picture/scale.h"

struct bar_plan {
	struct easel *easel;
	const struct bullets_picture *bullets;
	length left, right;		/* of the tracks */
};

static struct label
name_label(const struct bar_plan *plan, const struct bullet *bar)
{
	return label_set(plan->easel, &(struct wording){ .words = bar->words },
	    plan->left - plan->easel->size[DRAWN_pad]);
}

static struct label
said_label(const struct bar_plan *plan, const struct bullet *bar)
{
	return label_set(plan->easel, &(struct wording){ .words = bar->said },
	    plan->easel->width - plan->right - plan->easel->size[DRAWN_pad]);
}

static length
bar_height(const struct bar_plan *plan, const struct bullet *bar)
{
	const length *size = plan->easel->size;

	return longer(longer(name_label(plan, bar).height, said_label(plan, bar).height),
	    size[DRAWN_track]) + size[DRAWN_pad];
}

static void
paint_track(const struct bar_plan *plan, const struct bullet *bar, length middle)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct pen track = { .fill = COLOUR_paper, .stroke = COLOUR_edge,
	    .width = size[DRAWN_edge] };
	struct pen actual = { .fill = COLOUR_brand };
	struct pen target = { .fill = COLOUR_ink };
	struct pen clear = { .fill = COLOUR_paper };
	struct scale scale = { 0 };
	length room = plan->right - plan->left - size[DRAWN_target], zero;

	scale_hold(&scale, bar->actual);
	scale_hold(&scale, bar->target);
	scale_round(&scale);
	zero = plan->left + scale_at(&scale, decimal_of(0, 0), room);
	draw_box(easel, &track, plan->left, middle - size[DRAWN_track] / 2,
	    plan->right - plan->left, size[DRAWN_track]);
	if (bar->actual.valid) {
		length end = plan->left + scale_at(&scale, bar->actual, room);

		draw_box(easel, &actual, shorter(zero, end), middle - size[DRAWN_work] / 2,
		    longer(longer(zero, end) - shorter(zero, end), size[DRAWN_edge]),
		    size[DRAWN_work]);
	}
	if (bar->target.valid) {
		length x = plan->left + scale_at(&scale, bar->target, room),
		    edge = size[DRAWN_edge];

		/* Clear on both sides, so that it is seen also within the bar. */
		draw_box(easel, &clear, longer(x - edge, plan->left), middle - size[DRAWN_work] / 2,
		    shorter(size[DRAWN_target] + 2 * edge, plan->right - x), size[DRAWN_work]);
		draw_box(easel, &target, x, middle - size[DRAWN_track] / 2, size[DRAWN_target],
		    size[DRAWN_track]);
	}
}

/* What a bar and a line mean; how high that is. */
static length
paint_key(const struct bar_plan *plan, length y)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct label actual = label_set(easel,
	    &(struct wording){ .words = plan->bullets->actual_name, .colour = COLOUR_muted },
	    easel->width / 3);
	struct label target = label_set(easel,
	    &(struct wording){ .words = plan->bullets->target_name, .colour = COLOUR_muted },
	    easel->width / 3);
	length height = longer(longer(actual.height, target.height), size[DRAWN_track]),
	    middle = y + size[DRAWN_pad] + height / 2;
	length x = 0, gap = size[DRAWN_pad];

	if (actual.height > 0) {
		draw_box(easel, &(struct pen){ .fill = COLOUR_brand }, x,
		    middle - size[DRAWN_work] / 2, size[DRAWN_track], size[DRAWN_work]);
		label_paint(easel, &actual, x + size[DRAWN_track] + gap,
		    middle - actual.height / 2, actual.width, SET_LEFT);
		x += size[DRAWN_track] + 4 * gap + actual.width;
	}
	if (target.height > 0) {
		draw_box(easel, &(struct pen){ .fill = COLOUR_ink }, x,
		    middle - size[DRAWN_track] / 2, size[DRAWN_target], size[DRAWN_track]);
		label_paint(easel, &target, x + size[DRAWN_target] + gap,
		    middle - target.height / 2, target.width, SET_LEFT);
	}
	return size[DRAWN_pad] + height;
}

void
draw_bullets(struct easel *easel, const struct picture *picture)
{
	const struct bullets_picture *bullets = &picture->bullets;
	struct bar_plan plan = { .easel = easel, .bullets = bullets };
	length room = easel->most - easel->size[DRAWN_track] - 3 * easel->size[DRAWN_leading],
	    y = 0;

	plan.left = shorter(easel->size[DRAWN_names], easel->width * 2 / 5);
	plan.right = easel->width - shorter(easel->size[DRAWN_ends], easel->width * 3 / 10);
	for (size_t i = 0; i < bullets->bars.count; i++) {
		const struct bullet *bar = &bullets->bars.at[i];
		length height = bar_height(&plan, bar), middle;
		struct label name = name_label(&plan, bar), said = said_label(&plan, bar);

		if (y > 0 && y + height > room) {
			easel_take(easel, y + paint_key(&plan, y));
			y = 0;
		}
		middle = y + height / 2;
		if (name.height > 0)
			label_paint(easel, &name, 0, middle - name.height / 2, name.width,
			    SET_LEFT);
		if (said.height > 0)
			label_paint(easel, &said, plan.right + easel->size[DRAWN_pad],
			    middle - said.height / 2, said.width, SET_LEFT);
		paint_track(&plan, bar, middle);
		y += height;
	}
	easel_take(easel, y + paint_key(&plan, y));
}
