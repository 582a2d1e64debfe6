/* SPDX-License-Identifier: MIT */
/*
 * Where a line may end, and which way words run: the one file that knows
 * libunibreak (UAX #14) and FriBidi (UAX #9).
 */
#include "typeset/text/breaks.h"

#include <fribidi.h>
#include <linebreak.h>

#include "base/arena.h"

void
find_cuts(struct text words, struct text language, uint8_t *cuts)
{
	static bool is_ready;
	char primary[4] = "";

	if (!is_ready)
		init_linebreak();
	is_ready = true;
	for (size_t i = 0; i < 2 && i < language.length; i++)
		primary[i] = language.s[i];
	set_linebreaks_utf8((const utf8_t *)words.s, words.length, primary, (char *)cuts);
	for (size_t i = 0; i < words.length; i++)
		cuts[i] = cuts[i] == LINEBREAK_MUSTBREAK ? CUT_MUST :
		    cuts[i] == LINEBREAK_ALLOWBREAK ? CUT_YES : CUT_NO;
	if (words.length > 0)
		cuts[words.length - 1] = CUT_MUST;
}

bool
language_runs_left(struct text tag)
{
	static const char *const languages[] = {
		"ar", "he", "fa", "ur", "ps", "yi", "dv", "ug", "sd" };

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_begins(tag, languages[i]) && (tag.length == 2 || tag.s[2] == '-'))
			return true;
	return false;
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
	if (highest <= 1 && !from_right)
		return NULL;
	out = arena_array(arena, words.length, 1);
	for (at = 0, count = 0; at < words.length; count++)
		for (start = at, utf8_next(words, &at); start < at; start++)
			out[start] = (uint8_t)levels[count];
	return out;
}
