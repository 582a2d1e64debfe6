/* SPDX-License-Identifier: MIT */
/*
 * What stands on the page that is being filled: strips and parts of tables,
 * in the order of the document, with the notes at its foot. All of it may be
 * taken back until the page is closed; only then is it painted.
 */
#ifndef TYPESET_SHEET_H
#define TYPESET_SHEET_H

#include "typeset/page.h"

struct part;

/* A strip of a portion; at the beginning of a page it is what comes first on it. */
struct position { size_t portion, strip; };

/* A strip, or else a part of a table; y of its top, below that of the text. */
struct placed {
	const struct portion *portion;
	const struct strip *strip;
	struct part *part;
	length y;
};
ARRAY(struct placed, placed_list);

/* Where the page may end: what stands on it by then. */
struct checkpoint {
	struct position at;
	size_t placed, notes;
	length y;
	int form;
	bool is_shared, is_set;
};

struct sheet {
	struct typesetter *ts;
	struct painter painter;
	struct frame_place frame;
	bool landscape;
	struct placed_list placed;
	struct foot foot;
	length y;		/* lower edge of what stands on the page */
	bool is_shared;		/* by two forms: their fields are closer */
	int form;		/* the last one on the page */
	struct boxes boxes;	/* memory for those of the page in the making */
};

/* A new page, with nothing on it but the notes that the one before has left. */
void sheet_open(struct sheet *, bool landscape);
/* Paints all that stands on it. */
void sheet_close(struct sheet *);
bool sheet_is_empty(const struct sheet *);
/* What stands lowest on it; null when nothing does. */
const struct placed *sheet_last(const struct sheet *);
length sheet_room(const struct sheet *);

/* The room that a frame has above a strip, or below it, when a page begins or ends with that. */
length frame_pad(const struct galley *, const struct strip *, int beside);
/*
 * The strip, or the part of its table, stands on the page that far below what
 * is there; lower is its height.
 */
void sheet_place(struct sheet *, const struct placed *, length above, length height);

/* What stands on it now; at is what comes next. */
struct checkpoint sheet_checkpoint(const struct sheet *, struct position at);
/* Takes back what was placed since then. */
void sheet_go_back(struct sheet *, const struct checkpoint *);

#endif
