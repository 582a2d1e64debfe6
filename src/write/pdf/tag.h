/* SPDX-License-Identifier: MIT */
/*
 * The tag tree of the PDF: the tree, element by element.
 */
#ifndef WRITE_PDF_TAG_H
#define WRITE_PDF_TAG_H

#include "write/pdf/making.h"

/*
 * Which nodes have elements, and their objects; after the pages are drawn and
 * the links are found.
 */
void tags_number(struct pdf *);
/* After tags_number; says the structure tree root's object. */
int tags_write(struct pdf *);

#endif
