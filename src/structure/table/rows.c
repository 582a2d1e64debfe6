/* SPDX-License-Identifier: MIT */
/*
 * Records of one kind as the rows of a table. Equal neighbours of a field that
 * the style merges are one cell; groups, totals, explanations, notes and what
 * was left out are rows of their own looks.
 */
#include "structure/table/table.h"

/* The group head that a row stands under, or null. */
static const struct block *
group_of(const struct record_table *t, size_t at)
{
	return t->run->groups.count > 0 ? t->run->groups.at[at] : t->run->at[at]->group;
}

/* ---- cells over several rows ---- */

static bool
marks_note(const struct span *span)
{
	for (; span; span = span->next)
		if (span->kind == SPAN_NOTE || marks_note(span->first))
			return true;
	return false;
}

static bool
holds_note(const struct block *block)
{
	for (; block; block = block->next)
		if (marks_note(block->spans) || holds_note(block->first))
			return true;
	return false;
}

/* True when something of a row of its own may follow: an explanation, or the notes of the row. */
static bool
has_asides(const struct record_table *t, const struct record *record)
{
	bool has_notes = t->b->style->note_place == NOTES_ROWS;

	if (record->prose || record->exemption.exempt)
		return true;
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if ((value->field->role == ROLE_explanation && value->content) ||
		    (has_notes && holds_note(value->content)))
			return true;
	}
	return false;
}

/*
 * True when a row goes on with the cell of the row above: the same is said, and
 * nothing stands between.
 */
static bool
goes_on(const struct record_table *t, size_t at, const struct table_column *column)
{
	const struct value *value =
	                       at < t->run->count ? column_value(t->run->at[at], column) : NULL,
	                   *above;

	if (at == 0 || !value || value->plain.length == 0 ||
	    group_of(t, at - 1) != group_of(t, at) || has_asides(t, t->run->at[at - 1]))
		return false;
	above = column_value(t->run->at[at - 1], column);
	return above && text_equal(above->plain, value->plain);
}

/*
 * How many rows from this one a cell spans, where the style merges its column;
 * 0: the row above spans here.
 */
static int
merged_rows(const struct record_table *t, size_t at, const struct table_column *column)
{
	int rows = 1;

	if (column->source != SOURCE_GIVEN || !column->field->merge)
		return 1;
	if (goes_on(t, at, column))
		return 0;
	while (goes_on(t, at + (size_t)rows, column))
		rows++;
	return rows;
}

/* ---- rows ---- */

struct node *
build_group_row(struct builder *b, struct node *part, int columns)
{
	struct node *head =
	    tree_add(b->tree, tree_add(b->tree, part, TAG_TR, LOOK_row_group), TAG_TH, LOOK_plain);

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
	cell =
	    tree_add(b->tree, tree_add(b->tree, part, TAG_TR, LOOK_row_notes), TAG_TD, LOOK_plain);
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

static struct node *
add_aside(struct record_table *t, const struct record *record)
{
	struct node *row = tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_explanation);
	struct node *cell = tree_add(t->b->tree, row, TAG_TD, LOOK_plain);

	cell->columns = (int)t->columns.count;
	mark_exempt_record(t->b, row, record);
	return cell;
}

static bool
has_explanation(const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i]->field->role == ROLE_explanation &&
		    record->values.at[i]->content)
			return true;
	return false;
}

/*
 * What a record says beside its fields: why it is exempt, why its figure is
 * what it is, its prose.
 */
static void
build_asides(struct record_table *t, const struct record *record)
{
	const struct figure *figure = t->view ? row_figure(t, record) : NULL;

	if (record->exemption.exempt || record->exemption.confidential)
		build_exempt_words(t->b, add_aside(t, record), &record->exemption);
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		struct node *cell;

		if (value->field->role != ROLE_explanation || !value->content)
			continue;
		cell = add_aside(t, record);
		cell->language = value->language;
		build_value(t->b, cell, value);
	}
	if (figure && figure->explanation && !has_explanation(record))
		build_value(t->b, add_aside(t, record), figure->explanation);
	if (record->prose && !t->view)
		build_inside(t->b, add_aside(t, record), record->prose);
}

static void
build_record_row(struct record_table *t, size_t at)
{
	const struct record *record = t->run->at[at];
	struct node *row =
	    tree_add(t->b->tree, t->part, TAG_TR, record->total ? total_look(t, at) : LOOK_plain);

	row->from = &record->at;
	name_record_node(t->b, row, record, t->view ? NULL : record->section);
	mark_exempt_record(t->b, row, record);
	for (size_t i = 0; i < t->columns.count; i++) {
		int rows = merged_rows(t, at, &t->columns.at[i]);

		if (rows == 0)
			continue;
		build_cell(t, row, record, i);
		row->last->rows = rows;
	}
	build_asides(t, record);
}

/* The public is told that rows are left out, and under which paragraph. */
static void
build_removed_rows(struct record_table *t)
{
	for (size_t i = 0; i < t->run->removed.count; i++) {
		struct node *row = tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_notes);
		struct node *cell = tree_add(t->b->tree, row, TAG_TD, LOOK_plain);

		cell->columns = t->node->columns;
		build_removed_words(t->b, cell, t->run->removed.at[i]);
	}
}

/* ---- groups ---- */

static void
build_names(struct builder *b, struct node *facts, const struct value *links)
{
	bool is_first = true;

	for (size_t i = 0; i < links->links.count; i++) {
		const struct link *link = &links->links.at[i];
		const struct record *to = link->to.record;

		if (!is_first)
			tree_text(b->tree, facts, TEXT(", "));
		is_first = false;
		tree_text(b->tree, build_link(b, facts, &link->to),
		    to && ref_of(to).length > 0 ? ref_of(to)
		        : to                    ? to->title
		                                : link->words);
	}
}

/*
 * What a theme supports, at the right of its group head; and whatever else it
 * says, where its fields stand here.
 */
static void
build_group_facts(struct builder *b, struct node *head, const struct section *theme)
{
	const struct record *itself = theme ? theme->itself : NULL;
	struct node *facts = NULL;

	for (size_t i = 0; itself && i < itself->values.count; i++) {
		const struct value *value = itself->values.at[i];
		enum role role = value->field->role;

		if (role == ROLE_title || !value->content ||
		    (role != ROLE_links && itself->section != theme))
			continue;
		if (facts)
			tree_text(b->tree, facts, TEXT(" · "));
		else {
			tree_text(b->tree, head, TEXT(" "));
			facts = tree_add(b->tree, head, TAG_SPAN, LOOK_group_facts);
		}
		tree_text(b->tree, facts,
		    text_format(b->arena, role == ROLE_links ? "%.*s " : "%.*s: ",
		        TEXT_ARGS(label_of(b, value->field, value->period_words))));
		if (role == ROLE_links && value->links.count > 0)
			build_names(b, facts, value);
		else
			tree_text(b->tree, facts, value->plain);
	}
}

static void
build_group(struct record_table *t, const struct block *group)
{
	struct node *head;

	if (t->part->first)
		t->part = tree_add(t->b->tree, t->node, TAG_TBODY, LOOK_plain);
	head = build_group_row(t->b, t->part, t->node->columns);
	if (group->section && !tree_find(t->b->tree, section_id_here(t->b, group->section)))
		tree_name(t->b->tree, head, section_id_here(t->b, group->section));
	build_spans(t->b, head, group->spans);
	build_group_facts(t->b, head, group->section);
}

static void
build_rows(struct record_table *t)
{
	const struct block *before = NULL;
	size_t due = notes_due(t->b);

	t->part = tree_add(t->b->tree, t->node, TAG_TBODY, LOOK_plain);
	for (size_t i = 0; i < t->run->count; i++) {
		const struct block *group = group_of(t, i);

		if (group && group != before) {
			if (t->b->style->note_place == NOTES_GROUP)
				build_notes_row(t->b, t->part, t->node->columns, due);
			build_group(t, group);
		}
		before = group;
		build_record_row(t, i);
		if (t->b->style->note_place == NOTES_ROWS)
			build_notes_row(t->b, t->part, t->node->columns, due);
	}
	build_total(t);
	build_notes_row(t->b, t->part, t->node->columns, due);
	build_removed_rows(t);
	if (has_reviews(t->b, t->run)) {
		struct node *row = tree_add(t->b->tree, t->part, TAG_TR, LOOK_row_notes);
		struct node *cell = tree_add(t->b->tree, row, TAG_TD, LOOK_plain);

		cell->columns = t->node->columns;
		build_reviews(t->b, cell, t->run);
	}
}

/* ---- the table ---- */

/* True when the first row is the oldest, and the style wants the newest there. */
static bool
is_to_be_turned(const struct record_table *t)
{
	const struct record *first = t->run->at[0], *last = t->run->at[t->run->count - 1];
	const struct value *from = record_value(first, ROLE_date), *to = record_value(last, ROLE_date);

	return t->b->style->kinds[first->kind].newest_first && !first->group && from && to &&
	    from->when.set && to->when.set && span_of_time_compare(&from->when, &to->when) < 0;
}

static const struct record_run *
turned(const struct record_table *t)
{
	struct record_run *run = ARENA_NEW(t->b->arena, struct record_run);

	run->removed = t->run->removed;
	for (size_t i = t->run->count; i-- > 0;)
		*array_push(t->b->arena, run) = t->run->at[i];
	return run;
}

void
build_record_table(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *run, const struct span *caption)
{
	struct record_table t = { .b = b, .section = section, .run = run, .view = section->view };

	if (run->count == 0)
		return;
	if (is_to_be_turned(&t))
		t.run = turned(&t);
	choose_columns(&t);
	t.node = tree_add(b->tree, parent, TAG_TABLE, LOOK_plain);
	t.node->from = &run->at[0]->at;
	caption_table(&t, caption);
	build_head(&t);
	build_rows(&t);
	if (!has_derived_column(&t, ROLE_status))
		return;
	b->key_due = true;
	for (size_t i = 0; i < run->count; i++)
		note_own_limits(b, run->at[i]);
}
