/* SPDX-License-Identifier: MIT */
/*
 * The figures of a plan, one line each, against tests/resolve/figures/figures.txt:
 * what variance, direction and status come to. With an argument the lines are
 * printed, to be taken as the expectation.
 */
#include "base/buffer.h"
#include "read/read.h"
#include "resolve/resolve.h"

#include "../base/check.h"

static const char *const status_names[] = { "none", "ahead", "on", "near", "off" };
static const char *const direction_names[] = { "", " better", " same", " worse" };

static void
say_value(struct buffer *out, const char *name, const struct value *value)
{
	if (value)
		buffer_format(out, " %s %.*s,", name, TEXT_ARGS(value->plain));
}

static void
say_figure(struct buffer *out, struct arena *arena, const struct record *record,
    const struct figure *figure)
{
	struct text first = date_iso(arena, figure->period.first),
	            last = date_iso(arena, figure->period.last);

	buffer_format(out, "%.*s %.*s to %.*s:", TEXT_ARGS(record->id), TEXT_ARGS(first),
	    TEXT_ARGS(last));
	say_value(out, "target", figure->target);
	say_value(out, "actual", figure->actual);
	buffer_format(out, " variance \"%.*s\"", TEXT_ARGS(figure->variance_words));
	if (figure->variance.valid)
		buffer_format(out, " = %.*s",
		    TEXT_ARGS(decimal_text(arena, figure->variance, false)));
	if (figure->variance_percent.valid)
		buffer_format(out, " = %.*s%%",
		    TEXT_ARGS(decimal_text(arena, figure->variance_percent, false)));
	buffer_format(out, ", %s \"%.*s\"%s\n", status_names[figure->status],
	    TEXT_ARGS(figure->status_words), direction_names[figure->direction]);
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct buffer out = { .arena = arena };
	const char *const path = "tests/resolve/figures";
	struct request request = { .root = path, .paths = &path, .path_count = 1,
	    .styles = "styles" };
	struct corpus *corpus = read_corpus(arena, &request, &diag);
	struct text expected;

	(void)words;
	resolve_corpus(corpus, &diag);
	for (size_t i = 0; i < corpus->records.count; i++) {
		const struct record *record = corpus->records.at[i];

		for (size_t k = 0; k < record->figures.count && !record->joins; k++)
			say_figure(&out, arena, record, &record->figures.at[k]);
	}
	if (count > 1)
		return fwrite(out.s, 1, out.length, stdout) != out.length;
	file_read(arena, "tests/resolve/figures/figures.txt", 1 << 20, &expected);
	CHECK(diag_status(&diag) == 0);
	CHECK_TEXT(buffer_view(&out), text_string(arena, expected));
	arena_drop(arena);
	return check_status();
}
