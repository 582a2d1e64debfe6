/* SPDX-License-Identifier: MIT */
/*
 * The XML spelling.
 */
#ifndef READ_XML_XML_H
#define READ_XML_XML_H

#include "read/include.h"

/*
 * The kind of document (enum document_kind) that a file's first element names;
 * -1 for none. No more is read.
 */
int xml_kind(struct text bytes);

/*
 * The document of the reading, from the bytes of its file: kind, style (by
 * take_style, before the facts), facts, sections, notes. What it places is
 * read by place_file.
 */
void read_xml(struct reading *, const char *file, struct text bytes);

/* The body of a part, as the children of a block BLOCK_PLACE. */
void read_xml_part(const struct reading *, const struct under *, const char *file,
    struct text bytes, struct block *place);

#endif
