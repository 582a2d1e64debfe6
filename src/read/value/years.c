/* SPDX-License-Identifier: MIT */
/*
 * Years, financial years and their quarters.
 *
 * Two years that are neighbours are a financial year, others a span of years;
 * a quarter is one of a financial year, so a year alone does not say which.
 */
#include "read/value/moment.h"

/* No letter or digit may follow a date directly. */
bool
moment_is_over(const struct scan *scan)
{
	char c = scan_next(scan);

	return !is_letter(c) && !is_digit(c);
}

/* ---- years ---- */

/* Years written with two digits are of this century. */
int
whole_year(int year, int digits)
{
	return digits == 2 ? 2000 + year : year;
}

static int
take_year(struct scan *scan)
{
	int year = scan_number(scan, 4, 4);

	if (year < FIRST_YEAR || year > LAST_YEAR || !moment_is_over(scan)) {
		scan->at -= year < 0 ? 0 : 4;
		return 0;
	}
	return year;
}

/* The year after a month or season: a comma, or the full stop of "Mar.", may stand before it. */
int
take_year_after(struct scan *scan)
{
	size_t at = scan->at;
	int year;

	if (!scan_take(scan, ","))
		scan_take(scan, ".");
	scan_space(scan);
	year = scan->at > at ? take_year(scan) : 0;
	if (year == 0)
		scan->at = at;
	return year;
}

/* The last year of "2026/27", "2026/2027", "2024-29" as a whole year; 0 when it is none. */
int
take_last_year(struct scan *scan, int first)
{
	size_t at = scan->at;
	int year = scan_number(scan, 2, 4);
	size_t digits = scan->at - at;

	if (year < 0 || digits == 3 || !moment_is_over(scan))
		return 0;
	if (digits == 4)
		return year;
	year += first / 100 * 100;
	return first % 100 == 99 && year % 100 == 0 ? year + 100 : year;
}

static enum time_found
bad_years(struct arena *arena, struct scan *scan, size_t from, struct text help,
    struct fault *fault)
{
	fault->wrong = text_format(arena, "%.*s is no financial year",
	    TEXT_ARGS(scan_text(scan, from, scan->at)));
	fault->help = help;
	return TIME_WRONG;
}

/* 2026/27, 2026-27, 2026/2027, 26/27, 2024-29, 2024-2029. */
static enum time_found
read_years(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	size_t from = scan->at, digits;
	int year = scan_number(scan, 2, 4);
	bool slash;

	digits = scan->at - from;
	slash = scan_next(scan) == '/';
	if (year < 0 || digits == 3 || !(slash || (digits == 4 && scan_next(scan) == '-')))
		return TIME_NONE;
	scan->at++;
	moment->year = whole_year(year, (int)digits);
	moment->last_year = take_last_year(scan, moment->year);
	if (moment->last_year == 0 || moment->year < FIRST_YEAR || moment->last_year > LAST_YEAR)
		return TIME_NONE;
	if (digits == 2 && moment->last_year != moment->year + 1)
		return TIME_NONE;
	if (moment->last_year <= moment->year)
		return bad_years(arena, scan, from, TEXT("the second year comes after the first: "
		    "2026/27"), fault);
	if (slash && moment->last_year > moment->year + 1)
		return bad_years(arena, scan, from, text_format(arena,
		    "write %d/%02d, or %d-%d for all the years between", moment->year,
		    (moment->year + 1) % 100, moment->year, moment->last_year), fault);
	moment->form = moment->last_year == moment->year + 1 ? MOMENT_FINANCIAL_YEAR : MOMENT_YEARS;
	return TIME_FOUND;
}

/* ---- quarters ---- */

static int
take_quarter(struct scan *scan)
{
	size_t at = scan->at;
	int number = -1;

	scan_space(scan);
	if (scan_take(scan, "quarter ") || scan_take(scan, "q"))
		number = scan_number(scan, 1, 1);
	if (number < 0 || !moment_is_over(scan)) {
		scan->at = at;
		return -1;
	}
	return number;
}

static enum time_found
bad_quarter(struct arena *arena, int number, struct fault *fault)
{
	fault->wrong = text_format(arena, "there is no quarter %d", number);
	fault->help = TEXT("a financial year has the quarters Q1 to Q4");
	return TIME_WRONG;
}

/*
 * The financial year after a quarter, if there is one; a year alone does not
 * say which one it is.
 */
static enum time_found
read_quarter_year(struct arena *arena, struct scan *scan, struct moment *moment,
    struct fault *fault)
{
	struct moment year = { 0 };
	size_t at = scan->at;
	enum time_found found;

	scan_take(scan, ",");
	scan_space(scan);
	scan_take(scan, "of ");
	found = read_years(arena, scan, &year, fault);
	if (found == TIME_FOUND && year.form == MOMENT_FINANCIAL_YEAR) {
		moment->year = year.year;
		return TIME_FOUND;
	}
	if (found == TIME_WRONG)
		return TIME_WRONG;
	scan->at = at;
	if (take_year_after(scan) == 0)
		return TIME_FOUND;
	fault->wrong = text_format(arena, "%.*s is in no financial year",
	    TEXT_ARGS(scan_text(scan, moment->from, scan->at)));
	fault->help = TEXT("name the financial year: Q1 2026/27");
	return TIME_WRONG;
}

enum time_found
read_quarter(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	moment->number = take_quarter(scan);
	if (moment->number < 0)
		return TIME_NONE;
	if (moment->number < 1 || moment->number > 4)
		return bad_quarter(arena, moment->number, fault);
	moment->form = MOMENT_QUARTER;
	return read_quarter_year(arena, scan, moment, fault);
}

/* A year or years, with a quarter after them: 2026/27 Q1. */
enum time_found
read_year(struct arena *arena, struct scan *scan, struct moment *moment, struct fault *fault)
{
	size_t from = scan->at;
	enum time_found found = read_years(arena, scan, moment, fault);

	if (found == TIME_NONE) {
		scan->at = from;
		moment->form = MOMENT_YEAR;
		moment->year = take_year(scan);
		return moment->year ? TIME_FOUND : TIME_NONE;
	}
	if (found == TIME_FOUND && moment->form == MOMENT_FINANCIAL_YEAR) {
		moment->number = take_quarter(scan);
		if (moment->number == 0 || moment->number > 4)
			return bad_quarter(arena, moment->number, fault);
		if (moment->number > 0)
			moment->form = MOMENT_QUARTER;
	}
	return found;
}
