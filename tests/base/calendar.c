/* SPDX-License-Identifier: MIT */
/*
 * Every day from 1600 to 2400, counted on by hand; then years and quarters.
 */
#include "base/calendar.h"

#include "check.h"

/* The day after, by the rules that children learn. */
static struct date
next_day(struct date date)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int length = lengths[date.month - 1];

	if (date.month == 2 &&
	    (date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0)))
		length = 29;
	if (++date.day > length) {
		date.day = 1;
		if (++date.month > 12) {
			date.month = 1;
			date.year++;
		}
	}
	return date;
}

static void
check_days(void)
{
	struct date date = { 1600, 1, 1 };
	int days = -135140, weekday = 5;	/* a Saturday */

	for (; date.year <= 2400; date = next_day(date), days++, weekday = (weekday + 1) % 7) {
		struct date back = date_of_days(days);

		check_case(date_is_valid(date) && date_days(date) == days &&
		        date_compare(back, date) == 0 && date_weekday(date) == weekday,
		    "day %d, %d-%d-%d", days, date.year, date.month, date.day);
	}
	CHECK(date_days((struct date){ 1970, 1, 1 }) == 0);
	CHECK(date_weekday((struct date){ 1970, 1, 1 }) == 3 &&
	    date_weekday((struct date){ 2026, 3, 7 }) == 5);
	CHECK(date_weekday((struct date){ 1, 1, 1 }) == 0 &&
	    date_weekday((struct date){ 9999, 12, 31 }) == 4);
	for (int day = -719162; day <= 2932896; day += 97)
		check_case(date_days(date_of_days(day)) == day, "day %d does not come back", day);
	CHECK(!date_is_set(date_of_days(-719163)) && !date_is_set(date_of_days(2932897)));
	CHECK(!date_is_set(date_of_days(INT32_MIN)) && !date_is_set(date_of_days(INT32_MAX)));
}

static void
check_texts(struct arena *arena)
{
	static const char *const bad[] = {
		"", "2026-3-07", "2026-03-7", "2026-02-29", "2026-04-31", "2026-00-01",
		"2026-13-01", "2026-01-00",
		"0000-01-01", "2026/03/07", "2026-03-07 ", "+026-03-07", "20-6-03-07",
		"2026-03-0x", "2026-0\xC3-07",
	};
	struct date none = { 0 };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_case(!date_is_set(date_parse_iso(text_of(bad[i]))), "\"%s\" is a date",
		    bad[i]);
	for (struct date date = { 2023, 1, 1 }; date.year < 2025; date = next_day(date))
		CHECK(date_compare(date_parse_iso(date_iso(arena, date)), date) == 0);
	CHECK_TEXT(date_iso(arena, (struct date){ 987, 3, 7 }), "0987-03-07");
	CHECK_TEXT(date_words(arena, (struct date){ 2026, 3, 7 }), "7 March 2026");
	CHECK_TEXT(date_iso(arena, none), "");
	CHECK_TEXT(date_words(arena, none), "");
	CHECK(!date_is_set(date_parse_iso((struct text){ NULL, 0 })));
	CHECK(!date_is_valid(none) && !date_is_valid((struct date){ 2026, 2, 29 }) &&
	    date_is_valid((struct date){ 2024, 2, 29 }));
	CHECK(!date_is_valid((struct date){ 10000, 1, 1 }) &&
	    !date_is_valid((struct date){ -1, 1, 1 }));
}

static void
check_names(void)
{
	for (int month = 1; month <= 12; month++) {
		struct text name = text_of(month_name(month));

		CHECK(
		    month_of_name(name) == month && month_of_name(text_slice(name, 0, 3)) == month);
	}
	for (int weekday = 0; weekday < 7; weekday++) {
		struct text name = text_of(weekday_name(weekday));

		CHECK(weekday_of_name(name) == weekday &&
		    weekday_of_name(text_slice(name, 0, 3)) == weekday);
	}
	CHECK(month_of_name(TEXT("SEPT")) == 9 && month_of_name(TEXT("maY")) == 5 &&
	    month_of_name(TEXT("Sep")) == 9);
	CHECK(month_of_name(TEXT("Ma")) == 0 && month_of_name(TEXT("Marc")) == 0 &&
	    month_of_name(TEXT("Marchx")) == 0);
	CHECK(month_of_name(TEXT("")) == 0 && month_of_name(TEXT("J\x01N")) == 0);
	CHECK(weekday_of_name(TEXT("Weds")) == 2 && weekday_of_name(TEXT("tues")) == 1 &&
	    weekday_of_name(TEXT("thurs")) == 3);
	CHECK(weekday_of_name(TEXT("day")) == -1 &&
	    weekday_of_name((struct text){ NULL, 0 }) == -1);
}

static bool
is(struct date date, int year, int month, int day)
{
	return date.year == year && date.month == month && date.day == day;
}

static void
check_months(void)
{
	CHECK(is(date_add_months((struct date){ 2026, 1, 31 }, 1), 2026, 2, 28));
	CHECK(is(date_add_months((struct date){ 2024, 1, 31 }, 1), 2024, 2, 29));
	CHECK(is(date_add_months((struct date){ 2026, 3, 15 }, -3), 2025, 12, 15));
	CHECK(is(date_add_months((struct date){ 2026, 12, 1 }, 1), 2027, 1, 1));
	CHECK(is(date_add_months((struct date){ 2026, 5, 9 }, 0), 2026, 5, 9));
	CHECK(is(date_add_months((struct date){ 2026, 5, 9 }, -12 * 2025), 1, 5, 9));
	CHECK(!date_is_set(date_add_months((struct date){ 2026, 5, 9 }, -12 * 2026)));
	CHECK(!date_is_set(date_add_months((struct date){ 9999, 12, 1 }, 1)));
	CHECK(!date_is_set(date_add_months((struct date){ 2026, 1, 1 }, INT32_MAX)));
	CHECK(!date_is_set(date_add_months((struct date){ 0 }, 60)));
	CHECK(month_length(1900, 2) == 28 && month_length(2000, 2) == 29 &&
	    month_length(2026, 12) == 31);
}

static void
check_financial_years(void)
{
	const struct date april = { 0, 4, 1 }, tax = { 2020, 4, 6 }, january = { 0, 1, 1 };

	CHECK(is(financial_year_start((struct date){ 2026, 3, 31 }, april), 2025, 4, 1));
	CHECK(is(financial_year_start((struct date){ 2026, 4, 1 }, april), 2026, 4, 1));
	CHECK(is(financial_year_start((struct date){ 2026, 12, 31 }, april), 2026, 4, 1));
	CHECK(is(financial_year_start((struct date){ 2026, 4, 5 }, tax), 2025, 4, 6));
	CHECK(is(financial_year_start((struct date){ 2026, 6, 1 }, january), 2026, 1, 1));
	CHECK(!date_is_set(financial_year_start((struct date){ 0 }, april)));
	CHECK(!date_is_set(financial_year_start((struct date){ 1, 1, 1 }, april)));
	CHECK(is(financial_quarter_start(2026, 1, april), 2026, 4, 1));
	CHECK(is(financial_quarter_start(2026, 3, april), 2026, 10, 1));
	CHECK(is(financial_quarter_start(2026, 4, april), 2027, 1, 1));
	CHECK(is(financial_quarter_start(2026, 4, tax), 2027, 1, 6));
	CHECK(is(financial_quarter_start(2026, 2, (struct date){ 0, 11, 30 }), 2027, 2, 28));
	CHECK(!date_is_set(financial_quarter_start(9999, 4, april)));
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_days();
	check_texts(arena);
	check_names();
	check_months();
	check_financial_years();
	arena_drop(arena);
	return check_status();
}
