/* SPDX-License-Identifier: MIT */
/*
 * The list of a document's appendices. Each has a number, also one that the
 * public may not read, so that an appendix is called the same in every
 * edition; one of an appendix is numbered under it.
 *
 * A document of the corpus stands whole behind the list's own (structure.c);
 * what is from outside is named here alone.
 */
#include "structure/chapters/chapters.h"

/* ---- numbers ---- */

static struct text
label_of_number(struct builder *b, struct text number)
{
	return replace_mark(b->arena, b->style->appendix, "{n}", number);
}

struct text
appendix_label(struct builder *b, size_t enclosure)
{
	struct text number = b->appendix_numbers[enclosure];

	return number.length > 0 ? label_of_number(b, number) : TEXT("");
}

static struct text
next_number(struct builder *b)
{
	struct text of = b->appendix_numbers[b->enclosure];
	struct text number = text_number(b->arena, ++b->appendix_number);

	return of.length == 0 ? number :
	    text_format(b->arena, "%.*s.%.*s", TEXT_ARGS(of), TEXT_ARGS(number));
}

/* Gives the next number to an appendix, and to the document that stands as it. */
static struct text
number_appendix(struct builder *b, const struct record *record)
{
	struct text number = next_number(b);

	for (size_t i = 0; i < b->enclosed.count; i++)
		if (b->enclosed.at[i].as == record)
			b->appendix_numbers[i] = number;
	return label_of_number(b, number);
}

/* ---- the list ---- */

/* Exempt rows that say the same were left out together: each of them is an appendix. */
static void
build_removed_appendices(struct builder *b, struct node *list, const struct removed *removed)
{
	struct removed one = *removed;

	one.rows = 0;
	for (int i = 0; i < removed->rows || i == 0; i++) {
		struct node *item = tree_add(b->tree, list, TAG_LI, LOOK_plain), *body;

		build_text(b, item, TAG_LBL, LOOK_plain, label_of_number(b, next_number(b)));
		body = tree_add(b->tree, item, TAG_LBODY, LOOK_plain);
		build_text(b, body, TAG_P, LOOK_plain,
		    one.title.length > 0 ? one.title : phrase(b, "exempt-title"));
		build_removed_words(b, tree_add(b->tree, body, TAG_P, LOOK_plain), &one);
	}
}

static struct node *
begin_list(struct builder *b, struct node *sect)
{
	struct node *list = tree_add(b->tree, sect, TAG_L, LOOK_plain);

	list->ordered = true;
	return list;
}

/*
 * Those among blocks, also what a file placed, in one list as long as nothing
 * stands between them.
 */
static struct node *
build_list_of(struct builder *b, struct node *sect, const struct block *block, struct node *list)
{
	for (; block; block = block->next) {
		bool is_listed = block->kind == BLOCK_RECORD || block->kind == BLOCK_REMOVED;

		if (is_listed && !list)
			list = begin_list(b, sect);
		if (block->kind == BLOCK_RECORD)
			build_item(b, list, block->record, number_appendix(b, block->record));
		else if (block->kind == BLOCK_REMOVED)
			build_removed_appendices(b, list, block->removed);
		else if (block->kind == BLOCK_PLACE)
			list = build_list_of(b, sect, block->first, list);
		else if (block->kind != BLOCK_COMMENT)
			list = NULL;
		if (block->kind == BLOCK_SECTION)
			build_section(b, sect, block->section);
		else if (!list && block->kind != BLOCK_PLACE)
			build_block(b, sect, block);
	}
	return list;
}

void
build_appendices(struct builder *b, struct node *sect, const struct section *section)
{
	if (section->view)
		build_content(b, sect, section);
	else
		build_list_of(b, sect, section->content, NULL);
}
