/* SPDX-License-Identifier: MIT */
/*
 * A passage: a run of Markdown of one file, as the author wrote it and as
 * cmark may see it.
 *
 * What is not CommonMark, or would mislead it, is masked first: escapes,
 * notes, comments, bare addresses, line breaks. A mask is as long as what it
 * hides, byte for byte, so a place in the one is a place in the other; it is
 * made of control characters, which no source may hold. Reading the words of
 * a node is then taking the masks off.
 */
#ifndef READ_TEXT_PASSAGE_H
#define READ_TEXT_PASSAGE_H

#include "base/diag.h"

enum mask {
	MASK_CUTOUT = 0x02,	/* then three digits to base 62: something that was cut out */
	MASK_FILL = 0x03,	/* nothing */
	MASK_BREAK = 0x04,	/* <br> */
	MASK_COLON = 0x05,	/* the colon of "]:", which defines nothing here */
	MASK_ANGLE = 0x06,	/* the "<" of raw HTML, which was reported, or of guidance */
	MASK_NOTE = 0x07,	/* the bracket of [^name] */
	MASK_NOTE_END = 0x08,
	MASK_BAR = 0x0E		/* a bar in a cell of a CSV file */
};

enum cutout_kind { CUTOUT_COMMENT, CUTOUT_ADDRESS };
/* leads: where the link to an address leads */
struct cutout { enum cutout_kind kind; struct text words, leads; };
ARRAY(struct cutout, cutouts);

/* A comment on lines of its own. */
struct comment { struct place at; int line; struct text words; };
ARRAY(struct comment, comments);

struct offsets { size_t *at; size_t count, room; };

/* The place that was asked for last: places are asked for in order, and counted on from there. */
struct last_place { int line; size_t offset; int column; };

struct passage {
	struct arena *arena;
	struct diag *diag;
	struct text bytes;		/* as written */
	char *masked;			/* as many bytes */
	struct offsets lines;		/* where each line begins; then the length */
	struct place first;		/* of the first byte */
	/* a cell of a CSV file: one line to cmark, its bars are words, its line ends breaks */
	bool is_cell;
	bool is_folded;			/* of a cell, as a key's words are: line ends are spaces */
	struct cutouts *cutouts;		/* shared by the passages of a document */
	struct comments comments;	/* in order */
	struct last_place *last;
};

/*
 * A passage, masked, of which diag, bytes, first, cutouts, and what sort of cell
 * it is, are said; what Markdown here may not hold is reported.
 */
struct passage *passage_new(struct arena *, const struct passage *said);
/*
 * Lines from and up to (not with) another, from an offset of the first on, as a
 * passage of their own.
 */
struct passage *passage_part(const struct passage *, size_t from, int line, int end_line);
/* The masked text with at most so many spaces less before each line, for cmark. */
struct text passage_dedented(const struct passage *, size_t most);
/* Hides whole lines from cmark. */
void passage_blank(struct passage *, int line, int end_line);

/* A line (from 0) as masked, without its end. */
struct text passage_line(const struct passage *, int line);
struct text passage_masked(const struct passage *);
/* The place of an offset; quick where offsets are asked for in order. */
struct place passage_place(const struct passage *, size_t offset);

/* Nothing but white space, also where masks hide nothing but fill. */
bool is_blank(struct text masked);
/* What the mask at an offset has cut out; the offset moves past it. */
const struct cutout *cutout_at(const struct passage *, struct text masked, size_t *offset);
/* The words behind the masks. What was cut out gives its words. */
struct text unmask(const struct passage *, struct text masked);

/* For passage_new: puts the masks on. */
void mask_passage(struct passage *);
/* The mask of an escaped character, two bytes; false when a backslash does not escape it. */
bool escape_mask(char c, char mask[2]);

/* How far the words of a block are found in its lines. */
struct cursor {
	struct passage *passage;
	size_t at, end;
	bool lost;			/* a word was not found: places stay where they are */
};

/* The lines of a block. */
struct cursor cursor_of(struct passage *, int line, int end_line);
/* Moves past masked words, and says where they begin. */
size_t cursor_follow(struct cursor *, struct text masked);
/* Where the link begins that comes next; and moves past the "](…)" that ends one. */
size_t cursor_link(const struct cursor *);
void cursor_skip_link_end(struct cursor *);

#endif
