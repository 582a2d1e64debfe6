/* SPDX-License-Identifier: MIT */
/*
 * The kind and size of a picture, from the head of its file.
 */
#ifndef READ_IMAGE_H
#define READ_IMAGE_H

#include "model/record.h"

/* Fills size and kind from the bytes; false when they are no PNG or JPEG. */
bool read_image_size(struct image *);

#endif
