/* SPDX-License-Identifier: MIT */
/*
 * Words to glyphs. HarfBuzz is known here, in shaper.c and below plain/ alone,
 * where most words get the same glyphs without it.
 *
 * All measures come out in 1/1000 em, rounded half up from the face's own
 * units, so that they are the same on every machine. A cluster that the face
 * lacks is shaped in the next face that has all of it; one that none has is
 * drawn as U+FFFD, never as the empty box.
 */
#include "typeset/text/shaper.h"

#include <errno.h>
#include <hb-ot.h>

#include "typeset/text/plain/plain.h"

enum { REPLACEMENT = 0xFFFD };

/* ---- what a face has ---- */

static bool
has_glyph(struct shaper *shaper, int face, uint32_t code_point)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(open_face(shaper, face)->font, code_point, &glyph);
}

/*
 * What shows nothing by itself needs no glyph: joiners, direction marks,
 * variation selectors, soft hyphens.
 */
static bool
is_invisible(uint32_t c)
{
	return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
	    (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	    (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

/* ---- shaping ---- */

static struct shaped *
new_shaped(struct shaper *shaper, int face, bool backwards, struct text words)
{
	struct shaped *shaped = ARENA_NEW(shaper->arena, struct shaped);

	shaped->words = words;
	shaped->face = used_face(shaper, face);
	shaped->number = shaper->shaped_count++;
	shaped->backwards = backwards;
	return shaped;
}

static void
take_glyphs(struct shaper *shaper, const struct open_face *open, struct shaped *shaped)
{
	unsigned count;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(shaper->buffer, &count);
	const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(shaper->buffer, &count);
	struct glyph *glyphs = arena_array(shaper->arena, count, sizeof *glyphs);

	for (unsigned i = 0; i < count; i++) {
		glyphs[i].id = (uint16_t)info[i].codepoint;
		glyphs[i].cluster = (uint16_t)info[i].cluster;
		glyphs[i].x = per_em(at[i].x_offset, open->upem);
		glyphs[i].y = per_em(at[i].y_offset, open->upem);
		glyphs[i].advance = per_em(at[i].x_advance, open->upem);
		glyphs[i].natural =
		    per_em(hb_font_get_glyph_h_advance(open->font, info[i].codepoint), open->upem);
		shaped->advance += glyphs[i].advance;
	}
	shaped->glyphs = glyphs;
	shaped->glyph_count = (int)count;
}

/* The words as the characters of a face; what it has not is replaced. */
static void
spell_words(struct shaper *shaper, int face, struct text words)
{
	for (size_t at = 0; at < words.length;) {
		size_t cluster = at;
		uint32_t c = utf8_next(words, &at);

		if (!is_invisible(c) && !has_glyph(shaper, face, c))
			c = has_glyph(shaper, face, REPLACEMENT) ? REPLACEMENT : '?';
		hb_buffer_add(shaper->buffer, c, (unsigned)cluster);
	}
	hb_buffer_set_content_type(shaper->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
}

/* What the buffer holds, which are the words, in one face. */
static struct shaped *
shape_buffer(struct shaper *shaper, int face, hb_language_t language, bool backwards,
    struct text words)
{
	struct shaped *shaped = new_shaped(shaper, face, backwards, words);
	struct open_face *open = open_face(shaper, face);

	hb_buffer_set_language(shaper->buffer, language);
	hb_buffer_set_direction(shaper->buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(shaper->buffer);
	hb_shape(open->font, shaper->buffer, shaper->features, (unsigned)shaper->feature_count);
	if (!hb_buffer_allocation_successful(shaper->buffer))
		die_of_memory(words);
	take_glyphs(shaper, open, shaped);
	hb_buffer_clear_contents(shaper->buffer);
	return shaped;
}

/* A base and the marks that stand on it: the offset where the next one begins. */
static size_t
cluster_end(struct shaper *shaper, struct text words, size_t at)
{
	hb_unicode_funcs_t *unicode = hb_buffer_get_unicode_funcs(shaper->buffer);

	utf8_next(words, &at);
	while (at < words.length) {
		size_t next = at;
		uint32_t c = utf8_next(words, &next);
		hb_unicode_general_category_t category = hb_unicode_general_category(unicode, c);

		if (category != HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK &&
		    category != HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK && !is_invisible(c))
			break;
		at = next;
	}
	return at;
}

static bool
has_cluster(struct shaper *shaper, int face, struct text cluster)
{
	for (size_t at = 0; at < cluster.length;) {
		uint32_t c = utf8_next(cluster, &at);

		if (!is_invisible(c) && !has_glyph(shaper, face, c))
			return false;
	}
	return true;
}

/*
 * The face that shows a cluster: the first that has it, else the first that can
 * show that it lacks.
 */
static int
face_of(struct shaper *shaper, const struct face_chain *chain, struct text cluster,
    uint32_t *missing)
{
	size_t at = 0;

	for (int i = 0; i < chain->count; i++)
		if (has_cluster(shaper, chain->faces[i], cluster))
			return chain->faces[i];
	*missing = utf8_next(cluster, &at);
	for (int i = 0; i < chain->count; i++)
		if (has_glyph(shaper, chain->faces[i], REPLACEMENT))
			return chain->faces[i];
	return chain->faces[0];
}

/* Parts of one face each, in the order of reading. */
static void
shape_parts(struct shaper *shaper, const struct face_chain *chain, struct letters *word,
    hb_language_t language, bool backwards)
{
	struct text words = word->words;
	const struct shaped **parts = arena_array(shaper->arena, words.length, sizeof *parts);

	word->parts = parts;
	for (size_t at = 0, end; at < words.length;) {
		size_t start = at;
		int face = face_of(shaper, chain,
		    text_slice(words, at, cluster_end(shaper, words, at)), &word->missing);
		struct text part;

		for (; at < words.length; at = end) {
			end = cluster_end(shaper, words, at);
			if (face_of(shaper, chain, text_slice(words, at, end), &word->missing) !=
			    face)
				break;
		}
		part = text_slice(words, start, at);
		spell_words(shaper, face, part);
		parts[word->count++] = shape_buffer(shaper, face, language, backwards, part);
	}
}

static void
one_part(struct shaper *shaper, struct letters *word, const struct shaped *shaped)
{
	const struct shaped **parts = arena_alloc(shaper->arena, sizeof *parts);

	parts[0] = shaped;
	word->parts = parts;
	word->count = 1;
}

/* Words of one face, whatever its rules do to them. */
static void
shape_whole(struct shaper *shaper, int face, struct letters *word, hb_language_t language,
    bool backwards)
{
	struct text words = word->words;

	hb_buffer_add_utf8(shaper->buffer, words.s, (int)words.length, 0, (int)words.length);
	one_part(shaper, word, shape_buffer(shaper, face, language, backwards, words));
}

/* Nearly all words; false when HarfBuzz must see this one. */
static bool
shape_plain(struct shaper *shaper, int face, struct letters *word, int language)
{
	struct open_face *open = open_face(shaper, face);
	struct plain **plain = &open->plain[language];
	struct glyph glyphs[PLAIN_MOST];
	struct shaped *shaped;
	int count;

	if (!*plain)
		*plain = plain_new(shaper->arena, open->font, shaper->languages[language].hb,
		    shaper->features, (unsigned)shaper->feature_count);
	count = plain_shape(*plain, word->words, glyphs);
	if (count == 0)
		return false;
	shaped = new_shaped(shaper, face, false, word->words);
	shaped->glyphs = arena_copy(shaper->arena, glyphs, (size_t)count * sizeof *glyphs);
	shaped->glyph_count = count;
	for (int i = 0; i < count; i++)
		shaped->advance += glyphs[i].advance;
	one_part(shaper, word, shaped);
	return true;
}

static void
shape_new(struct shaper *shaper, const struct face_chain *chain, struct letters *word,
    int language, bool backwards)
{
	hb_language_t hb = shaper->languages[language].hb;

	if (!backwards && shape_plain(shaper, chain->faces[0], word, language))
		return;
	if (has_cluster(shaper, chain->faces[0], word->words))
		shape_whole(shaper, chain->faces[0], word, hb, backwards);
	else
		shape_parts(shaper, chain, word, hb, backwards);
}

static void
measure_word(struct letters *word)
{
	const struct shaped *last = word->parts[word->count - 1];
	size_t end = last->words.length;

	for (int i = 0; i < word->count; i++)
		word->advance += word->parts[i]->advance;
	while (end > 0 && last->words.s[end - 1] == ' ')
		end--;
	for (int i = 0; i < last->glyph_count; i++)
		if (last->glyphs[i].cluster >= end)
			word->space += last->glyphs[i].advance;
}

const struct letters *
shape_word(struct shaper *shaper, int font, int language, bool backwards, struct text words)
{
	struct map *map = &shaper->words[(font * LANGUAGES_MOST + language) * 2 + backwards];
	const struct face_chain *chain = &shaper->fonts[font].chain;
	struct letters *word = map_find(map, words);

	if (word)
		return word;
	words = text_copy(shaper->arena, words);
	word = ARENA_NEW(shaper->arena, struct letters);
	word->words = words;
	errno = 0;
	shape_new(shaper, chain, word, language, backwards);
	/* HarfBuzz goes on with less when it is out of memory. */
	if (memory_failed())
		die_of_memory(words);
	measure_word(word);
	word->sorts = sorts_of(&shaper->sorts, words);
	map->arena = shaper->arena;
	map_set(map, words, word);
	return word;
}

size_t
letters_next(const struct letters *letters, size_t at)
{
	size_t next = letters->words.length;

	for (int i = 0; i < letters->count; i++) {
		const struct shaped *part = letters->parts[i];
		size_t from = (size_t)(part->words.s - letters->words.s);

		if (from > at && from < next)
			next = from;
		for (int k = 0; k < part->glyph_count; k++)
			if (from + part->glyphs[k].cluster > at &&
			    from + part->glyphs[k].cluster < next)
				next = from + part->glyphs[k].cluster;
	}
	return next;
}

int32_t
letters_span(const struct letters *letters, size_t from, size_t to)
{
	int32_t advance = 0;

	while (to > from && letters->words.s[to - 1] == ' ')
		to--;
	for (int i = 0; i < letters->count; i++) {
		const struct shaped *part = letters->parts[i];
		size_t start = (size_t)(part->words.s - letters->words.s);

		for (int k = 0; k < part->glyph_count; k++)
			if (start + part->glyphs[k].cluster >= from &&
			    start + part->glyphs[k].cluster < to)
				advance += part->glyphs[k].advance;
	}
	return advance;
}
