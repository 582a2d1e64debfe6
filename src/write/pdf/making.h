/* SPDX-License-Identifier: MIT */
/*
 * A PDF in the making: what its parts tell each other.
 *
 * Drawing the pages finds which marked content shows which node; links add
 * their annotations; the tag tree joins both. Each part's own header is its
 * contract; this is what they share.
 */
#ifndef WRITE_PDF_MAKING_H
#define WRITE_PDF_MAKING_H

#include "base/array.h"
#include "model/edition.h"
#include "write/pdf/object.h"
#include "write/pdf/syntax.h"

/*
 * A marked-content sequence: part of what a node shows. Those of a node are
 * chained in drawing order.
 */
struct marked { int page, mcid, next; };
ARRAY(struct marked, marks);

/*
 * An annotation of a node, a link or a field, with its place from the foot of the page; key is
 * its place in the parent tree. Those of a node are chained.
 */
struct annotation {
	int object, page, key, next;
	length left, bottom, right, top;
	const struct node *node;
};
ARRAY(struct annotation, annotations);

ARRAY(const struct trace *, traces);
ARRAY(int, numbers);

/*
 * What the PDF holds of a node. The tree is large and walked once; after that,
 * whatever asks about all nodes asks their traces, which stand side by side.
 */
struct trace {
	const struct node *node;
	/* indices; the root is its own parent, and 0 is none of the others */
	int parent, first, next;
	int first_mark, last_mark;		/* in pdf->marks, plus 1; 0: none */
	int first_annotation, last_annotation;	/* in pdf->annotations, plus 1 */
	int element;	/* object that its children and marks name as their parent; 0: none */
	int wrapping;	/* object of the element around it, or its own; 0: it has none of its own */
	uint32_t read;				/* bytes of a TEXT's words that have been shown */
	uint8_t tag;				/* enum tag */
	bool folded;	/* a paragraph that is one with its parent: pdf.c says when */
	bool plain;				/* says nothing of itself but its tag */
	bool drawn;				/* a box shows it */
	bool strays;				/* words were shown that are not next in it */
	bool kept;				/* something of it, or below it, is shown */
};

/* What becomes of a page. */
struct sheet {
	int object, content;
	struct traces owners;			/* by MCID: the node that it is part of */
	struct numbers images;			/* XObjects that it draws, /X and the number */
	struct numbers annotations;
	bool transparent;
};

struct font;
struct pdf {
	struct arena *arena;
	const struct edition *edition;
	const struct tree *tree;
	const struct pages *pages;
	const uint32_t *colours;		/* 0xRRGGBB, by enum colour */
	struct objects *objects;
	struct trace *traces;			/* by node->index */
	int trace_count;
	struct sheet *sheets;			/* by page */
	struct font *fonts;			/* by face */
	int fonts_object;			/* the fonts by name, for all pages */
	struct marks marks;
	struct annotations annotations;
	struct coded *words;			/* by number of a shaped word */
	struct buffer codes;			/* room to write one of them in */
	struct map images;			/* by path, to their object */
};

static inline struct trace *
trace_of(const struct pdf *pdf, const struct node *node)
{
	return &pdf->traces[node->index];
}

static inline bool
is_pdf_2(const struct pdf *pdf)
{
	return pdf->edition->version == PDF_2_0;
}

/* The structure element that a node is, or is part of; after tags_number. */
static inline int
element_of(const struct pdf *pdf, const struct node *node)
{
	const struct trace *trace = trace_of(pdf, node);

	while (!trace->element)
		trace = &pdf->traces[trace->parent];
	return trace->element;
}

static inline int
page_count(const struct pdf *pdf)
{
	return (int)pdf->pages->list.count;
}

/* The distance from the foot of a page, as PDF measures, of one from its top. */
static inline length
from_foot(const struct page *page, length y)
{
	return page->height - y;
}

#endif
