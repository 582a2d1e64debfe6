/* SPDX-License-Identifier: MIT */
/*
 * Tables: the door of their room.
 *
 * A grid is made of a TABLE node, is measured and set to a width by itself,
 * and then fills pages part by part.
 */
#ifndef TYPESET_TABLE_TABLE_H
#define TYPESET_TABLE_TABLE_H

#include "typeset/galley.h"

struct grid;
struct foot;

/* Nested in a cell or a box, it is parted like lines, and repeats nothing. */
struct grid *grid_new(struct typesetter *, const struct node *table, bool is_nested);

/* ---- as part of a galley, nested ---- */

void grid_measure(struct grid *, length *least, length *most);
/* About as high as it would be in a width. */
length grid_estimate(const struct grid *, length width);
/* Sets it to a width; how many layers that makes. */
int grid_set_nested(struct typesetter *, struct grid *, length width);
length grid_layer_height(const struct grid *, int layer);
/* True for a layer that is not parted from the one before. */
bool grid_layer_is_kept(const struct grid *, int layer);
/* Calls with each note whose mark stands in a layer. */
void grid_layer_notes(const struct grid *, int layer,
    void (*take)(void *, const struct node *note), void *taker);
/* Layers that stand below each other, in the order of reading. */
void grid_paint_layers(const struct painter *, const struct grid *, int first, int count, length x,
    length y);

/* ---- on pages ---- */

/* Sets it to a page's width, or, where it is too wide for that, asks for a landscape one. */
void grid_set(struct typesetter *, struct grid *, length portrait, length landscape);
bool grid_is_landscape(const struct grid *);
/* All of its height when it is not broken; close: with the padding of forms that share a page. */
length grid_height(const struct grid *, bool is_close);
/* Before each round: nothing of it stands on a page. */
void grid_forget(struct grid *);

/* Where a part of it may stand. */
struct grid_room {
	length height;		/* that of the foot is still to be taken off */
	struct foot *foot;
	bool is_close;
	bool is_fresh;		/* nothing else stands on the page */
};

/*
 * What of it stands on one page: decided when it is filled, painted when the
 * page is full. It lives until then, in scratch memory.
 */
struct part;

/*
 * Decides how much of what is left of it stands in the room; null: nothing.
 * On a fresh page something always does.
 */
struct part *grid_fill(struct grid *, const struct grid_room *);
length part_height(const struct part *);
/* True when nothing of the table is left for another page. */
bool part_is_last(const struct part *);
/* In the order of reading, its top left corner there. */
void part_paint(const struct part *, const struct painter *, length x, length y);
/*
 * What is left of the table is what was left before the part, which is the
 * last that was filled. Notes at the foot of the page are the page's to give back.
 */
void part_take_back(struct part *);

#endif
