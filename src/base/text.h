/* SPDX-License-Identifier: MIT */
/*
 * A run of UTF-8 that somebody else owns: an arena, a file, the program.
 * It need not end in a zero byte. Zeroed is the empty text.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct text { const char *s; size_t length; };

/* A literal as text; also in static tables. */
#define TEXT(literal) ((struct text){ (literal), sizeof(literal) - 1 })
/* For printf's "%.*s". */
#define TEXT_ARGS(t) (int)(t).length, (t).s

struct text text_of(const char *);			/* borrows; null is empty */
struct text text_copy(struct arena *, struct text);	/* ends in a zero byte */
const char *text_string(struct arena *, struct text);	/* a copy for C libraries */
struct text text_join(struct arena *, struct text, struct text);
struct text text_format(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct text text_number(struct arena *, long long);

static inline bool
text_equal(struct text a, struct text b)
{
	return a.length == b.length && (!a.length || memcmp(a.s, b.s, a.length) == 0);
}

bool text_is(struct text, const char *);
int text_compare(struct text, struct text);		/* by bytes, as strcmp */
bool text_begins(struct text, const char *);
bool text_ends(struct text, const char *);
bool text_is_blank(struct text);			/* nothing but spaces and line ends */
struct text text_trim(struct text);			/* without white space at both ends */
static inline struct text
text_slice(struct text text, size_t from, size_t to)
{
	to = to < text.length ? to : text.length;
	from = from < to ? from : to;
	return (struct text){ from ? text.s + from : text.s, to - from };
}

/* The rest, from a byte on. */
static inline struct text
text_from(struct text text, size_t offset)
{
	return text_slice(text, offset, text.length);
}

/* Offset of the first needle at or after from, or the length when there is none. */
size_t text_find(struct text, struct text needle, size_t from);
size_t text_find_byte(struct text, char, size_t from);
/* Of ASCII, whatever the locale: 0 to 9; and a to z, A to Z. */
static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_latin(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What a hexadecimal digit is worth; -1 for what is none. */
int hexadecimal(char);

/* The offset of what is no space or tab, from an offset on. */
size_t skip_space(struct text, size_t at);

/*
 * The next item of a list that a byte parts, trimmed; *at moves on from 0.
 * False behind the last one. "a, b," has two items, the empty list none.
 */
bool text_next_item(struct text list, char parts, size_t *at, struct text *item);

/*
 * The text as people compare names: lower case (Unicode simple folding of
 * Latin, Greek and Cyrillic), runs of white space one space and none at the
 * ends, dashes "-", quotes "'" or '"', no full stop at the last place, and
 * without soft hyphens and other characters that have no width.
 */
struct text text_fold(struct arena *, struct text);
/* The same for one character: a space for white space, 0 for what has no width. */
uint32_t fold_character(uint32_t);
/*
 * Number of single-character insertions, deletions and changes between two
 * texts; limit + 1 when more. The limit is at most 16.
 */
int text_distance(struct text, struct text, int limit);
/*
 * An id from a title: lower case, Latin letters without their accents, other
 * characters to single hyphens, cut at 48 at a word. "n-" is put before a
 * digit at the start; a title without letters and digits gives the empty text.
 */
struct text text_slug(struct arena *, struct text);

/* What utf8_next does beyond ASCII. */
uint32_t utf8_next_wide(struct text, size_t *offset);

/*
 * The code point at *offset, which moves on. A byte that begins no well-formed
 * sequence is U+FFFD, so that every text comes to an end.
 */
static inline uint32_t
utf8_next(struct text text, size_t *offset)
{
	if (*offset < text.length && (unsigned char)text.s[*offset] < 0x80)
		return (unsigned char)text.s[(*offset)++];
	return utf8_next_wide(text, offset);
}

/* Bytes of the well-formed sequence at an offset, 1 to 4; 0 when there is none. */
size_t utf8_length(struct text, size_t offset);
/* Writes 1 to 4 bytes and says how many; U+FFFD for what is no scalar value. */
size_t utf8_put(char out[4], uint32_t code_point);
size_t utf8_count(struct text);				/* code points */
/* Offset of the first byte that is not well-formed UTF-8 (Unicode 3.9, D92), or the length. */
size_t utf8_check(struct text);

#endif
