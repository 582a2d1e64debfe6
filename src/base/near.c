/* SPDX-License-Identifier: MIT */
/*
 * The nearest of several names. A name must share half of its letters with
 * what was typed, so that short words are not taken for others.
 */
#include "base/near.h"

enum { NEAR = 3 };

struct near
near_begin(struct arena *arena, struct text typed)
{
	return (struct near){ arena, text_fold(arena, typed), TEXT(""), NEAR + 1 };
}

void
near_try(struct near *near, struct text candidate)
{
	int distance = text_distance(near->typed, text_fold(near->arena, candidate), NEAR);

	if (distance < near->least && distance * 2 <= (int)candidate.length) {
		near->least = distance;
		near->best = candidate;
	}
}

struct text
near_help(const struct near *near, const char *otherwise)
{
	if (near->best.length == 0)
		return text_of(otherwise);
	return text_format(near->arena, "did you mean `%.*s`?", TEXT_ARGS(near->best));
}
