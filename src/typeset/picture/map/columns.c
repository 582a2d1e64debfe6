/* SPDX-License-Identifier: MIT */
/*
 * The columns of a map: how wide they are, what stands in them, and which boxes
 * of the second belong to which of the first.
 */
#include "typeset/picture/map/plan.h"
#include "typeset/picture/map/trunk.h"

size_t
links_of(const struct map_plan *plan, int column, bool shown_only, struct picture_link *out)
{
	size_t count = 0;

	for (array_each(const struct picture_link, link, &plan->map->links)) {
		bool is_shown = plan->shown[link->from] && plan->shown[link->to];

		if (box_at(plan, link->from)->column == column && (is_shown || !shown_only))
			out[count++] = *link;
	}
	return count;
}

static length
gap_width(struct map_plan *plan, int column, struct picture_link *links)
{
	const length *size = plan->easel->size;
	size_t count = links_of(plan, column, false, links);
	int trunks = 0;

	plan->hubs_left[column] = hubs_are_left(plan->easel, links, count, plan->count, &trunks);
	return shorter(longer(size[DRAWN_gap_1 + column],
	    2 * size[DRAWN_trunk_edge] + size[DRAWN_trunk] * (length)(trunks - 1)),
	    plan->easel->width / 4);
}

/* The least width of a column that parts no word. */
static length
column_least(const struct map_plan *plan, int column)
{
	length least = label_least(plan->easel,
	    &(struct wording){ .words = plan->map->heads.at[column], .weight = WEIGHT_STRONG });

	for (int i = 0; i < plan->count; i++)
		if (box_at(plan, i)->column == column)
			least = longer(least, box_least(plan->easel, box_at(plan, i), BOX_ABOVE));
	return least;
}

/*
 * What is left of a width for the columns that have not got their least, in
 * the style's proportions.
 */
static void
share_rest(struct map_plan *plan, length room, const bool *has_least)
{
	const length *shares = &plan->easel->size[DRAWN_column_1];
	int64_t all = 0;

	for (int i = 0; i < plan->columns; i++) {
		room -= has_least[i] ? plan->width[i] : 0;
		all += has_least[i] ? 0 : shares[i];
	}
	for (int i = 0; i < plan->columns && all > 0; i++)
		if (!has_least[i])
			plan->width[i] = (length)((int64_t)room * shares[i] / all);
}

/* What needs more than its share gets it first; where a word asks for too much, it is broken. */
static void
share_width(struct map_plan *plan, length room)
{
	bool has_least[COLUMNS_MOST] = { false }, again;

	do {
		again = false;
		share_rest(plan, room, has_least);
		for (int i = 0; i < plan->columns; i++) {
			length least = column_least(plan, i);

			if (has_least[i] || plan->width[i] >= least || least > room / plan->columns)
				continue;
			has_least[i] = again = true;
			plan->width[i] = least;
		}
	} while (again);
}

static void
place_columns(struct map_plan *plan)
{
	struct picture_link *links = arena_array(plan->easel->ts->scratch, plan->map->links.count,
	    sizeof *links);
	length gaps[COLUMNS_MOST] = { 0 }, room = plan->easel->width, x = 0;

	for (int i = 0; i < plan->columns; i++) {
		gaps[i] = i + 1 < plan->columns ? gap_width(plan, i, links) : 0;
		room -= gaps[i];
	}
	share_width(plan, room);
	for (int i = 0; i < plan->columns; i++) {
		plan->x[i] = x;
		x += plan->width[i] + gaps[i];
	}
}

/* A column's boxes; false when a word of them is wider than its place. */
static bool
set_column(struct map_plan *plan, int column, enum box_how how)
{
	bool strained = plan->easel->strained, fits;
	length least = plan->easel->size[column == 1 ? DRAWN_box : DRAWN_main];

	plan->easel->strained = false;
	for (int i = 0; i < plan->count; i++)
		if (box_at(plan, i)->column == column) {
			plan->boxes[i] = box_set(plan->easel, box_at(plan, i), plan->width[column],
			    least, how);
			plan->boxes[i].x = plan->x[column];
		}
	fits = !plan->easel->strained;
	plan->easel->strained |= strained;
	return fits;
}

/*
 * References stand beside the words, or above them all down the column where
 * a word needs the room.
 */
static void
set_boxes(struct map_plan *plan)
{
	for (int i = 0; i < plan->columns; i++) {
		bool strained = plan->easel->strained;

		if (set_column(plan, i, BOX_BESIDE))
			continue;
		plan->easel->strained = strained;
		set_column(plan, i, BOX_ABOVE);
	}
	/* What stands level is equally high. */
	for (array_each(const struct picture_link, link, &plan->map->links)) {
		struct set_box *from = &plan->boxes[link->from], *to = &plan->boxes[link->to];

		if (box_at(plan, link->from)->column == 2)
			from->height = to->height = longer(from->height, to->height);
	}
}

/* The second column by the first: the order of the boxes, and where each belongs. */
static void
find_homes(struct map_plan *plan)
{
	for (int i = 0; i < plan->count; i++)
		plan->home[i] = -1;
	for (array_each(const struct picture_link, link, &plan->map->links))
		if (box_at(plan, link->from)->column == 0 && plan->home[link->to] < 0)
			plan->home[link->to] = link->from;
	for (int i = 0; i < plan->count; i++) {
		int before = plan->order_count;

		if (box_at(plan, i)->column != 0)
			continue;
		for (int k = 0; k < plan->count; k++)
			if (box_at(plan, k)->column == 1 && plan->home[k] == i)
				plan->order[plan->order_count++] = k;
		if (plan->order_count == before)
			plan->order[plan->order_count++] = i;
	}
	for (int k = 0; k < plan->count; k++)
		if (box_at(plan, k)->column == 1 && plan->home[k] < 0)
			plan->order[plan->order_count++] = k;
}

void
plan_columns(struct map_plan *plan)
{
	place_columns(plan);
	set_boxes(plan);
	find_homes(plan);
}
