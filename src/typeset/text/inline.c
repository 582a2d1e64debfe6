/* SPDX-License-Identifier: MIT */
/*
 * Inline nodes to runs. A look changes the type of the words in it; what each
 * changes is a row of the table. Weights are asked for, and the style's nearest
 * face is what is drawn.
 */
#include "typeset/text/inline.h"

_Static_assert(LOOK_COUNT <= 62,
    "a set of looks is a word of 64 bits, and two of them say something else");

enum { SEMI_BOLD = 600, PLAIN = 400 };
/* In thousandths of the size: how far a raised mark stands and how large it is; a tag's words. */
enum { RAISED_BY = 380, RAISED_SIZE = 720, TAG_SIZE = 900 };

struct change { int weight; enum colour colour; bool raised, framed; };
static const struct change changes[LOOK_COUNT] = {
	[LOOK_strong] = { .weight = SEMI_BOLD },
	[LOOK_emphasis] = { .weight = SEMI_BOLD },
	[LOOK_muted] = { .weight = PLAIN, .colour = COLOUR_muted },
	[LOOK_cell_ref] = { .colour = COLOUR_muted },
	[LOOK_cell_actual] = { .weight = SEMI_BOLD },
	[LOOK_table_label] = { .colour = COLOUR_brand },
	[LOOK_group_facts] = { .weight = PLAIN, .colour = COLOUR_muted },
	[LOOK_form_id] = { .weight = PLAIN },
	[LOOK_tag_id] = { .weight = 500, .framed = true },
	[LOOK_note_mark] = { .weight = SEMI_BOLD, .raised = true },
	[LOOK_draft_mark] = { .weight = SEMI_BOLD, .colour = COLOUR_bad, .raised = true },
	[LOOK_exempt_words] = { .weight = SEMI_BOLD, .colour = COLOUR_exempt },
};

struct fount
fount_of(const struct typesetter *ts, enum type_style style)
{
	const struct type_row *row = &ts->look->type[style];

	return (struct fount){ .family = row->display ? FAMILY_DISPLAY : FAMILY_TEXT,
		.weight = row->weight, .size = row->size, .colour = COLOUR_ink };
}

struct fount
strong_fount(struct fount fount)
{
	fount.weight = fount.weight > SEMI_BOLD ? fount.weight : SEMI_BOLD;
	return fount;
}

/* The words behind a mark have its colour and weight. */
static struct fount
marked_fount(struct fount fount, enum mark mark)
{
	const struct mark_row *row = &mark_rows[mark];

	fount.colour = row->colour ? row->colour : fount.colour;
	fount.weight = row->weight ? row->weight : fount.weight;
	return fount;
}

static struct fount
changed_fount(const struct fount *fount, const struct node *node)
{
	struct fount to = *fount;
	enum look look = node->look;

	if (changes[look].weight)
		to.weight = changes[look].weight == SEMI_BOLD ? strong_fount(to).weight
		                                              : changes[look].weight;
	if (changes[look].colour)
		to.colour = changes[look].colour;
	if (changes[look].raised) {
		to.rise = scaled(to.size, RAISED_BY, 1000);
		to.size = scaled(to.size, RAISED_SIZE, 1000);
	}
	if (changes[look].framed)
		to.size = scaled(to.size, TAG_SIZE, 1000);
	if (look == LOOK_plain && (node->tag == TAG_LINK || node->tag == TAG_REFERENCE) &&
	    to.colour == COLOUR_ink)
		to.colour = COLOUR_link;
	to = marked_fount(to, node->mark);
	if (fount->colour == COLOUR_on_brand)	/* on the dark ground of a bar no other is seen */
		to.colour = COLOUR_on_brand;
	return to;
}

/* What the next run bears in front: a mark, a frame's side, the gap of a raised mark. */
struct pending {
	const struct mark_row *mark;
	length before;
	bool is_framed;
	const struct node *refers;
};

static void
bear_mark(const struct typesetter *ts, enum mark mark, length size, struct pending *pending)
{
	if (mark == MARK_NONE)
		return;
	pending->mark = &mark_rows[mark];
	pending->before = scaled(pending->mark->emblem.width, (int64_t)size * MARK_HEIGHT,
	        (int64_t)pending->mark->emblem.height * 1000) + ts->look->space[SPACE_mark];
}

static void
add_leaf(struct typesetter *ts, struct para *para, const struct node *leaf,
    const struct fount *fount, struct pending *pending)
{
	struct run run = { .shows = leaf, .refers = pending->refers, .mark = pending->mark,
		.fount = *fount, .before = pending->before, .is_framed = pending->is_framed };
	struct text words = leaf->words;

	if (leaf->tag == TAG_PAGE_OF) {
		words = page_words(ts, leaf->to);
		para->has_page_of = true;
	} else if (leaf->tag == TAG_BREAK) {
		words = TEXT("\n");
	}
	if (para->words.length == 0 && text_is_blank(words) && leaf->tag == TAG_TEXT)
		return;		/* it parts a number from these words, and stands with the number */
	if (leaf->parent->look == LOOK_table_label && !leaf->next)
		run.after = ts->look->space[SPACE_caption_gap];
	if (leaf->next && leaf->next->look == LOOK_tag && text_is_blank(words))
		run.after = ts->look->space[SPACE_caption_gap];	/* tags in a line stand apart */
	if (run.is_framed)
		run.after = ts->look->space[SPACE_tag_side] + ts->look->space[SPACE_tag_gap];
	para_add(ts, para, &run, words);
	if (words.length > 0)
		*pending = (struct pending){ .refers = pending->refers };
}

static void
add_node(struct typesetter *ts, struct para *para, const struct node *node,
    const struct fount *fount, uint64_t aside, struct pending *pending)
{
	struct fount own = changed_fount(fount, node);

	if ((node->look != LOOK_plain && aside >> node->look & 1) ||
	    (node->tag == TAG_PAGE_OF && aside & ASIDE_PAGE_OF))
		return;
	if (aside & KEEP_INK && own.colour == COLOUR_link)
		own.colour = fount->colour;
	if (node->tag == TAG_BREAK && aside & JOIN_LINES) {
		para_add_artifact(ts, para, fount, TEXT(" "));
		return;
	}
	if (tag_is_leaf(node->tag)) {
		add_leaf(ts, para, node, fount, pending);
		return;
	}
	bear_mark(ts, node->mark, fount->size, pending);
	if (changes[node->look].framed) {
		pending->is_framed = true;
		pending->before += ts->look->space[SPACE_tag_side];
	}
	if (changes[node->look].raised && para->words.length > 0)
		pending->before += ts->look->space[SPACE_raised];
	if (node->look == LOOK_note_mark)
		pending->refers = tree_find(ts->tree, node->to);
	for (const struct node *child = node->first; child; child = child->next)
		add_node(ts, para, child, &own, aside, pending);
	if (node->look == LOOK_note_mark)
		pending->refers = NULL;
}

void
para_add_node(struct typesetter *ts, struct para *para, const struct node *node,
    const struct fount *fount, uint64_t aside)
{
	struct pending pending = { 0 };

	add_node(ts, para, node, fount, aside, &pending);
}

struct para *
para_of(struct typesetter *ts, const struct node *node, const struct node **first,
    const struct fount *fount, uint64_t aside)
{
	struct para *para = para_begin(ts, node);
	struct pending pending = { 0 };
	struct fount own = marked_fount(*fount, node->mark);

	bear_mark(ts, node->mark, fount->size, &pending);
	for (; *first && tag_is_inline((*first)->tag); *first = (*first)->next)
		add_node(ts, para, *first, &own, aside, &pending);
	para_end(ts, para);
	return para;
}

const struct node *
find_inline(const struct node *node, enum look look)
{
	for (const struct node *child = node->first; child; child = child->next) {
		const struct node *found = NULL;

		if (!tag_is_inline(child->tag))
			continue;
		if (child->look == look)
			return child;
		found = find_inline(child, look);
		if (found)
			return found;
	}
	return NULL;
}
