/* SPDX-License-Identifier: MIT */
/*
 * What a house calls its fields, and what a value says, as both print.
 */
#include <assert.h>
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

	if (period.length > 0 && field->period_label.length > 0)
		return replace_mark(b->arena, field->period_label, "{period}", period);
	if (has_place)
		return text_trim(replace_mark(b->arena, label, "{period}", period));
	return period.length > 0
	    ? text_format(b->arena, "%.*s %.*s", TEXT_ARGS(period), TEXT_ARGS(label))
	    : label;
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

/* ---- what a value says ---- */

/* The marks of notes in a value whose words are not printed as they stand. */
void
build_note_marks(struct builder *b, struct node *parent, const struct value *value)
{
	for (const struct block *block = value->content; block; block = block->next)
		for (const struct span *span = block->spans; span; span = span->next)
			if (span->kind == SPAN_NOTE)
				build_note_mark(b, parent, span);
}

static void
build_link_of(struct builder *b, struct node *parent, const struct link *link, bool as_tag)
{
	if (as_tag && link->to.thing == THING_RECORD)
		build_tag(b, parent, link->to.record);
	else
		tree_text(b->tree, build_link(b, parent, &link->to), link->words);
}

/* ---- link fields ---- */

/* What stands in a link field before a link, from a place on; the place behind the link. */
static struct text
words_before(const struct value *value, size_t i, size_t *at)
{
	struct text words = i < value->links.count ? value->links.at[i].words : TEXT("");
	size_t from = *at, found = i < value->links.count ? text_find(value->plain, words, from)
	                                                 : value->plain.length;

	if (found < value->plain.length || i == value->links.count)
		*at = found + words.length;
	else
		found = from;
	return text_slice(value->plain, from, found);
}

static bool
is_mark(char c)
{
	return !(c >= '0' && c <= '9') && !((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Words without the marks round them. */
static struct text
bare(struct text words)
{
	while (words.length > 0 && is_mark(words.s[0]))
		words = text_from(words, 1);
	while (words.length > 0 && is_mark(words.s[words.length - 1]))
		words.length--;
	return words;
}

/* True for marks alone, for "and", and for the other name of what has just been named: tags say it too. */
static bool
is_glue(struct text words, const struct link *before)
{
	const struct record *named = before ? before->to.record : NULL;

	words = bare(words);
	return words.length == 0 || text_is(words, "and") ||
	    (named && (name_equal(words, named->title) || name_equal(words, named->id)));
}

/* True where a field says more than names, or joins with words what are not all records. */
static bool
is_prose(const struct value *value)
{
	bool all_records = true;
	size_t at = 0;

	for (size_t i = 0; i < value->links.count; i++)
		all_records &= value->links.at[i].to.thing == THING_RECORD;
	for (size_t i = 0; i <= value->links.count; i++) {
		struct text between = words_before(value, i, &at);

		if (!is_glue(between, i > 0 ? &value->links.at[i - 1] : NULL) ||
		    (!all_records && bare(between).length > 0))
			return true;
	}
	return false;
}

/* The field as its author wrote it, each name a link. */
static void
build_as_written(struct builder *b, struct node *parent, const struct value *value)
{
	size_t at = 0;

	for (size_t i = 0; i <= value->links.count; i++) {
		tree_text(b->tree, parent, words_before(value, i, &at));
		if (i < value->links.count)
			build_link_of(b, parent, &value->links.at[i], false);
	}
	build_note_marks(b, parent, value);
}

/* True within a form, where there is room for names side by side. */
static bool
has_room(const struct node *cell)
{
	for (; cell; cell = cell->parent)
		if (cell->tag == TAG_TABLE)
			return cell->look == LOOK_form_table;
	return false;
}

static size_t
count_records(const struct value *value)
{
	size_t count = 0;

	for (size_t i = 0; i < value->links.count; i++)
		count += value->links.at[i].to.thing == THING_RECORD;
	return count;
}

/* Records as tags in even columns, then all other names in a line. */
static void
build_names_apart(struct builder *b, struct node *parent, const struct value *value)
{
	struct node *tags = NULL, *line = NULL;

	for (size_t i = 0; i < value->links.count; i++) {
		const struct link *link = &value->links.at[i];

		struct node *tag;

		if (link->to.thing != THING_RECORD)
			continue;
		tags = tags ? tags : tree_add(b->tree, parent, TAG_L, LOOK_quarters);
		tag = tree_add(b->tree, tree_add(b->tree, tags, TAG_LI, LOOK_plain), TAG_LBODY,
		    LOOK_plain);
		build_link_of(b, tag, link, true);
	}
	for (size_t i = 0; i < value->links.count; i++) {
		const struct link *link = &value->links.at[i];

		if (link->to.thing == THING_RECORD)
			continue;
		if (line)
			tree_text(b->tree, line, TEXT("; "));
		else
			line = tree_add(b->tree, parent, TAG_P, LOOK_plain);
		build_link_of(b, line, link, false);
	}
	assert(line || tags);	/* whoever builds links has one */
	build_note_marks(b, line ? line : tags->last->last, value);
}

/* A link field names what it links, priorities as tags; or says what its author wrote. */
static void
build_links(struct builder *b, struct node *parent, const struct value *value)
{
	bool is_alone = value->links.count == 1;

	if (is_prose(value)) {
		build_as_written(b, parent, value);
		return;
	}
	if (count_records(value) > 1 && has_room(parent)) {
		build_names_apart(b, parent, value);
		return;
	}
	for (size_t i = 0; i < value->links.count; i++) {
		struct node *line =
		    is_alone ? parent : tree_add(b->tree, parent, TAG_P, LOOK_plain);

		build_link_of(b, line, &value->links.at[i], true);
		if (i + 1 == value->links.count)
			build_note_marks(b, line, value);
	}
}

void
build_links_in_line(struct builder *b, struct node *parent, const struct value *value)
{
	const char *glue = ", ";

	if (is_prose(value)) {
		build_as_written(b, parent, value);
		return;
	}
	for (size_t i = 0; i < value->links.count; i++)
		if (text_find_byte(value->links.at[i].words, ',', 0) <
		    value->links.at[i].words.length)
			glue = "; ";
	for (size_t i = 0; i < value->links.count; i++) {
		if (i > 0)
			tree_text(b->tree, parent, text_of(glue));
		build_link_of(b, parent, &value->links.at[i], false);
	}
	build_note_marks(b, parent, value);
}

void
build_tags_in_line(struct builder *b, struct node *parent, const struct value *value)
{
	if (is_prose(value)) {
		build_as_written(b, parent, value);
		return;
	}
	for (size_t i = 0; i < value->links.count; i++) {
		if (i > 0)
			tree_text(b->tree, parent, TEXT(" "));
		build_link_of(b, parent, &value->links.at[i], true);
	}
	build_note_marks(b, parent, value);
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
