/* SPDX-License-Identifier: MIT */
/*
 * Variance of a measure: how far the actual stands from the target.
 *
 * It is actual minus target with its own sign, which says larger or smaller and
 * never better or worse; a style may turn the sign. Percentages differ in
 * points; all else relatively, by the absolute target; a target of zero has
 * no percentage, and the difference itself is given. Rounded only for print.
 */
#include "resolve/values/variance.h"

enum { PERCENT_SCALE = 6, PRINT_SCALE = 1 };

#define MINUS "\xE2\x88\x92"	/* U+2212 */

static bool
is_range(const struct standing *standing)
{
	return standing->target.upper.valid;
}

struct decimal
standing_target(const struct standing *standing)
{
	const struct quantity *target = &standing->target;

	if (is_range(standing) && decimal_compare(standing->actual.number, target->number) > 0)
		return target->upper;
	return target->number;
}

/* Actual minus target; nothing within a range. */
static struct decimal
difference(const struct standing *standing)
{
	const struct quantity *target = &standing->target;
	struct decimal actual = standing->actual.number;

	if (is_range(standing) && decimal_compare(actual, target->number) >= 0 &&
	    decimal_compare(actual, target->upper) <= 0)
		return decimal_of(0, 0);
	return decimal_subtract(actual, standing_target(standing));
}

/* How far the actual lies outside what is wanted, as a number below zero. */
static struct decimal
outside(struct decimal actual, struct decimal low, struct decimal high)
{
	if (decimal_compare(actual, low) < 0)
		return decimal_subtract(actual, low);
	if (decimal_compare(actual, high) > 0)
		return decimal_subtract(high, actual);
	return decimal_of(0, 0);
}

struct decimal
standing_merit(const struct standing *standing)
{
	const struct polarity *polarity = &standing->polarity;

	switch (polarity->better) {
	case BETTER_HIGHER:
		return difference(standing);
	case BETTER_LOWER:
		return decimal_negate(difference(standing));
	case BETTER_BETWEEN:
	case BETTER_EXACTLY:
		return outside(standing->actual.number, polarity->low, polarity->high);
	case BETTER_UNKNOWN:
	case BETTER_NEITHER:
		break;
	}
	return (struct decimal){ 0, 0, false };
}

enum direction
standing_direction(const struct standing *standing, const struct quantity *before)
{
	const struct polarity *polarity = &standing->polarity;
	struct decimal now = standing->actual.number, then = before->number;
	int order;

	if (polarity->better == BETTER_UNKNOWN || polarity->better == BETTER_NEITHER)
		return DIRECTION_NONE;
	if (polarity->better == BETTER_BETWEEN || polarity->better == BETTER_EXACTLY) {
		now = outside(now, polarity->low, polarity->high);
		then = outside(then, polarity->low, polarity->high);
	}
	order = decimal_compare(now, then) * (polarity->better == BETTER_LOWER ? -1 : 1);
	return order > 0 ? DIRECTION_BETTER : order < 0 ? DIRECTION_WORSE : DIRECTION_SAME;
}

static struct decimal
signed_for(const struct standing *standing, struct decimal variance)
{
	enum better better = standing->polarity.better;

	if (better == BETTER_LOWER)
		return decimal_negate(variance);
	if (better == BETTER_BETWEEN || better == BETTER_EXACTLY)
		return decimal_negate(decimal_absolute(variance));
	return variance;
}

/* "+3.5", with a minus that is one, and no sign at zero. */
static struct text
signed_words(struct arena *arena, struct decimal number, const char *before, const char *after)
{
	const char *sign = decimal_is_zero(number) ? "" : number.units < 0 ? MINUS : "+";
	struct text digits = decimal_text(arena, decimal_absolute(number), true);

	return text_format(arena, "%s%s%.*s%s", sign, before, TEXT_ARGS(digits), after);
}

/* "+1 pt", "â1.5 pts": only the figure 1 alone is one of them. */
static struct text
points_words(struct arena *arena, struct decimal variance, const struct variance_style *style)
{
	struct decimal number = variance.scale > PRINT_SCALE + 1 ?
	    decimal_round(variance, PRINT_SCALE) : variance;
	bool is_one = text_is(decimal_text(arena, decimal_absolute(number), false), "1");
	struct text words = is_one ? style->point : style->points;

	return text_format(arena, "%.*s %.*s", TEXT_ARGS(signed_words(arena, number, "", "")),
	    TEXT_ARGS(words));
}

/* At a scale, or at the nearest below it at which so large a number can be kept. */
static struct decimal
percentage(struct decimal part, struct decimal whole, int scale)
{
	struct decimal hundredfold = decimal_multiply(part, decimal_of(100, 0));
	struct decimal percent = decimal_divide(hundredfold, whole, scale);

	while (!percent.valid && scale > 0)
		percent = decimal_divide(hundredfold, whole, --scale);
	return percent;
}

void
set_variance(struct arena *arena, struct figure *figure, const struct standing *standing,
    const struct variance_style *style)
{
	const struct variance_style usual = { .point = TEXT("pt"), .points = TEXT("pts") };
	struct decimal variance = difference(standing);
	struct decimal target = decimal_absolute(standing_target(standing));
	bool points = standing->target.kind == QUANTITY_PERCENT;
	bool money = standing->target.kind == QUANTITY_MONEY;

	if (!style)
		style = &usual;
	if (style->by_polarity)
		variance = signed_for(standing, variance);
	if (!variance.valid)
		return;
	figure->variance = variance;
	figure->variance_points = points;
	if (!points && !decimal_is_zero(target))
		figure->variance_percent = percentage(variance, target, PERCENT_SCALE);
	if (points)
		figure->variance_words = points_words(arena, variance, style);
	else if (figure->variance_percent.valid)
		figure->variance_words = signed_words(arena, percentage(variance, target,
		    PRINT_SCALE), "", "%");
	else
		figure->variance_words = signed_words(arena, variance, money ? "£" : "", "");
}
