/* SPDX-License-Identifier: MIT */
/*
 * The fonts of a PDF. A glyph is written as its number in the font's subset,
 * two bytes; the subset numbers the glyphs that are shown from 1 in the order
 * of the face, so the numbers are known before a page is drawn.
 */
#ifndef WRITE_PDF_FONT_H
#define WRITE_PDF_FONT_H

#include "write/pdf/making.h"

struct glyph_use {
	bool shown;
	uint16_t code;		/* in the subset */
	int16_t width;		/* 1/1000 em */
	struct text words;	/* what the glyph says by itself (ToUnicode) */
};

struct font {
	const struct face *face;
	struct glyph_use *uses;	/* by glyph of the face */
	int glyph_count;
	int space;		/* the glyph of a space; 0 when there is none */
	int object;		/* 0: not used */
	struct hb_face_t *hb;	/* until fonts_write */
};

/* Glyphs that belong together, and the words that they show. */
struct cluster { int first, end; struct text words; };
struct cluster cluster_at(const struct shaped *, int first);

/* Opens the faces of the pages; a file that cannot be read ends the program. */
void fonts_open(struct pdf *);
/* Takes note that a word is shown. */
void fonts_use(struct pdf *, const struct shaped *);
/* Subsets and writes the fonts, gives the glyphs their codes, and closes the faces. */
void fonts_write(struct pdf *);

#endif
