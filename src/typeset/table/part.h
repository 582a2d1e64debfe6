/* SPDX-License-Identifier: MIT */
/*
 * What of a table stands on one page; private to the room.
 */
#ifndef TYPESET_TABLE_PART_H
#define TYPESET_TABLE_PART_H

#include "typeset/table/grid.h"

/* Where a part may end: before that row, with so much placed. */
struct stop { int row; size_t rows, feet, due; length y; bool is_set; };

/* A note, or a stretch of strips among notes, as it stands on the page. */
struct placed_note { struct grid_note *note; size_t from, end; length y; };
ARRAY(struct placed_note, placed_notes);

/* What a cell shows in a part; it repeats what stands on pages before. */
struct placed_cell { struct grid_cell *cell; size_t from, end; bool repeats; };
ARRAY(struct placed_cell, placed_cells);

struct part {
	struct grid *table, *grid;	/* the whole, and those of its columns that stand here */
	/* of a table that is split: the columns that stand above these on the page */
	struct part *before;
	struct grid_room room;		/* below the part's own top */
	length offset;			/* of that below the first of the page */
	bool is_again;			/* it is not the first */
	int first, next;		/* its first row, and that of the next part */
	struct placed_rows rows;
	/* of its own rows, and before them those that go on beside these */
	struct placed_cells cells;
	struct placed_notes notes;
	const struct galley *caption;
	const struct galley *group;	/* the head of a group that goes on; or null */
	const struct galley *label;	/* the name of a row that goes on; or null */
	length label_height, label_lead;	/* the lead is the part of it above the name */
	/* below its top: of the heads, of its own rows, and the lower edge so far */
	length top, body, y;
	/* notes whose marks stand in it, or before it, and that do not stand yet */
	struct { int *at; size_t count, room; } due;
	length due_height;
	/* notes that were due, or at the foot of the page, before it */
	size_t carried, feet;
	struct stop stop;
	bool is_last;			/* nothing of its columns is left */
	bool is_over;			/* higher than its room: nothing less could be placed */
};

/* ---- part.c ---- */
void part_begin(struct part *);
struct placed_row *part_add_row(struct part *, int row, length height);
/* The room below y, without what the foot of the page and the notes that are due take. */
length part_room(const struct part *, length y);
/*
 * The strips of a cell that this part may show begin there; repeats: they all
 * stand on pages before.
 */
size_t part_from(const struct part *, const struct grid_cell *, bool *repeats);
/* Height of those strips. */
length part_rest(const struct part *, const struct grid_cell *);
/* The end of the strips of a cell that stand beside rows down to there. */
size_t part_span_end(const struct part *, const struct grid_cell *, length bottom);
/*
 * Takes the notes of what cells that span rows show beside a row whose lower
 * edge is there: of those that end in it all, unless it is cut.
 */
void part_take_spans(struct part *, int row, length bottom, bool is_cut);
/* The top of a cell on this page. */
length part_cell_top(const struct part *, const struct grid_cell *);
/* True for a cell of which rows stand in the part before. */
bool part_began_before(const struct part *, const struct grid_cell *);
/* How much of each cell stands in it, when it ends before row `next`, and its notes. */
void part_end(struct part *);

/* ---- notes.c ---- */
/*
 * Takes the notes whose marks stand in strips; those of a cell that stood in a
 * part before it are that one's.
 */
void part_take_galley(struct part *, const struct galley *, size_t from, size_t end);
void part_take_strips(struct part *, const struct grid_cell *, size_t from, size_t end);
void part_give_back(struct part *, size_t due, size_t feet);
/* A row of notes: those that do not stand yet; false when not all of them fit. */
bool part_place_note_row(struct part *, int row);
/* What was placed in rows of notes from that row on is not. */
void part_drop_notes(struct part *, int row);
/* The notes that are due, below the part's last row. */
void part_place_due(struct part *);
/* After its end: notes are left that found no room in it. */
bool part_has_due(const struct part *);
/* Notes that found no room in the part before are due in this one. */
void part_carry_due(struct part *);

#endif
