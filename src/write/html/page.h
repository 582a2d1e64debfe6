/* SPDX-License-Identifier: MIT */
/*
 * What the files of the HTML room share: the page that is being written.
 */
#ifndef WRITE_HTML_PAGE_H
#define WRITE_HTML_PAGE_H

#include "base/buffer.h"
#include "model/edition.h"

/* A cell that reaches down into the row that is open, and how many rows further. */
struct tall { const struct node *cell; int rows; };

/* The table that is open. */
struct open_table {
	const struct node *node;
	const int *columns;	/* where cells begin, by their places in the tree behind it */
	const int *tails;	/* by column: characters of the widest behind an integer part */
	struct tall *tall;	/* by column, of the part that is open */
};

struct html {
	struct buffer out;
	const struct tree *tree;
	const struct style *style;
	const struct drawings *drawings;
	struct open_table table;	/* the innermost one */
	int tail;			/* of the cell that is open; 0: its text is not split */
	/* the node whose own words may be split so that the rest of it follows in the box */
	const struct node *holds_tail;
	bool tail_is_open;
	/* what is known of words that stay together; null at first */
	struct kept_words *kept;
};

/* The column of the open table in which a cell begins. */
static inline int
column_of(const struct html *html, const struct node *cell)
{
	return html->table.columns[cell->index - html->table.node->index];
}

/* A node and all below it. */
void put_node(struct html *, const struct node *);
void put_children(struct html *, const struct node *);
/* " id=… lang=… class=…" as the node has them; more classes may be given, or null. */
void put_attributes(struct html *, const struct node *, const char *classes);
/* nothing for the empty value */
void put_attribute(struct html *, const char *name, struct text value);

void put_table(struct html *, const struct node *);
/* Of the open table, by the width that it needs: pairs, or cards where it is too wide. */
const char *table_class(struct html *);
void put_figure(struct html *, const struct node *);
/* The shape of a status or direction, hidden from those who hear: its word stands beside it. */
void put_mark(struct html *, enum mark);
/* The style sheet that the tokens of the style ask for. */
void put_sheet(struct html *);

/* Words of a node, or a part of them, so that no line ends where the table of joins has none. */
void put_kept(struct html *, const struct node *, struct text words);
/* The width of the longest run of them that no line parts, in tenths of a small letter. */
int longest_kept(struct html *, struct text words);

/* Number of code points in front of which a number's tail (fraction, unit) begins; bytes. */
size_t number_tail(struct text);

#endif
