/* SPDX-License-Identifier: MIT */
/*
 * Characters that can be written in two ways become one (NFC, UAX 15). Texts
 * from Macs and from PDFs part letters from their marks; a name written so is
 * the same name, fonts have the whole letter, and HTML is to be composed.
 * HarfBuzz knows the characters.
 */
#include "read/compose.h"

#include <hb.h>

#include "base/array.h"
#include "base/buffer.h"

enum { FIRST_MARK = 0x300 };	/* what comes before is composed, and stays so */

/* class: canonical combining class; 0 begins a letter */
struct letter { uint32_t character; int class; };
ARRAY(struct letter, letters_in_parts);

struct composing {
	struct arena *arena;
	hb_unicode_funcs_t *unicode;
	struct letters_in_parts parts;
};

/* Whether a character may be another when it stands after the one before it. */
static bool
may_change(hb_unicode_funcs_t *unicode, uint32_t before, uint32_t character)
{
	hb_codepoint_t a, b, whole;

	if (character < FIRST_MARK)
		return false;
	if (hb_unicode_combining_class(unicode, character) != 0 ||
	    hb_unicode_compose(unicode, before, character, &whole))
		return true;
	/* Some are never put together again. */
	return hb_unicode_decompose(unicode, character, &a, &b) &&
	    (b == 0 || !hb_unicode_compose(unicode, a, b, &whole));
}

static bool
is_composed(hb_unicode_funcs_t *unicode, struct text words)
{
	uint32_t before = 0;

	for (size_t at = 0; at < words.length;) {
		uint32_t character;

		if ((unsigned char)words.s[at] < 0x80) {
			before = (unsigned char)words.s[at++];
			continue;
		}
		character = utf8_next(words, &at);
		if (may_change(unicode, before, character))
			return false;
		before = character;
	}
	return true;
}

/* A part in its place among the marks of its letter: by class, and of one class as they come. */
static void
add_part(struct composing *c, uint32_t character)
{
	struct letter part = { character, (int)hb_unicode_combining_class(c->unicode, character) };
	size_t at = c->parts.count;

	array_push(c->arena, &c->parts);
	for (; part.class && at > 0 && c->parts.at[at - 1].class > part.class; at--)
		c->parts.at[at] = c->parts.at[at - 1];
	c->parts.at[at] = part;
}

static void
add_parts(struct composing *c, uint32_t character)
{
	hb_codepoint_t rest[8], b;
	int count = 0;

	while (hb_unicode_decompose(c->unicode, character, &character, &b))
		if (b)
			rest[count++] = b;
	add_part(c, character);
	while (count > 0)
		add_part(c, rest[--count]);
}

/*
 * Puts what can be put together onto the letter that it follows, unless a mark
 * of its class or higher stands between.
 */
static void
join_parts(struct composing *c)
{
	struct letters_in_parts *parts = &c->parts;
	size_t start = SIZE_MAX, end = 0;

	for (size_t i = 0; i < parts->count; i++) {
		struct letter part = parts->at[i];
		bool is_next = start != SIZE_MAX && end == start + 1;
		hb_codepoint_t whole;

		if (start != SIZE_MAX && (is_next || parts->at[end - 1].class < part.class) &&
		    hb_unicode_compose(c->unicode, parts->at[start].character, part.character,
		        &whole)) {
			parts->at[start].character = whole;
			continue;
		}
		if (part.class == 0)
			start = end;
		parts->at[end++] = part;
	}
	parts->count = end;
}

struct text
compose_text(struct arena *arena, struct text words)
{
	struct composing composing = { .arena = arena, .unicode = hb_unicode_funcs_get_default() };
	struct buffer out = { .arena = arena };

	if (is_composed(composing.unicode, words))
		return words;
	for (size_t at = 0; at < words.length;)
		add_parts(&composing, utf8_next(words, &at));
	join_parts(&composing);
	for (array_each(const struct letter, letter, &composing.parts)) {
		char s[4];

		buffer_text(&out, (struct text){ s, utf8_put(s, letter->character) });
	}
	return text_copy(arena, buffer_view(&out));
}
