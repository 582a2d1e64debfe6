/* SPDX-License-Identifier: MIT */
/*
 * A document of the corpus to the tree that its reader reads.
 *
 * The title is the one heading of level 1; a section's heading is of level 2,
 * and deeper ones follow without a gap, as PDF/UA (ISO 14289-1, 7.4.2) and
 * HTML both want it.
 */
#include "structure/builder.h"
#include "structure/structure.h"

struct text
phrase(const struct builder *b, const char *name)
{
	return style_phrase(b->style, name);
}

struct node *
build_heading(struct builder *b, struct node *sect, const struct section *section)
{
	struct node *heading = tree_add(b->tree, sect, TAG_H, LOOK_plain);

	heading->level = section->level;
	heading->from = &section->at;
	build_spans(b, heading, section->title);
	return heading;
}

static void
build_content(struct builder *b, struct node *parent, const struct block *content)
{
	for (const struct block *block = content; block; block = block->next) {
		struct block alone = *block;
		struct node *sect;

		alone.next = NULL;
		if (block->kind != BLOCK_SECTION) {
			build_blocks(b, parent, &alone);
			continue;
		}
		sect = tree_add(b->tree, parent, TAG_SECT, LOOK_plain);
		tree_name(b->tree, sect, block->section->id);
		build_heading(b, sect, block->section);
		build_content(b, sect, block->section->content);
	}
}

/* The output's path in the output folder, without suffix. */
static struct text
output_file(struct arena *arena, const struct corpus *corpus, const struct document *document)
{
	struct text path = document->path;

	for (size_t i = path.length; i > 0; i--)
		if (path.s[i - 1] == '.') {
			path = text_slice(path, 0, i - 1);
			break;
		}
	return corpus->audience == AUDIENCE_FULL ? text_join(arena, path, TEXT("-full")) : path;
}

const struct tree *
structure_document(struct arena *arena, const struct corpus *corpus, const struct document *document,
    const struct style *style, const struct diag *draft)
{
	struct builder b = { .arena = arena, .tree = tree_new(arena), .corpus = corpus,
	    .document = document, .style = style, .draft = draft };
	struct node *title = tree_add(b.tree, b.tree->root, TAG_H, LOOK_cover_title);

	title->level = 1;
	tree_text(b.tree, title, document->title);
	b.tree->title = b.tree->short_title = document->title;
	b.tree->language = document->language;
	b.tree->council = corpus->council.name;
	b.tree->file = output_file(arena, corpus, document);
	b.tree->draft = draft != NULL;
	build_content(&b, b.tree->root, document->content);
	tree_finish(b.tree);
	return b.tree;
}
