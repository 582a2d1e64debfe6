/* SPDX-License-Identifier: MIT */
/*
 * Nodes to chunks: what each block of the tree becomes in a galley, and how
 * far it stands from what is before it.
 */
#ifndef TYPESET_FLOW_H
#define TYPESET_FLOW_H

#include "typeset/galley.h"
#include "typeset/text/inline.h"

enum where { IN_PROSE, IN_CELL, IN_FORM, IN_NOTE };

/* What the next chunk takes; shared by the flows that fill one galley. */
struct upcoming {
	length below;			/* the room that the last one wants below it */
	bool below_rules;		/* it beats what the next one wants above it: a heading's */
	bool new_page;
	struct beside *beside;
	length disc;			/* NO_DISC: none */
};

/* The galley that is being filled, and how its blocks are set. */
struct flow {
	struct typesetter *ts;
	struct galley *galley;
	enum where where;
	enum type_style style;		/* of its words */
	int weight;			/* 0: the style's */
	enum colour colour;		/* NONE: ink */
	enum set_as set;
	length left, right;		/* of prose, from the galley's edges */
	length full_left, full_right;	/* of tables, pictures, captions */
	length paragraph_gap, item_gap;
	bool joins_lines;		/* the end of a line within words is a space */
	const struct frame *frame;
	const struct node *note;
	const struct node *skip;	/* the label of that note: it hangs */
	struct upcoming *next;
};

/* The text of a page: a galley as wide as the frame. */
struct flow flow_of_page(struct typesetter *, struct upcoming *, length width);
/* A cell of a table. */
struct flow flow_of_cell(struct typesetter *, struct upcoming *, struct galley *, enum type_style);

/* One block and all that it holds. */
void flow_node(struct flow *, const struct node *);
/* The children of a node, blocks or words in lines or both. */
void flow_children(struct flow *, const struct node *);
/* Caption of a table or picture; title is its paragraph, for repeating it. */
struct chunk *flow_caption(struct flow *, const struct node *caption);

/* A new chunk at the end of the galley, that far from what stands before it. */
struct chunk *flow_add(struct flow *, enum chunk_kind, const struct node *, length above);
/*
 * A paragraph of the children of a node from *first on, up to the next block;
 * null when it holds nothing.
 */
struct chunk *flow_words(struct flow *, const struct node *, const struct node **first,
    enum type_style, length above);

struct beside *beside_of(struct typesetter *, const struct node *, const struct fount *, length x);
length beside_width(const struct beside *);

/* list.c */
void flow_list(struct flow *, const struct node *);
void flow_note(struct flow *, const struct node *);
void flow_contents(struct flow *, const struct node *);
/* heading.c */
void flow_heading(struct flow *, const struct node *);
/* The style that a heading is set in. */
enum type_style heading_style(const struct typesetter *, const struct node *);
/* The Sect of the appendix that a node stands in, or null. */
const struct node *appendix_of(const struct node *);

#endif
