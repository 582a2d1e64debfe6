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
 * what is read first is drawn first; what does not settle is told.
 */
#ifndef TESTS_TYPESET_LAWS_H
#define TESTS_TYPESET_LAWS_H

#include "base/buffer.h"
#include "model/messages.h"
#include "order.h"
#include "trial.h"

/* ---- where things are ---- */

/* The outermost row that a node stands in. */
static inline const struct node *
outer_row(const struct node *node)
{
	const struct node *row = NULL;

	for (; node; node = node->parent)
		if (node->tag == TAG_TR && !is_nested(above(node, TAG_TABLE)))
			row = node;
	return row;
}

static inline bool
is_at_foot(const struct node *node)
{
	const struct node *note = above(node, TAG_NOTE);

	return note && !above(note, TAG_TABLE);
}

static inline bool
has_cover(const struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->look == LOOK_cover)
			return true;
	return false;
}

static inline struct text
words_of(const struct box *box, struct buffer *out)
{
	out->length = 0;
	for (int i = 0; i < box->piece_count; i++)
		buffer_text(out, box->pieces[i].shaped->words);
	return buffer_view(out);
}

/* ---- nothing outside its frame ---- */

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
	if (box->x < left || box->x + box->width > right)
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

/* What stands in a heading's section and on pages after the heading; null where it leads into nothing. */
static inline const struct node *
what_follows(const struct trial *t, const struct node *heading)
{
	const struct node *node = heading;

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

/* ---- notes ---- */

/* The row, or else the block, in which a mark stands. */
static inline const struct node *
row_of(const struct node *mark)
{
	const struct node *row = outer_row(mark), *block = mark;

	while (!row && block->parent && tag_is_inline(block->tag))
		block = block->parent;
	return row ? row : block;
}

/* The number of a row among the rows of its part of the table. */
static inline int
number_of(const struct node *row)
{
	int number = 0;

	for (const struct node *at = row->parent->first; at != row; at = at->next)
		number++;
	return number;
}

/* A cell that spans rows, of a row before, stands beside a row. */
static inline bool
is_beside(const struct node *cell, const struct node *row)
{
	return cell->parent->parent == row->parent && number_of(cell->parent) < number_of(row) &&
	    number_of(cell->parent) + cell->rows > number_of(row);
}

/* What a row of a table cannot stand without: caption and heads, its group's head, and what stands beside it. */
static inline bool
is_of_row(const struct node *shows, const struct node *row)
{
	const struct node *table = above(row, TAG_TABLE), *cell, *in;

	if (is_within(shows, row))
		return true;
	if (table->tag != TAG_TABLE || !is_within(shows, table))
		return false;
	cell = outer_cell(shows, &in);
	if (!cell || cell->parent->parent->tag == TAG_THEAD)
		return true;
	return (cell->parent->look == LOOK_row_group && cell->parent->parent == row->parent) ||
	    is_beside(cell, row);
}

/* The first row of a table's body that a page shows; or null. */
static inline const struct node *
first_row(const struct page *page, const struct node *table)
{
	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct node *shows = page->boxes.at[k].shows, *row = shows ? outer_row(shows) : NULL;

		if (row && above(row, TAG_TABLE) == table && row->parent->tag == TAG_TBODY &&
		    (row->look == LOOK_plain || row->look == LOOK_row_explanation))
			return row;
	}
	return NULL;
}

/*
 * On a page that shows one block, or one row and what this cannot stand without,
 * and else notes alone, these are too long for any page. With a mark in the
 * caption or the head stands the first row that there is.
 */
static inline bool
is_alone(const struct page *page, const struct node *block)
{
	const struct node *table = above(block, TAG_TABLE), *row = block;

	if (table && !above(block, TAG_TBODY))
		row = first_row(page, table);
	for (size_t k = 0; row && k < page->boxes.count; k++) {
		const struct node *shows = page->boxes.at[k].shows;

		if (shows && !above(shows, TAG_NOTE) && !above(shows, TAG_H) &&
		    !(table ? is_of_row(shows, row) : is_within(shows, row)))
			return false;
	}
	return row != NULL;
}

static inline void
check_notes(struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		const struct node *note =
		    node->look == LOOK_note_mark ? tree_find(t->tree, node->to) : NULL;
		int at = t->pages->spots[node->index].page,
		    page = note ? t->pages->spots[note->index].page : at;

		if (page != at && !(page > at && at >= 0 && is_alone(&t->pages->list.at[at], row_of(node))))
			FAULT(t, "the mark of node %d is on page %d, its note on page %d",
			    node->index, at + 1, page + 1);
	}
}

/* ---- tables ---- */

static inline void
place_cells(const struct node *table, struct covered *places)
{
	int until[64] = { 0 }, number = 0;

	for (const struct node *node = table->first; node; node = node->next)
		for (const struct node *row = node->tag == TAG_CAPTION ? NULL : node->first; row; row = row->next) {
			int column = 0;

			for (const struct node *cell = row->first; cell; cell = cell->next) {
				while (column < 63 && until[column] > number)
					column++;
				places[cell->index] = (struct covered){ column, column + cell->columns };
				for (int k = 0; k < cell->columns; k++)
					until[column++] = number + cell->rows;
			}
			number++;
		}
}

/* All words of a page, without spaces, in the order of drawing. */
static inline struct text
page_words(struct arena *arena, const struct page *page)
{
	struct buffer all = { .arena = arena }, words = { .arena = arena };

	for (size_t k = 0; k < page->boxes.count; k++) {
		struct text is = page->boxes.at[k].kind == BOX_TEXT ? words_of(&page->boxes.at[k], &words) : (struct text){ 0 };

		for (size_t i = 0; i < is.length; i++)
			if (is.s[i] != ' ')
				buffer_byte(&all, is.s[i]);
	}
	return buffer_view(&all);
}

/* The name that a cell or caption begins with, up to its semicolon; empty when it has none. */
static inline struct text
name_of(const struct node *node)
{
	struct text words = node->first && node->first->tag == TAG_TEXT ? node->first->words : TEXT("");

	return text_ends(words, ";") && words.length < 12 ? words : TEXT("");
}

static inline bool
says(struct text page, struct text name)
{
	return name.length == 0 || text_find(page, name, 0) < page.length;
}

/* What a page shows of one table. */
struct shown { const struct node *table; uint64_t columns; const struct node *first, *last; };

static inline void
check_table_on(struct trial *t, size_t number, const struct shown *shown, const struct covered *places,
    struct text words)
{
	const struct node *table = shown->table, *part = table->first;

	if (part->tag == TAG_CAPTION) {
		if (!says(words, name_of(part)))
			FAULT(t, "page %zu: the table of node %d has no caption", number + 1, table->index);
		part = part->next;
	}
	for (const struct node *row = part->tag == TAG_THEAD ? part->first : NULL; row; row = row->next)
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			bool covers = false;

			for (int i = places[cell->index].first; i < places[cell->index].end; i++)
				covers |= shown->columns >> i & 1;
			if (covers && !says(words, name_of(cell)))
				FAULT(t, "page %zu: the head %.*s of the table of node %d is not there", number + 1,
				    TEXT_ARGS(name_of(cell)), table->index);
		}
}

static inline struct shown *
shown_of(struct shown *all, size_t *count, const struct node *table)
{
	for (size_t i = 0; i < *count; i++)
		if (all[i].table == table)
			return &all[i];
	all[*count] = (struct shown){ .table = table };
	return &all[(*count)++];
}

/* The row, and its cell, that a box belongs to in a table of pages; null for those of heads and notes. */
static inline const struct node *
body_cell(const struct node *shows)
{
	const struct node *row = shows ? outer_row(shows) : NULL, *cell = shows;

	if (!row || row->parent->tag != TAG_TBODY || row->look == LOOK_row_notes)
		return NULL;
	while (cell->parent != row)
		cell = cell->parent;
	return cell;
}

static inline void
check_groups(struct trial *t, size_t number, const struct shown *shown, struct text words)
{
	const struct node *first = shown->first, *head = first->parent->first;

	if (head->look == LOOK_row_group && !says(words, name_of(head->first)))
		FAULT(t, "page %zu: the group of node %d is not named", number + 1, head->index);
	if (head->look == LOOK_row_group && first == head->next && number > 0 && t->ends[shown->table->index].row == head &&
	    t->ends[shown->table->index].page == number - 1)
		FAULT(t, "page %zu ends with a group's head, node %d", number, head->index);
}

static inline void
check_page_tables(struct trial *t, size_t number, const struct covered *places)
{
	const struct page *page = &t->pages->list.at[number];
	struct shown all[64];
	size_t count = 0;
	struct text words = { 0 };

	for (size_t k = 0; k < page->boxes.count && count < 63; k++) {
		const struct node *cell = body_cell(page->boxes.at[k].shows), *row = cell ? cell->parent : NULL;
		struct shown *shown;

		if (!cell)
			continue;
		shown = shown_of(all, &count, row->parent->parent);
		shown->first = !shown->first || row->index < shown->first->index ? row : shown->first;
		shown->last = !shown->last || row->index > shown->last->index ? row : shown->last;
		/* Its further columns may stand in the next part of a table that is split. */
		if (row->look == LOOK_plain)
			shown->columns |= UINT64_C(1) << places[cell->index].first;
	}
	if (count > 0)
		words = page_words(t->arena, page);
	for (size_t i = 0; i < count; i++) {
		check_table_on(t, number, &all[i], places, words);
		check_groups(t, number, &all[i], words);
		t->ends[all[i].table->index] = (struct page_end){ number, all[i].last };
	}
}

static inline void
check_tables(struct trial *t)
{
	struct covered *places = arena_array(t->arena, (size_t)t->tree->count, sizeof *places);

	t->ends = arena_array(t->arena, (size_t)t->tree->count, sizeof *t->ends);
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->tag == TAG_TABLE)
			place_cells(node, places);
	for (size_t i = 0; i < t->pages->list.count; i++)
		check_page_tables(t, i, places);
	check_order(t, places);
}

/* ---- forms ---- */

/* How many nodes of the tree stand before the end of one. */
static inline int
end_of(const struct node *node)
{
	while (node->last)
		node = node->last;
	return node->index + 1;
}

/* The lines of a page that are looked for; empty while bottom is 0. */
struct extent { length top, bottom; };

static inline void
extend(struct extent *extent, const struct box *box)
{
	length top = box->y - box->height;

	extent->top = extent->bottom == 0 || top < extent->top ? top : extent->top;
	extent->bottom = box->y > extent->bottom ? box->y : extent->bottom;
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

/* A form on several pages must be higher than the frame, all in all. */
static inline void
check_form(struct trial *t, const struct node *form)
{
	length frame = t->look->height - t->look->top - t->look->bottom;
	int pages;

	if (height_of(t, form, form, &pages) < frame * 8 / 10 && pages > 1)
		FAULT(t, "the form of node %d is broken, and would fit a page", form->index);
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
	check_frames(t);
	check_overlaps(t);
	check_words(t);
	check_headings(t);
	check_notes(t);
	check_tables(t);
	check_forms(t);
	check_settled(t);
}

#endif
