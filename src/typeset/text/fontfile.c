/* SPDX-License-Identifier: MIT */
/*
 * Font files by name.
 *
 * The system's folders are walked once in a process, in the order of their
 * names, and sums are made once: a worker sets many documents with the same few
 * faces. What is known of files lives as long as the process.
 */
#include "typeset/text/fontfile.h"

#include "base/file.h"
#include "base/path.h"
#include "model/messages.h"

enum { FILE_MOST = 64 << 20, DEPTH_MOST = 8 };

static const char *const folders[] = { "/usr/share/fonts", "/usr/local/share/fonts" };

static struct arena *arena;
static struct map paths;	/* file name to path, both C strings' texts */
static struct map sums;		/* path to struct text */

static void
walk(const char *folder, int depth)
{
	struct file_entries entries = { 0 };

	if (depth > DEPTH_MOST || folder_list(arena, folder, &entries) != FILE_READ)
		return;
	for (size_t i = 0; i < entries.count; i++) {
		const char *path = path_join(arena, text_of(folder), text_of(entries.at[i].name));

		if (entries.at[i].kind == FILE_FOLDER)
			walk(path, depth + 1);
		else if (!map_find(&paths, text_of(entries.at[i].name)))
			map_set(&paths, text_of(entries.at[i].name), (void *)(uintptr_t)path);
	}
}

static void
know_folders(void)
{
	if (arena)
		return;
	arena = arena_new();
	paths.arena = sums.arena = arena;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		walk(folders[i], 0);
}

static struct text
sum_of_file(struct text path)
{
	struct text *known = map_find(&sums, path);

	if (known)
		return *known;
	known = ARENA_NEW(arena, struct text);
	path = text_copy(arena, path);
	if (file_sum(arena, path.s, FILE_MOST, known) != FILE_READ)
		die("the font file %.*s cannot be read", TEXT_ARGS(path));
	map_set(&sums, path, known);
	return *known;
}

const struct face *
find_font_file(struct arena *into, const struct face *face, struct diag *diag)
{
	struct face *found = arena_copy(into, face, sizeof *face);

	know_folders();
	if (found->path.length == 0)
		found->path = text_of(map_find(&paths, face->file));
	if (found->path.length == 0)
		die("the font file %.*s is in none of the system's folders", TEXT_ARGS(face->file));
	if (face->sum.length > 0 && !text_equal(face->sum, sum_of_file(found->path)))
		report(diag, (struct place){ 0 }, not_reproducible, face->file);
	return found;
}
