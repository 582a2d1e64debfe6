/* SPDX-License-Identifier: MIT */
/*
 * Names in running text: words, the longest match, near misses.
 */
#include "resolve/lexicon.h"

#include "../base/check.h"

static void
check_words(struct arena *arena, const char *text, const char *expected)
{
	struct lexemes words = words_of(arena, text_of(text));
	struct text said = TEXT("");

	for (size_t i = 0; i < words.count; i++)
		said = text_format(arena, "%.*s%s%.*s", TEXT_ARGS(said),
		    i == 0                        ? ""
		        : words.at[i].begins_line ? "/"
		                                  : "|",
		    TEXT_ARGS(words.at[i].folded));
	CHECK_TEXT(said, expected);
}

static void
add(struct lexicon *lexicon, const char *name)
{
	*lexicon_at(lexicon, text_of(name), true) = (void *)name;
}

/* The words that the longest name at the beginning takes, and the name. */
static void
check_match(struct arena *arena, const struct lexicon *lexicon, const char *text, size_t count,
    const char *expected)
{
	struct lexemes words = words_of(arena, text_of(text));
	void *means = NULL;
	size_t found = lexicon_match(lexicon, words.at, words.count, &means);

	check_case(found == count, "\"%s\": %zu words, not %zu", text, found, count);
	if (expected)
		CHECK_TEXT(text_of(means), expected);
}

static void
check_near(const struct lexicon *lexicon, const char *words, int edits, const char *expected)
{
	const char *found = lexicon_nearest(lexicon, text_of(words), edits);

	CHECK_TEXT(text_of(found ? found : "nothing"), expected);
}

int
main(void)
{
	struct arena *arena = arena_new();
	struct lexicon *lexicon = lexicon_new(arena);

	check_words(arena, "Keep the  Towpaths open.", "keep|the|towpaths|open|.");
	check_words(arena, "P2, H-3.1;\n a’s \xE2\x80\x9Cq\xE2\x80\x9D",
	    "p2|,|h|-|3|.|1|;/a|'|s|\"|q|\"");
	check_words(arena, "T\xC5\xB7 2024\xE2\x80\x93" "29 £5", "t\xC5\xB7|2024|-|29|£|5");
	check_words(arena, " \n ", "");

	add(lexicon, "Canal Strategy");
	add(lexicon, "Canal Strategy 2024-2029");
	add(lexicon, "Clean water, and plenty of it.");
	add(lexicon, "P2");
	add(lexicon, "P21");
	check_match(arena, lexicon,
	    "canal  STRATEGY 2024\xE2\x80\x93"
	    "2029 and P2",
	    5, "Canal Strategy 2024-2029");
	check_match(arena, lexicon, "Canal Strategy 2024 and on", 2, "Canal Strategy");
	check_match(arena, lexicon, "Clean water, and plenty of it", 7,
	    "Clean water, and plenty of it.");
	check_match(arena, lexicon, "Canal", 0, NULL);
	check_match(arena, lexicon, "P", 0, NULL);
	CHECK(lexicon_find(lexicon, TEXT("p2.")) != NULL);
	CHECK(lexicon_find(lexicon, TEXT("p2 p2")) == NULL);
	CHECK(lexicon_find(lexicon, TEXT("")) == NULL);
	CHECK(lexicon_at(lexicon, TEXT(" . "), true) == NULL);

	check_near(lexicon, "Canal Stratgy", 2, "Canal Strategy");
	check_near(lexicon, "Canl Stratgy", 2, "Canal Strategy");
	check_near(lexicon, "Canl Stratg", 2, "nothing");
	check_near(lexicon, "P22", 1, "P2");
	check_near(lexicon, "P211", 1, "P21");
	check_near(lexicon, "Q9", 1, "nothing");
	check_near(lexicon, "Canal Stratgy", 0, "nothing");
	CHECK(slips_allowed(TEXT("P21")) == 0 && slips_allowed(TEXT("Bins")) == 1 &&
	    slips_allowed(TEXT("Bridges")) == 2);
	arena_drop(arena);
	return check_status();
}
