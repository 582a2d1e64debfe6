/* SPDX-License-Identifier: MIT */
/*
 * What may be read by members only, and why.
 *
 * A thing is exempt by its own mark, by the mark of the document that it
 * places (an appendix, an item of an agenda), or by a mark above it. Every mark
 * says the paragraph of the jurisdiction's schedule and the reason; matter
 * that is confidential says its reason. These two are printed in public, so
 * they are checked in a public run too, but no line of the source is shown.
 */
#include "resolve/address.h"
#include "resolve/lexicon.h"
#include "resolve/walk.h"

static bool
is_marked(const struct exemption *exemption)
{
	return exemption->exempt || exemption->confidential;
}

/* ---- whose it is ---- */

const struct exemption *
document_exemption(const struct document *document)
{
	return is_marked(&document->exemption) ? &document->exemption : NULL;
}

const struct exemption *
section_exemption(const struct section *section)
{
	const struct document *document = section->document;

	for (; section; section = section->parent)
		if (is_marked(&section->exemption))
			return &section->exemption;
	return document_exemption(document);
}

static struct text
record_key(const struct record *const *record)
{
	return (struct text){ (const char *)record, sizeof *record };
}

const struct exemption *
record_exemption(const struct resolution *resolution, const struct record *record)
{
	const struct exemption *placed = map_find(&resolution->placed, record_key(&record));

	if (is_marked(&record->exemption))
		return &record->exemption;
	if (placed)
		return placed;
	return record->section ? section_exemption(record->section) :
	    document_exemption(record->document);
}

bool
is_open_document(const struct resolution *resolution, const struct document *document)
{
	return !resolution->hides || !document_exemption(document);
}

bool
is_open_section(const struct resolution *resolution, const struct section *section)
{
	return !resolution->hides || !section_exemption(section);
}

bool
is_open_record(const struct resolution *resolution, const struct record *record)
{
	return !resolution->hides || !record_exemption(resolution, record);
}

void
grade_leak(const struct resolution *resolution, struct report *leak)
{
	if (resolution->corpus->audience == AUDIENCE_FULL)
		leak->severity = SEVERITY_WARNING;
}

void
report_leak(const struct resolution *resolution, const struct document *document, struct place at)
{
	grade_leak(resolution, report(about(resolution, document), at, exempt_leak, TEXT("")));
}

/* ---- what places an exempt file ---- */

/* What stands in an exempt part bears its mark; nothing within can be more public. */
static void
mark_placed(struct walk *walk, struct block *place)
{
	(void)walk;
	if (place->kind != BLOCK_PLACE || !place->exemption)
		return;
	for (struct block *block = place->first; block; block = block->next) {
		struct exemption *own = block->kind == BLOCK_SECTION ? &block->section->exemption :
		    block->kind == BLOCK_RECORD ? &block->record->exemption : NULL;

		if (own && !is_marked(own))
			*own = *place->exemption;
	}
}

static void
find_in_spans(struct walk *walk, struct span *span)
{
	const struct record *record = walk->record;
	struct arena *arena = walk->resolution->arena;
	const struct exemption *mark;
	struct address address;

	if (!record || span->kind != SPAN_LINK || (record->kind != KIND_item &&
	    record->kind != KIND_appendix && record->kind != KIND_document))
		return;
	address = address_of(walk->resolution, walk->path, span->address);
	mark = address.document ? document_exemption(address.document) : NULL;
	if (mark)	/* copied: it is still to be said when the document has been emptied */
		map_set(&walk->resolution->placed,
		    record_key(arena_copy(arena, &record, sizeof record)),
		    arena_copy(arena, mark, sizeof *mark));
}

void
find_exempt_files(struct resolution *resolution)
{
	struct resolution all = *resolution;
	struct walk walk = { .at_span = find_in_spans, .at_block = mark_placed };

	all.hides = false;
	walk_corpus(&walk, &all);
	resolution->placed = all.placed;
}

/* ---- the marks ---- */

static bool
is_number(struct text word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.s[i] < '0' || word.s[i] > '9')
			return false;
	return word.length > 0 && word.length < 4;
}

static bool
is_in_schedule(struct text word, const struct schedule *schedule)
{
	int number = 0;

	for (size_t i = 0; i < word.length; i++)
		number = number * 10 + (word.s[i] - '0');
	return schedule->first <= number && number <= schedule->last;
}

/*
 * The first word of the paragraphs named ("3", "1 and 2") that is none of the
 * schedule; empty: all are.
 */
static struct text
find_bad_paragraph(struct arena *arena, struct text paragraphs, const struct schedule *schedule)
{
	struct lexemes words = words_of(arena, paragraphs);

	for (size_t i = 0; i < words.count; i++) {
		struct text word = words.at[i].folded;

		if (text_is(word, "and") || text_is(word, "&") || text_is(word, ","))
			continue;
		if (!is_number(word) || !is_in_schedule(word, schedule))
			return text_slice(paragraphs, words.at[i].from, words.at[i].to);
	}
	return TEXT("");
}

/*
 * In a public run only the line is told: a column would tell how long the words
 * before it are, and what stands for a paragraph and is none may be anything.
 */
static void
check_mark(struct resolution *resolution, const struct document *document,
    const struct exemption *mark,
    struct place at, const char *how)
{
	const struct corpus *corpus = resolution->corpus;
	const struct schedule *schedule = &schedules[corpus->council.jurisdiction];
	struct diag *diag = about(resolution, document);
	struct text bad;

	if (!is_marked(mark))
		return;
	if (mark->at.file)
		at = mark->at;
	if (resolution->hides)
		at.column = 0;
	if (corpus->council.none)
		report(diag, at, exempt_without_council, TEXT(""))->discreet = resolution->hides;
	if (text_is_blank(mark->reason) || (!mark->confidential && text_is_blank(mark->paragraph)))
		report(diag, at, exempt_without_reason, text_of(how))->discreet = resolution->hides;
	bad = find_bad_paragraph(resolution->arena, mark->paragraph, schedule);
	if (bad.length > 0 && !corpus->council.none)
		report(diag, at, bad_paragraph, resolution->hides && !is_number(bad) ? TEXT("…") :
		    bad,
		    text_of(schedule->place), text_format(resolution->arena, "%d to %d",
		    schedule->first,
		    schedule->last))->discreet = resolution->hides;
}

bool
is_well_marked(const struct resolution *resolution, const struct exemption *mark)
{
	return find_bad_paragraph(resolution->arena, mark->paragraph,
	    &schedules[resolution->corpus->council.jurisdiction]).length == 0;
}

static void
check_section(struct walk *walk, struct section *section)
{
	check_mark(walk->context, walk->document, &section->exemption, section->at,
	    "write `{exempt=3 reason=\"…\"}`");
}

static void
check_record(struct walk *walk, struct record *record)
{
	if (record->section && record->section->itself == record)
		return;		/* the section's own mark */
	check_mark(walk->context, walk->document, &record->exemption, record->at,
	    record->form == FORM_FIELDS
	        ? "write `{exempt=3 reason=\"…\"}`, or `- Exempt: 3, …`"
	        : "write the paragraph and, after a comma, the reason: `3, …`");
}

void
check_exempt_marks(struct resolution *resolution)
{
	struct resolution all = *resolution;
	struct walk walk = { .at_section = check_section, .at_record = check_record,
	    .context = resolution };

	all.hides = false;
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		check_mark(resolution, document, &document->exemption, document->at,
		    "write `exempt: 3` and `reason: …` in the front matter");
	}
	walk_corpus(&walk, &all);
}
