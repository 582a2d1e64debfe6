/* SPDX-License-Identifier: MIT */
/*
 * Pictures of pixels in files: PNG (ISO/IEC 15948), which is decoded, and JPEG
 * (ISO/IEC 10918-1), which goes into outputs as it is and is only looked
 * through. A file in which nothing was found wrong can be shown by every reader
 * of PDF.
 */
#ifndef BASE_RASTER_H
#define BASE_RASTER_H

#include "base/text.h"

/* Pixels of a picture, and of its side: a page of A3 has 70 million at 600 to the inch. */
enum { MOST_PIXELS = 100000000, LONGEST_SIDE = 65535 };

enum raster_fault {
	RASTER_SOUND,
	RASTER_OTHER,			/* it is another kind of file */
	RASTER_DAMAGED,			/* it ends too early, or its sums are wrong */
	RASTER_TOO_LARGE,		/* more pixels than these */
	RASTER_CMYK,			/* the colours of printing presses, not of screens */
	RASTER_PROCESS,			/* a kind of JPEG that readers of PDF need not know */
};

/*
 * Samples of eight bits, channels of them side by side: grey or RGB, then
 * alpha where there is any.
 */
struct raster { int width, height, channels; unsigned char *at; };

/* Looks through a whole file. Of a sound one the size stands in the raster; `at` is null. */
enum raster_fault png_check(struct text bytes, struct raster *);
enum raster_fault jpeg_check(struct text bytes, struct raster *);

/* The pixels of a PNG, in the arena. */
enum raster_fault png_decode(struct arena *, struct text bytes, struct raster *);

#endif
