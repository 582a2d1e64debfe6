/* SPDX-License-Identifier: MIT */
/*
 * Figures that contradict each other: units, stated variances and statuses,
 * counts that fall; and measures of which nobody can say what is better.
 *
 * A stated variance may have either sign, and must agree to the decimals that
 * were typed.
 */
#include "resolve/values/figures.h"
#include "resolve/values/values.h"

/* ---- units and polarity ---- */

static struct diag *
about_measure(const struct measure *measure)
{
	return about(measure->resolution, measure->record->document);
}

static void
check_units(const struct measure *measure, const struct entry *entry)
{
	struct arena *arena = measure->scratch;

	if (entry->disagrees)
		report_also(report(about_measure(measure), entry->figure.actual->at, unit_mismatch,
		    quantity_unit(arena, &entry->actual, entry->figure.actual),
		    quantity_unit(arena, &entry->target, entry->figure.target),
		    place_text(arena, entry->figure.target->at, entry->figure.actual->at.file)),
		    entry->figure.target->at);
}

static bool
has_both(const struct entry *entry)
{
	return !entry->disagrees && entry->target.kind != QUANTITY_NONE &&
	    entry->actual.kind != QUANTITY_NONE;
}

static void
check_polarity(const struct measure *measure)
{
	if (measure->polarity.wrong)
		report(about_measure(measure), measure->better->at, bad_value,
		    measure->better->plain,
		    measure->better->field->label, TEXT("sense"),
		    TEXT("write higher, lower, between … and …, exactly …, or neither"));
	if (measure->rule && !is_status_rule(measure->rule->plain))
		report(about_measure(measure), measure->rule->at, bad_value, measure->rule->plain,
		    measure->rule->field->label, TEXT("rule"),
		    TEXT("write tolerance, floor, direction or money"));
	for (size_t i = 0; i < measure->entries.count && !measure->better; i++) {
		const struct entry *entry = &measure->entries.at[i];

		if (has_both(entry) && polarity_default(entry->figure.target,
		    &entry->target).better == BETTER_UNKNOWN) {
			report(about_measure(measure), measure->record->at, no_polarity,
			    measure->record->title);
			return;
		}
	}
}

/* ---- stated variances ---- */

/* What a stated amount is to be compared with; not valid where there is nothing. */
static struct decimal
comparable_variance(const struct figure *figure, const struct amount *stated)
{
	if (figure->variance_points || (!stated->percent && !stated->points))
		return figure->variance;
	return figure->variance_percent;
}

/* Half of the last decimal that was typed; of the hundreds of thousands in £1.2m. */
static struct decimal
half_of_last(int decimals)
{
	struct decimal half = decimal_of(5, decimals >= 0 ? decimals + 1 : 0);

	for (; decimals < -1; decimals++)
		half = decimal_multiply(half, decimal_of(10, 0));
	return half;
}

/* True when a number, rounded to so many decimals, is the stated one. */
static bool
rounds_to(struct decimal number, struct decimal stated, int decimals)
{
	struct decimal gap = decimal_absolute(decimal_subtract(decimal_absolute(number),
	    decimal_absolute(stated)));

	return decimal_compare(gap, half_of_last(decimals)) <= 0;
}

static struct text
stated_words(struct arena *arena, const struct amount *stated)
{
	struct decimal size = decimal_round(decimal_absolute(stated->number),
	    stated->decimals > 0 ? stated->decimals : 0);
	struct text digits = decimal_text(arena, size, true);

	return text_format(arena, "%s%s%.*s%s", stated->number.units < 0 ? "\xE2\x88\x92" : "+",
	    stated->money ? "£" : "",
	    TEXT_ARGS(digits), stated->percent ? "%" : stated->points ? " points" : "");
}

static void
check_stated(const struct measure *measure, const struct entry *entry, const struct value *value)
{
	const struct amount *stated = value ? &value->stated : NULL;
	struct decimal computed;

	if (!stated || !stated->set || !has_both(entry) || entry->figure.variance_words.length == 0)
		return;
	computed = comparable_variance(&entry->figure, stated);
	if (!computed.valid || !rounds_to(computed, stated->number, stated->decimals))
		report(about_measure(measure), value->at, stated_variance,
		    stated_words(measure->scratch, stated), entry->figure.variance_words);
}

/* ---- stated statuses ---- */

/*
 * The status that words state, by the style's words, by name or by traffic
 * light; STATUS_NONE: none of them.
 */
static enum status
status_of_words(const struct style *style, struct arena *arena, struct text words)
{
	static const struct { const char *words; enum status status; } names[] = {
		{ "ahead", STATUS_AHEAD }, { "on", STATUS_ON }, { "on target", STATUS_ON },
		{ "near", STATUS_NEAR }, { "off", STATUS_OFF }, { "green", STATUS_ON },
		{ "amber", STATUS_NEAR }, { "red", STATUS_OFF },
	};
	struct text folded = text_fold(arena, words);

	for (int status = STATUS_AHEAD; style && status <= STATUS_OFF; status++)
		if (text_equal(folded, text_fold(arena, style->status.words[status])))
			return status;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (text_is(folded, names[i].words))
			return names[i].status;
	return STATUS_NONE;
}

static void
check_stated_status(const struct measure *measure, const struct entry *entry)
{
	struct arena *arena = measure->scratch;
	const struct value *value = entry->stated_status;
	enum status computed = entry->figure.status, stated;

	if (!value || computed == STATUS_NONE)
		return;
	stated = status_of_words(measure->record->document->style, arena, value->plain);
	if (stated == STATUS_ON && computed == STATUS_AHEAD &&
	    text_is(text_fold(arena, value->plain), "green"))
		return;
	if (stated != STATUS_NONE && stated != computed)
		report(about_measure(measure), value->at, stated_status, value->plain,
		    entry->figure.status_words);
}

/* ---- counts over the year ---- */

static bool
is_same_year(const struct measure *measure, const struct span_of_time *a,
    const struct span_of_time *b)
{
	struct date starts = measure->resolution->corpus->council.year_starts;

	return date_compare(financial_year_start(a->first, starts),
	    financial_year_start(b->first, starts)) == 0;
}

static void
check_series(const struct measure *measure)
{
	struct arena *arena = measure->scratch;
	const struct entry *before = NULL;

	for (size_t i = 0; i < measure->entries.count &&
	    measure_counts(measure) == COUNTS_CUMULATIVE; i++) {
		const struct entry *entry = &measure->entries.at[i];
		const struct span_of_time *period = &entry->figure.period;

		if (entry->actual.kind == QUANTITY_NONE || !period->set ||
		    (period->exactness != EXACT_QUARTER && period->exactness != EXACT_MONTH))
			continue;
		if (before && is_same_year(measure, &before->figure.period, period) &&
		    !entry->figure.actual->revised &&
		    decimal_compare(entry->actual.number, before->actual.number) < 0)
			report_also(report(about_measure(measure), entry->figure.actual->at,
			    falling_series,
			    decimal_text(arena, before->actual.number, true),
			    decimal_text(arena, entry->actual.number, true)),
			    before->figure.actual->at);
		before = entry;
	}
}

/* ---- baselines ---- */

/* "4% above baseline" of a measure that has none. */
static void
check_baseline(const struct measure *measure, const struct entry *entry)
{
	const struct value *target = entry->figure.target;

	if (target && (target->amount.above_baseline || target->amount.below_baseline) &&
	    (!measure->baseline || !measure->baseline->amount.set))
		report(about_measure(measure), target->at, missing_field,
		    text_format(measure->resolution->arena, "measure \"%.*s\"",
		    TEXT_ARGS(measure->record->title)),
		    TEXT("Baseline"), TEXT("add `- Baseline: …`"));
}

static void
check_measure(struct measure *measure)
{
	check_polarity(measure);
	check_series(measure);
	for (array_each(struct entry, entry, &measure->entries)) {
		check_units(measure, entry);
		check_stated(measure, entry, entry->figure.actual);
		check_stated(measure, entry, entry->stated_variance);
		check_stated_status(measure, entry);
		check_baseline(measure, entry);
	}
}

void
check_figures(struct resolution *resolution)
{
	judge_measures(resolution, true, check_measure);
}
