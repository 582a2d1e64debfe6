/* SPDX-License-Identifier: MIT */
/*
 * Records in rows as a table.
 *
 * An empty cell says nothing, so records that lack a field stand in one table
 * with those that have it. The order of columns is one that agrees with the
 * order of the fields in every record; where there is none, a new table begins.
 */
#include "write/data/markdown.h"

enum { MOST_COLUMNS = 60 };

struct column { const struct value *head; const struct value *above; bool placed; };

struct rows {
	struct markdown *markdown;
	const struct section *section;
	struct column columns[MOST_COLUMNS];
	int count;
	int order[MOST_COLUMNS];
	/* the first stands before the second in some record */
	bool before[MOST_COLUMNS][MOST_COLUMNS];
	bool ids, exemptions;				/* a column of their own is needed */
};

/* ---- columns ---- */

static bool
is_same_column(const struct value *a, const struct value *b)
{
	return a->field == b->field && text_equal(a->period_words, b->period_words) &&
	    text_equal(a->remark, b->remark) && text_equal(a->language, b->language) &&
	    text_equal(a->unit_words, b->unit_words);
}

static int
column_of(const struct rows *rows, const struct value *value)
{
	for (int i = 0; i < rows->count; i++)
		if (is_same_column(rows->columns[i].head, value))
			return i;
	return -1;
}

/* False when there is no room for another column. */
static bool
add_record(struct rows *rows, const struct record *record)
{
	int last = -1;

	for (size_t i = 0; i < record->values.count; i++) {
		int column = column_of(rows, record->values.at[i]);

		if (column < 0 && rows->count == MOST_COLUMNS)
			return false;
		if (column < 0) {
			column = rows->count++;
			rows->columns[column].head = record->values.at[i];
		}
		if (last >= 0)
			rows->before[last][column] = true;
		last = column;
	}
	rows->ids |= record_attribute(record, ATTRIBUTE_id).length > 0;
	rows->exemptions |= record->exemption.exempt;
	return true;
}

/* The first column that all that must stand before it are placed; -1 when there is none. */
static int
next_column(const struct rows *rows)
{
	for (int i = 0; i < rows->count; i++) {
		bool ready = !rows->columns[i].placed;

		for (int j = 0; ready && j < rows->count; j++)
			ready = rows->columns[j].placed || !rows->before[j][i];
		if (ready)
			return i;
	}
	return -1;
}

static bool
order_columns(struct rows *rows)
{
	for (int i = 0; i < rows->count; i++)
		rows->columns[i].placed = false;
	for (int i = 0; i < rows->count; i++) {
		rows->order[i] = next_column(rows);
		if (rows->order[i] < 0)
			return false;
		rows->columns[rows->order[i]].placed = true;
	}
	return true;
}

/* ---- rows ---- */

static bool
is_row(const struct block *block)
{
	return block->kind == BLOCK_GROUP ||
	    (block->kind == BLOCK_RECORD && block->record->form == FORM_ROWS);
}

static const struct value *
value_in(const struct rows *rows, const struct record *record, int column)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (is_same_column(rows->columns[column].head, record->values.at[i]))
			return record->values.at[i];
	return NULL;
}

static bool
is_strong(const struct block *content)
{
	return content && content->spans && content->spans->kind == SPAN_STRONG;
}

static void
write_value(struct rows *rows, int column, const struct value *value, bool bold)
{
	struct buffer *out = &rows->markdown->out;
	const struct value *above = rows->columns[column].above;

	rows->columns[column].above = value;
	if (value && value->same && above && text_equal(above->plain, value->plain)) {
		buffer_string(out, " \" |");
		return;
	}
	if (bold && value && !is_strong(value->content)) {
		struct span strong = { .kind = SPAN_STRONG,
		    .first = value->content ? value->content->spans : NULL };
		struct block content = { .kind = BLOCK_PARAGRAPH, .spans = &strong };

		markdown_cell(rows->markdown, &content);
		return;
	}
	markdown_cell(rows->markdown, value ? value->content : NULL);
}

static void
write_words(struct rows *rows, struct text words)
{
	struct span span = { .kind = SPAN_TEXT, .words = words };
	struct block content = { .kind = BLOCK_PARAGRAPH, .spans = &span };

	markdown_cell(rows->markdown, words.length > 0 ? &content : NULL);
}

/* "3, names the bidders" */
static struct text
exemption_words(struct arena *arena, const struct exemption *exemption)
{
	struct text what = exemption->confidential ? TEXT("confidential") : exemption->paragraph;

	if (!exemption->exempt)
		return TEXT("");
	return exemption->reason.length == 0 ? what :
	    text_format(arena, "%.*s, %.*s", TEXT_ARGS(what), TEXT_ARGS(exemption->reason));
}

static void
write_record(struct rows *rows, const struct record *record)
{
	buffer_byte(&rows->markdown->out, '|');
	for (int i = 0; i < rows->count; i++)
		write_value(rows, rows->order[i], value_in(rows, record, rows->order[i]),
		    record->total && i == 0);
	if (rows->ids)
		write_words(rows, record_attribute(record, ATTRIBUTE_id));
	if (rows->exemptions)
		write_words(rows, exemption_words(rows->markdown->out.arena, &record->exemption));
}

static void
write_group(struct rows *rows, const struct block *group)
{
	struct buffer *out = &rows->markdown->out;
	struct span strong = { .kind = SPAN_STRONG, .first = group->spans };
	struct block content = { .kind = BLOCK_PARAGRAPH, .spans = &strong };

	buffer_byte(out, '|');
	markdown_cell(rows->markdown, &content);
	for (int i = 1; i < rows->count + rows->ids + rows->exemptions; i++)
		buffer_string(out, " |");
	for (int i = 0; i < rows->count; i++)
		rows->columns[i].above = NULL;
}

static const struct value *
head_of(const struct rows *rows, int place)
{
	return rows->columns[rows->order[place]].head;
}

static void
write_head(struct rows *rows)
{
	struct markdown *markdown = rows->markdown;
	struct buffer *out = &markdown->out;

	buffer_byte(out, '|');
	for (int i = 0; i < rows->count; i++) {
		buffer_byte(out, ' ');
		markdown->in_cell = markdown->in_head = true;
		markdown_label(markdown, head_of(rows, i), section_rows[rows->section->kind].kind,
		    rows->section);
		markdown->in_cell = markdown->in_head = false;
		buffer_string(out, " |");
	}
	buffer_string(out, rows->ids ? " Id |" : "");
	buffer_string(out, rows->exemptions ? " Exempt |" : "");
	markdown_line(markdown);
	buffer_byte(out, '|');
	for (int i = 0; i < rows->count + rows->ids + rows->exemptions; i++)
		buffer_string(out,
		    i < rows->count && head_of(rows, i)->field->type == TYPE_MONEY ? " ---: |"
		                                                                   : " --- |");
}

/* ---- the table ---- */

/* As many rows as agree on an order of columns; the block behind the last. */
static const struct block *
find_columns(struct rows *rows, const struct block *block)
{
	const struct block *first = block;

	for (; block && is_row(block); block = block->next) {
		struct rows before = *rows;

		if (block->kind == BLOCK_GROUP)
			continue;
		if (add_record(rows, block->record) && order_columns(rows))
			continue;
		if (block == first)
			break;
		*rows = before;
		order_columns(rows);
		return block;
	}
	return block;
}

const struct block *
markdown_rows(struct markdown *markdown, const struct section *section, const struct block *first)
{
	struct rows *rows = ARENA_NEW(markdown->out.arena, struct rows);
	const struct block *to, *last = first;

	rows->markdown = markdown;
	rows->section = section;
	to = find_columns(rows, first);
	write_head(rows);
	for (const struct block *block = first; block != to; last = block, block = block->next) {
		markdown_line(markdown);
		if (block->kind == BLOCK_GROUP)
			write_group(rows, block);
		else
			write_record(rows, block->record);
	}
	return last;
}

/* More than one paragraph in a cell, and nothing that only rows can say. */
bool
markdown_wants_fields(const struct section *section)
{
	bool wants = false;

	for (const struct block *block = section->content; block; block = block->next) {
		const struct record *record = block->record;

		if (block->kind == BLOCK_GROUP ||
		    (block->kind == BLOCK_RECORD && (record->total || record->title.length == 0)))
			return false;
		for (size_t i = 0; block->kind == BLOCK_RECORD && i < record->values.count; i++) {
			const struct block *content = record->values.at[i]->content;

			wants |= content && (content->next || content->kind != BLOCK_PARAGRAPH);
		}
	}
	return wants;
}
