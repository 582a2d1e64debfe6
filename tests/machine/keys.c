/* SPDX-License-Identifier: MIT */
/*
 * What is kept of a run: the inputs as they were when it began, so that a file
 * which changes meanwhile is read by the next run.
 */
#include <stdlib.h>

#include "base/file.h"
#include "keys.h"
#include "../base/check.h"

static char path[] = "/tmp/planpress-keys-XXXXXX";

/* Whether the keys of a run stand, in which the input becomes these words. */
static bool
stands_after(const char *becomes, bool is_sound)
{
	struct arena *arena = arena_new();
	struct keys keys = { .arena = arena };
	struct found_files files = { 0 };
	bool stands;

	file_write(path, TEXT("as it was"));
	*array_push(arena, &files) = text_of(path);
	keys_begin(&keys, &files);
	if (becomes)
		file_write(path, text_of(becomes));
	keys_end(&keys, is_sound);
	stands = keys_stand(&keys, TEXT(""), &files);
	arena_drop(arena);
	return stands;
}

int
main(void)
{
	if (mkstemp(path) < 0)
		return 1;
	CHECK(stands_after(NULL, true));
	CHECK(!stands_after(NULL, false));
	CHECK(!stands_after("another", true));
	CHECK(!stands_after("as it is!", true));
	remove(path);
	return check_status();
}
