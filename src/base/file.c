/* SPDX-License-Identifier: MIT */
/*
 * What is there: files and folders of POSIX, and their bytes. How they are
 * written is file/write.c.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file/call.h"
#include "base/hash.h"

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
