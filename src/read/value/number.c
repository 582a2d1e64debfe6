/* SPDX-License-Identifier: MIT */
/*
 * One number with what belongs to it: sign, pounds, thousands, unit.
 *
 * What has the form of a number and is none is a slip: letters among digits
 * (8o%), commas that are not in threes, a pound sign without a sum.
 */
#include "read/value/number.h"

#include <string.h>

static const char pound[] = "\xC2\xA3";

/* ---- digits ---- */

/*
 * Where the digits, commas and dots that begin at a byte end; a comma or dot
 * at their end is not theirs.
 */
static size_t
digits_end(const struct scan *scan, size_t at)
{
	while (is_digit(scan->s[at]) ||
	    ((scan->s[at] == ',' || scan->s[at] == '.') && is_digit(scan->s[at + 1])))
		at++;
	return at;
}

static int
decimals_of(struct text digits)
{
	/* one less than a decimal's scale: half of the last one is looked at */
	enum { MOST = 17 };
	size_t dot = text_find_byte(digits, '.', 0), count = digits.length - dot;

	return count <= 1 ? 0 : count - 1 < MOST ? (int)count - 1 : MOST;
}

/* 1.2.3 and 31.03.2027 are no slips, but something else. */
static bool
has_two_dots(struct text digits)
{
	return text_find_byte(digits, '.', text_find_byte(digits, '.', 0) + 1) < digits.length;
}

/* The end of the word at hand: what a slip of typing runs to. */
static size_t
word_end(const struct scan *scan, size_t at)
{
	while (scan->s[at] && scan->s[at] != ' ' && scan->s[at] != ')')
		at++;
	while (
	    at > 0 && (scan->s[at - 1] == ',' || scan->s[at - 1] == '.' || scan->s[at - 1] == ';'))
		at--;
	return at;
}

static enum amount_found
slip_of(struct slip *slip, const struct scan *scan, size_t from, const char *is_no,
    struct text help)
{
	*slip = (struct slip){ from, word_end(scan, from), is_no, help };
	return AMOUNT_WRONG;
}

/* A digit for the letter that is taken for one; 0 when it is taken for none. */
static char
digit_for(char c)
{
	if (c == 'o')
		return '0';
	if (c == 'l' || c == 'i')
		return '1';
	return is_digit(c) || c == ',' || c == '.' || c == '%' ? c : 0;
}

/* The word with digits for the letters among them, if that makes a number. */
static struct text
mended(struct arena *arena, const struct scan *scan, size_t from)
{
	size_t end = word_end(scan, from), count = 0;
	char *s = arena_alloc(arena, end - from + 1);

	for (size_t at = from; at < end; at++) {
		s[count] = digit_for(scan->s[at]);
		if (s[count++] == 0)
			return TEXT("");
	}
	if (!decimal_parse((struct text){ s, count - (count > 0 && s[count - 1] == '%') }).valid)
		return TEXT("");
	return text_format(arena, "did you mean %.*s?", (int)count, s);
}

/* ---- thousands ---- */

static int
take_power(struct scan *scan, bool money)
{
	static const struct { const char *word; int power; bool money_only; } powers[] = {
		{ "k", 3, false }, { "m", 6, true }, { "bn", 9, false },
		{ " thousand", 3, false }, { " million", 6, false }, { " billion", 9, false },
	};

	for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
		size_t at = scan->at;

		if (powers[i].money_only && !money)
			continue;
		if (scan_take(scan, powers[i].word) && moment_is_over(scan))
			return powers[i].power;
		scan->at = at;
	}
	return 0;
}

static struct decimal
raise(struct decimal number, int power)
{
	for (; power > 0 && number.valid; power -= 3)
		number = decimal_multiply(number, decimal_of(1000, 0));
	return number;
}

/* ---- units ---- */

static const struct { const char *unit, *written; } units[] = {
#define UNIT(unit, written) { unit, written },
#include "read/value/units.def"
#undef UNIT
};

bool
scan_percent(struct scan *scan, struct number *number)
{
	static const char *const percents[] = { "per cent", "percent", "pc" };
	static const char *const points[] = { "percentage points", "percentage point", "points",
	    "point", "ppts", "pp" };
	size_t at = scan->at;

	scan_space(scan);
	if (scan_take(scan, "%")) {
		for (size_t i = 2; i < sizeof points / sizeof *points; i++)
			if (scan_phrase(scan, text_of(points[i])))
				number->points = true;
		number->percent = !number->points;
		return true;
	}
	for (size_t i = 0; i < sizeof percents / sizeof *percents && !number->percent; i++)
		number->percent = scan_phrase(scan, text_of(percents[i]));
	for (size_t i = 0;
	     i < sizeof points / sizeof *points && !number->percent && !number->points; i++)
		number->points = scan_phrase(scan, text_of(points[i]));
	if (!number->percent && !number->points)
		scan->at = at;
	return number->percent || number->points;
}

struct text
scan_unit(struct scan *scan)
{
	const char *best = NULL;
	size_t from = scan->at, end = from;

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		scan->at = from;
		if (scan_phrase(scan, text_of(units[i].written)) && scan->at > end) {
			best = units[i].unit;
			end = scan->at;
		}
	}
	scan->at = end;
	return text_of(best);
}

/* ---- the number ---- */

/* A sum has pence, and no less. */
static bool
is_sum(const struct number *number)
{
	if (number->power == 0)
		return number->decimals <= 2;
	return decimal_compare(decimal_round(number->value, 2), number->value) == 0;
}

/* What may not stand behind a number directly: it is then part of a word, a time, a fraction. */
static bool
is_part_of_word(const struct scan *scan)
{
	char c = scan_next(scan), after = c ? scan->s[scan->at + 1] : '\0';

	return is_letter(c) || ((c == '/' || c == ':') && is_digit(after)) ||
	    (c == '-' && is_letter(after));
}

static enum amount_found
no_number(struct arena *arena, struct scan *scan, size_t from, size_t digits, bool money,
    struct slip *slip)
{
	struct text help = mended(arena, scan, digits);

	if (help.length > 0 || money)
		return slip_of(slip, scan, from, money ? "sum of money" : "number", help);
	return AMOUNT_NONE;
}

static enum amount_found
finish_number(struct arena *arena, struct scan *scan, size_t from, struct number *number,
    struct slip *slip)
{
	size_t digits = from + number->signed_ + (number->money ? sizeof pound - 1 : 0);

	number->power = take_power(scan, number->money);
	number->value = raise(number->value, number->power);
	if (number->minus)
		number->value = decimal_negate(number->value);
	if (!number->money && !scan_percent(scan, number))
		number->unit = scan_unit(scan);
	if (is_part_of_word(scan))
		return no_number(arena, scan, from, digits, number->money, slip);
	if (!number->value.valid)
		return slip_of(slip, scan, from, "number", TEXT("write a smaller one"));
	if (number->money && !is_sum(number))
		return slip_of(slip, scan, from, "sum of money",
		    TEXT("a sum has at most two decimals"));
	return AMOUNT_FOUND;
}

enum amount_found
scan_signed_number(struct arena *arena, struct scan *scan, struct number *number, struct slip *slip)
{
	size_t at, from = scan->at;
	struct text digits;

	*number = (struct number){ .signed_ = scan_next(scan) == '-' || scan_next(scan) == '+' };
	number->minus = scan_next(scan) == '-';
	scan->at += number->signed_;
	number->money = scan_take(scan, pound);
	if (number->money && !number->signed_ && scan_take(scan, "-"))
		number->minus = number->signed_ = true;
	if (number->money)
		scan_space(scan);
	at = scan->at;
	if (!is_digit(scan_next(scan)))
		return number->money ? slip_of(slip, scan, from, "sum of money", TEXT(""))
		                     : AMOUNT_NONE;
	digits = (struct text){ scan->s + at, digits_end(scan, at) - at };
	number->value = decimal_parse(digits);
	number->decimals = decimals_of(digits);
	scan->at += digits.length;
	if (has_two_dots(digits))
		return AMOUNT_NONE;
	if (!number->value.valid && !is_part_of_word(scan))
		return slip_of(slip, scan, from, number->money ? "sum of money" : "number",
		    digits.length > 18 ? TEXT("write a smaller one")
		                       : TEXT("commas stand before each three digits: 1,250"));
	return finish_number(arena, scan, from, number, slip);
}
