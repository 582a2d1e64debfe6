/* SPDX-License-Identifier: MIT */
/*
 * The lines between two columns of boxes; private to the room.
 *
 * The boxes of one side, of which fewer are linked, are hubs: each has a trunk
 * in the gap, and the boxes of the other side that are linked with it hang on
 * that. Trunks stand in the order in which fewest lines cross.
 */
#ifndef TYPESET_PICTURE_MAP_TRUNK_H
#define TYPESET_PICTURE_MAP_TRUNK_H

#include "typeset/picture/box.h"

/* A line from a box to the trunk. */
struct spoke { int box; length y; };
ARRAY(struct spoke, spokes);

struct trunk {
	int hub;			/* its box */
	length hub_y, x;
	length top, foot;		/* how far it reaches */
	struct spokes spokes;
};
ARRAY(struct trunk, trunks);

/* The gap between two columns, and the links that go through it. */
struct gap {
	struct easel *easel;
	const struct set_box *boxes;
	const struct picture_link *links;	/* those of which both ends are drawn */
	size_t count;
	bool hubs_left;
	length left, right;
};

/*
 * Whether the boxes on the left are the hubs of these links; and how many
 * trunks may stand beside each other: one, where no box hangs on two.
 */
bool hubs_are_left(const struct easel *, const struct picture_link *, size_t count, int boxes,
    int *trunks);
void gap_draw(const struct gap *);

#endif
