/* SPDX-License-Identifier: MIT */
/*
 * Which columns a table of records has, and its head.
 */
#ifndef STRUCTURE_COLUMNS_H
#define STRUCTURE_COLUMNS_H

#include "structure/records.h"

struct table_column {
	const struct field *field;
	struct text period_words, remark, unit;
	enum set_as set;
	bool is_derived;		/* computed; what its author stated was compared with it */
	bool is_head;			/* the row head */
};
ARRAY(struct table_column, table_columns);

struct record_table {
	struct builder *b;
	const struct section *section;
	const struct record_run *run;
	struct table_columns columns;
	struct text *labels;		/* of the columns, in one line */
	struct node *node, *part;	/* the table, and the part of it that grows */
};

void choose_columns(struct record_table *);
void build_head(struct record_table *);
/* What a record says in a column, or null. */
const struct value *column_value(const struct record *, const struct table_column *);

#endif
