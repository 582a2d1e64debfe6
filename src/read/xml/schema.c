/* SPDX-License-Identifier: MIT */
/*
 * The schema of the XML spelling (RELAX NG, XML syntax), made of the tables
 * of kinds, sections, attributes and keys; so it is the same for all houses.
 *
 * Where Markdown has an order the schema has it too: text and rows stand
 * before what has a heading of its own, fields before a record's text.
 */
#include "read/xml/schema.h"

#include "base/buffer.h"

struct schema { struct buffer out; int depth; const bool *used; };

static bool
is_used(const struct schema *schema, int kind)
{
	return !schema->used || schema->used[kind];
}

/* ---- patterns ---- */

static void
line(struct schema *schema, const char *open)
{
	for (int i = 0; i < schema->depth; i++)
		buffer_byte(&schema->out, ' ');
	buffer_string(&schema->out, open);
}

static void
name_attribute(struct schema *schema, const char *name, const char *suffix)
{
	buffer_string(&schema->out, " name=\"");
	buffer_name(&schema->out, name);
	buffer_format(&schema->out, "%s\"", suffix);
}

/* <tag name="…"> */
static void
open_named(struct schema *schema, const char *tag, const char *name, const char *suffix)
{
	line(schema, "<");
	buffer_string(&schema->out, tag);
	name_attribute(schema, name, suffix);
	buffer_string(&schema->out, ">\n");
	schema->depth++;
}

static void
open(struct schema *schema, const char *tag)
{
	line(schema, "<");
	buffer_format(&schema->out, "%s>\n", tag);
	schema->depth++;
}

static void
end(struct schema *schema, const char *tag)
{
	schema->depth--;
	line(schema, "</");
	buffer_format(&schema->out, "%s>\n", tag);
}

static void
ref(struct schema *schema, const char *name, const char *suffix)
{
	line(schema, "<ref");
	name_attribute(schema, name, suffix);
	buffer_string(&schema->out, "/>\n");
}

/* An element that is defined elsewhere under its own name, as often as it likes. */
static void
any_of(struct schema *schema, const char *name, const char *suffix)
{
	open(schema, "zeroOrMore");
	ref(schema, name, suffix);
	end(schema, "zeroOrMore");
}

/* An attribute that may be there; type is a pattern in words. */
static void
optional(struct schema *schema, const char *name, const char *type)
{
	open(schema, "optional");
	open_named(schema, "attribute", name, "");
	line(schema, type);
	buffer_byte(&schema->out, '\n');
	end(schema, "attribute");
	end(schema, "optional");
}

static const char text_type[] = "<text/>",
    yes_type[] = "<choice><value>yes</value><value>no</value></choice>",
    id_type[] = "<data type=\"string\">"
    "<param name=\"pattern\">[A-Za-z][A-Za-z0-9.\\-]*</param></data>",
    number_type[] = "<data type=\"nonNegativeInteger\"/>";

/* ---- attributes ---- */

static const char *
type_of(enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_id: return id_type;
	case ATTRIBUTE_show:
		return "<choice><value>form</value><value>table</value>"
		    "<value>list</value></choice>";
	case ATTRIBUTE_form:
		return "<choice><value>fields</value><value>rows</value>"
		    "<value>list</value></choice>";
	case ATTRIBUTE_page: return "<value>new</value>";
	case ATTRIBUTE_landscape:
	case ATTRIBUTE_unnumbered:
	case ATTRIBUTE_total: return yes_type;
	case ATTRIBUTE_depth:
	case ATTRIBUTE_item: return number_type;
	default: return text_type;
	}
}

static void
define_attributes(struct schema *schema, const char *name, unsigned whose)
{
	open_named(schema, "define", name, "");
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		if (attribute_rows[i].whose & whose)
			optional(schema, i == ATTRIBUTE_lang ? "xml:lang" : attribute_rows[i].name,
			    type_of(i));
	end(schema, "define");
}

/* ---- running text and blocks ---- */

/* What does not depend on the tables. */
static const char fixed[] =
#include "read/xml/schema.def"
;

/* A file that is placed, or what was placed: the same content as where it stands. */
static void
place(struct schema *schema, const char *name, const char *suffix)
{
	line(schema, "<element name=\"place\"><choice>\n");
	schema->depth++;
	line(schema, "<group><attribute name=\"href\"/><ref name=\"inline\"/></group>\n");
	open(schema, "group");
	line(schema, "<optional><ref name=\"title\"/></optional>\n");
	ref(schema, name, suffix);
	end(schema, "group");
	schema->depth--;
	line(schema, "</choice></element>\n");
}

/* ---- records ---- */

static void
field(struct schema *schema, const char *name)
{
	open(schema, "zeroOrMore");
	open_named(schema, "element", name, "");
	ref(schema, "value_attributes", "");
	ref(schema, "flow", "");
	end(schema, "element");
	end(schema, "zeroOrMore");
}

/* The fields of a kind, in any order. */
static void
fields(struct schema *schema, const struct kind_row *kind, bool but_title)
{
	bool exempt = false;

	open(schema, "interleave");
	for (size_t i = 0; i < kind->count; i++) {
		exempt |= kind->fields[i].role == ROLE_exempt;
		if (!but_title || kind->fields[i].role != ROLE_title)
			field(schema, role_rows[kind->fields[i].role].name);
	}
	if (!exempt)
		field(schema, role_rows[ROLE_exempt].name);
	any_of(schema, "field", "");
	end(schema, "interleave");
}

static void
define_record(struct schema *schema, const struct kind_row *kind)
{
	open_named(schema, "define", kind->name, ".record");
	open_named(schema, "element", kind->name, "");
	ref(schema, "record_attributes", "");
	fields(schema, kind, false);
	ref(schema, "record_text", "");
	end(schema, "element");
	end(schema, "define");
}

/* The text of a record: a heading within it is a section. */
static void
define_record_text(struct schema *schema)
{
	open_named(schema, "define", "record_text", "");
	open(schema, "zeroOrMore");
	open(schema, "choice");
	ref(schema, "rich", "");
	place(schema, "record_text", "");
	end(schema, "choice");
	end(schema, "zeroOrMore");
	open(schema, "zeroOrMore");
	line(schema, "<choice><ref name=\"text.section\"/><ref name=\"removed\"/></choice>\n");
	end(schema, "zeroOrMore");
	end(schema, "define");
}

/* ---- sections ---- */

static enum record_kind
held_by(const struct section_row *section)
{
	return section->holds == HOLDS_RECORDS ? section->kind : KIND_none;
}

/* Text, rows and what is placed; then what has a heading of its own. */
static void
content(struct schema *schema, const char *name, const char *record)
{
	open(schema, "zeroOrMore");
	open(schema, "choice");
	ref(schema, "rich", "");
	place(schema, name, ".content");
	if (record) {
		ref(schema, record, ".record");
		line(schema, "<element name=\"group\"><ref name=\"title\"/>\n");
		any_of(schema, record, ".record");
		line(schema, "<zeroOrMore><ref name=\"removed\"/></zeroOrMore></element>\n");
	}
	end(schema, "choice");
	end(schema, "zeroOrMore");
	open(schema, "zeroOrMore");
	open(schema, "choice");
	ref(schema, "any_section", "");
	ref(schema, "removed", "");
	if (record)
		ref(schema, record, ".record");
	end(schema, "choice");
	end(schema, "zeroOrMore");
}

static void
define_section(struct schema *schema, int kind)
{
	const struct section_row *row = &section_rows[kind];
	enum record_kind record = held_by(row);

	open_named(schema, "define", row->name, ".content");
	content(schema, row->name, record == KIND_none ? NULL : kind_rows[record].name);
	end(schema, "define");
	open_named(schema, "define", row->name, ".section");
	open_named(schema, "element", kind == SECTION_text ? "section" : row->name, "");
	ref(schema, "section_attributes", "");
	ref(schema, "title", "");
	if (kind == SECTION_theme || row->holds == HOLDS_ITSELF)
		fields(schema, &kind_rows[kind == SECTION_theme ? KIND_theme : row->kind], true);
	ref(schema, row->name, ".content");
	end(schema, "element");
	end(schema, "define");
}

static void
define_any_section(struct schema *schema)
{
	open_named(schema, "define", "any_section", "");
	open(schema, "choice");
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if (is_used(schema, kind))
			ref(schema, section_rows[kind].name, ".section");
	end(schema, "choice");
	end(schema, "define");
}

/* ---- documents ---- */

static bool
is_first_of_name(size_t row, unsigned bit)
{
	for (size_t i = 0; i < row; i++)
		if ((key_rows[i].where & bit) &&
		    name_equal(text_of(key_rows[i].name), text_of(key_rows[row].name)))
			return false;
	return true;
}

static void
define_about(struct schema *schema, int kind)
{
	unsigned bit = document_bit(kind);

	open_named(schema, "element", "about", "");
	open(schema, "interleave");
	for (size_t i = 0; i < key_count; i++) {
		const char *often = key_rows[i].required ? "oneOrMore" : "zeroOrMore";

		if (!(key_rows[i].where & bit) || !is_first_of_name(i, bit))
			continue;
		open(schema, often);
		if (name_equal(text_of(key_rows[i].name), TEXT("references")))
			ref(schema, "references", "");
		else {
			open_named(schema, "element", key_rows[i].name, "");
			optional(schema, "xml:lang", text_type);
			ref(schema, "flow", "");
			end(schema, "element");
		}
		end(schema, often);
	}
	end(schema, "interleave");
	end(schema, "element");
}

static void
define_document(struct schema *schema, int kind)
{
	bool part = kind == DOCUMENT_part;

	open_named(schema, "define", document_kind_names[kind], ".document");
	open_named(schema, "element", document_kind_names[kind], "");
	if (part)
		open(schema, "optional");
	define_about(schema, kind);
	if (part)
		end(schema, "optional");
	ref(schema, part ? "part_body" : "body", "");
	line(schema, "<optional><ref name=\"notes\"/></optional>\n");
	end(schema, "element");
	end(schema, "define");
}

/* A part stands in any section: its text may be records of any kind. */
static void
define_bodies(struct schema *schema)
{
	line(schema, "<define name=\"body\"><ref name=\"text.content\"/></define>\n");
	open_named(schema, "define", "part_body", "");
	open(schema, "choice");
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if (is_used(schema, kind) &&
		    (kind == SECTION_text || held_by(&section_rows[kind]) != KIND_none))
			ref(schema, section_rows[kind].name, ".content");
	end(schema, "choice");
	end(schema, "define");
}

static bool
is_record_used(const struct schema *schema, int record)
{
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if (is_used(schema, kind) && (int)held_by(&section_rows[kind]) == record)
			return true;
	return false;
}

static void
define_kinds(struct schema *schema)
{
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if (is_used(schema, kind))
			define_section(schema, kind);
	for (int kind = 1; kind < KIND_COUNT; kind++)
		if (is_record_used(schema, kind))
			define_record(schema, &kind_rows[kind]);
}

struct text
schema_of(struct arena *arena, const bool *used)
{
	struct schema schema = { .out = { .arena = arena }, .used = used };

	line(&schema, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	line(&schema,
	    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"urn:planpress:1\"\n"
	    " datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n");
	schema.depth++;
	open(&schema, "start");
	open(&schema, "choice");
	for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
		ref(&schema, document_kind_names[kind], ".document");
	end(&schema, "choice");
	end(&schema, "start");
	for (int kind = 0; kind < DOCUMENT_COUNT; kind++)
		define_document(&schema, kind);
	define_bodies(&schema);
	define_any_section(&schema);
	define_kinds(&schema);
	define_record_text(&schema);
	define_attributes(&schema, "section_attributes", WHOSE_SECTION);
	define_attributes(&schema, "record_attributes", WHOSE_RECORD);
	define_attributes(&schema, "view_attributes", WHOSE_VIEW);
	buffer_string(&schema.out, fixed);
	end(&schema, "grammar");
	return buffer_view(&schema.out);
}
