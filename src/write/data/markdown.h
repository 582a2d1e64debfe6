/* SPDX-License-Identifier: MIT */
/*
 * Within the room: the model as Markdown that reads back to the same model.
 * What is written begins where the line stands, and ends without a line end.
 */
#ifndef WRITE_DATA_MARKDOWN_H
#define WRITE_DATA_MARKDOWN_H

#include "base/buffer.h"
#include "model/corpus.h"
#include "model/style.h"

struct markdown {
	struct buffer out;
	const struct document *document;
	struct text indent;		/* before each line but the first of an item */
	/* of a table, of its head, a heading: what must be escaped there */
	bool in_cell, in_head, in_heading;
	bool line_start;		/* running text: nothing of the block is written yet */
	bool spaced, gap;		/* running text: no space may follow; one is due */
	bool bracketed;			/* the last was a name or note in brackets */
	int emphasis;			/* how deep */
	const struct block *above;	/* the list that the next blocks follow, or null */
};

/* ---- markdown.c ---- */

void markdown_line(struct markdown *);			/* a new line */
void markdown_gap(struct markdown *);	/* an empty line, unless nothing is written yet */
/* longer; undone by setting indent back */
void markdown_indent(struct markdown *, const char *by);
void markdown_hang(struct markdown *, size_t width);	/* by as many spaces, up to 16 */

/* ---- spans.c ---- */

/* Running text of one block; words as they are, without what would be marks. */
void markdown_spans(struct markdown *, const struct span *);
void markdown_words(struct markdown *, struct text);
/* "(address)" of a link or picture, with its title. */
void markdown_address(struct markdown *, struct text address, struct text title);

/* ---- blocks.c ---- */

/*
 * Blocks up to another (null: all), with an empty line between them, or none
 * where they are tight.
 */
void markdown_blocks(struct markdown *, const struct block *, const struct block *to, bool tight);
/* Blocks as one line: what would stand below is parted by <br>. */
void markdown_inline(struct markdown *, const struct block *);
/* A cell of a table with the bar behind it. */
void markdown_cell(struct markdown *, const struct block *);

/* ---- sections.c ---- */

/* section: null at the top */
void markdown_content(struct markdown *, const struct section *, const struct block *);
/* The label of a value, with period, remark and language, as it is read again. */
void markdown_label(struct markdown *, const struct value *, enum record_kind,
    const struct section *);

/* ---- rows.c ---- */

/*
 * The records and group heads from a block on that stand in one table; the
 * last of them is returned.
 */
const struct block *markdown_rows(struct markdown *, const struct section *,
    const struct block *first);
/* Would the records in rows lose something in cells? Then headings hold them better. */
bool markdown_wants_fields(const struct section *);

#endif
