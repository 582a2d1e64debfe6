/* SPDX-License-Identifier: MIT */
/*
 * E-mail addresses and telephone numbers that a public edition would print,
 * where the house style does not allow them.
 */
#include <string.h>

#include "resolve/walk.h"

/* of a telephone number with its area code */
enum { FEWEST_DIGITS = 10, LONGEST_NUMBER = 40 };

/* The end of a telephone number that begins here; the place itself where none does. */
static size_t
telephone_end(struct text words, size_t at)
{
	size_t end = at, last = at;
	int digits = 0;

	if (words.s[at] != '0' && words.s[at] != '+' &&
	    !(words.s[at] == '(' && at + 1 < words.length && words.s[at + 1] == '0'))
		return at;
	for (; end < words.length && end < at + LONGEST_NUMBER &&
	    (is_digit(words.s[end]) || strchr(" ()+-", words.s[end])); end++)
		if (is_digit(words.s[end])) {
			digits++;
			last = end + 1;
		}
	return digits >= FEWEST_DIGITS ? last : at;
}

/*
 * The end of a word that holds an "@", before which it begins, and a dot behind
 * it; the place itself where it is no address. *sign is the first "@" or space
 * from the place on, where it is known: looked for again only from behind it.
 */
static size_t
address_end(struct text words, size_t at, size_t *sign)
{
	size_t end, dot = 0;

	if (words.s[at] == ' ' || words.s[at] == '@')
		return at;
	*sign = *sign > at ? *sign : at;
	while (*sign < words.length && words.s[*sign] != ' ' && words.s[*sign] != '@')
		++*sign;
	if (*sign == words.length || words.s[*sign] != '@')
		return at;
	for (end = *sign + 1; end < words.length && !strchr(" ,;()<>", words.s[end]); end++)
		dot += words.s[end] == '.';
	return dot > 0 ? end : at;
}

static void
check_words(struct walk *walk, struct text words, struct place at)
{
	for (size_t i = 0, end, sign = 0; i < words.length; i = end) {
		bool begins = i == 0 || strchr(" ,;(:", words.s[i - 1]);
		struct place here = at;

		end = begins ? telephone_end(words, i) : i;
		if (end == i && begins)
			end = address_end(words, i, &sign);
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
