/* SPDX-License-Identifier: MIT */
/*
 * The second gate: the schema.
 */
#ifndef READ_XML_GATE_H
#define READ_XML_GATE_H

#include "read/xml/element.h"

/*
 * Validates well-formed XML, whose elements are given, against the schema;
 * what it does not allow is reported (not_in_schema) with its line. Files of
 * more than 512 KB are left to our own reading.
 */
void check_schema(struct arena *, struct diag *, const char *file, struct text bytes,
    const struct element *root);

#endif
