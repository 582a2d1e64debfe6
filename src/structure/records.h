/* SPDX-License-Identifier: MIT */
/*
 * Records as tables, forms and lists.
 */
#ifndef STRUCTURE_RECORDS_H
#define STRUCTURE_RECORDS_H

#include "structure/builder.h"

ARRAY(const struct removed *, removed_rows);
ARRAY(const struct block *, group_heads);
/*
 * Records that stand side by side, and what was left out from among them.
 * Groups, when there are any, are one a record and stand for the records' own.
 */
struct record_run {
	const struct record **at;
	size_t count, room;
	struct group_heads groups;
	struct removed_rows removed;
};

/* ---- tables (table/) ---- */

/* Records of one kind that print as one table, with a caption when there is one. */
void build_record_table(struct builder *, struct node *parent, const struct section *,
    const struct record_run *, const struct span *caption);
/* A row over all columns that holds the notes marked since `from`. */
void build_notes_row(struct builder *, struct node *part, int columns, size_t from);
/* A row over all columns: a group's name, then what it supports or holds. */
struct node *build_group_row(struct builder *, struct node *part, int columns);

/*
 * True for a project whose milestones stand in a table below its form, which
 * has no place for them.
 */
bool has_milestone_table(const struct builder *, const struct record *);
void build_milestone_table(struct builder *, struct node *sect, const struct record *);

/* ---- pairs.c ---- */

/* beside: how many pairs a row holds; left: how many still go into the last one. */
struct pairs { struct node *table, *body; int count, beside, left; bool has_two; };

/* A table of label and value, a pair a row. */
struct pairs begin_pairs(struct builder *, struct node *parent, enum look);
/* Makes room for rows of two pairs; set `beside` to say how many the next row holds. */
void widen_pairs(struct builder *, struct pairs *);
/* A head over the pairs that follow. */
void add_pairs_head(struct builder *, struct pairs *, struct text words);
/* The cell that holds the value. */
struct node *add_pair(struct builder *, struct pairs *, struct text label);
/* Takes the table away when it holds nothing. */
void end_pairs(struct pairs *);

/* ---- form.c ---- */

void build_form(struct builder *, struct node *parent, const struct section *,
    const struct record *);
/* What a record says but its name, in the order of the style. */
void build_fields(struct builder *, struct pairs *, const struct record *);
/* The words of a value in the other languages in which they were given. */
void build_translations(struct builder *, struct node *cell, const struct record *,
    const struct value *of);
bool has_translations(const struct record *, const struct value *of);
/* True for what may show as serving a priority in this document (chapters/thread.c). */
bool may_serve(const struct builder *, const struct record *);
/* Who serves a priority, outcome or principle of this document. */
void build_serving_pair(struct builder *, struct pairs *, const struct record *);

/* ---- records.c ---- */

/* Records as the style or the section shows them. */
void build_records(struct builder *, struct node *parent, const struct section *,
    const struct record_run *, const struct span *caption);
/* True for a date of review that falls in the document's own period. */
bool is_due_review(const struct builder *, const struct value *);
/* Contracts, in the order in which they are to be reviewed in the time of the plan. */
bool has_reviews(struct builder *, const struct record_run *);
void build_reviews(struct builder *, struct node *parent, const struct record_run *);
/* A record as an item of a list. */
void build_item(struct builder *, struct node *list, const struct record *, struct text label);
/* Gives a node the id of a record of this document that stands here, unless another node has it. */
void name_record_node(struct builder *, struct node *, const struct record *,
    const struct section *here);

/* ---- status.c ---- */

/* A status with its mark, or the reason why there is none. */
void build_status(struct builder *, struct node *parent, const struct figure *);
void build_forecast_status(struct builder *, struct node *parent, const struct figure *);
void build_direction(struct builder *, struct node *parent, const struct figure *);
enum mark status_mark(enum status);
/* The figures of a period; with none set, the newest that have a result, else the newest. */
const struct figure *shown_figure(const struct record *, const struct span_of_time *);
/* How the tables are to be read, once a document. */
void build_key(struct builder *, struct node *parent, const struct section *);
/* For the key: that a measure is judged by a rule or tolerance of its own, if it is. */
void note_own_limits(struct builder *, const struct record *);

/* ---- score.c ---- */

struct band_found { struct text name; enum mark mark; };

/* The bars of a band of the key. */
enum mark band_mark(const struct score_key *, int band);
struct band_found find_band(const struct score_key *, int impact, int likelihood);
/* The rating whose score a role is; null when it is no score, or the risk has none. */
const struct rating *rating_for(const struct record *, enum role);
/* The score that an impact or likelihood is part of; ROLE_NONE for any other. */
enum role score_of_part(enum role);
/* A score that rating_for finds, and its band; then the impact and likelihood that it comes of. */
void build_score(struct builder *, struct node *parent, const struct record *, enum role score,
    bool with_parts);

/* ---- exempt.c ---- */

/* A record's own, or that of the document which it places; null when it is public. */
const struct exemption *exemption_of(const struct record *);
/* The same, or the nearest mark on what it stands in. */
const struct exemption *exemption_over_record(const struct record *);
void build_removed_words(struct builder *, struct node *parent, const struct removed *);
/*
 * In a full edition: that this is exempt, and why; in a line, or as a box,
 * which marks its parent.
 */
void build_exempt_words(struct builder *, struct node *parent, const struct exemption *);
void build_exempt_box(struct builder *, struct node *parent, const struct exemption *);
/*
 * A node that shows exempt matter says so, by the nearest mark: the pages on
 * which it stands bear the bar. Nothing for what is public.
 */
void mark_exempt(struct builder *, struct node *, const struct exemption *);
void mark_exempt_record(struct builder *, struct node *, const struct record *);
void mark_exempt_document(struct builder *, struct node *, const struct document *);

/* ---- label.c ---- */

/*
 * The reference, or the given id where it looks like one, of a row its
 * measure's; empty when it has neither.
 */
struct text ref_of(const struct record *);

/* ---- names.c ---- */

/* What a link field says: names, records among them as tags, a line each. */
void build_links(struct builder *, struct node *parent, const struct value *);
/* The names of a link field as they were written, one after the other. */
void build_links_in_line(struct builder *, struct node *parent, const struct value *);
/* The same, records as tags. */
void build_tags_in_line(struct builder *, struct node *parent, const struct value *);

/* ---- value.c ---- */

/* The marks of notes in a value whose words are not printed as they stand. */
void build_note_marks(struct builder *, struct node *parent, const struct value *);

/* Words, and the remark in brackets at their end: how a milestone stands, "Contract let (done)". */
struct remarked { struct text words, remark; };
struct remarked part_remark(struct text words);
/* The word that a remark begins with, "done" of "done: 5 May". */
struct text remark_word(struct text remark);
/* Words that were written within a line, where they begin a line of their own. */
struct text begin_with_capital(struct arena *, struct text words);

#endif
