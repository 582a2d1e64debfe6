/* SPDX-License-Identifier: MIT */
/*
 * Images to XObjects; one that is shown twice is there once.
 */
#ifndef WRITE_PDF_PAGE_IMAGE_H
#define WRITE_PDF_PAGE_IMAGE_H

#include "write/pdf/making.h"

/* The object of an image. One that PDF/A cannot hold ends the program: read lets none through. */
int image_object(struct pdf *, const struct image *);
bool image_has_alpha(const struct pdf *, const struct image *);	/* after image_object */

#endif
