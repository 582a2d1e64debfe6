/* SPDX-License-Identifier: MIT */
/*
 * A row joins its measure.
 *
 * In tables of results a title that is a measure's id or title, or a link to
 * it, adds figures to that measure; else the row is a measure of its own, and
 * later rows may join it. Forms come first, wherever they stand. Where
 * several measures bear a title, that of the row's own theme is meant. A row
 * that is a measure of its own, and nearly another one, is told.
 */
#include "resolve/joins.h"
#include "resolve/address.h"
#include "resolve/joins/near.h"
#include "resolve/names.h"
#include "resolve/walk.h"

/* The measures of one document by title and by the id that their title gives. */
struct measures {
	struct map titles, slugs;	/* to struct records_of; to struct record */
	struct near_rows near;
};

bool
may_join(const struct record *record)
{
	const struct section *section = record->section;

	if (record->kind == KIND_result)
		return true;
	if (record->kind != KIND_measure || record->form != FORM_ROWS)
		return false;
	while (section && section->kind == SECTION_theme)
		section = section->parent;
	return section && (section->kind == SECTION_performance ||
	    section->kind == SECTION_targets ||
	    section->kind == SECTION_indicators);
}

/* The value that says which measure it is. */
static const struct value *
naming_value(const struct record *record)
{
	return record_value(record, record->kind == KIND_result ? ROLE_measure : ROLE_title);
}

static struct text
naming_words(const struct record *record)
{
	const struct value *value = naming_value(record);

	return value && value->plain.length > 0 ? value->plain : record->title;
}

static void
add_measure(struct arena *arena, struct measures *measures, struct record *record)
{
	void **title = map_at(&measures->titles, text_fold(arena, record->title));
	void **slug = map_at(&measures->slugs, text_slug(arena, record->title));

	near_add(&measures->near, record);

	if (!*title)
		*title = ARENA_NEW(arena, struct records_of);
	*array_push(arena, (struct records_of *)*title) = record;
	if (!*slug)
		*slug = record;
}

/* ---- which measure a row means ---- */

static struct record *
measure_of(const struct identity *identity)
{
	const struct record *record = identity ? identity->to.record : NULL;

	return record && record->kind == KIND_measure ? (struct record *)record : NULL;
}

static const struct span *
find_link(const struct span *span)
{
	for (; span; span = span->next) {
		const struct span *within = span->kind == SPAN_LINK ? span : find_link(span->first);

		if (within)
			return within;
	}
	return NULL;
}

/* The measure that the row's title links to, or null. */
static struct record *
find_linked(struct resolution *resolution, const struct record *row,
    const struct measures *measures)
{
	const struct value *value = naming_value(row);
	const struct span *link = value && value->content ? find_link(value->content->spans) : NULL;
	struct address address;
	struct record *found;

	if (!link)
		return NULL;
	address = address_of(resolution, row->document->path, link->address);
	if (!address.document || address.fragment.length == 0)
		return NULL;
	found = measure_of(find_id(resolution->names, address.document, address.fragment));
	if (!found && address.document == row->document)
		found = map_find(&measures->slugs, text_slug(resolution->arena, address.fragment));
	return found;
}

static bool
is_same_theme(struct arena *arena, const struct record *a, const struct record *b)
{
	if (!a->theme || !b->theme)
		return a->theme == b->theme;
	return text_equal(text_fold(arena, a->theme->title_words),
	    text_fold(arena, b->theme->title_words));
}

/*
 * Two of one title are one unless their ids say otherwise; a row's reference
 * may be the measure's beside its id.
 */
static bool
can_be(const struct record *row, const struct record *measure)
{
	struct text ref = record_words(row, ROLE_ref);

	if (ref.length > 0 && name_equal(ref, record_words(measure, ROLE_ref)))
		return true;
	return !row->id_given || !measure->id_given || text_equal(row->id, measure->id);
}

static void
report_several(struct resolution *resolution, const struct record *row, size_t count)
{
	struct arena *arena = resolution->arena;
	struct text id = text_slug(arena, row->title);

	report(about(resolution, row->document), row->at, ambiguous_link,
	    text_number(arena, (long long)count),
	    naming_words(row), text_format(arena, "{#%.*s-1}", TEXT_ARGS(id)));
}

/* The one measure of a title, or null; reports when several are meant alike. */
static struct record *
choose(struct resolution *resolution, const struct record *row, const struct records_of *found)
{
	struct record *any = NULL, *of_theme = NULL;
	size_t count = 0, theme_count = 0;

	for (size_t i = 0; i < found->count; i++) {
		struct record *measure = found->at[i];

		if (!can_be(row, measure))
			continue;
		any = count++ ? any : measure;
		if (is_same_theme(resolution->arena, measure, row))
			of_theme = theme_count++ ? of_theme : measure;
	}
	if (count > 1 && theme_count != 1)
		report_several(resolution, row, theme_count ? theme_count : count);
	return of_theme ? of_theme : any;
}

static struct record *
find_measure(struct resolution *resolution, const struct record *row,
    const struct measures *measures)
{
	struct text words = naming_words(row);
	const struct records_of *found;
	struct record *measure = find_linked(resolution, row, measures);

	if (!measure && row->id_given)
		measure = measure_of(find_id(resolution->names, row->document, row->id));
	if (!measure)
		measure = measure_of(find_id(resolution->names, row->document, words));
	if (measure)
		return measure;
	found = map_find(&measures->titles, text_fold(resolution->arena, words));
	return found ? choose(resolution, row, found) : NULL;
}

/* A reference typed in a row is its measure's, if the measure has none. */
static void
join(struct resolution *resolution, struct record *row, struct record *measure)
{
	bool lends_id = row->id_given && !measure->id_given && row->document == measure->document &&
	    (!record_exemption(resolution, row) || record_exemption(resolution, measure));

	row->joins = measure;
	if (lends_id) {
		measure->id = row->id;
		measure->id_given = true;
	}
	row->id = TEXT("");
	row->id_given = false;
}

static void
join_document(struct resolution *resolution, const struct document *document)
{
	struct arena *arena = resolution->arena;
	struct measures measures = { { .arena = arena }, { .arena = arena },
	    { .titles = { .arena = arena } } };

	for (size_t i = 0; i < document->records.count; i++) {
		struct record *record = document->records.at[i];

		if (record->kind == KIND_measure && !may_join(record))
			add_measure(resolution->arena, &measures, record);
	}
	for (size_t i = 0; i < document->records.count; i++) {
		struct record *record = document->records.at[i];
		struct record *measure = may_join(record) ? find_measure(resolution, record,
		    &measures) : NULL;

		if (measure) {
			join(resolution, record, measure);
		} else if (may_join(record) && record->kind == KIND_measure) {
			near_note(&measures.near, record);
			add_measure(resolution->arena, &measures, record);
		}
	}
	near_report(resolution, document, &measures.near);
}

void
join_rows(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		join_document(resolution, resolution->corpus->documents.at[i]);
}

/* ---- themes ---- */

/* How much a theme says of itself: its links weigh more than all else. */
static int
weight_of(const struct section *theme)
{
	const struct record *record = theme->itself;

	if (!record)
		return 0;
	return (record_value(record, ROLE_links) ? 1000 : 0) + (int)record->values.count;
}

/* Exempt themes are not united with public ones. */
static struct text
theme_key(struct arena *arena, const struct section *theme)
{
	return text_format(arena, "%d %.*s", section_exemption(theme) != NULL,
	    TEXT_ARGS(text_fold(arena, theme->title_words)));
}

static void
add_theme(struct walk *walk, struct section *section)
{
	void **theme;

	if (section->kind != SECTION_theme)
		return;
	theme = map_at(walk->context, theme_key(walk->resolution->arena, section));
	if (!*theme || weight_of(section) > weight_of(*theme))
		*theme = section;
}

void
unite_themes(struct resolution *resolution, struct document *document)
{
	struct map themes = { .arena = resolution->arena };
	struct walk walk = { .at_section = add_theme, .context = &themes };

	walk_document(&walk, resolution, document);
	for (size_t i = 0; i < document->records.count; i++) {
		struct record *record = document->records.at[i];
		struct text words = record_words(record, ROLE_theme);

		if (record->theme)
			record->theme = map_find(&themes, theme_key(resolution->arena,
			    record->theme));
		else if (words.length > 0)
			record->theme = map_find(&themes, text_format(resolution->arena, "%d %.*s",
			    record_exemption(resolution, record) != NULL,
			    TEXT_ARGS(text_fold(resolution->arena, words))));
	}
}

/* ---- checks ---- */

static void
report_unknown(struct resolution *resolution, const struct record *row)
{
	struct text words = naming_words(row);
	const struct name *near = nearest_name(resolution->names, words);
	const struct value *value = naming_value(row);

	report(about(resolution, row->document), value ? value->at : row->at, unknown_measure,
	    words,
	    near ? text_format(resolution->arena, "did you mean \"%.*s\"?",
	    TEXT_ARGS(near->words)) :
	    TEXT("write the title or the id of a measure"));
}

/* True when the title of a row is that of a measure that is hidden. */
static bool
names_hidden(const struct resolution *resolution, const struct record *row)
{
	const struct name *name = lexicon_find(resolution->names->exempt, naming_words(row));

	for (size_t i = 0; name && i < name->bearers.count; i++)
		if (name->bearers.at[i].own == row->document && name->bearers.at[i].to.record &&
		    name->bearers.at[i].to.record->kind == KIND_measure)
			return true;
	return false;
}

void
check_joins(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->records.count; i++) {
		const struct record *row = resolution->corpus->records.at[i];
		bool is_public = !record_exemption(resolution, row);

		if (!may_join(row))
			continue;
		if (is_public && (row->joins ? record_exemption(resolution, row->joins) != NULL :
		    names_hidden(resolution, row)))
			report_leak(resolution, row->document, row->at);
		else if (!row->joins && row->kind == KIND_result)
			report_unknown(resolution, row);
	}
}
