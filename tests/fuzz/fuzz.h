/* SPDX-License-Identifier: MIT */
/*
 * What the fuzz programs share. Each gives a reader bytes that a stranger may
 * have chosen; it may report what it likes, and must come back, with texts
 * that are UTF-8 and places that are in the file.
 */
#ifndef FUZZ_H
#define FUZZ_H

#undef NDEBUG
#include <assert.h>

#include "base/diag.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* The bytes as a file's are: a zero follows that is not counted. */
static inline struct text
fuzz_file(struct arena *arena, const uint8_t *bytes, size_t size)
{
	return text_copy(arena, (struct text){ (const char *)bytes, size });
}

static inline void
fuzz_check_text(struct text words)
{
	assert(utf8_check(words) == words.length);
}

/* The lines that a file has at most. */
static inline int
fuzz_lines(const uint8_t *bytes, size_t size)
{
	int lines = 1;

	for (size_t i = 0; i < size; i++)
		lines += bytes[i] == '\n' || bytes[i] == '\r';
	return lines;
}

static inline void
fuzz_check_reports(struct diag *diag, int lines)
{
	for (array_each(struct report, report, &diag->reports)) {
		assert(report->at.line >= 0 && report->at.line <= lines);
		assert(report->at.column >= 0);		/* 0: the whole line */
		fuzz_check_text(report_text(diag->arena, report));
		fuzz_check_text(report_help(diag->arena, report));
	}
}

#endif
