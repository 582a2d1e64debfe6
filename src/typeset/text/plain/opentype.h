/* SPDX-License-Identifier: MIT */
/*
 * The tables of OpenType layout, as far as words need them that HarfBuzz need
 * not see (plain.h). What lies outside a table reads as nothing: zeros, and
 * glyphs that no coverage has.
 */
#ifndef TYPESET_TEXT_PLAIN_OPENTYPE_H
#define TYPESET_TEXT_PLAIN_OPENTYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes from the beginning of a table, or of a part of one, to the end of the whole. */
struct sfnt { const unsigned char *s; size_t length; };

/* A lookup of GSUB or GPOS; parts of lookups by extension are read as what they extend. */
struct lookup { struct sfnt at; int type, flag, parts; };

enum { NO_GLYPH = 0xFFFF, IGNORE_BASES = 2 };	/* a lookup's flag */

int sfnt_16(struct sfnt, size_t at);
/* What begins at the offset that is written at a place; offset 0 is nothing. */
struct sfnt sfnt_at(struct sfnt, size_t place);

/* extension: the type of those lookups whose parts stand elsewhere, 7 in GSUB and 9 in GPOS. */
struct lookup lookup_read(struct sfnt layout, int number, int extension);
struct sfnt lookup_part(const struct lookup *, int part, int extension);

/* The place of a glyph in a coverage, or -1. */
int coverage_find(struct sfnt coverage, int glyph);
int class_find(struct sfnt classes, int glyph);

#endif
