/* SPDX-License-Identifier: MIT */
/*
 * A draft: each message about the document as a numbered mark where its place
 * stands, and all of them in a list at the end.
 *
 * A message stands at the last node that begins at or before its place; one
 * about front matter or another file stands at the title.
 */
#include <stdlib.h>
#include <string.h>

#include "structure/builder.h"
#include "structure/draft.h"

/*
 * A node that came from a place; last: of the nodes on its line up to its
 * column, the one that is read last.
 */
struct spot {
	const struct place *at;
	const struct node *node;
	size_t order;
	const struct spot *last;
};
ARRAY(struct spot, spots);

static int
compare_spots(const void *a, const void *b)
{
	const struct spot *left = a, *right = b;
	int order = place_compare(*left->at, *right->at);

	return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static bool
is_same_line(const struct place *a, const struct place *b)
{
	return strcmp(a->file, b->file) == 0 && a->line == b->line;
}

/* All nodes that have a place, by place. */
static struct spots
find_spots(struct builder *b)
{
	const struct node *root = b->tree->root;
	struct spots spots = { 0 };

	for (const struct node *node = root; node; node = node_next(node, root)) {
		size_t order = spots.count;

		if (node->from && node->from->file)
			*array_push(b->arena, &spots) =
			    (struct spot){ .at = node->from, .node = node, .order = order };
	}
	if (spots.count > 0)
		qsort(spots.at, spots.count, sizeof *spots.at, compare_spots);
	for (size_t i = 0; i < spots.count; i++) {
		struct spot *spot = &spots.at[i];

		spot->last = i > 0 && is_same_line(spot[-1].at, spot->at) &&
		        spot[-1].last->order > spot->order
		    ? spot[-1].last
		    : spot;
	}
	return spots;
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

/* The last of the spots that is not behind a place, if it is of the same file; or null. */
static const struct spot *
last_spot(const struct spots *spots, const struct place *at)
{
	size_t from = 0, to = spots->count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (place_compare(*spots->at[middle].at, *at) <= 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from > 0 && strcmp(spots->at[from - 1].at->file, at->file) == 0
	    ? spots->at[from - 1].last
	    : NULL;
}

static struct node *
holder_at(const struct tree *tree, const struct spots *spots, const struct place *at)
{
	const struct spot *spot = at->file ? last_spot(spots, at) : NULL;
	struct node *holder = spot ? holder_of_words(spot->node) : NULL;

	return holder ? holder : holder_of_words(tree->root);
}

static struct text
message_id(struct builder *b, const char *name, int number)
{
	return text_format(b->arena, "%s-%d", name, number);
}

/* A mark that leads to its message. */
static void
build_mark(struct builder *b, const struct spots *spots, int number, const struct place *at)
{
	struct node *holder = holder_at(b->tree, spots, at);
	struct node *mark = tree_add(b->tree, holder, TAG_REFERENCE, LOOK_draft_mark);

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
	struct spots spots;
	int number = 0;

	if (!b->draft || count_messages(b) == 0)
		return;
	spots = find_spots(b);
	sect = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_plain);
	tree_name(b->tree, sect, TEXT("messages"));
	build_plain_heading(b, sect, 2, phrase(b, "messages"));
	list = tree_add(b->tree, sect, TAG_L, LOOK_plain);
	list->ordered = true;
	for (size_t i = 0; i < b->draft->reports.count; i++) {
		const struct report *message = &b->draft->reports.at[i];

		if (!is_about(b, message))
			continue;
		build_mark(b, &spots, ++number, &message->at);
		build_message(b, list, number, message);
	}
}
