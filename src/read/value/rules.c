/* SPDX-License-Identifier: MIT */
/*
 * Fields that rule how a record is judged: scores, bounds, tolerances,
 * stated variances, and the profile of a target through the year.
 */
#include "read/value/figure.h"

#include <string.h>

#include "model/messages.h"

/* ---- scores ---- */

/* The words of the key that a score's role takes, or null. */
static const struct texts *
key_of(const struct style *style, enum role role)
{
	switch (role) {
	case ROLE_impact:
	case ROLE_inherent_impact:
	case ROLE_target_impact: return style ? &style->scores.impact : NULL;
	case ROLE_likelihood:
	case ROLE_inherent_likelihood:
	case ROLE_target_likelihood: return style ? &style->scores.likelihood : NULL;
	default: return NULL;
	}
}

/* The number of a word of the key, from 1; 0 when it is none. */
static int
score_of_word(struct scan *scan, const struct texts *key)
{
	size_t from = scan->at, end = from;
	int score = 0;

	for (size_t i = 0; key && i < key->count; i++) {
		scan->at = from;
		if (scan_phrase(scan, key->at[i]) && scan->at > end) {
			end = scan->at;
			score = (int)i + 1;
		}
	}
	scan->at = end;
	return score;
}

static struct text
key_words(struct arena *arena, const struct texts *key)
{
	struct buffer out = { .arena = arena };

	if (!key || key->count == 0)
		return TEXT("");
	buffer_format(&out, "write 1 to %d, or ", (int)key->count);
	for (size_t i = 0; i < key->count; i++) {
		buffer_string(&out, i == 0 ? "" : i + 1 < key->count ? ", " : " or ");
		buffer_text(&out, key->at[i]);
	}
	return buffer_view(&out);
}

void
read_score(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	struct value *value = wording->value;
	const struct texts *key =
	    key_of(wording->reading->style, value->field ? value->field->role : ROLE_NONE);
	int score = scan_number(scan, 1, 4);

	if (score < 0 || !moment_is_over(scan)) {
		scan->at = 0;
		score = score_of_word(scan, key);
	}
	if (score > 0 || scan->at > 0) {
		value->amount = (struct amount){ .set = true, .number = decimal_of(score, 0) };
		return;
	}
	value->state = scan_state(wording->reading->style, scan);
	if (value->state != STATE_NONE)
		return;
	value->unclear = true;
	report_slip(wording, &(struct slip){ 0, scan->length, "score",
	    key_words(wording->reading->arena, key) });
}

/* ---- bounds and tolerances ---- */

void
read_bounds(struct wording *wording)
{
	const struct reading *reading = wording->reading;
	struct scan *scan = &wording->scan;
	struct amount *lower = &wording->value->amount, upper;
	bool between = scan_phrase(scan, TEXT("between"));
	struct slip slip = { 0, scan->length, "range",
	    TEXT("write between 40 and 60, or exactly 12") };

	if (!between && !scan_phrase(scan, TEXT("exactly")))
		return;
	if (scan_amount(reading, scan, lower, &(struct slip){ 0 }) == AMOUNT_FOUND && (!between ||
	    (scan_phrase(scan, TEXT("and")) &&
	    scan_amount(reading, scan, &upper, &(struct slip){ 0 }) == AMOUNT_FOUND &&
	    decimal_compare(lower->number, upper.number) < 0))) {
		if (between)
			lower->upper = upper.number;
		return;
	}
	*lower = (struct amount){ 0 };
	report_slip(wording, &slip);
}

void
read_plain_amount(struct wording *wording)
{
	struct slip slip = { 0, wording->scan.length, "amount", TEXT("") };
	enum amount_found found =
	    scan_amount(wording->reading, &wording->scan, &wording->value->amount, &slip);

	if (found == AMOUNT_WRONG)
		report_slip(wording, &slip);
}

void
read_stated(struct wording *wording)
{
	struct slip slip = { 0 };

	if (scan_stated(wording->reading, &wording->scan, &wording->value->stated))
		return;
	if (scan_amount(wording->reading, &wording->scan, &wording->value->stated, &slip) ==
	    AMOUNT_WRONG)
		report_slip(wording, &slip);
}

/* ---- profiles ---- */

/* Where the part at hand ends: at a comma or semicolon that a space follows. */
static size_t
part_end(const struct scan *scan, size_t at)
{
	while (
	    scan->s[at] && !((scan->s[at] == ',' || scan->s[at] == ';') && scan->s[at + 1] == ' '))
		at++;
	return at;
}

static bool
is_whole_amount(const struct reading *reading, struct text words, struct amount *amount)
{
	struct scan scan;

	return scan_begin(&scan, words) &&
	    scan_amount(reading, &scan, amount, &(struct slip){ 0 }) == AMOUNT_FOUND &&
	    scan_is_end(&scan);
}

/* "Q1 60": the first space behind which all is an amount and before which all is a time. */
static bool
read_part(const struct wording *wording, size_t from, size_t end, struct milestone *milestone)
{
	const struct scan *scan = &wording->scan;
	struct text why[2];

	for (size_t at = from; at < end; at++) {
		size_t before = at > from && scan->s[at - 1] == ':' ? at - 1 : at;

		if (scan->s[at] != ' ' ||
		    !is_whole_amount(wording->reading, scan_text(scan, at, end),
		        &milestone->amount))
			continue;
		milestone->period = scan_text(scan, from, before);
		if (read_time(wording->reading, milestone->period, &milestone->when, NULL, why) ==
		    TIME_FOUND)
			return true;
	}
	return false;
}

void
read_profile(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	struct value *value = wording->value;

	for (size_t from = 0, end; from < scan->length; from = end + 2) {
		struct milestone milestone = { 0 };

		end = part_end(scan, from);
		milestone.at = scan_place(value->content, scan->from[from], value->at);
		if (read_part(wording, from, end, &milestone))
			*array_push(wording->reading->arena, &value->milestones) = milestone;
		else
			report_slip(wording, &(struct slip){ from, end, "profile",
			    TEXT("write Q1 60, Q2 130, Q3 200, Q4 264") });
	}
}
