/* SPDX-License-Identifier: MIT */
/*
 * Bare addresses of the web and of mail in running text: they become links.
 */
#ifndef READ_ADDRESS_H
#define READ_ADDRESS_H

#include "base/text.h"

/* Bytes of the words, and where a link to them leads ("mailto:…", "https://…"). */
struct address { size_t from, to; struct text leads; };

/*
 * The address that begins at a byte, or whose "@" is there; what stands before
 * from is no part of it.
 */
bool address_at(struct arena *, struct text words, size_t from, size_t at, struct address *);

/* The first address at or after a byte; false when there is none. */
bool find_address(struct arena *, struct text words, size_t from, struct address *);

#endif
