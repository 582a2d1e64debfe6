/* SPDX-License-Identifier: MIT */
/*
 * Lists that are the fields of a record, `- Label: value`. The label is the
 * longest known one that an item begins with; one that ends with "?" needs no
 * colon.
 */
#include <string.h>

#include "model/messages.h"
#include "read/text/manuscript.h"

enum { LONGEST_LABEL = 160 };

struct item_said
read_item(struct manuscript *manuscript, const struct syntax *item)
{
	struct item_said said = { .at = syntax_place(manuscript, item), .rest = item->first };
	struct cursor cursor;

	if (!said.rest || said.rest->kind != SYNTAX_PARAGRAPH)
		return said;
	cursor = cursor_of(manuscript->passage, said.rest->line, said.rest->end_line);
	said.spans = read_spans(manuscript, &cursor, said.rest->first);
	said.rest = said.rest->next;
	said.plain = spans_plain(manuscript->arena, said.spans);
	if (said.spans)
		said.at = said.spans->at;
	return said;
}

/* ---- labels ---- */

/*
 * Marks alone do not make a label longer, nor does a remark behind its colon;
 * behind a "?" it does.
 */
static bool
makes_longer(struct text plain, size_t from, size_t to)
{
	bool colon = from > 0 && plain.s[from - 1] == ':';
	int deep = 0;

	for (size_t i = from; from > 0 && i < to; i++) {
		deep += (plain.s[i] == '(') - (plain.s[i] == ')');
		if ((deep == 0 || !colon) &&
		    label_key((char[8]){ 0 }, 8, text_slice(plain, i, i + 1)) > 0 &&
		    plain.s[i] != ')')
			return true;
	}
	return from == 0;
}

/*
 * The end of the longest known label that words begin with, with its colon; 0
 * when there is none. What it says, and its field, are then in head.
 */
static size_t
find_label(const struct reading *reading, enum record_kind kind, struct text section_title,
    struct text plain, struct value *head)
{
	size_t found = 0, last = plain.length < LONGEST_LABEL ? plain.length : LONGEST_LABEL;

	for (size_t i = 0; i < last; i++) {
		bool question = plain.s[i] == '?';
		struct value value = { 0 };

		if ((plain.s[i] != ':' && !question) || !makes_longer(plain, found, i))
			continue;
		value.field = read_label(reading, kind, section_title, TEXT(""),
		    text_slice(plain, 0, i + question), &value);
		if (!value.field)
			continue;
		found = i + 1;
		*head = value;
	}
	return found;
}

/* The label that was meant, when none is known: up to the first colon, or the first words. */
static struct text
meant_label(struct text plain)
{
	size_t end = text_find_byte(plain, ':', 0);

	if (end == plain.length && end > 40)
		end = text_find_byte(plain, ' ', 40);
	return text_slice(plain, 0, end);
}

static bool
is_letter_before(struct text plain, size_t at)
{
	char c = plain.s[at - 1] | 0x20;

	return c >= 'a' && c <= 'z';
}

/* The longest label that the kind knows and that words without a colon begin with; or empty. */
static struct text
uncoloned_label(const struct reading *reading, enum record_kind kind, struct text plain)
{
	size_t found = 0, last = plain.length < LONGEST_LABEL ? plain.length : LONGEST_LABEL;

	if (text_find_byte(plain, ':', 0) < plain.length)
		return TEXT("");
	for (size_t i = 1; i <= last; i++) {
		struct value head;

		if ((i < plain.length && !strchr(" ;=-,", plain.s[i])) ||
		    !is_letter_before(plain, i))
			continue;
		head = (struct value){ 0 };
		if (read_label(reading, kind, TEXT(""), TEXT(""), text_slice(plain, 0, i), &head) &&
		    head.period_words.length == 0)
			found = i;
	}
	return text_slice(plain, 0, found);
}

static void
report_label(struct manuscript *manuscript, enum record_kind kind, const struct item_said *said)
{
	struct arena *arena = manuscript->arena;
	struct text label = meant_label(said->plain),
	    nearest = kind_style_nearest(&manuscript->reading->style->kinds[kind], label),
	    known = uncoloned_label(manuscript->reading, kind, said->plain),
	    help = TEXT("a list that is no field cannot stand first: put a sentence before it");

	if (known.length > 0)
		help = text_format(arena, "write a colon behind the label: `%.*s: …`",
		    TEXT_ARGS(known));
	else if (nearest.length > 0)
		help = text_format(arena, "did you mean \"%.*s\"?", TEXT_ARGS(nearest));
	report(manuscript->diag, said->at, unknown_field, text_of(kind_rows[kind].called), label,
	    help);
}

/* ---- fields ---- */

size_t
skip_label_end(struct text plain, size_t at)
{
	if (at < plain.length && plain.s[at - 1] == '?' && plain.s[at] == ':')
		at++;
	while (at < plain.length && plain.s[at] == ' ')
		at++;
	return at;
}

static void
read_field(struct manuscript *manuscript, struct record *record, const struct item_said *said,
    struct text section_title)
{
	const struct reading *reading = manuscript->reading;
	struct value head, *value;
	size_t end = find_label(reading, record->kind, section_title, said->plain, &head);
	struct block **blocks;
	struct span *spans;

	if (end == 0) {
		report_label(manuscript, record->kind, said);
		return;
	}
	value = value_new(reading, record, head.field, said->at);
	value_take_head(value, &head);
	spans = spans_cut(said->spans, skip_label_end(said->plain, end));
	blocks = &value->content;
	if (spans) {
		value->at = spans->at;
		block_add(manuscript->arena, &blocks, BLOCK_PARAGRAPH, spans->at)->spans = spans;
	}
	*blocks = read_blocks(manuscript, said->rest);
	value_done(reading, record, value);
}

void
read_fields(struct manuscript *manuscript, struct record *record, const struct syntax *list,
    struct text section_title)
{
	for (const struct syntax *item = list->first; item; item = item->next) {
		struct item_said said = read_item(manuscript, item);

		read_field(manuscript, record, &said, section_title);
	}
}

/* The words of inline nodes as far as a label could reach, without looking into the source. */
static struct text
first_words(struct manuscript *manuscript, const struct syntax *node)
{
	struct text words = TEXT("");

	for (; node && words.length < LONGEST_LABEL; node = node->next) {
		if (node->kind == SYNTAX_SOFT_BREAK)
			words = text_join(manuscript->arena, words, TEXT(" "));
		else if (node->kind == SYNTAX_TEXT)
			words = text_join(manuscript->arena, words,
			    unmask(manuscript->passage, node->words));
		else
			words = text_join(manuscript->arena, words,
			    first_words(manuscript, node->first));
	}
	return words;
}

/* Do all items of a list begin with a label that the kind knows? */
static bool
is_labelled(struct manuscript *manuscript, enum record_kind kind, const struct syntax *list)
{
	for (const struct syntax *item = list->first; item; item = item->next) {
		const struct syntax *paragraph = item->first;
		struct value head;

		if (!paragraph || paragraph->kind != SYNTAX_PARAGRAPH ||
		    find_label(manuscript->reading, kind, TEXT(""),
		    first_words(manuscript, paragraph->first), &head) == 0)
			return false;
	}
	return true;
}

bool
looks_like_fields(struct manuscript *manuscript, enum record_kind kind, const struct syntax *list)
{
	return list->kind == SYNTAX_LIST && !list->ordered &&
	    is_labelled(manuscript, kind, list);
}

/* Is it a numbered list of fields, or a paragraph that begins with a label and a colon? */
static bool
looks_like_loose_fields(struct manuscript *manuscript, enum record_kind kind,
    const struct syntax *node)
{
	struct value head;
	struct text words;
	size_t end;

	if (node->kind == SYNTAX_LIST)
		return node->ordered && is_labelled(manuscript, kind, node);
	if (node->kind != SYNTAX_PARAGRAPH)
		return false;
	words = first_words(manuscript, node->first);
	end = find_label(manuscript->reading, kind, TEXT(""), words, &head);
	return end > 0 && words.s[end - 1] == ':';
}

void
check_loose_fields(struct manuscript *manuscript, const struct record *record,
    const struct syntax *node)
{
	if (looks_like_fields(manuscript, record->kind, node))
		report(manuscript->diag, syntax_place(manuscript, node), late_fields);
	else if (record->values.count <= 1 && !begins_tight_item(manuscript, node->line) &&
	    looks_like_loose_fields(manuscript, record->kind, node))
		report(manuscript->diag, syntax_place(manuscript, node), loose_fields,
		    text_of(kind_rows[record->kind].called));
}

void
check_nameless_fields(struct manuscript *manuscript, const struct section *section,
    const struct syntax *node, int level)
{
	static const char signs[] = "######";
	enum record_kind kind = section_rows[section->kind].kind;

	if (looks_like_fields(manuscript, kind, node) ||
	    looks_like_loose_fields(manuscript, kind, node))
		report(manuscript->diag, syntax_place(manuscript, node), nameless_fields,
		    text_of(kind_rows[kind].called), text_slice(text_of(signs), 0,
		    (size_t)(level + 1 - manuscript->shift)));
}

/* The kind of section whose records have such fields as a list seems to hold; or -1. */
static int
fields_meant(struct manuscript *manuscript, const struct syntax *list)
{
	unsigned here = document_bit(manuscript->reading->document->kind);

	if (list->kind != SYNTAX_LIST || list->ordered || !list->first || !list->first->next)
		return -1;
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if ((section_rows[kind].where & here) &&
		    section_rows[kind].holds == HOLDS_RECORDS &&
		    is_labelled(manuscript, section_rows[kind].kind, list))
			return kind;
	return -1;
}

void
check_lost_fields(struct manuscript *manuscript, const struct syntax *list)
{
	int kind = fields_meant(manuscript, list);

	if (kind >= 0)
		report(manuscript->diag, syntax_place(manuscript, list), lost_fields,
		    text_of(kind_rows[section_rows[kind].kind].called),
		    name_hyphened(manuscript->arena, section_rows[kind].name));
}
