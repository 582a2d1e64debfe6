/* SPDX-License-Identifier: MIT */
/*
 * Pictures: images inside the file, the program's own drawings as SVG, and the
 * marks of status and direction (16 by 16 units, in the colour of their word).
 */
#include "model/marks.h"
#include "model/picture.h"
#include "write/html/page.h"

static void
put_base64(struct buffer *out, struct text bytes)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < bytes.length; i += 3) {
		uint32_t group = 0;
		size_t have = bytes.length - i < 3 ? bytes.length - i : 3;

		for (size_t k = 0; k < 3; k++)
			group = group << 8 | (k < have ? (unsigned char)bytes.s[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			buffer_byte(out, k <= have ? digits[group >> (18 - 6 * k) & 63] : '=');
	}
}

static void
put_image(struct html *html, const struct node *figure)
{
	const struct image *image = figure->image;

	buffer_format(&html->out, "<img width=\"%d\" height=\"%d\" alt=\"", image->width,
	    image->height);
	if (!figure->decorative)
		buffer_escaped(&html->out, figure->spoken);
	buffer_format(&html->out, "\" src=\"data:image/%s;base64,", image->jpeg ? "jpeg" : "png");
	put_base64(&html->out, image->bytes);
	buffer_string(&html->out, "\">");
}

/* ---- outlines ---- */

static void
put_length(struct html *html, const char *before, length value)
{
	buffer_string(&html->out, before);
	buffer_thousandths(&html->out, value);
}

static void
put_colour(struct html *html, const char *name, enum colour colour)
{
	buffer_format(&html->out, " %s=\"", name);
	if (colour == COLOUR_NONE) {
		buffer_string(&html->out, "none\"");
		return;
	}
	buffer_string(&html->out, "var(--");
	buffer_name(&html->out, colour_names[colour]);
	buffer_string(&html->out, ")\"");
}

/* The path itself, from a corner; it ends its element. */
static void
put_outline(struct html *html, const struct shape *shape, length x, length y)
{
	const struct point *point = shape->points;

	buffer_string(&html->out, " d=\"");
	for (int i = 0; i < shape->verb_count; i++) {
		int points = path_points(shape->verbs[i]);

		buffer_byte(&html->out, "MLCZ"[shape->verbs[i]]);
		for (; points > 0; points--, point++) {
			put_length(html, " ", x + point->x);
			put_length(html, " ", y + point->y);
		}
	}
	buffer_string(&html->out, "\"/>");
}

/*
 * A mark has the colour of its word, whatever the screen makes of it; what is
 * cut out has the ground's.
 */
static void
put_mark_colour(struct html *html, const char *name, enum colour colour)
{
	buffer_format(&html->out, " %s=\"%s\"", name, colour == COLOUR_NONE ? "none" :
	    colour == COLOUR_paper ? "var(--paper)" : "currentColor");
}

static void
put_mark_shape(struct html *html, const struct shape *shape)
{
	buffer_string(&html->out, "<path");
	put_mark_colour(html, "fill", shape->fill);
	if (shape->stroke != COLOUR_NONE) {
		put_mark_colour(html, "stroke", shape->stroke);
		put_length(html, " stroke-width=\"", shape->width);
		buffer_string(&html->out,
		    shape->round ? "\" stroke-linecap=\"round\" stroke-linejoin=\"round\"" : "\"");
	}
	put_outline(html, shape, 0, 0);
}

void
put_mark(struct html *html, enum mark mark)
{
	const struct emblem *emblem = &mark_rows[mark].emblem;

	if (mark == MARK_NONE)
		return;
	buffer_string(&html->out, "<svg aria-hidden=\"true\" viewBox=\"0 0 ");
	put_length(html, "", emblem->width);
	put_length(html, " ", emblem->height);
	buffer_string(&html->out, "\">");
	for (size_t i = 0; i < emblem->shapes.count; i++)
		put_mark_shape(html, &emblem->shapes.at[i]);
	buffer_string(&html->out, "</svg>");
}

/* ---- pictures that the program draws ---- */

static void
put_path(struct html *html, const struct box *box)
{
	const struct shape *shape = box->shape;

	buffer_string(&html->out, "<path");
	put_colour(html, "fill", shape->fill);
	if (shape->stroke != COLOUR_NONE) {
		put_colour(html, "stroke", shape->stroke);
		put_length(html, " stroke-width=\"", shape->width);
		buffer_byte(&html->out, '"');
	}
	if (shape->dash[0] > 0) {
		put_length(html, " stroke-dasharray=\"", shape->dash[0]);
		put_length(html, " ", shape->dash[1]);
		buffer_byte(&html->out, '"');
	}
	put_outline(html, shape, box->x, box->y);
}

/* In the width that it has on paper, whatever font a browser takes. */
static void
put_words(struct html *html, const struct box *box)
{
	int weight = html->drawings->faces[box->pieces[0].shaped->face]->weight;

	put_length(html, "<text x=\"", box->x);
	put_length(html, "\" y=\"", box->y);
	put_length(html, "\" font-size=\"", box->height);
	put_length(html, "\" textLength=\"", box->width);
	buffer_string(&html->out, "\" lengthAdjust=\"spacingAndGlyphs\"");
	if (weight != 400)
		buffer_format(&html->out, " font-weight=\"%d\"", weight);
	put_colour(html, "fill", box->colour);
	buffer_byte(&html->out, '>');
	for (int i = 0; i < box->piece_count; i++)
		buffer_escaped(&html->out, box->pieces[i].shaped->words);
	buffer_string(&html->out, "</text>");
}

static void
put_drawing(struct html *html, const struct drawing *drawing)
{
	put_length(html, "\n<svg aria-hidden=\"true\" viewBox=\"0 0 ", drawing->width);
	put_length(html, " ", drawing->height);
	buffer_string(&html->out, "\">");
	for (array_each(const struct box, box, &drawing->boxes))
		if (box->kind == BOX_PATH)
			put_path(html, box);
		else if (box->kind == BOX_TEXT && box->piece_count > 0)
			put_words(html, box);
	buffer_string(&html->out, "</svg>");
}

/* A picture of several records is found by the id of each, as in the PDF. */
static void
put_further_ids(struct html *html, const struct node *figure)
{
	const struct map *ids = &html->tree->ids;

	for (size_t i = 0; i < ids->count; i++) {
		if (ids->entries[i].value != figure || text_equal(ids->entries[i].key, figure->id))
			continue;
		buffer_string(&html->out, "<span");
		put_attribute(html, "id", ids->entries[i].key);
		buffer_string(&html->out, "></span>");
	}
}

/*
 * One image to those who hear it, and one alternative text. Where a screen is
 * too narrow to read the drawing, the sheet shows that text in its place.
 */
static void
put_picture(struct html *html, const struct node *figure)
{
	buffer_string(&html->out, "\n<div class=\"picture\" role=\"img\"");
	put_attribute(html, "aria-label", figure->spoken);
	buffer_byte(&html->out, '>');
	put_further_ids(html, figure);
	for (array_each(const struct drawing, part, &html->drawings->of[figure->index]))
		put_drawing(html, part);
	buffer_string(&html->out, "\n<div class=\"in-words\" aria-hidden=\"true\">");
	for (size_t i = 0; i < figure->picture->says.count; i++) {
		buffer_string(&html->out, "<p>");
		buffer_escaped(&html->out, figure->picture->says.at[i]);
		buffer_string(&html->out, "</p>");
	}
	buffer_string(&html->out, "</div></div>");
}

static void
put_caption(struct html *html, const struct node *figure)
{
	if (!figure->first || figure->first->tag != TAG_CAPTION)
		return;
	buffer_string(&html->out, "<figcaption>");
	put_children(html, figure->first);
	buffer_string(&html->out, "</figcaption>");
}

void
put_figure(struct html *html, const struct node *figure)
{
	buffer_string(&html->out, "\n<figure");
	put_attributes(html, figure, NULL);
	buffer_byte(&html->out, '>');
	put_caption(html, figure);
	if (figure->image)
		put_image(html, figure);
	if (figure->picture)
		put_picture(html, figure);
	buffer_string(&html->out, "</figure>");
}
