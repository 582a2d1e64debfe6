/* SPDX-License-Identifier: MIT */
/*
 * Page numbers that stand in running words move the words after them. Where
 * each heading is named often enough, a digit more moves others over the end
 * of a page, round after round: the pages are written, and the warning says
 * that their numbers may be one out. A few references settle.
 */
#include "set.h"

#include <string.h>

#include "../base/check.h"

enum { HEADINGS = 60 };

static struct text
heading_id(struct arena *arena, int number)
{
	return text_format(arena, "h%d", number);
}

static const struct tree *
tree_of_references(struct arena *arena, int references)
{
	struct tree *tree = tree_new(arena);
	struct node *paragraph;

	tree->title = TEXT("Numbers");
	for (int i = 0; i < HEADINGS; i++) {
		paragraph = tree_add(tree, tree->root, TAG_P, LOOK_plain);
		tree_text(tree, paragraph, TEXT("See "));
		for (int k = 0; k < references; k++) {
			tree_add(tree, paragraph, TAG_PAGE_OF,
			    LOOK_plain)->to = heading_id(arena, i);
			tree_text(tree, paragraph, TEXT(" "));
		}
	}
	for (int i = 0; i < HEADINGS; i++) {
		struct node *heading = tree_add(tree, tree->root, TAG_H, LOOK_plain);

		heading->level = 3;
		tree_name(tree, heading, heading_id(arena, i));
		tree_text(tree, heading, TEXT("Heading"));
		paragraph = tree_add(tree, tree->root, TAG_P, LOOK_plain);
		tree_text(tree, paragraph, TEXT("What it is about."));
	}
	tree_finish(tree);
	return tree;
}

static bool
settles(int references, bool *is_told)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	const struct style *style = style_of(arena, "council", &diag);
	size_t before = diag.reports.count;
	const struct pages *pages = typeset_tree(arena, tree_of_references(arena, references),
	    style, &diag);
	bool settled = pages->settled;

	*is_told = false;
	for (size_t i = before; i < diag.reports.count; i++)
		*is_told |= strcmp(diag.reports.at[i].message->name, "unsettled") == 0;
	CHECK(pages->list.count > 5);
	arena_drop(arena);
	return settled;
}

int
main(void)
{
	bool is_told;

	CHECK(settles(1, &is_told));
	CHECK(!is_told);
	CHECK(!settles(110, &is_told));		/* [unsettled] */
	CHECK(is_told);
	return check_status();
}
