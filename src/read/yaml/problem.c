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

/* libyaml ends a file that does not end its last line with a line more. */
static size_t
last_line(struct text bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes.length; i++)
		count += bytes.s[i] == '\n' ||
		    (bytes.s[i] == '\r' && (i + 1 == bytes.length || bytes.s[i + 1] != '\n'));
	return count;
}

void
report_yaml_problem(struct loading *loading)
{
	const char *problem = loading->parser.problem ? loading->parser.problem : "";
	yaml_mark_t mark = loading->parser.problem_mark;

	if (loading->parser.error == YAML_MEMORY_ERROR)
		die("out of memory while reading %s", loading->file);
	loading->failed = true;
	/*
	 * It is missed where the next line begins, if there is one; the fault
	 * is where the key does.
	 */
	if (strstr(problem, "could not find expected ':'"))
		mark = loading->parser.context_mark;
	if (mark.line > last_line(loading->bytes))
		mark.line = last_line(loading->bytes);
	if (strstr(problem, "mapping values are not allowed")) {
		report_colon(loading, mark);
		return;
	}
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
	size_t from = (size_t)(source.s - loading->bytes.s), to = from + source.length, at = to;
	struct text bytes = loading->bytes, line = line_of(bytes, to), words;
	yaml_mark_t mark = value->end_mark;

	while (at < bytes.length && bytes.s[at] == ' ')
		at++;
	if (value->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || at == to ||
	    at + 1 >= bytes.length || bytes.s[at] != '#' || strchr(" \t\r\n#", bytes.s[at + 1]))
		return;
	mark.index += at - to;
	to = (size_t)(line.s - bytes.s) + line.length;
	words = text_trim(text_slice(bytes, from < to ? from : at, to));
	report(loading->diag, mark_place(loading, mark), unquoted_hash,
	    text_trim(text_slice(bytes, at, to)), text_format(loading->arena,
	    key.length > 0 ? "`%.*s: \"%.*s\"`" : "`%.*s\"%.*s\"`", TEXT_ARGS(key),
	    TEXT_ARGS(words)));
}
