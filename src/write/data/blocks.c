/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs, lists, quotations, free tables, pictures, views, places.
 *
 * A tight list has no empty line in it, a loose one has them everywhere. Two
 * lists that follow one another bear different marks, which parts them.
 */
#include "write/data/markdown.h"

/* ---- one line ---- */

void
markdown_inline(struct markdown *markdown, const struct block *block)
{
	bool begun = false;

	for (; block; block = block->next) {
		if (block->kind == BLOCK_COMMENT) {
			buffer_format(&markdown->out, "<!--%.*s-->", TEXT_ARGS(block->words));
			continue;
		}
		if (begun)
			buffer_string(&markdown->out, "<br>");
		begun = true;
		if (block->first)
			markdown_inline(markdown, block->first);
		else
			markdown_spans(markdown, block->spans);
	}
}

/* ---- lists ---- */

/*
 * Lists that follow one another bear other marks by turns; comments between
 * them do not part them.
 */
static void
write_list(struct markdown *markdown, const struct block *list, bool other)
{
	struct text indent = markdown->indent;
	bool begun = false;
	int number = list->start;

	for (const struct block *item = list->first; item; item = item->next) {
		struct text mark = other ? TEXT("* ") : TEXT("- ");

		if (item->kind != BLOCK_ITEM)
			continue;
		if (begun && list->tight)
			markdown_line(markdown);
		else if (begun)
			markdown_gap(markdown);
		begun = true;
		if (list->ordered)
			mark = text_format(markdown->out.arena, other ? "%d) " : "%d. ", number++);
		buffer_text(&markdown->out, mark);
		markdown_hang(markdown, mark.length);
		markdown_blocks(markdown, item->first, NULL, list->tight);
		markdown->indent = indent;
	}
}

/* ---- free tables ---- */

static const char *
align_mark(const struct table *table, int column)
{
	if (!table->aligns || table->aligns[column] == ALIGN_LEFT)
		return " --- |";
	return table->aligns[column] == ALIGN_RIGHT ? " ---: |" : " :---: |";
}

/* A quotation mark alone would repeat the cell above. */
void
markdown_cell(struct markdown *markdown, const struct block *content)
{
	size_t from;

	buffer_byte(&markdown->out, ' ');
	from = markdown->out.length;
	markdown->in_cell = true;
	markdown_inline(markdown, content);
	markdown->in_cell = false;
	if (markdown->out.length == from + 1 && markdown->out.s[from] == '"') {
		markdown->out.s[from] = '\\';
		buffer_byte(&markdown->out, '"');
	}
	buffer_string(&markdown->out, markdown->out.length > from ? " |" : "|");
}

/*
 * Cells that reach down from rows above are ditto marks, those that reach to
 * the right leave empty cells.
 */
static void
write_row(struct markdown *markdown, const struct table *table, const struct table_row *row,
    int *below)
{
	size_t next = 0;
	int column = 0, end;

	buffer_byte(&markdown->out, '|');
	while (column < table->columns) {
		const struct cell *cell = next < row->cells.count ? &row->cells.at[next] : NULL;

		if (below[column] > 0) {
			below[column++]--;
			buffer_string(&markdown->out, " \" |");
			continue;
		}
		markdown_cell(markdown, cell ? cell->content : NULL);
		next++;
		end = column + (cell ? cell->columns : 1);
		for (int first = column; column < end && column < table->columns; column++) {
			below[column] = cell ? cell->rows - 1 : 0;
			buffer_string(&markdown->out, column > first ? " |" : "");
		}
	}
}

/*
 * The row that a column's cell in a head row begins in, and the cell; covered
 * places are filled from above and left.
 */
struct heads { const struct cell **at; int rows; };

static int
count_heads(const struct table *table)
{
	int count = 0;

	while ((size_t)count < table->rows.count && table->rows.at[count].head)
		count++;
	return count > 0 ? count : 1;
}

/* Each place of the head rows with the cell that covers it. */
static struct heads
find_heads(struct arena *arena, const struct table *table)
{
	struct heads heads = { .rows = count_heads(table) };
	size_t columns = (size_t)table->columns;

	heads.at = arena_array(arena, (size_t)heads.rows * columns, sizeof *heads.at);
	for (size_t i = 0; i < (size_t)heads.rows && i < table->rows.count; i++) {
		size_t column = 0;

		for (size_t k = 0; k < table->rows.at[i].cells.count; k++) {
			const struct cell *cell = &table->rows.at[i].cells.at[k];

			while (column < columns && heads.at[i * columns + column])
				column++;
			for (int down = 0;
			     down < cell->rows && i + (size_t)down < (size_t)heads.rows; down++)
				for (size_t right = 0;
				     right < (size_t)cell->columns && column + right < columns;
				     right++)
					heads.at[(i + (size_t)down) * columns + column + right] =
					    cell;
		}
	}
	return heads;
}

/* Heads one below the other are one, with " > " between them. */
static void
write_head(struct markdown *markdown, const struct table *table)
{
	struct heads heads = find_heads(markdown->out.arena, table);

	buffer_byte(&markdown->out, '|');
	for (int column = 0; column < table->columns; column++) {
		const struct cell *above = NULL;

		buffer_byte(&markdown->out, ' ');
		markdown->in_cell = markdown->in_head = true;
		for (int row = 0; row < heads.rows; row++) {
			const struct cell *cell = heads.at[row * table->columns + column];

			if (!cell || cell == above || !cell->content)
				continue;
			buffer_string(&markdown->out, above ? " > " : "");
			markdown_inline(markdown, cell->content);
			above = cell;
		}
		markdown->in_cell = markdown->in_head = false;
		buffer_string(&markdown->out, above ? " |" : "|");
	}
	markdown_line(markdown);
	buffer_byte(&markdown->out, '|');
	for (int column = 0; column < table->columns; column++)
		buffer_string(&markdown->out, align_mark(table, column));
}

static void
write_table(struct markdown *markdown, const struct table *table)
{
	int *below = arena_array(markdown->out.arena, (size_t)table->columns, sizeof *below);

	write_head(markdown, table);
	for (size_t i = (size_t)count_heads(table); i < table->rows.count; i++) {
		markdown_line(markdown);
		write_row(markdown, table, &table->rows.at[i], below);
	}
}

/* ---- what stands alone ---- */

static void
write_view(struct markdown *markdown, const struct block *block)
{
	struct buffer address = { .arena = markdown->out.arena };
	char part = '?';

	buffer_string(&address, "view:");
	buffer_name(&address, section_rows[block->view->kind].name);
	for (int i = 0; i < ATTRIBUTE_COUNT; i++) {
		struct text words = view_attribute(block->view, i);

		if (words.length == 0)
			continue;
		buffer_format(&address, "%c%s=%.*s", part, attribute_rows[i].name,
		    TEXT_ARGS(words));
		part = '&';
	}
	buffer_byte(&markdown->out, '[');
	markdown_spans(markdown, block->spans);
	buffer_byte(&markdown->out, ']');
	markdown_address(markdown, buffer_view(&address), TEXT(""));
}

static void
write_place(struct markdown *markdown, const struct block *block)
{
	buffer_byte(&markdown->out, '[');
	markdown_spans(markdown, block->spans);
	buffer_byte(&markdown->out, ']');
	markdown_address(markdown, block->address, TEXT(""));
}

static void
write_figure(struct markdown *markdown, const struct block *block)
{
	struct span image = { .kind = SPAN_IMAGE, .words = block->words,
	    .address = block->address, .title = block->title };

	markdown_spans(markdown, &image);
}

static void
write_quote(struct markdown *markdown, const struct block *block)
{
	struct text indent = markdown->indent;

	buffer_string(&markdown->out, "> ");
	markdown_indent(markdown, "> ");
	markdown_blocks(markdown, block->first, NULL, false);
	markdown->indent = indent;
}

/* ---- blocks ---- */

static void
write_block(struct markdown *markdown, const struct block *block, bool other)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH: markdown_spans(markdown, block->spans); break;
	case BLOCK_LIST: write_list(markdown, block, other); break;
	case BLOCK_QUOTE: write_quote(markdown, block); break;
	case BLOCK_TABLE: write_table(markdown, block->table); break;
	case BLOCK_FIGURE: write_figure(markdown, block); break;
	case BLOCK_VIEW: write_view(markdown, block); break;
	case BLOCK_PLACE: write_place(markdown, block); break;
	case BLOCK_COMMENT:
		buffer_format(&markdown->out, "<!--%.*s-->", TEXT_ARGS(block->words));
		break;
	case BLOCK_REMOVED:
		markdown->line_start = markdown->spaced = true;
		markdown_words(markdown, block->removed->title);
		break;
	case BLOCK_ITEM:
	case BLOCK_GROUP:
	case BLOCK_RECORD:
	case BLOCK_SECTION: break;	/* written by what holds them */
	}
}

void
markdown_blocks(struct markdown *markdown, const struct block *block, const struct block *to,
    bool tight)
{
	const struct block *first = block, *list = markdown->above;
	bool other = false;

	markdown->above = NULL;
	for (; block != to; block = block->next) {
		if (block != first && tight)
			markdown_line(markdown);
		else if (block != first)
			markdown_gap(markdown);
		other =
		    list && block->kind == BLOCK_LIST && list->ordered == block->ordered && !other;
		write_block(markdown, block, other);
		if (block->kind != BLOCK_COMMENT)
			list = block->kind == BLOCK_LIST ? block : NULL;
	}
}
