/* SPDX-License-Identifier: MIT */
/*
 * Words and outlines onto a drawing.
 *
 * All of it shows the FIGURE: in a PDF it is one marked content, for which the
 * alternative text speaks (ISO 14289-1, 7.3).
 */
#include "typeset/picture/easel.h"

#include <assert.h>

#include "model/marks.h"

void
easel_take(struct easel *easel, length height)
{
	struct drawing *part = array_push(easel->ts->shown, &easel->parts);

	part->width = easel->width;
	part->height = height;
	part->boxes = easel->page.boxes;
	easel->page.boxes = (struct boxes){ 0 };
}

static struct painter
painter_of(struct easel *easel)
{
	return (struct painter){ .ts = easel->ts, .page = &easel->page };
}

/* ---- words ---- */

static void
add_run(struct easel *easel, struct para *para, const struct wording *wording, int weight,
    struct text words)
{
	struct run run = { .shows = easel->figure };

	run.fount = (struct fount){ .family = FAMILY_TEXT, .weight = weight,
	    .size = scaled(easel->size[DRAWN_text], easel->scale, 1000),
	    .colour = wording->colour ? wording->colour : COLOUR_ink };
	if (words.length > 0)
		para_add(easel->ts, para, &run, words);
}

static struct para *
para_of_wording(struct easel *easel, const struct wording *wording)
{
	struct para *para = para_begin(easel->ts, easel->figure);

	add_run(easel, para, wording, WEIGHT_STRONG, wording->lead);
	if (wording->lead.length > 0 && wording->words.length > 0)
		add_run(easel, para, wording, WEIGHT_PLAIN, TEXT(" "));
	add_run(easel, para, wording, wording->weight ? wording->weight : WEIGHT_PLAIN,
	    wording->words);
	para_end(easel->ts, para);
	return para;
}

length
label_least(struct easel *easel, const struct wording *wording)
{
	struct para *para = para_of_wording(easel, wording);
	length least = 0, most = 0;

	if (!para_is_empty(para))
		para_measure(para, &least, &most);
	return least;
}

struct label
label_set(struct easel *easel, const struct wording *wording, length width)
{
	struct para *para = para_of_wording(easel, wording);
	struct label label = { .para = para,
	    .size = scaled(easel->size[DRAWN_text], easel->scale, 1000),
	    .leading = scaled(easel->size[DRAWN_leading], easel->scale, 1000) };
	length least, most;

	if (para_is_empty(para))
		return label;
	para_measure(para, &least, &most);
	if (least > width)
		easel->strained = true;
	para_break(easel->ts, para, &(struct measure){ .width = longer(width, 1) });
	for (size_t i = 0; i < para->lines.count; i++)
		label.width = longer(label.width, para->lines.at[i].x + para->lines.at[i].width);
	label.height = label.size + label.leading * (length)(para->lines.count - 1);
	return label;
}

void
label_paint(struct easel *easel, const struct label *label, length x, length y, length place,
    enum set_as set)
{
	struct painter painter = painter_of(easel);
	length base = y + scaled(label->size, BASE_LINE, 1000);

	for (size_t i = 0; i < label->para->lines.count; i++) {
		const struct line *line = &label->para->lines.at[i];
		length spare = longer(place - line->width - line->x, 0);

		paint_line(&painter, label->para, (int)i,
		    x + (set == SET_RIGHT ? spare : set == SET_CENTRE ? spare / 2 : 0),
		    base + (length)i * label->leading);
	}
}

void
label_paint_clear(struct easel *easel, const struct label *label, length x, length y)
{
	const length around = POINTS(1);
	length left = longer(x - around, 0),
	    right = shorter(x + label->width + around, easel->width);

	draw_box(easel, &(struct pen){ .fill = COLOUR_paper }, left, y - around, right - left,
	    label->height + 2 * around);
	label_paint(easel, label, x, y, label->width, SET_LEFT);
}

/* ---- outlines ---- */

static void
draw_shape(struct easel *easel, const struct pen *pen, struct shape *shape)
{
	struct painter painter = painter_of(easel);

	shape->fill = pen->fill;
	shape->stroke = pen->width > 0 ? pen->stroke : COLOUR_NONE;
	shape->width = pen->width;
	if (pen->dashed)
		shape->dash[0] = shape->dash[1] = easel->size[DRAWN_dash];
	paint_shape(&painter, shape, 0, 0, easel->figure);
}

/* Four corners, closed. */
static void
draw_corners(struct easel *easel, const struct pen *pen, const struct point corners[4])
{
	static const enum path_verb verbs[] = { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE,
	    PATH_CLOSE };

	draw_shape(easel, pen, shape_new(easel->ts->shown, verbs, 5, corners));
}

void
draw_box(struct easel *easel, const struct pen *pen, length x, length y, length width,
    length height)
{
	length in = pen->width / 2, l = x + in, t = y + in, r = x + width - in, b = y + height - in;
	length radius = shorter(pen->radius, shorter(r - l, b - t) / 2);

	if (r <= l || b <= t)
		return;
	if (radius <= 0)
		draw_corners(easel, pen,
		    (struct point[]){ { l, t }, { r, t }, { r, b }, { l, b } });
	else
		draw_shape(easel, pen, shape_rounded(easel->ts->shown, (struct point){ l, t },
		    (struct point){ r, b }, radius));
}

void
draw_line(struct easel *easel, const struct pen *pen, const struct point *points, int count)
{
	enum path_verb verbs[8] = { PATH_MOVE };

	assert(count <= (int)(sizeof verbs / sizeof *verbs));
	for (int i = 1; i < count; i++)
		verbs[i] = PATH_LINE;
	draw_shape(easel, pen, shape_new(easel->ts->shown, verbs, count, points));
}

void
draw_dot(struct easel *easel, const struct pen *pen, struct point at, length radius)
{
	struct pen round = *pen;

	round.radius = radius;
	draw_box(easel, &round, at.x - radius, at.y - radius, 2 * radius, 2 * radius);
}

void
draw_diamond(struct easel *easel, const struct pen *pen, struct point middle, length half)
{
	length in = half - pen->width * 7 / 10;		/* half of the stroke, along the diagonal */

	draw_corners(easel, pen, (struct point[]){ { middle.x, middle.y - in },
	    { middle.x + in, middle.y }, { middle.x, middle.y + in },
	    { middle.x - in, middle.y } });
}

length
mark_width(enum mark mark, length height)
{
	const struct emblem *emblem = &mark_rows[mark].emblem;

	return mark == MARK_NONE ? 0 : scaled(emblem->width, height, emblem->height);
}

void
draw_mark(struct easel *easel, enum mark mark, enum colour colour, length x, length y,
    length height)
{
	const struct emblem *emblem = &mark_rows[mark].emblem;
	struct painter painter = painter_of(easel);

	for (size_t i = 0; i < emblem->shapes.count; i++) {
		struct shape *shape = shape_scaled(easel->ts->shown, &emblem->shapes.at[i], height,
		    emblem->height);

		shape->fill = shape->fill && shape->fill != COLOUR_paper ? colour : shape->fill;
		shape->stroke = shape->stroke && shape->stroke != COLOUR_paper ? colour :
		    shape->stroke;
		paint_shape(&painter, shape, x, y, easel->figure);
	}
}
