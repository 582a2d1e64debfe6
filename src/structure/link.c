/* SPDX-License-Identifier: MIT */
/*
 * Names and links to nodes: where a thing stands, in this output or in
 * another, and how a priority is named.
 */
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "structure/records.h"

void
note_shown(struct builder *b, const struct record *record)
{
	struct text key = { (const char *)&record, sizeof record };

	map_set(&b->shown, text_copy(b->arena, key), (void *)record);
}

bool
stands_here(const struct builder *b, const struct document *document)
{
	for (size_t i = 0; i < b->enclosed.count; i++)
		if (b->enclosed.at[i].document == document)
			return true;
	return false;
}

struct text
id_here(const struct builder *b, const struct document *document, struct text id)
{
	if (document == b->enclosed.at[0].document || !stands_here(b, document))
		return id;
	return text_format(b->arena, "%.*s/%.*s", TEXT_ARGS(document->id), TEXT_ARGS(id));
}

struct text
section_id_here(const struct builder *b, const struct section *section)
{
	return id_here(b, section->document, section->id);
}

/* The way from this tree's output to another's: up as often as this one is deep. */
static struct text
way_to(struct builder *b, const struct document *document)
{
	struct text path = document->path, suffix = path_suffix(path), way = TEXT("");
	struct text here = path_folder(b->enclosed.at[0].document->path);

	for (size_t i = 0; i < here.length; i++)
		if (here.s[i] == '/' || i == 0)
			way = text_join(b->arena, way, TEXT("../"));
	way = text_join(b->arena, way, text_slice(path, 0, path.length - suffix.length));
	return b->corpus->audience == AUDIENCE_FULL ? text_join(b->arena, way, TEXT("-full")) : way;
}

static struct node *
link_to(struct builder *b, struct node *parent, const struct document *document, struct text id)
{
	struct node *link = tree_add(b->tree, parent, TAG_LINK, LOOK_plain);

	link->to = id_here(b, document, id);
	if (!stands_here(b, document))
		link->document = way_to(b, document);
	return link;
}

struct node *
build_record_link(struct builder *b, struct node *parent, const struct record *record)
{
	const struct record *there = record->joins ? record->joins : record;
	struct node *link = link_to(b, parent, there->document, there->id);

	note_shown(b, record);
	mark_exempt_record(b, link, record);
	return link;
}

struct node *
build_link(struct builder *b, struct node *parent, const struct target *to)
{
	struct node *link;

	switch (to->thing) {
	case THING_DOCUMENT:
		return link_to(b, parent, to->document,
		    stands_here(b, to->document) ? to->document->id : TEXT(""));
	case THING_SECTION:
		return link_to(b, parent, to->document, to->section->id);
	case THING_RECORD:
		return build_record_link(b, parent, to->record);
	case THING_REFERENCE:
		if (to->reference->address.length == 0)
			break;
		link = tree_add(b->tree, parent, TAG_LINK, LOOK_plain);
		link->address = to->reference->address;
		return link;
	case THING_WEB:
		link = tree_add(b->tree, parent, TAG_LINK, LOOK_plain);
		link->address = to->address;
		return link;
	case THING_NONE:
	case THING_ACT:
	case THING_FILE:
		break;
	}
	return tree_add(b->tree, parent, TAG_SPAN, LOOK_plain);
}

void
build_tag(struct builder *b, struct node *parent, const struct record *record)
{
	struct node *link = build_record_link(b, parent, record);
	struct text ref = ref_of(record);

	link->look = LOOK_tag;
	if (ref.length > 0) {
		build_text(b, link, TAG_SPAN, LOOK_tag_id, ref);
		tree_text(b->tree, link, TEXT(" "));
	}
	tree_text(b->tree, link, record->title);
}

/* A page that is nowhere in this document is a dash. */
static void
settle_page(struct tree *tree, struct node *node)
{
	if (tree_find(tree, node->to))
		return;
	node->tag = TAG_TEXT;
	node->words = TEXT("–");
	node->to = TEXT("");
}

void
settle_links(struct tree *tree)
{
	for (const struct node *node = tree->root; node; node = node_next(node, tree->root)) {
		bool leads_here = (node->tag == TAG_LINK || node->tag == TAG_REFERENCE) &&
		    node->to.length > 0 && node->document.length == 0 && node->address.length == 0;

		if (node->tag == TAG_PAGE_OF)
			settle_page(tree, (struct node *)node);
		if (leads_here && tree_find(tree, node->to))
			((struct node *)node)->to = tree_find(tree, node->to)->id;
		else if (leads_here && node->tag == TAG_LINK) {
			((struct node *)node)->tag = TAG_SPAN;
			((struct node *)node)->to = TEXT("");
		}
	}
}
