/* SPDX-License-Identifier: MIT */
/*
 * Pages of a tree that the bytes choose, in a style that they choose, and all
 * laws of layout over them.
 */
#include "fuzz.h"
#include "../typeset/laws.h"
#include "../typeset/random_tree.h"
#include "../typeset/set.h"

enum { STYLES = 3 };

/* The styles of the program, read once. */
static const struct style *
style_of_byte(uint8_t byte, const char **name)
{
	static const char *const names[STYLES] = { "council", "plain", "modern" };
	static const struct style *styles[STYLES];
	static struct diag diag;
	int number = byte % STYLES;

	if (!diag.arena)
		diag.arena = arena_new();
	if (!styles[number])
		styles[number] = style_of(diag.arena, names[number], &diag);
	*name = names[number];
	return styles[number];
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct trial t = { .arena = arena, .diag = &diag };
	const struct style *style = style_of_byte(size > 0 ? *bytes : 0, &t.style);

	t.look = &style->look;
	t.tree = tree_of_bytes(arena, size > 0 ? bytes + 1 : bytes, size > 0 ? size - 1 : 0);
	t.pages = typeset_tree(arena, t.tree, style, &diag);
	check_laws(&t);
	assert(t.faults == 0);
	fuzz_check_reports(&diag, 0);
	arena_drop(arena);
	return 0;
}
