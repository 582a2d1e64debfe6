/* SPDX-License-Identifier: MIT */
/*
 * Trees as no author would write them, from a seed or from bytes: a cover, a
 * contents, headings, prose, lists, notes, boxes, forms, pictures and tables
 * of all kinds; some are drafts, some are full editions with exempt matter.
 */
#ifndef TESTS_TYPESET_RANDOM_TREE_H
#define TESTS_TYPESET_RANDOM_TREE_H

#include "random_more.h"

enum { BLOCKS_MOST = 40 };	/* of a tree made of bytes */

static inline void
random_pairs(struct chances *c, struct node *parent, enum look look, unsigned count)
{
	struct node *table = tree_add(c->tree, parent, TAG_TABLE, look), *body;

	c->depth++;
	table->columns = 2;
	body = tree_add(c->tree, table, TAG_TBODY, LOOK_plain);
	for (unsigned i = 0; i < count; i++) {
		struct node *row = tree_add(c->tree, body, TAG_TR, LOOK_plain);
		struct node *head = tree_add(c->tree, row, TAG_TH, LOOK_plain);

		head->scope = SCOPE_ROW;
		tree_text(c->tree, head, random_words(c, 3));
		if (look == LOOK_form_table && happens(c, 8))
			random_quarters(c, tree_add(c->tree, row, TAG_TD, LOOK_plain));
		else if (look == LOOK_cover_facts)
			tree_text(c->tree, tree_add(c->tree, row, TAG_TD, LOOK_plain), random_words(c, 4));
		else
			random_cell(c, row, TAG_TD, 20);
	}
	c->depth--;
}

static inline void
random_form(struct chances *c, struct node *parent)
{
	struct node *sect = tree_add(c->tree, parent, TAG_SECT, LOOK_form), *heading;
	int marked = c->marked_count;

	tree_text(c->tree, tree_add(c->tree, sect, TAG_P, LOOK_kicker), random_words(c, 4));
	heading = tree_add(c->tree, sect, TAG_H, LOOK_form_title);
	heading->level = 4;
	tree_text(c->tree, heading, new_name(c, "F"));
	tree_text(c->tree, heading, text_join(c->arena, TEXT(" "), random_words(c, 8)));
	tree_text(c->tree, tree_add(c->tree, heading, TAG_SPAN, LOOK_form_id), TEXT("H01"));
	random_pairs(c, sect, LOOK_form_table, 1 + chance_of(c, 20));
	if (c->marked_count > marked && chance_of(c, 2))
		random_notes(c, sect, marked);
}

static inline void
random_box(struct chances *c, struct node *sect)
{
	static const enum look looks[] = { LOOK_callout, LOOK_recommendations, LOOK_exempt_box };
	struct node *box = tree_add(c->tree, sect, TAG_DIV, looks[chance_of(c, 3)]);

	random_paragraph(c, box, 30);
	if (chance_of(c, 2))
		random_list(c, box, 10);
	if (happens(c, 12)) {
		c->depth++;
		random_table(c, box);
		c->depth--;
	}
}

static inline void
random_block(struct chances *c, struct node *sect)
{
	switch (chance_of(c, 12)) {
	case 0: case 1: case 2:
		random_paragraph(c, sect, 60);
		break;
	case 3:
		random_list(c, sect, 20);
		break;
	case 4: case 5: case 6:
		random_table(c, sect);
		break;
	case 7:
		random_form(c, sect);
		break;
	case 8:
		random_box(c, sect);
		break;
	case 9:
		random_figure(c, sect);
		break;
	case 10:
		random_pairs(c, sect, LOOK_front_block, 1 + chance_of(c, 9));
		break;
	default:
		random_paragraph(c, tree_add(c->tree, sect, TAG_QUOTE, LOOK_plain), 40);
	}
}

static inline void
random_heading(struct chances *c, struct node *sect, int level, unsigned number)
{
	struct node *heading = tree_add(c->tree, sect, TAG_H, LOOK_plain);

	heading->level = level;
	if (chance_of(c, 4)) {
		tree_text(c->tree, tree_add(c->tree, heading, TAG_SPAN, LOOK_number),
		    text_format(c->arena, "%u", number));
		tree_text(c->tree, heading, TEXT(" "));
	}
	tree_text(c->tree, heading, random_words(c, 8));
}

/* The lines of facts below a theme's heading, and the form that they lead into. */
static inline void
random_theme(struct chances *c, struct node *sect)
{
	unsigned count = 1 + chance_of(c, 3);

	for (unsigned i = 0; i < count; i++)
		tree_text(c->tree, tree_add(c->tree, sect, TAG_P, LOOK_theme_facts), random_words(c, 20));
	random_form(c, sect);
}

static inline void
random_sections(struct chances *c, struct node *parent, int level)
{
	unsigned count = 1 + chance_of(c, level == 2 ? 4 : 3);

	for (unsigned i = 0; i < count; i++) {
		struct node *sect = tree_add(c->tree, parent, TAG_SECT, LOOK_plain);
		unsigned blocks = chance_of(c, 5);
		int marked = c->marked_count;

		tree_name(c->tree, sect, text_format(c->arena, "part-%d", ++c->sections));
		sect->landscape = happens(c, 15);
		sect->new_page = happens(c, 20);
		random_heading(c, sect, level, i + 1);
		if (happens(c, 5))
			random_theme(c, sect);
		for (unsigned k = 0; k < blocks && (!c->bytes || c->blocks++ < BLOCKS_MOST); k++) {
			random_block(c, sect);
			random_more(c, sect);
		}
		if (level < 4 && chance_of(c, 2))
			random_sections(c, sect, level + 1);
		if (c->marked_count > marked)
			random_notes(c, tree_add(c->tree, sect, TAG_DIV, LOOK_end_notes), marked);
	}
}

/* Nested as those of a document are. */
static inline struct node *
contents_at(struct chances *c, struct node *toc, int depth)
{
	int above;

	while (toc->level >= depth)
		toc = toc->parent;
	above = toc->last ? toc->last->level : depth;
	if (above < depth) {
		toc = tree_add(c->tree, toc, TAG_TOC, LOOK_plain);
		toc->level = above;
	}
	return toc;
}

static inline void
random_contents(struct chances *c, struct node *toc)
{
	for (const struct node *node = c->tree->root; node; node = node_next(node, c->tree->root)) {
		struct node *entry, *link;

		if (node->tag != TAG_H || node->level < 2 || node->look == LOOK_form_title)
			continue;
		toc = contents_at(c, toc, node->level - 1);
		entry = tree_add(c->tree, toc, TAG_TOCI, LOOK_contents_entry);
		entry->level = node->level - 1;
		link = tree_add(c->tree, entry, TAG_LINK, LOOK_plain);
		link->to = node->parent->id;
		tree_text(c->tree, link, node_words(c->arena, node));
		tree_text(c->tree, link, TEXT(" "));
		tree_add(c->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
	}
}

static inline void
random_cover(struct chances *c)
{
	struct node *cover = tree_add(c->tree, c->tree->root, TAG_SECT, LOOK_cover), *title;

	tree_text(c->tree, tree_add(c->tree, cover, TAG_P, LOOK_cover_council), c->tree->council);
	title = tree_add(c->tree, cover, TAG_H, LOOK_cover_title);
	title->level = 1;
	tree_text(c->tree, title, random_words(c, 5));
	if (chance_of(c, 2))
		tree_text(c->tree, tree_add(c->tree, cover, TAG_P, LOOK_cover_subtitle), random_words(c, 6));
	if (chance_of(c, 2))
		random_pairs(c, cover, LOOK_cover_facts, 1 + chance_of(c, 8));
}

static inline void
fill_tree(struct chances *c)
{
	struct tree *tree = c->tree;
	struct node *title, *toc = NULL;

	tree->title = tree->short_title = TEXT("A random document");
	tree->language = TEXT("en-GB");
	tree->council = TEXT("Marlwold District Council");
	tree->version = TEXT("Version 1.0");
	tree->draft = c->draft = happens(c, 6);
	if (happens(c, 8)) {
		static const struct exemption exemption = { .exempt = true, .paragraph = TEXT("3") };

		tree->root->exemption = &exemption;
		tree->has_exempt = true;
	}
	if (chance_of(c, 2)) {
		random_cover(c);
	} else {
		title = tree_add(tree, tree->root, TAG_H, LOOK_cover_title);
		title->level = 1;
		tree_text(tree, title, random_words(c, 5));
	}
	if (tree->draft)
		tree_text(tree, tree_add(tree, tree->root, TAG_P, LOOK_draft_banner), TEXT("Draft"));
	if (chance_of(c, 2))
		toc = tree_add(tree, tree_add(tree, tree->root, TAG_SECT, LOOK_contents), TAG_TOC, LOOK_plain);
	random_sections(c, tree->root, 2);
	if (toc)
		random_contents(c, toc);
	tree_finish(tree);
}

static inline struct tree *
random_tree(struct arena *arena, uint64_t seed)
{
	uint64_t plain = seed > SEEDS_PLAIN ? seed - SEEDS_PLAIN : seed;
	struct chances c = { .state = plain * 0x9E3779B97F4A7C15 + 1, .tree = tree_new(arena), .arena = arena };

	if (seed > SEEDS_PLAIN)
		c.other = seed * 0xD1B54A32D192ED03 + 1;
	for (int i = 0; i < 8; i++)
		chance_of(&c, 2);
	fill_tree(&c);
	return c.tree;
}

/* The tree that a fuzzer's bytes choose. */
static inline struct tree *
tree_of_bytes(struct arena *arena, const uint8_t *bytes, size_t size)
{
	struct chances c = { .bytes = bytes, .end = bytes + size, .tree = tree_new(arena), .arena = arena };

	fill_tree(&c);
	return c.tree;
}

#endif
