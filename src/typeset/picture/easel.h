/* SPDX-License-Identifier: MIT */
/*
 * What a picture is drawn with: words set in a width, and outlines; private to
 * the room. Whatever is put on an easel becomes boxes of one drawing, until it
 * is taken off.
 */
#ifndef TYPESET_PICTURE_EASEL_H
#define TYPESET_PICTURE_EASEL_H

#include "model/picture.h"
#include "typeset/flow.h"

struct easel {
	struct typesetter *ts;
	const struct node *figure;
	const length *size;		/* the style's lengths, by enum drawn_length */
	length width, most;		/* of a drawing; no part is higher than `most` */
	int scale;			/* of type, in thousandths */
	bool strained;			/* a word was wider than its place */
	bool is_last;			/* no smaller type is tried after this */
	struct page page;		/* the boxes */
	struct drawing_list parts;	/* those that were taken off */
};

/* Takes what stands on the easel as a part that high. */
void easel_take(struct easel *, length height);

/* ---- words ---- */

enum { WEIGHT_PLAIN = 400, WEIGHT_STRONG = 600 };

struct wording {
	struct text lead;		/* semi-bold, before the words; may be empty */
	struct text words;
	int weight;			/* 0: plain */
	enum colour colour;		/* NONE: ink */
};
/* Words in lines. */
struct label { struct para *para; length width, height, size, leading; };

#define ANY_WIDTH POINTS(10000)
/* Broken to a width; its own width is that of its longest line. */
struct label label_set(struct easel *, const struct wording *, length width);
/* The widest of its words that cannot be parted. */
length label_least(struct easel *, const struct wording *);
/* Its top at y; in a place that wide. */
void label_paint(struct easel *, const struct label *, length x, length y, length place,
    enum set_as);
/* On a ground of paper, so that no line goes through it. */
void label_paint_clear(struct easel *, const struct label *, length x, length y);

/* ---- outlines ---- */

struct pen { enum colour fill, stroke; length width, radius; bool dashed; };

/* Within its corners: half of the stroke's width does not stand out. */
void draw_box(struct easel *, const struct pen *, length x, length y, length width, length height);
/* Through points, square at the corners. */
void draw_line(struct easel *, const struct pen *, const struct point *, int count);
void draw_dot(struct easel *, const struct pen *, struct point at, length radius);
/* A square on its corner, within `half` of its middle. */
void draw_diamond(struct easel *, const struct pen *, struct point middle, length half);
/* A mark in one colour; what is open in it stays open. */
void draw_mark(struct easel *, enum mark, enum colour, length x, length y, length height);
length mark_width(enum mark, length height);

#endif
