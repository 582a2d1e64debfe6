/* SPDX-License-Identifier: MIT */
/*
 * A palette that some people could not read is refused: words need a contrast
 * of 4.5 to 1 with each ground that they stand on, lines and shapes that mean
 * something 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), in the light and in the dark.
 *
 * Which role stands on which is a row of the table. Roles without a row mean
 * nothing by themselves: hairlines, tints, the cover's tones, the accent.
 */
#include "base/buffer.h"
#include "model/messages.h"
#include "read/house/style.h"

enum mode { LIGHT = 1, DARK = 2, BOTH = 3 };
enum { WORDS = 45, SHAPES = 30 };	/* tenths */

static const struct pair { enum colour colour, ground; int least; enum mode modes; } pairs[] = {
#define ON_GROUNDS(role, least)								\
	{ COLOUR_##role, COLOUR_paper, least, BOTH }, { COLOUR_##role, COLOUR_tint, least, BOTH }
	ON_GROUNDS(ink, WORDS), ON_GROUNDS(muted, WORDS), ON_GROUNDS(brand, WORDS),
	ON_GROUNDS(link, WORDS), ON_GROUNDS(link_visited, WORDS), ON_GROUNDS(good, WORDS),
	ON_GROUNDS(near, WORDS), ON_GROUNDS(bad, WORDS), ON_GROUNDS(none, WORDS),
	ON_GROUNDS(exempt, WORDS), ON_GROUNDS(brand2, SHAPES), ON_GROUNDS(edge, SHAPES),
#undef ON_GROUNDS
	{ COLOUR_ink, COLOUR_surface, WORDS, BOTH },
	{ COLOUR_exempt, COLOUR_surface, WORDS, DARK },
	{ COLOUR_ink, COLOUR_tint2, WORDS, LIGHT },
	{ COLOUR_ink, COLOUR_exempt_tint, WORDS, LIGHT },
	{ COLOUR_exempt, COLOUR_exempt_tint, WORDS, LIGHT },
	{ COLOUR_ink, COLOUR_band1, WORDS, BOTH },
	{ COLOUR_ink, COLOUR_band2, WORDS, BOTH },
	{ COLOUR_ink, COLOUR_band3, WORDS, BOTH },
	{ COLOUR_on_band4, COLOUR_band4, WORDS, BOTH },
	{ COLOUR_on_brand, COLOUR_brand, WORDS, BOTH },
	{ COLOUR_focus, COLOUR_halo, SHAPES, BOTH },
};

/* The light of a channel, in millionths, by its byte: ((c + 0.055) / 1.055) to the power of 2.4. */
static const int32_t light_of[256] = {
	0, 304, 607, 911, 1214, 1518, 1821, 2125, 2428, 2732, 3035, 3347, 3677, 4025, 4391,
	4777, 5182, 5605, 6049, 6512, 6995, 7499, 8023, 8568, 9134, 9721, 10330, 10960,
	11612, 12286, 12983, 13702, 14444, 15209, 15996, 16807, 17642, 18500, 19382, 20289,
	21219, 22174, 23153, 24158, 25187, 26241, 27321, 28426, 29557, 30713, 31896, 33105,
	34340, 35601, 36889, 38204, 39546, 40915, 42311, 43735, 45186, 46665, 48172, 49707,
	51269, 52861, 54480, 56128, 57805, 59511, 61246, 63010, 64803, 66626, 68478, 70360,
	72272, 74214, 76185, 78187, 80220, 82283, 84376, 86500, 88656, 90842, 93059, 95307,
	97587, 99899, 102242, 104616, 107023, 109462, 111932, 114435, 116971, 119538,
	122139, 124772, 127438, 130136, 132868, 135633, 138432, 141263, 144128, 147027,
	149960, 152926, 155926, 158961, 162029, 165132, 168269, 171441, 174647, 177888,
	181164, 184475, 187821, 191202, 194618, 198069, 201556, 205079, 208637, 212231,
	215861, 219526, 223228, 226966, 230740, 234551, 238398, 242281, 246201, 250158,
	254152, 258183, 262251, 266356, 270498, 274677, 278894, 283149, 287441, 291771,
	296138, 300544, 304987, 309469, 313989, 318547, 323143, 327778, 332452, 337164,
	341914, 346704, 351533, 356400, 361307, 366253, 371238, 376262, 381326, 386429,
	391572, 396755, 401978, 407240, 412543, 417885, 423268, 428690, 434154, 439657,
	445201, 450786, 456411, 462077, 467784, 473531, 479320, 485150, 491021, 496933,
	502886, 508881, 514918, 520996, 527115, 533276, 539479, 545724, 552011, 558340,
	564712, 571125, 577580, 584078, 590619, 597202, 603827, 610496, 617207, 623960,
	630757, 637597, 644480, 651406, 658375, 665387, 672443, 679542, 686685, 693872,
	701102, 708376, 715694, 723055, 730461, 737910, 745404, 752942, 760525, 768151,
	775822, 783538, 791298, 799103, 806952, 814847, 822786, 830770, 838799, 846873,
	854993, 863157, 871367, 879622, 887923, 896269, 904661, 913099, 921582, 930111,
	938686, 947307, 955973, 964686, 973445, 982251, 991102, 1000000,
};

/* In millionths. */
static int64_t
luminance(uint32_t colour)
{
	return (2126 * (int64_t)light_of[colour >> 16 & 255] +
	    7152 * (int64_t)light_of[colour >> 8 & 255] +
	    722 * (int64_t)light_of[colour & 255]) / 10000;
}

/* In hundredths, rounded down. */
static int64_t
contrast(uint32_t one, uint32_t other)
{
	int64_t a = luminance(one) + 50000, b = luminance(other) + 50000;

	return a > b ? 100 * a / b : 100 * b / a;
}

static struct text
role_name(struct styling *styling, enum colour colour)
{
	struct buffer name = { .arena = styling->arena };

	buffer_name(&name, colour_names[colour]);
	return buffer_view(&name);
}

/* At the colour that was said last: what it stands on, or on it, was there before. */
static void
check_pair(struct styling *styling, const struct pair *pair, bool is_dark)
{
	const struct tokens *look = &styling->style->look;
	const uint32_t *colours = is_dark ? look->dark : look->light;
	const struct said *said = styling->said[is_dark], *at = &said[pair->colour];
	int64_t has = contrast(colours[pair->colour], colours[pair->ground]);

	if (has >= 10 * pair->least)
		return;
	if (said[pair->ground].layer > at->layer)
		at = &said[pair->ground];
	report(styling->diag, at->at, low_contrast, role_name(styling, pair->colour),
	    text_format(styling->arena, "\"%.*s\"%s", TEXT_ARGS(role_name(styling, pair->ground)),
	        is_dark ? " in the dark" : ""),
	    text_format(styling->arena, "%d.%d", (int)(has / 100), (int)(has / 10 % 10)),
	    text_format(styling->arena, "%d.%d", pair->least / 10, pair->least % 10));
}

void
check_contrast(struct styling *styling)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (pairs[i].modes & LIGHT)
			check_pair(styling, &pairs[i], false);
		if (pairs[i].modes & DARK)
			check_pair(styling, &pairs[i], true);
	}
}
