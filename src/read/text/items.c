/* SPDX-License-Identifier: MIT */
/*
 * Lists that are a set of records, an item each: priorities, recommendations,
 * appendices, and posts, which report to the one that they stand under. A
 * paragraph may be such a record, too.
 */
#include "read/text/manuscript.h"

enum { DEEPEST_POST = 16 };

static struct record *
new_item(struct manuscript *manuscript, struct section *section, struct place at,
    struct block ***end)
{
	struct record *record = record_new(manuscript->reading, section,
	    section_rows[section->kind].kind, at, end);

	record->form = FORM_LIST;
	return record;
}

/* The whole of a record that is no more than its words: a recommendation. */
static void
add_words(struct manuscript *manuscript, struct record *record, struct place at, struct span *spans,
    const struct syntax *rest)
{
	const struct field *field = field_of_role(manuscript->reading, record->kind,
	    title_role(record->kind));
	struct value *value = value_new(manuscript->reading, record, field, at);
	struct block **blocks = &value->content;

	if (spans)
		block_add(manuscript->arena, &blocks, BLOCK_PARAGRAPH, at)->spans = spans;
	*blocks = read_blocks(manuscript, rest);
	value_done(manuscript->reading, record, value);
}

/* "P4: Keep the towpaths open": the length of the id; 0 when the item does not begin with one. */
static size_t
item_id(struct text plain)
{
	size_t end = text_find_byte(plain, ':', 0);
	struct text id = text_slice(plain, 0, end);
	bool digit = false;

	if (end == plain.length || !id_is_valid(id))
		return 0;
	for (size_t i = 0; i < id.length; i++)
		digit |= is_digit(id.s[i]);
	return digit || end <= 2 ? end : 0;
}

/* "Post: Name, 2 FTE, vacant": the words after the colon are the post's text. */
static void
read_post(struct manuscript *manuscript, struct record *record, struct item_said *said)
{
	size_t colon = text_find(said->plain, TEXT(": "), 0);
	struct span *title = said->spans, *rest = NULL, **end = &title;

	if (colon < said->plain.length) {
		rest = spans_cut(said->spans, colon + 2);
		title = NULL;
		span_add(manuscript->arena, &end, SPAN_TEXT, said->at)->words =
		    text_slice(said->plain, 0, colon);
	}
	record_set_title(manuscript->reading, record, title, said->at);
	if (rest) {
		struct value *value = value_new(manuscript->reading, record,
		    field_of_role(manuscript->reading, KIND_post, ROLE_text), rest->at);
		struct block **blocks = &value->content;

		block_add(manuscript->arena, &blocks, BLOCK_PARAGRAPH, rest->at)->spans = rest;
		value_done(manuscript->reading, record, value);
	}
}

/* A title, after an id if there is one; what follows is fields or prose. */
static void
read_titled(struct manuscript *manuscript, struct record *record, struct item_said *said)
{
	size_t id = item_id(said->plain);

	if (id > 0) {
		record_set(manuscript->reading, record, TEXT("id"), text_slice(said->plain, 0, id),
		    said->at);
		said->spans = spans_cut(said->spans, skip_label_end(said->plain, id + 1));
	}
	record_set_title(manuscript->reading, record, said->spans,
	    said->spans ? said->spans->at : said->at);
	if (said->rest && looks_like_fields(manuscript, record->kind, said->rest)) {
		read_fields(manuscript, record, said->rest, TEXT(""));
		said->rest = said->rest->next;
	}
	record->prose = read_blocks(manuscript, said->rest);
}

static void
read_posts(struct manuscript *manuscript, struct section *section, const struct syntax *list,
    int depth, struct block ***end)
{
	for (const struct syntax *item = list->first; item; item = item->next) {
		struct item_said said = read_item(manuscript, item);
		struct record *record = new_item(manuscript, section, said.at, end);
		struct block **prose = &record->prose;

		record->depth = depth;
		read_post(manuscript, record, &said);
		for (const struct syntax *node = said.rest; node; node = node->next)
			if (node->kind != SYNTAX_LIST)
				read_block(manuscript, node, &prose, false);
		record_done(manuscript->reading, record);
		for (const struct syntax *node = said.rest; node; node = node->next)
			if (node->kind == SYNTAX_LIST)
				read_posts(manuscript, section, node,
				    depth < DEEPEST_POST ? depth + 1 : depth, end);
	}
}

void
read_items(struct manuscript *manuscript, struct section *section, const struct syntax *list,
    struct block ***end)
{
	enum record_kind kind = section_rows[section->kind].kind;
	int number = list->start;

	if (kind == KIND_post) {
		read_posts(manuscript, section, list, 0, end);
		return;
	}
	for (const struct syntax *item = list->first; item; item = item->next) {
		struct item_said said = read_item(manuscript, item);
		struct block **before = *end;
		struct record *record = new_item(manuscript, section, said.at, end);

		(*before)->ordered = list->ordered;
		(*before)->start = list->ordered ? number++ : 0;
		record->item = (*before)->start > 0 && (*before)->start < 1000 ? (*before)->start
		    : 0;
		if (kind_field(kind, ROLE_title))
			read_titled(manuscript, record, &said);
		else
			add_words(manuscript, record, said.at, said.spans, said.rest);
		record_done(manuscript->reading, record);
	}
}

void
read_paragraph_record(struct manuscript *manuscript, struct section *section,
    const struct syntax *node, struct block ***end)
{
	struct cursor cursor = cursor_of(manuscript->passage, node->line, node->end_line);
	struct span *spans = read_spans(manuscript, &cursor, node->first);
	struct record *record = new_item(manuscript, section, spans ? spans->at
	    : syntax_place(manuscript, node), end);

	add_words(manuscript, record, record->at, spans, NULL);
	record_done(manuscript->reading, record);
}
