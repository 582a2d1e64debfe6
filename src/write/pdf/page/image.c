/* SPDX-License-Identifier: MIT */
/*
 * Images to XObjects (ISO 32000-1, 8.9): a PNG is decoded to grey or RGB of
 * eight bits, its alpha to a soft mask; a JPEG goes in as it is.
 *
 * A row is packed as PNG packs it, by the filter that leaves the smallest sum
 * of differences. What the file says of its colour space is not asked: all is
 * sRGB. This file alone knows libpng, here.
 */
#include "write/pdf/page/image.h"

#include <assert.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

/* Samples of eight bits, channels of them side by side; the last is alpha where there is any. */
struct pixels { int width, height, channels; unsigned char *at; };

struct placed { int object; bool has_alpha; };

static _Noreturn void
refuse(const struct image *image, const char *why)
{
	die("the image \"%.*s\" %s", TEXT_ARGS(image->path), why);
}

/* ---- PNG ---- */

struct source { const struct image *image; size_t at; struct arena *arena; };

static void
read_bytes(png_structp png, png_bytep to, size_t count)
{
	struct source *source = png_get_io_ptr(png);
	struct text bytes = source->image->bytes;

	if (count > bytes.length - source->at)
		png_error(png, "it ends too early");
	memcpy(to, bytes.s + source->at, count);
	source->at += count;
}

/* libpng's way out of an error, which must not come back. */
static _Noreturn void
fail(png_structp png, png_const_charp why)
{
	const struct source *source = png_get_error_ptr(png);

	die("the image \"%.*s\" cannot be read: %s", TEXT_ARGS(source->image->path), why);
}

static void
pass_over(png_structp png, png_const_charp why)
{
	(void)png, (void)why;
}

static png_voidp
take_memory(png_structp png, png_alloc_size_t size)
{
	const struct source *source = png_get_mem_ptr(png);

	return arena_alloc(source->arena, size);
}

static void
leave_memory(png_structp png, png_voidp block)
{
	(void)png, (void)block;
}

/* Every kind of PNG to eight bits of grey or RGB, with alpha where it has any. */
static void
ask_for_bytes(png_structp png)
{
	png_set_expand(png);
	png_set_scale_16(png);
	png_set_interlace_handling(png);
}

static struct pixels
read_png(struct arena *arena, const struct image *image)
{
	struct source source = { .image = image, .arena = arena };
	png_structp png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, &source, fail, pass_over,
	    &source, take_memory, leave_memory);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	struct pixels pixels = { 0 };
	png_bytepp rows;
	size_t stride;

	if (!info)
		refuse(image, "cannot be read by this libpng");
	png_set_read_fn(png, &source, read_bytes);
	png_read_info(png, info);
	ask_for_bytes(png);
	png_read_update_info(png, info);
	pixels.width = (int)png_get_image_width(png, info);
	pixels.height = (int)png_get_image_height(png, info);
	pixels.channels = png_get_channels(png, info);
	stride = png_get_rowbytes(png, info);
	assert(png_get_bit_depth(png, info) == 8 &&
	    stride == (size_t)pixels.width * (size_t)pixels.channels);
	pixels.at = arena_array(arena, (size_t)pixels.height, stride);
	rows = arena_array(arena, (size_t)pixels.height, sizeof *rows);
	for (int y = 0; y < pixels.height; y++)
		rows[y] = pixels.at + (size_t)y * stride;
	png_read_image(png, rows);
	png_read_end(png, NULL);
	png_destroy_read_struct(&png, &info, NULL);
	return pixels;
}

/* ---- pixels to streams ---- */

/* Some of the channels of an image, by themselves. */
static struct pixels
take_channels(struct arena *arena, const struct pixels *from, int first, int count)
{
	size_t all = (size_t)from->width * (size_t)from->height;
	struct pixels part = { .width = from->width, .height = from->height, .channels = count };

	if (count == from->channels)
		return *from;
	part.at = arena_array(arena, all, (size_t)count);
	for (size_t i = 0; i < all; i++)
		memcpy(part.at + i * (size_t)count, from->at + i * (size_t)from->channels + first,
		    (size_t)count);
	return part;
}

static bool
is_opaque(const struct pixels *alpha)
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

/* A row of samples, the one above it (null at the top), and how far apart the samples of a channel stand. */
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
filter_rows(struct arena *arena, const struct pixels *pixels)
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
add_pixels(struct pdf *pdf, const struct pixels *pixels, int mask)
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
	struct pixels pixels = read_png(pdf->arena, image);
	int colours = pixels.channels >= 3 ? 3 : 1;
	struct pixels ink = take_channels(pdf->arena, &pixels, 0, colours);
	int mask = 0;

	if (pixels.channels > colours) {
		struct pixels alpha = take_channels(pdf->arena, &pixels, colours, 1);

		placed->has_alpha = !is_opaque(&alpha);
		mask = placed->has_alpha ? add_pixels(pdf, &alpha, 0) : 0;
	}
	placed->object = add_pixels(pdf, &ink, mask);
}

/* ---- JPEG ---- */

/* What a frame header says (ISO 10918-1, B.2.2). */
struct frame { int bits, width, height, components; };

static int
two_bytes(const unsigned char *at)
{
	return at[0] << 8 | at[1];
}

/* Baseline, extended or progressive frames with Huffman codes; all others no reader of PDF must know. */
static struct frame
find_frame(const struct image *image)
{
	const unsigned char *bytes = (const unsigned char *)image->bytes.s;
	size_t size = image->bytes.length, at = 2;

	while (at + 10 <= size && bytes[at] == 0xFF) {
		int marker = bytes[at + 1], size_of_part = two_bytes(bytes + at + 2);

		if (marker == 0xFF) {
			at++;
			continue;
		}
		if (marker >= 0xC0 && marker <= 0xC2)
			return (struct frame){ .bits = bytes[at + 4], .height = two_bytes(bytes + at + 5),
			    .width = two_bytes(bytes + at + 7), .components = bytes[at + 9] };
		if (marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
		    marker != 0xCC)
			refuse(image, "is a JPEG of a kind that PDF does not know");
		if (marker == 0xDA)
			break;
		at += 2 + (size_t)size_of_part;
	}
	refuse(image, "is no JPEG that can be read");
}

static void
add_jpeg(struct pdf *pdf, const struct image *image, struct placed *placed)
{
	struct frame frame = find_frame(image);
	struct buffer body = { .arena = pdf->arena };

	if (frame.bits != 8 || frame.width == 0 || frame.height == 0)
		refuse(image, "is a JPEG of a kind that PDF does not know");
	if (frame.components != 1 && frame.components != 3)
		refuse(image, "is a JPEG in CMYK; save it in RGB");
	buffer_format(&body,
	    "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/Device%s",
	    frame.width, frame.height, frame.components == 1 ? "Gray" : "RGB");
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
