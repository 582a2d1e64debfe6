/* SPDX-License-Identifier: MIT */
/*
 * The milestones of projects in time. The quarters of the first year and each
 * later year have a column; what is known to the day stands at its day, else in
 * the middle of its period, and what lasts longer than a column is work.
 *
 * Words in brackets at the end of a milestone say how it stands: "(done)". The
 * date of the document is marked; the clock is never asked.
 */
#include "structure/pictures.h"

enum { QUARTERS_MOST = 8, COLUMNS_MOST = 12 };

struct time_maker {
	struct builder *b;
	struct picture picture;
	struct date first, last;	/* of all that has a place */
	bool has_done, has_open, has_work;
};

/* ---- columns ---- */

/* "Apr–Jun" */
static struct text
months_in_words(const struct builder *b, struct date first, struct date last)
{
	return phrase_with(b, "time-quarter", text_slice(text_of(month_name(first.month)), 0, 3),
	    text_slice(text_of(month_name(last.month)), 0, 3));
}

/* "2026 to 2027", or "2026–27" where there is less room; one year where it is a calendar's. */
static struct text
year_in_words(const struct builder *b, struct date first, struct date last, const char *words)
{
	struct text from = text_number(b->arena, first.year), to = text_number(b->arena, last.year);

	if (first.year == last.year)
		return from;
	return phrase_with(b, words, from, first.year / 100 == last.year / 100 &&
	    text_is(text_of(words), "time-year") ?
	    text_from(to, to.length - 2) : to);
}

static void
add_column(struct time_maker *m, struct date first, struct date next, struct text words,
    struct text year)
{
	*array_push(m->b->arena, &m->picture.timeline.columns) = (struct time_column){
		.words = words, .year = year, .first = first, .last = date_day_before(next) };
}

static void
add_columns(struct time_maker *m)
{
	const struct builder *b = m->b;
	struct date starts = b->corpus->council.year_starts;
	struct date year = financial_year_start(m->first, starts),
	    end = financial_year_start(m->last, starts);
	int years = end.year - year.year + 1, each = (years + COLUMNS_MOST - 1) / COLUMNS_MOST;

	if (years <= QUARTERS_MOST) {
		for (int quarter = 0; quarter < 4; quarter++) {
			struct date from = date_add_months(year, 3 * quarter),
			    next = date_add_months(year, 3 * quarter + 3);

			add_column(m, from, next, months_in_words(b, from, date_day_before(next)),
			    quarter > 0 ? TEXT("") :
			    year_in_words(b, year, date_day_before(date_add_months(year, 12)),
			    "from-to"));
		}
		year = date_add_months(year, 12);
		years--;
	}
	for (; years > 0; years -= each) {
		struct date next = date_add_months(year, 12 * each);

		add_column(m, year, next, TEXT(""), year_in_words(b, year, date_day_before(next),
		    "time-year"));
		year = next;
	}
}

/* ---- rows ---- */

static bool
means_done(const struct builder *b, struct text remark)
{
	for (size_t i = 0; i < b->style->words.count; i++)
		if (name_equal(b->style->words.at[i].word, remark_word(remark)))
			return b->style->words.at[i].state == STATE_MET;
	return false;
}

/* Longer than a quarter, and not a year alone: that is work, no day of which is the milestone. */
static bool
is_work(const struct span_of_time *when)
{
	return when->exactness != EXACT_DAY && when->exactness != EXACT_YEAR &&
	    date_days(when->last) - date_days(when->first) > 31 * 4;
}

static void
widen(struct time_maker *m, const struct span_of_time *when)
{
	if (!date_is_set(m->first) || date_compare(when->first, m->first) < 0)
		m->first = when->first;
	if (!date_is_set(m->last) || date_compare(when->last, m->last) > 0)
		m->last = when->last;
}

/* Where it stands: its days, or the middle one. */
static void
place_row(struct time_maker *m, struct time_row *row, const struct milestone *milestone)
{
	const struct span_of_time *when = &milestone->when;
	int first, last;

	if (!span_of_time_has_days(when)) {
		row->label = milestone->period;
		return;
	}
	widen(m, when);
	row->first = when->first;
	row->last = when->last;
	if (is_work(when)) {
		m->has_work = true;
		return;
	}
	first = date_days(when->first);
	last = date_days(when->last);
	row->first = row->last = when->by ? when->last : date_of_days((first + last) / 2);
	if (when->exactness == EXACT_DAY)
		row->label = milestone->period;
}

static struct text
add_milestone(struct time_maker *m, const struct milestone *milestone, size_t number)
{
	struct builder *b = m->b;
	struct remarked said = part_remark(blocks_plain(b->arena, milestone->content));
	struct time_row row = { .number = text_number(b->arena, (long long)number),
		.words = said.words };
	struct text remark = said.remark;

	place_row(m, &row, milestone);
	row.is_done = means_done(b, remark);
	m->has_done |= row.is_done;
	m->has_open |= !row.is_done && date_is_set(row.first) &&
	    date_compare(row.first, row.last) == 0;
	if (remark.length > 0)
		row.label = row.label.length == 0 ? remark :
		    text_format(b->arena, "%.*s, %.*s", TEXT_ARGS(row.label), TEXT_ARGS(remark));
	*array_push(b->arena, &m->picture.timeline.rows) = row;
	return SAY(b, remark.length > 0 ? "time-row-with" : "time-row", { "{n}", row.number },
	    { "{words}", row.words }, { "{period}", milestone->period }, { "{remark}", remark });
}

static void
add_project(struct time_maker *m, const struct record *project, bool is_one)
{
	const struct value *value = record_value(project, ROLE_milestones);
	struct buffer words = { .arena = m->b->arena };

	if (!value || value->milestones.count == 0)
		return;
	note_pictured(m->b, project);
	if (!is_one)
		*array_push(m->b->arena, &m->picture.timeline.rows) =
		    (struct time_row){ .words = project->title, .is_head = true };
	for (size_t i = 0; i < value->milestones.count; i++) {
		buffer_string(&words, i > 0 ? "; " : "");
		buffer_text(&words, add_milestone(m, &value->milestones.at[i], i + 1));
	}
	add_sentence(m->b, &m->picture, SAY(m->b, "time-project", { "{name}", project->title },
	    { "{list}", buffer_view(&words) }));
}

/* ---- the date of the document ---- */

static void
mark_today(struct time_maker *m)
{
	const struct fact *date = document_fact(m->b->document, "date");
	struct timeline *line = &m->picture.timeline;

	if (!date || !date->value.when.set || date->value.when.exactness != EXACT_DAY ||
	    date_compare(date->value.when.last, line->columns.at[0].first) < 0 ||
	    date_compare(date->value.when.last, line->columns.at[line->columns.count - 1].last) > 0)
		return;
	line->today = date->value.when.last;
	line->today_words = document_words(m->b->document, "date");
	line->line_words = phrase(m->b, "time-line");
	add_sentence(m->b, &m->picture, SAY(m->b, "time-today", { "{date}", line->today_words }));
}

bool
has_dated_milestones(const struct record_run *projects)
{
	for (size_t i = 0; i < projects->count; i++) {
		const struct value *value = record_value(projects->at[i], ROLE_milestones);

		for (size_t k = 0; value && k < value->milestones.count; k++)
			if (span_of_time_has_days(&value->milestones.at[k].when))
				return true;
	}
	return false;
}

void
build_timeline_picture(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *projects)
{
	struct time_maker m = { .b = b, .picture.kind = PICTURE_TIMELINE };

	for (size_t i = 0; i < projects->count; i++)
		add_project(&m, projects->at[i], projects->count == 1);
	add_columns(&m);
	mark_today(&m);
	m.picture.timeline.done_words = m.has_done ? phrase(b, "time-done") : TEXT("");
	m.picture.timeline.open_words = m.has_open ? phrase(b, "time-open") : TEXT("");
	m.picture.timeline.work_words = m.has_work ? phrase(b, "time-work") : TEXT("");
	build_picture(b, parent, &(struct picture_words){ .section = section,
	    .caption = "timeline" }, &m.picture);
}
