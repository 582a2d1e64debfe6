/* SPDX-License-Identifier: MIT */
/*
 * Boxes onto a page: fills, paths, and lines of words with the marks and
 * frames that stand among them. A box shows a leaf once; what is drawn again
 * is an artifact.
 */
#include "typeset/paint.h"

#include <stdlib.h>

struct box *
paint_box(const struct painter *painter, enum box_kind kind, const struct node *shows)
{
	struct box *box = array_push(painter->ts->shown, &painter->page->boxes);

	box->kind = kind;
	box->shows = painter->repeats ? NULL : shows;
	box->artifact = painter->artifact;
	return box;
}

void
paint_fill(const struct painter *painter, enum colour colour, length x, length y, length width,
    length height)
{
	struct box *box;

	if (width <= 0 || height <= 0)
		return;
	box = paint_box(painter, BOX_FILL, NULL);
	box->colour = colour;
	box->x = x;
	box->y = y;
	box->width = width;
	box->height = height;
}

/* ---- paths ---- */

static int
point_count(const struct shape *shape)
{
	int count = 0;

	for (int i = 0; i < shape->verb_count; i++)
		count += path_points(shape->verbs[i]);
	return count;
}

struct shape *
shape_scaled(struct arena *arena, const struct shape *shape, length by, length of)
{
	struct shape *copy = arena_copy(arena, shape, sizeof *shape);
	int count = point_count(shape);

	copy->points = arena_array(arena, (size_t)count, sizeof *copy->points);
	for (int i = 0; i < count; i++)
		copy->points[i] = (struct point){ scaled(shape->points[i].x, by, of),
		    scaled(shape->points[i].y, by, of) };
	copy->width = scaled(shape->width, by, of);
	return copy;
}

void
paint_shape(const struct painter *painter, const struct shape *shape, length x, length y,
    const struct node *shows)
{
	struct box *box = paint_box(painter, BOX_PATH, shows);
	int count = point_count(shape);
	length right = 0, bottom = 0;

	box->shape = shape;
	box->colour = shape->fill ? shape->fill : shape->stroke;
	box->x = x;
	box->y = y;
	for (int i = 0; i < count; i++) {
		right = longer(right, shape->points[i].x);
		bottom = longer(bottom, shape->points[i].y);
	}
	box->width = right;
	box->height = bottom;
}

struct shape *
shape_new(struct arena *arena, const enum path_verb *verbs, int verb_count,
    const struct point *points)
{
	struct shape *shape = ARENA_NEW(arena, struct shape);

	shape->verb_count = verb_count;
	shape->verbs = arena_copy(arena, verbs, (size_t)verb_count * sizeof *verbs);
	shape->points = arena_copy(arena, points, (size_t)point_count(shape) * sizeof *points);
	return shape;
}

struct shape *
shape_rounded(struct arena *arena, struct point from, struct point to, length radius)
{
	static const enum path_verb verbs[] = { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_LINE,
	    PATH_CURVE, PATH_LINE, PATH_CURVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
	const length l = from.x, t = from.y, r = to.x, b = to.y, a = radius,
	             k = a - a * BULGE / 1000;
	const struct point points[] = {
		{ l + a, t }, { r - a, t }, { r - k, t }, { r, t + k }, { r, t + a },
		{ r, b - a }, { r, b - k }, { r - k, b }, { r - a, b },
		{ l + a, b }, { l + k, b }, { l, b - k }, { l, b - a },
		{ l, t + a }, { l, t + k }, { l + k, t }, { l + a, t },
	};

	return shape_new(arena, verbs, sizeof verbs / sizeof *verbs, points);
}

void
paint_dashes(const struct painter *painter, enum colour colour, length x, length y, length width,
    length thickness)
{
	static const enum path_verb verbs[] = { PATH_MOVE, PATH_LINE };
	const struct point points[] = { { 0, 0 }, { width, 0 } };
	struct shape *shape = shape_new(painter->ts->shown, verbs, 2, points);

	shape->stroke = colour;
	shape->width = thickness;
	shape->dash[0] = shape->dash[1] = painter->ts->look->space[SPACE_dash];
	paint_shape(painter, shape, x, y, NULL);
}

void
paint_frame(const struct painter *painter, enum colour colour, length x, length y, length width,
    length height, length edge)
{
	paint_fill(painter, colour, x, y, width, edge);
	paint_fill(painter, colour, x, y + height - edge, width, edge);
	paint_fill(painter, colour, x, y + edge, edge, height - 2 * edge);
	paint_fill(painter, colour, x + width - edge, y + edge, edge, height - 2 * edge);
}

/* ---- words ---- */

/* The shapes of a mark in one height are made once. */
static const struct set_mark *
mark_set(struct typesetter *ts, const struct mark_row *mark, length height)
{
	struct set_mark *set;

	for (size_t i = 0; i < ts->marks.count; i++)
		if (ts->marks.at[i].mark == mark && ts->marks.at[i].height == height)
			return &ts->marks.at[i];
	set = array_push(ts->arena, &ts->marks);
	set->mark = mark;
	set->height = height;
	set->shapes = arena_array(ts->shown, mark->emblem.shapes.count, sizeof *set->shapes);
	for (size_t i = 0; i < mark->emblem.shapes.count; i++)
		set->shapes[i] = shape_scaled(ts->shown, &mark->emblem.shapes.at[i], height,
		    mark->emblem.height);
	return set;
}

/* On the base line, and a twentieth below it, as letters with a round foot are. */
static void
paint_mark(const struct painter *painter, const struct run *run, length x, length y)
{
	length height = scaled(run->fount.size, MARK_HEIGHT, 1000);
	const struct set_mark *set = mark_set(painter->ts, run->mark, height);

	for (size_t i = 0; i < run->mark->emblem.shapes.count; i++)
		paint_shape(painter, set->shapes[i], x, y - height + run->fount.size / 20, NULL);
}

void
paint_disc(const struct painter *painter, length x, length y, length wide)
{
	static enum path_verb verbs[] = { PATH_MOVE, PATH_CURVE, PATH_CURVE, PATH_CURVE, PATH_CURVE,
	    PATH_CLOSE };
	static struct point points[] = { { 16000, 8000 }, { 16000, 12418 }, { 12418, 16000 },
	    { 8000, 16000 }, { 3582, 16000 }, { 0, 12418 }, { 0, 8000 }, { 0, 3582 }, { 3582, 0 },
	    { 8000, 0 }, { 12418, 0 }, { 16000, 3582 }, { 16000, 8000 } };
	static struct shape disc = { .fill = COLOUR_brand, .verbs = verbs, .points = points,
	    .verb_count = sizeof verbs / sizeof *verbs };
	static const struct mark_row mark = { .name = "disc",
	    .emblem = { 16000, 16000, { &disc, 1, 1 } } };

	paint_shape(painter, mark_set(painter->ts, &mark, wide)->shapes[0], x, y - wide / 2, NULL);
}

/* The frame of a tag, around its words. */
static void
paint_tag(const struct painter *painter, const struct run *run, length x, length width, length y)
{
	const length *space = painter->ts->look->space;
	length above = scaled(run->fount.size, BASE_LINE, 1000) + space[SPACE_tag_above];
	struct point to = { width + 2 * space[SPACE_tag_side],
	    run->fount.size + space[SPACE_tag_above] + space[SPACE_tag_below] };
	struct shape *shape = shape_rounded(painter->ts->shown, (struct point){ 0, 0 }, to,
	    space[SPACE_tag_round]);

	shape->stroke = COLOUR_edge;
	shape->width = space[SPACE_tag_edge];
	paint_shape(painter, shape, x - space[SPACE_tag_side], y - above, NULL);
}

static void
paint_stretch(const struct painter *painter, const struct para *para, const struct stretch *stretch,
    length x, length y)
{
	const struct run *run = &para->runs.at[stretch->run];
	bool begins = stretch == para->stretches.at || stretch[-1].run != stretch->run;
	struct box *box;

	if (run->is_framed)
		paint_tag(painter, run, x + stretch->x, stretch->width, y);
	if (run->mark && begins)
		paint_mark(painter, run, x + stretch->x - run->before, y);
	box = paint_box(painter, BOX_TEXT, run->shows);
	box->colour = run->fount.colour;
	box->x = x + stretch->x;
	box->y = y - run->fount.rise;
	box->width = stretch->width;
	box->height = run->fount.size;
	box->pieces = para->pieces.at + stretch->piece;
	box->piece_count = (int)stretch->count;
}

void
paint_line(const struct painter *painter, const struct para *para, int line, length x, length y)
{
	size_t first = para->lines.at[line].stretch;
	size_t end = (size_t)line + 1 < para->lines.count ? para->lines.at[line + 1].stretch
	                                                  : para->stretches.count;

	for (size_t i = first; i < end; i++)
		paint_stretch(painter, para, &para->stretches.at[i], x + para->lines.at[line].x, y);
}
