/* SPDX-License-Identifier: MIT */
/*
 * Headings and what stands under them. A heading opens a section or a record:
 * of the kind in braces, else of the kind that its title means in the style,
 * else of the kind that its parent holds, else it is text. The blocks up to
 * the next heading are then read as that kind reads them.
 */
#include <limits.h>

#include "base/near.h"
#include "model/messages.h"
#include "read/include.h"
#include "read/text/manuscript.h"

enum { DEEPEST_HEADING = 6 };

/* A heading that is open: its section, or its record within that section. */
struct opened { int level; struct section *section; struct record *record; struct block **end; };

/* What a heading opens: a section of a kind, or a record of one. */
struct meaning { enum section_kind section; enum record_kind record; bool given; };

/* ---- which kind ---- */

static bool
is_kind_of(const struct manuscript *manuscript, int kind)
{
	return section_rows[kind].where & document_bit(manuscript->reading->document->kind);
}

static bool
title_means(const struct texts *titles, struct text title)
{
	char room[200], other[200];
	size_t size = label_key(room, sizeof room, title);

	for (size_t i = 0; i < titles->count; i++)
		if (size > 0 && text_equal((struct text){ room, size },
		    (struct text){ other, label_key(other, sizeof other, titles->at[i]) }))
			return true;
	return false;
}

/* A view shows what stands elsewhere: any document may hold one. */
static bool
is_view_of_records(const struct heading *heading, int kind)
{
	for (size_t i = 0; i < heading->attributes.count; i++)
		if (text_is(heading->attributes.at[i].name, "of"))
			return section_rows[kind].holds == HOLDS_RECORDS;
	return false;
}

static struct meaning
meaning_in_braces(struct manuscript *manuscript, const struct heading *heading,
    const struct opened *parent)
{
	struct arena *arena = manuscript->arena;
	int section = section_kind_find(heading->kind);
	enum record_kind record = kind_find(heading->kind);

	if (section >= 0 &&
	    (is_kind_of(manuscript, section) || is_view_of_records(heading, section)))
		return (struct meaning){ section, KIND_none, true };
	if (record != KIND_none && !parent->record && record == section_holds_kind(parent->section))
		return (struct meaning){ SECTION_text, record, true };
	if (section >= 0)
		report(manuscript->diag, heading->kind_at, misplaced_kind,
		    text_of(document_kind_called[manuscript->reading->document->kind]),
		    heading->kind);
	else if (record != KIND_none)
		report(manuscript->diag, heading->kind_at, misplaced_record,
		    text_of(kind_rows[record].called),
		    parent->section ? name_hyphened(arena, section_rows[parent->section->kind].name)
		    : TEXT("text"));
	else
		report(manuscript->diag, heading->kind_at, unknown_kind, heading->kind,
		    nearest_kind(arena, heading->kind));
	return (struct meaning){ SECTION_text, KIND_none, true };
}

static struct meaning
meaning_of(struct manuscript *manuscript, const struct heading *heading,
    const struct opened *parent)
{
	const struct style *style = manuscript->reading->style;
	enum record_kind holds;

	if (heading->kind.length > 0)
		return meaning_in_braces(manuscript, heading, parent);
	for (int kind = 0; !parent->record && kind < SECTION_COUNT; kind++)
		if (is_kind_of(manuscript, kind) &&
		    title_means(&style->titles[kind], heading->title_words))
			return (struct meaning){ kind, KIND_none, false };
	holds = parent->record ? KIND_none : section_holds_kind(parent->section);
	if (!parent->record && holds == KIND_none)
		check_near_title(manuscript, heading);
	return (struct meaning){ SECTION_text, holds, false };
}

/* ---- opening ---- */

/*
 * What was meant by a word in braces that is no key: a kind without its dot, a
 * name without its #.
 */
static struct text
nearest_attribute(struct arena *arena, struct text name, unsigned whose)
{
	struct near near = near_begin(arena, name);

	if (section_kind_find(name) >= 0)
		return text_format(arena, "write `{.%.*s}`", TEXT_ARGS(name));
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		if ((attribute_rows[i].whose & whose) && !(attribute_rows[i].whose & WHOSE_XML))
			near_try(&near, name_hyphened(arena, attribute_rows[i].name));
	return near_help(&near, id_is_valid(name) ? "a kind is written `.kind`, a name for links "
	    "`#name`, a key `key=value`" : "");
}

static bool
is_for_xml(struct text name)
{
	return attribute_find(WHOSE_XML, name) >= 0;
}

static void
open_section(struct manuscript *manuscript, struct heading *heading, struct meaning meaning,
    struct opened *parent,
    struct opened *opened)
{
	const struct reading *reading = manuscript->reading;
	struct section *section = section_new(reading, parent->section, meaning.section,
	    heading->at, &parent->end);

	if (text_is_blank(heading->title_words))
		report(manuscript->diag, heading->at, empty_heading);
	section->title = heading->title;
	section->level = heading->level;
	section->kind_given = meaning.given;
	for (array_each(struct attribute_said, said, &heading->attributes))
		if (is_for_xml(said->name) ||
		    !section_set(reading, section, said->name, said->words, said->at))
			report(manuscript->diag, said->at, unknown_attribute, said->name,
			    nearest_attribute(manuscript->arena, said->name, WHOSE_SECTION));
	section_open(reading, section);
	if (section->kind == SECTION_theme || section_rows[section->kind].holds == HOLDS_ITSELF)
		section_itself(reading, section);
	*opened = (struct opened){ heading->level, section, NULL, &section->content };
}

static void
open_record(struct manuscript *manuscript, struct heading *heading, enum record_kind kind,
    struct opened *parent,
    struct opened *opened)
{
	const struct reading *reading = manuscript->reading;
	struct record *record = record_new(reading, parent->section, kind, heading->at,
	    &parent->end);

	record->form = FORM_FIELDS;
	for (array_each(struct attribute_said, said, &heading->attributes))
		if (is_for_xml(said->name) ||
		    !record_set(reading, record, said->name, said->words, said->at))
			report(manuscript->diag, said->at, unknown_attribute, said->name,
			    nearest_attribute(manuscript->arena, said->name, WHOSE_RECORD));
	record_set_title(reading, record, heading->title, heading->title ? heading->title->at
	    : heading->at);
	*opened = (struct opened){ heading->level, parent->section, record, &record->prose };
}

/* ---- what stands under a heading ---- */

bool
is_listed(const struct section *section)
{
	switch (section_rows[section->kind].kind) {
	case KIND_principle: case KIND_outcome: case KIND_priority: case KIND_recommendation:
	case KIND_appendix: case KIND_document: case KIND_post:
		return true;
	default:
		return false;
	}
}

/* "None." is said, and is no record. */
static bool
is_none(const struct syntax *node)
{
	struct text words = node->first ? node->first->words : TEXT("");

	return text_is(words, "None.") || text_is(words, "None");
}

/* One block as prose; what places a file is then filled: in a record, with no records. */
static void
read_prose(struct manuscript *manuscript, const struct opened *opened, const struct syntax *node,
    struct block ***end)
{
	struct block **before = *end;
	struct under under = { opened->section, opened->record, opened->level };

	read_block(manuscript, node, end, true);
	check_bold_title(manuscript, node, *before, opened->level);
	for (struct block *block = *before; block; block = block->next)
		if (block->kind == BLOCK_PLACE)
			place_file(manuscript->reading, &under, block);
}

/* Whether a run of blocks may still hold a list, or paragraphs, that are records. */
struct run_of_records { bool has_list, has_paragraph_records; };

static void
read_member(struct manuscript *manuscript, struct opened *opened, const struct syntax *node,
    struct run_of_records *run)
{
	struct section *section = opened->section;
	struct block ***end = &opened->end;

	if (node->kind == SYNTAX_TABLE) {
		section->form = FORM_ROWS;
		place_comments(manuscript, node->line, end);
		read_rows(manuscript, section, read_drawn(manuscript, node), end);
	} else if (node->kind == SYNTAX_LIST && run->has_list) {
		run->has_list = false;
		section->form = FORM_LIST;
		place_comments(manuscript, node->line, end);
		read_items(manuscript, section, node, end);
	} else if (node->kind == SYNTAX_PARAGRAPH && node->line >= 0 &&
	    run->has_paragraph_records && !is_none(node)) {
		section->form = FORM_LIST;
		place_comments(manuscript, node->line, end);
		read_paragraph_record(manuscript, section, node, end);
	} else {
		struct block **before = *end;

		check_nameless_fields(manuscript, section, node, opened->level);
		read_prose(manuscript, opened, node, end);
		check_untaken(manuscript, section, *before,
		    !run->has_list && section->form != FORM_LIST);
	}
}

/* The blocks of a section of records up to the next heading. */
static void
read_members(struct manuscript *manuscript, struct opened *opened, const struct syntax *from,
    const struct syntax *to)
{
	const struct section *section = opened->section;
	struct run_of_records run = { 0 };

	for (const struct syntax *node = from; node != to; node = node->next)
		run.has_list |= node->kind == SYNTAX_LIST && is_listed(section);
	run.has_paragraph_records = !run.has_list && section->kind == SECTION_recommendations;
	for (const struct syntax *node = from; node != to; node = node->next)
		read_member(manuscript, opened, node, &run);
}

/* The blocks of a record: its fields, then prose. */
static void
read_record(struct manuscript *manuscript, struct opened *opened, const struct syntax *from,
    const struct syntax *to)
{
	struct record *record = opened->record;

	if (from != to && from->kind == SYNTAX_LIST && !from->ordered) {
		place_comments(manuscript, from->line, &opened->end);
		read_fields(manuscript, record, from, opened->section->title_words);
		from = from->next;
	}
	for (const struct syntax *node = from; node != to; node = node->next) {
		check_loose_fields(manuscript, record, node);
		read_prose(manuscript, opened, node, &opened->end);
	}
	record_done(manuscript->reading, record);
}

/* The blocks of a section, or of what stands before the first. */
static void
read_content(struct manuscript *manuscript, struct opened *opened, const struct syntax *from,
    const struct syntax *to)
{
	struct section *section = opened->section;

	if (section && section->itself && from != to && from->kind == SYNTAX_LIST &&
	    !from->ordered) {
		read_fields(manuscript, section->itself, from, section->title_words);
		from = from->next;
	}
	if (section && section->itself)
		record_done(manuscript->reading, section->itself);
	if (section && section_holds_kind(section) != KIND_none) {
		read_members(manuscript, opened, from, to);
		return;
	}
	if (section && section->kind == SECTION_text && !section->kind_given && from != to)
		check_lost_fields(manuscript, from);
	for (const struct syntax *node = from; node != to; node = node->next)
		read_prose(manuscript, opened, node, &opened->end);
}

/* ---- closing ---- */

static void
close(struct manuscript *manuscript, const struct opened *opened)
{
	if (opened->record)
		record_close(manuscript->reading, opened->record);
	else if (opened->section)
		section_close(manuscript->reading, opened->section);
}

/* ---- the walk ---- */

/* The level of a heading as it counts here: of a part, shifted; at least 2. */
static void
check_level(struct manuscript *manuscript, struct heading *heading, int parent_level)
{
	static const char marks[] = "######";

	if (heading->level == 1)
		report(manuscript->diag, heading->at, second_title);
	heading->level += manuscript->shift;
	if (heading->level < 2)
		heading->level = 2;
	if (heading->level > DEEPEST_HEADING) {
		report(manuscript->diag, heading->at, too_deep, TEXT("this heading"),
		    text_number(manuscript->arena, DEEPEST_HEADING));
		heading->level = DEEPEST_HEADING;
	}
	if (heading->level > parent_level + 1)
		report(manuscript->diag, heading->at, skipped_level,
		    text_slice(text_of(marks), 0, (size_t)(parent_level + 1 - manuscript->shift)));
}

static const struct syntax *
next_heading(const struct syntax *node)
{
	while (node && node->kind != SYNTAX_HEADING)
		node = node->next;
	return node;
}

/*
 * The blocks of what was opened last, up to the next heading, which is
 * returned. placed: of a part, within what was opened elsewhere.
 */
static const struct syntax *
read_run(struct manuscript *manuscript, struct opened *opened, const struct syntax *from,
    bool placed)
{
	const struct syntax *to = next_heading(from);

	if (placed && section_holds_kind(opened->section) == KIND_none)
		for (const struct syntax *node = from; node != to; node = node->next)
			read_prose(manuscript, opened, node, &opened->end);
	else if (placed && !opened->record)
		read_members(manuscript, opened, from, to);
	else if (opened->record)
		read_record(manuscript, opened, from, to);
	else
		read_content(manuscript, opened, from, to);
	place_comments(manuscript, to ? to->line : INT_MAX, &opened->end);
	return to;
}

void
read_sections(struct manuscript *manuscript, const struct under *under, const struct syntax *first,
    struct block ***end)
{
	struct opened stack[DEEPEST_HEADING + 2];
	int depth = 0;
	const struct syntax *node;

	stack[0] = (struct opened){ under->level, under->section, under->record, *end };
	node = read_run(manuscript, &stack[0], first, under->section != NULL);
	while (node) {
		struct heading heading = read_heading(manuscript, node);
		struct meaning meaning;

		while (depth > 0 && stack[depth].level >= heading.level + manuscript->shift)
			close(manuscript, &stack[depth--]);
		check_level(manuscript, &heading, stack[depth].level);
		while (depth > 0 && stack[depth].level >= heading.level)
			close(manuscript, &stack[depth--]);
		meaning = meaning_of(manuscript, &heading, &stack[depth]);
		if (meaning.record != KIND_none)
			open_record(manuscript, &heading, meaning.record, &stack[depth],
			    &stack[depth + 1]);
		else
			open_section(manuscript, &heading, meaning, &stack[depth],
			    &stack[depth + 1]);
		depth++;
		node = read_run(manuscript, &stack[depth], node->next, false);
	}
	while (depth > 0)
		close(manuscript, &stack[depth--]);
	*end = stack[0].end;
}
