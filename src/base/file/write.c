/* SPDX-License-Identifier: MIT */
/*
 * A file is written beside its place (temporary.h), synced and
 * renamed, then its folder is synced: a reader sees the old file or the new
 * one, whole, also after a power cut. What belongs together is renamed together.
 */
#include <assert.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/file/call.h"
#include "base/file/temporary.h"
#include "base/path.h"

/* The files that are written, or being so, and not yet in their places. */
static struct {
	char at[4096], path[4096];
} writing[FILES_PREPARED_MOST];
static volatile sig_atomic_t writing_count;

void
file_abandon(void)
{
	for (int i = 0; i < writing_count; i++)
		unlink(writing[i].at);
	writing_count = 0;
}

static _Noreturn void
die_of(const char *path, const char *deed)
{
	int error = errno;

	file_abandon();
	die("%s: cannot %s: %s", path, deed, strerror(error));
}

static bool
sync_file(int file)
{
	int result;

	while (interrupted(result = fsync(file)))
		continue;
	return result == 0;
}

/* The folder of a path, without memory. */
static void
sync_folder(const char *path)
{
	static char folder[sizeof writing->path];
	int length = (int)path_folder(text_of(path)).length, file;

	snprintf(folder, sizeof folder, "%.*s", length ? length : 1, length ? path : ".");
	file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (file < 0 && errno == EACCES)
		return;		/* one may write in it, but not open it */
	/* Some file systems cannot sync a folder, and say EINVAL. */
	if (file < 0 || (!sync_file(file) && errno != EINVAL))
		die_of(path, "sync its folder");
	close(file);
}

static int
open_temporary(const char *path, struct text folder)
{
	static unsigned number;
	int next = writing_count, file;

	do {
		size_t size = sizeof writing->at;
		int length = snprintf(writing[next].at, size,
		    "%.*s%s" TEMPORARY_BEGIN "%ld-%u" TEMPORARY_END, TEXT_ARGS(folder),
		    folder.length ? "/" : "", (long)getpid(), number++);

		if (length < 0 || (size_t)length >= size || strlen(path) >= sizeof writing->path) {
			errno = ENAMETOOLONG;
			die_of(path, "write");
		}
		writing_count = next + 1;
		file = open(writing[next].at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (file < 0)
			writing_count = next;
	} while (file < 0 && (errno == EEXIST || errno == EINTR));
	memcpy(writing[next].path, path, strlen(path) + 1);
	return file;
}

static bool
write_all(int file, struct text bytes)
{
	while (bytes.length) {
		ssize_t count = write(file, bytes.s, bytes.length);

		if (count > 0)
			bytes = text_from(bytes, (size_t)count);
		else if (!interrupted(count))
			return false;
	}
	return true;
}

void
file_prepare(const char *path, struct text bytes)
{
	struct arena *arena = arena_new();
	struct text folder = path_folder(text_of(path));
	int file;

	assert(writing_count < FILES_PREPARED_MOST);
	folder_make(path_folder_string(arena, text_of(path)));
	file = open_temporary(path, folder);
	if (file < 0 || !write_all(file, bytes) || !sync_file(file) ||
	    (close(file) != 0 && errno != EINTR))
		die_of(path, "write");
	arena_drop(arena);
}

const char *
file_prepared(const char *path)
{
	for (int i = 0; i < writing_count; i++)
		if (strcmp(writing[i].path, path) == 0)
			return writing[i].at;
	return path;
}

void
files_publish(void)
{
	for (int i = 0; i < writing_count; i++)
		if (rename(writing[i].at, writing[i].path) != 0)
			die_of(writing[i].path, "write");
	for (int i = 0; i < writing_count; i++)
		sync_folder(writing[i].path);
	writing_count = 0;
}

void
file_write(const char *path, struct text bytes)
{
	file_prepare(path, bytes);
	files_publish();
}

void
file_remove(const char *path)
{
	if (unlink(path) != 0 && errno != ENOENT)
		die_of(path, "remove");
}

void
folder_make(const char *path)
{
	struct text above = path_folder(text_of(path));

	if (file_kind(path) == FILE_FOLDER)
		return;
	if (above.length && above.length < strlen(path)) {
		struct arena *arena = arena_new();

		folder_make(text_string(arena, above));
		arena_drop(arena);
	}
	if (mkdir(path, 0777) == 0)
		return;
	if (errno == EEXIST && file_kind(path) == FILE_FOLDER)
		return;		/* another worker has made it meanwhile */
	errno = errno == EEXIST ? ENOTDIR : errno;
	die_of(path, "make the folder");
}
