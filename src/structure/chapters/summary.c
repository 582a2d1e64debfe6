/* SPDX-License-Identifier: MIT */
/*
 * Results counted by theme and status. Every count stands beside the number
 * that it is out of.
 */
#include "structure/chapters/chapters.h"

enum { COUNTED = STATUS_OFF + 1 };
struct tally { struct text theme; size_t by[COUNTED]; };
ARRAY(struct tally, tallies);

/* ---- counting ---- */

static struct tally *
tally_of(struct builder *b, struct tallies *tallies, const struct record *record)
{
	struct text theme = record->theme ? record->theme->title_words : phrase(b, "no-theme");

	for (size_t i = 0; i < tallies->count; i++)
		if (text_equal(tallies->at[i].theme, theme))
			return &tallies->at[i];
	*array_push(b->arena, tallies) = (struct tally){ .theme = theme };
	return &tallies->at[tallies->count - 1];
}

/* The measures that the view shows (a row counts as its measure), by theme and status for its period. */
static void
count_measures(struct builder *b, const struct section *section, struct tallies *tallies)
{
	const struct span_of_time *period = section->view ? &section->view->when : NULL;
	struct record_run measures = { 0 };

	select_for(b, section, KIND_measure, &measures);
	for (size_t i = 0; i < measures.count; i++) {
		const struct figure *figure = shown_figure(measures.at[i], period);

		if (figure)
			tally_of(b, tallies, measures.at[i])->by[figure->status]++;
	}
}

static size_t
sum_of(const struct tallies *tallies, enum status from, enum status to)
{
	size_t sum = 0;

	for (size_t i = 0; i < tallies->count; i++)
		for (enum status status = from; status <= to; status++)
			sum += tallies->at[i].by[status];
	return sum;
}

static struct text
with_count(struct builder *b, struct text words, const char *mark, size_t count)
{
	return replace_mark(b->arena, words, mark, text_number(b->arena, (long long)count));
}

static void
build_sentence(struct builder *b, struct node *sect, const struct tallies *tallies)
{
	struct text words = phrase(b, "of-measures");

	words = with_count(b, words, "{n}", sum_of(tallies, STATUS_NONE, STATUS_OFF));
	words = with_count(b, words, "{m}", sum_of(tallies, STATUS_AHEAD, STATUS_OFF));
	words = with_count(b, words, "{on}", sum_of(tallies, STATUS_AHEAD, STATUS_ON));
	words = with_count(b, words, "{near}", sum_of(tallies, STATUS_NEAR, STATUS_NEAR));
	words = with_count(b, words, "{off}", sum_of(tallies, STATUS_OFF, STATUS_OFF));
	tree_text(b->tree, tree_add(b->tree, sect, TAG_P, LOOK_lead), words);
}

/* ---- the table ---- */

static const enum status column_status[] = { STATUS_AHEAD, STATUS_ON, STATUS_NEAR, STATUS_OFF, STATUS_NONE };
enum { STATUSES = sizeof column_status / sizeof *column_status, COLUMNS = STATUSES + 2 };

static struct text
status_name(struct builder *b, enum status status)
{
	return status == STATUS_NONE ? phrase(b, "no-status") : b->style->status.words[status];
}

static struct node *
add_head(struct builder *b, struct node *row, enum set_as set)
{
	struct node *head = tree_add(b->tree, row, TAG_TH, LOOK_plain);

	head->scope = SCOPE_COLUMN;
	head->set = set;
	return head;
}

static void
build_tally_head(struct builder *b, struct node *table)
{
	struct node *row =
	    tree_add(b->tree, tree_add(b->tree, table, TAG_THEAD, LOOK_plain), TAG_TR, LOOK_plain);
	struct column *columns = arena_array(b->arena, COLUMNS, sizeof *columns);

	tree_text(b->tree, add_head(b, row, SET_LEFT), phrase(b, "theme"));
	columns[0].label = true;
	for (int i = 0; i < STATUSES; i++) {
		struct node *words = build_text(b, add_head(b, row, SET_RIGHT), TAG_SPAN,
		    LOOK_status, status_name(b, column_status[i]));

		words->mark = status_mark(column_status[i]);
		columns[i + 1].set = SET_NUMBER;
	}
	tree_text(b->tree, add_head(b, row, SET_RIGHT), phrase(b, "all"));
	columns[COLUMNS - 1].set = SET_NUMBER;
	table->columns = COLUMNS;
	table->column = columns;
}

static void
add_count(struct builder *b, struct node *row, struct text label, size_t count)
{
	struct node *cell =
	    build_text(b, row, TAG_TD, LOOK_plain, text_number(b->arena, (long long)count));

	cell->set = SET_NUMBER;
	cell->label = label;
}

static void
build_tally_row(struct builder *b, struct node *body, const struct tally *tally, enum look look)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, look);
	size_t all = 0;

	build_text(b, row, TAG_TH, LOOK_plain, tally->theme)->scope = SCOPE_ROW;
	for (int i = 0; i < STATUSES; i++) {
		add_count(b, row, status_name(b, column_status[i]), tally->by[column_status[i]]);
		all += tally->by[column_status[i]];
	}
	add_count(b, row, phrase(b, "all"), all);
}

void
build_performance_summary(struct builder *b, struct node *sect, const struct section *section)
{
	struct tallies tallies = { 0 };
	struct tally total = { .theme = phrase(b, "all-themes") };
	struct node *table, *body;

	count_measures(b, section, &tallies);
	if (tallies.count == 0) {
		build_content(b, sect, section);
		return;
	}
	build_sentence(b, sect, &tallies);
	build_content(b, sect, section);
	table = tree_add(b->tree, sect, TAG_TABLE, LOOK_plain);
	build_view_caption(b, table, section, "status-by-theme");
	build_tally_head(b, table);
	body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain);
	for (size_t i = 0; i < tallies.count; i++) {
		build_tally_row(b, body, &tallies.at[i], LOOK_plain);
		for (int k = 0; k < COUNTED; k++)
			total.by[k] += tallies.at[i].by[k];
	}
	if (tallies.count > 1)
		build_tally_row(b, body, &total, LOOK_row_total);
}
