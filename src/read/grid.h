/* SPDX-License-Identifier: MIT */
/*
 * A table before it is understood: cells of source text, as Markdown or CSV
 * held them. Places are those of the first byte of a cell's text.
 */
#ifndef READ_GRID_H
#define READ_GRID_H

#include "base/array.h"
#include "base/diag.h"

struct grid_cell { struct place at; struct text source; };
ARRAY(struct grid_cell, grid_cells);
struct grid_row { struct place at; struct grid_cells cells; };
ARRAY(struct grid_row, grid_rows);
struct grid { struct place at; struct grid_rows rows; };	/* the first row holds the heads */

#endif
