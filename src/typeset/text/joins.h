/* SPDX-License-Identifier: MIT */
/*
 * Words that stay together on a line: the table of joins (joins.def).
 */
#ifndef TYPESET_TEXT_JOINS_H
#define TYPESET_TEXT_JOINS_H

#include "base/text.h"

/* The sorts that a word is of, as a set of bits, before a space and after one. */
struct sorts { uint32_t left, right; };

/* Of a word with the spaces and stops that follow it. */
struct sorts sorts_of(struct text word);
/* True when a space between them does not part them. */
bool is_joined(struct sorts left, struct sorts right);
/* True when the sign at the end of left does not part it from right: "n/" and "a". */
bool is_joined_inside(struct text left, struct text right);

#endif
