/* SPDX-License-Identifier: MIT */
/*
 * Pictures: images inside the file, the program's own drawings as SVG, and the
 * marks of status and direction (16 by 16 units, in the colour of their word).
 */
#include "model/marks.h"
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

/* ---- the program's own drawings ---- */

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
	for (const char *s = colour_names[colour]; *s; s++)
		buffer_byte(&html->out, *s == '_' ? '-' : *s);
	buffer_string(&html->out, ")\"");
}

/* The path itself, which ends its element. */
static void
put_outline(struct html *html, const struct shape *shape)
{
	const struct point *point = shape->points;

	buffer_string(&html->out, " d=\"");
	for (int i = 0; i < shape->verb_count; i++) {
		int points = shape->verbs[i] == PATH_CURVE ? 3 : shape->verbs[i] == PATH_CLOSE ? 0 : 1;

		buffer_byte(&html->out, "MLCZ"[shape->verbs[i]]);
		for (; points > 0; points--, point++) {
			put_length(html, " ", point->x);
			put_length(html, " ", point->y);
		}
	}
	buffer_string(&html->out, "\"/>");
}

static void
put_path(struct html *html, const struct shape *shape)
{
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
	put_outline(html, shape);
}

/* A mark has the colour of its word, whatever the screen makes of it; what is cut out has the ground's. */
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
	put_outline(html, shape);
}

void
put_mark(struct html *html, enum mark mark)
{
	const struct picture *picture = &mark_rows[mark].picture;

	if (mark == MARK_NONE)
		return;
	buffer_string(&html->out, "<svg aria-hidden=\"true\" viewBox=\"0 0 ");
	put_length(html, "", picture->width);
	put_length(html, " ", picture->height);
	buffer_string(&html->out, "\">");
	for (size_t i = 0; i < picture->shapes.count; i++)
		put_mark_shape(html, &picture->shapes.at[i]);
	buffer_string(&html->out, "</svg>");
}

static void
put_label(struct html *html, const struct shape *shape)
{
	static const char *const anchors[] = {[SET_LEFT] = "start",
	    [SET_RIGHT] = "end",
	    [SET_CENTRE] = "middle",
	    [SET_NUMBER] = "end"};

	put_length(html, "<text x=\"", shape->at.x);
	put_length(html, "\" y=\"", shape->at.y);
	put_length(html, "\" font-size=\"", html->style->look.type[shape->style].size);
	buffer_format(&html->out, "\" font-weight=\"%d\" text-anchor=\"%s\"", shape->weight,
	    anchors[shape->anchor]);
	put_colour(html, "fill", shape->fill == COLOUR_NONE ? COLOUR_ink : shape->fill);
	buffer_byte(&html->out, '>');
	buffer_escaped(&html->out, shape->words);
	buffer_string(&html->out, "</text>");
}

static void
put_picture(struct html *html, const struct node *figure)
{
	const struct picture *picture = figure->picture;

	buffer_string(&html->out, "<svg role=\"img\"");
	put_attribute(html, "aria-label", figure->spoken);
	put_length(html, " viewBox=\"0 0 ", picture->width);
	put_length(html, " ", picture->height);
	buffer_string(&html->out, "\">");
	for (size_t i = 0; i < picture->shapes.count; i++)
		if (picture->shapes.at[i].words.length > 0)
			put_label(html, &picture->shapes.at[i]);
		else
			put_path(html, &picture->shapes.at[i]);
	buffer_string(&html->out, "</svg>");
}

void
put_figure(struct html *html, const struct node *figure)
{
	buffer_string(&html->out, "\n<figure");
	put_attributes(html, figure, NULL);
	buffer_byte(&html->out, '>');
	if (figure->image)
		put_image(html, figure);
	if (figure->picture)
		put_picture(html, figure);
	if (figure->first && figure->first->tag == TAG_CAPTION) {
		buffer_string(&html->out, "<figcaption>");
		put_children(html, figure->first);
		buffer_string(&html->out, "</figcaption>");
	}
	buffer_string(&html->out, "</figure>");
}
