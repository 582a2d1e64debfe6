/* SPDX-License-Identifier: MIT */
/*
 * What is compared with what: quantities of one unit, the direction that is
 * better, and how far short is still near. All of it exact.
 */
#ifndef RESOLVE_VALUES_QUANTITY_H
#define RESOLVE_VALUES_QUANTITY_H

#include "resolve/pass.h"

enum quantity_kind { QUANTITY_NONE, QUANTITY_NUMBER, QUANTITY_PERCENT, QUANTITY_MONEY };

struct quantity {
	enum quantity_kind kind;
	struct decimal number;
	struct decimal upper;		/* of a range; else not valid */
	struct decimal of;		/* of "18 of 24": 24; else not valid */
	struct text unit, per;		/* folded; empty where none is said */
	bool bare;			/* no unit was said: it takes the other's */
};

enum better { BETTER_UNKNOWN, BETTER_HIGHER, BETTER_LOWER, BETTER_BETWEEN, BETTER_EXACTLY,
    BETTER_NEITHER };
/* wrong: there are words, and they say none of them. */
struct polarity { enum better better; struct decimal low, high; bool wrong; };

/*
 * How far short is near: parts of a hundred of the target, or so much; not
 * valid where not said.
 */
struct tolerance { struct decimal percent, absolute; };

/*
 * unit: what the measure says it counts; may be empty. baseline: for "4% above
 * baseline"; may be none.
 */
struct quantity quantity_of(struct arena *, const struct value *, struct text unit,
    const struct quantity *baseline);
/* True when one can be taken from the other; brings "18 of 24" and 80% to one kind. */
bool quantities_agree(struct quantity *, struct quantity *);
/* Its unit as the value has it: "%", "£", "days", "a number per year". */
struct text quantity_unit(struct arena *, const struct quantity *, const struct value *);

/*
 * Of a field that says "higher", "lower", "between 40 and 60", "exactly 12" or
 * "neither"; null: unknown.
 */
struct polarity polarity_of(struct arena *, const struct value *);
/*
 * What goes without saying: of a range, of "at least", of percentages and
 * counts. Unknown for money and time.
 */
struct polarity polarity_default(const struct value *target, const struct quantity *);

/*
 * Of a field that says "5%", "2 points" or, where both count, "5% or £100k";
 * null: nothing is said.
 */
struct tolerance tolerance_of(const struct value *);

#endif
