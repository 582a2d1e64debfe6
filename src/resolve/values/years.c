/* SPDX-License-Identifier: MIT */
/*
 * What the quarters of a year come to, by the way in which a measure counts.
 *
 * Only where all of the quarters are there, and the year's own figure is not
 * given: a figure that an author gives is never replaced, and none is guessed.
 * Shares are of the sums of their parts, never the mean of percentages.
 */
#include "resolve/values/figures.h"

enum { QUARTERS = 4, SHARE_SCALE = 14, PRINT_SCALE = 1 };

/* The quarters of one financial year. */
struct year { const struct entry *quarters[QUARTERS]; struct span_of_time period; };

static struct decimal
hundred(void)
{
	return decimal_of(100, 0);
}

/* "144 of 150" as a percentage. */
static struct decimal
share(struct decimal part, struct decimal whole)
{
	return decimal_divide(decimal_multiply(part, hundred()), whole, SHARE_SCALE);
}

static const struct value *
make_share(struct arena *arena, const struct value *like, struct decimal part, struct decimal whole)
{
	struct amount amount = { .set = true, .percent = true, .number = share(part, whole),
	    .decimals = PRINT_SCALE };
	struct text words;

	if (!amount.number.valid)
		return NULL;
	words = decimal_text(arena, decimal_round(amount.number, PRINT_SCALE), true);
	return make_value(arena, like, amount, text_format(arena, "%.*s%%", TEXT_ARGS(words)));
}

static bool
has_parts(const struct entry *entry)
{
	return entry->numerator && entry->denominator && entry->numerator->amount.set &&
	    entry->denominator->amount.set;
}

/* A figure of which only the parts are given. */
static void
complete_share(const struct measure *measure, struct entry *entry)
{
	if (!entry->figure.actual && has_parts(entry))
		entry->figure.actual = make_share(measure->resolution->arena, entry->numerator,
		    entry->numerator->amount.number, entry->denominator->amount.number);
}

/* ---- years ---- */

static bool
has_amount(const struct entry *entry)
{
	return entry && entry->figure.actual && entry->figure.actual->amount.set;
}

static struct decimal
sum_of(const struct year *year, bool numerators)
{
	struct decimal all = decimal_of(0, 0);

	for (int i = 0; i < QUARTERS; i++)
		all = decimal_add(all, (numerators ? year->quarters[i]->numerator :
		    year->quarters[i]->denominator)->amount.number);
	return all;
}

static const struct value *
total_share(const struct measure *measure, const struct year *year)
{
	for (int i = 0; i < QUARTERS; i++)
		if (!has_parts(year->quarters[i]))
			return NULL;
	return make_share(measure->resolution->arena, year->quarters[0]->figure.actual,
	    sum_of(year, true),
	    sum_of(year, false));
}

/* The words of a worked out amount, in the manner of another. */
static const struct value *
make_like(struct arena *arena, const struct value *like, struct decimal number, int scale)
{
	struct amount amount = like->amount;
	struct text words = decimal_text(arena, decimal_absolute(decimal_round(number, scale)),
	    true);

	if (!number.valid)
		return NULL;
	amount.number = number;
	return make_value(arena, like, amount, text_format(arena, "%s%s%.*s%s%s%.*s",
	    number.units < 0 ? "\xE2\x88\x92" : "",
	    amount.money ? "£" : "", TEXT_ARGS(words), amount.percent ? "%" : "",
	    amount.unit.length > 0 ? " " : "",
	    TEXT_ARGS(amount.unit)));
}

static const struct value *
sum(const struct measure *measure, const struct year *year)
{
	struct decimal number = decimal_of(0, 0);

	for (int i = 0; i < QUARTERS; i++)
		number = decimal_add(number, year->quarters[i]->figure.actual->amount.number);
	return make_like(measure->resolution->arena, year->quarters[0]->figure.actual, number,
	    number.scale);
}

static const struct value *
average(const struct measure *measure, const struct year *year)
{
	struct decimal all = decimal_of(0, 0);
	int decimals = 0;

	for (int i = 0; i < QUARTERS; i++) {
		const struct amount *amount = &year->quarters[i]->figure.actual->amount;

		all = decimal_add(all, amount->number);
		decimals = amount->decimals > decimals ? amount->decimals : decimals;
	}
	return make_like(measure->resolution->arena, year->quarters[0]->figure.actual,
	    decimal_divide(all, decimal_of(QUARTERS, 0), SHARE_SCALE), decimals < PRINT_SCALE ?
	    PRINT_SCALE : decimals);
}

static const struct value *
highest(const struct year *year)
{
	const struct value *highest_value = year->quarters[0]->figure.actual;

	for (int i = 1; i < QUARTERS; i++)
		if (decimal_compare(year->quarters[i]->figure.actual->amount.number,
		    highest_value->amount.number) > 0)
			highest_value = year->quarters[i]->figure.actual;
	return highest_value;
}

static const struct value *
year_value(const struct measure *measure, const struct year *year)
{
	switch (measure_counts(measure)) {
	case COUNTS_OVER_YEAR:
		return sum(measure, year);
	case COUNTS_CUMULATIVE:
	case COUNTS_AT_DATE:
	case COUNTS_ROLLING:
		return year->quarters[QUARTERS - 1]->figure.actual;
	case COUNTS_AVERAGE:
		return average(measure, year);
	case COUNTS_RATIO:
		return total_share(measure, year);
	case COUNTS_HIGHEST:
		return highest(year);
	case COUNTS_UNKNOWN:
		break;
	}
	return NULL;
}

/* The four quarters that begin with an entry's; false when one of them has no amount. */
static bool
find_year(const struct measure *measure, size_t first, struct year *year)
{
	const struct span_of_time *begin = &measure->entries.at[first].figure.period;
	struct date starts = financial_year_start(begin->first,
	    measure->resolution->corpus->council.year_starts);
	int found = 0;

	if (begin->exactness != EXACT_QUARTER || !begin->set ||
	    date_compare(begin->first, starts) != 0)
		return false;
	for (size_t i = first; i < measure->entries.count && found < QUARTERS; i++) {
		const struct entry *entry = &measure->entries.at[i];

		if (entry->figure.period.set && entry->figure.period.exactness == EXACT_QUARTER &&
		    has_amount(entry) &&
		    date_compare(entry->figure.period.first, date_add_months(starts,
		    3 * found)) == 0)
			year->quarters[found++] = entry;
	}
	if (found < QUARTERS)
		return false;
	year->period = *begin;
	year->period.exactness = EXACT_YEAR;
	year->period.last = year->quarters[QUARTERS - 1]->figure.period.last;
	return true;
}

static struct entry *
find_entry(struct measure *measure, const struct span_of_time *period)
{
	for (size_t i = 0; i < measure->entries.count; i++)
		if (span_of_time_equal(&measure->entries.at[i].figure.period, period))
			return &measure->entries.at[i];
	return NULL;
}

void
complete_years(struct measure *measure)
{
	for (size_t i = 0; i < measure->entries.count; i++)
		complete_share(measure, &measure->entries.at[i]);
	for (size_t i = 0; i < measure->entries.count; i++) {
		struct year year = { 0 };
		struct entry *own;

		if (!find_year(measure, i, &year))
			continue;
		own = find_entry(measure, &year.period);
		if (own && !own->figure.actual)
			own->figure.actual = year_value(measure, &year);
	}
}
