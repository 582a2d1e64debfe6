/* SPDX-License-Identifier: MIT */
/*
 * What links mean: addresses, names in brackets, link fields, views.
 */
#ifndef RESOLVE_LINKS_LINKS_H
#define RESOLVE_LINKS_LINKS_H

#include "resolve/address.h"
#include "resolve/names.h"
#include "resolve/walk.h"

/* What a link leads to; reports what it does not find. The walk says whose link it is. */
struct target find_link_target(struct walk *, const struct span *);

/*
 * What a name in brackets, in a key or in a field means; reports when it means
 * nothing or several things.
 */
struct target find_name_target(struct walk *, struct text words, struct place);

/*
 * Says so when a name has several bearers, or hangs on a title of another
 * document; a null bearer is an Act.
 */
void check_bearer(struct walk *, const struct bearer *, int count, struct text words, struct place);
/* A name that is none: of something hidden it is a leak, else the nearest is shown. */
/* otherwise: the help where no name is near */
void report_unknown_name(struct walk *, struct text words, struct place, struct text otherwise);

/* True when a target may be shown where the walk is; an exempt title in public is reported. */
bool may_show(struct walk *, const struct target *, struct text words, struct place);

/* The links of a value of type LINKS, in reading order. */
void read_link_field(struct walk *, struct value *);

/*
 * How many of words an Act or statutory instrument takes by the form of its
 * title ("… Act 1996", "… Regulations 2012", "(as amended …)"); 0 when none
 * begins there. text is what the words were cut from.
 */
size_t match_act(struct text text, const struct lexeme *words, size_t count);

/* The target and the filters of a view. */
void check_view(struct walk *, struct view *);

#endif
