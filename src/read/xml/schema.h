/* SPDX-License-Identifier: MIT */
#ifndef READ_XML_SCHEMA_H
#define READ_XML_SCHEMA_H

#include "model/kinds.h"

/* The schema with only some kinds of section, by enum section_kind; null: all. text must be among them. */
struct text schema_of(struct arena *, const bool *used);

#endif
