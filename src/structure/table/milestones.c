/* SPDX-License-Identifier: MIT */
/*
 * The milestones of a project that prints as a form: a table of their own
 * below it, by financial year. Words in brackets at the end of one say how it
 * stands; the style says which of them are good, doubtful and bad, and what it
 * does not know stands without a mark.
 */
#include "structure/records.h"

enum { COLUMNS_MOST = 4 };

struct milestone_table {
	struct builder *b;
	struct node *table, *body;
	int columns;
	bool has_years;
};

/* ---- how one stands ---- */

/* The last words of a milestone, where they are plain; null when they are not. */
static const struct span *
last_words(const struct milestone *milestone)
{
	const struct block *paragraph = only_paragraph(milestone->content);
	const struct span *span = paragraph ? paragraph->spans : NULL;

	while (span && span->next)
		span = span->next;
	return span && span->kind == SPAN_TEXT ? span : NULL;
}

static struct text
remark_of(const struct milestone *milestone)
{
	const struct span *last = last_words(milestone);

	return last ? part_remark(last->words).remark : TEXT("");
}

/* The words of a milestone without its remark. */
static void
build_reached(struct builder *b, struct node *cell, const struct milestone *milestone)
{
	const struct block *paragraph = only_paragraph(milestone->content);
	const struct span *last = last_words(milestone);

	if (remark_of(milestone).length == 0) {
		build_inside(b, cell, milestone->content);
		return;
	}
	for (const struct span *span = paragraph->spans; span; span = span->next) {
		struct span *one = arena_copy(b->arena, span, sizeof *one);

		one->next = NULL;
		if (span == last)
			one->words = part_remark(span->words).words;
		build_spans(b, cell, one);
	}
}

static enum mark
mark_of(const struct builder *b, struct text remark)
{
	static const struct standing_words { const char *phrase; enum mark mark; } rows[] = {
		{ "milestone-good", MARK_ON }, { "milestone-doubtful", MARK_NEAR },
		{ "milestone-bad", MARK_OFF }, { "milestone-open", MARK_NO_STATUS } };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (list_holds(phrase(b, rows[i].phrase), remark_word(remark)))
			return rows[i].mark;
	return MARK_NONE;
}

/* ---- rows ---- */

static struct node *
add_cell(struct milestone_table *t, struct node *row, const char *head)
{
	struct node *cell = tree_add(t->b->tree, row, TAG_TD, LOOK_plain);

	cell->label = phrase(t->b, head);
	return cell;
}

static void
build_row(struct milestone_table *t, const struct milestone *milestone, size_t number)
{
	struct builder *b = t->b;
	struct node *row = tree_add(b->tree, t->body, TAG_TR, LOOK_plain), *cell;
	struct text remark = remark_of(milestone);

	row->from = &milestone->at;
	cell = add_cell(t, row, "milestone-number");
	cell->look = LOOK_cell_ref;
	tree_text(b->tree, cell, text_number(b->arena, (long long)number));
	cell = tree_add(b->tree, row, TAG_TH, LOOK_plain);
	cell->scope = SCOPE_ROW;
	build_reached(b, cell, milestone);
	tree_text(b->tree, add_cell(t, row, "milestone-due"), milestone->period);
	if (t->columns < COLUMNS_MOST)
		return;
	cell = add_cell(t, row, "milestone-state");
	if (remark.length > 0)
		build_text(b, cell, TAG_SPAN, LOOK_status, begin_with_capital(b->arena, remark))
		    ->mark = mark_of(b, remark);
	else
		tree_text(b->tree, cell, TEXT("–"));
}

static struct date
year_of(const struct builder *b, const struct milestone *milestone)
{
	const struct span_of_time *when = &milestone->when;

	return span_of_time_has_days(when)
	    ? financial_year_start(when->last, b->corpus->council.year_starts)
	    : (struct date){ 0 };
}

/* A year has a head where there are several, and all milestones have a time. */
static bool
has_years(const struct builder *b, const struct milestones *milestones)
{
	bool differ = false;

	for (size_t i = 0; i < milestones->count; i++) {
		if (!date_is_set(year_of(b, &milestones->at[i])))
			return false;
		differ |= i > 0 && year_of(b, &milestones->at[i]).year !=
		    year_of(b, &milestones->at[i - 1]).year;
	}
	return differ;
}

static void
begin_year(struct milestone_table *t, struct date starts)
{
	struct builder *b = t->b;
	struct date ends = date_day_before(date_add_months(starts, 12));
	struct text from = text_number(b->arena, starts.year);

	if (t->body->first)
		t->body = tree_add(b->tree, t->table, TAG_TBODY, LOOK_plain);
	tree_text(b->tree, build_group_row(b, t->body, t->columns),
	    starts.year == ends.year
	        ? from
	        : phrase_with(b, "from-to", from, text_number(b->arena, ends.year)));
}

/* ---- the table ---- */

static void
begin_table(struct milestone_table *t, struct node *sect, const struct value *value)
{
	static const char *const heads[COLUMNS_MOST] = { "milestone-number", "what-is-done",
		"milestone-due", "milestone-state" };
	struct builder *b = t->b;
	struct column *columns = arena_array(b->arena, COLUMNS_MOST, sizeof *columns);
	struct node *row;

	t->table = tree_add(b->tree, sect, TAG_TABLE, LOOK_plain);
	t->table->from = &value->at;
	tree_text(b->tree, build_caption(b, t->table, "table", ++b->tables),
	    label_of(b, value->field, value->period_words));
	columns[0].keep = columns[2].keep = columns[3].keep = true;
	columns[1].label = true;
	t->table->columns = t->columns;
	t->table->column = columns;
	row = tree_add(b->tree, tree_add(b->tree, t->table, TAG_THEAD, LOOK_plain), TAG_TR,
	    LOOK_plain);
	for (int i = 0; i < t->columns; i++)
		build_text(b, row, TAG_TH, LOOK_plain, phrase(b, heads[i]))->scope = SCOPE_COLUMN;
	t->body = tree_add(b->tree, t->table, TAG_TBODY, LOOK_plain);
}

bool
has_milestone_table(const struct builder *b, const struct record *record)
{
	const struct value *value = record_value(record, ROLE_milestones);
	const struct form_rows *shape = &b->style->kinds[record->kind].shape;

	for (size_t i = 0; value && i < shape->count; i++)
		for (int k = 0; k < 2; k++)
			if (name_equal(shape->at[i].fields[k], value->field->name))
				return false;
	return record->kind == KIND_project && value && value->milestones.count > 0;
}

void
build_milestone_table(struct builder *b, struct node *sect, const struct record *record)
{
	const struct value *value = record_value(record, ROLE_milestones);
	const struct milestones *milestones = &value->milestones;
	struct milestone_table t = { .b = b, .columns = COLUMNS_MOST - 1,
		.has_years = has_years(b, milestones) };

	for (size_t i = 0; i < milestones->count; i++)
		if (remark_of(&milestones->at[i]).length > 0)
			t.columns = COLUMNS_MOST;
	begin_table(&t, sect, value);
	for (size_t i = 0; i < milestones->count; i++) {
		struct date year = year_of(b, &milestones->at[i]);

		if (t.has_years &&
		    (i == 0 || year.year != year_of(b, &milestones->at[i - 1]).year))
			begin_year(&t, year);
		build_row(&t, &milestones->at[i], i + 1);
	}
}
