/* SPDX-License-Identifier: MIT */
/*
 * A scale for exact figures; private to the room. It holds zero, and is
 * computed in whole units, so that a figure stands at the same point on every
 * machine.
 */
#ifndef TYPESET_PICTURE_SCALE_H
#define TYPESET_PICTURE_SCALE_H

#include "base/decimal.h"
#include "model/length.h"

struct scale { int64_t low, high, step; int digits; };	/* in units of ten to the -digits */

/* Makes room for a figure; what is not valid takes none. */
void scale_hold(struct scale *, struct decimal);
/* Widens it to steps of 1, 2 or 5 times a power of ten, five at most on each side of zero. */
void scale_round(struct scale *);
/* How far a figure stands from the low end, of a length for all. */
length scale_at(const struct scale *, struct decimal, length room);
/* The figure of a step, from the low end; how many steps there are. */
struct decimal scale_step(const struct scale *, int step);
int scale_steps(const struct scale *);

#endif
