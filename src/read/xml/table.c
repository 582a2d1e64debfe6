/* SPDX-License-Identifier: MIT */
/*
 * Free tables. Cells may span columns and rows; every place of the table is
 * covered by one cell at most, and no row reaches beyond the widest.
 */
#include "model/messages.h"
#include "read/xml/scribe.h"

enum { MOST_COLUMNS = 64, MOST_ROWS = 10000 };

static int
span_of(const struct reading *reading, const struct element *cell, const char *name, int most)
{
	const struct xml_attribute *attribute = element_attribute(cell, name);
	struct decimal number = decimal_parse(attribute ? attribute->words : TEXT("1"));

	if (number.valid && number.scale == 0 && number.units >= 1 && number.units <= most)
		return (int)number.units;
	refuse(reading, attribute ? attribute->at : cell->at,
	    text_format(reading->arena, "%s is a number from 1 to %d", name, most), TEXT(""));
	return 1;
}

static void
read_cell(const struct reading *reading, struct element *element, struct table_row *row)
{
	static const char *const allowed[] = { "colspan", "rowspan", NULL };
	struct cell *cell;

	if (!element_is(element, "td") && !element_is(element, "th")) {
		if (element->kind == ELEMENT_TAG)
			refuse_element(reading, element, TEXT("a row holds <th> and <td>"));
		else if (element->kind == ELEMENT_TEXT && !text_is_blank(element->words))
			refuse(reading, element->at, TEXT("these words stand outside a cell"),
			    TEXT("put them into <td>"));
		return;
	}
	refuse_attributes(reading, element, allowed);
	cell = array_push(reading->arena, &row->cells);
	cell->at = content_place(element);
	cell->head = element_is(element, "th");
	cell->columns = span_of(reading, element, "colspan", MOST_COLUMNS);
	cell->rows = span_of(reading, element, "rowspan", MOST_ROWS);
	cell->content = read_flow(reading, element);
}

static void
read_row(const struct reading *reading, struct element *element, struct table *table)
{
	static const char *const allowed[] = { "head", NULL };
	const struct xml_attribute *head = element_attribute(element, "head");
	struct table_row *row = array_push(reading->arena, &table->rows);

	refuse_attributes(reading, element, allowed);
	row->head = head && text_is(head->words, "yes");
	for (struct element *child = element->first; child; child = child->next)
		read_cell(reading, child, row);
}

/* ---- what follows ---- */

static bool
is_all_heads(const struct table_row *row)
{
	for (size_t i = 0; i < row->cells.count; i++)
		if (!row->cells.at[i].head)
			return false;
	return row->cells.count > 0;
}

/* Where no row says that it is a head, the first rows that hold nothing but heads are. */
static void
find_heads(struct table *table)
{
	size_t count = table->columns > 1 ? table->rows.count : 1;

	for (array_each(struct table_row, row, &table->rows))
		if (row->head)
			return;
	for (size_t i = 0; i < count && i < table->rows.count && is_all_heads(&table->rows.at[i]);
	     i++)
		table->rows.at[i].head = true;
}

/* How many columns a row covers; below[] counts the rows that cells from above still cover. */
static int
cover_row(const struct table_row *row, int *below)
{
	int column = 0;

	for (size_t i = 0; i < row->cells.count; i++) {
		const struct cell *cell = &row->cells.at[i];

		while (column < MOST_COLUMNS && below[column] > 0)
			below[column++]--;
		for (int k = 0; k < cell->columns && column < MOST_COLUMNS; k++)
			below[column++] = cell->rows - 1;
		if (column == MOST_COLUMNS && i + 1 < row->cells.count)
			return MOST_COLUMNS + 1;
	}
	for (int rest = column; rest < MOST_COLUMNS; rest++)
		if (below[rest] > 0) {
			below[rest]--;
			column = rest + 1;
		}
	return column;
}

/* Every row is as wide as the first. */
static void
check_rows(const struct reading *reading, struct table *table)
{
	int below[MOST_COLUMNS] = { 0 };

	for (array_each(struct table_row, row, &table->rows)) {
		int columns = cover_row(row, below);
		struct place at = row->cells.count > 0 ? row->cells.at[0].at : table->at;

		if (columns > MOST_COLUMNS) {
			report(reading->diag, at, too_large,
			    TEXT("this table has more than 64 columns"), TEXT("split it"));
			return;
		}
		if (table->columns == 0)
			table->columns = columns;
		else if (columns != table->columns)
			refuse(reading, at,
			    text_format(reading->arena,
			        "this row covers %d columns, the first covers %d", columns,
			        table->columns),
			    TEXT("count what colspan and rowspan cover"));
	}
}

static void
read_aligns(const struct reading *reading, const struct element *element, struct table *table)
{
	static const char *const names[] = { "left", "right", "centre" };
	const struct xml_attribute *attribute = element_attribute(element, "align");
	struct text rest = attribute ? attribute->words : TEXT("");

	table->aligns = arena_array(reading->arena, (size_t)table->columns, sizeof *table->aligns);
	for (int column = 0; column < table->columns && rest.length > 0; column++) {
		size_t end = text_find_byte(rest, ' ', 0);
		struct text word = text_slice(rest, 0, end);
		int align = 0;

		while (align < 3 && !text_is(word, names[align]))
			align++;
		if (align == 3)
			refuse(reading, attribute->at,
			    text_format(reading->arena, "\"%.*s\" is no way to align a column",
			        TEXT_ARGS(word)),
			    TEXT("write left, right or centre for each column"));
		table->aligns[column] = align % 3;
		rest = text_from(rest, end + 1);
	}
}

struct table *
read_table(const struct reading *reading, struct element *element)
{
	static const char *const allowed[] = { "align", NULL };
	struct table *table = ARENA_NEW(reading->arena, struct table);

	table->at = element->at;
	refuse_attributes(reading, element, allowed);
	for (struct element *child = element->first; child; child = child->next) {
		if (element_is(child, "tr"))
			read_row(reading, child, table);
		else if (element_is(child, "caption") && table->rows.count == 0)
			table->caption = read_inline(reading, child->first);
		else if (child->kind == ELEMENT_TAG)
			refuse_element(reading, child, TEXT("a table holds <caption> and <tr>"));
		else if (child->kind == ELEMENT_TEXT && !text_is_blank(child->words))
			refuse(reading, child->at, TEXT("these words stand outside a cell"),
			    TEXT("put them into <td>"));
	}
	if (table->rows.count == 0)
		report(reading->diag, element->at, empty_table,
		    TEXT("write its rows, or delete it"));
	check_rows(reading, table);
	find_heads(table);
	read_aligns(reading, element, table);
	return table;
}
