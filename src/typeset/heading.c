/* SPDX-License-Identifier: MIT */
/*
 * Headings: number and title on one base line, the number in the hang, in the
 * line or nowhere, as the style has it.
 *
 * Ranks count from the sections of the first level, which the style's h1 sets.
 * In a document without a cover, a report or paper, its title is the h1, and
 * its sections are of the third rank.
 */
#include "typeset/flow.h"
#include "typeset/text/inline.h"

/* thousandths: the number of the second rank */
enum { FLAT_RANK = 3, LAST_RANK = 4, SECOND_NUMBER = 780 };

/* How the ranks are set. */
static const struct rank { enum type_style style; enum space above, below; } ranks[] = {
	{ STYLE_H1, SPACE_h1_above, SPACE_h1_below },
	{ STYLE_H2, SPACE_h2_above, SPACE_h2_below },
	{ STYLE_H3, SPACE_h3_above, SPACE_h3_below },
	{ STYLE_H4, SPACE_h4_above, SPACE_h4_below },
};

const struct node *
appendix_of(const struct node *node)
{
	while (node && node->look != LOOK_appendix && node->look != LOOK_appendix_plan)
		node = node->parent;
	return node;
}

/* A heading without a number stands over its table, and at its edge. */
static bool
leads_table(const struct typesetter *ts, const struct node *node)
{
	return node->next && node->next->tag == TAG_TABLE && !find_inline(node, LOOK_number) &&
	    (ts->is_flat || node->level - ts->title_level < FLAT_RANK);
}

static bool
leads_key(const struct node *node)
{
	return node->next && node->next->look == LOOK_key;
}

/* The head of the list of figures and tables, below the contents proper. */
static bool
leads_list(const struct node *node)
{
	const struct node *first = node->parent->first;

	while (first && first->tag != TAG_TOC)
		first = first->next;
	return node->next && node->next->tag == TAG_TOC && first && first != node->next;
}

/* From 1 to 4. The sections of an appendix stand one level below those of the document. */
static int
rank_of(const struct typesetter *ts, const struct node *node)
{
	const struct node *appendix = appendix_of(node);
	int rank = node->level - ts->title_level;

	if (node->look == LOOK_cover_title || node->look == LOOK_appendix_title)
		return 1;
	if (node->look == LOOK_form_title)
		return appendix ? 3 : 2;
	if (leads_key(node))
		return FLAT_RANK;
	if (leads_list(node))
		return LAST_RANK;
	if (appendix ? appendix->look == LOOK_appendix : ts->is_flat)
		rank += FLAT_RANK - 1 - (appendix != NULL);
	return rank < 1 ? 1 : rank > LAST_RANK ? LAST_RANK : rank;
}

enum type_style
heading_style(const struct typesetter *ts, const struct node *node)
{
	return ranks[rank_of(ts, node) - 1].style;
}

static void
add_bar(struct flow *flow, const struct node *node, length above)
{
	const struct tokens *look = flow->ts->look;
	struct chunk *bar;

	if (look->head_bar == 0)
		return;
	bar = flow_add(flow, CHUNK_BAR, node, above);
	bar->size = look->head_bar;
	bar->left = flow->full_left;
	bar->keeps = 1;
	flow->next->below = look->space[SPACE_bar_below];
	flow->next->below_rules = true;
}

static void
add_number(struct flow *flow, const struct node *number, enum type_style style, struct flow *inner)
{
	const struct tokens *look = flow->ts->look;
	struct fount fount = fount_of(flow->ts, style);
	struct beside *beside;
	length clear = look->space[SPACE_number_clear];

	fount.colour = inner->colour;
	if (look->head_number == HEAD_HANG && style <= STYLE_H2)
		fount.weight = 400;
	if (look->head_number == HEAD_HANG && style == STYLE_H2)
		fount.size = scaled(fount.size, SECOND_NUMBER, 1000);
	if (look->head_number != HEAD_HANG)
		clear = look->space[SPACE_number_gap];
	beside = beside_of(flow->ts, number, &fount, flow->full_left);
	inner->left = longer(look->head_number == HEAD_HANG ? flow->left : 0,
	    flow->full_left + beside_width(beside) + clear);
	flow->next->beside = beside;
}

/* The id of a form at the right of its title. */
static void
add_id(struct flow *flow, const struct node *id, enum type_style style, struct chunk *chunk)
{
	struct fount fount = fount_of(flow->ts, style);
	struct beside *beside;

	fount.colour = COLOUR_brand;
	fount.weight = 400;
	beside = beside_of(flow->ts, id, &fount, flow->full_right);
	beside->at_right = true;
	beside->next = chunk->beside;
	chunk->beside = beside;
	chunk->tail = beside_width(beside) + flow->ts->look->space[SPACE_id_clear];
}

void
flow_heading(struct flow *flow, const struct node *node)
{
	const struct tokens *look = flow->ts->look;
	const struct rank *rank =
	    &ranks[(flow->frame && flow->frame->look == LOOK_callout ? LAST_RANK
	                                                             : rank_of(flow->ts, node)) -
	        1];
	const struct node *number = find_inline(node, LOOK_number),
	                  *id = find_inline(node, LOOK_form_id), *first = node->first;
	struct flow inner = *flow;
	struct chunk *chunk;
	length above = look->space[rank->above], below = look->space[rank->below];

	if (node->look == LOOK_form_title)
		above = 0, below = look->space[SPACE_form_title];
	if (node->look == LOOK_form_title || node->look == LOOK_cover_title ||
	    node->look == LOOK_appendix_title || leads_key(node) ||
	    (!flow->frame && leads_table(flow->ts, node)))
		inner.left = flow->full_left, inner.right = flow->full_right;
	/* larger type than the measure is made for */
	if (rank->style <= STYLE_H2 && !flow->frame)
		inner.right = flow->full_right;
	inner.colour = rank->style == STYLE_H3 && !flow->ts->is_flat && !flow->frame ? COLOUR_ink
	                                                                             : COLOUR_brand;
	if (rank->style == STYLE_H1 && flow->where == IN_PROSE)
		add_bar(flow, node, above);
	if (number)
		add_number(flow, number, rank->style, &inner);
	chunk = flow_words(&inner, node, &first, rank->style, above);
	if (!chunk)
		return;
	chunk->how = SET_BALANCED;
	chunk->hyphenates = false;
	chunk->is_whole = true;
	chunk->keeps = 2;
	if (id)
		add_id(flow, id, rank->style, chunk);
	flow->next->below = below;
	flow->next->below_rules = true;
}
