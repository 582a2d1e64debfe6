/* SPDX-License-Identifier: MIT */
/*
 * Views: whose records they show, and which of them.
 *
 * `of` means all of the corpus, a document by id or file, or what has that id:
 * in this document first. A file may go without its ending, begin at the
 * council's folder, and be told by its folder where it stands there alone; a
 * document is also told by its title.
 * Each filter must be able to hold for something.
 */
#include "base/near.h"
#include "base/path.h"
#include "resolve/links/links.h"

/* ---- of ---- */

static struct target
find_part(const struct resolution *resolution, const struct document *document, struct text id)
{
	const struct identity *identity = find_id(resolution->names, document, id);

	return identity ? identity->to : (struct target){ .thing = THING_NONE };
}

static const struct document *
find_document_by_id(const struct resolution *resolution, struct text id)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		if (name_equal(document->id, id) && is_open_document(resolution, document))
			return document;
	}
	return NULL;
}

/* The only thing in the corpus with that id, or none. */
static struct target
find_anywhere(const struct resolution *resolution, struct text id)
{
	struct target found = { .thing = THING_NONE };

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct target to = find_part(resolution, resolution->corpus->documents.at[i], id);

		if (to.thing != THING_NONE && found.thing != THING_NONE)
			return (struct target){ .thing = THING_NONE };
		if (to.thing != THING_NONE)
			found = to;
	}
	return found;
}

/* The only document in a folder, or null. */
static const struct document *
find_in_folder(const struct resolution *resolution, struct text folder)
{
	const struct documents *documents = &resolution->corpus->documents;
	const struct document *found = NULL;

	for (size_t i = 0; i < documents->count; i++) {
		if (!is_open_document(resolution, documents->at[i]) ||
		    !text_equal(path_folder(documents->at[i]->path), folder))
			continue;
		if (found)
			return NULL;
		found = documents->at[i];
	}
	return found;
}

/* A document by its path from a file, as it is and without its ending; or null. */
static const struct document *
find_by_path(const struct resolution *resolution, struct text from, struct text of)
{
	static const char *const endings[] = { "", ".md", ".xml" };
	struct text path = address_of(resolution, from, of).path;

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		const struct document *document = map_find(&resolution->paths,
		    text_join(resolution->arena, path, text_of(endings[i])));

		if (document && is_open_document(resolution, document))
			return document;
	}
	return find_in_folder(resolution, path);
}

/* A document by its title, or none. */
static struct target
find_titled(const struct walk *walk, struct text of)
{
	const struct name *name = lexicon_find(walk->resolution->names->open, of);
	struct meaning meaning = name ? name_meaning(name, walk->document) :
	    (struct meaning){ NULL, 0 };

	return meaning.count == 1 && meaning.bearer->to.thing == THING_DOCUMENT
	    ? meaning.bearer->to : (struct target){ .thing = THING_NONE };
}

static struct target
find_of(struct walk *walk, struct text of)
{
	const struct resolution *resolution = walk->resolution;
	size_t slash = text_find_byte(of, '/', 0);
	struct target to = find_part(resolution, walk->document, of);
	const struct document *document;

	if (to.thing != THING_NONE)
		return to;
	document = find_document_by_id(resolution, of);
	if (document)
		return (struct target){ .thing = THING_DOCUMENT, .document = document };
	document = find_document_by_id(resolution, text_slice(of, 0, slash));
	if (document && slash < of.length)
		to = find_part(resolution, document, text_from(of, slash + 1));
	else
		to = find_anywhere(resolution, of);
	if (to.thing != THING_NONE)
		return to;
	document = find_by_path(resolution, walk->path, of);
	if (!document)
		document = find_by_path(resolution, TEXT(""), of);
	if (document)
		return (struct target){ .thing = THING_DOCUMENT, .document = document };
	return find_titled(walk, of);
}

static bool
is_hidden_name(const struct walk *walk, struct text of)
{
	const struct resolution *resolution = walk->resolution;

	return find_hidden_id(resolution->names, walk->document, of) ||
	    lexicon_find(resolution->names->exempt, of);
}

/* A reader would take an empty view for "nothing is off target". */
static void
check_feeds(struct walk *walk, const struct view *view)
{
	const struct document *from = view->target.document;

	if (from && !document_feeds(walk->resolution->corpus, from, walk->document))
		report(about(walk->resolution, walk->document), view->at, unapproved_view,
		    from->title, from->status == STATUS_SUPERSEDED ? TEXT("superseded") :
		    TEXT("not approved yet"));
}

/* The nearest name, or path of a document; else what may be written. */
static struct text
help_of(const struct resolution *resolution, struct text of)
{
	const struct name *name = nearest_name(resolution->names, of);
	struct near near = near_begin(resolution->arena, of);
	const struct documents *documents = &resolution->corpus->documents;

	if (name && (name->bearers.at[0].by_id ||
	    name->bearers.at[0].to.thing == THING_DOCUMENT))
		return text_format(resolution->arena, "did you mean `%.*s`?",
		    TEXT_ARGS(name->words));
	for (size_t i = 0; i < documents->count; i++) {
		struct text path = documents->at[i]->path;

		if (!is_open_document(resolution, documents->at[i]))
			continue;
		near_try(&near, path);
		near_try(&near, text_slice(path, 0, path.length - path_suffix(path).length));
	}
	return near_help(&near, "write `all`, a document by its id or its file, or the id of a "
	    "section");
}

static void
check_of(struct walk *walk, struct view *view)
{
	const struct resolution *resolution = walk->resolution;

	if (view->of.length == 0)
		return;
	view->all = name_equal(view->of, TEXT("all"));
	if (view->all)
		return;
	view->target = find_of(walk, view->of);
	if (view->target.thing != THING_NONE) {
		if (!may_show(walk, &view->target, TEXT(""), view->at))
			view->target = (struct target){ .thing = THING_NONE };
		check_feeds(walk, view);
		return;
	}
	if (is_hidden_name(walk, view->of)) {
		report_leak(resolution, walk->document, view->at);
		return;
	}
	report(about(resolution, walk->document), view->at, bad_attribute, view->of,
	    TEXT("document or section"), help_of(resolution, view->of));
}

/* ---- filters ---- */

static bool
is_status(struct text word)
{
	for (enum status status = STATUS_NONE; status <= STATUS_OFF; status++)
		if (name_equal(word, text_of(measure_status_names[status])))
			return true;
	return false;
}

static void
check_status(struct walk *walk, const struct view *view)
{
	static const char help[] =
	    "write `ahead`, `on`, `near`, `off` or `none`, with commas between";
	struct text word;

	for (size_t at = 0; text_next_item(view->status, ',', &at, &word);)
		if (!is_status(word))
			report(about(walk->resolution, walk->document), view->at, bad_attribute,
			    word, TEXT("status"), TEXT(help));
}

/* What else there was to choose from, nearest first. */
static void
report_filter(struct walk *walk, const struct view *view, const struct near *near,
    struct text words, struct text is_no)
{
	report(about(walk->resolution, walk->document), view->at, bad_attribute, words, is_no,
	    near_help(near, "write it as it stands where it is said"));
}

/* Owners of one record stand between commas. */
static void
try_each(struct near *near, struct text owners)
{
	struct text owner;

	for (size_t at = 0; text_next_item(owners, ',', &at, &owner);)
		near_try(near, owner);
}

/* An owner is part of what some record of the corpus says of its owner. */
static void
check_owner(struct walk *walk, const struct view *view)
{
	const struct resolution *resolution = walk->resolution;
	struct near near = near_begin(resolution->arena, view->owner);
	struct text owner = text_fold(resolution->arena, view->owner);

	for (size_t i = 0; view->owner.length > 0 && i < resolution->corpus->records.count; i++) {
		const struct record *record = resolution->corpus->records.at[i];
		struct text words = record_words(record, ROLE_owner);

		if (words.length == 0 || !is_open_record(resolution, record))
			continue;
		try_each(&near, words);
		words = text_fold(resolution->arena, words);
		if (text_find(words, owner, 0) < words.length)
			return;
	}
	if (view->owner.length > 0)
		report_filter(walk, view, &near, view->owner, TEXT("owner of a record"));
}

static bool
is_service_of(const struct document *document, struct text service, struct near *near)
{
	struct text words = document_words(document, "service");

	if (words.length > 0)
		near_try(near, words);
	return name_equal(words, service);
}

/* A service is that of a document, or what a record says of itself. */
static void
check_service(struct walk *walk, const struct view *view)
{
	const struct resolution *resolution = walk->resolution;
	const struct corpus *corpus = resolution->corpus;
	struct near near = near_begin(resolution->arena, view->service);

	if (view->service.length == 0)
		return;
	for (size_t i = 0; i < corpus->documents.count; i++)
		if (is_open_document(resolution, corpus->documents.at[i]) &&
		    is_service_of(corpus->documents.at[i], view->service, &near))
			return;
	for (size_t i = 0; i < corpus->records.count; i++)
		if (is_open_record(resolution, corpus->records.at[i]) &&
		    name_equal(record_words(corpus->records.at[i], ROLE_service), view->service))
			return;
	report_filter(walk, view, &near, view->service, TEXT("service"));
}

/* Columns are fields of the records that are shown; what is drawn otherwise has none. */
static void
check_columns(struct walk *walk, const struct view *view)
{
	enum record_kind kind = section_rows[view->kind].kind;
	const struct style *style = walk->document->style;
	struct text label;

	for (size_t at = 0; style && text_next_item(view->columns, ',', &at, &label);) {
		struct near near;

		if (kind != KIND_none &&
		    kind_style_find(&style->kinds[kind], label, TEXT("")))
			continue;
		near = near_begin(walk->resolution->arena, label);
		if (kind != KIND_none)
			near_try(&near, kind_style_nearest(&style->kinds[kind], label));
		report_filter(walk, view, &near, label, TEXT("column here"));
	}
}

/* Some views show what there is, and no choice of it. */
static void
check_takes_filters(struct walk *walk, const struct view *view)
{
	static const enum section_kind whole[] = { SECTION_contents, SECTION_strategy_map,
		SECTION_outcomes_map, SECTION_plan_hierarchy, SECTION_risk_key };
	const struct { const char *name; struct text words; } filters[] = {
		{ "status", view->status }, { "priority", view->priority },
		{ "owner", view->owner }, { "service", view->service },
		{ "period", view->period }, { "due", view->due } };

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		for (size_t j = 0; view->kind == whole[i] &&
		    j < sizeof filters / sizeof *filters; j++)
			if (filters[j].words.length > 0)
				report(about(walk->resolution, walk->document), view->at,
				    no_such_filter,
				    text_of(filters[j].name));
}

void
check_view(struct walk *walk, struct view *view)
{
	check_takes_filters(walk, view);
	check_of(walk, view);
	check_status(walk, view);
	check_owner(walk, view);
	check_service(walk, view);
	check_columns(walk, view);
	if (view->priority.length > 0)
		find_name_target(walk, view->priority, view->at);
}
