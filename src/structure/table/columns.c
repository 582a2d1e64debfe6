/* SPDX-License-Identifier: MIT */
/*
 * Which columns a table of records has: as the style lists them for that kind
 * of section, a column for each period where a field has several, and whatever
 * else the records say behind them, so that nothing given is lost. Figures of
 * several periods keep the order that their author gave them.
 *
 * The first column of words is the row head.
 */
#include "structure/table/table.h"

/* ---- what a column holds ---- */

static bool
stands_in(const struct value *value, const struct table_column *column)
{
	return text_equal(value->field->name, column->field->name) &&
	    text_equal(value->period_words, column->period_words) &&
	    text_equal(value->remark, column->remark);
}

const struct value *
column_value(const struct record *record, const struct table_column *column)
{
	for (size_t i = 0; i < record->values.count && column->source != SOURCE_REACHED; i++) {
		const struct value *value = record->values.at[i];

		if (value->language.length == 0 && stands_in(value, column))
			return value;
	}
	return NULL;
}

bool
has_column(const struct table_columns *columns, const struct value *value)
{
	for (size_t i = 0; i < columns->count; i++)
		if (stands_in(value, &columns->at[i]) ||
		    (columns->at[i].source == SOURCE_REACHED && is_by_period(value)))
			return true;
	return false;
}

/* ---- the style's list ---- */

enum section_kind
columns_kind(const struct section *section)
{
	const struct section *outer = section;

	while (outer->kind == SECTION_theme && outer->parent)
		outer = outer->parent;
	return section_rows[outer->kind].kind == KIND_measure ? outer->kind : section->kind;
}

/* The fields that the style wants as columns, in its order. */
static struct fields
listed_fields(const struct record_table *t)
{
	const struct kind_style *style = &t->b->style->kinds[t->run->at[0]->kind];
	struct fields listed = style->columns[columns_kind(t->section)];

	if (listed.count == 0) {
		listed = style->fields;
		listed.count = style->listed;
	}
	return listed;
}

static const struct field *
find_listed(const struct fields *listed, const struct field *field)
{
	for (size_t i = 0; i < listed->count; i++)
		if (text_equal(listed->at[i]->name, field->name))
			return listed->at[i];
	return NULL;
}

/* ---- adding ---- */

/* Rules that are no matter of a cell: an explanation has a row of its own. */
static bool
is_aside(const struct value *value)
{
	return value->field->role == ROLE_explanation || value->field->role == ROLE_exempt;
}

static void
add_given(struct record_table *t, const struct field *field, const struct value *value)
{
	struct table_column *column = array_push(t->b->arena, &t->columns);

	column->field = field;
	column->period_words = value->period_words;
	column->period = value->period;
	column->remark = value->remark;
	column->unit = value->unit_words;
}

static void
add_derived(struct record_table *t, const struct field *field)
{
	struct table_column *column = array_push(t->b->arena, &t->columns);

	column->source = SOURCE_DERIVED;
	column->field = field;
}

/* What a score says within its cell: its parts, where the style lists the score and not them. */
static bool
stands_in_score(const struct record_table *t, const struct fields *listed,
    const struct field *field)
{
	enum role score = score_of_part(field->role);

	if (score == ROLE_NONE || find_listed(listed, field))
		return false;
	for (size_t i = 0; i < t->columns.count; i++)
		if (t->columns.at[i].source == SOURCE_DERIVED &&
		    t->columns.at[i].field->role == score)
			return true;
	return false;
}

/*
 * A column for each period that a field is given for, in the order of the
 * source; of all fields when it is null.
 */
static void
add_columns_of(struct record_table *t, const struct fields *listed, const struct field *field)
{
	for (size_t i = 0; i < t->run->count; i++) {
		const struct values *values = &t->run->at[i]->values;

		for (size_t k = 0; k < values->count; k++) {
			const struct value *value = values->at[k];
			const struct field *own = find_listed(listed, value->field);
			bool is_own = own && (own->below.count == 0 || has_below(t->run, own));

			if ((field && !text_equal(value->field->name, field->name)) ||
			    is_aside(value) || has_column(&t->columns, value) ||
			    (!field && (stands_in_score(t, listed, value->field) ||
			                   stands_below(listed, value->field))))
				continue;
			if (is_by_period(value))
				add_periods(t, value->field);
			else
				add_given(t, is_own ? own : value->field, value);
		}
	}
}

static void
add_in_order_of_style(struct record_table *t, const struct fields *listed)
{
	for (size_t i = 0; i < listed->count; i++) {
		const struct field *field = listed->at[i];

		if (can_derive(field->role) && has_derived(t, field))
			add_derived(t, field);
		else
			add_columns_of(t, listed, field);
	}
}

/* Where the only actual stands; the count of columns where there is none or are several. */
static size_t
place_of_actual(const struct table_columns *columns)
{
	size_t place = columns->count;

	for (size_t i = 0; i < columns->count; i++) {
		if (columns->at[i].field->role != ROLE_actual)
			continue;
		if (place < columns->count)
			return columns->count;
		place = i;
	}
	return place;
}

/* Moves the last columns, from one on, to a place before them. */
static void
move_columns(struct table_columns *columns, size_t from, size_t to)
{
	for (; from < columns->count; from++, to++) {
		struct table_column moved = columns->at[from];

		memmove(&columns->at[to + 1], &columns->at[to], (from - to) * sizeof moved);
		columns->at[to] = moved;
	}
}

/* References first, then what the author gave; what comes of an actual stands behind it. */
static void
add_in_order_of_author(struct record_table *t, const struct fields *listed)
{
	size_t actual, count;

	for (size_t i = 0; i < listed->count; i++)
		if (listed->at[i]->role == ROLE_ref && has_derived(t, listed->at[i]))
			add_derived(t, listed->at[i]);
	add_columns_of(t, listed, NULL);
	actual = place_of_actual(&t->columns);
	count = t->columns.count;
	for (size_t i = 0; i < listed->count && actual < count; i++) {
		enum role role = listed->at[i]->role;

		if ((role == ROLE_variance || role == ROLE_status || role == ROLE_direction ||
		    role == ROLE_forecast_status) &&
		    has_derived(t, listed->at[i]))
			add_derived(t, listed->at[i]);
	}
	if (actual < count)
		move_columns(&t->columns, count, actual + 1);
}

/* ---- the columns that a view asks for ---- */

static void
add_asked(struct record_table *t, const struct fields *listed)
{
	const struct kind_style *style = &t->b->style->kinds[t->run->at[0]->kind];
	struct text label;

	for (size_t at = 0; text_next_item(t->view->columns, ',', &at, &label);) {
		const struct field *field =
		    kind_style_find(style, label, t->section->title_words);
		const struct field *own = field ? find_listed(listed, field) : NULL;

		if (field && can_derive(field->role) && has_derived(t, own ? own : field))
			add_derived(t, own ? own : field);
		else if (field)
			add_columns_of(t, listed, field);
	}
}

/* ---- how they are set ---- */

static bool
is_score(enum role role)
{
	return role == ROLE_score || role == ROLE_inherent_score || role == ROLE_target_score;
}

/* A column is set as numbers when most of what it says are numbers. */
static void
set_column(const struct record_table *t, struct table_column *column)
{
	size_t given = 0, numbers = 0;

	if (column->source == SOURCE_REACHED || column->is_head ||
	    (column->source == SOURCE_DERIVED && is_score(column->field->role)))
		return;
	if (column->source == SOURCE_DERIVED && column->field->role == ROLE_variance)
		column->set = SET_NUMBER;
	for (size_t i = 0; i < t->run->count; i++) {
		const struct value *value = column_value(t->run->at[i], column);

		given += value && value->plain.length > 0;
		numbers += value && value_is_number(value);
	}
	if (numbers * 2 > given)
		column->set = SET_NUMBER;
}

static bool
is_titling(enum role role)
{
	return role == ROLE_title || role == ROLE_post || role == ROLE_name || role == ROLE_text ||
	    role == ROLE_measure;
}

static void
choose_row_head(struct table_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		if (is_titling(columns->at[i].field->role)) {
			columns->at[i].is_head = true;
			return;
		}
	if (columns->count > 0)
		columns->at[0].is_head = true;
}

static bool
is_figure(const struct table_column *column)
{
	return column->source == SOURCE_GIVEN && column->period_words.length > 0 &&
	    column->field->type != TYPE_MILESTONES;
}

/* Among three or more periods, the document's own is the one to look at. */
static void
mark_current(struct record_table *t)
{
	enum { SEVERAL = 3 };
	size_t periods = 0;

	for (size_t i = 0; i < t->columns.count; i++)
		periods += is_figure(&t->columns.at[i]);
	for (size_t i = 0; i < t->columns.count && periods >= SEVERAL; i++) {
		struct table_column *column = &t->columns.at[i];

		column->is_parted = is_figure(column) && column->set == SET_NUMBER;
		column->is_current = is_figure(column) && t->b->document->period.set &&
		    span_of_time_equal(&column->period, &t->b->document->period);
	}
}

/* True when figures are given for several periods. */
static bool
has_periods(const struct record_run *run)
{
	struct text first = TEXT("");

	for (size_t i = 0; i < run->count; i++)
		for (size_t k = 0; k < run->at[i]->values.count; k++) {
			const struct value *value = run->at[i]->values.at[k];

			if (value->period_words.length == 0 || is_by_period(value))
				continue;
			if (first.length > 0 && !text_equal(first, value->period_words))
				return true;
			first = value->period_words;
		}
	return false;
}

void
choose_columns(struct record_table *t)
{
	struct fields listed = listed_fields(t);

	if (t->view && t->view->columns.length > 0)
		add_asked(t, &listed);
	t->is_asked = t->columns.count > 0;
	if (t->columns.count == 0) {
		if (has_periods(t->run))
			add_in_order_of_author(t, &listed);
		else
			add_in_order_of_style(t, &listed);
		add_columns_of(t, &listed, NULL);
	}
	choose_row_head(&t->columns);
	for (size_t i = 0; i < t->columns.count; i++)
		set_column(t, &t->columns.at[i]);
	mark_current(t);
}
