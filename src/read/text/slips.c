/* SPDX-License-Identifier: MIT */
/*
 * Slips of the hand: lines that are sound Markdown, and not what their author
 * meant. Braces that belong to no heading would print, and what they keep from
 * the public would be published; a heading without its space and a list from
 * a word processor would run into the text around them.
 */
#include <string.h>

#include "model/kinds.h"
#include "model/messages.h"
#include "read/text/manuscript.h"

enum { MOST_SIGNS = 6 };

static struct place
place_in(const struct manuscript *manuscript, int line, size_t at)
{
	return passage_place(manuscript->passage, manuscript->passage->lines.at[line] + at);
}

static size_t
skip_blanks(struct text line, size_t at)
{
	while (at < line.length && (line.s[at] == ' ' || line.s[at] == '\t'))
		at++;
	return at;
}

/* ---- headings without a space ---- */

/* How many # signs stand right before a word; 0 when none do. One alone may begin any word. */
static size_t
tight_signs(struct text line)
{
	size_t at = skip_blanks(line, 0), signs = 0;

	while (at + signs < line.length && line.s[at + signs] == '#')
		signs++;
	return at <= 3 && signs >= 2 && signs <= MOST_SIGNS && at + signs < line.length &&
	    line.s[at + signs] != ' ' && line.s[at + signs] != '\t' ? signs : 0;
}

static bool
check_signs(struct manuscript *manuscript, int line)
{
	struct text words = passage_line(manuscript->passage, line);
	size_t signs = tight_signs(words), at = skip_blanks(words, 0);

	if (signs == 0)
		return false;
	report(manuscript->diag, place_in(manuscript, line, at + signs), tight_heading,
	    text_slice(words, at, at + signs));
	return true;
}

/* ---- braces that are none of a heading's ---- */

static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/* Does what follows a brace say what the braces of a heading say: {.kind, {#id, {key=, {exempt? */
static bool
opens_braces(struct text words)
{
	size_t from = skip_blanks(words, 0), to;
	bool marked = from < words.length && (words.s[from] == '.' || words.s[from] == '#');

	from += marked;
	for (to = from; to < words.length && is_name_byte(words.s[to]); to++)
		;
	if (to == from)
		return false;
	return marked || (to < words.length && words.s[to] == '=') ||
	    attribute_find(WHOSE_SECTION | WHOSE_RECORD, text_slice(words, from, to)) >= 0;
}

/* Is this the only trouble: words, or a full stop, behind the braces? */
static bool
is_closed(struct text words)
{
	return text_find_byte(words, '}', 0) < words.length;
}

static void
check_stray_braces(struct manuscript *manuscript, int line, bool heading)
{
	struct text words = passage_line(manuscript->passage, line);

	for (size_t at = 0; at < words.length; at++) {
		struct text rest = text_from(words, at + 1);

		if (words.s[at] != '{' || !opens_braces(rest))
			continue;
		if (!heading)
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("these braces stand at no heading"),
			    TEXT("write them at the end of the heading above, or `\\{` for "
			    "a real brace"));
		else if (is_closed(rest))
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("words follow the braces of this heading"),
			    TEXT("move the braces to the end of the line"));
		else
			report(manuscript->diag, place_in(manuscript, line, at), stray_braces,
			    TEXT("the braces of this heading are not closed"),
			    TEXT("end the line with `}`"));
		return;
	}
}

/* ---- lists from a word processor ---- */

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

static void
check_bullet(struct manuscript *manuscript, int line)
{
	struct text words = passage_line(manuscript->passage, line);
	size_t at = skip_blanks(words, 0);

	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
		size_t size = strlen(bullets[i]);

		if (!text_begins(text_from(words, at), bullets[i]) ||
		    !is_after_bullet(text_from(words, at + size)))
			continue;
		report(manuscript->diag, place_in(manuscript, line, at), typed_bullet,
		    text_slice(words, at, at + size));
		return;
	}
}

/* ---- the passage ---- */

void
check_slips(struct manuscript *manuscript)
{
	size_t next = 0;

	for (int line = 0; line + 1 < (int)manuscript->passage->lines.count; line++) {
		bool taken = next < manuscript->braces.count &&
		    manuscript->braces.at[next].line == line;

		next += taken;
		if (taken || check_signs(manuscript, line))
			continue;
		check_stray_braces(manuscript, line,
		    is_heading_line(passage_line(manuscript->passage, line)));
		check_bullet(manuscript, line);
	}
}
