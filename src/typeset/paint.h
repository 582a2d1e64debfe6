/* SPDX-License-Identifier: MIT */
/*
 * Boxes onto a page.
 */
#ifndef TYPESET_PAINT_H
#define TYPESET_PAINT_H

#include "typeset/text/para.h"

/* Where the ink goes. What shows a leaf is an artifact all the same when `repeats` is set. */
struct painter {
	struct typesetter *ts;
	struct page *page;
	enum artifact artifact;	/* the sort of what shows nothing */
	bool repeats;
};

struct box *paint_box(const struct painter *, enum box_kind, const struct node *shows);
void paint_fill(const struct painter *, enum colour, length x, length y, length width,
    length height);
/*
 * A path whose points count from x, y; it belongs to the figure that it shows,
 * or is an artifact.
 */
void paint_shape(const struct painter *, const struct shape *, length x, length y,
    const struct node *shows);
/* A dashed rule, drawn on its middle. */
void paint_dashes(const struct painter *, enum colour, length x, length y, length width,
    length thickness);
/* A bullet in brand, its middle at the height y. */
void paint_disc(const struct painter *, length x, length y, length wide);
void paint_frame(const struct painter *, enum colour, length x, length y, length width,
    length height, length edge);
/* A line of a paragraph, from x at the base line y. */
void paint_line(const struct painter *, const struct para *, int line, length x, length y);

/* How far a quarter circle's handles reach: thousandths of its radius. */
enum { BULGE = 552 };

/* A shape of verbs and as many points as they take; both are copied. No ink yet. */
struct shape *shape_new(struct arena *, const enum path_verb *, int verb_count,
    const struct point *);
/* The outline of a box with round corners. */
struct shape *shape_rounded(struct arena *, struct point from, struct point to, length radius);
/* A shape in another size: its points times by/of, its stroke too. */
struct shape *shape_scaled(struct arena *, const struct shape *, length by, length of);

#endif
