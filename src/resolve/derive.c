/* SPDX-License-Identifier: MIT */
/*
 * What follows from what is left: the order of reading, the maps of names, who
 * serves whom, figures and scores; and the checks of coverage, which are
 * about what the reader will see.
 */
#include "resolve/names.h"
#include "resolve/values/values.h"

/* ---- who serves whom ---- */

static bool
is_corporate(const struct record *record)
{
	return record->kind == KIND_priority || record->kind == KIND_outcome ||
	    record->kind == KIND_principle;
}

/* Once for each that names it, however often and in however many tables; in reading order. */
static void
add_serving(struct resolution *resolution, const struct record *served, struct record *by)
{
	struct records_of *list = &((struct record *)served)->served_by;
	size_t at = list->count;

	while (at > 0 && list->at[at - 1]->order > by->order)
		at--;
	if (served == by || (at > 0 && list->at[at - 1] == by))
		return;
	array_push(resolution->arena, list);
	memmove(&list->at[at + 1], &list->at[at], (list->count - 1 - at) * sizeof *list->at);
	list->at[at] = by;
}

/*
 * A theme of several sections is one; it is known by its chosen section. A row
 * that adds to a measure is the measure.
 */
static struct record *
chosen(struct record *record)
{
	if (record->joins)
		return record->joins;
	return record->kind == KIND_theme && record->theme && record->theme->itself ?
	    record->theme->itself : record;
}

static void
add_links(struct resolution *resolution, struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		for (size_t k = 0; k < value->links.count; k++)
			if (value->links.at[k].to.record)
				add_serving(resolution, value->links.at[k].to.record,
				    chosen(record));
	}
}

/* A contribution whose title is a priority's serves it. */
static void
link_contribution(struct resolution *resolution, struct record *record)
{
	const struct name *name = record->kind == KIND_contribution ?
	    lexicon_find(resolution->names->open, record->title) : NULL;
	struct meaning meaning = name ? name_meaning(name, record->document) :
	    (struct meaning){ NULL, 0 };

	if (meaning.count == 1 && meaning.bearer->to.record &&
	    is_corporate(meaning.bearer->to.record))
		add_serving(resolution, meaning.bearer->to.record, record);
}

/* ---- the maps ---- */

static void
add_name(struct arena *arena, struct map *map, struct text words, struct target to)
{
	void **at;

	if (words.length == 0)
		return;
	at = map_at(map, text_fold(arena, words));
	if (!*at)
		*at = arena_copy(arena, &to, sizeof to);
}

static void
name_record(struct resolution *resolution, const struct record *record)
{
	struct target to = { .thing = THING_RECORD, .document = record->document,
	    .section = record->section, .record = record };
	struct map *names = &resolution->corpus->names;

	if (is_corporate(record)) {
		add_name(resolution->arena, names, record->id, to);
		add_name(resolution->arena, names, record->title, to);
	}
	add_name(resolution->arena, &record->document->names, record->id, to);
	add_name(resolution->arena, &record->document->names, record->title, to);
}

static void
name_sections(struct resolution *resolution, struct document *document)
{
	for (struct section *section = section_next(document, NULL); section;
	    section = section_next(document, section))
		add_name(resolution->arena, &document->names, section->id,
		    (struct target){ .thing = THING_SECTION,
		    .document = document, .section = section });
}

static void
name_rest(struct resolution *resolution)
{
	struct corpus *corpus = resolution->corpus;

	for (size_t i = 0; i < corpus->council.references.count; i++) {
		const struct reference *reference = corpus->council.references.at[i];
		struct target to = { .thing = THING_REFERENCE, .reference = reference };

		add_name(resolution->arena, &corpus->names, reference->name, to);
		for (size_t k = 0; k < reference->also_count; k++)
			add_name(resolution->arena, &corpus->names, reference->also[k], to);
	}
	for (size_t i = 0; i < corpus->documents.count; i++) {
		struct document *document = corpus->documents.at[i];

		add_name(resolution->arena, &corpus->names, document->id,
		    (struct target){ .thing = THING_DOCUMENT,
		    .document = document });
		name_sections(resolution, document);
	}
}

void
derive(struct resolution *resolution)
{
	struct corpus *corpus = resolution->corpus;

	corpus->names.arena = resolution->arena;
	for (size_t i = 0; i < corpus->documents.count; i++)
		corpus->documents.at[i]->names.arena = resolution->arena;
	for (size_t i = 0; i < corpus->records.count; i++) {
		struct record *record = corpus->records.at[i];

		record->order = (int)i;
		name_record(resolution, record);
	}
	for (size_t i = 0; i < corpus->records.count; i++) {
		add_links(resolution, corpus->records.at[i]);
		link_contribution(resolution, corpus->records.at[i]);
	}
	name_rest(resolution);
	derive_figures(resolution);
	derive_scores(resolution);
}

/* ---- coverage ---- */

static bool
counts_as_service(const struct record *record)
{
	return record->kind == KIND_measure || record->kind == KIND_objective ||
	    record->kind == KIND_decision;
}

static bool
is_served(const struct record *priority)
{
	for (size_t i = 0; i < priority->served_by.count; i++) {
		const struct record *by = priority->served_by.at[i];

		if (counts_as_service(by) || by->kind == KIND_theme ||
		    by->kind == KIND_contribution ||
		    by->kind == KIND_project)
			return true;
	}
	return false;
}

/*
 * True when one of a record's links is a priority, outcome or principle, or
 * what may itself serve one.
 */
static bool
serves_something(const struct record *record)
{
	for (size_t i = 0; record && i < record->values.count; i++) {
		const struct links *links = &record->values.at[i]->links;

		for (size_t k = 0; k < links->count; k++) {
			const struct record *to = links->at[k].to.record;

			if (to && (is_corporate(to) || to->kind == KIND_objective ||
			    to->kind == KIND_contribution))
				return true;
		}
	}
	return false;
}

static void
check_measure(const struct resolution *resolution, const struct record *record)
{
	const struct style *style = record->document->style;
	struct text label = TEXT("Links");

	for (size_t i = 0; style && i < style->kinds[KIND_measure].fields.count; i++)
		if (style->kinds[KIND_measure].fields.at[i]->role == ROLE_links)
			label = style->kinds[KIND_measure].fields.at[i]->label;
	if (!serves_something(record) && !serves_something(record->theme ? record->theme->itself :
	    NULL))
		report(about(resolution, record->document), record->at, serves_nothing,
		    record->title, label);
}

/*
 * Both ways: priorities that nothing serves, where there are plans at all;
 * measures that serve nothing, where there are priorities.
 */
void
check_coverage(struct resolution *resolution)
{
	const struct corpus *corpus = resolution->corpus;
	bool has_plans = false;

	for (size_t i = 0; i < corpus->records.count; i++)
		has_plans = has_plans || counts_as_service(corpus->records.at[i]);
	for (size_t i = 0; i < corpus->priorities.count && has_plans; i++) {
		const struct record *priority = corpus->priorities.at[i];

		if (!is_served(priority))
			report(about(resolution, priority->document), priority->at,
			    unserved_priority, text_format(
			    resolution->arena, "%.*s \"%.*s\"", TEXT_ARGS(priority->id),
			    TEXT_ARGS(priority->title)));
	}
	for (size_t i = 0; i < corpus->records.count && corpus->priorities.count > 0; i++) {
		const struct record *record = corpus->records.at[i];

		if (record->kind == KIND_measure && !record->joins &&
		    record->document->status != STATUS_SUPERSEDED)
			check_measure(resolution, record);
	}
}
