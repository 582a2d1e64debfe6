/* SPDX-License-Identifier: MIT */
/*
 * What is wider than its line: it is cut between characters, where nobody
 * would cut it, and reported with its place. No word is lost, and no line is
 * over-full without a message.
 */
#include "typeset/text/line.h"

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

/* A chain: units that are not to be parted; the last of the one that begins there. */
static size_t
chain_end(const struct para *para, size_t first)
{
	while (para->units.at[first].cut == CUT_NO && first + 1 < para->units.count)
		first++;
	return first;
}

/* The room for a chain: what comes first stands on the first line, which a mark's hang does not narrow. */
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
