/* SPDX-License-Identifier: MIT */
/*
 * What a structure element is and says of itself: its type (ISO 32000-1 and
 * 32000-2, 14.8.4), its attributes (14.8.5), language and spoken words (14.9).
 *
 * PDF 2.0 has types that 1.7 has not (Em, Strong, FENote) and left others to
 * the namespace of 1.7 (TOC, BlockQuote, Reference: 32000-2, 14.8.6.2), which a
 * file may use as well. A title stays H1: readers go by headings.
 */
#include "write/pdf/attribute.h"

#include <string.h>

static const char *const types[TAG_COUNT] = {
	[TAG_DOCUMENT] = "Document", [TAG_SECT] = "Sect", [TAG_DIV] = "Div",
	[TAG_QUOTE] = "BlockQuote", [TAG_P] = "P", [TAG_L] = "L", [TAG_LI] = "LI",
	[TAG_LBL] = "Lbl", [TAG_LBODY] = "LBody", [TAG_TABLE] = "Table", [TAG_THEAD] = "THead",
	[TAG_TBODY] = "TBody", [TAG_TR] = "TR", [TAG_TH] = "TH", [TAG_TD] = "TD",
	[TAG_TOC] = "TOC", [TAG_TOCI] = "TOCI", [TAG_FIGURE] = "Figure", [TAG_FORM] = "Form",
	[TAG_PAGE_OF] = "Span",
};

/* ---- types ---- */

/* A link that leads nowhere is no Link; but in a line of the contents no Span may stand either. */
static const char *
type_of_link(const struct pdf *pdf, const struct trace *trace)
{
	if (trace->first_annotation)
		return "Link";
	if (trace->tag == TAG_LINK && pdf->traces[trace->parent].tag != TAG_TOCI)
		return "Span";
	return "Reference";
}

static const char *
type_of_span(const struct pdf *pdf, const struct node *span)
{
	if (!is_pdf_2(pdf))
		return "Span";
	return span->look == LOOK_strong ? "Strong" : span->look == LOOK_emphasis ? "Em" : "Span";
}

static const char *
type_name(const struct pdf *pdf, const struct trace *trace)
{
	static const char *const headings[] = { "H1", "H1", "H2", "H3", "H4", "H5", "H6" };

	switch (trace->tag) {
	case TAG_H: return headings[trace->node->level];
	case TAG_LINK:
	case TAG_REFERENCE: return type_of_link(pdf, trace);
	case TAG_SPAN: return type_of_span(pdf, trace->node);
	case TAG_NOTE: return is_pdf_2(pdf) ? "FENote" : "Note";
	case TAG_CAPTION: return trace->node->parent->decorative ? "P" : "Caption";
	default: return types[trace->tag];
	}
}

struct element_type
type_of(const struct pdf *pdf, const struct trace *trace)
{
	static const char *const left[] = { "TOC", "TOCI", "BlockQuote", "Reference" };
	struct element_type type = { .name = type_name(pdf, trace), .is_of_2 = is_pdf_2(pdf) };

	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		type.is_of_2 &= strcmp(type.name, left[i]) != 0;
	return type;
}

/* ---- attributes ---- */

/*
 * How a list is numbered is seen by its first label (ISO 32000-1, table 347);
 * items with names of their own, as Q1 and Q2, count by these.
 */
static const char *
numbering_of(const struct pdf *pdf, const struct node *list)
{
	const struct node *label = list->first;
	struct text words;

	while (label && label->tag != TAG_LBL)
		label = label->tag == TAG_LI ? label->first : label->next;
	if (!label)
		return "None";
	words = node_words(pdf->arena, label);
	for (size_t i = 0; i < words.length; i++)
		if (is_digit(words.s[i]))
			return "Decimal";
	if (!list->ordered)
		return "Disc";
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
put_extent(struct buffer *body, const struct pdf *pdf, const struct node *figure, int page)
{
	const struct pages *pages = pdf->pages;
	length extent[4];

	if (page < 0 || !pages_extent(pages, figure, page, extent))
		return;
	buffer_string(body, "/A<</O/Layout/Placement/Block/BBox[");
	put_lengths(body, (length[4]){ extent[0], from_foot(&pages->list.at[page], extent[3]),
	    extent[2], from_foot(&pages->list.at[page], extent[1]) }, 4);
	buffer_string(body, "]>>");
}

/* Notes that stand together where a section ends are endnotes, all others are near their marks. */
static void
put_note(struct buffer *body, const struct pdf *pdf, const struct node *note)
{
	bool is_end = note->parent->look == LOOK_end_notes;

	buffer_string(body, "/ID");
	put_string(body, note_id(pdf, note));
	if (is_pdf_2(pdf))
		buffer_format(body, "/A<</O/FENote/NoteType/%s>>", is_end ? "Endnote" : "Footnote");
}

struct text
note_id(const struct pdf *pdf, const struct node *note)
{
	return note->id.length > 0 ? note->id : text_format(pdf->arena, "note/%d", note->index);
}

void
attributes_put(struct buffer *body, struct pdf *pdf, const struct node *node, int page)
{
	if (node->tag == TAG_TH || node->tag == TAG_TD)
		put_cell(body, node);
	if (node->tag == TAG_L)
		buffer_format(body, "/A<</O/List/ListNumbering/%s>>", numbering_of(pdf, node));
	if (node->tag == TAG_FIGURE)
		put_extent(body, pdf, node, page);
	if (node->tag == TAG_PAGE_OF)
		buffer_string(body, "/T(page)");
	if (node->tag == TAG_NOTE)
		put_note(body, pdf, node);
	if (node->language.length > 0) {
		buffer_string(body, "/Lang");
		put_string(body, node->language);
	}
	if (node->spoken.length > 0 && node->tag != TAG_FORM) {	/* its field says it */
		bool is_instead = node->tag == TAG_FIGURE || node->tag == TAG_LINK ||
		    node->tag == TAG_REFERENCE;

		buffer_string(body, is_instead ? "/Alt" : "/ActualText");
		put_words(body, node->spoken);
	}
}
