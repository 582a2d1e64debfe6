/* SPDX-License-Identifier: MIT */
/*
 * What a structure element is and says of itself.
 */
#ifndef WRITE_PDF_ATTRIBUTE_H
#define WRITE_PDF_ATTRIBUTE_H

#include "write/pdf/making.h"

/* A standard structure type, of the namespace of PDF 2.0 or of that of 1.7. */
struct element_type { const char *name; bool is_of_2; };

struct element_type type_of(const struct pdf *, const struct trace *);

/* What its node says; `page` is that of its first mark, -1: it has none. */
void attributes_put(struct buffer *body, struct pdf *, const struct node *, int page);
/* A note's name, which it has in any case (ISO 14289-1, 7.9). */
struct text note_id(const struct pdf *, const struct node *note);

#endif
