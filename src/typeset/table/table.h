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
void grid_paint_layer(const struct painter *, const struct grid *, int layer, length x, length y);

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
	const struct painter *painter;
	length x, y, bottom;	/* the foot's height is still to be taken off */
	struct foot *foot;
	bool is_close;
	bool is_fresh;		/* nothing else stands on the page */
};

enum grid_filled { GRID_NOTHING, GRID_PART, GRID_ALL };

/*
 * Paints as much of what is left of it as fits, and says how high that is.
 * On a fresh page something always is.
 */
enum grid_filled grid_fill(struct grid *, const struct grid_room *, length *height);

#endif
