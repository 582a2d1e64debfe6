/* SPDX-License-Identifier: MIT */
/*
 * What stands around the text of every page, and is no part of it: running
 * head and foot, the word "Draft", the bar of an exempt document. All of it is
 * an artifact. It is drawn when the pages are known, for the foot says how
 * many there are, and the head in which section a page begins.
 */
#include "typeset/page.h"

#include "typeset/text/inline.h"

enum { RULE = 400, DRAFT_SIZE = POINTS(54), DRAFT_TURN = 325, BASE = 780 };

static length
words_width(const struct para *para)
{
	return para->lines.count ? para->lines.at[0].width : 0;
}

/* Words in one line, as narrow as need be: what does not fit is left to the width it has. */
static struct para *
run_words(struct typesetter *ts, enum colour colour, struct text words)
{
	struct fount fount = fount_of(ts, STYLE_RUN);
	struct para *para;

	fount.colour = colour;
	para = para_of_words(ts, &fount, words);
	para_break(ts, para, &(struct measure){ .width = POINTS(10000) });
	return para;
}

/* ---- the head ---- */

/* The heading whose section a page begins in: the one before its first words, or a first heading of the first rank. */
static const struct node *
section_of(const struct typesetter *ts, const struct node *const *headings, size_t count, int page)
{
	const struct node *found = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct spot *spot = &ts->pages->spots[headings[i]->index];

		if (spot->page > page || spot->page < 0)
			break;
		if (spot->page < page)
			found = headings[i];
		else if (!found || (heading_style(ts, headings[i]) == STYLE_H1 && spot->y <= ts->look->top + POINTS(24)))
			return headings[i];
		else
			break;
	}
	return found;
}
