/* SPDX-License-Identifier: MIT */
/*
 * The cells of a table of records: the words of a value as its author wrote
 * them, in every language in which they were given; what was computed; names
 * that lead to the record that they stand for.
 */
#include <string.h>

#include "structure/table/table.h"

/* ---- actuals ---- */

/* Up to the figure of a variance: " +14%"; 0 where none begins there. */
static size_t
sign_length(struct text rest)
{
	static const char *const signs[] = { " +", " -", " −" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (text_begins(rest, signs[i]))
			return strlen(signs[i]);
	return 0;
}

/* Where a stated variance begins that stands behind a value: " +14%", " variance +14%". */
static size_t
stated_at(struct text words)
{
	static const char word[] = " variance";

	for (size_t i = words.length; i-- > 0;) {
		struct text rest = text_from(words, i);
		size_t sign = sign_length(rest);

		if (sign > 0 && sign < rest.length && is_digit(rest.s[sign]))
			return i - (text_ends(text_slice(words, 0, i), word) ? strlen(word) : 0);
	}
	return words.length;
}

/*
 * The actual alone, where the computed variance has a column: the stated one
 * was compared with it.
 */
static void
build_actual(struct record_table *t, struct node *cell, const struct record *record,
    const struct value *value)
{
	const struct figure *figure = row_figure(t, record);
	const struct block *paragraph = only_paragraph(value->content);

	if (!value->stated.set || !figure || figure->variance_words.length == 0 ||
	    !has_derived_column(t, ROLE_variance) || !paragraph) {
		build_value(t->b, cell, value);
		return;
	}
	for (const struct span *span = paragraph->spans; span; span = span->next) {
		struct span one = *span;

		one.next = NULL;
		if (one.kind == SPAN_TEXT)
			one.words = text_slice(one.words, 0, stated_at(one.words));
		build_spans(t->b, cell, &one);
	}
}

/* ---- what another column says, or says at length ---- */

/*
 * True for a word in place of a figure that the status says too: suppressed,
 * not yet due, no target. A house's own word for it says more, and stands.
 */
static bool
is_said_by_status(const struct record_table *t, const struct record *record,
    const struct value *value)
{
	const struct figure *figure = row_figure(t, record);
	bool is_figure = value->field->role == ROLE_actual || value->field->role == ROLE_target;

	if (!is_figure || !figure || value->state < STATE_NOT_DUE || value->amount.set ||
	    figure->reason != value->state ||
	    !(name_equal(value->plain, text_of(state_names[value->state])) ||
	        name_equal(value->plain, figure->status_words)))
		return false;
	return has_derived_column(t, ROLE_status);
}

/* A date that is written out, where its column wants short ones. */
static bool
is_written_out(const struct record_table *t, const struct table_column *column,
    const struct value *value)
{
	return column->field->is_short && value->when.set && !value->when.open &&
	    value->when.exactness == EXACT_DAY &&
	    text_equal(value->plain, date_words(t->b->arena, value->when.last));
}

/* ---- names ---- */

/*
 * The name of a row that adds figures to a measure leads to that measure; its
 * id prints the measure's title.
 */
static void
build_title(struct builder *b, struct node *cell, const struct record *record,
    const struct value *value)
{
	const struct block *paragraph = value->content;
	bool links_itself = paragraph && paragraph->spans && paragraph->spans->kind == SPAN_LINK;
	bool leads = (record->joins || record->document != b->document) && !links_itself;

	note_shown(b, record);
	if (record->joins && !links_itself && name_equal(value->plain, record->joins->id)) {
		tree_text(b->tree, build_record_link(b, cell, record), record->joins->title);
		build_note_marks(b, cell, value);
		return;
	}
	if (leads)
		cell = build_record_link(b, cell, record);
	build_value(b, cell, value);
}

/* ---- what a value says ---- */

/*
 * What a record says in a column; where it is not said in the document's
 * language, in whichever it is.
 */
static const struct value *
value_in_any(const struct record *record, const struct table_column *column)
{
	const struct value *value = column_value(record, column);

	for (size_t i = 0; !value && i < record->values.count; i++) {
		const struct value *other = record->values.at[i];

		if (other->content && text_equal(other->field->name, column->field->name) &&
		    text_equal(other->period_words, column->period_words) &&
		    text_equal(other->remark, column->remark))
			value = other;
	}
	return value;
}

static void
build_words(struct record_table *t, struct node *parent, const struct record *record,
    const struct table_column *column, const struct value *value)
{
	if (record->kind == KIND_contract && is_due_review(t->b, value))
		parent = tree_add(t->b->tree, parent, TAG_SPAN, LOOK_strong);
	if (is_said_by_status(t, record, value)) {
		tree_text(t->b->tree, parent, TEXT("–"));
		build_note_marks(t->b, parent, value);
	} else if (is_written_out(t, column, value)) {
		tree_text(t->b->tree, parent, date_short_words(t->b->arena, value->when.last));
		build_note_marks(t->b, parent, value);
	} else if (column->is_head)
		build_title(t->b, parent, record, value);
	else if (value->field->role == ROLE_actual)
		build_actual(t, parent, record, value);
	else if (value->field->type == TYPE_LINKS && value->links.count > 0)
		build_links_in_line(t->b, parent, value);
	else if (!build_treatment_names(t, parent, value))
		build_value(t->b, parent, value);
}

static void
build_given(struct record_table *t, struct node *cell, const struct record *record,
    const struct table_column *column)
{
	const struct value *value = value_in_any(record, column);

	if (!value)
		return;
	if (is_stacked(column) && !has_translations(record, value)) {
		struct node *line = tree_add(t->b->tree, cell, TAG_P, LOOK_plain), *first = line;

		if (column->is_head)
			first = tree_add(t->b->tree, line, TAG_SPAN, LOOK_strong);

		cell->language = value->language;
		build_words(t, first, record, column, value);
		part_first_line(t, cell, first);
		return;
	}
	if (!has_translations(record, value)) {
		cell->language = value->language;
		build_words(t, cell, record, column, value);
		return;
	}
	build_words(t, tree_add(t->b->tree, cell, TAG_DIV, LOOK_plain), record, column, value);
	build_translations(t->b, cell, record, value);
}

/*
 * The only actual of a table stands out; among several, the figures of the
 * document's own year do.
 */
static enum look
cell_look(const struct record_table *t, const struct table_column *column)
{
	size_t actuals = 0;

	if (column->field->role == ROLE_ref)
		return LOOK_cell_ref;
	if (column->is_current)
		return LOOK_cell_current;
	if (column->field->strong)
		return LOOK_cell_actual;
	for (size_t i = 0; i < t->columns.count; i++)
		actuals += t->columns.at[i].field->role == ROLE_actual;
	return column->field->role == ROLE_actual && actuals == 1 ? LOOK_cell_actual : LOOK_plain;
}

/* Where a figure could stand and none does, a dash says so. */
static bool
wants_dash(const struct table_column *column)
{
	return column->set == SET_NUMBER ||
	    (column->source == SOURCE_DERIVED && column->field->role == ROLE_direction);
}

struct node *
add_column_cell(struct record_table *t, struct node *row, size_t place, enum look look)
{
	const struct table_column *column = &t->columns.at[place];
	struct node *cell = tree_add(t->b->tree, row, column->is_head ? TAG_TH : TAG_TD, look);

	cell->scope = column->is_head ? SCOPE_ROW : SCOPE_NONE;
	cell->set = column->set;
	cell->label = column->is_head ? TEXT("") : t->labels[place];
	return cell;
}

void
build_cell(struct record_table *t, struct node *row, const struct record *record, size_t place)
{
	const struct table_column *column = &t->columns.at[place];
	struct node *cell = add_column_cell(t, row, place, cell_look(t, column));

	if (column->source == SOURCE_DERIVED)
		build_derived(t, cell, record, column);
	else if (column->source == SOURCE_REACHED)
		build_reached(t, cell, record, column);
	else
		build_given(t, cell, record, column);
	if (is_stacked(column) && !t->is_asked)
		build_below(t, cell, record, column);
	if (!cell->first && wants_dash(column))
		tree_text(t->b->tree, cell, TEXT("–"));
}
