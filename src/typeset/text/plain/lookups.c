/* SPDX-License-Identifier: MIT */
/*
 * The lookups that HarfBuzz would run over plain words of a script, as rules.
 * None are given where it would heed more than GSUB and GPOS say: by tables in
 * their place, by features that begin or end within a text, or by the old
 * table of kerns.
 */
#include "typeset/text/plain/lookups.h"

#include <hb-ot.h>

#include "base/arena.h"

enum { SLASHED = 3 };		/* features that a fraction slash alone turns on */

static struct sfnt
sfnt_of(hb_blob_t *blob)
{
	unsigned size;
	const char *s = hb_blob_get_data(blob, &size);

	return (struct sfnt){ (const unsigned char *)s, size };
}

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(blob) > 0;

	hb_blob_destroy(blob);
	return has;
}

/*
 * Tables that HarfBuzz would heed beside GSUB and GPOS or in their place, and
 * lookups that it would run before all others.
 */
static bool
has_more(hb_face_t *face)
{
	static const hb_tag_t tags[] = { HB_TAG('S','i','l','f'), HB_TAG('m','o','r','x'),
		HB_TAG('m','o','r','t'), HB_TAG('k','e','r','x'), HB_TAG('t','r','a','k') };
	static const hb_tag_t before[] = { HB_TAG('r','v','r','n'), HB_TAG_NONE };
	hb_set_t *lookups = hb_set_create();
	bool has;

	hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, NULL, NULL, before, lookups);
	has = !hb_set_is_empty(lookups);
	hb_set_destroy(lookups);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		has = has || has_table(face, tags[i]);
	return has;
}

/*
 * The features, and none of those that HarfBuzz runs at a fraction slash
 * alone, which is no plain character. False when the style asks for one of
 * them, or for a feature in a part of a text.
 */
static bool
choose_features(const struct ruled_face *face, hb_feature_t *chosen)
{
	static const hb_tag_t slashed[SLASHED] = {
		HB_TAG('f','r','a','c'), HB_TAG('n','u','m','r'), HB_TAG('d','n','o','m')
	};
	unsigned count = face->feature_count;

	for (unsigned i = 0; i < count; i++) {
		chosen[i] = face->features[i];
		if (chosen[i].start != HB_FEATURE_GLOBAL_START ||
		    chosen[i].end != HB_FEATURE_GLOBAL_END)
			return false;
		for (unsigned k = 0; k < SLASHED; k++)
			if (chosen[i].tag == slashed[k])
				return false;
	}
	for (unsigned i = 0; i < SLASHED; i++)
		chosen[count + i] = (hb_feature_t){ slashed[i], 0, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END };
	return true;
}

/* What HarfBuzz would shape a word of a script by: as its own guess has it. */
static hb_shape_plan_t *
shape_plan(const struct ruled_face *face, enum script script, const hb_feature_t *features)
{
	hb_buffer_t *buffer = hb_buffer_create();
	hb_segment_properties_t properties;

	hb_buffer_add(buffer, script == LATIN ? 'a' : '1', 0);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_language(buffer, face->language);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(buffer);
	hb_buffer_get_segment_properties(buffer, &properties);
	hb_buffer_destroy(buffer);
	return hb_shape_plan_create(face->face, &properties, features,
	    face->feature_count + SLASHED, NULL);
}

/* The lookups of a table, GSUB or GPOS, as rules; false when there are too many. */
static bool
collect_rules(const struct ruled_face *face, hb_shape_plan_t *shape, hb_tag_t tag,
    struct rules *rules)
{
	struct sfnt layout = sfnt_of(tag == HB_OT_TAG_GSUB ? face->gsub : face->gpos);
	hb_set_t *lookups = hb_set_create();
	hb_codepoint_t number = HB_SET_VALUE_INVALID;
	unsigned count;

	hb_ot_shape_plan_collect_lookups(shape, tag, lookups);
	count = hb_set_get_population(lookups);
	if (count <= LOOKUPS_MOST)
		rules->at = arena_array(face->arena, count, sizeof *rules->at);
	while (rules->at && hb_set_next(lookups, &number))
		rules->at[rules->count++] = tag == HB_OT_TAG_GSUB ?
		    substitution_rule(layout, (int)number) : position_rule(layout, (int)number);
	hb_set_destroy(lookups);
	return rules->at != NULL;
}

static bool
kerns(const struct rules *positions)
{
	for (int i = 0; i < positions->count; i++)
		if (positions->at[i].kind == RULE_PAIR)
			return true;
	return false;
}

static bool
are_same(const struct rules *a, const struct rules *b)
{
	for (int i = 0; i < a->count && i < b->count; i++)
		if (a->at[i].lookup.at.s != b->at[i].lookup.at.s)
			return false;
	return a->count == b->count;
}

bool
lookups_are_same(const struct lookups *a, const struct lookups *b)
{
	return are_same(&a->substitutions, &b->substitutions) &&
	    are_same(&a->positions, &b->positions);
}

bool
find_lookups(const struct ruled_face *face, enum script script, struct lookups *lookups)
{
	hb_feature_t *features =
	    arena_array(face->arena, face->feature_count + SLASHED, sizeof *features);
	hb_shape_plan_t *shape;
	bool found;

	if (has_more(face->face) || !choose_features(face, features))
		return false;
	shape = shape_plan(face, script, features);
	found = collect_rules(face, shape, HB_OT_TAG_GSUB, &lookups->substitutions) &&
	    collect_rules(face, shape, HB_OT_TAG_GPOS, &lookups->positions);
	hb_shape_plan_destroy(shape);
	/* Without pairs in GPOS HarfBuzz kerns by the old table, if there is one. */
	return found &&
	    (kerns(&lookups->positions) || !has_table(face->face, HB_TAG('k','e','r','n')));
}
