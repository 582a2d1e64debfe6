/* SPDX-License-Identifier: MIT */
/*
 * Foot-notes. A page takes a note with the line in which its mark stands, so
 * that the line finds its place only where its notes find theirs. Of a note
 * that is longer than its page, the rest stands at the foot of the next.
 */
#include "typeset/note.h"

#include "typeset/flow.h"

static bool
is_within_table(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->tag == TAG_TABLE)
			return true;
	return false;
}

static struct foot_note *
note_of(const struct typesetter *ts, const struct node *node)
{
	return node->id.length ? map_find(&ts->notes, node->id) : NULL;
}

bool
is_foot_note(const struct typesetter *ts, const struct node *node)
{
	return note_of(ts, node) != NULL;
}

/* The note of a mark; null where the node is none. */
static const struct node *
note_at(const struct typesetter *ts, const struct node *node)
{
	return node->look == LOOK_note_mark ? tree_find(ts->tree, node->to) : NULL;
}

void
find_foot_notes(struct typesetter *ts)
{
	const struct node *root = ts->tree->root;

	ts->notes.arena = ts->arena;
	for (const struct node *node = root; node; node = node_next(node, root)) {
		const struct node *note = note_at(ts, node);
		struct foot_note *made;

		if (!note || note->tag != TAG_NOTE || is_within_table(note) || note_of(ts, note))
			continue;
		made = ARENA_NEW(ts->arena, struct foot_note);
		made->node = note;
		made->mark = node->index;
		map_set(&ts->notes, note->id, made);
	}
}

void
forget_foot_notes(struct typesetter *ts)
{
	for (size_t i = 0; i < ts->notes.count; i++) {
		struct foot_note *note = ts->notes.entries[i].value;

		note->galley = (struct galley){ 0 };
		note->shown = 0;
		note->is_taken = false;
	}
}

static void
set_note(struct typesetter *ts, struct foot_note *note)
{
	struct upcoming next = { 0 };
	struct flow flow =
	    flow_of_page(ts, &next, ts->look->width - ts->look->left - ts->look->right);
	length width = ts->look->width - ts->look->left - ts->look->right - flow.left - flow.right;

	if (note->galley.strips.count > 0)
		return;
	flow.galley = &note->galley;
	flow.left = flow.right = 0;
	flow_note(&flow, note->node);
	galley_set(ts, &note->galley, width);
}

/* ---- the foot of a page ---- */

static length
foot_head(const struct foot *foot)
{
	return foot->ts->look->space[SPACE_note_rule_above] +
	    foot->ts->look->space[SPACE_note_edge] +
	    foot->ts->look->space[SPACE_note_rule_below];
}

static length
height_of(const struct foot *foot, size_t count)
{
	length height = count > 0 ? foot_head(foot) : 0;

	for (size_t i = 0; i < count; i++) {
		const struct foot_note *note = foot->notes[i];

		height += galley_height(&note->galley, note->shown, note->galley.strips.count);
		height += i > 0 ? foot->ts->look->space[SPACE_note_gap] : 0;
	}
	return height;
}

void
foot_take(void *taker, const struct node *node)
{
	struct foot *foot = taker;
	struct foot_note *note = note_of(foot->ts, node);

	if (!note || note->is_taken)
		return;
	set_note(foot->ts, note);
	note->is_taken = true;
	foot->notes = array_reserve(foot->ts->arena, foot->notes, sizeof(struct foot_note *),
	    foot->count, &foot->room);
	foot->notes[foot->count++] = note;
	foot->height = height_of(foot, foot->count);
}

void
foot_take_strip(struct foot *foot, const struct strip *strip)
{
	strip_notes(strip, foot_take, foot);
}

void
foot_take_within(struct foot *foot, const struct node *top)
{
	for (const struct node *node = top; node; node = node_next(node, top)) {
		const struct node *note = note_at(foot->ts, node);

		if (note)
			foot_take(foot, note);
	}
}

void
foot_give_back(struct foot *foot, size_t count)
{
	while (foot->count > count)
		foot->notes[--foot->count]->is_taken = false;
	foot->height = height_of(foot, foot->count);
}

/* They were taken line by line, which in a table is not how they are read. */
static void
sort_notes(struct foot *foot)
{
	for (size_t i = 1; i < foot->count; i++) {
		struct foot_note *note = foot->notes[i];
		size_t at = i;

		for (; at > 0 && foot->notes[at - 1]->mark > note->mark; at--)
			foot->notes[at] = foot->notes[at - 1];
		foot->notes[at] = note;
	}
}

void
foot_paint(struct foot *foot, const struct painter *painter, length x, length bottom, length room)
{
	const struct tokens *look = foot->ts->look;
	length y = bottom - shorter(foot->height, room) + look->space[SPACE_note_rule_above];
	size_t left = 0;

	if (foot->count == 0)
		return;
	sort_notes(foot);
	paint_fill(painter, COLOUR_edge, x, y, look->space[SPACE_note_rule],
	    look->space[SPACE_note_edge]);
	y += look->space[SPACE_note_edge] + look->space[SPACE_note_rule_below];
	for (size_t i = 0; i < foot->count; i++) {
		struct foot_note *note = foot->notes[i];
		size_t end = note->galley.strips.count,
		       fits = galley_fit(&note->galley, note->shown, bottom - y);

		if (galley_height(&note->galley, note->shown, end) <= bottom - y)
			fits = end;
		galley_paint(painter, &note->galley, note->shown, fits, x, y);
		y += galley_height(&note->galley, note->shown, fits) + look->space[SPACE_note_gap];
		note->shown = fits;
		if (fits < end)
			foot->notes[left++] = note;
	}
	foot->count = left;
	foot->height = height_of(foot, left);
}
