/* SPDX-License-Identifier: MIT */
/*
 * Runs to units: the words of a paragraph are cut where lines may end and
 * where runs, directions or faces change, and each unit is shaped.
 *
 * Words are cut after their spaces, so a unit owns the spaces behind it; at
 * the end of a line they hang over and take no room.
 */
#include "typeset/text/line.h"

#include <string.h>

#include "typeset/text/hyphen.h"
#include "model/joins.h"

enum { UNIT_MOST = 512 };	/* bytes: what is longer is no word */
#define SOFT_HYPHEN "\xC2\xAD"

struct para *
para_begin(struct typesetter *ts, const struct node *node)
{
	struct para *para = ARENA_NEW(ts->arena, struct para);

	para->words.arena = ts->scratch;
	para->node = node;
	para->language = node ? node_language(ts->tree, node) : ts->tree->language;
	para->from_right = language_runs_left(para->language);
	return para;
}

static struct text
run_language(const struct typesetter *ts, const struct para *para, const struct run *run)
{
	return run->shows ? node_language(ts->tree, run->shows) : para->language;
}

void
para_add(struct typesetter *ts, struct para *para, const struct run *as, struct text words)
{
	struct run *run;

	if (words.length == 0)
		return;
	buffer_text(&para->words, words);
	run = array_push(ts->scratch, &para->runs);
	*run = *as;
	run->end = (uint32_t)para->words.length;
	run->font = (int16_t)shaper_font(ts->shaper, run->fount.family, run->fount.weight);
	run->language = (int16_t)shaper_language(ts->shaper, run_language(ts, para, run));
}

void
para_add_artifact(struct typesetter *ts, struct para *para, const struct fount *fount,
    struct text words)
{
	para_add(ts, para, &(struct run){ .fount = *fount }, words);
}

bool
para_is_empty(const struct para *para)
{
	return para->words.length == 0;
}

/* ---- units ---- */

static void
add_unit(struct typesetter *ts, struct para *para, uint32_t from, const struct unit *as)
{
	const struct run *run = &para->runs.at[as->run];
	struct unit *unit;
	struct text words = text_slice(buffer_view(&para->words), from, as->end);

	if (text_is(words, "\n") && para->units.count > 0) {
		struct unit *before = &para->units.at[para->units.count - 1];

		if (before->cut != CUT_MUST) {
			before->cut = CUT_MUST;
			before->end = as->end;
			return;
		}
	}
	unit = array_push(ts->scratch, &para->units);
	*unit = *as;
	if (unit->cut == CUT_YES && text_ends(words, SOFT_HYPHEN))
		unit->cut = CUT_SOFT;
	if (!text_is(words, "\n"))
		unit->letters =
		    shape_word(ts->shaper, run->font, run->language, as->level & 1, words);
}

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

static void
add_units(struct typesetter *ts, struct para *para, const uint8_t *cuts, const uint8_t *levels)
{
	struct text words = buffer_view(&para->words);
	struct unit unit = { 0 };
	uint32_t from = 0;

	for (uint32_t i = 0; i < words.length; i++) {
		bool is_last = i + 1 == words.length, is_long;

		while (i >= para->runs.at[unit.run].end)
			unit.run++;
		is_long =
		    i + 1 - from >= UNIT_MOST - 4 && !is_last && begins_character(words.s[i + 1]);
		unit.level = levels ? levels[i] : 0;
		if (!is_last && cuts[i] == CUT_NO && !is_long && words.s[i + 1] != '\n' &&
		    i + 1 < para->runs.at[unit.run].end && (!levels || levels[i] == levels[i + 1]))
			continue;
		unit.cut = cuts[i];
		unit.end = i + 1;
		add_unit(ts, para, from, &unit);
		unit.goes_on = unit.cut == CUT_YES &&
		    text_ends(text_slice(words, 0, i + 1), SOFT_HYPHEN);
		from = i + 1;
	}
}

/* ---- joins ---- */

static struct text
unit_words(const struct unit *unit)
{
	return unit->letters ? unit->letters->words : TEXT("");
}

static void
join_units(struct para *para)
{
	for (size_t i = 0; i + 1 < para->units.count; i++) {
		struct unit *unit = &para->units.at[i];
		const struct unit *next = &para->units.at[i + 1];
		struct text left = unit_words(unit), right = unit_words(next);

		if (unit->cut != CUT_YES || left.length == 0 || right.length == 0)
			continue;
		if (left.s[left.length - 1] == ' '
		        ? is_joined(unit->letters->sorts, next->letters->sorts)
		        : is_joined_inside(left, next->letters->sorts))
			unit->cut = CUT_JOINED;
	}
}

/* ---- hyphens ---- */

/* The part of a unit from one offset in its words to another. */
static struct unit *
add_part(struct typesetter *ts, struct units *into, const struct para *para,
    const struct unit *whole, size_t starts, size_t ends)
{
	const struct run *run = &para->runs.at[whole->run];
	struct unit *part = array_push(ts->scratch, into);
	struct text words = text_slice(whole->letters->words, starts, ends);
	int32_t own, within = letters_span(whole->letters, starts, ends);

	*part = *whole;
	part->goes_on = starts > 0;
	part->letters = shape_word(ts->shaper, run->font, run->language, false, words);
	own = part->letters->advance - part->letters->space;
	part->more = (int16_t)(within > own ? within - own : 0);
	return part;
}

static void
add_parts(struct typesetter *ts, const struct para *para, size_t number, struct units *into)
{
	const struct unit *unit = &para->units.at[number];
	uint32_t from = number > 0 ? unit[-1].end : 0;
	struct text words = unit->letters->words;
	uint8_t points[UNIT_MOST] = { 0 };
	size_t start = 0;

	find_hyphens(words, run_language(ts, para, &para->runs.at[unit->run]), points);
	for (size_t i = 0; i + 1 < words.length; i++)
		if (points[i]) {
			struct unit *part = add_part(ts, into, para, unit, start, i + 1);

			part->cut = CUT_HYPHEN;
			part->end = from + (uint32_t)i + 1;
			start = i + 1;
		}
	if (start == 0)
		*array_push(ts->scratch, into) = *unit;
	else
		add_part(ts, into, para, unit, start, words.length);
}

/*
 * A word by itself, not a part of an address or of what has a hyphen already,
 * and not one of a join.
 */
static bool
may_take_hyphens(const struct para *para, size_t number)
{
	const struct unit *unit = &para->units.at[number], *before = unit - 1;

	return unit->letters && unit->level == 0 && !unit->goes_on && unit->cut >= CUT_YES &&
	    unit->letters->words.length < UNIT_MOST &&
	    (unit->letters->space > 0 || unit->cut == CUT_MUST) &&
	    (number == 0 || before->cut == CUT_MUST ||
	        (before->cut == CUT_YES && before->letters && before->letters->space > 0));
}

/* Units in the parts into which hyphens may cut them, after their joins are known. */
static void
hyphenate_units(struct typesetter *ts, struct para *para)
{
	struct units into = { 0 };

	for (size_t i = 0; i < para->units.count; i++)
		if (may_take_hyphens(para, i))
			add_parts(ts, para, i, &into);
		else
			*array_push(ts->scratch, &into) = para->units.at[i];
	para->units = into;
}

static void
shape_hyphens(struct typesetter *ts, struct para *para)
{
	for (size_t i = 0; i < para->units.count; i++) {
		const struct unit *unit = &para->units.at[i];
		struct run *run = &para->runs.at[unit->run];

		if ((unit->cut != CUT_HYPHEN && unit->cut != CUT_SOFT) || run->hyphen)
			continue;
		run->hyphen = shape_word(ts->shaper, run->font, run->language, false, TEXT("-"));
		para->has_hyphens = true;
	}
}

/* ---- places ---- */

/* Half up. */
length
letters_width(int32_t per_em, length size)
{
	int64_t product = (int64_t)per_em * size + 500;

	return (length)(product >= 0 ? product / 1000 : -((-product + 999) / 1000));
}

void
place_units(struct para *para)
{
	length x = 0, ink = 0;
	uint32_t before = UINT32_MAX;

	for (size_t i = 0; i < para->units.count; i++) {
		struct unit *unit = &para->units.at[i];
		const struct run *run = &para->runs.at[unit->run];
		bool is_last = i + 1 == para->units.count || para->units.at[i + 1].run != unit->run;
		length all = 0, space = 0;

		unit->start = x;
		if (unit->letters) {
			all = letters_width(unit->letters->advance + unit->more, run->fount.size);
			space = letters_width(unit->letters->space, run->fount.size);
		}
		x += (unit->run != before ? run->before : 0) + all + (is_last ? run->after : 0);
		if (all > space)
			ink = x - space;
		unit->ink = ink;
		before = unit->run;
	}
}

static void
report_missing(struct typesetter *ts, struct para *para)
{
	for (size_t i = 0; i < para->units.count; i++) {
		const struct letters *letters = para->units.at[i].letters;
		const struct node *leaf = para->runs.at[para->units.at[i].run].shows;
		char s[4];

		if (!letters || !letters->missing)
			continue;
		report(ts->diag, place_of(leaf ? leaf : para->node), missing_glyph,
		    text_format(ts->scratch, "“%.*s” (U+%04X)",
		        (int)utf8_put(s, letters->missing), s, letters->missing));
	}
}

void
para_end(struct typesetter *ts, struct para *para)
{
	struct text words = buffer_view(&para->words);
	uint8_t *cuts;

	if (words.length == 0)
		return;
	cuts = arena_alloc(ts->scratch, words.length);
	find_cuts(words, para->language, cuts);
	add_units(ts, para, cuts, find_levels(ts->scratch, words, para->from_right));
	join_units(para);
	if (ts->look->hyphenate)
		hyphenate_units(ts, para);
	shape_hyphens(ts, para);
	array_settle(ts->arena, &para->runs);
	place_units(para);
	report_missing(ts, para);
}

void
para_scale(struct para *para, int by)
{
	for (size_t i = 0; i < para->runs.count; i++) {
		struct run *run = &para->runs.at[i];

		run->fount.size = scaled(run->fount.size, by, 1000);
		run->fount.rise = scaled(run->fount.rise, by, 1000);
		run->before = scaled(run->before, by, 1000);
		run->after = scaled(run->after, by, 1000);
	}
	place_units(para);
}

/* ---- measures ---- */

void
para_measure(const struct para *para, length *least, length *most)
{
	length begun = 0, line = 0;

	*least = *most = 0;
	for (size_t i = 0; i < para->units.count; i++) {
		const struct unit *unit = &para->units.at[i];
		length next = i + 1 < para->units.count ? para->units.at[i + 1].start : unit->ink;

		if (unit->cut == CUT_NO || unit->cut == CUT_JOINED || unit->cut == CUT_HYPHEN)
			continue;
		*least = longer(*least, unit->ink - begun + line_hyphen_width(para, i));
		begun = next;
		if (unit->cut != CUT_MUST)
			continue;
		*most = longer(*most, unit->ink - line);
		line = next;
	}
}

int
para_count_lines(const struct para *para, length width)
{
	length begun = 0, line = 0;
	int count = 0;

	for (size_t i = 0; i < para->units.count; i++) {
		const struct unit *unit = &para->units.at[i];

		if (unit->cut == CUT_NO || unit->cut == CUT_JOINED || unit->cut == CUT_HYPHEN)
			continue;
		if (unit->ink - line > width && begun > line) {
			line = begun;
			count++;
		}
		begun = i + 1 < para->units.count ? para->units.at[i + 1].start : unit->ink;
		if (unit->cut == CUT_MUST) {
			line = begun;
			count++;
		}
	}
	return count;
}

length
para_offset(const struct para *para, uint32_t byte)
{
	uint32_t from = 0;

	for (size_t i = 0; i < para->units.count; i++) {
		const struct unit *unit = &para->units.at[i];
		const struct run *run = &para->runs.at[unit->run];
		bool is_first = i == 0 || para->units.at[i - 1].run != unit->run;

		if (byte < unit->end && unit->letters)
			return unit->start + (is_first ? run->before : 0) +
			    letters_width(letters_span(unit->letters, 0, byte - from),
			        run->fount.size);
		from = unit->end;
	}
	return para->units.count ? para->units.at[para->units.count - 1].ink : 0;
}
