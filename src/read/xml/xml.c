/* SPDX-License-Identifier: MIT */
/*
 * A document as XML, urn:planpress:1: <about>, the body, <notes>.
 */
#include "read/xml/xml.h"

#include <string.h>

#include "model/messages.h"
#include "read/xml/gate.h"
#include "read/xml/scribe.h"

/* ---- <about> ---- */

/* The elements of a key that holds a list, from the first on, as a list of items. */
static struct block *
read_list(const struct reading *reading, struct element *first)
{
	struct block *list = NULL, **end = &list, **items;
	const struct xml_attribute *language = element_attribute(first, "xml:lang"), *other;

	block_add(reading->arena, &end, BLOCK_LIST, first->at)->tight = true;
	items = &list->first;
	for (struct element *element = first; element; element = element->next) {
		if (element->kind != ELEMENT_TAG || !text_equal(element->name, first->name))
			continue;
		other = element_attribute(element, "xml:lang");
		if (!language == !other && (!language || text_equal(language->words, other->words)))
			block_add(reading->arena, &items, BLOCK_ITEM, element->at)->first =
			    read_flow(reading, element);
	}
	return list;
}

static void
read_fact(const struct reading *reading, struct element *element)
{
	static const char *const allowed[] = { "xml:lang", NULL };
	const struct xml_attribute *language = element_attribute(element, "xml:lang");
	struct text typed = element->name;
	struct fact *fact;

	refuse_attributes(reading, element, allowed);
	if (language)
		typed = text_format(reading->arena, "%.*s (%.*s)", TEXT_ARGS(typed),
		    TEXT_ARGS(language->words));
	fact = document_add_fact(reading, typed, element->at);
	if (!fact || fact->value.content)
		return;		/* an item of a list, which was read with the first */
	fact->value.at = content_place(element);
	fact->value.content = fact->key->type == TYPE_LIST ? read_list(reading, element)
	                                                   : read_flow(reading, element);
	fact_done(reading, fact);
}

/* <references sort="act" address="…"><title>…</title><also>…</also></references> */
static void
read_reference(const struct reading *reading, struct element *element)
{
	static const char *const allowed[] = { "sort", "address", NULL };
	struct reference *reference = ARENA_NEW(reading->arena, struct reference);
	struct texts also = { 0 };

	refuse_attributes(reading, element, allowed);
	reference->at = element->at;
	reference->sort = element_words(element, "sort");
	reference->address = element_words(element, "address");
	for (struct element *child = element_tag(element->first); child;
	    child = element_tag(child->next)) {
		refuse_attributes(reading, child, NULL);
		if (element_is(child, "title"))
			reference->name = read_plain(reading, child);
		else if (element_is(child, "also"))
			*array_push(reading->arena, &also) = read_plain(reading, child);
		else
			refuse_element(reading, child,
			    TEXT("a reference holds <title> and <also>"));
	}
	reference->also = also.at;
	reference->also_count = also.count;
	if (reference->name.length == 0)
		refuse(reading, element->at, TEXT("a reference needs its <title>"), TEXT(""));
	else
		*array_push(reading->arena, &reading->document->references) = reference;
}

static void
read_about(struct reading *reading, struct element *about)
{
	const struct element *style = NULL;

	for (struct element *child = about->first; child; child = child->next)
		if (element_is(child, "style"))
			style = child;
	take_style(reading, style ? read_plain(reading, style) : TEXT(""),
	    style ? style->at : about->at);
	refuse_attributes(reading, about, NULL);
	for (struct element *child = about->first; child; child = child->next) {
		if (element_is(child, "references"))
			read_reference(reading, child);
		else if (child->kind == ELEMENT_TAG &&
		    text_find_byte(child->name, ':', 0) < child->name.length)
			refuse_element(reading, child, TEXT(""));
		else if (child->kind == ELEMENT_TAG)
			read_fact(reading, child);
		else if (child->kind == ELEMENT_TEXT && !text_is_blank(child->words))
			refuse(reading, child->at, TEXT("these words stand outside a key"),
			    TEXT("put them into the element of a key"));
	}
}

/* ---- <notes> ---- */

static void
read_note(const struct reading *reading, struct element *element)
{
	static const char *const allowed[] = { "id", NULL };
	const struct xml_attribute *id = element_attribute(element, "id");
	struct note *note;

	refuse_attributes(reading, element, allowed);
	if (!id) {
		refuse(reading, element->at, TEXT("a note needs the attribute \"id\""),
		    TEXT("it is what <note ref=\"…\"/> names"));
		return;
	}
	note = note_new(reading, id->words, element->at);
	if (note)
		note->content = read_flow(reading, element);
}

static void
read_notes(const struct reading *reading, struct element *notes)
{
	refuse_attributes(reading, notes, NULL);
	for (struct element *child = notes->first; child; child = child->next) {
		if (element_is(child, "note"))
			read_note(reading, child);
		else if (child->kind == ELEMENT_TAG)
			refuse_element(reading, child, TEXT("<notes> holds <note>"));
		else if (child->kind == ELEMENT_TEXT && !text_is_blank(child->words))
			refuse(reading, child->at, TEXT("these words stand outside a note"),
			    TEXT("put them into <note>"));
	}
}

/* ---- the file ---- */

int
xml_kind(struct text bytes)
{
	size_t at = 0, end;

	while ((at = text_find_byte(bytes, '<', at)) + 1 < bytes.length) {
		struct text rest = text_from(bytes, at + 1);

		if (text_begins(rest, "!--"))
			at = text_find(bytes, TEXT("-->"), at);
		else if (*rest.s == '?' || *rest.s == '!')
			at = text_find_byte(bytes, '>', at);
		else
			break;
	}
	if (at + 1 >= bytes.length)
		return -1;
	for (end = at + 1; end < bytes.length && !strchr(" \t\r\n/>", bytes.s[end]); end++)
		if (bytes.s[end] == ':')
			at = end;
	return document_kind_find(text_slice(bytes, at + 1, end));
}

/*
 * The parts of a document: <about> stands first, <notes> last; they are taken
 * out of the root's elements.
 */
struct parts { struct element *about, *notes, *first; };

static struct parts
take_parts(struct element *root)
{
	struct parts parts = { .first = root->first };
	struct element **link = &parts.first, **last = NULL;

	while (*link && (*link)->kind != ELEMENT_TAG)
		link = &(*link)->next;
	if (*link && element_is(*link, "about")) {
		parts.about = *link;
		*link = (*link)->next;
	}
	for (; *link; link = &(*link)->next)
		if ((*link)->kind == ELEMENT_TAG)
			last = link;
	if (last && element_is(*last, "notes")) {
		parts.notes = *last;
		*last = (*last)->next;
	}
	return parts;
}

static void
refuse_root(const struct reading *reading, const struct element *root)
{
	if (text_find_byte(root->name, ':', 0) < root->name.length)
		refuse_element(reading, root, TEXT(""));
	else
		refuse(reading, root->at,
		    text_format(reading->arena, "<%.*s> is no kind of document",
		        TEXT_ARGS(root->name)),
		    TEXT("write <plan>, <report>, <priorities>, <pack>, <paper> or <part>"));
}

/* Errors among the reports from one on: with any, the schema has no more to say. */
static int
count_errors(const struct diag *diag, size_t from)
{
	int count = 0;

	for (; from < diag->reports.count; from++)
		count += diag->reports.at[from].severity == SEVERITY_ERROR;
	return count;
}

void
read_xml(struct reading *reading, const char *file, struct text bytes)
{
	struct document *document = reading->document;
	struct element *root = parse_xml(reading->arena, reading->diag, file, bytes);
	int kind = root ? document_kind_find(root->name) : -1;
	struct under under = { .level = 1 };
	struct block **end = &document->content;
	size_t said = reading->diag->reports.count;
	struct parts parts;

	document->xml = true;
	document->at = root ? root->at : (struct place){ file, 1, 1 };
	if (kind < 0) {
		if (root)
			refuse_root(reading, root);
		take_style(reading, TEXT(""), document->at);
		return;
	}
	document->kind = kind;
	refuse_attributes(reading, root, NULL);
	parts = take_parts(root);
	if (!parts.about && kind != DOCUMENT_part)
		refuse(reading, root->at,
		    text_format(reading->arena, "a %.*s begins with <about>",
		        TEXT_ARGS(root->name)),
		    TEXT("it holds the title and the other keys"));
	if (parts.about)
		read_about(reading, parts.about);
	else
		take_style(reading, TEXT(""), document->at);
	document_take_facts(reading);
	if (parts.notes)
		read_notes(reading, parts.notes);
	read_body(reading, &under, parts.first, &end);
	document_done(reading);
	if (count_errors(reading->diag, said) == 0)
		check_schema(reading->arena, reading->diag, file, bytes, root);
}

void
read_xml_part(const struct reading *reading, const struct under *under, const char *file,
    struct text bytes, struct block *place)
{
	struct element *root = parse_xml(reading->arena, reading->diag, file, bytes);
	struct reading part = reading_of_part(reading, (struct place){ file, 1, 1 });
	struct block **end = &place->first;
	struct parts parts;

	if (!root)
		return;
	parts = take_parts(root);
	if (parts.about)
		read_about(&part, parts.about);
	place_take_facts(reading, &part, place);
	if (parts.notes)
		read_notes(reading, parts.notes);
	read_body(reading, under, parts.first, &end);
}
