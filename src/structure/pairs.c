/* SPDX-License-Identifier: MIT */
/*
 * Tables of label and value without a column head: one pair a row, or two in
 * the front block of a report and under the heading of a theme.
 */
#include "structure/records.h"

enum { ONE_PAIR = 2, TWO_PAIRS = 4 };

struct pairs
begin_pairs(struct builder *b, struct node *parent, enum look look)
{
	struct node *table = tree_add(b->tree, parent, TAG_TABLE, look);
	int count = look == LOOK_front_block ? TWO_PAIRS : ONE_PAIR;
	struct column *columns = arena_array(b->arena, (size_t)count, sizeof *columns);

	for (int i = 0; i < count; i += ONE_PAIR)
		columns[i].label = true;
	table->columns = count;
	table->column = columns;
	return (struct pairs){ .table = table, .body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain) };
}

struct node *
add_pair(struct builder *b, struct pairs *pairs, struct text label)
{
	bool begins_row = !pairs->row || pairs->table->columns == ONE_PAIR || pairs->count % 2 == 0;
	struct node *head;

	if (begins_row)
		pairs->row = tree_add(b->tree, pairs->body, TAG_TR, LOOK_plain);
	head = build_text(b, pairs->row, TAG_TH, LOOK_plain, label);
	head->scope = SCOPE_ROW;
	pairs->count++;
	return tree_add(b->tree, pairs->row, TAG_TD, LOOK_plain);
}

void
end_pairs(struct pairs *pairs)
{
	if (pairs->count == 0)
		tree_remove_last(pairs->table->parent);
	else if (pairs->count == 1)
		pairs->table->columns = ONE_PAIR;	/* no cell would begin in the others */
	else if (pairs->table->columns == TWO_PAIRS && pairs->count % 2 == 1)
		pairs->row->last->columns = TWO_PAIRS - 1;
}
