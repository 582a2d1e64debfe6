/* SPDX-License-Identifier: MIT */
/*
 * Boxes that stand under each other; private to the room. A box comes before
 * all that stands below it.
 */
#ifndef TYPESET_PICTURE_TREE_H
#define TYPESET_PICTURE_TREE_H

#include "typeset/picture/box.h"

/* How many steps a box stands below another; below all, with -1. */
int tree_depth(const struct picture_boxes *, int box, int above);
/* The last box that stands directly under another; -1: none does. */
int last_under(const struct picture_boxes *, int above);

/* As indented rows, over as many parts as they take. */
void draw_rows(struct easel *, const struct picture_boxes *);

#endif
