/* SPDX-License-Identifier: MIT */
/* The profile's curve is that of sRGB to the last bit, and its parts stand where its table says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/pdf/colour.h"

static unsigned
number_at(struct text profile, size_t at, int bytes)
{
	unsigned number = 0;

	for (int i = 0; i < bytes; i++)
		number = number << 8 | (unsigned char)profile.s[at + (size_t)i];
	return number;
}

static long double
power(long double x, int exponent)
{
	return exponent ? x * power(x, exponent - 1) : 1;
}

/*
 * x to the power of 2.4 is y where y to the fifth is x to the twelfth; half a
 * unit of y is allowed.
 */
static bool
is_light(unsigned code, unsigned light)
{
	long double x = code / 255.0L, y = light / 65535.0L, half = 0.5001L / 65535;

	if (x <= 0.04045L)
		return y - half <= x / 12.92L && x / 12.92L <= y + half;
	x = power((x + 0.055L) / 1.055L, 12);
	return power(y - half, 5) <= x && x <= power(y + half, 5);
}

int
main(void)
{
	struct arena *arena = arena_new();
	struct text profile = colour_profile(arena);
	unsigned tags = number_at(profile, 128, 4), curve = 0, sums[3] = { 0 };
	int failed = number_at(profile, 0, 4) != profile.length || tags != 9;

	for (unsigned i = 0; i < tags; i++) {
		size_t entry = 132 + 12 * (size_t)i;
		unsigned from = number_at(profile, entry + 4, 4),
		         size = number_at(profile, entry + 8, 4);

		failed |= from % 4 != 0 || from < 132 + 12 * tags || from + size > profile.length;
		if (memcmp(profile.s + entry, "rTRC", 4) == 0)
			curve = from;
		for (int k = 0; k < 3 && memcmp(profile.s + entry + 1, "XYZ", 3) == 0; k++)
			sums[k] += number_at(profile, from + 8 + 4 * (size_t)k, 4);
	}
	/* Red, green and blue together are the white of D50, but for their rounding. */
	failed |= abs((int)sums[0] - 0xF6D6) > 16 || abs((int)sums[1] - 0x10000) > 16 ||
	    abs((int)sums[2] - 0xD32D) > 16;
	for (unsigned i = 0; i < 256; i++) {
		unsigned light = number_at(profile, curve + 12 + 2 * i, 2);

		if (!is_light(i, light)) {
			printf("the light of %u is not %u\n", i, light);
			failed = 1;
		}
	}
	arena_drop(arena);
	return failed;
}
