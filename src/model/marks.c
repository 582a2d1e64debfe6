/* SPDX-License-Identifier: MIT */
/*
 * The shapes of the marks. No two of them differ by colour alone: star, disc
 * with a tick, half diamond, triangle with an exclamation mark, ring with a
 * bar. What is "cut out" is drawn in the colour of the paper.
 */
#include "model/marks.h"

#define POLYGON4 { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE }
#define LINES(...) (struct point[]){ __VA_ARGS__ }
/* A closed or open path of count verbs. */
#define SHAPE(in, edge, wide, how, count, ...) \
	{ .fill = (in), .stroke = (edge), .width = (wide), .round = true, \
	  .verbs = (how), .verb_count = (count), .points = LINES(__VA_ARGS__) }
#define EMBLEM(wide, shape_array) \
	{ (wide), 16000, { (shape_array), sizeof(shape_array) / sizeof *(shape_array), \
	  sizeof(shape_array) / sizeof *(shape_array) } }

static enum path_verb star_path[] = {
	PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_LINE,
	PATH_LINE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE,
};
static enum path_verb disc_path[] = {
	PATH_MOVE, PATH_CURVE, PATH_CURVE, PATH_CURVE, PATH_CURVE, PATH_CLOSE,
};
static enum path_verb box_path[] = POLYGON4;
static enum path_verb triangle_path[] = { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE };
static enum path_verb line_path[] = { PATH_MOVE, PATH_LINE };
static enum path_verb bend_path[] = { PATH_MOVE, PATH_LINE, PATH_LINE };
static enum path_verb arrow_path[] = { PATH_MOVE, PATH_LINE, PATH_MOVE, PATH_LINE, PATH_LINE };

static struct shape ahead[] = {
	SHAPE(COLOUR_good, COLOUR_NONE, 0, star_path, 11, { 8000, -140 }, { 10234, 5786 },
	    { 16560, 6079 }, { 11614, 10034 }, { 13290, 16141 }, { 8000, 12660 },
	    { 2710, 16141 }, { 4386, 10034 }, { -560, 6079 }, { 5766, 5786 }),
};
static struct shape on[] = {
	SHAPE(COLOUR_good, COLOUR_NONE, 0, disc_path, 6, { 16000, 8000 }, { 16000, 12418 },
	    { 12418, 16000 }, { 8000, 16000 }, { 3582, 16000 }, { 0, 12418 }, { 0, 8000 },
	    { 0, 3582 }, { 3582, 0 }, { 8000, 0 }, { 12418, 0 }, { 16000, 3582 },
	    { 16000, 8000 }),
	SHAPE(COLOUR_NONE, COLOUR_paper, 2000, bend_path, 3, { 4400, 8300 }, { 7000, 10900 },
	    { 11700, 5400 }),
};
static struct shape near[] = {
	SHAPE(COLOUR_near, COLOUR_NONE, 0, triangle_path, 4, { 8000, 500 }, { 500, 8000 },
	    { 8000, 15500 }),
	SHAPE(COLOUR_NONE, COLOUR_near, 2000, box_path, 5, { 8000, 1400 }, { 14600, 8000 },
	    { 8000, 14600 }, { 1400, 8000 }),
};
static struct shape off[] = {
	SHAPE(COLOUR_bad, COLOUR_NONE, 0, triangle_path, 4, { 8000, 0 }, { 16600, 15600 },
	    { -600, 15600 }),
	SHAPE(COLOUR_NONE, COLOUR_paper, 2000, line_path, 2, { 8000, 6000 }, { 8000, 10000 }),
	SHAPE(COLOUR_NONE, COLOUR_paper, 2200, line_path, 2, { 8000, 13000 }, { 8000, 13010 }),
};
static struct shape no_status[] = {
	SHAPE(COLOUR_NONE, COLOUR_none, 2000, disc_path, 6, { 15000, 8000 }, { 15000, 11866 },
	    { 11866, 15000 }, { 8000, 15000 }, { 4134, 15000 }, { 1000, 11866 },
	    { 1000, 8000 }, { 1000, 4134 }, { 4134, 1000 }, { 8000, 1000 }, { 11866, 1000 },
	    { 15000, 4134 }, { 15000, 8000 }),
	SHAPE(COLOUR_NONE, COLOUR_none, 2000, line_path, 2, { 5200, 8000 }, { 10800, 8000 }),
};
static struct shape better[] = {
	SHAPE(COLOUR_NONE, COLOUR_ink, 2000, arrow_path, 5, { 3000, 13000 }, { 12600, 3400 },
	    { 5600, 3000 }, { 13000, 3000 }, { 13000, 10400 }),
};
static struct shape same[] = {
	SHAPE(COLOUR_NONE, COLOUR_ink, 2000, arrow_path, 5, { 1600, 8000 }, { 14000, 8000 },
	    { 9400, 3000 }, { 14400, 8000 }, { 9400, 13000 }),
};
static struct shape worse[] = {
	SHAPE(COLOUR_NONE, COLOUR_ink, 2000, arrow_path, 5, { 3000, 3000 }, { 12600, 12600 },
	    { 13000, 5600 }, { 13000, 13000 }, { 5600, 13000 }),
};
static struct shape done[] = {
	SHAPE(COLOUR_brand, COLOUR_brand, 2000, box_path, 5, { 8000, 1400 }, { 14600, 8000 },
	    { 8000, 14600 }, { 1400, 8000 }),
};
static struct shape open[] = {
	SHAPE(COLOUR_paper, COLOUR_brand, 2000, box_path, 5, { 8000, 1400 }, { 14600, 8000 },
	    { 8000, 14600 }, { 1400, 8000 }),
};

/* Four bars that rise; those up to the band are filled. */
#define BAR(in, left, top) SHAPE(in, COLOUR_ink, 1000, box_path, 5, { (left) + 500, (top) + 500 }, \
	{ (left) + 4900, (top) + 500 }, { (left) + 4900, 15500 }, { (left) + 500, 15500 })
#define BARS(two, three, four) { BAR(COLOUR_ink, 0, 12000), BAR(two, 7000, 8000), \
	BAR(three, 14000, 4000), BAR(four, 21000, 0) }
static struct shape band_1[] = BARS(COLOUR_NONE, COLOUR_NONE, COLOUR_NONE);
static struct shape band_2[] = BARS(COLOUR_ink, COLOUR_NONE, COLOUR_NONE);
static struct shape band_3[] = BARS(COLOUR_ink, COLOUR_ink, COLOUR_NONE);
static struct shape band_4[] = BARS(COLOUR_ink, COLOUR_ink, COLOUR_ink);

const struct mark_row mark_rows[MARK_COUNT] = {
	[MARK_NONE] = { .name = "" },
	[MARK_AHEAD] = { "ahead", COLOUR_good, 500, EMBLEM(16000, ahead) },
	[MARK_ON] = { "on", COLOUR_good, 500, EMBLEM(16000, on) },
	[MARK_NEAR] = { "near", COLOUR_near, 500, EMBLEM(16000, near) },
	[MARK_OFF] = { "off", COLOUR_bad, 600, EMBLEM(16000, off) },
	[MARK_NO_STATUS] = { "no-status", COLOUR_none, 500, EMBLEM(16000, no_status) },
	[MARK_BETTER] = { "better", COLOUR_NONE, 0, EMBLEM(16000, better) },
	[MARK_SAME] = { "same", COLOUR_NONE, 0, EMBLEM(16000, same) },
	[MARK_WORSE] = { "worse", COLOUR_NONE, 0, EMBLEM(16000, worse) },
	[MARK_DONE] = { "done", COLOUR_NONE, 0, EMBLEM(16000, done) },
	[MARK_OPEN] = { "open", COLOUR_NONE, 0, EMBLEM(16000, open) },
	[MARK_BAND_1] = { "band-1", COLOUR_NONE, 0, EMBLEM(26400, band_1) },
	[MARK_BAND_2] = { "band-2", COLOUR_NONE, 0, EMBLEM(26400, band_2) },
	[MARK_BAND_3] = { "band-3", COLOUR_NONE, 0, EMBLEM(26400, band_3) },
	[MARK_BAND_4] = { "band-4", COLOUR_NONE, 0, EMBLEM(26400, band_4) },
};
