/* SPDX-License-Identifier: MIT */
/*
 * Ids and reading order.
 *
 * Given ids come first, then those of titles, so that a title never takes an
 * id that an author gave. What is public comes before what is exempt, and
 * where exempt matter is hidden it has a list of its own: so neither the ids
 * of public entities nor the counting of -2, -3 depends on it.
 */
#include <assert.h>

#include "resolve/ids.h"
#include "resolve/joins.h"
#include "resolve/walk.h"

static void
list_entity(struct walk *walk, struct section *section, struct record *record)
{
	struct entities *entities = walk->context;

	*array_push(walk->resolution->arena, entities) =
	    (struct entity){ section, record, walk->exempt };
}

static void
list_section(struct walk *walk, struct section *section)
{
	list_entity(walk, section, section->itself);
}

static void
list_record(struct walk *walk, struct record *record)
{
	if (!record->section || record->section->itself != record)
		list_entity(walk, NULL, record);
}

/* ---- ids ---- */

static struct text
entity_id(const struct entity *entity)
{
	return entity->section ? entity->section->id : entity->record->id;
}

static struct place
entity_at(const struct entity *entity)
{
	return entity->section ? entity->section->at : entity->record->at;
}

static bool
is_given(const struct entity *entity)
{
	assert(entity->section || entity->record);
	return entity->section ? entity->section->id_given : entity->record->id_given;
}

static void
set_id(const struct entity *entity, struct text id)
{
	if (entity->section)
		entity->section->id = id;
	if (entity->record)
		entity->record->id = id;
}

static struct target
entity_target(const struct document *document, const struct entity *entity)
{
	return (struct target){ .thing = entity->record ? THING_RECORD : THING_SECTION,
	    .document = document,
	    .section = entity->section ? entity->section : entity->record->section,
	    .record = entity->record };
}

static struct text
id_key(struct arena *arena, const struct document *document, struct text id)
{
	return text_format(arena, "%.*s %.*s", TEXT_ARGS(document->path),
	    TEXT_ARGS(text_fold(arena, id)));
}

/* The entry of an id, new or old; hidden entities have a list of their own. */
static struct identity **
identity_at(struct resolution *resolution, const struct document *document,
    const struct entity *entity,
    struct text id)
{
	struct map *ids = &resolution->names->ids[entity->exempt && resolution->hides];

	return (struct identity **)map_at(ids, id_key(resolution->arena, document, id));
}

static void
add_given(struct resolution *resolution, const struct document *document,
    const struct entity *entity)
{
	struct text id = entity_id(entity);
	struct identity **identity = identity_at(resolution, document, entity, id);

	if (*identity && !(entity->exempt && resolution->hides)) {
		report(about(resolution, document), entity_at(entity), duplicate_id, id,
		    place_text(resolution->arena, (*identity)->at, entity_at(entity).file));
		return;
	}
	*identity = ARENA_NEW(resolution->arena, struct identity);
	**identity = (struct identity){ .to = entity_target(document, entity),
	    .at = entity_at(entity), .given = true };
}

/* The words that an id is derived from; a record without any is called by its kind. */
static struct text
derived_id(struct arena *arena, const struct entity *entity)
{
	struct text title = entity->section ? entity->section->title_words : entity->record->title;
	struct text slug = text_slug(arena, title);

	if (slug.length > 0)
		return slug;
	return text_slug(arena, text_of(entity->section ? section_rows[entity->section->kind].name :
	    kind_rows[entity->record->kind].name));
}

static void
add_derived(struct resolution *resolution, const struct document *document,
    const struct entity *entity)
{
	struct text id = derived_id(resolution->arena, entity), counted = id;
	struct identity **first = identity_at(resolution, document, entity, id), **identity = first;
	int number = 1;

	if (*first) {
		(*first)->derived++;
		number = (*first)->given ? (*first)->derived : (*first)->derived - 1;
	}
	while (*identity) {
		counted = text_format(resolution->arena, "%.*s-%d", TEXT_ARGS(id), ++number);
		identity = identity_at(resolution, document, entity, counted);
	}
	*identity = ARENA_NEW(resolution->arena, struct identity);
	**identity = (struct identity){ .to = entity_target(document, entity),
	    .at = entity_at(entity), .counted = counted.s != id.s, .derived = 1 };
	set_id(entity, counted);
}

/* ---- the pass over a document ---- */

static void
take_reference(struct record *record, struct arena *arena)
{
	struct text ref = record_words(record, ROLE_ref);

	if (record->id_given || ref.length == 0)
		return;
	record->id = text_slug(arena, ref);
	record->id_given = record->id.length > 0;
}

void
list_entities(struct resolution *resolution, struct document *document, struct entities *entities)
{
	struct resolution all = *resolution;
	struct walk walk = { .at_section = list_section, .at_record = list_record,
	    .context = entities };

	all.hides = false;
	walk_document(&walk, &all, document);
	for (size_t i = 0; i < entities->count; i++) {
		struct record *record = entities->at[i].record;

		if (!record)
			continue;
		take_reference(record, resolution->arena);
		if (entities->at[i].exempt && resolution->hides)
			continue;
		*array_push(resolution->arena, &document->records) = record;
		*array_push(resolution->arena, &resolution->corpus->records) = record;
		record->order = (int)resolution->corpus->records.count;
	}
}

static bool
is_row(const struct entity *entity)
{
	return entity->record && may_join(entity->record);
}

void
add_given_ids(struct resolution *resolution, const struct document *document,
    const struct entities *entities, bool rows)
{
	for (int exempt = 0; exempt < 2; exempt++)
		for (size_t i = 0; i < entities->count; i++) {
			const struct entity *entity = &entities->at[i];

			if (entity->exempt == exempt && is_given(entity) && is_row(entity) == rows)
				add_given(resolution, document, entity);
		}
}

void
derive_ids(struct resolution *resolution, const struct document *document,
    const struct entities *entities)
{
	for (int exempt = 0; exempt < 2; exempt++)
		for (size_t i = 0; i < entities->count; i++) {
			const struct entity *entity = &entities->at[i];
			bool joins = entity->record && entity->record->joins;

			if (entity->exempt == exempt && !is_given(entity) && !joins)
				add_derived(resolution, document, entity);
		}
}
