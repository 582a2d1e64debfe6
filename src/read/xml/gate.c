/* SPDX-License-Identifier: MIT */
/*
 * The second gate: what our own reading let pass is validated by libxml2
 * against the schema that we ship, so that the two can never part unseen.
 *
 * libxml2 knows lines alone, and none beyond 65,535; so what it finds is said
 * of a whole line. It is asked only when nothing was found before, and not of
 * large files: its time grows with the square of the elements side by side
 * (half a second for 40,000), and what it guards against shows in small ones.
 */
#include "read/xml/gate.h"

#include "model/messages.h"
#include "read/read.h"
#include "read/xml/library.h"
#include "read/xml/schema.h"

enum { LARGEST = 1 << 19 };	/* bytes */

struct gate {
	struct arena *arena;
	struct diag *diag;
	const char *file;
	bool said;
};

static void
say(void *data, xmlErrorPtr error)
{
	struct gate *gate = data;
	struct place at = { gate->file, error->line, 0 };

	if (gate->said)
		return;		/* what follows are echoes */
	gate->said = true;
	report(gate->diag, at, not_in_schema,
	    text_copy(gate->arena, text_trim(text_of(error->message))));
}

static void
hush(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

/*
 * The schema with the kinds of section that occur alone: it says the same of
 * this file as the whole, which takes libxml2 a fifth of a second to prepare.
 */
static xmlRelaxNGPtr
compile(struct arena *arena, const bool *used)
{
	const struct xml_library *xml = xml_library();
	struct text source = schema_of(arena, used);
	xmlRelaxNGParserCtxtPtr parser =
	    xml->xmlRelaxNGNewMemParserCtxt(source.s, (int)source.length);
	xmlRelaxNGPtr compiled;

	xml->xmlRelaxNGSetParserStructuredErrors(parser, hush, NULL);
	compiled = xml->xmlRelaxNGParse(parser);
	xml->xmlRelaxNGFreeParserCtxt(parser);
	if (!compiled)
		die("libxml2 cannot read the schema");
	return compiled;
}

static void
mark_used(const struct element *element, bool *used)
{
	for (; element; element = element->next) {
		int kind = element->kind == ELEMENT_TAG ? section_kind_find(element->name) : -1;

		if (kind >= 0)
			used[kind] = true;
		mark_used(element->first, used);
	}
}

static void
validate(struct arena *arena, struct diag *diag, const char *file, struct text bytes,
    const struct element *root)
{
	const struct xml_library *xml = xml_library();
	struct gate gate = { arena, diag, file, false };
	struct place whole = { file, 1, 0 };
	bool used[SECTION_COUNT] = { [SECTION_text] = true };
	xmlDocPtr document = xml->xmlReadMemory(bytes.s, (int)bytes.length, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC |
	        XML_PARSE_COMPACT);
	xmlRelaxNGPtr schema;
	xmlRelaxNGValidCtxtPtr valid;

	mark_used(root, used);
	schema = compile(arena, used);
	valid = xml->xmlRelaxNGNewValidCtxt(schema);
	if (!document || !valid)
		die("libxml2 cannot validate %s", file);
	xml->xmlRelaxNGSetValidStructuredErrors(valid, say, &gate);
	if (xml->xmlRelaxNGValidateDoc(valid, document) != 0 && !gate.said)
		report(diag, whole, not_in_schema, TEXT("the file does not follow the schema"));
	xml->xmlRelaxNGFreeValidCtxt(valid);
	xml->xmlRelaxNGFree(schema);
	xml->xmlFreeDoc(document);
}

/* ---- the door ---- */

void
check_schema(struct arena *arena, struct diag *diag, const char *file, struct text bytes,
    const struct element *root)
{
	if (bytes.length <= LARGEST)
		validate(arena, diag, file, bytes, root);
}

struct text
read_schema(struct arena *arena)
{
	return schema_of(arena, NULL);
}
