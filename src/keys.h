/* SPDX-License-Identifier: MIT */
/*
 * What the last run read and wrote, kept beside the output folder in one file
 * an audience, so that the next run does only what has changed. Inputs are
 * named by the sums of their paths alone: a name can tell what is exempt.
 */
#ifndef KEYS_H
#define KEYS_H

#include "base/array.h"
#include "base/map.h"
#include "base/text.h"

/* Of an input that is kept the path is a sum. */
struct key_file { struct text path, sum; int64_t size, time; };
ARRAY(struct key_file, key_files);

struct key_output {
	struct text document;		/* its path in the corpus */
	struct text key;		/* the sum of all that it was made of */
	struct key_file file;
};
ARRAY(struct key_output, key_outputs);

struct keys {
	struct arena *arena;
	const char *path;
	struct text run;		/* what was asked for: another wish is another run */
	struct key_files inputs;
	struct key_outputs outputs;
	long long warnings;		/* that the run gave */
};

/* The keys at a path; empty when there are none or they cannot be read. */
struct keys keys_read(struct arena *, const char *path);
/*
 * Prepares their file, to be published with the outputs (base/file.h). Where the
 * folder takes no file nothing is kept, and the next run does all again.
 */
void keys_prepare(const struct keys *);

ARRAY(struct text, found_files);
/*
 * All files under a folder, as paths below it, sorted; names that begin with a
 * dot are left out. A file: itself alone.
 */
struct found_files files_under(struct arena *, const char *folder);

/* Prepares a rule for make: all outputs hang on all inputs, which are named as they were found. */
void keys_prepare_depfile(const struct keys *, const char *depfile,
    const struct found_files *inputs);

/*
 * True when all inputs and outputs are as the run left them, and `files`, the
 * corpus's files now, are all among the inputs.
 */
bool keys_stand(const struct keys *, struct text run, const struct found_files *files);

/*
 * True when a document's outputs were made of what this key sums up, and are
 * still there as they were written.
 */
bool keys_hold(const struct keys *, struct text document, struct text key);

/*
 * Before anything is read: how the inputs stand. After all is prepared: they are
 * summed up, and kept if the run was sound and none has changed meanwhile; else
 * the next run begins anew.
 */
void keys_begin(struct keys *, const struct found_files *);
void keys_end(struct keys *, bool is_sound);
void keys_add_output(struct keys *, struct text document, struct text key, struct text path);
/* Takes over what the last run knew of a document. */
void keys_keep(struct keys *, const struct keys *last, struct text document);

#endif
