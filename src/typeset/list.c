/* SPDX-License-Identifier: MIT */
/*
 * Lists, notes and contents: a label that hangs, and what it labels.
 *
 * A line of the contents has its page at the right edge of the measure. Those
 * of the first level are semi-bold and have no leader; those of figures and
 * tables are small, with their labels in a column.
 */
#include "typeset/flow.h"
#include "typeset/text/inline.h"

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
	enum space gap;
	int count = 0;

	for (const struct node *item = list->first; item; item = item->next) {
		const struct node *label = child_of(item, TAG_LBL);

		labels[count] =
		    label && label->first ? beside_of(flow->ts, label, &fount, 0) : NULL;
		widest = longer(widest,
		    labels[count] ? beside_width(labels[count]) : scaled(size, DISC, 1000));
		count++;
	}
	if (list->ordered)
		least = flow->where != IN_PROSE ? space[SPACE_step_hang]
		      : flow->frame             ? space[SPACE_box_hang] : 0;
	gap = flow->where == IN_PROSE && !flow->frame ? SPACE_bullet : SPACE_cell_bullet;
	return longer(widest + space[gap], least);
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
		const struct node *label = child_of(item, TAG_LBL),
		                  *body = child_of(item, TAG_LBODY);
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
	struct beside **labels =
	    arena_array(flow->ts->scratch, (size_t)item_count(list), sizeof *labels);
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
			next->below = longer(next->below,
			    item == list->first ? flow->paragraph_gap : flow->item_gap);
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
	if (first &&
	    (first->tag == TAG_LBL || first->look == LOOK_number || first->look == LOOK_back_link ||
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
	inner.paragraph_gap = inner.item_gap = space[SPACE_note_gap];
	fount.colour = COLOUR_brand;
	if (label) {
		flow->next->beside = beside_of(flow->ts, label, &fount, flow->left);
		inner.left =
		    longer(inner.left, flow->left + beside_width(flow->next->beside) +
		        space[SPACE_note_clear]);
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

/* ---- contents ---- */

static struct beside *
page_beside(struct flow *flow, const struct node *entry, const struct fount *fount)
{
	const struct node *page = entry;
	struct beside *beside = ARENA_NEW(flow->ts->arena, struct beside);

	while (page && page->tag != TAG_PAGE_OF)
		page = node_next(page, entry);
	beside->para = para_begin(flow->ts, entry);
	if (page)
		para_add_node(flow->ts, beside->para, page, fount, 0);
	para_end(flow->ts, beside->para);
	beside->at_right = true;
	beside->x = flow->right;
	return beside;
}

/* How the lines of a level are set. */
struct line_look {
	enum type_style style;
	bool is_strong, has_leader;
	enum colour number;
	length gap, label;
};

static struct line_look
look_of(const struct flow *flow, const struct node *entry)
{
	const struct tokens *look = flow->ts->look;
	length pitch = look->space[SPACE_contents_item] - look->type[STYLE_BODY].size;

	if (find_inline(entry, LOOK_table_label))
		return (struct line_look){ STYLE_SMALL, false, false, COLOUR_ink,
			look->type[STYLE_SMALL].leading + POINTS(1) - look->type[STYLE_SMALL].size,
			look->space[SPACE_contents_label] };
	if (entry->level <= 1)
		return (struct line_look){ STYLE_BODY, true, false, COLOUR_brand,
			pitch + look->space[SPACE_contents_above], 0 };
	return (struct line_look){ STYLE_BODY, false, true, COLOUR_muted, pitch, 0 };
}

static void
flow_entry(struct flow *flow, const struct node *entry, const struct node *line)
{
	struct line_look look = look_of(flow, line);
	const struct node *first = line->first;
	const struct node *number = find_inline(line, look.label ? LOOK_table_label : LOOK_number);
	struct fount fount = fount_of(flow->ts, look.style), number_fount;
	struct flow inner = *flow;
	struct beside *page;
	struct chunk *chunk;
	struct para *para;
	length room;

	fount = look.is_strong ? strong_fount(fount) : fount;
	number_fount = fount;
	number_fount.colour = look.number;
	page = page_beside(flow, line, &fount);
	page->has_leader = look.has_leader;
	room = longer(flow->ts->look->space[SPACE_contents_page],
	    beside_width(page) + flow->ts->look->space[SPACE_beside]);
	if (number) {
		struct beside *beside = beside_of(flow->ts, number, &number_fount,
		    look.label ? flow->left : flow->full_left);

		inner.left =
		    longer(flow->left + look.label, beside->x + beside_width(beside) +
		        flow->ts->look->space[SPACE_beside]);
		beside->next = page;
		page = beside;
	}
	flow->next->beside = page;
	para = para_of(flow->ts, line, &first, &fount,
	    ASIDE(number) | ASIDE(table_label) | ASIDE_PAGE_OF | KEEP_INK);
	chunk = flow_add(&inner, CHUNK_WORDS, entry, look.gap);
	chunk->para = para;
	chunk->size = fount.size;
	chunk->leading = flow->ts->look->type[look.style].leading;
	chunk->right += room;
	chunk->keeps = look.is_strong && entry->next ? 1 : 0;
}

void
flow_contents(struct flow *flow, const struct node *toc)
{
	for (const struct node *entry = toc->first; entry; entry = entry->next) {
		const struct node *line = entry;

		if (entry->tag == TAG_TOC) {
			flow_contents(flow, entry);
			continue;
		}
		if (entry->first && entry->first->tag == TAG_P)
			line = entry->first;
		if (line->first)
			flow_entry(flow, entry, line);
	}
}
