/* SPDX-License-Identifier: MIT */
/*
 * Fonts into the file.
 */
#ifndef WRITE_PDF_PAGE_EMBED_H
#define WRITE_PDF_PAGE_EMBED_H

#include "write/pdf/page/font.h"

/* Writes the glyphs that are shown, gives them their codes, and says the font's object. */
int font_embed(struct pdf *, struct font *);

#endif
