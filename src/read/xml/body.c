/* SPDX-License-Identifier: MIT */
/*
 * Sections with their records, groups and prose.
 */
#include "base/near.h"
#include "model/messages.h"
#include "read/xml/scribe.h"

/* The kind of section that an element opens, or -1; text is <section>. */
static int
section_of(const struct element *element)
{
	int kind = element_is(element, "section") ? SECTION_text : section_kind_find(element->name);

	return kind == SECTION_text && !element_is(element, "section") ? -1 : kind;
}

static bool
holds(const struct under *under, const struct element *element)
{
	return !under->record && section_holds_kind(under->section) != KIND_none &&
	    kind_find(element->name) == section_holds_kind(under->section);
}

/* ---- groups ---- */

static const struct block *
read_group(const struct reading *reading, const struct under *under, struct element *element,
    struct block ***end)
{
	struct block *group = block_add(reading->arena, end, BLOCK_GROUP, element->at);
	struct element *child = element_tag(element->first);

	refuse_attributes(reading, element, NULL);
	if (child && element_is(child, "title")) {
		group->spans = read_inline(reading, child->first);
		child = child->next;
	} else
		refuse(reading, element->at, TEXT("a group needs its <title>"),
		    TEXT("write it first"));
	for (; child; child = child->next) {
		if (read_between(reading, child, end))
			continue;
		if (holds(under, child))
			read_record(reading, under->section, child, group, end);
		else if (!element_is(child, "removed") || !read_rich(reading, under, child, end))
			refuse_element(reading, child, TEXT("a group holds records"));
	}
	return group;
}

/* ---- sections ---- */

static void
set_attributes(const struct reading *reading, struct section *section,
    const struct element *element)
{
	for (array_each(const struct xml_attribute, attribute, &element->attributes)) {
		struct text name =
		    text_is(attribute->name, "xml:lang") ? TEXT("lang") : attribute->name;
		struct near near = near_begin(reading->arena, name);

		if (!text_is(attribute->name, "lang") &&
		    section_set(reading, section, name, attribute->words, attribute->at))
			continue;
		for (int i = 0; i < ATTRIBUTE_COUNT; i++)
			if (attribute_rows[i].whose & WHOSE_SECTION)
				near_try(&near, i == ATTRIBUTE_lang ? TEXT("xml:lang") :
				    name_hyphened(reading->arena, attribute_rows[i].name));
		refuse(reading, attribute->at,
		    text_format(reading->arena, "<%.*s> has no attribute \"%.*s\"",
		        TEXT_ARGS(element->name), TEXT_ARGS(attribute->name)),
		    near_help(&near, ""));
	}
}

/* The fields of a section that is a record itself. */
static struct element *
read_fields(const struct reading *reading, struct section *section, struct element *child,
    struct block ***end)
{
	struct record *itself = section_itself(reading, section);

	while (child && (read_between(reading, child, end) || read_field(reading, itself, child)))
		child = child->next;
	record_done(reading, itself);
	return child;
}

static struct element *
read_title(const struct reading *reading, struct section *section, struct element *element)
{
	struct element *title = element_tag(element->first);

	if (!title || !element_is(title, "title")) {
		refuse(reading, element->at,
		    text_format(reading->arena, "<%.*s> needs a <title>", TEXT_ARGS(element->name)),
		    TEXT("write it first"));
		return element->first;
	}
	refuse_attributes(reading, title, NULL);
	section->title = read_inline(reading, title->first);
	return title->next;
}

static void
check_place(const struct reading *reading, const struct under *under, const struct element *element,
    int kind)
{
	enum document_kind document = reading->document->kind;
	bool is_view = section_rows[kind].holds == HOLDS_RECORDS &&
	    element_attribute(element, "of");
	bool is_placed = document == DOCUMENT_part || is_view ||
	    (section_rows[kind].where & document_bit(document));

	if (under->record && kind != SECTION_text)
		refuse_element(reading, element, TEXT("a heading within a record is a <section>"));
	else if (!is_placed)
		report(reading->diag, element->at, misplaced_kind,
		    text_of(document_kind_called[document]), element->name);
	else if (under->level >= 6)
		report(reading->diag, element->at, too_deep, TEXT("this section"), TEXT("5"));
}

static void
read_section(const struct reading *reading, const struct under *under, struct element *element,
    struct block ***end)
{
	int kind = section_of(element);
	struct section *section = section_new(reading, under->section, kind, element->at, end);
	struct under within = { section, NULL, under->level + 1 };
	struct block **content = &section->content;
	struct element *child;

	check_place(reading, under, element, kind);
	section->kind_given = true;
	section->level = under->level + 1;
	set_attributes(reading, section, element);
	child = read_title(reading, section, element);
	section_open(reading, section);
	if (section->kind == SECTION_theme || section_rows[kind].holds == HOLDS_ITSELF)
		child = read_fields(reading, section, child, &content);
	read_body(reading, &within, child, &content);
	section_close(reading, section);
}

/* ---- what stands in something ---- */

static void
refuse_here(const struct reading *reading, const struct under *under, const struct element *element)
{
	enum record_kind held = section_holds_kind(under->section);

	if (under->record)
		refuse_field(reading, under->record, element);
	else if (under->section && under->section->view && kind_find(element->name) != KIND_none)
		refuse_element(reading, element,
		    TEXT("this section shows what stands elsewhere, and holds no records"));
	else if (held != KIND_none)
		refuse_element(reading, element,
		    text_format(reading->arena, "its records are <%.*s>",
		        TEXT_ARGS(name_hyphened(reading->arena, kind_rows[held].name))));
	else
		refuse_element(reading, element,
		    TEXT("here stand paragraphs, lists, tables, pictures and sections"));
}

/* Has this a heading of its own? In Markdown all that follows would belong to it. */
static bool
has_heading(const struct under *under, const struct element *element)
{
	const struct xml_attribute *form = element_attribute(element, "form");

	if (section_of(element) >= 0 || element_is(element, "removed"))
		return true;	/* in place of one */
	return holds(under, element) &&
	    (form ? text_is(form->words, "fields") : under->section->form == FORM_FIELDS);
}

void
read_body(const struct reading *reading, const struct under *under, struct element *element,
    struct block ***end)
{
	/* what stands behind a group belongs to it, as in a table */
	const struct block *group = NULL;
	bool headed = false;

	for (; element; element = element->next) {
		if (read_between(reading, element, end))
			continue;
		if (headed && !has_heading(under, element)) {
			refuse_element(reading, element,
			    TEXT("text and rows stand before what has a heading of its own"));
			continue;
		}
		headed |= has_heading(under, element) && !element_is(element, "removed");
		if (read_rich(reading, under, element, end))
			continue;
		if (section_of(element) >= 0)
			read_section(reading, under, element, end);
		else if (holds(under, element))
			read_record(reading, under->section, element, group, end);
		else if (element_is(element, "group") &&
		    section_holds_kind(under->section) != KIND_none &&
		    !under->record)
			group = read_group(reading, under, element, end);
		else
			refuse_here(reading, under, element);
	}
}
