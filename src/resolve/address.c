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

/* The length of "scheme:" at the beginning, or 0. */
static size_t
scheme_length(struct text typed)
{
	size_t end = text_find_byte(typed, ':', 0);

	for (size_t i = 0; i < end; i++) {
		char c = typed.s[i];

		if (!is_latin(c) &&
		    (i == 0 || !(is_digit(c) || c == '+' || c == '-' || c == '.')))
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
	address.fragment = path_decoded(arena, text_from(typed, hash + 1));
	if (hash == 0) {
		address.sort = ADDRESS_HERE;
	} else {
		struct text path = path_decoded(arena, text_slice(typed, 0, hash));

		address.path = path_clean(arena, text_of(path_join(arena, path_folder(from),
		    path)));
	}
	address.document = map_find(&resolution->paths, address.path);
	return address;
}
