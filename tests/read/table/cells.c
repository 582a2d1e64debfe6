/* SPDX-License-Identifier: MIT */
/*
 * CSV files, cell by cell with their places. With a file's name its cells are
 * printed, for the oracle beside this file.
 */
#include <stdlib.h>

#include "read/table/csv.h"

#include "../../base/check.h"

/* The cells as "line:column words", "/" between rows, "!" before reports. */
static struct text
cells(struct arena *arena, struct text bytes)
{
	struct diag diag = { .arena = arena };
	struct grid grid = read_csv(arena, &diag, "a.csv", bytes);
	struct buffer out = { .arena = arena };

	for (size_t i = 0; i < grid.rows.count; i++) {
		if (i > 0)
			buffer_string(&out, " / ");
		for (array_each(struct grid_cell, cell, &grid.rows.at[i].cells))
			buffer_format(&out, "[%d:%d %.*s]", cell->at.line, cell->at.column,
			    TEXT_ARGS(cell->source));
	}
	for (array_each(struct report, report, &diag.reports))
		buffer_format(&out, "!%s@%d:%d", report->message->name, report->at.line,
		    report->at.column);
	return text_copy(arena, buffer_view(&out));
}

static void
check_cells(struct arena *arena, const char *bytes, const char *expected)
{
	CHECK_TEXT(cells(arena, text_of(bytes)), expected);
}

/* A row a line; cells end with byte 1, line ends in them are byte 2. */
static int
print_cells(struct arena *arena, const char *path)
{
	struct text bytes;
	struct diag diag = { .arena = arena };
	struct grid grid;

	if (file_read(arena, path, 1 << 24, &bytes) != FILE_READ)
		return 2;
	grid = read_csv(arena, &diag, path, bytes);
	for (array_each(struct grid_row, row, &grid.rows)) {
		for (array_each(struct grid_cell, cell, &row->cells)) {
			for (size_t i = 0; i < cell->source.length; i++)
				putchar(cell->source.s[i] == '\n' ? 2 : cell->source.s[i]);
			printf("\1%d\1%d\1", cell->at.line, cell->at.column);
		}
		putchar('\n');
	}
	return 0;
}

static void
check_limits(struct arena *arena)
{
	struct buffer wide = { .arena = arena }, many = { .arena = arena };

	for (int i = 0; i < 70; i++)
		buffer_string(&wide, "a,");
	CHECK(text_ends(cells(arena, buffer_view(&wide)), "!too_large@1:129"));
	for (int i = 0; i < 500002; i++)
		buffer_string(&many, "a\n");
	CHECK(text_ends(cells(arena, buffer_view(&many)), "!too_large@500001:1"));
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();

	if (count > 1) {
		int status = print_cells(arena, words[1]);

		arena_drop(arena);
		return status;
	}
	check_cells(arena, "a,b\n1,2\n", "[1:1 a][1:3 b] / [2:1 1][2:3 2]");
	check_cells(arena, "a;b\r\n1;2,5\r\n", "[1:1 a][1:3 b] / [2:1 1][2:3 2,5]");
	check_cells(arena, "a\tb\r1\t2", "[1:1 a][1:3 b] / [2:1 1][2:3 2]");
	check_cells(arena,
	    "\xEF\xBB\xBF"
	    "a,b\n\"x, \"\"y\"\"\",  z  \n",
	    "[1:1 a][1:3 b] / [2:2 x, \"y\"][2:14 z]");
	check_cells(arena, "a,b\n\"one\r\ntwo\",3\n", "[1:1 a][1:3 b] / [2:2 one\ntwo][3:6 3]");
	check_cells(arena, "a,b,,\n1,2,,\n,,,\n\n3\n",
	    "[1:1 a][1:3 b] / [2:1 1][2:3 2] / [5:1 3][5:2 ]");
	check_cells(arena, "a,b\n1,2,3\n", "[1:1 a][1:3 b] / [2:1 1][2:3 2]!ragged_row@2:5");
	check_cells(arena, "a,b\n1,\"2\n3,4\n", "!bad_csv@2:3");
	check_cells(arena, "a,b\n", "[1:1 a][1:3 b]!empty_table@1:1");
	check_cells(arena, "", "!empty_table@1:1");
	check_cells(arena,
	    "a,b\n\xA3"
	    "5,caf\xE9 \x80\n",
	    "[1:1 a][1:3 b] / [2:1 \xC2\xA3"
	    "5][2:4 caf\xC3\xA9 \xE2\x82\xAC]!other_encoding@2:1");
	check_cells(arena,
	    "\xFF\xFE"
	    "a,b",
	    "[1:1 \xC3\xBF\xC3\xBE"
	    "a][1:5 b]!other_encoding@1:1!empty_table@1:1");
	check_cells(arena,
	    "a,b\n\xC3\xA9"
	    "t\xC3\xA9,2\n",
	    "[1:1 a][1:3 b] / [2:1 \xC3\xA9t\xC3\xA9][2:5 2]");
	check_cells(arena, "a,b\n1,\x01\n", "!bad_bytes@2:3");
	CHECK_TEXT(cells(arena, (struct text){ "a\0,b", 4 }), "!bad_bytes@1:2");
	check_limits(arena);
	arena_drop(arena);
	return check_status();
}
