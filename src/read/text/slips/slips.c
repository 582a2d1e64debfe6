/* SPDX-License-Identifier: MIT */
/*
 * Slips of the hand: lines that are sound Markdown, and not what their author
 * meant. Braces that belong to no heading would print, and what they keep from
 * the public would be published; a heading without its space would run into the
 * text around it.
 */
#include <string.h>

#include "model/kinds.h"
#include "model/messages.h"
#include "read/text/manuscript.h"

enum { MOST_SIGNS = 6 };

static struct place
place_in(const struct manuscript *manuscript, int line, size_t at)
{
	return passage_place(manuscript->passage, manuscript->passage->lines.at[line] + at);
}

/* ---- headings without a space ---- */

static bool
is_blank_line(const struct manuscript *manuscript, int line)
{
	return line < 0 || line + 1 >= (int)manuscript->passage->lines.count ||
	    is_blank(passage_line(manuscript->passage, line));
}

/* One # may begin any word; of a title it begins several in a line of their own. */
static bool
is_tight_title(const struct manuscript *manuscript, int line, struct text words)
{
	return words.length > 0 && words.s[0] >= 'A' && words.s[0] <= 'Z' &&
	    text_find_byte(words, ' ', 0) < words.length &&
	    is_blank_line(manuscript, line - 1) && is_blank_line(manuscript, line + 1);
}

/* # signs right before words, or more than there are levels, make no heading. */
static bool
check_signs(struct manuscript *manuscript, int line)
{
	struct text words = passage_line(manuscript->passage, line), rest;
	size_t at = skip_space(words, 0), signs = 0;
	bool tight;

	while (at + signs < words.length && words.s[at + signs] == '#')
		signs++;
	rest = text_from(words, at + signs);
	if (signs == 0 || at > 3)
		return false;
	tight = rest.length > 0 && rest.s[0] != ' ' && rest.s[0] != '\t';
	if (signs > MOST_SIGNS)
		report(manuscript->diag, place_in(manuscript, line, at), too_deep,
		    TEXT("this heading"), text_number(manuscript->arena, MOST_SIGNS));
	else if (tight && (signs > 1 || is_tight_title(manuscript, line, rest)))
		report(manuscript->diag, place_in(manuscript, line, at + signs), tight_heading,
		    text_slice(words, at, at + signs));
	else
		return false;
	return true;
}

/* ---- titles that say nearly what a section holds ---- */

static int
count_words(struct text title)
{
	int count = 1;

	for (size_t i = 0; i < title.length; i++)
		count += title.s[i] == ' ';
	return count;
}

/* One letter may be wrong in a short title, two in a long one; a word more is another title. */
static bool
is_near(struct text title, struct text known)
{
	enum { SHORT = 4, LONG = 10 };
	size_t letters = utf8_count(title);
	int slips = letters < LONG ? 1 : 2;

	return letters >= SHORT && count_words(title) == count_words(known) &&
	    text_distance(title, known, slips) <= slips;
}

void
check_near_title(struct manuscript *manuscript, const struct heading *heading)
{
	const struct reading *reading = manuscript->reading;
	struct text title = text_fold(manuscript->scratch, heading->title_words);

	for (int kind = 0; kind < SECTION_COUNT; kind++) {
		if (!(section_rows[kind].where & document_bit(reading->document->kind)))
			continue;
		for (array_each(const struct text, known, &reading->style->titles[kind]))
			if (is_near(title, text_fold(manuscript->scratch, *known))) {
				report(manuscript->diag, heading->at, near_title,
				    heading->title_words, *known);
				return;
			}
	}
}

/* ---- bold words, or a number, in place of a heading ---- */

/* Is a block a list of one numbered item that is one line? */
static bool
is_numbered_line(const struct syntax *node, const struct block *block)
{
	const struct block *item = block->kind == BLOCK_LIST && block->ordered ? block->first
	    : NULL;

	return item && !item->next && item->first && !item->first->next &&
	    item->first->kind == BLOCK_PARAGRAPH &&
	    node->first->first->line == node->first->first->end_line;
}

/*
 * The words of a line in bold, or with a number, that text goes on below; a
 * list may follow bold ones. A sentence, and what a table bears as its
 * caption, is no heading.
 */
static const struct span *
title_of(const struct syntax *node, const struct block *block)
{
	const struct syntax *next = node->next;
	const struct span *alone;

	if (!block || node->line < 0 || !next)
		return NULL;
	if (is_numbered_line(node, block))
		return next->kind == SYNTAX_PARAGRAPH ? block->first->first->spans : NULL;
	alone = block->kind == BLOCK_PARAGRAPH ? lone_span(block->spans) : NULL;
	if (!alone || alone->kind != SPAN_STRONG || node->line != node->end_line)
		return NULL;
	return next->kind == SYNTAX_PARAGRAPH || next->kind == SYNTAX_LIST ? alone->first : NULL;
}

void
check_bold_title(struct manuscript *manuscript, const struct syntax *node,
    const struct block *block, int level)
{
	enum { LONGEST_TITLE = 80 };
	static const char signs[] = "######";
	struct text words = spans_plain(manuscript->arena, title_of(node, block));
	char last = words.length > 0 ? words.s[words.length - 1] : '.';
	int count = level + 1 - manuscript->shift;

	if (words.length > LONGEST_TITLE || strchr(".!?;,", last) || count > MOST_SIGNS ||
	    (last == ':' && node->next->kind == SYNTAX_LIST))
		return;
	if (last == ':')
		words.length--;
	report(manuscript->diag, block->at, bold_heading, words,
	    text_slice(text_of(signs), 0, (size_t)count));
}

/* ---- braces that are none of a heading's ---- */

static bool
is_name_byte(char c)
{
	return is_latin(c) || c == '-';
}

/* Does what follows a brace say what the braces of a heading say: {.kind, {#id, {key=, {exempt? */
static bool
opens_braces(struct text words)
{
	size_t from = skip_space(words, 0), to;
	bool marked = from < words.length && (words.s[from] == '.' || words.s[from] == '#');

	from += marked;
	for (to = from; to < words.length && is_name_byte(words.s[to]); to++)
		;
	if (to == from)
		return false;
	return marked || (to < words.length && words.s[to] == '=') ||
	    attribute_find(WHOSE_SECTION | WHOSE_RECORD, text_slice(words, from, to)) >= 0;
}

/* Is this the only trouble: words, or a full stop, behind the braces? */
static bool
is_closed(struct text words)
{
	return text_find_byte(words, '}', 0) < words.length;
}

static void
check_stray_braces(struct manuscript *manuscript, int line, bool heading)
{
	struct text words = passage_line(manuscript->passage, line);

	for (size_t at = 0; at < words.length; at++) {
		struct text rest = text_from(words, at + 1);

		if (words.s[at] != '{' || !opens_braces(rest))
			continue;
		if (!heading)
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("these braces stand at no heading"),
			    TEXT("write them at the end of the heading above, or `\\{` for "
			    "a real brace"));
		else if (is_closed(rest))
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("words follow the braces of this heading"),
			    TEXT("move the braces to the end of the line"));
		else
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("the braces of this heading are not closed"),
			    TEXT("end the line with `}`"));
		return;
	}
}

/* ---- the passage ---- */

void
check_slips(struct manuscript *manuscript)
{
	size_t next = 0;

	for (int line = 0; line + 1 < (int)manuscript->passage->lines.count; line++) {
		bool taken = next < manuscript->braces.count &&
		    manuscript->braces.at[next].line == line;

		next += taken;
		if (taken || check_signs(manuscript, line))
			continue;
		check_stray_braces(manuscript, line,
		    is_heading_line(passage_line(manuscript->passage, line)));
		check_runs(manuscript, line);
	}
}
