/* SPDX-License-Identifier: MIT */
/*
 * Optimum fit: the line ends of a whole paragraph are chosen together.
 *
 * Over all ways to end the lines, the cost is least in this order: joins that
 * are broken, lines, and the sum of the squares of what the lines lack
 * (ragged); or, justified, of the stretch of their spaces (Knuth and Plass,
 * 1981). All of it is integer. Every line holds at least one unit, so there
 * always is a way; cut_too_wide sees to it that each unit fits.
 */
#include "typeset/text/line.h"

enum { LOOK_BACK_MOST = 4096 };		/* units in a line: a bound for words without width */

#define JOIN_COST (INT64_C(1) << 52)
#define LINE_COST (INT64_C(1) << 34)	/* above the badness of 16,000 lines */
#define BADNESS_MOST 1000000
#define HYPHEN_COST 250000
#define STUB_COST 400000		/* a last line of less than a sixth */
enum { STUB_PART = 6 };

length
line_room(const struct measure *measure, size_t first)
{
	return measure->width - (first == 0 ? measure->first_less : measure->hang);
}

const struct letters *
line_hyphen(struct typesetter *ts, const struct para *para, size_t number)
{
	const struct unit *unit = &para->units.at[number];
	const struct run *run = &para->runs.at[unit->run];
	bool is_soft = unit->letters && text_ends(unit->letters->words, "\xC2\xAD");

	if (unit->cut != CUT_HYPHEN && !(is_soft && unit->cut == CUT_YES))
		return NULL;
	return shape_word(ts->shaper, run->font, run->language, false, TEXT("-"));
}

/* ---- the cost of a line ---- */

struct trial { length room, width, spaces; bool is_last, is_first; uint8_t cut; };

static int64_t
ragged_badness(const struct trial *line, enum set_how how)
{
	int64_t lack =
	    line->room > line->width ? (int64_t)(line->room - line->width) * 1000 / line->room : 0;

	if (!line->is_last || how == SET_BALANCED)
		return lack * lack;
	return !line->is_first && line->width < line->room / STUB_PART ? STUB_COST : 0;
}

/* 100 r³ as in TeX, of the ratio by which spaces give; squared so that one bad line costs more than two fair ones. */
static int64_t
justified_badness(const struct trial *line)
{
	int64_t lack = line->room - line->width;
	int64_t give = lack >= 0 ? line->spaces / 2 : line->spaces / 3;
	int64_t ratio, badness;

	if (line->is_last && lack >= 0)
		return 0;
	ratio = give > 0 ? (lack >= 0 ? lack : -lack) * 1000 / give : 100000;
	ratio = ratio > 4600 ? 4600 : ratio;
	badness = ratio * ratio / 1000 * ratio / 10000000 + 1;
	return badness * badness * 100 > BADNESS_MOST ? BADNESS_MOST : badness * badness * 100;
}

static int64_t
cost_of(const struct trial *line, enum set_how how)
{
	int64_t cost =
	    how == SET_JUSTIFIED ? justified_badness(line) : ragged_badness(line, how) + LINE_COST;

	if (line->cut == CUT_JOINED)
		cost += JOIN_COST;
	if (line->cut == CUT_HYPHEN)
		cost += HYPHEN_COST;
	return cost;
}

/* Whether a line may be that wide: justified, its spaces may shrink by a third. */
static bool
is_too_wide(const struct trial *line, enum set_how how)
{
	return line->width - (how == SET_JUSTIFIED ? line->spaces / 3 : 0) > line->room;
}

/* ---- the choice ---- */

struct end { int64_t cost; uint32_t from; };	/* of the best way to a line end; from: where its last line begins */

static void
choose_end(struct typesetter *ts, const struct para *para, const struct measure *measure,
    size_t end, struct end *ends)
{
	const struct unit *units = para->units.at, *last = &units[end - 1];
	const struct letters *hyphen = line_hyphen(ts, para, end - 1);
	length more =
	    hyphen ? letters_width(hyphen->advance, para->runs.at[last->run].fount.size) : 0;
	struct trial line = { .cut = last->cut, .is_last = last->cut == CUT_MUST };
	struct end best = { INT64_MAX, (uint32_t)end - 1 };

	for (size_t from = end; from-- > 0 && end - from <= LOOK_BACK_MOST;) {
		if (from + 1 < end)
			line.spaces += longer(units[from + 1].start -
			        longer(units[from].ink, units[from].start),
			    0);
		if (from > 0 && units[from - 1].cut == CUT_NO)
			continue;
		line.width = longer(last->ink - units[from].start, 0) + more;
		line.room = line_room(measure, from);
		line.is_first = from == 0 || units[from - 1].cut == CUT_MUST;
		if (is_too_wide(&line, measure->how) && best.cost < INT64_MAX)
			break;
		if (ends[from].cost < INT64_MAX &&
		    ends[from].cost + cost_of(&line, measure->how) < best.cost)
			best = (struct end){ ends[from].cost + cost_of(&line, measure->how), (uint32_t)from };
		if (is_too_wide(&line, measure->how) ||
		    (from > 0 && units[from - 1].cut == CUT_MUST))
			break;
	}
	ends[end] = best;
}

size_t
choose_lines(struct typesetter *ts, const struct para *para, const struct measure *measure,
    uint32_t *chosen)
{
	size_t count = para->units.count, lines = 0;
	struct end *ends = arena_array(ts->scratch, count + 1, sizeof *ends);

	for (size_t end = 1; end <= count; end++) {
		ends[end].cost = INT64_MAX;
		if (para->units.at[end - 1].cut != CUT_NO)
			choose_end(ts, para, measure, end, ends);
	}
	for (size_t end = count; end > 0; end = ends[end].from)
		lines++;
	for (size_t end = count, at = lines; end > 0; end = ends[end].from)
		chosen[--at] = (uint32_t)end;
	return lines;
}

/* ---- what is too wide ---- */

static void
add_part(struct typesetter *ts, const struct para *para, const struct unit *as, struct text words,
    struct units *into)
{
	const struct run *run = &para->runs.at[as->run];
	struct unit *part = array_push(ts->scratch, into);

	*part = *as;
	part->letters = shape_word(ts->shaper, run->font, run->language, as->level & 1, words);
}

/* Cuts a unit at the edges of its clusters into parts that fit. */
static void
cut_unit(struct typesetter *ts, const struct para *para, const struct unit *unit, uint32_t from,
    length room, struct units *into)
{
	length size = para->runs.at[unit->run].fount.size;
	struct text words = unit->letters->words;
	size_t start = 0, at = 0;
	struct unit part = *unit;

	while (at < words.length) {
		size_t next = letters_next(unit->letters, at);

		if (at > start && letters_width(letters_span(unit->letters, start, next), size) > room) {
			part.end = from + (uint32_t)at;
			part.cut = CUT_YES;
			add_part(ts, para, &part, text_slice(words, start, at), into);
			part.goes_on = false;
			start = at;
		}
		at = next;
	}
	part.end = unit->end;
	part.cut = unit->cut;
	add_part(ts, para, &part, text_slice(words, start, words.length), into);
}

/* The units from first to last cannot be parted and are too wide: they may be parted anywhere. */
static void
cut_chain(struct typesetter *ts, const struct para *para, size_t first, size_t last, length room,
    struct units *into)
{
	uint32_t from = first > 0 ? para->units.at[first - 1].end : 0;
	uint32_t end = para->units.at[last].end;

	report(ts->diag, place_of(para->node), over_full,
	    text_trim(text_slice(buffer_view(&para->words), from, end)));
	for (size_t i = first; i <= last; i++) {
		struct unit unit = para->units.at[i];

		if (i < last)
			unit.cut = CUT_YES;
		if (unit.letters && unit.ink - unit.start > room)
			cut_unit(ts, para, &unit, from, room, into);
		else
			*array_push(ts->scratch, into) = unit;
		from = unit.end;
	}
}

void
cut_too_wide(struct typesetter *ts, struct para *para, const struct measure *measure)
{
	length room = shorter(line_room(measure, 0), line_room(measure, 1));
	struct units into = { 0 };
	size_t first = 0;
	bool is_cut = false;

	for (size_t i = 0; i < para->units.count; i++) {
		const struct unit *unit = &para->units.at[i];

		if (unit->cut == CUT_NO)
			continue;

		/* What comes first stands on the first line, which a mark's hang does not narrow. */
		length here = first == 0 ? line_room(measure, 0) : room;

		if (unit->ink - para->units.at[first].start > here) {
			cut_chain(ts, para, first, i, here, &into);
			is_cut = true;
		} else {
			for (size_t k = first; k <= i; k++)
				*array_push(ts->scratch, &into) = para->units.at[k];
		}
		first = i + 1;
	}
	if (!is_cut)
		return;
	para->units = into;
	place_units(para);
}
