/* SPDX-License-Identifier: MIT */
/*
 * What is asked of the bytes before libxml2 begins: what would cost it the
 * square of its size, as it compares each attribute of a tag with all others;
 * and what it is told not to heed, another encoding than UTF-8.
 */
#include "read/xml/guard.h"

#include <string.h>

enum { MOST_ATTRIBUTES = 64 };

/* Behind what begins with "<!" or "<?" at an offset. */
static size_t
skip_declaration(struct text bytes, size_t at)
{
	struct text rest = text_from(bytes, at);

	if (text_begins(rest, "<!--"))
		return text_find(bytes, TEXT("-->"), at);
	if (text_begins(rest, "<![CDATA["))
		return text_find(bytes, TEXT("]]>"), at);
	return text_find_byte(bytes, '>', at);
}

/* Behind a tag; how many attributes it has. */
static size_t
skip_tag(struct text bytes, size_t at, int *attributes)
{
	char quote = '\0';

	for (*attributes = 0; at < bytes.length; at++) {
		char c = bytes.s[at];

		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '=')
			(*attributes)++;
		else if (c == '>')
			break;
	}
	return at;
}

size_t
find_crowded_tag(struct text bytes)
{
	size_t at = 0;
	int attributes;

	while ((at = text_find_byte(bytes, '<', at)) + 1 < bytes.length) {
		size_t tag = at;

		if (bytes.s[at + 1] == '!' || bytes.s[at + 1] == '?') {
			at = skip_declaration(bytes, at);
			continue;
		}
		at = skip_tag(bytes, at, &attributes);
		if (attributes > MOST_ATTRIBUTES)
			return tag;
	}
	return bytes.length;
}

bool
names_other_encoding(struct text bytes)
{
	struct text first = text_begins(bytes, "<?xml")
	    ? text_slice(bytes, 0, text_find(bytes, TEXT("?>"), 0))
	    : TEXT("");
	size_t at = text_find(first, TEXT("encoding"), 0);

	if (at == first.length)
		return false;
	while (at < first.length && first.s[at] != '"' && first.s[at] != '\'')
		at++;
	first = text_slice(first, at + 1, at + 6);
	return strncasecmp(first.s, "utf-8", first.length) != 0 &&
	    strncasecmp(first.s, "us-as", first.length) != 0;
}
