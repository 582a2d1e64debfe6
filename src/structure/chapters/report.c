/* SPDX-License-Identifier: MIT */
/*
 * Recommendations, which stand in a box; what a document says of its own
 * status; and the structure of a service as a nested list.
 */
#include "structure/chapters/chapters.h"
#include "structure/pictures.h"

/* "(a)", "(b)", … or "1", "2", … as the style's phrase has {a} or {n}. */
static struct text
recommendation_label(struct builder *b, int number)
{
	enum { LETTERS = 26 };
	struct text digits = text_number(b->arena, number), letters = TEXT("");

	for (int left = number; left > 0; left = (left - 1) / LETTERS)
		letters =
		    text_format(b->arena, "%c%.*s", 'a' + (left - 1) % LETTERS, TEXT_ARGS(letters));
	return replace_mark(b->arena, phrase_with(b, "recommendation", digits, TEXT("")), "{a}",
	    letters);
}

static int
count_recommendations(const struct section *section)
{
	int count = 0;

	for (const struct block *block = section->content; block; block = block->next)
		count += block->kind == BLOCK_RECORD;
	return count;
}

/* The only recommendation is a paragraph, and has no number. */
static void
build_only_one(struct builder *b, struct node *parent, const struct record *record)
{
	struct node *list = tree_add(b->tree, parent, TAG_DIV, LOOK_plain);
	const struct value *text = record_value(record, ROLE_text),
	                   *title = record_value(record, ROLE_title);
	const struct value *delegates = record_value(record, ROLE_delegates_to);

	name_record_node(b, list, record, record->section);
	note_shown(b, record);
	mark_exempt_record(b, list, record);
	if (title && title->content)
		build_text(b, tree_add(b->tree, list, TAG_P, LOOK_plain), TAG_SPAN, LOOK_strong,
		    title->plain);
	if (text)
		build_blocks(b, list, text->content);
	if (delegates && delegates->content) {
		struct node *line = tree_add(b->tree, list, TAG_P, LOOK_plain);

		build_text(b, line, TAG_SPAN, LOOK_muted,
		    text_format(b->arena,
		        "%.*s: ", TEXT_ARGS(label_of(b, delegates->field, TEXT("")))));
		build_inside(b, line, delegates->content);
	}
	build_blocks(b, list, record->prose);
}

/*
 * Recommendations from one block on, as a list that its numbers run through;
 * the first block that is none.
 */
static const struct block *
build_recommended(struct builder *b, struct node *parent, const struct block *block, int *number)
{
	struct node *list = tree_add(b->tree, parent, TAG_L, LOOK_plain);

	list->ordered = true;
	for (; block && block->kind == BLOCK_RECORD; block = block->next)
		build_item(b, list, block->record, recommendation_label(b, ++*number));
	return block;
}

void
build_recommendations(struct builder *b, struct node *sect, const struct section *section)
{
	enum numbering numbering = b->numbering;
	bool is_one = count_recommendations(section) == 1;
	int number = 0;

	b->numbering = NUMBERING_NONE;
	for (const struct block *block = section->content; block;) {
		if (block->kind == BLOCK_RECORD && !is_one) {
			block = build_recommended(b, sect, block, &number);
			continue;
		}
		if (block->kind == BLOCK_RECORD)
			build_only_one(b, sect, block->record);
		else if (block->kind == BLOCK_SECTION)
			build_section(b, sect, block->section);
		else
			build_block(b, sect, block);
		block = block->next;
	}
	b->numbering = numbering;
}

/* True where the author has a field of that label. */
static bool
has_label(const struct record *record, struct text label)
{
	for (size_t i = 0; i < record->values.count; i++)
		if (name_equal(record->values.at[i]->label, label))
			return true;
	return false;
}

/* How the document stands is said first: it is known from its front matter. */
void
build_document_status(struct builder *b, struct node *sect, const struct section *section)
{
	size_t due = notes_due(b);

	if (section->itself) {
		struct pairs pairs = begin_pairs(b, sect, LOOK_form_table);

		if (!has_label(section->itself, phrase(b, "key-status")))
			build_facts_of(b, &pairs, TEXT("status"));
		build_fields(b, &pairs, section->itself);
		build_notes_row(b, pairs.body, pairs.table->columns, due);
		end_pairs(&pairs);
	}
	build_content(b, sect, section);
}

/* ---- document status and history of versions ---- */

static const struct section *
plain_section(const struct block *block, enum section_kind kind)
{
	const struct section *section =
	    block && block->kind == BLOCK_SECTION ? block->section : NULL;
	bool is_plain = section && section->kind == kind && !section->view &&
	    !section->exemption.exempt && !section->exemption.confidential &&
	    section->language.length == 0;

	return is_plain ? section : NULL;
}

bool
begins_status_and_versions(const struct builder *b, const struct block *block)
{
	const struct section *first = plain_section(block, SECTION_versions);
	enum section_kind other = first ? SECTION_document_status : SECTION_versions;

	if (!first)
		first = plain_section(block, SECTION_document_status);
	return b->document->kind == DOCUMENT_plan && first && plain_section(block->next, other) &&
	    phrase(b, "status-and-versions").length > 0;
}

/* A part of the one section, under its author's title. */
static void
build_part(struct builder *b, struct node *sect, const struct section *section)
{
	struct node *part = tree_add(b->tree, sect, TAG_SECT, LOOK_plain);

	b->section = section;
	part->landscape = section->landscape;
	tree_name(b->tree, part, section_id_here(b, section));
	build_plain_heading(b, part, section->level + 1, section->title_words)->from = &section->at;
	build_chapter(b, part, section);
}

/* Status first; numbered, since it is a section like others. */
void
build_status_and_versions(struct builder *b, struct node *parent, const struct block *block)
{
	const struct section *first = block->section, *second = block->next->section,
	                     *outer = b->section;
	struct span title = { .kind = SPAN_TEXT, .words = phrase(b, "status-and-versions") };
	struct section both = { .kind = SECTION_text, .at = first->at, .level = first->level,
		.title = &title, .title_words = title.words, .document = first->document };
	struct node *sect = tree_add(b->tree, parent, TAG_SECT, LOOK_plain);
	bool is_status = first->kind == SECTION_document_status;

	sect->new_page = first->new_page;
	tree_name(b->tree, sect, id_here(b, b->document, text_slug(b->arena, title.words)));
	b->section = &both;
	build_heading(b, sect, &both)->from = &first->at;
	build_part(b, sect, is_status ? first : second);
	build_part(b, sect, is_status ? second : first);
	b->section = outer;
}

void
build_structure(struct builder *b, struct node *sect, const struct section *section)
{
	for (const struct block *block = section->content; block;) {
		if (block->kind == BLOCK_RECORD) {
			block = build_posts_picture(b, sect, section, block);
			continue;
		}
		if (block->kind == BLOCK_SECTION)
			build_section(b, sect, block->section);
		else
			build_block(b, sect, block);
		block = block->next;
	}
}

/* ---- signatures ---- */

static void
build_signature(struct builder *b, struct node *sect, const struct block *who)
{
	struct node *name = tree_add(b->tree, sect, TAG_P, LOOK_plain), *field;

	name->keep = true;
	build_inside(b, name, who);
	field = tree_add(b->tree, sect, TAG_FORM, LOOK_plain);
	field->spoken = phrase_with(b, "signature-of", node_words(b->arena, name), TEXT(""));
	tree_name(b->tree, field, TEXT("signature"));
}

void
build_signatures(struct builder *b)
{
	const struct fact *fact = document_fact(b->document, "signatories");
	const struct block *content = fact ? fact->value.content : NULL;
	struct node *sect;

	if (!content)
		return;
	sect = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_plain);
	tree_name(b->tree, sect, TEXT("signatures"));
	build_plain_heading(b, sect, 2, phrase(b, "signatures"));
	if (content->kind != BLOCK_LIST) {
		build_signature(b, sect, content);
		return;
	}
	for (const struct block *item = content->first; item; item = item->next)
		build_signature(b, sect, item->first);
}
