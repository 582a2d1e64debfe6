/* SPDX-License-Identifier: MIT */
/*
 * Words set as a paragraph outside of any document, and read back line by line.
 */
#ifndef TESTS_TYPESET_TEXT_PARAGRAPH_H
#define TESTS_TYPESET_TEXT_PARAGRAPH_H

#include "../set.h"
#include "typeset/text/inline.h"
#include "typeset/text/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct bench {
	struct arena *arena;
	struct diag diag;
	struct tokens look;
	struct typesetter ts;
	struct node node;		/* what the paragraphs are of */
	int faults;
};

#define FAULT(bench, ...) do { \
	if ((bench)->faults++ < 20) { \
		fprintf(stderr, __VA_ARGS__); \
		fputc('\n', stderr); \
	} } while (0)

static inline struct bench *
bench_open(const char *style, const char *language)
{
	struct arena *arena = arena_new();
	struct bench *bench = ARENA_NEW(arena, struct bench);
	struct tree *tree = tree_new(arena);

	bench->arena = arena;
	bench->diag.arena = arena;
	tree->language = text_of(language);
	bench->ts = (struct typesetter){ .shown = arena, .arena = arena, .scratch = arena,
	    .tree = tree,
		.style = style_of(arena, style, &bench->diag), .diag = &bench->diag };
	bench->look = bench->ts.style->look;
	bench->ts.look = &bench->look;
	bench->ts.shaper = shaper_open(arena, bench->ts.style, &bench->diag);
	return bench;
}

static inline int
bench_close(struct bench *bench)
{
	int faults = bench->faults;

	shaper_close(bench->ts.shaper);
	arena_drop(bench->arena);
	return faults;
}

/* A paragraph in the body's type, not yet broken. */
static inline struct para *
paragraph(struct bench *bench, struct text words)
{
	struct para *para = para_begin(&bench->ts, NULL);
	struct fount fount = fount_of(&bench->ts, STYLE_BODY);

	para_add_artifact(&bench->ts, para, &fount, words);
	para_end(&bench->ts, para);
	return para;
}

static inline struct para *
broken(struct bench *bench, struct text words, struct measure measure)
{
	struct para *para = paragraph(bench, words);

	para_break(&bench->ts, para, &measure);
	return para;
}

static inline length
width_of(struct bench *bench, const char *words)
{
	length least, most;

	para_measure(paragraph(bench, text_of(words)), &least, &most);
	return most;
}

static inline size_t
line_end(const struct para *para, size_t line)
{
	return line + 1 < para->lines.count ? para->lines.at[line + 1].stretch
	                                    : para->stretches.count;
}

/* Whether a stretch is the hyphen that layout has put at a line's end. */
static inline bool
is_drawn_hyphen(const struct para *para, const struct stretch *stretch)
{
	const struct letters *hyphen = para->runs.at[stretch->run].hyphen;

	return hyphen && stretch->count == 1 &&
	    para->pieces.at[stretch->piece].shaped == hyphen->parts[0];
}

/* The words of a line in the order of reading, without a hyphen that layout has put there. */
static inline struct text
line_words(struct bench *bench, const struct para *para, size_t line)
{
	struct buffer out = { .arena = bench->arena };

	for (size_t i = para->lines.at[line].stretch; i < line_end(para, line); i++) {
		const struct stretch *stretch = &para->stretches.at[i];

		if (is_drawn_hyphen(para, stretch))
			continue;
		for (uint32_t k = 0; k < stretch->count; k++)
			buffer_text(&out, para->pieces.at[stretch->piece + k].shaped->words);
	}
	return buffer_view(&out);
}

static inline bool
ends_with_hyphen(const struct para *para, size_t line)
{
	return is_drawn_hyphen(para, &para->stretches.at[line_end(para, line) - 1]);
}

#endif
