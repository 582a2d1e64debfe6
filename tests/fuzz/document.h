/* SPDX-License-Identifier: MIT */
/*
 * A corpus of one document in the program's own style, and no file beside it.
 * Run from the project's folder, where styles/ stands.
 */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include "fuzz.h"
#include "model/print.h"
#include "read/house/house.h"
#include "read/include.h"
#include "read/text/text.h"
#include "read/yaml.h"

struct fuzz_document {
	struct arena *arena;
	struct diag diag;
	struct corpus corpus;
	struct sources sources;
	struct reader reader;
	struct map notes, themes;
	struct reading reading;
	struct text bytes;
	bool sound;	/* the bytes are text; else they were reported, and no reader sees them */
};

/* The style council, read once: the command's --style is always it. */
static inline struct house *
fuzz_house(void)
{
	static struct house house;
	static struct diag diag;
	static struct sources sources;

	if (!house.arena) {
		house.arena = diag.arena = sources.arena = sources.by_path.arena =
		    house.loaded.arena = arena_new();
		house.diag = &diag;
		house.sources = &sources;
		house.styles = "styles";
		read_style(&house, TEXT("council"), (struct place){ "fuzz", 1, 1 });
		assert(diag.reports.count == 0);
	}
	return &house;
}

static inline void
fuzz_begin(struct fuzz_document *fuzz, const char *name, const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();

	*fuzz = (struct fuzz_document){ .arena = arena, .diag = { .arena = arena },
	    .sources = { .arena = arena, .by_path = { .arena = arena } },
	        .notes = { .arena = arena }, .themes = { .arena = arena },
	    .corpus = { .arena = arena, .root = ".",
	        .today = { .year = 2026, .month = 6, .day = 1 }, .files = { .arena = arena },
	        .names = { .arena = arena },
		.council = { .name = TEXT("Marlwold"),
		    .year_starts = { .month = 4, .day = 1 } } } };
	fuzz->reader = (struct reader){ &fuzz->corpus, &fuzz->sources, fuzz_house(),
	    TEXT("council") };
	fuzz->bytes = fuzz_file(arena, bytes, size);
	fuzz->reading = (struct reading){ .arena = arena, .scratch = arena, .diag = &fuzz->diag,
	    .council = &fuzz->corpus.council,
	    .document = document_new(arena, text_of(name), (struct place){ name, 1, 1 }),
	    .reader = &fuzz->reader, .notes = &fuzz->notes, .themes = &fuzz->themes };
	fuzz->diag.about = fuzz->reading.document;
	fuzz->sound = check_text(arena, &fuzz->diag, name, &fuzz->bytes);
}

/* What was read prints as text, and all that was said stands in the file. */
static inline void
fuzz_end(struct fuzz_document *fuzz, const uint8_t *bytes, size_t size)
{
	struct buffer out = { .arena = fuzz->arena };

	if (fuzz->reading.style) {
		print_document(&out, fuzz->reading.document, true);
		fuzz_check_text(buffer_view(&out));
	}
	fuzz_check_reports(&fuzz->diag, fuzz_lines(bytes, size) + 1);
	arena_drop(fuzz->arena);
}

#endif
