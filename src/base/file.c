/* SPDX-License-Identifier: MIT */
/*
 * Files and folders of POSIX.
 *
 * A file is written as ".planpress-PID-N.tmp" beside its place, synced and
 * renamed, then its folder is synced: a reader sees the old file or the new
 * one, whole, also after a power cut. What belongs together is renamed together.
 */
#include "base/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/path.h"

static enum file_state
state_of_error(int error)
{
	switch (error) {
	case ENOENT: case ENOTDIR: case ENAMETOOLONG: return FILE_MISSING;
	case EACCES: case EPERM: return FILE_DENIED;
	case EISDIR: return FILE_FOLDER;
	case ENOMEM: die("the memory to open a file or folder could not be had");
	default: return FILE_FAILED;
	}
}

static enum file_state
state_of_mode(mode_t mode)
{
	return S_ISREG(mode) ? FILE_READ : S_ISDIR(mode) ? FILE_FOLDER : FILE_SPECIAL;
}

enum file_state
file_kind(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 ? state_of_mode(about.st_mode) : state_of_error(errno);
}

bool
file_is_link(const char *path)
{
	struct stat about;

	return lstat(path, &about) == 0 && S_ISLNK(about.st_mode);
}

bool
file_stamp(const char *path, int64_t *size, int64_t *time)
{
	struct stat about;

	if (stat(path, &about) != 0)
		return false;
	*size = about.st_size;
	*time = (int64_t)about.st_mtim.tv_sec * 1000000000 + about.st_mtim.tv_nsec;
	return true;
}

/* Whether a call is to be made again, as a signal came first. */
static bool
interrupted(ssize_t result)
{
	return result < 0 && errno == EINTR;
}

/* The size that a file has is only where reading begins: it may grow meanwhile. */
static enum file_state
read_all(struct arena *arena, int file, size_t size, size_t limit, struct text *bytes)
{
	size_t length = 0, room = size + 2;
	char *s = arena_alloc(arena, room);
	ssize_t count;

	while (interrupted(count = read(file, s + length, room - 1 - length)) || count > 0) {
		length += count > 0 ? (size_t)count : 0;
		if (length > limit)
			return FILE_TOO_LARGE;
		if (length == room - 1) {
			s = arena_grow(arena, s, room, room * 2);
			room *= 2;
		}
	}
	if (count < 0)
		return state_of_error(errno);
	s[length] = 0;
	*bytes = (struct text){ s, length };
	return FILE_READ;
}

/* Opens a plain file of at most limit bytes; -1 where it cannot be, and the state says why. */
static int
open_plain(const char *path, size_t limit, size_t *size, enum file_state *state)
{
	/* A pipe without a writer must not hold us up before it is known as one. */
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat about;

	if (file < 0) {
		*state = errno == ENXIO ? FILE_SPECIAL : state_of_error(errno);
		return -1;
	}
	*state = fstat(file, &about) == 0 ? state_of_mode(about.st_mode) : state_of_error(errno);
	if (*state == FILE_READ && (uintmax_t)about.st_size > limit)
		*state = FILE_TOO_LARGE;
	*size = (size_t)about.st_size;
	if (*state == FILE_READ)
		return file;
	close(file);
	return -1;
}

enum file_state
file_read(struct arena *arena, const char *path, size_t limit, struct text *bytes)
{
	enum file_state state;
	size_t size;
	int file = open_plain(path, limit, &size, &state);

	*bytes = TEXT("");
	if (file < 0)
		return state;
	state = read_all(arena, file, size, limit, bytes);
	close(file);
	return state;
}

/* All bytes of a file, a piece at a time. */
static enum file_state
hash_all(int file, size_t limit, struct hash *hash)
{
	enum { PIECE = 1 << 15 };
	unsigned char piece[PIECE];
	size_t length = 0;
	ssize_t count;

	while (interrupted(count = read(file, piece, sizeof piece)) || count > 0) {
		if (count < 0)
			continue;
		length += (size_t)count;
		if (length > limit)
			return FILE_TOO_LARGE;
		hash_add(hash, piece, (size_t)count);
	}
	return count < 0 ? state_of_error(errno) : FILE_READ;
}

enum file_state
file_sum(struct arena *arena, const char *path, size_t limit, struct text *sum)
{
	enum file_state state;
	struct hash hash;
	unsigned char bytes[32];
	size_t size;
	int file = open_plain(path, limit, &size, &state);

	*sum = TEXT("");
	if (file < 0)
		return state;
	hash_begin(&hash);
	state = hash_all(file, limit, &hash);
	close(file);
	hash_end(&hash, bytes);
	if (state == FILE_READ)
		*sum = hash_hex(arena, bytes);
	return state;
}

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
		int length = snprintf(writing[next].at, size, "%.*s%s.planpress-%ld-%u.tmp",
		    TEXT_ARGS(folder), folder.length ? "/" : "", (long)getpid(), number++);

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
	folder_make(folder.length ? text_string(arena, folder) : ".");
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

/* Whether a name is one that open_temporary gives in a process. */
static bool
is_temporary(const char *name, long process)
{
	char begin[64];

	snprintf(begin, sizeof begin, ".planpress-%ld-", process);
	return text_begins(text_of(name), begin) && text_ends(text_of(name), ".tmp");
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
		else if (is_temporary(entry->name, process))
			file_remove(path);
	}
	arena_drop(arena);
}

static void
add_entry(struct arena *arena, struct file_entries *entries, DIR *folder,
    const struct dirent *found)
{
	struct file_entry *entry = array_push(arena, entries);
	struct stat about;

	entry->name = text_string(arena, text_of(found->d_name));
	if (found->d_type == DT_REG || found->d_type == DT_DIR) {
		entry->kind = found->d_type == DT_DIR ? FILE_FOLDER : FILE_READ;
		return;
	}
	if (fstatat(dirfd(folder), found->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0)
		entry->is_link = S_ISLNK(about.st_mode);
	if (fstatat(dirfd(folder), found->d_name, &about, 0) == 0)
		entry->kind = state_of_mode(about.st_mode);
	else
		entry->kind = state_of_error(errno);
}

static int
compare_entries(const void *a, const void *b)
{
	const struct file_entry *left = a, *right = b;

	return strcmp(left->name, right->name);
}

enum file_state
folder_list(struct arena *arena, const char *path, struct file_entries *entries)
{
	DIR *folder = opendir(path);
	const struct dirent *found;
	int error;

	if (!folder)
		return state_of_error(errno);
	while (errno = 0, (found = readdir(folder)))
		if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0)
			add_entry(arena, entries, folder, found);
	error = errno;
	closedir(folder);
	if (error)
		return state_of_error(error);
	if (entries->count)
		qsort(entries->at, entries->count, sizeof *entries->at, compare_entries);
	return FILE_READ;
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
