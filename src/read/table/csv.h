/* SPDX-License-Identifier: MIT */
/*
 * A CSV file (RFC 4180) as a grid; the cells are inline Markdown.
 */
#ifndef READ_TABLE_CSV_H
#define READ_TABLE_CSV_H

#include "read/grid.h"

/*
 * The rows of a file whose bytes are given; lines with nothing in them are
 * left out. A file without rows below its heads is reported (empty_table), as
 * are bytes that are not UTF-8 and rows with more cells than heads. The words
 * live in the arena. file is the path as messages print it.
 */
struct grid read_csv(struct arena *, struct diag *, const char *file, struct text bytes);

#endif
