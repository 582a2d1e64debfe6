/* SPDX-License-Identifier: MIT */
/*
 * Dates that cannot hold: milestones outside the plan, reviews that were due,
 * contracts that end before they start.
 *
 * Only here does the day of the run count, and it shows in messages alone.
 */
#include "resolve/values/values.h"

/*
 * The years for which a plan may look ahead where no corporate plan says how
 * far the council does.
 */
enum { YEARS_AHEAD = 5 };

/*
 * The last day that the council plans for: of a corporate plan that still runs
 * when the plan ends.
 */
static struct date
last_planned(const struct resolution *resolution, const struct document *plan)
{
	struct date last = date_add_months(plan->period.last, YEARS_AHEAD * 12), found = { 0 };

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		if (document->kind == DOCUMENT_priorities && document->period.set &&
		    is_open_document(resolution, document) &&
		    date_compare(document->period.last, plan->period.last) > 0 &&
		    date_compare(document->period.last, found) > 0)
			found = document->period.last;
	}
	return date_is_set(found) ? found : last;
}

/*
 * Real plans say what is done by the quarter in their own period and by the
 * year after it. So a year ahead is no fault while the council plans for it; a
 * quarter, month or day outside the period is, and so is all that lies before.
 */
static void
check_milestone(struct resolution *resolution, const struct record *record,
    const struct milestone *milestone)
{
	const struct span_of_time *plan = &record->document->period, *when = &milestone->when;
	struct diag *diag = about(resolution, record->document);
	bool is_late = date_compare(when->first, plan->last) > 0;
	bool is_year = when->exactness == EXACT_YEAR || when->exactness == EXACT_YEARS;
	struct date last;

	if (!plan->set || !when->set || when->open || (!is_late &&
	    date_compare(when->last, plan->first) >= 0))
		return;
	last = last_planned(resolution, record->document);
	if (!is_late || !is_year)
		report(diag, milestone->at, late_milestone, milestone->period,
		    is_late ? TEXT("after") : TEXT("before"), is_late ?
		    TEXT("give the year alone, or move it to the plan of that time") :
		    TEXT("move it to the plan of that time, or correct it"));
	else if (date_compare(when->last, last) > 0)
		report(diag, milestone->at, far_milestone, milestone->period,
		    text_number(resolution->arena, last.year));
}

static void
check_milestones(struct resolution *resolution, const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		for (size_t k = 0; value->field->role == ROLE_milestones &&
		    k < value->milestones.count; k++)
			check_milestone(resolution, record, &value->milestones.at[k]);
	}
}

/*
 * True for a document that still rules: reviews of a plan whose time is over
 * are nobody's any more.
 */
static bool
is_in_force(const struct resolution *resolution, const struct document *document)
{
	struct date today = resolution->corpus->today;

	if (!date_is_set(today) || document->status == STATUS_SUPERSEDED)
		return false;
	return !document->period.set || date_compare(document->period.last, today) >= 0;
}

static void
check_review(struct resolution *resolution, const struct document *document,
    const struct value *review,
    struct text what)
{
	if (!review || !review->when.set || review->when.open || !is_in_force(resolution, document))
		return;
	if (date_compare(review->when.last, resolution->corpus->today) < 0)
		report(about(resolution, document), review->at, past_review, what, review->plain);
}

static void
check_term(struct resolution *resolution, const struct record *record)
{
	const struct value *start = record_value(record, ROLE_start),
	    *end = record_value(record, ROLE_end);

	if (start && end && start->when.set && end->when.set && !start->when.open &&
	    !end->when.open &&
	    date_compare(end->when.last, start->when.first) < 0)
		report_also(report(about(resolution, record->document), end->at, bad_date,
		    text_format(resolution->arena, "%.*s is before the start, %.*s",
		    TEXT_ARGS(end->plain),
		    TEXT_ARGS(start->plain)), TEXT("correct one of them")), start->at);
}

void
check_dates(struct resolution *resolution)
{
	const struct corpus *corpus = resolution->corpus;

	for (size_t i = 0; i < corpus->documents.count; i++) {
		const struct document *document = corpus->documents.at[i];
		const struct fact *review = document_fact(document, "review-date");

		if (is_open_document(resolution, document))
			check_review(resolution, document, review ? &review->value : NULL,
			    document->title);
	}
	for (size_t i = 0; i < corpus->records.count; i++) {
		const struct record *record = corpus->records.at[i];

		check_milestones(resolution, record);
		check_review(resolution, record->document, record_value(record, ROLE_review),
		    record->title);
		check_term(resolution, record);
	}
}
