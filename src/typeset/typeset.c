/* SPDX-License-Identifier: MIT */
/*
 * A tree to pages.
 *
 * Pages are filled in rounds: the first sets page numbers that are guesses,
 * each later one those of the round before, until a round leaves all of them
 * where they were. Three rounds are enough for anything but a tree whose page
 * numbers chase each other; then the last round stands, and is reported.
 */
#include "typeset/typeset.h"

#include "typeset/figure.h"
#include "typeset/furniture/furniture.h"
#include "typeset/page.h"
#include "typeset/text/shape.h"

enum { ROUNDS_MOST = 3 };

struct place
place_of(const struct node *node)
{
	for (; node; node = node->parent)
		if (node->from)
			return *node->from;
	return (struct place){ 0 };
}

struct text
page_words(const struct typesetter *ts, struct text id)
{
	const struct node *node = id.length ? tree_find(ts->tree, id) : ts->tree->root;
	int page = node && ts->round > 1 ? ts->pages->spots[node->index].page : -1;

	if (ts->round == 1)
		return TEXT("00");
	return page < 0 ? TEXT("–") : ts->pages->list.at[page].label;
}

/* The heading that is the title, and whether a cover bears it. */
static void
find_title(struct typesetter *ts)
{
	const struct node *root = ts->tree->root;

	ts->is_flat = true;
	for (const struct node *node = root; node; node = node_next(node, root)) {
		if (node->tag == TAG_H && node->look == LOOK_cover_title && !ts->title_level)
			ts->title_level = node->level;
		if (node->look == LOOK_cover)
			ts->is_flat = false;
	}
}

/* Where nodes begin, by their boxes. */
static void
find_spots(struct typesetter *ts)
{
	struct pages *pages = ts->pages;

	for (int i = 0; i < ts->tree->count; i++)
		pages->spots[i] = (struct spot){ .page = -1 };
	for (size_t i = 0; i < pages->list.count; i++) {
		const struct boxes *boxes = &pages->list.at[i].boxes;

		for (size_t k = 0; k < boxes->count; k++) {
			const struct box *box = &boxes->at[k];
			length rise = box->kind == BOX_TEXT ? scaled(box->height, 780, 1000) : 0;

			for (const struct node *node = box->shows;
			     node && pages->spots[node->index].page < 0; node = node->parent)
				pages->spots[node->index] =
				    (struct spot){ (int)i, box->x, box->y - rise };
		}
	}
}

/* The page of each node, kept to see whether the next round moves any. */
static int *
pages_of(struct typesetter *ts)
{
	int *pages = arena_array(ts->scratch, (size_t)ts->tree->count, sizeof *pages);

	for (int i = 0; i < ts->tree->count; i++)
		pages[i] = ts->pages->spots[i].page;
	return pages;
}

/* True when every page number that is printed is the one that came out. */
static bool
stands_still(const struct typesetter *ts, const int *before)
{
	const struct node *root = ts->tree->root;

	for (const struct node *node = root; node; node = node_next(node, root)) {
		const struct node *to = root;

		if (node->tag != TAG_PAGE_OF)
			continue;
		if (node->to.length > 0)
			to = tree_find(ts->tree, node->to);
		if (to && before[to->index] != ts->pages->spots[to->index].page)
			return false;
	}
	return true;
}

static bool
has_page_of(const struct portions *portions)
{
	for (size_t i = 0; i < portions->count; i++)
		if (portions->at[i].has_page_of)
			return true;
	return false;
}

static void
settle(struct typesetter *ts, struct portions *portions)
{
	bool is_fixed = !has_page_of(portions);

	while (!ts->pages->settled && ts->round < ROUNDS_MOST) {
		int *before = pages_of(ts);

		ts->round++;
		set_portions(ts, portions);
		fill_pages(ts, portions);
		find_spots(ts);
		ts->pages->settled = is_fixed || (ts->round > 1 && stands_still(ts, before));
	}
	ts->pages->rounds = ts->round;
	if (!ts->pages->settled)
		report(ts->diag, place_of(ts->tree->root), unsettled,
		    text_number(ts->arena, ts->round));
}

/*
 * What stands for a picture is one string of a PDF: in ASCII, else UTF-16 with
 * its mark (ISO 32000-1, 7.9.2.2).
 */
static size_t
string_size(struct text words)
{
	size_t units = 0;

	if (utf8_count(words) == words.length)
		return words.length;
	for (size_t at = 0; at < words.length;)
		units += utf8_next(words, &at) > 0xFFFF ? 2 : 1;
	return 2 + 2 * units;
}

/* ISO 19005-3, 6.1.13. */
static void
check_pictures(const struct typesetter *ts)
{
	const struct node *root = ts->tree->root;

	for (const struct node *node = root; node; node = node_next(node, root)) {
		size_t size = picture_of(node) ? string_size(node->spoken) : 0;

		if (size > 32767)
			report(ts->diag, place_of(node), long_picture,
			    text_number(ts->arena, (long long)size));
	}
}

const struct pages *
typeset_tree(struct arena *arena, const struct tree *tree, const struct style *style,
    struct diag *diag)
{
	struct typesetter ts = { .shown = arena, .tree = tree, .style = style,
	    .look = &style->look, .diag = diag };
	struct pages *pages = ARENA_NEW(arena, struct pages);
	struct portions portions = { 0 };

	pages->arena = arena;
	pages->spots = arena_array(arena, (size_t)tree->count, sizeof *pages->spots);
	ts.pages = pages;
	ts.arena = arena_new();
	ts.scratch = arena_new();
	check_pictures(&ts);
	ts.shaper = shaper_open(arena, style, diag);
	find_title(&ts);
	find_foot_notes(&ts);
	find_portions(&ts, &portions);
	settle(&ts, &portions);
	paint_furniture(&ts);
	pages->faces = shaper_faces(ts.shaper, &pages->face_count);
	pages->shaped_count = shaper_count(ts.shaper);
	shaper_close(ts.shaper);
	arena_drop(ts.scratch);
	arena_drop(ts.arena);
	return pages;
}

static bool
has_picture(const struct tree *tree)
{
	for (const struct node *node = tree->root; node; node = node_next(node, tree->root))
		if (picture_of(node))
			return true;
	return false;
}

const struct drawings *
typeset_drawings(struct arena *arena, const struct tree *tree, const struct style *style,
    struct diag *diag)
{
	struct typesetter ts = { .shown = arena, .tree = tree, .style = style,
	    .look = &style->look, .diag = diag };
	struct drawings *drawings = ARENA_NEW(arena, struct drawings);
	struct drawing_list *of;

	if (!has_picture(tree))
		return drawings;
	of = arena_array(arena, (size_t)tree->count, sizeof *of);
	ts.arena = arena_new();
	ts.scratch = arena_new();
	ts.shaper = shaper_open(arena, style, diag);
	for (const struct node *node = tree->root; node; node = node_next(node, tree->root))
		if (picture_of(node))
			of[node->index] = figure_draw(&ts, node);
	drawings->of = of;
	drawings->faces = shaper_faces(ts.shaper, &drawings->face_count);
	shaper_close(ts.shaper);
	arena_drop(ts.scratch);
	arena_drop(ts.arena);
	return drawings;
}
