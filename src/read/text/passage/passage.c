/* SPDX-License-Identifier: MIT */
/*
 * Passages: their lines, their places, the words behind masks, and following
 * words through them. Every byte of cmark's words stands in the masked source,
 * in order, with nothing but marks between; so places are found byte by byte.
 */
#include "read/text/passage.h"

#include <string.h>

#include "base/buffer.h"

enum { LONGEST_DESTINATION = 2048 };

/*
 * The punctuation that a backslash may escape: each has a control character of
 * U+0080 to U+009F as its mask.
 */
static const char escapable[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/* Lines end as CommonMark has it: at LF, CR LF, or CR. */
static void
find_lines(struct passage *passage)
{
	struct text bytes = passage->bytes;

	*array_push(passage->arena, &passage->lines) = 0;
	for (size_t i = 0; i < bytes.length; i++) {
		bool end = bytes.s[i] == '\n' ||
		    (bytes.s[i] == '\r' && !(i + 1 < bytes.length && bytes.s[i + 1] == '\n'));

		if (end && i + 1 < bytes.length)
			*array_push(passage->arena, &passage->lines) = i + 1;
	}
	*array_push(passage->arena, &passage->lines) = bytes.length;
}

struct passage *
passage_new(struct arena *arena, const struct passage *said)
{
	struct passage *passage = arena_copy(arena, said, sizeof *said);

	passage->arena = arena;
	passage->masked = arena_copy(arena, said->bytes.s, said->bytes.length);
	passage->last = ARENA_NEW(arena, struct last_place);
	passage->last->line = -1;
	find_lines(passage);
	mask_passage(passage);
	return passage;
}

struct text
passage_dedented(const struct passage *passage, size_t most)
{
	struct buffer out = { .arena = passage->arena };

	for (int i = 0; i + 1 < (int)passage->lines.count; i++) {
		struct text line = passage_line(passage, i);
		size_t indent = skip_space(line, 0);

		buffer_text(&out, text_from(line, indent < most ? indent : most));
		buffer_byte(&out, '\n');
	}
	return buffer_view(&out);
}

struct passage *
passage_part(const struct passage *whole, size_t from, int line, int end_line)
{
	struct passage *part = ARENA_NEW(whole->arena, struct passage);

	*part = *whole;
	part->first = passage_place(whole, from);
	part->bytes = text_slice(whole->bytes, from, whole->lines.at[end_line]);
	part->masked = arena_copy(whole->arena, whole->masked + from, part->bytes.length);
	part->last = ARENA_NEW(whole->arena, struct last_place);
	part->last->line = -1;
	part->comments = (struct comments){ 0 };
	part->lines = (struct offsets){ 0 };
	*array_push(whole->arena, &part->lines) = 0;
	for (int i = line + 1; i <= end_line; i++)
		*array_push(whole->arena, &part->lines) = whole->lines.at[i] - from;
	return part;
}

void
passage_blank(struct passage *passage, int line, int end_line)
{
	for (size_t i = passage->lines.at[line]; i < passage->lines.at[end_line]; i++)
		if (passage->masked[i] != '\n' && passage->masked[i] != '\r')
			passage->masked[i] = ' ';
}

struct text
passage_line(const struct passage *passage, int line)
{
	size_t from = passage->lines.at[line], to = passage->lines.at[line + 1];

	while (to > from && (passage->masked[to - 1] == '\n' || passage->masked[to - 1] == '\r'))
		to--;
	return (struct text){ passage->masked + from, to - from };
}

struct text
passage_masked(const struct passage *passage)
{
	return (struct text){ passage->masked, passage->bytes.length };
}

/* The line that holds an offset. */
static int
line_of(const struct passage *passage, size_t offset)
{
	size_t low = 0, high = passage->lines.count - 1;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (passage->lines.at[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return (int)low;
}

struct place
passage_place(const struct passage *passage, size_t offset)
{
	struct last_place *last = passage->last;
	int line = line_of(passage, offset);

	if (line != last->line || offset < last->offset)
		*last = (struct last_place){ line, passage->lines.at[line],
		    line == 0 ? passage->first.column : 1 };
	last->column += (int)utf8_count(text_slice(passage->bytes, last->offset, offset));
	last->offset = offset;
	return (struct place){ passage->first.file, passage->first.line + line, last->column };
}

bool
is_blank(struct text masked)
{
	for (size_t i = 0; i < masked.length; i++)
		if (masked.s[i] != ' ' && masked.s[i] != '\t' && masked.s[i] != '\n' &&
		    masked.s[i] != '\r' && masked.s[i] != MASK_FILL)
			return false;
	return true;
}

static int
digit_of(char c)
{
	return c <= '9' ? c - '0' : c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36;
}

const struct cutout *
cutout_at(const struct passage *passage, struct text masked, size_t *offset)
{
	const char *s = masked.s + *offset;
	size_t index =
	    ((size_t)digit_of(s[1]) * 62 + (size_t)digit_of(s[2])) * 62 + (size_t)digit_of(s[3]);

	*offset += 4;
	while (*offset < masked.length && masked.s[*offset] == MASK_FILL)
		++*offset;
	return &passage->cutouts->at[index];
}

/*
 * The character that an escape at an offset stands for, and 0 where none
 * stands. Escapes are two bytes.
 */
static char
escaped_at(struct text masked, size_t offset)
{
	const unsigned char *s = (const unsigned char *)masked.s + offset;

	if (offset + 1 >= masked.length || s[0] != 0xC2 || s[1] < 0x80 ||
	    s[1] >= 0x80 + sizeof escapable - 1)
		return 0;
	return escapable[s[1] - 0x80];
}

bool
escape_mask(char c, char mask[2])
{
	for (size_t i = 0; i < sizeof escapable - 1; i++)
		if (escapable[i] == c) {
			mask[0] = (char)0xC2;
			mask[1] = (char)(0x80 + i);
			return true;
		}
	return false;
}

/* The byte that a mask of one byte stands for; 0 where it stands for none. */
static char
behind(char mask)
{
	switch (mask) {
	case MASK_BREAK: return ' ';
	case MASK_COLON: return ':';
	case MASK_ANGLE: return '<';
	case MASK_NOTE: return '[';
	case MASK_NOTE_END: return ']';
	case MASK_BAR: return '|';
	default: return 0;
	}
}

static bool
has_mask(struct text words)
{
	for (size_t i = 0; i < words.length; i++)
		if (((unsigned char)words.s[i] < 0x20 && words.s[i] != '\n') ||
		    (unsigned char)words.s[i] == 0xC2)
			return true;
	return false;
}

struct text
unmask(const struct passage *passage, struct text masked)
{
	struct buffer words = { .arena = passage->arena };

	if (!has_mask(masked))
		return masked;
	for (size_t i = 0; i < masked.length;) {
		char escaped = escaped_at(masked, i);

		if (escaped) {
			buffer_byte(&words, escaped);
			i += 2;
		} else if (masked.s[i] == MASK_CUTOUT) {
			buffer_text(&words, cutout_at(passage, masked, &i)->words);
		} else if ((unsigned char)masked.s[i] < 0x20 && masked.s[i] != '\n' &&
		    masked.s[i] != '\t') {
			if (behind(masked.s[i]))
				buffer_byte(&words, behind(masked.s[i]));
			i++;
		} else {
			buffer_byte(&words, masked.s[i++]);
		}
	}
	return buffer_view(&words);
}

/* ---- following the source ---- */

struct cursor
cursor_of(struct passage *passage, int line, int end_line)
{
	size_t last = passage->lines.count - 1;
	size_t from = line < 0 ? 0 : (size_t)line, to = end_line < 0 ? from : (size_t)end_line + 1;

	return (struct cursor){ passage, passage->lines.at[from < last ? from : last],
	    passage->lines.at[to < last ? to : last], false };
}

/* The end of an entity at an offset ("&amp;"), or the offset. */
static size_t
entity_end(const struct cursor *cursor, size_t at)
{
	const char *s = cursor->passage->masked;

	for (size_t end = at + 1; end < cursor->end && end < at + 32; end++) {
		if (s[end] == ';' && end > at + 1)
			return end + 1;
		if (s[end] != '#' && !is_digit(s[end]) && !is_latin(s[end]))
			break;
	}
	return at;
}

/* Moves past words, and says where they begin. */
size_t
cursor_follow(struct cursor *cursor, struct text masked)
{
	const char *s = cursor->passage->masked;
	size_t at = cursor->at, first = cursor->at;

	if (cursor->lost)
		return cursor->at;
	for (size_t i = 0; i < masked.length; i++, at++) {
		while (at < cursor->end && s[at] != masked.s[i] && s[at] != '&')
			at++;
		if (at < cursor->end && s[at] == '&' && i == 0 && entity_end(cursor, at) > at) {
			cursor->at = entity_end(cursor, at);
			return at;
		}
		while (at < cursor->end && s[at] != masked.s[i])
			at++;
		if (at == cursor->end) {
			cursor->lost = true;
			return cursor->at;
		}
		if (i == 0)
			first = at;
	}
	cursor->at = at;
	return first;
}

/* The next "[" or "<", with which a link begins. */
size_t
cursor_link(const struct cursor *cursor)
{
	for (size_t at = cursor->at; at < cursor->end; at++)
		if (cursor->passage->masked[at] == '[' || cursor->passage->masked[at] == '<')
			return at;
	return cursor->at;
}

/* Moves past the "](…)" that ends a link. */
void
cursor_skip_link_end(struct cursor *cursor)
{
	const char *s = cursor->passage->masked;
	size_t at = cursor->at;
	int depth = 0;

	while (at < cursor->end && strchr("*_ \t\n\r", s[at]))
		at++;
	if (at + 1 >= cursor->end || s[at] != ']' || s[at + 1] != '(')
		return;
	for (at++; at < cursor->end && at < cursor->at + LONGEST_DESTINATION; at++) {
		if (s[at] == '\\')
			at++;
		else if (s[at] == '(')
			depth++;
		else if (s[at] == ')' && --depth == 0) {
			cursor->at = at + 1;
			return;
		}
	}
}
