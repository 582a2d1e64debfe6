/* SPDX-License-Identifier: MIT */
/*
 * A face to its embedded subset: a Type 0 font in Identity-H over a CIDFont
 * (ISO 32000-1, 9.7), TrueType outlines as FontFile2, CFF as FontFile3.
 *
 * A code is a glyph of the subset, so no map stands between them; ToUnicode
 * says what every glyph means by itself (ISO 14289-1, 7.21.7).
 */
#include "write/pdf/page/embed.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include "base/diag.h"
#include "base/hash.h"

/* The subset of a font on its way into the file. */
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

/* ---- what the glyphs mean ---- */

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

/* ---- the subset ---- */

static unsigned
big_endian(const unsigned char *at, unsigned bytes)
{
	unsigned number = 0;

	while (bytes-- > 0)
		number = number << 8 | *at++;
	return number;
}

/*
 * Where the data of an INDEX begins, or with `past` where it ends (Adobe
 * 5176, 5); size when it is broken.
 */
static unsigned
index_data(const unsigned char *cff, unsigned size, unsigned at, bool past)
{
	unsigned count, width, data;

	if (at + 3 > size)
		return size;
	count = big_endian(cff + at, 2);
	width = cff[at + 2];
	if (count == 0)
		return at + 2;
	data = at + 3 + (count + 1) * width - 1;
	if (width < 1 || width > 4 || data > size)
		return size;
	return past ? data + big_endian(cff + at + 3 + count * width, width) : data + 1;
}

/* Reads over the numbers in front of the first operator of the top dictionary. */
static bool
first_operator_is_ros(const unsigned char *cff, unsigned size)
{
	unsigned at = index_data(cff, size, index_data(cff, size, cff[2], true), false);

	while (at + 1 < size && cff[at] >= 28) {
		unsigned first = cff[at];

		at += first == 28 ? 3 : first == 29 ? 5 : first >= 247 && first <= 254 ? 2 : 1;
		if (first == 30)
			return false;
	}
	return at + 1 < size && cff[at] == 12 && cff[at + 1] == 30;
}

/*
 * Whether the outlines are in CFF. Where that is keyed by characters of its own
 * (its first operator is ROS; Adobe 5176, 18), a code would not be a glyph.
 */
static bool
is_cff(const struct font *font)
{
	hb_blob_t *blob = hb_face_reference_table(font->hb, HB_TAG('C', 'F', 'F', ' '));
	unsigned size;
	const unsigned char *at = (const unsigned char *)hb_blob_get_data(blob, &size);
	bool is_keyed = size > 4 && first_operator_is_ros(at, size);

	hb_blob_destroy(blob);
	if (is_keyed)
		die("the font \"%.*s\" is keyed by CID, which planpress cannot embed",
		    TEXT_ARGS(font->face->path));
	return size > 4;
}

/* What of a face its subset has no use for is there empty. */
static hb_blob_t *
table_to_keep(hb_face_t *kept, hb_tag_t tag, void *face)
{
	static const hb_tag_t drop[] = {
		HB_OT_TAG_GSUB, HB_OT_TAG_GPOS, HB_OT_TAG_GDEF, HB_OT_TAG_BASE, HB_OT_TAG_JSTF,
		HB_TAG('n','a','m','e'), HB_TAG('O','S','/','2'), HB_TAG('S','T','A','T'),
		HB_TAG('p','o','s','t'), HB_TAG('D','S','I','G'), HB_TAG('c','m','a','p'),
		HB_TAG('k','e','r','n'),
	};

	(void)kept;
	for (size_t i = 0; i < sizeof drop / sizeof *drop; i++)
		if (drop[i] == tag)
			return hb_blob_get_empty();
	return hb_face_reference_table(face, tag);
}

/*
 * The face without those tables. Told to drop them, HarfBuzz would read them
 * first: the map of characters alone took a third of the time of a subset.
 */
static hb_face_t *
face_to_keep(const struct font *font)
{
	hb_face_t *kept = hb_face_create_for_tables(table_to_keep, font->hb, NULL);

	hb_face_set_upem(kept, hb_face_get_upem(font->hb));
	hb_face_set_glyph_count(kept, hb_face_get_glyph_count(font->hb));
	return kept;
}

static hb_subset_input_t *
what_to_keep(const struct font *font)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs;

	must(font, input, "begin a subset of");
	glyphs = hb_subset_input_glyph_set(input);
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			hb_set_add(glyphs, (hb_codepoint_t)i);
	must(font, hb_set_allocation_successful(glyphs), "begin a subset of");
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
	hb_face_t *kept = face_to_keep(font), *subset;
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(kept, input);
	const hb_map_t *codes;

	must(font, plan, "plan a subset of");
	codes = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			font->uses[i].code = (uint16_t)hb_map_get(codes, (hb_codepoint_t)i);
	subset = hb_subset_plan_execute_or_fail(plan);
	must(font, subset, "make a subset of");
	embedding->count = (int)hb_face_get_glyph_count(subset);
	embedding->program = copy_blob(pdf,
	    embedding->is_cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
	                      : hb_face_reference_blob(subset));
	must(font, embedding->program.length > 0, "make a subset of");
	font_must_have_memory(font);
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_face_destroy(kept);
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
	hb_ot_name_get_utf8(embedding->font->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
	    &size, own);
	for (unsigned i = 0; i < size; i++)
		if ((own[i] >= '0' && own[i] <= '9') || (own[i] >= 'A' && own[i] <= 'Z') ||
		    (own[i] >= 'a' && own[i] <= 'z') || own[i] == '-')
			buffer_byte(&name, own[i]);
	buffer_byte(&name, '\0');
	embedding->name = name.s;
}

/* ---- the dictionaries ---- */

/* A signed 16-bit number of a table; 0 where the font has none. */
static int
table_number(const struct font *font, const char *table, unsigned offset)
{
	hb_blob_t *blob =
	    hb_face_reference_table(font->hb, HB_TAG(table[0], table[1], table[2], table[3]));
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
	    embedding->name, font->face->italic ? 4 | 64 : 4, table_number(font, "post", 4),
	    20 + font->face->weight / 6);
	buffer_format(&body, "/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d",
	    table_length(font, "head", 36), table_length(font, "head", 38),
	    table_length(font, "head", 40), table_length(font, "head", 42),
	    table_length(font, "hhea", 4), table_length(font, "hhea", 6),
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

	buffer_format(&body, "/Type/Font/Subtype/CIDFontType%c/BaseFont/%s%s",
	    embedding->is_cff ? '0' : '2', embedding->name,
	    embedding->is_cff ? "" : "/CIDToGIDMap/Identity");
	buffer_string(&body,
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[0[");
	for (int code = 0; code < embedding->count; code++) {
		buffer_number(&body,
		    glyphs[code] < 0 ? 0 : embedding->font->uses[glyphs[code]].width);
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

	buffer_string(&map,
	    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
	    "/CMapName/Adobe-Identity-UCS def\n"
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

int
font_embed(struct pdf *pdf, struct font *font)
{
	struct embedding embedding = { .font = font };
	struct buffer body = { .arena = pdf->arena };
	const int *glyphs;

	embedding.is_cff = is_cff(font);
	if (!all_mean(font))
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
	font_must_have_memory(font);
	return object_add(pdf->objects, buffer_view(&body));
}
