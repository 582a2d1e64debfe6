/* SPDX-License-Identifier: MIT */
/*
 * The items of an agenda: number, what it is, what is asked. An item that is
 * not for the public keeps its number; the public is told its public title,
 * the paragraph and the reason. The first of them opens the part of the
 * meeting without the public, unless the author has given the agenda parts.
 */
#include "structure/chapters/chapters.h"

enum { COLUMNS = 2 };
struct agenda { struct node *table, *body; int number; bool has_parts; };

static void
begin_agenda(struct builder *b, struct node *sect, struct agenda *agenda)
{
	static const char *const heads[COLUMNS] = { "item", "business" };
	struct column *columns = arena_array(b->arena, COLUMNS, sizeof *columns);
	struct node *row;

	agenda->table = tree_add(b->tree, sect, TAG_TABLE, LOOK_plain);
	agenda->table->columns = COLUMNS;
	agenda->table->column = columns;
	columns[0].keep = true;
	columns[1].label = true;
	row = tree_add(b->tree, tree_add(b->tree, agenda->table, TAG_THEAD, LOOK_plain), TAG_TR,
	    LOOK_plain);
	for (int i = 0; i < COLUMNS; i++)
		build_text(b, row, TAG_TH, LOOK_plain, phrase(b, heads[i]))->scope = SCOPE_COLUMN;
	agenda->body = tree_add(b->tree, agenda->table, TAG_TBODY, LOOK_plain);
}

/* A part of the meeting, by the author's words. */
static void
build_part(struct builder *b, struct node *sect, struct agenda *agenda, const struct block *group)
{
	if (!agenda->table)
		begin_agenda(b, sect, agenda);
	agenda->has_parts = true;
	build_spans(b, build_group_row(b, agenda->body, COLUMNS), group->spans);
}

/* The part without the public, and the law that allows it. */
static void
build_closed_part(struct builder *b, struct agenda *agenda)
{
	struct text law = text_of(schedules[b->corpus->council.jurisdiction].law);
	struct node *head;

	if (agenda->has_parts || phrase(b, "agenda-closed-part").length == 0)
		return;
	agenda->has_parts = true;
	head = build_group_row(b, agenda->body, COLUMNS);
	tree_text(b->tree, head, phrase(b, "agenda-closed-part"));
	tree_text(b->tree, head, TEXT(" "));
	build_text(b, head, TAG_SPAN, LOOK_group_facts, law);
}

/* A row with its number; what the item is goes into the cell that is returned. */
static struct node *
begin_item(struct builder *b, struct node *sect, struct agenda *agenda, bool is_closed)
{
	struct node *row, *head;

	if (!agenda->table)
		begin_agenda(b, sect, agenda);
	if (is_closed)
		build_closed_part(b, agenda);
	row = tree_add(b->tree, agenda->body, TAG_TR, LOOK_plain);
	build_text(b, add_labelled_cell(b, row, "item", LOOK_cell_ref), TAG_P, LOOK_item_number,
	    text_number(b->arena, ++agenda->number));
	head = add_row_head(b, row);
	return head;
}

/* True for what others may stand beside in a line. */
static bool
is_short(const struct value *value)
{
	enum { LONGEST = 90 };

	return only_paragraph(value->content) && value->plain.length <= LONGEST &&
	    value->language.length == 0;
}

static void
build_item_field(struct builder *b, struct node *line, const struct value *value)
{
	if (value->field->role == ROLE_purpose) {
		build_purpose(b, line, value);
		return;
	}
	build_text(b, line, TAG_SPAN, LOOK_muted, text_format(b->arena, "%.*s: ",
	    TEXT_ARGS(label_of(b, value->field, value->period_words))));
	build_inside(b, line, value->content);
}

/*
 * What is short in one line, "Report: … · For decision · Lead: …"; all else in
 * lines of their own.
 */
static void
build_item_fields(struct builder *b, struct node *cell, const struct record *record)
{
	struct node *line = NULL;

	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		enum role role = value->field->role;

		if (role == ROLE_title || role == ROLE_exempt || !value->content)
			continue;
		if (line && is_short(value))
			tree_text(b->tree, line, TEXT(" · "));
		else {
			line = tree_add(b->tree, cell, TAG_P, LOOK_plain);
			line->language = value->language;
		}
		build_item_field(b, line, value);
		if (!is_short(value))
			line = NULL;
	}
}

static void
build_agenda_item(struct builder *b, struct node *sect, struct agenda *agenda,
    const struct record *record)
{
	const struct exemption *exemption = exemption_of(record);
	struct node *cell = begin_item(b, sect, agenda, exemption != NULL);
	const struct value *title = record_value(record, ROLE_title);
	struct node *words = tree_add(b->tree, cell, TAG_P, LOOK_item_title);

	name_record_node(b, cell->parent, record, record->section);
	cell->parent->from = &record->at;
	note_shown(b, record);
	mark_exempt_record(b, cell->parent, record);
	if (title)
		build_inside(b, words, title->content);
	if (exemption)
		build_exempt_words(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), exemption);
	build_item_fields(b, cell, record);
	build_blocks(b, cell, record->prose);
}

/* Exempt rows that say the same were left out together: each of them is an item. */
static void
build_removed_items(struct builder *b, struct node *sect, struct agenda *agenda,
    const struct removed *removed)
{
	struct removed one = *removed;

	one.rows = 0;
	for (int i = 0; i < removed->rows || i == 0; i++) {
		struct node *cell = begin_item(b, sect, agenda, true);

		build_text(b, cell, TAG_P, LOOK_item_title,
		    one.title.length > 0 ? one.title : phrase(b, "exempt-title"));
		build_removed_words(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), &one);
	}
}

/* The items among blocks, also those that a file placed. */
static void
build_items_of(struct builder *b, struct node *sect, struct agenda *agenda,
    const struct block *block)
{
	for (; block; block = block->next) {
		switch (block->kind) {
		case BLOCK_RECORD:
			build_agenda_item(b, sect, agenda, block->record);
			break;
		case BLOCK_REMOVED:
			build_removed_items(b, sect, agenda, block->removed);
			break;
		case BLOCK_GROUP:
			build_part(b, sect, agenda, block);
			break;
		case BLOCK_PLACE:
			build_items_of(b, sect, agenda, block->first);
			break;
		case BLOCK_SECTION:
			build_section(b, sect, block->section);
			break;
		default:
			build_block(b, sect, block);
		}
	}
}

void
build_items(struct builder *b, struct node *sect, const struct section *section)
{
	struct agenda agenda = { 0 };
	size_t due = notes_due(b);

	build_items_of(b, sect, &agenda, section->content);
	if (agenda.table)
		build_notes_row(b, agenda.body, COLUMNS, due);
}
