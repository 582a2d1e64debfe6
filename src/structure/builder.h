/* SPDX-License-Identifier: MIT */
/*
 * What every chapter works with, and how running text becomes nodes.
 */
#ifndef STRUCTURE_BUILDER_H
#define STRUCTURE_BUILDER_H

#include "model/corpus.h"
#include "model/style.h"
#include "model/tree.h"

struct builder {
	struct arena *arena;
	struct tree *tree;
	const struct corpus *corpus;
	const struct document *document;
	const struct style *style;
	const struct diag *draft;	/* null: it is no draft */
	int numbers[7];			/* of headings by level; [2] counts sections */
	int tables, figures;		/* numbered so far */
};

/* Blocks of running text under parent; sections and records among them are left to the chapters. */
void build_blocks(struct builder *, struct node *parent, const struct block *);
/* Spans as inline nodes under parent. */
void build_spans(struct builder *, struct node *parent, const struct span *);
/* A table as the author drew it, with caption and number. */
void build_free_table(struct builder *, struct node *parent, const struct table *);

/* A heading of a section, with its number where the style numbers such documents. */
struct node *build_heading(struct builder *, struct node *sect, const struct section *);

/* A phrase of the style as text. */
struct text phrase(const struct builder *, const char *name);

#endif
