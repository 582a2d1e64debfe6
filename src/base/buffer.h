/* SPDX-License-Identifier: MIT */
/*
 * Bytes that grow at the end, in an arena. Set the arena, the rest is zero.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdint.h>

#include "base/text.h"

struct buffer { struct arena *arena; char *s; size_t length, room; };

void buffer_format(struct buffer *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_number(struct buffer *, long long);
/* units thousandths as a decimal number, no trailing zeros: 12500 is "12.5". */
void buffer_thousandths(struct buffer *, long long units);
void buffer_code_point(struct buffer *, uint32_t);
/* A name of a table as it is printed: with hyphens for its underscores. */
void buffer_name(struct buffer *, const char *);
/* For XML and HTML: & < > and, for attributes, ". */
void buffer_escaped(struct buffer *, struct text);
/*
 * As part of an address: whatever must not stand bare in one is written %XX
 * (RFC 3986, 2.1), and so are the bytes of `also`, where they would part it.
 */
void buffer_address(struct buffer *, struct text, const char *also);
/* For what stands between quotation marks: a backslash before each " and backslash. */
void buffer_backslashed(struct buffer *, struct text);
struct text buffer_view(const struct buffer *);		/* holds until the next addition */
char *buffer_reserve(struct buffer *, size_t);		/* room at the end, not yet counted */

static inline void
buffer_byte(struct buffer *buffer, char byte)
{
	if (buffer->length == buffer->room)
		buffer_reserve(buffer, 1);
	buffer->s[buffer->length++] = byte;
}

static inline void
buffer_add(struct buffer *buffer, const void *bytes, size_t size)
{
	if (!size)
		return;
	if (buffer->room - buffer->length < size)
		buffer_reserve(buffer, size);
	memcpy(buffer->s + buffer->length, bytes, size);
	buffer->length += size;
}

static inline void
buffer_text(struct buffer *buffer, struct text text)
{
	buffer_add(buffer, text.s, text.length);
}

static inline void
buffer_string(struct buffer *buffer, const char *s)
{
	buffer_add(buffer, s, strlen(s));
}

#endif
