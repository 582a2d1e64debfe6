/* SPDX-License-Identifier: MIT */
/*
 * What Markdown makes of a passage: cmark's tree as one of our own, so that
 * one file alone knows cmark.
 */
#ifndef READ_TEXT_SYNTAX_H
#define READ_TEXT_SYNTAX_H

#include "model/record.h"

enum syntax_kind {
	SYNTAX_DOCUMENT, SYNTAX_PARAGRAPH, SYNTAX_HEADING, SYNTAX_LIST, SYNTAX_ITEM, SYNTAX_QUOTE,
	SYNTAX_CODE_BLOCK, SYNTAX_HTML_BLOCK, SYNTAX_RULE, SYNTAX_TABLE, SYNTAX_ROW, SYNTAX_CELL,
	SYNTAX_TEXT, SYNTAX_SOFT_BREAK, SYNTAX_BREAK, SYNTAX_CODE, SYNTAX_HTML,
	SYNTAX_EMPHASIS, SYNTAX_STRONG, SYNTAX_LINK, SYNTAX_IMAGE
};

struct syntax {
	enum syntax_kind kind;
	int line, end_line;		/* of a block, from 0 */
	int level;			/* of a heading */
	int start;			/* of an ordered list */
	int columns;			/* of a table */
	bool ordered, tight, underlined;	/* lists; a heading by underlining */
	struct text words;		/* of a leaf, still masked */
	struct text address, title;	/* of a link or image, still masked */
	struct syntax *first, *next;
	enum align *aligns;
};

/*
 * Before cmark sees a passage: tables that it would make too large, and
 * nesting that it would make too deep, are reported and hidden.
 */
struct passage;
void check_growth(struct passage *);

/*
 * The tree of a text. deep is the line (from 0) of what is nested too deep to
 * be kept, else -1; the manuscript's parse() reports it.
 */
struct syntax *read_syntax(struct arena *, struct text masked, int *deep);

#endif
