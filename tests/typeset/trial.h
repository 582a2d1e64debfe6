/* SPDX-License-Identifier: MIT */
/*
 * A tree that is set in a style, whose pages are held against the laws.
 */
#ifndef TESTS_TYPESET_TRIAL_H
#define TESTS_TYPESET_TRIAL_H

#include "base/diag.h"
#include "model/page.h"
#include "model/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The last row of a table on the last page that shows it, and that of the cell of one row that is drawn last. */
struct page_end { size_t page; const struct node *row, *ends; };

/* A line of words on a page: where its base line is, and the block that it is of. */
struct set_line { size_t page; length y; const struct node *block; };
ARRAY(struct set_line, set_lines);

struct trial {
	const char *style;
	uint64_t seed;
	struct arena *arena;
	const struct tree *tree;
	const struct pages *pages;
	const struct tokens *look;
	const struct diag *diag;
	struct set_lines lines;
	struct page_end *ends;	/* by the index of the table */
	bool is_flat;		/* without a cover */
	int faults;
};

/* Of each trial, unless LAWS_FAULTS says another number. */
static inline int
faults_shown(void)
{
	const char *count = getenv("LAWS_FAULTS");

	return count ? atoi(count) : 5;
}

#define FAULT(trial, ...) do { \
	if ((trial)->faults++ < faults_shown()) { \
		fprintf(stderr, "%s, seed %llu: ", (trial)->style, (unsigned long long)(trial)->seed); \
		fprintf(stderr, __VA_ARGS__); \
		fputc('\n', stderr); \
	} } while (0)

enum { SLACK = 1500 };	/* 1/1000 pt: rules and frames stand on edges */

static inline bool
is_within(const struct node *node, const struct node *top)
{
	while (node && node != top)
		node = node->parent;
	return node == top;
}

static inline const struct node *
above(const struct node *node, enum tag tag)
{
	while (node && node->tag != tag)
		node = node->parent;
	return node;
}

/* A table in a cell or in a box. */
static inline bool
is_nested(const struct node *table)
{
	for (const struct node *node = table->parent; node; node = node->parent)
		if (node->tag == TAG_TD || node->tag == TAG_TH || node->look == LOOK_callout ||
		    node->look == LOOK_recommendations || node->look == LOOK_exempt_box)
			return true;
	return false;
}

/*
 * Whether a node stands in a table that is nested: there lines are parted
 * where its cells let them.
 */
static inline bool
is_in_nested(const struct node *node)
{
	const struct node *table = above(node, TAG_TABLE);

	return table && is_nested(table);
}

/*
 * Whether nothing but headings stands on a page: what they head may be a
 * picture that fills the next.
 */
static inline bool
has_headings_alone(const struct page *page)
{
	for (size_t k = 0; k < page->boxes.count; k++)
		if (page->boxes.at[k].shows && !above(page->boxes.at[k].shows, TAG_H))
			return false;
	return true;
}

#endif
