/* SPDX-License-Identifier: MIT */
/*
 * How a document begins: a plan with a cover, a report or paper with a front
 * sheet. Both say the council, the title, and the facts that the style lists.
 */
#include "structure/chapters/chapters.h"

/* What kind of document it is, and of which time or meeting. */
static struct text
subtitle_of(struct builder *b)
{
	const struct document *document = b->document;
	struct text own = document_words(document, "subtitle"), period = document_words(document, "period");
	struct text kind = kind_phrase(b, "document", document_kind_names[document->kind]);

	if (own.length > 0)
		return own;
	return period.length > 0 ? text_format(b->arena, "%.*s, %.*s", TEXT_ARGS(kind), TEXT_ARGS(period)) : kind;
}

static void
add_fact(struct builder *b, struct node *body, struct text label, struct text words)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain);

	build_text(b, row, TAG_TH, LOOK_plain, label)->scope = SCOPE_ROW;
	build_text(b, row, TAG_TD, LOOK_plain, words);
}

/* The facts of a list "version, status, date", as far as the document states them. */
static void
build_facts(struct builder *b, struct node *parent, enum look look, struct text keys)
{
	struct node *table = tree_add(b->tree, parent, TAG_TABLE, look);
	struct node *body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain);
	struct column *columns = arena_array(b->arena, 2, sizeof *columns);

	columns[0].label = true;
	table->columns = 2;
	table->column = columns;
	for (size_t at = 0; at < keys.length;) {
		size_t end = text_find_byte(keys, ',', at);
		const char *key = text_string(b->arena, text_trim(text_slice(keys, at, end)));
		struct text words = document_words(b->document, key);

		if (words.length > 0)
			add_fact(b, body, kind_phrase(b, "key", key), words);
		at = end + 1;
	}
	if (!body->first)
		tree_remove_last(parent);
}

void
build_cover(struct builder *b)
{
	struct node *cover = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_cover), *title;

	if (b->corpus->council.name.length > 0)
		build_text(b, cover, TAG_P, LOOK_cover_council, b->corpus->council.name);
	title = build_text(b, cover, TAG_H, LOOK_cover_title, b->document->title);
	title->level = 1;
	tree_name(b->tree, title, b->document->id);
	build_text(b, cover, TAG_P, LOOK_cover_subtitle, subtitle_of(b));
	build_facts(b, cover, LOOK_cover_facts, phrase(b, "cover-facts"));
}

void
build_front_sheet(struct builder *b)
{
	struct node *root = b->tree->root, *title;

	if (b->corpus->council.name.length > 0)
		build_text(b, root, TAG_P, LOOK_cover_council, b->corpus->council.name);
	title = build_text(b, root, TAG_H, LOOK_cover_title, b->document->title);
	title->level = 1;
	tree_name(b->tree, title, b->document->id);
	build_text(b, root, TAG_P, LOOK_cover_subtitle, subtitle_of(b));
	build_facts(b, root, LOOK_front_block, phrase(b, "front-facts"));
}
