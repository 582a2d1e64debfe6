/* SPDX-License-Identifier: MIT */
/*
 * Words laid out for reading values: small letters, every dash "-", every
 * space and run of spaces one " ", none at the ends. Each byte knows where it
 * came from. What is longer than a value can be is not scanned.
 */
#ifndef READ_VALUE_SCAN_H
#define READ_VALUE_SCAN_H

#include "read/value.h"

enum { SCAN_LIMIT = 500 };

struct scan {
	char s[SCAN_LIMIT + 2];			/* ends in a zero byte */
	uint16_t from[SCAN_LIMIT + 2];		/* the byte of source that each came from */
	size_t length, at;
	struct text source;
};

/* False when the words are empty or too long; the scan then is empty. */
bool scan_begin(struct scan *, struct text);
/* Blocks as one line for scanning: a note's mark and a line end are a space. */
struct text scan_words(struct arena *, const struct block *);
/* Where a byte of those words stands in the source of the document. */
struct place scan_place(const struct block *, size_t offset, struct place otherwise);

bool scan_is_end(struct scan *);		/* nothing but a space is left */
void scan_space(struct scan *);
char scan_next(const struct scan *);		/* the byte at hand; 0 at the end */
bool scan_take(struct scan *, const char *);	/* these bytes */
/* These words, in small letters, after a space or none, with no letter or digit after them. */
bool scan_phrase(struct scan *, struct text);
/* Takes from least to most digits, and no more stand there; -1 otherwise. */
int scan_number(struct scan *, int least, int most);
bool is_letter(char);				/* a to z, and all bytes beyond ASCII */
/* The author's words from one byte of the scan to another. */
struct text scan_text(const struct scan *, size_t from, size_t to);
/* The word that begins at a byte: up to the next space. */
struct text scan_token(const struct scan *, size_t at);

#endif
