/* SPDX-License-Identifier: MIT */
/*
 * What must be there: required fields, ids of what was approved, versions,
 * translations.
 *
 * A field that is stated to be empty is not missing. In a table an empty cell
 * says nothing, so there it is; a whole column that a style wants is missed
 * once. Tables of results show some of a measure's fields, and need but its title.
 */
#include "resolve/joins.h"
#include "resolve/names.h"
#include "resolve/walk.h"

/* ---- fields ---- */

/* Kinds that are more than their title. */
static const bool needs_fields[KIND_COUNT] = {
	[KIND_measure] = true, [KIND_result] = true, [KIND_project] = true, [KIND_decision] = true,
	[KIND_single_point] = true, [KIND_skill] = true, [KIND_contribution] = true,
	    [KIND_contract] = true,
	[KIND_risk] = true, [KIND_version] = true, [KIND_implication] = true, [KIND_option] = true,
	[KIND_step] = true, [KIND_contact] = true,
};

static const struct value *
find_value(const struct record *record, const struct field *field)
{
	if (field->role != ROLE_NONE)
		return record_value(record, field->role);
	return record_field(record, field->name);
}

static bool
is_core(const struct record *record, const struct field *field)
{
	const struct field_row *row = field->role != ROLE_NONE ?
	    kind_field(record->kind, field->role) : NULL;

	return row && row->required;
}

/* True the first time that a section's table misses a column. */
static bool
is_first_miss(struct walk *walk, const struct field *field)
{
	struct map *missed = walk->context;
	struct text key = text_format(walk->resolution->arena, "%.*s %.*s",
	    TEXT_ARGS(walk->section->id),
	    TEXT_ARGS(field->name));

	return !map_set(missed, key, (void *)field);
}

static bool
is_missing(struct walk *walk, const struct record *record, const struct field *field)
{
	const struct value *value = find_value(record, field);
	bool core = is_core(record, field);

	if (field->role == ROLE_title && record->title.length > 0)
		return false;
	if (!core && !field->required)
		return false;
	if (record->form == FORM_FIELDS)
		return !value;
	if (core)
		return !value || !value->content;
	if (record->form == FORM_LIST || may_join(record))
		return false;
	return value ? !value->content : is_first_miss(walk, field);
}

static bool
says_nothing(const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i]->field->role != ROLE_title)
			return false;
	return !record->prose;
}

/* measure "Ponds dredged"; a record without a title is what stands at the place. */
static struct text
subject_of(struct arena *arena, const struct record *record)
{
	struct text kind = kind_word(record->kind);

	if (text_is_blank(record->title))
		return text_join(arena, TEXT("this "), kind);
	return text_format(arena, "%.*s \"%.*s\"", TEXT_ARGS(kind), TEXT_ARGS(record->title));
}

/* What to write where a field is missing, as the record is written. */
static struct text
how_to_add(struct arena *arena, const struct record *record, const struct field *field)
{
	struct text label = field->label;

	switch (record->form) {
	case FORM_ROWS:
		return text_format(arena, "write it into the column \"%.*s\"", TEXT_ARGS(label));
	case FORM_LIST:
		return TEXT("write its words");
	default:
		if (field->role == ROLE_title)
			return TEXT("write it into the heading");
		return text_format(arena, "add `- %.*s: …`", TEXT_ARGS(label));
	}
}

static void
check_record(struct walk *walk, struct record *record)
{
	struct arena *arena = walk->resolution->arena;
	struct diag *diag = about(walk->resolution, walk->document);
	const struct fields *fields = &walk->document->style->kinds[record->kind].fields;
	struct text kind = kind_word(record->kind);

	if (record->form == FORM_FIELDS && needs_fields[record->kind] && says_nothing(record)) {
		report(diag, record->at, empty_record, kind, record->title);
		return;
	}
	if (record->total || record->joins)
		return;
	for (size_t i = 0; i < fields->count; i++)
		if (is_missing(walk, record, fields->at[i]))
			report(diag, record->at, missing_field,
			    subject_of(arena, record), fields->at[i]->label,
			    how_to_add(arena, record, fields->at[i]));
}

void
check_required(struct resolution *resolution)
{
	struct map missed = { .arena = resolution->arena };
	struct walk walk = { .at_record = check_record, .context = &missed };

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		missed = (struct map){ .arena = resolution->arena };
		if (document->style)
			walk_document(&walk, resolution, document);
	}
}

/* ---- what approval asks for ---- */

static bool
needs_id(const struct record *record)
{
	switch (record->kind) {
	case KIND_priority:
	case KIND_outcome:
	case KIND_measure:
	case KIND_objective:
	case KIND_project:
	case KIND_risk:
		return !record->joins;
	default:
		return false;
	}
}

/* A derived id changes with its title: what was approved must be found again. */
static void
check_ids(struct resolution *resolution, const struct document *document)
{
	for (size_t i = 0; i < document->records.count; i++) {
		const struct record *record = document->records.at[i];
		struct target to = { .thing = THING_RECORD, .record = record };

		if (!record->id_given && needs_id(record))
			report(about(resolution, document), record->at, derived_id,
			    kind_word(record->kind), record->title,
			    how_to_name(resolution, &to, record->id, record->at.file));
	}
}

static void
check_version(struct resolution *resolution, const struct document *document)
{
	struct text version = document_words(document, "version");
	const struct record *last = NULL;

	for (size_t i = 0; i < document->records.count; i++)
		if (document->records.at[i]->kind == KIND_version)
			last = document->records.at[i];
	if (last && version.length > 0 && !text_equal(record_words(last, ROLE_version), version))
		report(about(resolution, document), last->at, other_version,
		    record_words(last, ROLE_version), version);
}

/* ---- translations ---- */

static struct text
language_name(struct text tag)
{
	if (text_begins(tag, "cy"))
		return TEXT("Welsh");
	if (text_begins(tag, "en"))
		return TEXT("English");
	return text_begins(tag, "gd") ? TEXT("Gaelic") : tag;
}

static bool
is_same_language(struct text a, struct text b)
{
	return text_equal(text_slice(a, 0, 2), text_slice(b, 0, 2));
}

/* What of a document is in another language of the council. */
struct translations { struct text language; struct map sections; bool title, any; };

static void
find_translation(struct walk *walk, struct section *section)
{
	struct translations *found = walk->context;

	if (section->language.length == 0 || !is_same_language(section->language, found->language))
		return;
	found->any = true;
	map_set(&found->sections, text_fold(walk->resolution->arena, section->of_text), section);
}

static void
find_translated_value(struct walk *walk, struct value *value)
{
	struct translations *found = walk->context;

	found->any = found->any || (value->language.length > 0 &&
	    is_same_language(value->language, found->language));
}

static void
find_translated_title(const struct document *document, struct translations *found)
{
	for (size_t i = 0; i < document->facts.count; i++) {
		const struct fact *fact = &document->facts.at[i];

		if (name_equal(text_of(fact->key->name), TEXT("title")) &&
		    fact->value.language.length > 0 &&
		    is_same_language(fact->value.language, found->language))
			found->title = found->any = true;
	}
}

/* Once a document has begun to be bilingual, its title and each chapter must be. */
static void
check_chapters(struct resolution *resolution, const struct document *document,
    const struct translations *found)
{
	struct text language = language_name(found->language);

	if (!found->title)
		report(about(resolution, document), document->at, missing_translation,
		    document->title, language);
	for (const struct block *block = document->content; block; block = block->next) {
		const struct section *section = block->kind == BLOCK_SECTION ? block->section :
		    NULL;

		if (!section || !is_open_section(resolution, section) ||
		    section->language.length > 0 ||
		    section_rows[section->kind].holds != HOLDS_PROSE)
			continue;
		if (!map_find(&found->sections, text_fold(resolution->arena, section->id)))
			report(about(resolution, document), section->at, missing_translation,
			    section->title_words, language);
	}
}

/* Another document may be the translation; then nothing is asked of this one. */
static void
check_translation(struct resolution *resolution, struct document *document, struct text language)
{
	struct translations found = { .language = language,
	    .sections = { .arena = resolution->arena } };
	struct walk walk = { .at_section = find_translation, .at_value = find_translated_value,
	    .context = &found };

	if (document->language.length == 0 || is_same_language(document->language, language))
		return;
	walk_document(&walk, resolution, document);
	find_translated_title(document, &found);
	if (found.any)
		check_chapters(resolution, document, &found);
	else
		report(about(resolution, document), document->at, missing_translation,
		    document->title,
		    language_name(language));
}

void
check_front_matter(struct resolution *resolution)
{
	const struct council *council = &resolution->corpus->council;

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		if (!is_open_document(resolution, document))
			continue;
		if (document->status == STATUS_APPROVED)
			check_ids(resolution, document);
		check_version(resolution, document);
		for (size_t k = 0; k < council->language_count && document->kind != DOCUMENT_part;
		    k++)
			check_translation(resolution, document, council->languages[k]);
	}
}
