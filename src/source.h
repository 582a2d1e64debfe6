/* SPDX-License-Identifier: MIT */
/*
 * What every command begins with: the corpus of its PATHs, read and resolved.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "options.h"
#include "read/read.h"

/*
 * The program's folder of that name: beside the program in its source tree, or
 * under share/planpress where it is installed.
 */
const char *program_folder(struct arena *, const char *name);

/*
 * Says what is to be read; false, and told on standard error, when a PATH is
 * not there or they are not of one corpus: exit status 2.
 */
bool source_find(struct arena *, const struct options *, const char *const *paths, size_t count,
    struct request *);

/* The corpus of a request, read and resolved. */
struct corpus *source_read(struct arena *, const struct request *, struct diag *);

/* The corpus of the paths, read and resolved; null as source_find says false. */
struct corpus *source_open(struct arena *, const struct options *, const char *const *paths,
    size_t count, struct diag *);

/* A diag for one run with the options' wishes. */
struct diag source_diag(struct arena *, const struct options *);

#endif
