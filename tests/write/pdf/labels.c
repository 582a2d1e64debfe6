/* SPDX-License-Identifier: MIT */
/* Pages of every kind of label, for page-labels/test; with a name, the file is left there. */
#include "base/file.h"
#include "paper.h"
#include "write/pdf/pdf.h"

int
main(int count, char **words)
{
	static const char *const labels[] = { "", "i", "ii", "iv", "1", "2", "3", "7", "8", "A1",
	    "A2", "007", "ix", "iiii",
	    "xlix", "l", "vx", "ccclxxxviii", "xcl", "viv", "" };
	struct arena *arena = arena_new();
	struct paper paper = paper_new(arena);
	struct edition edition;
	struct text pdf;

	paper.tree->title = TEXT("Labels");
	paper.tree->language = TEXT("en-GB");
	paper_heading(&paper, paper.tree->root, 1, "Labels");
	edition = paper_set(&paper);
	for (size_t i = 1; i < sizeof labels / sizeof *labels; i++) {
		paper_page(&paper);
		paper.page->label = text_of(labels[i]);
	}
	pdf = pdf_of_edition(arena, &edition);
	if (count > 1)
		file_write(words[1], pdf);
	paper_close(&paper);
	arena_drop(arena);
	return pdf.length == 0;
}
