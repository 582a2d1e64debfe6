/* SPDX-License-Identifier: MIT */
/*
 * Filling pages.
 *
 * What comes next is placed until something does not fit; the page then ends
 * at the last place where it may. Where there is none, it ends before what
 * does not fit, and a strip that is higher than a page stands by itself: there
 * is always a way on. Cost is linear, for no page looks back further than to
 * its own first strip.
 */
#include "typeset/furniture/furniture.h"
#include "typeset/sheet.h"
#include "typeset/table/table.h"

enum { NEARLY_EMPTY = 8 };	/* of how many parts of a page one at most is filled */

struct pager {
	struct typesetter *ts;
	const struct portions *portions;
	struct position at;		/* what comes next */
	struct sheet sheet;
	struct checkpoint end;		/* the last place where the page may end */
	/* before the last heading: where there is no better place */
	struct checkpoint heading;
	/* before the last block that need not part its lines: where there is neither */
	struct checkpoint block;
};

static const struct portion *
portion_at(const struct pager *pager)
{
	return &pager->portions->at[pager->at.portion];
}

static const struct strip *
strip_at(const struct pager *pager)
{
	return &portion_at(pager)->galley->strips.at[pager->at.strip];
}

static bool
is_done(const struct pager *pager)
{
	return pager->at.portion == pager->portions->count;
}

/* True when something comes next that pages are filled with. */
static bool
goes_on(const struct pager *pager)
{
	return !is_done(pager) && !portion_at(pager)->is_cover;
}

/* Past portions that hold nothing. */
static void
skip_empty(struct pager *pager)
{
	while (goes_on(pager) && pager->at.strip >= portion_at(pager)->galley->strips.count) {
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

/* ---- where the page may end ---- */

static void
set_end(struct pager *pager)
{
	pager->end = sheet_checkpoint(&pager->sheet, pager->at);
	pager->heading.is_set = false;
}

/* A heading that leads into what is next, and not one that leads into a heading. */
static bool
begins_heading(const struct pager *pager)
{
	const struct placed *last = sheet_last(&pager->sheet);

	return last && pager->at.strip == 0 && portion_at(pager)->node->tag == TAG_H &&
	    last->strip->chunk->node->tag != TAG_H;
}

/*
 * What comes next is a block's first line, and what stands above it asks for
 * no company of its own; or a caption, which stays with what is below it.
 */
static bool
begins_block(const struct pager *pager)
{
	const struct placed *last = sheet_last(&pager->sheet);
	const struct strip *next = strip_at(pager);

	return last && next->line == 0 &&
	    (last->strip->keeps == 0 || next->chunk->node->tag == TAG_CAPTION);
}

static void
note_ends(struct pager *pager)
{
	bool is_empty = sheet_is_empty(&pager->sheet);

	if (!is_empty && !strip_at(pager)->is_kept)
		set_end(pager);
	else if (begins_heading(pager))
		pager->heading = sheet_checkpoint(&pager->sheet, pager->at);
	else if (begins_block(pager))
		pager->block = sheet_checkpoint(&pager->sheet, pager->at);
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
	sheet_go_back(&pager->sheet, end);
	return true;
}

/*
 * True where the page can end nowhere before what comes next: nothing stands
 * on it, or nothing but what stays with that, and leaves the most of it free.
 */
static bool
is_fresh(const struct pager *pager)
{
	return !pager->end.is_set && pager->sheet.y < pager->sheet.frame.height / 2;
}

/* True where the page could end before what comes next, but would hold next to nothing. */
static bool
is_nearly_empty(const struct pager *pager)
{
	return pager->end.is_set && pager->end.placed > 0 &&
	    pager->end.y + pager->sheet.foot.height < pager->sheet.frame.height / NEARLY_EMPTY;
}

/* ---- what comes next ---- */

static length
form_room(const struct pager *pager)
{
	return pager->ts->look->space[SPACE_form_gap];
}

/* True when what comes next is of another form than what stands on the page. */
static bool
begins_form(const struct pager *pager)
{
	const struct portion *portion = portion_at(pager);

	return portion->form && portion->form != pager->sheet.form && pager->at.strip == 0;
}

/* How far the strip stands below what is there. */
static length
above_of(const struct pager *pager, const struct strip *strip)
{
	if (sheet_is_empty(&pager->sheet))
		return frame_pad(portion_at(pager)->galley, strip, -1);
	if (begins_form(pager) && pager->sheet.form)
		return form_room(pager);
	return strip->above;
}

/*
 * At the beginning of a form: how it stands. It is set closer when so it
 * shares the page with the next one, or fits at all. False when it would fit
 * on a page of its own, but does not fit here.
 */
static bool
place_form(struct pager *pager)
{
	struct sheet *sheet = &pager->sheet;
	size_t first = pager->at.portion, next = next_form(pager->portions, first);
	bool is_empty = sheet_is_empty(sheet);
	length room = sheet_room(sheet) - (is_empty ? 0 : above_of(pager, strip_at(pager)));
	length close = form_height(pager->ts, pager->portions, first, true);

	if (sheet->form && sheet->is_shared && close <= room)
		return true;
	sheet->is_shared = next < pager->portions->count &&
	    close + form_room(pager) + form_height(pager->ts, pager->portions, next, true) <= room;
	if (sheet->is_shared || form_height(pager->ts, pager->portions, first, false) <= room)
		return true;
	sheet->is_shared = close <= room;
	return sheet->is_shared || close > sheet->frame.height;
}

/* False when the page is full. */
static bool
place_table(struct pager *pager, const struct strip *strip)
{
	struct sheet *sheet = &pager->sheet;
	length above = above_of(pager, strip);
	struct grid_room room = {
		.height = sheet->frame.height - sheet->y - above,
		.foot = &sheet->foot,
		.is_close = sheet->is_shared,
		.is_fresh = is_fresh(pager),
	};
	struct placed placed = { .portion = portion_at(pager), .strip = strip };

	placed.part = grid_fill(strip->chunk->grid, &room);
	if (!placed.part)
		return false;
	sheet_place(sheet, &placed, above, part_height(placed.part));
	if (!part_is_last(placed.part)) {
		set_end(pager);
		return false;
	}
	next_strip(pager);
	return true;
}

/*
 * A strip whose notes are too long for any page stands all the same, where else
 * the page would be empty: they go on overleaf.
 */
static bool
place_strip(struct pager *pager, const struct strip *strip)
{
	struct sheet *sheet = &pager->sheet;
	struct placed placed = { .portion = portion_at(pager), .strip = strip };
	length above = above_of(pager, strip);
	length height = above + strip->height + frame_pad(placed.portion->galley, strip, 1);
	bool fits = height <= sheet_room(sheet);
	bool is_only = is_fresh(pager) || is_nearly_empty(pager);
	size_t notes = sheet->foot.count;

	foot_take_strip(&sheet->foot, strip);
	if (height > sheet_room(sheet) && (!sheet_is_empty(sheet) || pager->end.is_set) &&
	    !(fits && is_only)) {
		foot_give_back(&sheet->foot, notes);
		return false;
	}
	sheet_place(sheet, &placed, above, strip->height);
	next_strip(pager);
	return true;
}

/* True when what comes next asks for another page than this. */
static bool
wants_page(const struct pager *pager)
{
	const struct portion *portion = portion_at(pager);
	length most = pager->ts->look->space[SPACE_h1_room];

	return pager->at.strip == 0 &&
	    (portion->new_page || portion->landscape != pager->sheet.landscape ||
	        (portion->wants_room && sheet_room(&pager->sheet) < most));
}

/* ---- pages ---- */

/*
 * Where notes of the page before take so much room that nothing can begin, they
 * have the page to themselves.
 */
static void
fill_page(struct pager *pager)
{
	pager->end.is_set = pager->heading.is_set = pager->block.is_set = false;
	if (pager->sheet.foot.count > 0)
		set_end(pager);
	while (goes_on(pager) && (sheet_is_empty(&pager->sheet) || !wants_page(pager))) {
		const struct strip *strip = strip_at(pager);
		bool is_placed;

		note_ends(pager);
		if (begins_form(pager) && !place_form(pager) && go_back(pager))
			return;
		is_placed = chunk_is_table(strip->chunk) ? place_table(pager, strip)
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
	sheet_open(&pager->sheet, false);
	paint_cover(&pager->sheet.painter, portion_at(pager)->node);
	sheet_close(&pager->sheet);
	pager->at.portion++;
	skip_empty(pager);
}

/* What notes a cover would leave behind stand on a page before it. */
static void
fill_next(struct pager *pager)
{
	if (!is_done(pager) && !goes_on(pager) && pager->sheet.foot.count == 0) {
		fill_cover(pager);
		return;
	}
	sheet_open(&pager->sheet, goes_on(pager) && portion_at(pager)->landscape);
	fill_page(pager);
	sheet_close(&pager->sheet);
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
	struct pager pager = {
		.ts = ts,
		.portions = portions,
		.sheet = { .ts = ts, .foot = { .ts = ts } },
	};
	struct arena *outer = ts->scratch;

	ts->scratch = arena_new();	/* of one page at a time */
	ts->pages->list.count = 0;
	forget_tables(portions);
	skip_empty(&pager);
	while (!is_done(&pager) || pager.sheet.foot.count > 0 || ts->pages->list.count == 0)
		fill_next(&pager);
	arena_drop(ts->scratch);
	ts->scratch = outer;
}
