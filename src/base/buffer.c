/* SPDX-License-Identifier: MIT */
/*
 * A buffer doubles as it grows, so that what is added costs its length.
 */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

char *
buffer_reserve(struct buffer *buffer, size_t size)
{
	size_t room = buffer->room ? buffer->room : 64;

	if (size > PTRDIFF_MAX - buffer->length)
		die("%zu bytes of memory could not be had", size);
	while (room - buffer->length < size)
		room *= 2;
	if (room != buffer->room) {
		buffer->s = arena_grow(buffer->arena, buffer->s, buffer->room, room);
		buffer->room = room;
	}
	return buffer->s + buffer->length;
}

void
buffer_format(struct buffer *buffer, const char *format, ...)
{
	size_t room = buffer->room - buffer->length;
	char *end = room ? buffer->s + buffer->length : NULL;
	va_list words;
	int length;

	va_start(words, format);
	length = vsnprintf(end, room, format, words);
	va_end(words);
	if (length < 0)
		die("a text cannot be formatted by \"%s\"", format);
	if ((size_t)length >= room) {
		end = buffer_reserve(buffer, (size_t)length + 1);
		va_start(words, format);
		vsnprintf(end, (size_t)length + 1, format, words);
		va_end(words);
	}
	buffer->length += (size_t)length;
}

/* Writes digits before end, and says where they begin. */
static char *
digits_before(char *end, unsigned long long number)
{
	do
		*--end = (char)('0' + number % 10);
	while (number /= 10);
	return end;
}

void
buffer_number(struct buffer *buffer, long long number)
{
	char digits[20], *end = digits + sizeof digits, *s;
	unsigned long long size = (unsigned long long)number;

	if (number < 0)
		buffer_byte(buffer, '-');
	s = digits_before(end, number < 0 ? -size : size);
	buffer_add(buffer, s, (size_t)(end - s));
}

void
buffer_thousandths(struct buffer *buffer, long long units)
{
	unsigned long long size = (unsigned long long)units;
	char digits[24], *end = digits + sizeof digits, *s;
	unsigned part;

	if (units < 0) {
		buffer_byte(buffer, '-');
		size = -size;
	}
	part = (unsigned)(size % 1000);
	if (part) {
		for (int place = 0; place < 3; place++, part /= 10)
			*--end = (char)('0' + part % 10);
		*--end = '.';
		s = digits_before(end, size / 1000);
		end = digits + sizeof digits;
		while (end[-1] == '0')
			end--;
	} else {
		s = digits_before(end, size / 1000);
	}
	buffer_add(buffer, s, (size_t)(end - s));
}

void
buffer_code_point(struct buffer *buffer, uint32_t code_point)
{
	buffer->length += utf8_put(buffer_reserve(buffer, 4), code_point);
}

void
buffer_name(struct buffer *buffer, const char *name)
{
	for (; *name; name++)
		buffer_byte(buffer, *name == '_' ? '-' : *name);
}

void
buffer_address(struct buffer *buffer, struct text text, const char *also)
{
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.s[i];

		if (byte <= ' ' || byte >= 127 || strchr("\"<>\\", byte) || strchr(also, byte))
			buffer_format(buffer, "%%%02X", byte);
		else
			buffer_byte(buffer, (char)byte);
	}
}

void
buffer_escaped(struct buffer *buffer, struct text text)
{
	static const char *const entities[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;",
	};
	size_t from = 0;

	for (size_t at = 0; at < text.length; at++) {
		const char *entity = entities[(unsigned char)text.s[at]];

		if (!entity)
			continue;
		buffer_add(buffer, text.s + from, at - from);
		buffer_string(buffer, entity);
		from = at + 1;
	}
	buffer_text(buffer, text_from(text, from));
}

void
buffer_backslashed(struct buffer *buffer, struct text text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.length; i++) {
		if (text.s[i] != '"' && text.s[i] != '\\')
			continue;
		buffer_add(buffer, text.s + from, i - from);
		buffer_byte(buffer, '\\');
		from = i;
	}
	buffer_text(buffer, text_from(text, from));
}

struct text
buffer_view(const struct buffer *buffer)
{
	return (struct text){ buffer->s ? buffer->s : "", buffer->length };
}
