/* SPDX-License-Identifier: MIT */
/*
 * A face to a subset of it, by HarfBuzz: the outlines of the glyphs that are
 * shown, unhinted, and nothing else that a reader of PDF has no use for.
 */
#include "write/pdf/page/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include "base/diag.h"

static void
must(const struct font *font, bool done, const char *what)
{
	if (!done)
		die("HarfBuzz cannot %s \"%.*s\"", what, TEXT_ARGS(font->face->path));
}

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
 * (its first operator is ROS; Adobe 5176, 18), a CID would not be a glyph.
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

/* The numbers follow the order of the face; closure may add parts of composed glyphs. */
struct subset
subset_take(struct pdf *pdf, struct font *font)
{
	struct subset taken = { .is_cff = is_cff(font) };
	hb_subset_input_t *input = what_to_keep(font);
	hb_face_t *kept = face_to_keep(font), *subset;
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(kept, input);
	const hb_map_t *numbers;

	must(font, plan, "plan a subset of");
	numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (int i = 0; i < font->glyph_count; i++)
		if (font->uses[i].shown)
			font->uses[i].cid = (uint16_t)hb_map_get(numbers, (hb_codepoint_t)i);
	subset = hb_subset_plan_execute_or_fail(plan);
	must(font, subset, "make a subset of");
	taken.count = (int)hb_face_get_glyph_count(subset);
	taken.program = copy_blob(pdf, taken.is_cff
	    ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
	    : hb_face_reference_blob(subset));
	must(font, taken.program.length > 0, "make a subset of");
	font_must_have_memory(font);
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_face_destroy(kept);
	hb_subset_input_destroy(input);
	return taken;
}
