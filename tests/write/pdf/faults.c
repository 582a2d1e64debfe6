/* SPDX-License-Identifier: MIT */
/*
 * A PDF that would not say what its tree says is not written: a tree that nests
 * wrongly, a word that is on no page, twice on them, or before its turn.
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sample.h"
#include "write/pdf/pdf.h"

/* The box of a word in the middle of the first text of some words. */
static struct box *
find_word(struct paper *paper)
{
	for (array_each(struct box, box, &paper->page->boxes))
		if (box->kind == BOX_TEXT && box->shows && box->shows->tag == TAG_TEXT &&
		    box[1].shows == box->shows && box[1].kind == BOX_TEXT && box->piece_count > 0)
			return box;
	return NULL;
}


/* Each harms the sample's tree before it is set, or the boxes after it. */
enum harm { HARM_NONE, HARM_NESTED, HARM_BESIDE, HARM_LOST, HARM_TWICE, HARM_SWAPPED, HARM_COUNT };
static const char *const harms[HARM_COUNT] = {
	"a sound tree", "a paragraph in a paragraph", "words beside a paragraph", "a lost word",
	"a word twice", "words swapped",
};

static void
harm_tree(struct paper *paper, enum harm harm)
{
	struct node *p = tree_add(paper->tree, paper->tree->root, TAG_P, LOOK_plain);

	if (harm == HARM_NESTED)
		p = tree_add(paper->tree, p, TAG_P, LOOK_plain);
	if (harm == HARM_BESIDE) {
		p = tree_add(paper->tree, paper->tree->root, TAG_DIV, LOOK_plain);
		tree_add(paper->tree, p, TAG_P, LOOK_plain);
	}
	tree_text(paper->tree, p, TEXT("First of all"));
}

static void
harm_boxes(struct paper *paper, enum harm harm)
{
	struct box *box = find_word(paper), first = box[0];

	if (harm == HARM_LOST)
		box->shows = NULL;
	if (harm == HARM_TWICE)
		box[1] = first;
	if (harm == HARM_SWAPPED) {
		box[0] = box[1];
		box[1] = first;
	}
}

static int
status_of(enum harm harm)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct arena *arena = arena_new();
		struct paper paper = paper_new(arena);
		struct edition edition;

		if (!freopen("/dev/null", "w", stderr))
			_exit(9);
		harm_tree(&paper, harm);
		edition = sample_edition(&paper, NULL, 0, 3);
		harm_boxes(&paper, harm);
		pdf_of_edition(arena, &edition);
		_exit(0);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

int
main(void)
{
	int failed = 0;

	for (enum harm harm = HARM_NONE; harm < HARM_COUNT; harm++) {
		int status = status_of(harm), wanted = harm == HARM_NONE ? 0 : 3;

		if (status == wanted)
			continue;
		printf("%s: exit %d, not %d\n", harms[harm], status, wanted);
		failed = 1;
	}
	return failed;
}
