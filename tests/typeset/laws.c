/* SPDX-License-Identifier: MIT */
/*
 * The laws of layout over random trees, and the same pages on every run.
 * LAWS_COUNT trees (8), from the seed LAWS_SEED (1), in the program's three
 * styles and justified, or in LAWS_STYLE (also narrow); LAWS_PRINT prints trees and pages,
 * LAWS_FOLDER writes them there, with their PDF (of 2.0 with LAWS_PDF=2.0) and HTML.
 */
#include "base/file.h"
#include "keeping.h"
#include "laws.h"
#include "model/print.h"
#include "random_tree.h"
#include "seeds.h"
#include "set.h"
#include "write/write.h"

/*
 * A style of the program; "justified" is the first with justified lines and
 * hyphens, "narrow" is it on pages of half the size.
 */
static const struct style *
style_of_trial(struct arena *arena, const char *name, struct diag *diag)
{
	bool is_justified = strcmp(name, "justified") == 0, is_narrow = strcmp(name, "narrow") == 0;
	struct style *style = arena_copy(arena,
	    style_of(arena, is_justified || is_narrow ? "council" : name, diag), sizeof *style);

	style->look.justify = style->look.hyphenate = is_justified;
	if (is_narrow) {
		style->look.height = style->look.width;
		style->look.width = style->look.width * 71 / 100;
	}
	return style;
}

static void
write_file(const char *folder, struct text name, const char *suffix, struct text bytes)
{
	struct arena *arena = arena_new();

	file_write(text_string(arena, text_format(arena, "%s/%.*s%s", folder, TEXT_ARGS(name), suffix)), bytes);
	arena_drop(arena);
}

/* The tree and its pages as text, and what the back ends make of them. */
static void
write_trial(const struct trial *t, const struct style *style, struct diag *diag, const char *folder)
{
	struct buffer out = { .arena = t->arena };
	const char *version = getenv("LAWS_PDF");
	struct edition edition = { .style = style, .tree = t->tree, .pages = t->pages, .pdf = true, .html = true, .folder = folder,
		.version = version && strcmp(version, "2.0") == 0 ? PDF_2_0 : PDF_1_7,
		.drawings = typeset_drawings(t->arena, t->tree, style, diag) };

	write_edition(&edition);
	files_publish();
	print_pages(&out, t->tree, t->pages);
	write_file(folder, t->tree->file, ".pages", buffer_view(&out));
	out.length = 0;
	for (const struct node *node = t->tree->root; node; node = node_next(node, t->tree->root))
		if (node->tag == TAG_TEXT && !above(node, TAG_LBL)) {
			buffer_text(&out, node->words);
			buffer_byte(&out, '\n');
		}
	write_file(folder, t->tree->file, ".words", buffer_view(&out));
}

static int
try_seed(const char *style_name, uint64_t seed)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	const struct style *style = style_of_trial(arena, style_name, &diag);
	struct trial t = { .style = style_name, .seed = seed, .arena = arena, .tree = random_tree(arena, seed), .look = &style->look, .diag = &diag };
	struct buffer one = { .arena = arena }, two = { .arena = arena };
	int faults;

	t.pages = typeset_tree(arena, t.tree, style, &diag);
	t.is_flat = !has_cover(&t);
	check_laws(&t);
	check_keeping(&t);
	print_pages(&one, t.tree, t.pages);
	print_pages(&two, t.tree, typeset_tree(arena, t.tree, style, &diag));
	if (!text_equal(buffer_view(&one), buffer_view(&two)))
		FAULT(&t, "a second run gives other pages");
	if (getenv("LAWS_PRINT")) {
		two.length = 0;
		print_tree(&two, t.tree);
		fwrite(two.s, 1, two.length, stdout);
		fwrite(one.s, 1, one.length, stdout);
	}
	if (getenv("LAWS_FOLDER")) {
		((struct tree *)t.tree)->file = text_format(arena, "%s-%llu", style_name, (unsigned long long)seed);
		write_trial(&t, style, &diag, getenv("LAWS_FOLDER"));
	}
	faults = t.faults;
	arena_drop(arena);
	return faults;
}

int
main(void)
{
	static const char *const styles[] = { "council", "plain", "modern", "justified" };

	return try_seeds("LAWS", 8, styles, sizeof styles / sizeof *styles, try_seed);
}
