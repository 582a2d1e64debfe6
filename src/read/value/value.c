/* SPDX-License-Identifier: MIT */
/*
 * The door of values: by the type of the field, and by its role where that
 * says more than the type.
 */
#include "read/value.h"

#include "model/messages.h"
#include "read/value/figure.h"
#include "read/value/lines.h"

static void
read_date(struct wording *wording, enum type type)
{
	const struct reading *reading = wording->reading;
	struct value *value = wording->value;
	struct text rest, why[2];
	struct place at = scan_place(value->content, wording->scan.from[0], value->at);
	enum time_found found = read_time(reading, wording->scan.source, &value->when, &rest, why);

	if (found == TIME_WRONG)
		report(reading->diag, at, bad_date, why[0], why[1]);
	else if (found == TIME_NONE && type == TYPE_PERIOD)
		report(reading->diag, at, bad_period, value->plain, help_of_period(why[1]));
	else if (found == TIME_NONE && value->language.length == 0 &&
	    scan_state(reading->style, &wording->scan) == STATE_NONE)
		report(reading->diag, at, no_date, value->plain,
		    value_name(reading->arena, value), why[1].length > 0 ? why[1] :
		    TEXT("write 31 March 2027, March 2027 or Q4 2026/27; else Ongoing, or TBC"));
	value->unclear = found != TIME_FOUND;
}

int
read_yes_no(struct text words)
{
	struct scan scan;

	if (!scan_begin(&scan, words))
		return -1;
	if (scan_phrase(&scan, TEXT("yes")) || scan_phrase(&scan, TEXT("y")))
		return 1;
	return scan_phrase(&scan, TEXT("no")) || scan_phrase(&scan, TEXT("n")) ? 0 : -1;
}

static void
read_answer(struct wording *wording)
{
	struct value *value = wording->value;
	int yes;

	value->state = scan_state(wording->reading->style, &wording->scan);
	if (value->state != STATE_NONE)
		return;
	yes = read_yes_no(wording->scan.source);
	value->yes = yes == 1;
	value->unclear = yes < 0;
	if (yes < 0)
		report_slip(wording, &(struct slip){ 0, wording->scan.length, "answer",
		    TEXT("write yes or no") });
}

/* Fields that the program computes with although they are lines. */
static void
read_by_role(struct wording *wording, enum role role)
{
	switch (role) {
	case ROLE_better: read_bounds(wording); break;
	case ROLE_tolerance: read_plain_amount(wording); break;
	case ROLE_variance: read_stated(wording); break;
	case ROLE_profile: read_profile(wording); break;
	default: break;
	}
}

static bool
is_figure_role(enum role role)
{
	return role == ROLE_baseline || role == ROLE_target || role == ROLE_actual ||
	    role == ROLE_numerator || role == ROLE_denominator || role == ROLE_forecast;
}

/* Is there anything to be read in the words of a type, or of a role? */
static bool
has_meaning(enum type type, enum role role)
{
	return type == TYPE_VALUE || type == TYPE_MONEY || type == TYPE_SCORE ||
	    type == TYPE_DATE || type == TYPE_PERIOD || type == TYPE_YES_NO ||
	    type == TYPE_MILESTONES || type == TYPE_TREATMENTS || role == ROLE_better ||
	    role == ROLE_tolerance || role == ROLE_variance || role == ROLE_profile;
}

static void
read_words(struct wording *wording, enum type type, enum role role)
{
	switch (type) {
	case TYPE_VALUE: read_figure(wording); break;
	case TYPE_MONEY: read_sum(wording); break;
	case TYPE_SCORE: read_score(wording); break;
	case TYPE_DATE:
	case TYPE_PERIOD: read_date(wording, type); break;
	case TYPE_YES_NO: read_answer(wording); break;
	default: read_by_role(wording, role);
	}
}

/* No value has so many words; they are printed, and that is all. */
static void
read_too_long(const struct wording *wording)
{
	struct value *value = wording->value;

	value->unclear = value->plain.length > 0;
	if (value->unclear && wording->is_figure)
		report(wording->reading->diag, value->at, no_value, TEXT("the text"),
		    value_name(wording->reading->arena, value),
		    TEXT("write the figure, and the text under notes"));
}

void
read_value(const struct reading *reading, struct value *value, enum type type)
{
	enum role role = value->field ? value->field->role : ROLE_NONE;
	struct wording wording = { .reading = reading, .value = value,
		.is_result = role == ROLE_actual || role == ROLE_forecast,
		.is_figure = is_figure_role(role) };

	if (!value->content || !has_meaning(type, role))
		return;
	if (type == TYPE_MILESTONES)
		read_milestones(reading, value);
	else if (type == TYPE_TREATMENTS)
		read_treatments(reading, value);
	else if (scan_begin(&wording.scan, scan_words(reading->arena, value->content)))
		read_words(&wording, type, role);
	else
		read_too_long(&wording);
}
