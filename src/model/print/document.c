/* SPDX-License-Identifier: MIT */
/*
 * A document as canonical XML, urn:planpress:1.
 *
 * One element a line, two spaces a level. Attributes stand in a fixed order;
 * keys, sections, records and fields in the author's, who means something by
 * the order of columns. Nothing derived is printed, so reading the print
 * gives the same model.
 */
#include "model/print.h"

#include <string.h>

#include "model/print/xml.h"
#include "model/style.h"

static void
print_value(struct xml *xml, const struct value *value)
{
	const char *name =
	    value->field->role == ROLE_NONE ? "field" : role_rows[value->field->role].name;

	xml_line(xml);
	xml_open(xml, name);
	if (value->field->role == ROLE_NONE)
		xml_attribute(xml, "name", value->field->name);
	xml_attribute(xml, "period", value->period_words);
	xml_attribute(xml, "remark", value->remark);
	xml_attribute(xml, "unit", value->unit_words);
	xml_attribute(xml, "xml:lang", value->language);
	xml_flag(xml, "same", value->same);
	print_flow(xml, name, value->content);
}

/* All but those of one role; ROLE_COUNT: all. ROLE_NONE is the role of the house's own fields. */
static void
print_values(struct xml *xml, const struct record *record, enum role but)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i]->field->role != but)
			print_value(xml, record->values.at[i]);
}

void
print_record(struct xml *xml, const struct record *record)
{
	const char *name = kind_rows[record->kind].name;

	xml_open(xml, name);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		print_attribute(xml, i, record_attribute(record, i));
	if (record->values.count == 0 && !record->prose) {
		buffer_string(xml->out, "/>");
		return;
	}
	buffer_byte(xml->out, '>');
	xml->depth++;
	print_values(xml, record, ROLE_COUNT);
	print_blocks(xml, record->prose);
	xml->depth--;
	xml_line(xml);
	xml_close(xml, name);
}

void
print_section(struct xml *xml, const struct section *section)
{
	const char *name =
	    section->kind == SECTION_text ? "section" : section_rows[section->kind].name;

	xml_open(xml, name);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		print_attribute(xml, i, section_attribute(section, i));
	buffer_byte(xml->out, '>');
	xml->depth++;
	print_title(xml, "title", section->title);
	if (section->itself && section->itself->section == section)
		print_values(xml, section->itself, ROLE_title);
	print_blocks(xml, section->content);
	xml->depth--;
	xml_line(xml);
	xml_close(xml, name);
}

static void
print_fact(struct xml *xml, const struct fact *fact, const struct block *content)
{
	xml_line(xml);
	xml_open(xml, fact->key->name);
	xml_attribute(xml, "xml:lang", fact->value.language);
	print_flow(xml, fact->key->name, content);
}

static void
print_reference(struct xml *xml, const struct reference *reference)
{
	xml_line(xml);
	xml_open(xml, "references");
	xml_attribute(xml, "sort", reference->sort);
	xml_attribute(xml, "address", reference->address);
	buffer_byte(xml->out, '>');
	xml->depth++;
	xml_line(xml);
	xml_open(xml, "title");
	print_words(xml, "title", reference->name);
	for (size_t i = 0; i < reference->also_count; i++) {
		xml_line(xml);
		xml_open(xml, "also");
		print_words(xml, "also", reference->also[i]);
	}
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "references");
}

/* The keys; a key that holds a list is repeated. */
static void
print_about(struct xml *xml, const struct document *document)
{
	xml_line(xml);
	buffer_string(xml->out, "<about>");
	xml->depth++;
	for (size_t i = 0; i < document->facts.count; i++) {
		const struct fact *fact = &document->facts.at[i];
		const struct block *content = fact->value.content;

		if (fact->key->type != TYPE_LIST || !content || content->kind != BLOCK_LIST)
			print_fact(xml, fact, content);
		else
			for (const struct block *item = content->first; item; item = item->next)
				print_fact(xml, fact, item->first);
	}
	for (size_t i = 0; i < document->references.count; i++)
		print_reference(xml, document->references.at[i]);
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "about");
}

/* As written, the notes of a part that is placed stand in the part. */
static bool
is_written_here(const struct document *document, const struct note *note)
{
	return strcmp(note->at.file, document->at.file) == 0;
}

static void
print_notes(struct xml *xml, const struct document *document)
{
	const struct notes *notes = &document->notes;
	bool any = false;

	for (size_t i = 0; i < notes->count; i++) {
		if (xml->as_written && !is_written_here(document, notes->at[i]))
			continue;
		if (!any) {
			xml_line(xml);
			buffer_string(xml->out, "<notes>");
			xml->depth++;
			any = true;
		}
		xml_line(xml);
		xml_open(xml, "note");
		xml_attribute(xml, "id", notes->at[i]->name);
		print_flow(xml, "note", notes->at[i]->content);
	}
	if (!any)
		return;
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "notes");
}

void
print_document(struct buffer *out, const struct document *document, bool as_written)
{
	struct xml xml = { .out = out, .as_written = as_written };
	const char *name = document_kind_names[document->kind];

	xml_line(&xml);
	xml_open(&xml, name);
	buffer_string(out, " xmlns=\"urn:planpress:1\">");
	xml.depth++;
	print_about(&xml, document);
	print_blocks(&xml, document->content);
	print_notes(&xml, document);
	xml.depth--;
	xml_line(&xml);
	xml_close(&xml, name);
	buffer_byte(out, '\n');
}
