/* SPDX-License-Identifier: MIT */
/*
 * Tables: real table elements; a screen too narrow for columns shows each row
 * as a card, its labels out of data-l, by the sheet alone.
 *
 * A number is set right by its integer part: what follows it, fraction or
 * unit, stands in a box as wide as the widest of the column.
 */
#include "write/html/page.h"

enum { WIDEST_TAIL = 8 };

size_t
number_tail(struct text words)
{
	size_t at = 0;

	if (text_is(words, "–"))	/* stands in the place of the integer part */
		return words.length;
	while (at < words.length && (words.s[at] < '0' || words.s[at] > '9'))
		at++;
	if (at == words.length)
		return 0;
	while (at < words.length &&
	    ((words.s[at] >= '0' && words.s[at] <= '9') ||
	        (words.s[at] == ',' && at + 1 < words.length && words.s[at + 1] >= '0' &&
	            words.s[at + 1] <= '9')))
		at++;
	return at;
}

/* The first words of a cell: those of a figure, without the mark of its note. */
static struct text
first_words(const struct node *node)
{
	const struct node *inside = node;

	while (inside && inside->tag != TAG_TEXT)
		inside = inside->tag == TAG_REFERENCE ? NULL : inside->first;
	return inside ? inside->words : TEXT("");
}

/* Each cell of the table's rows in turn, with the column that it begins in. */
static void
measure_row(const struct node *row, int columns, int *tails)
{
	int column = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct text words = first_words(cell);
		size_t split = number_tail(words);
		int tail = split ? (int)utf8_count(text_from(words, split)) : 0;

		if (column < columns && cell->columns == 1 && cell->set == SET_NUMBER &&
		    cell->tag == TAG_TD && tail > tails[column] && tail <= WIDEST_TAIL)
			tails[column] = tail;
		column += cell->columns;
	}
}

static const int *
measure_tails(struct html *html, const struct node *table)
{
	int *tails = arena_array(html->out.arena, (size_t)table->columns + 1, sizeof *tails);

	for (const struct node *part = table->first; part; part = part->next)
		for (const struct node *row = part->first; row && part->tag == TAG_TBODY;
		     row = row->next)
			measure_row(row, table->columns, tails);
	return tails;
}

static void
put_spans(struct html *html, const struct node *cell)
{
	if (cell->columns > 1)
		buffer_format(&html->out, " colspan=\"%d\"", cell->columns);
	if (cell->rows > 1)
		buffer_format(&html->out, " rowspan=\"%d\"", cell->rows);
}

/* How a cell is set; words in a column of numbers may take a second line, numbers may not. */
static const char *
cell_class(const struct node *cell)
{
	if (cell->set == SET_CENTRE)
		return "c";
	if (cell->set != SET_NUMBER && cell->set != SET_RIGHT)
		return NULL;
	return cell->tag == TAG_TH || number_tail(first_words(cell)) > 0 ? "n" : "n w";
}

/*
 * What the cell holds: a paragraph alone is its text; what follows the
 * integer part stands in a box.
 */
static void
put_held(struct html *html, const struct node *cell, int tail)
{
	const struct node *only = cell->first;
	bool is_alone = only && !only->next && only->tag == TAG_P && only->look == LOOK_plain &&
	    only->id.length == 0;
	const struct node *outer = html->holds_tail;
	bool was_open = html->tail_is_open;

	html->tail = cell->tag == TAG_TH ? 0 : tail;
	html->holds_tail = is_alone ? only : cell;
	html->tail_is_open = false;
	put_mark(html, cell->mark);
	put_children(html, html->holds_tail);
	if (html->tail_is_open)
		buffer_string(&html->out, "</span>");
	html->tail = 0;
	html->holds_tail = outer;
	html->tail_is_open = was_open;
}

static void
put_cell(struct html *html, const struct node *cell, int tail)
{
	static const char *const scopes[] = {[SCOPE_COLUMN] = "col",
	    [SCOPE_ROW] = "row",
	    [SCOPE_COLUMN_GROUP] = "colgroup",
	    [SCOPE_ROW_GROUP] = "rowgroup"};
	bool is_head = cell->tag == TAG_TH;

	buffer_format(&html->out, "<%s", is_head ? "th" : "td");
	put_attributes(html, cell, cell_class(cell));
	put_spans(html, cell);
	if (is_head && cell->scope)
		buffer_format(&html->out, " scope=\"%s\"", scopes[cell->scope]);
	put_attribute(html, "data-l", cell->label);
	buffer_byte(&html->out, '>');
	if (cell->label.length > 0)
		buffer_string(&html->out, "<div>");	/* beside its label on a narrow screen */
	put_held(html, cell, tail);
	if (cell->label.length > 0)
		buffer_string(&html->out, "</div>");
	buffer_format(&html->out, "</%s>", is_head ? "th" : "td");
}

/* The words of cells above that reach down into this row: as a card it would lack them. */
static struct text
words_from_above(struct html *html, const struct node *row)
{
	struct buffer words = { .arena = html->out.arena };
	const struct node *part = row->parent;
	int down = 0;

	for (const struct node *other = part->first; other != row; other = other->next)
		down++;
	for (const struct node *other = part->first; other != row; other = other->next, down--)
		for (const struct node *cell = other->first; cell; cell = cell->next) {
			if (cell->rows <= down)
				continue;
			if (words.length > 0)
				buffer_string(&words, ", ");
			buffer_text(&words, node_words(html->out.arena, cell));
		}
	return buffer_view(&words);
}

static void
put_row(struct html *html, const struct node *row)
{
	bool explains_next = row->next && row->next->look == LOOK_row_explanation;
	int column = 0;

	buffer_string(&html->out, "\n<tr");
	put_attributes(html, row, explains_next ? "explained" : NULL);
	if (html->has_tall_cells)
		put_attribute(html, "data-above", words_from_above(html, row));
	buffer_byte(&html->out, '>');
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		int tail = cell->set == SET_NUMBER && column < html->table->columns
		    ? html->tails[column]
		    : 0;

		put_cell(html, cell, tail);
		column += cell->columns;
	}
	buffer_string(&html->out, "</tr>");
}

static bool
has_tall_cells(const struct node *part)
{
	for (const struct node *row = part->first; row; row = row->next)
		for (const struct node *cell = row->first; cell; cell = cell->next)
			if (cell->rows > 1)
				return true;
	return false;
}

static void
put_part(struct html *html, const struct node *part)
{
	const char *name = part->tag == TAG_THEAD ? "thead"
	    : part->tag == TAG_TBODY              ? "tbody" : "caption";

	buffer_format(&html->out, "\n<%s", name);
	put_attributes(html, part, NULL);
	buffer_byte(&html->out, '>');
	html->has_tall_cells = part->tag == TAG_TBODY && has_tall_cells(part);
	for (const struct node *child = part->first; child; child = child->next)
		if (child->tag == TAG_TR)
			put_row(html, child);
		else
			put_node(html, child);
	buffer_format(&html->out, "</%s>", name);
}

void
put_table(struct html *html, const struct node *table)
{
	const struct node *outer = html->table;
	const int *tails = html->tails;
	int tail = html->tail;
	bool had_tall_cells = html->has_tall_cells;

	html->table = table;
	html->tails = measure_tails(html, table);
	buffer_string(&html->out, "\n<table");
	put_attributes(html, table, table_class(html, table));
	buffer_byte(&html->out, '>');
	for (const struct node *part = table->first; part; part = part->next)
		put_part(html, part);
	buffer_string(&html->out, "</table>");
	html->table = outer;
	html->tails = tails;
	html->tail = tail;
	html->has_tall_cells = had_tall_cells;
}
