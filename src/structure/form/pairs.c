/* SPDX-License-Identifier: MIT */
/*
 * Tables of label and value without a column head, one pair a row: forms, the
 * front block of a report, what stands under the heading of a theme. Paper may
 * set two rows of a front block side by side. A form to which the style gives
 * a shape has rows of two pairs too, and heads over rows.
 *
 * In each column some cell begins: a table without a row of two pairs has two
 * columns.
 */
#include "structure/records.h"

enum { ONE_PAIR = 2, TWO_PAIRS = 4 };

static void
set_columns(struct builder *b, struct node *table, int count)
{
	struct column *columns = arena_array(b->arena, (size_t)count, sizeof *columns);

	for (int i = 0; i < count; i += ONE_PAIR)
		columns[i].label = true;
	table->columns = count;
	table->column = columns;
}

struct pairs
begin_pairs(struct builder *b, struct node *parent, enum look look)
{
	struct pairs pairs = { .table = tree_add(b->tree, parent, TAG_TABLE, look), .beside = 1 };

	set_columns(b, pairs.table, ONE_PAIR);
	pairs.body = tree_add(b->tree, pairs.table, TAG_TBODY, LOOK_plain);
	return pairs;
}

void
widen_pairs(struct builder *b, struct pairs *pairs)
{
	set_columns(b, pairs->table, TWO_PAIRS);
}

void
add_pairs_head(struct builder *b, struct pairs *pairs, struct text words)
{
	if (pairs->body->first)
		pairs->body = tree_add(b->tree, pairs->table, TAG_TBODY, LOOK_plain);
	pairs->left = 0;
	tree_text(b->tree, build_group_row(b, pairs->body, pairs->table->columns), words);
}

struct node *
add_pair(struct builder *b, struct pairs *pairs, struct text label)
{
	struct node *row = pairs->body->last, *head, *value;

	if (pairs->left == 0) {
		row = tree_add(b->tree, pairs->body, TAG_TR, LOOK_plain);
		pairs->left = pairs->beside;
	} else
		pairs->has_two = true;
	head = build_text(b, row, TAG_TH, LOOK_plain, label);
	head->scope = SCOPE_ROW;
	value = tree_add(b->tree, row, TAG_TD, LOOK_plain);
	if (pairs->beside == 1)
		value->columns = pairs->table->columns - 1;
	pairs->left--;
	pairs->count++;
	return value;
}

/* No cell would begin in the last two columns. */
static void
narrow_pairs(struct node *table)
{
	for (struct node *part = table->first; part; part = part->next)
		for (struct node *row = part->first; row; row = row->next)
			for (struct node *cell = row->first; cell; cell = cell->next)
				if (cell->columns > ONE_PAIR)
					cell->columns -= ONE_PAIR;
	table->columns = ONE_PAIR;
}

void
end_pairs(struct pairs *pairs)
{
	if (pairs->count == 0)
		tree_remove_last(pairs->table->parent);
	else if (pairs->table->columns == TWO_PAIRS && !pairs->has_two)
		narrow_pairs(pairs->table);
}
