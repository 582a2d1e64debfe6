/* SPDX-License-Identifier: MIT */
/*
 * The words of a leaf, read along with what is shown of them.
 *
 * Layout hands over words and where they stand; which of them a space parts,
 * and which hyphen is none of the author's, only the leaf can tell.
 */
#include "write/pdf/page/reading.h"

#include "write/pdf/page/font.h"

static size_t
skip_spaces(struct text words, size_t at)
{
	for (size_t before = SIZE_MAX; at != before; ) {
		before = at;
		at = skip_unseen(words, at);
		while (at < words.length && words.s[at] == ' ')
			at++;
	}
	return at;
}

static bool
is_byte(struct text words, size_t at, char byte)
{
	return at < words.length && words.s[at] == byte;
}

/*
 * Reads part of the words from an offset on; false when it does not stand
 * there. What is not seen may be in either alone.
 */
static bool
read_words(struct text words, size_t *at, struct text part)
{
	size_t here = *at;

	for (size_t i = 0; i < part.length; ) {
		size_t next = i + 1;

		if (!is_byte(words, here, part.s[i]))
			here = skip_unseen(words, here);
		if (is_byte(words, here, part.s[i]))
			here++;
		else
			next = skip_unseen(part, i);
		if (next == i)
			return false;
		i = next;
	}
	*at = here;
	return true;
}

static struct text
without_hyphen(struct text words)
{
	size_t size = text_ends(words, "-") ? 1 : text_ends(words, "\u2010") ? 3 : 0;

	return text_slice(words, 0, words.length - size);
}

enum reading
reading_word(struct pdf *pdf, const struct node *leaf, struct text word)
{
	struct trace *trace = trace_of(pdf, leaf);
	size_t at = trace->read;
	struct text stem = without_hyphen(word);
	enum reading reading = READ_NOT;

	if (read_words(leaf->words, &at, word))
		reading = READ_WHOLE;
	else if (stem.length < word.length && read_words(leaf->words, &at, stem))
		reading = READ_BROKEN;
	trace->read = (uint32_t)at;
	trace->strays |= reading == READ_NOT;
	return reading;
}

bool
reading_space(struct pdf *pdf, const struct node *leaf)
{
	struct trace *trace = trace_of(pdf, leaf);
	size_t at = skip_spaces(leaf->words, trace->read);
	bool is_space = false;

	for (size_t i = trace->read; i < at; i++)
		is_space |= leaf->words.s[i] == ' ';
	trace->read = (uint32_t)at;
	return is_space;
}

bool
reading_ends(const struct pdf *pdf, const struct node *leaf)
{
	const struct node *next = leaf;

	if (trace_of(pdf, leaf)->read < leaf->words.length)
		return false;
	while ((next = node_next(next, pdf->tree->root)) && tag_is_inline(next->tag)) {
		if (next->tag == TAG_BREAK)
			return true;
		if (next->tag == TAG_PAGE_OF || trace_of(pdf, next)->drawn)
			return false;
		if (next->tag == TAG_TEXT && next->words.length > 0)
			return text_is_blank(next->words);
	}
	return false;
}
