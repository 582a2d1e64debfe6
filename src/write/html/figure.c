/* SPDX-License-Identifier: MIT */
/*
 * Pictures: images inside the file, the program's own drawings as SVG, and the
 * marks of status and direction (16 by 16 units, in the colour of their word).
 */
#include "write/html/page.h"

static const char *const mark_shapes[] = {
	[MARK_AHEAD] = "<path d=\"M8-.6 10.2 5.4 16.6 5.6 11.6 9.6 13.3 15.7 8 12.2 2.7 15.7 4.4 9.6-.6 5.6 5.8 5.4z\"/>",
	[MARK_ON] = "<path fill-rule=\"evenodd\" d=\"M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM6.9 12.2l5.7-6.4-1.5-1.3-4.3 4.8-2-1.8-1.3 1.5z\"/>",
	[MARK_NEAR] = "<path fill-rule=\"evenodd\" d=\"M8 0l8 8-8 8-8-8zm0 2.8v10.4L13.2 8z\"/>",
	[MARK_OFF] = "<path fill-rule=\"evenodd\" d=\"M8 .5l8 14.5H0zM7.1 5.5l.2 5h1.4l.2-5zM8 11.6a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9z\"/>",
	[MARK_NO_STATUS] = "<path fill-rule=\"evenodd\" d=\"M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM4.5 7h7v2h-7z\"/>",
	[MARK_BETTER] = "<path d=\"M4 2h10v10h-2V5.4l-8.3 8.3-1.4-1.4L10.6 4H4z\"/>",
	[MARK_SAME] = "<path d=\"M1 7h10.200L8 3.800l1.400-1.400L15 8l-5.600 5.600L8 12.200 11.200 9H1z\"/>",
	[MARK_WORSE] = "<path d=\"M2.300 3.700l1.400-1.400L12 10.600V4h2v10H4v-2h6.600z\"/>",
	[MARK_DONE] = "<path d=\"M8 1l7 7-7 7-7-7z\"/>",
	[MARK_OPEN] = "<path fill-rule=\"evenodd\" d=\"M8 1l7 7-7 7-7-7zm0 2.800L3.800 8 8 12.200 12.200 8z\"/>",
};

void
put_mark(struct html *html, enum mark mark)
{
	if (mark != MARK_NONE)
		buffer_format(&html->out, "<svg aria-hidden=\"true\" viewBox=\"-1 -1 18 18\">%s</svg>", mark_shapes[mark]);
}

static void
put_base64(struct buffer *out, struct text bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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

	buffer_format(&html->out, "<img width=\"%d\" height=\"%d\" alt=\"", image->width, image->height);
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

static void
put_path(struct html *html, const struct shape *shape)
{
	const struct point *point = shape->points;

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
put_label(struct html *html, const struct shape *shape)
{
	static const char *const anchors[] = {
		[SET_LEFT] = "start", [SET_RIGHT] = "end", [SET_CENTRE] = "middle", [SET_NUMBER] = "end"
	};

	put_length(html, "<text x=\"", shape->at.x);
	put_length(html, "\" y=\"", shape->at.y);
	put_length(html, "\" font-size=\"", html->style->look.type[shape->style].size);
	buffer_format(&html->out, "\" font-weight=\"%d\" text-anchor=\"%s\"", shape->weight, anchors[shape->anchor]);
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
