/* SPDX-License-Identifier: MIT */
/*
 * Boxes with words: what stands how is a row of a table. Edges differ by more
 * than colour: whole, dashed, double.
 */
#include "typeset/picture/box.h"

static const struct box_look { enum colour fill, edge, words; bool is_strong, is_dashed, is_double;
    } looks[] = {
	[STANDING_PLAIN] = { COLOUR_paper, COLOUR_brand, COLOUR_ink, false, false, false },
	[STANDING_GROUP] = { COLOUR_tint, COLOUR_brand, COLOUR_brand, true, false, false },
	[STANDING_ROOT] = { COLOUR_brand, COLOUR_brand, COLOUR_on_brand, true, false, false },
	[STANDING_UNSERVED] = { COLOUR_paper, COLOUR_edge, COLOUR_muted, false, true, false },
	[STANDING_ALONE] = { COLOUR_paper, COLOUR_brand, COLOUR_ink, false, false, true },
};

/* What the edges and the room beside the words take of a box's width. */
static length
sides(const struct easel *easel, const struct box_look *look)
{
	return 2 * easel->size[DRAWN_pad] + (look->is_double ? 2 * easel->size[DRAWN_double_edge] :
	    0);
}

static int
weight_of(const struct box_look *look, enum box_how how)
{
	return how == BOX_STRONG || look->is_strong ? WEIGHT_STRONG : WEIGHT_PLAIN;
}

length
box_least(struct easel *easel, const struct picture_box *box, enum box_how how)
{
	const struct box_look *look = &looks[box->standing];
	length ref = label_least(easel, &(struct wording){ .words = box->ref,
	    .weight = WEIGHT_STRONG });
	length words = label_least(easel, &(struct wording){ .words = box->words,
	    .weight = weight_of(look, how) });
	length more = label_least(easel, &(struct wording){ .words = box->more });

	return sides(easel, look) + longer(ref, longer(words, more)) + POINTS(0.1);
}

struct set_box
box_set(struct easel *easel, const struct picture_box *box, length width, length least,
    enum box_how how)
{
	const struct box_look *look = &looks[box->standing];
	const length *size = easel->size;
	struct set_box set = { .box = box, .width = width };
	length room = width - sides(easel, look), pad = size[DRAWN_pad_y];
	int weight = weight_of(look, how);

	if (box->ref.length > 0) {
		set.ref = label_set(easel, &(struct wording){ .words = box->ref,
		    .weight = WEIGHT_STRONG,
		    .colour = look->words }, room);
		set.ref_width = longer(scaled(size[DRAWN_ref], easel->scale, 1000),
		    set.ref.width + size[DRAWN_pad] / 2);
		if (how == BOX_ABOVE || set.ref_width > room / 2)
			set.ref_width = 0;	/* above the words */
	}
	set.words = label_set(easel, &(struct wording){ .words = box->words, .weight = weight,
	    .colour = look->words }, room - set.ref_width);
	set.more = label_set(easel, &(struct wording){ .words = box->more, .colour = look->words },
	    room);
	set.height = longer(set.words.height, set.ref_width ? set.ref.height : 0) +
	    (set.more.height ? set.more.height + set.more.leading - set.more.size : 0);
	if (set.ref.height > 0 && !set.ref_width)
		set.height += set.ref.height + set.ref.leading - set.ref.size;
	pad += look->is_double ? size[DRAWN_double_edge] : 0;
	set.height = longer(least, set.height + 2 * (pad + size[DRAWN_edge]));
	return set;
}

/*
 * From the top down: the reference where it has no column of its own, the
 * words, what else is said.
 */
static void
paint_words(struct easel *easel, const struct set_box *set, const struct box_look *look)
{
	length lead = set->words.leading - set->words.size;
	length more = set->more.height > 0 ? lead + set->more.height : 0;
	bool is_above = set->ref.height > 0 && set->ref_width == 0;
	length named = is_above ? set->words.height : longer(set->words.height, set->ref.height);
	length all = named + more + (is_above ? set->ref.height + lead : 0);
	length x = set->x + sides(easel, look) / 2, y = set->y + (set->height - all) / 2;

	if (set->ref.height > 0)
		label_paint(easel, &set->ref, x, is_above ? y : y + (named - set->ref.height) / 2,
		    set->ref.width, SET_LEFT);
	if (is_above)
		y += set->ref.height + lead;
	if (set->words.height > 0)
		label_paint(easel, &set->words, x + set->ref_width,
		    y + (named - set->words.height) / 2,
		    set->words.width, SET_LEFT);
	if (set->more.height > 0)
		label_paint(easel, &set->more, x, y + named + lead, set->more.width, SET_LEFT);
}

void
box_paint(struct easel *easel, const struct set_box *set)
{
	const struct box_look *look = &looks[set->box->standing];
	length in = easel->size[DRAWN_double_edge];
	struct pen pen = { .fill = look->fill, .stroke = look->edge,
	    .width = easel->size[DRAWN_edge],
	    .radius = easel->size[DRAWN_radius], .dashed = look->is_dashed };

	draw_box(easel, &pen, set->x, set->y, set->width, set->height);
	if (look->is_double) {
		pen.fill = COLOUR_NONE;
		draw_box(easel, &pen, set->x + in, set->y + in, set->width - 2 * in,
		    set->height - 2 * in);
	}
	paint_words(easel, set, look);
}
