/* SPDX-License-Identifier: MIT */
/*
 * Records and their values, the same from Markdown, XML and CSV.
 */
#include "read/build.h"

#include <assert.h>

#include "model/messages.h"
#include "read/include.h"

/* ---- fields ---- */

const struct field *
field_of_role(const struct reading *reading, enum record_kind kind, enum role role)
{
	const struct fields *fields = &reading->style->kinds[kind].fields;

	for (size_t i = 0; i < fields->count; i++)
		if (fields->at[i]->role == role)
			return fields->at[i];
	return role == ROLE_exempt ? field_exempt() : NULL;
}

const struct field *
field_of_house(const struct reading *reading, enum record_kind kind, struct text name)
{
	const struct fields *fields = &reading->style->kinds[kind].fields;

	for (size_t i = 0; i < fields->count; i++)
		if (fields->at[i]->role == ROLE_NONE && name_equal(fields->at[i]->name, name))
			return fields->at[i];
	return NULL;
}

enum role
title_role(enum record_kind kind)
{
	const struct kind_row *row = &kind_rows[kind];

	if (kind_field(kind, ROLE_title))
		return ROLE_title;
	for (size_t i = 0; i < row->count; i++)
		if (row->fields[i].required)
			return row->fields[i].role;
	return ROLE_NONE;
}

/* ---- records ---- */

static struct section *
theme_of(struct section *section)
{
	while (section && section->kind != SECTION_theme)
		section = section->parent;
	return section;
}

static struct record *
make_record(const struct reading *reading, struct section *section, enum record_kind kind,
    struct place at)
{
	struct record *record = ARENA_NEW(reading->arena, struct record);

	record->kind = kind;
	record->at = at;
	record->document = reading->document;
	record->section = section;
	record->theme = theme_of(section);
	return record;
}

struct record *
record_new(const struct reading *reading, struct section *section, enum record_kind kind,
    struct place at, struct block ***end)
{
	struct record *record = make_record(reading, section, kind, at);

	record->form = section->form;
	block_add(reading->arena, end, BLOCK_RECORD, at)->record = record;
	return record;
}

/* Themes of one title in a document are one theme: the record of the first, or null. */
static struct record *
theme_before(const struct reading *reading, const struct section *section)
{
	return section->kind == SECTION_theme && reading->themes ?
	    map_find(reading->themes, text_fold(reading->arena, section->title_words)) : NULL;
}

struct record *
section_itself(const struct reading *reading, struct section *section)
{
	enum record_kind kind =
	    section->kind == SECTION_theme ? KIND_theme : section_rows[section->kind].kind;

	if (section->itself)
		return section->itself;
	section->itself = theme_before(reading, section);
	if (section->itself) {
		if (section->itself->values.count == 0)
			section->itself->section = section;
		return section->itself;
	}
	section->itself = make_record(reading, section, kind, section->at);
	section->itself->theme = NULL;
	section->itself->title = section->title_words;
	if (section->kind == SECTION_theme && reading->themes)
		map_set(reading->themes, text_fold(reading->arena, section->title_words),
		    section->itself);
	return section->itself;
}

static bool
set_form(const struct reading *reading, struct record *record, struct text words, struct place at)
{
	for (int form = FORM_FIELDS; form <= FORM_LIST; form++)
		if (text_is(words, form_names[form])) {
			record->form = form;
			return true;
		}
	report(reading->diag, at, bad_attribute, words, TEXT("form"),
	    TEXT("write fields, rows or list"));
	return true;
}

static bool
set_number(const struct reading *reading, int *number, int most, const char *is_no,
    struct text words, struct place at)
{
	struct decimal said = decimal_parse(words);

	if (said.valid && said.scale == 0 && said.units >= 0 && said.units <= most)
		*number = (int)said.units;
	else
		report(reading->diag, at, bad_attribute, words, text_of(is_no),
		    text_format(reading->arena, "write a number up to %d", most));
	return true;
}

bool
record_set(const struct reading *reading, struct record *record, struct text name,
    struct text words, struct place at)
{
	int attribute = attribute_find(WHOSE_RECORD, name);

	switch (attribute) {
	case -1:
		return false;
	case ATTRIBUTE_id:
		record->id_given = take_id(reading, words, at, &record->id);
		return true;
	case ATTRIBUTE_form:
		return set_form(reading, record, words, at);
	case ATTRIBUTE_depth:
		return set_number(reading, &record->depth, 16, "depth", words, at);
	case ATTRIBUTE_item:
		return set_number(reading, &record->item, 999, "number of an item", words, at);
	case ATTRIBUTE_total:
		record->total = text_is(words, "yes");
		return true;
	default:
		return set_exemption(&record->exemption, attribute, words, at);
	}
}

void
record_set_title(const struct reading *reading, struct record *record, struct span *spans,
    struct place at)
{
	const struct field *field = field_of_role(reading, record->kind, title_role(record->kind));
	struct value *value;
	struct block **end;

	if (!field || !spans)
		return;
	value = value_new(reading, record, field, at);
	end = &value->content;
	block_add(reading->arena, &end, BLOCK_PARAGRAPH, at)->spans = spans;
	value_done(reading, record, value);
}

static void
remove_value(struct record *record, size_t index)
{
	record->values.count--;
	for (size_t i = index; i < record->values.count; i++)
		record->values.at[i] = record->values.at[i + 1];
}

/* The fields "Id" and "Exempt" rule the record, and are no part of what it says. */
static void
take_ruling_fields(const struct reading *reading, struct record *record)
{
	for (size_t i = 0; i < record->values.count;) {
		const struct value *value = record->values.at[i];

		if (field_is_id(value->field) && value->plain.length > 0)
			record->id_given = take_id(reading, value->plain, value->at, &record->id);
		else if (value->field->role == ROLE_exempt && value->plain.length > 0)
			set_exempt(&record->exemption, value->plain, value->at);
		if (field_is_id(value->field) || value->field->role == ROLE_exempt)
			remove_value(record, i);
		else
			i++;
	}
}

/* The council's own reference is an id, when it can be one. */
static void
take_reference(const struct reading *reading, struct record *record)
{
	struct text ref = record_words(record, ROLE_ref);

	if (record->id_given || ref.length == 0)
		return;
	if (!id_is_valid(ref))
		ref = text_slug(reading->arena, ref);
	record->id_given = ref.length > 0;
	record->id = ref;
}

/*
 * What is said under the heading of a record whose text is a field is that
 * field: of an implication, a recommendation.
 */
static void
take_prose(const struct reading *reading, struct record *record)
{
	const struct field_row *row = kind_field(record->kind, ROLE_text);
	struct value *value;

	if (!row || row->type != TYPE_TEXT || !record->prose || record_value(record, ROLE_text))
		return;
	value = value_new(reading, record, field_of_role(reading, record->kind, ROLE_text),
	    record->prose->at);
	value->content = record->prose;
	record->prose = NULL;
	value_done(reading, record, value);
}

void
record_done(const struct reading *reading, struct record *record)
{
	enum role role = title_role(record->kind);

	take_prose(reading, record);
	take_ruling_fields(reading, record);
	take_reference(reading, record);
	if (role != ROLE_NONE && !record->title.length)
		record->title = record_words(record, role);
}

/* Does a record of this kind need more than its title? */
static bool
needs_fields(const struct reading *reading, enum record_kind kind)
{
	const struct fields *fields = &reading->style->kinds[kind].fields;

	for (size_t i = 0; i < fields->count; i++)
		if (fields->at[i]->required && fields->at[i]->role != title_role(kind))
			return true;
	return false;
}

void
record_close(const struct reading *reading, const struct record *record)
{
	if (record->form == FORM_FIELDS && record->values.count <= 1 &&
	    holds_nothing(record->prose) && needs_fields(reading, record->kind))
		report(reading->diag, record->at, empty_record,
		    kind_word(record->kind), record->title);
}

/* ---- values ---- */

struct value *
value_new(const struct reading *reading, struct record *record, const struct field *field,
    struct place label_at)
{
	struct value *value = ARENA_NEW(reading->arena, struct value);

	assert(field);
	value->field = field;
	value->at = value->label_at = label_at;
	*array_push(reading->arena, &record->values) = value;
	return value;
}

void
value_take_head(struct value *value, const struct value *head)
{
	value->label = head->label;
	value->remark = head->remark;
	value->period_words = head->period_words;
	value->period = head->period;
	value->language = head->language;
	value->unit_words = head->unit_words;
}

static bool
is_again(const struct value *a, const struct value *b)
{
	return a->field == b->field && text_equal(a->language, b->language) &&
	    text_equal(a->remark, b->remark) && text_equal(a->period_words, b->period_words);
}

static const struct value *
find_again(const struct record *record, const struct value *value)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i] != value && is_again(record->values.at[i], value))
			return record->values.at[i];
	return NULL;
}

/*
 * Fields are compared with each other all the way to the page, so there must be
 * an end of them. True for one beyond it, which the record need not keep.
 */
static bool
refuse_surplus(const struct reading *reading, struct record *record, const struct value *value)
{
	enum { FIELDS_MOST = 1000 };

	if (record->values.count == FIELDS_MOST + 1)
		report(reading->diag, value->label_at, too_large,
		    TEXT("this record has more than 1,000 fields"), TEXT("split it"));
	if (record->values.count > FIELDS_MOST + 1)
		record->values.count--;		/* an error was reported: nothing is printed */
	return record->values.count > FIELDS_MOST;
}

void
value_done(const struct reading *reading, struct record *record, struct value *value)
{
	const struct value *first;

	if (refuse_surplus(reading, record, value))
		return;
	first = find_again(record, value);
	if (first)
		report_also(report(reading->diag, value->label_at, double_field,
		                value->field->label,
		                place_text(reading->arena, first->label_at, value->label_at.file)),
		    first->label_at);
	if (!value->period.set)
		value->period = record->section->period;
	value->plain = blocks_plain(reading->arena, value->content);
	if (value->field->type == TYPE_FILE)
		use_file_name(reading, value);
	read_value(reading, value, value->field->type);
}
