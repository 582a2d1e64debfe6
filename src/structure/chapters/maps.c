/* SPDX-License-Identifier: MIT */
/*
 * How things hang together, said as nested lists: outcome, priority, measure;
 * and the documents of the council. Each relation stands here in words.
 */
#include "structure/chapters/chapters.h"

static struct node *
add_item(struct builder *b, struct node *list, const struct record *record, struct text words)
{
	struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body, *line;

	build_text(b, item, TAG_LBL, LOOK_plain, TEXT("•"));
	body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
	line = tree_add(b->tree, body, TAG_P, LOOK_plain);
	if (record)
		build_tag(b, line, record);
	else
		tree_text(b->tree, line, words);
	return body;
}

/* True when a priority names an outcome in its links; with no outcome: when it names none. */
static bool
stands_under(const struct record *priority, const struct record *outcome)
{
	const struct value *links = record_value(priority, ROLE_links);
	bool has_one = false;

	for (size_t i = 0; links && i < links->links.count; i++) {
		const struct record *to = links->links.at[i].to.record;

		if (to && to == outcome)
			return true;
		has_one |= to && to->kind == KIND_outcome;
	}
	return !outcome && !has_one;
}

static void
add_measures(struct builder *b, struct node *body, const struct record *priority)
{
	struct node *list = NULL;

	for (size_t i = 0; i < priority->served_by.count; i++) {
		const struct record *record = priority->served_by.at[i];

		if (record->document != b->document || record->kind != KIND_measure)
			continue;
		if (!list)
			list = tree_add(b->tree, body, TAG_L, LOOK_plain);
		add_item(b, list, record, TEXT(""));
	}
}

static void
add_priorities(struct builder *b, struct node *body, const struct record *outcome,
    bool with_measures)
{
	struct node *list = NULL;

	for (size_t i = 0; i < b->corpus->priorities.count; i++) {
		const struct record *priority = b->corpus->priorities.at[i];
		struct node *under;

		if (!stands_under(priority, outcome))
			continue;
		if (!list)
			list = tree_add(b->tree, body, TAG_L, LOOK_plain);
		under = add_item(b, list, priority, TEXT(""));
		if (with_measures)
			add_measures(b, under, priority);
	}
}

static bool
has_loose_priority(const struct builder *b)
{
	for (size_t i = 0; i < b->corpus->priorities.count; i++)
		if (stands_under(b->corpus->priorities.at[i], NULL))
			return true;
	return false;
}

static void
build_map(struct builder *b, struct node *sect, const struct section *section, const char *caption,
    bool with_measures)
{
	struct node *list;

	build_content(b, sect, section);
	if (b->corpus->priorities.count == 0)
		return;
	build_view_title(b, sect);
	build_text(b, sect, TAG_P, LOOK_hint, phrase(b, caption));
	list = tree_add(b->tree, sect, TAG_L, LOOK_plain);
	for (size_t i = 0; i < b->corpus->outcomes.count; i++)
		add_priorities(b, add_item(b, list, b->corpus->outcomes.at[i], TEXT("")),
		    b->corpus->outcomes.at[i], with_measures);
	if (has_loose_priority(b))
		add_priorities(b, add_item(b, list, NULL, phrase(b, "no-outcome")), NULL,
		    with_measures);
}

void
build_strategy_map(struct builder *b, struct node *sect, const struct section *section)
{
	build_map(b, sect, section, "serves-map", true);
}

void
build_outcomes_map(struct builder *b, struct node *sect, const struct section *section)
{
	build_map(b, sect, section, "outcomes-map", false);
}

static bool
may_be_listed(const struct builder *b, const struct document *document)
{
	return document->kind != DOCUMENT_part && document_feeds(b->corpus, document, b->document);
}

void
build_plan_hierarchy(struct builder *b, struct node *sect, const struct section *section)
{
	static const char *const heads[] = { "document", "period", "status" };
	struct column *columns = arena_array(b->arena, 3, sizeof *columns);
	struct node *body;

	build_content(b, sect, section);
	columns[0].label = true;
	body = tree_add(b->tree, build_phrase_table(b, sect, &(struct phrase_table){ section, "hierarchy", heads, 3, columns }),
	    TAG_TBODY, LOOK_plain);
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
