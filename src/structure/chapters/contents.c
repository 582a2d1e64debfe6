/* SPDX-License-Identifier: MIT */
/*
 * The contents: made last, of the headings that stand in the tree; below them
 * the figures and tables, where the style has words for such a list. The pages
 * are leaves that only paper fills.
 *
 * Lines that are deeper than the one above them are a list of their own, which
 * stands after that line in its list (ISO 32000-1, table 333): who hears the
 * contents hears the levels.
 */
#include "structure/chapters/chapters.h"

enum { LISTED_LEVELS = 2 };

void
build_contents(struct builder *b, struct node *sect, const struct section *section)
{
	sect->look = LOOK_contents;
	sect->new_page = b->tree->root->first && b->tree->root->first->look == LOOK_cover;
	build_content(b, sect, section);
	*array_push(b->arena, &b->contents) = (struct due_contents){
	    .list = tree_add(b->tree, sect, TAG_TOC, LOOK_plain), .within = b->top };
}

/* The id that a heading is found by: its section's. */
static struct text
place_of(const struct node *heading)
{
	return heading->id.length > 0 ? heading->id : heading->parent->id;
}

/* What makes a node exempt: the nearest mark. */
static const struct exemption *
exemption_above(const struct node *node)
{
	while (node && !node->exemption)
		node = node->parent;
	return node ? node->exemption : NULL;
}

/* With its spaces, which node_words takes away. */
static struct text
words_of_child(struct builder *b, const struct node *child)
{
	switch (child->tag) {
	case TAG_TEXT: return child->words;
	case TAG_BREAK: return TEXT(" ");
	default: return node_words(b->arena, child);
	}
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
build_entry(struct builder *b, struct node *list, const struct node *heading, int depth)
{
	struct node *entry = tree_add(b->tree, list, TAG_TOCI, LOOK_contents_entry);
	struct node *link = tree_add(b->tree, entry, TAG_LINK, LOOK_plain);

	entry->level = depth;
	link->to = place_of(heading);
	mark_exempt(b, entry, exemption_above(heading));
	if (heading->first && heading->first->look == LOOK_number) {
		build_text(b, link, TAG_SPAN, LOOK_number, node_words(b->arena, heading->first));
		tree_text(b->tree, link, TEXT(" "));
	}
	tree_text(b->tree, link, words_but_number(b, heading));
	tree_text(b->tree, link, TEXT(" "));
	tree_add(b->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
}

/* The list for the line that comes next. No level that is skipped makes a list of its own. */
static struct node *
list_at(struct builder *b, struct node *list, int depth)
{
	int above;

	while (list->level >= depth)
		list = list->parent;
	above = list->last ? list->last->level : depth;
	if (above >= depth)
		return list;
	list = tree_add(b->tree, list, TAG_TOC, LOOK_plain);
	list->level = above;
	return list;
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
	mark_exempt(b, link->parent, exemption_above(of));
	build_text(b, link, TAG_SPAN, LOOK_table_label, label);
	tree_text(b->tree, link, TEXT(" "));
	/* a hint below it is not the title */
	for (const struct node *child = caption->first->next; child; child = child->next)
		if (child->tag != TAG_REFERENCE && tag_is_inline(child->tag))
			words = text_format(b->arena, "%.*s%.*s", TEXT_ARGS(words),
			    TEXT_ARGS(words_of_child(b, child)));
	tree_text(b->tree, link, text_trim(words));
	tree_text(b->tree, link, TEXT(" "));
	tree_add(b->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
}

static bool
has_captions(const struct node *within)
{
	for (const struct node *node = within; node; node = node_next(node, within))
		if (is_numbered_caption(node))
			return true;
	return false;
}

/* Figures first, then tables, each in the order of reading. */
static void
list_captions(struct builder *b, struct node *list, const struct node *within, enum tag of)
{
	for (const struct node *node = within; node; node = node_next(node, within))
		if (is_numbered_caption(node) && node->parent->tag == of)
			build_caption_entry(b, list, node);
}

static void
build_captions(struct builder *b, struct node *sect, const struct node *within, int level)
{
	struct node *list;

	if (!has_captions(within) || phrase(b, "figures-and-tables").length == 0)
		return;
	build_plain_heading(b, sect, level, phrase(b, "figures-and-tables"));
	list = tree_add(b->tree, sect, TAG_TOC, LOOK_plain);
	list_captions(b, list, within, TAG_FIGURE);
	list_captions(b, list, within, TAG_TABLE);
}

/* The level of the title that all the headings within stand below. */
static int
title_level(const struct node *within)
{
	for (const struct node *node = within->first; node; node = node->next)
		if (node->tag == TAG_H && node->look == LOOK_appendix_title)
			return node->level;
	return 1;
}

static void
fill_list(struct builder *b, struct node *list, const struct node *within)
{
	struct node *sect = list->parent;
	int title = title_level(within);

	for (const struct node *node = within; node; node = node_next(node, within))
		if (node->tag == TAG_H && node->level > title &&
		    node->level <= title + LISTED_LEVELS && node->parent->look != LOOK_contents &&
		    place_of(node).length > 0) {
			list = list_at(b, list, node->level - title);
			build_entry(b, list, node, node->level - title);
		}
	build_captions(b, sect, within, title + LISTED_LEVELS);
}

void
fill_contents(struct builder *b)
{
	for (size_t i = 0; i < b->contents.count; i++)
		fill_list(b, b->contents.at[i].list, b->contents.at[i].within);
}
