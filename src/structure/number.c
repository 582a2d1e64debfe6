/* SPDX-License-Identifier: MIT */
/*
 * Numbers that the program gives: of sections, of a report's paragraphs, of
 * tables and figures. A number is text of the tree, in a span of its own, so
 * that paper and screen show the same; where it hangs is the look's business.
 *
 * The title is the one heading of level 1; a section is of level 2, and deeper
 * ones follow without a gap (ISO 14289-1, 7.4.2).
 */
#include "structure/builder.h"

enum { TOP_LEVEL = 2, DEEPEST = 6 };

static void
add_number(struct builder *b, struct node *heading, struct text number)
{
	build_text(b, heading, TAG_SPAN, LOOK_number, number);
	tree_text(b->tree, heading, TEXT(" "));
}

/* The number of a section by the document's scheme; empty: it has none. */
static struct text
next_number(struct builder *b, const struct section *section)
{
	struct text form = b->style->level_1.length > 0 ? b->style->level_1 : TEXT("{n}");

	if (!section_is_numbered(section, b->numbering))
		return TEXT("");
	if (section->level == TOP_LEVEL) {
		b->section_number++;
		b->part_number = b->paragraph_number = 0;
		if (b->numbering == NUMBERING_PARAGRAPHS)
			return text_format(b->arena, "%d.0", b->section_number);
		return text_trim(replace_mark(b->arena, form, "{n}",
		    text_number(b->arena, b->section_number)));
	}
	if (section->level == TOP_LEVEL + 1 && b->numbering == NUMBERING_SECTIONS &&
	    b->section_number > 0)
		return text_format(b->arena, "%d.%d", b->section_number, ++b->part_number);
	return TEXT("");
}

int
heading_level(const struct builder *b, int level)
{
	return level + b->shift < DEEPEST ? level + b->shift : DEEPEST;
}

struct node *
build_heading(struct builder *b, struct node *sect, const struct section *section)
{
	enum numbering numbering = b->numbering;
	struct node *heading = tree_add(b->tree, sect, TAG_H, LOOK_plain);
	struct text number = next_number(b, section);

	heading->level = heading_level(b, section->level);
	heading->from = &section->at;
	if (number.length > 0)
		add_number(b, heading, number);
	else
		heading->look = LOOK_unnumbered;
	b->numbering = NUMBERING_NONE;
	build_spans(b, heading, section->title);
	b->numbering = numbering;
	return heading;
}

struct node *
build_plain_heading(struct builder *b, struct node *sect, int level, struct text words)
{
	struct node *heading = build_text(b, sect, TAG_H, LOOK_unnumbered, words);

	heading->level = heading_level(b, level);
	return heading;
}

struct node *
build_caption(struct builder *b, struct node *of, const char *phrase_name, int number)
{
	struct node *caption = tree_add(b->tree, of, TAG_CAPTION, LOOK_plain);

	build_text(b, caption, TAG_SPAN, LOOK_table_label,
	    phrase_with(b, phrase_name, text_number(b->arena, number), TEXT("")));
	tree_text(b->tree, caption, TEXT(" "));
	return caption;
}

struct node *
build_paragraph(struct builder *b, struct node *parent, const struct place *at)
{
	struct node *paragraph = tree_add(b->tree, parent, TAG_P, LOOK_plain);

	paragraph->from = at;
	if (b->section_number == 0 || !b->section ||
	    !section_counts_paragraphs(b->section, b->numbering))
		return paragraph;
	paragraph->look = LOOK_numbered;
	add_number(b, paragraph,
	    text_format(b->arena, "%d.%d", b->section_number, ++b->paragraph_number));
	return paragraph;
}
