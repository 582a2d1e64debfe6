/* SPDX-License-Identifier: MIT */
/*
 * The empty cells of records that stood in a table.
 *
 * An empty cell says nothing and is no value. A column in which no row says
 * anything is another thing: its author wants it printed, to be filled in
 * later. So its cells are values that are stated to be empty, in both
 * spellings. A quarter with no milestone is left out.
 */
#include "read/build.h"

struct said { const struct value **at; size_t count, room; };

static bool
is_same_column(const struct value *a, const struct value *b)
{
	return text_equal(a->field->name, b->field->name) &&
	    text_equal(a->period_words, b->period_words) &&
	    text_equal(a->remark, b->remark) && text_equal(a->language, b->language);
}

static bool
is_said(const struct said *said, const struct value *value)
{
	for (size_t i = 0; i < said->count; i++)
		if (is_same_column(said->at[i], value))
			return true;
	return false;
}

static void
find_said(struct arena *arena, const struct record *record, struct said *said)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i]->content && !is_said(said, record->values.at[i]))
			*array_push(arena, said) = record->values.at[i];
}

static void
remove_empty(struct record *record, const struct said *said)
{
	size_t kept = 0;

	for (size_t i = 0; i < record->values.count; i++) {
		struct value *value = record->values.at[i];

		if (value->content || (value->field->type != TYPE_MILESTONES &&
		    !is_said(said, value)))
			record->values.at[kept++] = value;
	}
	record->values.count = kept;
}

static struct record *
row_of(const struct block *block)
{
	return block->kind == BLOCK_RECORD && block->record->form == FORM_ROWS ? block->record
	                                                                       : NULL;
}


void
settle_columns(const struct reading *reading, const struct block *rows)
{
	struct said said = { 0 };

	for (const struct block *block = rows; block; block = block->next) {
		if (row_of(block))
			find_said(reading->arena, row_of(block), &said);
		else if (block->kind == BLOCK_PLACE)
			settle_columns(reading, block->first);
	}
	for (const struct block *block = rows; block; block = block->next)
		if (row_of(block))
			remove_empty(row_of(block), &said);
}
