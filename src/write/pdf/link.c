/* SPDX-License-Identifier: MIT */
/*
 * Links to annotations (ISO 32000-1, 12.5.6.5): one for each line that a link
 * stands on, so that nothing is sensitive but its words.
 *
 * A link leads to a named destination of this file or of another output, or
 * to an address. Each annotation says in Contents what its words say
 * (ISO 14289-1, 7.18.5), is printed (F 4, ISO 19005-3, 6.3.2), and is found from
 * the tag tree and back.
 */
#include "write/pdf/link.h"

#include "write/pdf/outline.h"

/* One line of a link: what its annotation will be, and its base line on the page. */
struct line { struct annotation at; length y; };

static bool
leads_somewhere(const struct pdf *pdf, const struct node *node)
{
	const struct node *to;

	if (node->address.length > 0 || node->document.length > 0)
		return true;
	to = tree_find(pdf->tree, node->to);
	return to && pdf->pages->spots[to->index].page >= 0;
}

/*
 * The link that each node is part of, by index; the outermost, where a
 * cross-reference stands in one.
 */
static const struct node **
links_by_node(struct pdf *pdf)
{
	const struct node **links =
	    arena_array(pdf->arena, (size_t)pdf->trace_count, sizeof *links);

	for (int i = 1; i < pdf->trace_count; i++) {
		const struct trace *trace = &pdf->traces[i];

		links[i] = links[trace->parent];
		if (!links[i] && (trace->tag == TAG_LINK || trace->tag == TAG_REFERENCE) &&
		    leads_somewhere(pdf, trace->node))
			links[i] = trace->node;
	}
	return links;
}

/* ---- what an annotation says ---- */

static void
put_address(struct buffer *out, struct text address)
{
	struct buffer plain = { .arena = out->arena };

	buffer_address(&plain, address, "");
	buffer_string(out, "/A<</S/URI/URI");
	put_string(out, buffer_view(&plain));
	buffer_string(out, ">>");
}

static bool
is_ascii(struct text words)
{
	for (size_t i = 0; i < words.length; i++)
		if ((unsigned char)words.s[i] >= 0x80)
			return false;
	return true;
}

/*
 * A file whose name is not ASCII, in Unicode too (ISO 32000-1, 7.11.2). Such a
 * dictionary has to say how the file is associated, and what with: with the
 * annotation that leads to it (ISO 19005-3, 6.8).
 */
static int
add_file(struct pdf *pdf, struct text file)
{
	struct buffer body = { .arena = pdf->arena };

	buffer_string(&body, "/Type/Filespec/AFRelationship/Unspecified/F");
	put_string(&body, file);
	buffer_string(&body, "/UF");
	put_words(&body, file);
	return object_add(pdf->objects, buffer_view(&body));
}

/*
 * A place in another output's PDF, or its start. The bytes of a file's name
 * mean the same everywhere while they are ASCII: then a string names it.
 */
static void
put_place_elsewhere(struct buffer *out, struct pdf *pdf, const struct node *node)
{
	struct text file = text_join(out->arena, node->document, TEXT(".pdf"));
	int object = is_ascii(file) ? 0 : add_file(pdf, file);

	if (object > 0)
		buffer_format(out, "/AF[%d 0 R]", object);
	buffer_string(out, "/A<</S/GoToR");
	if (object > 0)
		put_reference(out, "F", object);
	else {
		buffer_string(out, "/F");
		put_string(out, file);
	}
	buffer_string(out, "/D");
	if (node->to.length > 0)
		put_string(out, node->to);
	else
		buffer_string(out, "[0/XYZ null null null]");
	buffer_string(out, ">>");
}

static void
put_target(struct buffer *out, struct pdf *pdf, const struct node *node)
{
	if (node->address.length > 0)
		put_address(out, node->address);
	else if (node->document.length > 0)
		put_place_elsewhere(out, pdf, node);
	else
		destination_put(out, pdf, tree_find(pdf->tree, node->to));
}

void
put_annotation(struct buffer *out, const struct pdf *pdf, const struct annotation *at)
{
	buffer_string(out, "/Rect[");
	put_lengths(out, (length[4]){ at->left, at->bottom, at->right, at->top }, 4);
	buffer_byte(out, ']');
	put_pair(out, "StructParent", at->key);
	put_reference(out, "P", pdf->sheets[at->page].object);
	buffer_string(out, "/Contents");
	put_words(out, at->node->spoken.length > 0 ? at->node->spoken
	                                           : node_words(pdf->arena, at->node));
}

/* Where the words of a link are: its corners by lines, as readers want them. */
static void
put_corners(struct buffer *out, const struct annotation *at)
{
	const length corners[8] = { at->left, at->top, at->right, at->top,
	    at->left, at->bottom, at->right, at->bottom };

	buffer_string(out, "/QuadPoints[");
	put_lengths(out, corners, 8);
	buffer_byte(out, ']');
}

/* ---- annotations ---- */

void
annotation_add(struct pdf *pdf, const struct annotation *found)
{
	struct trace *trace = trace_of(pdf, found->node);
	struct annotation *added = array_push(pdf->arena, &pdf->annotations);
	int count = (int)pdf->annotations.count;

	*added = *found;
	added->key = page_count(pdf) + count - 1;
	added->object = object_new(pdf->objects);
	*array_push(pdf->arena, &pdf->sheets[found->page].annotations) = added->object;
	if (trace->last_annotation)
		pdf->annotations.at[trace->last_annotation - 1].next = count;
	else
		trace->first_annotation = count;
	trace->last_annotation = count;
}

static void
end_line(struct pdf *pdf, struct line *line)
{
	if (line->at.node)
		annotation_add(pdf, &line->at);
	line->at.node = NULL;
}

/* A line of type is 0.78 em above its base line and 0.22 em below. */
static void
widen_line(struct annotation *at, const struct page *page, const struct box *box)
{
	length bottom = from_foot(page, box->y) - (length)((int64_t)box->height * 22 / 100);
	length top = bottom + box->height, right = box->x + box->width;

	at->left = box->x < at->left ? box->x : at->left;
	at->right = right > at->right ? right : at->right;
	at->bottom = bottom < at->bottom ? bottom : at->bottom;
	at->top = top > at->top ? top : at->top;
}

static void
find_links_of_page(struct pdf *pdf, const struct node *const *links, int number)
{
	const struct page *page = &pdf->pages->list.at[number];
	struct line line = { 0 };

	for (array_each(const struct box, box, &page->boxes)) {
		const struct node *link = box->shows ? links[box->shows->index] : NULL;

		if (box->kind != BOX_TEXT || !link)
			continue;
		if (link != line.at.node || box->y != line.y) {
			end_line(pdf, &line);
			line = (struct line){ .y = box->y, .at = { .node = link, .page = number,
			    .left = LENGTH_MAX, .bottom = LENGTH_MAX } };
		}
		widen_line(&line.at, page, box);
	}
	end_line(pdf, &line);
}

void
links_find(struct pdf *pdf)
{
	const struct node **links = links_by_node(pdf);

	for (int i = 0; i < page_count(pdf); i++)
		find_links_of_page(pdf, (const struct node *const *)links, i);
}

void
links_write(struct pdf *pdf)
{
	struct buffer body = { .arena = pdf->arena };

	for (array_each(const struct annotation, at, &pdf->annotations)) {
		if (at->node->tag == TAG_FORM)
			continue;
		body.length = 0;
		buffer_string(&body, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
		put_corners(&body, at);
		put_annotation(&body, pdf, at);
		put_target(&body, pdf, at->node);
		object_set(pdf->objects, at->object, buffer_view(&body));
	}
}
