/* SPDX-License-Identifier: MIT */
/*
 * A picture: it is looked through or refused, and one that is sound can be
 * decoded to the size that was said.
 */
#include "base/raster.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct text file = fuzz_file(arena, bytes, size);
	struct raster raster, pixels;

	if (jpeg_check(file, &raster) == RASTER_SOUND)
		assert(raster.width > 0 && raster.height > 0 &&
		    (raster.channels == 1 || raster.channels == 3));
	if (png_check(file, &raster) == RASTER_SOUND && raster.width * raster.height < 1000000) {
		assert(png_decode(arena, file, &pixels) == RASTER_SOUND);
		assert(pixels.width == raster.width && pixels.height == raster.height);
		for (int i = 0; i < pixels.width * pixels.height * pixels.channels; i += 97)
			assert(pixels.at[i] <= 255);	/* it is there */
	}
	arena_drop(arena);
	return 0;
}
