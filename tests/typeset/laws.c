/* SPDX-License-Identifier: MIT */
/*
 * What must be true of the pages of any tree: nothing outside the frame, no
 * two texts on each other, every word once, no heading at the foot of a page,
 * heads on every page of their table, notes on the page of their mark, and
 * the same pages on every run. LAWS_COUNT trees (12), from the seed LAWS_SEED
 * (1), in the program's three styles and justified, or in LAWS_STYLE.
 */
#include "base/buffer.h"
#include "keeping.h"
#include "model/print.h"
#include "random_tree.h"
#include "set.h"

static struct text
words_of(const struct box *box, struct buffer *out)
{
	out->length = 0;
	for (int i = 0; i < box->piece_count; i++)
		buffer_text(out, box->pieces[i].shaped->words);
	return buffer_view(out);
}

/* ---- nothing outside its frame ---- */

static void
check_frames(struct trial *t)
{
	for (size_t i = 0; i < t->pages->list.count; i++) {
		const struct page *page = &t->pages->list.at[i];
		length right = page->width - t->look->right + SLACK,
		       bottom = page->height - t->look->bottom + SLACK;

		for (size_t k = 0; k < page->boxes.count; k++) {
			const struct box *box = &page->boxes.at[k];
			bool is_words = box->kind == BOX_TEXT && box->artifact == ARTIFACT_LAYOUT;
			length top = box->y - (box->kind == BOX_TEXT ? box->height * 78 / 100 : 0);

			if (i == 0 && page->boxes.at[k].shows && above(box->shows, TAG_H) &&
			    above(box->shows, TAG_H)->look == LOOK_cover_title)
				continue;
			if (is_words &&
			    (box->x < t->look->left - SLACK || box->x + box->width > right))
				FAULT(t, "page %zu: words from %d to %d beside the frame", i + 1,
				    box->x, box->x + box->width);
			if (is_words &&
			    (top < t->look->top - POINTS(5) || top + box->height > bottom))
				FAULT(t, "page %zu: words from %d to %d above or below the frame",
				    i + 1, top, top + box->height);
		}
	}
}

/* ---- no two texts on each other ---- */

static int
by_top(const void *a, const void *b)
{
	const struct box *const *one = a, *const *two = b;

	return ((*one)->y > (*two)->y) - ((*one)->y < (*two)->y);
}

static bool
overlaps(const struct box *a, const struct box *b)
{
	/* Letters fill less than their line box: half of it must be free of others. */
	length a_top = a->y - a->height * 50 / 100, b_top = b->y - b->height * 50 / 100;

	return a->x + 50 < b->x + b->width && b->x + 50 < a->x + a->width && a_top < b->y &&
	    b_top < a->y;
}

static void
check_overlaps(struct trial *t, struct arena *arena)
{
	for (size_t i = 0; i < t->pages->list.count; i++) {
		const struct page *page = &t->pages->list.at[i];
		const struct box **boxes = arena_array(arena, page->boxes.count, sizeof *boxes);
		size_t count = 0;

		for (size_t k = 0; k < page->boxes.count; k++)
			if (page->boxes.at[k].kind == BOX_TEXT && !page->boxes.at[k].turn &&
			    page->boxes.at[k].piece_count)
				boxes[count++] = &page->boxes.at[k];
		qsort(boxes, count, sizeof *boxes, by_top);
		for (size_t a = 0; a < count; a++)
			for (size_t b = a + 1;
			     b < count && boxes[b]->y - boxes[b]->height <= boxes[a]->y; b++)
				if (overlaps(boxes[a], boxes[b]))
					FAULT(t, "page %zu: words on words at %d, %d", i + 1,
					    boxes[b]->x, boxes[b]->y);
	}
}

/* ---- every word once ---- */

/* A hyphen that layout has put: it is not what comes next in the leaf's words. */
static bool
is_put_hyphen(const struct box *box, size_t said)
{
	return box->piece_count == 1 && text_is(box->pieces[0].shaped->words, "-") &&
	    !text_begins(text_from(box->shows->words, said), "-");
}

static void
check_words(struct trial *t, struct arena *arena)
{
	struct buffer *said = arena_array(arena, (size_t)t->tree->count, sizeof *said), words = { .arena = arena };

	for (size_t i = 0; i < t->pages->list.count; i++)
		for (size_t k = 0; k < t->pages->list.at[i].boxes.count; k++) {
			const struct box *box = &t->pages->list.at[i].boxes.at[k];

			if (box->kind != BOX_TEXT || !box->shows)
				continue;
			said[box->shows->index].arena = arena;
			if (is_put_hyphen(box, said[box->shows->index].length))
				continue;
			buffer_text(&said[box->shows->index], words_of(box, &words));
		}
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		struct text is = buffer_view(&said[node->index]);

		if (node->tag == TAG_TEXT && !text_is_blank(node->words) &&
		    !text_equal(text_trim(is), text_trim(node->words)))
			FAULT(t, "node %d says \"%.60s\", and its pages \"%.60s\"", node->index,
			    text_string(arena, node->words), text_string(arena, is));
		if (node->tag == TAG_PAGE_OF && is.length == 0)
			FAULT(t, "node %d has no page number", node->index);
	}
}

/* ---- headings, heads, notes ---- */

/* A note that stands at the foot of a page, not below its table. */
static bool
is_at_foot(const struct node *node)
{
	const struct node *note = above(node, TAG_NOTE);

	return note && !above(note, TAG_TABLE);
}

static const struct box *
last_text(const struct page *page)
{
	const struct box *last = NULL;

	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct box *box = &page->boxes.at[k];

		if (box->kind == BOX_TEXT && box->shows && !is_at_foot(box->shows) &&
		    (!last || box->y > last->y))
			last = box;
	}
	return last;
}

/* What stands in a heading's section and on pages after the heading; null where it leads into nothing. */
static const struct node *
what_follows(const struct trial *t, const struct node *heading)
{
	const struct node *node = heading;

	while (node && (is_within(node, heading) || !tag_is_leaf(node->tag) || is_at_foot(node) ||
	                   t->pages->spots[node->index].page < 0))
		node = node_next(node, heading->parent);
	return node;
}

static void
check_headings(struct trial *t)
{
	for (size_t i = 0; i + 1 < t->pages->list.count; i++) {
		const struct box *last = last_text(&t->pages->list.at[i]);
		const struct node *heading = last ? above(last->shows, TAG_H) : NULL;

		if (heading && heading->look != LOOK_cover_title && what_follows(t, heading))
			FAULT(t, "page %zu ends with the heading of node %d", i + 1,
			    heading->index);
	}
}

static bool
page_says(const struct page *page, struct text words, struct buffer *out)
{
	for (size_t k = 0; k < page->boxes.count; k++)
		if (page->boxes.at[k].kind == BOX_TEXT &&
		    text_begins(words_of(&page->boxes.at[k], out), text_string(out->arena, words)))
			return true;
	return false;
}

/* On each page that shows rows of a table, its head is to be read. */
static void
check_heads(struct trial *t, struct arena *arena)
{
	struct buffer words = { .arena = arena };

	for (size_t i = 0; i < t->pages->list.count; i++) {
		const struct page *page = &t->pages->list.at[i];
		const struct node *seen = NULL;

		for (size_t k = 0; k < page->boxes.count; k++) {
			const struct node *body = page->boxes.at[k].shows
			    ? above(page->boxes.at[k].shows, TAG_TBODY)
			    : NULL;
			const struct node *table = body ? body->parent : NULL, *head;

			if (!table || table == seen)
				continue;
			seen = table;
			head = table->first->tag == TAG_CAPTION ? table->first->next : table->first;
			if (head->tag == TAG_THEAD &&
			    !page_says(page, text_slice(head->first->first->first->words, 0, 4),
			        &words))
				FAULT(t,
				    "page %zu shows rows of the table of node %d without its head",
				    i + 1, table->index);
		}
	}
}

/* The row, or else the block, in which a mark stands. */
static const struct node *
row_of(const struct node *mark)
{
	const struct node *row = above(mark, TAG_TR), *block = mark;

	while (!row && block->parent && tag_is_inline(block->tag))
		block = block->parent;
	return row ? row : block;
}

/* On a page that shows one row or block and notes alone, these are too long for any page. */
static bool
is_alone(const struct page *page, const struct node *row)
{
	for (size_t k = 0; k < page->boxes.count; k++) {
		const struct node *shows = page->boxes.at[k].shows;

		if (shows && !is_within(shows, row) && !above(shows, TAG_NOTE) && !above(shows, TAG_H))
			return false;
	}
	return true;
}

static void
check_notes(struct trial *t)
{
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root)) {
		const struct node *note =
		    node->look == LOOK_note_mark ? tree_find(t->tree, node->to) : NULL;
		int at = t->pages->spots[node->index].page,
		    page = note ? t->pages->spots[note->index].page : at;

		if (page != at && !(page > at && at >= 0 && is_alone(&t->pages->list.at[at], row_of(node))))
			FAULT(t, "the mark of node %d is on page %d, its note on page %d",
			    node->index, at + 1, page + 1);
	}
}

/* ---- all of them ---- */

/* A style of the program; "justified" is the first with justified lines and hyphens. */
static const struct style *
style_of_trial(struct arena *arena, const char *name, struct diag *diag)
{
	bool is_justified = strcmp(name, "justified") == 0;
	struct style *style = arena_copy(arena,
	    style_of(arena, is_justified ? "council" : name, diag), sizeof *style);

	style->look.justify = style->look.hyphenate = is_justified;
	return style;
}

static bool
has_cover(const struct tree *tree)
{
	for (const struct node *node = tree->root; node; node = node_next(node, tree->root))
		if (node->look == LOOK_cover)
			return true;
	return false;
}

static int
try_seed(const char *style_name, uint64_t seed)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	const struct style *style = style_of_trial(arena, style_name, &diag);
	struct trial t = { .style = style_name, .seed = seed, .tree = random_tree(arena, seed), .look = &style->look };
	struct buffer one = { .arena = arena }, two = { .arena = arena };
	int faults;

	t.is_flat = !has_cover(t.tree);
	t.pages = typeset_tree(arena, t.tree, style, &diag);
	check_frames(&t);
	check_overlaps(&t, arena);
	check_words(&t, arena);
	check_headings(&t);
	check_heads(&t, arena);
	check_notes(&t);
	check_keeping(&t, arena);
	print_pages(&one, t.tree, t.pages);
	print_pages(&two, t.tree, typeset_tree(arena, t.tree, style, &diag));
	if (!text_equal(buffer_view(&one), buffer_view(&two)))
		FAULT(&t, "a second run gives other pages");
	if (getenv("LAWS_PRINT"))
		fwrite(one.s, 1, one.length, stdout);
	faults = t.faults;
	arena_drop(arena);
	return faults;
}

int
main(void)
{
	static const char *const styles[] = { "council", "plain", "modern", "justified" };
	const char *count = getenv("LAWS_COUNT"), *seed = getenv("LAWS_SEED"),
	           *only = getenv("LAWS_STYLE");
	uint64_t first = seed ? strtoull(seed, NULL, 10) : 1, trees = count ? strtoull(count, NULL, 10) : 12;
	int faults = 0;

	for (uint64_t i = first; i < first + trees; i++)
		for (size_t k = 0; k < sizeof styles / sizeof *styles; k++)
			if (!only || k == 0)
				faults += try_seed(only ? only : styles[k], i);
	if (faults)
		fprintf(stderr, "%d faults\n", faults);
	return faults > 0;
}
