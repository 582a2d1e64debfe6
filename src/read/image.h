/* SPDX-License-Identifier: MIT */
/*
 * The kind and size of a picture, and whether it can be shown.
 */
#ifndef READ_IMAGE_H
#define READ_IMAGE_H

#include "model/record.h"

/* Fills size and kind from the bytes. Null, or what the author should do; the size is then 0. */
const char *read_image(struct image *);

#endif
