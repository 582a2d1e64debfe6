/* SPDX-License-Identifier: MIT */
/*
 * Prose: cmark's blocks as blocks of the model. What the language refuses
 * (code, rules, raw HTML, headings by underlining) is reported where it
 * stands and kept as a paragraph, so that a draft still shows it.
 */
#include "model/messages.h"
#include "read/include.h"
#include "read/text/manuscript.h"

struct place
syntax_place(const struct manuscript *manuscript, const struct syntax *node)
{
	struct passage *passage = manuscript->passage;
	struct cursor cursor = cursor_of(passage, node->line, node->line);
	size_t at = cursor.at;

	while (at + 1 < cursor.end && (passage->masked[at] == ' ' || passage->masked[at] == '\t'))
		at++;
	return passage_place(passage, at);
}

/* ---- spans ---- */

struct span *
lone_span(struct span *spans)
{
	struct span *lone = NULL;

	for (struct span *span = spans; span; span = span->next) {
		if (span->kind == SPAN_COMMENT ||
		    (span->kind == SPAN_TEXT && text_is_blank(span->words)))
			continue;
		if (lone)
			return NULL;
		lone = span;
	}
	return lone;
}

/* Cuts as many bytes as stand in these spans, and says how many are left to cut. */
static size_t
cut_spans(struct span **at, size_t bytes)
{
	while (*at && bytes > 0) {
		struct span *span = *at;

		if (span->kind == SPAN_COMMENT || span->kind == SPAN_NOTE) {
			at = &span->next;
			continue;
		}
		if (span->kind == SPAN_BREAK) {
			bytes--;
		} else if (span->first) {
			bytes = cut_spans(&span->first, bytes);
			if (span->first) {
				at = &span->next;
				continue;
			}
		} else if (span->words.length > bytes) {
			span->at.column += (int)utf8_count(text_slice(span->words, 0, bytes));
			span->words = text_from(span->words, bytes);
			return 0;
		} else {
			bytes -= span->words.length;
		}
		*at = span->next;
	}
	return bytes;
}

struct span *
spans_cut(struct span *spans, size_t bytes)
{
	cut_spans(&spans, bytes);
	return spans;
}

/* ---- what stands alone in a paragraph ---- */

/* A link that leads nowhere is its words. */
static void
unlink_span(struct arena *arena, struct span *link)
{
	link->kind = SPAN_TEXT;
	link->words = spans_plain(arena, link->first);
	link->first = NULL;
}

/* "view:outcomes-map?of=priorities&columns=…": the filters as an address writes them. */
static void
read_view(struct manuscript *manuscript, struct block *block, struct span *link)
{
	struct text address = text_from(link->address, 5);
	size_t question = text_find_byte(address, '?', 0);
	struct text name = text_slice(address, 0, question),
	    rest = text_from(address, question + (question < address.length));
	int kind = section_kind_find(name);

	if (kind < 0) {
		report(manuscript->diag, link->at, unknown_kind, name,
		    nearest_kind(manuscript->arena, name));
		unlink_span(manuscript->arena, link);
		return;
	}
	block->kind = BLOCK_VIEW;
	block->view = view_new(manuscript->reading, kind, link->at);
	block->spans = link->first;
	while (rest.length > 0) {
		size_t end = text_find_byte(rest, '&', 0), equals = text_find_byte(rest, '=', 0);
		struct text key = text_slice(rest, 0, equals < end ? equals : end);

		if (!view_set(manuscript->reading, block->view, key,
		    text_slice(rest, equals < end ? equals + 1 : end, end)))
			report(manuscript->diag, link->at, bad_attribute, key,
			    TEXT("key of a view"),
			    TEXT("a view knows of, period, status, priority, owner, service, "
			    "due and columns"));
		rest = text_from(rest, end + (end < rest.length));
	}
}

/* A paragraph with nothing but one picture or link may be a figure, a view, or place a file. */
static void
read_alone(struct manuscript *manuscript, struct block *block, bool top)
{
	struct span *alone = lone_span(block->spans);

	if (alone && alone->kind == SPAN_IMAGE)
		block_make_figure(block, alone);
	else if (alone && alone->kind == SPAN_LINK && top && text_begins(alone->address, "view:"))
		read_view(manuscript, block, alone);
	else if (alone && alone->kind == SPAN_LINK && top &&
	    is_placed(manuscript->reading, alone->address)) {
		block->kind = BLOCK_PLACE;
		block->address = alone->address;
		block->spans = alone->first;
	}
}

/* Links that place a view do so alone. */
static void
check_lone_links(struct manuscript *manuscript, struct span *spans)
{
	for (struct span *span = spans; span; span = span->next) {
		if (span->kind == SPAN_LINK && text_begins(span->address, "view:")) {
			report(manuscript->diag, span->at, lone_link);
			unlink_span(manuscript->arena, span);
		}
		check_lone_links(manuscript, span->first);
	}
}

/* ---- paragraphs ---- */

/* A paragraph of comments alone is for the author. */
static bool
place_comment_spans(struct manuscript *manuscript, const struct span *spans, struct block ***end)
{
	for (const struct span *span = spans; span; span = span->next)
		if (span->kind != SPAN_COMMENT)
			return false;
	for (const struct span *span = spans; span; span = span->next)
		block_add(manuscript->arena, end, BLOCK_COMMENT, span->at)->words = span->words;
	return true;
}

/* How many bars part the words of a line. */
static int
count_bars(const struct manuscript *manuscript, int line)
{
	struct text words = passage_line(manuscript->passage, line);
	int count = 0;

	for (size_t i = 0; i < words.length; i++)
		count += words.s[i] == '|' && (i == 0 || words.s[i - 1] != '\\');
	return count;
}

/* Does a line begin with a bar, or have as many as the next line of its paragraph? */
static bool
is_stray_row(const struct manuscript *manuscript, int line, int last, size_t *at)
{
	struct text words = passage_line(manuscript->passage, line);
	int bars = count_bars(manuscript, line);

	for (*at = 0; *at < words.length && (words.s[*at] == ' ' || words.s[*at] == '>'); ++*at)
		;
	return bars > 0 && (words.s[*at] == '|' ||
	    (line < last && bars == count_bars(manuscript, line + 1)));
}

/* A line of a paragraph that looks like a row: its table has no edge, or no line below its head. */
static void
check_rows_of_paragraph(struct manuscript *manuscript, const struct syntax *node)
{
	size_t at;

	for (int line = node->line < 0 ? 0 : node->line; line <= node->end_line; line++)
		if (is_stray_row(manuscript, line, node->end_line, &at)) {
			report(manuscript->diag,
			    passage_place(manuscript->passage,
			    manuscript->passage->lines.at[line] + at), table_edge,
			    TEXT("this row belongs to no table"),
			    TEXT("leave a blank line before the table, and draw `| --- |` under "
			    "its head for each of its columns"));
			return;
		}
}

/* A paragraph right above a table has no line of cmark's: it is the table's first. */
static void
read_paragraph_above(struct manuscript *manuscript, const struct syntax *node, struct block ***end)
{
	struct syntax whole = *node;

	whole.line = whole.end_line = 0;
	if (node->next) {
		whole.line = node->next->line;
		whole.end_line = head_line(node->next) - 1;
	}
	report(manuscript->diag, syntax_place(manuscript, &whole), table_edge,
	    TEXT("this text stands right above a table"),
	    TEXT("leave a blank line between them"));
	read_block(manuscript, &whole, end, false);
}

static void
read_paragraph(struct manuscript *manuscript, const struct syntax *node, struct block ***end,
    bool top)
{
	struct cursor cursor = cursor_of(manuscript->passage, node->line, node->end_line);
	struct span *spans = read_spans(manuscript, &cursor, node->first);
	struct block *block;

	check_rows_of_paragraph(manuscript, node);
	if (place_comment_spans(manuscript, spans, end))
		return;
	block = block_add(manuscript->arena, end, BLOCK_PARAGRAPH, spans->at);
	block->spans = spans;
	read_alone(manuscript, block, top);
	if (block->kind == BLOCK_PARAGRAPH)
		check_lone_links(manuscript, spans);
}

/* What is refused is kept as a paragraph of its words. */
static void
keep_words(struct manuscript *manuscript, struct text masked, struct place at, struct block ***end)
{
	struct text words = text_copy(manuscript->arena,
	    text_trim(unmask(manuscript->passage, masked)));
	struct span **spans;

	if (words.length == 0)
		return;
	spans = &block_add(manuscript->arena, end, BLOCK_PARAGRAPH, at)->spans;
	span_add(manuscript->arena, &spans, SPAN_TEXT, at)->words = words;
}

static void
refuse_code(struct manuscript *manuscript, const struct syntax *node, struct block ***end)
{
	struct place at = syntax_place(manuscript, node);
	struct text line = text_trim(passage_line(manuscript->passage, node->line));

	if (text_begins(line, "```") || text_begins(line, "~~~"))
		report(manuscript->diag, at, code_block, TEXT("this is a block of code"),
		    TEXT("leave the line out that opens it, and the one that closes it"));
	else if (!begins_tabbed_rows(manuscript, node->line))
		report(manuscript->diag, at, code_block, TEXT("four spaces make this a code block"),
		    TEXT("begin the line at the margin, or under its list item"));
	keep_words(manuscript, node->words, at, end);
}

static void
refuse_heading(struct manuscript *manuscript, const struct syntax *node, struct block ***end)
{
	struct cursor cursor = cursor_of(manuscript->passage, node->line, node->end_line);
	struct place at = syntax_place(manuscript, node);

	report(manuscript->diag, at, misplaced_heading);
	block_add(manuscript->arena, end, BLOCK_PARAGRAPH, at)->spans =
	    read_spans(manuscript, &cursor, node->first);
}

/* ---- lists, quotations ---- */

static void
read_list(struct manuscript *manuscript, const struct syntax *node, struct block ***end)
{
	struct block *list = block_add(manuscript->arena, end, BLOCK_LIST,
	    syntax_place(manuscript, node));
	struct block **items = &list->first;
	int number = node->start;

	list->ordered = node->ordered;
	list->tight = node->tight;
	list->start = node->ordered ? node->start : 0;
	for (const struct syntax *item = node->first; item; item = item->next) {
		struct block *block = block_add(manuscript->arena, &items, BLOCK_ITEM,
		    syntax_place(manuscript, item));

		block->ordered = node->ordered;
		block->start = node->ordered ? number++ : 0;
		block->first = read_blocks(manuscript, item->first);
	}
}

struct block *
read_blocks(struct manuscript *manuscript, const struct syntax *first)
{
	struct block *blocks = NULL, **end = &blocks;

	for (const struct syntax *node = first; node; node = node->next)
		read_block(manuscript, node, &end, false);
	return blocks;
}

void
place_comments(struct manuscript *manuscript, int line, struct block ***end)
{
	struct comments *comments = &manuscript->passage->comments;

	for (; manuscript->next_comment < comments->count &&
	    comments->at[manuscript->next_comment].line < line; manuscript->next_comment++) {
		const struct comment *comment = &comments->at[manuscript->next_comment];

		block_add(manuscript->arena, end, BLOCK_COMMENT, comment->at)->words =
		    comment->words;
	}
}

void
read_block(struct manuscript *manuscript, const struct syntax *node, struct block ***end, bool top)
{
	struct block *block;

	if (top && node->line >= 0)
		place_comments(manuscript, node->line, end);
	switch (node->kind) {
	case SYNTAX_PARAGRAPH:
		if (node->line < 0)
			read_paragraph_above(manuscript, node, end);
		else
			read_paragraph(manuscript, node, end, top);
		break;
	case SYNTAX_LIST:
		read_list(manuscript, node, end);
		break;
	case SYNTAX_QUOTE:
		block = block_add(manuscript->arena, end, BLOCK_QUOTE,
		    syntax_place(manuscript, node));
		block->first = read_blocks(manuscript, node->first);
		break;
	case SYNTAX_TABLE:
		block = block_add(manuscript->arena, end, BLOCK_TABLE,
		    syntax_place(manuscript, node));
		block->table = free_table(manuscript, read_drawn(manuscript, node));
		break;
	case SYNTAX_CODE_BLOCK:
		refuse_code(manuscript, node, end);
		break;
	case SYNTAX_HTML_BLOCK:
		report(manuscript->diag, syntax_place(manuscript, node), raw_html,
		    text_trim(node->words));
		keep_words(manuscript, node->words, syntax_place(manuscript, node), end);
		break;
	case SYNTAX_RULE:
		report(manuscript->diag, syntax_place(manuscript, node), rule);
		break;
	case SYNTAX_HEADING:
		refuse_heading(manuscript, node, end);
		break;
	default:
		break;
	}
}
