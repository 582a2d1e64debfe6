/* SPDX-License-Identifier: MIT */
/*
 * The files of a corpus. A walk over the folder finds them; symbolic links
 * are refused there, so no path that is made of what was found can lead out.
 * Bytes are checked for UTF-8 before any library sees one.
 */
#include "read/sources.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/near.h"
#include "base/path.h"
#include "model/messages.h"
#include "read/compose.h"

enum { DEEPEST_FOLDER = 32 };
static const size_t largest_text = 8u << 20, largest_file = 256u << 20;

static struct source_file *
add_file(struct sources *sources, struct text path, const char *file)
{
	struct source_file *added = ARENA_NEW(sources->arena, struct source_file);
	struct text suffix = path_suffix(path);

	added->path = path;
	added->file = file;
	added->is_source = text_is(suffix, ".md") || text_is(suffix, ".xml");
	*array_push(sources->arena, &sources->files) = added;
	return added;
}

/*
 * Not read: hidden files, drafts, words about the folder, and at the top the
 * styles and what was built.
 */
static bool
is_left_out(struct text folder, const struct file_entry *entry)
{
	struct text name = text_of(entry->name);

	if (name.s[0] == '.' || name.s[0] == '_' || text_is(name, "README.md"))
		return true;
	return folder.length == 0 && entry->kind == FILE_FOLDER && text_is(name, "styles");
}

/*
 * A control character in a path would part the lines of all that prints it;
 * the length: there is none.
 */
static size_t
find_control(struct text path)
{
	size_t at = 0;

	while (at < path.length && (unsigned char)path.s[at] >= ' ' && path.s[at] != 0x7F)
		at++;
	return at;
}

static void walk(struct sources *, struct text folder, int depth, struct diag *);

static void
walk_entry(struct sources *sources, struct text folder, const struct file_entry *entry, int depth,
    struct diag *diag)
{
	struct text path = text_of(path_join(sources->arena, folder, text_of(entry->name)));
	const char *file = path_join(sources->arena, sources->folder, path);
	size_t control = find_control(path);

	if (utf8_check(path) != path.length)
		report(diag, place_of_file(file), bad_bytes);
	else if (control < path.length)
		report(diag, place_of_file(file), bad_character,
		    text_format(sources->arena, "U+%04X in this name", path.s[control]));
	else if (entry->is_link)
		report(diag, place_of_file(file), outside_corpus, path);
	else if (entry->kind == FILE_FOLDER)
		walk(sources, path, depth + 1, diag);
	else if (entry->kind == FILE_READ || entry->kind == FILE_DENIED)
		add_file(sources, path, file);
	else
		report(diag, place_of_file(file), not_a_file, path, TEXT("something else"));
}

static void
walk(struct sources *sources, struct text folder, int depth, struct diag *diag)
{
	const char *file = path_join(sources->arena, sources->folder, folder);
	const char *real = *file ? file : ".";
	struct file_entries entries = { 0 };

	if (depth > DEEPEST_FOLDER) {
		report(diag, place_of_file(real), too_deep, TEXT("this folder"),
		    text_number(sources->arena, DEEPEST_FOLDER));
		return;
	}
	if (folder_list(sources->arena, real, &entries) != FILE_READ) {
		report(diag, place_of_file(real), no_permission, text_of(real));
		return;
	}
	for (array_each(struct file_entry, entry, &entries))
		if (!is_left_out(folder, entry))
			walk_entry(sources, folder, entry, depth, diag);
}

static int
compare_files(const void *a, const void *b)
{
	return text_compare((*(struct source_file *const *)a)->path,
	    (*(struct source_file *const *)b)->path);
}

struct sources *
find_sources(struct arena *arena, const char *root, struct diag *diag)
{
	struct sources *sources = ARENA_NEW(arena, struct sources);
	struct text folder = text_of(root);

	sources->arena = arena;
	sources->by_path.arena = arena;
	sources->alone = file_kind(root) != FILE_FOLDER;
	if (sources->alone)
		folder = path_folder(folder);
	folder = path_clean(arena, folder);
	sources->folder = text_is(folder, ".") ? TEXT("") : folder;
	if (sources->alone)
		add_file(sources, path_name(text_of(root)),
		    path_join(arena, sources->folder, path_name(text_of(root))));
	else
		walk(sources, TEXT(""), 0, diag);
	if (sources->files.count > 0)
		qsort(sources->files.at, sources->files.count, sizeof *sources->files.at,
		    compare_files);
	for (size_t i = 0; i < sources->files.count; i++)
		map_set(&sources->by_path, sources->files.at[i]->path, sources->files.at[i]);
	return sources;
}

struct source_file *
source_at(const struct sources *sources, struct text path)
{
	return map_find(&sources->by_path, path);
}

static void
report_state(const struct sources *sources, const struct source_file *file, enum file_state state,
    struct diag *diag)
{
	struct place at = place_of_file(file->file);

	if (state == FILE_DENIED)
		report(diag, at, no_permission, file->path);
	else if (state == FILE_MISSING)
		report(diag, at, missing_file, file->path);
	else if (state == FILE_TOO_LARGE)
		report(diag, at, too_large,
		    text_format(sources->arena, "the file is larger than %zu MB",
		    (file->is_source ? largest_text : largest_file) >> 20), TEXT("divide it"));
	else
		die("cannot read %s", file->file);
}

bool
source_bytes(const struct sources *sources, struct source_file *file, struct diag *diag,
    struct text *bytes)
{
	if (!file->tried) {
		enum file_state state = file_read(sources->arena, file->file,
		    file->is_source ? largest_text : largest_file, &file->bytes);

		file->tried = true;
		file->there = state == FILE_READ;
		if (!file->there)
			report_state(sources, file, state, diag);
	}
	*bytes = file->bytes;
	return file->there;
}

/* The first byte that begins no character, or a character that no output can hold. */
static size_t
find_bad_byte(struct text bytes)
{
	size_t bad = utf8_check(bytes);

	for (size_t at = 0; at < bad; at++) {
		const unsigned char *c = (const unsigned char *)bytes.s + at;

		if ((c[0] < 0x20 && c[0] != '\n' && c[0] != '\r' && c[0] != '\t') || c[0] == 0x7F ||
		    (c[0] == 0xC2 && c[1] < 0xA0) ||
		    (c[0] == 0xEF && c[1] == 0xBF && c[2] >= 0xBE))
			return at;
	}
	return bad;
}

struct place
place_of_byte(const char *file, struct text bytes, size_t offset)
{
	struct place at = { file, 1, 1 };

	for (size_t i = 0; i < offset; i++) {
		if (bytes.s[i] == '\n' || (bytes.s[i] == '\r' && bytes.s[i + 1] != '\n')) {
			at.line++;
			at.column = 1;
		} else if (((unsigned char)bytes.s[i] & 0xC0) != 0x80) {
			at.column++;
		}
	}
	return at;
}

bool
check_text(struct arena *arena, struct diag *diag, const char *file, struct text *bytes)
{
	size_t bad;
	uint32_t c;

	if (text_begins(*bytes, "\xEF\xBB\xBF"))
		*bytes = text_from(*bytes, 3);
	bad = find_bad_byte(*bytes);
	if (bad == bytes->length) {
		*bytes = compose_text(arena, *bytes);
		return true;
	}
	if (utf8_length(*bytes, bad) == 0) {
		report(diag, place_of_byte(file, *bytes, bad), bad_bytes);
		return false;
	}
	c = utf8_next(*bytes, &(size_t){ bad });
	report(diag, place_of_byte(file, *bytes, bad), bad_character,
	    text_format(arena, "U+%04X", (unsigned)c));
	return false;
}

bool
source_text(const struct sources *sources, struct source_file *file, struct diag *diag,
    struct text *bytes)
{
	bool first = !file->tried;

	if (source_bytes(sources, file, diag, bytes) && first) {
		file->there = check_text(sources->arena, diag, file->file, bytes);
		file->bytes = *bytes;
	}
	return file->there;
}

struct text
address_file(struct text address)
{
	size_t end = text_find_byte(address, '#', 0), colon = text_find_byte(address, ':', 0);

	if (colon < address.length && colon < text_find_byte(address, '/', 0) && colon < end)
		return TEXT("");
	return text_slice(address, 0, end);
}

/* The nearest name in the same folder, else the nearest path in the corpus. */
static struct text
nearest_file(const struct sources *sources, struct text path)
{
	struct near beside = near_begin(sources->arena, path_name(path)),
	    anywhere = near_begin(sources->arena, path);

	for (size_t i = 0; i < sources->files.count; i++) {
		struct text other = sources->files.at[i]->path;

		near_try(&anywhere, other);
		if (text_equal(path_folder(other), path_folder(path)))
			near_try(&beside, path_name(other));
	}
	if (text_begins(path_name(path), "www."))
		return TEXT("an address of the web begins with https://");
	if (text_find_byte(path, '@', 0) < path.length)
		return TEXT("an e-mail address begins with mailto:");
	return beside.best.length > 0 ? near_help(&beside, "") : near_help(&anywhere, "");
}

/*
 * A file beside one that is a corpus by itself; null when it is not there, or
 * no plain path leads to it.
 */
static struct source_file *
find_beside(struct sources *sources, struct text path)
{
	struct arena *arena = sources->arena;
	const char *file = path_join(arena, sources->folder, path), *real = path_real(arena, file);
	const char *folder = path_real(arena, sources->folder.length > 0
	    ? text_string(arena, sources->folder) : ".");
	struct source_file *found;

	if (!sources->alone || !real || !folder || file_kind(file) != FILE_READ ||
	    strcmp(real, path_join(arena, text_of(folder), path)) != 0)
		return NULL;
	found = add_file(sources, path, file);
	map_set(&sources->by_path, path, found);
	return found;
}

struct source_file *
source_linked(struct sources *sources, struct text from_path, struct text address, struct place at,
    struct diag *diag)
{
	struct arena *arena = sources->arena;
	struct text name = path_decoded(arena, address_file(address)), path;
	struct source_file *file;

	path = text_begins(name, "/") ? name
	    : path_clean(arena, text_of(path_join(arena, path_folder(from_path), name)));
	if (text_begins(path, "/") || text_is(path, "..") || text_begins(path, "../") ||
	    utf8_check(path) != path.length) {
		report(diag, at, outside_corpus, address);
		return NULL;
	}
	file = source_at(sources, path);
	if (!file)
		file = find_beside(sources, path);
	if (file)
		file->used = true;
	else if (file_kind(path_join(arena, sources->folder, path)) == FILE_FOLDER)
		report(diag, at, not_a_file, name, TEXT("a folder"));
	else
		report(diag, at, missing_file, name, nearest_file(sources, path));
	return file;
}

void
report_unused(const struct sources *sources, struct diag *diag)
{
	for (size_t i = 0; i < sources->files.count; i++) {
		const struct source_file *file = sources->files.at[i];

		if (!file->used && !text_begins(file->path, "output/"))
			report(diag, place_of_file(file->file), unused_file);
	}
}
