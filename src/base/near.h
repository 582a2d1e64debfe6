/* SPDX-License-Identifier: MIT */
/*
 * Which of several names somebody meant who typed one that is none of them:
 * the nearest within three edits, the first of equals; case does not count.
 */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/text.h"

struct near { struct arena *arena; struct text typed, best; int least; };

struct near near_begin(struct arena *, struct text typed);
void near_try(struct near *, struct text candidate);
/* "did you mean `…`?" or, when none was near, otherwise. */
struct text near_help(const struct near *, const char *otherwise);

#endif
