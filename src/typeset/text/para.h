/* SPDX-License-Identifier: MIT */
/*
 * A paragraph: words of several leaves that are set together.
 *
 * It is made in three steps: runs are added (para_begin, para_add, …,
 * para_end), it may be measured, and it is broken into lines of a width
 * (para_break). After that its lines stand, and may be drawn more than once.
 */
#ifndef TYPESET_TEXT_PARA_H
#define TYPESET_TEXT_PARA_H

#include "model/marks.h"
#include "typeset/text/breaks.h"
#include "typeset/text/shape.h"
#include "typeset/typesetter.h"

enum { MARK_HEIGHT = 860 };	/* of a mark that stands before words: thousandths of their size */

/* A fount of type: how words look. */
struct fount {
	enum family family;
	int weight;
	length size, rise;	/* rise: of the base line */
	enum colour colour;
};

/* The words of one leaf; or of none, then they are an artifact. */
struct run {
	const struct node *shows;
	const struct node *refers;	/* the mark of a note, in which the leaf stands */
	const struct mark_row *mark;	/* drawn in the room before it */
	struct fount fount;
	uint32_t end;			/* offset in the paragraph's words after its last byte */
	int16_t font, language;
	length before, after;		/* room in the line around it */
	bool is_framed;
	const struct letters *hyphen;	/* for the lines that end in it with one; null: none can */
};
ARRAY(struct run, runs);

/* What a line is made of: words that cannot be parted, with the spaces after them. */
struct unit {
	const struct letters *letters;	/* null for an empty line */
	length start, ink;		/* its left edge, its end without spaces; all in one line */
	uint32_t end, run;
	uint8_t cut;			/* what may come after it: enum cut */
	uint8_t level;
	int16_t more;			/* 1/1000 em beyond its own that it takes within its word */
	bool goes_on;			/* a part of the word whose first part is before it */
};
ARRAY(struct unit, units);

/* The words of one run in one line, as they are read: one box. */
struct stretch {
	uint32_t run, piece, count;
	uint32_t unit;	/* the first that is read; of an odd level, from the right */
	length x, width;
};
ARRAY(struct stretch, stretches);
ARRAY(struct piece, pieces);

/* Its first stretch; its width without spaces at its end. */
struct line { uint32_t stretch; length x, width; };
ARRAY(struct line, lines);

struct para {
	struct buffer words;
	struct runs runs;
	struct units units;
	struct pieces pieces;
	struct stretches stretches;
	struct lines lines;
	struct text language;
	bool from_right;
	bool has_hyphens;		/* lines may end with one */
	bool has_page_of;		/* words that depend on where other things stand */
	const struct node *node;	/* for messages */
};

/* ---- making it ---- */

struct para *para_begin(struct typesetter *, const struct node *);
void para_add(struct typesetter *, struct para *, const struct run *, struct text words);
/* Words that are an artifact. */
void para_add_artifact(struct typesetter *, struct para *, const struct fount *, struct text words);
void para_end(struct typesetter *, struct para *);
bool para_is_empty(const struct para *);

/* ---- setting it ---- */

enum set_how { SET_RAGGED, SET_JUSTIFIED, SET_BALANCED };
struct measure {
	length width;
	length first_less;	/* how much narrower the first line is */
	length hang;		/* how far the others are indented */
	enum set_how how;
	bool hyphenates;	/* hyphens fill lines; else they stand where a word does not fit */
};

/* The widest of what cannot be parted, and of all in as few lines as its line ends allow. */
void para_measure(const struct para *, length *least, length *most);
/* How many lines of a width the words fill, hyphens and room at their sides aside. */
int para_count_lines(const struct para *, length width);
void para_break(struct typesetter *, struct para *, const struct measure *);
/* Where a byte of the words stands, with all of them in one line. */
length para_offset(const struct para *, uint32_t byte);
/* The width of 1/1000 em in a size of type. */
length letters_width(int32_t per_em, length size);
/* Multiplies all sizes by by/1000; before para_break. */
void para_scale(struct para *, int by);

#endif
