/* SPDX-License-Identifier: MIT */
/*
 * A face to its embedded subset: a Type 0 font over a CIDFont (ISO 32000-1,
 * 9.7), TrueType outlines as FontFile2, CFF as FontFile3.
 *
 * A CID is a glyph of the subset. Which bytes say it is told by the font's own
 * map of codes; ToUnicode tells what every glyph means by itself
 * (ISO 14289-1, 7.21.7).
 */
#include "write/pdf/page/embed.h"

#include <hb-ot.h>
#include <hb.h>

#include "base/hash.h"
#include "write/pdf/page/code.h"
#include "write/pdf/page/subset.h"

enum { TAG = 6 };	/* letters (ISO 32000-1, 9.6.4) */

/* A font on its way into the file. */
struct embedding {
	struct font *font;
	struct subset subset;
	const char *name;		/* with its tag */
};

/* A tag by the subset's bytes, and the face's own name. */
static void
name_font(struct pdf *pdf, struct embedding *embedding)
{
	struct buffer name = { .arena = pdf->arena };
	char own[64];
	unsigned size = sizeof own;
	unsigned char sum[32];
	struct hash hash;

	hash_begin(&hash);
	hash_text(&hash, embedding->subset.program);
	hash_end(&hash, sum);
	for (int i = 0; i < TAG; i++)
		buffer_byte(&name, (char)('A' + sum[i] % 26));
	buffer_byte(&name, '+');
	hb_ot_name_get_utf8(embedding->font->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID,
	    &size, own);
	for (unsigned i = 0; i < size; i++)
		if (is_digit(own[i]) || is_latin(own[i]) || own[i] == '-')
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

	if (embedding->subset.is_cff)
		buffer_string(&file, "/Subtype/CIDFontType0C");
	else
		put_pair(&file, "Length1", (long long)embedding->subset.program.length);
	/* Flags: symbolic, and italic. No table tells the width of stems; it follows the weight. */
	buffer_format(&body, "/Type/FontDescriptor/FontName/%s/Flags %d/ItalicAngle %d/StemV %d",
	    embedding->name, font->face->italic ? 4 | 64 : 4, table_number(font, "post", 4),
	    20 + font->face->weight / 6);
	buffer_format(&body, "/FontBBox[%d %d %d %d]/Ascent %d/Descent %d/CapHeight %d",
	    table_length(font, "head", 36), table_length(font, "head", 38),
	    table_length(font, "head", 40), table_length(font, "head", 42),
	    table_length(font, "hhea", 4), table_length(font, "hhea", 6),
	    cap_height > 0 ? cap_height : 700);
	put_reference(&body, embedding->subset.is_cff ? "FontFile3" : "FontFile2",
	    stream_add(pdf->objects, buffer_view(&file), embedding->subset.program, PACKING_FLATE));
	return object_add(pdf->objects, buffer_view(&body));
}

/* The face's glyph of each CID; -1 for parts that are never shown by themselves. */
static int *
glyphs_by_cid(struct pdf *pdf, const struct embedding *embedding)
{
	const struct font *font = embedding->font;
	int *glyphs = arena_array(pdf->arena, (size_t)embedding->subset.count, sizeof *glyphs);

	for (int cid = 0; cid < embedding->subset.count; cid++)
		glyphs[cid] = -1;
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			glyphs[font->uses[i].cid] = i;
	return glyphs;
}

static int
write_descendant(struct pdf *pdf, const struct embedding *embedding)
{
	const int *glyphs = glyphs_by_cid(pdf, embedding);
	struct buffer body = { .arena = pdf->arena };

	buffer_format(&body, "/Type/Font/Subtype/CIDFontType%c/BaseFont/%s%s",
	    embedding->subset.is_cff ? '0' : '2', embedding->name,
	    embedding->subset.is_cff ? "" : "/CIDToGIDMap/Identity");
	buffer_string(&body,
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/W[0[");
	for (int cid = 0; cid < embedding->subset.count; cid++) {
		buffer_number(&body,
		    glyphs[cid] < 0 ? 0 : embedding->font->uses[glyphs[cid]].width);
		buffer_byte(&body, ' ');
	}
	buffer_string(&body, "]]");
	put_reference(&body, "FontDescriptor", write_descriptor(pdf, embedding));
	return object_add(pdf->objects, buffer_view(&body));
}

int
font_embed(struct pdf *pdf, struct font *font)
{
	struct embedding embedding = { .font = font, .subset = subset_take(pdf, font) };
	struct coding coding = codes_choose(pdf, font, embedding.subset.count);
	struct buffer body = { .arena = pdf->arena };
	struct text map;

	name_font(pdf, &embedding);
	map = font->is_wide ? TEXT("Identity-H") : (struct text){ embedding.name, TAG };
	buffer_format(&body, "/Type/Font/Subtype/Type0/BaseFont/%s", embedding.name);
	if (embedding.subset.is_cff)
		buffer_format(&body, "-%.*s", TEXT_ARGS(map));
	put_encoding(pdf, &body, font, coding, map);
	buffer_string(&body, "/DescendantFonts[");
	buffer_number(&body, write_descendant(pdf, &embedding));
	buffer_string(&body, " 0 R]");
	put_reference(&body, "ToUnicode", meanings_write(pdf, font, coding));
	font_must_have_memory(font);
	return object_add(pdf->objects, buffer_view(&body));
}
