/* SPDX-License-Identifier: MIT */
/*
 * Links to annotations.
 */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/making.h"

/* Adds the annotations of all pages: one for each line of each link. */
void links_add(struct pdf *);

#endif
