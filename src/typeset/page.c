/* SPDX-License-Identifier: MIT */
/*
 * Filling pages.
 *
 * Strips are taken one after the other until one does not fit; the page then
 * ends at the last place where it may. Where there is none, it ends before
 * the strip that does not fit, and a strip that is higher than a page stands
 * by itself: there is always a way on. Cost is linear, for no page looks back
 * further than to its own first strip.
 */
#include "typeset/page.h"

#include "typeset/furniture/furniture.h"
#include "typeset/table/table.h"

/* A strip of a portion. */
struct position { size_t portion, strip; };

struct placed { const struct galley *galley; const struct strip *strip; length y; };
ARRAY(struct placed, placed_list);

/* Where the page may end: what stands on it by then. */
struct checkpoint { struct position at; size_t placed, notes; bool is_set; };

struct pager {
	struct typesetter *ts;
	const struct portions *portions;
	struct position at;
	struct painter painter;
	struct frame_place frame;
	bool landscape;
	struct placed_list placed;
	struct foot foot;
	length y;			/* lower edge of what stands on the page */
	bool is_empty;
	bool is_shared;			/* by two forms: their fields are closer */
	int form;			/* the last one on the page */
	struct checkpoint end;
	struct checkpoint heading;	/* before the last heading: where there is no better place */
	struct checkpoint block;	/* before the last block that need not part its lines: where there is neither */
	struct boxes boxes;		/* memory for those of the page in the making */
};

enum { FURNITURE_BOXES = 8 };

static const struct portion *
portion_at(const struct pager *pager)
{
	return &pager->portions->at[pager->at.portion];
}

static bool
is_done(const struct pager *pager)
{
	return pager->at.portion == pager->portions->count;
}

/* Past portions that hold nothing. */
static void
skip_empty(struct pager *pager)
{
	while (!is_done(pager) && !portion_at(pager)->is_cover && pager->at.strip >= portion_at(pager)->galley->strips.count) {
		pager->at.portion++;
		pager->at.strip = 0;
	}
}

static void
next_strip(struct pager *pager)
{
	pager->at.strip++;
	skip_empty(pager);
}

static const struct strip *
strip_at(const struct pager *pager)
{
	return &portion_at(pager)->galley->strips.at[pager->at.strip];
}

static length
room_left(const struct pager *pager)
{
	return pager->frame.height - pager->foot.height - pager->y;
}

/* ---- pages ---- */

static void
open_page(struct pager *pager, bool landscape)
{
	struct typesetter *ts = pager->ts;
	const struct tokens *look = ts->look;
	struct page *page = array_push(ts->shown, &ts->pages->list);

	page->boxes = pager->boxes;
	page->boxes.count = 0;
	page->width = landscape ? look->height : look->width;
	page->height = landscape ? look->width : look->height;
	page->landscape = landscape;
	page->label = text_number(ts->shown, (long long)ts->pages->list.count);
	pager->painter = (struct painter){ ts, page, ARTIFACT_LAYOUT, false };
	pager->frame = page_frame(look, landscape);
	pager->landscape = landscape;
	pager->y = 0;
	pager->is_empty = true;
	pager->is_shared = false;
	pager->form = 0;
	pager->end.is_set = pager->heading.is_set = pager->block.is_set = false;
	pager->placed.count = 0;
}

/* The room that a frame has above a strip, or below it, when a page begins or ends with that. */
static length
frame_pad(const struct galley *galley, const struct strip *strip, int beside)
{
	const struct strip *next = strip + beside, *end = galley->strips.at + galley->strips.count;
	const struct frame *frame = strip->chunk->frame;

	if (!frame || next < galley->strips.at || next == end || next->chunk->frame != frame)
		return 0;
	return frame->pad;
}

/* The strips of one frame that follow each other on the page share its box. */
static void
paint_frame_of(struct pager *pager, size_t first)
{
	const struct placed *placed = pager->placed.at, *last = &placed[first];
	const struct frame *frame = last->strip->chunk->frame;
	length top, bottom;

	if (!frame || (first > 0 && placed[first - 1].strip->chunk->frame == frame))
		return;
	while (last + 1 < placed + pager->placed.count && last[1].strip->chunk->frame == frame)
		last++;
	top = placed[first].y - frame_pad(placed[first].galley, placed[first].strip, -1);
	bottom = last->y + last->strip->height + frame_pad(last->galley, last->strip, 1);
	frame_paint(&pager->painter, frame, last->galley->width, pager->frame.x,
	    pager->frame.y + top, bottom - top);
}

/* The boxes stay in memory of their own, that of the round before if they fit, with room for what stands around the text. */
static void
keep_boxes(struct pager *pager)
{
	struct typesetter *ts = pager->ts;
	struct boxes *boxes = &pager->painter.page->boxes, *kept;
	size_t number = ts->pages->list.count - 1;

	pager->boxes = *boxes;
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

static void
close_page(struct pager *pager)
{
	length bottom = pager->frame.y + pager->frame.height;

	for (size_t i = 0; i < pager->placed.count; i++) {
		const struct placed *placed = &pager->placed.at[i];

		paint_frame_of(pager, i);
		strip_paint(&pager->painter, placed->strip, placed->galley->width, pager->frame.x,
		    pager->frame.y + placed->y);
	}
	foot_paint(&pager->foot, &pager->painter, pager->frame.x + pager->ts->look->hang, bottom,
	    pager->frame.height - pager->y);
	keep_boxes(pager);
}

static struct checkpoint
checkpoint_here(const struct pager *pager)
{
	return (struct checkpoint){ pager->at, pager->placed.count, pager->foot.count, true };
}

static void
set_checkpoint(struct pager *pager)
{
	pager->end = checkpoint_here(pager);
	pager->heading.is_set = false;
}

/* The page ends at the last place where it may; false when there is none. */
static bool
go_back(struct pager *pager)
{
	const struct checkpoint *end = pager->end.is_set ? &pager->end :
	    pager->heading.is_set ? &pager->heading : &pager->block;

	if (!end->is_set)
		return false;
	pager->at = end->at;
	pager->placed.count = end->placed;
	foot_give_back(&pager->foot, end->notes);
	return true;
}

/* ---- forms ---- */

/* The height of the portions of a form from that one on, as if on one page. */
static length
form_height(const struct pager *pager, size_t first, bool is_shared)
{
	length height = 0;

	for (size_t i = first; i < pager->portions->count && pager->portions->at[i].form == pager->portions->at[first].form; i++) {
		const struct strips *strips = &pager->portions->at[i].galley->strips;

		for (size_t k = 0; k < strips->count; k++) {
			const struct chunk *chunk = strips->at[k].chunk;

			height += i > first || k > 0 ? strips->at[k].above : 0;
			height += chunk->kind == CHUNK_TABLE ? grid_height(chunk->grid, is_shared)
			                                     : strips->at[k].height;
		}
	}
	return height;
}

/* The first portion of the form that follows at once, or the count of all when none does. */
static size_t
next_form(const struct pager *pager, size_t first)
{
	size_t next = first;

	while (next < pager->portions->count &&
	    pager->portions->at[next].form == pager->portions->at[first].form)
		next++;
	return next < pager->portions->count && pager->portions->at[next].form &&
	        !pager->portions->at[next].new_page
	    ? next
	    : pager->portions->count;
}

/*
 * At the beginning of a form: how it stands. It is set closer when so it
 * shares the page with the next one, or fits at all. False when it would fit
 * on a page of its own, but does not fit here.
 */
static bool
place_form(struct pager *pager)
{
	size_t first = pager->at.portion, next = next_form(pager, first);
	length gap = pager->ts->look->space[SPACE_form_gap];
	length room = room_left(pager) - (pager->is_empty ? 0 : pager->form ? gap : strip_at(pager)->above);
	length close = form_height(pager, first, true), wide = form_height(pager, first, false);

	if (pager->form && pager->is_shared && close <= room)
		return true;
	pager->is_shared =
	    next < pager->portions->count && close + gap + form_height(pager, next, true) <= room;
	if (pager->is_shared || wide <= room)
		return true;
	if (close <= room) {
		pager->is_shared = true;
		return true;
	}
	return close > pager->frame.height;
}

/* ---- what stands on a page ---- */

/* How far the strip stands below what is there. */
static length
above_of(const struct pager *pager, const struct strip *strip)
{
	const struct portion *portion = portion_at(pager);

	if (pager->is_empty)
		return frame_pad(portion->galley, strip, -1);
	if (portion->form && pager->at.strip == 0 && pager->form && portion->form != pager->form)
		return pager->ts->look->space[SPACE_form_gap];
	return strip->above;
}

/*
 * True where the page can end nowhere before what comes next: nothing stands
 * on it, or nothing but what stays with that, and leaves the most of it free.
 */
static bool
is_fresh(const struct pager *pager)
{
	return !pager->end.is_set && pager->y < pager->frame.height / 2;
}

/* False when the page is full. */
static bool
place_table(struct pager *pager, const struct strip *strip)
{
	const struct chunk *chunk = strip->chunk;
	length above = above_of(pager, strip), height = 0;
	struct grid_room room = { .painter = &pager->painter, .x = pager->frame.x + chunk->left,
		.y = pager->frame.y + pager->y + above, .bottom = pager->frame.y + pager->frame.height,
		.foot = &pager->foot, .is_close = pager->is_shared, .is_fresh = is_fresh(pager) };
	enum grid_filled filled = grid_fill(chunk->grid, &room, &height);

	if (filled == GRID_NOTHING)
		return false;
	pager->y += above + height;
	pager->is_empty = false;
	pager->end.is_set = pager->heading.is_set = pager->block.is_set = false;
	pager->form = portion_at(pager)->form;
	if (filled == GRID_PART) {
		set_checkpoint(pager);
		return false;
	}
	next_strip(pager);
	return true;
}

/* A strip whose notes are too long for any page stands all the same: they go on overleaf. */
static bool
place_strip(struct pager *pager, const struct strip *strip)
{
	length above = above_of(pager, strip);
	length height = strip->height + frame_pad(portion_at(pager)->galley, strip, 1);
	bool fits = above + height <= room_left(pager);
	size_t notes = pager->foot.count;
	struct placed *placed;

	foot_take_strip(&pager->foot, strip);
	if (above + height > room_left(pager) && (!pager->is_empty || pager->end.is_set) &&
	    !(fits && is_fresh(pager))) {
		foot_give_back(&pager->foot, notes);
		return false;
	}
	placed = array_push(pager->ts->arena, &pager->placed);
	*placed = (struct placed){ portion_at(pager)->galley, strip, pager->y + above };
	pager->y += above + strip->height;
	pager->is_empty = false;
	pager->form = portion_at(pager)->form;
	next_strip(pager);
	return true;
}

/* True when what comes next asks for another page than this. */
static bool
wants_page(const struct pager *pager)
{
	const struct portion *portion = portion_at(pager);

	return pager->at.strip == 0 &&
	    (portion->is_cover || portion->new_page || portion->landscape != pager->landscape ||
	        (portion->wants_room && room_left(pager) < pager->ts->look->space[SPACE_h1_room]));
}

/* A heading that leads into what is next, and not one that leads into a heading. */
static bool
begins_heading(const struct pager *pager)
{
	return pager->at.strip == 0 && portion_at(pager)->node->tag == TAG_H &&
	    pager->placed.count > 0 &&
	    pager->placed.at[pager->placed.count - 1].strip->chunk->node->tag != TAG_H;
}

/* Where notes of the page before take so much room that nothing can begin, they have the page to themselves. */
/* What comes next is a block's first line, and what stands above it asks for no company of its own. */
static bool
begins_block(const struct pager *pager)
{
	const struct placed_list *placed = &pager->placed;

	return placed->count > 0 && strip_at(pager)->line == 0 &&
	    placed->at[placed->count - 1].strip->keeps == 0;
}

static void
fill_page(struct pager *pager)
{
	if (pager->foot.count > 0)
		set_checkpoint(pager);
	while (!is_done(pager) && (pager->is_empty || !wants_page(pager))) {
		const struct portion *portion = portion_at(pager);
		const struct strip *strip = strip_at(pager);
		bool is_form =
		    portion->form && portion->form != pager->form && pager->at.strip == 0;
		bool is_placed;

		if (!pager->is_empty && !strip->is_kept)
			set_checkpoint(pager);
		else if (!pager->is_empty && begins_heading(pager))
			pager->heading = checkpoint_here(pager);
		else if (begins_block(pager))
			pager->block = checkpoint_here(pager);
		if (is_form && !place_form(pager) && go_back(pager))
			return;
		is_placed = strip->chunk->kind == CHUNK_TABLE ? place_table(pager, strip)
		                                              : place_strip(pager, strip);
		if (!is_placed) {
			go_back(pager);
			return;
		}
	}
}

static void
fill_cover(struct pager *pager)
{
	open_page(pager, false);
	paint_cover(&pager->painter, portion_at(pager)->node);
	keep_boxes(pager);
	pager->at.portion++;
	skip_empty(pager);
}

static void
forget_tables(const struct portions *portions)
{
	for (size_t i = 0; i < portions->count; i++) {
		const struct galley *galley = portions->at[i].galley;

		for (size_t k = 0; galley && k < galley->chunks.count; k++)
			if (galley->chunks.at[k]->grid)
				grid_forget(galley->chunks.at[k]->grid);
	}
}

void
fill_pages(struct typesetter *ts, const struct portions *portions)
{
	struct pager pager = { .ts = ts, .portions = portions, .foot = { .ts = ts } };

	ts->pages->list.count = 0;
	forget_foot_notes(ts);
	forget_tables(portions);
	skip_empty(&pager);
	while (!is_done(&pager)) {
		if (portion_at(&pager)->is_cover) {
			fill_cover(&pager);
			continue;
		}
		open_page(&pager, portion_at(&pager)->landscape);
		fill_page(&pager);
		close_page(&pager);
	}
	while (pager.foot.count > 0 || ts->pages->list.count == 0) {
		open_page(&pager, false);
		close_page(&pager);
	}
}

/* ---- spots ---- */

void
find_spots(struct typesetter *ts)
{
	struct pages *pages = ts->pages;

	for (int i = 0; i < ts->tree->count; i++)
		pages->spots[i] = (struct spot){ .page = -1 };
	for (size_t i = 0; i < pages->list.count; i++) {
		const struct boxes *boxes = &pages->list.at[i].boxes;

		for (size_t k = 0; k < boxes->count; k++) {
			const struct box *box = &boxes->at[k];
			length rise = box->kind == BOX_TEXT ? scaled(box->height, 780, 1000) : 0;

			for (const struct node *node = box->shows;
			     node && pages->spots[node->index].page < 0; node = node->parent)
				pages->spots[node->index] = (struct spot){ (int)i, box->x, box->y - rise };
		}
	}
}
