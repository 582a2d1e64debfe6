/* SPDX-License-Identifier: MIT */
/*
 * Paths as text: cleaned, joined and taken apart without a look at the disk,
 * so that what a document names means the same on every machine. Only
 * path_real asks the system.
 */
#include "base/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

/* Takes the last part off a path that is being cleaned; false when it is above the start. */
static bool
step_back(const char *s, size_t *length)
{
	struct text done = { s, *length };

	if (!*length || text_is(path_name(done), ".."))
		return false;
	*length = path_folder(done).length;
	return true;
}

struct text
path_clean(struct arena *arena, struct text path)
{
	bool from_root = text_begins(path, "/");
	char *s = arena_alloc(arena, path.length + 2);
	size_t length = from_root;

	memcpy(s, "/", from_root);
	for (size_t at = 0, end; at < path.length; at = end + 1) {
		struct text part;

		end = text_find_byte(path, '/', at);
		part = text_slice(path, at, end);
		if (!part.length || text_is(part, ".") ||
		    (text_is(part, "..") && step_back(s, &length)))
			continue;
		if (length && s[length - 1] != '/')
			s[length++] = '/';
		memcpy(s + length, part.s, part.length);
		length += part.length;
	}
	if (!length)
		s[length++] = '.';
	s[length] = 0;
	return (struct text){ s, length };
}

const char *
path_join(struct arena *arena, struct text folder, struct text name)
{
	const char *between = text_ends(folder, "/") ? "" : "/";

	if (!folder.length || text_is(folder, ".") || text_begins(name, "/"))
		return text_string(arena, name);
	return text_format(arena, "%.*s%s%.*s", TEXT_ARGS(folder), between, TEXT_ARGS(name)).s;
}

/* Where the last part of a path begins. */
static size_t
name_offset(struct text path)
{
	size_t at = path.length;

	while (at && path.s[at - 1] != '/')
		at--;
	return at;
}

struct text
path_folder(struct text path)
{
	size_t at = name_offset(path);

	while (at > 1 && path.s[at - 1] == '/')
		at--;
	return text_slice(path, 0, at);
}

const char *
path_folder_string(struct arena *arena, struct text path)
{
	struct text folder = path_folder(path);

	return folder.length > 0 ? text_string(arena, folder) : ".";
}

struct text
path_decoded(struct arena *arena, struct text address)
{
	char *s = arena_alloc(arena, address.length + 1);
	size_t count = 0;

	for (size_t i = 0; i < address.length; i++) {
		int high = -1, low = -1;

		if (address.s[i] == '%' && i + 2 < address.length) {
			high = hexadecimal(address.s[i + 1]);
			low = hexadecimal(address.s[i + 2]);
		}
		if (high > 0 && low >= 0) {
			s[count++] = (char)(high * 16 + low);
			i += 2;
		} else {
			s[count++] = address.s[i];
		}
	}
	return (struct text){ s, count };
}

struct text
path_name(struct text path)
{
	return text_from(path, name_offset(path));
}

struct text
path_suffix(struct text path)
{
	struct text name = path_name(path);
	size_t at = name.length;

	while (at && name.s[at - 1] != '.')
		at--;
	if (at < 2 || at == name.length)
		return text_from(name, name.length);
	return text_from(name, at - 1);
}

const char *
path_real(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real ? text_string(arena, text_of(real)) : NULL;

	if (!real && errno == ENOMEM)
		die("the memory to follow \"%s\" could not be had", path);
	free(real);
	return copy;
}
