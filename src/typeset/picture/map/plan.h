/* SPDX-License-Identifier: MIT */
/*
 * A map in the making; private to the room. Columns are planned once, then
 * parts are shown and drawn one after the other.
 */
#ifndef TYPESET_PICTURE_MAP_PLAN_H
#define TYPESET_PICTURE_MAP_PLAN_H

#include "typeset/picture/box.h"

enum { COLUMNS_MOST = 4 };

struct map_plan {
	struct easel *easel;
	const struct map_picture *map;
	int columns, count;		/* of boxes */
	length x[COLUMNS_MOST], width[COLUMNS_MOST];
	bool hubs_left[COLUMNS_MOST];	/* of the gap right of a column */
	struct set_box *boxes;
	int *home;	/* of a box in the second column: its box in the first; -1: none */
	/* the second column, and boxes of the first that have none in it, from the top */
	int *order;
	int order_count;
	bool *shown, *done;		/* in this part; in any */
	struct label bar;
	length head_height;
};

static inline const struct picture_box *
box_at(const struct map_plan *plan, int i)
{
	return &plan->map->boxes.at[i];
}

/* The links between a column and the next, into out, which has room for all of the map. */
size_t links_of(const struct map_plan *, int column, bool shown_only, struct picture_link *out);
/* How wide the columns are, the boxes in them, and which of them belong together. */
void plan_columns(struct map_plan *);

#endif
