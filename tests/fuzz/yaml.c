/* SPDX-License-Identifier: MIT */
/*
 * YAML, as council.yaml, a style and front matter are read: the tree's words
 * are UTF-8 and its places are in the file.
 */
#include "fuzz.h"
#include "read/yaml.h"

static void
check(const struct yaml *node, int lines, int depth)
{
	assert(depth <= 17);
	assert(node->at.line >= 1 && node->at.line <= lines && node->at.column >= 1);
	fuzz_check_text(node->key);
	fuzz_check_text(node->words);
	for (const struct yaml *child = node->first; child; child = child->next)
		check(child, lines, depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct text file = fuzz_file(arena, bytes, size);
	int lines = fuzz_lines(bytes, size);

	if (utf8_check(file) == file.length) {	/* as the reader promises */
		check(read_yaml(arena, &diag, "fuzz.yaml", file, 1), lines, 0);
		fuzz_check_reports(&diag, lines);
	}
	arena_drop(arena);
	return 0;
}
