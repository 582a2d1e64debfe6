/* SPDX-License-Identifier: MIT */
/*
 * Headings: `## Title {.kind #id key=value key="words"}`. What stands in
 * braces is taken out before cmark sees the line; it would make emphasis of
 * it. A flag is a key without a value; `.unnumbered` is the one that stands
 * beside a kind with a dot.
 */
#include "base/near.h"
#include "model/messages.h"
#include "read/text/manuscript.h"

enum { MOST_ATTRIBUTES = 32 };

/* ---- braces ---- */

/* The bytes of a quotation mark at a place: straight, or as a word processor curls it; else 0. */
static size_t
quote_size(struct text words, size_t at)
{
	struct text rest = text_from(words, at);

	if (text_begins(rest, "\""))
		return 1;
	return text_begins(rest, "\u201C") || text_begins(rest, "\u201D") ? 3 : 0;
}

/* Where the "{" stands whose "}" ends the line; the length when there is none. */
static size_t
find_braces(struct text line)
{
	size_t end = line.length, open = line.length;
	bool quoted = false;

	while (end > 0 && (line.s[end - 1] == ' ' || line.s[end - 1] == '\t' ||
	    line.s[end - 1] == '#'))
		end--;
	if (end == 0 || line.s[end - 1] != '}')
		return line.length;
	for (size_t i = 0; i + 1 < end; i++) {
		if (line.s[i] == '\\')
			i++;
		else if (quote_size(line, i) > 0 && open < line.length)
			quoted = !quoted;
		else if (line.s[i] == '{' && !quoted && (i == 0 || line.s[i - 1] == ' '))
			open = i;
		else if (line.s[i] == '}' && !quoted)
			open = line.length;
	}
	return open;
}

bool
is_heading_line(struct text line)
{
	size_t at = 0, marks;

	while (at < line.length && at < 3 && line.s[at] == ' ')
		at++;
	for (marks = at; marks < line.length && line.s[marks] == '#'; marks++)
		;
	return marks > at && marks - at <= 6 &&
	    (marks == line.length || line.s[marks] == ' ' || line.s[marks] == '\t');
}

void
take_braces(struct manuscript *manuscript)
{
	struct passage *passage = manuscript->passage;

	for (int i = 0; i + 1 < (int)passage->lines.count; i++) {
		struct text line = passage_line(passage, i);
		size_t at = passage->lines.at[i], open;

		if (!is_heading_line(line) || (open = find_braces(line)) == line.length)
			continue;
		*array_push(manuscript->scratch, &manuscript->braces) = (struct braces){ i,
		    text_slice(passage->bytes, at + open, at + line.length) };
		for (size_t j = open; j < line.length; j++)
			passage->masked[at + j] = ' ';
	}
}

/* What stands in braces on a line; empty when nothing does. */
static struct text
braces_of(const struct manuscript *manuscript, int line)
{
	size_t low = 0, high = manuscript->braces.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (manuscript->braces.at[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < manuscript->braces.count && manuscript->braces.at[low].line == line
	    ? manuscript->braces.at[low].words : TEXT("");
}

/* The end of a word of the braces that begins at an offset; words in quotation marks are one. */
static size_t
word_end(struct text words, size_t at)
{
	bool quoted = false;

	for (; at < words.length; at++) {
		if (words.s[at] == '\\')
			at++;
		else if (quote_size(words, at) > 0)
			quoted = !quoted;
		else if (!quoted && (words.s[at] == ' ' || words.s[at] == '\t'))
			break;
	}
	return at < words.length ? at : words.length;
}

/* Words without the backslashes before quotation marks and backslashes. */
static struct text
unquoted(struct arena *arena, struct text words)
{
	struct text copy = text_copy(arena, words);
	char *s = (char *)copy.s;

	copy.length = 0;
	for (size_t i = 0; i < words.length; i++) {
		if (words.s[i] == '\\' && i + 1 < words.length &&
		    (words.s[i + 1] == '"' || words.s[i + 1] == '\\'))
			i++;
		s[copy.length++] = words.s[i];
	}
	return copy;
}

/* The words between quotation marks; as they are where none stand round them. */
static struct text
within_quotes(struct manuscript *manuscript, struct text words, struct place at)
{
	size_t first = quote_size(words, 0), last = 0;

	if (first == 0)
		return words;
	if (words.length > first && quote_size(words, words.length - 1) == 1)
		last = 1;
	else if (words.length > first + 2)
		last = quote_size(words, words.length - 3);
	if (last == 0)
		report(manuscript->diag, at, stray_braces,
		    TEXT("this quotation mark is not closed"),
		    TEXT("write another one where the words end"));
	return unquoted(manuscript->arena, text_slice(words, first, words.length - last));
}

static void
add_said(struct manuscript *manuscript, struct heading *heading, struct text name,
    struct text words, struct place at)
{
	words = within_quotes(manuscript, words, at);
	if (heading->attributes.count == MOST_ATTRIBUTES) {
		if (!heading->too_many)
			report(manuscript->diag, at, too_large,
			    TEXT("this heading has too many keys"), TEXT("leave some out"));
		heading->too_many = true;
		return;
	}
	for (array_each(struct attribute_said, said, &heading->attributes))
		if (name_equal(said->name, name)) {
			report(manuscript->diag, at, double_key, name);
			return;
		}
	*array_push(manuscript->scratch, &heading->attributes) =
	    (struct attribute_said){ name, words, at };
}

static void
read_word(struct manuscript *manuscript, struct heading *heading, struct text word, struct place at)
{
	size_t equals = text_find_byte(word, '=', 0);

	if (word.s[0] == '#') {
		add_said(manuscript, heading, TEXT("id"), text_from(word, 1), at);
	} else if (text_is(word, ".unnumbered")) {
		add_said(manuscript, heading, TEXT("unnumbered"), TEXT("yes"), at);
	} else if (word.s[0] == '.' && heading->kind.length == 0) {
		heading->kind = text_from(word, 1);
		heading->kind_at = at;
	} else if (word.s[0] == '.') {
		report(manuscript->diag, at, double_key, word);
	} else if (equals < word.length) {
		add_said(manuscript, heading, text_slice(word, 0, equals),
		    text_from(word, equals + 1), at);
	} else {
		add_said(manuscript, heading, word, TEXT("yes"), at);
	}
}

static void
read_braces(struct manuscript *manuscript, struct heading *heading, struct text words)
{
	size_t from = (size_t)(words.s - manuscript->passage->bytes.s), last = words.length;

	while (last > 0 && words.s[last - 1] != '}')
		last--;
	words = text_slice(words, 0, last - 1);
	for (size_t at = 1; at < words.length;) {
		size_t end = word_end(words, at);

		if (end > at)
			read_word(manuscript, heading, text_slice(words, at, end),
			    passage_place(manuscript->passage, from + at));
		at = end + 1;
	}
}

/* ---- headings ---- */

/* A line of nothing but = or -. */
static bool
is_underline(struct text line)
{
	line = text_trim(line);
	for (size_t i = 0; i < line.length; i++)
		if (line.s[i] != line.s[0] || (line.s[0] != '=' && line.s[0] != '-'))
			return false;
	return line.length > 0;
}

/* The line that turns the text above it into a heading. */
static void
refuse_underline(struct manuscript *manuscript, const struct syntax *node)
{
	int line = node->line + 1;

	while (line < node->end_line && !is_underline(passage_line(manuscript->passage, line)))
		line++;
	report(manuscript->diag,
	    passage_place(manuscript->passage, manuscript->passage->lines.at[line]),
	    underlined_heading);
}

struct text
nearest_kind(struct arena *arena, struct text name)
{
	struct near near = near_begin(arena, name);

	for (int i = 0; i < SECTION_COUNT; i++)
		near_try(&near, name_hyphened(arena, section_rows[i].name));
	for (int i = 1; i < KIND_COUNT; i++)
		near_try(&near, name_hyphened(arena, kind_rows[i].name));
	return near_help(&near, "");
}

struct heading
read_heading(struct manuscript *manuscript, const struct syntax *node)
{
	struct heading heading = { .at = syntax_place(manuscript, node), .level = node->level };
	struct cursor cursor = cursor_of(manuscript->passage, node->line, node->end_line);
	struct text braces = braces_of(manuscript, node->line);

	if (!is_heading_line(passage_line(manuscript->passage, node->line))) {
		refuse_underline(manuscript, node);
		heading.level = 2;
	}
	heading.title = read_spans(manuscript, &cursor, node->first);
	heading.title_words = spans_plain(manuscript->arena, heading.title);
	if (braces.length > 0)
		read_braces(manuscript, &heading, braces);
	return heading;
}
