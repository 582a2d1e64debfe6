/* SPDX-License-Identifier: MIT */
/*
 * A document of the corpus to the tree that its reader reads: how it begins,
 * its sections by the table of chapters, its notes, and last the contents.
 */
#include "structure/structure.h"

#include "base/file.h"
#include "structure/chapters/chapters.h"
#include "structure/draft.h"

/* What is not listed is prose and records in the order of the source. */
static chapter *const chapters[SECTION_COUNT] = {
	[SECTION_contents] = build_contents,
	[SECTION_performance] = build_performance,
	[SECTION_targets] = build_performance,
	[SECTION_indicators] = build_performance,
	[SECTION_performance_summary] = build_performance_summary,
	[SECTION_golden_thread] = build_golden_thread,
	[SECTION_coverage] = build_coverage,
	[SECTION_strategy_map] = build_strategy_map,
	[SECTION_outcomes_map] = build_outcomes_map,
	[SECTION_plan_hierarchy] = build_plan_hierarchy,
	[SECTION_risk_matrix] = build_risk_matrix,
	[SECTION_risk_key] = build_risk_key,
	[SECTION_timeline] = build_timeline,
	[SECTION_chart] = build_chart,
	[SECTION_recommendations] = build_recommendations,
	[SECTION_structure] = build_structure,
	[SECTION_document_status] = build_document_status,
};

void
build_chapter(struct builder *b, struct node *sect, const struct section *section)
{
	chapter *build = chapters[section->kind] ? chapters[section->kind] : build_content;

	build(b, sect, section);
}

/* The records of a view that is a section, after its prose. */
static void
build_view_section(struct builder *b, struct node *sect, const struct section *section)
{
	struct record_run run = { 0 };

	build_chapter(b, sect, section);
	if (section_rows[section->kind].holds == HOLDS_RECORDS) {
		select_records(b, section->view, section_rows[section->kind].kind, &run);
		build_records(b, sect, section, &run, NULL);
	}
}

/* The first paragraph of a section leads into it. */
static void
mark_lead(struct node *sect)
{
	struct node *second = sect->first ? sect->first->next : NULL;

	if (second && second->tag == TAG_P && second->look == LOOK_plain)
		second->look = LOOK_lead;
}

static void
place_section_notes(struct builder *b, struct node *sect, size_t due)
{
	if (notes_due(b) > due)
		place_notes(b, tree_add(b->tree, sect, TAG_DIV, LOOK_end_notes), due);
}

void
build_section(struct builder *b, struct node *parent, const struct section *section)
{
	struct node *sect = tree_add(b->tree, parent, TAG_SECT, LOOK_plain);
	const struct section *outer = b->section;
	size_t due = notes_due(b);

	b->section = section;
	tree_name(b->tree, sect, section->id);
	sect->language = section->language;
	sect->new_page = section->new_page;
	sect->landscape = section->landscape;
	build_heading(b, sect, section);
	if (section->view)
		build_view_section(b, sect, section);
	else
		build_chapter(b, sect, section);
	if (section->level == 2 && b->document->kind == DOCUMENT_plan)
		mark_lead(sect);
	place_section_notes(b, sect, due);
	b->section = outer;
}

/* ---- the document ---- */

static struct text
output_file(const struct builder *b)
{
	struct text path = b->document->path, suffix = path_suffix(path);

	path = text_slice(path, 0, path.length - suffix.length);
	return b->corpus->audience == AUDIENCE_FULL ? text_join(b->arena, path, TEXT("-full")) : path;
}

/* "Version 1.0, approved 12 March 2026", as far as it is stated. */
static struct text
version_line(const struct builder *b)
{
	struct text version = document_words(b->document, "version"), status = document_words(b->document, "status");
	struct text date = document_words(b->document, "date"), line = TEXT("");

	if (version.length > 0)
		line = phrase_with(b, "version", version, TEXT(""));
	if (status.length > 0)
		line = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(line), line.length > 0 ? ", " : "", TEXT_ARGS(status));
	if (date.length > 0)
		line = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(line), line.length > 0 ? " " : "", TEXT_ARGS(date));
	return line;
}

static void
state_facts(struct builder *b)
{
	struct tree *tree = b->tree;
	const struct fact *date = document_fact(b->document, "date");
	struct text author = document_words(b->document, "author");

	tree->title = tree->short_title = b->document->title;
	tree->language = b->document->language;
	tree->description = document_words(b->document, "summary");
	tree->author = author.length > 0 ? author : b->corpus->council.name;
	tree->keywords = document_words(b->document, "service");
	tree->council = b->corpus->council.name;
	tree->version = version_line(b);
	tree->file = output_file(b);
	tree->draft = b->draft != NULL;
	if (date && date->value.when.set)
		tree->date = date->value.when.last;
	if (b->document->exemption.exempt)
		tree->exempt = b->document->exemption.paragraph;
}

static void
gather_shown(struct builder *b)
{
	struct tree *tree = b->tree;

	tree->shown = arena_array(b->arena, b->shown.count, sizeof *tree->shown);
	for (size_t i = 0; i < b->shown.count; i++)
		tree->shown[tree->shown_count++] = b->shown.entries[i].value;
}

const struct tree *
structure_document(struct arena *arena, const struct corpus *corpus, const struct document *document,
    const struct style *style, const struct diag *draft)
{
	struct builder b = { .arena = arena, .tree = tree_new(arena), .corpus = corpus, .document = document,
	    .style = style, .draft = draft, .shown.arena = arena, .note_numbers.arena = arena,
	    .numbering = style->numbering[document->kind] };

	state_facts(&b);
	if (document->kind == DOCUMENT_plan || document->kind == DOCUMENT_priorities)
		build_cover(&b);
	else
		build_front_sheet(&b);
	build_blocks_and_sections(&b, b.tree->root, document->content);
	place_section_notes(&b, b.tree->root, 0);
	fill_contents(&b);
	build_draft(&b);
	settle_links(b.tree);
	gather_shown(&b);
	tree_finish(b.tree);
	return b.tree;
}
