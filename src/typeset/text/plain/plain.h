/* SPDX-License-Identifier: MIT */
/*
 * Words that HarfBuzz need not see: Western letters, digits and signs of one
 * face, whose glyphs follow from the face's own tables by single substitutions
 * and pair kerning alone. What plain_shape sets is what HarfBuzz sets; where
 * that is not certain it sets nothing.
 */
#ifndef TYPESET_TEXT_PLAIN_PLAIN_H
#define TYPESET_TEXT_PLAIN_PLAIN_H

#include <hb.h>

#include "base/text.h"
#include "model/page.h"

struct plain;

enum { PLAIN_MOST = 64 };	/* characters of a word */

/*
 * For words from left to right. The font's scale is its units; features and
 * font are borrowed.
 */
struct plain *plain_new(struct arena *, hb_font_t *, hb_language_t, const hb_feature_t *features,
    unsigned feature_count);
void plain_drop(struct plain *);	/* null is nothing to drop */

/* The number of glyphs, or 0: the word is HarfBuzz's. */
int plain_shape(struct plain *, struct text word, struct glyph glyphs[PLAIN_MOST]);

/* From a face's units to 1/1000 em, half up. */
static inline int16_t
per_em(int value, int upem)
{
	int64_t twice = (int64_t)value * 2000 + upem, by = 2 * (int64_t)upem;
	int64_t rounded = twice >= 0 ? twice / by : -((-twice + by - 1) / by);

	return rounded > INT16_MAX ? INT16_MAX : rounded < INT16_MIN ? INT16_MIN : (int16_t)rounded;
}

#endif
