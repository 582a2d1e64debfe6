/* SPDX-License-Identifier: MIT */
/*
 * Cells of several lines: the words of a column stand out in the first, and
 * what the style wants below them follows, a line each. What stands there has
 * no column of its own; of a treatment it is the words, for which "treat" may
 * well be a column.
 */
#include "structure/table/table.h"

bool
is_stacked(const struct table_column *column)
{
	return column->field->below.count > 0;
}

bool
stands_below(const struct fields *listed, const struct field *field)
{
	for (size_t i = 0; i < listed->count; i++)
		for (size_t k = 0; k < listed->at[i]->below.count; k++)
			if (text_equal(listed->at[i]->below.at[k].field, field->name))
				return true;
	return false;
}

bool
has_below(const struct record_run *run, const struct field *column)
{
	for (size_t i = 0; i < run->count; i++)
		for (size_t k = 0; k < run->at[i]->values.count; k++)
			for (size_t n = 0; n < column->below.count; n++)
				if (text_equal(run->at[i]->values.at[k]->field->name,
				        column->below.at[n].field) &&
				    run->at[i]->values.at[k]->content)
					return true;
	return false;
}

void
part_first_line(struct record_table *t, struct node *cell, struct node *line)
{
	struct node *before = NULL;

	for (struct node *node = line->first; node; before = node, node = node->next) {
		struct node *rest;

		if (node->tag != TAG_BREAK || !before)
			continue;
		rest = tree_add(t->b->tree, cell, TAG_P, LOOK_cell_below);
		rest->first = node->next;
		rest->last = node->next ? line->last : NULL;
		line->last = before;
		before->next = NULL;
		for (struct node *moved = rest->first; moved; moved = moved->next)
			moved->parent = rest;
		return;
	}
}

bool
build_treatment_names(struct record_table *t, struct node *cell, const struct value *value)
{
	bool is_below = false;

	for (size_t i = 0; i < t->columns.count && !t->is_asked; i++)
		for (size_t k = 0; k < t->columns.at[i].field->below.count; k++)
			is_below |= text_equal(t->columns.at[i].field->below.at[k].field,
			    value->field->name);
	if (!is_below || value->treatments.count == 0)
		return false;
	for (size_t i = 0; i < value->treatments.count; i++) {
		if (value->treatments.at[i].word.length == 0)
			return false;
		if (i > 0)
			tree_text(t->b->tree, cell, TEXT(", "));
		tree_text(t->b->tree, cell, value->treatments.at[i].word);
	}
	return true;
}

/* A line of the cell, after its label. */
static struct node *
add_line(struct builder *b, struct node *cell, struct text label)
{
	struct node *line = tree_add(b->tree, cell, TAG_P, LOOK_cell_below);

	if (label.length > 0)
		build_text(b, line, TAG_SPAN, LOOK_muted,
		    text_format(b->arena, "%.*s: ", TEXT_ARGS(label)));
	return line;
}

/* Each after its word, where no column says that. */
static void
build_treatments_below(struct record_table *t, struct node *cell, const struct value *value,
    struct text label)
{
	bool has_own = has_column(&t->columns, value);
	bool says_word = value->treatments.count > 1 || !has_own;

	for (size_t i = 0; i < value->treatments.count; i++) {
		const struct treatment *treatment = &value->treatments.at[i];
		struct node *line;

		if (!treatment->spans && has_own)
			continue;
		line = add_line(t->b, cell, label);
		if (says_word)
			tree_text(t->b->tree, line, treatment->word);
		if (says_word && treatment->spans)
			tree_text(t->b->tree, line, TEXT(" – "));
		build_spans(t->b, line, treatment->spans);
	}
}

static void
build_value_below(struct record_table *t, struct node *cell, const struct value *value,
    struct text label)
{
	struct builder *b = t->b;

	if (value->treatments.count > 0)
		build_treatments_below(t, cell, value, label);
	else if (has_column(&t->columns, value))
		return;
	else if (value->field->type == TYPE_LINKS && value->links.count > 0)
		build_links_in_line(b, add_line(b, cell, label), value);
	else if (only_paragraph(value->content))
		build_inside(b, add_line(b, cell, label), value->content);
	else {
		if (label.length > 0)
			add_line(b, cell, label);
		build_value(b, tree_add(b->tree, cell, TAG_DIV, LOOK_cell_below), value);
	}
}

void
build_below(struct record_table *t, struct node *cell, const struct record *record,
    const struct table_column *column)
{
	for (size_t i = 0; i < column->field->below.count; i++) {
		const struct below *below = &column->field->below.at[i];

		for (size_t k = 0; k < record->values.count; k++) {
			const struct value *value = record->values.at[k];

			if (text_equal(value->field->name, below->field) && value->content)
				build_value_below(t, cell, value, below->label);
		}
	}
}
