/* SPDX-License-Identifier: MIT */
/*
 * Views: what stands elsewhere shown again, under a heading or in the middle of
 * prose; and the tables that views are made of, whose heads are phrases of the
 * style.
 */
#include "structure/chapters/chapters.h"

/* ---- tables of phrases ---- */

struct node *
build_phrase_table(struct builder *b, struct node *parent, const struct phrase_table *of)
{
	struct column *columns = arena_array(b->arena, (size_t)of->count, sizeof *columns);
	struct node *table = tree_add(b->tree, parent, TAG_TABLE, LOOK_plain), *row;

	build_view_caption(b, table, of->section, of->caption);
	row =
	    tree_add(b->tree, tree_add(b->tree, table, TAG_THEAD, LOOK_plain), TAG_TR, LOOK_plain);
	for (int i = 0; i < of->count; i++) {
		const struct phrase_column *column = &of->columns[i];
		struct node *head = build_text(b, row, TAG_TH, LOOK_plain, phrase(b, column->head));

		head->scope = SCOPE_COLUMN;
		head->set = column->is.set;
		columns[i] = column->is;
	}
	table->columns = of->count;
	table->column = columns;
	return table;
}

struct node *
build_phrase_body(struct builder *b, struct node *parent, const struct phrase_table *of)
{
	return tree_add(b->tree, build_phrase_table(b, parent, of), TAG_TBODY, LOOK_plain);
}

struct node *
add_labelled_cell(struct builder *b, struct node *row, const char *label, enum look look)
{
	struct node *cell = tree_add(b->tree, row, TAG_TD, look);

	cell->label = phrase(b, label);
	return cell;
}

struct node *
add_row_head(struct builder *b, struct node *row)
{
	struct node *head = tree_add(b->tree, row, TAG_TH, LOOK_plain);

	head->scope = SCOPE_ROW;
	return head;
}

/* ---- prose ---- */

/* Prose of a view `of` a section or document that holds prose: its words. */
static void
build_prose_of(struct builder *b, struct node *parent, const struct view *view)
{
	if (view->target.thing == THING_SECTION)
		build_blocks(b, parent, view->target.section->content);
	if (view->target.thing != THING_DOCUMENT)
		return;
	for (size_t i = 0; i < b->corpus->documents.count; i++) {
		const struct document *document = b->corpus->documents.at[i];

		if (document != view->target.document)
			continue;
		for (const struct section *s = section_next(document, NULL); s;
		     s = section_next(document, s))
			if (s->kind == view->kind)
				build_blocks(b, parent, s->content);
	}
}

/* The words that caption what stands in the middle of prose, where it is no table. */
static void
build_view_title(struct builder *b, struct node *parent)
{
	const struct span *caption = b->caption;

	b->caption = NULL;
	if (caption)
		build_spans(b,
		    tree_add(b->tree, tree_add(b->tree, parent, TAG_P, LOOK_view_title), TAG_SPAN,
		        LOOK_strong),
		    caption);
}

void
build_view_caption(struct builder *b, struct node *of, const struct section *section,
    const char *words)
{
	struct node *node = of->tag == TAG_FIGURE ? build_caption(b, of, "figure", ++b->figures) :
	    build_caption(b, of, "table", ++b->tables);
	struct text period = section->view ? section->view->period : TEXT(""),
	            title = phrase(b, words);
	const struct span *caption = b->caption;

	b->caption = NULL;
	if (caption) {
		build_spans(b, node, caption);
		return;
	}
	if (period.length > 0)
		title = text_format(b->arena, "%.*s, %.*s", TEXT_ARGS(title), TEXT_ARGS(period));
	tree_text(b->tree, node, title);
}

void
build_view(struct builder *b, struct node *parent, const struct view *view,
    const struct span *caption)
{
	struct section stand_in = { .kind = view->kind, .at = view->at,
	    .level = b->section ? b->section->level : 1, .period = view->when,
	    .document = (struct document *)b->document, .view = (struct view *)view };
	struct record_run run = { 0 };
	enum numbering numbering = b->numbering;

	b->numbering = NUMBERING_NONE;
	if (caption)
		stand_in.title_words = spans_plain(b->arena, caption);
	if (section_rows[view->kind].holds == HOLDS_RECORDS) {
		select_records(b, view, section_rows[view->kind].kind, &run);
		build_records(b, parent, &stand_in, &run, caption);
	} else {
		b->caption = caption;
		if (section_rows[view->kind].holds == HOLDS_VIEW)
			build_chapter(b, parent, &stand_in);
		else {
			build_view_title(b, parent);
			build_prose_of(b, parent, view);
		}
		b->caption = NULL;
	}
	b->numbering = numbering;
}
