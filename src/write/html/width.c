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

/* What a cell over several columns wants beyond them is given to its last. */
static void
widen_spanned(struct html *html, const struct node *row, int *widths)
{
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		int first = column_of(html, cell), more = cell_width(html, cell);

		if (cell->columns < 2)
			continue;
		for (int i = 0; i < cell->columns; i++)
			more -= widths[first + i];
		if (more > 0)
			widths[first + cell->columns - 1] += more;
	}
}

static void
widen_columns(struct html *html, const struct node *row, int *widths)
{
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		int *widest = &widths[column_of(html, cell)], width;

		if (cell->columns > 1)
			continue;
		width = cell_width(html, cell);
		if (cell->tag == TAG_TH && cell->scope == SCOPE_ROW && width < NAME)
			width = NAME;
		*widest = width > *widest ? width : *widest;
	}
}

/* In hundredths of a rem; has_head: whether there is a row of column heads. */
static int
table_width(struct html *html, bool *has_head)
{
	const struct node *table = html->table.node;
	int *widths = arena_array(html->out.arena, (size_t)table->columns + 1, sizeof *widths);
	int width = 0;

	for (int spans = 0; spans < 2; spans++)
		for (const struct node *part = table->first; part; part = part->next) {
			*has_head |= part->tag == TAG_THEAD;
			if (part->tag == TAG_CAPTION)
				continue;
			for (const struct node *row = part->first; row; row = row->next)
				(spans ? widen_spanned : widen_columns)(html, row, widths);
		}
	for (int i = 0; i < table->columns; i++)
		width += widths[i];
	return width;
}

/* A table with a column head becomes cards where it is too wide; one without, label above value. */
const char *
table_class(struct html *html)
{
	bool has_head = false;
	int width = table_width(html, &has_head);

	if (!has_head)
		return "pairs";
	return width <= ON_PHONES ? "cards" : width <= BESIDE_CONTENTS ? "broad" : "wide";
}
