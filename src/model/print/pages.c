/* SPDX-License-Identifier: MIT */
/*
 * The pages as indented text: page by page, box by box in the order of
 * drawing. Lengths are points. A box of words says which leaf it shows (its
 * place in reading order) and the words of its pieces, joined; what shows
 * nothing says what sort of artifact it is.
 */
#include "model/print.h"

static const char *const kinds[] = { "text", "fill", "path", "image" };
static const char *const artifacts[] = { "layout", "header", "footer", "background" };

static void
put_length(struct buffer *out, const char *before, length value)
{
	buffer_string(out, before);
	buffer_thousandths(out, value);
}

static void
put_words(struct buffer *out, const struct box *box)
{
	buffer_string(out, " \"");
	for (int i = 0; i < box->piece_count; i++)
		buffer_backslashed(out, box->pieces[i].shaped->words);
	buffer_byte(out, '"');
}

/* A leaf by its number and its parent's tag; a figure by its own. */
static void
put_shown(struct buffer *out, const struct box *box)
{
	const struct node *node = box->shows;

	if (!node) {
		buffer_format(out, " (%s)", artifacts[box->artifact]);
		return;
	}
	buffer_format(out, " %s %d",
	    tag_names[tag_is_leaf(node->tag) && node->parent ? node->parent->tag : node->tag],
	    node->index);
}

static void
put_box(struct buffer *out, const struct pages *pages, const struct box *box)
{
	const struct shape *shape = box->kind == BOX_PATH ? box->shape : NULL;

	buffer_format(out, "  %s", kinds[box->kind]);
	put_length(out, " ", box->x);
	put_length(out, " ", box->y);
	put_length(out, " ", box->width);
	put_length(out, " x ", box->height);
	if (box->turn)
		buffer_format(out, " turn=%d", box->turn);
	if (shape)
		buffer_format(out, " %s/%s", colour_names[shape->fill],
		    colour_names[shape->stroke]);
	else if (box->kind != BOX_IMAGE)
		buffer_format(out, " %s", colour_names[box->colour]);
	put_shown(out, box);
	if (box->kind == BOX_TEXT && box->piece_count > 0) {
		const struct face *face = pages->faces[box->pieces[0].shaped->face];

		buffer_format(out, " %.*s-%d", TEXT_ARGS(face->family), face->weight);
		put_words(out, box);
	} else if (box->kind == BOX_IMAGE) {
		buffer_format(out, " %.*s", TEXT_ARGS(box->image->path));
	}
	buffer_byte(out, '\n');
}

void
print_pages(struct buffer *out, const struct tree *tree, const struct pages *pages)
{
	buffer_format(out, "pages %zu of %.*s%s\n", pages->list.count, TEXT_ARGS(tree->title),
	    pages->settled ? "" : " (unsettled)");
	for (size_t i = 0; i < pages->list.count; i++) {
		const struct page *page = &pages->list.at[i];

		buffer_format(out, "page %.*s", TEXT_ARGS(page->label));
		put_length(out, " ", page->width);
		put_length(out, " x ", page->height);
		buffer_byte(out, '\n');
		for (size_t k = 0; k < page->boxes.count; k++)
			put_box(out, pages, &page->boxes.at[k]);
	}
}
