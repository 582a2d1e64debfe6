/* SPDX-License-Identifier: MIT */
/*
 * Links to annotations.
 */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/making.h"

/* Finds where the annotations of all pages stand: one for each line of each link. */
void links_find(struct pdf *);
void links_write(struct pdf *);		/* after tags_number */

#endif
