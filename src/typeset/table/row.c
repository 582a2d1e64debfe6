/* SPDX-License-Identifier: MIT */
/*
 * Rows: how high each is, and how one, and those of a part, are painted.
 *
 * Rules take no room: they are drawn on the edge between two rows. Where a
 * cell spans that edge, the rule leaves it out.
 */
#include "typeset/table/part.h"

enum { GROUP_RULE_WIDTH = 750 };

length
row_above(const struct grid *grid, int row, bool is_close)
{
	if (is_close && grid->is_form && grid->rows.at[row].kind == ROW_PLAIN)
		return grid->ts->look->space[SPACE_form_pad_shared];
	return grid->rows.at[row].above;
}

length
row_below(const struct grid *grid, int row, bool is_close)
{
	if (is_close && grid->is_form && grid->rows.at[row].kind == ROW_PLAIN)
		return grid->ts->look->space[SPACE_form_pad_shared];
	return grid->rows.at[row].below;
}

length
row_least(const struct grid *grid, int number)
{
	const struct grid_row *row = &grid->rows.at[number];

	if (row->kind != ROW_PLAIN && row->kind != ROW_HEAD)
		return 0;
	for (int i = row->first; i < row->end; i++)
		if (grid->cells.at[i].rows == 1)
			return scaled(grid->ts->look->type[grid->style].size, grid->scale, 1000);
	return 0;
}

bool
row_is_wordless(const struct grid *grid, int number)
{
	const struct grid_row *row = &grid->rows.at[number];

	for (int i = row->first; i < row->end; i++)
		if (grid->cells.at[i].rows == 1 && grid->cells.at[i].galley.strips.count > 0)
			return false;
	return true;
}

void
row_tops(const struct grid *grid, bool is_close, length *tops)
{
	for (int number = 0; number < (int)grid->rows.count; number++) {
		const struct grid_row *row = &grid->rows.at[number];
		length least = row_least(grid, number),
		       pads = row_above(grid, number, is_close) + row_below(grid, number, is_close),
		       height = least > 0 ? least + pads : 0;

		for (int i = row->first; i < row->end; i++) {
			const struct galley *galley = &grid->cells.at[i].galley;

			if (grid->cells.at[i].rows == 1 && galley->strips.count > 0)
				height = longer(height,
				    galley_height(galley, 0, galley->strips.count) + pads);
		}
		for (int i = row->ends; i >= 0; i = grid->cells.at[i].next_end) {
			const struct galley *galley = &grid->cells.at[i].galley;

			height = longer(height,
			    galley_height(galley, 0, galley->strips.count) + pads -
			        (tops[number] - tops[grid->cells.at[i].row]));
		}
		tops[number + 1] = tops[number] + height;
	}
}

/* ---- painting ---- */

static void
paint_current(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, length x, length y)
{
	const struct grid_row *row = &grid->rows.at[placed->row];

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->is_current && row->kind == ROW_PLAIN)
			paint_fill(painter, COLOUR_tint2, x + grid->lefts[cell->column],
			    y + placed->y, sum_of(grid->widths + cell->column, cell->columns),
			    placed->height);
	}
}

void
paint_row_ground(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, length x, length y)
{
	const struct tokens *look = grid->ts->look;
	const struct grid_row *row = &grid->rows.at[placed->row];

	if (row->kind == ROW_GROUP && look->table.group == GROUP_BAR)
		paint_fill(painter, COLOUR_brand, x, y + placed->y, grid->width, placed->height);
	else if (row->kind == ROW_GROUP && look->table.group == GROUP_TINT)
		paint_fill(painter, COLOUR_tint, x, y + placed->y, grid->width, placed->height);
	else if (look->table.zebra && row->is_striped && !grid->is_form && !grid->is_key)
		paint_fill(painter, COLOUR_tint, x, y + placed->y, grid->width, placed->height);
	paint_current(painter, grid, placed, x, y);
}

/* True where a cell stands across the lower edge of a row. */
static bool
is_crossed(const struct grid *grid, int column, int row)
{
	return grid->crossed && grid->crossed[(size_t)row * (size_t)grid->columns + (size_t)column];
}

/* A rule on an edge, parted where cells span it. */
static void
paint_edge(const struct painter *painter, const struct grid *grid, int row, enum colour colour,
    length thickness, length x, length y)
{
	for (int from = 0, end; from < grid->columns; from = end + 1) {
		for (end = from; end < grid->columns && !is_crossed(grid, end, row);)
			end++;
		if (end > from)
			paint_fill(painter, colour, x + grid->lefts[from], y - thickness / 2,
			    sum_of(grid->widths + from, end - from), thickness);
	}
}

/* Under a head that spans columns, as far as its words may reach. */
static void
paint_head_spans(const struct painter *painter, const struct grid *grid, int number, length x,
    length y)
{
	const struct grid_row *row = &grid->rows.at[number];
	length thickness = grid->ts->look->table.rule_row;

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->columns > 1 && cell->rows == 1)
			paint_fill(painter, COLOUR_ink, x + grid->lefts[cell->column] + pad_x(grid),
			    y - thickness / 2, cell_width(grid, cell), thickness);
	}
}

static bool
is_sum(enum row_kind kind)
{
	return kind == ROW_SUBTOTAL || kind == ROW_TOTAL;
}

/*
 * Below a row: what kind of rule follows from it and the next one. next is null
 * at the end of a part.
 */
void
paint_row_rule(const struct painter *painter, const struct grid *grid,
    const struct placed_row *placed, const struct placed_row *next, length x, length y)
{
	const struct tokens *look = grid->ts->look;
	enum row_kind kind = grid->rows.at[placed->row].kind,
	              after = next ? grid->rows.at[next->row].kind : ROW_PLAIN;

	y += placed->y + placed->height;
	if (grid->is_key)
		return;
	if (placed->is_cut)
		paint_dashes(painter, COLOUR_edge, x, y, grid->width, look->table.rule_end);
	else if (kind == ROW_HEAD && placed->row + 1 == grid->heads)
		paint_edge(painter, grid, placed->row, COLOUR_ink, look->table.rule_head, x, y);
	else if (kind == ROW_HEAD)
		paint_head_spans(painter, grid, placed->row, x, y);
	else if (grid->rows.at[placed->row].is_joined)
		return;
	else if (kind == ROW_GROUP && look->table.group == GROUP_BAR)
		return;
	else if (kind == ROW_GROUP)
		paint_fill(painter, COLOUR_brand, x, y - GROUP_RULE_WIDTH / 2, grid->width,
		    GROUP_RULE_WIDTH);
	else if (is_sum(after) || is_sum(kind))
		paint_edge(painter, grid, placed->row, COLOUR_ink, look->table.rule_end, x, y);
	else if (after != ROW_EXPLANATION)
		paint_edge(painter, grid, placed->row, COLOUR_rule, look->table.rule_row, x, y);
}

void
paint_cell(const struct painter *painter, const struct grid *grid, const struct grid_cell *cell,
    size_t from, size_t end, length x, length y)
{
	galley_paint(painter, &cell->galley, from, end,
	    x + grid->lefts[cell->column] + pad_x(grid) + cell->indent, y);
}

/* ---- the rows of a part ---- */

/* A part in the making on its page: what follows in the order of the tree. */
struct painting {
	const struct part *part;
	const struct painter *painter, *again;	/* again: what is repeated */
	length x, y;				/* the part's top left corner */
	size_t cell, note;			/* those that are painted next */
};

static void
paint_next_cell(struct painting *p, length y)
{
	const struct placed_cell *placed = &p->part->cells.at[p->cell++];
	const struct grid_cell *cell = placed->cell;
	bool is_again = placed->repeats || cell->is_again;

	if (placed->repeats && placed->end > 0 && placed->end < cell->galley.strips.count) {
		const struct galley *brief = cell_again(p->part->grid, cell, placed->end);

		galley_paint(p->again, brief, 0, brief->strips.count,
		    p->x + p->part->grid->lefts[cell->column] + pad_x(p->part->grid), y);
		return;
	}
	paint_cell(is_again ? p->again : p->painter, p->part->grid, placed->cell, placed->from,
	    placed->end, p->x, y);
}

/* Cells that began on a page before and go on beside this part's rows. */
static void
paint_open_spans(struct painting *p)
{
	const struct part *part = p->part;

	while (p->cell < part->cells.count) {
		const struct grid_cell *cell = part->cells.at[p->cell].cell;

		if (!part_began_before(part, cell))
			return;
		paint_next_cell(p, p->y + part->body + part->label_height +
		        row_above(part->grid, cell->row, part->room.is_close));
	}
}

static void
paint_next_note(struct painting *p)
{
	const struct placed_note *placed = &p->part->notes.at[p->note++];
	const struct grid *grid = p->part->grid;

	paint_cell(p->painter, grid, &grid->cells.at[grid->rows.at[placed->note->row].first],
	    placed->from, placed->end, p->x, p->y + placed->y);
}

static void
paint_again(const struct painting *p, const struct placed_row *placed, length y)
{
	const struct grid *grid = p->part->grid;
	const struct grid_row *row = &grid->rows.at[placed->row];

	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (row->kind == ROW_GROUP)
			galley_paint(p->again, p->part->group, 0, p->part->group->strips.count,
			    p->x + grid->lefts[cell->column] + pad_x(grid), y);
		else
			paint_cell(p->again, grid, cell, 0, cell->galley.strips.count, p->x, y);
	}
}

static void
paint_row(struct painting *p, const struct placed_row *placed)
{
	const struct part *part = p->part;
	const struct grid_row *row = &part->grid->rows.at[placed->row];
	length y = p->y + placed->y + row_above(part->grid, placed->row, part->room.is_close);
	bool is_first = placed->row == part->first && !placed->is_again;

	if (placed->is_again) {
		paint_again(p, placed, y);
		return;
	}
	if (is_first && part->label)
		galley_paint(p->again, part->label, 0, part->label->strips.count,
		    p->x + pad_x(part->grid), y + part->label_lead);
	if (is_first)
		paint_open_spans(p);
	for (int i = row->first; i < row->end && row->kind != ROW_NOTES; i++)
		paint_next_cell(p, y + (is_first ? part->label_height : 0));
	while (row->kind == ROW_NOTES && p->note < part->notes.count &&
	    part->notes.at[p->note].note->row == placed->row)
		paint_next_note(p);
}

/* Nothing but notes comes after that row. */
static bool
ends_table(const struct grid *grid, int number)
{
	for (int i = number + 1; i < (int)grid->rows.count; i++)
		if (grid->rows.at[i].kind != ROW_NOTES)
			return false;
	return true;
}

static void
paint_rules(const struct painting *p)
{
	const struct part *part = p->part;
	const struct grid *grid = part->grid;
	const struct painter *painter = p->painter;
	const struct tokens *look = grid->ts->look;
	length x = p->x, y = p->y;

	if (part->rows.count == 0 || grid->is_key)
		return;
	paint_fill(painter, COLOUR_brand, x, y + part->top - look->table.rule_top / 2, grid->width,
	    look->table.rule_top);
	for (size_t i = 0; i < part->rows.count; i++) {
		const struct placed_row *placed = &part->rows.at[i];
		bool is_last =
		    ends_table(grid, placed->row) && !placed->is_cut && !placed->is_again;

		if (is_last && grid->rows.at[placed->row].kind != ROW_NOTES)
			paint_fill(painter, COLOUR_ink, x,
			    y + placed->y + placed->height - look->table.rule_end / 2, grid->width,
			    look->table.rule_end);
		else if (!is_last)
			paint_row_rule(painter, grid, placed,
			    i + 1 < part->rows.count ? placed + 1 : NULL, x, y);
	}
}

/* What a row that is too high for any page hides is told. */
static void
report_over(const struct part *part)
{
	struct typesetter *ts = part->grid->ts;
	const struct node *row = part->grid->rows.at[part->rows.at[part->rows.count - 1].row].node;

	report(ts->diag, place_of(row), over_full, node_words(ts->scratch, row));
}

/*
 * Grounds come before all words, as a cell that spans rows stands on several of
 * them; rules come last.
 */
static void
paint_part(const struct part *part, const struct painter *painter, length x, length y)
{
	struct painter again = *painter;
	struct painting p = { .part = part, .painter = painter, .again = &again, .x = x, .y = y };

	again.repeats = true;
	for (array_each(const struct placed_row, placed, &part->rows))
		paint_row_ground(painter, part->grid, placed, x, y);
	if (part->caption->strips.count > 0 && part->top > 0)
		galley_paint(part->is_again || part->grid->is_later ? &again : painter,
		    part->caption, 0, part->caption->strips.count, x, y);
	for (array_each(const struct placed_row, row, &part->rows))
		paint_row(&p, row);
	while (p.note < part->notes.count)
		paint_next_note(&p);
	paint_rules(&p);
	if (part->is_over)
		report_over(part);
}

void
part_paint(const struct part *part, const struct painter *painter, length x, length y)
{
	if (part->before)
		part_paint(part->before, painter, x, y);
	paint_part(part, painter, x, y + part->offset);
}
