/* SPDX-License-Identifier: MIT */
/*
 * Names of people, and who holds which post.
 */
#ifndef RESOLVE_PEOPLE_HOLDERS_H
#define RESOLVE_PEOPLE_HOLDERS_H

#include "resolve/pass.h"

struct holder { struct text name, post; };
ARRAY(struct holder, holders);

/* Of all documents of the corpus; a name stands once as it is written and once with an initial. */
struct holders find_holders(struct resolution *);

/* True for words with an initial ("G. Ollerton") or a courtesy title ("Ms Kerr"). */
bool is_name(struct text);
/* The words behind "Ms " and the like. */
struct text without_courtesy(struct text);
/* True where a letter stands at a place of a text. */
bool holds_letter(struct text, size_t at);

#endif
