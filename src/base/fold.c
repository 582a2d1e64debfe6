/* SPDX-License-Identifier: MIT */
/*
 * How people compare names: without regard to case, kinds of dash and quote,
 * and typing errors; and how a title becomes an id.
 *
 * The table of cases is the simple folding (C and S) of Unicode 14's
 * CaseFolding.txt for the Latin, Greek and Cyrillic letters of living
 * languages; other scripts that have cases are left as they are.
 */
#include "base/text.h"

#include <assert.h>
#include <string.h>

/* Every step-th of the code points from first to last becomes another by adding. */
struct folding { uint16_t first, last; int16_t step, add; };

static const struct folding foldings[] = {
	{ 0x00B5, 0x00B5, 1, 775 }, { 0x00C0, 0x00D6, 1, 32 }, { 0x00D8, 0x00DE, 1, 32 },
	{ 0x0100, 0x012E, 2, 1 }, { 0x0132, 0x0136, 2, 1 }, { 0x0139, 0x0147, 2, 1 },
	{ 0x014A, 0x0176, 2, 1 }, { 0x0178, 0x0178, 1, -121 }, { 0x0179, 0x017D, 2, 1 },
	{ 0x017F, 0x017F, 1, -268 }, { 0x0181, 0x0181, 1, 210 }, { 0x0182, 0x0184, 2, 1 },
	{ 0x0186, 0x0186, 1, 206 }, { 0x0187, 0x0187, 1, 1 }, { 0x0189, 0x018A, 1, 205 },
	{ 0x018B, 0x018B, 1, 1 }, { 0x018E, 0x018E, 1, 79 }, { 0x018F, 0x018F, 1, 202 },
	{ 0x0190, 0x0190, 1, 203 }, { 0x0191, 0x0191, 1, 1 }, { 0x0193, 0x0193, 1, 205 },
	{ 0x0194, 0x0194, 1, 207 }, { 0x0196, 0x0196, 1, 211 }, { 0x0197, 0x0197, 1, 209 },
	{ 0x0198, 0x0198, 1, 1 }, { 0x019C, 0x019C, 1, 211 }, { 0x019D, 0x019D, 1, 213 },
	{ 0x019F, 0x019F, 1, 214 }, { 0x01A0, 0x01A4, 2, 1 }, { 0x01A6, 0x01A6, 1, 218 },
	{ 0x01A7, 0x01A7, 1, 1 }, { 0x01A9, 0x01A9, 1, 218 }, { 0x01AC, 0x01AC, 1, 1 },
	{ 0x01AE, 0x01AE, 1, 218 }, { 0x01AF, 0x01AF, 1, 1 }, { 0x01B1, 0x01B2, 1, 217 },
	{ 0x01B3, 0x01B5, 2, 1 }, { 0x01B7, 0x01B7, 1, 219 }, { 0x01B8, 0x01B8, 1, 1 },
	{ 0x01BC, 0x01BC, 1, 1 }, { 0x01C4, 0x01C4, 1, 2 }, { 0x01C5, 0x01C5, 1, 1 },
	{ 0x01C7, 0x01C7, 1, 2 }, { 0x01C8, 0x01C8, 1, 1 }, { 0x01CA, 0x01CA, 1, 2 },
	{ 0x01CB, 0x01DB, 2, 1 }, { 0x01DE, 0x01EE, 2, 1 }, { 0x01F1, 0x01F1, 1, 2 },
	{ 0x01F2, 0x01F4, 2, 1 }, { 0x01F6, 0x01F6, 1, -97 }, { 0x01F7, 0x01F7, 1, -56 },
	{ 0x01F8, 0x021E, 2, 1 }, { 0x0220, 0x0220, 1, -130 }, { 0x0222, 0x0232, 2, 1 },
	{ 0x023A, 0x023A, 1, 10795 }, { 0x023B, 0x023B, 1, 1 }, { 0x023D, 0x023D, 1, -163 },
	{ 0x023E, 0x023E, 1, 10792 }, { 0x0241, 0x0241, 1, 1 }, { 0x0243, 0x0243, 1, -195 },
	{ 0x0244, 0x0244, 1, 69 }, { 0x0245, 0x0245, 1, 71 }, { 0x0246, 0x024E, 2, 1 },
	{ 0x0370, 0x0372, 2, 1 }, { 0x0376, 0x0376, 1, 1 }, { 0x037F, 0x037F, 1, 116 },
	{ 0x0386, 0x0386, 1, 38 }, { 0x0388, 0x038A, 1, 37 }, { 0x038C, 0x038C, 1, 64 },
	{ 0x038E, 0x038F, 1, 63 }, { 0x0391, 0x03A1, 1, 32 }, { 0x03A3, 0x03AB, 1, 32 },
	{ 0x03C2, 0x03C2, 1, 1 }, { 0x03CF, 0x03CF, 1, 8 }, { 0x03D0, 0x03D0, 1, -30 },
	{ 0x03D1, 0x03D1, 1, -25 }, { 0x03D5, 0x03D5, 1, -15 }, { 0x03D6, 0x03D6, 1, -22 },
	{ 0x03D8, 0x03EE, 2, 1 }, { 0x03F0, 0x03F0, 1, -54 }, { 0x03F1, 0x03F1, 1, -48 },
	{ 0x03F4, 0x03F4, 1, -60 }, { 0x03F5, 0x03F5, 1, -64 }, { 0x03F7, 0x03F7, 1, 1 },
	{ 0x03F9, 0x03F9, 1, -7 }, { 0x03FA, 0x03FA, 1, 1 }, { 0x03FD, 0x03FF, 1, -130 },
	{ 0x0400, 0x040F, 1, 80 }, { 0x0410, 0x042F, 1, 32 }, { 0x0460, 0x0480, 2, 1 },
	{ 0x048A, 0x04BE, 2, 1 }, { 0x04C0, 0x04C0, 1, 15 }, { 0x04C1, 0x04CD, 2, 1 },
	{ 0x04D0, 0x052E, 2, 1 }, { 0x1E00, 0x1E94, 2, 1 }, { 0x1E9B, 0x1E9B, 1, -58 },
	{ 0x1E9E, 0x1E9E, 1, -7615 }, { 0x1EA0, 0x1EFE, 2, 1 }, { 0x1F08, 0x1F0F, 1, -8 },
	{ 0x1F18, 0x1F1D, 1, -8 }, { 0x1F28, 0x1F2F, 1, -8 }, { 0x1F38, 0x1F3F, 1, -8 },
	{ 0x1F48, 0x1F4D, 1, -8 }, { 0x1F59, 0x1F5F, 2, -8 }, { 0x1F68, 0x1F6F, 1, -8 },
	{ 0x1F88, 0x1F8F, 1, -8 }, { 0x1F98, 0x1F9F, 1, -8 }, { 0x1FA8, 0x1FAF, 1, -8 },
	{ 0x1FB8, 0x1FB9, 1, -8 }, { 0x1FBA, 0x1FBB, 1, -74 }, { 0x1FBC, 0x1FBC, 1, -9 },
	{ 0x1FBE, 0x1FBE, 1, -7173 }, { 0x1FC8, 0x1FCB, 1, -86 }, { 0x1FCC, 0x1FCC, 1, -9 },
	{ 0x1FD8, 0x1FD9, 1, -8 }, { 0x1FDA, 0x1FDB, 1, -100 }, { 0x1FE8, 0x1FE9, 1, -8 },
	{ 0x1FEA, 0x1FEB, 1, -112 }, { 0x1FEC, 0x1FEC, 1, -7 }, { 0x1FF8, 0x1FF9, 1, -128 },
	{ 0x1FFA, 0x1FFB, 1, -126 }, { 0x1FFC, 0x1FFC, 1, -9 }, { 0x2126, 0x2126, 1, -7517 },
	{ 0x212A, 0x212A, 1, -8383 }, { 0x212B, 0x212B, 1, -8262 },
};

static uint32_t
fold_case(uint32_t c)
{
	size_t low = 0, high = sizeof foldings / sizeof *foldings;

	if (c < 0x80)
		return 'A' <= c && c <= 'Z' ? c + 'a' - 'A' : c;
	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct folding *at = &foldings[middle];

		if (c < at->first)
			high = middle;
		else if (c > at->last)
			low = middle + 1;
		else
			return (c - at->first) % (uint32_t)at->step ? c : c + (uint32_t)at->add;
	}
	return c;
}

static bool
is_white(uint32_t c)
{
	return c == ' ' || ('\t' <= c && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
	    (0x2000 <= c && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
	    c == 0x205F || c == 0x3000;
}

static bool
has_no_width(uint32_t c)
{
	return c == 0xAD || (0x200B <= c && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static uint32_t
fold_mark(uint32_t c)
{
	if ((0x2010 <= c && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
	    c == 0xFF0D)
		return '-';
	if ((0x2018 <= c && c <= 0x201B) || c == 0x2BC || c == 0x2032 || c == 0xFF07)
		return '\'';
	if ((0x201C <= c && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2033 || c == 0xFF02)
		return '"';
	return c;
}

uint32_t
fold_character(uint32_t c)
{
	if (c > ' ' && c < 0x7F)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	if (is_white(c))
		return ' ';
	if (c < 0x80)
		return fold_case(c);
	return has_no_width(c) ? 0 : fold_mark(fold_case(c));
}

struct text
text_fold(struct arena *arena, struct text text)
{
	/* The worst is a byte that is no UTF-8 and becomes U+FFFD. */
	size_t room = text.length * 3 + 1, length = 0;
	char *s = arena_alloc(arena, room);

	for (size_t at = 0; at < text.length;) {
		uint32_t c = fold_character(utf8_next(text, &at));

		if (c == ' ' && length && s[length - 1] != ' ')
			s[length++] = ' ';
		else if (c > ' ' && c < 0x80)
			s[length++] = (char)c;
		else if (c != ' ' && c != 0)
			length += utf8_put(s + length, c);
	}
	while (length && (s[length - 1] == ' ' || s[length - 1] == '.'))
		length--;
	s = arena_grow(arena, s, room, length + 1);
	s[length] = 0;
	return (struct text){ s, length };
}

/* Latin letters without their accents, from U+00E0 and from U+1E00 on; "?" has none. */
static const char latin[] =
	"aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccdd?deeeeeeeeeegggg"
	"gggghh?hiiiiiiiiii??jjkkkllllll?l?lnnnnnnn??oooooo??rrrrrrssssss"
	"sstttt?tuuuuuuuuuuuuwwyyyzzzzzzs";
static const char more_latin[] =
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
	"wwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

static const char *
latin_letters(uint32_t c, char single[2])
{
	switch (c) {
	case 0xDF: return "ss";
	case 0xE6: return "ae";
	case 0xFE: return "th";
	case 0x133: return "ij";
	case 0x14B: return "ng";
	case 0x153: return "oe";
	}
	if (('0' <= c && c <= '9') || ('a' <= c && c <= 'z'))
		single[0] = (char)c;
	else if (0xE0 <= c && c <= 0x17F)
		single[0] = latin[c - 0xE0];
	else if (0x1E00 <= c && c <= 0x1EFF)
		single[0] = more_latin[c - 0x1E00];
	return single[0] == '?' ? "" : single;
}

static bool
is_other_letter(uint32_t c)
{
	return (0x180 <= c && c <= 0x24F) || (0x400 <= c && c <= 0x481) ||
	    (0x48A <= c && c <= 0x52F) ||
	    (0x370 <= c && c <= 0x3FF && c != 0x37E && c != 0x387 && c != 0x3F6) ||
	    (0x1F00 <= c && c <= 0x1FFF);
}

/* Adds what a folded character is in an id: letters, or a hyphen after letters. */
static size_t
slug_character(char *s, size_t length, uint32_t c)
{
	const char *letters = latin_letters(c, (char[2]){ 0 });

	if (*letters) {
		while (*letters)
			s[length++] = *letters++;
		return length;
	}
	if (is_other_letter(c))
		return length + utf8_put(s + length, c);
	if (0x300 <= c && c <= 0x36F)		/* an accent that stands by itself */
		return length;
	if (length && s[length - 1] != '-')
		s[length++] = '-';
	return length;
}

enum { SLUG_LIMIT = 48 };

/* The length of an id cut at the last word that ends within the limit, or within a first word. */
static size_t
slug_length(struct text slug)
{
	size_t end = 0, word = 0;

	for (int count = 0; count < SLUG_LIMIT && end < slug.length; count++) {
		if (slug.s[end] == '-')
			word = end;
		utf8_next(slug, &end);
	}
	if (end == slug.length || slug.s[end] == '-' || !word)
		return end;
	return word;
}

struct text
text_slug(struct arena *arena, struct text title)
{
	struct text folded = text_fold(arena, title);
	size_t length = 0;
	/* A letter becomes at most two, each folded character at most as long as it was. */
	char *s = arena_alloc(arena, folded.length * 2 + 3);

	if (folded.length && '0' <= folded.s[0] && folded.s[0] <= '9') {
		memcpy(s, "n-", 2);
		length = 2;
	}
	for (size_t at = 0; at < folded.length;)
		length = slug_character(s, length, utf8_next(folded, &at));
	while (length && s[length - 1] == '-')
		length--;
	length = slug_length((struct text){ s, length });
	s[length] = 0;
	return (struct text){ s, length };
}

/*
 * The table of edits has a row for each character of a and a column for each
 * of b. No cell further than limit from the diagonal can matter, so one row of
 * a band is kept: cost[limit + d] is the cell d columns right of the diagonal,
 * near[limit + d] the character of b before it. What lies outside the table
 * costs more than the limit, and so does every way through it.
 */
enum { LIMIT = 16, BAND = 2 * LIMIT + 1 };
static const uint32_t NO_CHARACTER = UINT32_MAX;

struct band {
	int limit, width;
	int cost[BAND + 1];
	uint32_t near[BAND];
};

/* Moves the band one row down: character is the next of a, coming enters from b. */
static int
move_band(struct band *band, uint32_t character, uint32_t coming)
{
	int least = band->limit + 1, *cost = band->cost;

	memmove(band->near, band->near + 1, (size_t)(band->width - 1) * sizeof *band->near);
	band->near[band->width - 1] = coming;
	for (int d = 0; d < band->width; d++) {
		int best = cost[d] + (band->near[d] != character);

		if (cost[d + 1] + 1 < best)
			best = cost[d + 1] + 1;
		if (d > 0 && cost[d - 1] + 1 < best)
			best = cost[d - 1] + 1;
		cost[d] = best;
		least = best < least ? best : least;
	}
	return least;
}

static uint32_t
next_character(struct text text, size_t *offset)
{
	return *offset < text.length ? utf8_next(text, offset) : NO_CHARACTER;
}

int
text_distance(struct text a, struct text b, int limit)
{
	struct band band = { .limit = limit, .width = 2 * limit + 1 };
	size_t a_at = 0, b_at = 0;
	int rows = 0, shift;

	assert(0 <= limit && limit <= LIMIT);
	for (int d = 0; d <= band.width; d++)
		band.cost[d] = d < limit || d == band.width ? limit + 1 : d - limit;
	for (int d = 0; d < band.width; d++)
		band.near[d] = d > limit ? next_character(b, &b_at) : NO_CHARACTER;
	for (; a_at < a.length; rows++) {
		uint32_t character = utf8_next(a, &a_at);

		if (move_band(&band, character, next_character(b, &b_at)) > limit)
			return limit + 1;
	}
	shift = (int)utf8_count(b) - rows;
	if (shift < -limit || shift > limit || band.cost[limit + shift] > limit)
		return limit + 1;
	return band.cost[limit + shift];
}
