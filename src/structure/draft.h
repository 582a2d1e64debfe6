/* SPDX-License-Identifier: MIT */
/*
 * The marks and the list of messages of a draft.
 */
#ifndef STRUCTURE_DRAFT_H
#define STRUCTURE_DRAFT_H

struct builder;

/* That it is a draft, before anything else; both do nothing where there is none. */
void build_draft_banner(struct builder *);
/* The marks and the list; the tree's nodes must all stand. */
void build_draft(struct builder *);

#endif
