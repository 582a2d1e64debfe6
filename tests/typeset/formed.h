/* SPDX-License-Identifier: MIT */
/*
 * A form that fits a page is not broken, nor parted from what leads into it.
 */
#ifndef TESTS_TYPESET_FORMED_H
#define TESTS_TYPESET_FORMED_H

#include "room.h"

/* How many nodes of the tree stand before the end of one. */
static inline int
end_of(const struct node *node)
{
	while (node->last)
		node = node->last;
	return node->index + 1;
}

/*
 * How high all is that stands from a node to the end of another, on all its
 * pages together, with all notes that stand there, theirs or not; LENGTH_MAX
 * where a page is turned.
 */
static inline length
height_of(const struct trial *t, const struct node *from, const struct node *to, int *page_count)
{
	length all = 0;

	*page_count = 0;
	for (int i = t->pages->spots[from->index].page; i >= 0 && i < (int)t->pages->list.count; i++) {
		const struct page *page = &t->pages->list.at[i];
		struct extent lines = { 0 }, notes = { 0 };

		if (page->landscape)
			return LENGTH_MAX;
		for (size_t k = 0; k < page->boxes.count; k++) {
			const struct box *box = &page->boxes.at[k];

			if (box->shows && is_at_foot(box->shows))
				extend(&notes, box);
			else if (box->shows && box->shows->index >= from->index && box->shows->index < end_of(to))
				extend(&lines, box);
		}
		if (lines.bottom == 0)
			break;
		all += lines.bottom - lines.top + notes.bottom - notes.top;
		++*page_count;
	}
	return all;
}

/* The first heading of those that lead into a form, with facts between the last of them and it or without; or null. */
static inline const struct node *
heading_of(const struct node *form)
{
	const struct node *heading = NULL, *sect = form->parent;

	for (const struct node *node = sect->first; node != form; node = node->next)
		if (node->tag == TAG_H && node->look != LOOK_cover_title)
			heading = node;
		else if (node->look != LOOK_theme_facts && node->look != LOOK_front_block)
			heading = NULL;
	while (heading && heading == sect->first && !sect->new_page && sect->parent &&
	    sect->parent->first->tag == TAG_H && sect->parent->first->next == sect &&
	    sect->parent->first->look != LOOK_cover_title) {
		heading = sect->parent->first;
		sect = sect->parent;
	}
	return heading;
}

/* What stands right before a form, in its section. */
static inline const struct node *
before(const struct node *form)
{
	const struct node *last = NULL;

	for (const struct node *node = form->parent->first; node != form; node = node->next)
		last = node;
	return last;
}

/*
 * A form on several pages must be higher than the frame, all in all; with the
 * heading that stands right above it, which would else stand alone.
 */
static inline void
check_form(struct trial *t, const struct node *form)
{
	length frame = t->look->height - t->look->top - t->look->bottom;
	const struct node *lead = before(form), *from = form;
	int pages;

	if (!form->new_page && (!lead || lead->tag == TAG_H) && heading_of(form) &&
	    t->pages->spots[heading_of(form)->index].page == t->pages->spots[form->index].page)
		from = heading_of(form);
	if (height_of(t, from, form, &pages) < frame * 8 / 10 && pages > 1)
		FAULT(t, "the form of node %d is broken, and would fit a page", form->index);
}

/* A form begins on the page of the heading and the facts that lead into it, if that holds all of them. */
static inline void
check_lead_in(struct trial *t, const struct node *form)
{
	length frame = t->look->height - t->look->top - t->look->bottom;
	const struct node *heading = form->new_page ? NULL : heading_of(form);
	int pages;

	if (heading && t->pages->spots[heading->index].page != t->pages->spots[form->index].page &&
	    height_of(t, heading, form, &pages) < frame * 8 / 10)
		FAULT(t, "the heading of node %d stands on the page before its form, node %d",
		    heading->index, form->index);
}

static inline void
check_forms(struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->look == LOOK_form) {
			check_form(t, node);
			check_lead_in(t, node);
		}
}

#endif
