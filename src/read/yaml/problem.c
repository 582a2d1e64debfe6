/* SPDX-License-Identifier: MIT */
/*
 * What is wrong with a YAML file, in words that people know, and where: lines
 * end as everywhere else, where libyaml knows more ends.
 */
#include <string.h>

#include "model/messages.h"
#include "read/yaml/loading.h"

/* Moves past one character. */
static void
step(struct loading *loading)
{
	struct text bytes = loading->bytes;
	char c = bytes.s[loading->offset];
	bool pair = c == '\r' && loading->offset + 1 < bytes.length &&
	    bytes.s[loading->offset + 1] == '\n';

	utf8_next(bytes, &loading->offset);
	loading->index++;
	loading->column++;
	if (c == '\n' || (c == '\r' && !pair)) {
		loading->line++;
		loading->column = 1;
	}
}

size_t
mark_offset(struct loading *loading, yaml_mark_t mark)
{
	if (mark.index < loading->index || loading->line == 0) {
		loading->index = loading->offset = 0;
		loading->line = loading->first_line;
		loading->column = 1;
	}
	while (loading->index < mark.index && loading->offset < loading->bytes.length)
		step(loading);
	return loading->offset;
}

struct place
mark_place(struct loading *loading, yaml_mark_t mark)
{
	mark_offset(loading, mark);
	return (struct place){ loading->file, loading->line, loading->column };
}

void
refuse_yaml(struct loading *loading, yaml_mark_t mark, struct text what, struct text help)
{
	report(loading->diag, mark_place(loading, mark), bad_yaml, what, help);
	loading->failed = true;
}

static const struct { const char *begins, *text, *help; } problems[] = {
#define PROBLEM(begins, text, help) { begins, text, help },
#include "read/yaml/problems.def"
#undef PROBLEM
};

/* How many lines end. */
static size_t
count_lines(struct text bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes.length; i++)
		count += bytes.s[i] == '\n' ||
		    (bytes.s[i] == '\r' && (i + 1 == bytes.length || bytes.s[i + 1] != '\n'));
	return count;
}

/* The line of the source that holds an offset. */
static struct text
line_of(struct text bytes, size_t offset)
{
	size_t from = offset, to = text_find_byte(bytes, '\n', offset);

	while (from > 0 && bytes.s[from - 1] != '\n')
		from--;
	return text_slice(bytes, from, to);
}

/* `title: Homes: a plan`: the help shows the line with its value in quotes. */
static void
report_colon(struct loading *loading, yaml_mark_t mark)
{
	struct text line = line_of(loading->bytes, mark_offset(loading, mark));
	size_t colon = text_find(line, TEXT(": "), 0);

	report(loading->diag, mark_place(loading, mark), unquoted_colon,
	    text_trim(text_slice(line, 0, colon)),
	    text_trim(text_from(line, colon < line.length ? colon + 1 : colon)));
}

/* ---- keys that do not begin where they should ---- */

/* The key that a line holds behind its spaces, of at most three words; else empty. */
static struct text
key_of(struct text line)
{
	size_t from = skip_space(line, 0), to = text_find_byte(line, ':', from), spaces = 0;

	for (size_t i = from; i < to; i++)
		spaces += line.s[i] == ' ';
	if (to == line.length || spaces > 2 || line.s[from] == '-' || line.s[from] == '#' ||
	    (to + 1 < line.length && line.s[to + 1] != ' ' && line.s[to + 1] != '\r'))
		return TEXT("");
	return text_slice(line, from, to);
}

/* The first line that is not blank. */
static size_t
first_line_at(struct text bytes)
{
	size_t at = 0;

	while (at < bytes.length && strchr(" \t\r\n", bytes.s[at]))
		at++;
	return at;
}

/*
 * A line whose key does not begin where the one above it does: a value seems
 * to go on there. The value is cut where the line begins. False when the line
 * is no such key.
 */
static bool
report_indent(struct loading *loading, size_t offset)
{
	struct text line = line_of(loading->bytes, offset), key = key_of(line);
	size_t indent = skip_space(line, 0), from = (size_t)(line.s - loading->bytes.s);
	struct yaml *last = loading->last;
	struct place at = { loading->file, loading->first_line, (int)indent + 1 };

	if (indent == 0 || key.length == 0)
		return false;
	at.line += (int)count_lines(text_slice(loading->bytes, 0, from));
	report(loading->diag, at, indented_key, key);
	if (last && last->source.s < line.s && last->source.s + last->source.length > line.s) {
		last->source = text_trim(text_slice(last->source, 0,
		    (size_t)(line.s - last->source.s)));
		last->words = last->source;
	}
	return true;
}

/* `title:Homes` and `title Homes`: the one lacks a space, the other its colon. */
static bool
report_no_space(struct loading *loading, yaml_mark_t mark)
{
	struct text line = text_trim(line_of(loading->bytes, mark_offset(loading, mark)));
	size_t colon = text_find_byte(line, ':', 0);

	if (colon + 1 >= line.length || line.s[colon + 1] == ' ' ||
	    text_find_byte(line, ' ', 0) < colon)
		return false;
	refuse_yaml(loading, mark, TEXT("there is no space after the colon of this key"),
	    text_format(loading->arena, "write `%.*s: %.*s`", TEXT_ARGS(text_slice(line, 0, colon)),
	    TEXT_ARGS(text_from(line, colon + 1))));
	return true;
}

/* What stands where a key should: words behind a value that has ended, an item of no list. */
static bool
report_no_key(struct loading *loading, yaml_mark_t mark)
{
	size_t offset = mark_offset(loading, mark);
	struct text line = line_of(loading->bytes, offset), typed = text_trim(line);
	size_t at = offset - (size_t)(line.s - loading->bytes.s);

	if (at > skip_space(line, 0))
		refuse_yaml(loading, mark, TEXT("these words stand behind a value that has ended"),
		    TEXT("put the whole value into 'single quotes'"));
	else if (text_begins(typed, "- "))
		refuse_yaml(loading, mark, TEXT("this item belongs to no list"),
		    TEXT("begin its `- ` at the column of the items above; a key takes none"));
	else
		return false;
	return true;
}

/* The mark of a fault: libyaml's is where it was seen, at times far behind it. */
static yaml_mark_t
fault_mark(const struct loading *loading, const char *problem)
{
	yaml_mark_t mark = loading->parser.problem_mark;

	/* missed where the next line begins, or the file ends; the fault is where it began */
	if (strstr(problem, "could not find expected ':'") ||
	    strstr(problem, "found unexpected end of stream"))
		mark = loading->parser.context_mark;
	/* libyaml ends a file that does not end its last line with a line more */
	if (mark.line > count_lines(loading->bytes))
		mark.line = count_lines(loading->bytes);
	return mark;
}

/* What a look at the line tells better than libyaml does. */
static bool
report_line(struct loading *loading, const char *problem, yaml_mark_t mark)
{
	if (strstr(problem, "mapping values are not allowed")) {
		if (!report_indent(loading, mark_offset(loading, mark)))
			report_colon(loading, mark);
		return true;
	}
	if (strstr(problem, "did not find expected <document start>"))
		return report_indent(loading, first_line_at(loading->bytes));
	if (strstr(problem, "could not find expected ':'"))
		return report_no_space(loading, mark);
	if (strstr(problem, "did not find expected key"))
		return report_no_key(loading, mark);
	return false;
}

void
report_yaml_problem(struct loading *loading)
{
	const char *problem = loading->parser.problem ? loading->parser.problem : "";
	yaml_mark_t mark = fault_mark(loading, problem);

	if (loading->parser.error == YAML_MEMORY_ERROR)
		die("out of memory while reading %s", loading->file);
	loading->failed = true;
	if (report_line(loading, problem, mark))
		return;
	if (strstr(problem, "cannot start any token") &&
	    loading->bytes.s[mark_offset(loading, mark)] == '\t')
		problem = "found a tab character";
	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
		if (text_begins(text_of(problem), problems[i].begins)) {
			refuse_yaml(loading, mark, text_of(problems[i].text),
			    text_of(problems[i].help));
			return;
		}
	refuse_yaml(loading, mark, text_format(loading->arena, "this is not YAML: %s", problem),
	    TEXT(""));
}

/* A comment that somebody meant to be one has a space behind its sign: "Plan #1" has none. */
void
check_yaml_comment(struct loading *loading, struct text key, struct text source,
    const yaml_event_t *value)
{
	struct text bytes = loading->bytes, words;
	size_t from = (size_t)(source.s - bytes.s), end = from + source.length, at = end,
	    line_end = text_find_byte(bytes, '\n', end);
	yaml_mark_t mark = value->end_mark;

	while (at < bytes.length && bytes.s[at] == ' ')
		at++;
	if (value->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || at == end ||
	    at + 1 >= bytes.length || bytes.s[at] != '#' || strchr(" \t\r\n#", bytes.s[at + 1]))
		return;
	mark.index += at - end;
	words = text_trim(text_slice(bytes, from, line_end));
	report(loading->diag, mark_place(loading, mark), unquoted_hash,
	    text_trim(text_slice(bytes, at, line_end)), text_format(loading->arena,
	    key.length > 0 ? "`%.*s: \"%.*s\"`" : "`%.*s\"%.*s\"`", TEXT_ARGS(key),
	    TEXT_ARGS(words)));
}
