/* SPDX-License-Identifier: MIT */
/*
 * Blocks: paragraphs, lists, quotations, tables, pictures, views, places.
 *
 * An element holds either one paragraph of running text or blocks, never
 * both. A paragraph that holds a picture alone is a figure, as in Markdown.
 */
#include "model/messages.h"
#include "read/xml/scribe.h"

static bool
is_block_tag(const struct element *element)
{
	static const char *const names[] = { "p", "ul", "ol", "q", "table", "view", "place",
	    "removed" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (element_is(element, names[i]))
			return true;
	return false;
}

static bool
is_blank_text(const struct element *element)
{
	return element->kind == ELEMENT_TEXT && text_is_blank(element->words);
}

/*
 * The one thing that is said, white space and comments apart; null when there
 * are several or none.
 */
static const struct element *
lone_element(const struct element *first)
{
	const struct element *lone = NULL;

	for (; first; first = first->next) {
		if (first->kind == ELEMENT_COMMENT || is_blank_text(first))
			continue;
		if (lone)
			return NULL;
		lone = first;
	}
	return lone;
}

static bool
holds_blocks(const struct element *first)
{
	for (; first; first = first->next)
		if (is_block_tag(first))
			return true;
	return false;
}

struct place
content_place(const struct element *element)
{
	for (const struct element *child = element->first; child; child = child->next)
		if (child->kind == ELEMENT_TAG ||
		    (child->kind == ELEMENT_TEXT && !is_blank_text(child)))
			return child->kind == ELEMENT_TAG && child->first ? content_place(child)
			                                                  : child->at;
	return element->at;
}

bool
read_between(const struct reading *reading, const struct element *element, struct block ***end)
{
	if (element->kind == ELEMENT_TAG)
		return false;
	if (element->kind == ELEMENT_COMMENT)
		block_add(reading->arena, end, BLOCK_COMMENT, element->at)->words =
		    comment_words(reading->arena, element->words);
	else if (!is_blank_text(element))
		refuse(reading, element->at, TEXT("these words stand outside a paragraph"),
		    TEXT("put them into <p>"));
	return true;
}

/* ---- paragraphs ---- */

static void
become_figure(struct block *block)
{
	const struct span *image = block->spans;

	while (image && image->kind != SPAN_IMAGE)
		image = image->next;
	if (image)
		block_make_figure(block, image);
}

/* Running text as a paragraph; nothing for nothing. Comments alone are blocks. */
static void
read_paragraph(const struct reading *reading, const struct element *first, struct place at,
    struct block ***end)
{
	const struct element *lone = lone_element(first);
	struct block *block;
	bool empty = true;

	for (const struct element *child = first; child; child = child->next)
		empty &= child->kind == ELEMENT_COMMENT || is_blank_text(child);
	for (; empty && first; first = first->next)
		read_between(reading, first, end);
	if (empty)
		return;
	block = block_add(reading->arena, end, BLOCK_PARAGRAPH, at);
	block->spans = read_inline(reading, first);
	if (lone && element_is(lone, "img"))
		become_figure(block);
}

struct block *
read_flow(const struct reading *reading, struct element *element)
{
	struct block *first = NULL, **end = &first;

	if (!holds_blocks(element->first)) {
		read_paragraph(reading, element->first, content_place(element), &end);
		return first;
	}
	for (struct element *child = element->first; child; child = child->next)
		if (!read_between(reading, child, &end) && !read_rich(reading, NULL, child, &end))
			refuse_element(reading, child,
			    TEXT("beside <p> stand paragraphs, lists, tables and pictures"));
	return first;
}

/* ---- lists ---- */

static bool
is_yes(const struct element *element, const char *name)
{
	return text_is(element_words(element, name), "yes");
}

static int
start_of(const struct reading *reading, const struct element *element)
{
	const struct xml_attribute *attribute = element_attribute(element, "start");
	struct decimal start = decimal_parse(attribute ? attribute->words : TEXT("1"));

	if (start.valid && start.scale == 0 && start.units >= 0 && start.units <= 999999999)
		return (int)start.units;
	refuse(reading, attribute ? attribute->at : element->at,
	    TEXT("a list starts with a number"), TEXT(""));
	return 1;
}

/* In Markdown these may stand right below a line: a list that does not start late, a quotation. */
static bool
may_follow_closely(const struct block *block)
{
	return block->kind == BLOCK_QUOTE ||
	    (block->kind == BLOCK_LIST && (!block->ordered || block->start == 1));
}

/*
 * A list is as tight as Markdown could have it: tight only where no item needs
 * an empty line, loose only where one could stand.
 */
static bool
is_tight(const struct block *list, bool loose)
{
	bool room = list->first && list->first->next, needed = false;

	for (const struct block *item = list->first; item; item = item->next)
		for (const struct block *block = item->first; block && block->next;
		    block = block->next) {
			room = true;
			needed |= !may_follow_closely(block->next);
		}
	return !needed && !(loose && room);
}

static void
read_list(const struct reading *reading, struct element *element, struct block *list)
{
	static const char *const ul[] = { "loose", NULL }, *const ol[] = { "start", "loose", NULL };
	struct block **end = &list->first;
	int number;

	list->ordered = element_is(element, "ol");
	refuse_attributes(reading, element, list->ordered ? ol : ul);
	number = list->ordered ? start_of(reading, element) : 0;
	list->start = number;
	for (struct element *child = element->first; child; child = child->next) {
		struct block *item;

		if (element_is(child, "li")) {
			refuse_attributes(reading, child, NULL);
			item = block_add(reading->arena, &end, BLOCK_ITEM, child->at);
			item->ordered = list->ordered;
			item->start = list->ordered ? number++ : 0;
			item->first = read_flow(reading, child);
		} else if (child->kind == ELEMENT_TAG)
			refuse_element(reading, child, TEXT("a list holds <li>"));
		else if (child->kind == ELEMENT_TEXT && !is_blank_text(child))
			refuse(reading, child->at, TEXT("these words stand outside an item"),
			    TEXT("put them into <li>"));
		else if (child->kind == ELEMENT_COMMENT)
			block_add(reading->arena, &end, BLOCK_COMMENT, child->at)->words =
			    comment_words(reading->arena, child->words);
	}
	list->tight = is_tight(list, is_yes(element, "loose"));
}

/* ---- views, places, what was removed ---- */

static void
read_view(const struct reading *reading, struct element *element, struct block *block)
{
	const struct xml_attribute *kind = element_attribute(element, "kind");
	int section = kind ? section_kind_find(kind->words) : -1;

	if (section < 0) {
		refuse(reading, kind ? kind->at : element->at,
		    TEXT("a view needs the kind of what it shows"),
		    TEXT("write kind=\"outcomes-map\", or another kind of section"));
		block->kind = BLOCK_PARAGRAPH;
		return;
	}
	block->view = view_new(reading, section, element->at);
	for (array_each(struct xml_attribute, attribute, &element->attributes))
		if (!text_is(attribute->name, "kind") &&
		    !view_set(reading, block->view, attribute->name, attribute->words))
			refuse(reading, attribute->at,
			    text_format(reading->arena, "a view has no attribute \"%.*s\"",
			        TEXT_ARGS(attribute->name)),
			    TEXT("it may have kind, of, period, status, priority, owner, service, "
			         "due and columns"));
	block->spans = read_inline(reading, element->first);
}

/* A file that is not there, or one that is neither CSV nor a part. */
static void
refuse_file(const struct reading *reading, const struct xml_attribute *href)
{
	size_t said = reading->diag->reports.count;

	use_address(reading, href->words, href->at);
	if (reading->diag->reports.count == said)
		refuse(reading, href->at, TEXT("this file cannot be placed"),
		    TEXT("a CSV file or a part can"));
}

/* With href the file is read; without it, what was placed stands within. */
static void
read_place(const struct reading *reading, const struct under *under, struct element *element,
    struct block *block)
{
	static const char *const allowed[] = { "href", NULL };
	const struct xml_attribute *href = element_attribute(element, "href");
	struct element *title = element_tag(element->first);
	struct block **end = &block->first;

	refuse_attributes(reading, element, allowed);
	if (!under) {
		refuse_element(reading, element,
		    TEXT("a file is placed in a section or in the text of a record"));
		return;
	}
	if (href) {
		block->address = href->words;
		block->spans = read_inline(reading, element->first);
		if (!block->spans)
			refuse(reading, element->at, TEXT("what is placed here has no caption"),
			    TEXT("write it between the tags"));
		if (is_placed(reading, href->words))
			place_file(reading, under, block);
		else
			refuse_file(reading, href);
		return;
	}
	if (title && element_is(title, "title"))
		block->spans = read_inline(reading, title->first);
	read_body(reading, under,
	    title && element_is(title, "title") ? title->next : element->first, &end);
}

static void
read_removed(const struct reading *reading, struct element *element, struct block *block)
{
	static const char *const allowed[] = { "paragraph", "reason", "confidential", "rows",
	    NULL };
	const struct xml_attribute *rows = element_attribute(element, "rows");
	struct decimal count = decimal_parse(rows ? rows->words : TEXT("0"));

	refuse_attributes(reading, element, allowed);
	block->removed = ARENA_NEW(reading->arena, struct removed);
	block->removed->title = read_plain(reading, element);
	block->removed->paragraph = element_words(element, "paragraph");
	block->removed->reason = element_words(element, "reason");
	block->removed->confidential = is_yes(element, "confidential");
	if (count.valid && count.scale == 0 && count.units >= 0 && count.units <= 1000000)
		block->removed->rows = (int)count.units;
	else
		refuse(reading, rows ? rows->at : element->at, TEXT("rows is a number"), TEXT(""));
}

/* ---- blocks ---- */

/* A paragraph that holds nothing but a link to what can be placed places it. */
static bool
places_file(const struct reading *reading, const struct under *under, const struct element *element)
{
	const struct element *lone = under ? lone_element(element->first) : NULL;
	const struct xml_attribute *href =
	    lone && element_is(lone, "a") ? element_attribute(lone, "href") : NULL;

	return href && is_placed(reading, href->words);
}

static void
read_p(const struct reading *reading, const struct under *under, struct element *element,
    struct block ***end)
{
	refuse_attributes(reading, element, NULL);
	if (places_file(reading, under, element)) {
		const struct element *link = lone_element(element->first);
		struct block *block = block_add(reading->arena, end, BLOCK_PLACE, element->at);

		block->address = element_attribute(link, "href")->words;
		block->spans = read_inline(reading, link->first);
		place_file(reading, under, block);
		return;
	}
	read_paragraph(reading, element->first, content_place(element), end);
}

static void
read_figure(const struct reading *reading, struct element *element, struct block ***end)
{
	struct element alone = *element;
	struct block *block = block_add(reading->arena, end, BLOCK_PARAGRAPH, element->at);

	alone.next = NULL;
	block->spans = read_inline(reading, &alone);
	become_figure(block);
}

bool
read_rich(const struct reading *reading, const struct under *under, struct element *element,
    struct block ***end)
{
	struct arena *arena = reading->arena;
	struct place at = element->at;

	if (element_is(element, "p"))
		read_p(reading, under, element, end);
	else if (element_is(element, "ul") || element_is(element, "ol"))
		read_list(reading, element, block_add(arena, end, BLOCK_LIST, at));
	else if (element_is(element, "q")) {
		refuse_attributes(reading, element, NULL);
		block_add(arena, end, BLOCK_QUOTE, at)->first = read_flow(reading, element);
	} else if (element_is(element, "table"))
		block_add(arena, end, BLOCK_TABLE, at)->table = read_table(reading, element);
	else if (element_is(element, "img"))
		read_figure(reading, element, end);
	else if (element_is(element, "view"))
		read_view(reading, element, block_add(arena, end, BLOCK_VIEW, at));
	else if (element_is(element, "place"))
		read_place(reading, under, element, block_add(arena, end, BLOCK_PLACE, at));
	else if (element_is(element, "removed"))
		read_removed(reading, element, block_add(arena, end, BLOCK_REMOVED, at));
	else
		return false;
	return true;
}
