/* SPDX-License-Identifier: MIT */
/*
 * Laying words out for reading values, and finding the way back from a byte
 * to its place in the source.
 *
 * Both walk the blocks in the same order and add the same bytes, so that an
 * offset found in the one is a place in the other.
 */
#include "read/value/scan.h"

#include <string.h>

/* ---- words of blocks ---- */

struct walk {
	struct buffer *out;		/* null: only looks for the offset */
	size_t offset, passed;
	struct place found;
	bool is_found;
};

static struct place
place_within(struct place at, struct text words, size_t offset)
{
	at.column += (int)utf8_count(text_slice(words, 0, offset));
	return at;
}

static void
pass(struct walk *walk, struct text words, struct place at)
{
	if (!walk->is_found && walk->offset < walk->passed + words.length) {
		walk->found = place_within(at, words, walk->offset - walk->passed);
		walk->is_found = true;
	}
	walk->passed += words.length;
	if (walk->out)
		buffer_text(walk->out, words);
}

static void
walk_spans(struct walk *walk, const struct span *span)
{
	for (; span && !walk->is_found; span = span->next) {
		if (span->kind == SPAN_NOTE || span->kind == SPAN_BREAK)
			pass(walk, TEXT(" "), span->at);
		else if (span->first)
			walk_spans(walk, span->first);
		else if (span->kind != SPAN_COMMENT)
			pass(walk, span->words, span->at);
	}
}

static void
walk_blocks(struct walk *walk, const struct block *block)
{
	for (; block && !walk->is_found; block = block->next) {
		if (block->kind == BLOCK_COMMENT)
			continue;
		if (walk->passed > 0)
			pass(walk, TEXT(" "), block->at);
		walk_spans(walk, block->spans);
		walk_blocks(walk, block->first);
	}
}

struct text
scan_words(struct arena *arena, const struct block *content)
{
	struct buffer out = { .arena = arena };
	struct walk walk = { .out = &out, .offset = SIZE_MAX };

	walk_blocks(&walk, content);
	return buffer_view(&out);
}

struct place
scan_place(const struct block *content, size_t offset, struct place otherwise)
{
	struct walk walk = { .offset = offset };

	walk_blocks(&walk, content);
	return walk.is_found && walk.found.line > 0 ? walk.found : otherwise;
}

/* ---- the scan ---- */

static bool
is_white(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
	    c == 0x202F;
}

/* A code point as it is scanned; 0: a space. */
static uint32_t
plain_character(uint32_t c)
{
	if (is_white(c))
		return 0;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if (c == 0x2019)
		return '\'';
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool
scan_begin(struct scan *scan, struct text source)
{
	bool space = false;

	scan->length = scan->at = 0;
	scan->source = source;
	for (size_t i = 0; i < source.length;) {
		size_t from = i;
		uint32_t c = plain_character(utf8_next(source, &i));
		size_t begin = scan->length;

		if (c == 0) {
			space = scan->length > 0;
			continue;
		}
		if (scan->length + 5 > SCAN_LIMIT || from > UINT16_MAX) {
			scan->length = 0;
			break;
		}
		if (space)
			scan->s[scan->length++] = ' ';
		scan->length += utf8_put(scan->s + scan->length, c);
		for (; begin < scan->length; begin++)
			scan->from[begin] = (uint16_t)from;
		space = false;
	}
	scan->s[scan->length] = '\0';
	scan->from[scan->length] =
	    (uint16_t)(source.length < UINT16_MAX ? source.length : UINT16_MAX);
	return scan->length > 0;
}

char
scan_next(const struct scan *scan)
{
	return scan->s[scan->at];
}

void
scan_space(struct scan *scan)
{
	scan->at += scan_next(scan) == ' ';
}

bool
scan_is_end(struct scan *scan)
{
	scan_space(scan);
	return scan_next(scan) == '\0';
}

bool
scan_take(struct scan *scan, const char *bytes)
{
	size_t count = strlen(bytes);

	if (strncmp(scan->s + scan->at, bytes, count) != 0)
		return false;
	scan->at += count;
	return true;
}

bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* A byte of a known word as it is scanned. */
static char
small(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool
scan_phrase(struct scan *scan, struct text phrase)
{
	size_t at = scan->at + (scan_next(scan) == ' ');

	for (size_t i = 0; i < phrase.length; i++)
		if (scan->s[at++] != small(phrase.s[i]))
			return false;
	if (is_letter(scan->s[at]) || is_digit(scan->s[at]))
		return false;
	scan->at = at;
	return true;
}

int
scan_number(struct scan *scan, int least, int most)
{
	int number = 0, count = 0;

	while (is_digit(scan->s[scan->at + (size_t)count])) {
		if (count == most)
			return -1;
		number = number * 10 + scan->s[scan->at + (size_t)count++] - '0';
	}
	if (count < least)
		return -1;
	scan->at += (size_t)count;
	return number;
}

struct text
scan_text(const struct scan *scan, size_t from, size_t to)
{
	return text_trim(text_slice(scan->source, scan->from[from], scan->from[to]));
}

struct text
scan_token(const struct scan *scan, size_t at)
{
	size_t end = at;

	while (scan->s[end] && scan->s[end] != ' ')
		end++;
	return scan_text(scan, at, end);
}
