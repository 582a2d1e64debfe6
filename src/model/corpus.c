/* SPDX-License-Identifier: MIT */
/*
 * Looking into a corpus and its documents.
 */
#include <assert.h>

#include "model/corpus.h"

const char *const treatment_names[TREATMENT_COUNT] = { "", "treat", "tolerate", "transfer",
    "terminate" };
const char *const form_names[FORM_LIST + 1] = { "fields", "rows", "list" };

const struct schedule schedules[] = {
#define SCHEDULE(jurisdiction, called, from, to, rule) [jurisdiction] = { called, from, to, rule },
#include "model/schedules.def"
#undef SCHEDULE
};

bool
document_feeds(const struct corpus *corpus, const struct document *from, const struct document *to)
{
	if (from == to)
		return true;
	if (corpus->audience == AUDIENCE_PUBLIC)
		return from->status == STATUS_APPROVED;
	return from->status != STATUS_SUPERSEDED;
}

const struct fact *
document_fact(const struct document *document, const char *key)
{
	for (size_t i = 0; i < document->facts.count; i++) {
		const struct fact *fact = &document->facts.at[i];

		if (fact->value.language.length == 0 &&
		    name_equal(text_of(fact->key->name), text_of(key)))
			return fact;
	}
	return NULL;
}

struct text
document_words(const struct document *document, const char *key)
{
	const struct fact *fact = document_fact(document, key);

	return fact ? fact->value.plain : TEXT("");
}

const struct document *
corpus_find_document(const struct corpus *corpus, struct text path)
{
	for (size_t i = 0; i < corpus->documents.count; i++)
		if (text_equal(corpus->documents.at[i]->path, path))
			return corpus->documents.at[i];
	return NULL;
}

const struct document *
record_places(const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct block *block = record->values.at[i]->content;
		bool is_paragraph = block && block->kind == BLOCK_PARAGRAPH;

		for (const struct span *span = is_paragraph ? block->spans : NULL; span;
		     span = span->next)
			if (span->to.thing == THING_DOCUMENT)
				return span->to.document;
	}
	return NULL;
}

static bool
encloses(const struct enclosures *list, const struct document *document)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->at[i].document == document)
			return true;
	return false;
}

static void
add_appendices(struct arena *arena, struct enclosures *list, size_t of)
{
	const struct records *records = &list->at[of].document->records;

	for (size_t i = 0; i < records->count; i++) {
		const struct record *record = records->at[i];
		const struct document *document =
		    record->kind == KIND_appendix ? record_places(record) : NULL;

		if (!document || document->removed || encloses(list, document))
			continue;
		*array_push(arena, list) = (struct enclosed){ document, record, of };
		add_appendices(arena, list, list->count - 1);
	}
}

struct enclosures
document_enclosures(struct arena *arena, const struct document *document)
{
	struct enclosures list = { 0 };

	*array_push(arena, &list) = (struct enclosed){ .document = document };
	add_appendices(arena, &list, 0);
	return list;
}

/* The sections among blocks and what they place, each before those within it. */
static void
list_sections(struct arena *arena, struct sections *list, struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_PLACE)
			list_sections(arena, list, block->first);
		if (block->kind != BLOCK_SECTION)
			continue;
		block->section->index = list->count;
		*array_push(arena, list) = block->section;
		list_sections(arena, list, block->section->content);
	}
}

void
document_list_sections(struct arena *arena, struct document *document)
{
	document->sections.count = 0;
	list_sections(arena, &document->sections, document->content);
}

struct section *
section_next(const struct document *document, const struct section *after)
{
	size_t next = after ? after->index + 1 : 0;

	return next < document->sections.count ? document->sections.at[next] : NULL;
}

struct text
view_attribute(const struct view *view, enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_of: return view->of;
	case ATTRIBUTE_period: return view->period;
	case ATTRIBUTE_status: return view->status;
	case ATTRIBUTE_priority: return view->priority;
	case ATTRIBUTE_owner: return view->owner;
	case ATTRIBUTE_service: return view->service;
	case ATTRIBUTE_due: return view->due;
	case ATTRIBUTE_columns: return view->columns;
	default: return TEXT("");
	}
}

static struct text
exemption_attribute(const struct exemption *exemption, enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_exempt: return exemption->paragraph;
	case ATTRIBUTE_confidential: return exemption->confidential ? exemption->reason : TEXT("");
	case ATTRIBUTE_reason: return exemption->confidential ? TEXT("") : exemption->reason;
	case ATTRIBUTE_public_title: return exemption->public_title;
	default: return TEXT("");
	}
}

static struct text
yes(bool said)
{
	return said ? TEXT("yes") : TEXT("");
}

struct text
section_attribute(const struct section *section, enum attribute attribute)
{
	static const char *const shows[] = { "", "form", "table", "list" };

	switch (attribute) {
	case ATTRIBUTE_id: return section->id_given ? section->id : TEXT("");
	case ATTRIBUTE_period: return section->period_words;
	case ATTRIBUTE_lang: return section->language;
	case ATTRIBUTE_of_text: return section->of_text;
	case ATTRIBUTE_exempt:
	case ATTRIBUTE_confidential:
	case ATTRIBUTE_reason:
	case ATTRIBUTE_public_title: return exemption_attribute(&section->exemption, attribute);
	case ATTRIBUTE_show: return text_of(shows[section->show]);
	case ATTRIBUTE_page: return section->new_page ? TEXT("new") : TEXT("");
	case ATTRIBUTE_landscape: return yes(section->landscape);
	case ATTRIBUTE_unnumbered: return yes(section->unnumbered);
	case ATTRIBUTE_form:
		return section->form == FORM_FIELDS ? TEXT("") : text_of(form_names[section->form]);
	default: return section->view ? view_attribute(section->view, attribute) : TEXT("");
	}
}

/* The id, unless the record's own reference says it. */
static struct text
record_id(const struct record *record)
{
	struct text ref = record_words(record, ROLE_ref);

	return !record->id_given || text_equal(record->id, ref) ? TEXT("") : record->id;
}

/* Small numbers as words, which are made once. */
static struct text
number_words(int number)
{
	static char words[1000][4];
	char *s = words[number];

	assert(number >= 0 && number < 1000);
	for (int left = number, at = number > 99 ? 2 : number > 9 ? 1 : 0; left > 0; left /= 10)
		s[at--] = (char)('0' + left % 10);
	return text_of(s);
}

struct text
record_attribute(const struct record *record, enum attribute attribute)
{
	switch (attribute) {
	case ATTRIBUTE_id: return record_id(record);
	case ATTRIBUTE_form:
		return record->section && record->form == record->section->form ? TEXT("") :
		    text_of(form_names[record->form]);
	case ATTRIBUTE_total: return yes(record->total);
	case ATTRIBUTE_depth: return number_words(record->depth);
	case ATTRIBUTE_item: return number_words(record->item);
	default: return exemption_attribute(&record->exemption, attribute);
	}
}

/* ---- ids ---- */

bool
id_is_valid(struct text id)
{
	if (id.length == 0 || !is_latin(id.s[0]))
		return false;
	for (size_t i = 0; i < id.length; i++)
		if (!is_latin(id.s[i]) && !is_digit(id.s[i]) && id.s[i] != '-' && id.s[i] != '.')
			return false;
	return true;
}
