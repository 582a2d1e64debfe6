/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs, lists, tables and what else stands one below the other, as
 * canonical XML. A paragraph that is alone in its element needs no <p>; a row
 * of short cells stands in one line, so that a difference shows the row.
 */
#include "model/print/xml.h"

/* The first block that is printed. */
static const struct block *
shown(const struct xml *xml, const struct block *block)
{
	while (block && block->kind == BLOCK_COMMENT && !xml->as_written)
		block = block->next;
	return block;
}

static bool
is_line(const struct xml *xml, const struct block *content)
{
	content = shown(xml, content);
	return !content || (content->kind == BLOCK_PARAGRAPH && !shown(xml, content->next));
}

void
print_words(struct xml *xml, const char *name, struct text words)
{
	struct span span = { .kind = SPAN_TEXT, .words = words };

	buffer_byte(xml->out, '>');
	xml_spans(xml, &span);
	xml_close(xml, name);
}

void
print_flow(struct xml *xml, const char *name, const struct block *content)
{
	content = shown(xml, content);
	if (!content) {
		buffer_string(xml->out, "/>");
		return;
	}
	buffer_byte(xml->out, '>');
	if (is_line(xml, content)) {
		xml_spans(xml, content->spans);
	} else {
		xml->depth++;
		print_blocks(xml, content);
		xml->depth--;
		xml_line(xml);
	}
	xml_close(xml, name);
}

static void
print_list(struct xml *xml, const struct block *list)
{
	const char *name = list->ordered ? "ol" : "ul";

	xml_open(xml, name);
	if (list->ordered && list->start != 1)
		buffer_format(xml->out, " start=\"%d\"", list->start);
	xml_flag(xml, "loose", !list->tight);
	buffer_byte(xml->out, '>');
	xml->depth++;
	for (const struct block *item = list->first; item; item = item->next) {
		xml_line(xml);
		xml_open(xml, "li");
		print_flow(xml, "li", item->first);
	}
	xml->depth--;
	xml_line(xml);
	xml_close(xml, name);
}

void
print_attribute(struct xml *xml, enum attribute attribute, struct text words)
{
	xml_attribute(xml,
	    attribute == ATTRIBUTE_lang ? "xml:lang" : attribute_rows[attribute].name, words);
}

static void
print_view(struct xml *xml, const struct block *block)
{
	buffer_string(xml->out, "<view kind=\"");
	xml_name(xml, section_rows[block->view->kind].name);
	buffer_byte(xml->out, '"');
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		print_attribute(xml, i, view_attribute(block->view, i));
	buffer_byte(xml->out, '>');
	xml_spans(xml, block->spans);
	xml_close(xml, "view");
}

void
print_title(struct xml *xml, const char *name, const struct span *spans)
{
	if (!spans)
		return;
	xml_line(xml);
	xml_open(xml, name);
	buffer_byte(xml->out, '>');
	xml_spans(xml, spans);
	xml_close(xml, name);
}

/* As written: the link that places. Else what was placed, so that no other file is needed. */
static void
print_place(struct xml *xml, const struct block *block)
{
	xml_open(xml, "place");
	if (xml->as_written && block->address.length > 0) {
		xml_attribute(xml, "href", block->address);
		buffer_byte(xml->out, '>');
		xml_spans(xml, block->spans);
		xml_close(xml, "place");
		return;
	}
	buffer_byte(xml->out, '>');
	xml->depth++;
	print_title(xml, "title", block->spans);
	print_blocks(xml, block->first);
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "place");
}

static void
print_removed(struct xml *xml, const struct removed *removed)
{
	xml_open(xml, "removed");
	xml_attribute(xml, "paragraph", removed->paragraph);
	xml_attribute(xml, "reason", removed->reason);
	xml_flag(xml, "confidential", removed->confidential);
	if (removed->rows > 0)
		buffer_format(xml->out, " rows=\"%d\"", removed->rows);
	print_words(xml, "removed", removed->title);
}

static void
print_cell(struct xml *xml, const struct cell *cell)
{
	const char *name = cell->head ? "th" : "td";

	xml_open(xml, name);
	if (cell->columns > 1)
		buffer_format(xml->out, " colspan=\"%d\"", cell->columns);
	if (cell->rows > 1)
		buffer_format(xml->out, " rowspan=\"%d\"", cell->rows);
	print_flow(xml, name, cell->content);
}

/* A row of short cells stands in one line. */
static void
print_row(struct xml *xml, const struct table_row *row)
{
	bool one_line = true;

	for (size_t i = 0; i < row->cells.count; i++)
		one_line &= is_line(xml, row->cells.at[i].content);
	xml_line(xml);
	xml_open(xml, "tr");
	xml_flag(xml, "head", row->head);
	buffer_byte(xml->out, '>');
	xml->depth++;
	for (size_t i = 0; i < row->cells.count; i++) {
		if (!one_line)
			xml_line(xml);
		print_cell(xml, &row->cells.at[i]);
	}
	xml->depth--;
	if (!one_line)
		xml_line(xml);
	xml_close(xml, "tr");
}

static void
print_aligns(struct xml *xml, const struct table *table)
{
	static const char *const names[] = { "left", "right", "centre" };
	bool all_left = true;

	for (int i = 0; table->aligns && i < table->columns; i++)
		all_left &= table->aligns[i] == ALIGN_LEFT;
	if (all_left)
		return;
	for (int i = 0; i < table->columns; i++)
		buffer_format(xml->out, "%s%s", i > 0 ? " " : " align=\"", names[table->aligns[i]]);
	buffer_byte(xml->out, '"');
}

static void
print_table(struct xml *xml, const struct table *table)
{
	xml_open(xml, "table");
	print_aligns(xml, table);
	buffer_byte(xml->out, '>');
	xml->depth++;
	print_title(xml, "caption", table->caption);
	for (size_t i = 0; i < table->rows.count; i++)
		print_row(xml, &table->rows.at[i]);
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "table");
}

static void
print_block(struct xml *xml, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		buffer_string(xml->out, "<p>");
		xml_spans(xml, block->spans);
		xml_close(xml, "p");
		break;
	case BLOCK_LIST: print_list(xml, block); break;
	case BLOCK_QUOTE: xml_open(xml, "q"); print_flow(xml, "q", block->first); break;
	case BLOCK_TABLE: print_table(xml, block->table); break;
	case BLOCK_FIGURE:
		xml_open(xml, "img");
		xml_image(xml, block->address, block->words, block->title);
		break;
	case BLOCK_VIEW: print_view(xml, block); break;
	case BLOCK_PLACE: print_place(xml, block); break;
	case BLOCK_COMMENT: xml_comment(xml, block->words); break;
	case BLOCK_SECTION: print_section(xml, block->section); break;
	case BLOCK_RECORD: print_record(xml, block->record); break;
	case BLOCK_REMOVED: print_removed(xml, block->removed); break;
	case BLOCK_ITEM:
	case BLOCK_GROUP: break;	/* printed with what they belong to */
	}
}

static bool
is_of_group(const struct block *block, const struct block *group)
{
	return block && (block->kind == BLOCK_COMMENT || block->kind == BLOCK_REMOVED ||
	    (block->kind == BLOCK_RECORD && block->record->group == group));
}

/* A group head and the records under it, which follow it; the last of them is returned. */
static const struct block *
print_group(struct xml *xml, const struct block *group)
{
	const struct block *last = group;

	buffer_string(xml->out, "<group>");
	xml->depth++;
	print_title(xml, "title", group->spans);
	for (; is_of_group(last->next, group); last = last->next) {
		if (last->next->kind == BLOCK_COMMENT && !xml->as_written)
			continue;
		xml_line(xml);
		print_block(xml, last->next);
	}
	xml->depth--;
	xml_line(xml);
	xml_close(xml, "group");
	return last;
}

void
print_blocks(struct xml *xml, const struct block *block)
{
	for (; block; block = block->next) {
		if (block->kind == BLOCK_COMMENT && !xml->as_written)
			continue;
		xml_line(xml);
		if (block->kind == BLOCK_GROUP)
			block = print_group(xml, block);
		else
			print_block(xml, block);
	}
}
