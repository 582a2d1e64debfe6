/* SPDX-License-Identifier: MIT */
/*
 * A document that holds one of everything that a tree can hold.
 */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include "paper.h"

#include "model/picture.h"

static const char sample_words[] =
    "The towpath between Pell Weir and the basin is the responsibility of the waterways service; offices, "
    "affiliates and efficient figures. AVATAR To Ty: kerning pairs, dashes \u2013 and quotes \u201Clike these\u201D, "
    "Llŷr ap Gruffudd, £1.46 million, 12\u00A0months.";

static struct node *
sample_cell(struct paper *paper, struct node *row, enum tag tag, enum scope scope,
    const char *words)
{
	struct node *cell = tree_add(paper->tree, row, tag, LOOK_plain);

	cell->scope = scope;
	if (*words)
		paper_add(paper, cell, TAG_P, words);
	return cell;
}

static void
sample_table(struct paper *paper, struct node *parent, int rows)
{
	struct node *table = tree_add(paper->tree, parent, TAG_TABLE, LOOK_plain), *part, *row;

	paper_add(paper, table, TAG_CAPTION, "Table 1 Bridges");
	part = tree_add(paper->tree, table, TAG_THEAD, LOOK_plain);
	row = tree_add(paper->tree, part, TAG_TR, LOOK_plain);
	for (int i = 0; i < 4; i++)
		sample_cell(paper, row, TAG_TH, SCOPE_COLUMN,
		    (const char *[]){ "Bridge", "Target", "Actual", "Remark" }[i]);
	part = tree_add(paper->tree, table, TAG_TBODY, LOOK_plain);
	for (int i = 0; i < rows; i++) {
		struct text name = text_format(paper->arena, "Bridge %d", i + 1);
		struct text figure =
		    text_format(paper->arena, "%d,%03d", i * 37 % 90 + 1, i * 7919 % 1000);
		bool spans = i % 10 == 3;

		row = tree_add(paper->tree, part, TAG_TR, LOOK_plain);
		sample_cell(paper, row, TAG_TH, SCOPE_ROW, text_string(paper->arena, name));
		sample_cell(paper, row, TAG_TD, SCOPE_NONE, text_string(paper->arena, figure));
		sample_cell(paper, row, TAG_TD, SCOPE_NONE,
		    spans ? "both columns" : "60.0%")->columns = spans ? 2 : 1;
		if (!spans)
			sample_cell(paper, row, TAG_TD, SCOPE_NONE,
			    i % 5 ? "as it was reported" : "");
	}
}

static void
sample_links(struct paper *paper, struct node *sect)
{
	struct node *p = paper_add(paper, sect, TAG_P, "See "), *link;

	link = paper_add(paper, p, TAG_LINK,
	    "the council\u2019s website, whose name is so long that the line ends before it does so itself");
	link->address = TEXT("https://wexmere.example/canäls?a=1&b=(2)");
	tree_text(paper->tree, p, TEXT(", or "));
	link = paper_add(paper, p, TAG_LINK, "a table of this document");
	link->to = TEXT("a-table-over-pages");
	tree_text(paper->tree, p, TEXT(" on page "));
	tree_add(paper->tree, p, TAG_PAGE_OF, LOOK_plain)->to = TEXT("a-table-over-pages");
	tree_text(paper->tree, p, TEXT(", or "));
	link = paper_add(paper, p, TAG_LINK, "another plan");
	link->document = TEXT("../planning/plan");
	link->to = TEXT("p2");
	tree_text(paper->tree, p, TEXT(" and the note"));
	link = paper_add(paper, p, TAG_REFERENCE, "1");
	link->to = TEXT("note-wet");
	tree_text(paper->tree, p, TEXT("."));
	p = tree_add(paper->tree, sect, TAG_NOTE, LOOK_note);
	tree_name(paper->tree, p, TEXT("note-wet"));
	paper_add(paper, p, TAG_LBL, "1");
	paper_add(paper, p, TAG_P, "It was a wet spring.");
	p = tree_add(paper->tree, sect, TAG_NOTE, LOOK_note);
	paper_add(paper, p, TAG_P, "A note without an id.");
}

static void
sample_lists(struct paper *paper, struct node *sect)
{
	for (int ordered = 0; ordered < 2; ordered++) {
		struct node *list = tree_add(paper->tree, sect, TAG_L, LOOK_plain);

		list->ordered = ordered;
		for (int i = 0; i < 3; i++) {
			struct node *item = tree_add(paper->tree, list, TAG_LI, LOOK_plain);

			paper_add(paper, item, TAG_LBL,
			    ordered ? (const char *[]){ "(a)", "(b)", "(c)" }[i] : "•");
			paper_add(paper, tree_add(paper->tree, item, TAG_LBODY, LOOK_plain), TAG_P,
			    "An item of the list.");
		}
	}
}

static void
sample_inline(struct paper *paper, struct node *sect)
{
	struct node *p = paper_add(paper, sect, TAG_P, "One word is "), *span;

	span = paper_add(paper, p, TAG_SPAN, "strong");
	span->look = LOOK_strong;
	tree_text(paper->tree, p, TEXT(", one line ends"));
	tree_add(paper->tree, p, TAG_BREAK, LOOK_plain);
	tree_text(paper->tree, p, TEXT("here, some are Welsh: "));
	span = paper_add(paper, p, TAG_SPAN, "Mae hen wlad fy nhadau");
	span->language = TEXT("cy");
	tree_text(paper->tree, p, TEXT(" and some Hebrew: "));
	span = paper_add(paper, p, TAG_SPAN, "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD");
	span->language = TEXT("he");
	span->first->language = TEXT("he");
	tree_text(paper->tree, p, TEXT(", one is \u20601\u2044"));
	span = paper_add(paper, p, TAG_SPAN, "60%");
	span->spoken = TEXT("sixty per cent");
	tree_text(paper->tree, p,
	    TEXT(", and e\u0301t\u00ADat q\u0307 stand apart, as do \u2206 and \u0394."));
	tree_text(paper->tree, p, TEXT(" Points: "));
	tree_text(paper->tree, p, TEXT("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD"));
	tree_text(paper->tree, p, TEXT("."));
	p = tree_add(paper->tree, sect, TAG_QUOTE, LOOK_plain);
	paper_add(paper, p, TAG_P, sample_words);
}

static const struct picture sample_picture;

/* A frame, a curve and a dashed line; no picture of anything. */
static const struct emblem *
sample_emblem(struct arena *arena)
{
	static enum path_verb verbs[] = { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE, PATH_MOVE,
	    PATH_CURVE };
	static struct point points[] = {
		{ 0, 0 }, { POINTS(80), 0 }, { POINTS(40), POINTS(50) }, { 0, POINTS(60) },
		{ POINTS(20), POINTS(30) }, { POINTS(60), POINTS(90) }, { POINTS(90), POINTS(60) },
	};
	struct emblem *emblem = ARENA_NEW(arena, struct emblem);

	emblem->width = POINTS(90);
	emblem->height = POINTS(70);
	*array_push(arena, &emblem->shapes) = (struct shape){ .fill = COLOUR_tint,
	    .stroke = COLOUR_brand,
	    .width = 750, .verbs = verbs, .points = points, .verb_count = 4 };
	*array_push(arena, &emblem->shapes) = (struct shape){ .stroke = COLOUR_accent,
	    .width = POINTS(2),
	    .dash = { POINTS(2), POINTS(2) }, .verbs = verbs + 4, .points = points + 3,
	        .verb_count = 2 };
	return emblem;
}

static struct node *
sample_figure(struct paper *paper, struct node *sect, const char *spoken)
{
	struct node *figure = tree_add(paper->tree, sect, TAG_FIGURE, LOOK_plain);

	figure->spoken = text_of(spoken);
	return figure;
}

static void
sample_contents(struct paper *paper, struct node *sect)
{
	struct node *toc = tree_add(paper->tree, sect, TAG_TOC, LOOK_plain);
	struct node *item = tree_add(paper->tree, toc, TAG_TOCI, LOOK_contents_entry);
	struct node *link = paper_add(paper, item, TAG_LINK, "A table over pages ");

	link->to = TEXT("a-table-over-pages");
	tree_add(paper->tree, link, TAG_PAGE_OF, LOOK_plain)->to = link->to;
}

static void
sample_stamp(struct paper *paper)
{
	struct box *box;

	paper->y = POINTS(500);
	paper_artifact(paper, ARTIFACT_WATERMARK, "Draft", POINTS(200));
	box = &paper->page->boxes.at[paper->page->boxes.count - 1];
	box->turn = 35;
	box->height = POINTS(54);
	box->colour = COLOUR_tint;
	box = paper_box(paper, BOX_FILL, NULL);
	box->artifact = ARTIFACT_WATERMARK;
	box->turn = 90;
	box->x = POINTS(20);
	box->y = POINTS(700);
	box->width = POINTS(200);
	box->height = POINTS(12);
	box->colour = COLOUR_accent;
	paper->y = TOP;
}

/* The sample, set; images are shown beside the picture. */
static inline struct edition
sample_edition(struct paper *paper, const struct image *const *images, int image_count,
    int table_rows)
{
	struct tree *tree = paper->tree;
	struct node *root = tree->root, *sect;
	struct edition edition;

	tree->title = TEXT("A test of “everything” & more");
	tree->language = TEXT("en-GB");
	tree->council = TEXT("Wexmere District Council");
	tree->description = TEXT("What a tree can hold");
	tree->file = TEXT("sample");
	tree->date = (struct date){ 2026, 3, 12 };
	paper_heading(paper, root, 1, "A test of everything");
	sample_contents(paper, root);
	sect = tree_add(tree, root, TAG_SECT, LOOK_plain);
	paper_heading(paper, sect, 2, "Words");
	paper_add(paper, sect, TAG_P, sample_words);
	sample_inline(paper, sect);
	paper_heading(paper, sect, 3, "Lists");
	sample_lists(paper, sect);
	paper_heading(paper, sect, 2, "Links and notes");
	sample_links(paper, sect);
	paper_heading(paper, sect, 2, "Figures");
	paper->drawn = sample_emblem(paper->arena);
	sample_figure(paper, sect, "A triangle and a curve")->picture = &sample_picture;
	for (int i = 0; i < image_count; i++)
		sample_figure(paper, sect, "A test image")->image = images[i];
	sample_figure(paper, sect, "")->decorative = true;
	sect->last->picture = &sample_picture;
	sect = tree_add(tree, root, TAG_SECT, LOOK_plain);
	paper_heading(paper, sect, 2, "A table over pages");
	sample_table(paper, sect, table_rows);
	tree_add(tree, sect, TAG_P, LOOK_plain);		/* holds nothing: has no element */
	paper->hyphenate = true;
	edition = paper_set(paper);
	sample_stamp(paper);
	return edition;
}

#endif
