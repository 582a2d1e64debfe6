/* SPDX-License-Identifier: MIT */
/*
 * Pictures by their kinds.
 *
 * A picture is drawn in the style's size of words; where a word is wider than
 * its place it is drawn again in a smaller one, down to the style's least.
 */
#include "typeset/picture/picture.h"

#include "typeset/picture/kinds.h"

enum { SCALE_STEP = 50 };	/* thousandths */

static void (*const draw[])(struct easel *, const struct picture *) = {
	[PICTURE_MATRIX] = draw_matrix,
	[PICTURE_MAP] = draw_map,
	[PICTURE_CHART] = draw_chart,
	[PICTURE_TIMELINE] = draw_timeline,
	[PICTURE_TREND] = draw_trend,
	[PICTURE_BULLETS] = draw_bullets,
};

/* What is tried is not told: only the size that stands is. */
static struct easel
try_scale(struct typesetter *ts, const struct easel *blank, int scale, bool is_last)
{
	struct easel easel = *blank;
	struct diag unheard = { .arena = ts->scratch }, *heard = ts->diag;

	easel.scale = scale;
	easel.is_last = is_last;
	ts->diag = is_last ? heard : &unheard;
	draw[easel.figure->picture->kind](&easel, easel.figure->picture);
	ts->diag = heard;
	return easel;
}

struct drawing_list
picture_draw(struct typesetter *ts, const struct node *figure, length width, length most)
{
	const struct easel blank = { .ts = ts, .figure = figure, .size = ts->look->drawn,
	    .width = width, .most = most };
	length size = longer(ts->look->drawn[DRAWN_text], 1);
	int least = (int)scaled(1000, ts->look->drawn[DRAWN_minimum], size);
	int scale = 1000;
	struct easel easel;

	do {
		bool is_last = scale - SCALE_STEP < least;

		easel = try_scale(ts, &blank, scale, is_last);
		if (is_last)
			break;
		scale -= SCALE_STEP;
	} while (easel.strained);
	return easel.parts;
}
