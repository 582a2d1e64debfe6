/* SPDX-License-Identifier: MIT */
/*
 * The items of an agenda: number, what it is, what is asked. An item that is
 * not for the public keeps its number; the public is told its public title,
 * the paragraph and the reason.
 */
#include "structure/chapters/chapters.h"

enum { COLUMNS = 2 };
struct agenda { struct node *table, *body; int number; };

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

/* A row with its number; what the item is goes into the cell that is returned. */
static struct node *
begin_item(struct builder *b, struct node *sect, struct agenda *agenda)
{
	struct node *row, *head;

	if (!agenda->table)
		begin_agenda(b, sect, agenda);
	row = tree_add(b->tree, agenda->body, TAG_TR, LOOK_plain);
	build_text(b, add_labelled_cell(b, row, "item", LOOK_cell_ref), TAG_SPAN, LOOK_strong,
	    text_number(b->arena, ++agenda->number));
	head = add_row_head(b, row);
	return head;
}

static void
build_item_fields(struct builder *b, struct node *cell, const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		enum role role = value->field->role;
		struct node *line;

		if (role == ROLE_title || role == ROLE_exempt || !value->content)
			continue;
		if (role == ROLE_purpose) {
			build_purpose(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), value);
			continue;
		}
		line = tree_add(b->tree, cell, TAG_P, LOOK_plain);
		line->language = value->language;
		build_text(b, line, TAG_SPAN, LOOK_muted, text_format(b->arena, "%.*s: ",
		    TEXT_ARGS(label_of(b, value->field, value->period_words))));
		build_inside(b, line, value->content);
	}
}

static void
build_agenda_item(struct builder *b, struct node *sect, struct agenda *agenda,
    const struct record *record)
{
	struct node *cell = begin_item(b, sect, agenda);
	const struct value *title = record_value(record, ROLE_title);
	const struct exemption *exemption = exemption_of(record);
	struct node *words =
	    tree_add(b->tree, tree_add(b->tree, cell, TAG_P, LOOK_plain), TAG_SPAN, LOOK_strong);

	name_record_node(b, cell->parent, record, record->section);
	cell->parent->from = &record->at;
	note_shown(b, record);
	if (title)
		build_inside(b, words, title->content);
	if (exemption)
		build_exempt_words(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), exemption);
	build_item_fields(b, cell, record);
	build_blocks(b, cell, record->prose);
}

static void
build_removed_item(struct builder *b, struct node *sect, struct agenda *agenda,
    const struct removed *removed)
{
	struct node *cell = begin_item(b, sect, agenda);

	build_text(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), TAG_SPAN, LOOK_strong,
	    removed->title.length > 0 ? removed->title : phrase(b, "exempt-title"));
	build_removed_words(b, tree_add(b->tree, cell, TAG_P, LOOK_plain), removed);
}

void
build_items(struct builder *b, struct node *sect, const struct section *section)
{
	struct agenda agenda = { 0 };
	size_t due = notes_due(b);

	for (const struct block *block = section->content; block; block = block->next) {
		switch (block->kind) {
		case BLOCK_RECORD:
			build_agenda_item(b, sect, &agenda, block->record);
			break;
		case BLOCK_REMOVED:
			build_removed_item(b, sect, &agenda, block->removed);
			break;
		case BLOCK_SECTION:
			build_section(b, sect, block->section);
			break;
		default:
			build_block(b, sect, block);
		}
	}
	if (agenda.table)
		build_notes_row(b, agenda.body, COLUMNS, due);
}
