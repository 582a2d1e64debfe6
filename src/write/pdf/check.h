/* SPDX-License-Identifier: MIT */
/*
 * Whether a PDF in the making says what its tree says.
 */
#ifndef WRITE_PDF_CHECK_H
#define WRITE_PDF_CHECK_H

#include "write/pdf/making.h"

/* Nodes stand in each other as structure elements may; before anything is drawn. */
void check_nesting(const struct pdf *);
/* The words of the tree are all on the pages, once and in order; after the pages are drawn. */
void check_words(const struct pdf *);

#endif
