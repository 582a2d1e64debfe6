/* SPDX-License-Identifier: MIT */
/*
 * Reports as people read them on a terminal.
 *
 * What comes from a file never reaches the terminal as it is: control
 * characters, marks that turn the direction, and bytes that are no UTF-8
 * show as U+FFFD, one for each column, so that the caret stands right.
 * Sorted reports walk through a file once, whatever the length of its lines.
 */
#include "base/diag.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"

enum {
	SOURCE_LIMIT = 1 << 28,		/* bytes of a source that is shown */
	LINE_WIDTH = 100,		/* columns of a source line that are shown */
	LINE_BEFORE = 60,		/* of these, before the place */
	WORD_WIDTH = 24,		/* bytes that a cut is moved to end at a word */
};

static const char INDENT[] = "  ";

struct printer {
	struct arena *words, *sources;	/* sources: of the file shown now */
	struct buffer out;
	const char *file;		/* whose text source is; null before the first */
	struct text source, line;	/* the line shown now, without what ends it */
	size_t next;			/* offset of the line after */
	int number;			/* of the line; 0 before the first */
	size_t offset;			/* of column in the line: columns only grow */
	int column;
};

static bool
is_hidden(uint32_t c)
{
	return c < 0x20 || (0x7F <= c && c < 0xA0) || (0x200B <= c && c <= 0x200F) ||
	    (0x2028 <= c && c <= 0x202E) || (0x2060 <= c && c <= 0x206F) || c == 0xFEFF;
}

/* Text of one line that does no harm to a terminal; tab is what a tab becomes. */
static void
add_shown(struct buffer *out, struct text text, char tab)
{
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '\t')
			buffer_byte(out, tab);
		else if (c == '\n' || c == '\r')
			buffer_byte(out, ' ');
		else
			buffer_code_point(out, is_hidden(c) ? 0xFFFD : c);
	}
}

/* Columns that a terminal gives a character. */
static int
width_of(uint32_t c)
{
	static const struct { uint32_t first, last; } wide[] = {
		{ 0x1100, 0x115F }, { 0x2E80, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF },
		{ 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1FAFF },
		{ 0x20000, 0x3FFFD },
	};

	if ((0x300 <= c && c <= 0x36F) || (0xFE00 <= c && c <= 0xFE0F))
		return 0;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (wide[i].first <= c && c <= wide[i].last)
			return 2;
	return 1;
}

/* The offset some columns after another, or the end of the line. */
static size_t
columns_after(struct text line, size_t at, int columns)
{
	while (columns-- > 0 && at < line.length)
		utf8_next(line, &at);
	return at;
}

static size_t
columns_before(struct text line, size_t at, int columns)
{
	while (columns-- > 0 && at > 0) {
		size_t byte = at - 1;

		while (byte > 0 && at - byte < 4 && (line.s[byte] & 0xC0) == 0x80)
			byte--;
		at = byte + utf8_length(line, byte) == at ? byte : at - 1;
	}
	return at;
}

static int
columns_between(struct text line, size_t from, size_t to)
{
	int columns = 0;

	for (; from < to; columns++)
		utf8_next(line, &from);
	return columns;
}

/* Takes the next line of the source; false when there is none. */
static bool
next_line(struct printer *printer)
{
	size_t end = text_find_byte(printer->source, '\n', printer->next);

	if (printer->next >= printer->source.length)
		return false;
	printer->line = text_slice(printer->source, printer->next, end);
	while (printer->line.length && strchr(" \t\r", printer->line.s[printer->line.length - 1]))
		printer->line.length--;
	printer->next = end + 1;
	printer->number++;
	printer->offset = 0;
	printer->column = 1;
	return true;
}

static void
open_source(struct printer *printer, const char *file)
{
	arena_drop(printer->sources);
	printer->sources = arena_new();
	file_read(printer->sources, file, SOURCE_LIMIT, &printer->source);
	if (text_begins(printer->source, "\xEF\xBB\xBF"))
		printer->source = text_from(printer->source, 3);
	printer->file = file;
	printer->next = 0;
	printer->number = 0;
}

/* Moves to a place; false when its line cannot be shown. */
static bool
find_place(struct printer *printer, struct place at)
{
	if (!at.file || at.line <= 0)
		return false;
	if (!printer->file || strcmp(printer->file, at.file) != 0)
		open_source(printer, at.file);
	while (printer->number < at.line)
		if (!next_line(printer))
			return false;
	if (at.column > printer->column) {
		printer->offset =
		    columns_after(printer->line, printer->offset, at.column - printer->column);
		printer->column = at.column;
	}
	return !text_is_blank(printer->line);
}

/* From and to of what is shown of a long line, moved to words. */
static struct text
cut_line(struct text line, size_t at, size_t *from)
{
	int after = columns_between(line, at, columns_after(line, at, LINE_WIDTH - LINE_BEFORE));
	size_t begin = columns_before(line, at, LINE_WIDTH - after);
	size_t end = columns_after(line, begin, LINE_WIDTH);

	*from = begin;
	for (size_t i = begin; begin && i < at && i < begin + WORD_WIDTH; i++)
		if (line.s[i] == ' ') {
			*from = i + 1;
			break;
		}
	for (size_t i = end; end < line.length && i > at && i + WORD_WIDTH > end; i--)
		if (line.s[i] == ' ')
			return text_slice(line, *from, i);
	return text_slice(line, *from, end);
}

static void
add_caret(struct buffer *out, struct text before)
{
	for (size_t at = 0; at < before.length;) {
		uint32_t c = utf8_next(before, &at);

		for (int width = width_of(is_hidden(c) ? 0xFFFD : c); width > 0; width--)
			buffer_byte(out, c == '\t' ? '\t' : ' ');
	}
	buffer_string(out, "^\n");
}

static void
print_source(struct printer *printer, struct place place)
{
	struct buffer *out = &printer->out;
	size_t from = 0, at;
	struct text shown;

	if (!find_place(printer, place))
		return;
	at = printer->offset;
	shown = cut_line(printer->line, at, &from);
	buffer_string(out, INDENT);
	buffer_string(out, from ? "… " : "");
	add_shown(out, shown, '\t');
	buffer_string(out, from + shown.length < printer->line.length ? " …\n" : "\n");
	if (place.column <= 0)
		return;
	buffer_string(out, INDENT);
	buffer_string(out, from ? "  " : "");
	add_caret(out, text_slice(printer->line, from, at));
}

static void
print_place(struct buffer *out, struct place at)
{
	add_shown(out, text_of(at.file ? at.file : "planpress"), ' ');
	if (at.line > 0)
		buffer_format(out, ":%d", at.line);
	if (at.line > 0 && at.column > 0)
		buffer_format(out, ":%d", at.column);
}

static void
print_report(struct printer *printer, const struct report *report)
{
	struct text help = report_help(printer->words, report);
	struct buffer *out = &printer->out;

	print_place(out, report->at);
	buffer_format(out, ": %s: ", severity_name(report->severity));
	add_shown(out, report_text(printer->words, report), ' ');
	buffer_string(out, " [");
	buffer_text(out, message_name(printer->words, report->message));
	buffer_string(out, "]\n");
	if (!report->discreet)
		print_source(printer, report->at);
	if (!help.length)
		return;
	buffer_string(out, INDENT);
	buffer_string(out, "help: ");
	add_shown(out, help, ' ');
	buffer_byte(out, '\n');
}

static void
print_all(const struct diag *diag, struct buffer *out)
{
	struct printer printer = { .words = out->arena, .sources = arena_new(), .out = *out };

	for (array_each(const struct report, report, &diag->reports))
		if (!diag_repeats(diag, report))
			print_report(&printer, report);
	arena_drop(printer.sources);
	*out = printer.out;
}

void
diag_print(struct diag *diag, FILE *file, enum diag_format format)
{
	struct arena *arena = arena_new();
	struct buffer out = { .arena = arena };
	struct text text;

	diag_sort(diag);
	switch (format) {
	case DIAG_TEXT:
		print_all(diag, &out);
		break;
	case DIAG_JSON:
		diag_print_json(diag, &out);
		break;
	case DIAG_SARIF:
		diag_print_sarif(diag, &out);
		break;
	}
	text = buffer_view(&out);
	if (fwrite(text.s, 1, text.length, file) != text.length || fflush(file) != 0)
		die("the messages cannot be written: %s", strerror(errno));
	arena_drop(arena);
}
