/* SPDX-License-Identifier: MIT */
/*
 * Markdown by cmark-gfm with its table extension, copied node by node; and
 * counting, before it sees a passage, what it would unfold to. A GFM table
 * pads each row to the columns of its head, so that a thousand columns and a
 * thousand short rows are a million cells in 8 KB; `> > >` is as cheap.
 *
 * This is the one file that knows cmark. Its tree is walked with its iterator,
 * not by recursion, and lines are the only places that are taken from it:
 * columns of its nodes are wrong behind escaped bars and soft line breaks.
 */
#include "read/text/syntax.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

#include "model/messages.h"
#include "read/text/passage.h"

enum { DEEPEST = 100, DEEPEST_LINE = 16, MOST_COLUMNS = 64, MOST_CELLS = 500000 };

static void *
allocate(size_t count, size_t size)
{
	void *block = calloc(count, size);

	if (!block)
		die("out of memory");
	return block;
}

static void *
grow(void *block, size_t size)
{
	block = realloc(block, size);
	if (!block)
		die("out of memory");
	return block;
}

static cmark_mem memory = { allocate, grow, free };

/*
 * The extensions are registered by the library's own allocator, which aborts
 * when memory ends: it becomes ours.
 */
static cmark_syntax_extension *
find_tables(void)
{
	static cmark_syntax_extension *tables;

	if (tables)
		return tables;
	*cmark_get_default_mem_allocator() = memory;
	cmark_gfm_core_extensions_ensure_registered();
	tables = cmark_find_syntax_extension("table");
	if (!tables)
		die("libcmark-gfm has no tables");
	return tables;
}

struct copying {
	struct arena *arena;
	struct syntax *open[DEEPEST];		/* those that are open, the document first */
	struct syntax **ends[DEEPEST];		/* where the next child of each goes */
	int depth;
	int *deep;
};

static struct text
copy_words(struct arena *arena, const char *words)
{
	return words && *words ? text_copy(arena, text_of(words)) : TEXT("");
}

static enum syntax_kind
kind_of(cmark_node *node)
{
	static const struct { const char *name; enum syntax_kind kind; } kinds[] = {
		{ "document", SYNTAX_DOCUMENT }, { "paragraph", SYNTAX_PARAGRAPH },
		{ "heading", SYNTAX_HEADING }, { "list", SYNTAX_LIST }, { "item", SYNTAX_ITEM },
		{ "block_quote", SYNTAX_QUOTE }, { "code_block", SYNTAX_CODE_BLOCK },
		{ "html_block", SYNTAX_HTML_BLOCK }, { "thematic_break", SYNTAX_RULE },
		{ "table", SYNTAX_TABLE }, { "table_header", SYNTAX_ROW },
		{ "table_row", SYNTAX_ROW }, { "table_cell", SYNTAX_CELL },
		{ "text", SYNTAX_TEXT }, { "softbreak", SYNTAX_SOFT_BREAK },
		{ "linebreak", SYNTAX_BREAK }, { "code", SYNTAX_CODE },
		{ "html_inline", SYNTAX_HTML }, { "emph", SYNTAX_EMPHASIS },
		{ "strong", SYNTAX_STRONG }, { "link", SYNTAX_LINK }, { "image", SYNTAX_IMAGE },
	};
	const char *name = cmark_node_get_type_string(node);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	die("cmark made a node of a kind that is not known: %s", name);
}

static void
copy_aligns(struct arena *arena, struct syntax *table, cmark_node *node)
{
	const uint8_t *drawn = cmark_gfm_extensions_get_table_alignments(node);

	table->columns = cmark_gfm_extensions_get_table_columns(node);
	table->aligns = arena_array(arena, (size_t)table->columns, sizeof *table->aligns);
	for (int i = 0; i < table->columns; i++)
		table->aligns[i] = drawn[i] == 'r' ? ALIGN_RIGHT : drawn[i] == 'c' ? ALIGN_CENTRE
		    : ALIGN_LEFT;
}

static struct syntax *
copy_node(struct arena *arena, cmark_node *node)
{
	struct syntax *copy = ARENA_NEW(arena, struct syntax);

	copy->kind = kind_of(node);
	copy->line = cmark_node_get_start_line(node) - 1;
	copy->end_line = cmark_node_get_end_line(node) - 1;
	switch (copy->kind) {
	case SYNTAX_HEADING:
		copy->level = cmark_node_get_heading_level(node);
		break;
	case SYNTAX_LIST:
		copy->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
		copy->start = cmark_node_get_list_start(node);
		copy->tight = cmark_node_get_list_tight(node);
		break;
	case SYNTAX_TABLE:
		copy_aligns(arena, copy, node);
		break;
	case SYNTAX_TEXT:
	case SYNTAX_CODE:
	case SYNTAX_HTML:
	case SYNTAX_CODE_BLOCK:
	case SYNTAX_HTML_BLOCK:
		copy->words = copy_words(arena, cmark_node_get_literal(node));
		break;
	case SYNTAX_LINK:
	case SYNTAX_IMAGE:
		copy->address = copy_words(arena, cmark_node_get_url(node));
		copy->title = copy_words(arena, cmark_node_get_title(node));
		break;
	default:
		break;
	}
	return copy;
}

static bool
is_leaf(enum syntax_kind kind)
{
	switch (kind) {
	case SYNTAX_TEXT:
	case SYNTAX_SOFT_BREAK:
	case SYNTAX_BREAK:
	case SYNTAX_CODE:
	case SYNTAX_HTML:
	case SYNTAX_CODE_BLOCK:
	case SYNTAX_HTML_BLOCK:
	case SYNTAX_RULE:
		return true;
	default:
		return false;
	}
}

/* The line of a block half-way down; what stands within a line has none of its own. */
static int
line_of(const struct copying *copying)
{
	int at = DEEPEST / 2;

	while (at > 0 && copying->open[at]->kind > SYNTAX_CELL)
		at--;
	return copying->open[at]->line;
}

/* A node goes under the one that is open; what is too deep is left out, and noted once. */
static void
enter(struct copying *copying, cmark_node *node)
{
	struct syntax *copy;

	if (copying->depth >= DEEPEST) {
		if (*copying->deep < 0)
			*copying->deep = line_of(copying);
		copying->depth += !is_leaf(kind_of(node));	/* of a leaf no end is told */
		return;
	}
	copy = copy_node(copying->arena, node);
	if (copying->depth > 0) {
		*copying->ends[copying->depth - 1] = copy;
		copying->ends[copying->depth - 1] = &copy->next;
	}
	copying->open[copying->depth] = copy;
	copying->ends[copying->depth] = &copy->first;
	copying->depth += !is_leaf(copy->kind);
}

static struct syntax *
copy_tree(struct arena *arena, cmark_node *document, int *deep)
{
	struct copying copying = { .arena = arena, .deep = deep };
	cmark_iter *iterator = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		if (event == CMARK_EVENT_ENTER)
			enter(&copying, cmark_iter_get_node(iterator));
		else
			copying.depth--;
	}
	cmark_iter_free(iterator);
	return copying.open[0];
}

struct syntax *
read_syntax(struct arena *arena, struct text masked, int *deep)
{
	cmark_parser *parser;
	cmark_node *document;
	struct syntax *tree;

	parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
	cmark_parser_attach_syntax_extension(parser, find_tables());
	cmark_parser_feed(parser, masked.s, masked.length);
	document = cmark_parser_finish(parser);
	*deep = -1;
	tree = copy_tree(arena, document, deep);
	cmark_node_free(document);
	cmark_parser_free(parser);
	return tree;
}

/* ---- growth ---- */

/* The end of a quotation or list mark at an offset; the offset when there is none. */
static size_t
mark_end(struct text line, size_t at)
{
	size_t digits = at;

	if (line.s[at] == '>')
		return at + 1;
	while (digits < line.length && is_digit(line.s[digits]) &&
	    digits < at + 9)
		digits++;
	if (digits == line.length || !strchr(digits == at ? "-+*" : ".)", line.s[digits]))
		return at;
	digits++;
	return digits == line.length || line.s[digits] == ' ' || line.s[digits] == '\t' ? digits
	    : at;
}

/* How many quotation and list marks a line begins with; words is what follows them. */
static int
count_marks(struct text line, struct text *words)
{
	int count = 0;
	size_t at = skip_space(line, 0), end;

	for (; at < line.length && (end = mark_end(line, at)) > at; count++)
		at = skip_space(line, end);
	*words = text_from(line, at);
	return count;
}

/*
 * The columns that a line draws under the head of a table: `| --- | :-: |`; 0
 * when it is no such line.
 */
static int
drawn_columns(struct text line)
{
	int columns = 0;
	bool bar = false;

	for (size_t i = 0; i < line.length; i++) {
		if (!strchr("-|: \t", line.s[i]))
			return 0;
		columns += line.s[i] == '-' && (i == 0 || line.s[i - 1] != '-');
		bar |= line.s[i] == '|';
	}
	return bar ? columns : 0;
}

/*
 * Reports a table at the line that draws its columns, and hides it from its
 * head up to the next blank line.
 */
static void
refuse_table(struct passage *passage, int drawing, struct text what)
{
	int end = drawing, count = (int)passage->lines.count - 1;

	report(passage->diag, passage_place(passage, passage->lines.at[drawing]), too_large, what,
	    TEXT("divide the table, or put its rows into a CSV file"));
	while (end < count && !is_blank(passage_line(passage, end)))
		end++;
	passage_blank(passage, drawing > 0 ? drawing - 1 : drawing, end);
}

static bool
refuse_depth(struct passage *passage, int line)
{
	report(passage->diag, passage_place(passage, passage->lines.at[line]), too_deep,
	    TEXT("this line"),
	    text_number(passage->arena, DEEPEST_LINE));
	passage_blank(passage, line, line + 1);
	return true;
}

void
check_growth(struct passage *passage)
{
	int count = (int)passage->lines.count - 1, columns = 0, drawing = 0;
	long cells = 0, before = 0;		/* of all tables; of those before this one */

	for (int line = 0; line < count; line++) {
		struct text all = passage_line(passage, line), words;
		int drawn;

		if (count_marks(all, &words) > DEEPEST_LINE && refuse_depth(passage, line))
			continue;
		drawn = drawn_columns(words);
		if (is_blank(all))
			columns = 0;
		if (drawn > columns) {
			if (columns == 0)
				before = cells;
			drawing = columns == 0 ? line : drawing;
			columns = drawn;
		}
		cells += columns;
		if (drawn <= MOST_COLUMNS && cells <= MOST_CELLS)
			continue;
		refuse_table(passage, drawing, drawn > MOST_COLUMNS ?
		    text_format(passage->arena, "this table has more than %d columns",
		    MOST_COLUMNS) :
		    text_format(passage->arena, "the tables of this file have more than %d cells",
		    MOST_CELLS));
		cells = before;
		columns = 0;
	}
}
