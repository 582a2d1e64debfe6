/* SPDX-License-Identifier: MIT */
/*
 * Figures: images from files, and pictures that the program draws. What is to
 * be placed of one is its plate.
 */
#ifndef TYPESET_FIGURE_H
#define TYPESET_FIGURE_H

#include "typeset/paint.h"

struct plate;

/* Of a FIGURE that has an image or a picture. */
struct plate *plate_new(struct typesetter *, const struct node *figure);
void plate_measure(const struct plate *, length *least, length *most);
/* Fits it into a width, and into pages whose text is that high; how many parts that makes. */
int plate_set(struct typesetter *, struct plate *, length width, length height);
length plate_height(const struct plate *, int part);
void plate_paint(const struct painter *, const struct plate *, int part, length x, length y);

/* The drawing of a picture as it stands in prose on an upright page. */
struct drawing_list figure_draw(struct typesetter *, const struct node *figure);

#endif
