/* SPDX-License-Identifier: MIT */
/*
 * Boxes with words, as maps and charts have them; private to the room.
 */
#ifndef TYPESET_PICTURE_BOX_H
#define TYPESET_PICTURE_BOX_H

#include "typeset/picture/easel.h"

/* A box whose words are set, and where it stands. */
struct set_box {
	const struct picture_box *box;
	struct label ref, words, more;
	length ref_width;		/* from the reference to the words */
	length x, y, width, height;
};

/* The reference beside the words or above them; or the words strong, in every box. */
enum box_how { BOX_BESIDE, BOX_ABOVE, BOX_STRONG };

/* As high as its words want, and no less than `least`. */
struct set_box box_set(struct easel *, const struct picture_box *, length width, length least,
    enum box_how);
/* The least width in which no word of it is parted. */
length box_least(struct easel *, const struct picture_box *, enum box_how);
void box_paint(struct easel *, const struct set_box *);

static inline length box_middle(const struct set_box *box) { return box->y + box->height / 2; }

#endif
