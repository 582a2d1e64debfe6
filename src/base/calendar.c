/* SPDX-License-Identifier: MIT */
/*
 * Dates are counted by eras of 400 years (146,097 days) that begin on
 * 1 March, so that a leap day is the last of its year. 719,468 days lie
 * between 1 March of year 0 and 1 January 1970, a Thursday.
 */
#include "base/calendar.h"

#include <assert.h>
#include <string.h>

static const struct date NO_DATE = { 0, 0, 0 };

enum { ERA_DAYS = 146097, EPOCH = 719468, LAST_YEAR = 9999 };

int
month_length(int year, int month)
{
	static const int8_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	assert(1 <= month && month <= 12);
	return lengths[month - 1] + (month == 2 && leap);
}

bool
date_is_valid(struct date date)
{
	return 1 <= date.year && date.year <= LAST_YEAR && 1 <= date.month && date.month <= 12 &&
	    1 <= date.day && date.day <= month_length(date.year, date.month);
}

bool
date_is_set(struct date date)
{
	return date.year != 0;
}

int
date_days(struct date date)
{
	int months = (date.month + 9) % 12;		/* since March */
	int years = date.year - (date.month <= 2);
	int era = years / 400, year = years % 400;
	int day = (153 * months + 2) / 5 + date.day - 1;

	return era * ERA_DAYS + year * 365 + year / 4 - year / 100 + day - EPOCH;
}

struct date
date_of_days(int days)
{
	int shifted, era, day, year, months;

	if (days < date_days((struct date){ 1, 1, 1 }) ||
	    days > date_days((struct date){ LAST_YEAR, 12, 31 }))
		return NO_DATE;
	shifted = days + EPOCH;
	era = shifted / ERA_DAYS;
	day = shifted % ERA_DAYS;
	year = (day - day / 1460 + day / 36524 - day / (ERA_DAYS - 1)) / 365;
	day -= year * 365 + year / 4 - year / 100;
	months = (5 * day + 2) / 153;
	year += era * 400 + (months >= 10);
	return (struct date){
		(int16_t)year, (int8_t)(months < 10 ? months + 3 : months - 9),
		(int8_t)(day - (153 * months + 2) / 5 + 1),
	};
}

struct date
date_day_before(struct date date)
{
	return date_of_days(date_days(date) - 1);
}

int
date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

int
date_weekday(struct date date)
{
	int days = (date_days(date) + 3) % 7;

	return days < 0 ? days + 7 : days;
}

/* A day of a month that is counted from January of year 0; the day is cut to the month. */
static struct date
date_in_month(int months, int day)
{
	int year = months / 12, month = months % 12 + 1;

	if (months < 12 || year > LAST_YEAR)
		return NO_DATE;
	if (day > month_length(year, month))
		day = month_length(year, month);
	return (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
}

struct date
date_add_months(struct date date, int months)
{
	if (!date_is_set(date) || months < -12 * LAST_YEAR || months > 12 * LAST_YEAR)
		return NO_DATE;
	return date_in_month(date.year * 12 + date.month - 1 + months, date.day);
}

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
};

static const char *const weekdays[] = {
	"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

static bool
same_letters(struct text text, const char *name, size_t length)
{
	if (text.length != length)
		return false;
	for (size_t at = 0; at < length; at++)
		if ((text.s[at] | 0x20) != (name[at] | 0x20))
			return false;
	return true;
}

/* The number of a name, or of its first three letters, among names; -1 when it is none. */
static int
find_name(struct text text, const char *const *names, int count)
{
	for (int at = 0; at < count; at++)
		if (same_letters(text, names[at], 3) ||
		    same_letters(text, names[at], strlen(names[at])))
			return at;
	return -1;
}

int
month_of_name(struct text text)
{
	return same_letters(text, "Sept", 4) ? 9 : find_name(text, months, 12) + 1;
}

int
weekday_of_name(struct text text)
{
	static const struct { const char *name; int weekday; } others[] = {
		{ "Tues", 1 }, { "Weds", 2 }, { "Thur", 3 }, { "Thurs", 3 },
	};

	for (size_t at = 0; at < sizeof others / sizeof *others; at++)
		if (same_letters(text, others[at].name, strlen(others[at].name)))
			return others[at].weekday;
	return find_name(text, weekdays, 7);
}

const char *
month_name(int month)
{
	assert(1 <= month && month <= 12);
	return months[month - 1];
}

const char *
weekday_name(int weekday)
{
	assert(0 <= weekday && weekday < 7);
	return weekdays[weekday];
}

struct date
financial_year_start(struct date date, struct date starts)
{
	struct date start = financial_quarter_start(date.year, 1, starts);

	if (date_is_set(date) && date_compare(date, start) < 0)
		start = financial_quarter_start(date.year - 1, 1, starts);
	return date_is_set(date) ? start : NO_DATE;
}

struct date
financial_quarter_start(int year, int quarter, struct date starts)
{
	assert(1 <= quarter && quarter <= 4);
	if (year < 0 || year > LAST_YEAR)
		return NO_DATE;
	return date_in_month(year * 12 + starts.month - 1 + 3 * (quarter - 1), starts.day);
}

/* Two or four digits; -1 when they are none. */
static int
digits_at(struct text text, size_t at, size_t count)
{
	int number = 0;

	for (size_t i = at; i < at + count; i++) {
		if (text.s[i] < '0' || text.s[i] > '9')
			return -1;
		number = number * 10 + (text.s[i] - '0');
	}
	return number;
}

struct date
date_parse_iso(struct text text)
{
	int year, month, day;
	struct date date;

	if (text.length != 10 || text.s[4] != '-' || text.s[7] != '-')
		return NO_DATE;
	year = digits_at(text, 0, 4);
	month = digits_at(text, 5, 2);
	day = digits_at(text, 8, 2);
	if (year < 0 || month < 0 || day < 0)
		return NO_DATE;
	date = (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
	return date_is_valid(date) ? date : NO_DATE;
}

struct text
date_iso(struct arena *arena, struct date date)
{
	if (!date_is_set(date))
		return TEXT("");
	return text_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

struct text
date_words(struct arena *arena, struct date date)
{
	if (!date_is_set(date))
		return TEXT("");
	return text_format(arena, "%d %s %d", date.day, month_name(date.month), date.year);
}

struct text
date_short_words(struct arena *arena, struct date date)
{
	const char *month;

	if (!date_is_set(date))
		return TEXT("");
	month = month_name(date.month);
	return text_format(arena, "%d %.*s %d", date.day, date.month == 9 ? 4 : 3, month,
	    date.year);
}
