/* SPDX-License-Identifier: MIT */
/*
 * Variance and status of one figure.
 */
#ifndef RESOLVE_VALUES_VARIANCE_H
#define RESOLVE_VALUES_VARIANCE_H

#include "model/style.h"
#include "resolve/values/quantity.h"

/* A target and an actual of one kind (quantities_agree), and which way is better. */
struct standing { struct quantity target, actual; struct polarity polarity; };

/*
 * How far the actual stands from the target, into the figure's variance and
 * its words, in the house's manner; null: the usual one.
 */
void set_variance(struct arena *, struct figure *, const struct standing *,
    const struct variance_style *);

/* What is compared with: the target, or the near end of a range. */
struct decimal standing_target(const struct standing *);
/*
 * Above zero better than the target, below zero short of it, by so much; not
 * valid where nothing is better.
 */
struct decimal standing_merit(const struct standing *);

/* Whether the actual is better than it was before (a quantity of the same kind). */
enum direction standing_direction(const struct standing *, const struct quantity *before);

/*
 * The status by a rule of the style ("tolerance", "floor", "direction",
 * "money"); STATUS_NONE when there is no such rule, or nothing is better.
 */
enum status standing_status(const struct standing *, struct text rule, const struct tolerance *,
    enum direction);
bool is_status_rule(struct text rule);

#endif
