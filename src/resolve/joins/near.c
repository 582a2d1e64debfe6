/* SPDX-License-Identifier: MIT */
/*
 * A row whose title is that of no measure is one of its own, also where a
 * letter was mistyped: so what is nearly another measure is told.
 *
 * Two that are meant to be two often differ as little: "stage 1" and "stage
 * 2", "major" and "minor". Digits are therefore no slips, and where one table
 * holds both, its author knows them apart.
 */
#include "resolve/joins/near.h"

#include "model/messages.h"
#include "resolve/lexicon.h"

static struct lexicon *
lexicon_of(struct near_rows *near, struct text title)
{
	struct arena *arena = near->titles.arena;
	struct buffer digits = { .arena = arena };
	void **lexicon;

	for (size_t i = 0; i < title.length; i++)
		if (title.s[i] >= '0' && title.s[i] <= '9')
			buffer_byte(&digits, title.s[i]);
	lexicon = map_at(&near->titles, buffer_view(&digits));
	if (!*lexicon)
		*lexicon = lexicon_new(arena);
	return *lexicon;
}

void
near_add(struct near_rows *near, struct record *record)
{
	void **measure = lexicon_at(lexicon_of(near, record->title), record->title, true);

	if (measure && !*measure)
		*measure = record;
}

void
near_note(struct near_rows *near, const struct record *row)
{
	const struct record *measure = lexicon_nearest(lexicon_of(near, row->title), row->title,
	    slips_allowed(row->title));

	if (measure && !name_equal(measure->title, row->title) && !row->id_given)
		*array_push(near->titles.arena, near) = (struct near_row){ row, measure };
}

/* ---- reporting ---- */

/* The section of a row, with all its themes. */
static const struct section *
table_of(const struct record *row)
{
	const struct section *section = row->section;

	while (section && section->kind == SECTION_theme)
		section = section->parent;
	return section;
}

static bool
is_in_table(const struct document *document, const struct record *measure,
    const struct section *table)
{
	for (size_t i = 0; i < document->records.count; i++) {
		const struct record *row = document->records.at[i];

		if ((row == measure || row->joins == measure) && table_of(row) == table)
			return true;
	}
	return false;
}

/* Is there a section with a row for either? */
static bool
are_beside(const struct document *document, const struct near_row *near)
{
	for (size_t i = 0; i < document->records.count; i++) {
		const struct record *row = document->records.at[i];

		if ((row == near->row || row->joins == near->row) &&
		    is_in_table(document, near->measure, table_of(row)))
			return true;
	}
	return false;
}

/* Nothing is said in public of a measure that is hidden. */
static bool
is_secret(struct resolution *resolution, const struct near_row *near)
{
	return record_exemption(resolution, near->measure) &&
	    !record_exemption(resolution, near->row);
}

void
near_report(struct resolution *resolution, const struct document *document,
    const struct near_rows *rows)
{
	for (array_each(const struct near_row, near, rows)) {
		struct place at = near->measure->at;

		if (is_secret(resolution, near) || are_beside(document, near))
			continue;
		report_also(report(about(resolution, document), near->row->at, near_measure,
		    near->row->title, near->measure->title,
		    place_text(resolution->arena, at, near->row->at.file)), at);
	}
}
