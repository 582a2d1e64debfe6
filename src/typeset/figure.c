/* SPDX-License-Identifier: MIT */
/*
 * Figures on a page. An image stands at its own size where there is room, else
 * as large as the room, never distorted and never enlarged. A picture is drawn
 * for the width that it gets, in parts that fit a page. All that either is made
 * of shows its FIGURE, whose alternative text stands for it. The place for a
 * signature is a figure of one size.
 */
#include "typeset/figure.h"

#include "typeset/picture/picture.h"

enum { FIELD_WIDTH = POINTS(220), FIELD_HEIGHT = POINTS(42), FIELD_RULE = 750 };
enum { DOTS_PER_INCH = 150, LEAST_WIDTH = POINTS(48), PAGE_SHARE = 85 };

struct plate {
	const struct node *node;
	length width, height;		/* an image's own */
	length by, of;			/* how large it is set */
	struct drawing_list parts;	/* of a picture */
};

struct plate *
plate_new(struct typesetter *ts, const struct node *figure)
{
	struct plate *plate = ARENA_NEW(ts->arena, struct plate);

	plate->node = figure;
	plate->by = plate->of = 1;
	if (figure->tag == TAG_FORM) {
		plate->width = FIELD_WIDTH;
		plate->height = FIELD_HEIGHT;
	} else if (figure->image) {
		int64_t most = POINTS(10000);
		int64_t wide = (int64_t)figure->image->width * POINTS(72) / DOTS_PER_INCH;
		int64_t high = (int64_t)figure->image->height * POINTS(72) / DOTS_PER_INCH;
		int64_t largest = wide > high ? wide : high;

		plate->width = (length)(largest > most ? wide * most / largest : wide);
		plate->height = (length)(largest > most ? high * most / largest : high);
	} else {
		plate->width = ts->look->width - ts->look->left - ts->look->right;
	}
	return plate;
}

void
plate_measure(const struct plate *plate, length *least, length *most)
{
	*most = plate->width;
	*least = shorter(plate->width, LEAST_WIDTH);
}

/* How high a figure may be, so that its caption and a line of what follows stand with it. */
static length
page_share(length height)
{
	return scaled(height, PAGE_SHARE, 100);
}

int
plate_set(struct typesetter *ts, struct plate *plate, length width, length height)
{
	length room = page_share(height);

	if (picture_of(plate->node)) {
		plate->parts = picture_draw(ts, plate->node, width, room);
		return (int)plate->parts.count;
	}
	if (plate->width > width && plate->width > 0) {
		plate->by = longer(width, 1);
		plate->of = plate->width;
	}
	if (scaled(plate->height, plate->by, plate->of) > room && plate->height > 0) {
		plate->by = room;
		plate->of = plate->height;
	}
	return 1;
}

length
plate_height(const struct plate *plate, int part)
{
	return picture_of(plate->node) ? plate->parts.at[part].height :
	    scaled(plate->height, plate->by, plate->of);
}

static void
paint_image(const struct painter *painter, const struct plate *plate, length x, length y)
{
	struct box *box =
	    paint_box(painter, BOX_IMAGE, plate->node->decorative ? NULL : plate->node);

	box->x = x;
	box->y = y;
	box->width = scaled(plate->width, plate->by, plate->of);
	box->height = scaled(plate->height, plate->by, plate->of);
	box->image = plate->node->image;
}

/* A tinted box with a line to sign on. */
static void
paint_field(const struct painter *painter, const struct plate *plate, length x, length y)
{
	struct box *box = paint_box(painter, BOX_FILL, plate->node);

	box->x = x;
	box->y = y;
	box->width = scaled(plate->width, plate->by, plate->of);
	box->height = scaled(plate->height, plate->by, plate->of);
	box->colour = COLOUR_tint;
	paint_fill(painter, COLOUR_ink, x, y + box->height, box->width, FIELD_RULE);
}

void
plate_paint(const struct painter *painter, const struct plate *plate, int part, length x, length y)
{
	if (plate->node->tag == TAG_FORM) {
		paint_field(painter, plate, x, y);
		return;
	}
	if (!picture_of(plate->node)) {
		paint_image(painter, plate, x, y);
		return;
	}
	for (array_each(const struct box, drawn, &plate->parts.at[part].boxes)) {
		struct box *box = paint_box(painter, drawn->kind, drawn->shows);
		const struct node *shows = box->shows;

		*box = *drawn;
		box->shows = shows;
		box->artifact = painter->artifact;
		box->x += x;
		box->y += y;
	}
}

struct drawing_list
figure_draw(struct typesetter *ts, const struct node *figure)
{
	return picture_draw(ts, figure, ts->look->width - ts->look->left - ts->look->right,
	    page_share(ts->look->height - ts->look->top - ts->look->bottom));
}
