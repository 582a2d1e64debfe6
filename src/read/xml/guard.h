/* SPDX-License-Identifier: MIT */
/*
 * What is asked of the bytes of a file before they are parsed.
 */
#ifndef READ_XML_GUARD_H
#define READ_XML_GUARD_H

#include "base/text.h"

/* The offset of the first tag with more attributes than any has; the length when there is none. */
size_t find_crowded_tag(struct text bytes);
/* Does the first line say that the file is in another encoding than UTF-8? */
bool names_other_encoding(struct text bytes);

#endif
