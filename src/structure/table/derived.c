/* SPDX-License-Identifier: MIT */
/*
 * Columns of what was computed: reference, variance, status, direction, score,
 * and in views the figures of the period that they are about. What an author
 * stated was compared with it; it stands where nothing could be computed.
 */
#include "structure/table/table.h"

bool
can_derive(enum role role)
{
	switch (role) {
	case ROLE_ref: case ROLE_variance: case ROLE_status: case ROLE_direction: case ROLE_score:
	case ROLE_inherent_score: case ROLE_target_score: case ROLE_forecast_status:
	case ROLE_forecast: case ROLE_target: case ROLE_actual: case ROLE_service:
		return true;
	default:
		return false;
	}
}

/* ---- which figures ---- */

static const struct value *
given_figure(const struct record *record, enum role role)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->role == role && value->language.length == 0 && value->content)
			return value;
	}
	return NULL;
}

static const struct span_of_time *
period_of(const struct record *record, const struct value *value)
{
	const struct value *period =
	    record->kind == KIND_result ? record_value(record, ROLE_period) : NULL;

	if (value->period_words.length == 0 && period && period->when.set)
		return &period->when;
	return value->period.set ? &value->period : &record->document->period;
}

const struct figure *
row_figure(const struct record_table *t, const struct record *record)
{
	const struct value *value = given_figure(record, ROLE_actual);

	if (t->view)
		return shown_figure(record, &t->view->when);
	if (!value)
		value = given_figure(record, ROLE_target);
	return value ? record_figure(record, period_of(record, value))
	             : record_figure(record, NULL);
}

/* ---- whether a column is wanted ---- */

/* Results are judged where there are results: a table of targets alone has no status. */
static bool
holds_results(const struct record_table *t)
{
	for (size_t i = 0; i < t->run->count; i++)
		if (given_figure(t->run->at[i], ROLE_actual) ||
		    (t->view && row_figure(t, t->run->at[i])))
			return true;
	return false;
}

static bool
says(const struct record_table *t, const struct record *record, enum role role)
{
	const struct figure *figure = row_figure(t, record);

	switch (role) {
	case ROLE_ref:
		return record_words(record, ROLE_ref).length == 0 && ref_of(record).length > 0;
	case ROLE_score: case ROLE_inherent_score: case ROLE_target_score:
		return rating_for(record, role) != NULL;
	case ROLE_service:	return t->view && record->document != t->b->document;
	case ROLE_target:
		return figure && figure->target && (t->view || record->kind == KIND_result);
	case ROLE_actual:
		return figure && figure->actual && (t->view || (record->kind == KIND_result &&
		    record_words(record, ROLE_actual).length == 0));
	case ROLE_forecast:	return figure && figure->forecast && t->view;
	case ROLE_forecast_status:
		return figure && figure->forecast_words.length > 0;
	case ROLE_variance:	return figure && figure->variance_words.length > 0;
	case ROLE_status:	return figure && figure->status_words.length > 0;
	case ROLE_direction:	return figure && figure->direction != DIRECTION_NONE;
	default:		return false;
	}
}

bool
has_derived(const struct record_table *t, const struct field *field)
{
	enum role role = field->role;

	if ((role == ROLE_variance || role == ROLE_status || role == ROLE_direction) &&
	    !holds_results(t))
		return false;
	for (size_t i = 0; i < t->run->count; i++)
		if (says(t, t->run->at[i], role))
			return true;
	return false;
}

bool
has_derived_column(const struct record_table *t, enum role role)
{
	for (size_t i = 0; i < t->columns.count; i++)
		if (t->columns.at[i].source == SOURCE_DERIVED &&
		    t->columns.at[i].field->role == role)
			return true;
	return false;
}

/* ---- cells ---- */

static void
build_figure_value(struct builder *b, struct node *cell, const struct value *value)
{
	if (value)
		build_value(b, cell, value);
}

static void
build_service(struct builder *b, struct node *cell, const struct document *document)
{
	struct text service = document_words(document, "service");

	tree_text(b->tree, cell, service.length > 0 ? service : document->title);
}

/* True when the impact or likelihood of a score has a column of its own. */
static bool
has_parts(const struct record_table *t, enum role score)
{
	for (size_t i = 0; i < t->columns.count; i++)
		if (score_of_part(t->columns.at[i].field->role) == score)
			return true;
	return false;
}

/* What was computed; false where there is nothing. */
static bool
build_computed(struct record_table *t, struct node *cell, const struct record *record,
    enum role role)
{
	const struct figure *figure = row_figure(t, record);
	struct builder *b = t->b;

	if (!says(t, record, role))
		return false;
	switch (role) {
	case ROLE_ref:		tree_text(b->tree, cell, ref_of(record)); break;
	case ROLE_score: case ROLE_inherent_score: case ROLE_target_score:
		build_score(b, cell, record, role, !has_parts(t, role));
		break;
	case ROLE_service:	build_service(b, cell, record->document); break;
	case ROLE_target:	build_figure_value(b, cell, figure->target); break;
	case ROLE_actual:	build_figure_value(b, cell, figure->actual); break;
	case ROLE_forecast:	build_figure_value(b, cell, figure->forecast); break;
	case ROLE_forecast_status: build_forecast_status(b, cell, figure); break;
	case ROLE_variance:	tree_text(b->tree, cell, figure->variance_words); break;
	case ROLE_status:	build_status(b, cell, figure); break;
	case ROLE_direction:	build_direction(b, cell, figure); break;
	default:		break;
	}
	return true;
}

void
build_derived(struct record_table *t, struct node *cell, const struct record *record,
    const struct table_column *column)
{
	const struct value *stated = column_value(record, column);
	enum role role = column->field->role;

	if (stated &&
	    (role == ROLE_ref || role == ROLE_service || role == ROLE_target ||
	        role == ROLE_actual || role == ROLE_forecast) &&
	    !t->view)
		build_value(t->b, cell, stated);
	else if (!build_computed(t, cell, record, role) && stated)
		build_value(t->b, cell, stated);
}
