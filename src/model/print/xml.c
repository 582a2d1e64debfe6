/* SPDX-License-Identifier: MIT */
/*
 * Tags, characters and running text of canonical XML (XML 1.0, fifth edition).
 *
 * What XML cannot hold (control characters) becomes U+FFFD, so that every
 * print is well-formed. In running text a run of white space is one space;
 * none stands at either end or beside a line break.
 */
#include "model/print/xml.h"

void
xml_line(struct xml *xml)
{
	if (xml->out->length > 0)
		buffer_byte(xml->out, '\n');
	for (int i = 0; i < xml->depth; i++)
		buffer_string(xml->out, "  ");
}

void
xml_name(struct xml *xml, const char *name)
{
	buffer_name(xml->out, name);
}

void
xml_open(struct xml *xml, const char *name)
{
	buffer_byte(xml->out, '<');
	xml_name(xml, name);
}

void
xml_close(struct xml *xml, const char *name)
{
	buffer_string(xml->out, "</");
	xml_name(xml, name);
	buffer_byte(xml->out, '>');
}

/* Char of XML 1.0, 2.2. */
static bool
is_char(uint32_t c)
{
	return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
}

static void
put_char(struct xml *xml, uint32_t c)
{
	switch (c) {
	case '&': buffer_string(xml->out, "&amp;"); break;
	case '<': buffer_string(xml->out, "&lt;"); break;
	case '>': buffer_string(xml->out, "&gt;"); break;
	default: buffer_code_point(xml->out, is_char(c) ? c : 0xFFFD);
	}
}

static bool
is_white(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void
xml_attribute(struct xml *xml, const char *name, struct text words)
{
	if (words.length == 0)
		return;
	buffer_byte(xml->out, ' ');
	xml_name(xml, name);
	buffer_string(xml->out, "=\"");
	for (size_t i = 0; i < words.length;) {
		uint32_t c = utf8_next(words, &i);

		if (c == '"')
			buffer_string(xml->out, "&quot;");
		else if (c != ' ' && is_white(c))
			buffer_format(xml->out, "&#%d;", (int)c);
		else
			put_char(xml, c);
	}
	buffer_byte(xml->out, '"');
}

void
xml_flag(struct xml *xml, const char *name, bool set)
{
	if (set)
		xml_attribute(xml, name, TEXT("yes"));
}

/* The end of what is printed as it stands: characters of ASCII but white space and marks. */
static size_t
plain_end(struct text words, size_t at)
{
	while (at < words.length && words.s[at] > ' ' && words.s[at] < 0x7F && words.s[at] != '&' &&
	    words.s[at] != '<' && words.s[at] != '>')
		at++;
	return at;
}

/* running text: runs of white space are one space */
static void
xml_words(struct xml *xml, struct text words)
{
	for (size_t i = 0, end; i < words.length; i = end) {
		size_t plain = end = plain_end(words, i);
		uint32_t c = plain > i ? 0 : utf8_next(words, &end);

		if (plain == i && is_white(c)) {
			xml->gap = !xml->spaced;
			continue;
		}
		if (xml->gap)
			buffer_byte(xml->out, ' ');
		if (plain > i)
			buffer_add(xml->out, words.s + i, plain - i);
		else
			put_char(xml, c);
		xml->gap = xml->spaced = false;
	}
}

/*
 * A comment of XML holds no "--" and ends in no "-". So between two hyphens,
 * and between the last one and the end, one backslash is put behind those
 * that stand there; the reader takes it out again.
 */
void
xml_comment(struct xml *xml, struct text words)
{
	bool after_hyphen = false;

	buffer_string(xml->out, "<!--");
	for (size_t i = 0; i < words.length;) {
		uint32_t c = utf8_next(words, &i);

		if (after_hyphen && c == '-')
			buffer_byte(xml->out, '\\');
		after_hyphen = c == '-' || (after_hyphen && c == '\\');
		buffer_code_point(xml->out, is_char(c) ? c : 0xFFFD);
	}
	buffer_string(xml->out, after_hyphen ? "\\-->" : "-->");
}

static void
print_inline(struct xml *, const struct span *);

/* A space that is due goes before a tag, so that none begins an element. */
static void
open_inline(struct xml *xml, const char *name)
{
	if (xml->gap) {
		buffer_byte(xml->out, ' ');
		xml->spaced = true;
		xml->gap = false;
	}
	xml_open(xml, name);
}

static void
print_within(struct xml *xml, const char *name, const struct span *span)
{
	buffer_byte(xml->out, '>');
	if (span->first)
		print_inline(xml, span->first);
	else
		xml_words(xml, span->words);
	xml_close(xml, name);
}

static void
print_link(struct xml *xml, const struct span *span)
{
	struct text address = span->address;

	if (!span->first && span->words.length > 0) {
		xml_words(xml, span->words);
		return;
	}
	open_inline(xml, "a");
	if (span->kind == SPAN_LANGUAGE)
		address = text_join(xml->out->arena, TEXT("lang:"), address);
	xml_attribute(xml, "href", address);
	xml_attribute(xml, "title", span->title);
	print_within(xml, "a", span);
}

void
xml_image(struct xml *xml, struct text src, struct text alt, struct text title)
{
	xml_attribute(xml, "src", src);
	xml_attribute(xml, "alt", alt);
	xml_attribute(xml, "title", title);
	buffer_string(xml->out, "/>");
}

static void
print_mark(struct xml *xml, const struct span *span)
{
	if (span->kind == SPAN_BREAK)
		xml->gap = false;
	open_inline(xml, span->kind == SPAN_BREAK ? "br" : span->kind == SPAN_NOTE ? "note" :
	    "img");
	xml->spaced = span->kind == SPAN_BREAK;
	if (span->kind == SPAN_IMAGE) {
		xml_image(xml, span->address, span->words, span->title);
		return;
	}
	if (span->kind == SPAN_NOTE)
		xml_attribute(xml, "ref", span->words);
	buffer_string(xml->out, "/>");
}

static void
print_span(struct xml *xml, const struct span *span)
{
	switch (span->kind) {
	case SPAN_TEXT:
		xml_words(xml, span->words);
		break;
	case SPAN_EMPHASIS:
		open_inline(xml, "em");
		print_within(xml, "em", span);
		break;
	case SPAN_STRONG:
		open_inline(xml, "strong");
		print_within(xml, "strong", span);
		break;
	case SPAN_REF:
		open_inline(xml, "ref");
		print_within(xml, "ref", span);
		break;
	case SPAN_LINK:
	case SPAN_LANGUAGE:
		print_link(xml, span);
		break;
	case SPAN_NOTE:
	case SPAN_BREAK:
	case SPAN_IMAGE:
		print_mark(xml, span);
		break;
	case SPAN_COMMENT:
		/* one before it, and one is still due behind it */
		if (xml->as_written && xml->gap)
			buffer_byte(xml->out, ' ');
		if (xml->as_written)
			xml_comment(xml, span->words);
	}
}

static void
print_inline(struct xml *xml, const struct span *span)
{
	for (; span; span = span->next)
		print_span(xml, span);
}

void
xml_spans(struct xml *xml, const struct span *span)
{
	xml->spaced = true;
	xml->gap = false;
	print_inline(xml, span);
}
