/* SPDX-License-Identifier: MIT */
/*
 * Names that people take as one are one; near ones are as near as they look.
 */
#include "base/buffer.h"
#include "base/hash.h"
#include "check.h"

static void
check_folding(struct arena *arena)
{
	static const char *const rows[][2] = {
		{ "", "" }, { " \t\r\n", "" }, { ".", "" },
		{ "  Keep  the\ttowpaths open. ", "keep the towpaths open" },
		{ "P2.1.", "p2.1" }, { "etc . .", "etc" }, { "TŶ GWYN", "tŷ gwyn" },
		{ "ẀẂẄỲÂÊÎÔÛŴŶÁÉÍÓÚÄËÏÖÜŸ", "ẁẃẅỳâêîôûŵŷáéíóúäëïöüÿ" },
		{ "Canal Strategy 2024–2029", "canal strategy 2024-2029" },
		{ "a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h" },
		{ "‘Council’s’ “plan” «x»", "'council's' \"plan\" \"x\"" },
		{ "ŁÓDŹ ŠĐ ĞIİ", "łódź šđ ği\u0130" }, { "STRASSE ẞ", "strasse ß" },
		{ "ΨΥΧΗΣ ψυχής", "ψυχησ ψυχήσ" }, { "ПЛАН Ѐ Ґ Ӏ", "план ѐ ґ ӏ" },
		{ "K Å Ω ſ µ", "k å ω s μ" }, { "Ⱥ Ⱦ", "ⱥ ⱦ" },
		{ "tow\u00ADpath\u200B s\uFEFF", "towpath s" }, { "a\u00A0\u2003b", "a b" },
		{ "a \u200B b", "a b" },
		{ "İstanbul", "\u0130stanbul" }, { "日本 ÷ ×", "日本 ÷ ×" }, { "a\xFF", "a\uFFFD" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_TEXT(text_fold(arena, text_of(rows[i][0])), rows[i][1]);
}

/* What is folded stays as it is. */
static void
check_folding_twice(void)
{
	for (uint32_t c = 0; c <= 0x1FFFF; c++) {
		struct arena *arena = c % 4096 ? NULL : arena_new();
		static struct arena *kept;
		char bytes[4];
		struct text once, twice;

		if (arena) {
			arena_drop(kept);
			kept = arena;
		}
		once = text_fold(kept, (struct text){ bytes, utf8_put(bytes, c) });
		twice = text_fold(kept, once);
		check_case(text_equal(once, twice), "U+%04X is folded, then again", c);
		if (c == 0x1FFFF)
			arena_drop(kept);
	}
}

/*
 * The sum of what Python's casefold and lower (Unicode 14) make of these
 * letters, one character for one, as numbers of four bytes.
 */
static void
check_cases(struct arena *arena)
{
	static const struct { uint32_t first, last; } blocks[] = {
		{ 0xC0, 0x24F }, { 0x370, 0x52F }, { 0x1E00, 0x1FFF },
	};
	struct buffer all = { .arena = arena };

	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		for (uint32_t c = blocks[i].first; c <= blocks[i].last; c++) {
			uint32_t folded = fold_character(c);

			for (int shift = 24; shift >= 0; shift -= 8)
				buffer_byte(&all, (char)(folded >> shift));
		}
	CHECK_TEXT(hash_sum(arena, buffer_view(&all)),
	    "7242b53d2eae2b4ebbddfd276110756681cc8f526d63d2925b8988d70ecf1d20");
}

static void
check_slugs(struct arena *arena)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "—", "" }, { "日本", "" }, { "Benches repaired", "benches-repaired" },
		{ "  Council's “plan”: a/b & c. ", "council-s-plan-a-b-c" },
		{ "Tŷ Gwyn", "ty-gwyn" },
		{ "Łódź, Straße, Ærø, Þór, Œuvre", "lodz-strasse-aero-thor-oeuvre" },
		{ "Kąty Ĳ ŋ ŉ", "katy-ij-ng-n" }, { "Ẁ ẞ Ằ", "w-ss-a" }, { "e\u0301lan", "elan" },
		{ "План Ψυχή", "план-ψυχή" }, { "2026/27 priorities", "n-2026-27-priorities" },
		{ "\xFFx\xFF", "x" }, { "a--b__c..d", "a-b-c-d" },
		{ "One two three four five six seven eight nine tens eleven",
		"one-two-three-four-five-six-seven-eight-nine" },
		{ "One two three four five six seven eight nine ten x",
		"one-two-three-four-five-six-seven-eight-nine-ten" },
		{ "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
		  "llanfairpwllgwyngyllgogerychwyrndrobwllllantysil" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		CHECK_TEXT(text_slug(arena, text_of(rows[i][0])), rows[i][1]);
}

/* The whole table of edits. */
static int
edits(const char *a, const char *b)
{
	int cost[16][16];
	int rows = (int)strlen(a), columns = (int)strlen(b);

	for (int i = 0; i <= rows; i++)
		for (int j = 0; j <= columns; j++) {
			int best = i && j ? cost[i - 1][j - 1] + (a[i - 1] != b[j - 1]) : i + j;

			if (i && cost[i - 1][j] + 1 < best)
				best = cost[i - 1][j] + 1;
			if (j && cost[i][j - 1] + 1 < best)
				best = cost[i][j - 1] + 1;
			cost[i][j] = best;
		}
	return cost[rows][columns];
}

/* The same word with a letter of two bytes in place of 'c', to count characters. */
static struct text
accented(struct arena *arena, const char *s)
{
	struct text text = TEXT("");

	for (; *s; s++)
		text = text_join(arena, text, *s == 'c' ? TEXT("é") : (struct text){ s, 1 });
	return text;
}

static void
check_distances(void)
{
	for (int round = 0; round < 20000; round++) {
		struct arena *arena = arena_new();
		char a[16] = "", b[16] = "";
		int limit = (int)(chance() % 17), expected, is;

		for (uint64_t i = chance() % 15; i--;)
			a[i] = "abc"[chance() % 3];
		for (uint64_t i = chance() % 15; i--;)
			b[i] = "abc"[chance() % 3];
		expected = edits(a, b);
		expected = expected < limit ? expected : expected > limit ? limit + 1 : limit;
		is = text_distance(accented(arena, a), accented(arena, b), limit);
		check_case(is == expected, "\"%s\" to \"%s\" within %d: %d, not %d", a, b, limit,
		    is, expected);
		arena_drop(arena);
	}
	CHECK(text_distance(TEXT("servce"), TEXT("service"), 2) == 1);
	CHECK(text_distance(TEXT("Onwer"), TEXT("Owner"), 2) == 2);
	CHECK(text_distance(TEXT(""), TEXT("é"), 0) == 1 &&
	    text_distance(TEXT(""), TEXT(""), 0) == 0);
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_folding(arena);
	check_folding_twice();
	check_cases(arena);
	check_slugs(arena);
	check_distances();
	arena_drop(arena);
	return check_status();
}
