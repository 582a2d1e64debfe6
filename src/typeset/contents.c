/* SPDX-License-Identifier: MIT */
/*
 * The contents: number in the hang, title, leader, page at the right edge of
 * the measure. A line of the first level is semi-bold and has no leader;
 * figures and tables are small, with their labels in a column.
 */
#include "typeset/flow.h"
#include "typeset/text/inline.h"

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
struct line_look { enum type_style style; bool is_strong, has_leader; enum colour number; length gap, label; };

static struct line_look
look_of(const struct flow *flow, const struct node *entry)
{
	const struct tokens *look = flow->ts->look;
	length pitch = look->space[SPACE_contents_item] - look->type[STYLE_BODY].size;

	if (find_inline(entry, LOOK_table_label))
		return (struct line_look){ STYLE_SMALL, false, false, COLOUR_ink,
			look->type[STYLE_SMALL].leading + POINTS(1) - look->type[STYLE_SMALL].size, look->space[SPACE_contents_label] };
	if (entry->level <= 1)
		return (struct line_look){ STYLE_BODY, true, false, COLOUR_brand, pitch + look->space[SPACE_contents_above], 0 };
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

	fount = look.is_strong ? strong_fount(fount) : fount;
	number_fount = fount;
	number_fount.colour = look.number;
	page = page_beside(flow, line, &fount);
	page->has_leader = look.has_leader;
	if (number) {
		struct beside *beside = beside_of(flow->ts, number, &number_fount, look.label ? flow->left : flow->full_left);

		inner.left = longer(flow->left + look.label, beside->x + beside_width(beside) + POINTS(8));
		beside->next = page;
		page = beside;
	}
	flow->next->beside = page;
	para = para_of(flow->ts, line, &first, &fount, ASIDE(number) | ASIDE(table_label) | ASIDE_PAGE_OF | KEEP_INK);
	chunk = flow_add(&inner, CHUNK_WORDS, entry, look.gap);
	chunk->para = para;
	chunk->size = fount.size;
	chunk->leading = flow->ts->look->type[look.style].leading;
	chunk->right += POINTS(36);
	chunk->keeps = look.is_strong ? 1 : 0;
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
		for (const struct node *child = entry->first; child; child = child->next)
			if (child->tag == TAG_TOC)
				flow_contents(flow, child);
	}
}
