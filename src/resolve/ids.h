/* SPDX-License-Identifier: MIT */
/*
 * Ids of what a document holds, and the order of reading.
 */
#ifndef RESOLVE_IDS_H
#define RESOLVE_IDS_H

#include "resolve/names.h"

/* A section, or a record; of a theme and the like both. */
struct entity { struct section *section; struct record *record; bool exempt; };
ARRAY(struct entity, entities);

/*
 * All of a document in reading order, hidden entities too; open records go
 * into the corpus's lists.
 */
void list_entities(struct resolution *, struct document *, struct entities *);
/* The ids that authors gave: of the rows that may join a measure, or of all else. */
void add_given_ids(struct resolution *, const struct document *, const struct entities *,
    bool rows);
/* Ids from titles for all that has none, but for rows that joined. */
void derive_ids(struct resolution *, const struct document *, const struct entities *);

#endif
