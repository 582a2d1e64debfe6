/* SPDX-License-Identifier: MIT */
/*
 * A CSV file: every cell is UTF-8 and has its place.
 */
#include "fuzz.h"
#include "read/table/csv.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct grid grid = read_csv(arena, &diag, "fuzz.csv", fuzz_file(arena, bytes, size));
	int lines = fuzz_lines(bytes, size);

	for (array_each(struct grid_row, row, &grid.rows))
		for (array_each(struct grid_cell, cell, &row->cells)) {
			fuzz_check_text(cell->source);
			assert(
			    cell->at.line >= 1 && cell->at.line <= lines && cell->at.column >= 1);
		}
	fuzz_check_reports(&diag, lines);
	arena_drop(arena);
	return 0;
}
