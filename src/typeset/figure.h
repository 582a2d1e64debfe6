/* SPDX-License-Identifier: MIT */
/*
 * Pictures: images from files, and what the program draws.
 */
#ifndef TYPESET_FIGURE_H
#define TYPESET_FIGURE_H

#include "typeset/paint.h"

struct drawing;

/* Of a FIGURE that has an image or a picture. */
struct drawing *drawing_new(struct typesetter *, const struct node *figure);
void drawing_measure(const struct drawing *, length *least, length *most);
/* Fits it into a width, and into a page; returns its height. */
length drawing_set(struct typesetter *, struct drawing *, length width);
void drawing_paint(const struct painter *, const struct drawing *, length x, length y);

#endif
