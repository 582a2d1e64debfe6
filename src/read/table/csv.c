/* SPDX-License-Identifier: MIT */
/*
 * CSV files as grids (RFC 4180, with semicolons and tabs as people have them).
 *
 * libcsv gets one byte at a time, so that every cell's place is known; this
 * file alone knows it. A file that is no UTF-8 is read as Windows-1252, which
 * is what Excel calls CSV; so every cell is UTF-8. Rows are made as long as
 * the first one, which holds the heads.
 */
#include "read/table/csv.h"

#include <csv.h>
#include <string.h>

#include "base/buffer.h"
#include "model/messages.h"
#include "read/sources.h"

enum { MOST_COLUMNS = 64, MOST_CELLS = 500000 };

struct csv {
	struct arena *arena;
	struct diag *diag;
	struct grid grid;
	struct grid_row row;		/* the one that is being read */
	/* of the byte at hand; of the cell's first; of its quotation mark */
	struct place at, cell_at, quote_at;
	bool in_cell, in_quotes;
	size_t cells, heads;
	bool stopped;			/* too large to go on */
};

/* ---- bytes ---- */

/* The characters of Windows-1252 from 0x80 to 0x9F; 0: none stands there. */
static const uint16_t windows[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
	0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static struct text
from_windows(struct arena *arena, struct text bytes)
{
	struct buffer out = { .arena = arena };

	for (size_t i = 0; i < bytes.length; i++) {
		unsigned char c = (unsigned char)bytes.s[i];

		if (c < 0x80)
			buffer_byte(&out, (char)c);
		else
			buffer_code_point(&out,
			    c < 0xA0 ? windows[c - 0x80] ? windows[c - 0x80] : 0xFFFD : c);
	}
	return buffer_view(&out);
}

/* A byte that no text holds: a control character; they are the sign of UTF-16 too. */
static size_t
find_control(struct text bytes)
{
	size_t i = 0;

	while (i < bytes.length &&
	    ((unsigned char)bytes.s[i] >= ' ' || strchr("\t\r\n", bytes.s[i])) &&
	    bytes.s[i] != '\0' && bytes.s[i] != 0x7F)
		i++;
	return i;
}

/* The bytes as text that every output can hold; empty when they are none. */
static struct text
decode(struct arena *arena, struct diag *diag, const char *file, struct text bytes)
{
	size_t bad;

	if (text_begins(bytes, "\xEF\xBB\xBF"))
		bytes = text_from(bytes, 3);
	bad = find_control(bytes);
	if (bad < bytes.length) {
		report(diag, place_of_byte(file, bytes, bad), bad_bytes);
		return TEXT("");
	}
	bad = utf8_check(bytes);
	if (bad < bytes.length) {
		report(diag, place_of_byte(file, bytes, bad), other_encoding);
		bytes = from_windows(arena, bytes);
	}
	return check_text(arena, diag, file, &bytes) ? bytes : TEXT("");
}

/* What stands most often in the first line, outside quotation marks. */
static char
find_delimiter(struct text bytes)
{
	static const char delimiters[] = ",;\t";
	size_t counts[3] = { 0 }, most = 0;
	bool quoted = false;

	for (size_t i = 0; i < bytes.length && (quoted || bytes.s[i] != '\n'); i++) {
		const char *found = bytes.s[i] ? strchr(delimiters, bytes.s[i]) : NULL;

		quoted ^= bytes.s[i] == '"';
		if (found && !quoted)
			counts[found - delimiters]++;
	}
	for (size_t i = 1; i < 3; i++)
		most = counts[i] > counts[most] ? i : most;
	return delimiters[most];
}

/* ---- rows ---- */

static bool
is_empty_row(const struct grid_row *row)
{
	for (size_t i = 0; i < row->cells.count; i++)
		if (row->cells.at[i].source.length > 0)
			return false;
	return true;
}

/* The number of columns: up to the last that has a head. */
static size_t
count_heads(const struct grid_row *row)
{
	size_t count = row->cells.count;

	while (count > 1 && row->cells.at[count - 1].source.length == 0)
		count--;
	return count;
}

static void
too_large(struct csv *csv, const char *what, struct place at)
{
	report(csv->diag, at, too_large, text_of(what), TEXT("split it into several files"));
	csv->stopped = true;
}

/* Cells beyond the heads are an error if they say anything; missing ones are empty. */
static void
fit_row(struct csv *csv, struct grid_row *row)
{
	size_t count = row->cells.count;

	while (count > csv->heads && row->cells.at[count - 1].source.length == 0)
		count--;
	if (count > csv->heads) {
		report(csv->diag, row->cells.at[csv->heads].at, ragged_row,
		    text_number(csv->arena, (long long)count),
		    text_number(csv->arena, (long long)csv->heads),
		    TEXT("put quotation marks round a cell that holds the sign between cells"));
		count = csv->heads;
	}
	row->cells.count = count;
	while (row->cells.count < csv->heads)
		array_push(csv->arena, &row->cells)->at = csv->at;
}

/* The words of a cell; its line ends are line feeds. */
static struct text
cell_words(struct arena *arena, const char *words, size_t size)
{
	char *s = size > 0 ? arena_copy(arena, words, size) : NULL;
	size_t count = 0;

	for (size_t i = 0; i < size; i++)
		if (words[i] != '\r')
			s[count++] = words[i];
		else if (i + 1 == size || words[i + 1] != '\n')
			s[count++] = '\n';
	return text_trim((struct text){ s, count });
}

static void
end_cell(void *words, size_t size, void *data)
{
	struct csv *csv = data;
	struct grid_cell *cell;

	if (csv->stopped)
		return;
	cell = array_push(csv->arena, &csv->row.cells);
	cell->at = csv->in_cell ? csv->cell_at : csv->at;
	cell->source = cell_words(csv->arena, words, size);
	csv->in_cell = csv->in_quotes = false;
	if (csv->row.cells.count > MOST_COLUMNS)
		too_large(csv, "this table has more than 64 columns", cell->at);
	else if (++csv->cells > MOST_CELLS)
		too_large(csv, "this table has more than 500,000 cells", cell->at);
}

static void
end_row(int delimiter, void *data)
{
	struct csv *csv = data;

	(void)delimiter;
	if (!csv->stopped && !is_empty_row(&csv->row)) {
		csv->row.at = csv->row.cells.at[0].at;
		if (csv->grid.rows.count == 0)
			csv->heads = count_heads(&csv->row);
		fit_row(csv, &csv->row);
		*array_push(csv->arena, &csv->grid.rows) = csv->row;
	}
	csv->row = (struct grid_row){ 0 };
}

/* ---- the file ---- */

/* Where the words of a cell begin: behind spaces, and behind the quotation mark. */
static void
see_byte(struct csv *csv, char c, char delimiter)
{
	if (csv->in_cell || (c == delimiter && !csv->in_quotes) || c == ' ' || c == '\t' ||
	    c == '\n' || c == '\r')
		return;
	if (c == '"' && !csv->in_quotes) {
		csv->in_quotes = true;
		csv->quote_at = csv->at;
		return;
	}
	csv->in_cell = true;
	csv->cell_at = csv->at;
}

static void
pass_byte(struct place *at, char c, char next)
{
	if (c == '\n' || (c == '\r' && next != '\n')) {
		at->line++;
		at->column = 1;
	} else if (((unsigned char)c & 0xC0) != 0x80)
		at->column++;
}

static void
feed(struct csv *csv, struct csv_parser *parser, const char *byte)
{
	if (csv_parse(parser, byte, 1, end_cell, end_row, csv) != 1)
		die("libcsv: %s", csv_strerror(csv_error(parser)));
}

/* A line end more than there are ends every cell but one whose quotation mark is not closed. */
static void
parse(struct csv *csv, struct csv_parser *parser, struct text bytes, char delimiter)
{
	for (size_t i = 0; i < bytes.length && !csv->stopped; i++) {
		see_byte(csv, bytes.s[i], delimiter);
		feed(csv, parser, bytes.s + i);
		pass_byte(&csv->at, bytes.s[i], i + 1 < bytes.length ? bytes.s[i + 1] : '\n');
	}
	feed(csv, parser, "\n");
	if (csv->in_quotes && !csv->stopped) {
		report(csv->diag, csv->quote_at, bad_csv);
		csv->grid.rows.count = 0;
	}
}

struct grid
read_csv(struct arena *arena, struct diag *diag, const char *file, struct text bytes)
{
	struct csv csv = { .arena = arena, .diag = diag, .at = { file, 1, 1 },
	    .grid.at = { file, 1, 1 } };
	struct csv_parser parser;
	struct text decoded = decode(arena, diag, file, bytes);
	char delimiter = find_delimiter(decoded);
	bool sound = decoded.length > 0;

	if (csv_init(&parser, 0) != 0)
		die("libcsv cannot be set up");
	csv_set_delim(&parser, (unsigned char)delimiter);
	parse(&csv, &parser, decoded, delimiter);
	csv_free(&parser);
	if (csv.grid.rows.count < 2 && !csv.stopped && !csv.in_quotes &&
	    (sound || bytes.length == 0))
		report(diag, csv.grid.at, empty_table,
		    TEXT("the first row holds the names of the columns, each other one a record"));
	return csv.grid;
}
