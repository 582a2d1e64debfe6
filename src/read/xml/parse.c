/* SPDX-License-Identifier: MIT */
/*
 * XML to elements, by libxml2's SAX2 interface, which this file, gate.c and
 * library.c alone know.
 *
 * A place is a byte offset first: what the parser has consumed, and from there
 * back to the "<" (XML 1.0, 2.4: none stands in an attribute). Offsets only
 * grow, so lines and columns are counted once over the whole file.
 *
 * XML_PARSE_NOENT makes an "&" of "&amp;" in attributes too; there are no
 * other entities, as a document type is refused.
 */
#include "read/xml/element.h"

#include <string.h>

#include "base/buffer.h"
#include "model/messages.h"
#include "read/xml/guard.h"
#include "read/xml/library.h"

struct parsing {
	struct arena *arena;
	struct diag *diag;
	const char *file;
	struct text bytes;
	xmlParserCtxtPtr parser;
	struct element *root, *open;
	int depth;
	size_t after;			/* the byte behind the last markup */
	size_t counted;			/* up to which byte lines were counted */
	struct place counted_at;
	struct buffer text;		/* characters since the last markup */
	bool failed;
};

static const char space[] = "urn:planpress:1";

/* ---- places ---- */

static size_t
consumed(const struct parsing *parsing)
{
	const xmlParserInput *input = parsing->parser->input;
	size_t offset = input ? (size_t)(input->cur - input->base) + input->consumed : 0;

	return offset < parsing->bytes.length ? offset : parsing->bytes.length;
}

static struct place
place_of(struct parsing *parsing, size_t offset)
{
	if (offset < parsing->counted) {
		parsing->counted = 0;
		parsing->counted_at = (struct place){ parsing->file, 1, 1 };
	}
	for (; parsing->counted < offset; parsing->counted++) {
		unsigned char c = (unsigned char)parsing->bytes.s[parsing->counted];

		if (c == '\n') {
			parsing->counted_at.line++;
			parsing->counted_at.column = 1;
		} else if ((c & 0xC0) != 0x80)
			parsing->counted_at.column++;
	}
	return parsing->counted_at;
}

/* The last "<" before what was consumed. */
static size_t
back_to_tag(const struct parsing *parsing)
{
	size_t offset = consumed(parsing);

	while (offset > parsing->after && parsing->bytes.s[offset] != '<')
		offset--;
	return offset < parsing->bytes.length && parsing->bytes.s[offset] != '<' && offset > 0 ?
	    offset - 1 : offset;
}

static void
stop(struct parsing *parsing)
{
	parsing->failed = true;
	xml_library()->xmlStopParser(parsing->parser);
}

/* ---- elements ---- */

static struct element *
add(struct parsing *parsing, enum element_kind kind, size_t offset)
{
	struct element *element = ARENA_NEW(parsing->arena, struct element),
	    *parent = parsing->open;

	element->kind = kind;
	element->at = place_of(parsing, offset);
	element->parent = parent;
	if (!parent)
		return element;
	if (parent->last)
		parent->last->next = element;
	else
		parent->first = element;
	parent->last = element;
	return element;
}

/* The text that has come to its end: its place is that of its first character that is no space. */
static void
end_text(struct parsing *parsing)
{
	struct text words = buffer_view(&parsing->text);
	size_t offset = parsing->after;

	if (words.length == 0)
		return;
	while (offset < parsing->bytes.length && strchr(" \t\r\n", parsing->bytes.s[offset]))
		offset++;
	if (parsing->open)
		add(parsing, ELEMENT_TEXT, offset)->words = text_copy(parsing->arena, words);
	parsing->text.length = 0;
}

static struct text
name_of(struct parsing *parsing, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	bool ours = uri && strcmp((const char *)uri, space) == 0;
	struct text local = text_copy(parsing->arena, text_of((const char *)name));

	if (ours)
		return local;
	return text_format(parsing->arena, "%s:%s", prefix ? (const char *)prefix : "", local.s);
}

/* The attribute's name in the raw tag, whose bytes run from one offset to another. */
static size_t
find_name(const struct parsing *parsing, size_t from, size_t to, struct text name)
{
	struct text tag = text_slice(parsing->bytes, 0, to);

	for (size_t at = text_find(tag, name, from); at < tag.length;
	    at = text_find(tag, name, at + 1))
		if (at > 0 && strchr(" \t\r\n:", tag.s[at - 1]) && at + name.length < tag.length &&
		    strchr("= \t\r\n", tag.s[at + name.length]))
			return at;
	return from;
}

/* from: name, prefix, namespace, where the value begins and ends. Returns the name's offset. */
static size_t
add_attribute(struct parsing *parsing, struct element *element, const xmlChar **from, size_t tag,
    size_t end)
{
	struct xml_attribute *attribute = array_push(parsing->arena, &element->attributes);
	struct text local = text_of((const char *)from[0]);
	size_t offset = find_name(parsing, tag, end, local);

	attribute->at = place_of(parsing, offset);
	attribute->name = !from[1] ? text_copy(parsing->arena, local) :
	    text_format(parsing->arena, "%s:%s", (const char *)from[1], (const char *)from[0]);
	attribute->words = text_copy(parsing->arena,
	    (struct text){ (const char *)from[3], (size_t)(from[4] - from[3]) });
	return offset;
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespaces, const xmlChar **declared, int count, int defaulted, const xmlChar **attributes)
{
	struct parsing *parsing = data;
	struct element *element;
	size_t tag, end;

	(void)namespaces, (void)declared, (void)defaulted;
	end_text(parsing);
	tag = back_to_tag(parsing);
	end = text_find_byte(parsing->bytes, '>', consumed(parsing));
	element = add(parsing, ELEMENT_TAG, tag);
	element->name = name_of(parsing, name, prefix, uri);
	for (int i = 0; i < count; i++)
		tag = add_attribute(parsing, element, attributes + (size_t)i * 5, tag, end);
	if (!parsing->root)
		parsing->root = element;
	parsing->open = element;
	parsing->after = end < parsing->bytes.length ? end + 1 : end;
	if (++parsing->depth <= ELEMENT_DEPTH)
		return;
	report(parsing->diag, element->at, too_deep, TEXT("this element"),
	    text_number(parsing->arena, ELEMENT_DEPTH));
	stop(parsing);
}

static void
end_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct parsing *parsing = data;

	(void)name, (void)prefix, (void)uri;
	end_text(parsing);
	if (parsing->open)
		parsing->open = parsing->open->parent;
	parsing->depth--;
	parsing->after = consumed(parsing);
}

static void
characters(void *data, const xmlChar *words, int count)
{
	struct parsing *parsing = data;

	buffer_add(&parsing->text, words, (size_t)count);
}

static void
comment(void *data, const xmlChar *words)
{
	struct parsing *parsing = data;
	struct element *element;

	end_text(parsing);
	element = add(parsing, ELEMENT_COMMENT,
	    text_find(parsing->bytes, TEXT("<!--"), parsing->after));
	element->words = text_copy(parsing->arena, text_of((const char *)words));
	parsing->after = consumed(parsing);
}

/* ---- what is refused ---- */

static void
refuse_type(void *data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
	struct parsing *parsing = data;

	(void)name, (void)id, (void)system;
	if (!parsing->failed)
		report(parsing->diag,
		    place_of(parsing, text_find(parsing->bytes, TEXT("<!DOCTYPE"), 0)), entity,
		    TEXT("<!DOCTYPE>"), TEXT("delete it, up to its last >"));
	stop(parsing);
}

static void
refuse_instruction(void *data, const xmlChar *target, const xmlChar *words)
{
	struct parsing *parsing = data;
	struct text mark = text_format(parsing->arena, "<?%s", (const char *)target);
	size_t offset = text_find(parsing->bytes, mark, parsing->after);

	(void)words;
	if (!parsing->failed)
		report(parsing->diag, place_of(parsing, offset), not_in_schema,
		    text_format(parsing->arena,
		    "the processing instruction \"%s\" says nothing here",
		    (const char *)target),
		    TEXT("delete it"));
	stop(parsing);
}

/* libxml2 quotes the source, and may cut it within a character. */
static struct text
first_line(struct text words)
{
	words = text_slice(words, 0, utf8_check(words));
	return text_trim(text_slice(words, 0, text_find_byte(words, '\n', 0)));
}

/* What is wrong, in an author's words; libxml2's own where there are none. */
static struct text
fault_words(struct arena *arena, const xmlError *error)
{
	switch (error->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		return text_format(arena, "</%s> stands where </%s> is due",
		    error->str2 ? error->str2 : "", error->str1 ? error->str1 : "");
	case XML_ERR_TAG_NOT_FINISHED:
		return TEXT("the file ends before all elements are closed");
	case XML_ERR_DOCUMENT_EMPTY:
		return TEXT("the file holds no element");
	case XML_ERR_DOCUMENT_END:
		return TEXT("something follows the end of the document");
	case XML_ERR_ATTRIBUTE_REDEFINED:
		return text_format(arena, "the attribute \"%s\" is given twice",
		    error->str1 ? error->str1 : "");
	case XML_ERR_LT_IN_ATTRIBUTE:
		return TEXT("a \"<\" stands in an attribute");
	case XML_ERR_NAME_REQUIRED:
		return TEXT("a name is due here");
	case XML_ERR_COMMENT_NOT_FINISHED:
		return TEXT("a comment is not closed");
	default:
		return first_line(text_of(error->message));
	}
}

/* An entity that ends at an offset: the parser has read past it. */
static void
refuse_entity(struct parsing *parsing, size_t end)
{
	size_t at = end;

	while (at > 0 && parsing->bytes.s[at] != '&')
		at--;
	report(parsing->diag, place_of(parsing, at), entity,
	    text_slice(parsing->bytes, at, text_find_byte(parsing->bytes, ';', at) + 1),
	    TEXT("write the character itself"));
}

static void
fault(void *data, xmlErrorPtr error)
{
	struct parsing *parsing = data;		/* the parser's userData, as for all handlers */

	if (error->code == XML_ERR_NO_MEMORY)
		die("libxml2: no memory left");
	if (parsing->failed || error->level == XML_ERR_WARNING)
		return;
	if (error->code == XML_ERR_UNDECLARED_ENTITY ||
	    error->code == XML_WAR_UNDECLARED_ENTITY)
		refuse_entity(parsing, consumed(parsing));
	else
		report(parsing->diag, place_of(parsing, consumed(parsing)), bad_xml,
		    text_copy(parsing->arena, fault_words(parsing->arena, error)),
		    error->code == XML_ERR_NAME_REQUIRED ?
		    TEXT("write &lt; or &amp; for the characters themselves") : TEXT(""));
	stop(parsing);
}

/* ---- the file ---- */

static void
parse(struct parsing *parsing)
{
	xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC, .startElementNs = start_element,
		.endElementNs = end_element, .characters = characters,
		.ignorableWhitespace = characters,
		.cdataBlock = characters, .comment = comment, .internalSubset = refuse_type,
		.processingInstruction = refuse_instruction,
		.serror = (xmlStructuredErrorFunc)fault };
	const struct xml_library *xml = xml_library();
	xmlParserCtxtPtr parser =
	    xml->xmlCreateMemoryParserCtxt(parsing->bytes.s, (int)parsing->bytes.length);

	if (!parser)
		die("libxml2 cannot be set up");
	parsing->parser = parser;
	*parser->sax = handler;
	parser->userData = parsing;
	xml->xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
	xml->xmlParseDocument(parser);
	if (!parser->wellFormed && !parsing->failed) {
		report(parsing->diag, place_of(parsing, consumed(parsing)), bad_xml,
		    TEXT("this is no well-formed XML"));
		parsing->failed = true;
	}
	xml->xmlFreeDoc(parser->myDoc);
	xml->xmlFreeParserCtxt(parser);
}

struct element *
parse_xml(struct arena *arena, struct diag *diag, const char *file, struct text bytes)
{
	struct parsing parsing = { .arena = arena, .diag = diag, .file = file, .bytes = bytes,
		.counted_at = { file, 1, 1 }, .text = { .arena = arena } };
	size_t crowded;

	if (bytes.length == 0) {
		report(diag, parsing.counted_at, empty_file);
		return NULL;
	}
	if (names_other_encoding(bytes)) {
		report(diag, parsing.counted_at, bad_xml,
		    TEXT("the first line names another encoding than UTF-8"),
		    TEXT("save the file as UTF-8, and write encoding=\"UTF-8\""));
		return NULL;
	}
	crowded = find_crowded_tag(bytes);
	if (crowded < bytes.length) {
		report(diag, place_of(&parsing, crowded), too_large,
		    TEXT("this tag has more than 64 attributes"), TEXT(""));
		return NULL;
	}
	parse(&parsing);
	return parsing.failed ? NULL : parsing.root;
}

/* ---- looking into elements ---- */

const struct xml_attribute *
element_attribute(const struct element *element, const char *name)
{
	for (size_t i = 0; i < element->attributes.count; i++)
		if (text_is(element->attributes.at[i].name, name))
			return &element->attributes.at[i];
	return NULL;
}

struct text
element_words(const struct element *element, const char *name)
{
	const struct xml_attribute *attribute = element_attribute(element, name);

	return attribute ? attribute->words : TEXT("");
}

bool
element_is(const struct element *element, const char *name)
{
	return element->kind == ELEMENT_TAG && text_is(element->name, name);
}

struct element *
element_tag(struct element *element)
{
	while (element && element->kind != ELEMENT_TAG)
		element = element->next;
	return element;
}
