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

#endif
