/* SPDX-License-Identifier: MIT */
/*
 * Names that are found in running text, the longest first.
 *
 * Text is cut into words: runs of letters and digits, and every other
 * character by itself. Names are equal when their words are, so case, spaces
 * and kinds of dash and quote do not count; nor does a full stop at the end.
 */
#ifndef RESOLVE_LEXICON_H
#define RESOLVE_LEXICON_H

#include "base/array.h"
#include "base/text.h"

struct lexeme {
	struct text folded;
	size_t from, to;		/* bytes of the text that it was cut from */
	bool begins_line;		/* the first after a line end */
};
ARRAY(struct lexeme, lexemes);

/* The words of a text; white space and line ends are none. */
struct lexemes words_of(struct arena *, struct text);

struct lexicon;

struct lexicon *lexicon_new(struct arena *);
/*
 * What a name stands for, for reading and writing until the next call; null
 * when it is new. A name without words is nothing: null instead of a place.
 * One that is not to be suggested is found by its own words alone.
 */
void **lexicon_at(struct lexicon *, struct text name, bool suggest);
void *lexicon_find(const struct lexicon *, struct text name);	/* null when it is none */

/*
 * The longest name that begins words: how many of them it takes, and what it
 * stands for; 0 when none begins there.
 */
size_t lexicon_match(const struct lexicon *, const struct lexeme *words, size_t count,
    void **means);

/*
 * What the name nearest to words stands for, within so many edits (at most 2);
 * null when there is none; of several that whose beginning is most alike.
 */
void *lexicon_nearest(const struct lexicon *, struct text words, int edits);
/* How many edits a slip of the pen can be: two, in short words one, in the shortest none. */
int slips_allowed(struct text words);

#endif
