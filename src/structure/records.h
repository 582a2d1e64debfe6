/* SPDX-License-Identifier: MIT */
/*
 * Records as tables, forms and lists.
 */
#ifndef STRUCTURE_RECORDS_H
#define STRUCTURE_RECORDS_H

#include "structure/builder.h"

ARRAY(const struct removed *, removed_rows);
/* Records that stand side by side, and what was left out from among them. */
struct record_run { const struct record **at; size_t count, room; struct removed_rows removed; };

/* Records of one kind that print as one table, with a caption when there is one. */
void build_record_table(struct builder *, struct node *parent, const struct section *,
    const struct record_run *, const struct span *caption);
void build_form(struct builder *, struct node *parent, const struct section *, const struct record *);
/* Records as the style or the section shows them. */
void build_records(struct builder *, struct node *parent, const struct section *, const struct record_run *,
    const struct span *caption);

/* A row over all columns that holds the notes marked since `from`. */
void build_notes_row(struct builder *, struct node *part, int columns, size_t from);
/* A row over all columns: a group's name, then what it supports or holds. */
struct node *build_group_row(struct builder *, struct node *part, int columns);
/* A status with its mark, or the reason why there is none. */
void build_status(struct builder *, struct node *parent, const struct figure *);
void build_direction(struct builder *, struct node *parent, const struct figure *);
enum mark status_mark(enum status);
/* The reference, or the given id where it looks like one, of a row its measure's; empty when it has neither. */
struct text ref_of(const struct record *);

#endif
