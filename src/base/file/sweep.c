/* SPDX-License-Identifier: MIT */
/*
 * The temporary files (write.c) of a process that came to no end of its own.
 *
 * Whether a process still runs can be asked of this machine alone; of a folder
 * that others share, a file that has lain untouched for an hour is taken to be
 * left too: from its last byte to its new name it is a matter of seconds.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file/temporary.h"
#include "base/path.h"

/* The process whose temporary file has that name; 0: it is none. */
static long
process_of(const char *name)
{
	struct text words = text_of(name);
	int64_t process = 0;
	size_t at = sizeof TEMPORARY_BEGIN - 1;

	if (!text_begins(words, TEMPORARY_BEGIN) || !text_ends(words, TEMPORARY_END))
		return 0;
	for (; is_digit(name[at]) && process <= INT32_MAX; at++)
		process = process * 10 + (name[at] - '0');
	return name[at] == '-' && process <= INT32_MAX ? (long)process : 0;
}

void
file_sweep(const char *folder, long process)
{
	struct arena *arena = arena_new();
	struct file_entries entries = { 0 };

	folder_list(arena, folder, &entries);
	for (array_each(const struct file_entry, entry, &entries)) {
		const char *path = path_join(arena, text_of(folder), text_of(entry->name));

		if (entry->kind == FILE_FOLDER && !entry->is_link)
			file_sweep(path, process);
		else if (process_of(entry->name) == process)
			file_remove(path);
	}
	arena_drop(arena);
}

static bool
is_gone(long process)
{
	return kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

static bool
is_old(const char *path)
{
	enum { HOUR = 60 * 60 };
	struct stat about;

	return lstat(path, &about) == 0 && S_ISREG(about.st_mode) &&
	    time(NULL) - about.st_mtime > HOUR;
}

void
folder_sweep(const char *folder)
{
	struct arena *arena = arena_new();
	struct file_entries entries = { 0 };

	folder_list(arena, folder, &entries);
	for (array_each(const struct file_entry, entry, &entries)) {
		const char *path = path_join(arena, text_of(folder), text_of(entry->name));
		long process = process_of(entry->name);

		if (process > 0 && is_gone(process) && is_old(path))
			unlink(path);	/* it may be another user's; then it is theirs to remove */
	}
	arena_drop(arena);
}
