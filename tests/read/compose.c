/* SPDX-License-Identifier: MIT */
/*
 * Words as they are composed: without an argument a few that must be right, with
 * "-" each line of the input, for an oracle written apart.
 */
#include "read/compose.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static int failed;

static void
check(struct arena *arena, const char *words, const char *wanted)
{
	struct text got = compose_text(arena, text_of(words));

	if (text_is(got, wanted))
		return;
	fprintf(stderr, "\"%s\" becomes \"%.*s\", not \"%s\"\n", words, TEXT_ARGS(got), wanted);
	failed = 1;
}

static void
compose_lines(struct arena *arena)
{
	char line[4096];

	while (fgets(line, sizeof line, stdin)) {
		struct text got = compose_text(arena, text_of(line));

		fwrite(got.s, 1, got.length, stdout);
	}
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	const char *plain = "Gŵyther – 3";

	if (count > 1 && strcmp(words[1], "-") == 0)
		compose_lines(arena);
	check(arena, "e\u0301", "é");
	check(arena, "Gw\u0302yther", "Gŵyther");
	check(arena, "o\u0323\u0302 o\u0302\u0323", "ộ ộ");
	check(arena, "\u212B", "Å");
	check(arena, "x\u0301", "x\u0301");
	check(arena, "\u1112\u1161\u11AB", "한");
	check(arena, "", "");
	if (compose_text(arena, text_of(plain)).s != plain) {
		fprintf(stderr, "words that are composed are copied\n");
		failed = 1;
	}
	arena_drop(arena);
	return failed;
}
