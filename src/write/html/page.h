/* SPDX-License-Identifier: MIT */
/*
 * What the files of the HTML room share: the page that is being written.
 */
#ifndef WRITE_HTML_PAGE_H
#define WRITE_HTML_PAGE_H

#include "base/buffer.h"
#include "model/edition.h"

struct html {
	struct buffer out;
	const struct tree *tree;
	const struct style *style;
	const struct drawings *drawings;
	const struct node *table;	/* the innermost table that is open, or null */
	/* of its columns: width of what follows the integer part, in characters */
	const int *tails;
	int tail;			/* of the cell that is open; 0: its text is not split */
	/* the node whose own words may be split so that the rest of it follows in the box */
	const struct node *holds_tail;
	bool tail_is_open;
	/* what is known of words that stay together; null at first */
	struct kept_words *kept;
	bool has_tall_cells;	/* the table's part that is open has cells over several rows */
};

/* A node and all below it. */
void put_node(struct html *, const struct node *);
void put_children(struct html *, const struct node *);
/* " id=… lang=… class=…" as the node has them; more classes may be given, or null. */
void put_attributes(struct html *, const struct node *, const char *classes);
/* nothing for the empty value */
void put_attribute(struct html *, const char *name, struct text value);

void put_table(struct html *, const struct node *);
/* By the width that it needs: pairs, or on which screens its rows are cards: cards, broad, wide. */
const char *table_class(struct html *, const struct node *table);
void put_figure(struct html *, const struct node *);
/* The shape of a status or direction, hidden from those who hear: its word stands beside it. */
void put_mark(struct html *, enum mark);
/* The style sheet that the tokens of the style ask for. */
void put_sheet(struct html *);

/* Words of a node, or a part of them, so that no line ends where the table of joins has none. */
void put_kept(struct html *, const struct node *, struct text words);
/* Code points of the longest run of them that no line parts. */
int longest_kept(struct html *, struct text words);

/* Number of code points in front of which a number's tail (fraction, unit) begins; bytes. */
size_t number_tail(struct text);

#endif
