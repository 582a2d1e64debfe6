/* SPDX-License-Identifier: MIT */
/*
 * What is wider than its line: it is cut between characters, where nobody
 * would cut it, and reported with its place. No word is lost, and no line is
 * over-full without a message.
 */
#include "typeset/text/line.h"

/* The room for a part of a unit; what stands at the sides of the unit within it. */
struct sides { length width, before, after; };

static const struct letters *
shape_part(struct typesetter *ts, const struct para *para, const struct unit *unit,
    struct text words)
{
	const struct run *run = &para->runs.at[unit->run];

	return shape_word(ts->shaper, run->font, run->language, unit->level & 1, words);
}

/*
 * The last edge of a cluster by which what begins at start is no wider than
 * that; the first one, if none is.
 */
static size_t
edge_within(const struct letters *letters, size_t start, int32_t most)
{
	size_t at = letters_next(letters, start), next = at;

	while (next < letters->words.length && letters_span(letters, start, next) <= most) {
		at = next;
		next = letters_next(letters, at);
	}
	return letters_span(letters, start, next) <= most ? next : at;
}

/* Where the part ends that begins at start: by itself it may be wider than within its word. */
static size_t
part_end(struct typesetter *ts, const struct para *para, const struct unit *unit, size_t start,
    length room)
{
	int32_t most = (int32_t)((int64_t)room * 1000 / para->runs.at[unit->run].fount.size);
	size_t end = edge_within(unit->letters, start, most);
	const struct letters *part =
	    shape_part(ts, para, unit, text_slice(unit->letters->words, start, end));

	if (part->advance - part->space > most)
		end = edge_within(unit->letters, start,
		    most - (part->advance - part->space - most));
	return end;
}

/* A part of a unit, with what its run has before its first letter, or after its last. */
static size_t
next_edge(struct typesetter *ts, const struct para *para, const struct unit *unit, size_t start,
    const struct sides *room)
{
	length first = start == 0 ? room->before : 0;
	size_t end = part_end(ts, para, unit, start, room->width - first);

	if (end == unit->letters->words.length && room->after > 0)
		end = part_end(ts, para, unit, start, room->width - first - room->after);
	return end;
}

/* Cuts a unit at the edges of its clusters into parts that fit. */
static void
cut_unit(struct typesetter *ts, const struct para *para, size_t number, length width,
    struct units *into)
{
	const struct unit *unit = &para->units.at[number];
	const struct run *run = &para->runs.at[unit->run];
	struct text words = unit->letters->words;
	bool is_first = number == 0 || unit[-1].run != unit->run,
	     is_last = number + 1 == para->units.count || unit[1].run != unit->run;
	struct sides room = { width, is_first ? run->before : 0, is_last ? run->after : 0 };
	uint32_t from = number > 0 ? unit[-1].end : 0;

	for (size_t start = 0, end; start < words.length; start = end) {
		struct unit *part = array_push(ts->scratch, into);

		end = next_edge(ts, para, unit, start, &room);
		*part = *unit;
		/* A line end behind the words is of the last part. */
		part->end = end < words.length ? from + (uint32_t)end : unit->end;
		part->letters = shape_part(ts, para, unit, text_slice(words, start, end));
		part->more = 0;
		part->goes_on = start == 0 && unit->goes_on;
		if (end < words.length)
			part->cut = CUT_YES;
	}
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
		const struct unit *unit = &para->units.at[i];

		if (unit->letters && unit->ink - unit->start > room)
			cut_unit(ts, para, i, room, into);
		else
			*array_push(ts->scratch, into) = *unit;
		if (i < last)
			into->at[into->count - 1].cut = CUT_YES;
	}
}

/* A chain: units that are not to be parted; the last of the one that begins there. */
static size_t
chain_end(const struct para *para, size_t first)
{
	while (para->units.at[first].cut == CUT_NO && first + 1 < para->units.count)
		first++;
	return first;
}

/*
 * The room for a chain: what comes first stands on the first line, which a
 * mark's hang does not narrow.
 */
static length
chain_room(const struct measure *measure, size_t first)
{
	length room = line_room(measure, 0);

	return first == 0 ? room : shorter(room, line_room(measure, 1));
}

static bool
is_chain_too_wide(const struct para *para, const struct measure *measure, size_t first, size_t last)
{
	return para->units.at[last].ink - para->units.at[first].start > chain_room(measure, first);
}

/* A hyphen that does not fit its line behind its syllable is none. */
static void
drop_hyphens(struct para *para, const struct measure *measure)
{
	for (size_t first = 0; first < para->units.count;) {
		size_t last = chain_end(para, first);
		length more = line_hyphen_width(para, last);

		if (more > 0 && para->units.at[last].ink - para->units.at[first].start + more >
		        chain_room(measure, first))
			para->units.at[last].cut = CUT_NO;
		else
			first = last + 1;
	}
}

static bool
has_too_wide(const struct para *para, const struct measure *measure)
{
	for (size_t first = 0, last; first < para->units.count; first = last + 1) {
		last = chain_end(para, first);
		if (is_chain_too_wide(para, measure, first, last))
			return true;
	}
	return false;
}

void
cut_too_wide(struct typesetter *ts, struct para *para, const struct measure *measure)
{
	struct units into = { 0 };

	if (para->has_hyphens)
		drop_hyphens(para, measure);
	if (!has_too_wide(para, measure))
		return;
	for (size_t first = 0, last; first < para->units.count; first = last + 1) {
		last = chain_end(para, first);
		if (is_chain_too_wide(para, measure, first, last))
			cut_chain(ts, para, first, last, chain_room(measure, first), &into);
		else
			for (size_t i = first; i <= last; i++)
				*array_push(ts->scratch, &into) = para->units.at[i];
	}
	para->units = into;
	place_units(para);
}
