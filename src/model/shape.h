/* SPDX-License-Identifier: MIT */
/*
 * Outlines: what is drawn and is no words. Lengths are points/1000, and count
 * from the top left corner of what the shape is part of.
 */
#ifndef MODEL_SHAPE_H
#define MODEL_SHAPE_H

#include "base/array.h"
#include "model/length.h"
#include "model/style.h"

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

/* How many points a verb takes: a curve, its two handles and its end. */
static inline int
path_points(enum path_verb verb)
{
	return verb == PATH_CURVE ? 3 : verb != PATH_CLOSE;
}

struct point { length x, y; };
struct shape {
	enum colour fill, stroke;	/* COLOUR_NONE: not */
	length width;			/* of the stroke */
	length dash[2];			/* on, off; zero: solid */
	bool round;			/* ends and corners of the stroke */
	enum path_verb *verbs;
	struct point *points;
	int verb_count;
};
ARRAY(struct shape, shapes);

/* Several that are one sign. */
struct emblem { length width, height; struct shapes shapes; };

#endif
