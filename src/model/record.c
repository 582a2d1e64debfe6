/* SPDX-License-Identifier: MIT */
/*
 * Looking into records and running text.
 */
#include <assert.h>

#include "base/buffer.h"
#include "model/record.h"
#include "model/style.h"

const struct value *
record_value(const struct record *record, enum role role)
{
	const struct value *found = NULL;

	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->role != role || value->language.length > 0)
			continue;
		if (value->period_words.length == 0)
			return value;
		if (!found)
			found = value;
	}
	return found;
}

const struct value *
record_value_in(const struct record *record, enum role role, const struct span_of_time *period)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->field->role == role && value->language.length == 0 &&
		    span_of_time_equal(&value->period, period))
			return value;
	}
	return NULL;
}

const struct value *
record_field(const struct record *record, struct text name)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value->language.length == 0 && name_equal(value->field->name, name))
			return value;
	}
	return NULL;
}

struct text
record_words(const struct record *record, enum role role)
{
	const struct value *value = record_value(record, role);

	return value ? value->plain : TEXT("");
}

const struct figure *
record_figure(const struct record *record, const struct span_of_time *period)
{
	const struct figure *newest = NULL;

	for (size_t i = 0; i < record->figures.count; i++) {
		const struct figure *figure = &record->figures.at[i];

		if (period && span_of_time_equal(&figure->period, period))
			return figure;
		if (!newest || span_of_time_compare(&newest->period, &figure->period) < 0)
			newest = figure;
	}
	return period ? NULL : newest;
}

bool
span_of_time_equal(const struct span_of_time *a, const struct span_of_time *b)
{
	return a->set == b->set && a->open == b->open && a->exactness == b->exactness &&
	    date_compare(a->first, b->first) == 0 && date_compare(a->last, b->last) == 0;
}

bool
span_of_time_has_days(const struct span_of_time *span)
{
	return span->set && !span->open && date_is_set(span->first) && date_is_set(span->last);
}

int
span_of_time_compare(const struct span_of_time *a, const struct span_of_time *b)
{
	int order = (!a->set || a->open) - (!b->set || b->open);

	if (order == 0 && a->set && !a->open)
		order = date_compare(a->last, b->last);
	if (order == 0)
		order = (int)a->exactness - (int)b->exactness;
	return order;
}

static void
add_plain_spans(struct buffer *out, const struct span *span)
{
	for (; span; span = span->next) {
		if (span->kind == SPAN_COMMENT || span->kind == SPAN_NOTE)
			continue;
		if (span->kind == SPAN_BREAK)
			buffer_byte(out, ' ');
		else if (span->first)
			add_plain_spans(out, span->first);
		else
			buffer_text(out, span->words);
	}
}

static void
add_plain_table(struct buffer *, const struct table *);

static void
add_plain_blocks(struct buffer *out, const struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_COMMENT)
			continue;
		if (out->length > 0)
			buffer_byte(out, ' ');
		add_plain_spans(out, block->spans);
		add_plain_blocks(out, block->first);
		if (block->table)
			add_plain_table(out, block->table);
	}
}

static void
add_plain_table(struct buffer *out, const struct table *table)
{
	for (size_t i = 0; i < table->rows.count; i++)
		for (size_t j = 0; j < table->rows.at[i].cells.count; j++)
			add_plain_blocks(out, table->rows.at[i].cells.at[j].content);
}

const struct block *
only_paragraph(const struct block *block)
{
	const struct block *found = NULL;

	for (; block; block = block->next) {
		if (block->kind == BLOCK_COMMENT)
			continue;
		if (found || block->kind != BLOCK_PARAGRAPH)
			return NULL;
		found = block;
	}
	return found;
}

/* The span that has all the words, as most have; null when there is none, or more than one. */
static const struct span *
only_words(const struct span *span)
{
	if (!span || span->next || span->kind == SPAN_COMMENT || span->kind == SPAN_NOTE ||
	    span->kind == SPAN_BREAK)
		return NULL;
	return span->first ? only_words(span->first) : span;
}

struct text
spans_plain(struct arena *arena, const struct span *span)
{
	struct buffer out = { .arena = arena };
	const struct span *only = only_words(span);

	if (only)
		return text_trim(only->words);
	add_plain_spans(&out, span);
	return text_trim(buffer_view(&out));
}

struct text
blocks_plain(struct arena *arena, const struct block *block)
{
	struct buffer out = { .arena = arena };
	const struct block *paragraph = only_paragraph(block);

	if (paragraph)
		return spans_plain(arena, paragraph->spans);
	add_plain_blocks(&out, block);
	return text_trim(buffer_view(&out));
}

struct span *
span_add(struct arena *arena, struct span ***end, enum span_kind kind, struct place at)
{
	struct span *span = ARENA_NEW(arena, struct span);

	span->kind = kind;
	span->at = at;
	**end = span;
	*end = &span->next;
	return span;
}

struct block *
block_add(struct arena *arena, struct block ***end, enum block_kind kind, struct place at)
{
	struct block *block = ARENA_NEW(arena, struct block);

	block->kind = kind;
	block->at = at;
	**end = block;
	*end = &block->next;
	return block;
}
