/* SPDX-License-Identifier: MIT */
/*
 * A paragraph that runs from right to left: its lines begin at the right edge
 * of prose, and of two words of its own letters in a line, the one that is read
 * first stands further right.
 */
#ifndef TESTS_TYPESET_BACKWARD_H
#define TESTS_TYPESET_BACKWARD_H

#include "room.h"

static inline bool
runs_backwards(const struct node *block)
{
	return block->tag == TAG_P && block->parent->tag == TAG_SECT && block->look == LOOK_plain &&
	    (text_is(block->language, "he") || text_is(block->language, "ar"));
}

/* Letters of Hebrew or Arabic (U+0590 to U+06FF) alone: figures among them run to the right. */
static inline bool
has_backward_letters(const struct box *box)
{
	for (int i = 0; i < box->piece_count; i++) {
		struct text words = box->pieces[i].shaped->words;

		for (size_t k = 0; k < words.length; k++) {
			unsigned char c = (unsigned char)words.s[k];

			if (c != ' ' && c < 0x80)
				return false;
			if (c >= 0xC0 && (c < 0xD6 || c > 0xDB))
				return false;
			/* U+0660 to U+0669, U+066A: figures and their sign */
			if (c == 0xD9 && k + 1 < words.length && (unsigned char)words.s[k + 1] >= 0xA0 &&
			    (unsigned char)words.s[k + 1] <= 0xAA)
				return false;
		}
	}
	return box->piece_count > 0;
}

/* The right end of prose. */
static inline length
prose_edge(const struct trial *t)
{
	const struct tokens *look = t->look;

	return look->left + look->hang + (t->is_flat ? look->space[SPACE_numbered_measure] : look->measure);
}

static inline void
check_backward_line(struct trial *t, const struct set_line *line)
{
	const struct box *last = NULL;
	length right = 0;

	for (array_each(const struct box, box, &t->pages->list.at[line->page].boxes)) {
		if (box->kind != BOX_TEXT || !box->shows || block_of(box->shows) != line->block ||
		    !is_of_line(line, line->page, line->block, box))
			continue;
		right = box->x + box->width > right ? box->x + box->width : right;
		if (!has_backward_letters(box))
			continue;
		if (last && box->x + box->width > last->x + SLACK)
			FAULT(t, "page %zu: what is read at %d of node %d stands right of what is read before it, at %d",
			    line->page + 1, box->x, line->block->index, last->x);
		last = box;
	}
	if (right > prose_edge(t) + SLACK || right < prose_edge(t) - SLACK)
		FAULT(t, "page %zu: a line of node %d begins at %d, not at the right edge", line->page + 1,
		    line->block->index, right);
}

static inline void
check_backwards(struct trial *t)
{
	for (array_each(const struct set_line, line, &t->lines))
		if (runs_backwards(line->block))
			check_backward_line(t, line);
}

#endif
