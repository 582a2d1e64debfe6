/* SPDX-License-Identifier: MIT */
/*
 * A document as Markdown with front matter, and its notes at the end.
 *
 * Reading what is written gives the model that it was written of; what only
 * XML can say (cells that span columns, tables of several paragraphs a cell)
 * becomes the nearest that Markdown has.
 */
#include "write/data/markdown.h"

#include <string.h>

#include "write/write.h"

/* ---- lines ---- */

void
markdown_line(struct markdown *markdown)
{
	buffer_byte(&markdown->out, '\n');
	buffer_text(&markdown->out, markdown->indent);
}

void
markdown_gap(struct markdown *markdown)
{
	size_t end = markdown->indent.length;

	if (markdown->out.length == 0)
		return;
	while (end > 0 && markdown->indent.s[end - 1] == ' ')
		end--;
	buffer_byte(&markdown->out, '\n');
	buffer_text(&markdown->out, text_slice(markdown->indent, 0, end));
	markdown_line(markdown);
}

void
markdown_indent(struct markdown *markdown, const char *by)
{
	markdown->indent = text_join(markdown->out.arena, markdown->indent, text_of(by));
}

void
markdown_hang(struct markdown *markdown, size_t width)
{
	static const char spaces[] = "                ";

	markdown_indent(markdown, &spaces[sizeof spaces - 1 - width]);
}

/* ---- front matter ---- */

/* May these words stand in YAML as they are? Not if they could be anything but words. */
static bool
is_plain(struct text words, bool in_brackets)
{
	if (words.length == 0 || strchr("[]{},&*#?|-<>=!%@`\"':~ ", words.s[0]))
		return false;
	if (text_ends(words, ":") || text_ends(words, " "))
		return false;
	for (size_t i = 0; i < words.length; i++) {
		char c = words.s[i], next = i + 1 < words.length ? words.s[i + 1] : ' ';

		if ((c == ':' && (next == ' ' || in_brackets)) || (c == ' ' && next == '#'))
			return false;
		if (in_brackets && (c == ',' || c == '[' || c == ']' || c == '{' || c == '}'))
			return false;
	}
	return true;
}

static void
write_scalar(struct buffer *out, struct text words, bool in_brackets)
{
	if (is_plain(words, in_brackets)) {
		buffer_text(out, words);
		return;
	}
	buffer_byte(out, '\'');
	for (size_t i = 0; i < words.length; i++) {
		buffer_byte(out, words.s[i]);
		if (words.s[i] == '\'')
			buffer_byte(out, '\'');
	}
	buffer_byte(out, '\'');
}

/* Blocks as they stand in one line. */
static struct text
line_of(struct markdown *markdown, const struct block *content)
{
	struct markdown line = { .out = { .arena = markdown->out.arena },
	    .document = markdown->document, .in_cell = true };

	markdown_inline(&line, content);
	return buffer_view(&line.out);
}

static bool
is_line(const struct block *content)
{
	return !content || (content->kind == BLOCK_PARAGRAPH && !content->next);
}

static void
write_key(struct markdown *markdown, const char *name, struct text language)
{
	markdown_line(markdown);
	buffer_name(&markdown->out, name);
	if (language.length > 0)
		buffer_format(&markdown->out, " (%.*s)", TEXT_ARGS(language));
	buffer_byte(&markdown->out, ':');
}

static void
write_items(struct markdown *markdown, const struct block *list)
{
	markdown_indent(markdown, "  ");
	for (const struct block *item = list->first; item; item = item->next) {
		markdown_line(markdown);
		buffer_string(&markdown->out, "- ");
		write_scalar(&markdown->out, line_of(markdown, item->first), false);
	}
	markdown->indent = TEXT("");
}

/* Several paragraphs are a block of lines. */
static void
write_paragraphs(struct markdown *markdown, const struct block *content)
{
	buffer_string(&markdown->out, " |");
	markdown_indent(markdown, "  ");
	markdown_line(markdown);
	markdown_blocks(markdown, content, NULL, false);
	markdown->indent = TEXT("");
}

static void
write_fact(struct markdown *markdown, const struct fact *fact)
{
	const struct block *content = fact->value.content;

	write_key(markdown, fact->key->name, fact->value.language);
	if (!content)
		return;
	if (fact->key->type == TYPE_LIST && content->kind == BLOCK_LIST)
		write_items(markdown, content);
	else if (is_line(content)) {
		buffer_byte(&markdown->out, ' ');
		write_scalar(&markdown->out, line_of(markdown, content), false);
	} else
		write_paragraphs(markdown, content);
}

static void
write_pair(struct buffer *out, const char *name, struct text words, bool *begun)
{
	if (words.length == 0)
		return;
	buffer_format(out, "%s%s: ", *begun ? ", " : "", name);
	write_scalar(out, words, true);
	*begun = true;
}

static void
write_reference(struct markdown *markdown, const struct reference *reference)
{
	struct buffer *out = &markdown->out;
	bool begun = false;

	buffer_string(out, "\n  ");
	write_scalar(out, reference->name, false);
	buffer_string(out, ": {");
	write_pair(out, "sort", reference->sort, &begun);
	write_pair(out, "address", reference->address, &begun);
	if (reference->also_count > 0)
		buffer_string(out, begun ? ", also: [" : "also: [");
	for (size_t i = 0; i < reference->also_count; i++) {
		buffer_string(out, i > 0 ? ", " : "");
		write_scalar(out, reference->also[i], true);
	}
	buffer_string(out, reference->also_count > 0 ? "]}" : "}");
}

static void
write_front(struct markdown *markdown)
{
	const struct document *document = markdown->document;

	buffer_format(&markdown->out, "---\nkind: %s", document_kind_names[document->kind]);
	for (size_t i = 0; i < document->facts.count; i++)
		write_fact(markdown, &document->facts.at[i]);
	if (document->references.count > 0)
		write_key(markdown, "references", TEXT(""));
	for (size_t i = 0; i < document->references.count; i++)
		write_reference(markdown, document->references.at[i]);
	buffer_string(&markdown->out, "\n---");
}

/* ---- notes ---- */

/* The notes of a part that is placed stand in the part. */
static void
write_notes(struct markdown *markdown)
{
	const struct document *document = markdown->document;

	for (size_t i = 0; i < document->notes.count; i++) {
		const struct note *note = document->notes.at[i];

		if (strcmp(note->at.file, document->at.file) != 0)
			continue;
		markdown_gap(markdown);
		buffer_format(&markdown->out, "[^%.*s]: ", TEXT_ARGS(note->name));
		markdown_indent(markdown, "    ");
		markdown_blocks(markdown, note->content, NULL, false);
		markdown->indent = TEXT("");
	}
}

struct text
write_markdown(struct arena *arena, const struct document *document)
{
	struct markdown markdown = { .out = { .arena = arena }, .document = document };

	write_front(&markdown);
	markdown_content(&markdown, NULL, document->content);
	write_notes(&markdown);
	buffer_byte(&markdown.out, '\n');
	return buffer_view(&markdown.out);
}
