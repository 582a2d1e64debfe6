/* SPDX-License-Identifier: MIT */
/*
 * Milestones in time: names at the left, then columns of equal width. A
 * milestone is a diamond, work is a bar; filled is done, open is to come. What
 * is said of it stands on clear ground beside it, where there is room.
 *
 * Rows that do not fit a page stand on the next, below the same head.
 */
#include "typeset/picture/kinds.h"

struct set_row { struct label number, words; length height; };

struct time_plan {
	struct easel *easel;
	const struct timeline *line;
	length left, number;		/* of the grid; of the words beside a number */
	length head, years;		/* height of the head, and of the years in it */
	struct set_row *rows;
};

/* ---- places ---- */

static length
column_left(const struct time_plan *plan, size_t column)
{
	int64_t room = plan->easel->width - plan->left - plan->easel->size[DRAWN_grid_edge];

	return plan->left +
	    (length)(room * (int64_t)column / (int64_t)plan->line->columns.count);
}

/* Where a day begins. */
static length
day_left(const struct time_plan *plan, int day)
{
	const struct time_columns *columns = &plan->line->columns;
	size_t i = 0;
	int first, count;

	while (i + 1 < columns->count && day >= date_days(columns->at[i + 1].first))
		i++;
	first = date_days(columns->at[i].first);
	count = date_days(columns->at[i].last) - first + 1;
	day = day < first ? first : day > first + count ? first + count : day;
	return column_left(plan, i) +
	    (length)((int64_t)(column_left(plan, i + 1) - column_left(plan,
	    i)) * (day - first) / count);
}

/* ---- the head ---- */

/* The column at which the next year begins. */
static size_t
end_of_year(const struct time_plan *plan, size_t column)
{
	do
		column++;
	while (column < plan->line->columns.count &&
	    plan->line->columns.at[column].year.length == 0);
	return column;
}

/* Years, and quarters below them; how high the years are, and both. */
static length
set_head(const struct time_plan *plan, length *years_height, bool paints)
{
	struct easel *easel = plan->easel;
	length pad = easel->size[DRAWN_pad], years = 0, quarters = 0;

	for (size_t i = 0; i < plan->line->columns.count; i++) {
		const struct time_column *column = &plan->line->columns.at[i];
		struct label year = label_set(easel,
		    &(struct wording){ .words = column->year, .weight = WEIGHT_STRONG },
		    column_left(plan, end_of_year(plan, i)) - column_left(plan, i) - pad * 3 / 2);

		years = longer(years, year.height);
		if (paints && year.height > 0)
			label_paint(easel, &year, column_left(plan, i) + pad, 0, year.width,
			    SET_LEFT);
	}
	for (size_t i = 0; i < plan->line->columns.count; i++) {
		struct label words = label_set(easel,
		    &(struct wording){ .words = plan->line->columns.at[i].words,
		    .colour = COLOUR_muted },
		    column_left(plan, i + 1) - column_left(plan, i) - pad * 3 / 2);

		quarters = longer(quarters, words.height);
		if (paints && words.height > 0)
			label_paint(easel, &words, column_left(plan, i) + pad, years + pad,
			    words.width, SET_LEFT);
	}
	*years_height = years;
	return years + (quarters > 0 ? quarters + pad : 0) + pad;
}

/* ---- the grid ---- */

static void
draw_grid(const struct time_plan *plan, length foot)
{
	struct easel *easel = plan->easel;
	struct pen fine = { .stroke = COLOUR_rule, .width = easel->size[DRAWN_grid] };
	struct pen strong = { .stroke = COLOUR_edge, .width = easel->size[DRAWN_edge] };
	struct pen head = { .stroke = COLOUR_ink, .width = easel->size[DRAWN_edge] };

	for (size_t i = 0; i <= plan->line->columns.count; i++) {
		bool is_year = i < plan->line->columns.count &&
		    plan->line->columns.at[i].year.length > 0;
		length x = column_left(plan, i), below = plan->years + easel->size[DRAWN_pad] / 2;
		length top = is_year || i == plan->line->columns.count ? 0 : below;

		draw_line(easel, is_year ? &strong : &fine,
		    (struct point[]){ { x, top }, { x, foot } }, 2);
	}
	draw_line(easel, &head, (struct point[]){ { 0, plan->head },
	    { column_left(plan, plan->line->columns.count), plan->head } }, 2);
}

static void
draw_today(const struct time_plan *plan, length foot)
{
	struct easel *easel = plan->easel;
	struct pen pen = { .stroke = COLOUR_bad, .width = easel->size[DRAWN_today],
	    .dashed = true };
	length x;

	if (!date_is_set(plan->line->today))
		return;
	x = day_left(plan, date_days(plan->line->today));
	draw_line(easel, &pen, (struct point[]){ { x, plan->head - easel->size[DRAWN_pad] / 2 },
	    { x, foot + easel->size[DRAWN_pad] / 2 } }, 2);
}

/* Below the grid, under its line; how high it is. */
static length
set_today(const struct time_plan *plan, length y, bool paints)
{
	struct easel *easel = plan->easel;
	struct label label;
	length x;

	if (!date_is_set(plan->line->today))
		return 0;
	label = label_set(easel, &(struct wording){ .words = plan->line->today_words,
	    .weight = WEIGHT_STRONG, .colour = COLOUR_bad },
	    easel->width / 2);
	x = day_left(plan, date_days(plan->line->today)) - label.width / 2;
	x = longer(0, shorter(x, easel->width - label.width));
	if (paints)
		label_paint(easel, &label, x, y + easel->size[DRAWN_pad], label.width, SET_LEFT);
	return easel->size[DRAWN_pad] + label.height;
}

/* ---- rows ---- */

/* Where a row's mark begins and ends: a diamond stands within the grid. */
static void
mark_ends(const struct time_plan *plan, const struct time_row *row, length *left, length *right)
{
	length half = plan->easel->size[DRAWN_milestone] / 2, middle;

	*left = *right = plan->left;
	if (!date_is_set(row->first))
		return;
	*left = day_left(plan, date_days(row->first));
	*right = day_left(plan, date_days(row->last) + 1);
	if (date_compare(row->first, row->last) != 0)
		return;
	middle = longer(plan->left + half, shorter((*left + *right) / 2,
	    plan->easel->width - half));
	*left = middle - half;
	*right = middle + half;
}

/*
 * Where a label stands: on the right of its mark, where that is too narrow on
 * its left, or else below it.
 */
struct beside_mark { length x, width; bool on_left, is_below; };

static struct beside_mark
beside_of_mark(const struct time_plan *plan, const struct time_row *row, length least, length wide)
{
	length gap = plan->easel->size[DRAWN_pad] * 3 / 4, left, right;
	struct beside_mark at;

	mark_ends(plan, row, &left, &right);
	at = (struct beside_mark){ right + gap, plan->easel->width - right - gap, false, false };
	if (wide > at.width && left - gap - plan->left > at.width)
		at = (struct beside_mark){ plan->left + gap / 2, left - gap * 3 / 2 - plan->left,
		    true, false };
	if (at.width < least || at.width < shorter(wide, plan->easel->size[DRAWN_label]))
		at = (struct beside_mark){ plan->left + gap,
		    plan->easel->width - plan->left - 2 * gap, false, true };
	return at;
}

static struct label
row_label(const struct time_plan *plan, const struct time_row *row, struct beside_mark *at)
{
	struct wording wording = { .words = row->label };
	bool strained = plan->easel->strained;
	length wide = label_set(plan->easel, &wording, ANY_WIDTH).width;

	plan->easel->strained = strained;
	*at = beside_of_mark(plan, row, label_least(plan->easel, &wording), wide);
	return label_set(plan->easel, &wording, at->width);
}

/* How high a mark is with its label, without the room above and below both. */
static length
mark_height(const struct time_plan *plan, const struct beside_mark *at, const struct label *label)
{
	length mark = plan->easel->size[DRAWN_milestone];

	return at->is_below && label->height > 0 ?
	    mark + plan->easel->size[DRAWN_pad] / 2 + label->height :
	    longer(mark, label->height);
}

static void
set_rows(struct time_plan *plan)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;

	for (size_t i = 0; i < plan->line->rows.count; i++) {
		const struct time_row *row = &plan->line->rows.at[i];
		struct set_row *set = &plan->rows[i];
		length left = row->is_head ? 0 : plan->number,
		    room = (row->is_head ? easel->width : plan->left) - left - size[DRAWN_pad];
		struct beside_mark at;
		struct label label = row_label(plan, row, &at);

		set->number = label_set(easel, &(struct wording){ .words = row->number,
		    .colour = COLOUR_muted }, plan->number);
		set->words = label_set(easel, &(struct wording){ .words = row->words,
		    .weight = row->is_head ? WEIGHT_STRONG : WEIGHT_PLAIN, .colour = row->is_head ?
		    COLOUR_brand : COLOUR_ink }, room);
		set->height = longer(set->words.height, mark_height(plan, &at, &label)) +
		    2 * size[DRAWN_pad];
		set->height = longer(set->height, size[DRAWN_time_row]);
	}
}

static void
draw_mark_of_row(const struct time_plan *plan, const struct time_row *row, length middle)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	struct pen pen = { .fill = row->is_done ? COLOUR_brand : COLOUR_paper,
	    .stroke = COLOUR_brand, .width = size[DRAWN_mark_edge] };
	length half = size[DRAWN_milestone] / 2, left, right;

	mark_ends(plan, row, &left, &right);
	if (date_compare(row->first, row->last) != 0)
		draw_box(easel, &pen, left, middle - size[DRAWN_work] / 2, right - left,
		    size[DRAWN_work]);
	else
		draw_diamond(easel, &pen, (struct point){ (left + right) / 2, middle }, half);
}

static void
paint_row(const struct time_plan *plan, size_t number, length y)
{
	struct easel *easel = plan->easel;
	const struct time_row *row = &plan->line->rows.at[number];
	const struct set_row *set = &plan->rows[number];
	length middle = y + set->height / 2, mark = middle;
	struct beside_mark at;
	struct label label = row_label(plan, row, &at);
	length top = middle - label.height / 2;

	if (at.is_below && label.height > 0) {
		mark = middle - mark_height(plan, &at, &label) / 2 +
		    easel->size[DRAWN_milestone] / 2;
		top = middle + mark_height(plan, &at, &label) / 2 - label.height;
	}

	if (set->number.height > 0)
		label_paint(easel, &set->number, 0, middle - set->words.height / 2,
		    set->number.width, SET_LEFT);
	if (row->is_head)
		label_paint_clear(easel, &set->words, 0, middle - set->words.height / 2);
	else if (set->words.height > 0)
		label_paint(easel, &set->words, plan->number, middle - set->words.height / 2,
		    set->words.width, SET_LEFT);
	if (label.height > 0)
		label_paint_clear(easel, &label, at.on_left ? at.x + at.width - label.width : at.x,
		    top);
	if (date_is_set(row->first))
		draw_mark_of_row(plan, row, mark);
}

/* ---- the key ---- */

static length
paint_key_mark(const struct time_plan *plan, int kind, length x, length middle)
{
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	length half = size[DRAWN_milestone] / 2;
	struct pen pen = { .fill = kind == 0 ? COLOUR_brand : COLOUR_paper, .stroke = COLOUR_brand,
	    .width = size[DRAWN_mark_edge] };
	struct pen today = { .stroke = COLOUR_bad, .width = size[DRAWN_today], .dashed = true };

	if (kind == 2)
		draw_box(easel, &pen, x, middle - size[DRAWN_work] / 2, 3 * half, size[DRAWN_work]);
	else if (kind == 3)
		draw_line(easel, &today, (struct point[]){ { x, middle },
		    { x + 3 * half, middle } }, 2);
	else
		draw_diamond(easel, &pen, (struct point){ x + half, middle }, half);
	return kind < 2 ? 2 * half : 3 * half;
}

/* Marks and what they mean, one after the other, over lines; how high they are. */
static length
set_key(const struct time_plan *plan, length y, bool paints)
{
	const struct timeline *line = plan->line;
	const struct text words[] = { line->done_words, line->open_words, line->work_words,
	    line->line_words };
	struct easel *easel = plan->easel;
	const length *size = easel->size;
	length x = 0, top = y, height = 0;

	for (int kind = 0; kind < 4; kind++) {
		length mark = kind < 2 ? size[DRAWN_milestone] : size[DRAWN_milestone] * 3 / 2;
		struct label label = label_set(easel,
		    &(struct wording){ .words = words[kind], .colour = COLOUR_muted },
		    easel->width - mark - size[DRAWN_pad]);

		if (label.height == 0)
			continue;
		if (x > 0 && x + mark + size[DRAWN_pad] + label.width > easel->width) {
			x = 0;
			y += height + size[DRAWN_pad];
			height = 0;
		}
		height = longer(height, longer(label.height, size[DRAWN_milestone]));
		if (paints) {
			paint_key_mark(plan, kind, x, y + size[DRAWN_pad] * 2 + height / 2);
			label_paint(easel, &label, x + mark + size[DRAWN_pad] * 3 / 4,
			    y + size[DRAWN_pad] * 2 + (height - label.height) / 2, label.width,
			    SET_LEFT);
		}
		x += mark + label.width + 3 * size[DRAWN_pad];
	}
	return height > 0 ? y - top + height + 2 * size[DRAWN_pad] : 0;
}

/* ---- parts ---- */

static void
paint_part(const struct time_plan *plan, size_t first, size_t end)
{
	struct easel *easel = plan->easel;
	struct pen fine = { .stroke = COLOUR_rule, .width = easel->size[DRAWN_grid] };
	length right = column_left(plan, plan->line->columns.count), foot = plan->head,
	    y = plan->head, years;

	for (size_t i = first; i < end; i++) {
		foot += plan->rows[i].height;
		draw_line(easel, &fine, (struct point[]){ { 0, foot }, { right, foot } }, 2);
	}
	draw_grid(plan, foot);
	draw_today(plan, foot);
	set_head(plan, &years, true);
	for (size_t i = first; i < end; i++) {
		paint_row(plan, i, y);
		y += plan->rows[i].height;
	}
	foot += set_today(plan, foot, true);
	if (end == plan->line->rows.count)
		foot += set_key(plan, foot, true);
	easel_take(easel, foot + easel->size[DRAWN_pad] / 2);
}

/* A part that must end before the last row ends before a project, where that leaves half of it. */
static size_t
part_end(const struct timeline *line, size_t first, size_t end)
{
	if (end == line->rows.count)
		return end;
	for (size_t at = end; at > first + (end - first) / 2; at--)
		if (line->rows.at[at].is_head)
			return at;
	return end;
}

void
draw_timeline(struct easel *easel, const struct picture *picture)
{
	const struct timeline *line = &picture->timeline;
	struct time_plan plan = { .easel = easel, .line = line };
	length foot;

	plan.left = shorter(easel->size[DRAWN_names], easel->width / 2);
	plan.number = scaled(easel->size[DRAWN_number], easel->scale, 1000);
	plan.rows = arena_array(easel->ts->scratch, line->rows.count, sizeof *plan.rows);
	plan.head = set_head(&plan, &plan.years, false);
	set_rows(&plan);
	foot = set_today(&plan, 0, false) + set_key(&plan, 0, false) + easel->size[DRAWN_pad];
	for (size_t first = 0, end; first < line->rows.count; first = end) {
		length height = plan.head + foot + plan.rows[first].height;

		for (end = first + 1; end < line->rows.count &&
		    height + plan.rows[end].height <= easel->most; end++)
			height += plan.rows[end].height;
		end = part_end(line, first, end);
		paint_part(&plan, first, end);
	}
}
