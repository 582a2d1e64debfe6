/* SPDX-License-Identifier: MIT */
/*
 * Lines to pieces: the units of each line are given their places, in the
 * order in which they are seen (UAX #9, rule L2), and parted into stretches,
 * one for each run that stands on the line. Stretches and pieces then stand in
 * the order in which they are read.
 */
#include "typeset/text/line.h"

#include <assert.h>

enum { WIDEN_MOST = 2 };	/* times its own width that a space may be widened by */

/* The line in the making. */
struct composing {
	struct typesetter *ts;
	struct para *para;
	size_t first, end;	/* its units */
	length x;
	length share;		/* to be given to the spaces, and to how many */
	int gaps, gap;
	uint32_t *order;	/* of the units as they are seen; null: as they are read */
};

static size_t
unit_seen(const struct composing *line, size_t at)
{
	return line->order ? line->order[at - line->first] : at;
}

/* Units that are parts of one word are shaped again as one: the last of them, and the letters. */
static size_t
join_parts(const struct composing *line, size_t at, const struct letters **letters)
{
	const struct unit *units = line->para->units.at;
	const struct run *run = &line->para->runs.at[units[at].run];
	size_t last = at, start = at > 0 ? units[at - 1].end : 0, end = start;

	*letters = units[at].letters;
	while (
	    last + 1 < line->end && units[last + 1].goes_on && units[last + 1].run == units[at].run)
		last++;
	for (size_t i = at; i <= last && last > at; i++)
		end += units[i].letters->words.length;	/* a line end behind them is no word */
	if (last > at)
		*letters = shape_word(line->ts->shaper, run->font, run->language, false,
		    text_slice(buffer_view(&line->para->words), start, end));
	return last;
}

static struct stretch *
open_stretch(struct composing *line, uint32_t run)
{
	struct stretch *stretch = array_push(line->ts->scratch, &line->para->stretches);

	stretch->run = run;
	stretch->piece = (uint32_t)line->para->pieces.count;
	stretch->x = line->x;
	stretch->unit = UINT32_MAX;
	return stretch;
}

/* The parts of a word are in faces of their own; from right to left, the last is seen first. */
static void
add_letters(struct composing *line, struct stretch *stretch, const struct letters *letters,
    length size)
{
	bool from_right = line->order && line->para->units.at[stretch->unit].level & 1;

	for (int i = 0; i < letters->count; i++) {
		const struct shaped *part = letters->parts[from_right ? letters->count - 1 - i : i];
		struct piece *piece = array_push(line->ts->scratch, &line->para->pieces);

		piece->shaped = part;
		piece->x = line->x - stretch->x;
		line->x += letters_width(part->advance, size);
		stretch->count++;
	}
}

static bool
follows(const struct composing *line, size_t before, size_t unit)
{
	const struct unit *units = line->para->units.at;

	return units[before].run == units[unit].run && units[before].level == units[unit].level &&
	    (units[unit].level & 1 ? before == unit + 1 : unit == before + 1);
}

/* A space between words of the line; not one that hangs over at its end. */
static bool
is_gap(const struct composing *line, size_t unit)
{
	const struct unit *units = line->para->units.at;

	return units[unit].letters && units[unit].letters->space > 0 &&
	    units[unit].ink < units[line->end - 1].ink;
}

/*
 * One after the other as they are seen. The spaces at the line's end take no
 * room, wherever its last word stands (UAX #9, rule L1).
 */
static void
place_line(struct composing *line)
{
	const struct para *para = line->para;
	struct stretch *stretch = NULL;
	size_t before = SIZE_MAX;

	for (size_t seen = line->first; seen < line->end; seen++) {
		size_t at = unit_seen(line, seen), last = at;
		const struct unit *unit = &para->units.at[at];
		const struct run *run = &para->runs.at[unit->run];
		const struct letters *letters = unit->letters;
		bool begins_run = at == 0 || para->units.at[at - 1].run != unit->run;
		length hanging;

		if (!letters)
			continue;
		if (!line->order)
			last = join_parts(line, at, &letters);
		if (begins_run)
			line->x += run->before;
		if (!stretch || begins_run || !follows(line, before, at))
			stretch = open_stretch(line, unit->run);
		stretch->unit = (uint32_t)at < stretch->unit ? (uint32_t)at : stretch->unit;
		hanging = last + 1 < line->end ? 0
		                               : letters_width(letters->space, run->fount.size);
		line->x -= unit->level & 1 ? hanging : 0;
		add_letters(line, stretch, letters, run->fount.size);
		line->x -= unit->level & 1 ? 0 : hanging;
		if (line->gaps > 0 && is_gap(line, last)) {
			line->gap++;
			line->x += (length)((int64_t)line->share * line->gap / line->gaps -
			    (int64_t)line->share * (line->gap - 1) / line->gaps);
		}
		stretch->width = line->x - stretch->x;
		if (last + 1 < para->units.count && para->units.at[last + 1].run != unit->run)
			line->x += run->after;
		seen += last - at;
		before = last;
	}
}

/* ---- direction ---- */

static void
turn(uint32_t *order, size_t from, size_t end)
{
	for (; from + 1 < end; from++, end--) {
		uint32_t kept = order[from];

		order[from] = order[end - 1];
		order[end - 1] = kept;
	}
}

static void
turn_pieces(struct piece *pieces, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct piece kept = pieces[i];

		pieces[i] = pieces[count - 1 - i];
		pieces[count - 1 - i] = kept;
	}
}

/*
 * Rule L2: from the highest level down, every row of units at that level or
 * above is turned round.
 */
static void
order_line(struct composing *line)
{
	const struct unit *units = line->para->units.at;
	size_t count = line->end - line->first;
	int highest = 0;

	for (size_t i = line->first; i < line->end; i++)
		highest = units[i].level > highest ? units[i].level : highest;
	line->order = NULL;
	if (highest == 0)
		return;
	line->order = arena_array(line->ts->scratch, count, sizeof *line->order);
	for (size_t i = 0; i < count; i++)
		line->order[i] = (uint32_t)(line->first + i);
	for (int level = highest; level > 0; level--)
		for (size_t from = 0, end; from < count; from = end + 1) {
			for (end = from; end < count && units[line->first + end].level >= level;)
				end++;
			turn(line->order, from, end);
		}
}

/* What was placed as it is seen, as it is read: places stay, the order changes. */
static void
read_line(struct composing *line, size_t first)
{
	struct para *para = line->para;
	struct stretch *stretches = para->stretches.at;

	for (size_t i = first; i < para->stretches.count; i++) {
		struct stretch stretch = stretches[i];
		size_t to = i;

		if (para->units.at[stretch.unit].level & 1)
			turn_pieces(para->pieces.at + stretch.piece, stretch.count);
		for (; to > first && stretches[to - 1].unit > stretch.unit; to--)
			stretches[to] = stretches[to - 1];
		stretches[to] = stretch;
	}
}

/* ---- lines ---- */

/*
 * How much the spaces of a line are to give, of which sort of line it is. Where
 * they would be rivers, it stays ragged.
 */
static void
share_out(struct composing *line, const struct measure *measure, length width)
{
	const struct para *para = line->para;
	length room = line_room(measure, line->first), spaces = 0;
	bool is_last = para->units.at[line->end - 1].cut == CUT_MUST;

	line->share = line->gaps = line->gap = 0;
	if (measure->how != SET_JUSTIFIED || (is_last && width <= room))
		return;
	for (size_t i = line->first; i < line->end; i++)
		if (is_gap(line, i)) {
			const struct unit *unit = &para->units.at[i];

			line->gaps++;
			spaces += letters_width(unit->letters->space,
			    para->runs.at[unit->run].fount.size);
		}
	line->share = room - width <= spaces * WIDEN_MOST ? room - width : 0;
}

static void
add_hyphen(struct composing *line, const struct letters *hyphen)
{
	uint32_t run = line->para->units.at[line->end - 1].run;
	struct stretch *stretch = open_stretch(line, run);

	stretch->unit = (uint32_t)line->end - 1;
	add_letters(line, stretch, hyphen, line->para->runs.at[run].fount.size);
	stretch->width = line->x - stretch->x;
}

/*
 * The width of a line without the spaces that hang over at its end, before
 * they give. Parts of a word that stand together take no more than was
 * reckoned, and may take less.
 */
static length
natural_width(const struct composing *line)
{
	const struct para *para = line->para;
	const struct unit *units = para->units.at;
	length width = longer(units[line->end - 1].ink - units[line->first].start, 0);

	for (size_t at = line->first, last; para->has_hyphens && at < line->end; at = last + 1) {
		const struct letters *letters = units[at].letters;
		length size = para->runs.at[units[at].run].fount.size;

		last = line->order ? at : join_parts(line, at, &letters);
		if (!letters)
			continue;
		width += letters_width(letters->advance, size);
		for (size_t i = at; i <= last; i++)
			width -= letters_width(units[i].letters->advance + units[i].more, size);
	}
	return width + line_hyphen_width(para, line->end - 1);
}

static void
compose_line(struct composing *line, const struct measure *measure)
{
	struct para *para = line->para;
	const struct letters *hyphen = line_hyphen(para, line->end - 1);
	length width;
	struct line *made = array_push(line->ts->scratch, &para->lines);

	made->stretch = (uint32_t)para->stretches.count;
	made->x = line->first == 0 ? 0 : measure->hang;
	order_line(line);
	width = natural_width(line);
	share_out(line, measure, width);
	line->x = 0;
	place_line(line);
	if (line->order)
		read_line(line, made->stretch);
	if (hyphen)
		add_hyphen(line, hyphen);
	made->width = width + line->share * (line->gaps > 0);
}

void
para_break(struct typesetter *ts, struct para *para, const struct measure *measure)
{
	struct composing line = { .ts = ts, .para = para };
	uint32_t *ends;
	size_t count;

	if (para->units.count == 0)
		return;
	cut_too_wide(ts, para, measure);
	ends = arena_array(ts->scratch, para->units.count, sizeof *ends);
	count = choose_lines(ts, para, measure, ends);
	assert(para->lines.count == 0);
	for (size_t i = 0; i < count; i++) {
		line.first = line.end;
		line.end = ends[i];
		compose_line(&line, measure);
	}
	array_settle(ts->shown, &para->pieces);
	array_settle(ts->arena, &para->stretches);
	array_settle(ts->arena, &para->lines);
}
