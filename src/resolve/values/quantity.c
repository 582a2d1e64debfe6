/* SPDX-License-Identifier: MIT */
/*
 * Amounts brought to what can be compared.
 *
 * A number without a unit takes that of its column, of its measure, or of what
 * it is compared with. Parts of a whole ("18 of 24") stay numbers where the
 * wholes are equal, and become percentages where they are not.
 */
#include <assert.h>
#include <string.h>

#include "resolve/values/quantity.h"

enum { RATIO_SCALE = 14 };	/* decimals of a percentage that is worked out */

static const struct decimal NOT_SAID = { 0, 0, false };

/* ---- units ---- */

/* Small letters, without the plural's s. */
static struct text
unit_name(struct arena *arena, struct text unit)
{
	struct text folded = text_fold(arena, unit);

	if (folded.length > 2 && text_ends(folded, "s") && !text_ends(folded, "ss"))
		folded.length--;
	return folded;
}

static void
take_unit(struct arena *arena, struct quantity *quantity, struct text unit)
{
	if (quantity->kind != QUANTITY_NUMBER || !quantity->bare || text_is_blank(unit))
		return;
	quantity->bare = false;
	if (text_begins(unit, "%") || text_begins(unit, "per cent"))
		quantity->kind = QUANTITY_PERCENT;
	else if (text_begins(unit, "£"))
		quantity->kind = QUANTITY_MONEY;
	else
		quantity->unit = unit_name(arena, unit);
}

struct text
quantity_unit(struct arena *arena, const struct quantity *quantity, const struct value *value)
{
	struct text unit = quantity->kind == QUANTITY_PERCENT ? TEXT("%") :
	    quantity->kind == QUANTITY_MONEY ? TEXT("£") :
	    value->amount.unit.length > 0 ? value->amount.unit : quantity->unit;

	if (unit.length == 0)
		unit = TEXT("plain numbers");
	return quantity->per.length == 0 ? unit :
	    text_format(arena, "%.*s per %.*s", TEXT_ARGS(unit), TEXT_ARGS(quantity->per));
}

/* ---- quantities ---- */

/* "4% above baseline" is 1.04 times the baseline. */
static struct quantity
of_baseline(const struct amount *amount, const struct quantity *baseline)
{
	struct decimal part = amount->below_baseline ? decimal_negate(amount->number) :
	    amount->number;
	struct quantity quantity = baseline ? *baseline :
	    (struct quantity){ .kind = QUANTITY_NONE };

	if (quantity.kind == QUANTITY_NONE)
		return quantity;
	quantity.number = decimal_multiply(quantity.number,
	    decimal_multiply(decimal_add(decimal_of(100, 0), part), decimal_of(1, 2)));
	if (!quantity.number.valid)
		quantity.kind = QUANTITY_NONE;
	return quantity;
}

struct quantity
quantity_of(struct arena *arena, const struct value *value, struct text unit,
    const struct quantity *baseline)
{
	struct quantity quantity = { .kind = QUANTITY_NONE };
	const struct amount *amount = value ? &value->amount : NULL;

	if (!value || (!amount->set && value->state != STATE_ZERO))
		return quantity;
	if (amount->set && (amount->above_baseline || amount->below_baseline))
		return of_baseline(amount, baseline);
	quantity.number = amount->set ? amount->number : decimal_of(0, 0);
	quantity.upper = amount->set ? amount->upper : NOT_SAID;
	quantity.of = amount->set ? amount->of : NOT_SAID;
	quantity.kind = !quantity.number.valid ? QUANTITY_NONE : amount->percent || amount->points ?
	    QUANTITY_PERCENT :
	    amount->money ? QUANTITY_MONEY : QUANTITY_NUMBER;
	quantity.unit = unit_name(arena, amount->unit);
	quantity.per = unit_name(arena, amount->per);
	quantity.bare = quantity.kind == QUANTITY_NUMBER && quantity.unit.length == 0;
	take_unit(arena, &quantity, value->unit_words);
	take_unit(arena, &quantity, unit);
	return quantity;
}

static void
make_percentage(struct quantity *quantity)
{
	quantity->number = decimal_divide(decimal_multiply(quantity->number, decimal_of(100, 0)),
	    quantity->of, RATIO_SCALE);
	quantity->kind = quantity->number.valid ? QUANTITY_PERCENT : QUANTITY_NONE;
	quantity->of = NOT_SAID;
}

static bool
is_ratio(const struct quantity *quantity)
{
	return quantity->of.valid && quantity->kind == QUANTITY_NUMBER;
}

static bool
fits_unit(struct text a, struct text b)
{
	return a.length == 0 || b.length == 0 || text_equal(a, b);
}

bool
quantities_agree(struct quantity *a, struct quantity *b)
{
	bool alike = is_ratio(a) && is_ratio(b) && decimal_compare(a->of, b->of) == 0;

	if (is_ratio(a) && !alike && (is_ratio(b) || b->kind == QUANTITY_PERCENT))
		make_percentage(a);
	if (is_ratio(b) && !alike && a->kind == QUANTITY_PERCENT)
		make_percentage(b);
	if (a->kind == QUANTITY_NONE || b->kind == QUANTITY_NONE)
		return false;
	if (a->bare && decimal_is_zero(a->number))
		a->kind = b->kind;		/* none at all is none of anything */
	if (b->bare && decimal_is_zero(b->number))
		b->kind = a->kind;
	return a->kind == b->kind && fits_unit(a->unit, b->unit) && fits_unit(a->per, b->per);
}

/* ---- which way is better ---- */

static bool
begins_with_any(struct text words, const char *const *any)
{
	for (; *any; any++)
		if (text_begins(words, *any))
			return true;
	return false;
}

static enum better
better_of(struct text folded)
{
	static const char *const higher[] = { "higher", "high", "more", "bigger", NULL };
	static const char *const lower[] = { "lower", "low", "less", "fewer", "smaller", NULL };
	static const char *const neither[] = { "neither", "none", NULL };

	if (begins_with_any(folded, higher))
		return BETTER_HIGHER;
	if (begins_with_any(folded, lower))
		return BETTER_LOWER;
	if (begins_with_any(folded, neither))
		return BETTER_NEITHER;
	if (text_begins(folded, "between"))
		return BETTER_BETWEEN;
	return text_begins(folded, "exactly") ? BETTER_EXACTLY : BETTER_UNKNOWN;
}

struct polarity
polarity_of(struct arena *arena, const struct value *value)
{
	struct text folded = text_fold(arena, value ? value->plain : TEXT(""));
	struct polarity polarity = { better_of(folded), NOT_SAID, NOT_SAID, false };

	polarity.wrong = folded.length > 0 && polarity.better == BETTER_UNKNOWN;
	if (polarity.better != BETTER_BETWEEN && polarity.better != BETTER_EXACTLY)
		return polarity;
	assert(value);		/* these two are said in words */
	polarity.low = value->amount.number;
	polarity.high = polarity.better == BETTER_BETWEEN ? value->amount.upper : polarity.low;
	if (!value->amount.set || !polarity.high.valid)
		polarity.better = BETTER_UNKNOWN;	/* reported where it was read */
	return polarity;
}

/* Time that something takes: nobody can know whether long is good. */
static bool
is_time(struct text unit)
{
	static const char *const times[] = { "second", "minute", "hour", "day", "week", "month",
	    "year" };

	for (size_t i = 0; i < sizeof times / sizeof *times; i++)
		if (text_ends(unit, times[i]))
			return true;
	return false;
}

struct polarity
polarity_default(const struct value *target, const struct quantity *quantity)
{
	struct polarity polarity = { BETTER_UNKNOWN, NOT_SAID, NOT_SAID, false };

	if (quantity->kind != QUANTITY_NONE && quantity->upper.valid) {
		polarity = (struct polarity){ BETTER_BETWEEN, quantity->number, quantity->upper,
		    false };
		return polarity;
	}
	if (target && (target->amount.approx == APPROX_AT_LEAST ||
	    target->amount.approx == APPROX_OVER))
		polarity.better = BETTER_HIGHER;
	else if (target && (target->amount.approx == APPROX_AT_MOST ||
	    target->amount.approx == APPROX_UNDER))
		polarity.better = BETTER_LOWER;
	else if (quantity->kind == QUANTITY_PERCENT || (quantity->kind == QUANTITY_NUMBER &&
	    !is_time(quantity->unit)))
		polarity.better = BETTER_HIGHER;
	return polarity;
}

/* ---- tolerance ---- */

/* The number of "£100k" after "or". */
static struct decimal
second_amount(struct text words)
{
	size_t at = text_find(words, TEXT(" or "), 0), to;
	struct decimal number;

	while (at < words.length && !strchr("0123456789", words.s[at]))
		at++;
	for (to = at; to < words.length && strchr("0123456789,.", words.s[to]);)
		to++;
	number = at < to ? decimal_parse(text_slice(words, at, to)) : NOT_SAID;
	if (to < words.length && words.s[to] == 'k')
		number = decimal_multiply(number, decimal_of(1000, 0));
	if (to < words.length && words.s[to] == 'm')
		number = decimal_multiply(number, decimal_of(1000000, 0));
	return number;
}

struct tolerance
tolerance_of(const struct value *value)
{
	struct tolerance tolerance = { NOT_SAID, NOT_SAID };

	if (!value || !value->amount.set)
		return tolerance;
	if (value->amount.percent && !value->amount.points) {
		tolerance.percent = value->amount.number;
		tolerance.absolute = second_amount(value->plain);
	} else {
		tolerance.absolute = value->amount.number;
	}
	return tolerance;
}
