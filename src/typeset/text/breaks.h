/* SPDX-License-Identifier: MIT */
/*
 * Where a line may end within a paragraph, and which way its words run.
 */
#ifndef TYPESET_TEXT_BREAKS_H
#define TYPESET_TEXT_BREAKS_H

#include "base/text.h"

/*
 * JOINED: UAX #14 parts them, the table of joins does not. A line that ends
 * there ends with a hyphen: HYPHEN, by the patterns; SOFT, as the author says.
 */
enum cut { CUT_NO, CUT_JOINED, CUT_YES, CUT_HYPHEN, CUT_SOFT, CUT_MUST };

/*
 * By UAX #14, what may happen after each byte of the words, into
 * cuts[words.length]; the last one is MUST, and so is a line end ("\n").
 */
void find_cuts(struct text words, struct text language, uint8_t *cuts);

/* Embedding levels (UAX #9) of each byte; null when all of it runs from left to right. */
const uint8_t *find_levels(struct arena *, struct text words, bool from_right);

#endif
