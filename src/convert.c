/* SPDX-License-Identifier: MIT */
/*
 * planpress convert: a document in the other spelling, on standard output.
 *
 * Nothing is resolved: what was written is what is printed, exempt matter and
 * the author's comments with it.
 */
#include <stdio.h>

#include "model/print.h"
#include "source.h"
#include "write/write.h"

static const struct document *
wanted_document(const struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->documents.count; i++)
		if (corpus->documents.at[i]->wanted)
			return corpus->documents.at[i];
	return NULL;
}

static int
convert(struct arena *arena, const struct options *options)
{
	struct diag diag = source_diag(arena, options);
	struct buffer out = { .arena = arena };
	const struct document *document;
	struct request request;

	if (!source_find(arena, options, options->arguments, options->argument_count, &request))
		return 2;
	document = wanted_document(read_corpus(arena, &request, &diag));
	if (!document) {
		fprintf(stderr, "planpress: \"%s\" is no document\n", options->arguments[0]);
		return 2;
	}
	if (!diag_unsound(&diag, document)) {
		if (options->to_xml)
			print_document(&out, document, true);
		else
			buffer_text(&out, write_markdown(arena, document));
		fwrite(out.s, 1, out.length, stdout);
	}
	diag_print(&diag, stderr, DIAG_TEXT);
	return diag_status(&diag);
}

int
run_convert(const struct options *options)
{
	struct arena *arena = arena_new();
	int status = convert(arena, options);

	arena_drop(arena);
	return status;
}
