/* SPDX-License-Identifier: MIT */
/*
 * What has no place where it stands, said in an author's words.
 */
#include "model/messages.h"
#include "read/xml/scribe.h"

void
refuse(const struct reading *reading, struct place at, struct text wrong, struct text help)
{
	report(reading->diag, at, not_in_schema, wrong, help);
}

static bool
is_among(struct text name, const char *const *names)
{
	for (; names && *names; names++)
		if (text_is(name, *names))
			return true;
	return false;
}

static struct text
list_words(struct arena *arena, const char *before, const char *const *names)
{
	struct buffer out = { .arena = arena };

	buffer_string(&out, before);
	for (size_t i = 0; names[i]; i++) {
		buffer_string(&out, i == 0 ? "" : names[i + 1] ? ", " : " and ");
		buffer_string(&out, names[i]);
	}
	return buffer_view(&out);
}

void
refuse_attributes(const struct reading *reading, const struct element *element,
    const char *const *allowed)
{
	struct arena *arena = reading->arena;

	for (array_each(const struct xml_attribute, attribute, &element->attributes))
		if (!is_among(attribute->name, allowed))
			refuse(reading, attribute->at,
			    text_format(arena, "<%.*s> has no attribute \"%.*s\"",
			        TEXT_ARGS(element->name), TEXT_ARGS(attribute->name)),
			    allowed ? list_words(arena, "it may have ", allowed) :
			    TEXT("delete it"));
}

/* What an element stands in. */
static struct text
name_of_place(struct arena *arena, const struct element *element)
{
	if (!element)
		return TEXT("the file");
	return text_format(arena, "<%.*s>", TEXT_ARGS(element->name));
}

void
refuse_element(const struct reading *reading, const struct element *element, struct text help)
{
	struct arena *arena = reading->arena;
	struct text name = element->name;
	size_t colon = text_find_byte(name, ':', 0);

	if (colon < name.length) {
		name = colon == 0 ? text_from(name, 1) : name;
		refuse(reading, element->at,
		    text_format(arena, "\"%.*s\" is no element of planpress", TEXT_ARGS(name)),
		    TEXT("write xmlns=\"urn:planpress:1\" into the first element, and no other"));
		return;
	}
	refuse(reading, element->at,
	    text_format(arena, "<%.*s> has no place in %.*s", TEXT_ARGS(name),
	        TEXT_ARGS(name_of_place(arena, element->parent))),
	    help);
}

struct text
fields_of(const struct reading *reading, enum record_kind kind)
{
	struct buffer out = { .arena = reading->arena };
	const struct kind_row *row = &kind_rows[kind];

	buffer_format(&out, "the fields of a %.*s are ",
	    TEXT_ARGS(name_hyphened(reading->arena, row->name)));
	for (size_t i = 0; i < row->count; i++) {
		buffer_string(&out, i == 0 ? "" : i + 1 < row->count ? ", " : " and ");
		buffer_text(&out,
		    name_hyphened(reading->arena, role_rows[row->fields[i].role].name));
	}
	return buffer_view(&out);
}
