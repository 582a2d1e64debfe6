/* SPDX-License-Identifier: MIT */
/*
 * Amounts: a number with what stands around it.
 *
 * approx, then a number, a sum of money or a credit in brackets, then a range
 * or a ratio, then a rate, then the baseline that it is a percentage of.
 */
#include "read/value/number.h"

#include <string.h>

/* ---- before the number ---- */

static enum approx
take_approx(struct scan *scan)
{
	static const struct { const char *word; enum approx approx; } words[] = {
		{ "about", APPROX_ABOUT }, { "approximately", APPROX_ABOUT },
		{ "approx.", APPROX_ABOUT },
		{ "approx", APPROX_ABOUT }, { "at least", APPROX_AT_LEAST },
		{ "at most", APPROX_AT_MOST },
		{ "up to", APPROX_AT_MOST }, { "under", APPROX_UNDER },
		{ "less than", APPROX_UNDER },
		{ "fewer than", APPROX_UNDER }, { "over", APPROX_OVER },
		{ "more than", APPROX_OVER },
	};
	static const struct { const char *sign; enum approx approx; } signs[] = {
		{ "\xE2\x89\xA5", APPROX_AT_LEAST }, { "\xE2\x89\xA4", APPROX_AT_MOST },
		{ ">=", APPROX_AT_LEAST }, { "<=", APPROX_AT_MOST }, { "<", APPROX_UNDER },
		{ ">", APPROX_OVER },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (scan_phrase(scan, text_of(words[i].word)))
			return words[i].approx;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (scan_take(scan, signs[i].sign))
			return signs[i].approx;
	return APPROX_NONE;
}

/* (450) and (£3k): a credit. */
static bool
scan_credit(struct arena *arena, struct scan *scan, struct number *number)
{
	size_t at = scan->at;
	struct slip slip;

	if (scan_take(scan, "(") &&
	    scan_signed_number(arena, scan, number, &slip) == AMOUNT_FOUND && !number->signed_ &&
	    scan_take(scan, ")")) {
		number->value = decimal_negate(number->value);
		return true;
	}
	scan->at = at;
	return false;
}

/* ---- after the number ---- */

static void
take_values(struct amount *amount, const struct number *number)
{
	amount->set = true;
	amount->number = number->value;
	amount->money = number->money;
	amount->percent = number->percent;
	amount->points = number->points;
	amount->unit = number->unit;
	amount->decimals = number->decimals - number->power;
}

/*
 * The upper end's unit is also the lower one's: 40 to 60%. Nobody knows
 * whether its millions are: £3 to £4m.
 */
static bool
may_be_upper(const struct amount *amount, const struct number *lower, const struct number *upper)
{
	bool bare = !amount->percent && !amount->points && amount->unit.length == 0;

	if (!upper->value.valid || decimal_compare(upper->value, amount->number) <= 0)
		return false;
	if (upper->money != lower->money || (upper->power > 0) != (lower->power > 0))
		return false;
	return bare || (amount->percent == upper->percent && amount->points == upper->points &&
	    text_equal(amount->unit, upper->unit));
}

static bool
take_range(struct arena *arena, struct scan *scan, const struct number *lower,
    struct amount *amount)
{
	static const char *const dashes[] = { " to ", " - ", "-" };
	size_t at = scan->at;
	struct number upper;
	struct slip slip;
	bool dash = false;

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes && !dash; i++)
		dash = scan_take(scan, dashes[i]);
	if (!dash || scan_signed_number(arena, scan, &upper, &slip) != AMOUNT_FOUND ||
	    upper.signed_ || !may_be_upper(amount, lower, &upper)) {
		scan->at = at;
		return false;
	}
	amount->upper = upper.value;
	amount->percent = upper.percent;
	amount->points = upper.points;
	amount->unit = upper.unit.length > 0 ? upper.unit : amount->unit;
	if (upper.decimals - upper.power > amount->decimals)
		amount->decimals = upper.decimals - upper.power;
	return true;
}

static bool
is_bare(const struct amount *amount)
{
	return !amount->money && !amount->percent && !amount->points && amount->unit.length == 0;
}

/* 18 of 24 */
static bool
take_ratio(struct arena *arena, struct scan *scan, struct amount *amount)
{
	size_t at = scan->at;
	struct number of;
	struct slip slip;

	if (is_bare(amount) && (scan_take(scan, " of ") || scan_take(scan, " out of ")) &&
	    scan_signed_number(arena, scan, &of, &slip) == AMOUNT_FOUND && !of.signed_ &&
	    !of.money && !of.percent && !of.points) {
		amount->of = of.value;
		amount->unit = of.unit;
		return true;
	}
	scan->at = at;
	return false;
}

static bool
take_rate(struct scan *scan, struct amount *amount)
{
	static const char *const before[] = { "per", "a", "an", "each", "every" };
	static const char *const spans[] = { "day", "week", "month", "quarter", "year", "annum" };
	size_t at = scan->at;
	bool rate = false;

	if (scan_phrase(scan, TEXT("p.a.")) || scan_phrase(scan, TEXT("pa"))) {
		amount->per = TEXT("year");
		return true;
	}
	for (size_t i = 0; i < sizeof before / sizeof *before && !rate; i++)
		rate = scan_phrase(scan, text_of(before[i]));
	for (size_t i = 0; rate && i < sizeof spans / sizeof *spans; i++)
		if (scan_phrase(scan, text_of(spans[i]))) {
			amount->per = text_of(i == 5 ? "year" : spans[i]);
			return true;
		}
	scan->at = at;
	return false;
}

/* 4% above 2025 baseline */
static void
take_baseline(const struct reading *reading, struct scan *scan, struct amount *amount)
{
	size_t at = scan->at;
	bool above = scan_phrase(scan, TEXT("above"));
	struct span_of_time when;
	struct fault fault;

	if (!amount->percent || (!above && !scan_phrase(scan, TEXT("below")))) {
		scan->at = at;
		return;
	}
	scan_phrase(scan, TEXT("the"));
	scan_time(reading, scan, true, &when, &fault);
	if (!scan_phrase(scan, TEXT("baseline"))) {
		scan->at = at;
		return;
	}
	amount->above_baseline = above;
	amount->below_baseline = !above;
}

enum amount_found
scan_amount(const struct reading *reading, struct scan *scan, struct amount *amount,
    struct slip *slip)
{
	size_t at = scan->at;
	struct number number;
	enum amount_found found = AMOUNT_FOUND;

	*amount = (struct amount){ 0 };
	scan_space(scan);
	amount->approx = take_approx(scan);
	scan_space(scan);
	if (!scan_credit(reading->arena, scan, &number))
		found = scan_signed_number(reading->arena, scan, &number, slip);
	if (found != AMOUNT_FOUND) {
		*amount = (struct amount){ 0 };
		scan->at = at;
		return found;
	}
	take_values(amount, &number);
	if (!take_range(reading->arena, scan, &number, amount))
		take_ratio(reading->arena, scan, amount);
	take_rate(scan, amount);
	take_baseline(reading, scan, amount);
	return AMOUNT_FOUND;
}

bool
scan_stated(const struct reading *reading, struct scan *scan, struct amount *amount)
{
	size_t at = scan->at;
	bool word = scan_phrase(scan, TEXT("variance"));
	struct number number;
	struct slip slip;

	scan_space(scan);
	*amount = (struct amount){ 0 };
	if (scan_signed_number(reading->arena, scan, &number, &slip) == AMOUNT_FOUND &&
	    (word || number.signed_) &&
	    (word || number.percent || number.points || number.unit.length > 0)) {
		take_values(amount, &number);
		return true;
	}
	scan->at = at;
	return false;
}

void
apply_unit(struct amount *amount, struct text unit_words)
{
	struct scan scan;
	struct number number = { 0 };

	if (!amount->set || !is_bare(amount) || !scan_begin(&scan, unit_words))
		return;
	if (text_begins(unit_words, "\xC2\xA3"))
		amount->money = true;
	else if (scan_percent(&scan, &number)) {
		amount->percent = number.percent;
		amount->points = number.points;
	} else
		amount->unit = scan_unit(&scan);
}
