/* SPDX-License-Identifier: MIT */
/*
 * Lines that were to stand apart, and run together into one paragraph: lists
 * whose signs make none, tables whose columns are parted by tabs.
 *
 * A sign alone may be a word. So most count only where the line beside it
 * begins alike, or where they begin a paragraph, as no word does.
 */
#include <string.h>

#include "base/buffer.h"
#include "model/messages.h"
#include "read/text/manuscript.h"

/* A line of the passage; empty before the first and after the last. */
static struct text
line_at(const struct manuscript *manuscript, int line)
{
	bool is_there = line >= 0 && line + 1 < (int)manuscript->passage->lines.count;

	return is_there ? passage_line(manuscript->passage, line) : TEXT("");
}

static bool
is_letter_at(struct text line, size_t at)
{
	char c = at < line.length ? line.s[at] : '\0';

	return is_latin(c) || (unsigned char)c >= 0xC0;
}

static bool
is_digit_at(struct text line, size_t at)
{
	return at < line.length && is_digit(line.s[at]);
}

/* ---- lists ---- */

/* Does Markdown make an item of a list of a line? */
static bool
is_item(struct text words)
{
	size_t digits = 0;

	while (is_digit_at(words, digits))
		digits++;
	if (digits > 0)
		return text_begins(text_from(words, digits), ".") ||
		    text_begins(text_from(words, digits), ")");
	return words.length > 1 && strchr("-*+", words.s[0]) &&
	    (words.s[1] == ' ' || words.s[1] == '\t');
}

/* Signs that a word processor sets before the items of a list; the last two are of its own font. */
static const char *const bullets[] = {
	"•", "·", "▪", "◦", "‣", "●", "○", "■", "□", "➢",
	"\xEF\x82\xB7", "\xEF\x82\xA7"
};

static bool
is_after_bullet(struct text rest)
{
	return text_begins(rest, " ") || text_begins(rest, "\t") || text_begins(rest, "\xC2\xA0") ||
	    text_begins(rest, "\xE2\x80\x83");
}

/* The bytes of a sign that is none of Markdown's; 0: there is none. */
static size_t
bullet_size(struct text words)
{
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t size = strlen(bullets[i]);

		if (text_begins(words, bullets[i]) && is_after_bullet(text_from(words, size)))
			return size;
	}
	return text_begins(words, "o\t") ? 1 : 0;
}

/* A sign of Markdown right before a word, a dash, or "--"; *words* begin with none. */
static char
tight_sign(struct text line)
{
	struct text words = text_from(line, skip_space(line, 0));

	if (text_begins(words, "– ") || text_begins(words, "— "))
		return '~';
	if (text_begins(words, "-- "))
		return '=';
	if (words.length < 2 || !strchr("-*+", words.s[0]) || !is_letter_at(words, 1))
		return '\0';
	return text_find_byte(words, words.s[0], 1) < words.length && words.s[0] == '*' ? '\0'
	    : words.s[0];
}

/* The bytes of such a sign. */
static size_t
tight_size(char sign)
{
	return sign == '~' ? 3 : sign == '=' ? 2 : 1;
}

bool
begins_tight_item(const struct manuscript *manuscript, int line)
{
	char sign = tight_sign(line_at(manuscript, line));
	struct text before = line_at(manuscript, line - 1);

	return sign && (sign == tight_sign(before) ||
	    sign == tight_sign(line_at(manuscript, line + 1)) ||
	    (sign == '=' && is_item(text_from(before, skip_space(before, 0)))) ||
	    (sign == '-' && (is_blank(before) || is_heading_line(before))));
}

/* "a)", "(a)", "a.", "12)" before a word: the number that it stands for, else 0. */
struct counted { int number; size_t size; char end; bool tight, roman; };

static int
roman_number(struct text word)
{
	static const char *const numbers[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii",
	    "ix", "x" };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (text_is(word, numbers[i]))
			return (int)i + 1;
	return 0;
}

/* A number in letters or digits that begins words, with the sign behind it. */
static struct counted
count_of(struct text words, bool roman)
{
	struct counted counted = { .roman = roman };
	size_t from = text_begins(words, "("), to = from;

	while (is_digit_at(words, to) && to < from + 3)
		counted.number = counted.number * 10 + words.s[to++] - '0';
	while (counted.number == 0 && to < from + 5 && to < words.length && words.s[to] >= 'a' &&
	    words.s[to] <= 'z')
		to++;
	if (to == words.length || (words.s[to] != ')' && (words.s[to] != '.' || from > 0)))
		return (struct counted){ 0 };
	if (counted.number == 0 && roman)
		counted.number = roman_number(text_slice(words, from, to));
	else if (counted.number == 0 && to == from + 1)
		counted.number = words.s[from] - 'a' + 1;
	counted.end = words.s[to];
	counted.size = to + 1;
	counted.tight = is_letter_at(words, to + 1);
	/* in digits and with a space behind it Markdown makes a list of it, but of "(1)" */
	if (!counted.tight && ((from == 0 && is_digit_at(words, 0)) ||
	    !is_after_bullet(text_from(words, to + 1))))
		return (struct counted){ 0 };
	return counted;
}

/* Is one line the next of the other? */
static bool
follows(struct text a, struct text b, bool roman)
{
	struct counted first = count_of(text_from(a, skip_space(a, 0)), roman),
	    second = count_of(text_from(b, skip_space(b, 0)), roman);

	return first.number > 0 && second.number == first.number + 1 && first.end == second.end;
}

/* The bytes of a number at a line's begin that goes on in the line below or above; else 0. */
static size_t
count_size(const struct manuscript *manuscript, int line)
{
	struct text here = line_at(manuscript, line);

	for (int roman = 0; roman < 2; roman++)
		if (follows(here, line_at(manuscript, line + 1), roman) ||
		    follows(line_at(manuscript, line - 1), here, roman))
			return count_of(text_from(here, skip_space(here, 0)), roman).size;
	return 0;
}

static bool
check_list(struct manuscript *manuscript, int line)
{
	struct text words = line_at(manuscript, line), sign;
	size_t at = skip_space(words, 0), size = bullet_size(text_from(words, at));
	bool counted = false;

	if (size == 0 && begins_tight_item(manuscript, line))
		size = tight_size(tight_sign(words));
	if (size == 0) {
		size = count_size(manuscript, line);
		counted = true;
	}
	if (size == 0)
		return false;
	sign = text_slice(words, at, at + size);
	report(manuscript->diag,
	    passage_place(manuscript->passage, manuscript->passage->lines.at[line] + at),
	    typed_bullet, sign,
	    counted ? TEXT("begin the line with `- `, or with `1. ` where the order counts")
	    : TEXT("begin the line with `- `"));
	return true;
}

/* ---- columns of tabs ---- */

/* How many tabs a line has, one of them between words; 0 where bars draw its columns. */
static int
count_tabs(struct text line)
{
	size_t from = skip_space(line, 0), to = line.length;
	int count = 0;

	while (to > from && (line.s[to - 1] == ' ' || line.s[to - 1] == '\t'))
		to--;
	if (text_find_byte(line, '|', 0) < line.length || is_item(text_from(line, from)) ||
	    text_find_byte(line, '\t', from) >= to)
		return 0;
	for (size_t i = 0; i < line.length; i++)
		count += line.s[i] == '\t';
	return count;
}

bool
begins_tabbed_rows(const struct manuscript *manuscript, int line)
{
	int tabs = count_tabs(line_at(manuscript, line));

	return tabs > 0 && tabs == count_tabs(line_at(manuscript, line + 1)) &&
	    tabs != count_tabs(line_at(manuscript, line - 1));
}

/* A line with bars for its tabs, and what is to stand below it, as the help shows them. */
static struct text
drawn_with_bars(struct manuscript *manuscript, struct text line)
{
	struct buffer head = { .arena = manuscript->scratch }, rule = head;
	size_t from = 0;

	while (from <= line.length) {
		size_t end = text_find_byte(line, '\t', from);
		struct text cell = text_trim(unmask(manuscript->passage,
		    text_slice(line, from, end)));

		buffer_string(&head, from == 0 ? "| " : " | ");
		buffer_text(&head, cell);
		buffer_string(&rule, from == 0 ? "| ---" : " | ---");
		from = end + 1;
	}
	return text_format(manuscript->arena, "write `%.*s |`, below it `%.*s |`, and the other "
	    "rows with bars too", TEXT_ARGS(buffer_view(&head)), TEXT_ARGS(buffer_view(&rule)));
}

static void
check_tabs(struct manuscript *manuscript, int line)
{
	enum { LONGEST_SHOWN = 80 };
	struct text words = line_at(manuscript, line);

	if (!begins_tabbed_rows(manuscript, line))
		return;
	report(manuscript->diag, passage_place(manuscript->passage,
	    manuscript->passage->lines.at[line] + skip_space(words, 0)), tabbed_table,
	    words.length > LONGEST_SHOWN ? TEXT("write bars between its columns: `| A | B |`, "
	    "below the first row `| --- | --- |`") : drawn_with_bars(manuscript, words));
}

void
check_runs(struct manuscript *manuscript, int line)
{
	if (!check_list(manuscript, line))
		check_tabs(manuscript, line);
}
