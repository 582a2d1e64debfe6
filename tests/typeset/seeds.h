/* SPDX-License-Identifier: MIT */
/*
 * How a property is tried: seed by seed, in style by style.
 */
#ifndef TESTS_TYPESET_SEEDS_H
#define TESTS_TYPESET_SEEDS_H

#include "base/arena.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Tries NAME_COUNT seeds (else usual) from NAME_SEED (1) on in each of the
 * styles, or in NAME_STYLE alone; what main gives back.
 */
static inline int
try_seeds(const char *name, uint64_t usual, const char *const styles[], size_t style_count,
    int (*try_seed)(const char *style, uint64_t seed))
{
	struct arena *arena = arena_new();
	const char *count = getenv(text_format(arena, "%s_COUNT", name).s),
	           *seed = getenv(text_format(arena, "%s_SEED", name).s),
	           *only = getenv(text_format(arena, "%s_STYLE", name).s);
	uint64_t first = seed ? strtoull(seed, NULL, 10) : 1,
	         end = first + (count ? strtoull(count, NULL, 10) : usual);
	int faults = 0;

	arena_drop(arena);
	for (uint64_t i = first; i < end; i++)
		for (size_t k = 0; k < (only ? 1 : style_count); k++)
			faults += try_seed(only ? only : styles[k], i);
	if (faults)
		fprintf(stderr, "%d faults\n", faults);
	return faults > 0;
}

#endif
