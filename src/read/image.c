/* SPDX-License-Identifier: MIT */
/*
 * A picture that an author places is looked through to its end: what is wrong
 * with it is the author's to mend, and must be told at its place, not found
 * when it is written.
 */
#include "read/image.h"

#include "base/raster.h"

static const char *const remedies[] = {
	[RASTER_SOUND] = NULL,
	[RASTER_OTHER] = "save it as PNG or JPEG",
	[RASTER_DAMAGED] = "it is damaged: save it again, or fetch it again from where it came",
	[RASTER_TOO_LARGE] =
	    "it has more than 65,535 pixels a side, or 100 million in all: save it smaller",
	[RASTER_CMYK] = "it is in the colours of a printing press (CMYK): save it in RGB",
	[RASTER_PROCESS] =
	    "this kind of JPEG is not for documents: save it as a plain JPEG, or as PNG",
};

const char *
read_image(struct image *image)
{
	struct raster raster = { 0 };
	enum raster_fault fault = png_check(image->bytes, &raster);

	if (fault == RASTER_OTHER) {
		fault = jpeg_check(image->bytes, &raster);
		image->jpeg = true;
	}
	if (fault == RASTER_SOUND) {
		image->width = raster.width;
		image->height = raster.height;
	}
	return remedies[fault];
}
