/* SPDX-License-Identifier: MIT */
/*
 * An edition to its files: the rooms make the bytes, here they get their names.
 * What an edition is written to is written together: the PDF does not take its
 * place before the HTML is there.
 */
#include "base/file.h"
#include "base/path.h"
#include "write/html/html.h"
#include "write/pdf/pdf.h"
#include "write/write.h"

static void
prepare_output(struct arena *arena, const struct edition *edition, const char *suffix,
    struct text bytes)
{
	struct text name = text_format(arena, "%.*s%s", TEXT_ARGS(edition->tree->file), suffix);

	file_prepare(path_join(arena, text_of(edition->folder), name), bytes);
}

void
write_edition(const struct edition *edition)
{
	struct arena *arena = arena_new();

	if (edition->pdf)
		prepare_output(arena, edition, ".pdf", pdf_of_edition(arena, edition));
	if (edition->html)
		prepare_output(arena, edition, ".html", html_document(arena, edition));
	arena_drop(arena);
}
