/* SPDX-License-Identifier: MIT */
/*
 * Lists and notes: a label that hangs, and what it labels.
 */
#include "typeset/flow.h"
#include "typeset/text/inline.h"

enum { DISC = 320 };	/* thousandths of the size: a bullet's width */

static const struct node *
child_of(const struct node *node, enum tag tag)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (child->tag == tag)
			return child;
	return NULL;
}

/* The fount of labels: semi-bold and coloured, but for (a), (b), (c) in a box. */
static struct fount
label_fount(const struct flow *flow)
{
	struct fount fount = fount_of(flow->ts, flow->style);

	if (!flow->frame || flow->frame->look == LOOK_callout) {
		fount = strong_fount(fount);
		fount.colour = COLOUR_brand;
	}
	return fount;
}

/* Where the words of the items begin, so that all of them align. */
static length
hang_of(const struct flow *flow, const struct node *list, struct beside **labels)
{
	const length *space = flow->ts->look->space;
	struct fount fount = label_fount(flow);
	length size = flow->ts->look->type[flow->style].size, widest = 0, least = 0;
	int count = 0;

	for (const struct node *item = list->first; item; item = item->next) {
		const struct node *label = child_of(item, TAG_LBL);

		labels[count] = label && label->first ? beside_of(flow->ts, label, &fount, 0) : NULL;
		widest = longer(widest, labels[count] ? beside_width(labels[count]) : scaled(size, DISC, 1000));
		count++;
	}
	if (list->ordered)
		least = flow->where != IN_PROSE ? space[SPACE_step_hang] : flow->frame ? space[SPACE_box_hang] : 0;
	return longer(widest + (flow->where == IN_PROSE && !flow->frame ? space[SPACE_bullet] : POINTS(5)), least);
}

static int
item_count(const struct node *list)
{
	int count = 0;

	for (const struct node *item = list->first; item; item = item->next)
		count++;
	return count;
}

/* Figures by quarter: the items side by side. */
static void
flow_even(struct flow *flow, const struct node *list)
{
	struct fount fount = fount_of(flow->ts, flow->style);
	struct chunk *chunk = flow_add(flow, CHUNK_EVEN, list, flow->paragraph_gap);
	struct beside **end = &chunk->beside;

	chunk->size = fount.size;
	chunk->leading = flow->ts->look->type[flow->style].leading;
	for (const struct node *item = list->first; item; item = item->next) {
		const struct node *label = child_of(item, TAG_LBL), *body = child_of(item, TAG_LBODY);
		struct beside *beside = ARENA_NEW(flow->ts->arena, struct beside);

		beside->para = para_begin(flow->ts, item);
		if (label)
			para_add_node(flow->ts, beside->para, label, &fount, 0);
		para_add_node(flow->ts, beside->para, body ? body : item, &fount, 0);
		para_end(flow->ts, beside->para);
		*end = beside;
		end = &beside->next;
	}
}

void
flow_list(struct flow *flow, const struct node *list)
{
	struct beside **labels = arena_array(flow->ts->scratch, (size_t)item_count(list), sizeof *labels);
	struct flow inner = *flow;
	struct upcoming *next = flow->next;
	int count = 0;

	if (list->look == LOOK_quarters) {
		flow_even(flow, list);
		return;
	}
	inner.left += hang_of(flow, list, labels);
	inner.paragraph_gap = flow->item_gap;
	for (const struct node *item = list->first; item; item = item->next, count++) {
		const struct node *body = child_of(item, TAG_LBODY);

		if (labels[count]) {
			labels[count]->x = flow->left;
			next->beside = labels[count];
		} else {
			next->disc = flow->left;
		}
		if (!next->below_rules)
			next->below = longer(next->below, item == list->first ? flow->paragraph_gap : flow->item_gap);
		flow_children(&inner, body ? body : item);
	}
}

/* The label of a note is its first child: a label, a number, or the way back to its mark. */
static const struct node *
note_label(const struct node *note)
{
	const struct node *first = note->first;

	if (first && first->tag == TAG_P)
		first = first->first;
	if (first && (first->tag == TAG_LBL || first->look == LOOK_number || first->look == LOOK_back_link ||
	    first->look == LOOK_note_mark))
		return first;
	return NULL;
}

void
flow_note(struct flow *flow, const struct node *note)
{
	const length *space = flow->ts->look->space;
	const struct node *label = note_label(note), *child = note->first;
	struct fount fount = strong_fount(fount_of(flow->ts, STYLE_NOTE));
	struct flow inner = *flow;

	inner.style = STYLE_NOTE;
	inner.note = note;
	inner.where = IN_NOTE;
	inner.left += space[SPACE_note_hang];
	inner.paragraph_gap = space[SPACE_note_gap];
	fount.colour = COLOUR_brand;
	if (label) {
		flow->next->beside = beside_of(flow->ts, label, &fount, flow->left);
		inner.left = longer(inner.left, flow->left + beside_width(flow->next->beside) + POINTS(4));
	}
	if (!flow->next->below_rules)
		flow->next->below = longer(flow->next->below, space[SPACE_note_gap]);
	inner.skip = label;
	while (child) {
		if (child == label) {
			child = child->next;
		} else if (tag_is_inline(child->tag)) {
			flow_words(&inner, note, &child, STYLE_NOTE, 0);
		} else {
			flow_node(&inner, child);
			child = child->next;
		}
	}
}
