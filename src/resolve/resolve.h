/* SPDX-License-Identifier: MIT */
/*
 * The semantic check's door: a corpus made true to itself.
 */
#ifndef RESOLVE_RESOLVE_H
#define RESOLVE_RESOLVE_H

#include "model/corpus.h"

/*
 * Checks everything, takes out what the audience (corpus->audience) may not
 * see, then derives from what is left, in this order. Afterwards the corpus is
 * const to all.
 */
void resolve_corpus(struct corpus *, struct diag *);

#endif
