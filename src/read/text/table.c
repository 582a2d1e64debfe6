/* SPDX-License-Identifier: MIT */
/*
 * Tables as they are drawn, from Markdown and from CSV: the same cells, with
 * the same marks. A CSV file is drawn as a Markdown table, its cells masked,
 * so that one reader reads both.
 *
 * cmark takes prose below a table for a row of it, drops what a row has more
 * than the head, and adds what it has less; so each row is counted in the
 * source.
 */
#include "base/buffer.h"
#include "model/messages.h"
#include "read/grid.h"
#include "read/text/manuscript.h"

/* ---- rows in the source ---- */

/* where each cell begins, then where the last ends */
struct bounds { size_t *at; size_t count, room; };

static size_t
skip_marks(struct text line, size_t at)
{
	while (at < line.length && (line.s[at] == ' ' || line.s[at] == '\t' || line.s[at] == '>'))
		at++;
	return at;
}

/* Parts a line at its bars; an escaped bar is none. */
static struct bounds
split_row(struct arena *arena, struct text line)
{
	struct bounds bounds = { 0 };
	size_t at = skip_marks(line, 0), end = line.length;

	while (end > at && (line.s[end - 1] == ' ' || line.s[end - 1] == '\t'))
		end--;
	if (at < end && line.s[at] == '|')
		at++;
	if (end > at && line.s[end - 1] == '|' && !(end > at + 1 && line.s[end - 2] == '\\'))
		end--;
	*array_push(arena, &bounds) = at;
	for (; at < end; at++)
		if (line.s[at] == '|' && line.s[at - 1] != '\\')
			*array_push(arena, &bounds) = at + 1;
	*array_push(arena, &bounds) = end + 1;
	return bounds;
}

static bool
has_bar(struct text line)
{
	for (size_t i = 0; i < line.length; i++)
		if (line.s[i] == '|' && (i == 0 || line.s[i - 1] != '\\'))
			return true;
	return false;
}

/* Reports a row that has no bar, or more cells than the head. */
static void
check_row(struct manuscript *manuscript, size_t line_at, struct text line,
    const struct bounds *bounds, int columns)
{
	struct arena *arena = manuscript->arena;
	int cells = (int)bounds->count - 1;

	if (!has_bar(line))
		report(manuscript->diag,
		    passage_place(manuscript->passage, line_at + skip_marks(line, 0)), table_edge,
		    TEXT("this line is taken as a row of the table above"),
		    TEXT("leave a blank line"));
	else if (cells > columns)
		report(manuscript->diag,
		    passage_place(manuscript->passage, line_at + bounds->at[columns]), ragged_row,
		    text_number(arena, cells), text_number(arena, columns),
		    TEXT("write `\\|` for a bar that is part of the text"));
}

/* Reports cells that are missing; the head of a group has one, in bold. */
static void
check_short_row(struct manuscript *manuscript, size_t line_at, struct text line,
    const struct bounds *bounds, const struct drawn *drawn)
{
	const struct drawn_row *row = &drawn->rows.at[drawn->rows.count - 1];
	int cells = (int)bounds->count - 1;

	if (!has_bar(line) || cells >= drawn->columns || (cells == 1 && row->cells[0].bold))
		return;
	report(manuscript->diag,
	    passage_place(manuscript->passage, line_at + bounds->at[cells] - 1), short_row,
	    text_number(manuscript->arena, cells), text_number(manuscript->arena, drawn->columns));
}

/* ---- cells ---- */

/* Bold: nothing but strong words, notes apart. */
static bool
is_bold(const struct span *spans)
{
	bool bold = false;

	for (const struct span *span = spans; span; span = span->next) {
		if (span->kind == SPAN_STRONG)
			bold = true;
		else if (span->kind != SPAN_NOTE && span->kind != SPAN_COMMENT &&
		    !(span->kind == SPAN_TEXT && text_is_blank(span->words)))
			return false;
	}
	return bold;
}

static void
fill_cell(struct manuscript *manuscript, struct drawn_cell *cell, struct cursor *cursor,
    const struct syntax *node)
{
	struct block **end = &cell->content;
	struct span *spans = read_spans(manuscript, cursor, node->first);

	cell->ditto = text_is(cell->masked, "\"");
	if (!spans)
		return;
	cell->bold = is_bold(spans);
	block_add(manuscript->arena, &end, BLOCK_PARAGRAPH, spans->at)->spans = spans;
}

static struct text
trim_cell(struct text masked, size_t from, size_t to, size_t *at)
{
	while (from < to && (masked.s[from] == ' ' || masked.s[from] == '\t'))
		from++;
	*at = from;
	return text_trim(text_slice(masked, from, to));
}

/* The cells of a row of Markdown. */
static void
draw_row(struct manuscript *manuscript, struct drawn *drawn, const struct syntax *node, int line)
{
	struct passage *passage = manuscript->passage;
	struct drawn_row *row = array_push(manuscript->scratch, &drawn->rows);
	struct text words = passage_line(passage, line);
	size_t line_at = passage->lines.at[line], at;
	struct bounds bounds = split_row(manuscript->scratch, words);
	const struct syntax *cell = node->first;

	check_row(manuscript, line_at, words, &bounds, drawn->columns);
	row->at = passage_place(passage, line_at + skip_marks(words, 0));
	row->cells = arena_array(manuscript->scratch, (size_t)drawn->columns, sizeof *row->cells);
	for (int i = 0; i < drawn->columns && cell; i++, cell = cell->next) {
		size_t known = bounds.count - 1, from = (size_t)i < known ? bounds.at[i]
		    : words.length;
		size_t to = (size_t)i < known ? bounds.at[i + 1] - 1 : words.length;
		struct cursor cursor;

		row->cells[i].masked = trim_cell(words, from, to, &at);
		row->cells[i].at = passage_place(passage, line_at + at);
		cursor = (struct cursor){ passage, line_at + at, line_at + to, false };
		fill_cell(manuscript, &row->cells[i], &cursor, cell);
	}
	check_short_row(manuscript, line_at, words, &bounds, drawn);
}

int
head_line(const struct syntax *table)
{
	const struct syntax *body = table->first ? table->first->next : NULL;
	int line = body ? body->line - 2 : table->end_line - 1;

	return line > table->line ? line : table->line;
}

struct drawn *
read_drawn(struct manuscript *manuscript, const struct syntax *table)
{
	struct drawn *drawn = ARENA_NEW(manuscript->scratch, struct drawn);
	struct passage *passage = manuscript->passage;
	int line = head_line(table);

	drawn->at = passage_place(passage, passage->lines.at[line] +
	    skip_marks(passage_line(passage, line), 0));
	drawn->passage = passage;
	drawn->columns = table->columns;
	drawn->aligns = table->aligns;
	for (const struct syntax *row = table->first; row; row = row->next)
		draw_row(manuscript, drawn, row, row == table->first ? line : row->line);
	return drawn;
}

/* ---- CSV ---- */

struct block *
read_line(struct manuscript *manuscript)
{
	struct passage *passage = manuscript->passage;
	struct text masked = passage_masked(passage);
	const struct syntax *table = parse(manuscript, text_format(manuscript->scratch,
	    "|h|\n|---|\n|%.*s|\n", TEXT_ARGS(masked)))->first;
	struct drawn_cell cell = { .masked = masked };
	struct cursor cursor = { passage, 0, masked.length, false };

	if (table && table->kind == SYNTAX_TABLE && table->first && table->first->next &&
	    table->first->next->first)
		fill_cell(manuscript, &cell, &cursor, table->first->next->first);
	return cell.content;
}

/* The grid as a Markdown table, one line a row; masks hold what would break it. */
static struct text
grid_as_markdown(struct manuscript *manuscript, const struct grid *grid, size_t columns,
    struct passage **cells)
{
	struct buffer out = { .arena = manuscript->scratch };

	for (size_t i = 0; i < grid->rows.count; i++) {
		const struct grid_row *row = &grid->rows.at[i];

		for (size_t j = 0; j < columns; j++) {
			buffer_byte(&out, '|');
			if (j >= row->cells.count)
				continue;
			cells[i * columns + j] = passage_new(manuscript->scratch,
			    &(struct passage){ .diag = manuscript->diag,
			    .bytes = row->cells.at[j].source, .first = row->cells.at[j].at,
			    .cutouts = manuscript->cutouts, .is_cell = true });
			buffer_text(&out, passage_masked(cells[i * columns + j]));
		}
		buffer_string(&out, "|\n");
		for (size_t j = 0; i == 0 && j < columns; j++)
			buffer_string(&out, "|---");
		if (i == 0)
			buffer_string(&out, "|\n");
	}
	return buffer_view(&out);
}

static void
draw_grid_row(struct manuscript *manuscript, struct drawn *drawn, const struct grid_row *source,
    const struct syntax *node,
    struct passage *const *cells)
{
	struct drawn_row *row = array_push(manuscript->scratch, &drawn->rows);
	const struct syntax *cell = node->first;

	row->at = source->at;
	row->cells = arena_array(manuscript->scratch, (size_t)drawn->columns, sizeof *row->cells);
	for (int i = 0; i < drawn->columns && cell; i++, cell = cell->next) {
		struct cursor cursor;

		row->cells[i].at = source->at;
		if (!cells[i])
			continue;
		cursor = (struct cursor){ cells[i], 0, cells[i]->bytes.length, false };
		row->cells[i].at = source->cells.at[i].at;
		row->cells[i].masked = text_trim(passage_masked(cells[i]));
		fill_cell(manuscript, &row->cells[i], &cursor, cell);
	}
}

struct drawn *
drawn_of_grid(struct manuscript *manuscript, const struct grid *grid)
{
	struct drawn *drawn = ARENA_NEW(manuscript->scratch, struct drawn);
	struct passage **cells;
	size_t columns = grid->rows.count > 0 ? grid->rows.at[0].cells.count : 0, line = 0;
	const struct syntax *table;

	drawn->at = grid->at;
	drawn->passage = manuscript->passage;
	drawn->file = grid->at.file;
	if (columns == 0)
		return drawn;
	cells = arena_array(manuscript->scratch, columns * grid->rows.count,
	    sizeof(struct passage *));
	table = parse(manuscript, grid_as_markdown(manuscript, grid, columns, cells))->first;
	if (!table || table->kind != SYNTAX_TABLE)
		return drawn;
	drawn->columns = table->columns;
	drawn->aligns = table->aligns;
	for (const struct syntax *row = table->first; row &&
	    line < grid->rows.count; row = row->next, line++)
		draw_grid_row(manuscript, drawn, &grid->rows.at[line], row, &cells[line * columns]);
	return drawn;
}

/* ---- free tables ---- */

/*
 * The cell that a ditto mark in a column repeats: the last above it that is
 * none. Null in the first row.
 */
static struct cell *
cell_above(struct table *table, const int *at, int column)
{
	size_t row = table->rows.count - 1;

	return row > 1 && at[column] >= 0
	    ? &table->rows.at[at[column] / table->columns].cells.at[at[column] % table->columns]
	    : NULL;
}

struct table *
free_table(struct manuscript *manuscript, const struct drawn *drawn)
{
	struct table *table = ARENA_NEW(manuscript->arena, struct table);
	int *above = arena_array(manuscript->scratch, (size_t)drawn->columns, sizeof *above);

	table->at = drawn->at;
	table->columns = drawn->columns;
	table->aligns = arena_copy(manuscript->arena, drawn->aligns,
	    (size_t)drawn->columns * sizeof *drawn->aligns);
	if (drawn->rows.count < 2)
		report(manuscript->diag, drawn->at, empty_table,
		    TEXT("write its rows, or take it out"));
	for (size_t i = 0; i < drawn->rows.count; i++) {
		struct table_row *row = array_push(manuscript->arena, &table->rows);

		row->head = i == 0;
		for (int j = 0; j < drawn->columns; j++) {
			const struct drawn_cell *source = &drawn->rows.at[i].cells[j];
			struct cell *repeated = source->ditto ? cell_above(table, above, j) : NULL,
			    *cell;

			if (repeated) {
				repeated->rows++;
				continue;
			}
			if (source->ditto)
				report(manuscript->diag, source->at, no_ditto);
			cell = array_push(manuscript->arena, &row->cells);
			*cell = (struct cell){ source->at, source->content, 1, 1,
			    i == 0 || j == 0 };
			above[j] = i == 0 ? -1
			    : (int)(i * (size_t)drawn->columns + row->cells.count - 1);
		}
	}
	return table;
}
