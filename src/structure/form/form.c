/* SPDX-License-Identifier: MIT */
/*
 * A record as a form: its name, then label and value one below the other, in
 * the order of the style (fields.c), and its prose after that.
 */
#include "structure/records.h"

/* ---- its name ---- */

static struct text
head_words(const struct builder *b, const struct record *record)
{
	struct text head = b->style->kinds[record->kind].head;
	struct text theme = record->theme ? record->theme->title_words : TEXT("");
	struct text section = b->section ? b->section->title_words : TEXT("");

	if (head.length == 0)
		return record->title;
	head = replace_mark(b->arena, head, "{title}", record->title);
	head = replace_mark(b->arena, head, "{theme}", theme);
	head = replace_mark(b->arena, head, "{ref}", ref_of(record));
	return replace_mark(b->arena, head, "{section}", section);
}

static void
build_kicker(struct builder *b, struct node *sect, const struct record *record)
{
	struct text kind = kind_phrase(b, "kind", kind_rows[record->kind].name);
	struct node *kicker = tree_add(b->tree, sect, TAG_P, LOOK_kicker);

	tree_text(b->tree, kicker, kind);
	if (record->theme)
		tree_text(b->tree, kicker,
		    text_format(b->arena, " · %.*s", TEXT_ARGS(record->theme->title_words)));
}

/* The same name in other languages, below the heading. */
static void
build_other_names(struct builder *b, struct node *sect, const struct record *record)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];
		struct node *line;

		if (value->field->role != ROLE_title || value->language.length == 0 ||
		    !value->content)
			continue;
		line = tree_add(b->tree, sect, TAG_P, LOOK_hint);
		line->language = value->language;
		build_inside(b, line, value->content);
	}
}

static void
build_form_head(struct builder *b, struct node *sect, const struct section *section,
    const struct record *record)
{
	struct node *heading = tree_add(b->tree, sect, TAG_H, LOOK_form_title);
	const struct value *title = record_value(record, ROLE_title);
	struct text id = ref_of(record);

	heading->level = heading_level(b, section->level + 1);
	heading->from = &record->at;
	if (b->style->kinds[record->kind].head.length == 0 && title && title->content)
		build_inside(b, heading, title->content);
	else
		tree_text(b->tree, heading, head_words(b, record));
	if (id.length > 0) {
		tree_text(b->tree, heading, TEXT(" "));
		build_text(b, heading, TAG_SPAN, LOOK_form_id, id);
	}
	build_other_names(b, sect, record);
}

void
build_form(struct builder *b, struct node *parent, const struct section *section,
    const struct record *record)
{
	struct node *sect = tree_add(b->tree, parent, TAG_SECT, LOOK_form);
	const struct exemption *exemption = exemption_of(record);
	size_t due = notes_due(b);
	struct pairs pairs;

	name_record_node(b, sect, record, record->section);
	note_shown(b, record);
	mark_exempt_record(b, sect, record);
	build_kicker(b, sect, record);
	build_form_head(b, sect, section, record);
	if (exemption)
		build_exempt_box(b, sect, exemption);
	pairs = begin_pairs(b, sect, LOOK_form_table);
	build_fields(b, &pairs, record);
	build_serving_pair(b, &pairs, record);
	build_notes_row(b, pairs.body, pairs.table->columns, due);
	end_pairs(&pairs);
	if (has_milestone_table(b, record))
		build_milestone_table(b, sect, record);
	build_blocks(b, sect, record->prose);
	place_notes(b, sect, due);
}
