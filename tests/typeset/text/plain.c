/* SPDX-License-Identifier: MIT */
/*
 * Words that HarfBuzz need not see are set as HarfBuzz sets them: all words of
 * examples/, input/ and the styles, and random ones, in each face of the three
 * styles, and in languages for which faces have letters of their own.
 */
#include "../set.h"
#include "typeset/text/fontfile.h"
#include "typeset/text/plain/plain.h"

#include <stdio.h>
#include <stdlib.h>

#include "../../base/check.h"

enum { RANDOM_WORDS = 4000, FEATURES_MOST = 16, SOURCE_MOST = 16 << 20 };

static const char *const languages[] = { "en", "cy", "tr", "ro", "ca" };
/* What random words are of: letters, digits and signs, and some that are not plain. */
static const uint32_t ranges[][2] = { { ' ', '~' }, { ' ', '~' }, { 'a', 'z' }, { '0', '9' }, { '(', '>' },
	{ 0xA0, 0xFF }, { 0x100, 0x24F }, { 0x2010, 0x2044 }, { 0x20AC, 0x20AC }, { 0x300, 0x330 }, { 0x391, 0x3A9 } };

struct tried { hb_font_t *font; hb_buffer_t *buffer; hb_language_t language; struct plain *plain;
	hb_feature_t features[FEATURES_MOST]; unsigned feature_count; int words, plain_words; };

/* ---- words ---- */

static void
add_words(struct map *words, struct text source)
{
	for (size_t at = 0, end; at < source.length; at = end + 1) {
		for (end = at; end < source.length && source.s[end] != ' ' && source.s[end] != '\n';)
			end++;
		if (end > at && end - at < 200)
			map_set(words, text_slice(source, at, end), words);
		if (end > at && end - at < 200 && end < source.length && source.s[end] == ' ')
			map_set(words, text_slice(source, at, end + 1), words);
	}
}

static void
add_folder(struct arena *arena, struct map *words, const char *folder)
{
	struct file_entries entries = { 0 };

	CHECK(folder_list(arena, folder, &entries) == FILE_READ);
	for (array_each(struct file_entry, entry, &entries)) {
		const char *path = text_string(arena, text_format(arena, "%s/%s", folder, entry->name));
		struct text source;

		if (entry->kind == FILE_FOLDER)
			add_folder(arena, words, path);
		else if (file_read(arena, path, SOURCE_MOST, &source) == FILE_READ &&
		    utf8_check(source) == source.length)
			add_words(words, source);
	}
}

static struct text
random_word(struct arena *arena)
{
	struct buffer out = { .arena = arena };
	const uint32_t *range = ranges[chance() % (sizeof ranges / sizeof *ranges)];
	char bytes[4];

	for (size_t left = 1 + chance() % 9; left > 0; left--) {
		if (chance() % 4 == 0)
			range = ranges[chance() % (sizeof ranges / sizeof *ranges)];
		buffer_text(&out, (struct text){ bytes, utf8_put(bytes,
		    range[0] + (uint32_t)(chance() % (range[1] - range[0] + 1))) });
	}
	return buffer_view(&out);
}

/* ---- comparing ---- */

static bool
is_glyph(const struct tried *tried, const struct glyph *glyph, const hb_glyph_info_t *info,
    const hb_glyph_position_t *at)
{
	int upem = (int)hb_face_get_upem(hb_font_get_face(tried->font));

	return glyph->id == info->codepoint && glyph->cluster == info->cluster && glyph->x == per_em(at->x_offset, upem) &&
	    glyph->y == per_em(at->y_offset, upem) && glyph->advance == per_em(at->x_advance, upem) &&
	    glyph->natural == per_em(hb_font_get_glyph_h_advance(tried->font, info->codepoint), upem);
}

static void
try_word(struct tried *tried, const char *name, struct text word)
{
	struct glyph glyphs[PLAIN_MOST];
	int count = plain_shape(tried->plain, word, glyphs);
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *at;
	unsigned true_count;
	bool same;

	tried->words++;
	if (count == 0)
		return;
	tried->plain_words++;
	hb_buffer_clear_contents(tried->buffer);
	hb_buffer_add_utf8(tried->buffer, word.s, (int)word.length, 0, (int)word.length);
	hb_buffer_set_language(tried->buffer, tried->language);
	hb_buffer_set_direction(tried->buffer, HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(tried->buffer);
	hb_shape(tried->font, tried->buffer, tried->features, tried->feature_count);
	info = hb_buffer_get_glyph_infos(tried->buffer, &true_count);
	at = hb_buffer_get_glyph_positions(tried->buffer, &true_count);
	same = true_count == (unsigned)count;
	for (int i = 0; same && i < count; i++)
		same = is_glyph(tried, &glyphs[i], &info[i], &at[i]);
	check_case(same, "%s: \"%.*s\" is not what HarfBuzz sets", name, TEXT_ARGS(word));
}

/* ---- faces ---- */

static void
try_language(struct arena *arena, struct tried *tried, const char *name, const struct map *words)
{
	tried->plain = plain_new(arena, tried->font, tried->language, tried->features, tried->feature_count);
	for (size_t i = 0; i < words->count; i++)
		try_word(tried, name, words->entries[i].key);
	for (int i = 0; i < RANDOM_WORDS; i++)
		try_word(tried, name, random_word(arena));
	plain_drop(tried->plain);
}

static void
try_face(struct arena *arena, const struct tokens *look, const struct face *face, const struct map *words)
{
	struct map none = { 0 };
	struct tried tried = { .buffer = hb_buffer_create() };
	const char *name = text_string(arena, face->file);
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(text_string(arena, face->path));
	hb_face_t *hb = hb_face_create(blob, 0);

	tried.font = hb_font_create(hb);
	for (size_t i = 0; i < look->features.count; i++)
		hb_feature_from_string(look->features.at[i].s, (int)look->features.at[i].length,
		    &tried.features[tried.feature_count++]);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		tried.language = hb_language_from_string(languages[i], -1);
		try_language(arena, &tried, name, i == 0 ? words : &none);
	}
	printf("%s: %d of %d words are plain\n", name, tried.plain_words, tried.words);
	/* Andika moves letters by more than kerning. */
	check_case(tried.plain_words > tried.words / 2 || text_is(face->family, "Andika"), "%s: few words are plain", name);
	hb_font_destroy(tried.font);
	hb_face_destroy(hb);
	hb_blob_destroy(blob);
	hb_buffer_destroy(tried.buffer);
}

int
main(void)
{
	static const char *const styles[] = { "council", "modern", "plain" }, *const folders[] = { "examples", "input", "styles" };
	struct arena *arena = arena_new();
	struct map words = { .arena = arena };

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		add_folder(arena, &words, folders[i]);
	CHECK(words.count > 5000);
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		struct diag diag = { .arena = arena };
		const struct tokens *look = &style_of(arena, styles[i], &diag)->look;

		for (array_each(struct face, face, &look->faces))
			try_face(arena, look, find_font_file(arena, face, &diag), &words);
	}
	arena_drop(arena);
	return check_status();
}
