/* SPDX-License-Identifier: MIT */
/*
 * The door of the HTML room: an edition's tree to one self-contained file.
 */
#ifndef WRITE_HTML_HTML_H
#define WRITE_HTML_HTML_H

#include "model/edition.h"

/* The whole document; in the arena. */
struct text html_document(struct arena *, const struct edition *);

#endif
