/* SPDX-License-Identifier: MIT */
/*
 * Acts and statutory instruments, known by the form of their titles.
 *
 * The short title of an Act is words that begin with capitals, small words
 * between them, the word Act and the year. Commas are left out of the form:
 * they part names far more often than they stand in a title.
 */
#include "resolve/links/links.h"

enum { LONGEST_TITLE = 40 };	/* words */

static bool
is_any(struct text word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(word, words[i]))
			return true;
	return false;
}

/* Small words within a title, and what stands between its words. */
static bool
joins_title(struct text word)
{
	static const char *const small[] = { "and", "of", "the", "to", "in", "for", "on", "by",
	    "with", "from",
	    "at", "or", "as", "etc", "s", "&", "-", "'", "(", ")", "." };

	return is_any(word, small, sizeof small / sizeof *small);
}

static bool
ends_title(struct text word)
{
	static const char *const last[] = { "act", "regulations", "order", "rules", "measure" };

	return is_any(word, last, sizeof last / sizeof *last);
}

static bool
is_capital(struct text text, const struct lexeme *word)
{
	unsigned char first = (unsigned char)text.s[word->from];

	return (first >= 'A' && first <= 'Z') || first >= 0xC3;
}

static bool
is_year(const struct lexeme *word)
{
	struct text year = word->folded;

	if (year.length != 4 || (year.s[0] != '1' && year.s[0] != '2'))
		return false;
	for (size_t i = 1; i < 4; i++)
		if (year.s[i] < '0' || year.s[i] > '9')
			return false;
	return true;
}

/* The words of a group in brackets, or 0. */
static size_t
bracket_length(const struct lexeme *words, size_t count)
{
	if (count == 0 || !text_is(words[0].folded, "("))
		return 0;
	for (size_t i = 1; i < count && i < LONGEST_TITLE; i++)
		if (text_is(words[i].folded, ")"))
			return i + 1;
	return 0;
}

/*
 * After "Act": the year, perhaps after "(Scotland)"; and "(as amended …)". 0
 * when there is no year.
 */
static size_t
match_year(const struct lexeme *words, size_t count)
{
	size_t at = bracket_length(words, count), amended;

	if (at >= count || !is_year(&words[at]))
		return 0;
	at++;
	amended = bracket_length(words + at, count - at);
	if (amended > 3 && text_is(words[at + 1].folded, "as") &&
	    text_is(words[at + 2].folded, "amended"))
		at += amended;
	return at;
}

size_t
match_act(struct text text, const struct lexeme *words, size_t count)
{
	if (count == 0 || !is_capital(text, &words[0]))
		return 0;
	for (size_t i = 0; i < count && i < LONGEST_TITLE; i++) {
		size_t year = i > 0 && ends_title(words[i].folded) && is_capital(text, &words[i]) ?
		    match_year(words + i + 1, count - i - 1) : 0;

		if (year > 0)
			return i + 1 + year;
		if (!is_capital(text, &words[i]) && !joins_title(words[i].folded))
			return 0;
	}
	return 0;
}
