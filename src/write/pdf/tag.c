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

#include "write/pdf/attribute.h"

/* References and the notes that they lead to, each way (ISO 14289-2, 8.2.5.14). */
struct tags {
	struct pdf *pdf;
	int space;			/* object of PDF 2.0's namespace; 0: all is PDF 1.7's */
	/* by node: the first reference to it, and the next to the same */
	int *references, *others;
	struct buffer body, kids;	/* of the element being written */
	int page;			/* of its first mark; -1: none yet */
	int kid_count;
};

/* ---- which nodes have elements ---- */

/* What is shown keeps all above it. */
static void
keep_nodes(struct pdf *pdf)
{
	for (int i = pdf->trace_count - 1; i >= 0; i--) {
		struct trace *trace = &pdf->traces[i];

		trace->kept |= trace->first_mark || trace->first_annotation ||
		    trace->tag == TAG_TH || trace->tag == TAG_TD || i == 0;
		pdf->traces[trace->parent].kept |= trace->kept;
	}
}

static bool
is_wrapped(const struct pdf *pdf, const struct trace *trace)
{
	if (!trace->first_annotation)
		return false;
	return (trace->tag == TAG_REFERENCE && !is_pdf_2(pdf)) ||
	    (trace->tag == TAG_LINK && pdf->traces[trace->parent].tag == TAG_TOCI);
}

void
tags_number(struct pdf *pdf)
{
	keep_nodes(pdf);
	for (int i = 0; i < pdf->trace_count; i++) {
		struct trace *trace = &pdf->traces[i];

		if (!trace->kept || trace->tag == TAG_TEXT)
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

/* ---- references ---- */

static void
find_references(struct tags *tags)
{
	const struct pdf *pdf = tags->pdf;
	size_t count = (size_t)pdf->trace_count;

	tags->references = arena_array(pdf->arena, count, sizeof *tags->references);
	tags->others = arena_array(pdf->arena, count, sizeof *tags->others);
	for (int i = pdf->trace_count - 1; i > 0; i--) {
		const struct trace *trace = &pdf->traces[i];
		const struct node *to = trace->tag == TAG_REFERENCE && trace->element
		    ? tree_find(pdf->tree, trace->node->to) : NULL;

		if (!to)
			continue;
		tags->others[i] = tags->references[to->index];
		tags->references[to->index] = i;
	}
}

/* The link of a line of the contents, or the reference itself; null for all others. */
static const struct node *
node_that_refers(const struct trace *trace)
{
	const struct node *node = trace->node->first;

	if (trace->tag == TAG_REFERENCE)
		return trace->node;
	while (trace->tag == TAG_TOCI && node && node->tag != TAG_LINK)
		node = node->next;
	return trace->tag == TAG_TOCI ? node : NULL;
}

static void
put_references(struct tags *tags, const struct trace *trace)
{
	const struct pdf *pdf = tags->pdf;
	const struct node *from = node_that_refers(trace);
	const struct node *to = from ? tree_find(pdf->tree, from->to) : NULL;

	if (to)
		buffer_format(&tags->body, "/Ref[%d 0 R]", element_of(pdf, to));
	if (trace->tag != TAG_NOTE || !tags->references[trace->node->index])
		return;
	buffer_string(&tags->body, "/Ref[");
	for (int i = tags->references[trace->node->index]; i; i = tags->others[i])
		buffer_format(&tags->body, "%d 0 R ", pdf->traces[i].element);
	buffer_byte(&tags->body, ']');
}

/* ---- elements ---- */

/* The root of the tree hangs on the root of the structure. */
static int
parent_of(const struct pdf *pdf, const struct trace *trace, int root)
{
	return trace == pdf->traces ? root : pdf->traces[trace->parent].element;
}

static void
begin_element(struct tags *tags, struct element_type type, int parent)
{
	tags->body.length = 0;
	buffer_string(&tags->body, "/S/");
	buffer_string(&tags->body, type.name);
	put_reference(&tags->body, "P", parent);
	if (type.is_of_2)
		put_reference(&tags->body, "NS", tags->space);
}

static void
write_wrapping(struct tags *tags, const struct trace *trace, int parent)
{
	begin_element(tags, (struct element_type){ .name = "Reference" }, parent);
	put_reference(&tags->body, "K", trace->element);
	object_set(tags->pdf->objects, trace->wrapping, buffer_view(&tags->body));
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
	begin_element(tags, type_of(tags->pdf, trace), parent);
	tags->kids.length = 0;
	tags->kid_count = 0;
	tags->page = -1;
	add_kids(tags, trace);
	if (tags->page >= 0)
		put_reference(body, "Pg", tags->pdf->sheets[tags->page].object);
	if (!trace->plain)
		attributes_put(body, tags->pdf, trace->node, tags->page);
	if (tags->space)
		put_references(tags, trace);
	/*
	 * A field's one annotation is its only kid: checkers of signatures
	 * know it there, and not in an array.
	 */
	is_array = tags->kid_count > 1 ||
	    (tags->kid_count == 1 && tags->kids.s[0] == '<' && trace->tag != TAG_FORM);
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
			*array_push(pdf->arena, &list) =
			    (struct named){ note_id(pdf, trace->node), trace->element };
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

/* The namespaces of the elements that say theirs (ISO 32000-2, 14.7.4). */
static int
write_space(struct pdf *pdf)
{
	return object_add(pdf->objects, TEXT("/Type/Namespace/NS(http://iso.org/pdf2/ssn)"));
}

int
tags_write(struct pdf *pdf)
{
	struct tags tags = { .pdf = pdf, .body.arena = pdf->arena, .kids.arena = pdf->arena };
	struct buffer body = { .arena = pdf->arena };
	int root = object_new(pdf->objects), ids;

	if (is_pdf_2(pdf)) {
		tags.space = write_space(pdf);
		find_references(&tags);
	}
	for (int i = 0; i < pdf->trace_count; i++)
		if (pdf->traces[i].wrapping)
			write_element(&tags, &pdf->traces[i],
			    parent_of(pdf, &pdf->traces[i], root));
	buffer_string(&body, "/Type/StructTreeRoot");
	if (tags.space)
		buffer_format(&body, "/Namespaces[%d 0 R]", tags.space);
	put_reference(&body, "K", pdf->traces[0].element);
	put_reference(&body, "ParentTree", write_parents(pdf));
	put_pair(&body, "ParentTreeNextKey", page_count(pdf) + (int)pdf->annotations.count);
	ids = write_ids(pdf);
	if (ids)
		put_reference(&body, "IDTree", ids);
	object_set(pdf->objects, root, buffer_view(&body));
	return root;
}
