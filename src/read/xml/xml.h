/* SPDX-License-Identifier: MIT */
/*
 * The XML spelling.
 */
#ifndef READ_XML_XML_H
#define READ_XML_XML_H

#include "read/include.h"

/*
 * The document of the reading, from the bytes of its file: kind, style (by
 * take_style, before the facts), facts, sections, notes. What it places is
 * read by place_file.
 */
void read_xml(struct reading *, const char *file, struct text bytes);

#endif
