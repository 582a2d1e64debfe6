/* SPDX-License-Identifier: MIT */
/*
 * Nodes to chunks. Each block says how far it wants to stand from what is
 * before and after it; of two such wishes the larger stands, but what a
 * heading wants below itself always does.
 */
#include "typeset/flow.h"

#include "typeset/figure.h"
#include "typeset/table/table.h"
#include "typeset/text/inline.h"

struct flow
flow_of_page(struct typesetter *ts, struct upcoming *next, length width)
{
	const struct tokens *look = ts->look;
	length measure = ts->is_flat ? look->space[SPACE_numbered_measure] : look->measure;
	length size = look->type[STYLE_BODY].size;
	struct flow flow = { .ts = ts, .style = STYLE_BODY, .left = look->hang, .next = next };

	flow.right = longer(width - look->hang - measure, 0);
	flow.paragraph_gap =
	    ts->is_flat ? look->space[SPACE_numbered] : look->space[SPACE_paragraph] - size;
	flow.item_gap = look->space[SPACE_item] - size;
	next->disc = NO_DISC;
	return flow;
}

struct flow
flow_of_cell(struct typesetter *ts, struct upcoming *next, struct galley *galley,
    enum type_style style)
{
	const length *space = ts->look->space;

	next->disc = NO_DISC;
	return (struct flow){ .ts = ts, .galley = galley, .next = next, .style = style,
		.where = style == STYLE_FORM ? IN_FORM : IN_CELL,
		.paragraph_gap = space[SPACE_cell_paragraph], .item_gap = space[SPACE_cell_item] };
}

/* ---- chunks ---- */

struct chunk *
flow_add(struct flow *flow, enum chunk_kind kind, const struct node *node, length above)
{
	struct arena *arena = flow->ts->arena;
	struct chunk *chunk = ARENA_NEW(arena, struct chunk);
	struct upcoming *next = flow->next;

	*array_push(flow->ts->scratch, &flow->galley->chunks) = chunk;
	chunk->kind = kind;
	chunk->node = node;
	chunk->note = flow->note;
	chunk->frame = flow->frame;
	chunk->above = next->below_rules ? next->below : longer(next->below, above);
	chunk->new_page = next->new_page;
	chunk->disc = next->disc;
	chunk->beside = next->beside;
	chunk->left = flow->left;
	chunk->right = flow->right;
	*next = (struct upcoming){ .disc = NO_DISC };
	return chunk;
}

static struct fount
words_fount(const struct flow *flow, enum type_style style)
{
	struct fount fount = fount_of(flow->ts, style);

	fount.weight = flow->weight ? flow->weight : fount.weight;
	fount.colour = flow->colour ? flow->colour : fount.colour;
	return fount;
}

static struct chunk *
add_words(struct flow *flow, const struct node *node, struct para *para, enum type_style style,
    length above)
{
	struct chunk *chunk = flow_add(flow, CHUNK_WORDS, node, above);
	const struct type_row *row = &flow->ts->look->type[style];

	chunk->para = para;
	chunk->size = row->size;
	chunk->leading = row->leading;
	chunk->set = flow->set;
	chunk->how =
	    flow->ts->look->justify && flow->where == IN_PROSE ? SET_JUSTIFIED : SET_RAGGED;
	chunk->hyphenates = flow->ts->look->hyphenate && flow->where == IN_PROSE;
	return chunk;
}

struct chunk *
flow_words(struct flow *flow, const struct node *node, const struct node **first,
    enum type_style style, length above)
{
	struct fount fount = words_fount(flow, style);
	uint64_t aside = ASIDE(number) | ASIDE(form_id) | ASIDE(group_facts) |
	    (flow->where == IN_CELL ? KEEP_INK : 0) | (flow->joins_lines ? JOIN_LINES : 0);
	struct para *para = para_of(flow->ts, node, first, &fount, aside);

	if (para_is_empty(para) && !flow->next->beside && flow->next->disc == NO_DISC)
		return NULL;
	return add_words(flow, node, para, style, above);
}

struct beside *
beside_of(struct typesetter *ts, const struct node *node, const struct fount *fount, length x)
{
	struct beside *beside = ARENA_NEW(ts->arena, struct beside);

	beside->para = para_begin(ts, node);
	for (const struct node *child = node->first; child; child = child->next)
		if (tag_is_inline(child->tag))
			para_add_node(ts, beside->para, child, fount, 0);
	if (node->next && node->next->tag == TAG_TEXT && text_is_blank(node->next->words))
		para_add_node(ts, beside->para, node->next, fount, 0);
	para_end(ts, beside->para);
	beside->x = x;
	return beside;
}

length
beside_width(const struct beside *beside)
{
	length least, most;

	para_measure(beside->para, &least, &most);
	return most;
}

/* ---- paragraphs ---- */

/* A number at the left edge of the full width; the words keep clear of it. */
static void
hang_number(struct flow *flow, const struct node *number, struct flow *inner)
{
	struct fount fount = fount_of(flow->ts, flow->style);
	struct beside *beside;

	fount.colour = COLOUR_brand;
	fount.weight = 500;
	beside = beside_of(flow->ts, number, &fount, flow->full_left);
	inner->left = longer(flow->left, flow->full_left + beside_width(beside) +
	        flow->ts->look->space[SPACE_beside]);
	beside->next = flow->next->beside;
	flow->next->beside = beside;
}

/* A paragraph whose look asks for a type and room of its own. */
static const struct paragraph_look {
	enum look look;
	enum type_style style;
	enum colour colour;
	bool is_full;
	bool in_cells;		/* its type is its own there too */
} paragraph_looks[] = {
	{ LOOK_lead, STYLE_LEAD, COLOUR_NONE, false, false },
	{ LOOK_hint, STYLE_SMALL, COLOUR_muted, true, false },
	{ LOOK_theme_facts, STYLE_FORM, COLOUR_NONE, false, false },
	{ LOOK_kicker, STYLE_SMALL, COLOUR_muted, true, false },
	{ LOOK_note, STYLE_NOTE, COLOUR_NONE, false, false },
	{ LOOK_muted, STYLE_BODY, COLOUR_muted, false, false },
	{ LOOK_cover_subtitle, STYLE_FRONT, COLOUR_NONE, true, false },
	{ LOOK_cover_aside, STYLE_FRONT, COLOUR_muted, true, false },
	{ LOOK_callout_title, STYLE_H4, COLOUR_brand, false, false },
	{ LOOK_item_number, STYLE_GROUP, COLOUR_brand, false, true },
	{ LOOK_item_title, STYLE_GROUP, COLOUR_NONE, false, true },
};

/* A section's first words, where its table follows at once: alone they would head an empty page. */
static bool
leads_into_table(const struct node *node)
{
	const struct node *next = node->next;

	return node->look == LOOK_lead && (next->tag == TAG_TABLE || next->tag == TAG_FIGURE);
}

static void
flow_paragraph(struct flow *flow, const struct node *node)
{
	const struct node *first = node->first, *number = find_inline(node, LOOK_number);
	enum type_style style = flow->style;
	length above = flow->paragraph_gap;
	struct flow inner = *flow;
	struct chunk *chunk;

	for (size_t i = 0; i < sizeof paragraph_looks / sizeof *paragraph_looks; i++) {
		const struct paragraph_look *row = &paragraph_looks[i];

		if (row->look != node->look)
			continue;
		style = flow->where == IN_PROSE || row->in_cells ? row->style : style;
		inner.colour = row->colour ? row->colour : flow->colour;
		if (row->is_full && flow->where == IN_PROSE)
			inner.left = flow->full_left;
	}
	if (node->look == LOOK_hint)
		above = flow->ts->look->space[SPACE_hint];
	if (node->look == LOOK_cell_below) {	/* plain, however strong the first line is */
		above = flow->ts->look->type[style].leading - flow->ts->look->type[style].size;
		inner.weight = 0;
	}
	if (node->set)
		inner.set = node->set;
	if (first && first == flow->skip)
		first = first->next;
	if (number && number != flow->skip)
		hang_number(flow, number, &inner);
	chunk = flow_words(&inner, node, &first, style, above);
	if (!chunk)
		return;
	flow->next->below = node->look == LOOK_kicker || node->look == LOOK_callout_title
	    ? flow->ts->look->space[SPACE_kicker]
	    : 0;
	if (flow->next->below > 0 && node->next && node->next->look == LOOK_cover_title)
		flow->next->below += flow->ts->look->space[SPACE_cover_subtitle];
	flow->next->below_rules =
	    node->look == LOOK_kicker || node->look == LOOK_callout_title;
	chunk->keeps = node->keep || node->look == LOOK_kicker ? 1 : 0;
	chunk->is_whole = node->next && leads_into_table(node);
	if (chunk->is_whole || (node->next && node->next->tag == TAG_L))
		chunk->keeps = 1;
	for (; first; first = first->next)
		flow_node(flow, first);
}

/* Blocks, and between them words that stand in no paragraph of their own. */
void
flow_children(struct flow *flow, const struct node *node)
{
	for (const struct node *child = node->first; child;) {
		if (tag_is_inline(child->tag)) {
			struct chunk *chunk =
			    flow_words(flow, node, &child, flow->style, flow->paragraph_gap);

			if (chunk && child && child->tag == TAG_L)
				chunk->keeps = 1;
			continue;
		}
		flow_node(flow, child);
		child = child->next;
	}
}

/* ---- boxes ---- */

static void
flow_framed(struct flow *flow, const struct node *node)
{
	const length *space = flow->ts->look->space;
	struct frame *frame = ARENA_NEW(flow->ts->arena, struct frame);
	bool is_full = node->look != LOOK_callout;
	struct flow inner = *flow;

	frame->look = node->look;
	frame->left = is_full ? flow->full_left : flow->left;
	frame->right = is_full ? flow->full_right : flow->right;
	frame->pad = space[SPACE_callout_pad];
	inner.frame = frame;
	inner.left = inner.full_left = frame->left + space[SPACE_callout_left];
	inner.right = inner.full_right = frame->right + space[SPACE_callout_right];
	if (!flow->next->below_rules)
		flow->next->below = longer(flow->next->below, space[SPACE_callout]);
	flow->next->below_rules = true;
	flow_children(&inner, node);
	flow->next->below = space[SPACE_callout];
	flow->next->below_rules = false;
}

static void
flow_quote(struct flow *flow, const struct node *node)
{
	length indent = flow->ts->look->space[SPACE_quote];

	flow->left += indent;
	flow_children(flow, node);
	flow->left -= indent;
}

/* ---- tables and pictures ---- */

struct chunk *
flow_caption(struct flow *flow, const struct node *caption)
{
	const length *space = flow->ts->look->space;
	const struct node *first = caption->first;
	struct flow inner = *flow;
	struct chunk *chunk;

	inner.left = flow->full_left;
	inner.right = flow->full_right;
	chunk = flow_words(&inner, caption, &first, STYLE_H4, space[SPACE_caption_above]);
	for (; first; first = first->next)
		flow_node(&inner, first);
	flow->next->below = space[SPACE_caption_below];
	flow->next->below_rules = true;
	for (size_t i = 0; i < flow->galley->chunks.count; i++)
		if (flow->galley->chunks.at[i]->node == caption ||
		    flow->galley->chunks.at[i]->node->parent == caption) {
			flow->galley->chunks.at[i]->keeps = 1;
			flow->galley->chunks.at[i]->is_whole = true;
		}
	return chunk;
}

static const struct node *
caption_of(const struct node *node)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (child->tag == TAG_CAPTION)
			return child;
	return NULL;
}

static void
flow_figure(struct flow *flow, const struct node *node)
{
	enum space above = node->tag == TAG_FORM ? SPACE_hint : SPACE_caption_above;
	struct chunk *chunk;

	if (caption_of(node))
		flow_caption(flow, caption_of(node));
	if (node->tag != TAG_FORM && !node->image && !node->picture)
		return;
	chunk = flow_add(flow, CHUNK_FIGURE, node, flow->ts->look->space[above]);
	chunk->plate = plate_new(flow->ts, node);
	if (flow->where == IN_PROSE && picture_of(node))
		chunk->left = flow->full_left, chunk->right = flow->full_right;
	flow->next->below = flow->ts->look->space[SPACE_table_below];
}

/* In a cell or box a table is a row of strips, its caption a paragraph above it. */
static void
flow_table(struct flow *flow, const struct node *node)
{
	bool is_nested = flow->where != IN_PROSE || flow->frame;
	struct grid *grid = grid_new(flow->ts, node, is_nested);
	struct chunk *chunk;

	if (is_nested && caption_of(node))
		flow_caption(flow, caption_of(node));
	chunk = flow_add(flow, CHUNK_TABLE, node, flow->ts->look->space[SPACE_caption_above]);
	chunk->grid = grid;
	chunk->is_nested = is_nested;
	chunk->left = flow->full_left;
	chunk->right = flow->full_right;
	chunk->landscape = node->landscape;
	flow->next->below = flow->ts->look->space[SPACE_table_below];
}

/* ---- any block ---- */

void
flow_node(struct flow *flow, const struct node *node)
{
	switch (node->tag) {
	case TAG_H: flow_heading(flow, node); break;
	case TAG_P: flow_paragraph(flow, node); break;
	case TAG_L: flow_list(flow, node); break;
	case TAG_TOC: flow_contents(flow, node); break;
	case TAG_TABLE: flow_table(flow, node); break;
	case TAG_FORM:
	case TAG_FIGURE: flow_figure(flow, node); break;
	case TAG_CAPTION: flow_caption(flow, node); break;
	case TAG_NOTE: flow_note(flow, node); break;
	case TAG_QUOTE: flow_quote(flow, node); break;
	default:
		if (node->look == LOOK_callout || node->look == LOOK_recommendations ||
		    node->look == LOOK_exempt_box)
			flow_framed(flow, node);
		else
			flow_children(flow, node);
	}
}
