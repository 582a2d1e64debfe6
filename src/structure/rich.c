/* SPDX-License-Identifier: MIT */
/*
 * Running text to nodes: paragraphs, lists, quotations, figures, free tables,
 * and what stands in a line.
 */
#include "base/path.h"
#include "structure/builder.h"
#include "structure/chapters/chapters.h"

struct node *
build_text(struct builder *b, struct node *parent, enum tag tag, enum look look, struct text words)
{
	struct node *node = tree_add(b->tree, parent, tag, look);

	tree_text(b->tree, node, words);
	return node;
}

static void
build_inner(struct builder *b, struct node *parent, const struct span *span, enum look look)
{
	struct node *inner = tree_add(b->tree, parent, TAG_SPAN, look);

	if (span->kind == SPAN_LANGUAGE)
		inner->language = span->address;
	build_spans(b, inner, span->first);
}

/* A name in brackets prints the title of what it means; an id keeps its letters. */
static void
build_reference(struct builder *b, struct node *parent, const struct span *span)
{
	struct node *link = build_link(b, parent, &span->to);

	link->from = &span->at;
	tree_text(b->tree, link, span->words);
	if (span->to.thing == THING_RECORD)
		note_shown(b, span->to.record);
}

/* What a link without words prints: a title, or a file's name without its ending. */
static struct text
target_words(const struct span *span)
{
	struct text name = path_name(span->to.address);

	switch (span->to.thing) {
	case THING_DOCUMENT: return span->to.document->title;
	case THING_SECTION: return span->to.section->title_words;
	case THING_RECORD: return span->to.record->title;
	case THING_FILE: return text_slice(name, 0, name.length - path_suffix(name).length);
	default: return span->words;
	}
}

static void
build_span(struct builder *b, struct node *parent, const struct span *span)
{
	struct node *link;

	switch (span->kind) {
	case SPAN_TEXT:
		tree_text(b->tree, parent, span->words);
		break;
	case SPAN_REF:
		build_reference(b, parent, span);
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
		link = build_link(b, parent, &span->to);
		link->from = &span->at;
		build_spans(b, link, span->first);
		if (!span->first)
			tree_text(b->tree, link, target_words(span));
		break;
	case SPAN_NOTE:
		build_note_mark(b, parent, span);
		break;
	case SPAN_BREAK:
		tree_add(b->tree, parent, TAG_BREAK, LOOK_plain);
		break;
	case SPAN_IMAGE:	/* a picture in a line is its words */
		tree_text(b->tree, parent, span->words);
		break;
	case SPAN_COMMENT:
		break;
	}
}

void
build_spans(struct builder *b, struct node *parent, const struct span *span)
{
	for (; span; span = span->next)
		build_span(b, parent, span);
}

static void
build_list(struct builder *b, struct node *parent, const struct block *list)
{
	struct node *node = tree_add(b->tree, parent, TAG_L, LOOK_plain);
	int number = list->start > 0 ? list->start : 1;

	node->ordered = list->ordered;
	node->from = &list->at;
	for (const struct block *item = list->first; item; item = item->next) {
		struct node *li;

		if (item->kind != BLOCK_ITEM)
			continue;
		li = tree_add(b->tree, node, TAG_LI, LOOK_plain);
		build_text(b, li, TAG_LBL, LOOK_plain,
		    list->ordered ? text_number(b->arena, number++) : TEXT("•"));
		build_inside(b, tree_add(b->tree, li, TAG_LBODY, LOOK_plain), item->first);
	}
}

static void
build_figure(struct builder *b, struct node *parent, const struct block *block)
{
	struct node *figure, *caption;

	if (!block->image)
		return;		/* it could not be read, and that was reported */
	figure = tree_add(b->tree, parent, TAG_FIGURE, LOOK_plain);
	figure->image = block->image;
	figure->spoken = block->words;
	figure->decorative = block->decorative;
	figure->from = &block->at;
	if (block->title.length == 0)
		return;
	caption = build_caption(b, figure, "figure", ++b->figures);
	tree_text(b->tree, caption, block->title);
}

/* A quotation among prose that begins with bold words: they head what stands out. */
static bool
is_callout(const struct node *parent, const struct block *quote)
{
	const struct block *first = quote->first;

	return (parent->tag == TAG_SECT || parent->tag == TAG_DOCUMENT) && first &&
	    first->kind == BLOCK_PARAGRAPH && first->spans && first->spans->kind == SPAN_STRONG;
}

static void
build_callout(struct builder *b, struct node *parent, const struct block *quote)
{
	struct node *box = tree_add(b->tree, parent, TAG_DIV, LOOK_callout),
	            *title = tree_add(b->tree, box, TAG_P, LOOK_callout_title);
	const struct block *first = quote->first;

	title->from = &quote->at;
	title->keep = true;
	build_spans(b, title, first->spans->first);
	if (first->spans->next) {
		struct span *rest = arena_copy(b->arena, first->spans->next, sizeof *rest);

		if (text_begins(rest->words, " "))
			rest->words = text_from(rest->words, 1);
		build_spans(b, tree_add(b->tree, box, TAG_P, LOOK_plain), rest);
	}
	build_unnumbered(b, box, first->next);
}

void
build_block(struct builder *b, struct node *parent, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		build_spans(b, build_paragraph(b, parent, &block->at), block->spans);
		break;
	case BLOCK_LIST:
		build_list(b, parent, block);
		break;
	case BLOCK_ITEM:
	case BLOCK_PLACE:
		build_blocks(b, parent, block->first);
		break;
	case BLOCK_QUOTE:
		if (is_callout(parent, block))
			build_callout(b, parent, block);
		else
			build_blocks(b, tree_add(b->tree, parent, TAG_QUOTE, LOOK_plain),
			    block->first);
		break;
	case BLOCK_TABLE:
		build_free_table(b, parent, block->table,
		    block->table->caption ? block->table->caption : block->spans);
		break;
	case BLOCK_FIGURE:
		build_figure(b, parent, block);
		break;
	case BLOCK_VIEW:
		build_view(b, parent, block->view, block->spans);
		break;
	case BLOCK_REMOVED:
		build_removed(b, parent, block->removed);
		break;
	case BLOCK_SECTION:
	case BLOCK_RECORD:
	case BLOCK_GROUP:
	case BLOCK_COMMENT:
		break;		/* sections and records are the chapters' */
	}
}

void
build_blocks(struct builder *b, struct node *parent, const struct block *block)
{
	for (; block; block = block->next)
		build_block(b, parent, block);
}

void
build_unnumbered(struct builder *b, struct node *parent, const struct block *content)
{
	enum numbering numbering = b->numbering;

	b->numbering = NUMBERING_NONE;
	build_blocks(b, parent, content);
	b->numbering = numbering;
}

void
build_inside(struct builder *b, struct node *parent, const struct block *content)
{
	const struct block *paragraph = only_paragraph(content);

	if (paragraph)
		build_spans(b, parent, paragraph->spans);
	else
		build_unnumbered(b, parent, content);
}
