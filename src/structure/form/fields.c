/* SPDX-License-Identifier: MIT */
/*
 * The fields of a record as pairs, in the order of the style or in the shape
 * that it gives the form; what the record says beyond the style's list comes
 * last. A field that the style joins to another stands in that one's value.
 */
#include "structure/form/form.h"

bool
is_shaped(const struct form_rows *shape, const struct field *field)
{
	for (size_t i = 0; i < shape->count; i++)
		for (int k = 0; k < 2; k++)
			if (name_equal(shape->at[i].fields[k], field->name))
				return true;
	return false;
}

/*
 * What stands elsewhere: the heading says the title, unless the style has a
 * name of its own for it ("Expected result"), or names it in its form.
 */
static bool
is_elsewhere(const struct builder *b, const struct record *record, const struct field *field)
{
	const struct form_rows *shape = &b->style->kinds[record->kind].shape;

	if (field->role == ROLE_ref)
		return ref_of(record).length > 0;
	if (field->role == ROLE_exempt ||
	    (field->role == ROLE_milestones && has_milestone_table(b, record)))
		return true;
	if (field->role == ROLE_title && shape->count > 0)
		return !is_shaped(shape, field);
	return field->role == ROLE_title && (text_is(field->label, "Title") ||
	    text_equal(field->label, kind_phrase(b, "kind", kind_rows[record->kind].name)));
}

bool
is_translation(const struct value *value, const struct value *of)
{
	return value->language.length > 0 && value->content &&
	    text_equal(value->field->name, of->field->name) &&
	    text_equal(value->period_words, of->period_words) &&
	    text_equal(value->remark, of->remark);
}

void
build_translations(struct builder *b, struct node *cell, const struct record *record,
    const struct value *of)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		struct node *words;

		if (value == of || !is_translation(value, of))
			continue;
		words = tree_add(b->tree, cell, TAG_DIV, LOOK_plain);
		words->language = value->language;
		build_value(b, words, value);
	}
}

bool
has_translations(const struct record *record, const struct value *of)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i] != of && is_translation(record->values.at[i], of))
			return true;
	return false;
}

/* A value in all its languages; in one alone its words stand in the cell by themselves. */
static void
build_words(struct builder *b, struct node *cell, const struct record *record,
    const struct value *value)
{
	const struct rating *rating = rating_for(record, value->field->role);
	struct node *words = cell;

	if (has_translations(record, value))
		words = tree_add(b->tree, cell, TAG_DIV, LOOK_plain);
	if (rating)
		build_score(b, words, record, value->field->role, true);
	else if (is_host(b, record, value))
		build_host(b, words, record, value);
	else
		build_value(b, words, value);
	if (words != cell)
		build_translations(b, cell, record, value);
}

static void
add_field(struct builder *b, struct pairs *pairs, const struct record *record,
    const struct field *field, const struct value *value)
{
	enum empty empty = b->style->kinds[record->kind].empty;
	struct text label = label_of(b, field, value ? value->period_words : TEXT(""));
	struct node *cell;

	if (value && value->remark.length > 0)
		label = text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(label),
		    TEXT_ARGS(value->remark));
	cell = add_pair(b, pairs, label);
	cell->parent->from = value ? &value->at : NULL;
	if (value && value->content) {
		build_words(b, cell, record, value);
		cell->language = value->language;
	} else if (empty == EMPTY_DASH)
		tree_text(b->tree, cell, TEXT("–"));
}

/* True for a translation whose original stands in the record too: it is said there. */
static bool
stands_with_original(const struct record *record, const struct value *value)
{
	for (size_t i = 0; i < record->values.count && value->language.length > 0; i++)
		if (record->values.at[i]->language.length == 0 &&
		    is_translation(value, record->values.at[i]))
			return true;
	return false;
}

static bool
is_listed(const struct kind_style *style, const struct value *value)
{
	for (size_t i = 0; i < style->listed; i++)
		if (text_equal(style->fields.at[i]->name, value->field->name))
			return true;
	return false;
}

/* One field: a pair for each of its values, or an empty one where the style shows those. */
static void
build_field(struct builder *b, struct pairs *pairs, const struct record *record,
    const struct field *field)
{
	const struct kind_style *style = &b->style->kinds[record->kind];
	const struct rating *rating = rating_for(record, field->role);
	bool found = false;

	if (is_joined(b, record, field))
		return;
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!text_equal(value->field->name, field->name) ||
		    stands_with_original(record, value))
			continue;
		if (value->content || style->empty != EMPTY_OMIT)
			add_field(b, pairs, record, field, value);
		found = true;
	}
	if (!found && rating)
		build_score(b, add_pair(b, pairs, label_of(b, field, TEXT(""))), record,
		    field->role, true);
	else if (!found && field->required && style->empty != EMPTY_OMIT)
		add_field(b, pairs, record, field, NULL);
}

/* ---- the shape that the style gives a form ---- */

/* How many pairs a field makes. */
static int
count_pairs(const struct builder *b, const struct record *record, const struct field *field)
{
	const struct kind_style *style = &b->style->kinds[record->kind];
	bool found = false;
	int count = 0;

	if (is_joined(b, record, field))
		return 0;
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!text_equal(value->field->name, field->name) ||
		    stands_with_original(record, value))
			continue;
		found = true;
		count += value->content || style->empty != EMPTY_OMIT;
	}
	if (found)
		return count;
	return rating_for(record, field->role) ||
	    (field->required && style->empty != EMPTY_OMIT);
}

/* A field of the shape, or null where it is not to be printed here. */
static const struct field *
shaped_field(const struct builder *b, const struct record *record, struct text name)
{
	const struct kind_style *style = &b->style->kinds[record->kind];

	for (size_t i = 0; i < style->listed; i++)
		if (name_equal(style->fields.at[i]->name, name) &&
		    !is_elsewhere(b, record, style->fields.at[i]))
			return style->fields.at[i];
	return NULL;
}

/*
 * One row of the shape; false where nothing of it is said. Two stand side by
 * side where each makes one pair.
 */
static bool
build_form_row(struct builder *b, struct pairs *pairs, const struct record *record,
    const struct form_row *row, struct text head)
{
	const struct field *fields[2] = { shaped_field(b, record, row->fields[0]),
		shaped_field(b, record, row->fields[1]) };
	int counts[2];

	for (int k = 0; k < 2; k++)
		counts[k] = fields[k] ? count_pairs(b, record, fields[k]) : 0;
	if (counts[0] + counts[1] == 0)
		return false;
	if (head.length > 0)
		add_pairs_head(b, pairs, head);
	pairs->beside = counts[0] == 1 && counts[1] == 1 ? 2 : 1;
	for (int k = 0; k < 2; k++)
		if (counts[k] > 0)
			build_field(b, pairs, record, fields[k]);
	pairs->beside = 1;
	return true;
}

/* A head stands where something follows it. */
static void
build_shape(struct builder *b, struct pairs *pairs, const struct record *record)
{
	const struct form_rows *shape = &b->style->kinds[record->kind].shape;
	struct text head = TEXT("");

	if (shape->count > 0)
		widen_pairs(b, pairs);
	for (size_t i = 0; i < shape->count; i++) {
		if (shape->at[i].head.length > 0)
			head = shape->at[i].head;
		else if (build_form_row(b, pairs, record, &shape->at[i], head))
			head = TEXT("");
	}
}

void
build_fields(struct builder *b, struct pairs *pairs, const struct record *record)
{
	const struct kind_style *style = &b->style->kinds[record->kind];

	build_shape(b, pairs, record);
	for (size_t i = 0; i < style->listed; i++)
		if (!is_elsewhere(b, record, style->fields.at[i]) &&
		    !is_shaped(&style->shape, style->fields.at[i]))
			build_field(b, pairs, record, style->fields.at[i]);
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!is_listed(style, value) && !is_elsewhere(b, record, value->field) &&
		    value->content && !stands_with_original(record, value) &&
		    !is_joined(b, record, value->field))
			add_field(b, pairs, record, value->field, value);
	}
}
