/* SPDX-License-Identifier: MIT */
/*
 * The words of PDF (ISO 32000-1, 7.3), into a buffer. Lengths, in points/1000,
 * come out as points by buffer_thousandths.
 */
#ifndef WRITE_PDF_SYNTAX_H
#define WRITE_PDF_SYNTAX_H

#include "base/buffer.h"
#include "model/length.h"
#include "write/pdf/object.h"

void put_reference(struct buffer *, const char *key, int number);	/* "/Pg 12 0 R" */
void put_string(struct buffer *, struct text bytes);	/* a literal string of these very bytes */
/* a text string: plain, or UTF-16BE with its mark */
void put_words(struct buffer *, struct text words);
void put_hex(struct buffer *, const unsigned char *, size_t);		/* <0A1B> */
void put_pair(struct buffer *, const char *key, long long value);	/* "/N 12" */
void put_utf16(struct buffer *, uint32_t code_point);	/* two or four bytes, the high one first */

void put_lengths(struct buffer *, const length *, int count);		/* "12.5 40 ", in points */

/* A byte within a literal string. */
static inline void
put_byte(struct buffer *out, char byte)
{
	if (byte == '(' || byte == ')' || byte == '\\')
		buffer_byte(out, '\\');
	if (byte == '\r')
		buffer_string(out, "\\r");
	else
		buffer_byte(out, byte);
}

/*
 * A name tree or a number tree (7.9.6, 7.9.7): entries in the order of their
 * keys, 64 to a leaf. leaves_add takes a key as it is printed, and says where
 * its value is to be printed; leaves_end says the root's object.
 */
struct leaves {
	struct objects *objects;
	const char *kind;		/* "Nums" or "Names" */
	struct buffer entries, first, last, kids;
	int count;
};
struct leaves leaves_begin(struct arena *, struct objects *, const char *kind);
struct buffer *leaves_add(struct leaves *, struct text key);
int leaves_end(struct leaves *);

#endif
