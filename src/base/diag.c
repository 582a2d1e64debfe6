/* SPDX-License-Identifier: MIT */
/*
 * Reports are kept in the order in which they are made, and sorted when they
 * are printed; so no order of passes, and no number of workers, shows.
 */
#include "base/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void (*die_sweep)(void);

void
die(const char *format, ...)
{
	void (*sweep)(void) = die_sweep;
	va_list words;

	fputs("planpress: ", stderr);
	va_start(words, format);
	vfprintf(stderr, format, words);
	va_end(words);
	fputc('\n', stderr);
	die_sweep = NULL;	/* the sweep may die too */
	if (sweep)
		sweep();
	fflush(stderr);
	_exit(3);
}

/*
 * malloc leaves ENOMEM when it fails, but also when brk is refused (something is
 * mapped behind the heap) and mmap has given in its place. So where brk gives
 * the most that malloc may ask of it, it was a failure; where brk refuses,
 * malloc is asked again, for more than a library asks for without a word.
 */
bool
memory_failed(void)
{
	enum { MOST_OF_BRK = 64 << 20, PLENTY = 4 << 20 };
	void *volatile some;		/* or the compiler would not ask */

	if (errno != ENOMEM)
		return false;
	if (sbrk(MOST_OF_BRK) != (void *)-1) {
		sbrk(-MOST_OF_BRK);
		return true;
	}
	some = malloc(PLENTY);
	if (!some)
		return true;
	free(some);
	errno = 0;
	return false;
}

const char *
severity_name(enum severity severity)
{
	static const char *const names[] = { "note", "warning", "error" };

	return names[severity];
}

struct report *
diag_report(struct diag *diag, struct place at, const struct message *message,
    const struct text words[4])
{
	struct report *report = array_push(diag->arena, &diag->reports);

	report->at = at;
	report->message = message;
	report->severity = message->severity;
	report->about = diag->about;
	for (int i = 0; i < 4; i++)
		if (words[i].length)
			report->words[i] = text_copy(diag->arena, words[i]);
	return report;
}

void
report_also(struct report *report, struct place also)
{
	report->also = also;
}

struct text
place_text(struct arena *arena, struct place place, const char *file)
{
	bool same = file && place.file && strcmp(place.file, file) == 0;

	if (place.line <= 0)
		return text_of(place.file);
	if (!place.file || same)
		return text_format(arena, "line %d", place.line);
	return text_format(arena, "%s:%d:%d", place.file, place.line, place.column);
}

int
place_compare(struct place a, struct place b)
{
	int order = 0;

	if (a.file != b.file)
		order = strcmp(a.file ? a.file : "", b.file ? b.file : "");
	if (!order)
		order = (a.line > b.line) - (a.line < b.line);
	if (!order)
		order = (a.column > b.column) - (a.column < b.column);
	return order;
}

static bool
is_unsound(const struct diag *diag, const struct report *report)
{
	return report->severity == SEVERITY_ERROR ||
	    (diag->fatal_warnings && report->severity == SEVERITY_WARNING);
}

bool
diag_unsound(const struct diag *diag, const void *about)
{
	for (array_each(const struct report, report, &diag->reports))
		if (report->about == about && is_unsound(diag, report))
			return true;
	return false;
}

int
diag_status(const struct diag *diag)
{
	if (diag->failed)
		return 3;
	for (array_each(const struct report, report, &diag->reports))
		if (is_unsound(diag, report))
			return 1;
	return 0;
}

/* 0 when two reports print the same. */
static int
compare_print(const struct report *a, const struct report *b)
{
	int order = place_compare(a->at, b->at);

	if (!order)
		order = strcmp(a->message->name, b->message->name);
	for (int i = 0; i < 4 && !order; i++)
		order = text_compare(a->words[i], b->words[i]);
	if (!order)
		order = (int)b->severity - (int)a->severity;
	return order ? order : place_compare(a->also, b->also);
}

/* What prints the same is put together by what it is about; that address never shows. */
static int
compare_reports(const void *left, const void *right)
{
	const struct report *a = left, *b = right;
	uintptr_t a_about = (uintptr_t)a->about, b_about = (uintptr_t)b->about;
	int order = compare_print(a, b);

	return order ? order : (a_about > b_about) - (a_about < b_about);
}

void
diag_sort(struct diag *diag)
{
	struct reports *reports = &diag->reports;
	size_t kept = 0;

	if (!reports->count)
		return;
	qsort(reports->at, reports->count, sizeof *reports->at, compare_reports);
	for (size_t i = 1; i < reports->count; i++)
		if (compare_reports(&reports->at[kept], &reports->at[i]) != 0)
			reports->at[++kept] = reports->at[i];
	reports->count = kept + 1;
}

bool
diag_repeats(const struct diag *diag, const struct report *report)
{
	return report > diag->reports.at && compare_print(report - 1, report) == 0;
}

/* A template with {1} to {4} replaced. */
static struct text
fill(struct arena *arena, const char *template, const struct text words[4])
{
	struct buffer out = { .arena = arena };
	struct text rest = text_of(template);

	while (rest.length) {
		size_t brace = text_find_byte(rest, '{', 0);
		struct text mark = text_slice(rest, brace, brace + 3);
		bool is_mark = mark.length == 3 && '1' <= mark.s[1] && mark.s[1] <= '4' &&
		    mark.s[2] == '}';

		buffer_text(&out, text_slice(rest, 0, is_mark ? brace : brace + 1));
		if (is_mark)
			buffer_text(&out, words[mark.s[1] - '1']);
		rest = text_from(rest, is_mark ? brace + 3 : brace + 1);
	}
	return buffer_view(&out);
}

struct text
report_text(struct arena *arena, const struct report *report)
{
	return fill(arena, report->message->text, report->words);
}

struct text
report_help(struct arena *arena, const struct report *report)
{
	const char *help = report->message->help;

	if (help && *help)
		return fill(arena, help, report->words);
	if (report->also.file)
		return text_format(arena, "see %.*s",
		    TEXT_ARGS(place_text(arena, report->also, report->at.file)));
	return TEXT("");
}

struct text
message_name(struct arena *arena, const struct message *message)
{
	struct buffer name = { .arena = arena };

	buffer_name(&name, message->name);
	return buffer_view(&name);
}

/* A report in a pipe: its fixed part, then the bytes of six texts. */
enum { AT_FILE = 4, ALSO_FILE, PACKED_TEXTS };

struct packed {
	const struct message *message;
	const void *about;
	int severity, line, column, also_line, also_column;
	bool discreet;
	size_t lengths[PACKED_TEXTS];	/* of the words and two files; of no file SIZE_MAX */
};

static size_t
packed_length(const char *file)
{
	return file ? strlen(file) : SIZE_MAX;
}

void
diag_pack(const struct diag *diag, struct text *out)
{
	struct buffer buffer = { .arena = diag->arena };

	for (array_each(const struct report, report, &diag->reports)) {
		struct packed packed = {
			report->message, report->about, (int)report->severity,
			report->at.line, report->at.column,
			report->also.line, report->also.column, report->discreet,
			{ [AT_FILE] = packed_length(report->at.file),
			  [ALSO_FILE] = packed_length(report->also.file) },
		};

		for (int i = 0; i < 4; i++)
			packed.lengths[i] = report->words[i].length;
		buffer_add(&buffer, &packed, sizeof packed);
		for (int i = 0; i < 4; i++)
			buffer_text(&buffer, report->words[i]);
		buffer_text(&buffer, text_of(report->at.file));
		buffer_text(&buffer, text_of(report->also.file));
	}
	*out = buffer_view(&buffer);
}

static bool
unpack_texts(struct arena *arena, struct text *in, const size_t *lengths, struct text *texts)
{
	for (int i = 0; i < PACKED_TEXTS; i++) {
		size_t length = lengths[i];

		texts[i] = (struct text){ NULL, 0 };
		if (length == SIZE_MAX)
			continue;
		if (length > in->length)
			return false;
		texts[i] = text_copy(arena, text_slice(*in, 0, length));
		*in = text_from(*in, length);
	}
	return true;
}

bool
diag_unpack(struct diag *diag, struct text in)
{
	while (in.length) {
		struct text texts[PACKED_TEXTS];
		struct packed packed;
		struct report *report;

		if (in.length < sizeof packed)
			return false;
		memcpy(&packed, in.s, sizeof packed);
		in = text_from(in, sizeof packed);
		if (!unpack_texts(diag->arena, &in, packed.lengths, texts))
			return false;
		report = array_push(diag->arena, &diag->reports);
		*report = (struct report){
			.at = { texts[AT_FILE].s, packed.line, packed.column },
			.message = packed.message, .severity = (enum severity)packed.severity,
			.also = { texts[ALSO_FILE].s, packed.also_line, packed.also_column },
			.about = packed.about, .discreet = packed.discreet,
		};
		memcpy(report->words, texts, sizeof report->words);
	}
	return true;
}
