/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs that the text names by a number, against those that there are.
 *
 * Counted as structure will number them, after the removal. "Paragraph 4.7 of
 * the strategy" is another's, and is passed over.
 */
#include <string.h>

#include "resolve/walk.h"

ARRAY(int, counts);

/* How many paragraphs each section of the top has; a section without a number has no place. */
struct numbering_of_document {
	enum numbering numbering;
	struct counts paragraphs;
};

/* ---- counting ---- */

static void count_section(struct arena *, struct numbering_of_document *, const struct section *);

static void
count_blocks(struct arena *arena, struct numbering_of_document *of, const struct section *section,
    const struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_SECTION)
			count_section(arena, of, block->section);
		else if (block->kind == BLOCK_PLACE)
			count_blocks(arena, of, section, block->first);
		else if (block->kind == BLOCK_PARAGRAPH && section && of->paragraphs.count > 0 &&
		    section_counts_paragraphs(section, of->numbering))
			of->paragraphs.at[of->paragraphs.count - 1]++;
	}
}

static void
count_section(struct arena *arena, struct numbering_of_document *of, const struct section *section)
{
	enum { TOP_LEVEL = 2 };

	if (section->level == TOP_LEVEL && section_is_numbered(section, of->numbering))
		*array_push(arena, &of->paragraphs) = 0;
	count_blocks(arena, of, section, section->content);
}

/* ---- what is named ---- */

static size_t
read_number(struct text words, size_t at, int *number)
{
	enum { MOST = 1000 };

	*number = 0;
	for (; at < words.length && is_digit(words.s[at]); at++)
		*number = *number < MOST ? *number * 10 + words.s[at] - '0' : *number;
	return at;
}

static void
check_number(struct walk *walk, const struct flow *flow, size_t from, size_t end, int part,
    int number)
{
	const struct numbering_of_document *of = walk->context;
	struct resolution *resolution = walk->resolution;
	int last = part >= 1 && (size_t)part <= of->paragraphs.count ?
	    of->paragraphs.at[part - 1] : 0;

	if (number <= last && last > 0)
		return;
	report(about(resolution, walk->document), flow_place(flow, from), missed_number,
	    text_slice(flow->words, from, end), last == 0 ?
	    TEXT("link the heading over the paragraph that is meant") :
	    text_format(resolution->arena, "the last of that part is %d.%d; link its heading",
	        part, last));
}

/* A number "4.7" behind "paragraph", but not the paragraph of something else. */
static size_t
check_named(struct walk *walk, const struct flow *flow, size_t at)
{
	struct text words = flow->words;
	int part, number;
	size_t dot = read_number(words, at, &part), end;

	if (dot == at || dot + 1 >= words.length || words.s[dot] != '.')
		return at;
	end = read_number(words, dot + 1, &number);
	if (end == dot + 1 || (end < words.length && words.s[end] == '.' &&
	    end + 1 < words.length && is_digit(words.s[end + 1])))
		return at;
	if (!text_begins(text_from(words, end), " of ") &&
	    !text_begins(text_from(words, end), " in "))
		check_number(walk, flow, at, end, part, number);
	return end;
}

static void
check_flow(struct walk *walk, struct span *first)
{
	static const char word[] = "aragraph";	/* behind a p of either size */
	struct flow flow = flow_of(walk->resolution->arena, first);

	for (size_t at = 0;;) {
		at = text_find(flow.words, text_of(word), at);
		if (at >= flow.words.length)
			return;
		at += strlen(word);
		if (at < flow.words.length && flow.words.s[at] == 's')
			at++;
		if (at < flow.words.length && flow.words.s[at] == ' ')
			at = check_named(walk, &flow, at + 1);
	}
}

void
check_numbers_named(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];
		struct numbering_of_document of = {
			.numbering = document_numbering(document, document->style),
		};
		struct walk walk = { .context = &of, .at_spans = check_flow };

		if (of.numbering != NUMBERING_PARAGRAPHS || document->removed)
			continue;
		count_blocks(resolution->arena, &of, NULL, document->content);
		walk_document(&walk, resolution, document);
	}
}
