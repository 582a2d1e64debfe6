/* SPDX-License-Identifier: MIT */
/*
 * The total at the end of a register of contracts. A sum stands only where
 * nobody can be misled by it: every contract says a plain sum in pounds, all
 * are as exact, none is exempt or left out, and the author has no total of
 * their own. Sums by the year or by the ton are no plain ones. What is printed
 * is exact.
 */
#include <string.h>

#include "structure/table/table.h"

static const char pound[] = "£";

/* "£2,410,000" and nothing else, neither a rate nor a note; not valid otherwise. */
static struct decimal
plain_sum(const struct value *value)
{
	if (!value || !value->amount.money || !text_begins(value->plain, pound))
		return (struct decimal){ .valid = false };
	return decimal_parse(text_from(value->plain, strlen(pound)));
}

/*
 * The sum of a column; not valid where one of its cells is no plain sum, or
 * less exact than another.
 */
static struct decimal
column_sum(const struct record_table *t, const struct table_column *column)
{
	struct decimal total = { .valid = false };

	for (size_t i = 0; i < t->run->count; i++) {
		struct decimal sum = plain_sum(column_value(t->run->at[i], column));

		if (!sum.valid || sum.units < 0 || (i > 0 && sum.scale != total.scale))
			return (struct decimal){ .valid = false };
		total = i > 0 ? decimal_add(total, sum) : sum;
	}
	return total;
}

/* A register that stands whole before its reader. */
static bool
may_have_total(const struct record_table *t)
{
	enum { SEVERAL = 2 };
	const struct record_run *run = t->run;

	if (t->view || run->count < SEVERAL || run->removed.count > 0 ||
	    run->at[0]->kind != KIND_contract || phrase(t->b, "contracts-total").length == 0)
		return false;
	for (size_t i = 0; i < run->count; i++)
		if (run->at[i]->total || exemption_of(run->at[i]))
			return false;
	return true;
}

static void
build_total_cell(struct record_table *t, struct node *row, size_t place, struct decimal sum)
{
	struct builder *b = t->b;
	struct node *cell = add_column_cell(t, row, place, LOOK_plain);

	if (t->columns.at[place].is_head)
		tree_text(b->tree, cell, phrase_with(b, "contracts-total",
		    text_number(b->arena, (long long)t->run->count), TEXT("")));
	else if (sum.valid)
		tree_text(b->tree, cell, text_format(b->arena, "%s%.*s", pound,
		    TEXT_ARGS(decimal_text(b->arena, sum, true))));
}

void
build_total(struct record_table *t)
{
	struct decimal *sums;
	struct node *row;
	bool has_sum = false;

	if (!may_have_total(t))
		return;
	sums = arena_array(t->b->arena, t->columns.count, sizeof *sums);
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct table_column *column = &t->columns.at[i];

		if (column->source == SOURCE_GIVEN && !column->is_head)
			sums[i] = column_sum(t, column);
		has_sum |= sums[i].valid;
	}
	if (!has_sum)
		return;
	row = tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_total);
	for (size_t i = 0; i < t->columns.count; i++)
		build_total_cell(t, row, i, sums[i]);
}

enum look
total_look(const struct record_table *t, size_t at)
{
	bool is_last = at + 1 == t->run->count;
	bool follows_total = at > 0 && t->run->at[at - 1]->total;

	return is_last || follows_total ? LOOK_row_total : LOOK_row_subtotal;
}
