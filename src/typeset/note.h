/* SPDX-License-Identifier: MIT */
/*
 * Foot-notes: they stand at the foot of the page of their mark.
 */
#ifndef TYPESET_NOTE_H
#define TYPESET_NOTE_H

#include "typeset/galley.h"

struct foot_note {
	const struct node *node;
	int mark;			/* index of its first mark */
	struct galley galley;		/* set to the measure */
	size_t shown;			/* strips that stand on pages */
	bool is_taken;			/* by this page or one before */
};

/* The foot of one page. */
struct foot {
	struct typesetter *ts;
	struct foot_note **notes;	/* in the order of their marks */
	size_t count, room;
	length height;			/* of all, with the rule and the room above it */
};

/* Finds the notes of the tree that belong at a foot: those outside tables that have a mark. */
void find_foot_notes(struct typesetter *);
bool is_foot_note(const struct typesetter *, const struct node *);
/* At the start of a round no note stands anywhere. */
void forget_foot_notes(struct typesetter *);

/* Takes the notes whose marks stand in a strip. */
void foot_take_strip(struct foot *, const struct strip *);
/* Takes a note; those that are none of the foot, or are taken, are passed over. */
void foot_take(void *foot, const struct node *note);
/* Takes the notes whose marks stand in a part of the tree. */
void foot_take_within(struct foot *, const struct node *top);
/* Gives back the notes after the first count. */
void foot_give_back(struct foot *, size_t count);
/*
 * Paints the foot, with its lower edge at bottom, in at most room, the notes in
 * the order in which their marks are read; those that do not fit go on at the
 * foot of the next page. Empties it, but for those.
 */
void foot_paint(struct foot *, const struct painter *, length x, length bottom, length room);

#endif
