/* SPDX-License-Identifier: MIT */
/*
 * The back ends' door: an edition to files.
 */
#ifndef WRITE_WRITE_H
#define WRITE_WRITE_H

#include "model/edition.h"

/*
 * Writes what the edition wants, each file whole or not at all; ends the
 * program when the disk does not take it.
 */
void write_edition(const struct edition *);

/* A document in the Markdown spelling, comments kept; reading it gives the same model. */
struct text write_markdown(struct arena *, const struct document *);

#endif
