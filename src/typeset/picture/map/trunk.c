/* SPDX-License-Identifier: MIT */
/*
 * Trunks: which boxes they join, in which order they stand, and their ink.
 *
 * No two lines lie on each other: those that leave one box stand apart, trunks
 * have places of their own unless they are clear of each other, and a hub's
 * line keeps away from the heights at which others come in. A dot stands where
 * lines join, none where they cross.
 */
#include "typeset/picture/map/trunk.h"

#include <assert.h>

enum { ROUNDS_MOST = 12 };

/* ---- hubs ---- */

bool
hubs_are_left(const struct easel *easel, const struct picture_link *links, size_t count, int boxes,
    int *trunks)
{
	int *seen = arena_array(easel->ts->scratch, (size_t)boxes, sizeof *seen);
	int left = 0, right = 0;
	bool hangs_on_two = false;

	for (size_t i = 0; i < count; i++) {
		left += seen[links[i].from]++ == 0;
		right += seen[links[i].to]++ == 0;
	}
	for (size_t i = 0; i < count; i++)
		hangs_on_two |= seen[left < right ? links[i].to : links[i].from] > 1;
	*trunks = !hangs_on_two ? 1 : left < right ? left : right;
	return left < right;
}

static int
hub_of(const struct gap *gap, const struct picture_link *link)
{
	return gap->hubs_left ? link->from : link->to;
}

static int
spoke_of(const struct gap *gap, const struct picture_link *link)
{
	return gap->hubs_left ? link->to : link->from;
}

static struct trunk *
trunk_of(const struct gap *gap, struct trunks *trunks, int hub)
{
	struct trunk *trunk;

	for (array_each(struct trunk, known, trunks))
		if (known->hub == hub)
			return known;
	trunk = array_push(gap->easel->ts->scratch, trunks);
	trunk->hub = hub;
	trunk->hub_y = box_middle(&gap->boxes[hub]);
	return trunk;
}

static struct trunks
find_trunks(const struct gap *gap)
{
	struct trunks trunks = { 0 };

	for (size_t i = 0; i < gap->count; i++) {
		const struct picture_link *link = &gap->links[i];
		struct trunk *trunk = trunk_of(gap, &trunks, hub_of(gap, link));

		array_push(gap->easel->ts->scratch, &trunk->spokes)->box = spoke_of(gap, link);
	}
	return trunks;
}

/* ---- heights ---- */

/* How many lines leave a box for the first trunks. */
static int
count_spokes(const struct trunks *trunks, size_t first, int box)
{
	int count = 0;

	for (size_t i = 0; i < first; i++)
		for (array_each(const struct spoke, spoke, &trunks->at[i].spokes))
			count += spoke->box == box;
	return count;
}

/* The lines that leave one box stand apart, in the order of their trunks. */
static void
place_spokes(const struct gap *gap, struct trunks *trunks)
{
	const length *size = gap->easel->size;

	for (size_t i = 0; i < trunks->count; i++)
		for (array_each(struct spoke, spoke, &trunks->at[i].spokes)) {
			const struct set_box *box = &gap->boxes[spoke->box];
			int count = count_spokes(trunks, trunks->count, spoke->box);
			int before = count_spokes(trunks, i, spoke->box);
			length room = box->height - 2 * size[DRAWN_radius];
			length step = size[DRAWN_stub];

			assert(count > 0);
			if (step * count > room)
				step = room / count;
			spoke->y = box_middle(box) + step * (2 * before - (count - 1)) / 2;
		}
}

static bool
is_near_others(const struct trunks *trunks, const struct trunk *own, length y, length near)
{
	for (array_each(const struct trunk, trunk, trunks))
		for (array_each(const struct spoke, spoke, &trunk->spokes))
			if (trunk != own && spoke->y - y < near && y - spoke->y < near)
				return true;
	return false;
}

/* In the middle of its box, or as near to it as is clear of the lines of others. */
static void
place_hub(const struct gap *gap, const struct trunks *trunks, struct trunk *trunk)
{
	const struct set_box *box = &gap->boxes[trunk->hub];
	length step = gap->easel->size[DRAWN_stub], radius = gap->easel->size[DRAWN_radius];
	length middle = box_middle(box), y = trunk->spokes.at[0].y;
	int most = step > 0 ? (box->height / 2 - radius) / step : 0;

	if (trunk->spokes.count == 1 && y > box->y + radius && y < box->y + box->height - radius)
		middle = y;		/* a straight line */
	trunk->hub_y = middle;
	for (int i = 1; i <= 2 * most && is_near_others(trunks, trunk, trunk->hub_y, step / 2); i++)
		trunk->hub_y = box_middle(box) + (i % 2 ? 1 : -1) * step * ((i + 1) / 2);
}

static void
place_heights(const struct gap *gap, struct trunks *trunks)
{
	place_spokes(gap, trunks);
	for (array_each(struct trunk, trunk, trunks)) {
		place_hub(gap, trunks, trunk);
		trunk->top = trunk->foot = trunk->hub_y;
		for (array_each(struct spoke, spoke, &trunk->spokes)) {
			trunk->top = shorter(trunk->top, spoke->y);
			trunk->foot = longer(trunk->foot, spoke->y);
		}
	}
}

/* ---- order ---- */

static int
crosses(const struct trunk *trunk, length y)
{
	return y > trunk->top && y < trunk->foot ? 1 : 0;
}

/* How many lines cross when the trunks stand in this order, from the left. */
static int
count_crossings(const struct gap *gap, const struct trunks *trunks)
{
	int count = 0;

	for (array_each(const struct trunk, left, trunks))
		for (const struct trunk *right = left + 1; right < left_end; right++) {
			const struct trunk *hub = gap->hubs_left ? right : left;
			const struct trunk *of_spokes = gap->hubs_left ? left : right;

			/*
			 * A hub's line goes past the trunks between it and
			 * its box; so do spokes.
			 */
			count += crosses(hub == left ? right : left, hub->hub_y);
			for (array_each(const struct spoke, spoke, &of_spokes->spokes))
				count += crosses(of_spokes == left ? right : left, spoke->y);
		}
	return count;
}

static void
swap(struct trunk *a, struct trunk *b)
{
	struct trunk kept = *a;

	*a = *b;
	*b = kept;
}

/* Exchanges two at a time, as long as that takes crossings away. */
static void
order_trunks(const struct gap *gap, struct trunks *trunks)
{
	int best, before;

	place_heights(gap, trunks);
	best = count_crossings(gap, trunks);
	for (int round = 0; round < ROUNDS_MOST && best > 0; round++) {
		before = best;
		for (size_t i = 0; i < trunks->count; i++)
			for (size_t k = i + 1; k < trunks->count; k++) {
				int now;

				swap(&trunks->at[i], &trunks->at[k]);
				place_heights(gap, trunks);
				now = count_crossings(gap, trunks);
				if (now >= best)
					swap(&trunks->at[i], &trunks->at[k]);
				else
					best = now;
			}
		if (best == before)
			break;
	}
	place_heights(gap, trunks);
}

/* True when no two of them stand beside each other: then one place is enough. */
static bool
are_clear(const struct trunks *trunks, length room)
{
	for (array_each(const struct trunk, one, trunks))
		for (const struct trunk *other = one + 1; other < one_end; other++)
			if (one->top < other->foot + room && other->top < one->foot + room)
				return false;
	return true;
}

/* ---- ink ---- */

static void
draw_trunk(const struct gap *gap, const struct trunk *trunk, bool has_dots)
{
	struct easel *easel = gap->easel;
	struct pen pen = { .stroke = COLOUR_brand, .width = easel->size[DRAWN_line] };
	struct pen dot = { .fill = COLOUR_brand };
	length of_hub = gap->hubs_left ? gap->left : gap->right,
	       of_spokes = gap->hubs_left ? gap->right : gap->left;
	bool is_straight = trunk->top == trunk->foot;

	has_dots &= !is_straight;
	draw_line(easel, &pen, (struct point[]){ { of_hub, trunk->hub_y },
	    { trunk->x, trunk->hub_y } }, 2);
	if (!is_straight)
		draw_line(easel, &pen, (struct point[]){ { trunk->x, trunk->top - pen.width / 2 },
		    { trunk->x, trunk->foot + pen.width / 2 } }, 2);
	for (array_each(const struct spoke, spoke, &trunk->spokes)) {
		draw_line(easel, &pen, (struct point[]){ { trunk->x, spoke->y },
		    { of_spokes, spoke->y } }, 2);
		if (has_dots)
			draw_dot(easel, &dot, (struct point){ trunk->x, spoke->y },
			    easel->size[DRAWN_dot]);
	}
	if (has_dots)
		draw_dot(easel, &dot, (struct point){ trunk->x, trunk->hub_y },
		    easel->size[DRAWN_dot]);
}

void
gap_draw(const struct gap *gap)
{
	const length *size = gap->easel->size;
	struct trunks trunks = find_trunks(gap);
	length room = gap->right - gap->left, edge = shorter(size[DRAWN_trunk_edge], room / 2),
	    step;
	bool is_one;

	if (trunks.count == 0)
		return;
	order_trunks(gap, &trunks);
	is_one = are_clear(&trunks, size[DRAWN_stub]);
	step = trunks.count > 1 ? shorter(size[DRAWN_trunk],
	    (room - 2 * edge) / (length)(trunks.count - 1)) : 0;
	for (size_t i = 0; i < trunks.count; i++) {
		trunks.at[i].x = is_one ? (gap->left + gap->right) / 2 :
		    gap->left + edge + step * (length)i;
		draw_trunk(gap, &trunks.at[i], !is_one);
	}
}
