/* SPDX-License-Identifier: MIT */
/*
 * Results are worked out in 128 bits and kept when they fit into 64 bits of
 * units at a scale of at most 18, if need be without zeros at the end. Two
 * units of 64 bits brought to one scale, and the product of two, always fit
 * into 128; ratios are compared in 256.
 */
#include "base/decimal.h"

#include <assert.h>

enum { LAST_SCALE = 18 };

static const struct decimal NOT_VALID = { 0, 0, false };

/* Ten to the exponent, 0 to 38. */
static __int128
power(int exponent)
{
	__int128 product = 1;

	while (exponent-- > 0)
		product *= 10;
	return product;
}

static bool
fits(__int128 units)
{
	return INT64_MIN <= units && units <= INT64_MAX;
}

/* At this scale or not at all. */
static struct decimal
at_scale(__int128 units, int scale)
{
	if (!fits(units))
		return NOT_VALID;
	return (struct decimal){ (int64_t)units, (int8_t)scale, true };
}

/* At this scale or, where that does not fit, at a lower one that says the same. */
static struct decimal
exactly(__int128 units, int scale)
{
	while ((scale > LAST_SCALE || !fits(units)) && scale > 0 && units % 10 == 0) {
		units /= 10;
		scale--;
	}
	return scale > LAST_SCALE ? NOT_VALID : at_scale(units, scale);
}

struct decimal
decimal_of(int64_t units, int scale)
{
	assert(0 <= scale && scale <= LAST_SCALE);
	return at_scale(units, scale);
}

/* Digits before the point; false when commas do not stand in threes. */
static bool
read_whole(struct text text, size_t *at, __int128 *units)
{
	int commas = 0, group = 0;

	for (; *at < text.length; (*at)++) {
		char c = text.s[*at];

		if (c == ',') {
			if (group == 0 || group > 3 || (commas && group != 3))
				return false;
			commas++;
			group = 0;
		} else if ('0' <= c && c <= '9' && *units < power(36)) {
			*units = *units * 10 + (c - '0');
			group += group < 4;
		} else {
			break;
		}
	}
	return commas ? group == 3 : group > 0;
}

/* A point and digits, if there is a point. */
static bool
read_part(struct text text, size_t *at, __int128 *units, int *scale)
{
	if (*at == text.length || text.s[*at] != '.')
		return true;
	for (++*at; *at < text.length && *scale < 36 && *units < power(36); ++*at, ++*scale) {
		char c = text.s[*at];

		if (c < '0' || c > '9')
			break;
		*units = *units * 10 + (c - '0');
	}
	return *scale > 0;
}

struct decimal
decimal_parse(struct text text)
{
	bool negative = text_begins(text, "-") || text_begins(text, "\xE2\x88\x92");
	__int128 units = 0;
	size_t at = 0;
	int scale = 0;

	if (negative)
		at = text.s[0] == '-' ? 1 : 3;
	else if (text_begins(text, "+"))
		at = 1;
	if (!read_whole(text, &at, &units) || !read_part(text, &at, &units, &scale) ||
	    at != text.length)
		return NOT_VALID;
	return exactly(negative ? -units : units, scale);
}

/* The units of a decimal at a scale that is not below its own. */
static __int128
units_at(struct decimal a, int scale)
{
	return a.units * power(scale - a.scale);
}

static int
larger_scale(struct decimal a, struct decimal b)
{
	return a.scale > b.scale ? a.scale : b.scale;
}

struct decimal
decimal_add(struct decimal a, struct decimal b)
{
	int scale = larger_scale(a, b);

	if (!a.valid || !b.valid)
		return NOT_VALID;
	return exactly(units_at(a, scale) + units_at(b, scale), scale);
}

struct decimal
decimal_subtract(struct decimal a, struct decimal b)
{
	int scale = larger_scale(a, b);

	if (!a.valid || !b.valid)
		return NOT_VALID;
	return exactly(units_at(a, scale) - units_at(b, scale), scale);
}

struct decimal
decimal_multiply(struct decimal a, struct decimal b)
{
	if (!a.valid || !b.valid)
		return NOT_VALID;
	return exactly((__int128)a.units * b.units, a.scale + b.scale);
}

/* Half away from zero. Twice a divisor must fit. */
static __int128
rounded_quotient(__int128 dividend, __int128 divisor)
{
	__int128 quotient = dividend / divisor, rest = dividend % divisor;
	__int128 twice = 2 * (rest < 0 ? -rest : rest);

	if (twice < (divisor < 0 ? -divisor : divisor))
		return quotient;
	return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
}

struct decimal
decimal_divide(struct decimal a, struct decimal b, int scale)
{
	int shift = scale + b.scale - a.scale;
	__int128 dividend = a.units, divisor = b.units;

	assert(0 <= scale && scale <= LAST_SCALE);
	if (!a.valid || !b.valid || !b.units)
		return NOT_VALID;
	if (shift < 0)
		divisor *= power(-shift);
	else if (__builtin_mul_overflow(dividend, power(shift), &dividend))
		return NOT_VALID;	/* over 2^127, and the divisor under 2^64 */
	return at_scale(rounded_quotient(dividend, divisor), scale);
}

struct decimal
decimal_round(struct decimal a, int scale)
{
	assert(0 <= scale && scale <= LAST_SCALE);
	if (!a.valid)
		return NOT_VALID;
	if (scale >= a.scale)
		return at_scale(units_at(a, scale), scale);
	return at_scale(rounded_quotient(a.units, power(a.scale - scale)), scale);
}

struct decimal
decimal_negate(struct decimal a)
{
	return a.valid ? exactly(-(__int128)a.units, a.scale) : NOT_VALID;
}

struct decimal
decimal_absolute(struct decimal a)
{
	return a.units < 0 ? decimal_negate(a) : a;
}

int
decimal_compare(struct decimal a, struct decimal b)
{
	int scale = larger_scale(a, b);
	__int128 left, right;

	if (!a.valid || !b.valid)
		return a.valid - b.valid;
	left = units_at(a, scale);
	right = units_at(b, scale);
	return (left > right) - (left < right);
}

/* A natural number of 256 bits, the lowest limb first. */
struct natural { uint64_t limbs[4]; };

static void
multiply(struct natural *number, uint64_t factor)
{
	unsigned __int128 carry = 0;

	for (int i = 0; i < 4; i++) {
		carry += (unsigned __int128)number->limbs[i] * factor;
		number->limbs[i] = (uint64_t)carry;
		carry >>= 64;
	}
	assert(!carry);
}

/* The size of the product of two units, times ten to a power of at most 36. */
static struct natural
product_of(int64_t a, int64_t b, int exponent)
{
	struct natural number = { { 1 } };
	int half = exponent / 2;

	multiply(&number, a < 0 ? -(uint64_t)a : (uint64_t)a);
	multiply(&number, b < 0 ? -(uint64_t)b : (uint64_t)b);
	multiply(&number, (uint64_t)power(half));
	multiply(&number, (uint64_t)power(exponent - half));
	return number;
}

static int
compare_naturals(const struct natural *a, const struct natural *b)
{
	for (int i = 3; i >= 0; i--)
		if (a->limbs[i] != b->limbs[i])
			return a->limbs[i] > b->limbs[i] ? 1 : -1;
	return 0;
}

static int
sign(struct decimal a)
{
	return (a.units > 0) - (a.units < 0);
}

int
decimal_compare_ratios(struct decimal a, struct decimal b, struct decimal c, struct decimal d)
{
	struct natural left, right;

	assert(a.valid && b.valid && c.valid && d.valid && b.units > 0 && d.units > 0);
	if (sign(a) != sign(c))
		return sign(a) > sign(c) ? 1 : -1;
	left = product_of(a.units, d.units, c.scale + b.scale);
	right = product_of(c.units, b.units, a.scale + d.scale);
	return sign(a) * compare_naturals(&left, &right);
}

bool
decimal_is_zero(struct decimal a)
{
	return a.valid && a.units == 0;
}

struct text
decimal_text(struct arena *arena, struct decimal a, bool commas)
{
	uint64_t size = a.units < 0 ? -(uint64_t)a.units : (uint64_t)a.units;
	char digits[32], *end = digits + sizeof digits, *s = end;

	if (!a.valid)
		return TEXT("");
	for (int place = 0; place <= a.scale || size; place++, size /= 10) {
		if (place == a.scale && place)
			*--s = '.';
		if (commas && place > a.scale && (place - a.scale) % 3 == 0)
			*--s = ',';
		*--s = (char)('0' + size % 10);
	}
	if (a.units < 0)
		*--s = '-';
	return text_copy(arena, (struct text){ s, (size_t)(end - s) });
}
