/* SPDX-License-Identifier: MIT */
/*
 * The colour space of all that planpress draws.
 */
#ifndef WRITE_PDF_COLOUR_H
#define WRITE_PDF_COLOUR_H

#include "base/text.h"

/* An ICC profile of sRGB (IEC 61966-2-1), version 2, the same bytes always. */
struct text colour_profile(struct arena *);

#endif
