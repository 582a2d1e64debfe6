/* SPDX-License-Identifier: MIT */
/*
 * Records of one kind as the rows of a table (columns.h). Equal neighbours of a
 * field that the style merges are one cell; groups, totals, explanations, notes
 * and what was left out are rows of their own looks.
 */
#include "structure/columns.h"

/* ---- cells ---- */

enum mark
status_mark(enum status status)
{
	static const enum mark marks[] = { [STATUS_NONE] = MARK_NO_STATUS, [STATUS_AHEAD] = MARK_AHEAD,
		[STATUS_ON] = MARK_ON, [STATUS_NEAR] = MARK_NEAR, [STATUS_OFF] = MARK_OFF };

	return marks[status];
}

void
build_status(struct builder *b, struct node *parent, const struct figure *figure)
{
	struct node *status;

	if (figure->status_words.length == 0)
		return;
	status = build_text(b, parent, TAG_SPAN, LOOK_status, figure->status_words);
	status->mark = status_mark(figure->status);
}

void
build_direction(struct builder *b, struct node *parent, const struct figure *figure)
{
	static const enum mark marks[] = { MARK_NONE, MARK_BETTER, MARK_SAME, MARK_WORSE };
	static const char *const names[] = { "", "better", "same", "worse" };

	if (figure->direction != DIRECTION_NONE)
		build_text(b, parent, TAG_SPAN, LOOK_status, phrase(b, names[figure->direction]))->mark = marks[figure->direction];
}

static void
build_derived(struct builder *b, struct node *cell, const struct record *record, enum role role)
{
	const struct figure *figure = record_figure(record, NULL);

	if (role == ROLE_ref)
		tree_text(b->tree, cell, ref_of(record));
	else if (role == ROLE_score && record->score.valid)
		tree_text(b->tree, cell, decimal_text(b->arena, record->score, false));
	else if (figure && role == ROLE_variance)
		tree_text(b->tree, cell, figure->variance_words);
	else if (figure && role == ROLE_status)
		build_status(b, cell, figure);
	else if (figure && role == ROLE_direction)
		build_direction(b, cell, figure);
}

/* Where a stated variance begins that stands behind a value: " +14%". */
static size_t
stated_at(struct text words)
{
	for (size_t i = words.length; i-- > 0;) {
		struct text rest = text_from(words, i);
		size_t sign = text_begins(rest, " +") || text_begins(rest, " -") ? 2 : text_begins(rest, " −") ? 4 : 0;

		if (sign > 0 && sign < rest.length && rest.s[sign] >= '0' && rest.s[sign] <= '9')
			return i;
	}
	return words.length;
}

static bool
has_variance_column(const struct record_table *t)
{
	for (size_t i = 0; i < t->columns.count; i++)
		if (t->columns.at[i].is_derived && t->columns.at[i].field->role == ROLE_variance)
			return true;
	return false;
}

/* The actual alone, where the computed variance has a column: the stated one was compared with it. */
static void
build_actual(struct record_table *t, struct node *cell, const struct record *record, const struct value *value)
{
	const struct figure *figure = record_figure(record, NULL);
	const struct block *paragraph = value->content;

	if (!value->stated.set || !figure || figure->variance_words.length == 0 || !has_variance_column(t) ||
	    !paragraph || paragraph->next || paragraph->kind != BLOCK_PARAGRAPH) {
		build_value(t->b, cell, value);
		return;
	}
	for (const struct span *span = paragraph->spans; span; span = span->next) {
		struct span one = *span;

		one.next = NULL;
		if (one.kind == SPAN_TEXT)
			one.words = text_slice(one.words, 0, stated_at(one.words));
		build_spans(t->b, cell, &one);
	}
}

/* The name of a row that adds figures to a measure leads to that measure. */
static void
build_title(struct builder *b, struct node *cell, const struct record *record, const struct value *value)
{
	const struct block *paragraph = value->content;
	bool links_itself = paragraph && paragraph->spans && paragraph->spans->kind == SPAN_LINK;
	bool leads = (record->joins || record->document != b->document) && !links_itself;

	note_shown(b, record);
	if (leads)
		cell = build_record_link(b, cell, record);
	build_value(b, cell, value);
}

static enum look
cell_look(const struct table_column *column)
{
	return column->field->role == ROLE_ref ? LOOK_cell_ref :
	    column->field->role == ROLE_actual ? LOOK_cell_actual : LOOK_plain;
}

static void
build_cell(struct record_table *t, struct node *row, const struct record *record, size_t place)
{
	const struct table_column *column = &t->columns.at[place];
	const struct value *value = column_value(record, column);
	struct node *cell = tree_add(t->b->tree, row, column->is_head ? TAG_TH : TAG_TD, cell_look(column));

	cell->scope = column->is_head ? SCOPE_ROW : SCOPE_NONE;
	cell->set = column->set;
	cell->label = column->is_head ? TEXT("") : t->labels[place];
	if (column->is_derived)
		build_derived(t->b, cell, record, column->field->role);
	else if (value && column->is_head)
		build_title(t->b, cell, record, value);
	else if (value && column->field->role == ROLE_actual)
		build_actual(t, cell, record, value);
	else if (value)
		build_value(t->b, cell, value);
}

/* How many rows from this one say the same in a column that the style merges; 0: the row above spans here. */
static int
merged_rows(const struct record_table *t, size_t at, const struct table_column *column)
{
	const struct value *value = column_value(t->run->at[at], column);
	size_t next = at + 1;

	if (!column->field->merge || !value || value->plain.length == 0)
		return 1;
	if (at > 0 && t->run->at[at - 1]->group == t->run->at[at]->group) {
		const struct value *above = column_value(t->run->at[at - 1], column);

		if (above && text_equal(above->plain, value->plain))
			return 0;
	}
	for (; next < t->run->count && t->run->at[next]->group == t->run->at[at]->group; next++) {
		const struct value *below = column_value(t->run->at[next], column);

		if (!below || !text_equal(below->plain, value->plain))
			break;
	}
	return (int)(next - at);
}

/* ---- rows ---- */

struct node *
build_group_row(struct builder *b, struct node *part, int columns)
{
	struct node *head = tree_add(b->tree, tree_add(b->tree, part, TAG_TR, LOOK_row_group), TAG_TH, LOOK_plain);

	head->columns = columns;
	head->scope = SCOPE_ROW_GROUP;
	return head;
}

void
build_notes_row(struct builder *b, struct node *part, int columns, size_t from)
{
	struct node *cell;

	if (notes_due(b) <= from)
		return;
	cell = tree_add(b->tree, tree_add(b->tree, part, TAG_TR, LOOK_row_notes), TAG_TD, LOOK_plain);
	cell->columns = columns;
	place_notes(b, cell, from);
}

/* A total right below another, or the last one of all, ends the table. */
static enum look
total_look(const struct record_table *t, size_t at)
{
	bool is_last = at + 1 == t->run->count;
	bool follows_total = at > 0 && t->run->at[at - 1]->total;

	return is_last || follows_total ? LOOK_row_total : LOOK_row_subtotal;
}

static void
build_explanation(struct record_table *t, const struct record *record)
{
	const struct value *value = record_value(record, ROLE_explanation);
	struct node *cell;

	if (!value || !value->content)
		return;
	cell = tree_add(t->b->tree, tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_explanation), TAG_TD, LOOK_plain);
	cell->columns = (int)t->columns.count;
	build_value(t->b, cell, value);
}

static void
build_record_row(struct record_table *t, size_t at)
{
	const struct record *record = t->run->at[at];
	struct node *row = tree_add(t->b->tree, t->part, TAG_TR, record->total ? total_look(t, at) : LOOK_plain);

	row->from = &record->at;
	if (!record->joins && record->document == t->b->document && record->section == t->section &&
	    !tree_find(t->b->tree, record->id))
		tree_name(t->b->tree, row, record->id);
	for (size_t i = 0; i < t->columns.count; i++) {
		int rows = merged_rows(t, at, &t->columns.at[i]);

		if (rows == 0)
			continue;
		build_cell(t, row, record, i);
		row->last->rows = rows;
	}
	build_explanation(t, record);
}

/* The public is told that rows are left out, and under which paragraph. */
static void
build_removed_rows(struct record_table *t)
{
	for (size_t i = 0; i < t->run->removed.count; i++) {
		const struct removed *removed = t->run->removed.at[i];
		struct node *row = tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_notes), *cell;
		struct text words = removed->confidential ? phrase(t->b, "confidential") :
		    phrase_with(t->b, "exempt-rows", text_number(t->b->arena, removed->rows), removed->paragraph);

		cell = tree_add(t->b->tree, row, TAG_TD, LOOK_plain);
		cell->columns = t->node->columns;
		tree_text(t->b->tree, cell, words);
		if (removed->reason.length > 0)
			tree_text(t->b->tree, cell, text_format(t->b->arena, " %.*s", TEXT_ARGS(removed->reason)));
	}
}

/* What a theme supports, at the right of its group head. */
static void
build_support(struct builder *b, struct node *head, const struct section *theme)
{
	const struct value *links = theme && theme->itself ? record_value(theme->itself, ROLE_links) : NULL;
	struct node *facts = NULL;

	for (size_t i = 0; links && i < links->links.count; i++) {
		const struct record *to = links->links.at[i].to.record;

		if (!to)
			continue;
		if (facts)
			tree_text(b->tree, facts, TEXT(", "));
		else {
			tree_text(b->tree, head, TEXT(" "));
			facts = build_text(b, head, TAG_SPAN, LOOK_group_facts, phrase(b, "supports"));
			tree_text(b->tree, facts, TEXT(" "));
		}
		tree_text(b->tree, build_record_link(b, facts, to), ref_of(to).length > 0 ? ref_of(to) : to->title);
	}
}

static void
build_group(struct record_table *t, const struct block *group)
{
	struct node *head;

	if (t->part->first)
		t->part = tree_add(t->b->tree, t->node, TAG_TBODY, LOOK_plain);
	head = build_group_row(t->b, t->part, t->node->columns);
	if (group->section && !tree_find(t->b->tree, group->section->id))
		tree_name(t->b->tree, head, group->section->id);
	build_spans(t->b, head, group->spans);
	build_support(t->b, head, group->section);
}

static void
build_rows(struct record_table *t)
{
	const struct block *group = NULL;
	size_t due = notes_due(t->b);

	t->part = tree_add(t->b->tree, t->node, TAG_TBODY, LOOK_plain);
	for (size_t i = 0; i < t->run->count; i++) {
		const struct record *record = t->run->at[i];

		if (record->group && record->group != group) {
			if (t->b->style->note_place == NOTES_GROUP)
				build_notes_row(t->b, t->part, t->node->columns, due);
			build_group(t, record->group);
		}
		group = record->group;
		build_record_row(t, i);
		if (t->b->style->note_place == NOTES_ROWS)
			build_notes_row(t->b, t->part, t->node->columns, due);
	}
	build_notes_row(t->b, t->part, t->node->columns, due);
	build_removed_rows(t);
}

void
build_record_table(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *run, const struct span *caption)
{
	struct record_table t = { .b = b, .section = section, .run = run };
	struct node *words;

	if (run->count == 0)
		return;
	choose_columns(&t);
	t.node = tree_add(b->tree, parent, TAG_TABLE, LOOK_plain);
	t.node->from = &run->at[0]->at;
	words = build_caption(b, t.node, "table", ++b->tables);
	if (caption)
		build_spans(b, words, caption);
	else
		tree_text(b->tree, words, section->title_words);
	build_head(&t);
	build_rows(&t);
}
