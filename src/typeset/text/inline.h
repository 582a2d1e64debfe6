/* SPDX-License-Identifier: MIT */
/*
 * What stands in a line: inline nodes to the runs of a paragraph.
 */
#ifndef TYPESET_TEXT_INLINE_H
#define TYPESET_TEXT_INLINE_H

#include "typeset/text/para.h"

/* A look that is set elsewhere, as a member of a set: it is left out of a paragraph. */
#define ASIDE(look) (UINT64_C(1) << LOOK_##look)
#define ASIDE_PAGE_OF (UINT64_C(1) << 63)
/* Not a look: links keep the colour of the words around them. */
#define KEEP_INK (UINT64_C(1) << 62)
/* Nor this: the end of a line is a space. */
#define JOIN_LINES (UINT64_C(1) << 61)

/* The type of a row of the style's scale, in ink. */
struct fount fount_of(const struct typesetter *, enum type_style);
/* The same words, at least semi-bold. */
struct fount strong_fount(struct fount);

/* Adds an inline node and what it holds, but for looks that are aside. */
void para_add_node(struct typesetter *, struct para *, const struct node *, const struct fount *,
    uint64_t aside);

/*
 * The paragraph of a node's children from *first up to the next that does not
 * stand in a line; *first moves there. Empty when there are none.
 */
struct para *para_of(struct typesetter *, const struct node *, const struct node **first,
    const struct fount *, uint64_t aside);

/* The first node of a look in the lines of a node, or null; blocks within it are not searched. */
const struct node *find_inline(const struct node *, enum look);

#endif
