/* SPDX-License-Identifier: MIT */
/*
 * Files, whole. A file is read into an arena; a file is written beside its
 * place, synced and renamed, so that nobody ever sees half of one. A folder
 * is listed in the order of the names' bytes.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/array.h"
#include "base/text.h"

enum file_state {
	FILE_READ, FILE_MISSING, FILE_FOLDER, FILE_DENIED, FILE_SPECIAL, FILE_TOO_LARGE,
	FILE_FAILED,
};

/* The bytes end in a zero that is not counted. At most limit bytes. */
enum file_state file_read(struct arena *, const char *path, size_t limit, struct text *bytes);
/* The SHA-256 of its bytes in hexadecimal digits; they are never all in memory. */
enum file_state file_sum(struct arena *, const char *path, size_t limit, struct text *sum);
enum file_state file_kind(const char *path);	/* FILE_READ for a plain file; follows links */
bool file_is_link(const char *path);
/* Size and modification time in nanoseconds; false when it is not there. */
bool file_stamp(const char *path, int64_t *size, int64_t *time);

/* Writes all, or ends the program (die) with path and reason; folders above are made. */
void file_write(const char *path, struct text bytes);
/*
 * The same in two steps, for files that belong together: all is written beside
 * its place, and nothing is in its place until publish, which needs no memory.
 */
enum { FILES_PREPARED_MOST = 4 };
void file_prepare(const char *path, struct text bytes);
void files_publish(void);
/* Where the bytes for a path are: beside it when they are prepared, else in their place. */
const char *file_prepared(const char *path);
/* Removes a file that is there; anything but success and "not there" ends the program. */
void file_remove(const char *path);
/*
 * Removes the temporary files that a process, this one or a worker that died,
 * left in a folder or below it. Links are not followed.
 */
void file_sweep(const char *folder, long process);
/*
 * Removes from a folder, not from those below it, the temporary files of
 * processes that are gone, an hour after they were last written.
 */
void folder_sweep(const char *folder);
/* Removes the temporary files of what is not published; safe in a signal's handler. */
void file_abandon(void);

struct file_entry { const char *name; enum file_state kind; bool is_link; };
ARRAY(struct file_entry, file_entries);
/* The entries of a folder but "." and "..", sorted by bytes. FILE_READ when it could be listed. */
enum file_state folder_list(struct arena *, const char *path, struct file_entries *);
void folder_make(const char *path);		/* with those above it; dies when it cannot */

#endif
