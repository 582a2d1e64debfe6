/* SPDX-License-Identifier: MIT */
/* Lookups of GSUB and GPOS as rules for plain words. */
#ifndef TYPESET_TEXT_PLAIN_RULE_H
#define TYPESET_TEXT_PLAIN_RULE_H

#include "typeset/text/plain/opentype.h"

enum rule_kind {
	RULE_OPAQUE,		/* what it does is HarfBuzz's to know */
	RULE_SINGLE,		/* a glyph for a glyph */
	RULE_CHAIN,		/* the same, where the glyphs around it ask for it */
	RULE_PAIR,		/* the room behind the first of two glyphs */
};

struct rule {
	enum rule_kind kind;
	struct lookup lookup;
	struct sfnt layout;	/* the whole table */
	int extension;		/* its type of lookups that are elsewhere */
	int context;		/* the first of its two types of contexts */
};

struct rule substitution_rule(struct sfnt gsub, int number);
struct rule position_rule(struct sfnt gpos, int number);

/* Whether a lookup may begin at a glyph, whatever follows: never falsely no. */
bool rule_covers(const struct rule *, int glyph);
/* The same of a substitution that covers the glyph, when another, or NO_GLYPH, follows. */
bool rule_may_begin(const struct rule *, int glyph, int next);

/* Substitutes in each of count glyphs in turn: of single and chain rules. */
void rule_substitute(const struct rule *, uint16_t *glyphs, int count);
/* What a pair rule adds to the advance of the first, in the face's units. */
int rule_kern(const struct rule *, int glyph, int next);

#endif
