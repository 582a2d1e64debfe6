/* SPDX-License-Identifier: MIT */
/*
 * What would cost libxml2 the square of its size is found before it begins: it
 * compares each attribute of a tag with all others.
 */
#include "read/xml/guard.h"

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
