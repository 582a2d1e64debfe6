/* SPDX-License-Identifier: MIT */
/*
 * Strips onto a page: a line of words with what stands beside it, a picture, a
 * bar, a layer of a table within a cell; and the boxes round several of them.
 *
 * A line box is as high as its type: the base line stands 0.78 of it below its
 * top.
 */
#include "typeset/figure.h"
#include "typeset/galley.h"
#include "typeset/table/table.h"
#include "typeset/text/inline.h"

/* Where a line stands: the left edge on the page and the width of its galley; its base line. */
struct room { length x, width, base; };

/* How far right a line begins, for what its chunk's words are set as. */
static length
line_offset(const struct chunk *chunk, const struct line *line, length room)
{
	switch (chunk->set) {
	case SET_RIGHT:
		return longer((chunk->shift ? chunk->shift : room) - line->width - line->x, 0);
	case SET_CENTRE: return longer((room - line->width - line->x) / 2, 0);
	case SET_NUMBER: return chunk->shift;
	default: return chunk->para->from_right ? longer(room - line->width - line->x, 0) : 0;
	}
}

/*
 * Dots on a grid that counts from the right, so that those of several lines
 * stand below each other.
 */
static void
paint_leader(const struct painter *painter, const struct chunk *chunk, length from, length to,
    length base)
{
	length step = painter->ts->look->space[SPACE_leader];
	struct fount fount = fount_of(painter->ts, STYLE_BODY);
	const struct letters *dot = shape_word(painter->ts->shaper,
	    shaper_font(painter->ts->shaper, fount.family, fount.weight), 0, false, TEXT("."));
	int count = step > 0 && to > from ? (to - from) / step : 0;
	struct piece *pieces = arena_array(painter->ts->shown, (size_t)count, sizeof *pieces);
	struct box *box;

	if (count < 2)
		return;
	for (int i = 0; i < count; i++)
		pieces[i] = (struct piece){ dot->parts[0], i * step };
	box = paint_box(painter, BOX_TEXT, NULL);
	box->colour = COLOUR_muted;
	box->x = to - count * step;
	box->y = base;
	box->height = chunk->size;
	box->pieces = pieces;
	box->piece_count = count;
	box->width = (count - 1) * step + letters_width(dot->advance, chunk->size);
}

/* A line of a beside, on the base line of one of the chunk's. */
static void
paint_beside(const struct painter *painter, const struct chunk *chunk, const struct beside *beside,
    int line, const struct room *room)
{
	const length *space = painter->ts->look->space;
	const struct para *para = beside->para;
	length end = room->x + room->width - beside->x, left = room->x + chunk->left, wide;

	if (line < 0 || (size_t)line >= para->lines.count)
		return;
	wide = para->lines.at[line].width;
	paint_line(painter, para, line, beside->at_right ? end - wide : room->x + beside->x,
	    room->base);
	if (beside->has_leader && line == 0 && chunk->para->lines.count == 1)
		paint_leader(painter, chunk,
		    left + chunk->para->lines.at[0].width + space[SPACE_leader_clear],
		    end - longer(wide + space[SPACE_beside], space[SPACE_leader_end]), room->base);
}

static void
paint_besides(const struct painter *painter, const struct chunk *chunk, int line, bool at_right,
    const struct room *room)
{
	for (const struct beside *beside = chunk->beside; beside; beside = beside->next)
		if (beside->at_right == at_right)
			paint_beside(painter, chunk, beside, line - chunk->besides_from, room);
}

/* What stands at the right of words is read after all of them: it comes with their last line. */
static void
paint_right(const struct painter *painter, const struct strip *strip, const struct room *room)
{
	const struct chunk *chunk = strip->chunk;
	struct room above = *room;

	if (!chunk->right_last) {
		paint_besides(painter, chunk, strip->line, true, room);
		return;
	}
	if (strip->line + 1 < chunk->lines)
		return;
	above.base -= strip->line * chunk->leading;
	for (int line = 0; line < chunk->lines; line++, above.base += chunk->leading)
		paint_besides(painter, chunk, line, true, &above);
}

static void
paint_even(const struct painter *painter, const struct chunk *chunk, int line, length x,
    length base)
{
	int number = 0;

	for (const struct beside *beside = chunk->beside; beside; beside = beside->next, number++)
		for (int i = 0;
		     i < (int)beside->para->lines.count && number / chunk->line_most == line; i++)
			paint_line(painter, beside->para, i, x + beside->x,
			    base + i * chunk->leading);
}

static void
paint_words(const struct painter *painter, const struct strip *strip, const struct room *room)
{
	const struct chunk *chunk = strip->chunk;
	const struct para *para = chunk->para;
	length left = room->x + chunk->left, wide = room->width - chunk->left - chunk->right;

	paint_besides(painter, chunk, strip->line, false, room);
	if (strip->line == 0 && chunk->disc != NO_DISC)
		paint_disc(painter, room->x + chunk->disc, room->base - chunk->size / 4,
		    scaled(chunk->size, DISC, 1000));
	if ((size_t)strip->line < para->lines.count)
		paint_line(painter, para, strip->line,
		    left + line_offset(chunk, &para->lines.at[strip->line], wide), room->base);
	paint_right(painter, strip, room);
}

static size_t
paint_layers(const struct painter *painter, const struct strip *first, size_t count, length x,
    length y)
{
	const struct chunk *chunk = first->chunk;
	size_t layers = 1;

	while (layers < count && first[layers].chunk == chunk)
		layers++;
	grid_paint_layers(painter, chunk->grid, first->line, (int)layers, x + chunk->left, y);
	return layers;
}

size_t
strip_paint(const struct painter *painter, const struct strip *strip, size_t count, length width,
    length x, length y)
{
	const struct chunk *chunk = strip->chunk;
	length top = y + strip->lead, base = top + scaled(chunk->size, BASE_LINE, 1000);

	if (chunk->kind == CHUNK_FIGURE) {
		plate_paint(painter, chunk->plate, strip->line, x + chunk->left, top);
	} else if (chunk->kind == CHUNK_BAR) {
		paint_fill(painter, COLOUR_accent, x + chunk->left, top,
		    painter->ts->look->space[SPACE_bar_width], chunk->size);
	} else if (chunk->kind == CHUNK_TABLE) {
		return paint_layers(painter, strip, count, x, top);
	} else if (chunk->kind == CHUNK_EVEN) {
		paint_even(painter, chunk, strip->line, x, base);
	} else {
		paint_words(painter, strip, &(struct room){ x, width, base });
	}
	return 1;
}

void
frame_paint(const struct painter *painter, const struct frame *frame, length width, length x,
    length y, length height)
{
	const length *space = painter->ts->look->space;
	length left = x + frame->left, wide = width - frame->left - frame->right;

	switch (frame->look) {
	case LOOK_recommendations:
		paint_frame(painter, COLOUR_brand, left, y, wide, height, space[SPACE_box_edge]);
		break;
	case LOOK_exempt_box:
		paint_fill(painter, COLOUR_exempt_tint, left, y, wide, height);
		paint_frame(painter, COLOUR_exempt, left, y, wide, height, space[SPACE_box_edge]);
		break;
	default:
		paint_fill(painter, COLOUR_tint, left, y, wide, height);
		paint_fill(painter, COLOUR_brand, left, y, space[SPACE_callout_bar], height);
	}
}

/* The box of a frame whose strips begin there. */
static void
paint_frame_from(const struct painter *painter, const struct galley *galley, size_t first,
    size_t end, length x, length y)
{
	const struct frame *frame = galley->strips.at[first].chunk->frame;
	size_t last = first + 1;

	while (last < end && galley->strips.at[last].chunk->frame == frame)
		last++;
	frame_paint(painter, frame, galley->width, x, y, galley_height(galley, first, last));
}

void
galley_paint(const struct painter *painter, const struct galley *galley, size_t first, size_t end,
    length x, length y)
{
	for (size_t i = first, next; i < end; i = next) {
		const struct strip *strip = &galley->strips.at[i];
		const struct frame *frame = strip->chunk->frame;

		if (i > first)
			y += strip->above;
		if (frame && (i == first || strip[-1].chunk->frame != frame))
			paint_frame_from(painter, galley, i, end, x, y);
		next = i + strip_paint(painter, strip, end - i, galley->width, x, y);
		y += galley_height(galley, i, next);
	}
}

void
strip_notes(const struct strip *strip, void (*take)(void *, const struct node *), void *taker)
{
	const struct para *para = strip->chunk->para;
	size_t end;

	if (strip->chunk->kind == CHUNK_TABLE && strip->chunk->is_nested)
		grid_layer_notes(strip->chunk->grid, strip->line, take, taker);
	if (strip->chunk->kind != CHUNK_WORDS || (size_t)strip->line >= para->lines.count)
		return;
	end = (size_t)strip->line + 1 < para->lines.count ? para->lines.at[strip->line + 1].stretch
	                                                  : para->stretches.count;
	for (size_t i = para->lines.at[strip->line].stretch; i < end; i++) {
		const struct node *note = para->runs.at[para->stretches.at[i].run].refers;

		if (note)
			take(taker, note);
	}
}
