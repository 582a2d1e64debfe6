/* SPDX-License-Identifier: MIT */
/*
 * What committee reports have of their own: recommendations in a box, and the
 * structure of a service as a nested list.
 */
#include "structure/chapters/chapters.h"

void
build_recommendations(struct builder *b, struct node *sect, const struct section *section)
{
	build_content(b, tree_add(b->tree, sect, TAG_DIV, LOOK_recommendations), section);
}

/* Posts from one on that stand at a depth or deeper, as a list; the first that stands higher. */
static const struct block *
build_posts(struct builder *b, struct node *parent, const struct block *block, int depth)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_plain), *body = NULL;

	while (block && block->kind == BLOCK_RECORD && block->record->depth >= depth) {
		struct text more = record_words(block->record, ROLE_text);
		struct node *item;

		if (block->record->depth > depth && body) {
			block = build_posts(b, body, block, block->record->depth);
			continue;
		}
		item = tree_add(b->tree, list, TAG_LI, LOOK_plain);
		tree_name(b->tree, item, block->record->id);
		build_text(b, item, TAG_LBL, LOOK_plain, TEXT("•"));
		body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
		item = tree_add(b->tree, body, TAG_P, LOOK_plain);
		build_text(b, item, TAG_SPAN, LOOK_strong, block->record->title);
		if (more.length > 0)
			tree_text(b->tree, item, text_format(b->arena, ": %.*s", TEXT_ARGS(more)));
		block = block->next;
	}
	return block;
}

void
build_structure(struct builder *b, struct node *sect, const struct section *section)
{
	for (const struct block *block = section->content; block;) {
		if (block->kind == BLOCK_RECORD) {
			block = build_posts(b, sect, block, block->record->depth);
			continue;
		}
		if (block->kind == BLOCK_SECTION)
			build_section(b, sect, block->section);
		else
			build_block(b, sect, block);
		block = block->next;
	}
}
