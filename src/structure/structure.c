/* SPDX-License-Identifier: MIT */
/*
 * A document of the corpus to the tree that its reader reads: how it begins,
 * its sections by the table of chapters, its notes, and last the contents.
 */
#include "structure/structure.h"

#include "base/file.h"
#include "base/path.h"
#include "structure/chapters/chapters.h"
#include "structure/draft.h"
#include "structure/records.h"

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
	[SECTION_appendices] = build_appendices,
	[SECTION_structure] = build_structure,
	[SECTION_document_status] = build_document_status,
	[SECTION_items] = build_items,
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
	const struct node *last = sect->last;
	const struct document *from = section->view->target.document;

	build_chapter(b, sect, section);
	if (section_rows[section->kind].holds == HOLDS_RECORDS) {
		select_records(b, section->view, section_rows[section->kind].kind, &run);
		build_records(b, sect, section, &run, NULL);
	}
	if (sect->last == last)		/* a heading alone would look like a fault */
		build_text(b, sect, TAG_P, LOOK_plain, phrase(b, from &&
		    !document_feeds(b->corpus, from, b->document) ? "not-approved" :
		    "nothing-to-show"));
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

/*
 * A line of a theme's: what it is called, then what it says. Like the heading
 * above it, it leads on.
 */
static void
build_theme_fact(struct builder *b, struct node *sect, const struct value *value)
{
	struct node *line = tree_add(b->tree, sect, TAG_P, LOOK_theme_facts);

	line->language = value->language;
	line->keep = true;
	build_text(b, line, TAG_SPAN, LOOK_strong,
	    label_of(b, value->field, value->period_words));
	tree_text(b->tree, line, TEXT(" "));
	if (value->links.count > 0)
		build_tags_in_line(b, line, value);
	else
		build_inside(b, line, value->content);
}

/*
 * What a theme says of itself, below its heading: lines, or a table where one
 * would not do. In tables its group head says it.
 */
static void
build_theme_facts(struct builder *b, struct node *sect, const struct section *section)
{
	const struct record *theme = section->itself;
	bool are_lines = true;

	if (section->kind != SECTION_theme || !theme || theme->section != section)
		return;
	for (size_t i = 0; i < theme->values.count; i++)
		are_lines &= !theme->values.at[i]->content ||
		    only_paragraph(theme->values.at[i]->content);
	if (are_lines) {
		for (size_t i = 0; i < theme->values.count; i++)
			if (theme->values.at[i]->field->role != ROLE_title &&
			    theme->values.at[i]->field->role != ROLE_exempt &&
			    theme->values.at[i]->content)
				build_theme_fact(b, sect, theme->values.at[i]);
	} else {
		struct pairs pairs = begin_pairs(b, sect, LOOK_front_block);

		build_fields(b, &pairs, theme);
		end_pairs(&pairs);
	}
	build_blocks(b, sect, theme->prose);
}

static bool
has_cover(const struct document *document)
{
	return document->kind == DOCUMENT_plan || document->kind == DOCUMENT_priorities;
}

void
build_section(struct builder *b, struct node *parent, const struct section *section)
{
	struct node *sect = tree_add(b->tree, parent, TAG_SECT, LOOK_plain), *inside = sect;
	const struct section *outer = b->section;
	size_t due = notes_due(b);

	b->section = section;
	sect->language = section->language;
	sect->new_page = section->new_page;
	sect->landscape = section->landscape;
	if (section->kind == SECTION_recommendations)
		inside = tree_add(b->tree, sect, TAG_DIV, LOOK_recommendations);
	tree_name(b->tree, inside, section_id_here(b, section));
	build_heading(b, inside, section);
	build_exempt_box(b, inside, &section->exemption);
	build_theme_facts(b, inside, section);
	if (section->view)
		build_view_section(b, inside, section);
	else
		build_chapter(b, inside, section);
	if (section->level == 2 && has_cover(b->document))
		mark_lead(sect);
	place_section_notes(b, sect, due);
	if (section->level == 2 && b->key_due)
		build_key(b, sect, section);
	b->section = outer;
}

/* ---- the document ---- */

static struct text
output_file(const struct builder *b)
{
	struct text path = b->document->path, suffix = path_suffix(path);

	path = text_slice(path, 0, path.length - suffix.length);
	return b->corpus->audience == AUDIENCE_FULL ? text_join(b->arena, path, TEXT("-full"))
	                                            : path;
}

/* "Version 1.0, approved 12 March 2026", as far as it is stated. */
static struct text
version_line(const struct builder *b)
{
	struct text version = document_words(b->document, "version"),
	            status = document_words(b->document, "status");
	struct text date = document_words(b->document, "date"), line = TEXT("");

	if (version.length > 0)
		line = phrase_with(b, "version", version, TEXT(""));
	if (status.length > 0)
		line = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(line),
		    line.length > 0 ? ", " : "", TEXT_ARGS(status));
	if (date.length > 0)
		line = text_format(b->arena, "%.*s%s%.*s", TEXT_ARGS(line),
		    line.length > 0 ? " " : "", TEXT_ARGS(date));
	return line;
}

/*
 * What the foot says beside the council: the version; of a report its
 * reference, of an agenda when it was published.
 */
static struct text
foot_line(const struct builder *b)
{
	struct text reference = document_words(b->document, "reference"),
	            published = document_words(b->document, "published");

	if (reference.length > 0)
		return text_format(b->arena, "%.*s %.*s", TEXT_ARGS(phrase(b, "document-report")),
		    TEXT_ARGS(reference));
	if (published.length > 0)
		return phrase_with(b, "published", published, TEXT(""));
	return version_line(b);
}

/*
 * The title of a plan, what it is unless the title says so, and of which years:
 * "Housing, service delivery plan 2026 to 2027".
 */
static struct text
plan_line(const struct builder *b)
{
	const struct span_of_time *period = &b->document->period;
	struct text title = b->document->title, folded = text_fold(b->arena, title), years;
	bool is_called_plan = text_find(folded, TEXT("plan"), 0) < folded.length;

	if (!period->set || period->open || period->first.year == period->last.year)
		return title;
	years = phrase_with(b, "from-to", text_number(b->arena, period->first.year),
	    text_number(b->arena, period->last.year));
	if (text_find(title, text_number(b->arena, period->first.year), 0) < title.length)
		return title;
	return phrase_with(b, is_called_plan ? "head-titled" : "head-plan", title, years);
}

/* What the head says: of a report the meeting that it is for, else the title. */
static struct text
head_line(const struct builder *b)
{
	struct text committee = document_words(b->document, "committee"),
	            date = document_words(b->document, "date");

	if (b->document->kind == DOCUMENT_plan)
		return plan_line(b);
	if (b->document->kind != DOCUMENT_report || committee.length == 0)
		return b->document->title;
	return date.length == 0 ? committee :
	    text_format(b->arena, "%.*s, %.*s", TEXT_ARGS(committee), TEXT_ARGS(date));
}

static void
state_facts(struct builder *b)
{
	struct tree *tree = b->tree;
	const struct fact *date = document_fact(b->document, "date");
	struct text author = document_words(b->document, "author");

	tree->title = b->document->title;
	tree->short_title = head_line(b);
	tree->kind_title = kind_phrase(b, "document", document_kind_names[b->document->kind]);
	tree->language = b->document->language;
	tree->description = document_words(b->document, "summary");
	tree->author = author.length > 0 ? author : b->corpus->council.name;
	tree->keywords = document_words(b->document, "service");
	tree->council = b->corpus->council.name;
	tree->version = foot_line(b);
	tree->file = output_file(b);
	tree->draft = b->draft != NULL;
	if (date && date->value.when.set)
		tree->date = date->value.when.last;
}

static void
gather_shown(struct builder *b)
{
	struct tree *tree = b->tree;

	tree->shown = arena_array(b->arena, b->shown.count, sizeof *tree->shown);
	for (size_t i = 0; i < b->shown.count; i++)
		tree->shown[tree->shown_count++] = b->shown.entries[i].value;
}

/* Makes an enclosed document the one that is being built, below a node of the tree. */
static void
begin_document(struct builder *b, size_t enclosure, const struct node *top)
{
	b->enclosure = enclosure;
	b->document = b->enclosed.at[enclosure].document;
	b->shift = enclosure > 0;
	b->top = top;
	b->section = NULL;
	b->appendix_number = b->section_number = b->part_number = b->paragraph_number = 0;
	b->numbering = document_numbering(b->document, b->style);
}

/* An appendix whole: its own title, its own numbers; notes, tables and figures are counted on. */
static void
build_appendix(struct builder *b, size_t enclosure)
{
	const struct document *document = b->enclosed.at[enclosure].document;
	struct node *sect = tree_add(b->tree, b->tree->root, TAG_SECT,
	    has_cover(document) ? LOOK_appendix_plan : LOOK_appendix);

	sect->new_page = true;
	if (!text_equal(document->language, b->tree->language))
		sect->language = document->language;
	b->style = document->style;
	begin_document(b, enclosure, sect);
	build_appendix_sheet(b, sect, appendix_label(b, enclosure));
	build_blocks_and_sections(b, sect, document->content);
	place_section_notes(b, sect, 0);
}

static void
build_own(struct builder *b)
{
	begin_document(b, 0, b->tree->root);
	state_facts(b);
	mark_exempt_document(b, b->tree->root, b->document);
	if (has_cover(b->document))
		build_cover(b);
	build_draft_banner(b);
	build_exempt_box(b, b->tree->root, &b->document->exemption);
	if (!has_cover(b->document))
		build_front_sheet(b);
	build_blocks_and_sections(b, b->tree->root, b->document->content);
	place_section_notes(b, b->tree->root, 0);
	build_signatures(b);
}

const struct tree *
structure_document(struct arena *arena, const struct corpus *corpus,
    const struct document *document, const struct style *style, const struct diag *draft)
{
	struct builder b = {
		.arena = arena,
		.tree = tree_new(arena),
		.corpus = corpus,
		.style = style,
		.draft = draft,
		.shown.arena = arena,
		.note_numbers.arena = arena,
		.enclosed = document_enclosures(arena, document),
	};

	b.appendix_numbers = arena_array(arena, b.enclosed.count, sizeof *b.appendix_numbers);
	build_own(&b);
	for (size_t i = 1; i < b.enclosed.count; i++)
		build_appendix(&b, i);
	b.style = style;
	begin_document(&b, 0, b.tree->root);
	fill_contents(&b);
	build_draft(&b);
	settle_links(b.tree);
	gather_shown(&b);
	b.tree->root->from = &document->at;	/* of what comes from no line */
	tree_finish(b.tree);
	return b.tree;
}
