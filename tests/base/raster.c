/* SPDX-License-Identifier: MIT */
/*
 * Pictures that are whole are sound; cut short at any byte they are not; with
 * any bit turned they are read to their end or refused, and what is said to be
 * sound can be decoded.
 */
#include <stdio.h>

#include "base/file.h"
#include "base/raster.h"
#include "check.h"

static const char *const pictures[] = {
	"tests/read/text/pictures/lock.png", "examples/figures/visits.png",
	"tests/write/pdf/images/rgb.jpg", "tests/write/pdf/images/grey.jpg",
	"tests/write/pdf/images/progressive.jpg",
};

static enum raster_fault
check_picture(struct text bytes, struct raster *raster)
{
	enum raster_fault fault = png_check(bytes, raster);

	return fault == RASTER_OTHER ? jpeg_check(bytes, raster) : fault;
}

static struct text
read_picture(struct arena *arena, const char *path)
{
	struct text bytes = { 0 };

	CHECK(file_read(arena, path, 1 << 20, &bytes) == FILE_READ);
	return bytes;
}

/* Copies have no byte behind them, so that a sanitizer sees who reads on. */
static void
check_cuts(struct text bytes)
{
	size_t step = bytes.length > 4000 ? 97 : 1;

	for (size_t cut = 0; cut < bytes.length; cut += step) {
		struct arena *arena = arena_new();
		struct raster raster;
		struct text part = { arena_copy(arena, bytes.s, cut), cut };

		CHECK(check_picture(part, &raster) != RASTER_SOUND);
		arena_drop(arena);
	}
}

static void
check_turned(struct text bytes)
{
	size_t step = bytes.length > 4000 ? 131 : 1;

	for (size_t at = 0; at < bytes.length; at += step) {
		struct arena *arena = arena_new();
		char *turned = arena_copy(arena, bytes.s, bytes.length);
		struct text part = { turned, bytes.length };
		struct raster raster, pixels;

		turned[at] ^= (char)(1 << at % 8);
		if (png_check(part, &raster) == RASTER_SOUND) {
			CHECK(raster.at == NULL);
			CHECK(png_decode(arena, part, &pixels) == RASTER_SOUND && pixels.at);
			CHECK(pixels.width == raster.width && pixels.channels == raster.channels);
		}
		jpeg_check(part, &raster);
		arena_drop(arena);
	}
}

static void
check_end_of_jpeg(struct arena *arena)
{
	struct text bytes = read_picture(arena, pictures[2]);
	struct raster raster;

	CHECK(jpeg_check(text_join(arena, bytes, TEXT("and what a camera adds")),
	    &raster) == RASTER_SOUND);
	CHECK(jpeg_check(TEXT("\xFF\xD8\xFF\xD9"), &raster) == RASTER_DAMAGED);
	CHECK(jpeg_check(TEXT("\xFF\xD8\xFF"), &raster) == RASTER_DAMAGED);
	CHECK(jpeg_check(TEXT("GIF89a"), &raster) == RASTER_OTHER);
	CHECK(png_check(TEXT("GIF89a"), &raster) == RASTER_OTHER);
}

int
main(void)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
		struct text bytes = read_picture(arena, pictures[i]);
		struct raster raster;

		CHECK(check_picture(bytes, &raster) == RASTER_SOUND);
		CHECK(raster.width > 0 && raster.height > 0);
		check_cuts(bytes);
		check_turned(bytes);
	}
	check_end_of_jpeg(arena);
	arena_drop(arena);
	return check_status();
}
