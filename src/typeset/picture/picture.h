/* SPDX-License-Identifier: MIT */
/*
 * Pictures that the program draws: the door of their room.
 */
#ifndef TYPESET_PICTURE_PICTURE_H
#define TYPESET_PICTURE_PICTURE_H

#include "typeset/paint.h"

/*
 * The drawing of a FIGURE's picture in a width, in parts of which none is
 * higher than `most`, but for one that cannot be parted. Nothing stands
 * outside of a part. A word that is wider than its place even in the least
 * size is broken, and reported (over_full).
 */
struct drawing_list picture_draw(struct typesetter *, const struct node *figure, length width,
    length most);

#endif
