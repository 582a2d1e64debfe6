/* SPDX-License-Identifier: MIT */
/*
 * Optimum fit: the line ends of a whole paragraph are chosen together.
 *
 * Over all ways to end the lines, the cost is least in this order: breaks that
 * should not be (of a join, or by a hyphen that was not asked for), lines, and
 * the sum of the squares of what the lines lack (ragged); or, justified, of
 * the stretch of their spaces (Knuth and Plass, 1981). All of it is integer.
 * Every line holds at least one unit, so there always is a way; cut_too_wide
 * sees to it that each unit fits. A line end looks back over one line, so the
 * work is linear in the words.
 */
#include "typeset/text/line.h"

#include <assert.h>

enum { LOOK_BACK_MOST = 4096 };		/* units in a line: a bound for words without width */
enum { STUB_PART = 6 };			/* a last line of less than a sixth is a stub */
enum { RATIO_MOST = 4600 };
#define STUB_COST 400000
#define HYPHEN_COST 250000
#define LADDER_COST 500000		/* hyphens on two lines running, or before the last line */

length
line_room(const struct measure *measure, size_t first)
{
	return measure->width - (first == 0 ? measure->first_less : measure->hang);
}

const struct letters *
line_hyphen(const struct para *para, size_t number)
{
	const struct unit *unit = &para->units.at[number];

	return unit->cut == CUT_HYPHEN || unit->cut == CUT_SOFT ? para->runs.at[unit->run].hyphen
	                                                        : NULL;
}

length
line_hyphen_width(const struct para *para, size_t number)
{
	const struct letters *hyphen = line_hyphen(para, number);
	const struct run *run = &para->runs.at[para->units.at[number].run];

	return hyphen ? letters_width(hyphen->advance, run->fount.size) : 0;
}

/* ---- the cost of a line ---- */

/* The first that differs decides. */
struct cost { uint32_t forced, lines; int64_t badness; };

struct trial {
	length room, width, spaces;
	uint8_t before, cut;	/* what it begins and ends with */
	bool is_last, is_first;	/* of the lines up to a line end that must be */
};

static bool
is_less(struct cost a, struct cost b)
{
	if (a.forced != b.forced)
		return a.forced < b.forced;
	if (a.lines != b.lines)
		return a.lines < b.lines;
	return a.badness < b.badness;
}

static int64_t
stub_badness(const struct trial *line)
{
	return !line->is_first && line->width < line->room / STUB_PART ? STUB_COST : 0;
}

static int64_t
ragged_badness(const struct trial *line, enum set_how how)
{
	int64_t lack =
	    line->room > line->width ? (int64_t)(line->room - line->width) * 1000 / line->room : 0;

	return line->is_last && how != SET_BALANCED ? stub_badness(line) : lack * lack;
}

/*
 * Demerits as in TeX, a hundredfold: (10 + 100 r³)² of the ratio by which
 * spaces give; of a line that cannot be good (r > 4.6), growing on slowly.
 */
static int64_t
justified_badness(const struct trial *line)
{
	int64_t lack = line->room - line->width, ratio, badness;
	length spaces = lack >= 0 ? line->spaces / 2 : line->spaces / 3;
	int64_t give = longer(spaces, line->room / 200 + 1);

	if (line->is_last && lack >= 0)
		return stub_badness(line);
	assert(give > 0);
	ratio = (lack >= 0 ? lack : -lack) * 1000 / give;
	if (ratio <= RATIO_MOST)
		badness = 10 + ratio * ratio * ratio / 10000000;
	else
		badness = 10000 + (ratio > 100000 ? 100000 : ratio) - RATIO_MOST;
	return badness * badness * 100;
}

static bool
is_hyphen(uint8_t cut)
{
	return cut == CUT_HYPHEN || cut == CUT_SOFT;
}

static struct cost
cost_of(struct cost before, const struct trial *line, const struct measure *measure)
{
	struct cost cost = before;
	bool is_forced =
	    line->cut == CUT_JOINED || (line->cut == CUT_HYPHEN && !measure->hyphenates);

	cost.forced += is_forced;
	cost.lines += measure->how != SET_JUSTIFIED;
	cost.badness += measure->how == SET_JUSTIFIED ? justified_badness(line)
	                                              : ragged_badness(line, measure->how);
	if (is_hyphen(line->cut))
		cost.badness += HYPHEN_COST;
	if (is_hyphen(line->before) && (is_hyphen(line->cut) || line->is_last))
		cost.badness += LADDER_COST;
	return cost;
}

/* Whether a line may be that wide: justified, its spaces may shrink by a third. */
static bool
is_too_wide(const struct trial *line, enum set_how how)
{
	return line->width - (how == SET_JUSTIFIED ? line->spaces / 3 : 0) > line->room;
}

/* ---- the choice ---- */

/* The best way to a line end; from: where its last line begins. */
struct end { struct cost cost; uint32_t from; bool is_reached; };

static void
choose_end(const struct para *para, const struct measure *measure, size_t end, struct end *ends)
{
	const struct unit *units = para->units.at, *last = &units[end - 1];
	length more = line_hyphen_width(para, end - 1);
	struct trial line = { .cut = last->cut, .is_last = last->cut == CUT_MUST };
	struct end best = { .from = (uint32_t)end - 1 };

	for (size_t from = end; from-- > 0 && end - from <= LOOK_BACK_MOST;) {
		uint8_t before = from > 0 ? units[from - 1].cut : CUT_MUST;
		struct cost cost;

		if (from + 1 < end)
			line.spaces += longer(
			    units[from + 1].start - longer(units[from].ink, units[from].start), 0);
		if (before == CUT_NO)
			continue;
		line.width = longer(last->ink - units[from].start, 0) + more;
		line.room = line_room(measure, from);
		line.before = before;
		line.is_first = before == CUT_MUST;
		if (is_too_wide(&line, measure->how) && best.is_reached)
			break;
		cost = cost_of(ends[from].cost, &line, measure);
		if (ends[from].is_reached && (!best.is_reached || is_less(cost, best.cost)))
			best = (struct end){ cost, (uint32_t)from, true };
		if (is_too_wide(&line, measure->how) || before == CUT_MUST)
			break;
	}
	ends[end] = best;
}

/* Most cells and many items do. */
static bool
fits_one_line(const struct para *para, const struct measure *measure)
{
	size_t count = para->units.count;

	for (size_t i = 0; i + 1 < count; i++)
		if (para->units.at[i].cut == CUT_MUST)
			return false;
	return para->units.at[count - 1].ink <= line_room(measure, 0);
}

size_t
choose_lines(struct typesetter *ts, const struct para *para, const struct measure *measure,
    uint32_t *chosen)
{
	size_t count = para->units.count, lines = 0;
	struct end *ends;

	chosen[0] = (uint32_t)count;
	if (fits_one_line(para, measure))
		return 1;
	ends = arena_array(ts->scratch, count + 1, sizeof *ends);
	ends[0].is_reached = true;
	for (size_t end = 1; end <= count; end++)
		if (para->units.at[end - 1].cut != CUT_NO)
			choose_end(para, measure, end, ends);
	for (size_t end = count; end > 0; end = ends[end].from)
		lines++;
	for (size_t end = count, at = lines; end > 0; end = ends[end].from)
		chosen[--at] = (uint32_t)end;
	return lines;
}
