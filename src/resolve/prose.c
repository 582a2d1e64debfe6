/* SPDX-License-Identifier: MIT */
/*
 * What running text holds beside words: notes and their marks, numbers that
 * were typed by hand, and guidance left over from a template.
 *
 * A note belongs to those who may read a mark of it: it is exempt when all of
 * its marks are. So the marks are all found before anything is said.
 */
#include <stdlib.h>
#include <string.h>

#include "model/guidance.h"
#include "resolve/lexicon.h"
#include "resolve/walk.h"

/* ---- notes ---- */

struct marks { struct note *note; bool in_public, in_exempt; };
/*
 * The notes of a document; beside_exempt: it has exempt matter. Those that a
 * mark may have meant are listed when one means none.
 */
struct note_list {
	struct map by_name;
	bool beside_exempt;
	struct lexicon *may_be_meant;
	int asked;			/* how often a nearest note was looked for */
};

static struct text
note_key(struct arena *arena, struct text name)
{
	return text_fold(arena, name);
}

static void
find_mark(struct walk *walk, struct span *span)
{
	struct note_list *notes = walk->context;
	struct marks *marks;

	if (span->kind != SPAN_NOTE)
		return;
	marks = map_find(&notes->by_name, note_key(walk->resolution->arena, span->words));
	if (!marks)
		return;
	span->note = marks->note;
	marks->note->used = true;
	if (walk->exempt)
		marks->in_exempt = true;
	else
		marks->in_public = true;
	marks->note->exempt = !marks->in_public;
}

static void
see_section(struct walk *walk, struct section *section)
{
	struct note_list *notes = walk->context;

	(void)section;
	notes->beside_exempt = notes->beside_exempt || walk->exempt;
}

static void
see_record(struct walk *walk, struct record *record)
{
	struct note_list *notes = walk->context;

	(void)record;
	notes->beside_exempt = notes->beside_exempt || walk->exempt;
}

static struct lexicon *
open_notes(const struct resolution *resolution, const struct document *document)
{
	struct lexicon *lexicon = lexicon_new(resolution->arena);

	for (size_t i = 0; i < document->notes.count; i++) {
		struct note *note = document->notes.at[i];
		void **means = note->exempt && resolution->hides
		    ? NULL
		    : lexicon_at(lexicon, note->name, true);

		if (means && !*means)
			*means = note;
	}
	return lexicon;
}

static struct text
nearest_note(struct walk *walk, struct text name)
{
	enum { SLIPS = 2, MOST_ASKED = 200 };
	struct note_list *notes = walk->context;
	const struct note *nearest;

	/* each looks at every note of the document, and nobody mistypes so many */
	if (notes->asked++ >= MOST_ASKED)
		return TEXT("");
	if (!notes->may_be_meant)
		notes->may_be_meant = open_notes(walk->resolution, walk->document);
	nearest = lexicon_nearest(notes->may_be_meant, name, SLIPS);
	return !nearest ? TEXT("") : text_format(walk->resolution->arena, "did you mean [^%.*s]?",
	    TEXT_ARGS(nearest->name));
}

static void
report_unknown_note(struct walk *walk, struct span *span)
{
	if (span->kind == SPAN_NOTE && !span->note)
		report(about(walk->resolution, walk->document), span->at, unknown_note, span->words,
		    nearest_note(walk, span->words));
}

static void
list_notes(struct resolution *resolution, const struct document *document, struct note_list *notes)
{
	for (size_t i = 0; i < document->notes.count; i++) {
		struct note *note = document->notes.at[i];
		struct text key = note_key(resolution->arena, note->name);
		struct marks *marks = map_find(&notes->by_name, key);

		if (marks)
			continue;	/* the reader has reported it */
		marks = ARENA_NEW(resolution->arena, struct marks);
		marks->note = note;
		map_set(&notes->by_name, key, marks);
	}
}

/* Beside exempt matter nobody can say whose an unmarked note is: its text is not shown. */
static void
report_notes(struct resolution *resolution, const struct document *document,
    const struct note_list *notes)
{
	for (size_t i = 0; i < notes->by_name.count; i++) {
		const struct marks *marks = notes->by_name.entries[i].value;
		const struct note *note = marks->note;

		if (!note->used)
			report(about(resolution, document), note->at, unused_note,
			    note->name)->discreet =
			    resolution->hides && notes->beside_exempt;
		if (marks->in_public && marks->in_exempt && !resolution->hides)
			report(about(resolution, document), note->at, public_note, note->name);
	}
}

static void
find_document_notes(struct resolution *resolution, struct document *document)
{
	struct note_list notes = { .by_name = { .arena = resolution->arena } };
	struct resolution all = *resolution;
	struct walk marks = { .at_span = find_mark, .at_section = see_section,
	    .at_record = see_record,
	    .context = &notes };
	struct walk unknown = { .at_span = report_unknown_note, .context = &notes };

	all.hides = false;
	list_notes(resolution, document, &notes);
	walk_document(&marks, &all, document);
	walk_notes(&marks, &all, document);
	walk_document(&unknown, resolution, document);
	walk_notes(&unknown, resolution, document);
	if (is_open_document(resolution, document))
		report_notes(resolution, document, &notes);
}

void
find_notes(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		find_document_notes(resolution, resolution->corpus->documents.at[i]);
}

/* ---- guidance of a template ---- */

static void
report_guidance(struct walk *walk, const struct flow *flow, size_t at)
{
	struct report *made = report(about(walk->resolution, walk->document), flow_place(flow, at),
	    template_text, TEXT(""));

	if (walk->document->status != STATUS_DRAFT)
		made->severity = SEVERITY_ERROR;
}

static void
check_guidance(struct walk *walk, const struct flow *flow)
{
	struct arena *scratch = walk->context;

	for (size_t at = 0; at < flow->words.length; at++)
		if (guidance_end(scratch, flow->words, at) > 0)
			report_guidance(walk, flow, at);
	for (int left = guidance_count(scratch, flow->words); left > 0; left--)
		report_guidance(walk, flow, 0);
}

/* ---- marks typed by hand ---- */

/* How many asterisks stand from a place on: one to three, as on paper; else none. */
static size_t
asterisks(struct text words, size_t at)
{
	enum { MOST_MARKS = 3 };
	size_t count = 0;

	while (at + count < words.length && words.s[at + count] == '*')
		count++;
	return count <= MOST_MARKS ? count : 0;
}

/* Before the first word, or behind the last word of a cell. */
static void
check_typed_marks(struct walk *walk, const struct flow *flow)
{
	struct text words = text_trim(flow->words);
	size_t at = (size_t)(words.s - flow->words.s), last = words.length;

	while (last > 0 && words.s[last - 1] == '*')
		last--;
	if (last == 0)
		return;
	if (asterisks(words, 0) > 0)
		report(about(walk->resolution, walk->document), flow_place(flow, at), typed_mark,
		    TEXT(""));
	else if (walk->in_cell && asterisks(words, last) > 0)
		report(about(walk->resolution, walk->document), flow_place(flow, at + last),
		    typed_mark, TEXT(""));
}

static void
check_flow(struct walk *walk, struct span *first)
{
	struct arena *scratch = walk->context;
	struct flow flow = flow_of(scratch, first);

	check_guidance(walk, &flow);
	check_typed_marks(walk, &flow);
	arena_clear(scratch);
}

/* ---- numbers typed by hand ---- */

/*
 * The length of "1.", "1.1" or "2.10." with the space after it, before a
 * capital letter; 0 when there is none.
 */
static size_t
typed_number_length(struct text words)
{
	size_t at = 0, digits = 0, dots = 0;

	for (; at < words.length && digits <= 2; at++) {
		char c = words.s[at];

		if (c == '.' && digits > 0)
			dots++, digits = 0;
		else if (is_digit(c))
			digits++;
		else
			break;
	}
	if (dots == 0 || digits > 2 || at >= words.length || words.s[at] != ' ')
		return 0;
	while (at < words.length && words.s[at] == ' ')
		at++;
	return at < words.length && (words.s[at] < 'a' || words.s[at] > 'z') &&
	    (words.s[at] < '0' || words.s[at] > '9') ? at : 0;
}

/* Takes a typed number away: the program prints its own. */
static bool
drop_number(struct walk *walk, struct span *span)
{
	size_t typed = span && span->kind == SPAN_TEXT ? typed_number_length(span->words) : 0;

	if (typed == 0)
		return false;
	report(about(walk->resolution, walk->document), span->at, typed_number,
	    text_trim(text_slice(span->words, 0, typed)));
	span->words = text_from(span->words, typed);
	return true;
}

static void
check_numbers(struct walk *walk, struct section *section)
{
	enum numbering numbering = document_numbering(walk->document, walk->document->style);

	if (numbering == NUMBERING_NONE || section->unnumbered)
		return;
	if (drop_number(walk, section->title))
		section->title_words = spans_plain(walk->resolution->arena, section->title);
	for (struct block *block = section->content; block && numbering == NUMBERING_PARAGRAPHS;
	    block = block->next)
		if (block->kind == BLOCK_PARAGRAPH)
			drop_number(walk, block->spans);
}

void
check_prose(struct resolution *resolution)
{
	struct arena *scratch = arena_new();	/* of one paragraph at a time */
	struct walk walk = { .context = scratch, .at_spans = check_flow,
	    .at_section = check_numbers };

	walk_corpus(&walk, resolution);
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		walk_notes(&walk, resolution, resolution->corpus->documents.at[i]);
	arena_drop(scratch);
}
