/* SPDX-License-Identifier: MIT */
/*
 * Dates that name no year: a month, season or quarter is the one in the
 * document's period, where that holds just one. Else the author is told what
 * to add.
 */
#include "read/value/days.h"

/* of an example, where the document has no period */
enum { NEXT_YEAR = 2027 };

/* The first month that a date without a year needs in its year. */
static int
month_wanted(const struct moment *moment)
{
	return moment->form == MOMENT_SEASON ? 3 + 3 * moment->number : moment->month;
}

/* The year in the document's period; 0 when the period holds two such dates, or none. */
static int
year_of_period(const struct reading *reading, const struct moment *moment)
{
	const struct span_of_time *period = reading->document ? &reading->document->period : NULL;
	int year, found = 0, count = 0;

	if (!period || !period->set || period->open)
		return 0;
	if (moment->form == MOMENT_QUARTER) {
		struct date start = financial_year_start(period->first, year_starts(reading));

		return date_compare(date_add_months(start, 12), period->last) > 0 ? start.year : 0;
	}
	for (year = period->first.year; year <= period->last.year && count < 2; year++) {
		struct date first = date_of(year, month_wanted(moment), 1);
		struct days days = months_from(first, 1);

		if (date_compare(days.last, period->first) >= 0 &&
		    date_compare(first, period->last) <= 0) {
			found = year;
			count++;
		}
	}
	return count == 1 ? found : 0;
}

static bool
needs_year(const struct moment *moment)
{
	return moment->year == 0 && (moment->form == MOMENT_DAY || moment->form == MOMENT_MONTH ||
	    moment->form == MOMENT_SEASON || moment->form == MOMENT_QUARTER);
}

bool
find_year(const struct reading *reading, struct moment *moment, bool explicit_only)
{
	if (!needs_year(moment))
		return true;
	if (!explicit_only)
		moment->year = year_of_period(reading, moment);
	return moment->year > 0;
}

/* The example bears the year in which the document's period ends. */
enum time_found
lacks_year(const struct reading *reading, const struct scan *scan, size_t from,
    const struct moment *moment, struct fault *fault)
{
	const struct span_of_time *period = reading->document ? &reading->document->period : NULL;
	int year = period && period->set && !period->open ? period->last.year : NEXT_YEAR;
	struct text words = scan_text(scan, from, scan->at);

	fault->help = moment->form == MOMENT_QUARTER
	    ? text_format(reading->arena, "write its year, too: %.*s %d/%02d", TEXT_ARGS(words),
	    year - 1, year % 100)
	    : text_format(reading->arena, "write its year, too: %.*s %d", TEXT_ARGS(words), year);
	return TIME_NONE;
}
