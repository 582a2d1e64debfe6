/* SPDX-License-Identifier: MIT */
/*
 * The words of a field, as each type reads them, as a label, a date and a
 * period. The words are never changed by it.
 */
#include <string.h>

#include "fuzz.h"
#include "read/value.h"

static void
read_as(const struct reading *reading, struct text words, enum type type)
{
	struct span span = { .kind = SPAN_TEXT, .words = words, .at = { "fuzz.md", 1, 1 } };
	struct block paragraph = { .kind = BLOCK_PARAGRAPH, .spans = &span, .at = span.at };
	struct value value = { .content = &paragraph, .plain = words, .at = span.at,
	    .label_at = span.at };

	read_value(reading, &value, type);
	assert(text_equal(value.plain, words));
	fuzz_check_text(value.amount.unit);
	fuzz_check_text(value.amount.per);
}

static void
read_as_label(const struct reading *reading, struct text words)
{
	struct value value = { .at = { "fuzz.md", 1, 1 }, .label_at = { "fuzz.md", 1, 1 } };

	read_label(reading, KIND_measure, TEXT("Parks"), TEXT(""), words, &value);
	fuzz_check_text(value.label);
	fuzz_check_text(value.remark);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct document document = { .kind = DOCUMENT_plan };
	struct council council = { .year_starts = { .month = 4, .day = 1 } };
	struct reading reading = { .arena = arena, .diag = &diag, .council = &council,
	    .document = &document };
	struct text words = text_trim(fuzz_file(arena, bytes, size));
	struct text why[2], rest;
	struct span_of_time when;

	/* Words are one line of text, and none of them can be told from nothing. */
	if (words.length > 0 && utf8_check(words) == words.length &&
	    !memchr(words.s, '\n', words.length)) {
		for (enum type type = 0; type < TYPE_COUNT; type++)
			read_as(&reading, words, type);
		read_as_label(&reading, words);
		read_time(&reading, words, &when, &rest, why);
		read_time(&reading, words, &when, NULL, why);
		read_period(&reading, words, (struct place){ "fuzz.md", 1, 1 });
		read_yes_no(words);
		fuzz_check_reports(&diag, 1);
	}
	arena_drop(arena);
	return 0;
}
