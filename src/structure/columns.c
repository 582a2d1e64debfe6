/* SPDX-License-Identifier: MIT */
/*
 * Which columns a table of records has: as the style lists them for that kind
 * of section, a column for each period where a field has several, and whatever
 * else the records say behind them, so that nothing given is lost.
 *
 * The first column of words is the row head.
 */
#include "structure/columns.h"

/* ---- which columns ---- */

const struct value *
column_value(const struct record *record, const struct table_column *column)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (text_equal(value->field->name, column->field->name) && value->language.length == 0 &&
		    text_equal(value->period_words, column->period_words))
			return value;
	}
	return NULL;
}

static bool
has_column(const struct table_columns *columns, const struct value *value)
{
	for (size_t i = 0; i < columns->count; i++)
		if (text_equal(columns->at[i].field->name, value->field->name) &&
		    text_equal(columns->at[i].period_words, value->period_words))
			return true;
	return false;
}

/* A column for each period that a field is given for, in the order of the source. */
static void
add_columns_of(struct record_table *t, const struct field *field)
{
	for (size_t i = 0; i < t->run->count; i++) {
		const struct values *values = &t->run->at[i]->values;

		for (size_t k = 0; k < values->count; k++) {
			const struct value *value = values->at[k];
			struct table_column *column;

			if ((field && !text_equal(value->field->name, field->name)) || has_column(&t->columns, value) ||
			    value->language.length > 0 || value->field->role == ROLE_explanation)
				continue;
			column = array_push(t->b->arena, &t->columns);
			column->field = field ? field : value->field;
			column->period_words = value->period_words;
			column->remark = value->remark;
			column->unit = value->unit_words;
		}
	}
}

static bool
is_derived(enum role role)
{
	return role == ROLE_ref || role == ROLE_variance || role == ROLE_status || role == ROLE_direction || role == ROLE_score;
}

static bool
has_derived(const struct record *record, enum role role)
{
	const struct figure *figure = record_figure(record, NULL);

	if (role == ROLE_ref)
		return record_words(record, ROLE_ref).length == 0 && ref_of(record).length > 0;
	if (role == ROLE_score)
		return record->kind == KIND_risk && record->score.valid && !decimal_is_zero(record->score);
	return figure && (role == ROLE_status || (role == ROLE_variance && figure->variance_words.length > 0) ||
	    (role == ROLE_direction && figure->direction != DIRECTION_NONE));
}

/* True where the computed thing stands in a column of its own; the stated one is then not repeated. */
static bool
add_derived(struct record_table *t, const struct field *field)
{
	for (size_t i = 0; i < t->run->count; i++)
		if (has_derived(t->run->at[i], field->role)) {
			struct table_column *column = array_push(t->b->arena, &t->columns);

			column->field = field;
			column->is_derived = true;
			return true;
		}
	return false;
}

/* A column is set as numbers when most of what it says are numbers. */
static void
set_column(struct record_table *t, struct table_column *column)
{
	size_t given = 0, numbers = 0;

	if (column->is_derived) {
		column->set = column->field->role == ROLE_variance || column->field->role == ROLE_score ? SET_NUMBER : SET_LEFT;
		return;
	}
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
	return role == ROLE_title || role == ROLE_post || role == ROLE_name || role == ROLE_text || role == ROLE_measure;
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

/* Figures of several periods keep the order that their author gave them. */
static bool
has_periods(const struct record_run *run)
{
	struct text first = TEXT("");

	for (size_t i = 0; i < run->count; i++)
		for (size_t k = 0; k < run->at[i]->values.count; k++) {
			struct text period = run->at[i]->values.at[k]->period_words;

			if (first.length > 0 && period.length > 0 && !text_equal(first, period))
				return true;
			first = period.length > 0 ? period : first;
		}
	return false;
}

void
choose_columns(struct record_table *t)
{
	const struct kind_style *style = &t->b->style->kinds[t->run->at[0]->kind];
	const struct fields *listed = &style->columns[t->section->kind];
	size_t count = listed->count;

	if (count == 0) {
		listed = &style->fields;
		count = style->listed;
	}
	if (has_periods(t->run))
		add_columns_of(t, NULL);
	for (size_t i = 0; i < count; i++) {
		const struct field *field = listed->at[i];

		if (field->role == ROLE_explanation)
			continue;
		if (!is_derived(field->role) || !add_derived(t, field))
			add_columns_of(t, field);
	}
	add_columns_of(t, NULL);
	choose_row_head(&t->columns);
	for (size_t i = 0; i < t->columns.count; i++)
		set_column(t, &t->columns.at[i]);
}

/* ---- head ---- */

static bool
names_period(const struct field *field)
{
	return text_find(field->label, TEXT("{period}"), 0) < field->label.length;
}

/* How many columns from one on stand under one period; 1 where each says its own. */
static size_t
group_width(const struct record_table *t, size_t at)
{
	const struct table_column *first = &t->columns.at[at];
	size_t next = at + 1;

	if (first->period_words.length == 0 || names_period(first->field))
		return 1;
	while (next < t->columns.count && !names_period(t->columns.at[next].field) &&
	    text_equal(t->columns.at[next].period_words, first->period_words))
		next++;
	return next - at;
}

static struct text
with_remark(struct builder *b, struct text label, struct text remark)
{
	return remark.length > 0 ? text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(label), TEXT_ARGS(remark)) : label;
}

static struct node *
add_head(struct builder *b, struct node *row, struct text words, const struct table_column *column)
{
	struct node *head = build_text(b, row, TAG_TH, LOOK_plain, words);

	head->scope = SCOPE_COLUMN;
	head->set = column->set;
	if (column->unit.length > 0) {
		tree_add(b->tree, head, TAG_BREAK, LOOK_plain);
		tree_text(b->tree, head, column->unit);
	}
	return head;
}

static void
set_up_columns(struct record_table *t)
{
	struct builder *b = t->b;
	struct column *columns = arena_array(b->arena, t->columns.count, sizeof *columns);

	t->labels = arena_array(b->arena, t->columns.count, sizeof *t->labels);
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct table_column *column = &t->columns.at[i];

		t->labels[i] = with_remark(b, label_of(b, column->field, column->period_words), column->remark);
		columns[i].set = column->set;
		columns[i].label = column->is_head;
		columns[i].keep = column->field->role == ROLE_ref || column->field->type == TYPE_DATE || column->is_derived;
	}
	t->node->columns = (int)t->columns.count;
	t->node->column = columns;
}

/* Neighbours of one period get one head over them, and the others are two rows high. */
void
build_head(struct record_table *t)
{
	struct builder *b = t->b;
	struct node *part = tree_add(b->tree, t->node, TAG_THEAD, LOOK_plain);
	struct node *upper = tree_add(b->tree, part, TAG_TR, LOOK_plain), *lower = NULL;

	set_up_columns(t);
	for (size_t i = 0, width; i < t->columns.count; i += width) {
		width = group_width(t, i);
		if (width > 1 && !lower)
			lower = tree_add(b->tree, part, TAG_TR, LOOK_plain);
	}
	for (size_t i = 0, width; i < t->columns.count; i += width) {
		const struct table_column *column = &t->columns.at[i];
		struct node *head;

		width = group_width(t, i);
		if (width == 1) {
			add_head(b, upper, t->labels[i], column)->rows = lower ? 2 : 1;
			continue;
		}
		head = build_text(b, upper, TAG_TH, LOOK_plain, column->period_words);
		head->scope = SCOPE_COLUMN_GROUP;
		head->columns = (int)width;
		for (size_t k = i; k < i + width; k++)
			add_head(b, lower, with_remark(b, label_of(b, t->columns.at[k].field, TEXT("")),
			    t->columns.at[k].remark), &t->columns.at[k]);
	}
}
