/* SPDX-License-Identifier: MIT */
/*
 * An edition to a PDF, in order: the fonts' glyphs are numbered, pages drawn,
 * links laid over them, and the tag tree ties all of it together; then what
 * the document says of itself, and the file.
 */
#include "write/pdf/pdf.h"

#include "base/diag.h"
#include "write/pdf/page/content.h"
#include "write/pdf/page/font.h"
#include "write/pdf/check.h"
#include "write/pdf/field.h"
#include "write/pdf/link.h"
#include "write/pdf/metadata.h"
#include "write/pdf/outline.h"
#include "write/pdf/tag.h"

/*
 * Whether a paragraph stands alone in a cell or the body of a list item: it then
 * has no element of its own, which would say nothing and be one in three of all.
 * Nor has an ornament, which is an artifact; but its caption is read.
 */
static bool
is_folded(const struct node *node)
{
	const struct node *parent = node->parent;

	if (node->decorative)
		return true;
	if (node->tag != TAG_P || !parent || parent->first != node || node->next)
		return false;
	return (parent->tag == TAG_TD || parent->tag == TAG_TH || parent->tag == TAG_LBODY) &&
	    node->language.length == 0 && node->spoken.length == 0;
}

static bool
is_plain(const struct node *node)
{
	switch (node->tag) {
	case TAG_TH:
	case TAG_L:
	case TAG_FIGURE:
	case TAG_NOTE:
	case TAG_PAGE_OF:
		return false;
	default:
		return node->columns == 1 && node->rows == 1 && node->language.length == 0 &&
		    node->spoken.length == 0;
	}
}

static void
survey_tree(struct pdf *pdf)
{
	const struct node *root = pdf->tree->root;

	pdf->trace_count = pdf->tree->count;
	pdf->traces = arena_array(pdf->arena, (size_t)pdf->trace_count, sizeof *pdf->traces);
	for (const struct node *node = root; node; node = node_next(node, root)) {
		struct trace *trace = trace_of(pdf, node);

		trace->node = node;
		trace->tag = (uint8_t)node->tag;
		trace->parent = node->parent ? node->parent->index : 0;
		trace->first = node->first ? node->first->index : 0;
		trace->next = node->next ? node->next->index : 0;
		trace->folded = is_folded(node);
		trace->plain = is_plain(node);
	}
}

/* Which nodes and glyphs are shown, before anything is drawn. */
static void
survey_pages(struct pdf *pdf)
{
	for (array_each(const struct page, page, &pdf->pages->list))
		for (array_each(const struct box, box, &page->boxes)) {
			if (box->shows)
				trace_of(pdf, box->shows)->drawn = true;
			if (box->kind != BOX_TEXT)
				continue;
			for (int i = 0; i < box->piece_count; i++)
				fonts_use(pdf, box->pieces[i].shaped);
		}
}

/* ---- pages ---- */

static void
put_list(struct buffer *body, const char *key, const struct numbers *objects)
{
	if (objects->count == 0)
		return;
	buffer_format(body, "/%s[", key);
	for (size_t i = 0; i < objects->count; i++)
		buffer_format(body, "%d 0 R ", objects->at[i]);
	buffer_byte(body, ']');
}

static void
put_resources(struct pdf *pdf, struct buffer *body, const struct sheet *sheet)
{
	buffer_string(body, "/Resources<<");
	put_reference(body, "Font", pdf->fonts_object);
	if (sheet->images.count > 0) {
		buffer_string(body, "/XObject<<");
		for (size_t i = 0; i < sheet->images.count; i++)
			buffer_format(body, "/X%d %d 0 R", sheet->images.at[i],
			    sheet->images.at[i]);
		buffer_string(body, ">>");
	}
	buffer_string(body, ">>");
}

/* What PDF/A takes for a page (ISO 19005-3, 6.1.13). */
static void
check_page(const struct page *page)
{
	length least = page->width < page->height ? page->width : page->height,
	       most = page->width < page->height ? page->height : page->width;

	if (least < POINTS(3) || most > POINTS(14400))
		die("a page of %d by %d points is none that PDF/A takes: from 3 to 14,400",
		    (int)(page->width / POINTS(1)), (int)(page->height / POINTS(1)));
}

static void
write_page(struct pdf *pdf, int number, int parent)
{
	const struct page *page = &pdf->pages->list.at[number];
	const struct sheet *sheet = &pdf->sheets[number];
	struct buffer body = { .arena = pdf->arena };

	check_page(page);
	buffer_string(&body, "/Type/Page");
	put_reference(&body, "Parent", parent);
	buffer_string(&body, "/MediaBox[0 0 ");
	put_lengths(&body, (length[2]){ page->width, page->height }, 2);
	buffer_byte(&body, ']');
	put_reference(&body, "Contents", sheet->content);
	put_resources(pdf, &body, sheet);
	if (sheet->transparent)
		buffer_string(&body, "/Group<</S/Transparency/CS/DeviceRGB>>");
	put_list(&body, "Annots", &sheet->annotations);
	if (sheet->owners.count > 0)
		put_pair(&body, "StructParents", number);
	buffer_string(&body, "/Tabs/S");
	object_set(pdf->objects, sheet->object, buffer_view(&body));
}

/* 64 pages to a branch, so that no list of kids is long. */
static int
write_pages(struct pdf *pdf)
{
	enum { BRANCH = 64 };
	int root = object_new(pdf->objects), count = page_count(pdf);
	struct numbers branches = { 0 };
	struct buffer body = { .arena = pdf->arena };

	for (int first = 0; first < count; first += BRANCH) {
		int branch = object_new(pdf->objects),
		    end = first + BRANCH < count ? first + BRANCH : count;
		struct numbers kids = { 0 };

		for (int i = first; i < end; i++) {
			write_page(pdf, i, branch);
			*array_push(pdf->arena, &kids) = pdf->sheets[i].object;
		}
		body.length = 0;
		buffer_string(&body, "/Type/Pages");
		put_reference(&body, "Parent", root);
		put_pair(&body, "Count", end - first);
		put_list(&body, "Kids", &kids);
		object_set(pdf->objects, branch, buffer_view(&body));
		*array_push(pdf->arena, &branches) = branch;
	}
	body.length = 0;
	buffer_string(&body, "/Type/Pages");
	put_pair(&body, "Count", count);
	put_list(&body, "Kids", &branches);
	object_set(pdf->objects, root, buffer_view(&body));
	return root;
}

/* ---- the document ---- */

/*
 * The associated files of the document (ISO 19005-3, 6.8), listed for readers
 * that know only names.
 */
static void
put_sources(struct pdf *pdf, struct buffer *files, struct buffer *names)
{
	const struct sources_printed *sources = &pdf->edition->sources;

	for (size_t i = 0; i < sources->count; i++) {
		int file = source_write(pdf, &sources->at[i]);

		buffer_format(files, "%s%d 0 R", i > 0 ? " " : "", file);
		put_string(names, sources->at[i].file);
		buffer_format(names, "%d 0 R", file);
	}
}

static void
put_names(struct pdf *pdf, struct buffer *body, int destinations)
{
	struct buffer files = { .arena = pdf->arena }, names = { .arena = pdf->arena };

	put_sources(pdf, &files, &names);
	if (files.length > 0)
		buffer_format(body, "/AF[%.*s]", TEXT_ARGS(buffer_view(&files)));
	if (!destinations && files.length == 0)
		return;
	buffer_string(body, "/Names<<");
	if (destinations)
		put_reference(body, "Dests", destinations);
	if (files.length > 0)
		buffer_format(body, "/EmbeddedFiles<</Names[%.*s]>>",
		    TEXT_ARGS(buffer_view(&names)));
	buffer_string(body, ">>");
}

static int
write_catalog(struct pdf *pdf, int tags)
{
	struct buffer body = { .arena = pdf->arena };
	int outline = outline_write(pdf), destinations = destinations_write(pdf),
	    form = fields_write(pdf);

	buffer_string(&body, "/Type/Catalog");
	put_reference(&body, "Pages", write_pages(pdf));
	put_reference(&body, "Metadata", metadata_write(pdf));
	put_reference(&body, "StructTreeRoot", tags);
	buffer_string(&body, "/MarkInfo<</Marked true>>/Lang");
	put_string(&body, pdf->tree->language);
	buffer_string(&body, "/ViewerPreferences<</DisplayDocTitle true>>/PageLayout/OneColumn");
	buffer_format(&body, "/OutputIntents[%d 0 R]", intent_write(pdf));
	put_reference(&body, "PageLabels", labels_write(pdf));
	if (outline) {
		put_reference(&body, "Outlines", outline);
		buffer_string(&body, "/PageMode/UseOutlines");
	}
	if (form)
		put_reference(&body, "AcroForm", form);
	put_names(pdf, &body, destinations);
	return object_add(pdf->objects, buffer_view(&body));
}

struct text
pdf_of_edition(struct arena *arena, const struct edition *edition)
{
	const struct pages *pages = edition->pages;
	struct pdf pdf = { .arena = arena, .edition = edition, .tree = edition->tree,
	    .pages = pages, .colours = edition->style->look.light, .codes.arena = arena,
	    .images.arena = arena };
	int tags, catalog;

	pdf.objects = objects_new(arena, is_pdf_2(&pdf) ? "2.0" : "1.7", pdf_limits);
	survey_tree(&pdf);
	check_nesting(&pdf);
	pdf.sheets = arena_array(arena, pages->list.count, sizeof *pdf.sheets);
	for (int i = 0; i < page_count(&pdf); i++)
		pdf.sheets[i].object = object_new(pdf.objects);
	fonts_open(&pdf);
	survey_pages(&pdf);
	fonts_write(&pdf);
	pages_draw(&pdf);
	check_words(&pdf);
	links_find(&pdf);
	fields_find(&pdf);
	tags_number(&pdf);
	links_write(&pdf);
	tags = tags_write(&pdf);
	catalog = write_catalog(&pdf, tags);
	return objects_save(pdf.objects, catalog, info_write(&pdf));
}
