/* SPDX-License-Identifier: MIT */
/*
 * The room of the PDF: the tree and the pages of an edition to one file that
 * is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, or in PDF 2.0
 * PDF/A-4f (ISO 19005-4) and PDF/UA-2 (ISO 14289-2); the same bytes on every run.
 */
#ifndef WRITE_PDF_PDF_H
#define WRITE_PDF_PDF_H

#include "model/edition.h"

/* The bytes live in the arena. What cannot be written right ends the program. */
struct text pdf_of_edition(struct arena *, const struct edition *);

#endif
