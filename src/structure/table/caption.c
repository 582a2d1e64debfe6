/* SPDX-License-Identifier: MIT */
/*
 * What stands above a table of records: its author's words; else what the
 * style says of such a table, with the time that it is about; else the title
 * of its section. A heading just above is not said twice where the style has
 * better.
 *
 * A phrase gives forms to choose from, parted by bars: the first is taken of
 * which every mark has something to stand for it.
 */
#include <string.h>

#include "structure/table/table.h"

/* ---- what the marks stand for ---- */

static struct text
month_words(const struct builder *b, struct date date)
{
	return text_format(b->arena, "%s %d", month_name(date.month), date.year);
}

static struct text
between(const struct builder *b, struct text first, struct text last)
{
	return text_equal(first, last) ? first : phrase_with(b, "from-to", first, last);
}

/* Of the figures: what the view asks for, else what a section round them says. */
static const struct span_of_time *
period_of_figures(const struct record_table *t)
{
	if (t->view && t->view->when.set)
		return &t->view->when;
	for (const struct section *section = t->section; section; section = section->parent)
		if (section->period_words.length > 0)
			return section->period.set ? &section->period : NULL;
	return NULL;
}

/* From the first day to the last of what each row, or each column, says. */
static struct span_of_time
days_of_rows(const struct record_table *t)
{
	struct span_of_time all = { 0 };

	for (size_t i = 0; i < t->run->count; i++) {
		const struct value *value = record_value(t->run->at[i], ROLE_date);
		const struct span_of_time *when = value ? &value->when : NULL;

		if (!when || !when->set || when->open || !date_is_set(when->last))
			continue;
		if (!all.set || date_compare(when->last, all.first) < 0)
			all.first = when->last;
		if (!all.set || date_compare(when->last, all.last) > 0)
			all.last = when->last;
		all.set = true;
	}
	return all;
}

static struct span_of_time
days_of_columns(const struct record_table *t)
{
	struct span_of_time all = { 0 };

	for (size_t i = 0; i < t->columns.count; i++) {
		const struct span_of_time *period = &t->columns.at[i].period;

		if (!period->set || t->columns.at[i].period_words.length == 0)
			continue;
		if (!all.set || date_compare(period->first, all.first) < 0)
			all.first = period->first;
		if (!all.set || date_compare(period->last, all.last) > 0)
			all.last = period->last;
		all.set = true;
	}
	return all;
}

/* True when one of the records says something in a field of that name. */
static bool
has_field(const struct record_table *t, struct text name)
{
	for (size_t i = 0; i < t->run->count; i++)
		for (size_t k = 0; k < t->run->at[i]->values.count; k++)
			if (name_equal(t->run->at[i]->values.at[k]->field->name, name) &&
			    t->run->at[i]->values.at[k]->content)
				return true;
	return false;
}

/* The words for a mark; false where there is nothing that it could stand for. */
static bool
find_words(const struct record_table *t, struct text mark, struct text *words)
{
	struct builder *b = t->b;
	const struct span_of_time *period = period_of_figures(t);
	struct span_of_time days;
	const struct fact *date = document_fact(b->document, "date");

	*words = TEXT("");
	if (text_begins(mark, "+"))
		return text_is(mark, "+groups") ? t->run->groups.count > 0 || t->run->at[0]->group
		                                : has_field(t, text_from(mark, 1));
	if (text_is(mark, "title"))
		*words = t->section->title_words;
	else if (text_is(mark, "service"))
		*words = document_words(b->document, "service");
	else if (text_is(mark, "period") && period)
		*words = between(b, date_words(b->arena, period->first),
		    date_words(b->arena, period->last));
	else if (text_is(mark, "date") && date && date->value.when.set)
		*words = date_words(b->arena, date->value.when.last);
	else if (text_is(mark, "months") && (days = days_of_rows(t)).set)
		*words = between(b, month_words(b, days.first), month_words(b, days.last));
	else if (text_is(mark, "years") && (days = days_of_columns(t)).set)
		*words = between(b, text_number(b->arena, days.first.year),
		    text_number(b->arena, days.last.year));
	return words->length > 0;
}

/* ---- phrases ---- */

/* A form with its marks filled; false when one of them cannot be. */
static bool
fill_form(const struct record_table *t, struct text form, struct text *words)
{
	*words = TEXT("");
	for (size_t at = 0; at < form.length;) {
		size_t open = text_find_byte(form, '{', at);
		size_t close = text_find_byte(form, '}', open);
		struct text with = TEXT("");

		if (close < form.length &&
		    !find_words(t, text_slice(form, open + 1, close), &with))
			return false;
		*words = text_format(t->b->arena, "%.*s%.*s%.*s", TEXT_ARGS(*words),
		    TEXT_ARGS(text_slice(form, at, open)), TEXT_ARGS(with));
		at = close + 1;
	}
	return true;
}

/* What the style says of the tables of such a section; empty where it says nothing. */
static struct text
phrase_of_table(const struct record_table *t)
{
	struct builder *b = t->b;
	bool is_theme = t->section->kind == SECTION_theme;
	enum section_kind kind = is_theme ? SECTION_theme : columns_kind(t->section);
	struct text name = phrase_name(b, "table", section_rows[kind].name), words;
	struct text form;
	const struct text *forms;

	forms = map_find(&b->style->phrases, name);
	for (size_t at = 0; forms && text_next_item(*forms, '|', &at, &form);)
		if (fill_form(t, form, &words))
			return words;
	return TEXT("");
}

/* The period of the figures, where neither the title nor a column says it. */
static struct text
period_to_say(const struct record_table *t, struct text title)
{
	const struct section *section = t->section;
	struct text period = t->view ? t->view->period : TEXT("");

	for (size_t i = 0; i < t->columns.count; i++)
		if (t->columns.at[i].period_words.length > 0)
			return TEXT("");
	for (; section && period.length == 0; section = section->parent)
		period = section->period_words;
	return text_find(title, period, 0) < title.length ? TEXT("") : period;
}

static void
build_title(struct record_table *t, struct node *words, const struct span *caption)
{
	struct builder *b = t->b;
	struct text said = phrase_of_table(t), title = t->section->title_words, period;

	if (!caption && said.length > 0) {
		tree_text(b->tree, words, said);
		return;
	}
	if (caption) {
		build_spans(b, words, caption);
		title = spans_plain(b->arena, caption);
	} else
		tree_text(b->tree, words, title);
	period = period_to_say(t, title);
	if (period.length > 0)
		tree_text(b->tree, words, text_join(b->arena, TEXT(", "), period));
}

/* ---- hints ---- */

/* Which year stands out, and what its author says of it. */
static struct text
current_hint(const struct record_table *t)
{
	for (size_t i = 0; i < t->columns.count; i++) {
		const struct table_column *column = &t->columns.at[i];

		if (column->is_current && column->is_parted)
			return phrase_with(t->b, "current-hint", column->period_words,
			    column->remark.length > 0 ? column->remark
			                              : phrase(t->b, "current-year"));
	}
	return TEXT("");
}

static bool
has_due_review(const struct record_table *t)
{
	for (size_t i = 0; i < t->run->count && t->run->at[0]->kind == KIND_contract; i++)
		if (is_due_review(t->b, record_value(t->run->at[i], ROLE_review)))
			return true;
	return false;
}

void
caption_table(struct record_table *t, const struct span *caption)
{
	struct builder *b = t->b;
	struct node *words = build_caption(b, t->node, "table", ++b->tables);
	struct text hint = has_due_review(t) ? phrase(b, "review-hint") : current_hint(t);

	build_title(t, words, caption);
	if (hint.length > 0)
		build_text(b, words, TAG_P, LOOK_hint, hint);
}
