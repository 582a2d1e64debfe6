/* SPDX-License-Identifier: MIT */
/*
 * One lookup: what it may do, and does, to glyphs none of which is a mark or
 * a ligature, so that no flag but IgnoreBaseGlyphs makes it pass one over.
 *
 * A lookup's parts are tried in their order until one applies (OFF, 6.2.5).
 */
#include "typeset/text/plain/rule.h"

enum { GSUB_EXTENSION = 7, GPOS_EXTENSION = 9 };
enum { SINGLE = 1, LIGATURE = 4, CONTEXT = 5, CHAIN = 6 };	/* types of GSUB */
enum { PAIR = 2, GPOS_CONTEXT = 7 };				/* of GPOS */
enum { X_ADVANCE = 4 };						/* a value's format */

static struct sfnt
part_of(const struct rule *rule, int part)
{
	return lookup_part(&rule->lookup, part, rule->extension);
}

static bool
is_context(const struct rule *rule)
{
	return rule->lookup.type == rule->context || rule->lookup.type == rule->context + 1;
}

/* ---- glyphs around a glyph, each by a coverage ---- */

enum side { BEFORE, AT, AFTER, SIDES };

struct context {
	struct sfnt part;
	int counts[SIDES];
	size_t places[SIDES];
	int records;
	size_t record_place;
};

static size_t
read_side(struct context *context, enum side side, size_t at)
{
	context->counts[side] = sfnt_16(context->part, at);
	context->places[side] = at + 2;
	return at + 2 + 2 * (size_t)context->counts[side];
}

/* Format 3 of a context, chained or not. */
static struct context
read_context(struct sfnt part, bool is_chained)
{
	struct context context = { .part = part };
	size_t at = 2;

	if (!is_chained) {
		context.counts[AT] = sfnt_16(part, 2);
		context.places[AT] = 6;
		context.records = sfnt_16(part, 4);
		context.record_place = 6 + 2 * (size_t)context.counts[AT];
		return context;
	}
	for (enum side side = BEFORE; side < SIDES; side++)
		at = read_side(&context, side, at);
	context.records = sfnt_16(part, at);
	context.record_place = at + 2;
	return context;
}

static bool
has(const struct context *context, enum side side, int place, int glyph)
{
	return coverage_find(sfnt_at(context->part,
	    context->places[side] + 2 * (size_t)place), glyph) >= 0;
}

static bool
context_may_begin(struct sfnt part, bool is_chained, int glyph, int next)
{
	struct context context = read_context(part, is_chained);

	if (!has(&context, AT, 0, glyph))
		return false;
	if (context.counts[AT] > 1)
		return has(&context, AT, 1, next);
	return context.counts[AFTER] == 0 || has(&context, AFTER, 0, next);
}

static bool
context_stands(const struct context *context, const uint16_t *glyphs, int count, int at)
{
	if (!has(context, AT, 0, glyphs[at]) || context->counts[BEFORE] > at ||
	    context->counts[AFTER] >= count - at)
		return false;
	for (int i = 0; i < context->counts[BEFORE]; i++)
		if (!has(context, BEFORE, i, glyphs[at - 1 - i]))
			return false;
	for (int i = 0; i < context->counts[AFTER]; i++)
		if (!has(context, AFTER, i, glyphs[at + 1 + i]))
			return false;
	return true;
}

/* ---- what may begin ---- */

static bool
ligature_may_begin(struct sfnt part, int glyph, int next)
{
	int place = coverage_find(sfnt_at(part, 2), glyph);
	struct sfnt set = sfnt_at(part, 6 + 2 * (size_t)place);

	for (int i = 0; place >= 0 && i < sfnt_16(set, 0); i++) {
		struct sfnt ligature = sfnt_at(set, 2 + 2 * (size_t)i);

		if (sfnt_16(ligature, 2) == 1 || sfnt_16(ligature, 4) == next)
			return true;
	}
	return false;
}

/* A rule of type 6, format 2: classes before, then at (the first is known) and after. */
static bool
class_rule_may_begin(struct sfnt part, struct sfnt rule, int next)
{
	size_t at = 2 + 2 * (size_t)sfnt_16(rule, 0);
	int count = sfnt_16(rule, at);

	if (count > 1)
		return class_find(sfnt_at(part, 6), next) == sfnt_16(rule, at + 2);
	return sfnt_16(rule, at + 2) == 0 ||
	    class_find(sfnt_at(part, 8), next) == sfnt_16(rule, at + 4);
}

static bool
classes_may_begin(struct sfnt part, int glyph, int next)
{
	int class = class_find(sfnt_at(part, 6), glyph);
	struct sfnt set = sfnt_at(part, 12 + 2 * (size_t)class);

	if (coverage_find(sfnt_at(part, 2), glyph) < 0 || class >= sfnt_16(part, 10))
		return false;
	for (int i = 0; i < sfnt_16(set, 0); i++)
		if (class_rule_may_begin(part, sfnt_at(set, 2 + 2 * (size_t)i), next))
			return true;
	return false;
}

/* Types and formats that are not told apart have the coverage of a first glyph at one place. */
static bool
part_covers(const struct rule *rule, struct sfnt part, int glyph)
{
	if (is_context(rule) && sfnt_16(part, 0) == 3) {
		struct context context = read_context(part, rule->lookup.type > rule->context);

		return has(&context, AT, 0, glyph);
	}
	return coverage_find(sfnt_at(part, 2), glyph) >= 0;
}

bool
rule_covers(const struct rule *rule, int glyph)
{
	if (rule->lookup.flag & IGNORE_BASES)
		return true;
	for (int i = 0; i < rule->lookup.parts; i++)
		if (part_covers(rule, part_of(rule, i), glyph))
			return true;
	return false;
}

static bool
part_may_begin(struct sfnt part, int type, int glyph, int next)
{
	int format = sfnt_16(part, 0);

	if (type == LIGATURE)
		return ligature_may_begin(part, glyph, next);
	if (type == CHAIN && format == 2)
		return classes_may_begin(part, glyph, next);
	if ((type == CHAIN || type == CONTEXT) && format == 3)
		return context_may_begin(part, type == CHAIN, glyph, next);
	return coverage_find(sfnt_at(part, 2), glyph) >= 0;
}

bool
rule_may_begin(const struct rule *rule, int glyph, int next)
{
	if (rule->lookup.flag & IGNORE_BASES)
		return true;
	for (int i = 0; i < rule->lookup.parts; i++)
		if (part_may_begin(part_of(rule, i), rule->lookup.type, glyph, next))
			return true;
	return false;
}

/* ---- what is done ---- */

static int
single(const struct rule *rule, int glyph)
{
	for (int i = 0; i < rule->lookup.parts; i++) {
		struct sfnt part = part_of(rule, i);
		int place = coverage_find(sfnt_at(part, 2), glyph);

		if (place >= 0 && sfnt_16(part, 0) == 1)
			return (glyph + sfnt_16(part, 4)) & 0xFFFF;
		if (place >= 0 && place < sfnt_16(part, 4))
			return sfnt_16(part, 6 + 2 * (size_t)place);
	}
	return glyph;
}

/* What a context does: a single substitution, or what is opaque here. */
static struct rule
nested(const struct rule *rule, const struct context *context, int record)
{
	int number = sfnt_16(context->part, context->record_place + 4 * (size_t)record + 2);
	struct rule inner = { .layout = rule->layout, .extension = rule->extension };

	inner.lookup = lookup_read(rule->layout, number, rule->extension);
	if (inner.lookup.type == SINGLE && !(inner.lookup.flag & IGNORE_BASES))
		inner.kind = RULE_SINGLE;
	return inner;
}

static int
chained(const struct rule *rule, const uint16_t *glyphs, int count, int at)
{
	int glyph = glyphs[at];

	for (int i = 0; i < rule->lookup.parts; i++) {
		struct context context = read_context(part_of(rule, i), true);

		if (!context_stands(&context, glyphs, count, at))
			continue;
		for (int k = 0; k < context.records; k++) {
			struct rule inner = nested(rule, &context, k);

			glyph = single(&inner, glyph);
		}
		break;
	}
	return glyph;
}

void
rule_substitute(const struct rule *rule, uint16_t *glyphs, int count)
{
	for (int i = 0; i < count; i++)
		glyphs[i] = (uint16_t)(rule->kind == RULE_SINGLE ?
		    single(rule, glyphs[i]) : chained(rule, glyphs, count, i));
}

/* False when the pair is none of this part's. */
static bool
pair_value(struct sfnt part, int glyph, int next, int *value)
{
	int place = coverage_find(sfnt_at(part, 2), glyph), size = sfnt_16(part, 4) ? 2 : 0;
	struct sfnt set = sfnt_at(part, 10 + 2 * (size_t)place);
	int low = 0, high = sfnt_16(set, 0);

	while (place >= 0 && low < high) {
		int middle = low + (high - low) / 2;
		size_t row = 2 + (size_t)(2 + size) * (size_t)middle;
		int second = sfnt_16(set, row);

		if (second == next) {
			*value = size ? (int16_t)sfnt_16(set, row + 2) : 0;
			return true;
		}
		if (second < next)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static bool
class_value(struct sfnt part, int glyph, int next, int *value)
{
	int first = class_find(sfnt_at(part, 8), glyph);
	int second = class_find(sfnt_at(part, 10), next);
	int seconds = sfnt_16(part, 14), size = sfnt_16(part, 4) ? 2 : 0;

	if (coverage_find(sfnt_at(part, 2), glyph) < 0 || first >= sfnt_16(part, 12) ||
	    second >= seconds)
		return false;
	*value = size ? (int16_t)sfnt_16(part, 16 + 2 * ((size_t)first * (size_t)seconds +
	    (size_t)second)) : 0;
	return true;
}

int
rule_kern(const struct rule *rule, int glyph, int next)
{
	int value = 0;

	for (int i = 0; i < rule->lookup.parts; i++) {
		struct sfnt part = part_of(rule, i);

		if (sfnt_16(part, 0) == 1 ? pair_value(part, glyph, next, &value) :
		    class_value(part, glyph, next, &value))
			break;
	}
	return value;
}

/* ---- kinds ---- */

/* One glyph is replaced, by single substitutions. */
static bool
is_plain_chain(const struct rule *rule)
{
	for (int i = 0; i < rule->lookup.parts; i++) {
		struct sfnt part = part_of(rule, i);
		struct context context = read_context(part, true);

		if (sfnt_16(part, 0) != 3 || context.counts[AT] != 1)
			return false;
		for (int k = 0; k < context.records; k++)
			if (sfnt_16(part, context.record_place + 4 * (size_t)k) != 0 ||
			    nested(rule, &context, k).kind != RULE_SINGLE)
				return false;
	}
	return true;
}

struct rule
substitution_rule(struct sfnt gsub, int number)
{
	struct rule rule = { .layout = gsub, .extension = GSUB_EXTENSION, .context = CONTEXT };

	rule.lookup = lookup_read(gsub, number, GSUB_EXTENSION);
	if (rule.lookup.flag & IGNORE_BASES)
		return rule;
	if (rule.lookup.type == SINGLE)
		rule.kind = RULE_SINGLE;
	else if (rule.lookup.type == CHAIN && is_plain_chain(&rule))
		rule.kind = RULE_CHAIN;
	return rule;
}

/* A value for the second glyph would make HarfBuzz pass it over as the first of the next pair. */
static bool
is_plain_pair(const struct rule *rule)
{
	for (int i = 0; i < rule->lookup.parts; i++) {
		struct sfnt part = part_of(rule, i);
		int format = sfnt_16(part, 0), value = sfnt_16(part, 4);

		if ((format != 1 && format != 2) || (value != 0 && value != X_ADVANCE) ||
		    sfnt_16(part, 6) != 0)
			return false;
	}
	return true;
}

struct rule
position_rule(struct sfnt gpos, int number)
{
	struct rule rule = { .layout = gpos, .extension = GPOS_EXTENSION, .context = GPOS_CONTEXT };

	rule.lookup = lookup_read(gpos, number, GPOS_EXTENSION);
	if (rule.lookup.type == PAIR && !(rule.lookup.flag & IGNORE_BASES) && is_plain_pair(&rule))
		rule.kind = RULE_PAIR;
	return rule;
}
