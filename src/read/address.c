/* SPDX-License-Identifier: MIT */
/*
 * Finding bare addresses.
 *
 * A web address begins a word with https://, http:// or www. and ends before
 * a space, bracket, bar or quotation mark, without the marks that end a
 * sentence; a mail address is an "@" between a name and a host with a dot.
 */
#include "read/address.h"

#include <string.h>

static bool
is_word(char c)
{
	return is_latin(c) || is_digit(c);
}

static bool
is_name(char c)
{
	return is_word(c) || (c != '\0' && strchr(".-_+'", c));
}

static size_t
web_end(struct text words, size_t at)
{
	size_t from = at;
	int open = 0;

	for (; at < words.length; at++) {
		char c = words.s[at];

		if ((unsigned char)c <= ' ' || strchr("<>\"|[]\\`", c))
			break;
		open += c == '(';
		if (c == ')' && --open < 0)
			break;
	}
	while (at > from && strchr(".,;:!?'*_", words.s[at - 1]))
		at--;
	return at;
}

static bool
read_web(struct arena *arena, struct text words, size_t at, struct address *found)
{
	static const char *const begins[] = { "https://", "http://", "www." };
	struct text rest = text_from(words, at);

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		size_t size = strlen(begins[i]), end;

		if (!text_begins(rest, begins[i]))
			continue;
		end = web_end(words, at + size);
		if (end == at + size ||
		    (i == 2 && text_find_byte(text_slice(words, 0, end), '.', at + size) == end))
			return false;
		*found = (struct address){ at, end, text_slice(words, at, end) };
		if (i == 2)
			found->leads = text_join(arena, TEXT("https://"), found->leads);
		return true;
	}
	return false;
}

/* An "@"; no byte before from belongs to the name. */
static bool
read_mail(struct arena *arena, struct text words, size_t from, size_t at, struct address *found)
{
	size_t begin = at, end = at + 1;

	while (begin > from && is_name(words.s[begin - 1]))
		begin--;
	while (begin < at && !is_word(words.s[begin]))
		begin++;
	while (end < words.length &&
	    (is_word(words.s[end]) || words.s[end] == '-' || words.s[end] == '.'))
		end++;
	while (end > at + 1 && !is_word(words.s[end - 1]))
		end--;
	if (begin == at || end < at + 3 ||
	    text_find_byte(text_slice(words, 0, end), '.', at + 2) == end)
		return false;
	*found = (struct address){ begin, end,
	    text_join(arena, TEXT("mailto:"), text_slice(words, begin, end)) };
	return true;
}

bool
address_at(struct arena *arena, struct text words, size_t from, size_t at, struct address *found)
{
	if (words.s[at] == '@')
		return read_mail(arena, words, from, at, found);
	return (words.s[at] == 'h' || words.s[at] == 'w') &&
	    (at == from || !is_word(words.s[at - 1])) && read_web(arena, words, at, found);
}

bool
find_address(struct arena *arena, struct text words, size_t from, struct address *found)
{
	for (size_t at = from; at < words.length; at++)
		if (address_at(arena, words, from, at, found))
			return true;
	return false;
}
