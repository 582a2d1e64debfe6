/* SPDX-License-Identifier: MIT */
/*
 * How things hang together: vision, outcomes, priorities, themes; and the
 * documents of the council.
 */
#include "structure/chapters/chapters.h"
#include "structure/pictures.h"

static void
build_map(struct builder *b, struct node *sect, const struct section *section, bool is_of_plan)
{
	build_content(b, sect, section);
	if (b->corpus->priorities.count > 0)
		build_map_picture(b, sect, section, is_of_plan);
}

void
build_strategy_map(struct builder *b, struct node *sect, const struct section *section)
{
	build_map(b, sect, section, true);
}

void
build_outcomes_map(struct builder *b, struct node *sect, const struct section *section)
{
	build_map(b, sect, section, false);
}

static bool
may_be_listed(const struct builder *b, const struct document *document)
{
	return document->kind != DOCUMENT_part && document_feeds(b->corpus, document, b->document);
}

void
build_plan_hierarchy(struct builder *b, struct node *sect, const struct section *section)
{
	static const struct phrase_column columns[] = {
		{ .head = "document", .is.label = true },
		{ .head = "period" },
		{ .head = "status" },
	};
	struct phrase_table table = { section, "hierarchy", columns, 3 };
	struct node *body;

	build_content(b, sect, section);
	build_plans_picture(b, sect, section);
	body = build_phrase_body(b, sect, &table);
	for (size_t i = 0; i < b->corpus->documents.count; i++) {
		const struct document *document = b->corpus->documents.at[i];
		struct target to = { .thing = THING_DOCUMENT, .document = document };
		struct node *row, *head;

		if (!may_be_listed(b, document))
			continue;
		row = tree_add(b->tree, body, TAG_TR, LOOK_plain);
		head = tree_add(b->tree, row, TAG_TH, LOOK_plain);
		head->scope = SCOPE_ROW;
		tree_text(b->tree, build_link(b, head, &to), document->title);
		tree_text(b->tree, add_labelled_cell(b, row, "period", LOOK_plain),
		    document_words(document, "period"));
		tree_text(b->tree, add_labelled_cell(b, row, "status", LOOK_plain),
		    document_words(document, "status"));
	}
}
