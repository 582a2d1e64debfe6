/* SPDX-License-Identifier: MIT */
/*
 * A link field: the names that its author wrote, each a link, or records as
 * tags. What says more than names stands as it was written.
 */
#include <assert.h>

#include "structure/records.h"

static void
build_link_of(struct builder *b, struct node *parent, const struct link *link, bool as_tag)
{
	if (as_tag && link->to.thing == THING_RECORD)
		build_tag(b, parent, link->to.record);
	else
		tree_text(b->tree, build_link(b, parent, &link->to), link->words);
}

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
	return !is_digit(c) && !is_latin(c);
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

/*
 * True for marks alone, for "and", and for the other name of what has just been
 * named: tags say it too.
 */
static bool
is_glue(struct text words, const struct link *before)
{
	const struct record *named = before ? before->to.record : NULL;

	words = bare(words);
	return words.length == 0 || text_is(words, "and") ||
	    (named && (name_equal(words, named->title) || name_equal(words, named->id)));
}

static size_t
count_records(const struct value *value)
{
	size_t count = 0;

	for (size_t i = 0; i < value->links.count; i++)
		count += value->links.at[i].to.thing == THING_RECORD;
	return count;
}

/* True where a field says more than names, or joins with words what are not all records. */
static bool
is_prose(const struct value *value)
{
	bool all_records = count_records(value) == value->links.count;
	size_t at = 0;

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
void
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

/* All in one line, with that between them. */
static void
build_joined(struct builder *b, struct node *parent, const struct value *value, struct text glue,
    bool as_tags)
{
	if (is_prose(value)) {
		build_as_written(b, parent, value);
		return;
	}
	for (size_t i = 0; i < value->links.count; i++) {
		if (i > 0)
			tree_text(b->tree, parent, glue);
		build_link_of(b, parent, &value->links.at[i], as_tags);
	}
	build_note_marks(b, parent, value);
}

void
build_links_in_line(struct builder *b, struct node *parent, const struct value *value)
{
	struct text glue = TEXT(", ");

	for (size_t i = 0; i < value->links.count; i++)
		if (text_find_byte(value->links.at[i].words, ',', 0) <
		    value->links.at[i].words.length)
			glue = TEXT("; ");
	build_joined(b, parent, value, glue, false);
}

void
build_tags_in_line(struct builder *b, struct node *parent, const struct value *value)
{
	build_joined(b, parent, value, TEXT(" "), true);
}
