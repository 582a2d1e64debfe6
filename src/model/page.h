/* SPDX-License-Identifier: MIT */
/*
 * Where the ink goes: pages of boxes, in points/1000 from the top left corner.
 *
 * Boxes stand in drawing order; the reading order is the tree's. A box shows
 * a node of the tree, or nothing (null): then it is an artifact. typeset makes
 * the pages; after that they are const.
 */
#ifndef MODEL_PAGE_H
#define MODEL_PAGE_H

#include "model/shape.h"
#include "model/tree.h"

/* A glyph of a shaped word: in units of 1/1000 em. */
struct glyph {
	uint16_t id;		/* in the face */
	uint16_t cluster;	/* byte offset in the words of its run */
	int16_t x, y;		/* where it stands off its place */
	int16_t advance;	/* to the next one, kerning included */
	int16_t natural;	/* its advance in the face's own table */
};

/* Words in one face, shaped once and shared by all that show them. */
struct shaped {
	struct text words;
	const struct glyph *glyphs;
	int glyph_count;
	int face;		/* in pages->faces */
	int number;		/* of all that were shaped, from 0 */
	int32_t advance;	/* of all, 1/1000 em */
	bool backwards;		/* right to left: glyphs in drawing order, clusters falling */
};

/*
 * x from the box's left edge. Pieces stand in the order of reading, and so do
 * the boxes of a line.
 */
struct piece { const struct shaped *shaped; length x; };

enum box_kind { BOX_TEXT, BOX_FILL, BOX_PATH, BOX_IMAGE };
enum artifact { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_WATERMARK };

struct box {
	enum box_kind kind;
	enum artifact artifact;		/* when it shows nothing */
	enum colour colour;
	/* degrees anticlockwise about x, y; 0 but for stamps and bars */
	uint16_t turn;
	length x, y;			/* TEXT: left end of the base line; others: top left */
	length width, height;		/* TEXT: the advance, and the size of the type */
	const struct node *shows;	/* a leaf for TEXT; the FIGURE for images and pictures */
	union {
		/* TEXT: on one line, one face each */
		struct { const struct piece *pieces; int piece_count; };
		/* PATH: its points from x, y; colours are the shape's */
		const struct shape *shape;
		const struct image *image;
	};
};
ARRAY(struct box, boxes);

struct page {
	length width, height;
	struct boxes boxes;
	struct text label;		/* "7", "iv"; printed and as page label */
	bool landscape;
};
ARRAY(struct page, page_list);

/*
 * What the program has drawn of a picture, or as much of it as a page holds.
 * Boxes count from its own top left corner; they show the FIGURE, all of them.
 */
struct drawing { length width, height; struct boxes boxes; };
ARRAY(struct drawing, drawing_list);

/* The drawings of all pictures of a tree, for outputs that have no pages. */
struct drawings {
	/* by node->index; of a picture that is parted, one below the other */
	const struct drawing_list *of;
	const struct face **faces;	/* pieces index it */
	int face_count;
};

/* Where a node begins: page from 0, and the top of its first box. Not placed: page -1. */
struct spot { int page; length x, y; };

struct pages {
	struct arena *arena;
	struct page_list list;
	const struct face **faces;	/* in order of first use; pieces index it */
	int face_count;
	int shaped_count;		/* above the number of any that is shown */
	struct spot *spots;		/* by node->index */
	bool settled;			/* the page numbers stand still */
	int rounds;			/* that it took */
};

/* The extent that a node's boxes cover on a page; false when it has none there. */
bool pages_extent(const struct pages *, const struct node *, int page, length extent[4]);

#endif
