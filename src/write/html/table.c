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
	    (is_digit(words.s[at]) ||
	        (words.s[at] == ',' && at + 1 < words.length && is_digit(words.s[at + 1]))))
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

/* ---- columns ---- */

/* A cell stands in the first column that no cell from above reaches down into. */
static void
place_row(const struct node *table, const struct node *row, int *reach, int *columns)
{
	int column = 0;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		while (column < table->columns && reach[column] > 0)
			column++;
		columns[cell->index - table->index] = column;
		for (int i = 0; i < cell->columns && column < table->columns; i++)
			reach[column++] = cell->rows;
	}
	for (column = 0; column < table->columns; column++)
		reach[column] -= reach[column] > 0;
}

static const int *
find_columns(struct html *html, const struct node *table)
{
	struct arena *arena = html->out.arena;
	int *columns, *reach = arena_array(arena, (size_t)table->columns, sizeof *reach);
	size_t count = 0;

	for (const struct node *node = table; node; node = node_next(node, table))
		count++;
	columns = arena_array(arena, count, sizeof *columns);
	for (const struct node *part = table->first; part; part = part->next) {
		memset(reach, 0, (size_t)table->columns * sizeof *reach);
		for (const struct node *row = part->first; row; row = row->next)
			if (row->tag == TAG_TR)
				place_row(table, row, reach, columns);
	}
	return columns;
}

static void
measure_row(const struct html *html, const struct node *row, int *tails)
{
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		struct text words = first_words(cell);
		size_t split = number_tail(words);
		int tail = split ? (int)utf8_count(text_from(words, split)) : 0;
		int column = column_of(html, cell);

		if (cell->columns == 1 && cell->set == SET_NUMBER && cell->tag == TAG_TD &&
		    tail > tails[column] && tail <= WIDEST_TAIL)
			tails[column] = tail;
	}
}

static const int *
measure_tails(struct html *html, const struct node *table)
{
	int *tails = arena_array(html->out.arena, (size_t)table->columns + 1, sizeof *tails);

	for (const struct node *part = table->first; part; part = part->next)
		for (const struct node *row = part->first; row && part->tag == TAG_TBODY;
		     row = row->next)
			measure_row(html, row, tails);
	return tails;
}

/* ---- cells ---- */

static void
put_spans(struct html *html, const struct node *cell)
{
	if (cell->columns > 1)
		buffer_format(&html->out, " colspan=\"%d\"", cell->columns);
	if (cell->rows > 1)
		buffer_format(&html->out, " rowspan=\"%d\"", cell->rows);
}

static bool
explains_next(const struct node *row)
{
	return row->next && row->next->look == LOOK_row_explanation;
}

/* True for a cell over rows whose last one an explanation follows, without a line between. */
static bool
reaches_explanation(const struct node *cell)
{
	const struct node *last = cell->parent;

	for (int i = 1; i < cell->rows && last->next; i++)
		last = last->next;
	return cell->rows > 1 && explains_next(last);
}

/* How a cell is set; words in a column of numbers may take a second line, numbers may not. */
static const char *
cell_class(const struct node *cell)
{
	if (cell->set == SET_CENTRE)
		return "c";
	if (cell->set != SET_NUMBER && cell->set != SET_RIGHT)
		return reaches_explanation(cell) ? "explained" : NULL;
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
	struct text label = cell->first ? cell->label : TEXT("");

	buffer_format(&html->out, "<%s", is_head ? "th" : "td");
	put_attributes(html, cell, cell_class(cell));
	put_spans(html, cell);
	if (is_head && cell->scope)
		buffer_format(&html->out, " scope=\"%s\"", scopes[cell->scope]);
	put_attribute(html, "data-l", label);
	buffer_byte(&html->out, '>');
	if (label.length > 0)
		buffer_string(&html->out, "<div>");	/* beside its label on a narrow screen */
	put_held(html, cell, tail);
	if (label.length > 0)
		buffer_string(&html->out, "</div>");
	buffer_format(&html->out, "</%s>", is_head ? "th" : "td");
}

/* ---- rows ---- */

/* The words of cells above that reach down into a row: as a card it would lack them. */
static struct text
words_from_above(struct html *html)
{
	struct tall *tall = html->table.tall;
	struct buffer words = { .arena = html->out.arena };

	for (int i = 0; i < html->table.node->columns; i++) {
		if (tall[i].rows == 0 || (i > 0 && tall[i - 1].cell == tall[i].cell))
			continue;
		if (words.length > 0)
			buffer_string(&words, ", ");
		buffer_text(&words, node_words(html->out.arena, tall[i].cell));
	}
	return buffer_view(&words);
}

/* What reaches down from the row that ends. */
static void
end_row(struct html *html, const struct node *row)
{
	struct tall *tall = html->table.tall;
	int count = html->table.node->columns;

	for (int i = 0; i < count; i++)
		if (tall[i].rows == 0 || --tall[i].rows == 0)
			tall[i].cell = NULL;
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		int first = column_of(html, cell);

		for (int i = first; cell->rows > 1 && i < first + cell->columns && i < count; i++)
			tall[i] = (struct tall){ cell, cell->rows - 1 };
	}
}

static void
put_row(struct html *html, const struct node *row)
{
	buffer_string(&html->out, "\n<tr");
	put_attributes(html, row, explains_next(row) ? "explained" : NULL);
	if (row->parent->tag == TAG_TBODY)
		put_attribute(html, "data-above", words_from_above(html));
	buffer_byte(&html->out, '>');
	for (const struct node *cell = row->first; cell; cell = cell->next)
		put_cell(html, cell,
		    cell->set == SET_NUMBER ? html->table.tails[column_of(html, cell)] : 0);
	buffer_string(&html->out, "</tr>");
	end_row(html, row);
}

static void
put_part(struct html *html, const struct node *part)
{
	const char *name = part->tag == TAG_THEAD ? "thead"
	    : part->tag == TAG_TBODY              ? "tbody" : "caption";

	buffer_format(&html->out, "\n<%s", name);
	put_attributes(html, part, NULL);
	buffer_byte(&html->out, '>');
	memset(html->table.tall, 0, (size_t)html->table.node->columns * sizeof *html->table.tall);
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
	struct open_table outer = html->table;
	int tail = html->tail;

	html->table = (struct open_table){ .node = table, .columns = find_columns(html, table) };
	html->table.tails = measure_tails(html, table);
	html->table.tall =
	    arena_array(html->out.arena, (size_t)table->columns, sizeof *html->table.tall);
	buffer_string(&html->out, "\n<table");
	put_attributes(html, table, table_class(html));
	buffer_byte(&html->out, '>');
	for (const struct node *part = table->first; part; part = part->next)
		put_part(html, part);
	buffer_string(&html->out, "</table>");
	html->table = outer;
	html->tail = tail;
}
