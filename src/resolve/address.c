/* SPDX-License-Identifier: MIT */
/*
 * Addresses as authors type them: `#id`, `file.md#id`, files, the web.
 *
 * Paths are told by text alone, from the file that holds the address; whether
 * a file is there was the front end's to see.
 */
#include "base/file.h"
#include "base/path.h"
#include "resolve/address.h"

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* "%20" is a space. */
static struct text
percent_decoded(struct arena *arena, struct text typed)
{
	struct buffer out = { .arena = arena };

	for (size_t i = 0; i < typed.length; i++) {
		int high = i + 2 < typed.length ? hex_digit(typed.s[i + 1]) : -1;
		int low = high >= 0 ? hex_digit(typed.s[i + 2]) : -1;

		if (typed.s[i] == '%' && low >= 0 && high + low > 0) {
			buffer_byte(&out, (char)(high * 16 + low));
			i += 2;
		} else {
			buffer_byte(&out, typed.s[i]);
		}
	}
	return buffer_view(&out);
}

/* The length of "scheme:" at the beginning, or 0. */
static size_t
scheme_length(struct text typed)
{
	size_t end = text_find_byte(typed, ':', 0);

	for (size_t i = 0; i < end; i++) {
		char c = typed.s[i];
		bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!is_letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' ||
		    c == '.')))
			return 0;
	}
	return end > 0 && end < typed.length ? end : 0;
}

static bool
is_web_scheme(struct arena *arena, struct text scheme)
{
	struct text folded = text_fold(arena, scheme);

	return text_is(folded, "https") || text_is(folded, "http") || text_is(folded, "mailto") ||
	    text_is(folded, "tel");
}

struct address
address_of(const struct resolution *resolution, struct text from, struct text typed)
{
	struct arena *arena = resolution->arena;
	size_t scheme = scheme_length(typed), hash = text_find_byte(typed, '#', 0);
	struct address address = { .sort = ADDRESS_FILE, .path = from };

	if (scheme > 0 || text_begins(typed, "//")) {
		address.sort = is_web_scheme(arena, text_slice(typed, 0, scheme)) ? ADDRESS_WEB :
		    ADDRESS_BAD;
		return address;
	}
	address.fragment = percent_decoded(arena, text_from(typed, hash + 1));
	if (hash == 0) {
		address.sort = ADDRESS_HERE;
	} else {
		struct text path = percent_decoded(arena, text_slice(typed, 0, hash));

		address.path = path_clean(arena, text_of(path_join(arena, path_folder(from),
		    path)));
	}
	address.document = map_find(&resolution->paths, address.path);
	return address;
}
