/* SPDX-License-Identifier: MIT */
/*
 * Notes: a mark where the author set it, the text where the style wants it.
 *
 * Marks are counted over the whole document, so that no two notes of a page
 * look alike; a note that is marked twice has one number and prints once. The
 * number before its text leads back to its first mark. Heard alone, "a" says
 * neither what a mark is nor where the two lead: each has words for that.
 */
#include "structure/builder.h"

enum { LETTERS = 26 };

static struct text
mark_words(const struct builder *b, int number)
{
	struct text words = TEXT("");

	switch (b->style->note_marks) {
	case MARKS_NUMBERS:
		return text_number(b->arena, number);
	case MARKS_LETTERS:
		for (; number > 0; number = (number - 1) / LETTERS)
			words = text_format(b->arena, "%c%.*s", 'a' + (number - 1) % LETTERS,
			    TEXT_ARGS(words));
		return words;
	case MARKS_ASTERISKS:
		while (number-- > 0)
			words = text_join(b->arena, words, TEXT("*"));
		return words;
	}
	return words;
}

/* What is known of a note; made, and due, at its first mark. */
static const struct due_note *
note_of(struct builder *b, const struct note *note)
{
	struct text key = text_copy(b->arena, (struct text){ (const char *)&note, sizeof note });
	struct due_note *known = map_find(&b->note_numbers, key);

	if (known)
		return known;
	known = ARENA_NEW(b->arena, struct due_note);
	known->note = note;
	known->number = ++b->notes;
	known->id = text_format(b->arena, "note-%d", known->number);
	known->mark_id = text_format(b->arena, "mark-%d", known->number);
	map_set(&b->note_numbers, key, known);
	*array_push(b->arena, &b->due) = *known;
	return known;
}

void
build_note_mark(struct builder *b, struct node *parent, const struct span *span)
{
	struct node *mark;
	const struct due_note *note;

	if (!span->note)
		return;		/* it has no text, and that was reported */
	note = note_of(b, span->note);
	mark = tree_add(b->tree, parent, TAG_REFERENCE, LOOK_note_mark);
	mark->to = note->id;
	mark->from = &span->at;
	if (!tree_find(b->tree, note->mark_id))
		tree_name(b->tree, mark, note->mark_id);
	tree_text(b->tree, mark, mark_words(b, note->number));
	mark->spoken = phrase_with(b, "note-mark", mark_words(b, note->number), TEXT(""));
}

static bool
marks_note(const struct span *span)
{
	for (; span; span = span->next)
		if (span->kind == SPAN_NOTE || marks_note(span->first))
			return true;
	return false;
}

bool
holds_note(const struct block *block)
{
	for (; block; block = block->next)
		if (marks_note(block->spans) || holds_note(block->first))
			return true;
	return false;
}

size_t
notes_due(const struct builder *b)
{
	return b->due.count;
}

/* A note's text may mark further notes: they come after it. */
void
place_notes(struct builder *b, struct node *parent, size_t from)
{
	for (size_t i = from; i < b->due.count; i++) {
		struct due_note due = b->due.at[i];
		struct node *note = tree_add(b->tree, parent, TAG_NOTE, LOOK_note);
		struct node *label = tree_add(b->tree, note, TAG_LBL, LOOK_plain);
		struct node *back = tree_add(b->tree, label, TAG_LINK, LOOK_back_link);

		tree_name(b->tree, note, due.id);
		note->from = &due.note->at;
		back->to = due.mark_id;
		tree_text(b->tree, back, mark_words(b, due.number));
		back->spoken = phrase_with(b, "note-back", mark_words(b, due.number), TEXT(""));
		build_unnumbered(b, note, due.note->content);
	}
	b->due.count = from;
}
