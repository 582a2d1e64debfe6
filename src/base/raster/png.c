/* SPDX-License-Identifier: MIT */
/*
 * PNG to eight bits of grey or RGB, with alpha where it has any; or through it
 * to its end, row by row, and nothing is kept. This file alone knows libpng.
 *
 * Of the file's chunks only the picture's own are read: all is sRGB, whatever is
 * said of its colour space, and texts and profiles, which a small file can pack
 * to any size, are passed over unopened. libpng's way out of an error is a jump;
 * its memory is an arena's, so nothing is lost by it.
 */
#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "base/arena.h"
#include "base/raster.h"

struct source {
	struct arena *arena;		/* of libpng's memory */
	struct arena *keep;		/* of the pixels; null: they are not wanted */
	struct text bytes;
	size_t at;
	struct raster raster;
	enum raster_fault fault;
	jmp_buf out;
};

static _Noreturn void
leave(struct source *source, enum raster_fault fault)
{
	source->fault = fault;
	longjmp(source->out, 1);
}

static _Noreturn void
fail(png_structp png, png_const_charp why)
{
	(void)why;
	leave(png_get_error_ptr(png), RASTER_DAMAGED);
}

static void
pass_over(png_structp png, png_const_charp why)
{
	(void)png, (void)why;
}

static void
read_bytes(png_structp png, png_bytep to, size_t count)
{
	struct source *source = png_get_io_ptr(png);

	if (count > source->bytes.length - source->at)
		leave(source, RASTER_DAMAGED);
	memcpy(to, source->bytes.s + source->at, count);
	source->at += count;
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

/* The head of the file: its size, and that it comes out as bytes. */
static void
read_head(struct source *source, png_structp png, png_infop info)
{
	png_uint_32 width, height;

	png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
	png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);	/* nor known, -1 */
	png_set_read_fn(png, source, read_bytes);
	png_read_info(png, info);
	width = png_get_image_width(png, info);
	height = png_get_image_height(png, info);
	if (width > LONGEST_SIDE || height > LONGEST_SIDE || (uint64_t)width * height > MOST_PIXELS)
		leave(source, RASTER_TOO_LARGE);
	source->raster.width = (int)width;
	source->raster.height = (int)height;
	png_set_expand(png);
	png_set_scale_16(png);
}

/* An interlaced picture comes in seven passes, each through all rows. */
static void
read_rows(struct source *source, png_structp png, int passes, size_t stride)
{
	struct raster *raster = &source->raster;
	size_t rows = source->keep ? (size_t)raster->height : 1;
	struct arena *arena = source->keep ? source->keep : source->arena;
	unsigned char *at = arena_array(arena, rows, stride);

	for (; passes > 0; passes--)
		for (size_t y = 0; y < (size_t)raster->height; y++)
			png_read_row(png, at + (source->keep ? y * stride : 0), NULL);
	raster->at = source->keep ? at : NULL;
}

static void
read_png(struct source *source)
{
	png_structp png = png_create_read_struct_2(PNG_LIBPNG_VER_STRING, source, fail, pass_over,
	    source, take_memory, leave_memory);
	png_infop info = png_create_info_struct(png);
	int passes;

	read_head(source, png, info);
	passes = png_set_interlace_handling(png);
	png_read_update_info(png, info);
	source->raster.channels = png_get_channels(png, info);
	read_rows(source, png, passes, png_get_rowbytes(png, info));
	png_read_end(png, NULL);
	png_destroy_read_struct(&png, &info, NULL);
}

static enum raster_fault
read_source(struct source *source, struct raster *raster)
{
	if (setjmp(source->out) != 0)
		return source->fault;
	if (source->bytes.length < 8 || png_sig_cmp((png_const_bytep)source->bytes.s, 0, 8) != 0)
		return RASTER_OTHER;
	read_png(source);
	*raster = source->raster;
	return RASTER_SOUND;
}

enum raster_fault
png_check(struct text bytes, struct raster *raster)
{
	struct source source = { .arena = arena_new(), .bytes = bytes };
	enum raster_fault fault = read_source(&source, raster);

	arena_drop(source.arena);
	return fault;
}

enum raster_fault
png_decode(struct arena *arena, struct text bytes, struct raster *raster)
{
	struct source source = { .arena = arena_new(), .keep = arena, .bytes = bytes };
	enum raster_fault fault = read_source(&source, raster);

	arena_drop(source.arena);
	return fault;
}
