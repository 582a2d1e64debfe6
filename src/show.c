/* SPDX-License-Identifier: MIT */
/*
 * planpress show: a stage of one document, printed for people and tests.
 */
#include <stdio.h>
#include <string.h>

#include "model/print.h"
#include "source.h"
#include "structure/structure.h"
#include "typeset/typeset.h"

enum stage { SHOW_CORPUS, SHOW_TREE, SHOW_PAGES };

static void
show_document(struct arena *arena, enum stage stage, const struct corpus *corpus,
    const struct document *document, struct diag *diag)
{
	struct buffer out = { .arena = arena };
	const struct tree *tree;

	diag->about = document;
	if (stage == SHOW_CORPUS) {
		print_document(&out, document, false);
	} else {
		tree = structure_document(arena, corpus, document, document->style, NULL);
		if (stage == SHOW_TREE)
			print_tree(&out, tree);
		else
			print_pages(&out, tree, typeset_tree(arena, tree, document->style, diag));
	}
	fwrite(out.s, 1, out.length, stdout);
}

/* A document that is unsound is shown as far as it was read; its tree and pages are not. */
static int
show(struct arena *arena, const struct options *options, enum stage stage)
{
	struct diag diag = source_diag(arena, options);
	struct corpus *corpus = source_open(arena, options, options->arguments + 1, 1, &diag);

	if (!corpus)
		return 2;
	for (size_t i = 0; i < corpus->documents.count; i++) {
		const struct document *document = corpus->documents.at[i];

		if (document->wanted && !document->removed &&
		    (stage == SHOW_CORPUS ||
		        (!diag_unsound(&diag, document) && !document->style->unsound)))
			show_document(arena, stage, corpus, document, &diag);
	}
	diag_print(&diag, stderr, DIAG_TEXT);
	return diag_status(&diag);
}

int
run_show(const struct options *options)
{
	static const char *const stages[] = {
		[SHOW_CORPUS] = "corpus", [SHOW_TREE] = "tree", [SHOW_PAGES] = "pages",
	};
	struct arena *arena = arena_new();
	const char *stage = options->arguments[0];
	int status = 2;

	if (strcmp(stage, "schema") == 0) {
		struct text schema = read_schema(arena);

		fwrite(schema.s, 1, schema.length, stdout);
		status = 0;
	} else if (options->argument_count == 2) {
		for (int i = SHOW_CORPUS; i <= SHOW_PAGES; i++)
			if (strcmp(stages[i], stage) == 0)
				status = show(arena, options, i);
	}
	if (status == 2)
		fprintf(stderr,
		    "help: planpress show corpus|tree|pages FILE, or planpress show schema\n");
	arena_drop(arena);
	return status;
}
