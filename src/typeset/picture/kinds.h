/* SPDX-License-Identifier: MIT */
/*
 * The kinds of pictures, a file each; private to the room. Each leaves its
 * parts in easel->parts.
 */
#ifndef TYPESET_PICTURE_KINDS_H
#define TYPESET_PICTURE_KINDS_H

#include "typeset/picture/easel.h"

void draw_matrix(struct easel *, const struct picture *);
void draw_map(struct easel *, const struct picture *);
void draw_chart(struct easel *, const struct picture *);
void draw_timeline(struct easel *, const struct picture *);
void draw_trend(struct easel *, const struct picture *);
void draw_bullets(struct easel *, const struct picture *);

#endif
