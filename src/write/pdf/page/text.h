/* SPDX-License-Identifier: MIT */
/*
 * Lines of words to text operators.
 */
#ifndef WRITE_PDF_PAGE_TEXT_H
#define WRITE_PDF_PAGE_TEXT_H

#include "write/pdf/page/content.h"

void text_begin(struct canvas *);
void text_show(struct canvas *, const struct box *);	/* within text_begin and text_end */
void text_end_line(struct canvas *);	/* before any operator but those that show text */
void text_end(struct canvas *);				/* nothing to do outside a text object */

#endif
