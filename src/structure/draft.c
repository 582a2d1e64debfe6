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
		    (!best || !is_at_or_before(node->from, *best->from) || node->from->line == best->from->line))
			best = node;
	holder = best ? holder_of_words(best) : NULL;
	return holder ? holder : holder_of_words(tree->root);
}

static void
build_item(struct builder *b, struct node *list, int number, const struct report *message)
{
	struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain);
	struct text words = report_text(b->arena, message), help = report_help(b->arena, message);

	build_text(b, item, TAG_LBL, LOOK_plain, text_number(b->arena, number));
	words = text_format(b->arena, "%.*s%s%.*s (%.*s)", TEXT_ARGS(words), help.length > 0 ? ": " : "",
	    TEXT_ARGS(help), TEXT_ARGS(place_text(b->arena, message->at, "")));
	build_text(b, item, TAG_LBODY, LOOK_plain, words);
}

void
build_draft(struct builder *b)
{
	struct node *sect = NULL, *list = NULL;
	int number = 0;

	for (size_t i = 0; b->draft && i < b->draft->reports.count; i++) {
		const struct report *message = &b->draft->reports.at[i];
		struct node *holder;

		if (message->about != b->document)
			continue;
		if (!sect) {
			sect = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_plain);
			tree_name(b->tree, sect, TEXT("messages"));
			build_plain_heading(b, sect, 2, phrase(b, "messages"));
			list = tree_add(b->tree, sect, TAG_L, LOOK_plain);
			list->ordered = true;
		}
		holder = holder_at(b->tree, message->at);
		build_text(b, holder, TAG_SPAN, LOOK_draft_mark, text_number(b->arena, ++number));
		build_item(b, list, number, message);
	}
}
