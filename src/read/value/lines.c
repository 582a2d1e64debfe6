/* SPDX-License-Identifier: MIT */
/*
 * Fields of several lines: milestones (period: text) and treatments (word –
 * text). A line is an item of a list, a paragraph, or what stands between the
 * line breaks of one.
 */
#include "read/value/lines.h"

#include <string.h>

#include "model/messages.h"

/* The text of one line, and the blocks that follow it in its item. */
struct line { struct place at; struct span *spans; struct block *more; };
ARRAY(struct line, lines);

static void
add_line(struct arena *arena, struct lines *lines, struct span *spans, struct block *more,
    struct place at)
{
	if (spans || more)
		*array_push(arena, lines) = (struct line){ spans ? spans->at : at, spans, more };
}

/* The spans of a paragraph, cut at its line breaks. */
static void
add_paragraph(struct arena *arena, struct lines *lines, const struct block *paragraph)
{
	struct span *first = NULL, **end = &first;

	for (const struct span *span = paragraph->spans; span; span = span->next) {
		if (span->kind == SPAN_BREAK) {
			add_line(arena, lines, first, NULL, paragraph->at);
			first = NULL;
			end = &first;
			continue;
		}
		*end = arena_copy(arena, span, sizeof *span);
		(*end)->next = NULL;
		end = &(*end)->next;
	}
	add_line(arena, lines, first, NULL, paragraph->at);
}

static void
add_lines(struct arena *arena, struct lines *lines, const struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_PARAGRAPH)
			add_paragraph(arena, lines, block);
		for (const struct block *item = block->first; item && block->kind == BLOCK_LIST;
		    item = item->next) {
			if (item->first && item->first->kind == BLOCK_PARAGRAPH)
				add_line(arena, lines, item->first->spans, item->first->next,
				    item->at);
			else
				add_line(arena, lines, NULL, item->first, item->at);
		}
	}
}

/* The spans behind a byte of the words of one of them; white space before them is left out. */
static struct span *
spans_behind(struct arena *arena, const struct span *span, size_t offset)
{
	struct span *rest = arena_copy(arena, span, sizeof *span);
	struct text words = text_from(span->words, offset);

	while (words.length > 0 && *words.s == ' ') {
		words = text_from(words, 1);
		offset++;
	}
	rest->at.column += (int)utf8_count(text_slice(span->words, 0, offset));
	rest->words = words;
	return words.length > 0 ? rest : span->next;
}

static struct block *
block_of(struct arena *arena, struct span *spans, struct block *more, struct place at)
{
	struct block *block = NULL, **end = &block;

	if (!spans)
		return more;
	block_add(arena, &end, BLOCK_PARAGRAPH, at)->spans = spans;
	block->next = more;
	return block;
}

/* ---- milestones ---- */

/* The span in whose words the first colon stands, and the words before it. */
static const struct span *
find_colon(struct arena *arena, const struct line *line, struct text *before, size_t *offset)
{
	struct buffer out = { .arena = arena };

	for (const struct span *span = line->spans; span; span = span->next) {
		struct span alone = *span;

		*offset = span->kind == SPAN_TEXT ? text_find_byte(span->words, ':', 0) :
		    span->words.length;
		if (span->kind == SPAN_TEXT && *offset < span->words.length) {
			buffer_text(&out, text_slice(span->words, 0, *offset));
			*before = text_trim(buffer_view(&out));
			return span;
		}
		alone.next = NULL;
		buffer_text(&out, spans_plain(arena, &alone));
	}
	*before = text_trim(buffer_view(&out));
	return NULL;
}

static void
read_milestone(const struct reading *reading, struct value *value, const struct line *line)
{
	struct text before, why[2];
	size_t offset = 0;
	const struct span *colon = find_colon(reading->arena, line, &before, &offset);
	struct milestone milestone = { .at = line->at, .period = before };
	enum time_found found = read_time(reading, before, &milestone.when, NULL, why);

	if (found == TIME_WRONG)
		report(reading->diag, line->at, bad_date, why[0], why[1]);
	else if (found == TIME_NONE || !colon)
		report(reading->diag, line->at, bad_period, before, help_of_period(why[1]));
	milestone.content = block_of(reading->arena,
	    colon ? spans_behind(reading->arena, colon, offset + 1) : NULL, line->more, line->at);
	*array_push(reading->arena, &value->milestones) = milestone;
}

/* Of a column that names its period, the cell is the milestone; else each line names its own. */
void
read_milestones(const struct reading *reading, struct value *value)
{
	struct lines lines = { 0 };

	if (value->period_words.length > 0) {
		*array_push(reading->arena, &value->milestones) = (struct milestone){
			.at = value->at, .period = value->period_words, .when = value->period,
			.content = value->content,
		};
		return;
	}
	add_lines(reading->arena, &lines, value->content);
	for (size_t i = 0; i < lines.count; i++)
		read_milestone(reading, value, &lines.at[i]);
}

/* ---- treatments ---- */

/* The text behind the word: a dash, a colon or a comma may stand between. */
static size_t
behind_word(struct text words, size_t at)
{
	while (at < words.length && words.s[at] == ' ')
		at++;
	for (size_t next = at; next < words.length;) {
		uint32_t c = utf8_next(words, &next);

		if (c != ' ' && c != '-' && c != ':' && c != ',' && (c < 0x2010 || c > 0x2015))
			break;
		at = next;
	}
	return at;
}

static struct text
first_word(struct text words)
{
	size_t end = 0;

	while (end < words.length && is_letter((char)(words.s[end] | 0x20)) &&
	    (unsigned char)words.s[end] < 0x80)
		end++;
	return text_slice(words, 0, end);
}

/* True when words begin with a name, and not within a longer word. */
static bool
begins_with_name(struct text words, struct text name)
{
	return name.length > 0 && words.length >= name.length &&
	    name_equal(text_slice(words, 0, name.length), name) &&
	    (words.length == name.length || !is_letter((char)(words.s[name.length] | 0x20)));
}

/* What the house calls a treatment. */
static struct text
treatment_word(const struct reading *reading, int kind)
{
	const struct text *words = reading->style ? reading->style->scores.treatments : NULL;

	return words && words[kind].length > 0 ? words[kind] : text_of(treatment_names[kind]);
}

/* The treatment that words begin with, by the house's word or by its core name. */
static enum treatment_kind
find_treatment(const struct reading *reading, struct text words, struct text *word)
{
	for (int kind = TREATMENT_TREAT; kind < TREATMENT_COUNT; kind++) {
		struct text names[2] = { treatment_word(reading, kind),
			text_of(treatment_names[kind]) };

		for (int i = 0; i < 2; i++)
			if (begins_with_name(words, names[i])) {
				*word = text_slice(words, 0, names[i].length);
				return kind;
			}
	}
	*word = first_word(words);
	return TREATMENT_NONE;
}

static void
report_treatment(const struct reading *reading, struct place at, struct text words)
{
	struct text names = treatment_word(reading, TREATMENT_TREAT);

	for (int kind = TREATMENT_TREAT + 1; kind < TREATMENT_COUNT; kind++)
		names = text_format(reading->arena, "%.*s%s%.*s", TEXT_ARGS(names),
		    kind == TREATMENT_COUNT - 1 ? " or " : ", ",
		    TEXT_ARGS(treatment_word(reading, kind)));
	report(reading->diag, at, unknown_treatment, words, names);
}

static void
read_treatment(const struct reading *reading, struct value *value, const struct line *line)
{
	const struct span *span = line->spans;
	struct treatment *treatment;
	struct text words = span ? span->words : TEXT("");

	if (span && span->first)
		words = spans_plain(reading->arena, span->first);
	treatment = array_push(reading->arena, &value->treatments);
	treatment->at = line->at;
	treatment->kind = find_treatment(reading, words, &treatment->word);
	if (span && span->first)
		treatment->spans = span->next ? spans_behind(reading->arena, span->next,
		    behind_word(span->next->words, 0)) : NULL;
	else if (span)
		treatment->spans =
		    spans_behind(reading->arena, span, behind_word(words, treatment->word.length));
	if (treatment->kind == TREATMENT_NONE)
		report_treatment(reading, line->at,
		    treatment->word.length > 0 ? treatment->word : text_trim(words));
}

void
read_treatments(const struct reading *reading, struct value *value)
{
	struct lines lines = { 0 };

	add_lines(reading->arena, &lines, value->content);
	for (size_t i = 0; i < lines.count; i++)
		read_treatment(reading, value, &lines.at[i]);
}
