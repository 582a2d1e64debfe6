/* SPDX-License-Identifier: MIT */
/*
 * A page in the making.
 *
 * Nothing is painted before the page is closed, and then in the order of the
 * document: so what is read first also stands first in the file, and the
 * filling may change its mind. What parts of tables are made of lives in
 * scratch memory, which is cleared with each page.
 */
#include "typeset/sheet.h"

#include "typeset/table/table.h"

enum { FURNITURE_BOXES = 8 };

void
sheet_open(struct sheet *sheet, bool landscape)
{
	struct typesetter *ts = sheet->ts;
	const struct tokens *look = ts->look;
	struct page *page = array_push(ts->shown, &ts->pages->list);

	page->boxes = sheet->boxes;
	page->boxes.count = 0;
	page->width = landscape ? look->height : look->width;
	page->height = landscape ? look->width : look->height;
	page->landscape = landscape;
	page->label = text_number(ts->shown, (long long)ts->pages->list.count);
	sheet->painter = (struct painter){ ts, page, ARTIFACT_LAYOUT, false };
	sheet->frame = page_frame(look, landscape);
	sheet->landscape = landscape;
	sheet->placed.count = 0;
	sheet->y = 0;
	sheet->is_shared = false;
	sheet->form = 0;
}

bool
sheet_is_empty(const struct sheet *sheet)
{
	return sheet->placed.count == 0;
}

const struct placed *
sheet_last(const struct sheet *sheet)
{
	return sheet_is_empty(sheet) ? NULL : &sheet->placed.at[sheet->placed.count - 1];
}

length
sheet_room(const struct sheet *sheet)
{
	return sheet->frame.height - sheet->foot.height - sheet->y;
}

void
sheet_place(struct sheet *sheet, const struct placed *placed, length above, length height)
{
	struct placed *kept = array_push(sheet->ts->arena, &sheet->placed);

	*kept = *placed;
	kept->y = sheet->y + above;
	sheet->y += above + height;
	sheet->form = placed->portion->form;
}

/* ---- going back ---- */

struct checkpoint
sheet_checkpoint(const struct sheet *sheet, struct position at)
{
	return (struct checkpoint){
		.at = at,
		.placed = sheet->placed.count,
		.notes = sheet->foot.count,
		.y = sheet->y,
		.form = sheet->form,
		.is_shared = sheet->is_shared,
		.is_set = true,
	};
}

void
sheet_go_back(struct sheet *sheet, const struct checkpoint *to)
{
	while (sheet->placed.count > to->placed)
		part_take_back(sheet->placed.at[--sheet->placed.count].part);
	foot_give_back(&sheet->foot, to->notes);
	sheet->y = to->y;
	sheet->form = to->form;
	sheet->is_shared = to->is_shared;
}

/* ---- painting ---- */

length
frame_pad(const struct galley *galley, const struct strip *strip, int beside)
{
	const struct strip *next = strip + beside, *end = galley->strips.at + galley->strips.count;
	const struct frame *frame = strip->chunk->frame;

	if (!frame || next < galley->strips.at || next == end || next->chunk->frame != frame)
		return 0;
	return frame->pad;
}

static const struct frame *
frame_of(const struct placed *placed)
{
	return placed->strip->chunk->frame;
}

/* The strips of one frame that follow each other on the page share its box. */
static void
paint_frame_of(const struct sheet *sheet, const struct placed *first)
{
	const struct placed *last = first, *end = sheet->placed.at + sheet->placed.count;
	const struct galley *galley = first->portion->galley;
	const struct frame *frame = frame_of(first);
	length top, bottom;

	if (!frame || (first > sheet->placed.at && frame_of(first - 1) == frame))
		return;
	while (last + 1 < end && frame_of(last + 1) == frame)
		last++;
	top = first->y - frame_pad(galley, first->strip, -1);
	bottom = last->y + last->strip->height + frame_pad(galley, last->strip, 1);
	frame_paint(&sheet->painter, frame, galley->width, sheet->frame.x, sheet->frame.y + top,
	    bottom - top);
}

/* Paints what is placed there, and says how many of those after it are painted with it. */
static size_t
paint_placed(const struct sheet *sheet, size_t number)
{
	const struct placed *placed = &sheet->placed.at[number];
	length x = sheet->frame.x, y = sheet->frame.y + placed->y;
	length width = placed->portion->galley->width;
	size_t count = 1;

	if (placed->part) {
		part_paint(placed->part, &sheet->painter, x + placed->strip->chunk->left, y);
		return 1;
	}
	while (number + count < sheet->placed.count && placed[count].strip == placed->strip + count)
		count++;
	paint_frame_of(sheet, placed);
	return strip_paint(&sheet->painter, placed->strip, count, width, x, y);
}

/*
 * The boxes stay in memory of their own, that of the round before if they fit,
 * with room for what stands around the text.
 */
static void
keep_boxes(struct sheet *sheet)
{
	struct typesetter *ts = sheet->ts;
	struct boxes *boxes = &sheet->painter.page->boxes, *kept;
	size_t number = ts->pages->list.count - 1;

	sheet->boxes = *boxes;
	while (ts->kept.count <= number)
		array_push(ts->arena, &ts->kept);
	kept = &ts->kept.at[number];
	if (kept->room < boxes->count + FURNITURE_BOXES) {
		kept->room = boxes->count + FURNITURE_BOXES;
		kept->at = arena_array(ts->shown, kept->room, sizeof *kept->at);
	}
	if (boxes->count > 0)
		memcpy(kept->at, boxes->at, boxes->count * sizeof *boxes->at);
	*boxes = (struct boxes){ kept->at, boxes->count, kept->room };
}

void
sheet_close(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->placed.count;)
		i += paint_placed(sheet, i);
	foot_paint(&sheet->foot, &sheet->painter, sheet->frame.x + sheet->ts->look->hang,
	    sheet->frame.y + sheet->frame.height, sheet->frame.height - sheet->y);
	keep_boxes(sheet);
	arena_clear(sheet->ts->scratch);
}
