/* SPDX-License-Identifier: MIT */
/*
 * Words that stay together on a line: the table of joins (joins.def).
 */
#ifndef MODEL_JOINS_H
#define MODEL_JOINS_H

#include "base/map.h"

/*
 * The sorts that a word is of, as a set of bits, before a space and after one;
 * and which sorts, before a space, are joined to it.
 */
struct sorts { uint32_t left, right, takes; };

/* The words of all lists, each with its sorts as the number that is its value. */
struct map list_sorts(struct arena *);
/* Of a word with the spaces and stops that follow it. */
struct sorts sorts_of(const struct map *listed, struct text word);
/* True when a space between them does not part them. */
static inline bool
is_joined(struct sorts left, struct sorts right)
{
	return left.left & right.takes;
}
/* True when the sign at the end of left does not part it from right: "n/" and "a". */
bool is_joined_inside(struct text left, struct sorts right);

#endif
