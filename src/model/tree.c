/* SPDX-License-Identifier: MIT */
/*
 * Making and reading the tree.
 */
#include <assert.h>

#include "base/buffer.h"
#include "model/tree.h"

const char *const tag_names[TAG_COUNT] = {
	[TAG_DOCUMENT] = "document", [TAG_SECT] = "sect", [TAG_DIV] = "div",
	[TAG_QUOTE] = "quote", [TAG_H] = "h", [TAG_P] = "p", [TAG_L] = "list",
	[TAG_LI] = "item", [TAG_LBL] = "label", [TAG_LBODY] = "body", [TAG_TABLE] = "table",
	[TAG_CAPTION] = "caption", [TAG_THEAD] = "thead", [TAG_TBODY] = "tbody",
	[TAG_TR] = "row", [TAG_TH] = "head", [TAG_TD] = "cell", [TAG_TOC] = "toc",
	[TAG_TOCI] = "toc-item", [TAG_FIGURE] = "figure", [TAG_FORM] = "form",
	[TAG_NOTE] = "note", [TAG_REFERENCE] = "reference", [TAG_LINK] = "link",
	[TAG_SPAN] = "span", [TAG_TEXT] = "text", [TAG_PAGE_OF] = "page-of",
	[TAG_BREAK] = "break",
};

const char *const look_names[LOOK_COUNT] = {
#define LOOK(name, sentence) #name,
#include "model/looks.def"
#undef LOOK
};

struct tree *
tree_new(struct arena *arena)
{
	struct tree *tree = ARENA_NEW(arena, struct tree);

	tree->arena = arena;
	tree->ids.arena = arena;
	tree->root = tree_add(tree, NULL, TAG_DOCUMENT, LOOK_plain);
	return tree;
}

struct node *
tree_add(struct tree *tree, struct node *parent, enum tag tag, enum look look)
{
	struct node *node = ARENA_NEW(tree->arena, struct node);

	node->tag = tag;
	node->look = look;
	node->parent = parent;
	node->columns = node->rows = 1;
	if (!parent)
		return node;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	return node;
}

struct node *
tree_text(struct tree *tree, struct node *parent, struct text words)
{
	struct node *node;

	if (words.length == 0)
		return NULL;
	node = tree_add(tree, parent, TAG_TEXT, LOOK_plain);
	node->words = words;
	return node;
}

void
tree_remove_last(struct node *parent)
{
	struct node *before = (struct node *)node_before(parent->last);

	if (before)
		before->next = NULL;
	else
		parent->first = NULL;
	parent->last = before;
}

struct text
tree_name(struct tree *tree, struct node *node, struct text id)
{
	struct text name = id;

	for (int copy = 2; map_find(&tree->ids, name); copy++)
		name = text_format(tree->arena, "%.*s-%d", TEXT_ARGS(id), copy);
	map_set(&tree->ids, name, node);
	node->id = name;
	return name;
}

void
tree_name_also(struct tree *tree, struct node *node, struct text id)
{
	if (map_find(&tree->ids, id))
		return;
	if (node->id.length == 0)
		node->id = id;
	map_set(&tree->ids, id, node);
}

const struct node *
node_next(const struct node *node, const struct node *top)
{
	if (node->first)
		return node->first;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

const struct node *
node_before(const struct node *node)
{
	const struct node *before = NULL;

	for (const struct node *at = node->parent->first; at != node; at = at->next)
		before = at;
	return before;
}

void
tree_finish(struct tree *tree)
{
	int index = 0;

	for (const struct node *node = tree->root; node; node = node_next(node, tree->root))
		((struct node *)node)->index = index++;
	tree->count = index;
}

const struct node *
tree_find(const struct tree *tree, struct text id)
{
	return map_find(&tree->ids, id);
}

struct text
node_words(struct arena *arena, const struct node *top)
{
	struct buffer out = { .arena = arena };

	for (const struct node *node = top; node; node = node_next(node, top)) {
		if (node->tag == TAG_TEXT)
			buffer_text(&out, node->words);
		else if (node->tag == TAG_BREAK || !tag_is_inline(node->tag))
			buffer_byte(&out, ' ');
	}
	return text_trim(buffer_view(&out));
}

bool
tag_is_leaf(enum tag tag)
{
	return tag == TAG_TEXT || tag == TAG_PAGE_OF || tag == TAG_BREAK;
}

bool
tag_is_inline(enum tag tag)
{
	return tag == TAG_SPAN || tag == TAG_LINK || tag == TAG_REFERENCE || tag_is_leaf(tag);
}

struct text
node_language(const struct tree *tree, const struct node *node)
{
	for (; node; node = node->parent)
		if (node->language.length > 0)
			return node->language;
	return tree->language;
}

bool
language_runs_left(struct text tag)
{
	static const char *const languages[] = {
		"ar", "he", "fa", "ur", "ps", "yi", "dv", "ug", "sd" };

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (text_begins(tag, languages[i]) && (tag.length == 2 || tag.s[2] == '-'))
			return true;
	return false;
}
