/* SPDX-License-Identifier: MIT */
/*
 * E-mail addresses and telephone numbers that a public edition would print,
 * where the house style does not allow them.
 */
#include <string.h>

#include "resolve/walk.h"

enum { FEWEST_DIGITS = 10 };	/* of a telephone number with its area code */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The end of a telephone number that begins here; the place itself where none does. */
static size_t
telephone_end(struct text words, size_t at)
{
	size_t end = at, last = at;
	int digits = 0;

	if (words.s[at] != '0' && words.s[at] != '+' &&
	    !(words.s[at] == '(' && at + 1 < words.length && words.s[at + 1] == '0'))
		return at;
	for (; end < words.length && (is_digit(words.s[end]) || strchr(" ()+-", words.s[end])); end++)
		if (is_digit(words.s[end])) {
			digits++;
			last = end + 1;
		}
	return digits >= FEWEST_DIGITS ? last : at;
}

/* The bounds of the word round an "@" with a dot behind it. */
static size_t
address_end(struct text words, size_t at)
{
	size_t end = at, dot = 0;

	if (words.s[at] == ' ' || words.s[at] == '@')
		return at;
	while (end < words.length && words.s[end] != ' ' && words.s[end] != '@')
		end++;
	if (end == words.length || words.s[end] != '@')
		return at;
	for (end++; end < words.length && !strchr(" ,;()<>", words.s[end]); end++)
		dot += words.s[end] == '.';
	return dot > 0 ? end : at;
}

static void
check_words(struct walk *walk, struct text words, struct place at)
{
	for (size_t i = 0, end; i < words.length; i = end) {
		bool begins = i == 0 || strchr(" ,;(:", words.s[i - 1]);
		struct place here = at;

		end = begins ? telephone_end(words, i) : i;
		if (end == i && begins)
			end = address_end(words, i);
		if (end == i) {
			end++;
			continue;
		}
		here.column += here.line > 0 ? (int)utf8_count(text_slice(words, 0, i)) : 0;
		report(about(walk->resolution, walk->document), here, contact_in_public,
		    text_slice(words, i, end));
	}
}

static void
check_span(struct walk *walk, struct span *span)
{
	if (span->kind == SPAN_TEXT && !walk->document->style->contacts_in_public)
		check_words(walk, span->words, span->at);
}

static void
check_value(struct walk *walk, struct value *value)
{
	if (!value->content && !walk->document->style->contacts_in_public)
		check_words(walk, value->plain, value->at);
}

void
check_contacts(struct resolution *resolution)
{
	struct walk walk = { .at_span = check_span, .at_value = check_value };

	if (!resolution->hides)
		return;
	walk_corpus(&walk, resolution);
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		walk_notes(&walk, resolution, resolution->corpus->documents.at[i]);
}
