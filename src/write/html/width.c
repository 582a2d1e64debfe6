/* SPDX-License-Identifier: MIT */
/*
 * How wide a table must be: what no screen can part in its columns, words and
 * whole figures, as a browser sets them. From that follows on which screens
 * its rows are cards (WCAG 2.2, 1.4.10: nothing is to be scrolled sideways).
 *
 * In hundredths of a rem, and a little more than a browser needs. Letters are
 * as wide as those of a table of 15/16 rem, and grow with the style's size.
 */
#include "write/html/page.h"

enum { LETTER = 50, DIGIT = 58, PAD = 75, MARK = 130, POINT = 100, NAME = 950 };
enum { USUAL_SIZE = 938 };	/* thousandths of a rem */
/* what a screen of 40 rem has room for, and one of 70 */
enum { ON_PHONES = 3400, BESIDE_CONTENTS = 4750 };

static bool
holds_mark(const struct node *cell)
{
	for (const struct node *node = cell; node; node = node_next(node, cell))
		if (node->mark)
			return true;
	return false;
}

static int
words_width(struct html *html, const struct node *cell)
{
	struct text words = node_words(html->out.arena, cell);

	if (cell->tag == TAG_TD && cell->set == SET_NUMBER && number_tail(words) > 0)
		/* figures stand with their points in line */
		return (int)utf8_count(words) * DIGIT + POINT;
	if (holds_mark(cell))
		return (int)utf8_count(words) * LETTER + MARK;
	return longest_kept(html, words) * LETTER / 10;
}

static int
cell_width(struct html *html, const struct node *cell)
{
	int size = html->style->look.web_type[STYLE_TABLE].size;

	return words_width(html, cell) * size / USUAL_SIZE + PAD;
}

/* What a cell wants beyond what its columns have is given to the last of them. */
static void
widen(struct html *html, const struct node *cell, int *widths)
{
	bool is_name = cell->tag == TAG_TH && cell->scope == SCOPE_ROW && cell->columns == 1;
	int first = column_of(html, cell), more = cell_width(html, cell);

	if (is_name && more < NAME)
		more = NAME;
	for (int i = 0; i < cell->columns; i++)
		more -= widths[first + i];
	if (more > 0)
		widths[first + cell->columns - 1] += more;
}

/* By the cells of a row that have one column, or by those that span several. */
static void
widen_by_row(struct html *html, const struct node *row, int *widths, bool by_spans)
{
	for (const struct node *cell = row->first; cell; cell = cell->next)
		if ((cell->columns > 1) == by_spans)
			widen(html, cell, widths);
}

static void
widen_columns(struct html *html, int *widths, bool by_spans)
{
	for (const struct node *part = html->table.node->first; part; part = part->next) {
		if (part->tag == TAG_CAPTION)
			continue;
		for (const struct node *row = part->first; row; row = row->next)
			widen_by_row(html, row, widths, by_spans);
	}
}

/* In hundredths of a rem. */
static int
table_width(struct html *html)
{
	int columns = html->table.node->columns, width = 0;
	int *widths = arena_array(html->out.arena, (size_t)columns + 1, sizeof *widths);

	widen_columns(html, widths, false);
	widen_columns(html, widths, true);
	for (int i = 0; i < columns; i++)
		width += widths[i];
	return width;
}

static bool
has_column_heads(const struct node *table)
{
	for (const struct node *part = table->first; part; part = part->next)
		if (part->tag == TAG_THEAD)
			return true;
	return false;
}

/* A table with a column head becomes cards where it is too wide; one without, label above value. */
const char *
table_class(struct html *html)
{
	int width;

	if (!has_column_heads(html->table.node))
		return "pairs";
	width = table_width(html);
	return width <= ON_PHONES ? "cards" : width <= BESIDE_CONTENTS ? "broad" : "wide";
}
