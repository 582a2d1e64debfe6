/* SPDX-License-Identifier: MIT */
/*
 * The contents: made last, of the headings that stand in the tree; below them
 * the figures and tables, where the style has words for such a list. The pages
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

/* With its spaces, which node_words takes away. */
static struct text
words_of_child(struct builder *b, const struct node *child)
{
	return child->tag == TAG_TEXT ? child->words : child->tag == TAG_BREAK ? TEXT(" ") : node_words(b->arena, child);
}

static struct text
words_but_number(struct builder *b, const struct node *heading)
{
	struct text words = TEXT("");

	for (const struct node *child = heading->first; child; child = child->next)
		if (child->look != LOOK_number && child->look != LOOK_form_id &&
		    child->tag != TAG_REFERENCE)
			words = text_join(b->arena, words, words_of_child(b, child));
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

/* ---- figures and tables ---- */

static bool
is_numbered_caption(const struct node *node)
{
	return node->tag == TAG_CAPTION && node->first && node->first->look == LOOK_table_label;
}

static void
build_caption_entry(struct builder *b, struct node *list, const struct node *caption)
{
	struct node *of = caption->parent,
	            *link =
	                tree_add(b->tree, tree_add(b->tree, list, TAG_TOCI, LOOK_contents_entry),
	                    TAG_LINK, LOOK_plain);
	struct text label = node_words(b->arena, caption->first), words = TEXT("");

	if (of->id.length == 0)
		tree_name(b->tree, of, text_slug(b->arena, label));
	link->parent->level = 1;
	link->to = of->id;
	build_text(b, link, TAG_SPAN, LOOK_table_label, label);
	tree_text(b->tree, link, TEXT(" "));
	for (const struct node *child = caption->first->next; child; child = child->next)
		if (child->tag != TAG_REFERENCE)
			words = text_format(b->arena, "%.*s%.*s", TEXT_ARGS(words),
			    TEXT_ARGS(words_of_child(b, child)));
	tree_text(b->tree, link, text_trim(words));
	tree_text(b->tree, link, TEXT(" "));
	tree_add(b->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
}

/* Figures first, then tables, each in the order of reading. */
static void
list_captions(struct builder *b, struct node *list, enum tag of)
{
	for (const struct node *node = b->tree->root; node; node = node_next(node, b->tree->root))
		if (is_numbered_caption(node) && node->parent->tag == of)
			build_caption_entry(b, list, node);
}

static void
build_captions(struct builder *b, struct node *sect)
{
	struct node *list;

	if (b->figures + b->tables == 0 || phrase(b, "figures-and-tables").length == 0)
		return;
	build_plain_heading(b, sect, TOP_LEVEL + 1, phrase(b, "figures-and-tables"));
	list = tree_add(b->tree, sect, TAG_TOC, LOOK_plain);
	list_captions(b, list, TAG_FIGURE);
	list_captions(b, list, TAG_TABLE);
}

void
fill_contents(struct builder *b)
{
	struct node *sect = b->contents ? b->contents->parent : NULL;

	for (const struct node *node = b->tree->root; sect && node;
	     node = node_next(node, b->tree->root))
		if (node->tag == TAG_H && node->level >= TOP_LEVEL &&
		    node->level <= DEEPEST_LISTED && node->parent != sect &&
		    place_of(node).length > 0)
			build_entry(b, node);
	if (sect)
		build_captions(b, sect);
}
