/* SPDX-License-Identifier: MIT */
/*
 * Words to glyphs. A word is shaped once for each font, language and
 * direction, and all who show it share the result.
 */
#ifndef TYPESET_TEXT_SHAPE_H
#define TYPESET_TEXT_SHAPE_H

#include "model/page.h"
#include "typeset/text/font.h"
#include "model/joins.h"

/* A word and the spaces after it: one part for each face that it takes, in the order of reading. */
struct letters {
	struct text words;
	const struct shaped *const *parts;
	int count;
	int32_t advance;	/* of all, 1/1000 em */
	int32_t space;		/* of the spaces at its end, which it holds */
	struct sorts sorts;	/* for the joins */
	uint32_t missing;	/* a character that no face has; 0: none */
};

struct shaper;

/* The faces' files are opened as they are needed; one that is not there ends the program. */
struct shaper *shaper_open(struct arena *, const struct style *, struct diag *);
void shaper_close(struct shaper *);

/* A number for a family and weight, for shape_word. */
int shaper_font(struct shaper *, enum family, int weight);
/* A number for a BCP 47 tag. */
int shaper_language(struct shaper *, struct text tag);

/* words are copied when they are new; they hold 1 to 65,535 bytes. */
const struct letters *shape_word(struct shaper *, int font, int language, bool backwards,
    struct text words);

/* Where the cluster at a byte of a word ends: what stands there cannot be parted. */
size_t letters_next(const struct letters *, size_t at);

/* The advance of the bytes from one to another, without the spaces at the end of the word. */
int32_t letters_span(const struct letters *, size_t from, size_t to);

/* The faces that were used, in order of first use: shaped.face is a place among them. */
const struct face **shaper_faces(const struct shaper *, int *count);
/* How many words were shaped. */
int shaper_count(const struct shaper *);

#endif
