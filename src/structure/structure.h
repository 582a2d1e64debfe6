/* SPDX-License-Identifier: MIT */
/*
 * Structure's door: a document of the corpus to the tree that its reader reads.
 */
#ifndef STRUCTURE_STRUCTURE_H
#define STRUCTURE_STRUCTURE_H

#include "model/corpus.h"
#include "model/style.h"
#include "model/tree.h"

/*
 * The tree lives in the arena, and borrows words of the corpus. With a draft,
 * the reports about the document stand as numbered marks at their places and
 * as a list at the end; null: it is no draft.
 */
const struct tree *structure_document(struct arena *, const struct corpus *,
    const struct document *, const struct style *, const struct diag *draft);

#endif
