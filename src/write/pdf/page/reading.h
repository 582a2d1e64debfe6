/* SPDX-License-Identifier: MIT */
/*
 * The words of a leaf, read along with what is shown of them. How far a leaf
 * has been read stands in its trace.
 */
#ifndef WRITE_PDF_PAGE_READING_H
#define WRITE_PDF_PAGE_READING_H

#include "write/pdf/making.h"

/* How a word stands in its leaf: not at all, as it is, or all but its last hyphen. */
enum reading { READ_NOT, READ_WHOLE, READ_BROKEN };

/* Reads a word of a leaf. */
enum reading reading_word(struct pdf *, const struct node *leaf, struct text word);
/* Reads the white space before the next word; says whether there is any. */
bool reading_space(struct pdf *, const struct node *leaf);
/* Whether a line end, or white space that no box shows, stands behind a leaf that has been read. */
bool reading_ends(const struct pdf *, const struct node *leaf);

#endif
