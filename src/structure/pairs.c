/* SPDX-License-Identifier: MIT */
/*
 * Tables of label and value without a column head, one pair a row: forms, the
 * front block of a report, what stands under the heading of a theme. Paper may
 * set two rows of a front block side by side.
 */
#include "structure/records.h"

enum { PAIR = 2 };

struct pairs
begin_pairs(struct builder *b, struct node *parent, enum look look)
{
	struct node *table = tree_add(b->tree, parent, TAG_TABLE, look);
	struct column *columns = arena_array(b->arena, PAIR, sizeof *columns);

	columns[0].label = true;
	table->columns = PAIR;
	table->column = columns;
	return (struct pairs){ .table = table, .body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain) };
}

struct node *
add_pair(struct builder *b, struct pairs *pairs, struct text label)
{
	struct node *row = tree_add(b->tree, pairs->body, TAG_TR, LOOK_plain);
	struct node *head = build_text(b, row, TAG_TH, LOOK_plain, label);

	head->scope = SCOPE_ROW;
	pairs->count++;
	return tree_add(b->tree, row, TAG_TD, LOOK_plain);
}

void
end_pairs(struct pairs *pairs)
{
	if (pairs->count == 0)
		tree_remove_last(pairs->table->parent);
}
