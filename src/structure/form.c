/* SPDX-License-Identifier: MIT */
/*
 * A record as a form: its name, then label and value one below the other, in
 * the order of the style; what the record says beyond the style's list comes
 * last, and its prose after that.
 */
#include "structure/chapters/chapters.h"
#include "structure/records.h"

static struct text
head_words(const struct builder *b, const struct record *record)
{
	struct text head = b->style->kinds[record->kind].head;

	if (head.length == 0)
		return record->title;
	head = replace_mark(b->arena, head, "{title}", record->title);
	head = replace_mark(b->arena, head, "{theme}", record->theme ? record->theme->title_words : TEXT(""));
	head = replace_mark(b->arena, head, "{ref}", ref_of(record));
	return replace_mark(b->arena, head, "{section}", b->section ? b->section->title_words : TEXT(""));
}

static void
build_kicker(struct builder *b, struct node *sect, const struct record *record)
{
	struct text kind = kind_phrase(b, "kind", kind_rows[record->kind].name);
	struct node *kicker = tree_add(b->tree, sect, TAG_P, LOOK_kicker);

	tree_text(b->tree, kicker, kind);
	if (record->theme)
		tree_text(b->tree, kicker, text_format(b->arena, " · %.*s", TEXT_ARGS(record->theme->title_words)));
}

static void
build_form_head(struct builder *b, struct node *sect, const struct section *section, const struct record *record)
{
	struct node *heading = tree_add(b->tree, sect, TAG_H, LOOK_form_title);
	const struct value *title = record_value(record, ROLE_title);
	struct text id = ref_of(record);

	heading->level = section->level < 6 ? section->level + 1 : 6;
	heading->from = &record->at;
	if (b->style->kinds[record->kind].head.length == 0 && title && title->content)
		build_inside(b, heading, title->content);
	else
		tree_text(b->tree, heading, head_words(b, record));
	if (id.length > 0) {
		tree_text(b->tree, heading, TEXT(" "));
		build_text(b, heading, TAG_SPAN, LOOK_form_id, id);
	}
}

/* The heading says the title already, unless the style has a name of its own for it ("Expected result"). */
static bool
is_in_heading(const struct builder *b, const struct record *record, const struct field *field)
{
	if (field->role == ROLE_ref)
		return true;
	return field->role == ROLE_title && (text_is(field->label, "Title") ||
	    text_equal(field->label, kind_phrase(b, "kind", kind_rows[record->kind].name)));
}

static void
build_form_row(struct builder *b, struct node *body, const struct field *field, const struct value *value, enum empty empty)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain);
	struct node *head = tree_add(b->tree, row, TAG_TH, LOOK_plain), *cell;
	struct text label = label_of(b, field, value ? value->period_words : TEXT(""));

	if (value && value->remark.length > 0)
		label = text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(label), TEXT_ARGS(value->remark));
	row->from = value ? &value->at : NULL;
	head->scope = SCOPE_ROW;
	tree_text(b->tree, head, label);
	cell = tree_add(b->tree, row, TAG_TD, LOOK_plain);
	if (value && value->content)
		build_value(b, cell, value);
	else if (empty == EMPTY_DASH)
		tree_text(b->tree, cell, TEXT("–"));
}

static bool
is_listed(const struct kind_style *style, const struct value *value)
{
	for (size_t i = 0; i < style->listed; i++)
		if (text_equal(style->fields.at[i]->name, value->field->name))
			return true;
	return false;
}

/* One field: a row for each of its values, or an empty one where the style shows those. */
static void
build_field(struct builder *b, struct node *body, const struct record *record, const struct field *field)
{
	const struct kind_style *style = &b->style->kinds[record->kind];
	bool found = false;

	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!text_equal(value->field->name, field->name))
			continue;
		if (value->content || style->empty != EMPTY_OMIT)
			build_form_row(b, body, field, value, style->empty);
		found = true;
	}
	if (!found && field->required && style->empty != EMPTY_OMIT)
		build_form_row(b, body, field, NULL, style->empty);
}

static void
build_fields(struct builder *b, struct node *table, const struct record *record)
{
	const struct kind_style *style = &b->style->kinds[record->kind];
	struct node *body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain);
	size_t due = notes_due(b);

	for (size_t i = 0; i < style->listed; i++)
		if (!is_in_heading(b, record, style->fields.at[i]))
			build_field(b, body, record, style->fields.at[i]);
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (!is_listed(style, value) && !is_in_heading(b, record, value->field) && value->content)
			build_form_row(b, body, value->field, value, style->empty);
	}
	build_notes_row(b, body, 2, due);
}

/* False for a record that says nothing but its name. */
static bool
has_fields(const struct builder *b, const struct record *record)
{
	bool shows_empty = b->style->kinds[record->kind].empty != EMPTY_OMIT;

	for (size_t i = 0; i < record->values.count; i++)
		if (!is_in_heading(b, record, record->values.at[i]->field) &&
		    (record->values.at[i]->content || shows_empty))
			return true;
	return false;
}

static struct node *
form_table(struct builder *b, struct node *sect)
{
	struct node *table = tree_add(b->tree, sect, TAG_TABLE, LOOK_form_table);
	struct column *columns = arena_array(b->arena, 2, sizeof *columns);

	columns[0].label = true;
	table->columns = 2;
	table->column = columns;
	return table;
}

void
build_form(struct builder *b, struct node *parent, const struct section *section, const struct record *record)
{
	struct node *sect = tree_add(b->tree, parent, TAG_SECT, LOOK_form);
	size_t due = notes_due(b);

	if (record->document == b->document && !tree_find(b->tree, record->id))
		tree_name(b->tree, sect, record->id);
	note_shown(b, record);
	build_kicker(b, sect, record);
	build_form_head(b, sect, section, record);
	if (has_fields(b, record))
		build_fields(b, form_table(b, sect), record);
	build_blocks(b, sect, record->prose);
	place_notes(b, sect, due);
}

/* A section that is itself one record: its fields below its heading. */
void
build_document_status(struct builder *b, struct node *sect, const struct section *section)
{
	if (section->itself && has_fields(b, section->itself))
		build_fields(b, form_table(b, sect), section->itself);
	build_content(b, sect, section);
}
