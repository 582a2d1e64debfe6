/* SPDX-License-Identifier: MIT */
/*
 * The head of a table of records: one row, or two where neighbours share a
 * period. The label of each column in one line serves cards on narrow screens.
 */
#include "structure/table/table.h"

/* What stands over a column and its neighbours, if they share it. */
static struct text
over_words(const struct table_column *column)
{
	return column->source == SOURCE_REACHED ? column->year : column->period_words;
}

/* How many columns from one on stand under one head; 1 where each says its own. */
static size_t
group_width(const struct record_table *t, size_t at)
{
	const struct table_column *first = &t->columns.at[at];
	size_t next = at + 1;

	if (over_words(first).length == 0)
		return 1;
	while (next < t->columns.count && t->columns.at[next].source == first->source &&
	    text_equal(over_words(&t->columns.at[next]), over_words(first)))
		next++;
	/* One field for several periods of one name: its label alone would say nothing. */
	return first->source == SOURCE_GIVEN && first->field->period_label.length > 0 ? 1
	                                                                              : next - at;
}

static struct text
with_remark(struct builder *b, struct text label, struct text remark)
{
	return remark.length > 0
	    ? text_format(b->arena, "%.*s (%.*s)", TEXT_ARGS(label), TEXT_ARGS(remark))
	    : label;
}

/* The label of a column that has no head over it. */
static struct text
own_label(struct builder *b, const struct table_column *column)
{
	struct text period = column->period_words;

	if (column->source != SOURCE_REACHED)
		return with_remark(b, label_of(b, column->field, period), column->remark);
	if (column->year.length > 0)
		period =
		    text_format(b->arena, "%.*s %.*s", TEXT_ARGS(column->year), TEXT_ARGS(period));
	return label_of(b, column->field, period);
}

/* The label of a column under a head that says the period. */
static struct text
lower_label(struct builder *b, const struct table_column *column)
{
	if (column->source == SOURCE_REACHED)
		return column->period_words;
	return with_remark(b, label_of(b, column->field, TEXT("")), column->remark);
}

/*
 * What is given of a period in a line of its own, and below it the period,
 * which is what differs.
 */
static void
build_parted_head(struct builder *b, struct node *head, const struct table_column *column)
{
	struct text label = label_of(b, column->field, TEXT(""));

	build_text(b, head, TAG_SPAN, LOOK_muted, label);
	tree_add(b->tree, head, TAG_BREAK, LOOK_plain);
	tree_text(b->tree, head, column->is_current
	        ? column->period_words
	        : with_remark(b, column->period_words, column->remark));
}

static struct node *
add_head(struct builder *b, struct node *row, struct text words, const struct table_column *column)
{
	struct node *head = tree_add(b->tree, row, TAG_TH,
	    column->is_current ? LOOK_cell_current : LOOK_plain);
	bool is_parted = column->is_parted && label_of(b, column->field, TEXT("")).length > 0;

	if (is_parted)
		build_parted_head(b, head, column);
	else
		tree_text(b->tree, head, words);
	head->scope = SCOPE_COLUMN;
	head->set = column->set;
	if (column->unit.length > 0) {
		if (words.length > 0)
			tree_add(b->tree, head, TAG_BREAK, LOOK_plain);
		tree_text(b->tree, head, column->unit);
	}
	return head;
}

/*
 * Columns of one period each, milestones or figures: as wide as each other, so
 * that years can be compared.
 */
static int
is_of_periods(const struct table_column *column)
{
	return column->source == SOURCE_REACHED ||
	    (column->period_words.length > 0 && column->set == SET_NUMBER);
}

static void
set_up_columns(struct record_table *t)
{
	struct builder *b = t->b;
	struct column *columns = arena_array(b->arena, t->columns.count, sizeof *columns);

	t->labels = arena_array(b->arena, t->columns.count, sizeof *t->labels);
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct table_column *column = &t->columns.at[i];

		t->labels[i] = own_label(b, column);
		if (column->unit.length > 0)
			t->labels[i] = text_format(b->arena, "%.*s %.*s", TEXT_ARGS(t->labels[i]),
			    TEXT_ARGS(column->unit));
		columns[i].set = column->set;
		columns[i].label = column->is_head;
		columns[i].alike = is_of_periods(column);
		columns[i].keep = column->field->role == ROLE_ref ||
		    (column->source == SOURCE_DERIVED && column->field->role != ROLE_service);
	}
	t->node->columns = (int)t->columns.count;
	t->node->column = columns;
}

/* A head over the columns of one period. */
static void
add_over(struct record_table *t, struct node *upper, struct node *lower, size_t at, size_t width)
{
	struct builder *b = t->b;
	const struct table_column *first = &t->columns.at[at];
	struct text words = over_words(first);
	struct node *head;

	if (first->source == SOURCE_REACHED)
		words = label_of(b, first->field, words);
	head = build_text(b, upper, TAG_TH, LOOK_plain, words);
	head->scope = SCOPE_COLUMN_GROUP;
	head->columns = (int)width;
	head->set = SET_CENTRE;
	for (size_t i = at; i < at + width; i++)
		add_head(b, lower, lower_label(b, &t->columns.at[i]), &t->columns.at[i]);
}

static bool
is_grouped(const struct record_table *t)
{
	for (size_t i = 0, width; i < t->columns.count; i += width) {
		width = group_width(t, i);
		if (width > 1)
			return true;
	}
	return false;
}

void
build_head(struct record_table *t)
{
	struct builder *b = t->b;
	struct node *part = tree_add(b->tree, t->node, TAG_THEAD, LOOK_plain);
	struct node *upper = tree_add(b->tree, part, TAG_TR, LOOK_plain), *lower = NULL;

	set_up_columns(t);
	if (is_grouped(t))
		lower = tree_add(b->tree, part, TAG_TR, LOOK_plain);
	for (size_t i = 0, width; i < t->columns.count; i += width) {
		width = group_width(t, i);
		if (width > 1)
			add_over(t, upper, lower, i, width);
		else
			add_head(b, upper, own_label(b, &t->columns.at[i]), &t->columns.at[i])
			    ->rows = lower ? 2 : 1;
	}
}
