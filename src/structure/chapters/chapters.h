/* SPDX-License-Identifier: MIT */
/*
 * The chapters that a document is made of: each shows one kind of section.
 */
#ifndef STRUCTURE_CHAPTERS_CHAPTERS_H
#define STRUCTURE_CHAPTERS_CHAPTERS_H

#include "structure/records.h"

chapter build_contents, build_performance, build_golden_thread, build_coverage,
    build_performance_summary;
chapter build_recommendations, build_appendices, build_document_status, build_structure,
    build_items;
chapter build_strategy_map, build_outcomes_map, build_plan_hierarchy, build_risk_matrix,
    build_risk_key;
chapter build_timeline, build_chart;

/* A section with its heading, by the chapter of its kind. */
void build_section(struct builder *, struct node *parent, const struct section *);
/* True for the first of two sections, document status and history of versions, that go into one. */
bool begins_status_and_versions(const struct builder *, const struct block *);
void build_status_and_versions(struct builder *, struct node *parent, const struct block *);
/* What stands below a section's heading, or what a view shows. */
chapter build_chapter;
/* The content of a document: what stands before the first section, then the sections. */
void build_blocks_and_sections(struct builder *, struct node *parent, const struct block *content);

/* Where those sign whom the document names as its signatories; nothing where there are none. */
void build_signatures(struct builder *);
void build_cover(struct builder *);
void build_front_sheet(struct builder *);
/* How an appendix begins: which it is, its title, its facts. */
void build_appendix_sheet(struct builder *, struct node *sect, struct text label);
/* "Appendix 2" of the document in the tree that is named so; empty where it has no number. */
struct text appendix_label(struct builder *, size_t enclosure);
/* What a report or an item is for, as the style words it. */
void build_purpose(struct builder *, struct node *parent, const struct value *);
/*
 * A pair for what the document says under a key: once, or several times, or in
 * several languages; none, if it says nothing.
 */
void build_facts_of(struct builder *, struct pairs *, struct text key);
void fill_contents(struct builder *);

/* A table with a caption and a head of phrases. */
struct phrase_column {
	const char *head;		/* a phrase */
	struct column is;
};
struct phrase_table {
	const struct section *section;	/* the view that it belongs to */
	const char *caption;		/* a phrase */
	const struct phrase_column *columns;
	int count;
};
/* The table, with its head. */
struct node *build_phrase_table(struct builder *, struct node *parent, const struct phrase_table *);
/* The one body of such a table, for its rows. */
struct node *build_phrase_body(struct builder *, struct node *parent, const struct phrase_table *);
struct node *add_row_head(struct builder *, struct node *row);
struct node *add_labelled_cell(struct builder *, struct node *row, const char *label, enum look);

/* ---- views (select.c) ---- */

void build_view(struct builder *, struct node *parent, const struct view *,
    const struct span *caption);
/* The records that a view shows, in reading order; decisions by date. */
void select_records(struct builder *, const struct view *, enum record_kind, struct record_run *);
/* Those of a section that is a view; of its own document where it does not say whose. */
void select_for(struct builder *, const struct section *, enum record_kind, struct record_run *);
/*
 * True where the view of a section, by whose records and which, chooses this
 * one; without a view all are.
 */
bool is_chosen(struct builder *, const struct section *, const struct record *);
/* True where a record has that id, reference or title. */
bool bears_name(const struct record *, struct text name);
/* True for a view that chooses at all. */
bool has_filters(const struct section *);

#endif
