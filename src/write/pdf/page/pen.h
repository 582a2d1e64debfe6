/* SPDX-License-Identifier: MIT */
/*
 * The pen that shows text, in a text object.
 */
#ifndef WRITE_PDF_PAGE_PEN_H
#define WRITE_PDF_PAGE_PEN_H

#include "write/pdf/page/content.h"
#include "write/pdf/page/font.h"

void pen_begin(struct canvas *);
void pen_end(struct canvas *);			/* nothing to do outside a text object */
void pen_end_line(struct canvas *);		/* before any operator but those that show text */

/* ---- within a text object ---- */

void pen_font(struct canvas *, int face, length size);
void pen_rise(struct canvas *, int thousandths);	/* of an em, above the base line */
/* To a place on a line, in millionths of a point; y from the foot of the page. */
void pen_go(struct canvas *, int64_t at, length y);
/* Along the line. */
void pen_move(struct canvas *, int64_t to);
/* Into a string, where codes may be written. */
void pen_string(struct canvas *);
void pen_code(struct canvas *, const struct font *, int glyph);

/* A Span within the marked content, for words that the glyphs do not say (14.9.4). */
void pen_span(struct canvas *, struct text words);
void pen_end_span(struct canvas *);

#endif
