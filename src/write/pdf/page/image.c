/* SPDX-License-Identifier: MIT */
/*
 * Images to XObjects (ISO 32000-1, 8.9): a PNG is decoded to grey or RGB of
 * eight bits, its alpha to a soft mask; a JPEG goes in as it is.
 *
 * A row is packed as PNG packs it, by the filter that leaves the smallest sum
 * of differences. All is sRGB, whatever the file says.
 */
#include "write/pdf/page/image.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/raster.h"

struct placed { int object; bool has_alpha; };

/* ---- pixels to streams ---- */

/* Some of the channels of an image, by themselves. */
static struct raster
take_channels(struct arena *arena, const struct raster *from, int first, int count)
{
	size_t all = (size_t)from->width * (size_t)from->height;
	struct raster part = { .width = from->width, .height = from->height, .channels = count };

	if (count == from->channels)
		return *from;
	part.at = arena_array(arena, all, (size_t)count);
	for (size_t i = 0; i < all; i++)
		memcpy(part.at + i * (size_t)count, from->at + i * (size_t)from->channels + first,
		    (size_t)count);
	return part;
}

static bool
is_opaque(const struct raster *alpha)
{
	size_t all = (size_t)alpha->width * (size_t)alpha->height;

	for (size_t i = 0; i < all; i++)
		if (alpha->at[i] != 255)
			return false;
	return true;
}

static int
predict(int left, int above, int corner)
{
	int guess = left + above - corner;
	int to_left = abs(guess - left), to_above = abs(guess - above),
	    to_corner = abs(guess - corner);

	if (to_left <= to_above && to_left <= to_corner)
		return left;
	return to_above <= to_corner ? above : corner;
}

/*
 * A row of samples, the one above it (null at the top), and how far apart the
 * samples of a channel stand.
 */
struct row { const unsigned char *at, *above; size_t size, step; };

/* What a filter of PNG takes a sample to be (ISO 15948, 9.2). */
static int
guess(int filter, int left, int above, int corner)
{
	switch (filter) {
	case 1: return left;
	case 2: return above;
	case 3: return (left + above) / 2;
	case 4: return predict(left, above, corner);
	default: return 0;
	}
}

/* The differences to the guesses of a filter; says how large they are in all. */
static unsigned long
filter_row(int filter, const struct row *row, unsigned char *to)
{
	unsigned long sum = 0;

	for (size_t i = 0; i < row->size; i++) {
		bool is_first = i < row->step;
		int left = is_first ? 0 : row->at[i - row->step];
		int above = row->above ? row->above[i] : 0;
		int corner = row->above && !is_first ? row->above[i - row->step] : 0;

		to[i] = (unsigned char)(row->at[i] - guess(filter, left, above, corner));
		sum += to[i] < 128 ? to[i] : 256u - to[i];
	}
	return sum;
}

/* The filter whose differences are smallest, with them in `best`. */
static int
choose_filter(const struct row *row, unsigned char *best, unsigned char *room)
{
	unsigned long least = 0;
	int chosen = -1;

	for (int filter = 0; filter < 5; filter++) {
		unsigned long sum = filter_row(filter, row, room);

		if (chosen >= 0 && sum >= least)
			continue;
		memcpy(best, room, row->size);
		least = sum;
		chosen = filter;
	}
	return chosen;
}

static struct text
filter_rows(struct arena *arena, const struct raster *pixels)
{
	struct row row = { .at = pixels->at, .step = (size_t)pixels->channels };
	struct buffer out = { .arena = arena };
	unsigned char *best, *room;

	row.size = row.step * (size_t)pixels->width;
	best = arena_alloc(arena, row.size);
	room = arena_alloc(arena, row.size);
	for (int y = 0; y < pixels->height; y++) {
		buffer_byte(&out, (char)choose_filter(&row, best, room));
		buffer_add(&out, best, row.size);
		row.above = row.at;
		row.at += row.size;
	}
	return buffer_view(&out);
}

static int
add_pixels(struct pdf *pdf, const struct raster *pixels, int mask)
{
	struct buffer body = { .arena = pdf->arena };

	buffer_format(&body,
	    "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/Device%s",
	    pixels->width, pixels->height, pixels->channels == 1 ? "Gray" : "RGB");
	buffer_format(&body, "/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", pixels->channels,
	    pixels->width);
	if (mask)
		put_reference(&body, "SMask", mask);
	return stream_add(pdf->objects, buffer_view(&body), filter_rows(pdf->arena, pixels),
	    PACKING_FLATE);
}

static void
add_png(struct pdf *pdf, const struct image *image, struct placed *placed)
{
	struct raster pixels, ink;
	enum raster_fault fault = png_decode(pdf->arena, image->bytes, &pixels);
	int colours = pixels.channels >= 3 ? 3 : 1, mask = 0;

	assert(fault == RASTER_SOUND);	/* read has looked through it */
	ink = take_channels(pdf->arena, &pixels, 0, colours);

	if (pixels.channels > colours) {
		struct raster alpha = take_channels(pdf->arena, &pixels, colours, 1);

		placed->has_alpha = !is_opaque(&alpha);
		mask = placed->has_alpha ? add_pixels(pdf, &alpha, 0) : 0;
	}
	placed->object = add_pixels(pdf, &ink, mask);
}

/* ---- JPEG ---- */

static void
add_jpeg(struct pdf *pdf, const struct image *image, struct placed *placed)
{
	struct buffer body = { .arena = pdf->arena };
	struct raster raster;
	enum raster_fault fault = jpeg_check(image->bytes, &raster);

	assert(fault == RASTER_SOUND);
	buffer_format(&body,
	    "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/Device%s",
	    raster.width, raster.height, raster.channels == 1 ? "Gray" : "RGB");
	buffer_string(&body, "/Filter/DCTDecode");
	placed->object = stream_add(pdf->objects, buffer_view(&body), image->bytes, PACKING_NONE);
}

/* ---- images ---- */

int
image_object(struct pdf *pdf, const struct image *image)
{
	struct placed *placed = map_find(&pdf->images, image->path);

	if (placed)
		return placed->object;
	placed = ARENA_NEW(pdf->arena, struct placed);
	map_set(&pdf->images, image->path, placed);
	if (image->jpeg)
		add_jpeg(pdf, image, placed);
	else
		add_png(pdf, image, placed);
	return placed->object;
}

bool
image_has_alpha(const struct pdf *pdf, const struct image *image)
{
	const struct placed *placed = map_find(&pdf->images, image->path);

	return placed->has_alpha;
}
