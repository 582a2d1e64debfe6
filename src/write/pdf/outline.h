/* SPDX-License-Identifier: MIT */
/*
 * Ways into the document: bookmarks, page labels, named destinations.
 */
#ifndef WRITE_PDF_OUTLINE_H
#define WRITE_PDF_OUTLINE_H

#include "write/pdf/making.h"

/* The entry of a link or bookmark that leads to a node that stands on a page; after tags_number. */
void destination_put(struct buffer *, const struct pdf *, const struct node *);

int outline_write(struct pdf *);	/* the outline's object; 0 when there are no headings */
int labels_write(struct pdf *);		/* the number tree of page labels */
int destinations_write(struct pdf *);	/* the name tree of destinations; 0 when there are none */

#endif
