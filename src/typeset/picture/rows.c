/* SPDX-License-Identifier: MIT */
/*
 * A chart as indented rows: a box a row, what stands under another further
 * right, joined by lines that go on from part to part. It takes any number of
 * boxes in any depth.
 */
#include "typeset/picture/tree.h"

struct row_plan {
	struct easel *easel;
	const struct picture_boxes *boxes;
	struct set_box *set;
	length indent;
};

static length
row_left(const struct row_plan *plan, int box)
{
	return plan->indent * (tree_depth(plan->boxes, box, -1) - 1);
}

/* Where the line that hangs on a box stands. */
static length
spine_of(const struct row_plan *plan, int box)
{
	return row_left(plan, box) + shorter(plan->easel->size[DRAWN_spine], plan->indent / 2);
}

/* How far in each level stands, so that the deepest has half of the width. */
static void
set_rows(struct row_plan *plan)
{
	struct easel *easel = plan->easel;
	length most = shorter(easel->size[DRAWN_row], easel->width);
	int deepest = 1;

	for (int i = 0; i < (int)plan->boxes->count; i++) {
		int depth = tree_depth(plan->boxes, i, -1) - 1;

		deepest = depth > deepest ? depth : deepest;
	}
	plan->indent = shorter(easel->size[DRAWN_indent], easel->width / 2 / deepest);
	for (int i = 0; i < (int)plan->boxes->count; i++) {
		length left = row_left(plan, i);

		plan->set[i] = box_set(easel, &plan->boxes->at[i],
		    shorter(most, easel->width - left),
		    easel->size[DRAWN_box], BOX_STRONG);
		plan->set[i].x = left;
	}
}

/* The lines of a part that holds the boxes from one up to another. */
static void
draw_spines(const struct row_plan *plan, int first, int end, length foot)
{
	struct easel *easel = plan->easel;
	struct pen pen = { .stroke = COLOUR_brand, .width = easel->size[DRAWN_line] };

	for (int i = 0; i < end; i++) {
		int last = last_under(plan->boxes, i);
		length x = spine_of(plan, i), top = 0, bottom = foot;

		if (i >= first && plan->boxes->at[i].under >= 0) {
			length middle = box_middle(&plan->set[i]);

			draw_line(easel, &pen, (struct point[]){ { spine_of(plan,
			    plan->boxes->at[i].under), middle },
			    { plan->set[i].x, middle } }, 2);
		}
		if (last < first)
			continue;
		if (i >= first)
			top = plan->set[i].y + plan->set[i].height;
		if (last < end)
			bottom = box_middle(&plan->set[last]) + pen.width / 2;
		draw_line(easel, &pen, (struct point[]){ { x, top }, { x, bottom } }, 2);
	}
}

void
draw_rows(struct easel *easel, const struct picture_boxes *boxes)
{
	struct row_plan plan = { .easel = easel, .boxes = boxes };
	int count = (int)boxes->count;

	plan.set = arena_array(easel->ts->scratch, boxes->count, sizeof *plan.set);
	set_rows(&plan);
	for (int first = 0, end; first < count; first = end) {
		length y = 0, gap = easel->size[DRAWN_box_gap];

		for (end = first; end < count && (end == first ||
		    y + plan.set[end].height <= easel->most); end++) {
			plan.set[end].y = y;
			y += plan.set[end].height + gap;
		}
		draw_spines(&plan, first, end, y - gap);
		for (int i = first; i < end; i++)
			box_paint(easel, &plan.set[i]);
		easel_take(easel, y - gap);
	}
}
