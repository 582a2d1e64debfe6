/* SPDX-License-Identifier: MIT */
/*
 * The bar of a page on which exempt matter stands, and of no other: the boxes
 * of a page show nodes of the tree, and these say what makes them exempt. It
 * names the paragraphs that the page itself needs, and is an artifact.
 */
#include "typeset/furniture/furniture.h"

#include "typeset/page.h"

enum { BASE_OF_TURNED = 280, QUARTER = 90 };	/* thousandths of the size; degrees */

ARRAY(const struct exemption *, exemptions);

/* "9" before "12": numbers have no leading zeros. */
static bool
comes_before(struct text a, struct text b)
{
	return a.length != b.length ? a.length < b.length : text_compare(a, b) < 0;
}

static void
add_exemption(struct typesetter *ts, struct exemptions *found, const struct exemption *exemption)
{
	size_t at = found->count;

	for (size_t i = 0; i < found->count; i++)
		if (found->at[i] == exemption)
			return;
	(void)array_push(ts->scratch, found);
	for (; at > 0 && comes_before(exemption->paragraph, found->at[at - 1]->paragraph); at--)
		found->at[at] = found->at[at - 1];
	found->at[at] = exemption;
}

/*
 * What makes the page exempt, by paragraph; a whole document that is exempt
 * makes all its pages so.
 */
static struct exemptions
find_exemptions(struct typesetter *ts, const struct page *page)
{
	struct exemptions found = { 0 };
	const struct node *last = NULL;
	const struct exemption *exemption;

	if (ts->tree->root->exemption)
		add_exemption(ts, &found, ts->tree->root->exemption);
	for (size_t i = 0; i < page->boxes.count; i++) {
		const struct node *node = page->boxes.at[i].shows;

		if (node == last)
			continue;
		last = node;
		for (; node; node = node->parent)
			for (exemption = node->exemption; exemption; exemption = exemption->also)
				add_exemption(ts, &found, exemption);
	}
	return found;
}

static bool
has_paragraph(struct text list, struct text paragraph)
{
	for (size_t at = 0, end; at < list.length; at = end + 2) {
		end = text_find_byte(list, ',', at);
		if (text_equal(text_slice(list, at, end), paragraph))
			return true;
	}
	return false;
}

/* "1, 3" */
static struct text
paragraphs_of(struct typesetter *ts, const struct exemptions *found)
{
	struct text list = TEXT("");

	for (size_t i = 0; i < found->count; i++) {
		struct text paragraph = found->at[i]->paragraph;

		if (paragraph.length > 0 && !has_paragraph(list, paragraph))
			list = text_format(ts->scratch, "%.*s%s%.*s", TEXT_ARGS(list),
			    list.length > 0 ? ", " : "", TEXT_ARGS(paragraph));
	}
	return list;
}

static struct text
bar_words(struct typesetter *ts, const struct exemptions *found)
{
	struct text words = style_phrase(ts->style, "exempt-bar"),
	            list = paragraphs_of(ts, found);
	size_t mark = text_find(words, TEXT("{n}"), 0);

	if (list.length == 0)
		return style_phrase(ts->style, "confidential-bar");
	if (mark == words.length)
		return words;
	return text_format(ts->scratch, "%.*s%.*s%.*s", TEXT_ARGS(text_slice(words, 0, mark)),
	    TEXT_ARGS(list), TEXT_ARGS(text_from(words, mark + 3)));
}

void
paint_exempt_bar(const struct painter *painter)
{
	struct typesetter *ts = painter->ts;
	struct exemptions found = find_exemptions(ts, painter->page);
	struct fount fount = strong_fount(fount_of(ts, STYLE_LABEL));
	struct para *para = para_begin(ts, NULL);
	const length *space = ts->look->space;
	length bar = space[SPACE_exempt_bar], side = space[SPACE_exempt_side],
	       end = space[SPACE_exempt_end];
	length height = painter->page->height - 2 * end;

	if (found.count == 0)
		return;
	fount.colour = COLOUR_paper;
	para_add_artifact(ts, para, &fount, bar_words(ts, &found));
	set_line(ts, para);
	paint_fill(painter, COLOUR_exempt, side, end, bar, height);
	paint_turned(painter, para, side + bar / 2 + scaled(fount.size, BASE_OF_TURNED, 1000),
	    end + height - (height - line_width(para)) / 2, QUARTER);
}
