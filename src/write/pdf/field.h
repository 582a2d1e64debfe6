/* SPDX-License-Identifier: MIT */
/*
 * Fields for signatures.
 */
#ifndef WRITE_PDF_FIELD_H
#define WRITE_PDF_FIELD_H

#include "write/pdf/making.h"

/* Finds where the fields stand; before tags_number. */
void fields_find(struct pdf *);
/* Writes them; says the form's object, 0 when there are none. After tags_number. */
int fields_write(struct pdf *);

#endif
