/* SPDX-License-Identifier: MIT */
/*
 * Ways into the document: bookmarks from the headings (ISO 32000-1, 12.3.3),
 * page labels (12.4.2), and a named destination for each id of the tree that
 * stands on a page (12.3.2.3), so that an address with #id means the same in
 * the PDF and in the HTML.
 */
#include "write/pdf/outline.h"

#include <stdlib.h>

/* A heading as a bookmark; the others by their place in the list, plus 1. */
struct bookmark {
	const struct node *heading;
	int object, parent, previous, next, first, last, count;
};
ARRAY(struct bookmark, bookmarks);

static struct spot
spot_of(const struct pdf *pdf, const struct node *node)
{
	return pdf->pages->spots[node->index];
}

/* "[12 0 R/XYZ null 700 null]": as far across, and as large, as the reader has it. */
static void
put_spot(struct buffer *out, const struct pdf *pdf, struct spot spot, int object)
{
	length top = from_foot(&pdf->pages->list.at[spot.page], spot.y);

	buffer_format(out, "[%d 0 R/XYZ null ", object);
	buffer_thousandths(out, top);
	buffer_string(out, " null]");
}

/*
 * Where a node begins: its page, and in PDF 2.0 its structure element as well
 * (ISO 14289-2, 8.8), beside the page for readers that do not know it.
 */
static void
put_ends(struct buffer *out, const struct pdf *pdf, const struct node *node)
{
	struct spot spot = spot_of(pdf, node);

	if (is_pdf_2(pdf))
		buffer_string(out, "<</S/GoTo/D");
	put_spot(out, pdf, spot, pdf->sheets[spot.page].object);
	if (!is_pdf_2(pdf))
		return;
	buffer_string(out, "/SD");
	put_spot(out, pdf, spot, element_of(pdf, node));
	buffer_string(out, ">>");
}

void
destination_put(struct buffer *out, const struct pdf *pdf, const struct node *node)
{
	if (is_pdf_2(pdf)) {
		buffer_string(out, "/A");
		put_ends(out, pdf, node);
	} else {
		buffer_string(out, "/Dest");
		if (node->id.length > 0)
			put_string(out, node->id);
		else
			put_ends(out, pdf, node);
	}
}

/* ---- bookmarks ---- */

/* Each under the nearest one before it that is of a higher level. */
static struct bookmarks
list_headings(struct pdf *pdf)
{
	struct bookmarks list = { 0 };

	*array_push(pdf->arena, &list) = (struct bookmark){ .object = object_new(pdf->objects) };
	for (int i = 0; i < pdf->trace_count; i++) {
		const struct node *node = pdf->traces[i].node;
		int parent = (int)list.count - 1;
		struct bookmark *bookmark;

		if (pdf->traces[i].tag != TAG_H || spot_of(pdf, node).page < 0)
			continue;
		bookmark = array_push(pdf->arena, &list);
		while (parent > 0 && list.at[parent].heading->level >= node->level)
			parent = list.at[parent].parent;
		*bookmark = (struct bookmark){ .heading = node, .object = object_new(pdf->objects),
		    .parent = parent, .previous = list.at[parent].last };
		if (bookmark->previous)
			list.at[bookmark->previous].next = (int)list.count - 1;
		else
			list.at[parent].first = (int)list.count - 1;
		list.at[parent].last = (int)list.count - 1;
		list.at[parent].count++;
	}
	return list;
}

/* The words of a heading, its number parted from them. */
static struct text
heading_words(struct pdf *pdf, const struct node *heading)
{
	struct text words = node_words(pdf->arena, heading);
	struct text number;

	if (!heading->first || heading->first->look != LOOK_number)
		return words;
	number = node_words(pdf->arena, heading->first);
	return text_trim(text_format(pdf->arena, "%.*s %.*s", TEXT_ARGS(number),
	    TEXT_ARGS(text_trim(text_from(words, number.length)))));
}

static void
put_relation(struct buffer *body, const struct bookmarks *list, const char *key, int to)
{
	if (to)
		put_reference(body, key, list->at[to].object);
}

/* The document's title is open and shows its sections; these are closed. */
static void
write_bookmark(struct pdf *pdf, const struct bookmarks *list, const struct bookmark *bookmark)
{
	struct buffer body = { .arena = pdf->arena };
	bool is_open = bookmark->heading->level == 1;

	buffer_string(&body, "/Title");
	put_words(&body, heading_words(pdf, bookmark->heading));
	put_reference(&body, "Parent", list->at[bookmark->parent].object);
	put_relation(&body, list, "Prev", bookmark->previous);
	put_relation(&body, list, "Next", bookmark->next);
	put_relation(&body, list, "First", bookmark->first);
	put_relation(&body, list, "Last", bookmark->last);
	if (bookmark->count > 0)
		put_pair(&body, "Count", is_open ? bookmark->count : -bookmark->count);
	destination_put(&body, pdf, bookmark->heading);
	object_set(pdf->objects, bookmark->object, buffer_view(&body));
}

/*
 * How many bookmarks are seen when the outline is opened: those at the top,
 * and those of open ones.
 */
static int
count_seen(const struct bookmarks *list)
{
	int seen = list->at[0].count;

	for (size_t i = 1; i < list->count; i++)
		if (list->at[i].heading->level == 1 && list->at[i].parent == 0)
			seen += list->at[i].count;
	return seen;
}

int
outline_write(struct pdf *pdf)
{
	struct bookmarks list = list_headings(pdf);
	struct buffer body = { .arena = pdf->arena };

	buffer_string(&body, "/Type/Outlines");
	put_relation(&body, &list, "First", list.at[0].first);
	put_relation(&body, &list, "Last", list.at[0].last);
	put_pair(&body, "Count", count_seen(&list));
	object_set(pdf->objects, list.at[0].object, buffer_view(&body));
	for (size_t i = 1; i < list.count; i++)
		write_bookmark(pdf, &list, &list.at[i]);
	return list.count > 1 ? list.at[0].object : 0;
}

/* ---- page labels ---- */

/* A label of 1 to 9 digits as a number; -1 when it is none. */
static int
number_of(struct text label)
{
	int number = 0;

	if (label.length == 0 || label.length > 9 || label.s[0] == '0')
		return -1;
	for (size_t i = 0; i < label.length; i++) {
		if (label.s[i] < '0' || label.s[i] > '9')
			return -1;
		number = number * 10 + label.s[i] - '0';
	}
	return number;
}

/* A small roman number below 400, written as everybody writes it; -1 when it is none. */
static int
roman_of(struct text label)
{
	/* room: what follows is below it; 0: what stands below here. */
	static const struct { int value; const char *digits; int room; } parts[] = {
		{ 100, "c", 0 }, { 100, "c", 0 }, { 100, "c", 0 },
		{ 90, "xc", 10 }, { 50, "l", 40 }, { 40, "xl", 10 },
		{ 10, "x", 0 }, { 10, "x", 0 }, { 10, "x", 0 },
		{ 9, "ix", 1 }, { 5, "v", 4 }, { 4, "iv", 1 },
		{ 1, "i", 0 }, { 1, "i", 0 }, { 1, "i", 0 },
	};
	int number = 0, room = 400;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (parts[i].value >= room || !text_begins(label, parts[i].digits))
			continue;
		number += parts[i].value;
		label = text_from(label, text_of(parts[i].digits).length);
		if (parts[i].room)
			room = parts[i].room;
	}
	return label.length == 0 && number > 0 ? number : -1;
}

int
labels_write(struct pdf *pdf)
{
	struct leaves leaves = leaves_begin(pdf->arena, pdf->objects, "Nums");
	int last = -1, last_roman = -1;

	for (int i = 0; i < page_count(pdf); i++) {
		struct text label = pdf->pages->list.at[i].label;
		int number = number_of(label), roman = roman_of(label);
		bool runs_on =
		    (number >= 0 && number == last + 1) || (roman >= 0 && roman == last_roman + 1);
		struct buffer *out;

		last = number;
		last_roman = roman;
		if (runs_on && i > 0)
			continue;
		out = leaves_add(&leaves, text_number(pdf->arena, i));
		buffer_string(out, "<<");
		if (number >= 0 || roman >= 0) {
			buffer_string(out, number >= 0 ? "/S/D" : "/S/r");
			put_pair(out, "St", number >= 0 ? number : roman);
		} else if (label.length > 0) {
			buffer_string(out, "/P");
			put_words(out, label);
		}
		buffer_string(out, ">>");
	}
	return leaves_end(&leaves);
}

/* ---- named destinations ---- */

static int
compare_ids(const void *a, const void *b)
{
	return text_compare(((const struct map_entry *)a)->key, ((const struct map_entry *)b)->key);
}

int
destinations_write(struct pdf *pdf)
{
	struct leaves leaves = leaves_begin(pdf->arena, pdf->objects, "Names");
	const struct map *ids = &pdf->tree->ids;
	struct map_entry *list = arena_copy(pdf->arena, ids->entries, ids->count * sizeof *list);
	int count = 0;

	qsort(list, ids->count, sizeof *list, compare_ids);
	for (size_t i = 0; i < ids->count; i++) {
		struct buffer key = { .arena = pdf->arena };

		if (spot_of(pdf, list[i].value).page < 0)
			continue;
		put_string(&key, list[i].key);
		put_ends(leaves_add(&leaves, buffer_view(&key)), pdf, list[i].value);
		count++;
	}
	return count > 0 ? leaves_end(&leaves) : 0;
}
