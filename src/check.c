/* SPDX-License-Identifier: MIT */
/*
 * planpress check: a corpus read and resolved, and everything reported.
 */
#include "source.h"

int
run_check(const struct options *options)
{
	struct arena *arena = arena_new();
	struct diag diag = source_diag(arena, options);
	int status = 2;

	if (source_open(arena, options, options->arguments, options->argument_count, &diag)) {
		diag_print(&diag, options->format == DIAG_TEXT ? stderr : stdout, options->format);
		status = diag_status(&diag);
	}
	arena_drop(arena);
	return status;
}
