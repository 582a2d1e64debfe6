/* SPDX-License-Identifier: MIT */
/*
 * What a value says, as it prints: its author's words, or what was read in
 * them as a list, each in the form that is best read.
 */
#include "structure/records.h"

bool
value_is_number(const struct value *value)
{
	return value->amount.set && !value->unclear;
}

void
build_note_marks(struct builder *b, struct node *parent, const struct value *value)
{
	for (const struct block *block = value->content; block; block = block->next)
		for (const struct span *span = block->spans; span; span = span->next)
			if (span->kind == SPAN_NOTE)
				build_note_mark(b, parent, span);
}

struct remarked
part_remark(struct text words)
{
	struct remarked whole = { words, TEXT("") };
	struct text remark;
	size_t open = words.length;

	if (!text_ends(words, ")"))
		return whole;
	while (open > 0 && words.s[open - 1] != '(')
		open--;
	if (open < 2)
		return whole;
	remark = text_slice(words, open, words.length - 1);
	open--;
	while (open > 0 && words.s[open - 1] == ' ')
		open--;
	return (struct remarked){ text_slice(words, 0, open), remark };
}

struct text
remark_word(struct text remark)
{
	return text_trim(text_slice(remark, 0, text_find_byte(remark, ':', 0)));
}

struct text
begin_with_capital(struct arena *arena, struct text words)
{
	char first = words.length > 0 ? words.s[0] : '\0';

	if (first < 'a' || first > 'z')
		return words;
	return text_format(arena, "%c%.*s", first - 'a' + 'A', TEXT_ARGS(text_from(words, 1)));
}

/* Periods are said before what is reached in them. */
static void
build_milestones(struct builder *b, struct node *parent, const struct value *value)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_plain);

	for (size_t i = 0; i < value->milestones.count; i++) {
		const struct milestone *milestone = &value->milestones.at[i];
		struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body;

		build_text(b, item, TAG_LBL, LOOK_plain, TEXT("•"));
		body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
		build_text(b, body, TAG_SPAN, LOOK_strong,
		    text_format(b->arena, "%.*s: ", TEXT_ARGS(milestone->period)));
		build_inside(b, body, milestone->content);
	}
}

/* A profile: the figures of the year's parts side by side. */
static void
build_profile(struct builder *b, struct node *parent, const struct value *value)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_quarters);
	size_t at = 0;

	for (size_t i = 0; i < value->milestones.count; i++) {
		const struct milestone *milestone = &value->milestones.at[i];
		size_t next = i + 1 < value->milestones.count
		    ? text_find(value->plain, value->milestones.at[i + 1].period, at + 1)
		    : value->plain.length;
		struct text words = text_slice(value->plain, at + milestone->period.length, next);
		struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain);

		words = text_trim(words);
		while (words.length > 0 && (text_ends(words, ",") || text_ends(words, ";")))
			words = text_slice(words, 0, words.length - 1);
		if (text_begins(words, ":"))
			words = text_trim(text_from(words, 1));
		build_text(b, item, TAG_LBL, LOOK_muted,
		    text_join(b->arena, milestone->period, TEXT(" ")));
		build_text(b, tree_add(b->tree, item, TAG_LBODY, LOOK_plain), TAG_SPAN, LOOK_strong,
		    words);
		at = next;
	}
}

/* "Treat – …", each on a line of its own. */
static void
build_treatments(struct builder *b, struct node *parent, const struct value *value)
{
	bool is_alone = value->treatments.count == 1;

	for (size_t i = 0; i < value->treatments.count; i++) {
		const struct treatment *treatment = &value->treatments.at[i];
		struct node *line =
		    is_alone ? parent : tree_add(b->tree, parent, TAG_P, LOOK_plain);

		build_text(b, line, TAG_SPAN, LOOK_strong, treatment->word);
		if (!treatment->spans)
			continue;
		tree_text(b->tree, line, TEXT(" – "));
		build_spans(b, line, treatment->spans);
	}
}

static bool
has_all_treatments(const struct value *value)
{
	for (size_t i = 0; i < value->treatments.count; i++)
		if (value->treatments.at[i].word.length == 0)
			return false;
	return value->treatments.count > 0;
}

void
build_value(struct builder *b, struct node *parent, const struct value *value)
{
	if (value->field->type == TYPE_LINKS && value->links.count > 0)
		build_links(b, parent, value);
	else if (value->field->type == TYPE_MILESTONES && value->milestones.count > 0)
		build_milestones(b, parent, value);
	else if (value->field->role == ROLE_profile && value->milestones.count > 0)
		build_profile(b, parent, value);
	else if (value->field->type == TYPE_TREATMENTS && has_all_treatments(value))
		build_treatments(b, parent, value);
	else
		build_inside(b, parent, value->content);
}
