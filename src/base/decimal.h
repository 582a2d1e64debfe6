/* SPDX-License-Identifier: MIT */
/*
 * Exact decimal numbers: units divided by ten to the scale, 128 bits inside.
 *
 * What has no exact place in 64-bit units gives a decimal that is not valid;
 * whatever is computed from it is not valid either, and the caller reports it
 * once. Only decimal_round and decimal_divide ever round.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/text.h"

struct decimal { int64_t units; int8_t scale; bool valid; };	/* scale 0 to 18 */

struct decimal decimal_of(int64_t units, int scale);
/*
 * [sign] digits with or without commas in threes [. digits]; the whole text.
 * The sign is + or - or U+2212. Not valid otherwise.
 */
struct decimal decimal_parse(struct text);
struct decimal decimal_add(struct decimal, struct decimal);
struct decimal decimal_subtract(struct decimal, struct decimal);
struct decimal decimal_multiply(struct decimal, struct decimal);
/* The quotient at a scale, half away from zero. A divisor of zero is not valid. */
struct decimal decimal_divide(struct decimal, struct decimal, int scale);
struct decimal decimal_round(struct decimal, int scale);	/* half away from zero */
struct decimal decimal_negate(struct decimal);
struct decimal decimal_absolute(struct decimal);
/* By value: 1.50 equals 1.5. What is not valid is equal to itself and stands below all else. */
int decimal_compare(struct decimal, struct decimal);
/* Compares a / b with c / d exactly, without dividing; all valid, b and d above zero. */
int decimal_compare_ratios(struct decimal a, struct decimal b, struct decimal c, struct decimal d);
bool decimal_is_zero(struct decimal);
/* "-1234.50", or with commas in threes "-1,234.50", with U+002D as sign. Empty when not valid. */
struct text decimal_text(struct arena *, struct decimal, bool commas);

#endif
