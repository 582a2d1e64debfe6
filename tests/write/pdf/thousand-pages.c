/* SPDX-License-Identifier: MIT */
/*
 * A thousand pages of prose and tables: at most 5 KB each, all told. With a
 * name, the file is left there and the time is told.
 */
#include <time.h>

#include "base/file.h"
#include "sample.h"
#include "write/pdf/pdf.h"

enum { SECTIONS = 1020, MOST = 5 * 1024 };

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Words that are not the same on every page. */
static const char *
prose(struct paper *paper, unsigned *seed)
{
	static const char *const words[] = {
		"the", "towpath", "of", "and", "council", "measure", "to", "bridge", "in",
		"performance", "a",
		"residents", "is", "target", "by", "service", "for", "priority", "working",
		"days", "water", "lock",
		"percentage", "gates", "report", "officer", "committee", "2026/27", "quarter",
		"maintained",
	};
	struct buffer out = { .arena = paper->arena };

	for (int i = 0; i < 60; i++) {
		*seed = *seed * 1103515245 + 12345;
		buffer_format(&out, "%s%s", i ? " " : "",
		    words[(*seed >> 16) % (sizeof words / sizeof *words)]);
	}
	return text_string(paper->arena, buffer_view(&out));
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	struct paper paper = paper_new(arena);
	struct node *root = paper.tree->root;
	struct edition edition;
	struct text pdf;
	unsigned seed = 1;
	double start, end;
	size_t pages;

	paper.tree->title = TEXT("A thousand pages");
	paper.tree->language = TEXT("en-GB");
	paper_heading(&paper, root, 1, "A thousand pages");
	for (int i = 0; i < SECTIONS; i++) {
		struct node *sect = tree_add(paper.tree, root, TAG_SECT, LOOK_plain);

		paper_heading(&paper, sect, 2,
		    text_string(arena, text_format(arena, "Section %d", i + 1)));
		for (int k = 0; k < 4; k++)
			paper_add(&paper, sect, TAG_P, prose(&paper, &seed));
		sample_table(&paper, sect, 25);
	}
	edition = paper_set(&paper);
	start = seconds();
	pdf = pdf_of_edition(arena, &edition);
	end = seconds();
	pages = paper.pages->list.count;
	if (count > 1) {
		file_write(words[1], pdf);
		printf("%zu pages, %d nodes, %.3f s, %zu bytes a page, %zu MB of memory\n", pages,
		    paper.tree->count, end - start, pdf.length / pages, arena_size(arena) >> 20);
	}
	paper_close(&paper);
	arena_drop(arena);
	return pages < 1000 || pdf.length / pages > MOST;
}
