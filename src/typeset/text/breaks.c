/* SPDX-License-Identifier: MIT */
/*
 * Where a line may end, and which way words run: the one file that knows
 * libunibreak (UAX #14) and FriBidi (UAX #9).
 */
#include "typeset/text/breaks.h"

#include <fribidi.h>
#include <linebreak.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

/* Letters and digits of ASCII: classes AL and NU. */
static bool
is_plain(char c)
{
	return is_latin(c) || is_digit(c);
}

/*
 * The next place where a space stands between two plain characters. A line may
 * end there (LB18), and what is on one side says nothing of the other: so the
 * library need not be asked of plain words, which are most; its tables cost a
 * tenth of the time of 1,000 pages.
 */
static size_t
next_seam(struct text words, size_t from)
{
	/* after the last plain character, when nothing but spaces followed */
	size_t plain = 0;

	for (size_t at = from; at < words.length; at++) {
		if (is_plain(words.s[at])) {
			if (plain > 0 && plain < at)
				return at;
			plain = at + 1;
		} else if (words.s[at] != ' ') {
			plain = 0;
		}
	}
	return words.length;
}

/* Plain characters, and then nothing but spaces. */
static bool
is_plain_word(struct text word)
{
	size_t at = 0;

	while (at < word.length && is_plain(word.s[at]))
		at++;
	if (at == 0)
		return false;
	while (at < word.length && word.s[at] == ' ')
		at++;
	return at == word.length;
}

static void
ask_library(struct text words, const char *language, uint8_t *cuts)
{
	static bool is_ready;

	if (!is_ready)
		init_linebreak();
	is_ready = true;
	set_linebreaks_utf8((const utf8_t *)words.s, words.length, language, (char *)cuts);
	for (size_t i = 0; i < words.length; i++)
		cuts[i] = cuts[i] == LINEBREAK_MUSTBREAK ? CUT_MUST :
		    cuts[i] == LINEBREAK_ALLOWBREAK ? CUT_YES : CUT_NO;
}

void
find_cuts(struct text words, struct text language, uint8_t *cuts)
{
	char primary[4] = "";

	for (size_t i = 0; i < 2 && i < language.length; i++)
		primary[i] = language.s[i];
	for (size_t from = 0, end; from < words.length; from = end) {
		struct text part = text_slice(words, from, end = next_seam(words, from));

		if (is_plain_word(part))
			memset(cuts + from, CUT_NO, part.length);
		else
			ask_library(part, primary, cuts + from);
		cuts[end - 1] = end < words.length ? CUT_YES : CUT_MUST;
	}
}

/*
 * Hebrew is the first script from the right, at U+0590: in UTF-8 no byte below
 * 0xD6 can begin one.
 */
static bool
may_run_left(struct text words)
{
	for (size_t i = 0; i < words.length; i++)
		if ((unsigned char)words.s[i] >= 0xD6)
			return true;
	return false;
}

const uint8_t *
find_levels(struct arena *arena, struct text words, bool from_right)
{
	size_t count = 0, at = 0, start;
	FriBidiParType base = from_right ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	FriBidiChar *points;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels, highest;
	uint8_t *out;

	if (!from_right && !may_run_left(words))
		return NULL;
	points = arena_array(arena, words.length, sizeof *points);
	while (at < words.length)
		points[count++] = utf8_next(words, &at);
	types = arena_array(arena, count, sizeof *types);
	brackets = arena_array(arena, count, sizeof *brackets);
	levels = arena_array(arena, count, sizeof *levels);
	fribidi_get_bidi_types(points, (FriBidiStrIndex)count, types);
	fribidi_get_bracket_types(points, (FriBidiStrIndex)count, types, brackets);
	highest = fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)count,
	    &base, levels);
	if (highest == 0)
		die("the memory to order words could not be had");
	if (highest <= 1 && !from_right)
		return NULL;
	out = arena_array(arena, words.length, 1);
	for (at = 0, count = 0; at < words.length; count++)
		for (start = at, utf8_next(words, &at); start < at; start++)
			out[start] = (uint8_t)levels[count];
	return out;
}
