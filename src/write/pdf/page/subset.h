/* SPDX-License-Identifier: MIT */
/* The part of a font's face that a PDF holds. */
#ifndef WRITE_PDF_PAGE_SUBSET_H
#define WRITE_PDF_PAGE_SUBSET_H

#include "write/pdf/page/font.h"

struct subset {
	bool is_cff;		/* else its outlines are TrueType's */
	struct text program;	/* the font file, or its table CFF; lives as long as the PDF */
	int count;		/* of glyphs */
};

/*
 * Of the glyphs that are shown, each of which gets its number in it. A face
 * that cannot be cut ends the program.
 */
struct subset subset_take(struct pdf *, struct font *);

#endif
