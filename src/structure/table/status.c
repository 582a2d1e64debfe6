/* SPDX-License-Identifier: MIT */
/*
 * Status and direction as words with their marks, and the key that tells how
 * to read them. A status is never told by colour alone: each has a word and a
 * shape of its own.
 */
#include "structure/table/table.h"

enum mark
status_mark(enum status status)
{
	static const enum mark marks[] = {
		[STATUS_NONE] = MARK_NO_STATUS,
		[STATUS_AHEAD] = MARK_AHEAD,
		[STATUS_ON] = MARK_ON,
		[STATUS_NEAR] = MARK_NEAR,
		[STATUS_OFF] = MARK_OFF,
	};

	return marks[status];
}

static void
add_status(struct builder *b, struct node *parent, enum mark mark, struct text words)
{
	build_text(b, parent, TAG_SPAN, LOOK_status, words)->mark = mark;
}

void
build_status(struct builder *b, struct node *parent, const struct figure *figure)
{
	if (figure->status_words.length > 0)
		add_status(b, parent, status_mark(figure->status), figure->status_words);
}

void
build_forecast_status(struct builder *b, struct node *parent, const struct figure *figure)
{
	add_status(b, parent, status_mark(figure->forecast_status), figure->forecast_words);
}

static const struct { enum mark mark; const char *name; } directions[] = {
	[DIRECTION_BETTER] = { MARK_BETTER, "better" },
	[DIRECTION_SAME] = { MARK_SAME, "same" },
	[DIRECTION_WORSE] = { MARK_WORSE, "worse" },
};

void
build_direction(struct builder *b, struct node *parent, const struct figure *figure)
{
	if (figure->direction != DIRECTION_NONE)
		add_status(b, parent, directions[figure->direction].mark,
		    phrase(b, directions[figure->direction].name));
}

const struct figure *
shown_figure(const struct record *record, const struct span_of_time *period)
{
	const struct figure *newest = NULL;

	if (period && period->set)
		return record_figure(record, period);
	for (size_t i = 0; i < record->figures.count; i++) {
		const struct figure *figure = &record->figures.at[i];

		if (figure->actual &&
		    (!newest || span_of_time_compare(&newest->period, &figure->period) < 0))
			newest = figure;
	}
	return newest ? newest : record_figure(record, NULL);
}

/* ---- the key ---- */

/* What a status means under the rule that judges; empty where the rule does not know it. */
static struct text
meaning_of(struct builder *b, enum status status)
{
	const struct status_style *style = &b->style->status;
	struct text rule = b->corpus->council.status_rule.length > 0
	    ? b->corpus->council.status_rule
	    : style->rule;
	struct text name = text_format(b->arena, "key-%.*s-%s",
	    TEXT_ARGS(rule.length > 0 ? rule : TEXT("tolerance")), measure_status_names[status]);
	struct decimal points = style->near_points.valid ? style->near_points : style->near_percent;

	if (status == STATUS_NONE)
		return phrase(b, "key-none");
	if (name_equal(rule, TEXT("money")) && status == STATUS_OFF && style->near_money.valid) {
		name = TEXT("key-money-off-sum");
		points = style->near_money;
	}
	if (!map_find(&b->style->phrases, name))
		return TEXT("");
	return phrase_with(b, text_string(b->arena, name),
	    decimal_text(b->arena, style->near_percent, true),
	    decimal_text(b->arena, points, true));
}

static void
add_meaning(struct builder *b, struct pairs *pairs, enum status status)
{
	struct text meaning = meaning_of(b, status);

	if (meaning.length == 0)
		return;
	tree_text(b->tree, add_pair(b, pairs, TEXT("")), meaning);
	add_status(b, pairs->body->last->first, status_mark(status),
	    status == STATUS_NONE ? phrase(b, "no-status") : b->style->status.words[status]);
}

void
note_own_limits(struct builder *b, const struct record *record)
{
	static const struct limit {
		enum role role;
		const char *phrase;
	} limits[] = {
		{ ROLE_rule, "key-own-rule" },
		{ ROLE_tolerance, "key-own-tolerance" },
	};
	const struct record *measure = record->joins ? record->joins : record;
	struct text own = TEXT("");

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		const struct value *said = record_value(measure, limits[i].role);
		struct text words;

		if (!said)
			said = record_value(record, limits[i].role);
		if (!said || said->plain.length == 0)
			continue;
		words = phrase_with(b, limits[i].phrase, said->plain, TEXT(""));
		own = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(own),
		    own.length > 0 ? ", " : "", TEXT_ARGS(words));
	}
	if (own.length == 0)
		return;
	own = text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(measure->title), TEXT_ARGS(own));
	for (size_t i = 0; i < b->own_limits.count; i++)
		if (text_equal(b->own_limits.at[i], own))
			return;
	*array_push(b->arena, &b->own_limits) = own;
}

/* The key is the council's; those that go by another rule are named below it. */
static void
add_own_limits(struct builder *b, struct pairs *pairs)
{
	struct buffer words = { .arena = b->arena };

	for (size_t i = 0; i < b->own_limits.count; i++) {
		buffer_string(&words, i > 0 ? "; " : "");
		buffer_text(&words, b->own_limits.at[i]);
	}
	if (words.length > 0)
		tree_text(b->tree, add_pair(b, pairs, phrase(b, "key-own")), buffer_view(&words));
}

void
build_key(struct builder *b, struct node *parent, const struct section *section)
{
	struct node *box, *cell;
	struct pairs pairs;

	if (b->key_shown)
		return;
	b->key_shown = true;
	box = tree_add(b->tree, parent, TAG_DIV, LOOK_plain);
	build_plain_heading(b, box, section->level + 1, phrase(b, "key"));
	pairs = begin_pairs(b, box, LOOK_key);
	for (enum status status = STATUS_AHEAD; status <= STATUS_OFF; status++)
		add_meaning(b, &pairs, status);
	add_meaning(b, &pairs, STATUS_NONE);
	cell = add_pair(b, &pairs, TEXT(""));
	tree_text(b->tree, cell, phrase(b, "key-direction"));
	for (int i = DIRECTION_BETTER; i <= DIRECTION_WORSE; i++) {
		if (i > DIRECTION_BETTER)
			tree_text(b->tree, pairs.body->last->first, TEXT(" "));
		add_status(b, pairs.body->last->first, directions[i].mark,
		    phrase(b, directions[i].name));
	}
	add_own_limits(b, &pairs);
	end_pairs(&pairs);
}
