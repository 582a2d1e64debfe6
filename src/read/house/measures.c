/* SPDX-License-Identifier: MIT */
/*
 * Whether a page can be made of the lengths of a style: its size, what the
 * margins leave of it, sizes of type, and what stands round words.
 *
 * Each is judged after the last of the chain, and told where the style names
 * the section last: a margin alone is not wrong, but with the other one.
 */
#include "model/length.h"
#include "read/house/style.h"

enum {
	PAGE_MOST = POINTS(14400),	/* ISO 19005-3, 6.1.13 */
	TEXT_LEAST = POINTS(150),	/* 53 mm */
	TYPE_LEAST = POINTS(4), TYPE_MOST = POINTS(200),
	WEB_LEAST = 500, WEB_MOST = 20000,	/* thousandths of a rem */
	PAD_MOST = POINTS(72), NOTE_RULE_MOST = POINTS(144)
};

static const char margins_help[] = "make the margins smaller, or the page larger";

static void
check_page(struct styling *styling, const struct tokens *look)
{
	length width = look->width - look->left - look->right;
	length height = look->height - look->top - look->bottom;

	if (look->width > PAGE_MOST || look->height > PAGE_MOST)
		refuse_style(styling, styling->page_at, TEXT("write millimetres: A4 is 210 by 297"),
		    "a side of a page has at most 5,080 mm");
	else if (width < TEXT_LEAST)
		refuse_style(styling, styling->page_at, text_of(margins_help),
		    "between the margins are %d mm for the text, and 53 are the least",
		    (int)((int64_t)width * 254 / 720000));
	else if (height < TEXT_LEAST)
		refuse_style(styling, styling->page_at, text_of(margins_help),
		    "between the top and the bottom are %d mm for the text, and 53 are the least",
		    (int)((int64_t)height * 254 / 720000));
}

static void
check_type(struct styling *styling, const struct tokens *look, int row)
{
	const struct type_row *type = &look->type[row];
	int32_t size = look->web_type[row].size, line = look->web_type[row].line;

	if (type->size < TYPE_LEAST || type->size > TYPE_MOST || size < WEB_LEAST ||
	    size > WEB_MOST)
		refuse_style(styling, styling->type_at, TEXT(""),
		    "%s is no size that can be read: from 4 to 200 points, "
		    "on the web from 0.5 to 20 rem",
		    type_style_names[row]);
	else if (type->leading < type->size / 5 * 4 || line < 800)
		refuse_style(styling, styling->type_at, TEXT(""),
		    "the lines of %s would run into each other: "
		    "their distance is at least 0.8 of the size",
		    type_style_names[row]);
}

static bool
has_face(const struct tokens *look, struct text family)
{
	for (size_t i = 0; i < look->faces.count; i++)
		if (text_equal(look->faces.at[i].family, family))
			return true;
	return false;
}

static void
check_families(struct styling *styling, const struct tokens *look)
{
	const struct text families[] = { look->text_family, look->display_family };

	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (!has_face(look, families[i]))
			refuse_style(styling, styling->font_at,
			    TEXT("list a file of it under `faces`: "
			         "{family: …, weight: 400, file: …}"),
			    "no face of the family \"%.*s\" is named", TEXT_ARGS(families[i]));
}

void
check_measures(struct styling *styling)
{
	const struct tokens *look = &styling->style->look;
	size_t before = styling->diag->reports.count;

	check_page(styling, look);
	for (int row = 0; row < STYLE_COUNT; row++)
		check_type(styling, look, row);
	check_families(styling, look);
	if (look->table.pad_x > PAD_MOST || look->table.pad_y > PAD_MOST)
		refuse_style(styling, styling->table_at, TEXT(""),
		    "words would stand more than 72 points from the edge of their cell");
	if (look->space[SPACE_note_edge] + look->space[SPACE_note_rule_above] +
	    look->space[SPACE_note_rule_below] > NOTE_RULE_MOST)
		refuse_style(styling, styling->space_at, TEXT(""),
		    "the rule above foot-notes would take more than 144 points of a page");
	styling->style->unusable |= styling->diag->reports.count > before;
}
