/* SPDX-License-Identifier: MIT */
/*
 * Boxes in drawing order to operators, each within the marked content of what
 * it shows, or of an artifact (ISO 32000-1, 14.6 and 14.8.2.2).
 *
 * Boxes of one node that follow each other share one sequence. That of text
 * stands within the text object, that of a picture around it, so that both
 * nest as they must.
 */
#include "write/pdf/page/content.h"

#include <assert.h>

#include "write/pdf/page/image.h"
#include "write/pdf/page/pen.h"
#include "write/pdf/page/text.h"

static const char *const element_tags[TAG_COUNT] = {
	[TAG_P] = "P", [TAG_LBL] = "Lbl", [TAG_LBODY] = "LBody", [TAG_TH] = "TH", [TAG_TD] = "TD",
	[TAG_CAPTION] = "Caption", [TAG_NOTE] = "Note", [TAG_REFERENCE] = "Reference",
	[TAG_LINK] = "Link", [TAG_FIGURE] = "Figure", [TAG_H] = "H", [TAG_TOCI] = "TOCI",
};

static const char *const artifact_tags[] = {
	[ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
	[ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n",
	[ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n",
	[ARTIFACT_WATERMARK] = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n",
};

/* ---- marked content ---- */

static void
end_path(struct canvas *canvas)
{
	if (canvas->has_path)
		buffer_string(&canvas->out, "f\n");
	canvas->has_path = false;
}

static void
close_mark(struct canvas *canvas)
{
	if (canvas->marked == MARKED_NOTHING)
		return;
	end_path(canvas);
	pen_end_line(canvas);
	if (!canvas->marked_in_text)
		pen_end(canvas);
	for (; canvas->spans > 0; canvas->spans--)
		buffer_string(&canvas->out, "EMC\n");
	buffer_string(&canvas->out, "EMC\n");
	canvas->marked = MARKED_NOTHING;
}

/* The node whose structure element holds what a box shows: a leaf is part of its parent. */
static const struct trace *
owner_of(const struct pdf *pdf, const struct node *shows)
{
	const struct trace *owner = trace_of(pdf, shows);

	if (tag_is_leaf(shows->tag) && shows->tag != TAG_PAGE_OF)
		owner = &pdf->traces[owner->parent];
	return owner->folded ? &pdf->traces[owner->parent] : owner;
}

static int
add_mark(struct canvas *canvas, const struct node *shows)
{
	struct pdf *pdf = canvas->pdf;
	struct trace *trace = trace_of(pdf, shows);
	struct marked *mark = array_push(pdf->arena, &pdf->marks);

	mark->page = canvas->number;
	mark->mcid = (int)canvas->sheet->owners.count;
	*array_push(pdf->arena, &canvas->sheet->owners) = owner_of(pdf, shows);
	if (trace->last_mark)
		pdf->marks.at[trace->last_mark - 1].next = (int)pdf->marks.count;
	else
		trace->first_mark = (int)pdf->marks.count;
	trace->last_mark = (int)pdf->marks.count;
	return mark->mcid;
}

static void
open_node(struct canvas *canvas, const struct node *shows)
{
	const struct trace *owner = owner_of(canvas->pdf, shows);
	const char *tag = element_tags[owner->tag];

	buffer_byte(&canvas->out, '/');
	buffer_string(&canvas->out, tag ? tag : "Span");
	if (owner->tag == TAG_H)
		buffer_number(&canvas->out, owner->node->level);
	buffer_string(&canvas->out, "<<");
	put_pair(&canvas->out, "MCID", add_mark(canvas, shows));
	buffer_string(&canvas->out, ">>BDC\n");
	if (tag_is_leaf(shows->tag) && shows->language.length > 0) {
		buffer_string(&canvas->out, "/Span<</Lang");
		put_string(&canvas->out, shows->language);
		buffer_string(&canvas->out, ">>BDC\n");
		canvas->spans = 1;
	}
	canvas->marked = MARKED_NODE;
	canvas->node = shows;
	canvas->spent = false;
}

void
canvas_renew(struct canvas *canvas)
{
	const struct node *node = canvas->node;

	if (!canvas->spent || canvas->marked != MARKED_NODE || !canvas->marked_in_text)
		return;
	close_mark(canvas);
	open_node(canvas, node);
}

/* Words that follow each other in one element may share a sequence. */
static bool
continues(const struct node *open, const struct node *shows)
{
	const struct node *next = open->next;

	if (open == shows)
		return true;
	while (next && next->tag == TAG_BREAK)
		next = next->next;
	return open->tag == TAG_TEXT && shows->tag == TAG_TEXT && next == shows &&
	    open->language.length == 0 && shows->language.length == 0;
}

/* What stands below a field that is filled in later is no more content than a rule is. */
static bool
is_real(const struct box *box)
{
	return box->shows && !box->shows->decorative && box->shows->tag != TAG_FORM;
}

static void
switch_mark(struct canvas *canvas, const struct box *box)
{
	const struct node *shows = is_real(box) ? box->shows : NULL;
	bool is_text = box->kind == BOX_TEXT && !box->turn && (!shows || shows->tag != TAG_FIGURE);
	bool fits = is_text || !canvas->marked_in_text;

	if (shows && canvas->marked == MARKED_NODE && fits && continues(canvas->node, shows)) {
		canvas->node = shows;
		return;
	}
	if (!shows && canvas->marked == MARKED_ARTIFACT && fits &&
	    canvas->artifact == box->artifact)
		return;
	close_mark(canvas);
	if (is_text)
		pen_begin(canvas);
	else
		pen_end(canvas);
	canvas->marked_in_text = is_text;
	if (shows) {
		open_node(canvas, shows);
		return;
	}
	buffer_string(&canvas->out, artifact_tags[box->artifact]);
	canvas->marked = MARKED_ARTIFACT;
	canvas->artifact = box->artifact;
}

/* ---- colours and lines ---- */

/* Eight bits as thousandths: read back and rounded, they are the same eight bits. */
static void
put_colour(struct canvas *canvas, enum colour colour, const char *operator)
{
	uint32_t rgb = canvas->pdf->colours[colour];

	for (int shift = 16; shift >= 0; shift -= 8) {
		buffer_thousandths(&canvas->out, ((rgb >> shift & 255) * 1000 + 127) / 255);
		buffer_byte(&canvas->out, ' ');
	}
	buffer_string(&canvas->out, operator);
}

void
canvas_fill_colour(struct canvas *canvas, enum colour colour)
{
	assert(colour != COLOUR_NONE);
	if (canvas->fill == colour)
		return;
	put_colour(canvas, colour, "rg\n");
	canvas->fill = colour;
}

static void
set_stroke(struct canvas *canvas, const struct shape *shape)
{
	if (canvas->stroke != shape->stroke)
		put_colour(canvas, shape->stroke, "RG\n");
	canvas->stroke = shape->stroke;
	if (canvas->width != shape->width) {
		put_lengths(&canvas->out, &shape->width, 1);
		buffer_string(&canvas->out, "w\n");
	}
	canvas->width = shape->width;
	if (canvas->round != shape->round)
		buffer_string(&canvas->out, shape->round ? "1 J 1 j\n" : "0 J 0 j\n");
	canvas->round = shape->round;
	if (canvas->dash[0] == shape->dash[0] && canvas->dash[1] == shape->dash[1])
		return;
	buffer_byte(&canvas->out, '[');
	if (shape->dash[0] > 0)
		put_lengths(&canvas->out, shape->dash, 2);
	buffer_string(&canvas->out, "]0 d\n");
	canvas->dash[0] = shape->dash[0];
	canvas->dash[1] = shape->dash[1];
}

/* ---- boxes ---- */

static void
draw_fill(struct canvas *canvas, const struct box *box)
{
	const length rectangle[4] = {
		box->x, from_foot(canvas->page, box->y + box->height), box->width, box->height,
	};

	if (canvas->fill != box->colour)
		end_path(canvas);
	canvas_fill_colour(canvas, box->colour);
	put_lengths(&canvas->out, rectangle, 4);
	buffer_string(&canvas->out, "re\n");
	canvas->has_path = true;
}

static void
draw_shape(struct canvas *canvas, const struct box *box)
{
	static const char *const verbs[] = {
		[PATH_MOVE] = "m\n", [PATH_LINE] = "l\n", [PATH_CURVE] = "c\n",
		[PATH_CLOSE] = "h\n",
	};
	const struct shape *shape = box->shape;
	const struct point *point = shape->points;
	bool fills = shape->fill != COLOUR_NONE, strokes = shape->stroke != COLOUR_NONE;

	if (fills)
		canvas_fill_colour(canvas, shape->fill);
	if (strokes)
		set_stroke(canvas, shape);
	for (int i = 0; i < shape->verb_count; i++) {
		enum path_verb verb = shape->verbs[i];

		for (int k = 0; k < path_points(verb); k++, point++)
			put_lengths(&canvas->out, (length[2]){ box->x + point->x,
			    from_foot(canvas->page, box->y + point->y) }, 2);
		buffer_string(&canvas->out, verbs[verb]);
	}
	buffer_string(&canvas->out, fills && strokes ? "B\n" : fills ? "f\n"
	    : strokes ? "S\n" : "n\n");
}

static void
draw_image(struct canvas *canvas, const struct box *box)
{
	int object = image_object(canvas->pdf, box->image);
	struct numbers *images = &canvas->sheet->images;
	size_t known = 0;

	while (known < images->count && images->at[known] != object)
		known++;
	if (known == images->count)
		*array_push(canvas->pdf->arena, images) = object;
	canvas->sheet->transparent |= image_has_alpha(canvas->pdf, box->image);
	buffer_string(&canvas->out, "q ");
	put_lengths(&canvas->out, (length[6]){ box->width, 0, 0, box->height,
	    box->x, from_foot(canvas->page, box->y + box->height) }, 6);
	buffer_format(&canvas->out, "cm/X%d Do Q\n", object);
}

static void
draw_ink(struct canvas *canvas, const struct box *box)
{
	if (box->kind == BOX_FILL) {
		draw_fill(canvas, box);
		return;
	}
	end_path(canvas);
	if (box->kind == BOX_PATH)
		draw_shape(canvas, box);
	else
		draw_image(canvas, box);
}

/* The box turned about its corner: drawn there as if the corner were the page's. */
static void
draw_turned(struct canvas *canvas, const struct box *box)
{
	struct box upright = *box;
	struct canvas before;

	end_path(canvas);
	before = *canvas;
	upright.x = 0;
	upright.y = canvas->page->height;
	buffer_string(&canvas->out, "q ");
	put_turn(&canvas->out, box->turn);
	put_lengths(&canvas->out, (length[2]){ box->x, from_foot(canvas->page, box->y) }, 2);
	buffer_string(&canvas->out, "cm\n");
	draw_ink(canvas, &upright);
	end_path(canvas);
	buffer_string(&canvas->out, "Q\n");
	before.out = canvas->out;
	*canvas = before;
}

static void
draw_box(struct canvas *canvas, const struct box *box)
{
	switch_mark(canvas, box);
	if (box->kind == BOX_TEXT) {
		end_path(canvas);
		pen_begin(canvas);
		text_show(canvas, box);
		return;
	}
	pen_end(canvas);
	if (box->turn)
		draw_turned(canvas, box);
	else
		draw_ink(canvas, box);
}

static void
draw_page(struct pdf *pdf, int number, struct buffer *out)
{
	const struct page *page = &pdf->pages->list.at[number];
	struct sheet *sheet = &pdf->sheets[number];
	struct canvas canvas = {
		.pdf = pdf, .page = page, .sheet = sheet, .number = number, .out = *out,
		.width = POINTS(1), .face = -1,
	};

	for (array_each(const struct box, box, &page->boxes)) {
		canvas.next = box + 1 < box_end ? box + 1 : NULL;
		draw_box(&canvas, box);
	}
	end_path(&canvas);
	close_mark(&canvas);
	pen_end(&canvas);
	sheet->content =
	    stream_add(pdf->objects, TEXT(""), buffer_view(&canvas.out), PACKING_FLATE);
	*out = canvas.out;
	out->length = 0;
}

void
pages_draw(struct pdf *pdf)
{
	struct buffer out = { .arena = pdf->arena };

	for (int i = 0; i < page_count(pdf); i++)
		draw_page(pdf, i, &out);
}
