/* SPDX-License-Identifier: MIT */
/*
 * What the programs of this folder share: the program's own styles.
 */
#ifndef TESTS_TYPESET_SET_H
#define TESTS_TYPESET_SET_H

#include "read/read.h"
#include "typeset/typeset.h"

/* A style of the program by its name, as a document gets it. */
static inline const struct style *
style_of(struct arena *arena, const char *name, struct diag *diag)
{
	static const char *const path = "tests/typeset/paper.md";
	struct request request = { .root = path, .paths = &path, .path_count = 1,
	    .styles = "styles", .style = name };
	struct corpus *corpus = read_corpus(arena, &request, diag);

	return corpus->documents.at[0]->style;
}

#endif
