/* SPDX-License-Identifier: MIT */
/*
 * An address as it is typed, taken apart.
 */
#ifndef RESOLVE_ADDRESS_H
#define RESOLVE_ADDRESS_H

#include "resolve/pass.h"

struct address {
	enum { ADDRESS_BAD, ADDRESS_HERE, ADDRESS_FILE, ADDRESS_WEB } sort;
	struct text path;		/* of HERE and FILE: in the corpus */
	struct text fragment;		/* what follows "#"; empty when there is none */
	struct document *document;	/* at that path; null when there is none */
};
/* from: the path of the file that says so. */
struct address address_of(const struct resolution *, struct text from, struct text typed);

#endif
