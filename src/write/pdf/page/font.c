/* SPDX-License-Identifier: MIT */
/*
 * Which glyphs of which faces are shown, what they mean, and how a word is
 * written in them.
 *
 * A glyph means what it says in the words where it stands alone; a word whose
 * glyphs mean something else is not plain, and text.c says on the spot what it
 * is. A plain word is written once, and copied wherever it is shown again.
 */
#include "write/pdf/page/font.h"

#include <assert.h>
#include <errno.h>
#include <hb.h>

#include "base/diag.h"
#include "write/pdf/page/embed.h"
#include "write/pdf/syntax.h"

/* ---- which glyphs are shown ---- */

/* HarfBuzz says nothing when it is out of memory, and goes on with less. */
void
font_must_have_memory(const struct font *font)
{
	if (memory_failed())
		die("the memory for \"%.*s\" could not be had", TEXT_ARGS(font->face->path));
}

/* The glyph that means one character, whatever it is shown for; 0 when there is none. */
static int
find_glyph(struct font *font, uint32_t character, struct text words)
{
	hb_font_t *at = hb_font_create(font->hb);
	int upem = (int)hb_face_get_upem(font->hb);
	hb_codepoint_t glyph = 0;

	if (hb_font_get_nominal_glyph(at, character, &glyph) && glyph > 0) {
		font->uses[glyph].words = words;
		font->uses[glyph].width =
		    (int16_t)((hb_font_get_glyph_h_advance(at, glyph) * 2000 + upem) / (2 * upem));
	}
	font_must_have_memory(font);
	hb_font_destroy(at);
	return (int)glyph;
}

static void
open_face(struct pdf *pdf, struct font *font)
{
	hb_blob_t *blob =
	    hb_blob_create_from_file_or_fail(text_string(pdf->arena, font->face->path));

	if (!blob)
		die("the font file \"%.*s\" cannot be read", TEXT_ARGS(font->face->path));
	font->hb = hb_face_create(blob, 0);
	font->glyph_count = (int)hb_face_get_glyph_count(font->hb);
	font_must_have_memory(font);
	hb_blob_destroy(blob);
	if (font->glyph_count == 0)
		die("\"%.*s\" is no font", TEXT_ARGS(font->face->path));
	font->uses = arena_array(pdf->arena, (size_t)font->glyph_count, sizeof *font->uses);
	font->space = find_glyph(font, ' ', TEXT(" "));
	font->replacement = find_glyph(font, 0xFFFD, TEXT("\uFFFD"));
}

void
fonts_open(struct pdf *pdf)
{
	int count = pdf->pages->face_count;

	errno = 0;
	pdf->fonts = arena_array(pdf->arena, (size_t)count, sizeof *pdf->fonts);
	pdf->words =
	    arena_array(pdf->arena, (size_t)pdf->pages->shaped_count, sizeof *pdf->words);
	for (int i = 0; i < count; i++) {
		pdf->fonts[i].face = pdf->pages->faces[i];
		open_face(pdf, &pdf->fonts[i]);
	}
}

/*
 * Of several meanings, the one that sorts first: "-" before U+2010, so that it
 * hangs on no order of use. A bracket that is mirrored means what it does
 * from left to right, where it is shown so.
 */
static void
mean(struct glyph_use *use, struct text words, bool is_mirrored)
{
	bool is_better = use->is_mirrored == is_mirrored ? text_compare(words, use->words) < 0
	                                                 : use->is_mirrored;

	if (use->words.length > 0 && !is_better)
		return;
	use->words = words;
	use->is_mirrored = is_mirrored;
}

static void
use_glyphs(struct font *font, const struct shaped *shaped, struct cluster cluster)
{
	for (int i = cluster.first; i < cluster.end; i++) {
		const struct glyph *glyph = &shaped->glyphs[i];
		struct glyph_use *use = &font->uses[glyph->id];

		assert(glyph->id < font->glyph_count);
		use->shown = glyph->id > 0;
		use->width = glyph->natural;
		if (cluster.end - cluster.first == 1 && glyph->id != font->space &&
		    glyph->id != font->replacement && cluster.words.length > 0)
			mean(use, cluster.words, shaped->backwards);
	}
}

void
fonts_use(struct pdf *pdf, const struct shaped *shaped)
{
	struct font *font = &pdf->fonts[shaped->face];
	struct coded *coded = &pdf->words[shaped->number];

	if (coded->is_used)
		return;
	coded->is_used = true;
	for (int i = 0; i < shaped->glyph_count; ) {
		struct cluster cluster = cluster_at(shaped, i);

		use_glyphs(font, shaped, cluster);
		i = cluster.end;
	}
	if (font->space)
		font->uses[font->space].shown = true;
}

static bool
all_mean(const struct font *font)
{
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown && font->uses[i].words.length == 0)
			return false;
	return true;
}

/* Glyphs that never stood alone mean the first character that the face has them for. */
static void
mean_by_face(struct pdf *pdf, struct font *font)
{
	hb_set_t *all = hb_set_create();
	hb_font_t *at = hb_font_create(font->hb);
	hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;

	hb_face_collect_unicodes(font->hb, all);
	while (hb_set_next(all, &character)) {
		char bytes[4];
		struct glyph_use *use;

		if (!hb_font_get_nominal_glyph(at, character, &glyph))
			continue;
		use = &font->uses[glyph];
		if (use->shown && use->words.length == 0)
			use->words = text_copy(pdf->arena,
			    (struct text){ bytes, utf8_put(bytes, character) });
	}
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown && font->uses[i].words.length == 0)
			font->uses[i].words = TEXT("\uFFFD");
	font_must_have_memory(font);
	hb_font_destroy(at);
	hb_set_destroy(all);
}

void
fonts_write(struct pdf *pdf)
{
	struct buffer body = { .arena = pdf->arena };

	errno = 0;
	for (int i = 0; i < pdf->pages->face_count; i++) {
		struct font *font = &pdf->fonts[i];
		bool is_used = false;

		for (int glyph = 0; glyph < font->glyph_count && !is_used; glyph++)
			is_used = font->uses[glyph].shown;
		if (is_used && !all_mean(font))
			mean_by_face(pdf, font);
		if (is_used)
			buffer_format(&body, "/F%d %d 0 R", i, font_embed(pdf, font));
		hb_face_destroy(font->hb);
		font->hb = NULL;
	}
	pdf->fonts_object = object_add(pdf->objects, buffer_view(&body));
}

/* ---- how a word is written ---- */

/*
 * Characters that layout takes note of and never shows: soft hyphen, joiners,
 * marks of direction, variants.
 */
static bool
is_unseen(uint32_t character)
{
	return character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
	    (character >= 0x202A && character <= 0x202E) ||
	    (character >= 0x2060 && character <= 0x206F) ||
	    (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF;
}

size_t
skip_unseen(struct text words, size_t at)
{
	for (size_t next = at; next < words.length; at = next)
		if ((unsigned char)words.s[next] < 0x80 || !is_unseen(utf8_next(words, &next)))
			break;
	return at;
}

bool
font_says(const struct font *font, const struct shaped *shaped, struct cluster cluster)
{
	int glyph = shaped->glyphs[cluster.first].id;

	if (cluster.end - cluster.first > 1 || glyph == 0)
		return false;
	return glyph == font->space || text_equal(font->uses[glyph].words, cluster.words);
}

static bool
is_plain(const struct font *font, const struct shaped *shaped)
{
	if (shaped->backwards || shaped->glyph_count == 0 || shaped->glyphs[0].x)
		return false;
	for (int i = 0; i < shaped->glyph_count; ) {
		struct cluster cluster = cluster_at(shaped, i);

		if (shaped->glyphs[i].y || !font_says(font, shaped, cluster) ||
		    skip_unseen(cluster.words, 0) == cluster.words.length)
			return false;
		i = cluster.end;
	}
	return true;
}

/*
 * Codes within a string, and between strings the steps from one glyph's end
 * to the next one's place.
 */
static void
write_codes(struct pdf *pdf, const struct shaped *shaped, struct coded *coded)
{
	const struct font *font = &pdf->fonts[shaped->face];
	struct buffer *codes = &pdf->codes;
	int32_t at = 0;

	codes->length = 0;
	for (int i = 0; i < shaped->glyph_count; i++) {
		const struct glyph *glyph = &shaped->glyphs[i];
		int32_t step = at + glyph->x - coded->travel;

		if (step) {
			buffer_byte(codes, ')');
			buffer_number(codes, -step);
			buffer_byte(codes, '(');
		}
		put_code(codes, font, glyph->id);
		coded->travel += step + font->uses[glyph->id].width;
		at += glyph->advance;
	}
	coded->codes = text_copy(pdf->arena, buffer_view(codes));
}

const struct coded *
font_word(struct pdf *pdf, const struct shaped *shaped)
{
	const struct font *font = &pdf->fonts[shaped->face];
	struct coded *coded = &pdf->words[shaped->number];

	if (!coded->is_known) {
		coded->is_known = true;
		coded->is_plain = is_plain(font, shaped);
		if (coded->is_plain)
			write_codes(pdf, shaped, coded);
	}
	return coded;
}
