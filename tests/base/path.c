/* SPDX-License-Identifier: MIT */
/*
 * Paths are cleaned, joined and taken apart as text.
 */
#include "base/path.h"

#include "check.h"

static struct arena *arena;

static void
check_paths(void)
{
	static const char *const clean[][2] = {
		{ "", "." }, { ".", "." }, { "./", "." }, { "a", "a" }, { "a/", "a" },
		{ "a//b/./../c", "a/c" }, { "a/..", "." },
		{ "..", ".." }, { "../../a", "../../a" }, { "a/../../b", "../b" },
		{ "a/b/../../..", ".." }, { "/", "/" },
		{ "/..", "/" }, { "/../a", "/a" }, { "//a//", "/a" }, { "/a/../..", "/" },
		{ "a/...", "a/..." }, { ".a/..b", ".a/..b" },
		{ "../a/..", ".." }, { "./../a", "../a" },
	};
	static const char *const parts[][4] = {		/* path, folder, name, suffix */
		{ "", "", "", "" }, { "plan.md", "", "plan.md", ".md" },
		{ "a/b/plan.tar.gz", "a/b", "plan.tar.gz", ".gz" },
		{ "/plan", "/", "plan", "" }, { "a/", "a", "", "" }, { "a//b", "a", "b", "" },
		{ ".hidden", "", ".hidden", "" },
		{ "a.b/c", "a.b", "c", "" }, { "a.", "", "a.", "" },
		{ "a/.b.md", "a", ".b.md", ".md" }, { "//", "/", "", "" },
	};

	for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
		CHECK_TEXT(path_clean(arena, text_of(clean[i][0])), clean[i][1]);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		CHECK_TEXT(path_folder(text_of(parts[i][0])), parts[i][1]);
		CHECK_TEXT(path_name(text_of(parts[i][0])), parts[i][2]);
		CHECK_TEXT(path_suffix(text_of(parts[i][0])), parts[i][3]);
	}
	CHECK_TEXT(text_of(path_folder_string(arena, TEXT("a/b"))), "a");
	CHECK_TEXT(text_of(path_folder_string(arena, TEXT("b"))), ".");
	CHECK_TEXT(path_decoded(arena, TEXT("a%20b%C3%a9%2")), "a b\xC3\xA9%2");
	CHECK_TEXT(path_decoded(arena, TEXT("100%, %0A%gg")), "100%, %0A%gg");
	CHECK_TEXT(text_of(path_join(arena, TEXT("a"), TEXT("b"))), "a/b");
	CHECK_TEXT(text_of(path_join(arena, TEXT("a/"), TEXT("b"))), "a/b");
	CHECK_TEXT(text_of(path_join(arena, TEXT(""), TEXT("b"))), "b");
	CHECK_TEXT(text_of(path_join(arena, TEXT("."), TEXT("b"))), "b");
	CHECK_TEXT(text_of(path_join(arena, TEXT("a"), TEXT("/b"))), "/b");
	CHECK_TEXT(path_clean(arena, (struct text){ NULL, 0 }), ".");
}

int
main(void)
{
	arena = arena_new();
	check_paths();
	arena_drop(arena);
	return check_status();
}
