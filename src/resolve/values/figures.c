/* SPDX-License-Identifier: MIT */
/*
 * The figures of a measure, gathered by period.
 *
 * The form comes first, then the rows in reading order; the first figure that
 * is given for a period and field stands, and one that differs is reported
 * with both places.
 */
#include <stdlib.h>

#include "resolve/values/figures.h"
#include "resolve/values/values.h"

/* ---- rows ---- */

static struct text
address_key(const struct record *const *record)
{
	return (struct text){ (const char *)record, sizeof *record };
}

static const struct records_of *
rows_of(const struct map *rows, const struct record *measure)
{
	return map_find(rows, address_key(&measure));
}

/* The rows of all measures: a measure's address to struct records_of. */
static struct map
rows_by_measure(struct arena *arena, const struct corpus *corpus)
{
	struct map rows = { .arena = arena };

	for (size_t i = 0; i < corpus->records.count; i++) {
		struct record *row = corpus->records.at[i];
		const struct record *measure = row->joins;
		struct records_of *list;

		if (!measure || !document_feeds(corpus, row->document, measure->document))
			continue;
		list = map_find(&rows, address_key(&measure));
		if (!list) {
			list = ARENA_NEW(arena, struct records_of);
			map_set(&rows, address_key(arena_copy(arena, &measure, sizeof measure)),
			    list);
		}
		*array_push(arena, list) = row;
	}
	return rows;
}

/* ---- periods ---- */

/* The financial year that begins on a day, or the calendar year: "2025/26", "2025". */
static struct text
year_words(struct arena *arena, struct date first, struct date last)
{
	if (first.year == last.year)
		return text_number(arena, first.year);
	return text_format(arena, "%d/%02d", first.year, last.year % 100);
}

static int
quarter_of(struct date first, struct date starts)
{
	return ((first.month - starts.month + 12) % 12) / 3 + 1;
}

struct text
period_words(struct arena *arena, const struct council *council, const struct span_of_time *period)
{
	struct date starts = council->year_starts, year;

	if (!period->set)
		return TEXT("no period");
	switch (period->exactness) {
	case EXACT_DAY:
		return date_words(arena, period->last);
	case EXACT_MONTH:
		return text_format(arena, "%s %d", month_name(period->last.month),
		    period->last.year);
	case EXACT_QUARTER:
		year = financial_year_start(period->first, starts);
		return text_format(arena, "Q%d %.*s", quarter_of(period->first, starts),
		    TEXT_ARGS(year_words(arena, year, date_add_months(year, 11))));
	case EXACT_YEAR:
		return year_words(arena, period->first, period->last);
	case EXACT_SEASON:
	case EXACT_YEARS:
		break;
	}
	return text_format(arena, "%d to %d", period->first.year, period->last.year);
}

/* The period that a value of a record is about. */
static const struct span_of_time *
period_of(const struct record *record, const struct value *value)
{
	const struct value *period = record->kind == KIND_result ?
	    record_value(record, ROLE_period) : NULL;

	if (value->period_words.length > 0)
		return &value->period;
	if (period && period->when.set)
		return &period->when;
	return value->period.set ? &value->period : &record->document->period;
}

/* ---- gathering ---- */

static const struct value **
slot_of(struct entry *entry, enum role role)
{
	switch (role) {
	case ROLE_target: return &entry->figure.target;
	case ROLE_actual: return &entry->figure.actual;
	case ROLE_baseline: return &entry->figure.baseline;
	case ROLE_forecast: return &entry->figure.forecast;
	case ROLE_explanation: return &entry->figure.explanation;
	case ROLE_numerator: return &entry->numerator;
	case ROLE_denominator: return &entry->denominator;
	case ROLE_variance: return &entry->stated_variance;
	case ROLE_status: return &entry->stated_status;
	default: return NULL;
	}
}

/* What makes two periods one, as bytes. */
struct period_key { struct date first, last; int8_t exactness, set, open, none; };

static struct text
period_key(struct arena *arena, const struct span_of_time *period)
{
	struct period_key key = { period->first, period->last, (int8_t)period->exactness,
	    period->set, period->open, 0 };

	return (struct text){ arena_copy(arena, &key, sizeof key), sizeof key };
}

static struct entry *
entry_of(struct measure *measure, const struct span_of_time *period)
{
	struct text key = period_key(measure->scratch, period);
	uintptr_t number = (uintptr_t)map_find(&measure->periods, key);
	struct entry *entry;

	if (number > 0)
		return &measure->entries.at[number - 1];
	entry = array_push(measure->scratch, &measure->entries);
	entry->figure.period = *period;
	map_set(&measure->periods, key, (void *)(uintptr_t)measure->entries.count);
	return entry;
}

static bool
is_same(struct arena *arena, const struct value *a, const struct value *b)
{
	const struct amount *x = &a->amount, *y = &b->amount;

	if (text_equal(text_fold(arena, a->plain), text_fold(arena, b->plain)))
		return true;
	if (a->state != STATE_NONE || b->state != STATE_NONE)
		return a->state == b->state;
	return x->set && y->set && x->percent == y->percent && x->money == y->money &&
	    decimal_compare(x->number, y->number) == 0 && decimal_compare(x->upper, y->upper) == 0;
}

static bool
is_figure(enum role role)
{
	return role == ROLE_target || role == ROLE_actual || role == ROLE_baseline ||
	    role == ROLE_forecast ||
	    role == ROLE_numerator || role == ROLE_denominator;
}

static void
report_two(const struct measure *measure, const struct record *record, const struct value *first,
    const struct value *second)
{
	const struct resolution *resolution = measure->resolution;

	report_also(report(about(resolution, record->document), second->at, two_values,
	    text_of(role_rows[second->field->role].name), measure->record->title,
	    period_words(resolution->arena, &resolution->corpus->council,
	    period_of(record, second)),
	    second->plain), first->at);
}

static void
gather_record(struct measure *measure, const struct record *record, bool reports)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i], **slot;
		enum role role = value->field->role;

		if (!slot_of(&(struct entry){ 0 }, role) || value->language.length > 0 ||
		    !value->content)
			continue;
		slot = slot_of(entry_of(measure, period_of(record, value)), role);
		if (!*slot)
			*slot = value;
		else if (reports && is_figure(role) && !is_same(measure->scratch, *slot, value))
			report_two(measure, record, *slot, value);
	}
}

/* What the measure says of itself in a role, in its form or in one of its rows. */
static const struct value *
find_said(const struct measure *measure, enum role role)
{
	const struct value *value = record_value(measure->record, role);

	for (size_t i = 0; measure->rows && !value && i < measure->rows->count; i++)
		value = record_value(measure->rows->at[i], role);
	return value;
}

static int
compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	return span_of_time_compare(&a->figure.period, &b->figure.period);
}

static void
sort_entries(struct measure *measure)
{
	struct entry_list *entries = &measure->entries;

	if (entries->count > 1)
		qsort(entries->at, entries->count, sizeof *entries->at, compare_entries);
	for (size_t i = 0; i < entries->count; i++)
		map_set(&measure->periods,
		    period_key(measure->scratch, &entries->at[i].figure.period),
		    (void *)(uintptr_t)(i + 1));
}

static void
gather_measure(struct measure *measure, bool reports)
{
	gather_record(measure, measure->record, reports);
	for (size_t i = 0; measure->rows && i < measure->rows->count; i++)
		gather_record(measure, measure->rows->at[i], reports);
	sort_entries(measure);
	measure->unit = find_said(measure, ROLE_unit);
	measure->better = find_said(measure, ROLE_better);
	measure->counts = find_said(measure, ROLE_counts);
	measure->tolerance = find_said(measure, ROLE_tolerance);
	measure->rule = find_said(measure, ROLE_rule);
	measure->profile = find_said(measure, ROLE_profile);
	measure->baseline = find_said(measure, ROLE_baseline);
	measure->polarity = polarity_of(measure->scratch, measure->better);
}

/* ---- deriving ---- */

static void
keep_figure(struct arena *arena, struct record *row, const struct figure *figure)
{
	for (size_t i = 0; i < row->figures.count; i++)
		if (span_of_time_equal(&row->figures.at[i].period, &figure->period))
			return;
	*array_push(arena, &row->figures) = *figure;
}

/* The measure has all figures; a row has those of the periods that it speaks of. */
static void
keep_figures(struct measure *measure)
{
	struct arena *arena = measure->resolution->arena;

	for (size_t i = 0; i < measure->entries.count; i++)
		*array_push(arena, &measure->record->figures) = measure->entries.at[i].figure;
	for (size_t k = 0; measure->rows && k < measure->rows->count; k++) {
		struct record *row = measure->rows->at[k];

		for (size_t i = 0; i < row->values.count; i++) {
			const struct value *value = row->values.at[i];

			if (slot_of(&(struct entry){ 0 }, value->field->role) && value->content)
				keep_figure(arena, row, &entry_of(measure,
				    period_of(row, value))->figure);
		}
	}
}

void
judge_measures(struct resolution *resolution, bool reports, void (*take)(struct measure *))
{
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct map rows = rows_by_measure(arena, resolution->corpus);

	for (size_t i = 0; i < resolution->corpus->records.count; i++) {
		struct record *record = resolution->corpus->records.at[i];
		struct measure measure = { .resolution = resolution, .scratch = scratch,
		    .record = record, .rows = rows_of(&rows, record),
		    .periods.arena = scratch };

		if (record->kind != KIND_measure || record->joins)
			continue;
		gather_measure(&measure, reports);
		complete_years(&measure);
		judge_measure(&measure);
		take(&measure);
		arena_clear(scratch);
	}
	arena_drop(scratch);
	arena_drop(arena);
}

void
derive_figures(struct resolution *resolution)
{
	judge_measures(resolution, false, keep_figures);
}
