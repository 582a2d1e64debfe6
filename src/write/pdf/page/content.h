/* SPDX-License-Identifier: MIT */
/*
 * A page's boxes to the operators of its content stream (ISO 32000-1, 8 and 9).
 * The canvas knows what the operators have set so far, so that nothing is set
 * twice, and which marked content is open.
 */
#ifndef WRITE_PDF_PAGE_CONTENT_H
#define WRITE_PDF_PAGE_CONTENT_H

#include "write/pdf/page/font.h"
#include "write/pdf/making.h"

struct canvas {
	struct pdf *pdf;
	const struct page *page;
	struct sheet *sheet;
	const struct box *next;		/* the box after the one that is drawn; null at the end */
	int number;			/* of the page, from 0 */
	struct buffer out;

	/* marked content: of a node, or an artifact; within the text object, or around it */
	enum { MARKED_NOTHING, MARKED_NODE, MARKED_ARTIFACT } marked;
	const struct node *node;
	enum artifact artifact;
	int spans;			/* opened within it */
	bool marked_in_text;
	bool spent;			/* a sequence within it has ended */

	/* graphics state */
	enum colour fill, stroke;	/* COLOUR_NONE: not set yet */
	length width, dash[2];
	bool round;			/* ends and corners of strokes */
	bool has_path;			/* rectangles wait to be filled */

	/* text state */
	bool in_text, in_array, in_string;
	int face;			/* -1: not set yet */
	length size, rise;
	length line_x, line_y;		/* where the line began, from the foot of the page */
	int64_t pen;			/* in the line, in millionths of a point */
};

void pages_draw(struct pdf *);

/* ---- for text ---- */

/* Goes on in a new sequence for the same node where the open one is spent. */
void canvas_renew(struct canvas *);
void canvas_fill_colour(struct canvas *, enum colour);
/* turn.c: "0.500000 0.866025 -0.866025 0.500000 ", counter-clockwise. */
void put_turn(struct buffer *, int degrees);

#endif
