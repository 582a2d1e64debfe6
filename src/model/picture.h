/* SPDX-License-Identifier: MIT */
/*
 * What a picture says, and not yet how it looks: boxes and who hangs on whom,
 * cells and what stands in them, dates, figures. No lengths: where each thing
 * stands is found when the picture is drawn (page.h: struct drawing), so that
 * paper and screen show one drawing.
 *
 * structure makes it, with the alternative text that says the same in words.
 */
#ifndef MODEL_PICTURE_H
#define MODEL_PICTURE_H

#include "base/array.h"
#include "base/calendar.h"
#include "base/decimal.h"
#include "model/tree.h"

enum picture_kind { PICTURE_MATRIX, PICTURE_MAP, PICTURE_CHART, PICTURE_TIMELINE, PICTURE_TREND,
    PICTURE_BULLETS };

/* ---- a matrix: risks by two scores ---- */

struct axis { struct text name; struct texts steps; };	/* steps from 1 upwards */

struct matrix_cell {
	struct text band;
	enum mark mark;			/* the bars of the band */
	int score;
	struct texts risks;		/* what names each of them */
};

struct matrix {
	struct axis across, up;
	struct matrix_cell *cells;	/* from the lowest row, each from the left */
};

/* ---- boxes and lines: maps, charts ---- */

enum standing {
	STANDING_PLAIN,
	STANDING_GROUP,			/* tinted: outcomes, themes, teams */
	STANDING_ROOT,			/* solid: there is one of it */
	STANDING_UNSERVED,		/* dashed, muted */
	STANDING_ALONE			/* double edge: nobody else can do it */
};

struct picture_box {
	struct text ref;		/* before the words; may be empty */
	struct text words, more;	/* more: on lines of its own below */
	enum standing standing;
	int column;			/* of a map, from 0 */
	/*
	 * of a chart: the number of the box above it, which is lower; -1: none
	 */
	int under;
};
ARRAY(struct picture_box, picture_boxes);

struct picture_link { int from, to; };	/* numbers of boxes; `to` stands one column further right */
ARRAY(struct picture_link, picture_links);

/* Columns from left to right; the boxes of each stand in the order in which they are given. */
struct map_picture {
	struct text bar;		/* across the top; may be empty */
	struct texts heads;		/* of the columns */
	struct picture_boxes boxes;
	struct picture_links links;
};

/* ---- time ---- */

/* Equal in width, whatever they last. */
/* year: where one begins; else empty */
struct time_column { struct text words, year; struct date first, last; };
ARRAY(struct time_column, time_columns);

struct time_row {
	struct text number, words;
	struct text label;		/* beside its mark; may be empty */
	struct date first, last;	/* the same day: a milestone; not set: no mark */
	bool is_head, is_done;
};
ARRAY(struct time_row, time_rows);

struct timeline {
	struct time_columns columns;
	struct time_rows rows;
	struct date today;		/* of the report; not set: none */
	struct text today_words;
	struct text done_words, open_words, work_words, line_words;	/* the key */
};

/* ---- figures ---- */

struct trend_point {
	struct text period;
	struct decimal actual, target;	/* not valid: none */
	struct text actual_words, target_words;
	bool begins;			/* a count starts again: parted from the point before */
};
ARRAY(struct trend_point, trend_points);

struct trend {
	struct text actual_name, target_name;	/* at the ends of their lines */
	struct text before, after;		/* of the figures at the axis: "£", "%" */
	struct trend_points points;
};

/* Bars from zero, each on a scale of its own. */
struct bullet {
	struct text words, said;	/* said: the figures, beside the bar */
	struct decimal actual, target;	/* not valid: none */
};
ARRAY(struct bullet, bullets);
struct bullets_picture { struct text actual_name, target_name; struct bullets bars; };

struct picture {
	enum picture_kind kind;
	struct texts says;		/* the alternative text, a sentence each */
	union {
		struct matrix matrix;
		struct map_picture map;
		struct picture_boxes chart;
		struct timeline timeline;
		struct trend trend;
		struct bullets_picture bullets;
	};
};

#endif
