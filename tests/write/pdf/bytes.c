/* SPDX-License-Identifier: MIT */
/*
 * Twice the same edition: the same bytes. With a name, the file is left there,
 * as long as the rows asked for make it, in PDF 2.0 if that is asked for.
 */
#include "base/file.h"
#include "sample.h"
#include "write/pdf/pdf.h"

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	struct text pdf[2];

	for (int i = 0; i < 2; i++) {
		struct paper paper = paper_new(arena);
		struct edition edition = sample_edition(&paper, NULL, 0,
		    count > 2 ? (int)strtol(words[2], NULL, 10) : 90);

		edition.version = count > 3 ? PDF_2_0 : PDF_1_7;
		if (count > 3)
			edition.sources.at[0].words = TEXT("<?xml version=\"1.0\"?>\n<paper/>\n");
		pdf[i] = pdf_of_edition(arena, &edition);
		paper_close(&paper);
	}
	if (count > 1)
		file_write(words[1], pdf[0]);
	if (!text_equal(pdf[0], pdf[1])) {
		puts("two runs differ");
		return 1;
	}
	arena_drop(arena);
	return 0;
}
