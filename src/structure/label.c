/* SPDX-License-Identifier: MIT */
/*
 * What a house calls its fields, and what a value says, as both print.
 */
#include <string.h>

#include "structure/records.h"

struct text
phrase(const struct builder *b, const char *name)
{
	return style_phrase(b->style, name);
}

struct text
replace_mark(struct arena *arena, struct text words, const char *mark, struct text with)
{
	size_t at = text_find(words, text_of(mark), 0);

	if (at == words.length)
		return words;
	return text_format(arena, "%.*s%.*s%.*s", (int)at, words.s, TEXT_ARGS(with),
	    TEXT_ARGS(text_from(words, at + strlen(mark))));
}

struct text
phrase_with(const struct builder *b, const char *name, struct text n, struct text m)
{
	struct text words = replace_mark(b->arena, phrase(b, name), "{n}", n);

	return replace_mark(b->arena, words, "{m}", m);
}

struct text
phrase_count(const struct builder *b, const char *name, size_t n)
{
	struct text one = text_format(b->arena, "%s-1", name);

	return phrase_with(b, n == 1 ? text_string(b->arena, one) : name,
	    text_number(b->arena, (long long)n), TEXT(""));
}

struct text
kind_phrase(const struct builder *b, const char *before, const char *kind)
{
	struct text name = text_format(b->arena, "%s-%s", before, kind);

	for (char *s = (char *)name.s; *s; s++)
		if (*s == '_')
			*s = '-';
	return phrase(b, name.s);
}

struct text
label_of(const struct builder *b, const struct field *field, struct text period)
{
	struct text section = b->section ? b->section->title_words : TEXT("");
	struct text label = replace_mark(b->arena, field->label, "{section}", section);
	bool has_place = text_find(label, TEXT("{period}"), 0) < label.length;

	if (has_place)
		return text_trim(replace_mark(b->arena, label, "{period}", period));
	return period.length > 0 ? text_format(b->arena, "%.*s %.*s", TEXT_ARGS(period), TEXT_ARGS(label)) : label;
}

/* Short, and with a digit: "H01" tells people more than "bridges-inspected". */
static bool
looks_like_reference(struct text id)
{
	enum { LONGEST = 10 };
	bool has_digit = false;

	for (size_t i = 0; i < id.length; i++)
		has_digit |= id.s[i] >= '0' && id.s[i] <= '9';
	return has_digit && id.length <= LONGEST;
}

struct text
ref_of(const struct record *record)
{
	struct text ref = record_words(record, ROLE_ref);

	if (record->joins && ref.length == 0)
		return ref_of(record->joins);
	if (ref.length > 0)
		return ref;
	return record->id_given && looks_like_reference(record->id) ? record->id : TEXT("");
}

bool
value_is_number(const struct value *value)
{
	return value->amount.set && !value->unclear;
}

/* A link field says each name in a paragraph of its own, priorities as tags. */
static void
build_links(struct builder *b, struct node *parent, const struct value *value)
{
	bool is_alone = value->links.count == 1;

	for (size_t i = 0; i < value->links.count; i++) {
		const struct link *link = &value->links.at[i];
		struct node *line = is_alone ? parent : tree_add(b->tree, parent, TAG_P, LOOK_plain);

		if (link->to.thing == THING_RECORD)
			build_tag(b, line, link->to.record);
		else
			tree_text(b->tree, build_link(b, line, &link->to), link->words);
	}
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
		build_text(b, body, TAG_SPAN, LOOK_strong, text_format(b->arena, "%.*s: ", TEXT_ARGS(milestone->period)));
		build_inside(b, body, milestone->content);
	}
}

void
build_value(struct builder *b, struct node *parent, const struct value *value)
{
	if (value->field->type == TYPE_LINKS && value->links.count > 0)
		build_links(b, parent, value);
	else if (value->field->type == TYPE_MILESTONES && value->milestones.count > 0)
		build_milestones(b, parent, value);
	else
		build_inside(b, parent, value->content);
}
