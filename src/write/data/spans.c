/* SPDX-License-Identifier: MIT */
/*
 * Running text as Markdown.
 *
 * Every character that Markdown, or this language, would take for a mark is
 * escaped with a backslash; nothing else is, so that the source reads well.
 * As in the canonical print a run of white space is one space.
 */
#include "write/data/markdown.h"

#include <string.h>

static void
write_spans(struct markdown *, const struct span *);

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_word(char c)
{
	return is_latin(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static char
last_byte(const struct markdown *markdown)
{
	return markdown->out.length > 0 ? markdown->out.s[markdown->out.length - 1] : '\n';
}

/* ---- what must be escaped ---- */

/* "1." and "12)" before a space begin a list. */
static size_t
number_end(struct text words, size_t at)
{
	size_t end = at;

	while (end < words.length && is_digit(words.s[end]))
		end++;
	return end > at && end < words.length && (words.s[end] == '.' || words.s[end] == ')') &&
	    (end + 1 == words.length || is_white(words.s[end + 1])) ? end : 0;
}

/* Would the word at the start of a block be the mark of one? */
static bool
is_block_mark(struct text words, size_t at)
{
	char c = words.s[at], next = at + 1 < words.length ? words.s[at + 1] : ' ';

	switch (c) {
	case '>': case '#':
		return true;
	case '-': return is_white(next) || next == '-';
	case '+': return is_white(next);
	case '~': return next == '~';
	default: return false;
	}
}

/* "&copy;" is a character; "R&D" is not. */
static bool
is_entity(struct text words, size_t at)
{
	size_t end = at + 1;

	if (end < words.length && words.s[end] == '#')
		end++;
	while (end < words.length && end < at + 40 && (unsigned char)words.s[end] < 0x80 &&
	    is_word(words.s[end]))
		end++;
	return end > at + 1 && end < words.length && words.s[end] == ';';
}

static bool
is_mark(const struct markdown *markdown, struct text words, size_t at)
{
	char c = words.s[at], before = at > 0 ? words.s[at - 1] : last_byte(markdown);
	char after = at + 1 < words.length ? words.s[at + 1] : ' ';

	switch (c) {
	case '\\': case '`': case '*': case '[': case ']': case '<': case '|':
	case '{':
		return true;
	case '_': return !is_word(before) || !is_word(after);
	case '&': return is_entity(words, at);
	case '!': return at + 1 == words.length;
	case '#': return markdown->in_heading;
	case '>': return markdown->in_head;
	case '(': case ':': return markdown->bracketed;
	default: return false;
	}
}

static void
put_byte(struct markdown *markdown, struct text words, size_t at, size_t number)
{
	bool escape = is_mark(markdown, words, at);

	if (markdown->line_start && !markdown->in_cell && !markdown->in_heading)
		escape |= is_block_mark(words, at);
	if (escape || (number > 0 && at == number))
		buffer_byte(&markdown->out, '\\');
	buffer_byte(&markdown->out, words.s[at]);
	markdown->line_start = markdown->spaced = markdown->bracketed = false;
}

void
markdown_words(struct markdown *markdown, struct text words)
{
	size_t number = 0;

	for (size_t i = 0; i < words.length; i++) {
		if (is_white(words.s[i])) {
			markdown->gap = !markdown->spaced;
			continue;
		}
		if (markdown->gap) {
			buffer_byte(&markdown->out, ' ');
			markdown->bracketed = false;
		}
		markdown->gap = false;
		if (markdown->line_start && !markdown->in_cell && !markdown->in_heading)
			number = number_end(words, i);
		put_byte(markdown, words, i, number);
	}
}

/* ---- marks ---- */

/* A space that is due goes before a mark. */
static void
open_mark(struct markdown *markdown, const char *mark)
{
	if (markdown->gap) {
		buffer_byte(&markdown->out, ' ');
		markdown->spaced = true;
		markdown->gap = false;
	}
	buffer_string(&markdown->out, mark);
	markdown->line_start = markdown->bracketed = false;
}

static char
first_byte(const struct span *span)
{
	if (!span)
		return ' ';
	return span->kind == SPAN_TEXT && span->words.length > 0 ? span->words.s[0] : '[';
}

/* "*", or "_" where a "*" stands beside and no letter does. */
static void
write_emphasis(struct markdown *markdown, const struct span *span)
{
	char before, after = first_byte(span->next);
	const char *mark;
	bool other;

	if (markdown->gap)
		open_mark(markdown, "");
	before = last_byte(markdown);
	other = before == '*' ||
	    (markdown->emphasis > 0 && !is_word(before) && !is_word(after) && before != '_');
	mark = span->kind == SPAN_STRONG ? other ? "__" : "**" : other ? "_" : "*";
	open_mark(markdown, mark);
	markdown->emphasis++;
	write_spans(markdown, span->first);
	markdown->emphasis--;
	buffer_string(&markdown->out, mark);
}

/*
 * In an address or title cmark finds entities before it takes backslashes
 * away; and a backslash at the end of a title might escape what closes it.
 */
static void
write_escaped(struct markdown *markdown, struct text words, const char *marks)
{
	for (size_t i = 0; i < words.length; i++) {
		if (words.s[i] == '&' && is_entity(words, i)) {
			buffer_string(&markdown->out, "&amp;");
			continue;
		}
		if (words.s[i] == '\\' && i + 1 == words.length) {
			buffer_string(&markdown->out, "&#92;");
			continue;
		}
		if (strchr(marks, words.s[i]))
			buffer_byte(&markdown->out, '\\');
		buffer_byte(&markdown->out, words.s[i] == '\n' ? ' ' : words.s[i]);
	}
}

/* An address ends at a space, or at a bracket: then it stands in angle brackets. */
void
markdown_address(struct markdown *markdown, struct text address, struct text title)
{
	bool angle = address.length == 0;

	for (size_t i = 0; i < address.length; i++)
		angle |= is_white(address.s[i]) ||
		    (address.s[i] != '\0' && strchr("()<>", address.s[i]));
	buffer_string(&markdown->out, angle ? "(<" : "(");
	write_escaped(markdown, address, "\\<>|");
	buffer_string(&markdown->out, angle ? ">" : "");
	if (title.length > 0)
		buffer_string(&markdown->out, " \"");
	write_escaped(markdown, title, "\\\"<|");
	buffer_string(&markdown->out, title.length > 0 ? "\")" : ")");
}

/* Is a link's address the words themselves, and would they be found bare? */
static bool
is_bare(const struct markdown *markdown, const struct span *span)
{
	const struct span *words = span->first;
	struct text address = span->address, said = words ? words->words : TEXT("");
	char before = markdown->gap ? ' ' : last_byte(markdown), after = first_byte(span->next);
	bool mail = text_begins(address, "mailto:");

	if (!words || words->next || words->kind != SPAN_TEXT || span->title.length > 0 ||
	    said.length == 0 || !text_equal(mail ? text_from(address, 7) : address, said) ||
	    (!mail && !text_begins(address, "http")))
		return false;
	for (size_t i = 0; i < said.length; i++)
		if ((unsigned char)said.s[i] >= 0x80 ||
		    (!is_word(said.s[i]) && !strchr(mail ? ".-@" : ".-/:?=%", said.s[i])))
			return false;
	return is_word(said.s[0]) && is_word(said.s[said.length - 1]) &&
	    (before == ' ' || before == '\n') && (after == ' ' || after == ',') &&
	    text_find_byte(said, '.', 0) < said.length &&
	    (!mail || text_find_byte(said, '.', text_find_byte(said, '@', 0)) < said.length);
}

static void
write_link(struct markdown *markdown, const struct span *span)
{
	struct text address = span->address;

	if (span->kind == SPAN_LINK && is_bare(markdown, span)) {
		open_mark(markdown, "");
		buffer_text(&markdown->out, span->first->words);
		markdown->spaced = false;
		return;
	}
	if (!span->first && span->words.length > 0) {
		markdown_words(markdown, span->words);
		return;
	}
	if (span->kind == SPAN_LANGUAGE)
		address = text_join(markdown->out.arena, TEXT("lang:"), address);
	open_mark(markdown, "[");
	write_spans(markdown, span->first);
	buffer_byte(&markdown->out, ']');
	markdown_address(markdown, address, span->title);
	markdown->spaced = markdown->bracketed = false;
}

static void
write_name(struct markdown *markdown, const struct span *span)
{
	open_mark(markdown, span->kind == SPAN_NOTE ? "[^" : "[");
	if (span->kind == SPAN_NOTE)
		buffer_text(&markdown->out, span->words);
	else
		markdown_words(markdown, span->words);
	buffer_byte(&markdown->out, ']');
	markdown->bracketed = true;
	markdown->spaced = false;
}

static void
write_image(struct markdown *markdown, const struct span *span)
{
	open_mark(markdown, "![");
	markdown_words(markdown, span->words);
	buffer_byte(&markdown->out, ']');
	markdown_address(markdown, span->address, span->title);
	markdown->spaced = false;
}

static void
write_spans(struct markdown *markdown, const struct span *span)
{
	for (; span; span = span->next)
		switch (span->kind) {
		case SPAN_TEXT: markdown_words(markdown, span->words); break;
		case SPAN_EMPHASIS:
		case SPAN_STRONG: write_emphasis(markdown, span); break;
		case SPAN_LINK:
		case SPAN_LANGUAGE: write_link(markdown, span); break;
		case SPAN_REF:
		case SPAN_NOTE: write_name(markdown, span); break;
		case SPAN_IMAGE: write_image(markdown, span); break;
		case SPAN_BREAK:
			markdown->gap = false;
			open_mark(markdown, "<br>");
			markdown->spaced = true;
			break;
		case SPAN_COMMENT:
			if (markdown->gap)	/* one before it, and one is still due behind it */
				buffer_byte(&markdown->out, ' ');
			buffer_format(&markdown->out, "<!--%.*s-->", TEXT_ARGS(span->words));
			markdown->line_start = false;
		}
}

void
markdown_spans(struct markdown *markdown, const struct span *span)
{
	markdown->line_start = markdown->spaced = true;
	markdown->gap = markdown->bracketed = false;
	write_spans(markdown, span);
}
