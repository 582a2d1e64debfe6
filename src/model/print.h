/* SPDX-License-Identifier: MIT */
/*
 * Every noun can be printed. A document prints as canonical XML, which read
 * reads back to the same model; trees and pages print as plain text. These
 * prints are what `show` gives, what the tests compare, and the document's is
 * the attachment of its PDF.
 */
#ifndef MODEL_PRINT_H
#define MODEL_PRINT_H

#include "base/buffer.h"
#include "model/corpus.h"
#include "model/page.h"
#include "model/picture.h"
#include "model/tree.h"

/*
 * Canonical XML, urn:planpress:1. As written (convert), with comments, and
 * with <place> where a CSV file or a part is placed; else without comments,
 * and with what was placed, so that the print stands alone.
 */
void print_document(struct buffer *, const struct document *, bool as_written);
void print_tree(struct buffer *, const struct tree *);
void print_picture(struct buffer *, const struct picture *, int depth);
void print_pages(struct buffer *, const struct tree *, const struct pages *);

#endif
