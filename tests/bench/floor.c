/* SPDX-License-Identifier: MIT */
/*
 * floor FONT PLAN PDF: the least that a PDF of a plan can cost, in seconds of
 * processor: every word of the plan shaped by HarfBuzz, once for all that are
 * the same; and the streams of pages and of structure that the PDF holds
 * deflated, once. Reading, layout and all else are free here. planpress asks
 * HarfBuzz for few words itself (typeset/text/plain): the floor stays what the
 * plain call costs.
 */
#define _GNU_SOURCE		/* memmem */
#include <assert.h>
#include <hb.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/array.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"

enum { LEVEL = 5, LARGEST = 1 << 30 };	/* the level that planpress takes (write/pdf/object.c) */

ARRAY(struct text, streams);

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct text
read_whole(struct arena *arena, const char *path)
{
	struct text bytes;

	if (file_read(arena, path, LARGEST, &bytes) != FILE_READ)
		die("%s cannot be read", path);
	return bytes;
}

/* ---- words ---- */

static hb_font_t *
open_font(const char *path)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	hb_face_t *face = blob ? hb_face_create(blob, 0) : NULL;
	hb_font_t *font = face ? hb_font_create(face) : NULL;

	if (!font)
		die("%s cannot be read", path);
	hb_blob_destroy(blob);
	hb_face_destroy(face);
	return font;
}

/* A word and the space behind it: the glyphs of each are had, those of a known one from the map. */
static double
shape_words(struct arena *arena, hb_font_t *font, struct text plan)
{
	hb_buffer_t *buffer = hb_buffer_create();
	struct map known = { .arena = arena };
	double begun = seconds();
	unsigned count;

	for (size_t at = 0, end; at < plan.length; at = end) {
		struct text word;

		for (end = at; end < plan.length && plan.s[end] != ' ' && plan.s[end] != '\n';)
			end++;
		end += end < plan.length;
		word = text_slice(plan, at, end);
		if (map_find(&known, word))
			continue;
		hb_buffer_clear_contents(buffer);
		hb_buffer_add_utf8(buffer, word.s, (int)word.length, 0, (int)word.length);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		map_set(&known, word, hb_buffer_get_glyph_positions(buffer, &count));
	}
	begun = seconds() - begun;
	hb_buffer_destroy(buffer);
	return begun;
}

/* ---- streams ---- */

static bool
holds(struct text dictionary, const char *key)
{
	return text_find(dictionary, text_of(key), 0) < dictionary.length;
}

/*
 * Pages have no type; structure is in object streams. Fonts, the source and
 * the table are left out.
 */
static bool
counts(struct text dictionary)
{
	return holds(dictionary, "/FlateDecode") && (holds(dictionary, "/ObjStm") ||
	    !(holds(dictionary, "/Type") || holds(dictionary, "/Subtype")));
}

static struct text
inflate(struct arena *arena, struct text packed)
{
	struct libdeflate_decompressor *out = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t length = 0;
	char *s = NULL;

	for (size_t room = packed.length * 4; result == LIBDEFLATE_INSUFFICIENT_SPACE; room *= 2) {
		s = arena_alloc(arena, room);
		result = libdeflate_zlib_decompress(out, packed.s, packed.length, s, room, &length);
	}
	libdeflate_free_decompressor(out);
	if (result != LIBDEFLATE_SUCCESS)
		die("a stream cannot be unpacked");
	return (struct text){ s, length };
}

static struct streams
find_streams(struct arena *arena, struct text pdf)
{
	struct streams streams = { 0 };
	size_t at = 0, begin, end;

	while ((begin = text_find(pdf, TEXT(">>stream\n"), at)) < pdf.length) {
		struct text before = text_slice(pdf, at, begin);
		size_t length = text_find(before, TEXT("/Length "), 0);

		begin += strlen(">>stream\n");
		end = begin + strtoul(before.s + length + strlen("/Length "), NULL, 10);
		assert(length < before.length && end < pdf.length);
		if (counts(before))
			*array_push(arena, &streams) = inflate(arena, text_slice(pdf, begin, end));
		at = end;
	}
	return streams;
}

static double
deflate_streams(struct arena *arena, const struct streams *streams)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
	size_t most = 0;
	double begun;
	char *room;

	for (array_each(const struct text, stream, streams))
		most = stream->length > most ? stream->length : most;
	most = libdeflate_zlib_compress_bound(compressor, most);
	room = arena_alloc(arena, most);
	begun = seconds();
	for (array_each(const struct text, stream, streams))
		libdeflate_zlib_compress(compressor, stream->s, stream->length, room, most);
	begun = seconds() - begun;
	libdeflate_free_compressor(compressor);
	return begun;
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	struct streams streams;
	hb_font_t *font;
	struct text plan;

	if (count != 4)
		die("floor FONT PLAN PDF");
	font = open_font(words[1]);
	plan = read_whole(arena, words[2]);
	streams = find_streams(arena, read_whole(arena, words[3]));
	printf("%.6f\n", shape_words(arena, font, plan) + deflate_streams(arena, &streams));
	hb_font_destroy(font);
	arena_drop(arena);
	return 0;
}
