/* SPDX-License-Identifier: MIT */
/*
 * Lines of words to text operators.
 */
#ifndef WRITE_PDF_PAGE_TEXT_H
#define WRITE_PDF_PAGE_TEXT_H

#include "write/pdf/page/content.h"

/* Shows a box's words, within pen_begin and pen_end. */
void text_show(struct canvas *, const struct box *);

#endif
