/* SPDX-License-Identifier: MIT */
/*
 * What must be true of the pages of any tree:
 *
 * nothing stands outside its frame, no two texts on each other and no rule
 * through words; every word stands once, and what is repeated is an artifact;
 * no heading and no group's head ends a page, and no sum begins one; on each
 * page of a table stand its caption, the heads of the columns that are shown
 * there, the head of the group that goes on and the heads of rows that go on;
 * notes stand on the page of their mark; a form that fits a page is not broken,
 * nor parted from what leads into it;
 * what is read first is drawn first, and in a paragraph that runs from right to
 * left it stands further right; what does not settle is told.
 */
#ifndef TESTS_TYPESET_LAWS_H
#define TESTS_TYPESET_LAWS_H

#include "backward.h"
#include "formed.h"
#include "model/messages.h"
#include "noted.h"
#include "tabled.h"

static inline bool
has_cover(const struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->look == LOOK_cover)
			return true;
	return false;
}

/* ---- nothing outside its frame ---- */

/* One letter or ligature, which nothing can part: where its place is narrower still, that is reported. */
static inline bool
is_least(const struct trial *t, const struct box *box)
{
	if (box->kind != BOX_TEXT || box->piece_count != 1 ||
	    box->pieces[0].shaped->glyph_count - text_ends(box->pieces[0].shaped->words, " ") != 1)
		return false;
	for (array_each(const struct report, report, &t->diag->reports))
		if (report->message == &message_over_full)
			return true;
	return false;
}

static inline void
check_frame(struct trial *t, size_t number, const struct page *page, const struct box *box)
{
	bool is_cover = number == 0 && has_cover(t);
	length left = is_cover || box->artifact ? 0 : t->look->left - SLACK;
	length top = is_cover || box->artifact ? 0 : t->look->top - POINTS(5);
	length right = page->width - (is_cover || box->artifact ? 0 : t->look->right - SLACK);
	length bottom = page->height - (is_cover || box->artifact ? 0 : t->look->bottom - SLACK);
	length y = box->y - (box->kind == BOX_TEXT ? box->height * 78 / 100 : 0);

	if (is_cover && box->kind != BOX_TEXT)
		return;		/* it bleeds */
	if ((box->x < left || box->x + box->width > right) && !is_least(t, box))
		FAULT(t, "page %zu: ink from %d to %d beside the frame", number + 1, box->x,
		    box->x + box->width);
	if (y < top || y + box->height > bottom)
		FAULT(t, "page %zu: ink from %d to %d above or below the frame", number + 1, y,
		    y + box->height);
}

static inline void
check_frames(struct trial *t)
{
	for (size_t i = 0; i < t->pages->list.count; i++) {
		const struct page *page = &t->pages->list.at[i];

		for (size_t k = 0; k < page->boxes.count; k++)
			if (!page->boxes.at[k].turn)
				check_frame(t, i, page, &page->boxes.at[k]);
	}
}

/* ---- nothing on words ---- */

static inline int
by_top(const void *a, const void *b)
{
	const struct box *const *one = a, *const *two = b;

	return ((*one)->y > (*two)->y) - ((*one)->y < (*two)->y);
}

/* Letters fill less than their line box: half of it must be free of others. */
static inline bool
overlaps(const struct box *a, const struct box *b)
{
	length a_top = a->y - a->height / 2, b_top = b->y - b->height / 2;

	return a->x + 50 < b->x + b->width && b->x + 50 < a->x + a->width && a_top < b->y &&
	    b_top < a->y;
}

/* A rule, or a picture, through the letters of a text. */
static inline bool
strikes(const struct box *ink, const struct box *words)
{
	bool is_ground = ink->colour == COLOUR_tint || ink->colour == COLOUR_tint2;
	bool is_rule = ink->kind == BOX_FILL && !is_ground &&
	    (ink->height < POINTS(3) || ink->width < POINTS(3));

	return (is_rule || ink->kind == BOX_IMAGE) && ink->x + 50 < words->x + words->width &&
	    words->x + 50 < ink->x + ink->width && ink->y < words->y &&
	    ink->y + ink->height > words->y - words->height / 2;
}

static inline void
check_page_overlaps(struct trial *t, size_t number)
{
	const struct page *page = &t->pages->list.at[number];
	const struct box **boxes = arena_array(t->arena, page->boxes.count, sizeof *boxes);
	size_t count = 0;

	for (size_t k = 0; k < page->boxes.count; k++)
		if (page->boxes.at[k].kind == BOX_TEXT && !page->boxes.at[k].turn &&
		    page->boxes.at[k].piece_count)
			boxes[count++] = &page->boxes.at[k];
	qsort(boxes, count, sizeof *boxes, by_top);
	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count && boxes[b]->y - boxes[b]->height <= boxes[a]->y; b++)
			if (overlaps(boxes[a], boxes[b]))
				FAULT(t, "page %zu: words on words at %d, %d", number + 1,
				    boxes[b]->x, boxes[b]->y);
	for (size_t k = 0; k < page->boxes.count; k++)
		for (size_t a = 0; a < count && page->boxes.at[k].kind != BOX_TEXT &&
		     !(number == 0 && has_cover(t));
		     a++)
			if (strikes(&page->boxes.at[k], boxes[a]))
				FAULT(t, "page %zu: ink through words at %d, %d", number + 1,
				    boxes[a]->x, boxes[a]->y);
}

static inline void
check_overlaps(struct trial *t)
{
	for (size_t i = 0; i < t->pages->list.count; i++)
		check_page_overlaps(t, i);
}

/* ---- every word once ---- */

/* A hyphen that layout has put: it is not what comes next in the leaf's words. */
static inline bool
is_put_hyphen(const struct box *box, size_t said)
{
	return box->piece_count == 1 && text_is(box->pieces[0].shaped->words, "-") &&
	    !text_begins(text_from(box->shows->words, said), "-");
}

static inline void
check_words(struct trial *t)
{
	struct buffer *said = arena_array(t->arena, (size_t)t->tree->count, sizeof *said), words = { .arena = t->arena };

	for (size_t i = 0; i < t->pages->list.count; i++)
		for (size_t k = 0; k < t->pages->list.at[i].boxes.count; k++) {
			const struct box *box = &t->pages->list.at[i].boxes.at[k];

			if (box->kind != BOX_TEXT || !box->shows)
				continue;
			said[box->shows->index].arena = t->arena;
			if (is_put_hyphen(box, said[box->shows->index].length))
				continue;
			buffer_text(&said[box->shows->index], words_of(box, &words));
		}
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		struct text is = buffer_view(&said[node->index]);

		if (node->tag == TAG_TEXT && !text_is_blank(node->words) &&
		    !text_equal(text_trim(is), text_trim(node->words)))
			FAULT(t, "node %d says \"%.60s\", and its pages \"%.60s\"", node->index,
			    text_string(t->arena, node->words), text_string(t->arena, is));
		if (node->tag == TAG_PAGE_OF && is.length == 0)
			FAULT(t, "node %d has no page number", node->index);
		if (node->tag == TAG_FIGURE && t->pages->spots[node->index].page < 0)
			FAULT(t, "the picture of node %d is not shown", node->index);
	}
}

/* ---- headings ---- */

static inline const struct box *
last_text(const struct page *page)
{
	const struct box *last = NULL;

	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct box *box = &page->boxes.at[k];

		if (box->kind != BOX_FILL && box->shows && !is_at_foot(box->shows) &&
		    (!last || box->y > last->y))
			last = box;
	}
	return last;
}

/* A table of empty cells: its lines are drawn, and nothing in it has a place. */
static inline bool
is_void(const struct node *table)
{
	for (const struct node *node = table; node; node = node_next(node, table))
		if (tag_is_leaf(node->tag))
			return false;
	return table->tag == TAG_TABLE;
}

/* What stands in a heading's section and on pages after the heading; null where it leads into nothing. */
static inline const struct node *
what_follows(const struct trial *t, const struct node *heading)
{
	const struct node *node = heading;

	if (node->next && is_void(node->next))
		return NULL;
	while (node && (is_within(node, heading) || !tag_is_leaf(node->tag) || is_at_foot(node) ||
	                   t->pages->spots[node->index].page < 0))
		node = node_next(node, heading->parent);
	for (const struct node *up = node; up && up != heading->parent; up = up->parent)
		if (up->new_page)
			return NULL;
	return node;
}

static inline void
check_headings(struct trial *t)
{
	for (size_t i = 0; i + 1 < t->pages->list.count; i++) {
		const struct box *last = last_text(&t->pages->list.at[i]);
		const struct node *heading = last ? above(last->shows, TAG_H) : NULL;

		if (heading && heading->look != LOOK_cover_title && what_follows(t, heading) &&
		    !has_headings_alone(&t->pages->list.at[i]))
			FAULT(t, "page %zu ends with the heading of node %d", i + 1,
			    heading->index);
	}
}

/* ---- settling ---- */

static inline void
check_settled(struct trial *t)
{
	bool is_told = false;

	for (size_t i = 0; i < t->diag->reports.count; i++)
		is_told |= t->diag->reports.at[i].message == &message_unsettled;
	if (t->pages->settled == is_told)
		FAULT(t, "it %s settle, and %s told", is_told ? "does" : "does not",
		    is_told ? "the contrary is" : "nothing is");
	if (t->pages->rounds > 3)
		FAULT(t, "it takes %d rounds", t->pages->rounds);
}

static inline void
check_laws(struct trial *t)
{
	t->lines = lines_of(t);
	check_frames(t);
	check_overlaps(t);
	check_words(t);
	check_headings(t);
	check_notes(t);
	check_tables(t);
	check_forms(t);
	check_backwards(t);
	check_settled(t);
}

#endif
