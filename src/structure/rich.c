/* SPDX-License-Identifier: MIT */
/*
 * Running text to nodes: paragraphs, lists, quotations, free tables, and what
 * stands in a line.
 */
#include "structure/builder.h"

static void
build_link(struct builder *b, struct node *parent, const struct span *span)
{
	struct node *link = tree_add(b->tree, parent, TAG_LINK, LOOK_plain);

	link->from = &span->at;
	if (span->to.thing == THING_WEB || span->to.thing == THING_NONE)
		link->address = span->to.address.length > 0 ? span->to.address : span->address;
	build_spans(b, link, span->first);
}

static void
build_inner(struct builder *b, struct node *parent, const struct span *span, enum look look)
{
	struct node *inner = tree_add(b->tree, parent, TAG_SPAN, look);

	inner->language = span->kind == SPAN_LANGUAGE ? span->address : TEXT("");
	build_spans(b, inner, span->first);
}

void
build_spans(struct builder *b, struct node *parent, const struct span *span)
{
	for (; span; span = span->next)
		switch (span->kind) {
		case SPAN_TEXT:
		case SPAN_REF:
			tree_text(b->tree, parent, span->words);
			break;
		case SPAN_EMPHASIS:
			build_inner(b, parent, span, LOOK_emphasis);
			break;
		case SPAN_STRONG:
			build_inner(b, parent, span, LOOK_strong);
			break;
		case SPAN_LANGUAGE:
			build_inner(b, parent, span, LOOK_plain);
			break;
		case SPAN_LINK:
			build_link(b, parent, span);
			break;
		case SPAN_BREAK:
			tree_add(b->tree, parent, TAG_BREAK, LOOK_plain);
			break;
		case SPAN_NOTE:
		case SPAN_IMAGE:
		case SPAN_COMMENT:
			break;
		}
}

static void
build_list(struct builder *b, struct node *parent, const struct block *list)
{
	struct node *node = tree_add(b->tree, parent, TAG_L, LOOK_plain);
	int number = list->start > 0 ? list->start : 1;

	node->ordered = list->ordered;
	for (const struct block *item = list->first; item; item = item->next, number++) {
		struct node *li = tree_add(b->tree, node, TAG_LI, LOOK_plain);
		struct node *label = tree_add(b->tree, li, TAG_LBL, LOOK_plain);

		tree_text(b->tree, label, list->ordered ? text_number(b->arena, number) : TEXT("•"));
		build_blocks(b, tree_add(b->tree, li, TAG_LBODY, LOOK_plain), item->first);
	}
}

static void
build_row(struct builder *b, struct node *part, const struct table_row *row)
{
	struct node *tr = tree_add(b->tree, part, TAG_TR, LOOK_plain);

	for (size_t i = 0; i < row->cells.count; i++) {
		const struct cell *cell = &row->cells.at[i];
		bool is_head = row->head || i == 0 || cell->head;
		struct node *node = tree_add(b->tree, tr, is_head ? TAG_TH : TAG_TD, LOOK_plain);

		node->scope = row->head ? SCOPE_COLUMN : is_head ? SCOPE_ROW : SCOPE_NONE;
		node->columns = cell->columns;
		node->rows = cell->rows;
		build_blocks(b, node, cell->content);
	}
}

void
build_free_table(struct builder *b, struct node *parent, const struct table *table)
{
	struct node *node = tree_add(b->tree, parent, TAG_TABLE, LOOK_plain);
	struct column *columns = arena_array(b->arena, (size_t)table->columns, sizeof *columns);
	struct node *part = NULL;

	node->columns = table->columns;
	node->column = columns;
	if (table->caption)
		build_spans(b, tree_add(b->tree, node, TAG_CAPTION, LOOK_plain), table->caption);
	for (size_t i = 0; i < table->rows.count; i++) {
		const struct table_row *row = &table->rows.at[i];
		enum tag tag = row->head ? TAG_THEAD : TAG_TBODY;

		if (!part || part->tag != tag)
			part = tree_add(b->tree, node, tag, LOOK_plain);
		build_row(b, part, row);
	}
}

void
build_blocks(struct builder *b, struct node *parent, const struct block *block)
{
	for (; block; block = block->next)
		switch (block->kind) {
		case BLOCK_PARAGRAPH:
			build_spans(b, tree_add(b->tree, parent, TAG_P, LOOK_plain), block->spans);
			break;
		case BLOCK_LIST:
			build_list(b, parent, block);
			break;
		case BLOCK_QUOTE:
			build_blocks(b, tree_add(b->tree, parent, TAG_QUOTE, LOOK_plain), block->first);
			break;
		case BLOCK_TABLE:
			build_free_table(b, parent, block->table);
			break;
		case BLOCK_PLACE:
			build_blocks(b, parent, block->first);
			break;
		default:
			break;
		}
}
