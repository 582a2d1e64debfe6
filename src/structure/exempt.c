/* SPDX-License-Identifier: MIT */
/*
 * What is said of exempt matter: to the public, in its place, the paragraph
 * and the reason; to those who may read it, that it is exempt, under which law
 * and why.
 */
#include "structure/records.h"

/* ---- in the place of what was taken out ---- */

/* The reason after words; after a full stop it begins with a capital. */
static void
add_reason(struct builder *b, struct node *parent, struct text before, struct text reason)
{
	bool begins = before.length == 0 || text_ends(before, ".");

	if (reason.length == 0)
		return;
	if (begins)
		reason = begin_with_capital(b->arena, reason);
	tree_text(b->tree, parent, text_format(b->arena, "%s%.*s",
	    before.length > 0 ? " " : "", TEXT_ARGS(reason)));
}

void
build_removed_words(struct builder *b, struct node *parent, const struct removed *removed)
{
	struct text words;

	if (removed->rows > 0 && removed->paragraph.length > 0)
		words = phrase_with(b, removed->rows == 1 ? "exempt-rows-1" : "exempt-rows",
		    text_number(b->arena, removed->rows), removed->paragraph);
	else if (removed->confidential)
		words = phrase(b, "confidential");
	else if (removed->paragraph.length > 0)
		words = phrase_with(b, "exempt-paragraph", removed->paragraph, TEXT(""));
	else
		words = phrase(b, "exempt");
	tree_text(b->tree, parent, words);
	add_reason(b, parent, words, removed->reason);
}

void
build_removed(struct builder *b, struct node *parent, const struct removed *removed)
{
	struct node *box = tree_add(b->tree, parent, TAG_DIV, LOOK_exempt_box);

	build_text(b, tree_add(b->tree, box, TAG_P, LOOK_plain), TAG_SPAN, LOOK_strong,
	    removed->title.length > 0 ? removed->title : phrase(b, "exempt-title"));
	build_removed_words(b, tree_add(b->tree, box, TAG_P, LOOK_plain), removed);
}

/* ---- beside what may be read ---- */

static bool
is_exempt(const struct exemption *exemption)
{
	return exemption->exempt || exemption->confidential;
}

const struct exemption *
exemption_of(const struct record *record)
{
	bool places = record->kind == KIND_item || record->kind == KIND_appendix;
	const struct document *placed = places ? record_places(record) : NULL;

	if (is_exempt(&record->exemption))
		return &record->exemption;
	return placed && is_exempt(&placed->exemption) ? &placed->exemption : NULL;
}

/* The nearest mark over a section: its own, one round it, its document's. */
static const struct exemption *
exemption_over(const struct section *section, const struct document *document)
{
	for (; section; section = section->parent)
		if (is_exempt(&section->exemption))
			return &section->exemption;
	return is_exempt(&document->exemption) ? &document->exemption : NULL;
}

void
mark_exempt(struct builder *b, struct node *node, const struct exemption *exemption)
{
	if (!exemption || node->exemption)
		return;
	node->exemption = exemption;
	b->tree->has_exempt = true;
}

const struct exemption *
exemption_over_record(const struct record *record)
{
	const struct exemption *own = exemption_of(record);

	return own ? own : exemption_over(record->section, record->document);
}

void
mark_exempt_record(struct builder *b, struct node *node, const struct record *record)
{
	mark_exempt(b, node, exemption_over_record(record));
}

void
mark_exempt_document(struct builder *b, struct node *node, const struct document *document)
{
	mark_exempt(b, node, exemption_over(NULL, document));
}

void
build_exempt_words(struct builder *b, struct node *parent, const struct exemption *exemption)
{
	struct text words = exemption->confidential
	    ? phrase(b, "confidential-beside")
	    : phrase_with(b, "exempt-beside", exemption->paragraph, TEXT(""));

	build_text(b, parent, TAG_SPAN, LOOK_exempt_words, words);
	add_reason(b, parent, words, exemption->reason);
}

void
build_exempt_box(struct builder *b, struct node *parent, const struct exemption *exemption)
{
	struct text law = TEXT("");
	struct node *box, *why;

	if (!is_exempt(exemption))
		return;
	mark_exempt(b, parent, exemption);
	box = tree_add(b->tree, parent, TAG_DIV, LOOK_exempt_box);
	build_text(b, tree_add(b->tree, box, TAG_P, LOOK_plain), TAG_SPAN, LOOK_exempt_words,
	    phrase(b, exemption->confidential ? "confidential-heading" : "exempt-heading"));
	why = tree_add(b->tree, box, TAG_P, LOOK_plain);
	if (!exemption->confidential)
		law = phrase_with(b, "exempt-law", exemption->paragraph,
		    text_of(schedules[b->corpus->council.jurisdiction].law));
	tree_text(b->tree, why, law);
	add_reason(b, why, law, exemption->reason);
}
