/* SPDX-License-Identifier: MIT */
/*
 * A galley: one thing below the other, in a width.
 *
 * It is filled with chunks (flow.h), may then be measured, and is set: its
 * chunks become strips, each a line or something else that cannot be parted.
 * Between strips a galley may be cut, over pages or within the rows of a table.
 * A page's text is a row of galleys, and so is what a cell of a table holds.
 */
#ifndef TYPESET_GALLEY_H
#define TYPESET_GALLEY_H

#include "typeset/paint.h"

struct grid;
struct plate;

/*
 * Words on the base line of a chunk's first line: a number in the hang, an id
 * or a page at the right.
 */
struct beside {
	struct para *para;
	/* from the galley's left edge; of what is at the right, from its right edge */
	length x;
	bool at_right;
	bool has_leader;	/* dots between the words and these */
	struct beside *next;
};

/* A box round several chunks. */
struct frame {
	enum look look;
	length left, right;	/* from the galley's edges */
	length pad;		/* above and below what it holds */
};

enum chunk_kind {
	CHUNK_WORDS,
	CHUNK_EVEN,		/* besides alone, side by side in even columns */
	CHUNK_TABLE, CHUNK_FIGURE,
	CHUNK_BAR		/* above a heading */
};

struct chunk {
	enum chunk_kind kind;
	const struct node *node;
	const struct node *note;	/* the NOTE that it is of */
	struct para *para;		/* of WORDS */
	struct grid *grid;		/* of TABLE */
	struct plate *plate;		/* of FIGURE */
	const struct frame *frame;
	struct beside *beside;
	length left, right;		/* from the galley's edges */
	length above;			/* from what stands before it */
	length size, leading;		/* of WORDS; size of a BAR */
	length tail;			/* of the first line, what is taken at the right */
	/* the line from which on the besides stand: below the words, when they are too wide */
	int besides_from;
	int lines;			/* of WORDS, and of what is beside them */
	bool right_last;		/* the besides at the right come with the last of them */
	enum set_as set;
	enum set_how how;
	bool hyphenates;
	/* of NUMBER: from the left edge, so that the points stand below each other */
	length shift;
	length disc;			/* a bullet's left edge from the galley's, or NO_DISC */
	int line_most;			/* of EVEN: how many stand side by side */
	int keeps;			/* how many lines of what follows stay with it */
	bool is_nested;			/* of TABLE: within a cell */
	bool is_whole;			/* its lines stay together */
	bool new_page, landscape;
};
ARRAY(struct chunk *, chunk_list);
#define NO_DISC LENGTH_MAX

/* A table that pages take part by part; one in a cell or a box is parted like lines. */
static inline bool
chunk_is_table(const struct chunk *chunk)
{
	return chunk->kind == CHUNK_TABLE && !chunk->is_nested;
}

struct strip {
	const struct chunk *chunk;
	int line;			/* of the paragraph; layer of a table, part of a figure */
	length above;	/* from the strip before it; falls away at the top of a page */
	length lead;			/* of its height, what is empty at its top: a frame's */
	length height;
	uint8_t keeps;			/* how many lines of what follows stay with it */
	bool is_kept;			/* stays with the strip before it */
};
ARRAY(struct strip, strips);

struct galley {
	struct chunk_list chunks;
	struct strips strips;
	length width;
	length page_height;	/* of the text on its page; 0: it is part of something else */
	length picture_room;	/* of a cell: how high a picture may be; 0: not said */
};

/* The least width that parts no word, and the width in which nothing need be broken. */
void galley_measure(const struct typesetter *, struct galley *, length *least, length *most);
/* About as high as it would be in a width; before it is set, and quickly. */
length galley_estimate(const struct galley *, length width);
/* All words in another size, by/1000; before it is set. */
void galley_scale(struct galley *, int by);
/* Makes its strips; once. */
void galley_set(struct typesetter *, struct galley *, length width);
/* Height of the strips from first up to end, without what is above the first. */
length galley_height(const struct galley *, size_t first, size_t end);
/*
 * The end of the strips from first on that fit into a height, parted where they
 * may be; first when none do.
 */
size_t galley_fit(const struct galley *, size_t first, length height);
/* Paints strips with the galley's left edge and the first strip's top there. */
void galley_paint(const struct painter *, const struct galley *, size_t first, size_t end, length x,
    length y);
/*
 * Paints the first of some strips that stand below each other, and those that
 * are read with it: of a table in a cell or box all. Says how many.
 */
size_t strip_paint(const struct painter *, const struct strip *, size_t count, length width,
    length x, length y);
/* The box round the strips of one frame that stand on one page. */
void frame_paint(const struct painter *, const struct frame *, length width, length x, length y,
    length height);
/* Calls with each note whose mark stands in a strip. */
void strip_notes(const struct strip *, void (*take)(void *, const struct node *note), void *);
/* Marks what stays with the lines before it; need is carried from galley to galley. */
int strips_keep(struct strips *, int need);

#endif
