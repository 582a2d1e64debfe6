/* SPDX-License-Identifier: MIT */
/*
 * What the whole of layout works with: one typesetter sets one tree.
 *
 * The way of the data: nodes -> chunks (flow.h: paragraphs, tables, pictures)
 * -> strips of a width (galley.h: lines, which may be parted) -> pages
 * (page.h) -> boxes (paint.h). Rooms: text/ sets words in lines, table/ sets
 * tables.
 */
#ifndef TYPESET_TYPESETTER_H
#define TYPESET_TYPESETTER_H

#include "model/messages.h"
#include "model/page.h"
#include "model/style.h"

struct shaper;
struct mark_row;

/* A mark, drawn in one height. */
struct set_mark { const struct mark_row *mark; length height; const struct shape **shapes; };
ARRAY(struct set_mark, set_marks);

struct typesetter {
	struct arena *shown;		/* of what pages and drawings show: boxes, pieces, shapes */
	struct arena *arena;		/* of what is needed until they stand */
	struct arena *scratch;	/* of what is needed until lines are broken, or a page is full */
	const struct tree *tree;
	const struct style *style;
	const struct tokens *look;
	struct diag *diag;
	struct shaper *shaper;
	struct pages *pages;
	ARRAY(struct boxes, kept_boxes) kept;	/* of each page, from the round before */
	struct set_marks marks;
	struct map notes;	/* id to struct foot_note: those that stand at the foot of a page */
	bool is_flat;	/* no cover: a report or paper, whose sections are of the third rank */
	int title_level;	/* of the heading that is the document's title; 0: there is none */
	int round;			/* from 1 */
};

/* The number of the page where the node with that id stands, as words, by the round before. */
struct text page_words(const struct typesetter *, struct text id);

/* Where a node comes from: its own place or the nearest above. */
struct place place_of(const struct node *);

/* Thousandths of a size of type: the base line below the top of a line, the width of a bullet. */
enum { BASE_LINE = 780, DISC = 320 };

/* Moves a grown array from scratch to where it stays, without room to spare. */
#define array_settle(arena, array)                                                             \
	((array)->at = arena_copy((arena), (array)->at, (array)->count * sizeof *(array)->at), \
	    (array)->room = (array)->count)

/* floor(a * b / c) for what may be negative; c above 0. */
static inline length
scaled(length a, int64_t b, int64_t c)
{
	int64_t product = a * b;

	return (length)(product >= 0 ? product / c : -((-product + c - 1) / c));
}

static inline length longer(length a, length b) { return a > b ? a : b; }
static inline length shorter(length a, length b) { return a < b ? a : b; }

#endif
