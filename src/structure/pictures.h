/* SPDX-License-Identifier: MIT */
/*
 * Pictures of what records say: the door of their room. Each makes a FIGURE
 * with a caption, what it shows, and an alternative text that says the same.
 */
#ifndef STRUCTURE_PICTURES_H
#define STRUCTURE_PICTURES_H

#include "model/picture.h"
#include "structure/records.h"

/* Risks by impact and likelihood; what has no place in it is named below. */
void build_matrix_picture(struct builder *, struct node *parent, const struct section *,
    const struct record_run *risks);

/* Outcomes and their priorities; of a plan also its themes and what serves which. */
void build_map_picture(struct builder *, struct node *parent, const struct section *,
    bool is_of_plan);

/* Posts from a block on, and who leads them; the block after them. Links to a post lead to it. */
const struct block *build_posts_picture(struct builder *, struct node *parent,
    const struct section *, const struct block *);
/* The family of plans; nothing where there is but one. */
void build_plans_picture(struct builder *, struct node *parent, const struct section *);

bool has_dated_milestones(const struct record_run *projects);
/* The milestones of projects in time; one of them at least has a date. */
void build_timeline_picture(struct builder *, struct node *parent, const struct section *,
    const struct record_run *projects);

/* The words for the period of a measure's figures. */
struct text period_in_words(const struct builder *, const struct record *measure,
    const struct figure *);
/* Figures of measures by period: a line for each, and bars for those that have one period only. */
void build_figures_pictures(struct builder *, struct node *parent, const struct section *,
    const struct record_run *measures);

/* ---- for the room alone ---- */

/* A phrase whose marks are filled: SAY(b, "cell", { "{n}", number }). */
struct filling { const char *mark; struct text with; };
#define SAY(b, name, ...) \
	say((b), (name), (const struct filling[]){ __VA_ARGS__, { NULL, { NULL, 0 } } })
struct text say(const struct builder *, const char *phrase_name, const struct filling *);
/* One sentence more of the alternative text; nothing for the empty text. */
void add_sentence(struct builder *, struct picture *, struct text);
void add_text(struct builder *, struct texts *, struct text);
/* The record is shown in the picture that is built next. */
void note_pictured(struct builder *, const struct record *);
/* Texts one after the other: "R4, R6". */
struct text listed(const struct builder *, const struct texts *);

/* What a picture stands under: phrases, or a title that is not empty; a hint may be null. */
struct picture_words { const struct section *section; const char *caption, *hint;
    struct text title; };
struct node *build_picture(struct builder *, struct node *parent, const struct picture_words *,
    const struct picture *);

#endif
