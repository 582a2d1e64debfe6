/* SPDX-License-Identifier: MIT */
/*
 * Cuts, searches and UTF-8, with the sequences that must not pass.
 */
#include "base/text.h"

#include "check.h"

static const struct text nothing;

static void
check_making(struct arena *arena)
{
	struct text copy = text_copy(arena, text_slice(TEXT("lock gates"), 0, 4));
	char many[400];

	CHECK_TEXT(copy, "lock");
	CHECK(copy.s[4] == 0);
	CHECK(strcmp(text_string(arena, nothing), "") == 0);
	CHECK(text_of(NULL).length == 0 && text_of(NULL).s);
	CHECK_TEXT(text_join(arena, TEXT("tow"), TEXT("path")), "towpath");
	CHECK_TEXT(text_join(arena, nothing, nothing), "");
	memset(many, 'x', sizeof many - 1);
	many[sizeof many - 1] = 0;
	CHECK_TEXT(text_format(arena, "%s", many), many);
	CHECK_TEXT(text_format(arena, "%.127s", many), many + 399 - 127);
	CHECK_TEXT(text_format(arena, "%.128s", many), many + 399 - 128);
	CHECK_TEXT(text_number(arena, -9223372036854775807 - 1), "-9223372036854775808");
}

static void
check_comparing(void)
{
	CHECK(text_equal(nothing, TEXT("")) && !text_equal(TEXT("a"), TEXT("b")));
	CHECK(text_is(TEXT("a"), "a") && !text_is(TEXT("a"), "ab") && !text_is(TEXT("ab"), "a"));
	CHECK(text_compare(TEXT("a"), TEXT("ab")) < 0 && text_compare(TEXT("b"), TEXT("ab")) > 0);
	CHECK(text_compare(nothing, TEXT("")) == 0 && text_compare(TEXT("\xC3"), TEXT("z")) > 0);
	CHECK(text_begins(TEXT("view:map"), "view:") && !text_begins(TEXT("vie"), "view"));
	CHECK(text_begins(nothing, "") && text_ends(nothing, ""));
	CHECK(text_ends(TEXT("plan.md"), ".md") && !text_ends(TEXT("md"), ".md"));
	CHECK(
	    text_is_blank(nothing) && text_is_blank(TEXT(" \t\r\n")) && !text_is_blank(TEXT(" .")));
}

static void
check_cutting(void)
{
	CHECK_TEXT(text_trim(TEXT(" \t a b\r\n")), "a b");
	CHECK_TEXT(text_trim(TEXT("  ")), "");
	CHECK_TEXT(text_from(TEXT("weir"), 2), "ir");
	CHECK_TEXT(text_from(TEXT("weir"), 9), "");
	CHECK_TEXT(text_from(nothing, 3), "");
	CHECK_TEXT(text_slice(TEXT("weir"), 1, 3), "ei");
	CHECK_TEXT(text_slice(TEXT("weir"), 3, 1), "");
	CHECK_TEXT(text_slice(TEXT("weir"), 2, SIZE_MAX), "ir");
	CHECK(text_find(TEXT("a lock, a lock"), TEXT("lock"), 0) == 2);
	CHECK(text_find(TEXT("a lock, a lock"), TEXT("lock"), 3) == 10);
	CHECK(text_find(TEXT("a lock"), TEXT("locks"), 0) == 6);
	CHECK(text_find(TEXT("a lock"), nothing, 3) == 3 && text_find(nothing, nothing, 0) == 0);
	CHECK(text_find(TEXT("a"), TEXT("a"), 2) == 1);
	CHECK(text_find_byte(TEXT("a:b:c"), ':', 2) == 3 && text_find_byte(TEXT("a"), ':', 0) == 1);
	CHECK(text_find_byte(nothing, ':', 0) == 0 && text_find_byte(TEXT("a"), 'a', 5) == 1);
}

/* Each scalar value goes out and comes back. */
static void
check_code_points(void)
{
	for (uint32_t c = 0; c <= 0x10FFFF; c++) {
		char bytes[4];
		struct text text = { bytes, utf8_put(bytes, c) };
		size_t at = 0, length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
		bool surrogate = 0xD800 <= c && c <= 0xDFFF;
		uint32_t back = utf8_next(text, &at);

		check_case(back == (surrogate ? 0xFFFD : c), "U+%04X came back as U+%04X", c, back);
		check_case(text.length == length && at == length, "U+%04X has %zu bytes", c,
		    text.length);
		check_case(utf8_check(text) == length, "U+%04X is not taken as UTF-8", c);
	}
	CHECK(utf8_put((char[4]){ 0 }, 0x110000) == 3);
	CHECK(utf8_count(TEXT("Tŷ Gwyn – 🚲")) == 11);
}

/* D92 as its table 3-7 has it, in the plainest way. */
static size_t
well_formed(const unsigned char *s, size_t length)
{
	static const unsigned char rows[][9] = {
		{ 1, 0x00, 0x7F }, { 2, 0xC2, 0xDF, 0x80, 0xBF },
		{ 3, 0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF },
		{ 3, 0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF },
		{ 3, 0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF },
		{ 3, 0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF },
		{ 4, 0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 4, 0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF },
		{ 4, 0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF },
	};

	for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
		size_t i = 0;

		while (i < rows[row][0] && i < length &&
		    rows[row][1 + 2 * i] <= s[i] && s[i] <= rows[row][2 + 2 * i])
			i++;
		if (i == rows[row][0])
			return i;
	}
	return 0;
}

static void
check_sequence(const unsigned char *s, size_t length)
{
	/* Behind the end stands what would make it well-formed, to catch a reader that looks. */
	size_t is = utf8_length((struct text){ (const char *)s, length }, 0);

	check_case(is == well_formed(s, length), "%02X %02X %02X %02X, %zu bytes of it: %zu",
	    s[0], s[1], s[2], s[3], length, is);
}

static void
check_sequences(void)
{
	static const unsigned char ends[] = { 0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0,
	    0xFF };

	for (unsigned first = 0; first < 256; first++)
		for (unsigned second = 0; second < 256; second++)
			for (unsigned i = 0; i < 100; i++) {
				unsigned char s[] = { (unsigned char)first, (unsigned char)second,
				    ends[i / 10], ends[i % 10] };

				for (size_t length = 1; length <= 4; length++)
					check_sequence(s, length);
			}
}

/* What is not UTF-8 is found at its first byte, wherever it stands. */
static void
check_places(void)
{
	static const char *const bad[] = {
		"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE2\x80",
		"\xED\xA0\x80",
		"\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF",
		"\xE2\x28\xA1",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		for (size_t before = 0; before < 20; before++) {
			char line[64];

			snprintf(line, sizeof line, "%.*s%s", (int)before, "aaaaaaaaaaaaaaaaaaaa",
			    bad[i]);
			check_case(utf8_check(text_of(line)) == before, "row %zu at %zu", i,
			    before);
			snprintf(line, sizeof line, "%.*s%saaaaaaaaa", (int)before,
			    "aaaaaaaaaaaaaaaaaaaa", bad[i]);
			check_case(utf8_check(text_of(line)) == before, "row %zu at %zu, in a line",
			    i, before);
		}
	CHECK(utf8_check(nothing) == 0);
	CHECK(utf8_check(TEXT("Priorities – “Tŷ Gwyn” \xF0\x9F\x9A\xB2 done")) == 39);
	CHECK(utf8_count(TEXT("a\xFF\xE2\x80z")) == 5);
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_making(arena);
	check_comparing();
	check_cutting();
	check_code_points();
	check_sequences();
	check_places();
	arena_drop(arena);
	return check_status();
}
