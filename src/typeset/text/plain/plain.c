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
#include "typeset/text/plain/lookups.h"

enum { FACTS = 256, PAIRS = 2048, CHARACTERS = 0x250 };

/* Beyond those that have a place of their own by their number. */
static const uint16_t signs[] = {
	0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC
};
enum { SIGNS = sizeof signs / sizeof *signs };

struct character { bool known, plain, latin; uint16_t glyph; };
/* Of a glyph. */
struct fact {
	uint64_t covered;	/* by which substitutions, a bit each */
	int advance;		/* in units of the face */
	int16_t natural;	/* the same in 1/1000 em */
	uint16_t glyph;
	bool known, plain;
};
/* Of two glyphs: a bit for each substitution that may begin there. */
struct pair { uint32_t glyphs; int32_t kern; uint64_t may; };

/*
 * What holds for a script. What is known of glyphs and of pairs stands each at
 * the one place that their numbers say, until another is asked for.
 */
struct plan {
	bool usable;
	struct lookups lookups;
	int glyph_count;
	struct fact *facts;
	struct pair *pairs;
};

struct plain {
	struct ruled_face ruled;
	hb_font_t *font;
	int upem;
	struct character characters[CHARACTERS + SIGNS];
	struct plan *plans[SCRIPTS];
};

struct plain *
plain_new(struct arena *arena, hb_font_t *font, hb_language_t language,
    const hb_feature_t *features, unsigned feature_count)
{
	struct plain *plain = ARENA_NEW(arena, struct plain);
	hb_face_t *face = hb_font_get_face(font);

	plain->font = font;
	plain->upem = (int)hb_face_get_upem(face);
	plain->ruled = (struct ruled_face){
		.arena = arena,
		.face = face,
		.language = language,
		.features = features,
		.feature_count = feature_count,
		.gsub = hb_face_reference_table(face, HB_OT_TAG_GSUB),
		.gpos = hb_face_reference_table(face, HB_OT_TAG_GPOS),
	};
	return plain;
}

void
plain_drop(struct plain *plain)
{
	if (!plain)
		return;
	hb_blob_destroy(plain->ruled.gsub);
	hb_blob_destroy(plain->ruled.gpos);
}

/* ---- plans ---- */

/* Most faces have the same rules with and without letters; then what is known serves both. */
static struct plan *
make_plan(struct plain *plain, enum script script)
{
	struct plan *plan = ARENA_NEW(plain->ruled.arena, struct plan);
	struct plan *other = plain->plans[!script];

	plan->usable = find_lookups(&plain->ruled, script, &plan->lookups);
	if (plan->usable && other && other->usable &&
	    lookups_are_same(&plan->lookups, &other->lookups))
		return other;
	plan->glyph_count = (int)hb_face_get_glyph_count(plain->ruled.face);
	plan->facts = arena_array(plain->ruled.arena, FACTS, sizeof *plan->facts);
	plan->pairs = arena_array(plain->ruled.arena, PAIRS, sizeof *plan->pairs);
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
	if (c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD)
		return NULL;
	if (c < CHARACTERS)
		return &plain->characters[c];
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

/* Marks and ligatures are what the flags of lookups pass over. */
static bool
is_base(const struct plain *plain, int glyph)
{
	hb_ot_layout_glyph_class_t class =
	    hb_ot_layout_get_glyph_class(plain->ruled.face, (hb_codepoint_t)glyph);

	return class == HB_OT_LAYOUT_GLYPH_CLASS_UNCLASSIFIED ||
	    class == HB_OT_LAYOUT_GLYPH_CLASS_BASE_GLYPH;
}

/* Plain is a glyph that no flag passes over, and that no position but kerning moves. */
static void
learn_glyph(const struct plain *plain, const struct plan *plan, struct fact *fact, int glyph)
{
	*fact = (struct fact){ .known = true, .glyph = (uint16_t)glyph };
	fact->plain = glyph > 0 && glyph < plan->glyph_count && is_base(plain, glyph);
	fact->advance = hb_font_get_glyph_h_advance(plain->font, (hb_codepoint_t)glyph);
	fact->natural = per_em(fact->advance, plain->upem);
	for (int i = 0; i < plan->lookups.substitutions.count; i++)
		if (rule_covers(&plan->lookups.substitutions.at[i], glyph))
			fact->covered |= UINT64_C(1) << i;
	for (int i = 0; i < plan->lookups.positions.count; i++) {
		const struct rule *rule = &plan->lookups.positions.at[i];

		if (rule->kind != RULE_PAIR && rule_covers(rule, glyph))
			fact->plain = false;
	}
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
learn_pair(const struct plain *plain, const struct plan *plan, struct pair *pair, int glyph,
    int next)
{
	*pair = (struct pair){ .glyphs = (uint32_t)glyph << 16 | (uint32_t)next };
	for (uint64_t left = find_fact(plain, plan, glyph)->covered; left; left &= left - 1) {
		int i = __builtin_ctzll(left);

		if (rule_may_begin(&plan->lookups.substitutions.at[i], glyph, next))
			pair->may |= UINT64_C(1) << i;
	}
	for (int i = 0; i < plan->lookups.positions.count && next != NO_GLYPH; i++)
		if (plan->lookups.positions.at[i].kind == RULE_PAIR)
			pair->kern += rule_kern(&plan->lookups.positions.at[i], glyph, next);
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

/* A word's glyphs, while the rules of a plan run over them. */
struct spelling {
	const struct plain *plain;
	const struct plan *plan;
	uint16_t ids[PLAIN_MOST];
	int count;
};

static const struct pair *
pair_at(const struct spelling *word, int i)
{
	return find_pair(word->plain, word->plan, word->ids[i],
	    i + 1 < word->count ? word->ids[i + 1] : NO_GLYPH);
}

/* The first substitution from a number on that may begin somewhere; the count of all: none. */
static int
next_substitution(const struct spelling *word, int from)
{
	uint64_t may = 0;

	for (int i = 0; i < word->count; i++)
		may |= pair_at(word, i)->may;
	may = from < LOOKUPS_MOST ? may >> from << from : 0;
	return may ? __builtin_ctzll(may) : word->plan->lookups.substitutions.count;
}

static bool
is_plain(const struct spelling *word)
{
	for (int i = 0; i < word->count; i++)
		if (!find_fact(word->plain, word->plan, word->ids[i])->plain)
			return false;
	return true;
}

static bool
substitute(struct spelling *word)
{
	const struct rules *rules = &word->plan->lookups.substitutions;

	if (!is_plain(word))
		return false;
	for (int at = 0; (at = next_substitution(word, at)) < rules->count; at++) {
		if (rules->at[at].kind == RULE_OPAQUE)
			return false;
		rule_substitute(&rules->at[at], word->ids, word->count);
		if (!is_plain(word))
			return false;
	}
	return true;
}

static void
place(const struct spelling *word, struct glyph *glyphs)
{
	for (int i = 0; i < word->count; i++) {
		const struct fact *fact = find_fact(word->plain, word->plan, word->ids[i]);
		int kern = pair_at(word, i)->kern;

		glyphs[i].id = word->ids[i];
		glyphs[i].x = glyphs[i].y = 0;
		glyphs[i].natural = fact->natural;
		glyphs[i].advance = kern == 0
		    ? fact->natural
		    : per_em(fact->advance + kern, word->plain->upem);
	}
}

int
plain_shape(struct plain *plain, struct text word, struct glyph glyphs[PLAIN_MOST])
{
	enum script script;
	struct spelling spelling;

	spelling.plain = plain;
	spelling.count = spell(plain, word, glyphs, &script);
	if (spelling.count == 0)
		return 0;
	spelling.plan = find_plan(plain, script);
	if (!spelling.plan->usable)
		return 0;
	for (int i = 0; i < spelling.count; i++)
		spelling.ids[i] = glyphs[i].id;
	if (!substitute(&spelling))
		return 0;
	place(&spelling, glyphs);
	return spelling.count;
}
