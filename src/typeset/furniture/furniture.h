/* SPDX-License-Identifier: MIT */
/*
 * The door of the room of what is no text: the cover, and what stands around
 * the text of each page.
 */
#ifndef TYPESET_FURNITURE_FURNITURE_H
#define TYPESET_FURNITURE_FURNITURE_H

#include "typeset/paint.h"

/* Head, foot, draft, exempt bar; when the number of pages is known. */
void paint_furniture(struct typesetter *);
/* The page of its own that a cover is. */
void paint_cover(const struct painter *, const struct node *cover);

/* ---- for the room alone ---- */

/* Words in one line, however wide. */
struct para *set_line(struct typesetter *, struct para *);
length line_width(const struct para *);
/* A line that is turned about its left end; degrees anticlockwise. */
void paint_turned(const struct painter *, const struct para *, length x, length y, uint16_t turn);
/* On a page on which exempt matter stands; when all that shows it is painted. */
void paint_exempt_bar(const struct painter *);

#endif
