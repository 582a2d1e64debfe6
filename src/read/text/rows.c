/* SPDX-License-Identifier: MIT */
/*
 * A table in a section of records: each row is one. The heads say which
 * fields stand in the columns, by the labels of the style, with period,
 * remark and unit; a row may also be a group head or a total.
 */
#include "model/messages.h"
#include "read/text/manuscript.h"

/* What the head of a column says; field is null when it is not known, and was reported. */
struct column { const struct field *field; struct value head; struct text typed; bool is_empty; };

struct reading_rows {
	struct manuscript *manuscript;
	const struct reading *reading;
	struct section *section;
	enum record_kind kind;
	const struct drawn *drawn;
	struct column *columns;
	const struct drawn_cell **above;	/* of each column: what a ditto mark repeats */
	const struct block *group;
};

/* ---- heads ---- */

/* The words of a head, its lines parted by '\n'. */
static struct text
head_words(struct manuscript *manuscript, const struct drawn_cell *cell)
{
	struct buffer words = { .arena = manuscript->arena };

	for (struct span *span = cell->content ? cell->content->spans : NULL; span;
	    span = span->next) {
		struct span alone = *span;

		alone.next = NULL;
		if (span->kind == SPAN_NOTE)
			report(manuscript->diag, span->at, misplaced_note);
		else if (span->kind == SPAN_BREAK)
			buffer_byte(&words, '\n');
		else if (span->kind == SPAN_TEXT)
			buffer_text(&words, span->words);
		else
			buffer_text(&words, spans_plain(manuscript->arena, &alone));
	}
	return buffer_view(&words);
}

static void
report_column(const struct reading_rows *rows, const struct drawn_cell *cell, struct text typed)
{
	struct arena *arena = rows->reading->arena;
	struct text nearest = kind_style_nearest(&rows->reading->style->kinds[rows->kind], typed);

	report(rows->reading->diag, cell->at, unknown_column,
	    text_of(kind_rows[rows->kind].called), typed,
	    nearest.length > 0 ? text_format(arena, "did you mean \"%.*s\"?", TEXT_ARGS(nearest))
	    : TEXT(""));
}

/* Is a column the same as one before it? The second is then left out. */
static bool
is_again(const struct reading_rows *rows, int i)
{
	const struct value *head = &rows->columns[i].head;

	for (int j = 0; j < i; j++) {
		const struct value *other = &rows->columns[j].head;

		if (rows->columns[j].field == rows->columns[i].field &&
		    text_equal(head->period_words, other->period_words) &&
		    text_equal(head->remark, other->remark) &&
		    text_equal(head->language, other->language)) {
			struct place first = rows->drawn->rows.at[0].cells[j].at;

			report_also(report(rows->reading->diag, rows->drawn->rows.at[0].cells[i].at,
			    double_field, rows->columns[i].typed,
			    place_text(rows->reading->arena, first, first.file)), first);
			return true;
		}
	}
	return false;
}

static void
read_head(struct reading_rows *rows, int i)
{
	const struct drawn_cell *cell = &rows->drawn->rows.at[0].cells[i];
	struct column *column = &rows->columns[i];
	struct text words = head_words(rows->manuscript, cell), group = TEXT(""), typed = words;
	size_t mark = text_find(words, TEXT(" > "), 0);

	column->typed = words;
	if (mark < words.length && text_find(cell->masked, TEXT(" > "), 0) < cell->masked.length) {
		group = text_slice(words, 0, mark);
		typed = text_from(words, mark + 3);
	}
	if (!cell->content && i == 0)
		column->field = field_of_role(rows->reading, rows->kind, title_role(rows->kind));
	else
		column->field = read_label(rows->reading, rows->kind, rows->section->title_words,
		    group, typed, &column->head);
	if (!column->field)
		report_column(rows, cell, words);
	else if (is_again(rows, i))
		column->field = NULL;
}

/* ---- rows ---- */

/* A bold first cell and nothing else. */
static bool
is_group(const struct reading_rows *rows, const struct drawn_row *row)
{
	for (int i = 1; i < rows->drawn->columns; i++)
		if (row->cells[i].content)
			return false;
	return row->cells[0].bold;
}

static bool
is_empty(const struct reading_rows *rows, const struct drawn_row *row)
{
	for (int i = 0; i < rows->drawn->columns; i++)
		if (row->cells[i].content)
			return false;
	return true;
}

/* The words of a group head: those in bold, and notes at them. */
static struct span *
unbold(struct arena *arena, const struct span *spans)
{
	struct span *plain = NULL, **end = &plain;

	for (; spans; spans = spans->next) {
		struct span *span = arena_copy(arena, spans, sizeof *spans);

		span->next = NULL;
		*end = span;
		if (span->kind == SPAN_STRONG && span->first)
			*end = span->first;
		while (*end)
			end = &(*end)->next;
	}
	return plain;
}

static void
read_group(struct reading_rows *rows, const struct drawn_row *row, struct block ***end)
{
	struct block *block = block_add(rows->reading->arena, end, BLOCK_GROUP, row->cells[0].at);

	block->spans = unbold(rows->reading->arena, row->cells[0].content->spans);
	rows->group = block;
	for (int i = 0; i < rows->drawn->columns; i++)
		rows->above[i] = NULL;
}

/* A column in which no row says anything states that it is empty: it is kept. */
static bool
is_empty_column(const struct reading_rows *rows, int i)
{
	for (size_t k = 1; k < rows->drawn->rows.count; k++)
		if (rows->drawn->rows.at[k].cells[i].content)
			return false;
	return true;
}

static void
read_cell(struct reading_rows *rows, struct record *record, int i, const struct drawn_cell *cell)
{
	const struct column *column = &rows->columns[i];
	const struct drawn_cell *said = cell->ditto ? rows->above[i] : cell;
	struct value *value;

	if (cell->ditto && (!said || !said->content))
		report(rows->reading->diag, cell->at, no_ditto);
	if (!cell->ditto)
		rows->above[i] = cell;
	if (!said || !column->field || (!said->content && !column->is_empty))
		return;
	value = value_new(rows->reading, record, column->field,
	    rows->drawn->rows.at[0].cells[i].at);
	value->at = cell->at;
	value_take_head(value, &column->head);
	value->content = said->content;
	value->same = cell->ditto;
	if (rows->drawn->file)
		value->column = column->typed;
	value_done(rows->reading, record, value);
}

static void
read_row(struct reading_rows *rows, const struct drawn_row *row, struct block ***end)
{
	struct record *record = record_new(rows->reading, rows->section, rows->kind, row->at, end);

	record->form = FORM_ROWS;
	record->group = rows->group;
	record->total = rows->kind == KIND_line && row->cells[0].bold;
	for (int i = 0; i < rows->drawn->columns; i++)
		read_cell(rows, record, i, &row->cells[i]);
	record_done(rows->reading, record);
}

void
read_rows(struct manuscript *manuscript, struct section *section, const struct drawn *drawn,
    struct block ***end)
{
	struct reading_rows rows = { .manuscript = manuscript, .reading = manuscript->reading,
	    .section = section,
		.kind = section_rows[section->kind].kind, .drawn = drawn };

	if (drawn->columns == 0)
		return;
	rows.columns = arena_array(manuscript->scratch, (size_t)drawn->columns,
	    sizeof *rows.columns);
	rows.above = arena_array(manuscript->scratch, (size_t)drawn->columns, sizeof *rows.above);
	for (int i = 0; i < drawn->columns; i++) {
		read_head(&rows, i);
		rows.columns[i].is_empty = is_empty_column(&rows, i);
	}
	if (drawn->rows.count < 2)
		report(manuscript->diag, drawn->at, empty_table,
		    TEXT("write its rows, or take it out"));
	for (size_t i = 1; i < drawn->rows.count; i++) {
		const struct drawn_row *row = &drawn->rows.at[i];

		if (is_group(&rows, row))
			read_group(&rows, row, end);
		else if (!is_empty(&rows, row))
			read_row(&rows, row, end);
	}
}
