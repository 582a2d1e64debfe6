/* SPDX-License-Identifier: MIT */
/*
 * The shaper opens and closes: faces when a word needs them, numbers for fonts
 * and languages when they are asked for.
 */
#include "typeset/text/shaper.h"

#include "base/diag.h"
#include "typeset/text/fontfile.h"
#include "typeset/text/plain/plain.h"

void
die_of_memory(struct text words)
{
	die("the memory to shape \"%.*s\" could not be had", TEXT_ARGS(words));
}

struct shaper *
shaper_open(struct arena *arena, const struct style *style, struct diag *diag)
{
	struct shaper *shaper = ARENA_NEW(arena, struct shaper);
	const struct tokens *look = &style->look;

	shaper->arena = arena;
	shaper->look = look;
	shaper->diag = diag;
	shaper->faces = arena_array(arena, look->faces.count, sizeof *shaper->faces);
	shaper->used = arena_array(arena, look->faces.count, sizeof *shaper->used);
	for (size_t i = 0; i < look->faces.count; i++)
		shaper->faces[i].used = -1;
	shaper->sorts = list_sorts(arena);
	shaper->words = arena_array(arena, FONTS_MOST * LANGUAGES_MOST * 2, sizeof *shaper->words);
	for (size_t i = 0; i < look->features.count && shaper->feature_count < FEATURES_MOST; i++) {
		struct text name = look->features.at[i];

		if (hb_feature_from_string(name.s, (int)name.length,
		        &shaper->features[shaper->feature_count]))
			shaper->feature_count++;
	}
	shaper->buffer = hb_buffer_create();
	if (!hb_buffer_allocation_successful(shaper->buffer))
		die("the memory to shape words could not be had");
	return shaper;
}

void
shaper_close(struct shaper *shaper)
{
	for (size_t i = 0; i < shaper->look->faces.count; i++) {
		struct open_face *open = &shaper->faces[i];

		for (int k = 0; open->font && k < shaper->language_count; k++)
			plain_drop(open->plain[k]);
		hb_font_destroy(open->font);
	}
	hb_buffer_destroy(shaper->buffer);
}

int
shaper_font(struct shaper *shaper, enum family family, int weight)
{
	struct font *font;

	for (int i = 0; i < shaper->font_count; i++)
		if (shaper->fonts[i].family == family && shaper->fonts[i].weight == weight)
			return i;
	if (shaper->font_count == FONTS_MOST)
		die("a document takes more than %d fonts", FONTS_MOST);
	font = &shaper->fonts[shaper->font_count];
	font->family = family;
	font->weight = weight;
	font->chain = find_faces(shaper->look, family, weight);
	return shaper->font_count++;
}

/* Of languages beyond the room for them, all are the first: it only steers the choice of glyphs. */
int
shaper_language(struct shaper *shaper, struct text tag)
{
	int count = shaper->language_count;

	for (int i = 0; i < count; i++)
		if (text_equal(shaper->languages[i].tag, tag))
			return i;
	if (count == LANGUAGES_MOST)
		return 0;
	shaper->languages[count].tag = tag;
	shaper->languages[count].hb = hb_language_from_string(tag.s, (int)tag.length);
	if (tag.length > 0 && shaper->languages[count].hb == HB_LANGUAGE_INVALID)
		die_of_memory(tag);
	return shaper->language_count++;
}

const struct face **
shaper_faces(const struct shaper *shaper, int *count)
{
	*count = shaper->used_count;
	return shaper->used;
}

int
shaper_count(const struct shaper *shaper)
{
	return shaper->shaped_count;
}

/* ---- faces ---- */

struct open_face *
open_face(struct shaper *shaper, int number)
{
	struct open_face *open = &shaper->faces[number];
	hb_blob_t *blob;
	hb_face_t *hb;

	if (open->font)
		return open;
	open->face = find_font_file(shaper->arena, &shaper->look->faces.at[number], shaper->diag);
	blob = hb_blob_create_from_file_or_fail(text_string(shaper->arena, open->face->path));
	if (!blob)
		die("the font file %.*s cannot be read", TEXT_ARGS(open->face->path));
	hb = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	if (hb_face_get_glyph_count(hb) == 0)
		die("the font file %.*s is no font", TEXT_ARGS(open->face->path));
	open->font = hb_font_create(hb);
	open->upem = (int)hb_face_get_upem(hb);
	hb_font_set_scale(open->font, open->upem, open->upem);
	hb_face_destroy(hb);
	open->plain = arena_array(shaper->arena, LANGUAGES_MOST, sizeof(struct plain *));
	return open;
}

int
used_face(struct shaper *shaper, int number)
{
	struct open_face *open = open_face(shaper, number);

	if (open->used < 0) {
		open->used = shaper->used_count;
		shaper->used[shaper->used_count++] = open->face;
	}
	return open->used;
}
