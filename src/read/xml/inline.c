/* SPDX-License-Identifier: MIT */
/*
 * Running text: words, emphasis, links, names, notes, line breaks, pictures.
 *
 * How lines are wrapped in a source means nothing: a run of white space is one
 * space, none stands at either end or beside a line break. So what the
 * canonical print gives is read back to the same spans.
 */
#include <stddef.h>

#include "model/messages.h"
#include "read/address.h"
#include "read/xml/scribe.h"

struct line {
	const struct reading *reading;
	bool spaced;		/* no space may follow */
	bool gap;		/* a space is due before what comes next */
	bool in_link;
};

static struct span *
read_spans(struct line *, const struct element *first);

/* ---- words ---- */

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* A space that is due goes to the words before it. */
static void
fill_gap(struct line *line, struct span *last, struct span ***end, struct place at)
{
	struct arena *arena = line->reading->arena;

	if (!line->gap)
		return;
	if (last && last->kind == SPAN_TEXT)
		last->words = text_join(arena, last->words, TEXT(" "));
	else
		span_add(arena, end, SPAN_TEXT, at)->words = TEXT(" ");
	line->gap = false;
	line->spaced = true;
}

/*
 * The text with each run of white space as one space, but none at the start;
 * one at the end is due.
 */
static struct text
collapse(struct line *line, struct text words)
{
	struct buffer out = { .arena = line->reading->arena };

	for (size_t i = 0; i < words.length; i++) {
		if (is_white(words.s[i])) {
			line->gap = !line->spaced;
			continue;
		}
		if (line->gap && out.length > 0)
			buffer_byte(&out, ' ');
		buffer_byte(&out, words.s[i]);
		line->gap = line->spaced = false;
	}
	return buffer_view(&out);
}

/* Words, in which bare addresses are links. */
static void
add_words(struct line *line, struct text words, struct place at, struct span ***end)
{
	struct arena *arena = line->reading->arena;
	struct address address;
	size_t from = 0;

	while (!line->in_link && find_address(arena, words, from, &address)) {
		struct span *link;

		if (address.from > from)
			span_add(arena, end, SPAN_TEXT, at)->words =
			    text_slice(words, from, address.from);
		at.column += (int)utf8_count(text_slice(words, from, address.from));
		link = span_add(arena, end, SPAN_LINK, at);
		link->address = address.leads;
		link->first = ARENA_NEW(arena, struct span);
		link->first->at = at;
		link->first->words = text_slice(words, address.from, address.to);
		at.column += (int)utf8_count(link->first->words);
		from = address.to;
	}
	if (from < words.length)
		span_add(arena, end, SPAN_TEXT, at)->words = text_from(words, from);
}

static bool
begins_white(struct text words)
{
	return words.length > 0 && is_white(words.s[0]);
}

/*
 * After a mark, a space that is due begins the words: " -33%" after a note is
 * one word, as in Markdown.
 */
static void
read_text(struct line *line, const struct element *element, struct span *last, struct span ***end)
{
	struct place at = element->at;
	bool is_led;

	line->gap |= begins_white(element->words) && !line->spaced;
	if (text_is_blank(element->words))
		return;
	is_led = line->gap && last && last->kind != SPAN_TEXT;
	if (is_led) {
		at.column -= !begins_white(element->words);
		line->gap = false;
		line->spaced = true;
	}
	fill_gap(line, last, end, at);
	add_words(line,
	    text_join(line->reading->arena, is_led ? TEXT(" ") : TEXT(""),
	        collapse(line, element->words)),
	    at, end);
}

/* ---- marks ---- */

static struct text
attribute_words(const struct reading *reading, const struct element *element, const char *name)
{
	const struct xml_attribute *attribute = element_attribute(element, name);

	if (!attribute)
		refuse(reading, element->at,
		    text_format(reading->arena, "<%.*s> needs the attribute \"%s\"",
		        TEXT_ARGS(element->name), name),
		    TEXT(""));
	return attribute ? attribute->words : TEXT("");
}

static void
read_link(struct line *line, struct span *span, const struct element *element)
{
	static const char *const allowed[] = { "href", "title", NULL };
	const struct reading *reading = line->reading;
	bool outer = line->in_link;

	refuse_attributes(reading, element, allowed);
	span->address = attribute_words(reading, element, "href");
	span->title = element_words(element, "title");
	line->in_link = true;
	span->first = read_spans(line, element->first);
	line->in_link = outer;
	if (span->address.length == 0)
		span->kind = SPAN_EMPHASIS;	/* said; it leads nowhere */
	else if (!span_take_language(reading, span))
		use_address(reading, span->address, span->at);
	if (!span->first)
		refuse(reading, element->at, TEXT("this link has no words"),
		    TEXT("write what the reader is to see"));
}

static void
read_image(const struct reading *reading, struct span *span, const struct element *element)
{
	static const char *const allowed[] = { "src", "alt", "title", NULL };

	refuse_attributes(reading, element, allowed);
	span->address = attribute_words(reading, element, "src");
	span->words = element_words(element, "alt");
	span->title = element_words(element, "title");
	if (text_is_blank(span->words))
		report(reading->diag, element->at, no_alt, span->address);
	use_image(reading, span->address, element->at);
}

/* ---- tags ---- */

static const struct { const char *name; enum span_kind kind; } tags[] = {
	{ "em", SPAN_EMPHASIS }, { "strong", SPAN_STRONG }, { "a", SPAN_LINK }, { "ref", SPAN_REF },
	{ "note", SPAN_NOTE }, { "br", SPAN_BREAK }, { "img", SPAN_IMAGE },
};

static int
tag_kind(const struct element *element)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (element_is(element, tags[i].name))
			return tags[i].kind;
	return -1;
}

/* Marks that hold nothing. */
static void
refuse_content(const struct reading *reading, const struct element *element)
{
	if (element->first)
		refuse(reading, element->first->at,
		    text_format(reading->arena, "<%.*s> holds nothing", TEXT_ARGS(element->name)),
		    TEXT(""));
}

static void
read_mark(struct line *line, struct span *span, const struct element *element)
{
	static const char *const ref[] = { "ref", NULL };
	const struct reading *reading = line->reading;

	switch (span->kind) {
	case SPAN_LINK:
		read_link(line, span, element);
		return;
	case SPAN_REF:
		refuse_attributes(reading, element, NULL);
		span->words = read_plain(reading, element);
		line->spaced = false;
		return;
	case SPAN_NOTE:
		refuse_attributes(reading, element, ref);
		span->words = attribute_words(reading, element, "ref");
		span->kind = span->words.length > 0 ? SPAN_NOTE : SPAN_TEXT;
		break;
	case SPAN_IMAGE:
		read_image(reading, span, element);
		break;
	case SPAN_BREAK:
		refuse_attributes(reading, element, NULL);
		break;
	default:
		refuse_attributes(reading, element, NULL);
		span->first = read_spans(line, element->first);
		return;
	}
	refuse_content(reading, element);
	line->spaced = span->kind == SPAN_BREAK;
}

static void
read_tag(struct line *line, const struct element *element, struct span *last, struct span ***end)
{
	int kind = tag_kind(element);

	if (kind < 0) {
		refuse_element(line->reading, element,
		    TEXT("running text holds em, strong, a, ref, br, note and img"));
		return;
	}
	if (kind == SPAN_BREAK)
		line->gap = false;
	fill_gap(line, last, end, element->at);
	read_mark(line, span_add(line->reading->arena, end, kind, element->at), element);
}

struct text
comment_words(struct arena *arena, struct text words)
{
	struct buffer out = { .arena = arena };
	bool after_hyphen = false;

	for (size_t i = 0; i < words.length; i++) {
		size_t next = i;

		while (next < words.length && words.s[next] == '\\')
			next++;
		if (after_hyphen && next > i && (next == words.length || words.s[next] == '-'))
			i++;	/* one of the backslashes between two hyphens is not the author's */
		for (; i < next; i++)
			buffer_byte(&out, '\\');
		if (i == words.length)
			break;
		after_hyphen = words.s[i] == '-';
		buffer_byte(&out, words.s[i]);
	}
	return buffer_view(&out);
}

static struct span *
read_spans(struct line *line, const struct element *element)
{
	struct span *first = NULL, **end = &first;

	for (; element; element = element->next) {
		struct span *last =
		    first ? (struct span *)((char *)end - offsetof(struct span, next)) : NULL;

		if (element->kind == ELEMENT_TEXT)
			read_text(line, element, last, &end);
		else if (element->kind == ELEMENT_TAG)
			read_tag(line, element, last, &end);
		else {
			fill_gap(line, last, &end, element->at);
			span_add(line->reading->arena, &end, SPAN_COMMENT, element->at)->words =
			    comment_words(line->reading->arena, element->words);
		}
	}
	return first;
}

struct span *
read_inline(const struct reading *reading, const struct element *first)
{
	struct line line = { .reading = reading, .spaced = true };

	return read_spans(&line, first);
}

struct text
read_plain(const struct reading *reading, const struct element *element)
{
	struct line line = { .reading = reading, .spaced = true };
	struct buffer out = { .arena = reading->arena };

	for (const struct element *child = element->first; child; child = child->next) {
		struct text words;

		if (child->kind == ELEMENT_TAG)
			refuse_element(reading, child, TEXT("only words stand here"));
		if (child->kind != ELEMENT_TEXT)
			continue;
		line.gap |= begins_white(child->words) && !line.spaced;
		if (line.gap && !text_is_blank(child->words)) {
			buffer_byte(&out, ' ');
			line.gap = false;
		}
		words = collapse(&line, child->words);
		buffer_text(&out, words);
	}
	return text_trim(buffer_view(&out));
}
