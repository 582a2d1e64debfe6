/* SPDX-License-Identifier: MIT */
/*
 * Views: records that stand elsewhere, chosen by where they stand and by what
 * they say. In public, other documents feed a view only when they are approved.
 */
#include "structure/chapters/chapters.h"

static bool
is_within(const struct section *section, const struct section *top)
{
	while (section && section != top)
		section = section->parent;
	return section != NULL;
}

static bool
is_in_scope(const struct builder *b, const struct view *view, const struct record *record)
{
	const struct target *of = &view->target;

	if (!document_feeds(b->corpus, record->document, b->document))
		return false;
	if (of->thing == THING_SECTION)
		return is_within(record->section, of->section);
	if (of->thing == THING_RECORD)
		return record == of->record;
	if (of->thing == THING_DOCUMENT)
		return record->document == of->document;
	return view->all || record->document == b->document;
}

static bool
names_priority(const struct record *record, struct text name)
{
	const struct value *links = record_value(record, ROLE_links);

	for (size_t i = 0; links && i < links->links.count; i++) {
		const struct record *to = links->links.at[i].to.record;

		if (to && (name_equal(to->id, name) || name_equal(record_words(to, ROLE_ref), name) ||
		    name_equal(to->title, name)))
			return true;
	}
	return false;
}

/* True when a list "off, near" holds a word. */
static bool
lists_word(struct text list, struct text word)
{
	for (size_t at = 0; at <= list.length;) {
		size_t end = text_find_byte(list, ',', at);

		if (name_equal(text_trim(text_slice(list, at, end)), word))
			return true;
		at = end + 1;
	}
	return false;
}

static bool
has_status(const struct record *record, const struct view *view)
{
	static const char *const names[] = { "none", "ahead", "on", "near", "off" };
	const struct figure *figure = record_figure(record, view->when.set ? &view->when : NULL);

	return figure && lists_word(view->status, text_of(names[figure->status]));
}

/* When a record falls due: its date, end, review or due field. */
static bool
is_due_in(const struct record *record, struct text period, const struct document *document)
{
	static const enum role roles[] = { ROLE_due, ROLE_date, ROLE_review, ROLE_end };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const struct value *value = record_value(record, roles[i]);
		const struct span_of_time *within = &document->period;

		if (value && value->when.set && (text_equal(value->plain, period) || (within->set &&
		    date_compare(value->when.last, within->first) >= 0 && date_compare(value->when.first, within->last) <= 0)))
			return true;
	}
	return false;
}

static bool
passes(const struct builder *b, const struct view *view, const struct record *record)
{
	if (view->priority.length > 0 && !names_priority(record, view->priority))
		return false;
	if (view->status.length > 0 && !has_status(record, view))
		return false;
	if (view->owner.length > 0 &&
	    text_find(record_words(record, ROLE_owner), view->owner, 0) == record_words(record, ROLE_owner).length)
		return false;
	if (view->service.length > 0 && !name_equal(document_words(record->document, "service"), view->service))
		return false;
	return view->due.length == 0 || is_due_in(record, view->due, b->document);
}

void
select_records(struct builder *b, const struct view *view, enum record_kind kind, struct record_run *run)
{
	for (size_t i = 0; i < b->corpus->records.count; i++) {
		const struct record *record = b->corpus->records.at[i];

		if (record->kind == kind && !record->joins && is_in_scope(b, view, record) && passes(b, view, record))
			*array_push(b->arena, run) = record;
	}
}

/* Prose of a view `of` a section or document that holds prose: its words. */
static void
build_prose_of(struct builder *b, struct node *parent, const struct view *view)
{
	if (view->target.thing == THING_SECTION)
		build_blocks(b, parent, view->target.section->content);
	for (size_t i = 0; i < b->corpus->documents.count && view->target.thing == THING_DOCUMENT; i++) {
		const struct document *document = b->corpus->documents.at[i];

		if (document != view->target.document)
			continue;
		for (const struct section *s = section_next(document, NULL); s; s = section_next(document, s))
			if (s->kind == view->kind)
				build_blocks(b, parent, s->content);
	}
}

void
build_view(struct builder *b, struct node *parent, const struct view *view, const struct span *caption)
{
	struct section stand_in = { .kind = view->kind, .level = 2, .period = view->when,
	    .document = (struct document *)b->document, .view = (struct view *)view };
	struct record_run run = { 0 };

	if (caption)
		stand_in.title_words = spans_plain(b->arena, caption);
	if (section_rows[view->kind].holds == HOLDS_RECORDS) {
		select_records(b, view, section_rows[view->kind].kind, &run);
		build_records(b, parent, &stand_in, &run, caption);
	} else if (section_rows[view->kind].holds == HOLDS_VIEW)
		build_chapter(b, parent, &stand_in);
	else
		build_prose_of(b, parent, view);
}
