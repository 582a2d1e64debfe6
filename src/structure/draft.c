/* SPDX-License-Identifier: MIT */
/*
 * A draft: each message about the document as a numbered mark where its place
 * stands, and all of them in a list at the end.
 *
 * A message stands at the last node that begins at or before its place; one
 * about front matter or another file stands at the title.
 */
#include <string.h>

#include "structure/builder.h"
#include "structure/draft.h"

static bool
is_at_or_before(const struct place *node, struct place at)
{
	return strcmp(node->file, at.file) == 0 &&
	    (node->line < at.line || (node->line == at.line && node->column <= at.column));
}

/* The node that holds the first words at or below one. */
static struct node *
holder_of_words(const struct node *top)
{
	for (const struct node *node = top; node; node = node_next(node, top))
		if (node->tag == TAG_TEXT && node->parent->tag != TAG_LBL)
			return node->parent;
	return NULL;
}

static struct node *
holder_at(const struct tree *tree, struct place at)
{
	const struct node *best = NULL;
	struct node *holder;

	for (const struct node *node = tree->root; node; node = node_next(node, tree->root))
		if (node->from && node->from->file && is_at_or_before(node->from, at) &&
		    (!best || !is_at_or_before(node->from, *best->from) ||
		        node->from->line == best->from->line))
			best = node;
	holder = best ? holder_of_words(best) : NULL;
	return holder ? holder : holder_of_words(tree->root);
}

static struct text
message_id(struct builder *b, const char *name, int number)
{
	return text_format(b->arena, "%s-%d", name, number);
}

/* A mark that leads to its message. */
static void
build_mark(struct builder *b, int number, struct place at)
{
	struct node *mark =
	    tree_add(b->tree, holder_at(b->tree, at), TAG_REFERENCE, LOOK_draft_mark);

	mark->to = message_id(b, "message", number);
	tree_name(b->tree, mark, message_id(b, "marked", number));
	tree_text(b->tree, mark, text_number(b->arena, number));
}

/* A message, what to do, and its place, which leads back to the mark. */
static void
build_message(struct builder *b, struct node *list, int number, const struct report *message)
{
	struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body, *back;
	struct text words = report_text(b->arena, message), help = report_help(b->arena, message);

	tree_name(b->tree, item, message_id(b, "message", number));
	build_text(b, item, TAG_LBL, LOOK_plain, text_number(b->arena, number));
	body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
	tree_text(b->tree, body,
	    text_format(b->arena, "%.*s%s%.*s (", TEXT_ARGS(words), help.length > 0 ? ": " : "",
	        TEXT_ARGS(help)));
	back = tree_add(b->tree, body, TAG_LINK, LOOK_plain);
	back->to = message_id(b, "marked", number);
	tree_text(b->tree, back, place_text(b->arena, message->at, ""));
	tree_text(b->tree, body, TEXT(")"));
}

/* True for a message about a document that stands here. */
static bool
is_about(const struct builder *b, const struct report *message)
{
	return message->about && stands_here(b, message->about);
}

static size_t
count_messages(const struct builder *b)
{
	size_t count = 0;

	for (size_t i = 0; i < b->draft->reports.count; i++)
		count += is_about(b, &b->draft->reports.at[i]);
	return count;
}

void
build_draft_banner(struct builder *b)
{
	struct node *banner;

	if (!b->draft)
		return;
	banner = tree_add(b->tree, b->tree->root, TAG_P, LOOK_draft_banner);
	build_text(b, banner, TAG_SPAN, LOOK_strong, phrase(b, "draft"));
	if (count_messages(b) == 0)
		return;
	tree_text(b->tree, banner, TEXT(": "));
	banner = tree_add(b->tree, banner, TAG_LINK, LOOK_plain);
	banner->to = TEXT("messages");
	tree_text(b->tree, banner, phrase_count(b, "messages-at-end", count_messages(b)));
}

void
build_draft(struct builder *b)
{
	struct node *sect, *list;
	int number = 0;

	if (!b->draft || count_messages(b) == 0)
		return;
	sect = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_plain);
	tree_name(b->tree, sect, TEXT("messages"));
	build_plain_heading(b, sect, 2, phrase(b, "messages"));
	list = tree_add(b->tree, sect, TAG_L, LOOK_plain);
	list->ordered = true;
	for (size_t i = 0; i < b->draft->reports.count; i++) {
		const struct report *message = &b->draft->reports.at[i];

		if (!is_about(b, message))
			continue;
		build_mark(b, ++number, message->at);
		build_message(b, list, number, message);
	}
}
