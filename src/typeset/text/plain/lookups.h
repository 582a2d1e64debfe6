/* SPDX-License-Identifier: MIT */
/* What a face's GSUB and GPOS do to the words of a script. */
#ifndef TYPESET_TEXT_PLAIN_LOOKUPS_H
#define TYPESET_TEXT_PLAIN_LOOKUPS_H

#include <hb.h>

#include "typeset/text/plain/rule.h"

enum script { WITHOUT_LETTERS, LATIN, SCRIPTS };

enum { LOOKUPS_MOST = 64 };	/* of a kind */

struct rules { struct rule *at; int count; };
struct lookups { struct rules substitutions, positions; };

/* A face and the features that are asked of it; what it points to is borrowed. */
struct ruled_face {
	struct arena *arena;
	hb_face_t *face;
	hb_language_t language;
	const hb_feature_t *features;
	unsigned feature_count;
	hb_blob_t *gsub, *gpos;
};

/* In the order in which they run; false when words of the script are HarfBuzz's. */
bool find_lookups(const struct ruled_face *, enum script, struct lookups *);
bool lookups_are_same(const struct lookups *, const struct lookups *);

#endif
