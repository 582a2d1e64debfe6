/* SPDX-License-Identifier: MIT */
/*
 * Instructions that a template gives its author, and that are to be gone from
 * what is published: "[insert name]", "<date of meeting>", "lorem ipsum".
 */
#ifndef MODEL_GUIDANCE_H
#define MODEL_GUIDANCE_H

#include "base/text.h"

/* Behind the instruction whose bracket, [ or <, stands at an offset; 0: none begins there. */
size_t guidance_end(struct arena *scratch, struct text words, size_t at);
/* How many kinds of instruction without brackets the words hold. */
int guidance_count(struct arena *scratch, struct text words);

#endif
