/* SPDX-License-Identifier: MIT */
/*
 * Looking into pages.
 */
#include "model/page.h"

static bool
is_within(const struct node *node, const struct node *top)
{
	while (node && node != top)
		node = node->parent;
	return node == top;
}

static void
widen(length extent[4], const length with[4])
{
	for (int i = 0; i < 2; i++) {
		extent[i] = with[i] < extent[i] ? with[i] : extent[i];
		extent[i + 2] = with[i + 2] > extent[i + 2] ? with[i + 2] : extent[i + 2];
	}
}

bool
pages_extent(const struct pages *pages, const struct node *node, int page, length extent[4])
{
	const struct page *on = &pages->list.at[page];
	bool found = false;

	for (size_t i = 0; i < on->boxes.count; i++) {
		const struct box *box = &on->boxes.at[i];
		length rise = box->kind == BOX_TEXT ? box->height * 78 / 100 : 0;
		length with[4] = { box->x, box->y - rise, box->x + box->width,
		    box->y - rise + box->height };

		if (!box->shows || !is_within(box->shows, node))
			continue;
		if (found)
			widen(extent, with);
		else
			for (int k = 0; k < 4; k++)
				extent[k] = with[k];
		found = true;
	}
	return found;
}
