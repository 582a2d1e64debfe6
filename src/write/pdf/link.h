/* SPDX-License-Identifier: MIT */
/*
 * Links to annotations, and what all annotations have.
 */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/making.h"

/* An annotation that was found: its object and its place in the parent tree are made here. */
void annotation_add(struct pdf *, const struct annotation *);
/* What all annotations say: where they stand, what they are part of, and what they are in words. */
void put_annotation(struct buffer *, const struct pdf *, const struct annotation *);

/* Finds where the annotations of all pages stand: one for each line of each link. */
void links_find(struct pdf *);
void links_write(struct pdf *);		/* after tags_number */

#endif
