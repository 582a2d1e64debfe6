/* SPDX-License-Identifier: MIT */
/*
 * Records of one kind as a table: which columns it has, its head, its cells
 * and its rows.
 */
#ifndef STRUCTURE_TABLE_TABLE_H
#define STRUCTURE_TABLE_TABLE_H

#include "structure/records.h"

/* Where the words of a column come from. */
enum source {
	SOURCE_GIVEN,		/* what authors said in a field, for one period */
	SOURCE_DERIVED,		/* what was computed; what its author stated was compared with it */
	SOURCE_REACHED		/* the milestones of one period */
};

struct table_column {
	enum source source;
	const struct field *field;
	struct text period_words;	/* as typed; of REACHED the quarter's or the year's */
	struct span_of_time period;
	struct text year;		/* of a quarter that is REACHED: the head over it */
	struct text remark, unit;
	enum set_as set;
	bool is_head;			/* the row head */
	bool is_current;		/* of the document's own period, among several */
	/* one of several periods: its head says which in a line of its own */
	bool is_parted;
};
ARRAY(struct table_column, table_columns);

struct record_table {
	struct builder *b;
	const struct section *section;
	const struct record_run *run;
	const struct view *view;	/* null when the records stand where they are shown */
	struct table_columns columns;
	bool is_asked;			/* a view asked for its columns */
	struct text *labels;		/* of the columns, in one line */
	struct node *node, *part;	/* the table, and the part of it that grows */
};

/* ---- columns.c ---- */

void choose_columns(struct record_table *);
/*
 * The kind of section whose columns these are: a theme takes those of the
 * section that it stands in.
 */
enum section_kind columns_kind(const struct section *);
/* What a record says in a column in the document's own language, or null. */
const struct value *column_value(const struct record *, const struct table_column *);
/* True when one of the columns holds it. */
bool has_column(const struct table_columns *, const struct value *);

/* ---- derived.c ---- */

bool can_derive(enum role);
/*
 * True when something stands in such a column for one of the records, and so
 * the column is wanted.
 */
bool has_derived(const struct record_table *, const struct field *);
void build_derived(struct record_table *, struct node *cell, const struct record *,
    const struct table_column *);
/* The figures that a row is about: those of its actual's period, else of its target's. */
const struct figure *row_figure(const struct record_table *, const struct record *);
/* True where a column shows what is worked out for that role. */
bool has_derived_column(const struct record_table *, enum role);

/* ---- periods.c ---- */

/* True for a field whose milestones stand in columns, a quarter or a year each. */
bool is_by_period(const struct value *);
/* A column for each quarter and year in which a milestone falls, in their order. */
void add_periods(struct record_table *, const struct field *);
void build_reached(struct record_table *, struct node *cell, const struct record *,
    const struct table_column *);

/* ---- below.c ---- */

/* True for a column whose words are the first line of its cell, and stand out. */
bool is_stacked(const struct table_column *);
/* True for what stands below another column's words, where it has no column of its own. */
bool stands_below(const struct fields *listed, const struct field *);
/* True when one of the records says something that is to stand below that column's words. */
bool has_below(const struct record_run *, const struct field *column);
/*
 * Parts the first line of a cell, which a paragraph holds, from what its author
 * wrote in further ones.
 */
void part_first_line(struct record_table *, struct node *cell, struct node *line);
/*
 * Of treatments that stand below another column's words: what they are called.
 * False for any others.
 */
bool build_treatment_names(struct record_table *, struct node *cell, const struct value *);
/* The further lines. */
void build_below(struct record_table *, struct node *cell, const struct record *,
    const struct table_column *);

/* ---- caption.c ---- */

/* "Table 2", then its author's words, else what the style says of such a table. */
void caption_table(struct record_table *, const struct span *caption);

/* ---- head.c, cell.c, total.c ---- */

void build_head(struct record_table *);
/* The cell of a column, still empty; in its column of names it is the row's head. */
struct node *add_column_cell(struct record_table *, struct node *row, size_t place, enum look);
void build_cell(struct record_table *, struct node *row, const struct record *, size_t place);
/* The last row of a register of contracts, where their sums can be added up. */
void build_total(struct record_table *);
/* A total right below another, or the last one of all, ends the table. */
enum look total_look(const struct record_table *, size_t at);

#endif
