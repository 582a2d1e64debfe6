/* SPDX-License-Identifier: MIT */
/*
 * Sections and records under headings, records as lists.
 *
 * A heading says in braces what its title and place do not say already. The
 * labels are the style's; whatever was typed, they are read as the same.
 */
#include "write/data/markdown.h"

#include <assert.h>
#include <string.h>

/* ---- headings ---- */

/* Does the style take a title for a kind of section? Then a heading must say when it is another. */
static int
kind_of_title(const struct markdown *markdown, struct text title)
{
	char room[200], other[200];
	struct text key = { room, label_key(room, sizeof room, title) };

	for (int kind = 0; key.length > 0 && kind < SECTION_COUNT; kind++) {
		const struct texts *titles = &markdown->document->style->titles[kind];

		if (!(section_rows[kind].where & document_bit(markdown->document->kind)))
			continue;
		for (size_t i = 0; i < titles->count; i++) {
			size_t size = label_key(other, sizeof other, titles->at[i]);

			if (text_equal(key, (struct text){ other, size }))
				return kind;
		}
	}
	return -1;
}

struct braces { struct markdown *markdown; bool begun; };

static void
open_brace(struct braces *braces)
{
	buffer_string(&braces->markdown->out, braces->begun ? " " : " {");
	braces->begun = true;
}

static void
put_kind(struct braces *braces, const char *name)
{
	open_brace(braces);
	buffer_byte(&braces->markdown->out, '.');
	buffer_name(&braces->markdown->out, name);
}

/* Words with a space in them stand in quotation marks, which none of them may hold. */
static void
put_attribute(struct braces *braces, enum attribute attribute, struct text words)
{
	struct buffer *out = &braces->markdown->out;
	bool quoted = false;

	if (words.length == 0 || (attribute_rows[attribute].whose & WHOSE_XML))
		return;
	open_brace(braces);
	if (attribute == ATTRIBUTE_id) {
		buffer_format(out, "#%.*s", TEXT_ARGS(words));
		return;
	}
	if (attribute == ATTRIBUTE_unnumbered || attribute == ATTRIBUTE_landscape) {
		buffer_string(out, attribute == ATTRIBUTE_unnumbered ? ".unnumbered" : "landscape");
		return;
	}
	buffer_name(out, attribute_rows[attribute].name);
	for (size_t i = 0; i < words.length; i++)
		quoted |= strchr(" \t}\"'=#.,", words.s[i]) != NULL;
	buffer_string(out, quoted ? "=\"" : "=");
	for (size_t i = 0; i < words.length; i++)
		buffer_byte(out, words.s[i] == '"' ? '\'' : words.s[i] == '\n' ? ' ' : words.s[i]);
	buffer_string(out, quoted ? "\"" : "");
}

static void
end_braces(struct braces *braces)
{
	buffer_string(&braces->markdown->out, braces->begun ? "}" : "");
}

static void
write_title(struct markdown *markdown, int level, const struct span *title)
{
	markdown->above = NULL;
	markdown_gap(markdown);
	buffer_add(&markdown->out, "########", (size_t)(level < 6 ? level : 6));
	buffer_byte(&markdown->out, ' ');
	markdown->in_heading = true;
	markdown_spans(markdown, title);
	markdown->in_heading = false;
}

/* ---- labels ---- */

static struct text
put_in(struct arena *arena, struct text label, const char *mark, struct text words)
{
	size_t at = text_find(label, text_of(mark), 0);

	if (at == label.length)
		return label;
	return text_trim(text_format(arena, "%.*s%.*s%.*s", TEXT_ARGS(text_slice(label, 0, at)),
	    TEXT_ARGS(words), TEXT_ARGS(text_from(label, at + strlen(mark)))));
}

/*
 * The style's label with period and section put in; the core name, should the
 * label mean another field.
 */
static struct text
label_words(struct markdown *markdown, const struct value *value, const struct section *section,
    enum record_kind kind)
{
	struct arena *arena = markdown->out.arena;
	const struct kind_style *style = &markdown->document->style->kinds[kind];
	struct text label = put_in(arena, value->field->label, "{section}", section->title_words);
	struct text bare = put_in(arena, label, "{period}", TEXT(""));
	bool has_period = text_find(label, TEXT("{period}"), 0) < label.length;

	if (kind_style_find(style, bare, section->title_words) != value->field)
		label = bare = value->field->name;
	if (value->period_words.length == 0)
		return bare;
	if (value->field->role == ROLE_amount || value->field->role == ROLE_milestones)
		return value->period_words;
	if (has_period)
		return put_in(arena, label, "{period}", value->period_words);
	return text_format(arena, "%.*s %.*s", TEXT_ARGS(value->period_words), TEXT_ARGS(label));
}

/* Of a column by period what is said beside it stands without brackets. */
void
markdown_label(struct markdown *markdown, const struct value *value, enum record_kind kind,
    const struct section *section)
{
	struct arena *arena = markdown->out.arena;
	struct text label = label_words(markdown, value, section, kind);
	bool by_period = value->field->role == ROLE_amount && value->period_words.length > 0;

	if (value->remark.length > 0)
		label = text_format(arena, by_period ? "%.*s %.*s" : "%.*s (%.*s)",
		    TEXT_ARGS(label), TEXT_ARGS(value->remark));
	if (value->language.length > 0)
		label =
		    text_format(arena, "%.*s (%.*s)", TEXT_ARGS(label), TEXT_ARGS(value->language));
	markdown->line_start = false;
	markdown->spaced = true;
	markdown->gap = markdown->bracketed = false;
	markdown_words(markdown, label);
	if (value->unit_words.length > 0) {
		buffer_string(&markdown->out, "<br>");
		markdown_words(markdown, value->unit_words);
	}
}

/* ---- fields ---- */

/* A list that starts late cannot stand right below a line. */
static bool
is_late_list(const struct block *block)
{
	return block && block->kind == BLOCK_LIST && block->ordered && block->start != 1;
}

/* A paragraph with lists below it needs no empty line; two paragraphs do. */
static bool
is_tight(const struct block *block)
{
	for (block = block ? block->next : NULL; block; block = block->next)
		if (block->kind != BLOCK_LIST || is_late_list(block))
			return false;
	return true;
}

static void
write_field(struct markdown *markdown, const struct value *value, enum record_kind kind,
    const struct section *section)
{
	struct text indent = markdown->indent;

	buffer_string(&markdown->out, "- ");
	markdown_indent(markdown, "  ");
	markdown_label(markdown, value, kind, section);
	buffer_string(&markdown->out, markdown->out.s[markdown->out.length - 1] == '?' ? "" : ":");
	if (value->content && value->content->kind == BLOCK_PARAGRAPH)
		buffer_byte(&markdown->out, ' ');
	else if (is_late_list(value->content))
		markdown_gap(markdown);
	else if (value->content)
		markdown_line(markdown);
	markdown_blocks(markdown, value->content, NULL, is_tight(value->content));
	markdown->indent = indent;
}

/* All values but the title, as a list; true when there are any. */
static bool
write_fields(struct markdown *markdown, const struct record *record, const struct section *section,
    const struct value *title)
{
	bool any = false;

	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (value == title ||
		    (section->itself == record && value->field->role == ROLE_title))
			continue;
		if (any)
			markdown_line(markdown);
		write_field(markdown, value, record->kind, section);
		any = true;
	}
	return any;
}

/* The list that the fields of a record or section are, or its records. */
static const struct block fields_above = { .kind = BLOCK_LIST };
static const struct block numbers_above = { .kind = BLOCK_LIST, .ordered = true };

/* ---- records ---- */

/* The role that a record's heading or item fills. */
static const struct value *
title_value(const struct record *record)
{
	const struct value *title = record_value(record, ROLE_title);
	const struct kind_row *kind = &kind_rows[record->kind];

	if (title || kind_field(record->kind, ROLE_title))
		return title;
	for (size_t i = 0; i < kind->count; i++)
		if (kind->fields[i].required)
			return record_value(record, kind->fields[i].role);
	return NULL;
}

static void
write_headed(struct markdown *markdown, const struct record *record, const struct section *section)
{
	struct braces braces = { markdown, false };
	const struct value *title = title_value(record);
	bool has_fields;

	write_title(markdown, section->level + 1,
	    title && title->content ? title->content->spans : NULL);
	if (kind_of_title(markdown, title ? title->plain : TEXT("")) >= 0)
		put_kind(&braces, kind_rows[record->kind].name);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		put_attribute(&braces, i, record_attribute(record, i));
	end_braces(&braces);
	has_fields = record->values.count > (title ? 1u : 0u);
	if (has_fields) {
		markdown_gap(markdown);
		write_fields(markdown, record, section, title);
		markdown->above = &fields_above;
	}
	markdown_content(markdown, section, record->prose);
}

/* "P4: Keep the towpaths open"; a post's text follows its title on the line. */
static void
write_item(struct markdown *markdown, const struct block *block, const struct section *section)
{
	const struct record *record = block->record;
	const struct value *title = title_value(record),
	                   *text =
	                       record->kind == KIND_post ? record_value(record, ROLE_text) : NULL;
	struct text indent = markdown->indent, id = record_attribute(record, ATTRIBUTE_id),
	            mark = TEXT("- ");

	if (block->ordered)
		mark = text_format(markdown->out.arena, "%d. ", block->start);
	for (int i = 0; i < record->depth; i++)
		markdown_indent(markdown, "  "), buffer_string(&markdown->out, "  ");
	buffer_text(&markdown->out, mark);
	markdown_hang(markdown, mark.length);
	if (id.length > 0)
		buffer_format(&markdown->out, "%.*s: ", TEXT_ARGS(id));
	markdown_blocks(markdown, title ? title->content : NULL, NULL, false);
	if (text) {
		buffer_string(&markdown->out, ": ");
		markdown_blocks(markdown, text->content, NULL, false);
	} else if (record->values.count > (title ? 1u : 0u)) {
		markdown_line(markdown);
		write_fields(markdown, record, section, title);
	}
	if (record->prose) {
		markdown_gap(markdown);
		markdown_blocks(markdown, record->prose, NULL, false);
	}
	markdown->indent = indent;
}

static bool
is_in_list(const struct block *block)
{
	return block && block->kind == BLOCK_RECORD && block->record->form == FORM_LIST;
}

/* The records from one on that stand in one list; the last of them is returned. */
static const struct block *
write_items(struct markdown *markdown, const struct section *section, const struct block *block)
{
	write_item(markdown, block, section);
	while (is_in_list(block->next)) {
		block = block->next;
		markdown_line(markdown);
		write_item(markdown, block, section);
	}
	markdown->above = block->ordered ? &numbers_above : &fields_above;
	return block;
}

/* ---- sections ---- */

static void
write_section(struct markdown *markdown, const struct section *section, bool in_record)
{
	struct braces braces = { markdown, false };
	bool held = section->parent && section_rows[section->parent->kind].holds == HOLDS_RECORDS &&
	    !section->parent->view;
	int meant = kind_of_title(markdown, section->title_words);

	write_title(markdown, section->level, section->title);
	if (section->kind == SECTION_text ? !in_record && (held || meant >= 0)
	                                  : in_record || meant != (int)section->kind)
		put_kind(&braces, section_rows[section->kind].name);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		put_attribute(&braces, i, section_attribute(section, i));
	end_braces(&braces);
	if (section->itself && section->itself->section == section) {
		size_t length_before = markdown->out.length;

		markdown_gap(markdown);
		if (write_fields(markdown, section->itself, section, NULL))
			markdown->above = &fields_above;
		else
			markdown->out.length = length_before;
	}
	markdown_content(markdown, section, section->content);
}

static bool
is_in_rows(const struct block *block)
{
	return block->kind == BLOCK_GROUP ||
	    (block->kind == BLOCK_RECORD && block->record->form == FORM_ROWS);
}

/* in_record: the content is a record's prose, where a heading needs no kind. */
static const struct block *
write_part(struct markdown *markdown, const struct section *section, const struct block *block,
    bool fields)
{
	if (section && is_in_rows(block) && !fields) {
		markdown_gap(markdown);
		return markdown_rows(markdown, section, block);
	}
	if (is_in_list(block)) {
		markdown_gap(markdown);
		return write_items(markdown, section, block);
	}
	if (block->kind == BLOCK_RECORD)
		write_headed(markdown, block->record, section);
	return block;
}

void
markdown_content(struct markdown *markdown, const struct section *section,
    const struct block *block)
{
	bool fields = section && block == section->content && markdown_wants_fields(section);
	bool in_record = section && block != section->content;

	while (block) {
		const struct block *first = block;

		while (block && block->kind != BLOCK_SECTION && block->kind != BLOCK_RECORD &&
		    block->kind != BLOCK_GROUP)
			block = block->next;
		if (first != block) {
			markdown_gap(markdown);
			markdown_blocks(markdown, first, block, false);
			continue;
		}
		/* records stand in sections */
		assert(section || block->kind == BLOCK_SECTION);
		if (block->kind == BLOCK_SECTION)
			write_section(markdown, block->section, in_record);
		else
			block = write_part(markdown, section, block, fields);
		block = block->next;
	}
}
