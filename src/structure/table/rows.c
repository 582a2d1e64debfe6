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

/*
 * The period of a row that a column shows, or null: an explanation names it, and
 * so may stand below other rows of its measure.
 */
static const struct value *
period_of(const struct record_table *t, const struct record *record)
{
	const struct value *period = record_value(record, ROLE_period);

	return period && period->plain.length > 0 && has_column(&t->columns, period) ? period
	                                                                             : NULL;
}

/* What a row says of its figure, else, in a view, what is said where the figure stands; or null. */
static const struct value *
explanation_of(const struct record_table *t, const struct record *record)
{
	const struct figure *figure = t->view ? row_figure(t, record) : NULL;

	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i]->field->role == ROLE_explanation &&
		    record->values.at[i]->content)
			return record->values.at[i];
	return figure ? figure->explanation : NULL;
}

/* True when a row of its own must follow at once: an explanation, or the notes of the row. */
static bool
has_asides(const struct record_table *t, const struct record *record)
{
	if (record->prose || record->exemption.exempt || record->exemption.confidential ||
	    (explanation_of(t, record) && !period_of(t, record)))
		return true;
	for (size_t i = 0; i < record->values.count; i++)
		if (t->b->style->note_place == NOTES_ROWS &&
		    holds_note(record->values.at[i]->content))
			return true;
	return false;
}

static bool
is_same_measure(const struct record *a, const struct record *b)
{
	const struct value *one = record_value(a, ROLE_measure);
	const struct value *other = record_value(b, ROLE_measure);

	return one && other && text_equal(one->plain, other->plain);
}

/* True when an explanation must part a row from the one above, which is of another measure. */
static bool
parts_explanation(const struct record_table *t, size_t at)
{
	const struct record *above = t->run->at[at - 1];

	if (is_same_measure(above, t->run->at[at]))
		return false;
	while (at-- > 0 && is_same_measure(t->run->at[at], above))
		if (explanation_of(t, t->run->at[at]))
			return true;
	return false;
}

/*
 * True when a row goes on with the cell of the row above: the same is said, and
 * nothing stands between.
 */
static bool
goes_on(const struct record_table *t, size_t at, const struct table_column *column)
{
	const struct value *value, *above;

	if (at == 0 || at >= t->run->count || !column->field->merge ||
	    column->source != SOURCE_GIVEN)
		return false;
	value = column_value(t->run->at[at], column);
	above = column_value(t->run->at[at - 1], column);
	return value && above && value->plain.length > 0 &&
	    text_equal(above->plain, value->plain) && group_of(t, at - 1) == group_of(t, at) &&
	    !has_asides(t, t->run->at[at - 1]) && !parts_explanation(t, at);
}

/*
 * How many rows from this one a cell spans, where the style merges its column;
 * 0: the row above spans here.
 */
static int
merged_rows(const struct record_table *t, size_t at, const struct table_column *column)
{
	int rows = 1;

	if (goes_on(t, at, column))
		return 0;
	while (goes_on(t, at + (size_t)rows, column))
		rows++;
	return rows;
}

/* ---- rows ---- */

/* The one cell of a row over all columns. */
static struct node *
add_spanning(struct builder *b, struct node *part, enum look look, int columns)
{
	struct node *row = tree_add(b->tree, part, TAG_TR, look);
	struct node *cell = tree_add(b->tree, row, TAG_TD, LOOK_plain);

	cell->columns = columns;
	return cell;
}

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
	if (notes_due(b) > from)
		place_notes(b, add_spanning(b, part, LOOK_row_notes, columns), from);
}

static struct node *
add_aside(struct record_table *t, const struct record *record)
{
	struct node *cell =
	    add_spanning(t->b, t->part, LOOK_row_explanation, (int)t->columns.count);

	mark_exempt_record(t->b, cell->parent, record);
	return cell;
}

/* Why a figure is what it is; the period says which one, where a column has it. */
static void
build_explanation(struct record_table *t, const struct record *record, const struct value *value)
{
	const struct value *period = period_of(t, record);
	struct node *cell = add_aside(t, record);
	struct node *label = cell;

	cell->language = value->language;
	if (period && !only_paragraph(value->content))
		label = tree_add(t->b->tree, cell, TAG_P, LOOK_plain);
	if (period)
		build_text(t->b, label, TAG_SPAN, LOOK_strong,
		    text_format(t->b->arena, "%.*s: ", TEXT_ARGS(period->plain)));
	build_value(t->b, cell, value);
}

static void
build_explanations(struct record_table *t, const struct record *record)
{
	const struct value *shown = explanation_of(t, record);

	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->role != ROLE_explanation || !value->content)
			continue;
		build_explanation(t, record, value);
		shown = NULL;
	}
	if (shown)
		build_explanation(t, record, shown);
}

/* True when a cell reaches from a row into the next: nothing can stand between them. */
static bool
reaches_on(const struct record_table *t, size_t at)
{
	for (size_t i = 0; i < t->columns.count; i++)
		if (goes_on(t, at + 1, &t->columns.at[i]))
			return true;
	return false;
}

/*
 * What a record says beside its fields: why it is exempt, why its figure is
 * what it is, its prose. Below rows that a cell spans stand the explanations
 * of them all.
 */
static void
build_asides(struct record_table *t, size_t at)
{
	const struct record *record = t->run->at[at];
	size_t first = at;

	if (reaches_on(t, at))
		return;
	if (record->exemption.exempt || record->exemption.confidential)
		build_exempt_words(t->b, add_aside(t, record), &record->exemption);
	while (first > 0 && reaches_on(t, first - 1))
		first--;
	for (; first <= at; first++)
		build_explanations(t, t->run->at[first]);
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
	build_asides(t, at);
}

/* The public is told that rows are left out, and under which paragraph. */
static void
build_removed_rows(struct record_table *t)
{
	for (size_t i = 0; i < t->run->removed.count; i++)
		build_removed_words(t->b,
		    add_spanning(t->b, t->part, LOOK_row_notes, t->node->columns),
		    t->run->removed.at[i]);
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
	if (has_reviews(t->b, t->run))
		build_reviews(t->b,
		    add_spanning(t->b, t->part, LOOK_row_notes, t->node->columns), t->run);
}

/* ---- the table ---- */

/* True when the first row is the oldest, and the style wants the newest there. */
static bool
is_to_be_turned(const struct record_table *t)
{
	const struct record *first = t->run->at[0], *last = t->run->at[t->run->count - 1];
	const struct value *from = record_value(first, ROLE_date);
	const struct value *to = record_value(last, ROLE_date);

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
