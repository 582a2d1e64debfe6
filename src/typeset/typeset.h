/* SPDX-License-Identifier: MIT */
/*
 * Layout's door: a tree to pages, and its pictures to drawings.
 */
#ifndef TYPESET_TYPESET_H
#define TYPESET_TYPESET_H

#include "model/page.h"

/*
 * The pages live in the arena and borrow the tree. Reports what does not fit
 * (over_full), has no glyph (missing_glyph), does not settle (unsettled), or
 * takes more words than a PDF holds (long_picture, an error); nothing is
 * clipped. A font file that is not there ends the program.
 */
const struct pages *typeset_tree(struct arena *, const struct tree *, const struct style *,
    struct diag *);

/*
 * The drawings of all pictures of a tree, as they stand on its pages. They
 * live in the arena and borrow the tree. Reports as typeset_tree does.
 */
const struct drawings *typeset_drawings(struct arena *, const struct tree *, const struct style *,
    struct diag *);

#endif
