/* SPDX-License-Identifier: MIT */
/*
 * Texts are cut and compared where they stand; only what changes them takes
 * memory. A cut never leaves the text: offsets beyond its end are its end.
 * UTF-8 is as Unicode defines it (3.9, D92): neither overlong nor surrogate.
 */
#define _GNU_SOURCE		/* memmem */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

struct text
text_of(const char *s)
{
	return (struct text){ s ? s : "", s ? strlen(s) : 0 };
}

struct text
text_copy(struct arena *arena, struct text text)
{
	return text_join(arena, text, (struct text){ "", 0 });
}

const char *
text_string(struct arena *arena, struct text text)
{
	return text_copy(arena, text).s;
}

struct text
text_join(struct arena *arena, struct text left, struct text right)
{
	char *s = arena_alloc(arena, left.length + right.length + 1);

	if (left.length)
		memcpy(s, left.s, left.length);
	if (right.length)
		memcpy(s + left.length, right.s, right.length);
	return (struct text){ s, left.length + right.length };
}

struct text
text_format(struct arena *arena, const char *format, ...)
{
	char begin[128], *s;
	va_list words;
	int length;

	va_start(words, format);
	length = vsnprintf(begin, sizeof begin, format, words);
	va_end(words);
	if (length < 0)
		die("a text cannot be formatted by \"%s\"", format);
	if ((size_t)length < sizeof begin)
		return text_copy(arena, (struct text){ begin, (size_t)length });
	s = arena_alloc(arena, (size_t)length + 1);
	va_start(words, format);
	vsnprintf(s, (size_t)length + 1, format, words);
	va_end(words);
	return (struct text){ s, (size_t)length };
}

struct text
text_number(struct arena *arena, long long number)
{
	return text_format(arena, "%lld", number);
}

bool
text_is(struct text text, const char *s)
{
	return text_equal(text, text_of(s));
}

int
text_compare(struct text a, struct text b)
{
	size_t shared = a.length < b.length ? a.length : b.length;
	int order = shared ? memcmp(a.s, b.s, shared) : 0;

	return order ? order : (a.length > b.length) - (a.length < b.length);
}

bool
text_begins(struct text text, const char *s)
{
	return text_is(text_slice(text, 0, strlen(s)), s);
}

bool
text_ends(struct text text, const char *s)
{
	size_t length = strlen(s);

	return length <= text.length && text_is(text_from(text, text.length - length), s);
}

static bool
is_space(char c)
{
	return c == ' ' || ('\t' <= c && c <= '\r');
}

bool
text_is_blank(struct text text)
{
	return text_trim(text).length == 0;
}

struct text
text_trim(struct text text)
{
	size_t from = 0, to = text.length;

	while (from < to && is_space(text.s[from]))
		from++;
	while (to > from && is_space(text.s[to - 1]))
		to--;
	return text_slice(text, from, to);
}

size_t
text_find(struct text text, struct text needle, size_t from)
{
	const char *at;

	if (from > text.length || needle.length > text.length - from)
		return text.length;
	if (!needle.length)
		return from;
	at = memmem(text.s + from, text.length - from, needle.s, needle.length);
	return at ? (size_t)(at - text.s) : text.length;
}

size_t
text_find_byte(struct text text, char byte, size_t from)
{
	const char *at = NULL;

	if (from < text.length)
		at = memchr(text.s + from, byte, text.length - from);
	return at ? (size_t)(at - text.s) : text.length;
}

int
hexadecimal(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

size_t
skip_space(struct text text, size_t at)
{
	while (at < text.length && (text.s[at] == ' ' || text.s[at] == '\t'))
		at++;
	return at;
}

bool
text_next_item(struct text list, char parts, size_t *at, struct text *item)
{
	size_t end;

	if (*at >= list.length)
		return false;
	end = text_find_byte(list, parts, *at);
	*item = text_trim(text_slice(list, *at, end));
	*at = end + 1;
	return true;
}

/* Eight bytes of ASCII at a time; the offset of what is not, or close before. */
static size_t
skip_ascii(struct text text, size_t offset)
{
	for (uint64_t bytes; offset + sizeof bytes <= text.length; offset += sizeof bytes) {
		memcpy(&bytes, text.s + offset, sizeof bytes);
		if (bytes & 0x8080808080808080)
			break;
	}
	return offset;
}

static bool
is_tail(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

size_t
utf8_length(struct text text, size_t offset)
{
	const unsigned char *s = (const unsigned char *)text.s + offset;
	size_t left = text.length - offset;

	if (s[0] < 0x80)
		return 1;
	if (s[0] < 0xC2 || s[0] > 0xF4 || left < 2 || !is_tail(s[1]))
		return 0;
	if (s[0] < 0xE0)
		return 2;
	if (left < 3 || !is_tail(s[2]))
		return 0;
	if (s[0] < 0xF0)	/* neither overlong nor a surrogate */
		return (s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ? 0 : 3;
	if (left < 4 || !is_tail(s[3]))
		return 0;
	return (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F) ? 0 : 4;
}

uint32_t
utf8_next_wide(struct text text, size_t *offset)
{
	const unsigned char *s = (const unsigned char *)text.s + *offset;
	size_t length = utf8_length(text, *offset);

	*offset += length ? length : 1;
	switch (length) {
	case 1:
		return s[0];
	case 2:
		return (s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu);
	case 3:
		return (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
	case 4:
		return (s[0] & 0x07u) << 18 | (s[1] & 0x3Fu) << 12 | (s[2] & 0x3Fu) << 6 |
		    (s[3] & 0x3Fu);
	default:
		return 0xFFFD;
	}
}

size_t
utf8_put(char out[4], uint32_t code_point)
{
	if (code_point > 0x10FFFF || (0xD800 <= code_point && code_point <= 0xDFFF))
		code_point = 0xFFFD;
	if (code_point < 0x80) {
		out[0] = (char)code_point;
		return 1;
	}
	if (code_point < 0x800) {
		out[0] = (char)(0xC0 | code_point >> 6);
		out[1] = (char)(0x80 | (code_point & 0x3F));
		return 2;
	}
	if (code_point < 0x10000) {
		out[0] = (char)(0xE0 | code_point >> 12);
		out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
		out[2] = (char)(0x80 | (code_point & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | code_point >> 18);
	out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
	out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
	out[3] = (char)(0x80 | (code_point & 0x3F));
	return 4;
}

size_t
utf8_count(struct text text)
{
	size_t count = 0;

	for (size_t offset = 0; offset < text.length; count++)
		utf8_next(text, &offset);
	return count;
}

size_t
utf8_check(struct text text)
{
	size_t offset = 0, length;

	while (offset < text.length) {
		if ((unsigned char)text.s[offset] < 0x80) {
			size_t after = skip_ascii(text, offset);

			offset = after > offset ? after : offset + 1;
			continue;
		}
		length = utf8_length(text, offset);
		if (!length)
			break;
		offset += length;
	}
	return offset;
}
