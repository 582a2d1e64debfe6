/* SPDX-License-Identifier: MIT */
/*
 * Maps: columns of boxes, and lines between neighbours, read from left to
 * right. The second column stands in the order of the first, whose boxes are
 * centred on theirs; the third is spread evenly; the fourth stands level with
 * it.
 *
 * What does not fit a page is parted between boxes of the second column, and
 * each part bears what its boxes are linked with. Every link is drawn in a part.
 */
#include "typeset/picture/kinds.h"
#include "typeset/picture/map/plan.h"
#include "typeset/picture/map/trunk.h"

/* ---- a part: heights ---- */

/* The box of the first column that one of the order belongs to; itself where it is one. */
static int
home_of(const struct map_plan *plan, int box)
{
	return box_at(plan, box)->column == 0 ? box : plan->home[box];
}

/* The boxes of the order from one on that belong together and are shown; the next that does not. */
static int
end_of_group(const struct map_plan *plan, int at)
{
	int home = home_of(plan, plan->order[at]), end = at;

	while (end < plan->order_count && home_of(plan, plan->order[end]) == home)
		end++;
	return end;
}

/*
 * One group from y on: its boxes below each other, that of the first column
 * in their middle; its height.
 */
static length
place_group(struct map_plan *plan, int first, int end, length y)
{
	length gap = plan->easel->size[DRAWN_box_gap], all = 0, home_height, height, at;
	int home = home_of(plan, plan->order[first]);

	for (int i = first; i < end; i++)
		if (plan->shown[plan->order[i]] && plan->order[i] != home)
			all += plan->boxes[plan->order[i]].height + (all > 0 ? gap : 0);
	home_height = home >= 0 && plan->shown[home] ? plan->boxes[home].height : 0;
	height = longer(all, home_height);
	at = y + (height - all) / 2;
	for (int i = first; i < end; i++)
		if (plan->shown[plan->order[i]] && plan->order[i] != home) {
			plan->boxes[plan->order[i]].y = at;
			at += plan->boxes[plan->order[i]].height + gap;
		}
	if (home_height > 0)
		plan->boxes[home].y = y + (height - home_height) / 2;
	return height;
}

/* The first two columns from y on; how high they are. */
static length
place_left(struct map_plan *plan, length y)
{
	length gap = plan->easel->size[DRAWN_box_gap], top = y;

	for (int first = 0, end; first < plan->order_count; first = end) {
		length height;

		end = end_of_group(plan, first);
		height = place_group(plan, first, end, y);
		y += height > 0 ? height + gap : 0;
	}
	return y > top ? y - gap - top : 0;
}

static length
right_height(const struct map_plan *plan, int *count)
{
	length gap = plan->easel->size[DRAWN_box_gap], all = 0;

	*count = 0;
	for (int i = 0; i < plan->count; i++)
		if (plan->shown[i] && box_at(plan, i)->column == 2) {
			all += plan->boxes[i].height + (*count > 0 ? gap : 0);
			++*count;
		}
	return all;
}

/* The third column, spread over a height from y on, and the fourth beside it. */
static void
place_right(struct map_plan *plan, length y, length height)
{
	int count, placed = 0;
	length gap = plan->easel->size[DRAWN_box_gap], all = right_height(plan, &count), spare;

	spare = longer(height - all, 0);
	for (int i = 0; i < plan->count; i++) {
		if (!plan->shown[i] || box_at(plan, i)->column != 2)
			continue;
		plan->boxes[i].y = y + (length)((int64_t)spare * (2 * placed + 1) / (2 * count));
		y += plan->boxes[i].height + gap;
		placed++;
	}
	for (array_each(const struct picture_link, link, &plan->map->links))
		if (box_at(plan, link->from)->column == 2)
			plan->boxes[link->to].y = plan->boxes[link->from].y;
}

/* ---- a part: ink ---- */

static length
paint_bar(const struct map_plan *plan)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	length height = longer(size[DRAWN_bar], plan->bar.height + 2 * size[DRAWN_pad]);

	draw_box(easel, &(struct pen){ .fill = COLOUR_brand, .radius = size[DRAWN_radius] }, 0, 0,
	    easel->width, height);
	label_paint(easel, &plan->bar, size[DRAWN_pad] * 3 / 2, (height - plan->bar.height) / 2,
	    plan->bar.width, SET_LEFT);
	return height + size[DRAWN_bar_gap];
}

static struct label
head_label(const struct map_plan *plan, int column)
{
	length spare = column + 1 < plan->columns ?
	    plan->x[column + 1] - plan->x[column] - plan->width[column] : 0;

	return label_set(plan->easel, &(struct wording){ .words = plan->map->heads.at[column],
	    .weight = WEIGHT_STRONG, .colour = COLOUR_muted }, plan->width[column] + spare * 3 / 4);
}

static void
draw_links(struct map_plan *plan)
{
	struct picture_link *links = arena_array(plan->easel->ts->scratch, plan->map->links.count,
	    sizeof *links);

	for (int i = 0; i + 1 < plan->columns; i++)
		gap_draw(&(struct gap){ .easel = plan->easel, .boxes = plan->boxes, .links = links,
		    .count = links_of(plan, i, true, links), .hubs_left = plan->hubs_left[i],
		    .left = plan->x[i] + plan->width[i], .right = plan->x[i + 1] });
}

static void
draw_part(struct map_plan *plan)
{
	struct easel *easel = plan->easel;
	bool is_first = easel->parts.count == 0 && plan->bar.height > 0;
	length y = is_first ? paint_bar(plan) : 0, left, right;
	int count;

	for (int i = 0; i < plan->columns; i++) {
		struct label head = head_label(plan, i);

		if (head.height > 0)
			label_paint(easel, &head, plan->x[i], y + plan->head_height - head.height,
			    head.width, SET_LEFT);
	}
	y += plan->head_height + easel->size[DRAWN_bar_gap];
	left = place_left(plan, y);
	right = right_height(plan, &count);
	if (right > left)
		place_left(plan, y + (right - left) / 2);
	place_right(plan, y, longer(left, right));
	draw_links(plan);
	for (int i = 0; i < plan->count; i++)
		if (plan->shown[i]) {
			box_paint(easel, &plan->boxes[i]);
			plan->done[i] = true;
			plan->shown[i] = false;
		}
	easel_take(easel, y + longer(left, right));
}

/* ---- parting ---- */

/* What is left of a page for boxes. */
static length
room_for_boxes(const struct map_plan *plan)
{
	const length *size = plan->easel->size;
	length bar = plan->easel->parts.count > 0 || plan->bar.height == 0 ? 0 :
	    longer(size[DRAWN_bar], plan->bar.height + 2 * size[DRAWN_pad]) + size[DRAWN_bar_gap];

	return plan->easel->most - bar - plan->head_height - size[DRAWN_bar_gap];
}

/* Boxes of the order, and those of the first column that they are linked with. */
static void
show_left(struct map_plan *plan, int first, int end)
{
	memset(plan->shown, 0, (size_t)plan->count * sizeof *plan->shown);
	for (int i = first; i < end; i++) {
		plan->shown[plan->order[i]] = true;
		for (array_each(const struct picture_link, link, &plan->map->links))
			if (link->to == plan->order[i])
				plan->shown[link->from] = true;
	}
}

static bool
fits_left(struct map_plan *plan, int first, int end)
{
	show_left(plan, first, end);
	return place_left(plan, 0) <= room_for_boxes(plan);
}

/*
 * Shows boxes of the order from one on, as many as fit and at least one; the
 * next. What belongs together is parted only where it is too high for a page.
 */
static int
show_chunk(struct map_plan *plan, int first)
{
	int end = first;

	while (end < plan->order_count && fits_left(plan, first, end_of_group(plan, end)))
		end = end_of_group(plan, end);
	if (end == first && end < plan->order_count)
		for (end++; end < end_of_group(plan, first) && fits_left(plan, first, end + 1);)
			end++;
	show_left(plan, first, end);
	return end;
}

static bool
is_linked(const struct map_plan *plan, int box, const bool *with)
{
	for (array_each(const struct picture_link, link, &plan->map->links))
		if (link->to == box && with[link->from])
			return true;
	return false;
}

static void
show_right(struct map_plan *plan, int box)
{
	plan->shown[box] = true;
	for (array_each(const struct picture_link, link, &plan->map->links))
		if (link->from == box)
			plan->shown[link->to] = true;
}

/*
 * What a chunk of the left is linked with, in as many parts as that takes;
 * the last takes what is linked with nothing, too.
 */
static void
draw_chunk(struct map_plan *plan, bool is_last)
{
	size_t size = (size_t)plan->count * sizeof *plan->shown;
	bool *chunk = arena_copy(plan->easel->ts->scratch, plan->shown, size);
	int count;

	for (int i = 0; i < plan->count; i++) {
		if (box_at(plan, i)->column != 2)
			continue;
		if (!is_linked(plan, i, chunk) && (!is_last || plan->done[i]))
			continue;
		show_right(plan, i);
		if (right_height(plan, &count) > room_for_boxes(plan) && count > 1) {
			plan->shown[i] = false;
			for (array_each(const struct picture_link, link, &plan->map->links))
				if (link->from == i)
					plan->shown[link->to] = false;
			draw_part(plan);
			memcpy(plan->shown, chunk, size);
			show_right(plan, i);
		}
	}
	draw_part(plan);
}

void
draw_map(struct easel *easel, const struct picture *picture)
{
	const struct map_picture *map = &picture->map;
	struct arena *scratch = easel->ts->scratch;
	struct map_plan plan = { .easel = easel, .map = map, .columns = (int)map->heads.count,
	    .count = (int)map->boxes.count };
	size_t count = map->boxes.count;

	plan.boxes = arena_array(scratch, count, sizeof *plan.boxes);
	plan.home = arena_array(scratch, count, sizeof *plan.home);
	plan.order = arena_array(scratch, count, sizeof *plan.order);
	plan.shown = arena_array(scratch, count, sizeof *plan.shown);
	plan.done = arena_array(scratch, count, sizeof *plan.done);
	plan_columns(&plan);
	plan.bar = label_set(easel, &(struct wording){ .words = map->bar, .weight = WEIGHT_STRONG,
	    .colour = COLOUR_on_brand },
	    easel->width - 3 * easel->size[DRAWN_pad]);
	for (int i = 0; i < plan.columns; i++)
		plan.head_height = longer(plan.head_height, head_label(&plan, i).height);
	for (int at = 0; at < plan.order_count || easel->parts.count == 0;) {
		at = show_chunk(&plan, at);
		draw_chunk(&plan, at >= plan.order_count);
	}
}
