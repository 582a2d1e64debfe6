/* SPDX-License-Identifier: MIT */
/*
 * The RELAX NG schema of the XML spelling.
 */
#ifndef READ_XML_SCHEMA_H
#define READ_XML_SCHEMA_H

#include "model/kinds.h"

/* With some kinds of section alone, by enum section_kind (text among them); null: with all. */
struct text schema_of(struct arena *, const bool *used);

#endif
