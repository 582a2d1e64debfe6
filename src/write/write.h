/* SPDX-License-Identifier: MIT */
/*
 * The back ends' door: an edition to files.
 */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "model/edition.h"

/*
 * Prepares the files that the edition wants, to be published together
 * (base/file.h); ends the program when the disk does not take them.
 */
void write_edition(const struct edition *);

/* A document in the Markdown spelling, comments kept; reading it gives the same model. */
struct text write_markdown(struct arena *, const struct document *);

#endif
