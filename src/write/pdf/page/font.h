/* SPDX-License-Identifier: MIT */
/*
 * The fonts of a PDF: which glyphs are shown is found before a page is drawn,
 * so that each has its code by then, of one byte or of two (code.h).
 */
#ifndef WRITE_PDF_PAGE_FONT_H
#define WRITE_PDF_PAGE_FONT_H

#include "write/pdf/making.h"

struct glyph_use {
	bool shown;
	uint16_t cid;		/* its number in the subset */
	uint16_t code;		/* what says it in a string */
	int16_t width;		/* 1/1000 em */
	struct text words;	/* what the glyph says by itself (ToUnicode) */
	bool is_mirrored;	/* it says so from right to left alone */
};

struct font {
	const struct face *face;
	struct glyph_use *uses;	/* by glyph of the face */
	int glyph_count;
	int space;		/* the glyph of a space; 0 when there is none */
	bool is_wide;		/* its codes have two bytes, the high one first */
	int replacement;	/* the one that stands for what no font has; 0 when there is none */
	struct hb_face_t *hb;	/* until fonts_write */
};

/* Glyphs that belong together, and the words that they show. */
struct cluster { int first, end; struct text words; };

static inline struct cluster
cluster_at(const struct shaped *shaped, int first)
{
	const struct glyph *glyphs = shaped->glyphs;
	struct cluster cluster = { .first = first, .end = first + 1 };
	size_t from = glyphs[first].cluster, to = shaped->words.length;

	while (cluster.end < shaped->glyph_count && glyphs[cluster.end].cluster == from)
		cluster.end++;
	if (shaped->backwards && first > 0)
		to = glyphs[first - 1].cluster;
	if (!shaped->backwards && cluster.end < shaped->glyph_count)
		to = glyphs[cluster.end].cluster;
	cluster.words = (struct text){ shaped->words.s + from, to - from };
	return cluster;
}

/* A word as it is shown: codes, and steps between them as in "ab)-12(c". */
struct coded {
	bool is_used;			/* fonts_use knows it */
	bool is_known, is_plain;	/* plain: its codes say all of it */
	struct text codes;
	int32_t travel;			/* how far they move the pen, 1/1000 em */
};

/* Opens the faces of the pages; a file that cannot be read ends the program. */
void fonts_open(struct pdf *);
/* Takes note that a word is shown. */
void fonts_use(struct pdf *, const struct shaped *);
/* Subsets and writes the fonts, gives the glyphs their codes, and closes the faces. */
void fonts_write(struct pdf *);

/* Ends the program when an allocation has failed since errno was set to 0. */
void font_must_have_memory(const struct font *);

/* A word that fonts_use knows; after fonts_write. */
const struct coded *font_word(struct pdf *, const struct shaped *);
/* Whether the glyphs of a cluster say its words by themselves. */
bool font_says(const struct font *, const struct shaped *, struct cluster);
/* The offset of the first character from `at` on that is to be seen. */
size_t skip_unseen(struct text words, size_t at);

/* What says a glyph, into a string. */
static inline void
put_code(struct buffer *out, const struct font *font, int glyph)
{
	uint16_t code = font->uses[glyph].code;

	if (font->is_wide)
		put_byte(out, (char)(code >> 8));
	put_byte(out, (char)code);
}

#endif
