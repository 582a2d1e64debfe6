/* SPDX-License-Identifier: MIT */
/*
 * Names of the corpus: ids, titles, other names, references, documents.
 *
 * What several things bear means, in this order, a priority, outcome or
 * principle; a reference; a record of the same document; a document; a record
 * elsewhere, if there is only one; what a superseded document says comes last.
 * Hidden exempt things stand in a lexicon of their own: a public text that
 * names one is found out, and nothing else learns of it.
 */
#include <assert.h>

#include "base/file.h"
#include "base/path.h"
#include "resolve/ids.h"
#include "resolve/joins.h"

/* Kinds whose title is a name; of the others (rows of a budget, say) it is not. */
static const bool is_called_by_title[KIND_COUNT] = {
	[KIND_measure] = true, [KIND_theme] = true, [KIND_objective] = true, [KIND_project] = true,
	[KIND_decision] = true, [KIND_single_point] = true, [KIND_contract] = true,
	    [KIND_risk] = true,
	[KIND_principle] = true, [KIND_outcome] = true, [KIND_priority] = true,
	    [KIND_option] = true,
	[KIND_item] = true,
};

static bool
is_corporate(const struct record *record)
{
	return record->kind == KIND_priority || record->kind == KIND_outcome ||
	    record->kind == KIND_principle;
}

static enum rank
rank_of(const struct record *record)
{
	if (record->document->status == STATUS_SUPERSEDED)
		return RANK_SUPERSEDED;
	return is_corporate(record) ? RANK_PRIORITY : RANK_ELSEWHERE;
}

/* ---- meaning ---- */

struct meaning
name_meaning(const struct name *name, const struct document *from)
{
	struct meaning meaning = { NULL, 0 };
	enum rank first = RANK_SUPERSEDED + 1;

	for (size_t i = 0; i < name->bearers.count; i++) {
		const struct bearer *bearer = &name->bearers.at[i];
		bool is_here = bearer->own == from && bearer->rank > RANK_REFERENCE;
		enum rank rank = is_here ? RANK_HERE : bearer->rank;

		if (bearer->rank == RANK_REFERENCE && bearer->own && bearer->own != from)
			continue;	/* of another document's front matter */
		assert(rank > first || rank < first || meaning.bearer);
		if (rank > first || (rank == first && meaning.bearer->by_id && !bearer->by_id))
			continue;
		if (rank < first || (bearer->by_id && !meaning.bearer->by_id))
			meaning = (struct meaning){ bearer, 0 };
		meaning.count++;
		first = rank;
	}
	if (first <= RANK_REFERENCE)
		meaning.count = 1;	/* a second one is reported where it is given */
	return meaning;
}

static struct text
id_key(struct arena *arena, const struct document *document, struct text id)
{
	return text_format(arena, "%.*s %.*s", TEXT_ARGS(document->path),
	    TEXT_ARGS(text_fold(arena, id)));
}

const struct identity *
find_id(const struct names *names, const struct document *document, struct text id)
{
	return map_find(&names->ids[0], id_key(names->ids[0].arena, document, id));
}

const struct identity *
find_hidden_id(const struct names *names, const struct document *document, struct text id)
{
	return map_find(&names->ids[1], id_key(names->ids[1].arena, document, id));
}

const struct name *
nearest_name(const struct names *names, struct text words)
{
	size_t letters = utf8_count(words);

	return letters < 3 ? NULL : lexicon_nearest(names->open, words, letters < 5 ? 1 : 2);
}

bool
is_slip(const struct names *names, struct text words)
{
	return lexicon_nearest(names->open, words, slips_allowed(words)) != NULL;
}

struct text
how_to_name(const struct resolution *resolution, const struct target *to, struct text id,
    const char *file)
{
	const struct record *record = to->record;
	struct text at = place_text(resolution->arena, record ? record->at : to->section->at, file);

	if (record && record->form == FORM_ROWS)
		return text_format(resolution->arena,
		    "write `%.*s` in a column `Id` of the row at %.*s", TEXT_ARGS(id),
		    TEXT_ARGS(at));
	if (record && record->form == FORM_LIST)
		return text_format(resolution->arena, "begin the item at %.*s with `%.*s: `",
		    TEXT_ARGS(at), TEXT_ARGS(id));
	return text_format(resolution->arena, "add `{#%.*s}` to the heading at %.*s", TEXT_ARGS(id),
	    TEXT_ARGS(at));
}

/* ---- making them ---- */

static void
add_name(struct arena *arena, struct lexicon *lexicon, struct text words, struct bearer bearer)
{
	void **at = lexicon_at(lexicon, words, bearer.to.thing != THING_DOCUMENT || !bearer.by_id);
	struct name *name;

	if (!at)
		return;
	if (!*at)
		*at = ARENA_NEW(arena, struct name);
	name = *at;
	if (name->bearers.count == 0)
		name->words = words;
	if (name->bearers.count > 0) {		/* a record's names are added one after the other */
		const struct bearer *last = &name->bearers.at[name->bearers.count - 1];

		if (last->to.record && last->to.record == bearer.to.record)
			return;
	}
	*array_push(arena, &name->bearers) = bearer;
}

/* "Also known as": one name, or several with semicolons between. */
static void
add_other_names(struct arena *arena, struct lexicon *lexicon, const struct record *record,
    struct bearer bearer)
{
	struct text also = record_words(record, ROLE_also);

	for (size_t from = 0; from < also.length;) {
		size_t end = text_find_byte(also, ';', from);

		add_name(arena, lexicon, text_trim(text_slice(also, from, end)), bearer);
		from = end + 1;
	}
}

static void
add_titles(struct arena *arena, struct lexicon *lexicon, const struct record *record,
    struct bearer bearer)
{
	add_name(arena, lexicon, record->title, bearer);
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->role == ROLE_title && value->language.length > 0)
			add_name(arena, lexicon, value->plain, bearer);
	}
	add_other_names(arena, lexicon, record, bearer);
}

static void
add_record(struct resolution *resolution, const struct entity *entity)
{
	struct record *record = entity->record;
	struct names *names = resolution->names;
	struct lexicon *lexicon = entity->exempt && resolution->hides ? names->exempt : names->open;
	struct bearer bearer = { .rank = rank_of(record), .own = record->document, .by_id = true,
	    .to = { .thing = THING_RECORD, .document = record->document, .section = record->section,
	    .record = record } };
	bool is_theme_of_another = record->kind == KIND_theme && record->theme &&
	    record->theme != record->section;

	if (record->joins)
		return;
	if (record->id_given) {
		struct arena *arena = resolution->arena;

		add_name(arena, lexicon, record->id, bearer);
		add_name(arena, lexicon, record_words(record, ROLE_ref), bearer);
		add_name(arena, lexicon, text_format(arena, "%.*s/%.*s",
		    TEXT_ARGS(record->document->id),
		    TEXT_ARGS(record->id)), bearer);
	}
	bearer.by_id = false;
	bearer.derived = !record->id_given;
	if (is_called_by_title[record->kind] && !is_theme_of_another)
		add_titles(resolution->arena, lexicon, record, bearer);
}

static void
add_references(struct resolution *resolution, const struct references *references,
    const struct document *own)
{
	struct lexicon *lexicon = own && !is_open_document(resolution, own) ?
	    resolution->names->exempt : resolution->names->open;

	for (size_t i = 0; i < references->count; i++) {
		const struct reference *reference = references->at[i];
		struct bearer bearer = { .rank = RANK_REFERENCE, .own = own, .by_id = true,
		    .to = { .thing = THING_REFERENCE, .reference = reference } };

		add_name(resolution->arena, lexicon, reference->name, bearer);
		for (size_t k = 0; k < reference->also_count; k++)
			add_name(resolution->arena, lexicon, reference->also[k], bearer);
	}
}

static void
add_document(struct resolution *resolution, const struct document *document)
{
	struct lexicon *lexicon = is_open_document(resolution, document) ?
	    resolution->names->open : resolution->names->exempt;
	struct bearer bearer = { .by_id = true, .to = { .thing = THING_DOCUMENT,
	    .document = document },
	    .rank = document->status == STATUS_SUPERSEDED ? RANK_SUPERSEDED : RANK_DOCUMENT };

	add_name(resolution->arena, lexicon, document->id, bearer);
	bearer.by_id = false;
	add_name(resolution->arena, lexicon, document->title, bearer);
	add_references(resolution, &document->references, document);
}

/* ---- ids of documents ---- */

/* "housing/plan.md" is "housing-plan". */
static struct text
path_id(struct arena *arena, struct text path)
{
	struct buffer id = { .arena = arena };
	struct text bare = text_slice(path, 0, path.length - path_suffix(path).length);

	for (size_t from = 0; from <= bare.length;) {
		size_t end = text_find_byte(bare, '/', from);

		if (id.length > 0)
			buffer_byte(&id, '-');
		buffer_text(&id, text_slug(arena, text_slice(bare, from, end)));
		from = end + 1;
	}
	return buffer_view(&id);
}

static void
name_documents(struct resolution *resolution)
{
	struct documents *documents = &resolution->corpus->documents;
	struct map ids = { .arena = resolution->arena };

	for (size_t i = 0; i < documents->count; i++) {
		struct document *document = documents->at[i], *first;

		if (!document->id_given)
			document->id = path_id(resolution->arena, document->path);
		if (!is_open_document(resolution, document))
			continue;
		first = map_set(&ids, text_fold(resolution->arena, document->id), document);
		if (first)
			report(about(resolution, document), document->at, duplicate_id,
			    document->id,
			    place_text(resolution->arena, first->at, document->at.file));
	}
}

/* ---- priorities, outcomes, principles ---- */

static void
claim(struct resolution *resolution, struct map *claims, struct text key,
    const struct record *record, struct text name)
{
	const struct record *first = map_find(claims, key);

	if (!first)
		map_set(claims, key, (void *)record);
	else if (first != record)
		report(about(resolution, record->document), record->at, duplicate_id, name,
		    place_text(resolution->arena, first->at, record->at.file));
}

/* Two of one id or title in the corpus: nobody could say which one a plan serves. */
static void
list_corporate(struct resolution *resolution)
{
	struct arena *arena = resolution->arena;
	struct corpus *corpus = resolution->corpus;
	struct map claims = { .arena = arena };

	for (size_t i = 0; i < corpus->records.count; i++) {
		struct record *record = corpus->records.at[i];

		if (!is_corporate(record) || record->document->status == STATUS_SUPERSEDED)
			continue;
		*array_push(arena, record->kind == KIND_priority ? &corpus->priorities :
		    record->kind == KIND_outcome ? &corpus->outcomes :
		    &corpus->principles) = record;
		if (record->id_given)
			claim(resolution, &claims, text_format(arena, "#%.*s",
			    TEXT_ARGS(text_fold(arena, record->id))), record, record->id);
		if (record->title.length > 0)
			claim(resolution, &claims, text_format(arena, "%d %.*s", (int)record->kind,
			    TEXT_ARGS(text_fold(arena, record->title))), record, record->title);
	}
}

/* ---- the pass ---- */

void
find_names(struct resolution *resolution)
{
	struct documents *documents = &resolution->corpus->documents;
	struct entities *entities = arena_array(resolution->arena, documents->count,
	    sizeof *entities);
	struct names *names = ARENA_NEW(resolution->arena, struct names);

	resolution->names = names;
	names->open = lexicon_new(resolution->arena);
	names->exempt = lexicon_new(resolution->arena);
	names->ids[0].arena = names->ids[1].arena = resolution->arena;
	name_documents(resolution);
	for (size_t i = 0; i < documents->count; i++) {
		list_entities(resolution, documents->at[i], &entities[i]);
		add_given_ids(resolution, documents->at[i], &entities[i], false);
	}
	join_rows(resolution);
	add_references(resolution, &resolution->corpus->council.references, NULL);
	for (size_t i = 0; i < documents->count; i++) {
		unite_themes(resolution, documents->at[i]);
		add_given_ids(resolution, documents->at[i], &entities[i], true);
		derive_ids(resolution, documents->at[i], &entities[i]);
		add_document(resolution, documents->at[i]);
		for (size_t k = 0; k < entities[i].count; k++)
			if (entities[i].at[k].record)
				add_record(resolution, &entities[i].at[k]);
	}
	list_corporate(resolution);
	check_joins(resolution);
}
