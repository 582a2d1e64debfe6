/* SPDX-License-Identifier: MIT */
/*
 * The codes that strings of text hold. A glyph that means a character of ASCII
 * by itself is written as that character, so that most of a page can be read
 * in its content stream, at a byte each; the others take what codes are left.
 */
#ifndef WRITE_PDF_PAGE_CODE_H
#define WRITE_PDF_PAGE_CODE_H

#include "write/pdf/page/font.h"

/* The glyphs that are shown, in the order of their codes. */
struct coding { const int *glyphs; int count; };

/*
 * Gives the glyphs their codes, once it is known what each means, and its number
 * in the subset, which has count.
 */
struct coding codes_choose(struct pdf *, struct font *, int count);

/*
 * The entry of a font's dictionary that says which number a code is. The name is
 * that of its map: one of ours, or of codes of two bytes Identity-H.
 */
void put_encoding(struct pdf *, struct buffer *body, const struct font *, struct coding,
    struct text name);
/* The object of the map from codes to words. */
int meanings_write(struct pdf *, const struct font *, struct coding);

#endif
