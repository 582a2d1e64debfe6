/* SPDX-License-Identifier: MIT */
/*
 * Records: an element a field, then the record's text.
 */
#include "base/near.h"
#include "model/messages.h"
#include "read/xml/scribe.h"

/* ---- fields ---- */

/* The role that an element names, if records of the kind have it. */
static enum role
role_of(enum record_kind kind, const struct element *element)
{
	enum role role = element->kind == ELEMENT_TAG ? role_find(element->name) : ROLE_NONE;

	return role != ROLE_NONE && (kind_field(kind, role) || role == ROLE_exempt) ? role
	                                                                            : ROLE_NONE;
}

static const struct field *
house_field(const struct reading *reading, enum record_kind kind, const struct element *element)
{
	const struct xml_attribute *name = element_attribute(element, "name");
	const struct field *field = name ? field_of_house(reading, kind, name->words) : NULL;
	const struct fields *fields = &reading->style->kinds[kind].fields;
	struct near near;

	if (field)
		return field;
	if (!name) {
		refuse(reading, element->at, TEXT("<field> needs the attribute \"name\""),
		    TEXT("it names a field of the house style"));
		return NULL;
	}
	near = near_begin(reading->arena, name->words);
	for (size_t i = 0; i < fields->count; i++)
		if (fields->at[i]->role == ROLE_NONE)
			near_try(&near, fields->at[i]->name);
	report(reading->diag, name->at, unknown_field,
	    text_of(kind_rows[kind].called), name->words,
	    near_help(&near, "a field of the core is an element of its own name"));
	return NULL;
}

static void
set_attribute(const struct reading *reading, struct value *value,
    const struct xml_attribute *attribute)
{
	if (text_is(attribute->name, "period")) {
		value->period_words = attribute->words;
		value->period = read_period(reading, attribute->words, attribute->at);
	} else if (text_is(attribute->name, "remark"))
		value->remark = attribute->words;
	else if (text_is(attribute->name, "unit"))
		value->unit_words = attribute->words;
	else if (text_is(attribute->name, "xml:lang"))
		value->language = attribute->words;
	else if (text_is(attribute->name, "same"))
		value->same = text_is(attribute->words, "yes");
}

/*
 * Treatments may be elements of their own, which follow one another: they are
 * the lines of one value.
 */
static struct block *
read_content(const struct reading *reading, struct element *element, enum type type)
{
	struct block *first = read_flow(reading, element), **end = &first;

	if (type != TYPE_TREATMENTS)
		return first;
	while (element->next && (element_is(element->next, "treatment") ||
	    element->next->kind == ELEMENT_TEXT)) {
		element = element->next;
		while (*end)
			end = &(*end)->next;
		if (element->kind == ELEMENT_TAG)
			*end = read_flow(reading, element);
	}
	return first;
}

/* Was this treatment read with the one before it? */
static bool
is_read_already(const struct record *record, const struct field *field)
{
	return field->type == TYPE_TREATMENTS && record->values.count > 0 &&
	    record->values.at[record->values.count - 1]->field == field;
}

bool
read_field(const struct reading *reading, struct record *record, struct element *element)
{
	static const char *const allowed[] = { "period", "remark", "unit", "xml:lang", "same",
	    NULL };
	static const char *const of_house[] = { "name", "period", "remark", "unit", "xml:lang",
	    "same", NULL };
	bool house = element_is(element, "field");
	enum role role = role_of(record->kind, element);
	const struct field *field;
	struct value *value;

	if (!house && role == ROLE_NONE)
		return false;
	refuse_attributes(reading, element, house ? of_house : allowed);
	field = house ? house_field(reading, record->kind, element)
	              : field_of_role(reading, record->kind, role);
	if (!field || is_read_already(record, field))
		return true;
	value = value_new(reading, record, field, element->at);
	value->label = field->label;
	for (array_each(struct xml_attribute, attribute, &element->attributes))
		set_attribute(reading, value, attribute);
	value->at = content_place(element);
	value->content = read_content(reading, element, field->type);
	value_done(reading, record, value);
	return true;
}

/* ---- records ---- */

static void
set_attributes(const struct reading *reading, struct record *record, const struct element *element)
{
	for (array_each(const struct xml_attribute, attribute, &element->attributes))
		if (!record_set(reading, record, attribute->name, attribute->words, attribute->at))
			refuse(reading, attribute->at,
			    text_format(reading->arena, "a %.*s has no attribute \"%.*s\"",
			        TEXT_ARGS(element->name), TEXT_ARGS(attribute->name)),
			    TEXT("it may have id, exempt, confidential, reason, "
			         "public-title, form, total, depth and item"));
}

void
refuse_field(const struct reading *reading, const struct record *record,
    const struct element *element)
{
	struct arena *arena = reading->arena;
	struct text kind = kind_word(record->kind);
	struct text called = text_of(kind_rows[record->kind].called);

	if (role_of(record->kind, element) != ROLE_NONE || element_is(element, "field"))
		refuse(reading, element->at,
		    text_format(arena, "this field stands behind the text of the %.*s",
		        TEXT_ARGS(kind)),
		    TEXT("fields come first"));
	else if (role_find(element->name) != ROLE_NONE)
		refuse(reading, element->at,
		    text_format(arena, "%.*s cannot hold <%.*s>", TEXT_ARGS(called),
		        TEXT_ARGS(element->name)),
		    fields_of(reading, record->kind));
	else
		refuse_element(reading, element, fields_of(reading, record->kind));
}

/* A heading within a record is prose. */
static bool
is_prose(const struct element *element)
{
	static const char *const names[] = { "p", "ul", "ol", "q", "table", "img", "view",
	    "place", "removed", "section" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (element_is(element, names[i]))
			return true;
	return false;
}

void
read_record(const struct reading *reading, struct section *section, struct element *element,
    const struct block *group, struct block ***end)
{
	struct block **before = *end;
	struct record *record =
	    record_new(reading, section, kind_find(element->name), element->at, end);
	struct under under = { section, record, section->level + 1 };
	struct block **prose = &record->prose;
	struct element *child = element->first;

	set_attributes(reading, record, element);
	(*before)->ordered = record->item > 0;
	(*before)->start = record->item;
	record->group = record->form == FORM_ROWS ? group : NULL;
	for (; child && !is_prose(child); child = child->next)
		if (!read_between(reading, child, &prose) && !read_field(reading, record, child))
			refuse_field(reading, record, child);
	read_body(reading, &under, child, &prose);
	record_done(reading, record);
	record_close(reading, record);
}
