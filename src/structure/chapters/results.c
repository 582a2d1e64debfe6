/* SPDX-License-Identifier: MIT */
/*
 * Year-end results: one table with a group for each theme, target and actual
 * beside variance, status and direction, notes below the group that they
 * explain; and the same counted.
 *
 * Themes that say more than their rows, or whose name is part of a column's
 * head, keep a heading and a table of their own.
 */
#include "base/map.h"
#include "structure/chapters/chapters.h"

static bool
holds_rows_alone(const struct section *theme)
{
	for (const struct block *block = theme->content; block; block = block->next)
		if (block->kind != BLOCK_RECORD && block->kind != BLOCK_COMMENT)
			return false;
	return theme->content != NULL;
}

/* True when the label of a title takes the theme's name: then each theme wants its own head. */
static bool
names_section(const struct builder *b, enum section_kind kind)
{
	const struct fields *columns = &b->style->kinds[KIND_measure].columns[kind];

	for (size_t i = 0; i < columns->count; i++)
		if (text_find(columns->at[i]->label, TEXT("{section}"), 0) < columns->at[i]->label.length)
			return true;
	return false;
}

static bool
can_merge(const struct builder *b, const struct section *section)
{
	int themes = 0;

	for (const struct block *block = section->content; block; block = block->next) {
		if (block->kind == BLOCK_RECORD || block->kind == BLOCK_PLACE)
			return false;
		if (block->kind == BLOCK_SECTION) {
			if (block->section->kind != SECTION_theme || !holds_rows_alone(block->section))
				return false;
			themes++;
		}
	}
	return themes > 1 && !names_section(b, section->kind);
}

/* The group head of a theme, made once a theme and put before its first row. */
static const struct block *
theme_group(struct builder *b, const struct section *theme)
{
	struct block *group = ARENA_NEW(b->arena, struct block);

	group->kind = BLOCK_GROUP;
	group->at = theme->at;
	group->spans = theme->title;
	group->section = (struct section *)theme;
	return group;
}

static void
add_theme_rows(struct builder *b, const struct section *theme, struct record_run *run)
{
	const struct block *group = theme_group(b, theme);

	for (const struct block *block = theme->content; block; block = block->next) {
		struct record *row;

		if (block->kind != BLOCK_RECORD)
			continue;
		row = arena_copy(b->arena, block->record, sizeof *row);
		row->group = group;
		*array_push(b->arena, run) = row;
	}
}

void
build_performance(struct builder *b, struct node *sect, const struct section *section)
{
	struct record_run run = { 0 };

	if (!can_merge(b, section)) {
		build_content(b, sect, section);
		return;
	}
	for (const struct block *block = section->content; block; block = block->next)
		if (block->kind == BLOCK_SECTION)
			add_theme_rows(b, block->section, &run);
		else
			build_block(b, sect, block);
	build_record_table(b, sect, section, &run, NULL);
}

/* ---- counted ---- */

enum { COUNTED = STATUS_OFF + 1 };
struct tally { struct text theme; size_t by[COUNTED]; };
ARRAY(struct tally, tallies);

static struct tally *
tally_of(struct builder *b, struct tallies *tallies, const struct record *record)
{
	struct text theme = record->theme ? record->theme->title_words : TEXT("");

	for (size_t i = 0; i < tallies->count; i++)
		if (text_equal(tallies->at[i].theme, theme))
			return &tallies->at[i];
	*array_push(b->arena, tallies) = (struct tally){ .theme = theme };
	return &tallies->at[tallies->count - 1];
}

/* The measures of the document (a row counts as its measure), by theme and status for a period. */
static void
count_measures(struct builder *b, const struct section *section, struct tallies *tallies)
{
	const struct span_of_time *period = section->period.set ? &section->period : NULL;

	for (size_t i = 0; i < b->document->records.count; i++) {
		const struct record *record = b->document->records.at[i];
		const struct figure *figure = record_figure(record, period);

		if (record->kind == KIND_measure && !record->joins && figure)
			tally_of(b, tallies, record)->by[figure->status]++;
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

static void
build_summary_sentence(struct builder *b, struct node *sect, const struct tallies *tallies)
{
	size_t all = sum_of(tallies, STATUS_NONE, STATUS_OFF), counted = sum_of(tallies, STATUS_AHEAD, STATUS_OFF);

	tree_text(b->tree, tree_add(b->tree, sect, TAG_P, LOOK_lead),
	    phrase_with(b, "of-measures", text_number(b->arena, (long long)all), text_number(b->arena, (long long)counted)));
}

static const enum status column_status[] = { STATUS_AHEAD, STATUS_ON, STATUS_NEAR, STATUS_OFF, STATUS_NONE };
enum { TALLY_COLUMNS = 2 + sizeof column_status / sizeof *column_status };

static void
build_tally_head(struct builder *b, struct node *table)
{
	struct node *row = tree_add(b->tree, tree_add(b->tree, table, TAG_THEAD, LOOK_plain), TAG_TR, LOOK_plain);
	struct column *columns = arena_array(b->arena, TALLY_COLUMNS, sizeof *columns);

	for (int i = 0; i < TALLY_COLUMNS; i++) {
		struct node *head = tree_add(b->tree, row, TAG_TH, LOOK_plain);

		head->scope = SCOPE_COLUMN;
		head->set = columns[i].set = i == 0 ? SET_LEFT : SET_NUMBER;
		columns[i].label = i == 0;
		if (i == 0)
			tree_text(b->tree, head, phrase(b, "theme"));
		else if (i == TALLY_COLUMNS - 1)
			tree_text(b->tree, head, phrase(b, "all"));
		else
			tree_text(b->tree, head, column_status[i - 1] == STATUS_NONE ? phrase(b, "no-status") :
			    b->style->status.words[column_status[i - 1]]);
	}
	table->columns = TALLY_COLUMNS;
	table->column = columns;
}

static void
build_tally_row(struct builder *b, struct node *body, struct text name, const struct tally *tally, enum look look)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, look);
	size_t all = 0;

	build_text(b, row, TAG_TH, LOOK_plain, name)->scope = SCOPE_ROW;
	for (int i = 0; i < TALLY_COLUMNS - 1; i++) {
		bool is_sum = i == TALLY_COLUMNS - 2;
		size_t count = is_sum ? all : tally->by[column_status[i]];
		struct node *cell = build_text(b, row, TAG_TD, LOOK_plain, text_number(b->arena, (long long)count));

		cell->set = SET_NUMBER;
		cell->label = is_sum ? phrase(b, "all") : column_status[i] == STATUS_NONE ? phrase(b, "no-status") :
		    b->style->status.words[column_status[i]];
		all += is_sum ? 0 : count;
	}
}

void
build_performance_summary(struct builder *b, struct node *sect, const struct section *section)
{
	struct tallies tallies = { 0 };
	struct tally total = { .theme = phrase(b, "all-themes") };
	struct node *table, *body;

	count_measures(b, section, &tallies);
	build_summary_sentence(b, sect, &tallies);
	build_content(b, sect, section);
	table = tree_add(b->tree, sect, TAG_TABLE, LOOK_plain);
	tree_text(b->tree, build_caption(b, table, "table", ++b->tables), phrase(b, "status-by-theme"));
	build_tally_head(b, table);
	body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain);
	for (size_t i = 0; i < tallies.count; i++) {
		build_tally_row(b, body, tallies.at[i].theme, &tallies.at[i], LOOK_plain);
		for (int k = 0; k < COUNTED; k++)
			total.by[k] += tallies.at[i].by[k];
	}
	build_tally_row(b, body, total.theme, &total, LOOK_row_total);
}
