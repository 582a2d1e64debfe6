/* SPDX-License-Identifier: MIT */
#ifndef READ_XML_GUARD_H
#define READ_XML_GUARD_H

#include "base/text.h"

/* The offset of the first tag with more attributes than any has; the length when there is none. */
size_t find_crowded_tag(struct text bytes);

#endif
