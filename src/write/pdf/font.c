/* SPDX-License-Identifier: MIT */
/*
 * Faces to embedded subsets: a Type 0 font in Identity-H over a CIDFont
 * (ISO 32000-1, 9.7), TrueType outlines as FontFile2, CFF as FontFile3.
 *
 * A code is a glyph of the subset, so no map stands between them. Every glyph
 * that is shown says in ToUnicode what it means by itself (ISO 14289-1, 7.21.7);
 * where it means something else in its word, text.c says so on the spot.
 * This file alone knows HarfBuzz, here.
 */
#include "write/pdf/font.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#include "base/diag.h"
#include "base/hash.h"

/* What is read of a face, in 1/1000 em, and the subset. */
struct embedding {
	struct font *font;
	bool is_cff;
	struct text program;		/* the font file, or its table CFF */
	int count;			/* of glyphs in the subset */
	const char *name;		/* with its tag */
};

static void
must(const struct font *font, bool done, const char *what)
{
	if (!done)
		die("HarfBuzz cannot %s \"%.*s\"", what, TEXT_ARGS(font->face->path));
}

/* ---- which glyphs are shown ---- */

struct cluster
cluster_at(const struct shaped *shaped, int first)
{
	const struct glyph *glyphs = shaped->glyphs;
	struct cluster cluster = { .first = first, .end = first + 1 };
	size_t from = glyphs[first].cluster, to = shaped->words.length;

	while (cluster.end < shaped->glyph_count && glyphs[cluster.end].cluster == from)
		cluster.end++;
	if (shaped->backwards && first > 0)
		to = glyphs[first - 1].cluster;
	if (!shaped->backwards && cluster.end < shaped->glyph_count)
		to = glyphs[cluster.end].cluster;
	cluster.words = text_slice(shaped->words, from, to);
	return cluster;
}

static void
find_space(struct font *font)
{
	hb_font_t *at = hb_font_create(font->hb);
	unsigned upem = hb_face_get_upem(font->hb);
	hb_codepoint_t glyph = 0;
	struct glyph_use *use;

	if (hb_font_get_nominal_glyph(at, ' ', &glyph) && glyph > 0) {
		font->space = (int)glyph;
		use = &font->uses[glyph];
		use->width = (int16_t)((hb_font_get_glyph_h_advance(at, glyph) * 2000 + (int)upem) / (2 * (int)upem));
		use->words = TEXT(" ");
	}
	hb_font_destroy(at);
}

void
fonts_open(struct pdf *pdf)
{
	int count = pdf->pages->face_count;

	pdf->fonts = arena_array(pdf->arena, (size_t)count, sizeof *pdf->fonts);
	for (int i = 0; i < count; i++) {
		struct font *font = &pdf->fonts[i];
		hb_blob_t *blob;

		font->face = pdf->pages->faces[i];
		blob = hb_blob_create_from_file_or_fail(text_string(pdf->arena, font->face->path));
		must(font, blob, "read");
		font->hb = hb_face_create(blob, 0);
		hb_blob_destroy(blob);
		font->glyph_count = (int)hb_face_get_glyph_count(font->hb);
		must(font, font->glyph_count > 0, "find glyphs in");
		font->uses = arena_array(pdf->arena, (size_t)font->glyph_count, sizeof *font->uses);
		find_space(font);
	}
}

/* Of several meanings, the one that sorts first: "-" before U+2010, so that it hangs on no order of use. */
static void
mean(struct glyph_use *use, struct text words)
{
	if (use->words.length == 0 || text_compare(words, use->words) < 0)
		use->words = words;
}

void
fonts_use(struct pdf *pdf, const struct shaped *shaped)
{
	struct font *font = &pdf->fonts[shaped->face];

	for (int i = 0; i < shaped->glyph_count; ) {
		struct cluster cluster = cluster_at(shaped, i);

		for (; i < cluster.end; i++) {
			const struct glyph *glyph = &shaped->glyphs[i];
			struct glyph_use *use = &font->uses[glyph->id];

			assert(glyph->id < font->glyph_count);
			use->shown = glyph->id > 0;
			use->width = glyph->natural;
			if (cluster.end - cluster.first == 1 && glyph->id != font->space && cluster.words.length > 0)
				mean(use, cluster.words);
		}
	}
	if (font->space)
		font->uses[font->space].shown = true;
}

/* Glyphs that never stood alone mean the first character that the face has them for. */
static void
mean_by_face(struct pdf *pdf, struct font *font)
{
	hb_set_t *all = hb_set_create();
	hb_font_t *at = hb_font_create(font->hb);
	hb_codepoint_t character = HB_SET_VALUE_INVALID, glyph;

	hb_face_collect_unicodes(font->hb, all);
	must(font, hb_set_allocation_successful(all), "hold the characters of");
	while (hb_set_next(all, &character)) {
		char bytes[4];
		struct glyph_use *use;

		if (!hb_font_get_nominal_glyph(at, character, &glyph))
			continue;
		use = &font->uses[glyph];
		if (use->shown && use->words.length == 0)
			use->words = text_copy(pdf->arena, (struct text){ bytes, utf8_put(bytes, character) });
	}
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown && font->uses[i].words.length == 0)
			font->uses[i].words = TEXT("\uFFFD");
	hb_font_destroy(at);
	hb_set_destroy(all);
}

/* ---- the subset ---- */

static hb_subset_input_t *
what_to_keep(const struct font *font)
{
	static const char drop[][5] = {
		"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "name", "OS/2", "STAT", "post", "DSIG", "cmap", "kern",
	};
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs, *tables;

	must(font, input, "begin a subset of");
	glyphs = hb_subset_input_glyph_set(input);
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			hb_set_add(glyphs, (hb_codepoint_t)i);
	for (size_t i = 0; i < sizeof drop / sizeof *drop; i++)
		hb_set_add(tables, HB_TAG(drop[i][0], drop[i][1], drop[i][2], drop[i][3]));
	must(font, hb_set_allocation_successful(glyphs) && hb_set_allocation_successful(tables), "hold a subset of");
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static struct text
copy_blob(struct pdf *pdf, hb_blob_t *blob)
{
	unsigned size;
	const char *bytes = hb_blob_get_data(blob, &size);
	struct text copy = text_copy(pdf->arena, (struct text){ bytes, size });

	hb_blob_destroy(blob);
	return copy;
}

/* Subset numbers follow the order of the face; closure may add parts of composed glyphs. */
static void
take_subset(struct pdf *pdf, struct embedding *embedding)
{
	struct font *font = embedding->font;
	hb_subset_input_t *input = what_to_keep(font);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->hb, input);
	hb_face_t *subset;
	const hb_map_t *codes;

	must(font, plan, "plan a subset of");
	codes = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			font->uses[i].code = (uint16_t)hb_map_get(codes, (hb_codepoint_t)i);
	subset = hb_subset_plan_execute_or_fail(plan);
	must(font, subset, "make a subset of");
	embedding->count = (int)hb_face_get_glyph_count(subset);
	embedding->program = copy_blob(pdf, embedding->is_cff
	    ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(subset));
	must(font, embedding->program.length > 0 && embedding->count > 0, "make a subset of");
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
}

/* A tag of six letters (ISO 32000-1, 9.6.4) by the subset's bytes, and the face's own name. */
static void
name_font(struct pdf *pdf, struct embedding *embedding)
{
	struct buffer name = { .arena = pdf->arena };
	char own[64];
	unsigned size = sizeof own;
	unsigned char sum[32];
	struct hash hash;

	hash_begin(&hash);
	hash_text(&hash, embedding->program);
	hash_end(&hash, sum);
	for (int i = 0; i < 6; i++)
		buffer_byte(&name, (char)('A' + sum[i] % 26));
	buffer_byte(&name, '+');
	hb_ot_name_get_utf8(embedding->font->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, own);
	for (unsigned i = 0; i < size; i++)
		if ((own[i] >= '0' && own[i] <= '9') || (own[i] >= 'A' && own[i] <= 'Z') ||
		    (own[i] >= 'a' && own[i] <= 'z') || own[i] == '-')
			buffer_byte(&name, own[i]);
	buffer_byte(&name, '\0');
	embedding->name = name.s;
}

/* ---- the dictionaries ---- */

/* A signed 16-bit number of a table; 0 where the table has none. */
static int
table_number(const struct font *font, const char *table, unsigned offset)
{
	hb_blob_t *blob = hb_face_reference_table(font->hb, HB_TAG(table[0], table[1], table[2], table[3]));
	unsigned size;
	const unsigned char *at = (const unsigned char *)hb_blob_get_data(blob, &size);
	int number = offset + 2 <= size ? (int16_t)(at[offset] << 8 | at[offset + 1]) : 0;

	hb_blob_destroy(blob);
	return number;
}

static int
table_length(const struct font *font, const char *table, unsigned offset)
{
	return table_number(font, table, offset) * 1000 / (int)hb_face_get_upem(font->hb);
}

static int
write_descriptor(struct pdf *pdf, const struct embedding *embedding)
{
	const struct font *font = embedding->font;
	struct buffer body = { .arena = pdf->arena }, file = { .arena = pdf->arena };
	int cap_height = table_length(font, "OS/2", 88);

	if (embedding->is_cff)
		buffer_string(&file, "/Subtype/CIDFontType0C");
	else
		put_pair(&file, "Length1", (long long)embedding->program.length);
	/* Flags: symbolic, and italic. No table tells the width of stems; it follows the weight. */
	buffer_format(&body, "/Type/FontDescriptor/FontName/%s/Flags %d/ItalicAngle %d/StemV %d",
	    embedding->name, font->face->italic ? 4 | 64 : 4, table_number(font, "post", 4), 20 + font->face->weight / 6);
	buffer_format(&body, "/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d",
	    table_length(font, "head", 36), table_length(font, "head", 38), table_length(font, "head", 40),
	    table_length(font, "head", 42), table_length(font, "hhea", 4), table_length(font, "hhea", 6),
	    cap_height > 0 ? cap_height : 700);
	put_reference(&body, embedding->is_cff ? "FontFile3" : "FontFile2",
	    stream_add(pdf->objects, buffer_view(&file), embedding->program, PACKING_FLATE));
	return object_add(pdf->objects, buffer_view(&body));
}

/* The face's glyph of each code; -1 for parts that are never shown by themselves. */
static int *
glyphs_by_code(struct pdf *pdf, const struct embedding *embedding)
{
	const struct font *font = embedding->font;
	int *glyphs = arena_array(pdf->arena, (size_t)embedding->count, sizeof *glyphs);

	for (int code = 0; code < embedding->count; code++)
		glyphs[code] = -1;
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			glyphs[font->uses[i].code] = i;
	return glyphs;
}

static int
write_descendant(struct pdf *pdf, const struct embedding *embedding, const int *glyphs)
{
	struct buffer body = { .arena = pdf->arena };

	buffer_format(&body, "/Type/Font/Subtype/CIDFontType%c/BaseFont/%s%s", embedding->is_cff ? '0' : '2',
	    embedding->name, embedding->is_cff ? "" : "/CIDToGIDMap/Identity");
	buffer_string(&body, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[0[");
	for (int code = 0; code < embedding->count; code++) {
		buffer_number(&body, glyphs[code] < 0 ? 0 : embedding->font->uses[glyphs[code]].width);
		buffer_byte(&body, ' ');
	}
	buffer_string(&body, "]]");
	put_reference(&body, "FontDescriptor", write_descriptor(pdf, embedding));
	return object_add(pdf->objects, buffer_view(&body));
}

/* "<code><words>", in UTF-16BE. */
static void
put_meaning(struct buffer *out, int code, struct text words)
{
	struct buffer wide = { .arena = out->arena };

	for (size_t at = 0; at < words.length; )
		put_utf16(&wide, utf8_next(words, &at));
	buffer_format(out, "<%04X>", (unsigned)code);
	put_hex(out, (const unsigned char *)wide.s, wide.length);
	buffer_byte(out, '\n');
}

/* ISO 32000-1, 9.10.3; at most a hundred lines in a block. */
static int
write_meanings(struct pdf *pdf, const struct embedding *embedding, const int *glyphs)
{
	enum { BLOCK = 100 };
	struct buffer map = { .arena = pdf->arena }, block = { .arena = pdf->arena };
	int lines = 0;

	buffer_string(&map, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
	    "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (int code = 1; code <= embedding->count; code++) {
		if (code < embedding->count && glyphs[code] >= 0) {
			put_meaning(&block, code, embedding->font->uses[glyphs[code]].words);
			lines++;
		}
		if (lines == BLOCK || (lines > 0 && code == embedding->count)) {
			buffer_format(&map, "%d beginbfchar\n", lines);
			buffer_text(&map, buffer_view(&block));
			buffer_string(&map, "endbfchar\n");
			lines = 0;
			block.length = 0;
		}
	}
	buffer_string(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
	return stream_add(pdf->objects, TEXT(""), buffer_view(&map), PACKING_FLATE);
}

static void
write_font(struct pdf *pdf, struct font *font)
{
	struct embedding embedding = { .font = font };
	struct buffer body = { .arena = pdf->arena };
	hb_blob_t *cff = hb_face_reference_table(font->hb, HB_TAG('C', 'F', 'F', ' '));
	const int *glyphs;

	embedding.is_cff = hb_blob_get_length(cff) > 0;
	hb_blob_destroy(cff);
	mean_by_face(pdf, font);
	take_subset(pdf, &embedding);
	name_font(pdf, &embedding);
	glyphs = glyphs_by_code(pdf, &embedding);
	buffer_format(&body, "/Type/Font/Subtype/Type0/BaseFont/%s%s/Encoding/Identity-H",
	    embedding.name, embedding.is_cff ? "-Identity-H" : "");
	buffer_string(&body, "/DescendantFonts[");
	buffer_number(&body, write_descendant(pdf, &embedding, glyphs));
	buffer_string(&body, " 0 R]");
	put_reference(&body, "ToUnicode", write_meanings(pdf, &embedding, glyphs));
	font->object = object_add(pdf->objects, buffer_view(&body));
}

void
fonts_write(struct pdf *pdf)
{
	struct buffer body = { .arena = pdf->arena };

	for (int i = 0; i < pdf->pages->face_count; i++) {
		struct font *font = &pdf->fonts[i];
		bool is_used = false;

		for (int glyph = 0; glyph < font->glyph_count && !is_used; glyph++)
			is_used = font->uses[glyph].shown;
		if (is_used) {
			write_font(pdf, font);
			buffer_format(&body, "/F%d %d 0 R", i, font->object);
		}
		hb_face_destroy(font->hb);
		font->hb = NULL;
	}
	pdf->fonts_object = object_add(pdf->objects, buffer_view(&body));
}
