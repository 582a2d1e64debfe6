/* SPDX-License-Identifier: MIT */
/*
 * Decimals by hand at the edges, and by chance against what defines them.
 */
#include "base/decimal.h"

#include "check.h"

static struct decimal
d(const char *s)
{
	return decimal_parse(text_of(s));
}

static void
check_parsing(struct arena *arena)
{
	static const char *const rows[][3] = {		/* text, without and with commas */
		{ "0", "0", "0" }, { "-0", "0", "0" }, { "007", "7", "7" },
		{ "1,250", "1250", "1,250" },
		{ "-1,234.50", "-1234.50", "-1,234.50" }, { "+3", "3", "3" },
		{ "−2.5", "-2.5", "-2.5" },
		{ "12,345,678", "12345678", "12,345,678" }, { "999", "999", "999" },
		{ "0.05", "0.05", "0.05" },
		{ "-0.5", "-0.5", "-0.5" }, { "1000.001", "1000.001", "1,000.001" },
		{ "100000", "100000", "100,000" },
		{ "9223372036854775807", "9223372036854775807", "9,223,372,036,854,775,807" },
		{ "-9223372036854775808", "-9223372036854775808", "-9,223,372,036,854,775,808" },
		{ "0.000000000000000001", "0.000000000000000001", "0.000000000000000001" },
		{ "-9.223372036854775808", "-9.223372036854775808", "-9.223372036854775808" },
		{ "1.00000000000000000000000000000", "1.000000000000000000",
		"1.000000000000000000" },
		{ "92233720368547758070.0", "", "" },
		{ "9223372036854775807.0", "9223372036854775807", "9,223,372,036,854,775,807" },
		{ "", "", "" }, { "-", "", "" }, { "+-1", "", "" }, { " 1", "", "" },
		{ "1 ", "", "" }, { "1,2", "", "" },
		{ "1,2345", "", "" }, { "1234,567", "", "" }, { ",123", "", "" },
		{ "1,,234", "", "" }, { "1,234,", "", "" }, { "1,23,456", "", "" },
		{ "1,234567", "", "" }, { "1.", "", "" }, { ".5", "", "" }, { "1.2.3", "", "" },
		{ "1.2,345", "", "" }, { "8o", "", "" },
		{ "1e3", "", "" }, { "9223372036854775808", "", "" },
		{ "-9223372036854775809", "", "" },
		{ "0.0000000000000000001", "", "" },
		{ "99999999999999999999999999999999999999999999", "", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct decimal is = d(rows[i][0]);

		check_case(is.valid == (*rows[i][1] != 0), "\"%s\" is %svalid", rows[i][0],
		    is.valid ? "" : "not ");
		CHECK_TEXT(decimal_text(arena, is, false), rows[i][1]);
		CHECK_TEXT(decimal_text(arena, is, true), rows[i][2]);
	}
	CHECK(!decimal_parse((struct text){ NULL, 0 }).valid);
}

static void
check_edges(struct arena *arena)
{
	struct decimal least = decimal_of(INT64_MIN, 0), most = decimal_of(INT64_MAX, 0),
	    none = { 0 };

	CHECK_TEXT(decimal_text(arena, decimal_add(d("1.5"), d("2.25")), false), "3.75");
	CHECK_TEXT(decimal_text(arena, decimal_subtract(d("1"), d("0.001")), false), "0.999");
	CHECK_TEXT(decimal_text(arena, decimal_multiply(d("1.50"), d("-2.00")), false), "-3.0000");
	CHECK_TEXT(decimal_text(arena, decimal_negate(d("-1.5")), false), "1.5");
	CHECK_TEXT(decimal_text(arena, decimal_absolute(d("-1.5")), false), "1.5");
	CHECK_TEXT(decimal_text(arena, decimal_subtract(d("0"), most), false),
	    "-9223372036854775807");
	CHECK_TEXT(decimal_text(arena, decimal_multiply(d("0.5000000000"), d("0.5000000000")),
	               false),
	    "0.250000000000000000");
	CHECK(!decimal_add(most, d("1")).valid && !decimal_add(most, d("0.5")).valid);
	CHECK(decimal_add(most, d("0.0")).valid && !decimal_subtract(least, d("1")).valid);
	CHECK(!decimal_negate(least).valid && !decimal_absolute(least).valid);
	CHECK(decimal_subtract(d("-1"), most).units == INT64_MIN);
	CHECK(!decimal_multiply(d("0.1234567891"), d("0.1234567891")).valid);
	CHECK(!decimal_multiply(least, least).valid && decimal_multiply(most, d("1")).valid);
	CHECK(!decimal_add(none, d("1")).valid && !decimal_subtract(d("1"), none).valid);
	CHECK(!decimal_multiply(none, d("0")).valid && !decimal_divide(none, d("1"), 0).valid);
	CHECK(!decimal_round(none, 0).valid && !decimal_negate(none).valid &&
	    !decimal_absolute(none).valid);
	CHECK(decimal_is_zero(d("-0.00")) && !decimal_is_zero(d("0.01")) && !decimal_is_zero(none));
}

static void
check_rounding(struct arena *arena)
{
	static const struct { const char *a, *b; int scale; const char *quotient; } rows[] = {
		{ "1", "3", 2, "0.33" }, { "2", "3", 2, "0.67" }, { "-2", "3", 2, "-0.67" },
		{ "2", "-3", 0, "-1" },
		{ "1", "2", 0, "1" }, { "-1", "2", 0, "-1" }, { "1", "-2", 0, "-1" },
		{ "-1", "-2", 0, "1" },
		{ "3", "2", 0, "2" }, { "5", "2", 0, "3" }, { "0.125", "1", 2, "0.13" },
		{ "-0.125", "1", 2, "-0.13" },
		{ "0.1249999999", "1", 2, "0.12" },
		{ "1", "0.000000000000000001", 0, "1000000000000000000" },
		{ "1", "0.000000000000000001", 1, "" },
		{ "0.000000000000000001", "9223372036854775807", 18, "0.000000000000000000" },
		{ "9223372036854775807", "9223372036854775807", 18, "1.000000000000000000" },
		{ "9223372036854775807", "9.223372036854775807", 0, "1000000000000000000" },
		{ "9223372036854775807", "0.1", 0, "" }, { "-9223372036854775808", "-1", 0, "" },
		{ "-9223372036854775808", "1", 0, "-9223372036854775808" },
		{ "1", "0.00", 2, "" }, { "0", "5", 2, "0.00" },
		{ "20", "40", 3, "0.500" }, { "9223372036854775807", "0.000000000000000001", 18,
		"" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_TEXT(decimal_text(arena,
		               decimal_divide(d(rows[i].a), d(rows[i].b), rows[i].scale), false),
		    rows[i].quotient);
	CHECK_TEXT(decimal_text(arena, decimal_round(d("2.345"), 2), false), "2.35");
	CHECK_TEXT(decimal_text(arena, decimal_round(d("-2.345"), 2), false), "-2.35");
	CHECK_TEXT(decimal_text(arena, decimal_round(d("2.3449"), 2), false), "2.34");
	CHECK_TEXT(decimal_text(arena, decimal_round(d("2.3"), 3), false), "2.300");
	CHECK_TEXT(decimal_text(arena, decimal_round(d("9.99"), 1), false), "10.0");
	CHECK(!decimal_round(d("9223372036854775807"), 1).valid);
}

static struct decimal
any_decimal(void)
{
	int64_t units = (int64_t)(chance() << 11 ^ chance());

	return decimal_of(units >> chance() % 64, (int)(chance() % 19));
}

/* Long digits as a reference: value times 10^18, of 128 bits; the units must be small. */
static __int128
fixed(struct decimal a)
{
	__int128 units = a.units;

	while (a.scale++ < 18)
		units *= 10;
	return units;
}

static void
check_by_chance(struct arena *arena)
{
	for (int round = 0; round < 100000; round++) {
		struct decimal a = any_decimal(), b = any_decimal(), sum = decimal_add(a, b), back;
		__int128 left = fixed(a), right = fixed(b);
		int order = (left > right) - (left < right);
		struct text text = decimal_text(arena, a, round & 1);

		back = decimal_parse(text);
		check_case(back.units == a.units && back.scale == a.scale,
		    "%.*s is read as another", TEXT_ARGS(text));
		check_case(decimal_compare(a, b) == order && decimal_compare(b, a) == -order,
		    "order of round %d", round);
		if (sum.valid) {
			check_case(fixed(sum) == left + right, "sum of round %d", round);
			check_case(decimal_compare(decimal_subtract(sum, b), a) == 0,
			    "difference of round %d", round);
		}
		if (round % 1000 == 0) {
			arena_drop(arena);
			arena = arena_new();
		}
	}
	arena_drop(arena);
}

/* Whether the units of a quotient go beyond 64 bits. */
static bool
is_too_large(struct decimal a, struct decimal b, int scale)
{
	__int128 quotient = fixed(a);

	while (scale-- > 0)
		quotient *= 10;
	quotient /= fixed(b);
	return quotient >= INT64_MAX || quotient <= INT64_MIN;
}

/* A quotient is right when no other at its scale is nearer, and a half goes away from zero. */
static void
check_quotients(void)
{
	for (int round = 0; round < 100000; round++) {
		struct decimal a =
		    decimal_of((int32_t)chance() >> chance() % 32, (int)(chance() % 7));
		struct decimal b =
		    decimal_of((int32_t)chance() >> chance() % 32, (int)(chance() % 7));
		int scale = (int)(chance() % 6);
		struct decimal q = decimal_divide(a, b, scale), unit = decimal_of(1, scale);
		__int128 error, half;

		if (!b.units || !q.valid) {
			check_case(!b.units || is_too_large(a, b, scale),
			    "round %d has no quotient", round);
			continue;
		}
		/* All times 10^18, and b and q and unit together times 10^36. */
		error = fixed(b) / 1000000 * (fixed(q) / 1000000) - fixed(a) * 1000000;
		half = fixed(b) / 1000000 * (fixed(unit) / 1000000);
		error = (error < 0 ? -error : error) * 2;
		half = half < 0 ? -half : half;
		check_case(error <= half, "quotient of round %d is not the nearest", round);
		if (error == half) {
			struct decimal product = decimal_multiply(q, b);

			check_case(decimal_compare(decimal_absolute(product), decimal_absolute(a)) >
			        0,
			    "half of round %d", round);
		}
	}
}

static void
check_ratios(void)
{
	for (int round = 0; round < 100000; round++) {
		struct decimal a = any_decimal(), c = any_decimal();
		struct decimal b = decimal_of((int64_t)(chance() % 1000) + 1, (int)(chance() % 4));
		struct decimal left = decimal_multiply(a, b), right = decimal_multiply(c, b);

		/* a / (1 / b) is a times b. */
		if (left.valid && right.valid)
			check_case(decimal_compare_ratios(a, decimal_of(7, 1), c,
			               decimal_of(70, 2)) == decimal_compare(a, c) &&
			        decimal_compare_ratios(left, b, c, decimal_of(1, 0)) ==
			            decimal_compare(a, c),
			    "ratio of round %d", round);
	}
	CHECK(decimal_compare_ratios(d("1"), d("3"), d("0.3333333333333333"), d("1")) == 1);
	CHECK(decimal_compare_ratios(d("-1"), d("3"), d("-0.3333333333333333"), d("1")) == -1);
	CHECK(decimal_compare_ratios(d("9223372036854775807"), d("0.000000000000000001"),
	          d("9223372036854775806"), d("0.000000000000000001")) == 1);
	CHECK(decimal_compare_ratios(d("0.000000000000000001"), d("9223372036854775807"),
	          d("0.000000000000000002"), d("9223372036854775807")) == -1);
	CHECK(decimal_compare_ratios(d("9223372036854775807"), d("9.223372036854775807"), d("1"),
	          d("0.000000000000000001")) == 0);
	CHECK(decimal_compare_ratios(d("0"), d("3"), d("-1"), d("9")) == 1 &&
	    decimal_compare_ratios(d("0"), d("3"), d("0.0"), d("9")) == 0);
}

int
main(void)
{
	struct arena *arena = arena_new();
	struct decimal none = { 0 };

	check_parsing(arena);
	check_edges(arena);
	check_rounding(arena);
	arena_drop(arena);
	check_by_chance(arena_new());
	check_quotients();
	check_ratios();
	CHECK(decimal_compare(d("1.50"), d("1.5")) == 0 && decimal_compare(d("-1"), d("0.1")) < 0);
	CHECK(decimal_compare(none, none) == 0 && decimal_compare(none, d("-5")) < 0 &&
	    decimal_compare(d("-5"), none) > 0);
	return check_status();
}
