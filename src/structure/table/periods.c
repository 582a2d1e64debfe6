/* SPDX-License-Identifier: MIT */
/*
 * Milestones in columns: a quarter each, the quarters of a year under one
 * head, and later years each as a whole. A style that names quarters wants all
 * four of a year; what falls on a day or month stands in its quarter and says
 * its date.
 */
#include "structure/table/table.h"

enum { QUARTERS = 4, MONTHS = 12, MONTHS_OF_QUARTER = 3 };

bool
is_by_period(const struct value *value)
{
	if (value->field->type != TYPE_MILESTONES || value->field->period_label.length == 0 ||
	    value->milestones.count == 0)
		return false;
	for (size_t i = 0; i < value->milestones.count; i++)
		if (!span_of_time_has_days(&value->milestones.at[i].when))
			return false;
	return true;
}

/* ---- years and quarters ---- */

static struct span_of_time
year_of(const struct builder *b, struct date day)
{
	struct date first = financial_year_start(day, b->corpus->council.year_starts);

	return (struct span_of_time){
		.set = true,
		.first = first,
		.last = date_day_before(date_add_months(first, MONTHS)),
		.exactness = EXACT_YEAR,
	};
}

static int
quarter_of(const struct builder *b, struct date day)
{
	struct date first = year_of(b, day).first;

	return ((day.year - first.year) * MONTHS + day.month - first.month) / MONTHS_OF_QUARTER + 1;
}

static struct span_of_time
quarter_span(const struct span_of_time *year, int quarter)
{
	struct date first = date_add_months(year->first, (quarter - 1) * MONTHS_OF_QUARTER);

	return (struct span_of_time){
		.set = true,
		.first = first,
		.last = date_day_before(date_add_months(first, MONTHS_OF_QUARTER)),
		.exactness = EXACT_QUARTER,
	};
}

/* The column's span that a milestone falls into. */
static struct span_of_time
column_span(const struct builder *b, const struct span_of_time *when)
{
	struct span_of_time year = year_of(b, when->last);

	if (when->exactness == EXACT_YEARS ||
	    (when->exactness == EXACT_YEAR && !span_of_time_equal(when, &year)))
		return *when;
	return when->exactness == EXACT_YEAR ? year
	                                     : quarter_span(&year, quarter_of(b, when->last));
}

/* "2026/27", or "2026" where the year is the calendar's. */
static struct text
year_words(const struct builder *b, const struct span_of_time *year)
{
	if (year->first.year == year->last.year)
		return text_number(b->arena, year->first.year);
	return text_format(b->arena, "%d/%02d", year->first.year, year->last.year % 100);
}

/* ---- columns ---- */

static bool
is_same_span(const struct span_of_time *a, const struct span_of_time *b)
{
	return a->exactness == b->exactness && date_compare(a->first, b->first) == 0 &&
	    date_compare(a->last, b->last) == 0;
}

/* Columns stand in the order of their first days, the year behind its quarters. */
static bool
stands_before(const struct span_of_time *a, const struct span_of_time *b)
{
	int order = date_compare(a->first, b->first);

	return order != 0 ? order < 0 : date_compare(a->last, b->last) < 0;
}

static void
add_column(struct record_table *t, const struct field *field, struct span_of_time span, size_t from)
{
	struct builder *b = t->b;
	struct span_of_time year = year_of(b, span.last);
	struct table_column column = { .source = SOURCE_REACHED, .field = field, .period = span };
	struct text form = field->quarter_label.length > 0 ? field->quarter_label : TEXT("Q{n}");
	size_t at = from;

	for (; at < t->columns.count && !stands_before(&span, &t->columns.at[at].period); at++)
		if (is_same_span(&span, &t->columns.at[at].period))
			return;
	if (span.exactness == EXACT_QUARTER) {
		column.year = year_words(b, &year);
		column.period_words = replace_mark(b->arena, form, "{n}",
		    text_number(b->arena, quarter_of(b, span.last)));
	} else if (span.exactness == EXACT_YEAR)
		column.period_words = year_words(b, &span);
	else
		column.period_words =
		    text_format(b->arena, "%d to %d", span.first.year, span.last.year);
	(void)array_push(b->arena, &t->columns);
	memmove(&t->columns.at[at + 1], &t->columns.at[at],
	    (t->columns.count - 1 - at) * sizeof column);
	t->columns.at[at] = column;
}

static void
add_periods_of(struct record_table *t, const struct field *field, const struct value *value,
    size_t from)
{
	for (size_t i = 0; i < value->milestones.count; i++) {
		struct span_of_time span = column_span(t->b, &value->milestones.at[i].when), year;

		add_column(t, field, span, from);
		if (span.exactness != EXACT_QUARTER || field->quarter_label.length == 0)
			continue;
		year = year_of(t->b, span.last);
		for (int quarter = 1; quarter <= QUARTERS; quarter++)
			add_column(t, field, quarter_span(&year, quarter), from);
	}
}

void
add_periods(struct record_table *t, const struct field *field)
{
	size_t from = t->columns.count;

	for (size_t i = 0; i < t->run->count; i++)
		for (size_t k = 0; k < t->run->at[i]->values.count; k++) {
			const struct value *value = t->run->at[i]->values.at[k];

			if (text_equal(value->field->name, field->name) && is_by_period(value))
				add_periods_of(t, field, value, from);
		}
}

/* ---- cells ---- */

static void
build_milestone(struct builder *b, struct node *parent, const struct milestone *milestone,
    const struct table_column *column)
{
	bool is_whole =
	    milestone->when.exactness == column->period.exactness && !milestone->when.by;

	if (!is_whole)
		build_text(b, parent, TAG_SPAN, LOOK_strong,
		    text_format(b->arena, "%.*s: ", TEXT_ARGS(milestone->period)));
	build_inside(b, parent, milestone->content);
}

void
build_reached(struct record_table *t, struct node *cell, const struct record *record,
    const struct table_column *column)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!text_equal(value->field->name, column->field->name) || !is_by_period(value))
			continue;
		for (size_t k = 0; k < value->milestones.count; k++) {
			const struct milestone *milestone = &value->milestones.at[k];
			struct span_of_time span = column_span(t->b, &milestone->when);

			if (is_same_span(&span, &column->period))
				build_milestone(t->b, tree_add(t->b->tree, cell, TAG_P, LOOK_plain),
				    milestone, column);
		}
	}
}
