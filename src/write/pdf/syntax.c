/* SPDX-License-Identifier: MIT */
/*
 * The words of PDF (ISO 32000-1, 7.3): numbers, strings, references.
 */
#include "write/pdf/syntax.h"

#include "base/diag.h"

enum { STRING_LIMIT = 32767 };	/* bytes (ISO 19005-3, 6.1.13); integers have 32 bits there */

void
put_pair(struct buffer *out, const char *key, long long value)
{
	if (value > INT32_MAX || value < INT32_MIN)
		die("the number %lld of %s is too large for PDF/A", value, key);
	buffer_byte(out, '/');
	buffer_string(out, key);
	buffer_byte(out, ' ');
	buffer_number(out, value);
}

void
put_reference(struct buffer *out, const char *key, int number)
{
	put_pair(out, key, number);
	buffer_string(out, " 0 R");
}

void
put_hex(struct buffer *out, const unsigned char *bytes, size_t count)
{
	static const char digits[] = "0123456789ABCDEF";

	buffer_byte(out, '<');
	for (size_t i = 0; i < count; i++) {
		buffer_byte(out, digits[bytes[i] >> 4]);
		buffer_byte(out, digits[bytes[i] & 15]);
	}
	buffer_byte(out, '>');
}

void
put_string(struct buffer *out, struct text bytes)
{
	if (bytes.length > STRING_LIMIT)
		die("a string of %zu bytes is too long for PDF/A", bytes.length);
	buffer_byte(out, '(');
	for (size_t i = 0; i < bytes.length; i++)
		put_byte(out, bytes.s[i]);
	buffer_byte(out, ')');
}

void
put_utf16(struct buffer *out, uint32_t code_point)
{
	uint32_t unit = code_point;

	if (code_point > 0xFFFF) {
		put_utf16(out, 0xD800 + ((code_point - 0x10000) >> 10));
		unit = 0xDC00 + ((code_point - 0x10000) & 0x3FF);
	}
	buffer_byte(out, (char)(unit >> 8));
	buffer_byte(out, (char)unit);
}

void
put_lengths(struct buffer *out, const length *lengths, int count)
{
	for (int i = 0; i < count; i++) {
		buffer_thousandths(out, lengths[i]);
		buffer_byte(out, ' ');
	}
}

/* UTF-16BE with its mark, unless it is the same in ASCII (ISO 32000-1, 7.9.2.2). */
void
put_words(struct buffer *out, struct text words)
{
	struct buffer wide = { .arena = out->arena };
	bool is_plain = true;

	for (size_t i = 0; i < words.length; i++)
		is_plain &= words.s[i] >= ' ' && words.s[i] <= '~';
	if (is_plain) {
		put_string(out, words);
		return;
	}
	buffer_string(&wide, "\xFE\xFF");
	for (size_t at = 0; at < words.length; )
		put_utf16(&wide, utf8_next(words, &at));
	put_string(out, buffer_view(&wide));
}

/* ---- trees ---- */

static void
end_leaf(struct leaves *leaves)
{
	struct buffer body = { .arena = leaves->entries.arena };

	if (leaves->count == 0)
		return;
	buffer_string(&body, "/Limits[");
	buffer_text(&body, buffer_view(&leaves->first));
	buffer_byte(&body, ' ');
	buffer_text(&body, buffer_view(&leaves->last));
	buffer_format(&body, "]/%s[", leaves->kind);
	buffer_text(&body, buffer_view(&leaves->entries));
	buffer_byte(&body, ']');
	buffer_format(&leaves->kids, "%d 0 R ", object_add(leaves->objects, buffer_view(&body)));
	leaves->entries.length = 0;
	leaves->count = 0;
}

struct leaves
leaves_begin(struct arena *arena, struct objects *objects, const char *kind)
{
	return (struct leaves){ .objects = objects, .kind = kind, .entries.arena = arena,
	    .first.arena = arena, .last.arena = arena, .kids.arena = arena };
}

struct buffer *
leaves_add(struct leaves *leaves, struct text key)
{
	enum { LEAF = 64 };

	if (leaves->count == LEAF)
		end_leaf(leaves);
	if (leaves->count++ == 0) {
		leaves->first.length = 0;
		buffer_text(&leaves->first, key);
	}
	leaves->last.length = 0;
	buffer_text(&leaves->last, key);
	buffer_text(&leaves->entries, key);
	buffer_byte(&leaves->entries, ' ');
	return &leaves->entries;
}

int
leaves_end(struct leaves *leaves)
{
	struct buffer body = { .arena = leaves->entries.arena };

	end_leaf(leaves);
	buffer_string(&body, "/Kids[");
	buffer_text(&body, buffer_view(&leaves->kids));
	buffer_byte(&body, ']');
	return object_add(leaves->objects, buffer_view(&body));
}
