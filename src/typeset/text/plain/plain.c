/* SPDX-License-Identifier: MIT */
/*
 * Words by way of the face's own tables.
 *
 * HarfBuzz takes some 50,000 instructions for a word, nearly all of them to
 * find that rules for marks, fractions and arrows do not concern it; here it
 * takes about 1,000. HarfBuzz says which lookups a face has for a script, a
 * language and the style's features. What each of them may do to a glyph that
 * another follows is found once for each pair; a word in which one may begin
 * that is more than a single substitution is left to HarfBuzz, and so is all
 * that is no plain character.
 *
 * It holds because the lookups run one after the other over the whole word,
 * in the order of their numbers (OFF, 6.2.2), and for these characters
 * HarfBuzz does no more than to run them: they are no marks, have no
 * decomposition that it prefers, and their scripts have no shaper of their
 * own. The test of plain words compares the two over all words that there are.
 */
#include "typeset/text/plain/plain.h"

#include <hb-ot.h>

#include "base/arena.h"
#include "base/diag.h"
#include "typeset/text/plain/rule.h"

enum { RULES_MOST = 64, FACTS = 256, PAIRS = 2048, CHARACTERS = 0x250 };
enum script { WITHOUT_LETTERS, LATIN, SCRIPTS };

/* Beyond those that have a place of their own by their number. */
static const uint16_t signs[] = { 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC };
enum { SIGNS = sizeof signs / sizeof *signs };

struct character { bool known, plain, latin; uint16_t glyph; };
/* Of a glyph: a bit for each substitution that covers it; its advance in units, and in 1/1000 em. */
struct fact { uint64_t covered; int advance; int16_t natural; uint16_t glyph; bool known, plain; };
/* Of two glyphs: a bit for each substitution that may begin there. */
struct pair { uint32_t glyphs; int32_t kern; uint64_t may; };

struct rules { struct rule *at; int count; };

/*
 * What holds for a script. What is known of glyphs and of pairs stands each at
 * the one place that their numbers say, until another is asked for.
 */
struct plan {
	bool usable;
	struct rules substitutions, positions;
	int glyph_count;
	struct fact *facts;
	struct pair *pairs;
};

struct plain {
	struct arena *arena;
	hb_font_t *font;
	hb_face_t *face;
	hb_language_t language;
	const hb_feature_t *features;
	unsigned feature_count;
	int upem;
	hb_blob_t *gsub, *gpos;
	struct character characters[CHARACTERS + SIGNS];
	struct plan *plans[SCRIPTS];
};

struct plain *
plain_new(struct arena *arena, hb_font_t *font, hb_language_t language,
    const hb_feature_t *features, unsigned feature_count)
{
	struct plain *plain = ARENA_NEW(arena, struct plain);

	plain->arena = arena;
	plain->font = font;
	plain->face = hb_font_get_face(font);
	plain->language = language;
	plain->features = features;
	plain->feature_count = feature_count;
	plain->upem = (int)hb_face_get_upem(plain->face);
	plain->gsub = hb_face_reference_table(plain->face, HB_OT_TAG_GSUB);
	plain->gpos = hb_face_reference_table(plain->face, HB_OT_TAG_GPOS);
	return plain;
}

void
plain_drop(struct plain *plain)
{
	if (!plain)
		return;
	hb_blob_destroy(plain->gsub);
	hb_blob_destroy(plain->gpos);
}

static struct sfnt
sfnt_of(hb_blob_t *blob)
{
	unsigned size;
	const char *s = hb_blob_get_data(blob, &size);

	return (struct sfnt){ (const unsigned char *)s, size };
}

/* ---- plans ---- */

static bool
has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	bool has = hb_blob_get_length(blob) > 0;

	hb_blob_destroy(blob);
	return has;
}

/* Tables that HarfBuzz would heed beside GSUB and GPOS or in their place, and lookups that it would run before all others. */
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
choose_features(const struct plain *plain, hb_feature_t *chosen)
{
	static const hb_tag_t slashed[] = { HB_TAG('f','r','a','c'), HB_TAG('n','u','m','r'), HB_TAG('d','n','o','m') };
	unsigned count = plain->feature_count;

	for (unsigned i = 0; i < count; i++) {
		chosen[i] = plain->features[i];
		if (chosen[i].start != HB_FEATURE_GLOBAL_START || chosen[i].end != HB_FEATURE_GLOBAL_END ||
		    chosen[i].tag == slashed[0] || chosen[i].tag == slashed[1] ||
		    chosen[i].tag == slashed[2])
			return false;
	}
	for (unsigned i = 0; i < 3; i++)
		chosen[count + i] = (hb_feature_t){ slashed[i], 0, HB_FEATURE_GLOBAL_START,
			HB_FEATURE_GLOBAL_END };
	return true;
}

/* What HarfBuzz would shape a word of a script by: as its own guess has it. */
static hb_shape_plan_t *
shape_plan(const struct plain *plain, enum script script, const hb_feature_t *features)
{
	hb_buffer_t *buffer = hb_buffer_create();
	hb_segment_properties_t properties;

	hb_buffer_add(buffer, script == LATIN ? 'a' : '1', 0);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_language(buffer, plain->language);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(buffer);
	hb_buffer_get_segment_properties(buffer, &properties);
	hb_buffer_destroy(buffer);
	return hb_shape_plan_create(plain->face, &properties, features, plain->feature_count + 3, NULL);
}

/* The plan's lookups of a table as rules; false when there are too many. */
static bool
collect_rules(struct arena *arena, hb_shape_plan_t *shape, hb_tag_t tag, struct sfnt layout,
    struct rules *rules)
{
	hb_set_t *lookups = hb_set_create();
	hb_codepoint_t number = HB_SET_VALUE_INVALID;
	unsigned count;

	hb_ot_shape_plan_collect_lookups(shape, tag, lookups);
	count = hb_set_get_population(lookups);
	rules->at = count <= RULES_MOST ? arena_array(arena, count, sizeof *rules->at) : NULL;
	while (rules->at && hb_set_next(lookups, &number))
		rules->at[rules->count++] = tag == HB_OT_TAG_GSUB ?
		    substitution_rule(layout, (int)number) : position_rule(layout, (int)number);
	hb_set_destroy(lookups);
	return rules->at != NULL;
}

static bool
kerns(const struct plan *plan)
{
	for (int i = 0; i < plan->positions.count; i++)
		if (plan->positions.at[i].kind == RULE_PAIR)
			return true;
	return false;
}

static bool
same_rules(const struct rules *a, const struct rules *b)
{
	for (int i = 0; i < a->count && i < b->count; i++)
		if (a->at[i].lookup.at.s != b->at[i].lookup.at.s)
			return false;
	return a->count == b->count;
}

static bool
find_rules(struct plain *plain, struct plan *plan, enum script script)
{
	hb_feature_t *features = arena_array(plain->arena, plain->feature_count + 3, sizeof *features);
	hb_shape_plan_t *shape;
	bool found;

	if (has_more(plain->face) || !choose_features(plain, features))
		return false;
	shape = shape_plan(plain, script, features);
	found = collect_rules(plain->arena, shape, HB_OT_TAG_GSUB, sfnt_of(plain->gsub), &plan->substitutions) &&
	    collect_rules(plain->arena, shape, HB_OT_TAG_GPOS, sfnt_of(plain->gpos), &plan->positions);
	hb_shape_plan_destroy(shape);
	/* Without pairs in GPOS HarfBuzz kerns by the old table, if there is one. */
	return found && (kerns(plan) || !has_table(plain->face, HB_TAG('k','e','r','n')));
}

/* Most faces have the same rules with and without letters; then what is known serves both. */
static struct plan *
make_plan(struct plain *plain, enum script script)
{
	struct plan *plan = ARENA_NEW(plain->arena, struct plan), *other = plain->plans[!script];

	plan->usable = find_rules(plain, plan, script);
	if (plan->usable && other && other->usable &&
	    same_rules(&plan->substitutions, &other->substitutions) &&
	    same_rules(&plan->positions, &other->positions))
		return other;
	plan->glyph_count = (int)hb_face_get_glyph_count(plain->face);
	plan->facts = arena_array(plain->arena, FACTS, sizeof *plan->facts);
	plan->pairs = arena_array(plain->arena, PAIRS, sizeof *plan->pairs);
	return plan;
}

static struct plan *
find_plan(struct plain *plain, enum script script)
{
	if (!plain->plans[script])
		plain->plans[script] = make_plan(plain, script);
	return plain->plans[script];
}

/* ---- what is known of characters and glyphs ---- */

/* Letters, digits and signs of Western languages; no soft hyphen, no space but the one. */
static struct character *
find_character(struct plain *plain, uint32_t c)
{
	if (c < CHARACTERS)
		return c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD ? NULL : &plain->characters[c];
	for (int i = 0; i < SIGNS; i++)
		if (signs[i] == c)
			return &plain->characters[CHARACTERS + i];
	return NULL;
}

static void
learn_character(struct plain *plain, struct character *character, uint32_t c)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	hb_script_t script = hb_unicode_script(unicode, c);
	hb_codepoint_t glyph;

	character->known = true;
	character->latin = script == HB_SCRIPT_LATIN;
	if (hb_font_get_nominal_glyph(plain->font, c, &glyph) && glyph < NO_GLYPH) {
		character->glyph = (uint16_t)glyph;
		character->plain = character->latin || script == HB_SCRIPT_COMMON;
	}
}

/* Plain is a glyph that no flag passes over, and that no position but kerning moves. */
static void
learn_glyph(const struct plain *plain, const struct plan *plan, struct fact *fact, int glyph)
{
	hb_ot_layout_glyph_class_t class = hb_ot_layout_get_glyph_class(plain->face, (hb_codepoint_t)glyph);

	*fact = (struct fact){ .known = true, .glyph = (uint16_t)glyph };
	fact->plain = glyph > 0 && glyph < plan->glyph_count && (class == HB_OT_LAYOUT_GLYPH_CLASS_UNCLASSIFIED ||
	    class == HB_OT_LAYOUT_GLYPH_CLASS_BASE_GLYPH);
	fact->advance = hb_font_get_glyph_h_advance(plain->font, (hb_codepoint_t)glyph);
	fact->natural = per_em(fact->advance, plain->upem);
	for (int i = 0; i < plan->substitutions.count; i++)
		if (rule_covers(&plan->substitutions.at[i], glyph))
			fact->covered |= UINT64_C(1) << i;
	for (int i = 0; i < plan->positions.count; i++)
		if (plan->positions.at[i].kind != RULE_PAIR && rule_covers(&plan->positions.at[i], glyph))
			fact->plain = false;
}

static const struct fact *
find_fact(const struct plain *plain, const struct plan *plan, int glyph)
{
	struct fact *fact = &plan->facts[glyph % FACTS];

	if (!fact->known || fact->glyph != glyph)
		learn_glyph(plain, plan, fact, glyph);
	return fact;
}

static void
learn_pair(const struct plain *plain, const struct plan *plan, struct pair *pair, int glyph, int next)
{
	*pair = (struct pair){ .glyphs = (uint32_t)glyph << 16 | (uint32_t)next };
	for (uint64_t left = find_fact(plain, plan, glyph)->covered; left; left &= left - 1) {
		int i = __builtin_ctzll(left);

		if (rule_may_begin(&plan->substitutions.at[i], glyph, next))
			pair->may |= UINT64_C(1) << i;
	}
	for (int i = 0; i < plan->positions.count && next != NO_GLYPH; i++)
		if (plan->positions.at[i].kind == RULE_PAIR)
			pair->kern += rule_kern(&plan->positions.at[i], glyph, next);
}

static const struct pair *
find_pair(const struct plain *plain, const struct plan *plan, int glyph, int next)
{
	uint32_t glyphs = (uint32_t)glyph << 16 | (uint32_t)next;
	struct pair *pair = &plan->pairs[(glyphs * UINT32_C(0x9E3779B1)) >> 21];

	_Static_assert(PAIRS == 1 << (32 - 21), "the upper bits are the place");
	if (pair->glyphs != glyphs)
		learn_pair(plain, plan, pair, glyph, next);
	return pair;
}

/* ---- words ---- */

/* Their own glyphs; how many, or 0 when one of them is not plain. */
static int
spell(struct plain *plain, struct text word, struct glyph *glyphs, enum script *script)
{
	int count = 0;

	*script = WITHOUT_LETTERS;
	for (size_t at = 0; at < word.length;) {
		size_t cluster = at;
		uint32_t c = utf8_next(word, &at);
		struct character *character = find_character(plain, c);

		if (!character || count == PLAIN_MOST)
			return 0;
		if (!character->known)
			learn_character(plain, character, c);
		if (!character->plain)
			return 0;
		if (character->latin)
			*script = LATIN;
		glyphs[count].id = character->glyph;
		glyphs[count++].cluster = (uint16_t)cluster;
	}
	return count;
}

static int
next_of(const uint16_t *ids, int count, int i)
{
	return i + 1 < count ? ids[i + 1] : NO_GLYPH;
}

/* The first substitution from a number on that may begin somewhere, the count of all when there is none. */
static int
next_substitution(const struct plain *plain, const struct plan *plan, const uint16_t *ids, int count, int from)
{
	uint64_t may = 0;

	for (int i = 0; i < count; i++)
		may |= find_pair(plain, plan, ids[i], next_of(ids, count, i))->may;
	may = from < RULES_MOST ? may >> from << from : 0;
	return may ? __builtin_ctzll(may) : plan->substitutions.count;
}

static bool
all_plain(const struct plain *plain, const struct plan *plan, const uint16_t *ids, int count)
{
	for (int i = 0; i < count; i++)
		if (!find_fact(plain, plan, ids[i])->plain)
			return false;
	return true;
}

static bool
substitute(const struct plain *plain, const struct plan *plan, uint16_t *ids, int count)
{
	if (!all_plain(plain, plan, ids, count))
		return false;
	for (int at = 0; (at = next_substitution(plain, plan, ids, count, at)) < plan->substitutions.count; at++) {
		const struct rule *rule = &plan->substitutions.at[at];

		if (rule->kind == RULE_OPAQUE)
			return false;
		rule_substitute(rule, ids, count);
		if (!all_plain(plain, plan, ids, count))
			return false;
	}
	return true;
}

static void
place(const struct plain *plain, const struct plan *plan, const uint16_t *ids, int count,
    struct glyph *glyphs)
{
	for (int i = 0; i < count; i++) {
		const struct fact *fact = find_fact(plain, plan, ids[i]);
		int kern = find_pair(plain, plan, ids[i], next_of(ids, count, i))->kern;

		glyphs[i].id = ids[i];
		glyphs[i].x = glyphs[i].y = 0;
		glyphs[i].natural = fact->natural;
		glyphs[i].advance = kern == 0 ? fact->natural : per_em(fact->advance + kern, plain->upem);
	}
}

int
plain_shape(struct plain *plain, struct text word, struct glyph glyphs[PLAIN_MOST])
{
	enum script script;
	int count = spell(plain, word, glyphs, &script);
	const struct plan *plan = count > 0 ? find_plan(plain, script) : NULL;
	uint16_t ids[PLAIN_MOST];

	if (!plan || !plan->usable)
		return 0;
	for (int i = 0; i < count; i++)
		ids[i] = glyphs[i].id;
	if (!substitute(plain, plan, ids, count))
		return 0;
	place(plain, plan, ids, count, glyphs);
	return count;
}
