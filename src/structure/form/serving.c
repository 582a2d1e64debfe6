/* SPDX-License-Identifier: MIT */
/*
 * What serves a priority, an outcome or a principle, as a pair of its form in
 * the plan that states it: each record with its service and how it did last.
 * Only a priority that nothing serves says so.
 */
#include "structure/records.h"

/* A record with its service and how it did last. */
static void
build_server(struct builder *b, struct node *line, const struct record *record)
{
	struct text service = document_words(record->document, "service");
	const struct figure *figure =
	    record->kind == KIND_measure ? shown_figure(record, NULL) : NULL;

	mark_exempt_record(b, line, record);
	build_tag(b, line, record);
	if (record->document != b->document && service.length > 0)
		build_text(b, line, TAG_SPAN, LOOK_muted,
		    text_format(b->arena, " %.*s", TEXT_ARGS(service)));
	if (figure && figure->status != STATUS_NONE) {
		tree_text(b->tree, line, TEXT(" "));
		build_status(b, line, figure);
	}
}

static size_t
count_servers(const struct builder *b, const struct record *priority)
{
	size_t count = 0;

	for (size_t i = 0; i < priority->served_by.count; i++)
		count += may_serve(b, priority->served_by.at[i]);
	return count;
}

void
build_serving_pair(struct builder *b, struct pairs *pairs, const struct record *record)
{
	struct text label = phrase(b, "served-by");
	struct node *cell;

	if (label.length == 0 || record->document != b->document ||
	    (record->kind != KIND_priority && record->kind != KIND_outcome &&
	        record->kind != KIND_principle) ||
	    (record->kind != KIND_priority && count_servers(b, record) == 0))
		return;
	cell = add_pair(b, pairs, label);
	for (size_t i = 0; i < record->served_by.count; i++)
		if (may_serve(b, record->served_by.at[i]))
			build_server(b, tree_add(b->tree, cell, TAG_P, LOOK_plain),
			    record->served_by.at[i]);
	if (!cell->first)
		build_text(b, cell, TAG_SPAN, LOOK_status, phrase(b, "served-by-nothing"))->mark =
		    MARK_OFF;
}
