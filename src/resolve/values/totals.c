/* SPDX-License-Identifier: MIT */
/*
 * Totals of budgets, column by column.
 *
 * A total is of the rows since the last total or group head; one directly
 * below another total is the total of the totals, and so on up. Of a total
 * that is public while a row of it is exempt, the exempt figure could be worked
 * out when it is the only one that is not known.
 */
#include "resolve/values/values.h"

enum { LEVELS = 8 };

struct line { const struct record *record; bool exempt; };	/* no record: a group head */
ARRAY(struct line, line_list);
ARRAY(const struct value *, value_list);

/* What has been added up since the last total of a level. */
struct sum {
	struct decimal number;
	int unknown;			/* exempt figures in it that no public total gives away */
	struct value_list missing;	/* words where there should be amounts */
	bool spoiled;			/* a sum in it lacks an amount, as was reported */
};

struct column {
	struct resolution *resolution;
	struct text key;
	struct sum sums[LEVELS];
	int level;			/* of the total directly above; -1: none stands there */
};

/* ---- lines and columns ---- */

static void
list_lines(struct resolution *resolution, const struct block *block, struct line_list *lines)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_GROUP)
			*array_push(resolution->arena, lines) = (struct line){ NULL, false };
		else if (block->kind == BLOCK_PLACE)
			list_lines(resolution, block->first, lines);
		else if (block->kind == BLOCK_RECORD && block->record->kind == KIND_line)
			*array_push(resolution->arena, lines) = (struct line){ block->record,
			    record_exemption(resolution, block->record) != NULL };
	}
}

static struct text
column_key(struct arena *arena, const struct value *value)
{
	return text_format(arena, "%.*s|%.*s|%.*s|%.*s", TEXT_ARGS(value->field->name),
	    TEXT_ARGS(value->period_words),
	    TEXT_ARGS(value->remark), TEXT_ARGS(value->unit_words));
}

static const struct value *
value_in(const struct column *column, const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->type == TYPE_MONEY && value->language.length == 0 &&
		    text_equal(column_key(column->resolution->arena, value), column->key))
			return value;
	}
	return NULL;
}

/* ---- adding up ---- */

static bool
is_none_of_it(const struct value *value)
{
	return value->state == STATE_ZERO || value->state == STATE_NOT_APPLICABLE ||
	    value->state == STATE_NOTHING_DUE;
}

static void
add_row(struct column *column, const struct line *line)
{
	const struct value *value = value_in(column, line->record);
	struct sum *sum = &column->sums[0];

	column->level = -1;
	sum->unknown += line->exempt;
	if (!value || !value->content || is_none_of_it(value))
		return;
	if (value->amount.set)
		sum->number = decimal_add(sum->number, value->amount.number);
	else
		*array_push(column->resolution->arena, &sum->missing) = value;
}

static struct text
sum_words(struct arena *arena, struct decimal sum, bool money)
{
	struct text digits = decimal_text(arena, decimal_absolute(sum), true);
	const char *pound = money ? "£" : "";

	return text_format(arena, sum.units < 0 ? "(%s%.*s)" : "%s%.*s", pound, TEXT_ARGS(digits));
}

/*
 * In a public run nothing is said that an exempt figure has a part in, but
 * that it could be worked out.
 */
static void
check_total(const struct column *column, const struct record *record, const struct value *stated,
    const struct sum *sum)
{
	struct resolution *resolution = column->resolution;
	struct diag *diag = about(resolution, record->document);

	if (sum->unknown == 1)
		grade_leak(resolution, report(diag, stated->at, exempt_arithmetic, TEXT("")));
	if (resolution->hides && sum->unknown > 0)
		return;
	for (size_t i = 0; i < sum->missing.count; i++)
		report(diag, sum->missing.at[i]->at, no_amount, sum->missing.at[i]->plain);
	if (sum->missing.count == 0 && !sum->spoiled && sum->number.valid && stated->amount.set &&
	    decimal_compare(stated->amount.number, sum->number) != 0)
		report(diag, stated->at, wrong_total, stated->plain,
		    sum_words(resolution->arena, sum->number,
		    text_find(stated->plain, TEXT("£"), 0) < stated->plain.length));
}

static void
add_total(struct column *column, const struct line *line)
{
	const struct value *stated = value_in(column, line->record);
	int level = column->level + 1 < LEVELS - 1 ? column->level + 1 : LEVELS - 2;
	struct sum *sum = &column->sums[level], *above = sum + 1;
	bool is_said = stated && stated->content && (stated->amount.set || is_none_of_it(stated));

	if (is_said && !(line->exempt && column->resolution->hides))
		check_total(column, line->record, stated, &(struct sum){ sum->number,
		    line->exempt ? 0 : sum->unknown, sum->missing, sum->spoiled });
	above->spoiled = above->spoiled || sum->spoiled || sum->missing.count > 0;
	above->number = decimal_add(above->number, sum->number);
	if (line->exempt)
		above->unknown++;		/* one figure, whatever it is made of */
	else if (!is_said)
		above->unknown += sum->unknown;
	*sum = (struct sum){ .number = decimal_of(0, 0) };
	column->level = level;
}

static void
check_column(struct resolution *resolution, const struct line_list *lines, struct text key)
{
	struct column column = { .resolution = resolution, .key = key, .level = -1 };

	for (int i = 0; i < LEVELS; i++)
		column.sums[i].number = decimal_of(0, 0);
	for (size_t i = 0; i < lines->count; i++) {
		const struct line *line = &lines->at[i];

		if (!line->record) {
			column.sums[0] = (struct sum){ .number = decimal_of(0, 0) };
			column.level = -1;
		} else if (line->record->total) {
			add_total(&column, line);
		} else {
			add_row(&column, line);
		}
	}
}

/* The columns of totals that may be spoken of: others have nothing to be checked. */
static void
check_section(struct resolution *resolution, const struct section *section)
{
	struct line_list lines = { 0 };
	struct map keys = { .arena = resolution->arena };

	list_lines(resolution, section->content, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct record *record = lines.at[i].record;

		for (size_t k = 0; record && record->total && k < record->values.count; k++)
			if (record->values.at[k]->field->type == TYPE_MONEY)
				map_set(&keys, column_key(resolution->arena, record->values.at[k]),
				    record->values.at[k]);
	}
	for (size_t i = 0; i < keys.count; i++)
		check_column(resolution, &lines, keys.entries[i].key);
}

void
check_totals(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		for (const struct section *section = section_next(document, NULL); section;
		    section = section_next(document, section))
			if (section->kind == SECTION_budget && is_open_section(resolution, section))
				check_section(resolution, section);
	}
}
