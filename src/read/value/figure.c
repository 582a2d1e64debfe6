/* SPDX-License-Identifier: MIT */
/*
 * A value as it stands in a cell or field.
 *
 * Known words go before dates, these before amounts. Behind the value may
 * stand words; a number among them makes the whole unclear, unless it is in
 * brackets, belongs to a qualifier ("by March 2027"), or is a stated variance.
 */
#include "read/value/figure.h"

#include <string.h>

#include "model/messages.h"

struct text
value_name(struct arena *arena, const struct value *value)
{
	if (value->column.length > 0)
		return text_format(arena, "column %.*s", TEXT_ARGS(value->column));
	return value->label.length > 0 || !value->field ? value->label : value->field->label;
}

void
report_slip(const struct wording *wording, const struct slip *slip)
{
	const struct reading *reading = wording->reading;
	const struct value *value = wording->value;
	struct place at = scan_place(value->content, wording->scan.from[slip->from], value->at);

	report(reading->diag, at, bad_value, scan_text(&wording->scan, slip->from, slip->to),
	    value_name(reading->arena, value), text_of(slip->is_no), slip->help);
}

enum state
scan_state(const struct style *style, struct scan *scan)
{
	size_t from = scan->at, end = from;
	enum state state = STATE_NONE;

	for (size_t i = 0; style && i < style->words.count; i++) {
		scan->at = from;
		if (scan_phrase(scan, style->words.at[i].word) && scan->at > end) {
			end = scan->at;
			state = style->words.at[i].state;
		}
	}
	scan->at = end;
	return state;
}

/* ---- what stands behind the value ---- */

/* What is said of a figure in brackets: (provisional), (revised, p). */
static void
note_flag(struct value *value, const char *word, size_t length_of_word)
{
	struct text said = { word, length_of_word };

	value->provisional |= text_is(said, "provisional") || text_is(said, "p");
	value->revised |= text_is(said, "revised") || text_is(said, "r");
}

/* Passes words in brackets; without a closing one, to the end. */
static void
pass_brackets(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	int deep = 0;

	do {
		size_t from = scan->at;

		deep += (scan_next(scan) == '(') - (scan_next(scan) == ')');
		while (is_letter(scan_next(scan)))
			scan->at++;
		note_flag(wording->value, scan->s + from, scan->at - from);
		scan->at += scan->at == from && scan_next(scan) != '\0';
	} while (deep > 0 && scan_next(scan) != '\0');
}

static bool
begins_qualifier(struct scan *scan)
{
	static const char *const words[] = { "by", "before", "in", "at", "from", "since",
	    "within", "for", "of",
		"after", "during", "on", "every", "under", "over", "per" };
	size_t at = scan->at;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (scan_phrase(scan, text_of(words[i]))) {
			scan->at = at;
			return true;
		}
	return false;
}

/* Does the word at hand begin with a number? Signs, pounds and brackets may stand before it. */
static bool
begins_number(const struct scan *scan)
{
	const char *s = scan->s + scan->at;

	return is_digit(s[strspn(s, " -+<>=.,\xC2\xA3\xE2\x89\xA4\xA5")]);
}

static void
pass_word(struct scan *scan)
{
	scan->at += scan_next(scan) == ' ';
	while (scan_next(scan) != '\0' && scan_next(scan) != ' ' && scan_next(scan) != '(')
		scan->at++;
}

static bool
is_punctuation(char c)
{
	return c == ',' || c == ';' || c == ':' || c == '-';
}

/*
 * The words behind the value; false when a number among them makes it unclear.
 * Behind a known word or a date numbers are part of the remark.
 */
static bool
read_tail(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	bool qualified = !wording->value->amount.set || wording->value->state != STATE_NONE,
	     remark = false;

	while (!scan_is_end(scan)) {
		if (scan_next(scan) == '(')
			pass_brackets(wording);
		else if (wording->is_result && !wording->value->stated.set &&
		    scan_stated(wording->reading, scan, &wording->value->stated))
			remark = true;
		else {
			remark |= is_punctuation(scan_next(scan));
			qualified |= !remark && begins_qualifier(scan);
			if (!qualified && begins_number(scan))
				return false;
			pass_word(scan);
			remark |= is_punctuation(scan->s[scan->at - 1]);
		}
	}
	return true;
}

/* ---- values ---- */

static void
set_unclear(struct wording *wording)
{
	struct value *value = wording->value;

	value->amount = (struct amount){ 0 };
	value->when = (struct span_of_time){ 0 };
	value->stated = (struct amount){ 0 };
	value->state = STATE_NONE;
	value->unclear = true;
	if (wording->is_figure)
		report(wording->reading->diag, value->at, unclear_value, value->plain);
}

/* A rhythm needs what was done beside it: "Yearly, achieved", "Monthly: 12". */
static void
read_beside_rhythm(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	struct value *value = wording->value;
	struct slip slip;
	enum state state;

	if (is_punctuation(scan_next(scan)))
		scan->at++;
	scan_space(scan);
	if (is_punctuation(scan_next(scan)))
		scan->at++;
	state = scan_state(wording->reading->style, scan);
	if (state != STATE_NONE)
		value->state = state;
	else
		scan_amount(wording->reading, scan, &value->amount, &slip);
}

static bool
read_known_word(struct wording *wording)
{
	struct value *value = wording->value;

	value->state = scan_state(wording->reading->style, &wording->scan);
	if (value->state == STATE_ZERO)
		value->amount = (struct amount){ .set = true, .number = decimal_of(0, 0) };
	if (value->state == STATE_AT_RHYTHM)
		read_beside_rhythm(wording);
	return value->state != STATE_NONE;
}

/*
 * Years with nothing but digits in them are a date only when they stand alone:
 * 2024-29; 2026 is a number.
 */
static bool
is_date(struct scan *scan, const struct span_of_time *time)
{
	bool bare = strspn(scan->s, "0123456789- to") >= scan->at;
	char c = scan_next(scan);

	if (!bare)
		return c == '\0' || c == ' ' || c == '(' || is_punctuation(c);
	return (c == '\0' || strncmp(scan->s + scan->at, " (", 2) == 0) &&
	    !(time->exactness == EXACT_YEAR && scan->at == 4);
}

/* A date that names its year, or one that is all that is said. */
static enum time_found
read_date_value(struct wording *wording)
{
	struct scan *scan = &wording->scan;
	struct value *value = wording->value;
	struct fault fault = { 0 };
	enum time_found found = scan_time(wording->reading, scan, false, &value->when, &fault);

	if (found == TIME_FOUND && !(scan_is_end(scan) && is_date(scan, &value->when))) {
		scan->at = 0;
		found = scan_time(wording->reading, scan, true, &value->when, &fault);
		if (found == TIME_FOUND && !is_date(scan, &value->when))
			found = TIME_NONE;
	}
	if (found == TIME_WRONG)
		report_slip(wording, &(struct slip){ 0, scan->at, "date",
		    fault.help.length > 0 ? fault.help : fault.wrong });
	if (found != TIME_FOUND) {
		scan->at = 0;
		value->when = (struct span_of_time){ 0 };
		value->unclear = found == TIME_WRONG;
	}
	return found;
}

/* -60% in a result says that no actual is given. */
static bool
read_stated_alone(struct wording *wording)
{
	struct scan *scan = &wording->scan;

	if (wording->is_result && scan_stated(wording->reading, scan, &wording->value->stated) &&
	    (wording->value->stated.percent || wording->value->stated.points) && scan_is_end(scan))
		return true;
	wording->value->stated = (struct amount){ 0 };
	scan->at = 0;
	return false;
}

static enum amount_found
read_amount(struct wording *wording)
{
	struct slip slip;
	enum amount_found found =
	    scan_amount(wording->reading, &wording->scan, &wording->value->amount, &slip);

	if (found == AMOUNT_WRONG) {
		report_slip(wording, &slip);
		wording->value->unclear = true;
	}
	if (found == AMOUNT_FOUND)
		apply_unit(&wording->value->amount, wording->value->unit_words);
	return found;
}

/* Numbers that begin words of a text in which no value stands first. */
static int
count_numbers(struct scan *scan)
{
	int count = 0;

	for (scan->at = 0; !scan_is_end(scan);) {
		if (scan_next(scan) == '(')
			scan->at++;
		count += begins_number(scan);
		pass_word(scan);
	}
	return count;
}

/* The known word that unknown ones come near to, else one to show the way. */
static struct text
known_word(const struct wording *wording)
{
	const struct style *style = wording->reading->style;
	struct arena *arena = wording->reading->arena;
	struct text said = text_fold(arena, wording->value->plain);

	for (size_t i = 0; style && i < style->words.count; i++) {
		struct text word = style->words.at[i].word;

		if (word.length > 3 && text_distance(said, text_fold(arena, word), 2) <= 2)
			return text_format(arena, "did you mean \"%.*s\"?", TEXT_ARGS(word));
	}
	return TEXT("a known word is \"Not yet available\"");
}

static void
read_words(struct wording *wording)
{
	struct value *value = wording->value;

	if (count_numbers(&wording->scan) > 1) {
		set_unclear(wording);
		return;
	}
	value->unclear = true;
	if (wording->is_figure)
		report(wording->reading->diag, value->at, no_value, value->plain,
		    value_name(wording->reading->arena, value), known_word(wording));
}

void
read_figure(struct wording *wording)
{
	bool known = read_stated_alone(wording) || read_known_word(wording);
	enum time_found date = known ? TIME_NONE : read_date_value(wording);
	enum amount_found found = known || date != TIME_NONE ? AMOUNT_FOUND : read_amount(wording);

	if (date == TIME_WRONG)
		return;
	if (found == AMOUNT_NONE)
		read_words(wording);
	else if (found == AMOUNT_FOUND && !read_tail(wording))
		set_unclear(wording);
}

/* A number in a column of sums is one, whether it bears the sign or not. */
void
read_sum(struct wording *wording)
{
	struct value *value = wording->value;
	enum amount_found found;

	if (read_known_word(wording))
		return;
	found = read_amount(wording);
	if (found == AMOUNT_NONE)
		read_words(wording);
	if (found != AMOUNT_FOUND)
		return;
	if (value->amount.percent || value->amount.points)
		report_slip(wording, &(struct slip){ 0, wording->scan.at, "sum of money",
		    TEXT("") });
	value->amount.money = true;
	if (!read_tail(wording))
		set_unclear(wording);
}
