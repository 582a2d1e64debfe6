/* SPDX-License-Identifier: MIT */
/*
 * Hyphens by Liang's patterns: the one file that knows libhyphen. Only
 * British English has patterns here. At least two letters stand before a
 * hyphen and three after it; a word with capitals, digits or signs inside is
 * left whole.
 */
#include "typeset/text/hyphen.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

enum { WORD_MOST = 64, WORD_LEAST = 5 };

static const char patterns[] = "/usr/share/hyphen/hyph_en_GB.dic";

static HyphenDict *dictionary;

static void
drop_dictionary(void)
{
	hnj_hyphen_free(dictionary);
}

static HyphenDict *
open_dictionary(void)
{
	if (dictionary)
		return dictionary;
	dictionary = hnj_hyphen_load(patterns);
	if (!dictionary)
		die("the hyphenation patterns %s are not there", patterns);
	atexit(drop_dictionary);
	return dictionary;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

void
find_hyphens(struct text word, struct text language, uint8_t *points)
{
	char hyphens[WORD_MOST + 5], letters[WORD_MOST + 1];
	char **replacements = NULL;
	int *at = NULL, *cut = NULL;
	size_t from = 0, end = word.length;

	while (from < end && !is_small(word.s[from]))
		from++;
	if (from > 0 && word.s[from - 1] >= 'A' && word.s[from - 1] <= 'Z')
		return;
	for (end = from; end < word.length && is_small(word.s[end]);)
		end++;
	for (size_t i = end; i < word.length; i++)
		if (is_small(word.s[i]) || (unsigned char)word.s[i] >= 0x80)
			return;
	if (end - from < WORD_LEAST || end - from > WORD_MOST || !text_begins(language, "en"))
		return;
	/* The library looks for apostrophes up to a NUL, whatever length it is told. */
	memcpy(letters, word.s + from, end - from);
	letters[end - from] = '\0';
	if (hnj_hyphen_hyphenate2(open_dictionary(), letters, (int)(end - from), hyphens, NULL,
	        &replacements, &at, &cut))
		return;
	for (size_t i = 1; i + 3 < end - from; i++)
		points[from + i] = hyphens[i] & 1;
	free(replacements);
	free(at);
	free(cut);
}
