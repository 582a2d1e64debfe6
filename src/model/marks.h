/* SPDX-License-Identifier: MIT */
/*
 * The marks that stand before words and say the same as they do: status,
 * direction, milestones, bands of risk. Shapes in a box 16 high, as data, so
 * that paper and screen draw the same.
 */
#ifndef MODEL_MARKS_H
#define MODEL_MARKS_H

#include "model/shape.h"
#include "model/tree.h"

struct mark_row {
	const char *name;		/* with hyphens */
	enum colour colour;		/* of the words that it stands before; NONE: theirs */
	int weight;			/* of those words; 0: theirs */
	struct emblem emblem;		/* 16 units of 1000 high; wider where bars need it */
};

extern const struct mark_row mark_rows[MARK_COUNT];	/* by enum mark; the first is empty */

#endif
