/* SPDX-License-Identifier: MIT */
/*
 * The texts of notes, `[^wet]: A wet spring.`, cut out before cmark sees the
 * passage: GFM would drop those that are not marked, and print those that are
 * missing. A text goes on up to a blank line, another note, or what begins
 * another block; after a blank line, as long as lines are indented.
 */
#include <string.h>

#include "model/messages.h"
#include "read/text/manuscript.h"

/*
 * Where the text begins after "[^name]:" at the start of a line; 0 when it is
 * none. The name is then set.
 */
static size_t
note_text(struct text line, struct text *name)
{
	size_t at = skip_space(line, 0), end;

	if (at > 3 || at == line.length || line.s[at] != MASK_NOTE)
		return 0;
	end = text_find_byte(line, MASK_NOTE_END, at);
	if (end + 1 >= line.length || line.s[end + 1] != MASK_COLON)
		return 0;
	*name = text_slice(line, at + 2, end);
	return end + 2;
}

/* Does a line begin a block of its own, as CommonMark has it? */
static bool
begins_block(struct text line)
{
	size_t at = skip_space(line, 0);
	struct text words = text_from(line, at), name;

	return at <= 3 && (note_text(line, &name) > 0 || text_begins(words, "#") ||
	    text_begins(words, "|") || text_begins(words, ">") ||
	    text_begins(words, "- ") || text_begins(words, "* ") || text_begins(words, "+ ") ||
	    text_begins(words, "1. "));
}

/* The line after the last of a note that begins on a line. */
static int
note_end(const struct passage *passage, int line)
{
	int count = (int)passage->lines.count - 1, end = line + 1, next;

	while (end < count && !is_blank(passage_line(passage, end)) &&
	    (skip_space(passage_line(passage, end), 0) >= 2 ||
	    !begins_block(passage_line(passage, end))))
		end++;
	for (next = end; next < count; next++) {
		struct text words = passage_line(passage, next);

		if (is_blank(words))
			continue;
		if (skip_space(words, 0) < 2)
			break;
		end = next + 1;
	}
	return end;
}

static void
read_note(struct manuscript *manuscript, struct text name, struct place at, struct passage *passage)
{
	struct note *note = note_new(manuscript->reading, name, at);
	struct manuscript part = *manuscript;

	if (!note)
		return;
	part.passage = passage;
	part.braces = (struct all_braces){ 0 };
	note->content = read_blocks(&part, parse(&part, passage_dedented(passage, 4))->first);
	if (!note->content)
		report(manuscript->diag, at, empty_note, name);
}

void
take_notes(struct manuscript *manuscript)
{
	struct passage *passage = manuscript->passage;

	for (int line = 0; line + 1 < (int)passage->lines.count; line++) {
		struct text words = passage_line(passage, line), name;
		size_t from = note_text(words, &name), at = passage->lines.at[line];
		struct passage *part;
		int end;

		if (from == 0)
			continue;
		end = note_end(passage, line);
		from = skip_space(words, from);
		part = passage_part(passage, at + from, line, end);
		name = text_copy(manuscript->arena, name);
		read_note(manuscript, name,
		    passage_place(passage, at + skip_space(words, 0)), part);
		passage_blank(passage, line, end);
		line = end - 1;
	}
}
