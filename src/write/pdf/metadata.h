/* SPDX-License-Identifier: MIT */
/*
 * What the file says of itself: its metadata, its colours, its source.
 */
#ifndef WRITE_PDF_METADATA_H
#define WRITE_PDF_METADATA_H

#include "write/pdf/making.h"

int metadata_write(struct pdf *);	/* the XMP packet */
/* the document information dictionary, which says the same; 0: none */
int info_write(struct pdf *);
int intent_write(struct pdf *);		/* the output intent: sRGB */
int source_write(struct pdf *, const struct source *);	/* its file specification */

#endif
