/* SPDX-License-Identifier: MIT */
/*
 * Where a word may be parted by a hyphen.
 */
#ifndef TYPESET_TEXT_HYPHEN_H
#define TYPESET_TEXT_HYPHEN_H

#include "base/text.h"

/*
 * Sets points[i] where a hyphen may stand after byte i of the word; spaces and
 * stops around its letters are passed over. Nothing is set for a language
 * without patterns.
 */
void find_hyphens(struct text word, struct text language, uint8_t *points);

#endif
