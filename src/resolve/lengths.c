/* SPDX-License-Identifier: MIT */
/*
 * What stands in one string of a PDF: titles, words of links, addresses, ids,
 * words in place of a picture. PDF/A takes 32,767 bytes (ISO 19005-3, 6.1.13),
 * which no author means to fill: what is longer is told at its place.
 */
#include "resolve/walk.h"

/* Four bytes a character in UTF-16, or three a byte in an address, stay below it. */
enum { LONGEST = 8000 };

static void
check_length(struct walk *walk, struct text words, struct place at, const char *what,
    const char *help)
{
	if (words.length > LONGEST)
		report(about(walk->resolution, walk->document), at, too_long, text_of(what),
		    text_number(walk->resolution->arena, (long long)words.length), text_of(help));
}

static const char title_help[] = "say it in a line, and the rest in the text below";
static const char id_help[] = "a name of a word or two is enough";

static void
check_section(struct walk *walk, struct section *section)
{
	check_length(walk, section->title_words, section->at, "this heading", title_help);
	check_length(walk, section->id, section->at, "this id", id_help);
	check_length(walk, section->language, section->at, "this language",
	    "write its short name, such as `cy`");
}

static void
check_record(struct walk *walk, struct record *record)
{
	check_length(walk, record->title, record->at, "this title", title_help);
	check_length(walk, record->id, record->at, "this id", id_help);
}

static void
check_span(struct walk *walk, struct span *span)
{
	if (span->kind == SPAN_LANGUAGE)
		check_length(walk, span->address, span->at, "this language",
		    "write its short name, such as `cy`");
	if (span->kind != SPAN_LINK)
		return;
	check_length(walk, span->address, span->at, "this address",
	    "link to a page that has a shorter one");
	check_length(walk, spans_plain(walk->resolution->arena, span->first), span->at,
	    "what is linked here", "let a few words be the link");
}

static void
check_block(struct walk *walk, struct block *block)
{
	if (block->kind == BLOCK_FIGURE)
		check_length(walk, block->words, block->at, "what is said in place of this picture",
		    "say in a sentence what it shows, and the rest in the text");
}

/* Front matter goes to the cover, the names of signatures and what a PDF says of itself. */
static void
check_fact(struct walk *walk, const struct fact *fact)
{
	bool is_line = fact->key->type != TYPE_TEXT;

	if (is_line)
		check_length(walk, fact->value.plain, fact->at, "this", title_help);
}

void
check_lengths(struct resolution *resolution)
{
	struct walk walk = { .at_section = check_section, .at_record = check_record,
	    .at_span = check_span, .at_block = check_block };

	walk_corpus(&walk, resolution);
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		walk_notes(&walk, resolution, document);
		if (!is_open_document(resolution, document))
			continue;
		check_length(&walk, document->title, document->at, "the title", title_help);
		for (size_t j = 0; j < document->facts.count; j++)
			check_fact(&walk, &document->facts.at[j]);
	}
}
