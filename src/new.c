/* SPDX-License-Identifier: MIT */
/*
 * planpress new: a commented document to begin with, and a council.yaml where
 * there is none above. The texts stand in the program's folder `templates`.
 * A file that is there already is never written over.
 */
#include <stdio.h>

#include "base/file.h"
#include "base/path.h"
#include "source.h"

enum { LARGEST_TEMPLATE = 1 << 20 };

/* False, and told, when the file is there already. */
static bool
copy_template(struct arena *arena, const char *from, const char *to)
{
	struct text bytes;

	if (file_kind(to) != FILE_MISSING) {
		fprintf(stderr, "planpress: \"%s\" is there already, and is left as it is\n", to);
		return false;
	}
	if (file_read(arena, from, LARGEST_TEMPLATE, &bytes) != FILE_READ)
		die("the program's file \"%s\" cannot be read: install it again", from);
	file_write(to, bytes);
	printf("%s\n", to);
	return true;
}

static int
begin(struct arena *arena, const struct options *options)
{
	struct text kind = text_of(options->arguments[0]), folder = text_of(options->arguments[1]);
	const char *templates = program_folder(arena, "templates");
	struct text name = text_format(arena, "%.*s.md", TEXT_ARGS(kind));
	int row = document_kind_find(kind);

	if (row < 0 || row == DOCUMENT_part) {
		fprintf(stderr, "planpress: there is no kind of document \"%.*s\"\n"
		    "help: plan, report, priorities, paper or pack\n", TEXT_ARGS(kind));
		return 2;
	}
	folder_make(options->arguments[1]);
	if (!read_root(arena, options->arguments[1]))
		copy_template(arena, path_join(arena, text_of(templates), TEXT("council.yaml")),
		    path_join(arena, folder, TEXT("council.yaml")));
	return copy_template(arena, path_join(arena, text_of(templates), name),
	    path_join(arena, folder, name)) ? 0 : 2;
}

int
run_new(const struct options *options)
{
	struct arena *arena = arena_new();
	int status = begin(arena, options);

	arena_drop(arena);
	return status;
}
