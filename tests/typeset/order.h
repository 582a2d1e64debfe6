/* SPDX-License-Identifier: MIT */
/*
 * What is read first is drawn first: on each page the boxes stand in the order
 * of the tree, but for notes at the foot, which come last, in the order of
 * their marks; and but for a table that is split by columns, whose next
 * columns come after all rows of those before (set as records, its labels are
 * its heads). No ground covers words that
 * are drawn before it.
 */
#ifndef TESTS_TYPESET_ORDER_H
#define TESTS_TYPESET_ORDER_H

#include "trial.h"

/* The columns of a cell: of all rows of its head or body, those that spans from above leave free. */
struct covered { int first, end; };

/* The note at the foot of a page that a node stands in; or null. */
static inline const struct node *
foot_note_of(const struct node *node)
{
	const struct node *note = above(node, TAG_NOTE);

	return note && !above(note, TAG_TABLE) ? note : NULL;
}

/* The outermost table that a node stands in, and its cell there; of no cell are captions, and rows of notes are no cells here. */
static inline const struct node *
outer_cell(const struct node *node, const struct node **table)
{
	const struct node *found = NULL;

	*table = NULL;
	for (const struct node *cell = NULL; node; node = node->parent) {
		if (node->tag == TAG_TD || node->tag == TAG_TH)
			cell = node;
		if (node->tag == TAG_TABLE && !is_nested(node)) {
			*table = node;
			found = cell && cell->parent->look != LOOK_row_notes ? cell : NULL;
		}
	}
	return found;
}

/* How the boxes of a page go on in the tree. */
struct reading {
	const struct node *last, *table, *note;
	int end;		/* of the columns of the table in which cells begin that stand above */
	int mark;		/* of the last note at the foot */
};

static inline bool
follows(const struct node *node, const struct node *last)
{
	return !last || node->index >= last->index || is_within(last, node) || is_within(node, last);
}

/* The next columns of a table that is split begin its rows anew. */
static inline bool
begins_columns(const struct reading *r, const struct node *table, const struct node *cell,
    const struct covered *places)
{
	return table && table == r->table && cell && places[cell->index].first >= r->end;
}

static inline int
mark_of(const struct trial *t, const struct node *note)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->look == LOOK_note_mark && text_equal(node->to, note->id))
			return node->index;
	return 0;
}

static inline void
read_note(struct trial *t, size_t number, struct reading *r, const struct node *note,
    const struct node *node)
{
	int mark = mark_of(t, note);

	if (r->note != note && mark < r->mark)
		FAULT(t, "page %zu: the note of node %d comes after a later one", number + 1, note->index);
	if (r->note == note && !follows(node, r->last))
		FAULT(t, "page %zu: node %d of a note is drawn after node %d", number + 1, node->index,
		    r->last->index);
	r->note = note;
	r->mark = mark;
	r->last = node;
}

static inline void
read_box(struct trial *t, size_t number, struct reading *r, const struct node *node,
    const struct covered *places)
{
	const struct node *table, *cell = outer_cell(node, &table), *note = foot_note_of(node);

	if (note) {
		read_note(t, number, r, note, node);
		return;
	}
	if (r->note)
		FAULT(t, "page %zu: node %d is drawn after the notes at the foot", number + 1, node->index);
	if (!follows(node, r->last)) {
		if (begins_columns(r, table, cell, places))
			r->end = 0;
		else
			FAULT(t, "page %zu: node %d is drawn after node %d", number + 1, node->index,
			    r->last->index);
	}
	if (table != r->table)
		r->end = 0;
	r->table = table;
	r->last = node;
	if (cell && places[cell->index].first >= r->end)
		r->end = places[cell->index].first + 1;
}

static inline bool
covers(const struct box *ground, const struct box *words)
{
	return ground->x < words->x + words->width && words->x < ground->x + ground->width &&
	    ground->y < words->y && ground->y + ground->height > words->y - words->height / 2;
}

static inline void
check_covers(struct trial *t, size_t number, const struct boxes *boxes, size_t ground)
{
	for (size_t k = 0; k < ground; k++)
		if (boxes->at[k].kind == BOX_TEXT && !boxes->at[k].turn &&
		    covers(&boxes->at[ground], &boxes->at[k]))
			FAULT(t, "page %zu: words at %d, %d are covered", number + 1, boxes->at[k].x,
			    boxes->at[k].y);
}

static inline void
check_order(struct trial *t, const struct covered *places)
{
	for (size_t i = 0; i < t->pages->list.count; i++) {
		const struct boxes *boxes = &t->pages->list.at[i].boxes;
		struct reading reading = { 0 };

		for (size_t k = 0; k < boxes->count; k++) {
			if (boxes->at[k].shows)
				read_box(t, i, &reading, boxes->at[k].shows, places);
			if (boxes->at[k].kind == BOX_FILL && boxes->at[k].height > POINTS(3) &&
			    boxes->at[k].width > POINTS(3))
				check_covers(t, i, boxes, k);
		}
	}
}

#endif
