/* SPDX-License-Identifier: MIT */
/*
 * Pictures on a page: at their own size where there is room, else as large as
 * the room, never distorted and never enlarged. All that a picture is made of
 * shows its FIGURE, whose alternative text stands for it.
 */
#include "typeset/figure.h"

#include "typeset/text/inline.h"

enum { DOTS_PER_INCH = 150, LEAST_WIDTH = POINTS(48) };

struct drawing {
	const struct node *node;
	length width, height;		/* its own */
	length by, of;			/* how large it is set */
};

struct drawing *
drawing_new(struct typesetter *ts, const struct node *figure)
{
	struct drawing *drawing = ARENA_NEW(ts->arena, struct drawing);

	drawing->node = figure;
	if (figure->picture) {
		drawing->width = figure->picture->width;
		drawing->height = figure->picture->height;
	} else {
		int64_t most = POINTS(10000);
		int64_t wide = (int64_t)figure->image->width * POINTS(72) / DOTS_PER_INCH;
		int64_t high = (int64_t)figure->image->height * POINTS(72) / DOTS_PER_INCH;
		int64_t largest = wide > high ? wide : high;

		drawing->width = (length)(largest > most ? wide * most / largest : wide);
		drawing->height = (length)(largest > most ? high * most / largest : high);
	}
	drawing->by = drawing->of = 1;
	return drawing;
}

void
drawing_measure(const struct drawing *drawing, length *least, length *most)
{
	*most = drawing->width;
	*least = shorter(drawing->width, LEAST_WIDTH);
}

length
drawing_set(struct typesetter *ts, struct drawing *drawing, length width)
{
	const struct tokens *look = ts->look;
	length room =
	    scaled(shorter(look->width, look->height) - look->top - look->bottom, 85, 100);

	if (look->height > look->width)
		room = scaled(look->height - look->top - look->bottom, 85, 100);
	if (drawing->width > width && drawing->width > 0) {
		drawing->by = longer(width, 1);
		drawing->of = drawing->width;
	}
	if (scaled(drawing->height, drawing->by, drawing->of) > room && drawing->height > 0) {
		drawing->by = room;
		drawing->of = drawing->height;
	}
	return scaled(drawing->height, drawing->by, drawing->of);
}

/* Words in a picture stand at their point, set left, right or centred on it. */
static void
paint_words(const struct painter *painter, const struct drawing *drawing, const struct shape *shape,
    length x, length y)
{
	struct typesetter *ts = painter->ts;
	struct fount fount = fount_of(ts, shape->style);
	struct para *para = para_begin(ts, drawing->node);
	struct run run = { .shows = drawing->node };
	length wide;

	fount.weight = shape->weight ? shape->weight : fount.weight;
	fount.size = scaled(fount.size, drawing->by, drawing->of);
	fount.colour = shape->fill ? shape->fill : COLOUR_ink;
	run.fount = fount;
	para_add(ts, para, &run, shape->words);
	para_end(ts, para);
	para_break(ts, para, &(struct measure){ .width = POINTS(10000) });
	wide = para->lines.at[0].width;
	x += scaled(shape->at.x, drawing->by, drawing->of);
	x -= shape->anchor == SET_RIGHT ? wide : shape->anchor == SET_CENTRE ? wide / 2 : 0;
	paint_line(painter, para, 0, x, y + scaled(shape->at.y, drawing->by, drawing->of));
}

static void
paint_image(const struct painter *painter, const struct drawing *drawing, length x, length y)
{
	struct box *box =
	    paint_box(painter, BOX_IMAGE, drawing->node->decorative ? NULL : drawing->node);

	box->x = x;
	box->y = y;
	box->width = scaled(drawing->width, drawing->by, drawing->of);
	box->height = scaled(drawing->height, drawing->by, drawing->of);
	box->image = drawing->node->image;
}

void
drawing_paint(const struct painter *painter, const struct drawing *drawing, length x, length y)
{
	const struct picture *picture = drawing->node->picture;
	bool is_scaled = drawing->by != drawing->of;

	if (!picture) {
		paint_image(painter, drawing, x, y);
		return;
	}
	for (size_t i = 0; i < picture->shapes.count; i++) {
		const struct shape *shape = &picture->shapes.at[i];

		if (shape->words.length > 0)
			paint_words(painter, drawing, shape, x, y);
		else
			paint_shape(painter,
			    is_scaled
			        ? shape_scaled(painter->ts->arena, shape, drawing->by, drawing->of)
			        : shape,
			    x, y, drawing->node->decorative ? NULL : drawing->node);
	}
}
