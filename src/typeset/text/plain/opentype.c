/* SPDX-License-Identifier: MIT */
/*
 * Bytes to numbers: the common table formats of the OpenType specification 1.9
 * (OFF, ISO/IEC 14496-22:2019, 6.2). All numbers are big-endian.
 */
#include "typeset/text/plain/opentype.h"

int
sfnt_16(struct sfnt table, size_t at)
{
	return table.length >= 2 && at <= table.length - 2 ? table.s[at] << 8 | table.s[at + 1] : 0;
}

static struct sfnt
skip(struct sfnt table, size_t offset)
{
	if (offset == 0 || offset >= table.length)
		return (struct sfnt){ 0 };
	return (struct sfnt){ table.s + offset, table.length - offset };
}

struct sfnt
sfnt_at(struct sfnt table, size_t place)
{
	return skip(table, (size_t)sfnt_16(table, place));
}

/* ---- lookups ---- */

static struct sfnt
extended(struct sfnt part)
{
	return skip(part, (size_t)sfnt_16(part, 4) << 16 | (size_t)sfnt_16(part, 6));
}

struct lookup
lookup_read(struct sfnt layout, int number, int extension)
{
	struct sfnt list = sfnt_at(layout, 8);
	struct lookup lookup = { .at = sfnt_at(list, 2 + 2 * (size_t)number) };

	lookup.type = sfnt_16(lookup.at, 0);
	lookup.flag = sfnt_16(lookup.at, 2);
	lookup.parts = sfnt_16(lookup.at, 4);
	if (lookup.type == extension)	/* all parts extend the same type (6.3.3.3.9) */
		lookup.type = sfnt_16(sfnt_at(lookup.at, 6), 2);
	return lookup;
}

struct sfnt
lookup_part(const struct lookup *lookup, int part, int extension)
{
	struct sfnt found = sfnt_at(lookup->at, 6 + 2 * (size_t)part);

	return sfnt_16(lookup->at, 0) == extension ? extended(found) : found;
}

/* ---- coverage and classes ---- */

/* The place among count rows of a size, sorted by the glyphs first to last of each, or -1. */
static int
find_row(struct sfnt rows, int count, size_t size, size_t last, int glyph)
{
	int low = 0, high = count;

	while (low < high) {
		int middle = low + (high - low) / 2;
		size_t row = size * (size_t)middle;

		if (glyph < sfnt_16(rows, row))
			high = middle;
		else if (glyph > sfnt_16(rows, row + last))
			low = middle + 1;
		else
			return row + size <= rows.length ? middle : -1;
	}
	return -1;
}

int
coverage_find(struct sfnt coverage, int glyph)
{
	struct sfnt rows = skip(coverage, 4);
	int count = sfnt_16(coverage, 2), format = sfnt_16(coverage, 0), row;
	size_t at;

	if (format == 1)
		return find_row(rows, count, 2, 0, glyph);
	row = format == 2 ? find_row(rows, count, 6, 2, glyph) : -1;
	if (row < 0)
		return -1;
	at = 6 * (size_t)row;
	return sfnt_16(rows, at + 4) + glyph - sfnt_16(rows, at);
}

int
class_find(struct sfnt classes, int glyph)
{
	int format = sfnt_16(classes, 0), row;

	if (format == 1) {
		int place = glyph - sfnt_16(classes, 2);

		return place < 0 || place >= sfnt_16(classes, 4) ? 0 :
		    sfnt_16(classes, 6 + 2 * (size_t)place);
	}
	row = format == 2 ? find_row(skip(classes, 4), sfnt_16(classes, 2), 6, 2, glyph) : -1;
	return row < 0 ? 0 : sfnt_16(classes, 4 + 6 * (size_t)row + 4);
}
