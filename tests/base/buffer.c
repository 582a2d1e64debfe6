/* SPDX-License-Identifier: MIT */
/*
 * What is added comes out, across every growth.
 */
#include "base/buffer.h"

#include <limits.h>

#include "check.h"

static void
check_growth(struct arena *arena)
{
	struct buffer buffer = { .arena = arena };
	char *s;

	CHECK(buffer_view(&buffer).s && buffer_view(&buffer).length == 0);
	buffer_add(&buffer, NULL, 0);
	buffer_text(&buffer, (struct text){ NULL, 0 });
	for (int i = 0; i < 20000; i++) {
		buffer_byte(&buffer, 'a');
		buffer_string(&buffer, "bc");
		buffer_format(&buffer, "%c%s", 'd', i % 7 ? "e" : "");
	}
	CHECK(buffer.length == 20000 * 5 - 2858);
	for (size_t at = 0, i = 0; i < 20000; at += i++ % 7 ? 5 : 4)
		check_case(memcmp(buffer.s + at, "abcde", i % 7 ? 5 : 4) == 0, "round %zu", i);
	s = buffer_reserve(&buffer, 1 << 20);
	CHECK(s == buffer.s + buffer.length && buffer.room - buffer.length >= 1 << 20);
	memset(s, 'x', 1 << 20);
}

/* Formats that end at, before and after the end of the room. */
static void
check_formats(struct arena *arena)
{
	for (int before = 55; before < 75; before++) {
		struct buffer buffer = { .arena = arena };

		for (int i = 0; i < before; i++)
			buffer_byte(&buffer, '-');
		buffer_format(&buffer, "%d pence", 125);
		CHECK(buffer.length == (size_t)before + 9);
		CHECK_TEXT(text_from(buffer_view(&buffer), (size_t)before), "125 pence");
	}
}

static void
check_numbers(struct arena *arena)
{
	static const struct { long long number; const char *whole, *thousandths; } rows[] = {
		{ 0, "0", "0" }, { 7, "7", "0.007" }, { -7, "-7", "-0.007" },
		{ 12500, "12500", "12.5" },
		{ 1000, "1000", "1" }, { -1000, "-1000", "-1" }, { 10, "10", "0.01" },
		{ 123456, "123456", "123.456" },
		{ LLONG_MAX, "9223372036854775807", "9223372036854775.807" },
		{ LLONG_MIN, "-9223372036854775808", "-9223372036854775.808" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer whole = { .arena = arena }, thousandths = { .arena = arena };

		buffer_number(&whole, rows[i].number);
		buffer_thousandths(&thousandths, rows[i].number);
		CHECK_TEXT(buffer_view(&whole), rows[i].whole);
		CHECK_TEXT(buffer_view(&thousandths), rows[i].thousandths);
	}
}

static void
check_escapes(struct arena *arena)
{
	struct buffer buffer = { .arena = arena };

	buffer_escaped(&buffer, TEXT("a<b>&\"c\" 'd' ŷ&"));
	buffer_escaped(&buffer, (struct text){ NULL, 0 });
	buffer_code_point(&buffer, 0x177);
	CHECK_TEXT(buffer_view(&buffer), "a&lt;b&gt;&amp;&quot;c&quot; 'd' ŷ&amp;ŷ");
}

static void
check_names(struct arena *arena)
{
	struct buffer name = { .arena = arena }, web = { .arena = arena },
	    file = { .arena = arena };

	buffer_name(&name, "form_id");
	CHECK_TEXT(buffer_view(&name), "form-id");
	buffer_address(&web, TEXT("https://ex.org/a b?c=\"<é>\\#d%20"), "");
	CHECK_TEXT(buffer_view(&web), "https://ex.org/a%20b?c=%22%3C%C3%A9%3E%5C#d%20");
	buffer_address(&file, TEXT("../50% of #1: a?"), "%?#:");
	CHECK_TEXT(buffer_view(&file), "../50%25%20of%20%231%3A%20a%3F");
}

int
main(void)
{
	struct arena *arena = arena_new();

	check_growth(arena);
	check_formats(arena);
	check_numbers(arena);
	check_names(arena);
	check_escapes(arena);
	arena_drop(arena);
	return check_status();
}
