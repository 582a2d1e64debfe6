/* SPDX-License-Identifier: MIT */
/*
 * Charts of who stands under whom, read from the top down: boxes below each
 * other as far as there is one, then side by side, and below each of these what
 * hangs on it, indented.
 *
 * What has several tops, or is too high for a page, is set as rows (rows.c).
 */
#include "typeset/picture/kinds.h"
#include "typeset/picture/tree.h"

/* ---- reading the tree ---- */

static int
count_under(const struct picture_boxes *boxes, int above, int *first)
{
	int count = 0;

	for (int i = (int)boxes->count - 1; i >= 0; i--)
		if (boxes->at[i].under == above) {
			*first = i;
			count++;
		}
	return count;
}

int
tree_depth(const struct picture_boxes *boxes, int box, int above)
{
	int depth = 0;

	for (; box >= 0 && box != above; box = boxes->at[box].under)
		depth++;
	return depth;
}

/* True for the box itself, too. */
static bool
is_below(const struct picture_boxes *boxes, int box, int above)
{
	while (box >= 0 && box != above)
		box = boxes->at[box].under;
	return box == above;
}

int
last_under(const struct picture_boxes *boxes, int above)
{
	int last = -1;

	for (int i = 0; i < (int)boxes->count; i++)
		if (boxes->at[i].under == above)
			last = i;
	return last;
}

/* ---- what stands side by side ---- */

struct chart_plan {
	struct easel *easel;
	const struct picture_boxes *boxes;
	struct set_box *set;
	int root;			/* the box below which they stand side by side */
	int count, per_row;		/* of those */
	length team;			/* width of one */
	length left;			/* of the first */
};

/*
 * In rows of as many as fit; of several rows, an even number, so that a line
 * goes down between them.
 */
static void
plan_teams(struct chart_plan *plan)
{
	struct easel *easel = plan->easel;
	length gap = easel->size[DRAWN_team_gap], least = longer(easel->size[DRAWN_team], 1);
	int first, fit = (easel->width + gap) / (least + gap);

	plan->count = count_under(plan->boxes, plan->root, &first);
	fit = fit > 1 ? fit : 1;
	if (plan->count > fit && fit > 1)
		fit -= fit % 2;
	plan->per_row = plan->count < fit ? plan->count : fit;
	if (plan->per_row == 0)
		return;
	plan->team = (easel->width - gap * (plan->per_row - 1)) / plan->per_row;
	plan->team = shorter(plan->team, longer(easel->size[DRAWN_top], least));
	plan->left = (easel->width - plan->team * plan->per_row - gap * (plan->per_row - 1)) / 2;
}

static length
team_left(const struct chart_plan *plan, int number)
{
	return plan->left + (plan->team +
	    plan->easel->size[DRAWN_team_gap]) * (number % plan->per_row);
}

/* How far each level below a team is indented, so that the deepest has room for words. */
static length
team_indent(const struct chart_plan *plan, int team)
{
	int deepest = 0;

	for (int i = 0; i < (int)plan->boxes->count; i++)
		if (is_below(plan->boxes, i, team)) {
			int depth = tree_depth(plan->boxes, i, team);

			deepest = depth > deepest ? depth : deepest;
		}
	return deepest == 0 ? 0 : shorter(plan->easel->size[DRAWN_indent],
	    plan->team / 3 / deepest);
}

/* A team and all below it, from y on; how high that is. */
static length
place_team(struct chart_plan *plan, int team, length x, length y)
{
	const length *size = plan->easel->size;
	length indent = team_indent(plan, team), top = y;

	for (int i = team; i < (int)plan->boxes->count; i++) {
		length in;

		if (!is_below(plan->boxes, i, team))
			continue;
		in = indent * tree_depth(plan->boxes, i, team);
		plan->set[i] = box_set(plan->easel, &plan->boxes->at[i], plan->team - in,
		    size[DRAWN_post], BOX_STRONG);
		plan->set[i].x = x + in;
		plan->set[i].y = y;
		y += plan->set[i].height + (i == team ? size[DRAWN_level] : size[DRAWN_post_gap]);
	}
	return y - top - size[last_under(plan->boxes, team) < 0 ? DRAWN_level : DRAWN_post_gap];
}

static length
place_teams(struct chart_plan *plan, length y)
{
	const length *size = plan->easel->size;
	length row = 0;
	int number = 0;

	for (int i = 0; i < (int)plan->boxes->count; i++) {
		if (plan->boxes->at[i].under != plan->root)
			continue;
		if (number > 0 && number % plan->per_row == 0) {
			y += row + 2 * size[DRAWN_level];
			row = 0;
		}
		row = longer(row, place_team(plan, i, team_left(plan, number), y));
		number++;
	}
	return y + row;
}

/* The boxes from the top down to the root, in the middle. */
static length
place_tops(struct chart_plan *plan)
{
	const length *size = plan->easel->size;
	length width = shorter(size[DRAWN_top], plan->easel->width), y = 0;

	for (int i = 0;;) {
		plan->set[i] = box_set(plan->easel, &plan->boxes->at[i], width, size[DRAWN_post],
		    BOX_STRONG);
		plan->set[i].x = (plan->easel->width - width) / 2;
		plan->set[i].y = y;
		y += plan->set[i].height;
		if (i == plan->root)
			return y;
		y += size[DRAWN_top_gap];
		count_under(plan->boxes, i, &i);
	}
}

/* ---- ink ---- */

static struct pen
line_pen(const struct easel *easel)
{
	return (struct pen){ .stroke = COLOUR_brand, .width = easel->size[DRAWN_line] };
}

static void
draw_tops(const struct chart_plan *plan)
{
	struct pen pen = line_pen(plan->easel);
	length middle = plan->easel->width / 2;

	for (int i = plan->root; i >= 0 && plan->boxes->at[i].under >= 0;
	    i = plan->boxes->at[i].under)
		draw_line(plan->easel, &pen, (struct point[]){ { middle, plan->set[i].y },
		    { middle, plan->set[i].y - plan->easel->size[DRAWN_top_gap] } }, 2);
}

/* From the root down the middle to the line above each row, and from there to its boxes. */
static void
draw_buses(const struct chart_plan *plan)
{
	struct easel *easel = plan->easel;
	struct pen pen = line_pen(easel);
	length from = plan->set[plan->root].y + plan->set[plan->root].height,
	    middle = easel->width / 2;
	length bus = from, left = middle, right = middle;
	int number = 0;

	for (int i = 0; i < (int)plan->boxes->count; i++) {
		length x;

		if (plan->boxes->at[i].under != plan->root)
			continue;
		if (number % plan->per_row == 0)
			left = right = middle;
		bus = plan->set[i].y - easel->size[DRAWN_level];
		x = plan->set[i].x + plan->set[i].width / 2;
		draw_line(easel, &pen, (struct point[]){ { x, bus }, { x, plan->set[i].y } }, 2);
		left = shorter(left, x);
		right = longer(right, x);
		number++;
		if (number % plan->per_row == 0 || number == plan->count)
			draw_line(easel, &pen, (struct point[]){ { left - pen.width / 2, bus },
			    { right + pen.width / 2, bus } }, 2);
	}
	draw_line(easel, &pen, (struct point[]){ { middle, from }, { middle, bus } }, 2);
}

/* The lines of what hangs on a box, from its foot down. */
static void
draw_spines(const struct chart_plan *plan)
{
	struct easel *easel = plan->easel;
	struct pen pen = line_pen(easel);

	for (int i = 0; i < (int)plan->boxes->count; i++) {
		const struct set_box *above, *box = &plan->set[i];
		int under = plan->boxes->at[i].under;
		length x;

		if (i == plan->root || under == plan->root || !is_below(plan->boxes, i, plan->root))
			continue;
		above = &plan->set[under];
		x = above->x + shorter(easel->size[DRAWN_spine], (box->x - above->x) / 2);
		draw_line(easel, &pen, (struct point[]){ { x, box_middle(box) },
		    { box->x, box_middle(box) } }, 2);
		if (last_under(plan->boxes, under) == i)
			draw_line(easel, &pen, (struct point[]){ { x, above->y + above->height },
			    { x, box_middle(box) + pen.width / 2 } }, 2);
	}
}

void
draw_chart(struct easel *easel, const struct picture *picture)
{
	const struct picture_boxes *boxes = &picture->chart;
	struct chart_plan plan = { .easel = easel, .boxes = boxes };
	bool strained = easel->strained;
	length height;
	int first = 0;

	if (count_under(boxes, -1, &first) != 1) {
		draw_rows(easel, boxes);
		return;
	}
	while (count_under(boxes, plan.root, &first) == 1)
		plan.root = first;
	plan.set = arena_array(easel->ts->scratch, boxes->count, sizeof *plan.set);
	plan_teams(&plan);
	height = place_tops(&plan);
	if (plan.count > 0)
		height = place_teams(&plan, height + 2 * easel->size[DRAWN_level]);
	if (height > easel->most || (easel->strained && easel->is_last)) {
		easel->strained = strained;
		easel->scale = 1000;
		draw_rows(easel, boxes);
		return;
	}
	draw_tops(&plan);
	if (plan.count > 0)
		draw_buses(&plan);
	draw_spines(&plan);
	for (size_t i = 0; i < boxes->count; i++)
		box_paint(easel, &plan.set[i]);
	easel_take(easel, height);
}
