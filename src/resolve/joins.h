/* SPDX-License-Identifier: MIT */
/*
 * Rows that add figures to a measure, and themes that are one.
 */
#ifndef RESOLVE_JOINS_H
#define RESOLVE_JOINS_H

#include "resolve/pass.h"

/*
 * True for a row of results, or of a table of measures, which may belong to a
 * measure defined elsewhere.
 */
bool may_join(const struct record *);
/* Joins the rows of all documents; ids that were given to measures are known by then. */
void join_rows(struct resolution *);
/* Themes of one title in a document become one: that which says most of itself. */
void unite_themes(struct resolution *, struct document *);
/* Reports results of no measure, and rows in public that name an exempt measure. */
void check_joins(struct resolution *);

#endif
