/* SPDX-License-Identifier: MIT */
/*
 * Dates to stretches of time: which days they cover.
 *
 * The end of a range lends the start what it lacks ("5 to 7 March 2026").
 * Quarters and financial years are the council's.
 */
#include "read/value/days.h"
#include "read/value/when.h"

#include "model/messages.h"

/* The days from one on, for some months. */
struct days
months_from(struct date first, int count)
{
	return (struct days){ first, date_day_before(date_add_months(first, count)) };
}

struct date
year_starts(const struct reading *reading)
{
	struct date starts = reading->council ? reading->council->year_starts : (struct date){ 0 };

	return starts.month ? starts : date_of(0, 4, 1);
}

/* ---- one date ---- */

static enum time_found
no_such_day(struct arena *arena, const struct moment *moment, struct fault *fault)
{
	bool with_year = moment->month == 2 || moment->year < 1;

	if (moment->month < 1 || moment->month > 12) {
		fault->wrong = text_format(arena, "there is no month %d", moment->month);
		fault->help = TEXT("write the day, the month, the year: 07/03/2026");
		if (moment->month_first)
			fault->help = text_format(arena, "the day comes first: %02d/%02d/%d",
			    moment->month, moment->day, moment->year);
		return TIME_WRONG;
	}
	fault->wrong =
	    text_format(arena, "there is no %d %s", moment->day, month_name(moment->month));
	if (with_year)
		fault->wrong = text_format(arena, "%.*s %d", TEXT_ARGS(fault->wrong), moment->year);
	return TIME_WRONG;
}

static enum time_found
cover_day(struct arena *arena, const struct moment *moment, struct days *days, struct fault *fault)
{
	struct date date = date_of(moment->year, moment->month, moment->day);

	if (!date_is_valid(date))
		return no_such_day(arena, moment, fault);
	if (moment->weekday >= 0 && moment->weekday != date_weekday(date)) {
		fault->wrong =
		    text_format(arena, "%.*s is a %s, not a %s", TEXT_ARGS(date_words(arena, date)),
		        weekday_name(date_weekday(date)), weekday_name(moment->weekday));
		fault->help = TEXT("correct the day of the week, or the date");
		return TIME_WRONG;
	}
	*days = (struct days){ date, date };
	return TIME_FOUND;
}

/* The days of a date; its year is known by now. */
static enum time_found
cover(const struct reading *reading, const struct moment *moment, struct days *days,
    struct fault *fault)
{
	struct date starts = year_starts(reading);

	switch (moment->form) {
	case MOMENT_DAY:
		return cover_day(reading->arena, moment, days, fault);
	case MOMENT_MONTH:
		*days = months_from(date_of(moment->year, moment->month, 1), 1);
		break;
	case MOMENT_SEASON:
		*days = months_from(date_of(moment->year, 3 + 3 * moment->number, 1), 3);
		break;
	case MOMENT_QUARTER:
		*days = months_from(
		    financial_quarter_start(moment->year, moment->number, starts), 3);
		break;
	case MOMENT_FINANCIAL_YEAR:
	case MOMENT_YEARS:
		*days = months_from(financial_quarter_start(moment->year, 1, starts),
		    12 * (moment->last_year - moment->year));
		break;
	case MOMENT_YEAR:
		*days = months_from(date_of(moment->year, 1, 1), 12);
		break;
	case MOMENT_DAY_ALONE:
		return TIME_NONE;
	}
	return TIME_FOUND;
}

static enum exactness
exactness_of(enum moment_form form)
{
	static const enum exactness of[] = {
		[MOMENT_DAY] = EXACT_DAY, [MOMENT_DAY_ALONE] = EXACT_DAY,
		[MOMENT_MONTH] = EXACT_MONTH,
		[MOMENT_SEASON] = EXACT_SEASON, [MOMENT_QUARTER] = EXACT_QUARTER,
		[MOMENT_FINANCIAL_YEAR] = EXACT_YEAR, [MOMENT_YEARS] = EXACT_YEARS,
		[MOMENT_YEAR] = EXACT_YEAR,
	};

	return of[form];
}

/* ---- ranges ---- */

static bool
take_to(struct scan *scan)
{
	static const char *const parts[] = { " to ", " until ", " - ", "-" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (scan_take(scan, parts[i]))
			return true;
	return false;
}

/* The later of two months lends the other its year, and a day alone its month. */
static void
complete(struct moment *start, struct moment *end)
{
	if (start->form == MOMENT_DAY_ALONE) {
		start->form = MOMENT_DAY;
		start->month = end->month;
	}
	if (start->year == 0 && end->year > 0)
		start->year = end->year - (start->month > end->month && end->month > 0);
	else if (end->year == 0 && start->year > 0)
		end->year = start->year + (end->month < start->month && end->month > 0);
}

/* Two years with "to" between them are one date: a financial year, or years. */
static bool
join_years(struct moment *start, const struct moment *end)
{
	if (start->form != MOMENT_YEAR || end->form != MOMENT_YEAR || end->year <= start->year)
		return false;
	start->last_year = end->year;
	start->form = end->year == start->year + 1 ? MOMENT_FINANCIAL_YEAR : MOMENT_YEARS;
	return true;
}

/* The end of a range, if one follows. NONE: there is none, and the scan stays. */
static enum time_found
read_end(const struct reading *reading, struct scan *scan, struct moment *start, struct moment *end,
    struct fault *fault)
{
	size_t at = scan->at;
	enum time_found found =
	    take_to(scan) ? read_moment(reading->arena, scan, end, fault) : TIME_NONE;

	if (found == TIME_FOUND && end->form == MOMENT_DAY_ALONE)
		found = TIME_NONE;
	if (found == TIME_FOUND && start->form == MOMENT_DAY_ALONE && end->form != MOMENT_DAY)
		found = TIME_NONE;
	if (found == TIME_NONE)
		scan->at = at;
	else if (found == TIME_FOUND)
		complete(start, end);
	return found;
}

static enum time_found
cover_range(const struct reading *reading, const struct moment *start, const struct moment *end,
    struct span_of_time *time, struct fault *fault)
{
	struct days days = { 0 }, last = { 0 };
	enum time_found found = cover(reading, start, &days, fault);
	enum exactness other = exactness_of(end->form);

	if (found != TIME_FOUND)
		return found;
	found = cover(reading, end, &last, fault);
	if (found != TIME_FOUND)
		return found;
	if (date_compare(last.last, days.first) < 0) {
		fault->wrong = TEXT("the end comes before the start");
		return TIME_WRONG;
	}
	time->set = true;
	time->first = days.first;
	time->last = last.last;
	time->exactness = exactness_of(start->form);
	if (other > time->exactness)
		time->exactness = other;
	return TIME_FOUND;
}

static enum time_found
read_range(const struct reading *reading, struct scan *scan, bool explicit_only,
    struct span_of_time *time, struct fault *fault)
{
	size_t from = scan->at;
	struct moment start, end = { 0 };
	enum time_found found = read_moment(reading->arena, scan, &start, fault), to;

	if (found != TIME_FOUND)
		return found;
	to = read_end(reading, scan, &start, &end, fault);
	if (to == TIME_WRONG)
		return to;
	if (to == TIME_FOUND && join_years(&start, &end))
		to = TIME_NONE;
	if (!find_year(reading, &start, explicit_only))
		return lacks_year(reading, scan, from, &start, fault);
	if (to == TIME_FOUND && !find_year(reading, &end, explicit_only))
		return lacks_year(reading, scan, from, &end, fault);
	return cover_range(reading, &start, to == TIME_FOUND ? &end : &start, time, fault);
}

/* ---- by, and open ---- */

enum by { BY_NONE, BY_THEN, BY_BEFORE };

static enum by
take_by(struct scan *scan)
{
	static const char *const before[] = { "by the end of", "by end of", "by end", "by",
	    "the end of", "end of", "end", "mid", "early", "late" };

	if (scan_phrase(scan, TEXT("before")))
		return BY_BEFORE;
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (scan_phrase(scan, text_of(before[i])))
			return BY_THEN;
	return BY_NONE;
}

static bool
take_open(struct scan *scan)
{
	static const char *const words[] = { "ongoing", "on-going", "on going", "n/a",
	    "not applicable", "tbc",
		"to be confirmed", "each day", "each week", "each month", "each quarter",
		"each year",
		"every day", "every week", "every month", "every quarter", "every year" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (scan_phrase(scan, text_of(words[i])))
			return true;
	return false;
}

enum time_found
scan_time(const struct reading *reading, struct scan *scan, bool explicit_only,
    struct span_of_time *time, struct fault *fault)
{
	size_t at = scan->at;
	enum time_found found = TIME_FOUND;
	enum by by = BY_NONE;

	*time = (struct span_of_time){ 0 };
	scan_space(scan);
	if (!explicit_only && take_open(scan)) {
		time->set = time->open = true;
		return TIME_FOUND;
	}
	by = take_by(scan);
	if (by != BY_NONE && !scan_take(scan, "-"))
		scan_space(scan);
	found = read_range(reading, scan, explicit_only, time, fault);
	if (found == TIME_NONE)
		scan->at = at;
	time->by = by != BY_NONE;
	if (by == BY_BEFORE && found == TIME_FOUND &&
	    date_compare(time->first, date_of(FIRST_YEAR, 1, 1)) > 0)
		time->first = time->last = date_day_before(time->first);
	return found;
}

/* ---- the door ---- */

/* What may follow a date: nothing, or a remark. */
static bool
may_follow(char c)
{
	return c == '\0' || c == ' ' || c == ',' || c == '(' || c == '-' || c == ':' || c == ';' ||
	    c == '.';
}

enum time_found
read_time(const struct reading *reading, struct text words, struct span_of_time *time,
    struct text *rest, struct text why[2])
{
	struct scan scan;
	struct fault fault = { 0 };
	enum time_found found = TIME_NONE;

	*time = (struct span_of_time){ 0 };
	why[0] = why[1] = TEXT("");
	if (scan_begin(&scan, words))
		found = scan_time(reading, &scan, false, time, &fault);
	if (found == TIME_FOUND && !rest)
		scan_take(&scan, ".");
	if (found == TIME_FOUND &&
	    (!may_follow(scan_next(&scan)) || (!rest && !scan_is_end(&scan)))) {
		*time = (struct span_of_time){ 0 };
		return TIME_NONE;
	}
	if (rest)
		*rest = scan_text(&scan, scan.at, scan.length);
	why[0] = fault.wrong;
	why[1] = fault.help;
	return found;
}

struct text
help_of_period(struct text why)
{
	return why.length > 0 ? why : TEXT("write 2026/27, Q1 2026/27 or 2024 to 2029");
}

struct span_of_time
read_period(const struct reading *reading, struct text words, struct place at)
{
	struct span_of_time period;
	struct text why[2];
	enum time_found found = read_time(reading, words, &period, NULL, why);

	if (found == TIME_WRONG)
		report(reading->diag, at, bad_date, why[0], why[1]);
	else if (found == TIME_NONE || period.open || period.by)
		report(reading->diag, at, bad_period, words, help_of_period(why[1]));
	else
		return period;
	return (struct span_of_time){ 0 };
}
