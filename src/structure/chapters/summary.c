/* SPDX-License-Identifier: MIT */
/*
 * Results counted by theme and status. Every count stands beside the number
 * that it is out of.
 */
#include "structure/chapters/chapters.h"

enum { COUNTED = STATUS_OFF + 1, WAYS = DIRECTION_WORSE + 1 };
struct tally { struct text theme; size_t by[COUNTED], ways[WAYS]; };
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

/*
 * The measures that the view shows (a row counts as its measure), by theme and
 * status for its period.
 */
static void
count_measures(struct builder *b, const struct section *section, struct tallies *tallies)
{
	const struct span_of_time *period = section->view ? &section->view->when : NULL;
	struct record_run measures = { 0 };

	select_for(b, section, KIND_measure, &measures);
	for (size_t i = 0; i < measures.count; i++) {
		const struct figure *figure = shown_figure(measures.at[i], period);

		if (figure) {
			struct tally *tally = tally_of(b, tallies, measures.at[i]);

			tally->by[figure->status]++;
			tally->ways[figure->direction]++;
		}
	}
}

static struct tally
total_of(struct builder *b, const struct tallies *tallies)
{
	struct tally total = { .theme = phrase(b, "all-themes") };

	for (size_t i = 0; i < tallies->count; i++) {
		for (int k = 0; k < COUNTED; k++)
			total.by[k] += tallies->at[i].by[k];
		for (int k = 0; k < WAYS; k++)
			total.ways[k] += tallies->at[i].ways[k];
	}
	return total;
}

static size_t
with_status(const struct tally *tally)
{
	size_t sum = 0;

	for (int status = STATUS_AHEAD; status <= STATUS_OFF; status++)
		sum += tally->by[status];
	return sum;
}

/* ---- shares ---- */

/*
 * A share in percent, rounded half away from zero; what is not quite one
 * percent is no whole one.
 */
static struct text
share_words(struct builder *b, size_t part, size_t whole)
{
	int decimals = b->style->status.share_decimals;
	struct text under = phrase(b, "under-one-percent");
	struct decimal share;

	if (whole == 0)
		return TEXT("–");
	if (part > 0 && part * 100 < whole && decimals == 0 && under.length > 0)
		return under;
	share = decimal_divide(decimal_of((int64_t)part * 100, 0), decimal_of((int64_t)whole, 0),
	    decimals);
	return phrase_with(b, "percent", decimal_text(b->arena, share, false), TEXT(""));
}

/* Marks of a sentence: {on} is a count, {on-share} its share of the whole. */
static struct text
with_share(struct builder *b, struct text words, const char *name, size_t part, size_t whole)
{
	struct text count = text_format(b->arena, "{%s}", name),
	            share = text_format(b->arena, "{%s-share}", name);

	words = replace_mark(b->arena, words, text_string(b->arena, count),
	    text_number(b->arena, (long long)part));
	return replace_mark(b->arena, words, text_string(b->arena, share),
	    share_words(b, part, whole));
}

static void
build_sentences(struct builder *b, struct node *sect, const struct tally *total)
{
	struct text words = phrase(b, "of-measures");
	size_t judged = with_status(total), compared = 0;

	words = with_share(b, words, "n", judged + total->by[STATUS_NONE], 0);
	words = with_share(b, words, "m", judged, 0);
	words = with_share(b, words, "on", total->by[STATUS_AHEAD] + total->by[STATUS_ON], judged);
	words = with_share(b, words, "near", total->by[STATUS_NEAR], judged);
	words = with_share(b, words, "off", total->by[STATUS_OFF], judged);
	tree_text(b->tree, tree_add(b->tree, sect, TAG_P, LOOK_lead), words);
	for (int way = DIRECTION_BETTER; way <= DIRECTION_WORSE; way++)
		compared += total->ways[way];
	words = phrase(b, "of-directions");
	if (compared == 0 || words.length == 0)
		return;
	words = with_share(b, words, "n", compared, 0);
	words = with_share(b, words, "better", total->ways[DIRECTION_BETTER], compared);
	words = with_share(b, words, "same", total->ways[DIRECTION_SAME], compared);
	words = with_share(b, words, "worse", total->ways[DIRECTION_WORSE], compared);
	tree_text(b->tree, tree_add(b->tree, sect, TAG_P, LOOK_plain), words);
}

/* ---- the table ---- */

static const enum status column_status[] = {
	STATUS_AHEAD, STATUS_ON, STATUS_NEAR, STATUS_OFF, STATUS_NONE
};
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

/* The shares of each status among what has one; a row with the number that they are out of. */
static void
build_share_row(struct builder *b, struct node *body, const struct tally *total)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain);
	size_t judged = with_status(total);

	build_text(b, row, TAG_TH, LOOK_plain,
	    phrase_with(b, "shares", text_number(b->arena, (long long)judged), TEXT("")))
	    ->scope = SCOPE_ROW;
	for (int i = 0; i < STATUSES; i++) {
		bool is_status = column_status[i] != STATUS_NONE;
		struct node *cell = build_text(b, row, TAG_TD, LOOK_plain, is_status ?
		    share_words(b, total->by[column_status[i]], judged) : TEXT("–"));

		cell->set = SET_NUMBER;
		cell->label = status_name(b, column_status[i]);
	}
	tree_add(b->tree, row, TAG_TD, LOOK_plain)->label = phrase(b, "all");
}

void
build_performance_summary(struct builder *b, struct node *sect, const struct section *section)
{
	struct tallies tallies = { 0 };
	struct tally total;
	struct node *table, *body;

	count_measures(b, section, &tallies);
	if (tallies.count == 0) {
		build_content(b, sect, section);
		return;
	}
	total = total_of(b, &tallies);
	build_sentences(b, sect, &total);
	build_content(b, sect, section);
	table = tree_add(b->tree, sect, TAG_TABLE, LOOK_plain);
	build_view_caption(b, table, section, "status-by-theme");
	build_tally_head(b, table);
	body = tree_add(b->tree, table, TAG_TBODY, LOOK_plain);
	for (size_t i = 0; i < tallies.count; i++)
		build_tally_row(b, body, &tallies.at[i], LOOK_plain);
	if (tallies.count > 1)
		build_tally_row(b, body, &total, LOOK_row_total);
	if (with_status(&total) > 0)
		build_share_row(b, body, &total);
}
