/* SPDX-License-Identifier: MIT */
/*
 * Pages: what follows what in the document, and how it fills them.
 */
#ifndef TYPESET_PAGE_H
#define TYPESET_PAGE_H

#include "typeset/flow.h"
#include "typeset/note.h"

/* What one block of the flow becomes; set once, and again when a page number in it changes. */
struct portion {
	const struct node *node;
	struct galley *galley;
	struct upcoming before;		/* what its first chunk took */
	int form;			/* counted from 1; 0: it is of no form */
	int leads_into;			/* the form that a heading, or facts, lead into; else 0 */
	bool is_cover;			/* a page of its own */
	bool landscape, new_page;
	bool wants_room;		/* a heading of the first rank: under it is what it heads */
	bool has_page_of;
};
ARRAY(struct portion, portions);

/* The frame of the text on a page. */
struct frame_place { length x, y, width, height; };
struct frame_place page_frame(const struct tokens *, bool landscape);

/* The portions of the tree, not yet set. */
void find_portions(struct typesetter *, struct portions *);
/*
 * Sets those that are not set, or whose page numbers may have changed. No note
 * stands on a page then.
 */
void set_portions(struct typesetter *, struct portions *);
/*
 * The height of the portions of a form from that one on, as if on one page,
 * with the notes that it brings to the foot; shared: by two of them, which
 * are closer.
 */
length form_height(struct typesetter *, const struct portions *, size_t first, bool is_shared);
/* The first portion of the form that follows at once, or the count of all when none does. */
size_t next_form(const struct portions *, size_t first);
/* Fills pages with all portions; boxes and spots are made anew. */
void fill_pages(struct typesetter *, const struct portions *);

#endif
