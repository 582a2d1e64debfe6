/* SPDX-License-Identifier: MIT */
/*
 * The contents: made last, of the headings that stand in the tree. The pages
 * are leaves that only paper fills.
 */
#include "structure/chapters/chapters.h"

enum { TOP_LEVEL = 2, DEEPEST_LISTED = 3 };

void
build_contents(struct builder *b, struct node *sect, const struct section *section)
{
	sect->look = LOOK_contents;
	sect->new_page = true;
	build_content(b, sect, section);
	b->contents = tree_add(b->tree, sect, TAG_TOC, LOOK_plain);
}

/* The id that a heading is found by: its section's. */
static struct text
place_of(const struct node *heading)
{
	return heading->id.length > 0 ? heading->id : heading->parent->id;
}

static struct text
words_but_number(struct builder *b, const struct node *heading)
{
	struct text words = TEXT("");

	for (const struct node *child = heading->first; child; child = child->next)
		if (child->look != LOOK_number && child->look != LOOK_form_id && child->tag != TAG_REFERENCE)
			words = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(words), words.length > 0 ? " " : "",
			    TEXT_ARGS(text_trim(node_words(b->arena, child))));
	return text_trim(words);
}

static void
build_entry(struct builder *b, const struct node *heading)
{
	struct node *entry = tree_add(b->tree, b->contents, TAG_TOCI, LOOK_contents_entry);
	struct node *link = tree_add(b->tree, entry, TAG_LINK, LOOK_plain);

	entry->level = heading->level - TOP_LEVEL + 1;
	link->to = place_of(heading);
	if (heading->first && heading->first->look == LOOK_number) {
		build_text(b, link, TAG_SPAN, LOOK_number, node_words(b->arena, heading->first));
		tree_text(b->tree, link, TEXT(" "));
	}
	tree_text(b->tree, link, words_but_number(b, heading));
	tree_text(b->tree, link, TEXT(" "));
	tree_add(b->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
}

void
fill_contents(struct builder *b)
{
	const struct node *sect = b->contents ? b->contents->parent : NULL;

	for (const struct node *node = b->tree->root; sect && node; node = node_next(node, b->tree->root))
		if (node->tag == TAG_H && node->level >= TOP_LEVEL && node->level <= DEEPEST_LISTED &&
		    node->parent != sect && place_of(node).length > 0)
			build_entry(b, node);
}
