/* SPDX-License-Identifier: MIT */
/*
 * The content of a section in its order: prose as it stands, neighbouring
 * records as one table, list or row of forms, sections by their chapters.
 */
#include "structure/chapters/chapters.h"
#include "structure/records.h"

static enum form
form_of(const struct builder *b, const struct section *section, const struct record_run *run)
{
	enum form form = b->style->kinds[run->at[0]->kind].show;

	if (section->show == SHOW_FORM)
		return FORM_FIELDS;
	if (section->show == SHOW_TABLE)
		return FORM_ROWS;
	if (section->show == SHOW_LIST)
		return FORM_LIST;
	/* What stood as rows has the fields of rows: forms of two lines would help nobody. */
	return form == FORM_FIELDS && run->at[0]->form == FORM_ROWS ? FORM_ROWS : form;
}

/* A record as an item: its number or id, its title, then what else it says. */
static void
build_item(struct builder *b, struct node *list, const struct record *record)
{
	struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body, *words;
	struct text ref = record_words(record, ROLE_ref);
	const struct value *title = record_value(record, ROLE_title);
	const struct value *value = title ? title : record_value(record, ROLE_text);

	tree_name(b->tree, item, record->id);
	build_text(b, item, TAG_LBL, LOOK_plain, ref.length > 0 ? ref : TEXT("•"));
	list->ordered = list->ordered || ref.length > 0;
	body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
	words = tree_add(b->tree, body, TAG_P, LOOK_plain);
	if (value)
		build_inside(b, words, value->content);
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *other = record->values.at[i];

		if (other != value && other->field->role != ROLE_ref && other->content)
			build_value(b, tree_add(b->tree, body, TAG_P, LOOK_plain), other);
	}
	build_blocks(b, body, record->prose);
}

static void
build_record_list(struct builder *b, struct node *parent, const struct record_run *run)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_plain);

	for (size_t i = 0; i < run->count; i++)
		build_item(b, list, run->at[i]);
}

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
	enum form form;

	form = run->count > 0 ? form_of(b, section, run) : FORM_FIELDS;
	if (form == FORM_ROWS) {
		build_record_table(b, parent, section, run, caption);
		return;
	}
	build_left_out(b, parent, run);
	if (run->count > 0 && form == FORM_LIST)
		build_record_list(b, parent, run);
	else
		for (size_t i = 0; i < run->count; i++)
			build_form(b, parent, section, run->at[i]);
}

/* Takes the records that stand side by side, also those that a CSV file placed; the block after them. */
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

/* True for what begins a run of records: one of them, a group's head, or rows that were left out. */
static bool
begins_run(const struct block *block)
{
	return block && (block->kind == BLOCK_RECORD || block->kind == BLOCK_GROUP ||
	    (block->kind == BLOCK_REMOVED && block->removed->rows > 0));
}

static void
build_section_content(struct builder *b, struct node *sect, const struct section *section, const struct block *block)
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
	struct section top = { .kind = SECTION_text, .level = 1, .document = (struct document *)b->document };

	build_section_content(b, parent, &top, content);
}
