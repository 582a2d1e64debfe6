/* SPDX-License-Identifier: MIT */
/*
 * A scale for exact figures. Of a figure six decimals count: more are less than
 * a hair's width of any picture.
 */
#include "typeset/picture/scale.h"

enum { DIGITS_MOST = 6, STEPS_MOST = 5 };
#define UNITS_MOST (INT64_MAX / 64)

/* A figure in units of ten to the -digits, cut to what can be computed with. */
static int64_t
units_of(struct decimal figure, int digits)
{
	struct decimal rounded = decimal_round(figure, digits);
	int64_t units = rounded.units;

	for (; rounded.scale < digits; rounded.scale++)
		units = units > UNITS_MOST / 10 ? UNITS_MOST : units < -UNITS_MOST / 10 ?
		    -UNITS_MOST : units * 10;
	return units > UNITS_MOST ? UNITS_MOST : units < -UNITS_MOST ? -UNITS_MOST : units;
}

static void
refine(struct scale *scale, int digits)
{
	for (; scale->digits < digits; scale->digits++) {
		scale->low *= scale->low > -UNITS_MOST / 10 ? 10 : 1;
		scale->high *= scale->high < UNITS_MOST / 10 ? 10 : 1;
	}
}

void
scale_hold(struct scale *scale, struct decimal figure)
{
	int64_t units;

	if (!figure.valid)
		return;
	refine(scale, figure.scale < DIGITS_MOST ? figure.scale : DIGITS_MOST);
	units = units_of(figure, scale->digits);
	scale->low = units < scale->low ? units : scale->low;
	scale->high = units > scale->high ? units : scale->high;
}

static int64_t
steps_to(int64_t end, int64_t step)
{
	return (end + step - 1) / step;
}

void
scale_round(struct scale *scale)
{
	static const int64_t times[] = { 1, 2, 5 };
	int64_t largest = -scale->low > scale->high ? -scale->low : scale->high, power = 1;
	int at = 0;

	if (largest < STEPS_MOST && scale->digits < DIGITS_MOST)
		refine(scale, scale->digits + 1);
	largest = -scale->low > scale->high ? -scale->low : scale->high;
	for (scale->step = 1; steps_to(largest, scale->step) > STEPS_MOST;) {
		at = (at + 1) % 3;
		power *= at == 0 ? 10 : 1;
		scale->step = power * times[at];
	}
	scale->high = steps_to(scale->high, scale->step) * scale->step;
	scale->low = -steps_to(-scale->low, scale->step) * scale->step;
	if (scale->high == scale->low)
		scale->high = scale->low + scale->step;
}

length
scale_at(const struct scale *scale, struct decimal figure, length room)
{
	__extension__ typedef __int128 wide;
	wide from = (wide)units_of(figure, scale->digits) - scale->low,
	    all = (wide)scale->high - scale->low;

	return all <= 0 ? 0 : (length)(from * room / all);
}

int
scale_steps(const struct scale *scale)
{
	return scale->step > 0 ? (int)((scale->high - scale->low) / scale->step) : 0;
}

struct decimal
scale_step(const struct scale *scale, int step)
{
	struct decimal figure = decimal_of(scale->low + scale->step * step, scale->digits);

	while (figure.scale > 0 && figure.units % 10 == 0) {
		figure.units /= 10;
		figure.scale--;
	}
	return figure;
}
