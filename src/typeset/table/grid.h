/* SPDX-License-Identifier: MIT */
/*
 * A table in the making; private to the room.
 */
#ifndef TYPESET_TABLE_GRID_H
#define TYPESET_TABLE_GRID_H

#include <limits.h>

#include "typeset/flow.h"
#include "typeset/note.h"
#include "typeset/table/table.h"

enum { PAIR = 2 };			/* label and value, side by side in a form */

enum row_kind {
	ROW_HEAD,
	ROW_PLAIN,
	ROW_GROUP,
	ROW_SUBTOTAL,
	ROW_TOTAL,
	ROW_EXPLANATION,
	ROW_NOTES
};

/*
 * A number's parts to the left and right of where it is aligned; left below
 * 0: it is none. A long right part is words, and may be broken.
 */
struct split { length left, right; bool is_long; };

/* What a cell is in a table that is set as records. */
enum cell_role { CELL_OF_TABLE, CELL_NAME, CELL_LABEL, CELL_VALUE };

struct grid_cell {
	const struct node *node;
	int row, column, rows, columns;
	struct galley galley;
	length least, most;		/* without padding */
	struct split split;
	length indent;			/* from its column's edge, beside the padding */
	size_t shown, until;		/* strips that stand on earlier pages; and on this one */
	int next_end;			/* the next that spans rows and ends in its last, or -1 */
	enum cell_role role;
	int of_column;			/* of a label or value of a record: the table's, or -1 */
	bool is_head, is_current;
	bool is_again;			/* it stands in a grid before this one, too: an artifact */
};
ARRAY(struct grid_cell, grid_cells_of);

struct grid_row {
	enum row_kind kind;
	const struct node *node;
	int first, end;			/* cells that begin in it */
	int ends;			/* the first cell that spans rows and ends in it, or -1 */
	int group;			/* the group row that it stands under, or -1 */
	length above, below;		/* padding */
	bool is_kept;			/* stays with the row before it */
	bool is_joined;			/* no rule parts it from the next: a record goes on */
	bool is_striped;
};
ARRAY(struct grid_row, grid_rows_of);

/*
 * A note of the table, or what stands among notes: strips of the one cell of
 * its row. first moves on as they are shown.
 */
struct grid_note {
	const struct node *node;
	int index, row;
	size_t begin, first, end;
	bool is_due;		/* its mark stands */
	bool is_placed;		/* in its row, in the part that is being made */
	bool is_elsewhere;	/* in another part of a table that is split by columns */
};
ARRAY(struct grid_note, grid_notes);

/* What of a nested table stands between two heights at which it may be parted. */
struct layer_piece { int cell; size_t first, end; length top; };
struct layer {
	length top, bottom;
	struct { struct layer_piece *at; size_t count, room; } pieces;
	bool is_kept;			/* stays with the layer before it */
};
ARRAY(struct layer, layers);

struct grid {
	struct typesetter *ts;
	const struct node *node;
	enum type_style style;
	bool is_nested, is_form, is_landscape;
	bool is_key;			/* without rules, in one piece */
	bool is_records;
	bool is_paired;			/* a front block: two pairs a row */
	int columns, heads;		/* how many; of the rows, how many are heads */
	/* of a part: how many the table has; the first that no part before it has */
	int table_columns, own;
	bool is_later;			/* a part after the first */
	int *places;			/* of the table's columns here, or -1; null: all are */
	struct grid *more;		/* the next columns of a table that is split; or null */
	struct grid *parts;		/* of a table that is split: the first */
	/* of the table: which of them is being placed; itself, if it is not split */
	struct grid *active;
	struct grid_rows_of rows;
	struct grid_cells_of cells;
	struct { int *at; size_t count, room; } spans;	/* cells that span rows, by their first */
	/* by row and column: a cell spans the row's lower edge; null: none does */
	uint8_t *crossed;
	struct grid_notes notes;
	struct layers layers;		/* of a nested table */
	length *widths, *lefts;		/* of columns: with padding; left edges */
	struct split *splits;		/* of columns: of the widest parts of their numbers */
	struct galley caption, again;	/* above it; and above its later parts, all artifact */
	length most;			/* of a nested table: in which nothing need be broken */
	/* what was last said again of a row */
	struct { int row; struct galley *galley; } group, label;
	length width;
	int scale;			/* thousandths of the style's size */
	length *tops;			/* of the rows, and the foot of the last: none is broken */
	bool has_begun;			/* a part stands on a page */
	/* the row that is placed next; its cells know how much of them is shown */
	int next;
};

/* Rows of labels and values, two pairs side by side. */
static inline bool
has_two_pairs(const struct grid *grid)
{
	return grid->is_paired || (grid->is_form && grid->columns == 2 * PAIR);
}

/* A row of a record below its name: labels and values. */
static inline bool
is_of_record(const struct grid *grid, int row)
{
	const struct grid_row *at = &grid->rows.at[row];

	return grid->is_records && at->first < at->end &&
	    grid->cells.at[at->first].of_column >= 0;
}

/* ---- grid.c ---- */
/*
 * The same table with some of its columns: those whose place is not below 0.
 * own is the first of them that no grid before it has.
 */
struct grid *grid_part(const struct grid *, int *places, int own, bool is_later);
/* The same table as records, to be set to that width. */
struct grid *grid_as_records(const struct grid *, length width);
enum row_kind row_kind_of(const struct node *row, bool is_head);
/* A row after all others, still without cells. */
struct grid_row *grid_add_row(struct grid *, const struct node *, enum row_kind);
/* A cell of the last row, of that row alone. */
struct grid_cell *grid_add_cell(struct grid *, const struct node *, int column, int columns);

/* ---- cell.c ---- */
const struct column *grid_column(const struct grid *, int column);
/* The galley of a cell is filled; its words are in the type of its row. */
void fill_cell(struct grid *, struct grid_cell *);

/* ---- records/records.c ---- */
enum { RECORD_COLUMNS_MOST = 32 };
/* The columns of a table as records: labels and values follow each other up to its edge. */
enum { RECORD_REF, RECORD_LABEL, RECORD_VALUE, TO_THE_END = INT_MAX };
bool can_be_records(const struct node *table, int columns);
/* Each pair of label and value is a row; what spans all columns after its own says TO_THE_END. */
void add_records(struct grid *);

/* ---- records/arrange.c ---- */
/* Puts pairs of label and value beside each other; the columns fill the grid's width. */
void arrange_records(struct grid *);

/* ---- measure.c ---- */
/* Splits the numbers of columns that are set so; after scaling, before widths. */
void split_numbers(struct grid *);
/* Gives each number its place; when the widths stand. */
void align_numbers(struct grid *);

/* What the columns need at least and at most, spans shared out, padding included. */
void measure_columns(struct grid *, length *least, length *most);
/* Where the least is wider than a width, words are to be broken. */
void shrink_columns(const struct grid *, length width, length *least, length *most);
length sum_of(const length *, int count);
/* The width of a cell's words. */
length cell_width(const struct grid *, const struct grid_cell *);
length pad_x(const struct grid *);

/* ---- width.c ---- */
/* Shares a width among the columns. */
void share_width(struct grid *, length width, length *least, length *most);

/* ---- set.c ---- */
/* Sizes, widths and lines of the cells; scale stands. */
void set_cells(struct grid *, length width);

/* ---- split.c ---- */
/* Parts of a table that is too wide, set to the width; a chain. */
struct grid *split_columns(const struct grid *whole, length width, const length *least);

/* ---- continued.c ---- */
void fill_group(struct grid *, const struct node *cell, struct galley *, bool is_continued);
/* The words in the lines of a node and "(continued)". */
void fill_again(struct grid *, struct flow *, const struct node *, enum type_style);
/* The caption, and the same with "(continued)". */
void fill_captions(struct grid *);
/* The head of a group that goes on, and "(continued)". */
const struct galley *group_again(struct grid *, int row);
/* The first words of a cell and an ellipsis, in at most so many lines. */
const struct galley *cell_again(struct grid *, const struct grid_cell *, size_t lines);
/*
 * Reference and name of a broken row and "(continued)", set to the table's
 * width; without strips where it has none.
 */
const struct galley *label_again(struct grid *, int row);

/* ---- row.c ---- */
/* A row of a part of the table, as it stands on a page. */
struct placed_row {
	int row;
	length y, height;
	bool is_again;		/* repeated: all of it is an artifact */
	bool is_cut;		/* it goes on on the next page */
	bool is_resumed;	/* it began on the page before */
};
ARRAY(struct placed_row, placed_rows);

length row_above(const struct grid *, int row, bool is_close);
length row_below(const struct grid *, int row, bool is_close);
/*
 * The height of a line, for a row of which nothing fills one; 0 where all cells
 * go on beside the next.
 */
length row_least(const struct grid *, int row);
/* True where a row shows nothing beside the cells that span it and others. */
bool row_is_wordless(const struct grid *, int row);
/*
 * The top of each row, and last the foot of all, when nothing is broken: one
 * more than there are rows.
 */
void row_tops(const struct grid *, bool is_close, length *tops);
void paint_row_ground(const struct painter *, const struct grid *, const struct placed_row *,
    length x, length y);
void paint_row_rule(const struct painter *, const struct grid *, const struct placed_row *,
    const struct placed_row *next, length x, length y);
/* The strips of a cell from one up to another. */
void paint_cell(const struct painter *, const struct grid *, const struct grid_cell *, size_t from,
    size_t end, length x, length y);

#endif
