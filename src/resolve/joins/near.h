/* SPDX-License-Identifier: MIT */
/*
 * Within the room: rows of a document that are measures of their own, and
 * whose titles are nearly that of another measure.
 */
#ifndef RESOLVE_JOINS_NEAR_H
#define RESOLVE_JOINS_NEAR_H

#include "resolve/pass.h"

struct near_row { const struct record *row, *measure; };
struct near_rows {
	struct map titles;		/* the digits of a title to a lexicon of such titles */
	struct near_row *at;
	size_t count, room;
};

/* A measure that others may be near to. */
void near_add(struct near_rows *, struct record *);
/* A row that joins none: keeps which measure it is near to, if there is one. */
void near_note(struct near_rows *, const struct record *);
/* Reports those that are kept, once all rows have joined their measures. */
void near_report(struct resolution *, const struct document *, const struct near_rows *);

#endif
