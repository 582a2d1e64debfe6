/* SPDX-License-Identifier: MIT */
/*
 * Reports of the front end about exempt matter, taken back in a public run.
 *
 * They quote the source. Every section and record begins a zone that ends where
 * the next begins; a row of a table in Markdown takes its line alone, and what
 * follows belongs to the zone before the table. Whatever is not told apart is
 * taken for exempt rather than for public.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "resolve/exempt/silence.h"
#include "resolve/walk.h"

struct zone {
	struct place at;
	int last_line;			/* 0: up to the next zone */
	bool exempt;
	size_t around;			/* the last zone before that has no last line */
};
ARRAY(struct zone, zones);

/* Of two at one place the exempt one comes last, and counts. */
static int
compare_zones(const void *left, const void *right)
{
	const struct zone *a = left, *b = right;
	int order = place_compare(a->at, b->at);

	return order ? order : (int)a->exempt - (int)b->exempt;
}

/* ---- finding them ---- */

static void
add_zone(struct walk *walk, struct place at, int last_line)
{
	*array_push(walk->resolution->arena, (struct zones *)walk->context) =
	    (struct zone){ at, last_line, walk->exempt, 0 };
}

static void
add_section(struct walk *walk, struct section *section)
{
	add_zone(walk, section->at, 0);
}

static void
add_record(struct walk *walk, struct record *record)
{
	bool is_line = record->form == FORM_ROWS && record->at.file &&
	    text_is(path_suffix(text_of(record->at.file)), ".md");

	add_zone(walk, record->at, is_line ? record->at.line : 0);
}

static void
find_last_line(struct walk *walk, struct block *block)
{
	int *last = walk->context;

	*last = block->at.line > *last ? block->at.line : *last;
}

static void
find_last_span(struct walk *walk, struct span *span)
{
	int *last = walk->context;

	*last = span->at.line > *last ? span->at.line : *last;
}

/*
 * A note's text stands where the author put it, and is read where its mark is;
 * one without a mark is taken for a part of what is around it.
 */
static void
add_notes(struct resolution *all, struct document *document, struct zones *zones)
{
	for (size_t i = 0; i < document->notes.count; i++) {
		struct note *note = document->notes.at[i];
		int last = note->at.line;
		struct walk lines = { .at_block = find_last_line, .at_span = find_last_span,
		    .context = &last };
		struct document alone = *document;

		if (!note->used)
			continue;
		alone.notes.at = &document->notes.at[i];
		alone.notes.count = 1;
		walk_notes(&lines, all, &alone);
		*array_push(all->arena, zones) = (struct zone){ note->at, last, note->exempt, 0 };
	}
}

static struct zones
find_zones(struct resolution *resolution)
{
	struct resolution all = *resolution;
	struct zones zones = { 0 };
	struct walk walk = { .at_section = add_section, .at_record = add_record,
	    .context = &zones };
	size_t around = 0;

	all.hides = false;
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		*array_push(all.arena, &zones) = (struct zone){ { document->at.file, 0, 0 }, 0,
		    document_exemption(document) != NULL, 0 };
		walk_document(&walk, &all, document);
		add_notes(&all, document, &zones);
	}
	if (zones.count > 1)
		qsort(zones.at, zones.count, sizeof *zones.at, compare_zones);
	for (size_t i = 0; i < zones.count; i++) {
		zones.at[i].around = around;
		around = zones.at[i].last_line == 0 ? i : around;
	}
	return zones;
}

/* ---- using them ---- */

static bool
holds(const struct zone *zone, struct place at)
{
	return strcmp(zone->at.file ? zone->at.file : "", at.file ? at.file : "") == 0 &&
	    (zone->last_line == 0 || at.line <= zone->last_line);
}

static bool
is_in_exempt(const struct zones *zones, struct place at)
{
	size_t low = 0, high = zones->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (place_compare(zones->at[middle].at, at) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return false;
	if (!holds(&zones->at[low - 1], at))
		low = zones->at[low - 1].around + 1;
	return holds(&zones->at[low - 1], at) && zones->at[low - 1].exempt;
}

/* What is said of a mark itself stands in exempt matter, and says nothing else of it. */
static bool
is_of_mark(const struct report *report)
{
	return report->message == &message_exempt_without_reason ||
	    report->message == &message_bad_paragraph ||
	    report->message == &message_exempt_without_council;
}

void
silence_exempt(struct resolution *resolution)
{
	struct zones zones = find_zones(resolution);
	struct reports *reports = &resolution->diag->reports;
	size_t kept = 0;

	for (size_t i = 0; i < reports->count; i++)
		if (is_of_mark(&reports->at[i]) || !is_in_exempt(&zones, reports->at[i].at))
			reports->at[kept++] = reports->at[i];
	reports->count = kept;
}
