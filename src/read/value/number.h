/* SPDX-License-Identifier: MIT */
/*
 * One number with its sign, pounds, thousands and unit.
 */
#ifndef READ_VALUE_NUMBER_H
#define READ_VALUE_NUMBER_H

#include "read/value/amount.h"

struct number {
	struct decimal value;
	bool money, percent, points;
	bool signed_, minus;		/* a sign touches it */
	int decimals;			/* as typed, as far as a decimal can have any */
	int power;			/* of ten, that it was raised by: 6 for £1.2m */
	struct text unit;		/* as in units.def; empty when it bears none */
};

/*
 * Reads a number at the scan's place, no space before it. NONE and WRONG may
 * leave the place anywhere.
 */
enum amount_found scan_signed_number(struct arena *, struct scan *, struct number *, struct slip *);

/* "%", points and their words; false leaves the place. */
bool scan_percent(struct scan *, struct number *);
/* The unit at hand, or none. */
struct text scan_unit(struct scan *);

#endif
