/* SPDX-License-Identifier: MIT */
/*
 * Which records a view shows: chosen by where they stand and by what they say.
 * In public, other documents feed a view only when they are approved.
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

/* ---- filters ---- */

bool
bears_name(const struct record *record, struct text name)
{
	return name_equal(record->id, name) || name_equal(record_words(record, ROLE_ref), name) ||
	    name_equal(record->title, name);
}

static bool
names_priority(const struct record *record, struct text name)
{
	const struct value *links = record_value(record, ROLE_links);

	for (size_t i = 0; links && i < links->links.count; i++) {
		const struct record *to = links->links.at[i].to.record;

		if (to && bears_name(to, name))
			return true;
	}
	return false;
}

static bool
has_status(const struct record *record, const struct view *view)
{
	const struct figure *figure = shown_figure(record, &view->when);

	return figure && list_holds(view->status, text_of(measure_status_names[figure->status]));
}

static bool
overlaps(const struct span_of_time *a, const struct span_of_time *b)
{
	return a->set && b->set && date_is_set(a->last) && date_is_set(b->last) &&
	    date_compare(a->last, b->first) >= 0 && date_compare(a->last, b->last) <= 0;
}

/* When a record falls due: its date, end, review or due field, or one of its milestones. */
static bool
is_due_in(const struct record *record, const struct span_of_time *period)
{
	static const enum role roles[] = { ROLE_due, ROLE_date, ROLE_review, ROLE_end };
	const struct value *milestones = record_value(record, ROLE_milestones);

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		const struct value *value = record_value(record, roles[i]);

		if (value && overlaps(&value->when, period))
			return true;
	}
	for (size_t i = 0; milestones && i < milestones->milestones.count; i++)
		if (overlaps(&milestones->milestones.at[i].when, period))
			return true;
	return false;
}

/* Figures are of a period; anything else falls due in it. */
static bool
is_of_period(const struct record *record, const struct span_of_time *period)
{
	const struct value *when = record_value(record, ROLE_period);

	if (record->kind == KIND_measure)
		return record_figure(record, period) != NULL;
	if (record->kind == KIND_result)
		return when && overlaps(&when->when, period);
	return is_due_in(record, period);
}

static bool
names_owner(struct builder *b, const struct record *record, struct text owner)
{
	struct text words = text_fold(b->arena, record_words(record, ROLE_owner));

	return text_find(words, text_fold(b->arena, owner), 0) < words.length;
}

static bool
is_of_service(const struct record *record, struct text service)
{
	return name_equal(document_words(record->document, "service"), service) ||
	    name_equal(record_words(record, ROLE_service), service);
}

static bool
serves(const struct record *record, struct text priority)
{
	return names_priority(record, priority) ||
	    (record->theme && record->theme->itself &&
	        names_priority(record->theme->itself, priority));
}

static bool
passes(struct builder *b, const struct view *view, const struct record *record)
{
	return (view->priority.length == 0 || serves(record, view->priority)) &&
	    (view->status.length == 0 || has_status(record, view)) &&
	    (view->owner.length == 0 || names_owner(b, record, view->owner)) &&
	    (view->service.length == 0 || is_of_service(record, view->service)) &&
	    (!view->when.set || is_of_period(record, &view->when)) &&
	    (!view->due_when.set || is_due_in(record, &view->due_when));
}

bool
is_chosen(struct builder *b, const struct section *section, const struct record *record)
{
	const struct view *view = section->view;

	return !view || ((view->target.thing == THING_NONE || is_in_scope(b, view, record)) &&
	    passes(b, view, record));
}

bool
has_filters(const struct section *section)
{
	const struct view *view = section->view;

	return view && (view->priority.length > 0 || view->status.length > 0 ||
	    view->owner.length > 0 || view->service.length > 0 || view->when.set ||
	    view->due_when.set || view->target.thing != THING_NONE);
}

/* ---- choosing ---- */

/* Decisions of several plans stand by date; what has the same date keeps the order of reading. */
static void
sort_by_date(struct record_run *run)
{
	for (size_t i = 1; i < run->count; i++) {
		const struct record *moved = run->at[i];
		const struct value *date = record_value(moved, ROLE_date);
		size_t at = i;

		for (; at > 0; at--) {
			const struct value *before = record_value(run->at[at - 1], ROLE_date);

			if (!date || !before ||
			    span_of_time_compare(&before->when, &date->when) <= 0)
				break;
			run->at[at] = run->at[at - 1];
		}
		run->at[at] = moved;
	}
}

void
select_records(struct builder *b, const struct view *view, enum record_kind kind,
    struct record_run *run)
{
	for (size_t i = 0; i < b->corpus->records.count; i++) {
		const struct record *record = b->corpus->records.at[i];

		if (record->kind == kind && !record->joins && is_in_scope(b, view, record) &&
		    passes(b, view, record))
			*array_push(b->arena, run) = record;
	}
	if (kind == KIND_decision)
		sort_by_date(run);
}

void
select_for(struct builder *b, const struct section *section, enum record_kind kind,
    struct record_run *run)
{
	static const struct view own = { .kind = SECTION_text };

	select_records(b, section->view ? section->view : &own, kind, run);
}
