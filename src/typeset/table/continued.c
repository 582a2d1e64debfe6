/* SPDX-License-Identifier: MIT */
/*
 * Group heads, and what a later part of a table says again: caption, group
 * head, the name of a broken row, each with "(continued)". What is said
 * again is drawn as artifact; it is made only where a table is broken.
 */
#include "typeset/table/grid.h"

enum { NAME_MOST = 90 };	/* bytes of a row's name that are said again */

static void
add_continued(struct grid *grid, struct para *para, const struct fount *fount)
{
	struct fount own = *fount;

	own.weight = 400;
	own.colour = fount->colour == COLOUR_on_brand ? COLOUR_on_brand : COLOUR_muted;
	para_add_artifact(grid->ts, para, &own, text_format(grid->ts->scratch, "%s%.*s",
	    text_ends(buffer_view(&para->words), " ") ? "" : " ",
	    TEXT_ARGS(style_phrase(grid->ts->style, "continued"))));
}

static struct chunk *
add_words(struct flow *flow, const struct node *node, struct para *para, enum type_style style)
{
	struct chunk *chunk = flow_add(flow, CHUNK_WORDS, node, 0);

	para_end(flow->ts, para);
	chunk->para = para;
	chunk->size = flow->ts->look->type[style].size;
	chunk->leading = flow->ts->look->type[style].leading;
	return chunk;
}

void
fill_again(struct grid *grid, struct flow *flow, const struct node *node, enum type_style style)
{
	struct para *para = para_begin(grid->ts, node);
	struct fount fount = fount_of(grid->ts, style);

	if (style == STYLE_H2)
		fount.colour = COLOUR_brand;
	for (const struct node *child = node->first; child && tag_is_inline(child->tag);
	     child = child->next)
		para_add_node(grid->ts, para, child, &fount,
		    ASIDE(note_mark) | ASIDE(form_id) | KEEP_INK);
	add_continued(grid, para, &fount);
	add_words(flow, node, para, style);
}

/*
 * What stands at the right of a group head: what it supports, how many it holds,
 * or that nothing serves it.
 */
static const struct node *
facts_of(const struct node *cell)
{
	for (const struct node *child = cell->first; child; child = child->next)
		if (child->look == LOOK_group_facts || child->look == LOOK_status)
			return child;
	return NULL;
}

static struct beside *
facts_beside(struct grid *grid, const struct node *facts, enum colour colour)
{
	struct fount fount = fount_of(grid->ts, STYLE_SMALL);
	struct beside *beside = ARENA_NEW(grid->ts->arena, struct beside);

	fount.colour = colour;
	beside->para = para_begin(grid->ts, facts);
	para_add_node(grid->ts, beside->para, facts, &fount, KEEP_INK);
	para_end(grid->ts, beside->para);
	beside->at_right = true;
	return beside;
}

/* A number or id that hangs before the title of a group. */
static struct beside *
number_beside(struct grid *grid, const struct node *cell, const struct fount *fount)
{
	const struct node *number = find_inline(cell, LOOK_number);

	if (!number)
		number = find_inline(cell, LOOK_tag_id);
	return number ? beside_of(grid->ts, number, fount, 0) : NULL;
}

void
fill_group(struct grid *grid, const struct node *cell, struct galley *galley, bool is_continued)
{
	const struct tokens *look = grid->ts->look;
	struct fount fount = fount_of(grid->ts, STYLE_GROUP);
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(grid->ts, &next, galley, STYLE_GROUP);
	const struct node *facts = facts_of(cell);
	struct para *para = para_begin(grid->ts, cell);
	bool is_bar = look->table.group == GROUP_BAR;
	struct beside *number;
	struct chunk *chunk;

	fount.colour = is_bar ? COLOUR_on_brand : COLOUR_brand;
	number = number_beside(grid, cell, &fount);
	for (const struct node *child = cell->first; child; child = child->next)
		if (child != facts && tag_is_inline(child->tag))
			para_add_node(grid->ts, para, child, &fount,
			    ASIDE(number) | ASIDE(tag_id) | KEEP_INK);
	if (is_continued)
		add_continued(grid, para, &fount);
	chunk = add_words(&flow, cell, para, STYLE_GROUP);
	if (number) {
		chunk->left =
		    longer(look->space[SPACE_group_number], beside_width(number) + POINTS(6));
		chunk->beside = number;
	}
	if (facts) {
		struct beside *beside =
		    facts_beside(grid, facts, is_bar ? COLOUR_on_brand : COLOUR_muted);

		beside->next = chunk->beside;
		chunk->beside = beside;
		chunk->tail = beside_width(beside) + POINTS(8);
	}
	for (const struct node *child = cell->first; child; child = child->next)
		if (!tag_is_inline(child->tag))
			flow_node(&flow, child);
}

/* A name that is a text of its own is not said whole again. */
static struct text
shortened(struct grid *grid, struct text words)
{
	size_t end = NAME_MOST;

	while (end > 0 && words.s[end] != ' ')
		end--;
	return text_format(grid->ts->scratch, "%.*s …", (int)end, words.s);
}

/* The first words of a cell. */
static struct para *
label_para(struct grid *grid, const struct grid_cell *cell, bool is_continued)
{
	struct para *para = para_begin(grid->ts, cell->node);
	struct fount fount = fount_of(grid->ts, grid->style);
	const struct node *from = cell->node->first;

	if (from && !tag_is_inline(from->tag))
		from = from->first;
	fount.colour = COLOUR_muted;
	for (; from && tag_is_inline(from->tag) && from->tag != TAG_BREAK; from = from->next) {
		struct text words =
		    from->tag == TAG_TEXT ? from->words : node_words(grid->ts->scratch, from);

		if (para->words.length + words.length > NAME_MOST && words.length > NAME_MOST) {
			para_add_artifact(grid->ts, para, &fount, shortened(grid, words));
			break;
		}
		para_add_node(grid->ts, para, from, &fount,
		    ASIDE(note_mark) | ASIDE(number) | KEEP_INK);
		if (para->words.length > NAME_MOST)
			break;
	}
	if (is_continued && !para_is_empty(para))
		add_continued(grid, para, &fount);
	para_end(grid->ts, para);
	return para;
}

static bool
has_pairs(const struct grid *grid, int row)
{
	return has_two_pairs(grid) || is_of_record(grid, row);
}

/* Whether something of a label or its value stands on a page before, and something is to come. */
static bool
pair_goes_on(const struct grid *grid, const struct grid_row *row, int label)
{
	bool has_begun = false, is_left = false;

	for (int i = label; i < row->end && i < label + PAIR; i++) {
		has_begun |= grid->cells.at[i].shown > 0;
		is_left |= grid->cells.at[i].shown < grid->cells.at[i].galley.strips.count;
	}
	return has_begun && is_left;
}

static bool
is_name(const struct grid *grid, const struct grid_cell *cell)
{
	const struct column *column = grid_column(grid, cell->column);

	if (cell->role == CELL_NAME)	/* a reference stands before it */
		return cell->column == RECORD_LABEL || cell->columns > 1;
	return cell->is_head || (column && column->label);
}

static void
add_reference(struct grid *grid, struct flow *flow, const struct grid_cell *cell)
{
	struct beside *beside = ARENA_NEW(grid->ts->arena, struct beside);

	beside->para = label_para(grid, cell, false);
	if (para_is_empty(beside->para))
		return;
	beside->x = grid->lefts[cell->column];
	beside->next = flow->next->beside;
	flow->next->beside = beside;
}

static void
add_name(struct grid *grid, struct flow *flow, const struct grid_cell *cell)
{
	const struct type_row *type = &grid->ts->look->type[grid->style];
	struct chunk *chunk = flow_add(flow, CHUNK_WORDS, cell->node, type->leading - type->size);

	chunk->para = label_para(grid, cell, true);
	chunk->left = grid->lefts[cell->column];
	chunk->size = type->size;
	chunk->leading = type->leading;
}

/* What names a row: its reference, and the first name in it. */
static void
add_row_name(struct grid *grid, struct flow *flow, const struct grid_row *row)
{
	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (is_name(grid, cell)) {
			add_name(grid, flow, cell);
			return;
		}
		if (cell->node->look == LOOK_cell_ref || cell->role == CELL_NAME)
			add_reference(grid, flow, cell);
	}
}

/* Of pairs side by side, one may end before the other. */
static void
add_labels(struct grid *grid, struct flow *flow, const struct grid_row *row)
{
	for (int i = row->first; i < row->end; i++) {
		const struct grid_cell *cell = &grid->cells.at[i];

		if (cell->is_head && cell->role != CELL_VALUE && pair_goes_on(grid, row, i))
			add_name(grid, flow, cell);
	}
}

/* The row that names another: above an explanation, first of a record, or spanned by its head. */
static int
named_by(const struct grid *grid, int number)
{
	while (number > grid->heads &&
	    (grid->rows.at[number].kind == ROW_EXPLANATION || is_of_record(grid, number)))
		number--;
	for (size_t i = 0; i < grid->spans.count; i++) {
		const struct grid_cell *cell = &grid->cells.at[grid->spans.at[i]];

		if (cell->is_head && cell->row < number && number < cell->row + cell->rows)
			return cell->row;
	}
	return number;
}

static void
fill_row_label(struct grid *grid, int number, struct galley *galley)
{
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(grid->ts, &next, galley, grid->style);

	if (!has_two_pairs(grid))
		add_row_name(grid, &flow, &grid->rows.at[named_by(grid, number)]);
	if (has_pairs(grid, number))
		add_labels(grid, &flow, &grid->rows.at[number]);
	galley_scale(galley, grid->scale);
	galley_set(grid->ts, galley, grid->width - 2 * pad_x(grid));
}

/* ---- shortened: a cell that spans rows, in as many lines as are said again ---- */

static struct galley *
short_galley(struct grid *grid, const struct grid_cell *cell, struct text words)
{
	struct typesetter *ts = grid->ts;
	struct galley *galley = ARENA_NEW(ts->arena, struct galley);
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(ts, &next, galley, grid->style);
	struct para *para = para_begin(ts, cell->node);
	struct fount fount = fount_of(ts, grid->style);

	para_add_artifact(ts, para, &fount, text_format(ts->scratch, "%.*s%s…", TEXT_ARGS(words),
	    words.length > 0 ? " " : ""));
	add_words(&flow, cell->node, para, grid->style);
	galley_scale(galley, grid->scale);
	galley_set(ts, galley, cell_width(grid, cell));
	return galley;
}

static struct text
without_last_word(struct text words)
{
	while (words.length > 0 && words.s[words.length - 1] != ' ')
		words.length--;
	return text_trim(words);
}

const struct galley *
cell_again(struct grid *grid, const struct grid_cell *cell, size_t lines)
{
	struct text words = text_trim(buffer_view(&label_para(grid, cell, false)->words));

	if (text_ends(words, "…"))
		words = without_last_word(words);
	for (;;) {
		struct galley *galley = short_galley(grid, cell, words);

		if (galley->strips.count <= lines || words.length == 0)
			return galley;
		words = without_last_word(words);
	}
}

/* ---- kept: a row or group that is longer than a page says the same on each, pairs do not ---- */

const struct galley *
group_again(struct grid *grid, int number)
{
	const struct grid_cell *cell = &grid->cells.at[grid->rows.at[number].first];

	if (!grid->group.galley || grid->group.row != number) {
		grid->group.row = number;
		grid->group.galley = ARENA_NEW(grid->ts->arena, struct galley);
		fill_group(grid, cell->node, grid->group.galley, true);
		galley_scale(grid->group.galley, grid->scale);
		galley_set(grid->ts, grid->group.galley, cell_width(grid, cell));
	}
	return grid->group.galley;
}

const struct galley *
label_again(struct grid *grid, int number)
{
	if (!grid->label.galley || grid->label.row != number || has_pairs(grid, number)) {
		grid->label.row = number;
		grid->label.galley = ARENA_NEW(grid->ts->arena, struct galley);
		fill_row_label(grid, number, grid->label.galley);
	}
	return grid->label.galley;
}

/* ---- captions ---- */

static const struct node *
find_child(const struct node *node, enum tag tag)
{
	for (const struct node *child = node->first; child; child = child->next)
		if (child->tag == tag)
			return child;
	return NULL;
}

/* A form that is broken bears its title again. */
static void
fill_form_title(struct grid *grid)
{
	const struct node *sect = grid->node->parent, *title = NULL;
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(grid->ts, &next, &grid->again, STYLE_H2);

	for (const struct node *child = sect ? sect->first : NULL; child && child != grid->node;
	     child = child->next) {
		if (child->look == LOOK_form_title)
			title = child;
		else if (child->tag == TAG_TABLE)
			title = NULL;
	}
	if (title && grid->is_form)
		fill_again(grid, &flow, title, STYLE_H2);
}

void
fill_captions(struct grid *grid)
{
	const struct node *caption = find_child(grid->node, TAG_CAPTION);
	struct upcoming next = { 0 };
	struct flow flow = flow_of_cell(grid->ts, &next, &grid->caption, STYLE_H4);

	if (!caption) {
		fill_form_title(grid);
		return;
	}
	flow.where = IN_PROSE;
	flow_caption(&flow, caption);
	flow.galley = &grid->again;
	next = (struct upcoming){ .disc = NO_DISC };
	fill_again(grid, &flow, caption, STYLE_H4);
}
