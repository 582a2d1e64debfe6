/* SPDX-License-Identifier: MIT */
/*
 * What every command begins with: the corpus of its PATHs, read and resolved.
 *
 * All PATHs of one run belong to one corpus; its root is the nearest folder
 * above that holds council.yaml, else the file alone.
 */
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "resolve/resolve.h"
#include "source.h"

const char *
program_folder(struct arena *arena, const char *name)
{
	static const char *const beside[] = { "..", "../..", "../share/planpress" };
	const char *self = path_real(arena, "/proc/self/exe");
	struct text folder = path_folder(text_of(self));

	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
		struct text path =
		    text_format(arena, "%.*s/%s/%s", TEXT_ARGS(folder), beside[i], name);
		const char *real = path_real(arena, text_string(arena, path));

		if (real && file_kind(real) == FILE_FOLDER)
			return real;
	}
	die("the folder \"%s\" of the program is not there: install it again", name);
}

bool
source_find(struct arena *arena, const struct options *options, const char *const *paths,
    size_t count, struct request *request)
{
	const char *root = NULL;

	for (size_t i = 0; i < count; i++) {
		enum file_state state = file_kind(paths[i]);
		const char *its = state == FILE_MISSING ? NULL : read_root(arena, paths[i]);

		if (state == FILE_MISSING)
			fprintf(stderr, "planpress: there is no file or folder \"%s\"\n", paths[i]);
		else if (!its)
			fprintf(stderr,
			    "planpress: no council.yaml in \"%s\" or above\n"
			    "help: put council.yaml into the folder that holds all documents\n",
			    paths[i]);
		else if (root && strcmp(root, its) != 0)
			fprintf(stderr,
			    "planpress: \"%s\" belongs to another council than \"%s\"\n", paths[i],
			    paths[0]);
		if (!its || (root && strcmp(root, its) != 0))
			return false;
		root = its;
	}
	*request = (struct request){ .root = root, .paths = paths, .path_count = count,
	    .styles = program_folder(arena, "styles"), .style = options->style,
	    .audience = options->audience, .today = options->today };
	return true;
}

struct corpus *
source_read(struct arena *arena, const struct request *request, struct diag *diag)
{
	enum { MUCH = 8 << 20 };
	struct corpus *corpus = read_corpus(arena, request, diag);

#ifdef __GLIBC__
	/*
	 * malloc keeps the room of the trees that the readers' libraries made:
	 * a tenth of all at 1,000 pages.
	 */
	if (arena_size(arena) > MUCH)
		malloc_trim(0);
#endif
	resolve_corpus(corpus, diag);
	return corpus;
}

struct corpus *
source_open(struct arena *arena, const struct options *options, const char *const *paths,
    size_t count, struct diag *diag)
{
	struct request request;

	if (!source_find(arena, options, paths, count, &request))
		return NULL;
	return source_read(arena, &request, diag);
}

struct diag
source_diag(struct arena *arena, const struct options *options)
{
	return (struct diag){ .arena = arena, .fatal_warnings = options->fatal_warnings };
}
