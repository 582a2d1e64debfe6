/* SPDX-License-Identifier: MIT */
/*
 * Chunks to strips, and where these may be parted.
 *
 * A paragraph is parted between lines, but its first two and its last two
 * stay together; a short box is not parted, and a chunk says how many lines of
 * what follows it are to stay with it.
 */
#include "typeset/galley.h"

#include "typeset/figure.h"
#include "typeset/table/table.h"
#include "typeset/text/inline.h"

enum { IN_CELL_MOST = 60 };		/* hundredths of a page's height: a picture's in a cell */
/* Of a page: what a figure as high as it may be leaves for its caption. */
enum { CAPTION_PART = 8 };
/* Lines: words with something at their right, that no page need part. */
enum { RIGHT_LAST_MOST = 8 };
enum { FRAME_WHOLE_MOST = 14 };		/* lines: a box that has no more of them is not parted */

/* ---- measures ---- */

static length
besides_width(const struct chunk *chunk, length gap)
{
	length width = 0;

	for (const struct beside *beside = chunk->beside; beside; beside = beside->next) {
		length least, most;

		para_measure(beside->para, &least, &most);
		width += beside->at_right ? most + gap : 0;
	}
	return width;
}

void
galley_measure(const struct typesetter *ts, struct galley *galley, length *least, length *most)
{
	*least = *most = 0;
	for (size_t i = 0; i < galley->chunks.count; i++) {
		const struct chunk *chunk = galley->chunks.at[i];
		length narrow = 0, wide = 0;

		if (chunk->kind == CHUNK_WORDS)
			para_measure(chunk->para, &narrow, &wide);
		else if (chunk->kind == CHUNK_FIGURE)
			plate_measure(chunk->plate, &narrow, &wide);
		else if (chunk->kind == CHUNK_TABLE)
			grid_measure(chunk->grid, &narrow, &wide);
		narrow += chunk->left + chunk->right;
		wide += chunk->left + chunk->right +
		    besides_width(chunk, ts->look->space[SPACE_beside]);
		*least = longer(*least, narrow);
		*most = longer(*most, wide);
	}
}

/* The height of lines of a chunk's words. */
static length
lines_height(const struct chunk *chunk, int lines)
{
	return (lines > 1 ? lines - 1 : 0) * chunk->leading + chunk->size;
}

static length
chunk_estimate(const struct chunk *chunk, length width)
{
	length inner = width - chunk->left - chunk->right;

	if (chunk->kind == CHUNK_WORDS)
		return lines_height(chunk, para_count_lines(chunk->para, inner));
	return chunk->kind == CHUNK_TABLE ? grid_estimate(chunk->grid, inner) : chunk->size;
}

length
galley_estimate(const struct galley *galley, length width)
{
	length height = 0;

	for (size_t i = 0; i < galley->chunks.count; i++)
		height += chunk_estimate(galley->chunks.at[i], width) +
		    (i > 0 ? galley->chunks.at[i]->above : 0);
	return height;
}

void
galley_scale(struct galley *galley, int by)
{
	for (size_t i = 0; i < galley->chunks.count; i++) {
		struct chunk *chunk = galley->chunks.at[i];

		if (chunk->para)
			para_scale(chunk->para, by);
		for (struct beside *beside = chunk->beside; beside; beside = beside->next)
			para_scale(beside->para, by);
		chunk->size = scaled(chunk->size, by, 1000);
		chunk->leading = scaled(chunk->leading, by, 1000);
	}
}

/* ---- setting ---- */

static struct strip *
add_strip(struct typesetter *ts, struct galley *galley, const struct chunk *chunk, int line,
    length height)
{
	struct strip *strip = array_push(ts->scratch, &galley->strips);

	strip->chunk = chunk;
	strip->line = line;
	strip->above = line == 0 ? chunk->above : chunk->leading - chunk->size;
	strip->height = height;
	return strip;
}

static void
set_beside(struct typesetter *ts, const struct beside *beside, length width)
{
	for (; beside; beside = beside->next)
		para_break(ts, beside->para, &(struct measure){ .width = width });
}

static int
besides_lines(const struct chunk *chunk)
{
	int most = 0;

	for (const struct beside *beside = chunk->beside; beside; beside = beside->next)
		most =
		    (int)beside->para->lines.count > most ? (int)beside->para->lines.count : most;
	return most;
}

static bool
has_right(const struct chunk *chunk)
{
	for (const struct beside *beside = chunk->beside; beside; beside = beside->next)
		if (beside->at_right)
			return true;
	return false;
}

/*
 * What stands at the right goes below the words when both do not fit on a
 * line, and it would leave them less than half.
 */
static bool
is_too_wide(struct para *para, length tail, length width)
{
	length least, most;

	para_measure(para, &least, &most);
	return tail > 0 && tail > width / 2 && most + tail > width;
}

static void
set_words(struct typesetter *ts, struct galley *galley, struct chunk *chunk)
{
	struct para *para = chunk->para;
	struct measure measure = { .width = galley->width - chunk->left - chunk->right,
		.first_less = chunk->tail, .how = chunk->how, .hyphenates = chunk->hyphenates };
	int count;
	bool is_below = is_too_wide(para, chunk->tail, measure.width);

	if (chunk->set == SET_NUMBER)
		measure.width -= chunk->shift;
	if (para->runs.count > 0 && para->runs.at[0].mark)
		measure.hang = para->runs.at[0].before;
	if (is_below)
		measure.first_less = 0;
	para_break(ts, para, &measure);
	set_beside(ts, chunk->beside, galley->width);
	count = (int)para->lines.count;
	chunk->besides_from = is_below ? count : 0;
	chunk->lines = chunk->besides_from + besides_lines(chunk);
	chunk->lines = chunk->lines > count ? chunk->lines : count;
	chunk->right_last = has_right(chunk) && chunk->lines <= RIGHT_LAST_MOST;
	for (int line = 0; line < chunk->lines; line++) {
		struct strip *strip = add_strip(ts, galley, chunk, line, chunk->size);

		strip->is_kept = line > 0 && (line == 1 || line == count - 1 || line >= count ||
		        chunk->is_whole || chunk->right_last);
	}
	if (chunk->lines == 0 && chunk->disc != NO_DISC)
		add_strip(ts, galley, chunk, 0, chunk->size);
}

/* How many stand side by side: as many as there are, halved while they do not fit. */
static int
even_columns(const struct chunk *chunk, length width, length gap)
{
	length widest = 1;
	int count = 0, columns;

	for (const struct beside *beside = chunk->beside; beside; beside = beside->next, count++) {
		length least, most;

		para_measure(beside->para, &least, &most);
		widest = longer(widest, most + gap);
	}
	for (columns = count; columns > 1 && widest * columns > width;)
		columns = (columns + 1) / 2;
	return columns;
}

static void
set_even(struct typesetter *ts, struct galley *galley, struct chunk *chunk)
{
	length width = galley->width - chunk->left - chunk->right;
	int columns = even_columns(chunk, width, ts->look->space[SPACE_even]), count = 0;
	struct strip *strip = NULL;

	for (struct beside *beside = chunk->beside; beside; beside = beside->next, count++) {
		para_break(ts, beside->para, &(struct measure){ .width = width / columns });
		beside->x = chunk->left + width / columns * (count % columns);
		if (count % columns == 0)
			strip = add_strip(ts, galley, chunk, count / columns, chunk->size);
		strip->height = longer(strip->height,
		    lines_height(chunk, (int)beside->para->lines.count));
	}
	chunk->line_most = columns;
}

static void
set_table(struct typesetter *ts, struct galley *galley, struct chunk *chunk)
{
	length width = galley->width - chunk->left - chunk->right;
	int layers;

	if (!chunk->is_nested) {
		grid_set(ts, chunk->grid, width,
		    longer(width,
		        longer(ts->look->width, ts->look->height) - ts->look->left -
		            ts->look->right));
		add_strip(ts, galley, chunk, 0, 0);
		return;
	}
	layers = grid_set_nested(ts, chunk->grid, width);
	for (int layer = 0; layer < layers; layer++) {
		struct strip *strip =
		    add_strip(ts, galley, chunk, layer, grid_layer_height(chunk->grid, layer));

		strip->is_kept = grid_layer_is_kept(chunk->grid, layer);
	}
}

/* How high the lines are at the end of a galley that stay with what comes next: of a caption. */
static length
lines_kept(const struct galley *galley)
{
	length height = 0;

	for (size_t i = galley->strips.count; i-- > 0 && galley->strips.at[i].chunk->keeps > 0;)
		height += galley->strips.at[i].height + galley->strips.at[i].above;
	return height;
}

/*
 * The height of the page that a galley is for, less what a long caption needs;
 * in a cell, what heads and names leave of one on its side.
 */
static length
figure_room(const struct typesetter *ts, const struct galley *galley)
{
	const struct tokens *look = ts->look;
	length pads = look->top + look->bottom, room = galley->picture_room, most;

	if (galley->page_height > 0)
		return galley->page_height -
		    longer(lines_kept(galley) - galley->page_height / CAPTION_PART, 0);
	most = scaled(shorter(look->width, look->height) - pads, IN_CELL_MOST, 100);
	if (room == 0)
		return most;
	return shorter(most, longer(room - lines_kept(galley), room / 4));
}

/* A picture's parts stand below each other, or on pages of their own. */
static void
set_figure(struct typesetter *ts, struct galley *galley, struct chunk *chunk)
{
	int count = plate_set(ts, chunk->plate, galley->width - chunk->left - chunk->right,
	    figure_room(ts, galley));

	chunk->leading = ts->look->space[SPACE_table_below];
	for (int part = 0; part < count; part++)
		add_strip(ts, galley, chunk, part, plate_height(chunk->plate, part));
}

static void
set_chunk(struct typesetter *ts, struct galley *galley, struct chunk *chunk)
{
	size_t first = galley->strips.count;

	switch (chunk->kind) {
	case CHUNK_WORDS:
		set_words(ts, galley, chunk);
		break;
	case CHUNK_EVEN:
		set_even(ts, galley, chunk);
		break;
	case CHUNK_TABLE:
		set_table(ts, galley, chunk);
		break;
	case CHUNK_FIGURE:
		set_figure(ts, galley, chunk);
		break;
	case CHUNK_BAR:
		add_strip(ts, galley, chunk, 0, chunk->size);
		break;
	}
	if (galley->strips.count > first)
		galley->strips.at[galley->strips.count - 1].keeps = (uint8_t)chunk->keeps;
}

int
strips_keep(struct strips *strips, int need)
{
	for (size_t i = 0; i < strips->count; i++) {
		struct strip *strip = &strips->at[i];

		if (need > 0) {
			strip->is_kept = true;
			/* A table's head and rows are lines enough. */
			need = chunk_is_table(strip->chunk) ? 0 : need - 1;
		}
		if (strip->keeps > need)
			need = strip->keeps;
	}
	return need;
}

/* The frame's room above its first strip and below its last; a short one is not parted. */
static void
frame_strips(struct galley *galley)
{
	struct strip *strips = galley->strips.at;
	size_t end;

	for (size_t first = 0; first < galley->strips.count; first = end) {
		const struct frame *frame = strips[first].chunk->frame;

		for (end = first + 1;
		     end < galley->strips.count && strips[end].chunk->frame == frame;)
			end++;
		if (!frame)
			continue;
		strips[first].lead += frame->pad;
		strips[first].height += frame->pad;
		strips[end - 1].height += frame->pad;
		for (size_t i = first + 1; i < end && end - first <= FRAME_WHOLE_MOST; i++)
			strips[i].is_kept = true;
	}
}

void
galley_set(struct typesetter *ts, struct galley *galley, length width)
{
	galley->width = width;
	for (size_t i = 0; i < galley->chunks.count; i++)
		set_chunk(ts, galley, galley->chunks.at[i]);
	array_settle(ts->arena, &galley->strips);
	array_settle(ts->arena, &galley->chunks);
	frame_strips(galley);
	strips_keep(&galley->strips, 0);
}

length
galley_height(const struct galley *galley, size_t first, size_t end)
{
	length height = 0;

	for (size_t i = first; i < end; i++)
		height +=
		    galley->strips.at[i].height + (i > first ? galley->strips.at[i].above : 0);
	return height;
}

size_t
galley_fit(const struct galley *galley, size_t first, length height)
{
	size_t fits = first;
	length used = 0;

	for (size_t i = first; i < galley->strips.count; i++) {
		used += galley->strips.at[i].height + (i > first ? galley->strips.at[i].above : 0);
		if (used > height)
			break;
		if (i + 1 == galley->strips.count || !galley->strips.at[i + 1].is_kept)
			fits = i + 1;
	}
	return fits;
}
