/* SPDX-License-Identifier: MIT */
/*
 * A turn as the first four numbers of a matrix (ISO 32000-1, 8.3.3), in whole
 * numbers, so that they are the same on every machine.
 */
#include "write/pdf/page/content.h"

/* In millionths, for 0 to 90 degrees, by the series of the sine; exact to the last digit. */
static int64_t
sine_of_quarter(int degrees)
{
	const int64_t one = 1000000000;			/* 1e9 */
	int64_t angle = 17453292520 * degrees / 1000;
	int64_t square = angle * angle / one, term = angle, sum = 0;

	for (int k = 1; term != 0; k += 2) {
		sum += term;
		term = -(term * square / one) / ((int64_t)(k + 1) * (k + 2));
	}
	return (sum + 500) / 1000;
}

static int64_t
sine(int degrees)
{
	degrees %= 360;
	if (degrees >= 180)
		return -sine(degrees - 180);
	return sine_of_quarter(degrees > 90 ? 180 - degrees : degrees);
}

static void
put_millionths(struct buffer *out, int64_t millionths)
{
	int64_t size = millionths < 0 ? -millionths : millionths;

	buffer_format(out, "%s%d.%06d ", millionths < 0 ? "-" : "", (int)(size / 1000000),
	    (int)(size % 1000000));
}

void
put_turn(struct buffer *out, int degrees)
{
	int64_t sin = sine(degrees), cos = sine(degrees + 90);

	put_millionths(out, cos);
	put_millionths(out, sin);
	put_millionths(out, -sin);
	put_millionths(out, cos);
}
