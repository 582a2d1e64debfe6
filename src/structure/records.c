/* SPDX-License-Identifier: MIT */
/*
 * The content of a section in its order: prose as it stands, neighbouring
 * records as one table, list or row of forms, sections by their chapters.
 */
#include "structure/chapters/chapters.h"
#include "structure/records.h"

/* True for what an item of a list says all of: under a heading of its own it would look lost. */
static bool
is_always_listed(const struct record *record)
{
	return record->kind == KIND_recommendation || record->kind == KIND_appendix ||
	    record->kind == KIND_post ||
	    (record->kind == KIND_document && record->form != FORM_ROWS);
}

/*
 * As the section says, else as the style does; but rows stay rows, and what has
 * a heading and fields is no item.
 */
static enum form
form_of(const struct builder *b, const struct section *section, const struct record *record)
{
	enum form form = b->style->kinds[record->kind].show;

	switch (section->show) {
	case SHOW_FORM: return FORM_FIELDS;
	case SHOW_TABLE: return FORM_ROWS;
	case SHOW_LIST: return FORM_LIST;
	case SHOW_BY_STYLE: break;
	}
	if (record->form == FORM_ROWS && !is_always_listed(record))
		return FORM_ROWS;
	if (record->form == FORM_FIELDS && form == FORM_LIST && !is_always_listed(record))
		return FORM_FIELDS;
	return form;
}

void
name_record_node(struct builder *b, struct node *node, const struct record *record,
    const struct section *here)
{
	struct text id = id_here(b, record->document, record->id);

	if (!record->joins && record->document == b->document && record->section == here &&
	    !tree_find(b->tree, id))
		tree_name(b->tree, node, id);
}

/* ---- lists ---- */

static bool
is_name_of_item(const struct value *value, const struct value *name)
{
	return value == name || value->field->role == ROLE_ref || value->field->role == ROLE_exempt;
}

/* What an item says beyond its name; a description needs no label. */
static void
build_item_fields(struct builder *b, struct node *body, const struct record *record,
    const struct value *name)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		struct node *line;

		if (is_name_of_item(value, name) || !value->content)
			continue;
		line = tree_add(b->tree, body, TAG_P, LOOK_plain);
		line->language = value->language;
		if (value->field->role != ROLE_description && value->language.length == 0)
			build_text(b, line, TAG_SPAN, LOOK_muted, text_format(b->arena, "%.*s: ",
			    TEXT_ARGS(label_of(b, value->field, value->period_words))));
		if (value->links.count > 0)
			build_links_in_line(b, line, value);
		else
			build_inside(b, line, value->content);
	}
}

/* A record as an item: its number or id, its name, then what else it says. */
void
build_item(struct builder *b, struct node *list, const struct record *record, struct text label)
{
	struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body, *words;
	const struct value *title = record_value(record, ROLE_title);
	const struct value *name = title ? title : record_value(record, ROLE_text);
	const struct exemption *exemption = exemption_of(record);

	name_record_node(b, item, record, record->section);
	note_shown(b, record);
	mark_exempt_record(b, item, record);
	build_text(b, item, TAG_LBL, LOOK_plain, label);
	body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
	words = tree_add(b->tree, body, TAG_P, LOOK_plain);
	words->from = &record->at;
	if (name)
		build_inside(b, words, name->content);
	if (exemption)
		build_exempt_words(b, tree_add(b->tree, body, TAG_P, LOOK_plain), exemption);
	build_item_fields(b, body, record, name);
	build_blocks(b, body, record->prose);
}

static void
build_record_list(struct builder *b, struct node *parent, const struct record_run *run)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_plain);

	for (size_t i = 0; i < run->count; i++) {
		struct text ref = ref_of(run->at[i]);

		list->ordered = list->ordered || ref.length > 0;
		build_item(b, list, run->at[i], ref.length > 0 ? ref : TEXT("•"));
	}
}

/* ---- reviews that fall due ---- */

bool
is_due_review(const struct builder *b, const struct value *value)
{
	const struct span_of_time *period = &b->document->period;

	return value && value->field->role == ROLE_review && value->when.set && !value->when.open &&
	    period->set && date_compare(value->when.last, period->first) >= 0 &&
	    date_compare(value->when.last, period->last) <= 0;
}

/* The records whose reviews fall in the document's period, the next first. */
static void
find_reviews(struct builder *b, const struct record_run *run, struct record_run *due)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct value *review = record_value(run->at[i], ROLE_review);
		size_t at = due->count;

		if (!is_due_review(b, review))
			continue;
		(void)array_push(b->arena, due);
		for (; at > 0 && span_of_time_compare(
		    &record_value(due->at[at - 1], ROLE_review)->when, &review->when) > 0; at--)
			due->at[at] = due->at[at - 1];
		due->at[at] = run->at[i];
	}
}

void
build_reviews(struct builder *b, struct node *parent, const struct record_run *run)
{
	struct record_run due = { 0 };
	struct node *line = tree_add(b->tree, parent, TAG_P, LOOK_plain);

	find_reviews(b, run, &due);
	tree_text(b->tree, line,
	    phrase_with(b, "reviews", document_words(b->document, "period"), TEXT("")));
	for (size_t i = 0; i < due.count; i++) {
		tree_text(b->tree, line, i > 0 ? TEXT("; ") : TEXT(" "));
		tree_text(b->tree, build_record_link(b, line, due.at[i]), due.at[i]->title);
		tree_text(b->tree, line, TEXT(", "));
		build_text(b, line, TAG_SPAN, LOOK_strong, record_words(due.at[i], ROLE_review));
	}
	tree_text(b->tree, line, TEXT("."));
}

bool
has_reviews(struct builder *b, const struct record_run *run)
{
	struct record_run due = { 0 };

	if (run->count == 0 || run->at[0]->kind != KIND_contract ||
	    phrase(b, "reviews").length == 0)
		return false;
	find_reviews(b, run, &due);
	return due.count > 0;
}

/* ---- a run of records ---- */

/* What was left out from among records that do not print as a table. */
static void
build_left_out(struct builder *b, struct node *parent, const struct record_run *run)
{
	for (size_t i = 0; i < run->removed.count; i++)
		build_removed(b, parent, run->removed.at[i]);
}

void
build_records(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *run, const struct span *caption)
{
	enum numbering numbering = b->numbering;
	enum form form;

	b->numbering = NUMBERING_NONE;
	form = run->count > 0 ? form_of(b, section, run->at[0]) : FORM_FIELDS;
	if (form == FORM_ROWS)
		build_record_table(b, parent, section, run, caption);
	else
		build_left_out(b, parent, run);
	if (run->count > 0 && form == FORM_LIST)
		build_record_list(b, parent, run);
	for (size_t i = 0; i < run->count && form == FORM_FIELDS; i++)
		build_form(b, parent, section, run->at[i]);
	if (form != FORM_ROWS && has_reviews(b, run))
		build_reviews(b, parent, run);
	b->numbering = numbering;
}

/* ---- sections ---- */

/*
 * Takes the records that stand side by side, also those that a CSV file placed;
 * the block after them.
 */
static const struct block *
take_run(struct builder *b, const struct block *block, struct record_run *run)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_RECORD)
			*array_push(b->arena, run) = block->record;
		else if (block->kind == BLOCK_REMOVED && block->removed->rows > 0)
			*array_push(b->arena, &run->removed) = block->removed;
		else if (block->kind != BLOCK_GROUP && block->kind != BLOCK_COMMENT)
			break;
	}
	return block;
}

/*
 * True for what begins a run of records: one of them, a group's head, or rows
 * that were left out.
 */
static bool
begins_run(const struct block *block)
{
	return block && (block->kind == BLOCK_RECORD || block->kind == BLOCK_GROUP ||
	    (block->kind == BLOCK_REMOVED && block->removed->rows > 0));
}

static void
build_section_content(struct builder *b, struct node *sect, const struct section *section,
    const struct block *block)
{
	while (block) {
		struct record_run run = { 0 };

		if (begins_run(block)) {
			block = take_run(b, block, &run);
			build_records(b, sect, section, &run, NULL);
			continue;
		}
		if (block->kind == BLOCK_PLACE && begins_run(block->first)) {
			take_run(b, block->first, &run);
			build_records(b, sect, section, &run, block->spans);
		} else if (begins_status_and_versions(b, block)) {
			build_status_and_versions(b, sect, block);
			block = block->next;
		} else if (block->kind == BLOCK_SECTION)
			build_section(b, sect, block->section);
		else if (block->kind == BLOCK_PLACE)
			build_section_content(b, sect, section, block->first);
		else
			build_block(b, sect, block);
		block = block->next;
	}
}

void
build_content(struct builder *b, struct node *sect, const struct section *section)
{
	build_section_content(b, sect, section, section->content);
}

void
build_blocks_and_sections(struct builder *b, struct node *parent, const struct block *content)
{
	struct section top = { .kind = SECTION_text, .level = 1 };

	top.document = (struct document *)b->document;

	build_section_content(b, parent, &top, content);
}
