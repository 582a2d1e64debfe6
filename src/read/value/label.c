/* SPDX-License-Identifier: MIT */
/*
 * Labels of fields and heads of columns: which field is meant, and what is
 * said beside it.
 *
 * The style's word for word comes first. Then the unit's line, the language
 * and the remark in brackets are taken off, and a period at either end; a
 * period counts as one when what is left is a label. Nothing that was typed is
 * lost: what stands beside a period alone is a remark.
 */
#include "model/messages.h"
#include "read/value/number.h"
#include "read/value/when.h"

#include <string.h>

enum { MOST_WORDS = 16 };

/* What is looked for, and where. */
struct search {
	const struct reading *reading;
	const struct kind_style *kind;
	struct text section_title;
	struct value *value;
};

/* Fields that every kind has: they rule the record and are never printed. */
static const struct field fields_of_all[] = {
	{ .name = { "exempt", 6 }, .role = ROLE_exempt, .type = TYPE_LINE,
	  .label = { "Exempt", 6 } },
	{ .name = { "id", 2 }, .type = TYPE_LINE, .label = { "Id", 2 } },
};

bool
field_is_id(const struct field *field)
{
	return field == &fields_of_all[1];
}

const struct field *
field_exempt(void)
{
	return &fields_of_all[0];
}

static const struct field *
find_field(const struct search *search, struct text label)
{
	const struct field *field = kind_style_find(search->kind, label, search->section_title);

	for (size_t i = 0; !field && i < sizeof fields_of_all / sizeof *fields_of_all; i++)
		if (name_equal(label, fields_of_all[i].name))
			field = &fields_of_all[i];
	return field;
}

/* ---- units, languages, remarks ---- */

static bool
is_unit(struct text line)
{
	static const char *const sums[] = { "\xC2\xA3", "\xC2\xA3" "000", "\xC2\xA3" "000s",
	    "\xC2\xA3k", "\xC2\xA3m",
		"\xC2\xA3" "bn" };
	struct scan scan;
	struct number number = { 0 };

	for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
		if (text_is(line, sums[i]))
			return true;
	if (!scan_begin(&scan, line))
		return false;
	return (scan_percent(&scan, &number) || scan_unit(&scan).length > 0) && scan_is_end(&scan);
}

/* The lines of a head as one, without those at its end that are units. */
static struct text
join_lines(struct arena *arena, struct text typed, struct value *value)
{
	char *s;
	size_t last;

	typed = text_trim(typed);
	for (last = typed.length; last > 0 && typed.s[last - 1] != '\n'; last--)
		continue;
	if (last > 0 && is_unit(text_trim(text_from(typed, last)))) {
		value->unit_words = text_trim(text_from(typed, last));
		typed = text_trim(text_slice(typed, 0, last));
	}
	s = arena_copy(arena, typed.s, typed.length);
	for (size_t i = 0; i < typed.length; i++)
		if (s[i] == '\n')
			s[i] = ' ';
	return (struct text){ s, typed.length };
}

static bool
is_language(const struct reading *reading, struct text words)
{
	static const char *const tags[] = { "cy", "en", "gd", "ga" };

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (text_is(words, tags[i]))
			return true;
	for (size_t i = 0; reading->council && i < reading->council->language_count; i++)
		if (text_equal(words, reading->council->languages[i]))
			return true;
	return false;
}

/* The words in the brackets at the end, which are taken off; false when there are none. */
static bool
take_brackets(struct text *words, struct text *within)
{
	int deep = 0;
	size_t at = words->length;

	if (at == 0 || words->s[at - 1] != ')')
		return false;
	do {
		at--;
		deep += (words->s[at] == ')') - (words->s[at] == '(');
	} while (at > 0 && deep > 0);
	if (deep > 0 || at == 0)
		return false;
	*within = text_trim(text_slice(*words, at + 1, words->length - 1));
	*words = text_trim(text_slice(*words, 0, at));
	return true;
}

static struct text
take_remarks(const struct search *search, struct text words)
{
	struct text within, left = words;

	while (!find_field(search, words) && take_brackets(&left, &within)) {
		struct value *value = search->value;

		if (value->language.length == 0 && is_language(search->reading, within))
			value->language = within;
		else if (value->remark.length == 0)
			value->remark = within;
		else
			break;
		words = left;
	}
	return words;
}

/* ---- periods ---- */

static bool
is_period(const struct search *search, struct text words, struct span_of_time *period)
{
	struct text why[2];

	return words.length > 0 && words.length <= SCAN_LIMIT &&
	    read_time(search->reading, words, period, NULL, why) == TIME_FOUND && !period->open &&
	    !period->by;
}

/* What joins a period to a label: commas, dashes, colons. */
static struct text
trim_joint(struct text words)
{
	words = text_trim(words);
	while (words.length > 0 && strchr(",:-", words.s[0]))
		words = text_trim(text_from(words, 1));
	while (words.length > 0 && strchr(",:-", words.s[words.length - 1]))
		words = text_trim(text_slice(words, 0, words.length - 1));
	return words;
}

/* Labels are short; so what is long holds no period. */
static bool
may_hold_period(struct text words)
{
	int spaces = 0;

	for (size_t i = 0; i < words.length && spaces <= MOST_WORDS; i++)
		spaces += words.s[i] == ' ';
	return spaces <= MOST_WORDS;
}

/* The field that takes one column a period. */
static const struct field *
field_by_period(const struct search *search)
{
	for (size_t i = 0; i < search->kind->fields.count; i++) {
		const struct field *field = search->kind->fields.at[i];

		if (field->role == ROLE_amount || field->role == ROLE_milestones)
			return field;
	}
	return NULL;
}

/*
 * Where each period has a column, a title has none: "2026/27 Budget" is an
 * amount, and "Budget" its remark.
 */
static bool
may_have_period(const struct search *search, const struct field *field)
{
	return field->role != ROLE_title || !field_by_period(search);
}

/* The field of a label with a period before or after it. */
static const struct field *
find_beside_period(const struct search *search, struct text words, struct text *label)
{
	for (size_t at = words.length; at-- > 0;) {
		struct text before = trim_joint(text_slice(words, 0, at)),
		            after = trim_joint(text_from(words, at));
		const struct field *field;

		if (words.s[at] != ' ')
			continue;
		for (int turn = 0; turn < 2; turn++) {
			*label = turn ? before : after;
			field = find_field(search, *label);
			if (field && may_have_period(search, field) &&
			    is_period(search, turn ? after : before, &search->value->period)) {
				search->value->period_words = turn ? after : before;
				return field;
			}
		}
	}
	return NULL;
}

/* A period alone, or with words around it that are kept as a remark. */
static const struct field *
find_period_alone(const struct search *search, struct text words)
{
	const struct field *field = field_by_period(search);
	struct value *value = search->value;

	if (!field)
		return NULL;
	for (size_t end = words.length + 1; end-- > 0;)
		for (size_t from = 0; from < end; from++) {
			bool whole = (from == 0 || words.s[from - 1] == ' ') &&
			    (end == words.length || words.s[end] == ' ');

			if (!whole ||
			    !is_period(search, text_slice(words, from, end), &value->period))
				continue;
			value->period_words = text_slice(words, from, end);
			words = trim_joint(text_join(search->reading->arena,
			    text_slice(words, 0, from), text_from(words, end)));
			value->label = TEXT("");
			if (words.length > 0)
				value->remark = value->remark.length == 0
				    ? words
				    : text_format(search->reading->arena, "%.*s (%.*s)",
				          TEXT_ARGS(words), TEXT_ARGS(value->remark));
			return field;
		}
	return NULL;
}

/* ---- the door ---- */

static const struct kind_style no_kind;

static const struct field *
find_in(const struct search *search, struct text words)
{
	const struct field *field = find_field(search, words);
	struct text label = words;

	if (!field && may_hold_period(words))
		field = find_beside_period(search, words, &label);
	search->value->label = label;
	return field;
}

const struct field *
read_label(const struct reading *reading, enum record_kind kind, struct text section_title,
    struct text group, struct text typed, struct value *value)
{
	struct search search = { .reading = reading, .section_title = section_title,
	    .kind = reading->style ? &reading->style->kinds[kind] : &no_kind, .value = value };
	struct text words = take_remarks(&search, join_lines(reading->arena, typed, value)),
	            both = words;
	const struct field *field;

	if (group.length > 0)
		both = text_format(reading->arena, "%.*s %.*s", TEXT_ARGS(text_trim(group)),
		    TEXT_ARGS(words));
	if (both.length > SCAN_LIMIT)
		return NULL;
	field = find_in(&search, both);
	if (!field && may_hold_period(both))
		field = find_period_alone(&search, both);
	if (!field && group.length > 0) {
		field = find_in(&search, words);
		if (field && value->remark.length == 0)
			value->remark = text_trim(group);
	}
	if (!field)
		value->label = both;
	return field;
}
