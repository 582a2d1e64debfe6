/* SPDX-License-Identifier: MIT */
/*
 * The marks and the list of messages of a draft.
 */
#ifndef STRUCTURE_DRAFT_H
#define STRUCTURE_DRAFT_H

struct builder;

/* Does nothing where there is no draft; the tree's nodes must all stand. */
void build_draft(struct builder *);

#endif
