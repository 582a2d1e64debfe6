/* SPDX-License-Identifier: MIT */
/*
 * The tag tree (ISO 32000-1, 14.7 and 14.8): a node is a structure element, the
 * leaves below it are its marked content, in the order of the tree and never in
 * that of drawing.
 *
 * A node that nothing on paper shows has no element, but for the cells of a
 * table, which keep it regular (ISO 14289-1, 7.5). Two nodes become two elements:
 * a note's mark that is a link is a Link within a Reference, and so is a link in
 * a line of the contents (ISO 32000-1, table 333).
 */
#include "write/pdf/tag.h"

#include <assert.h>
#include <stdlib.h>

struct tags {
	struct pdf *pdf;
	struct buffer body, kids;	/* of the element being written */
	int page;			/* of its first mark; -1: none yet */
	int kid_count;
};

static const char *const types[TAG_COUNT] = {
	[TAG_DOCUMENT] = "Document", [TAG_SECT] = "Sect", [TAG_DIV] = "Div", [TAG_QUOTE] = "BlockQuote",
	[TAG_P] = "P", [TAG_L] = "L", [TAG_LI] = "LI", [TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody", [TAG_TABLE] = "Table", [TAG_CAPTION] = "Caption", [TAG_THEAD] = "THead",
	[TAG_TBODY] = "TBody", [TAG_TR] = "TR", [TAG_TH] = "TH", [TAG_TD] = "TD", [TAG_TOC] = "TOC",
	[TAG_TOCI] = "TOCI", [TAG_FIGURE] = "Figure", [TAG_NOTE] = "Note", [TAG_REFERENCE] = "Reference",
	[TAG_LINK] = "Link", [TAG_SPAN] = "Span", [TAG_PAGE_OF] = "Span",
};

/* ---- which nodes have elements ---- */

/* What is shown keeps all above it. */
static void
keep_nodes(struct pdf *pdf)
{
	for (int i = pdf->trace_count - 1; i >= 0; i--) {
		struct trace *trace = &pdf->traces[i];

		trace->kept |=
		    trace->first_mark || trace->tag == TAG_TH || trace->tag == TAG_TD || i == 0;
		pdf->traces[trace->parent].kept |= trace->kept;
	}
}

static bool
is_wrapped(const struct pdf *pdf, const struct trace *trace)
{
	if (!trace->first_annotation)
		return false;
	return trace->tag == TAG_REFERENCE ||
	    (trace->tag == TAG_LINK && pdf->traces[trace->parent].tag == TAG_TOCI);
}

static void
number_elements(struct pdf *pdf)
{
	for (int i = 0; i < pdf->trace_count; i++) {
		struct trace *trace = &pdf->traces[i];

		if (!trace->kept || trace->tag == TAG_TEXT ||
		    (!trace->plain && trace->node->decorative))
			continue;
		if (trace->folded) {
			trace->element = pdf->traces[trace->parent].element;
			continue;
		}
		trace->wrapping = object_new(pdf->objects);
		trace->element =
		    is_wrapped(pdf, trace) ? object_new(pdf->objects) : trace->wrapping;
	}
}

/* ---- the kids of an element ---- */

static void
begin_kid(struct tags *tags)
{
	if (tags->kid_count++ > 0)
		buffer_byte(&tags->kids, ' ');
}

static void
add_marks(struct tags *tags, const struct trace *trace)
{
	const struct pdf *pdf = tags->pdf;

	for (int i = trace->first_mark; i; i = pdf->marks.at[i - 1].next) {
		const struct marked *mark = &pdf->marks.at[i - 1];

		begin_kid(tags);
		if (tags->page < 0)
			tags->page = mark->page;
		if (mark->page == tags->page) {
			buffer_number(&tags->kids, mark->mcid);
			continue;
		}
		buffer_string(&tags->kids, "<</Type/MCR");
		put_reference(&tags->kids, "Pg", pdf->sheets[mark->page].object);
		put_pair(&tags->kids, "MCID", mark->mcid);
		buffer_string(&tags->kids, ">>");
	}
}

static void
add_annotations(struct tags *tags, const struct trace *trace)
{
	const struct pdf *pdf = tags->pdf;

	for (int i = trace->first_annotation; i; i = pdf->annotations.at[i - 1].next) {
		const struct annotation *annotation = &pdf->annotations.at[i - 1];

		begin_kid(tags);
		buffer_string(&tags->kids, "<</Type/OBJR");
		put_reference(&tags->kids, "Pg", pdf->sheets[annotation->page].object);
		put_reference(&tags->kids, "Obj", annotation->object);
		buffer_string(&tags->kids, ">>");
	}
}

static void
add_kids(struct tags *tags, const struct trace *trace)
{
	const struct trace *traces = tags->pdf->traces;

	add_marks(tags, trace);
	for (int i = trace->first; i; i = traces[i].next) {
		const struct trace *kid = &traces[i];

		if (kid->tag == TAG_TEXT)
			add_marks(tags, kid);
		if (kid->folded)
			add_kids(tags, kid);
		if (!kid->wrapping)
			continue;
		begin_kid(tags);
		buffer_number(&tags->kids, kid->wrapping);
		buffer_string(&tags->kids, " 0 R");
	}
	add_annotations(tags, trace);
}

/* ---- what an element says ---- */

/* How a list is numbered is seen by its first label (ISO 32000-1, table 347). */
static const char *
numbering_of(struct tags *tags, const struct node *list)
{
	const struct node *label = list->first;
	struct text words;

	while (label && label->tag != TAG_LBL)
		label = label->tag == TAG_LI ? label->first : label->next;
	if (!label)
		return "None";
	if (!list->ordered)
		return "Disc";
	words = node_words(tags->pdf->arena, label);
	for (size_t i = 0; i < words.length; i++) {
		if (words.s[i] >= 'a' && words.s[i] <= 'z')
			return words.s[i] == 'i' ? "LowerRoman" : "LowerAlpha";
		if (words.s[i] >= 'A' && words.s[i] <= 'Z')
			return words.s[i] == 'I' ? "UpperRoman" : "UpperAlpha";
	}
	return "Decimal";
}

static void
put_cell(struct buffer *body, const struct node *cell)
{
	bool is_row = cell->scope == SCOPE_ROW || cell->scope == SCOPE_ROW_GROUP;

	if (cell->tag == TAG_TD && cell->columns < 2 && cell->rows < 2)
		return;
	buffer_string(body, "/A<</O/Table");
	if (cell->tag == TAG_TH)
		buffer_string(body, is_row ? "/Scope/Row" : "/Scope/Column");
	if (cell->columns > 1)
		put_pair(body, "ColSpan", cell->columns);
	if (cell->rows > 1)
		put_pair(body, "RowSpan", cell->rows);
	buffer_string(body, ">>");
}

/* The box that a figure covers, from the foot of its page. */
static void
put_extent(struct tags *tags, const struct node *figure)
{
	const struct pages *pages = tags->pdf->pages;
	length extent[4];

	if (tags->page < 0 || !pages_extent(pages, figure, tags->page, extent))
		return;
	buffer_string(&tags->body, "/A<</O/Layout/Placement/Block/BBox[");
	put_lengths(&tags->body, (length[4]){ extent[0], from_foot(&pages->list.at[tags->page], extent[3]),
	    extent[2], from_foot(&pages->list.at[tags->page], extent[1]) }, 4);
	buffer_string(&tags->body, "]>>");
}

static struct text
note_id(const struct pdf *pdf, const struct node *note)
{
	return note->id.length > 0 ? note->id : text_format(pdf->arena, "note/%d", note->index);
}

static void
put_attributes(struct tags *tags, const struct node *node)
{
	struct buffer *body = &tags->body;

	if (node->tag == TAG_TH || node->tag == TAG_TD)
		put_cell(body, node);
	if (node->tag == TAG_L)
		buffer_format(body, "/A<</O/List/ListNumbering/%s>>", numbering_of(tags, node));
	if (node->tag == TAG_FIGURE)
		put_extent(tags, node);
	if (node->tag == TAG_PAGE_OF)
		buffer_string(body, "/T(page)");
	if (node->tag == TAG_NOTE) {
		buffer_string(body, "/ID");
		put_string(body, note_id(tags->pdf, node));
	}
	if (node->language.length > 0) {
		buffer_string(body, "/Lang");
		put_string(body, node->language);
	}
	if (node->spoken.length > 0) {
		buffer_string(body,
		    node->tag == TAG_FIGURE || node->tag == TAG_LINK ? "/Alt" : "/ActualText");
		put_words(body, node->spoken);
	}
}

/* ---- elements ---- */

/* The root of the tree hangs on the root of the structure. */
static int
parent_of(const struct pdf *pdf, const struct trace *trace, int root)
{
	return trace == pdf->traces ? root : pdf->traces[trace->parent].element;
}

static void
begin_element(struct tags *tags, const char *type, int parent)
{
	tags->body.length = 0;
	buffer_string(&tags->body, "/S/");
	buffer_string(&tags->body, type);
	put_reference(&tags->body, "P", parent);
}

static void
write_wrapping(struct tags *tags, const struct trace *trace, int parent)
{
	begin_element(tags, "Reference", parent);
	put_reference(&tags->body, "K", trace->element);
	object_set(tags->pdf->objects, trace->wrapping, buffer_view(&tags->body));
}

static const char *
type_of(const struct trace *trace)
{
	static const char *const headings[] = { "H1", "H1", "H2", "H3", "H4", "H5", "H6" };

	if (trace->tag == TAG_H)
		return headings[trace->node->level];
	if (trace->first_annotation)
		return "Link";
	return trace->tag == TAG_LINK ? "Span" : types[trace->tag];
}

static void
write_element(struct tags *tags, const struct trace *trace, int parent)
{
	struct buffer *body = &tags->body;
	bool is_array;

	if (trace->wrapping != trace->element) {
		write_wrapping(tags, trace, parent);
		parent = trace->wrapping;
	}
	begin_element(tags, type_of(trace), parent);
	tags->kids.length = 0;
	tags->kid_count = 0;
	tags->page = -1;
	add_kids(tags, trace);
	if (tags->page >= 0)
		put_reference(body, "Pg", tags->pdf->sheets[tags->page].object);
	if (!trace->plain)
		put_attributes(tags, trace->node);
	is_array = tags->kid_count > 1 || (tags->kid_count == 1 && tags->kids.s[0] == '<');
	if (tags->kid_count > 0)
		buffer_string(body, is_array ? "/K[" : "/K ");
	buffer_text(body, buffer_view(&tags->kids));
	if (is_array)
		buffer_byte(body, ']');
	object_set(tags->pdf->objects, trace->element, buffer_view(body));
}

/* ---- the way back, from marked content and annotations to elements ---- */

static int
write_parents(struct pdf *pdf)
{
	struct leaves leaves = leaves_begin(pdf->arena, pdf->objects, "Nums");

	for (int i = 0; i < page_count(pdf); i++) {
		const struct traces *owners = &pdf->sheets[i].owners;
		struct buffer *out;

		if (owners->count == 0)
			continue;
		out = leaves_add(&leaves, text_number(pdf->arena, i));
		buffer_byte(out, '[');
		for (size_t k = 0; k < owners->count; k++) {
			buffer_number(out, owners->at[k]->element);
			buffer_string(out, " 0 R ");
		}
		buffer_byte(out, ']');
	}
	for (array_each(const struct annotation, annotation, &pdf->annotations)) {
		struct buffer *out = leaves_add(&leaves, text_number(pdf->arena, annotation->key));

		buffer_number(out, trace_of(pdf, annotation->node)->element);
		buffer_string(out, " 0 R ");
	}
	return leaves_end(&leaves);
}

struct named { struct text id; int element; };
ARRAY(struct named, named_list);

static int
compare_named(const void *a, const void *b)
{
	return text_compare(((const struct named *)a)->id, ((const struct named *)b)->id);
}

/* The notes by their ids; 0 when there are none. */
static int
write_ids(struct pdf *pdf)
{
	struct leaves leaves = leaves_begin(pdf->arena, pdf->objects, "Names");
	struct named_list list = { 0 };

	for (int i = 0; i < pdf->trace_count; i++) {
		const struct trace *trace = &pdf->traces[i];

		if (trace->tag == TAG_NOTE && trace->element)
			*array_push(pdf->arena, &list) = (struct named){ note_id(pdf, trace->node), trace->element };
	}
	if (list.count == 0)
		return 0;
	qsort(list.at, list.count, sizeof *list.at, compare_named);
	for (size_t i = 0; i < list.count; i++) {
		struct buffer key = { .arena = pdf->arena };

		put_string(&key, list.at[i].id);
		buffer_format(leaves_add(&leaves, buffer_view(&key)), "%d 0 R ",
		    list.at[i].element);
	}
	return leaves_end(&leaves);
}

int
tags_write(struct pdf *pdf)
{
	struct tags tags = { .pdf = pdf, .body.arena = pdf->arena, .kids.arena = pdf->arena };
	struct buffer body = { .arena = pdf->arena };
	int root = object_new(pdf->objects), ids;

	keep_nodes(pdf);
	number_elements(pdf);
	for (int i = 0; i < pdf->trace_count; i++)
		if (pdf->traces[i].wrapping)
			write_element(&tags, &pdf->traces[i],
			    parent_of(pdf, &pdf->traces[i], root));
	buffer_string(&body, "/Type/StructTreeRoot");
	put_reference(&body, "K", pdf->traces[0].element);
	put_reference(&body, "ParentTree", write_parents(pdf));
	put_pair(&body, "ParentTreeNextKey", page_count(pdf) + (int)pdf->annotations.count);
	ids = write_ids(pdf);
	if (ids)
		put_reference(&body, "IDTree", ids);
	object_set(pdf->objects, root, buffer_view(&body));
	return root;
}
