/* SPDX-License-Identifier: MIT */
/* Words that are cut without asking the library are cut as it would have cut the whole. */
#include <linebreak.h>
#include <stdio.h>
#include <string.h>

#include "typeset/text/breaks.h"

enum { PARTS_MOST = 12, WORDS_MOST = 64, ROUNDS = 200000 };

static const char *const parts[] = {
	" ", " ", "a", "Zq", "1", "20", "x", "  ", ".", ",", "-", "/", "(", ")", "[", "\"", "'",
	"!", "?", "%",
	":", "\n", "\u2013", "\u2014", "\u201C", "\u201D", "\u2018", "\u2019", "\u00A0", "\u00AD",
	"\u00E9", "\u0301", "\u200B", "\u00A3", "\u2060", "\u05D0", "\u4E2D", "\u3002",
};

/* The same numbers on every machine. */
static unsigned
next_random(void)
{
	static uint64_t state = 20261122;

	state = state * 6364136223846793005 + 1442695040888963407;
	return (unsigned)(state >> 33);
}

static struct text
random_words(char *room)
{
	size_t length = 0;

	for (unsigned left = 1 + next_random() % PARTS_MOST; left > 0; left--) {
		const char *part = parts[next_random() % (sizeof parts / sizeof *parts)];

		memcpy(room + length, part, strlen(part));
		length += strlen(part);
	}
	return (struct text){ room, length };
}

static bool
is_as_whole(struct text words, const char *language)
{
	uint8_t cuts[WORDS_MOST];
	char whole[WORDS_MOST];
	bool is_same = true;

	find_cuts(words, text_of(language), cuts);
	set_linebreaks_utf8((const utf8_t *)words.s, words.length, language, whole);
	for (size_t i = 0; i + 1 < words.length; i++)
		is_same &= cuts[i] == (whole[i] == LINEBREAK_MUSTBREAK ? CUT_MUST :
		    whole[i] == LINEBREAK_ALLOWBREAK ? CUT_YES : CUT_NO);
	return is_same && cuts[words.length - 1] == CUT_MUST;
}

int
main(void)
{
	static const char *const languages[] = { "en", "cy", "de", "" };
	char room[WORDS_MOST];

	init_linebreak();
	for (int round = 0; round < ROUNDS; round++) {
		struct text words = random_words(room);

		if (!is_as_whole(words, languages[round % 4])) {
			printf("%s: \"%.*s\"\n", languages[round % 4], TEXT_ARGS(words));
			return 1;
		}
	}
	return 0;
}
