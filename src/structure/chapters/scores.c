/* SPDX-License-Identifier: MIT */
/*
 * Risks by impact and likelihood, the key to the scores, and figures and
 * milestones by period.
 */
#include "structure/chapters/chapters.h"
#include "structure/pictures.h"

void
build_risk_matrix(struct builder *b, struct node *sect, const struct section *section)
{
	struct record_run risks = { 0 };

	build_content(b, sect, section);
	select_for(b, section, KIND_risk, &risks);
	if (b->style->scores.impact.count > 0 && b->style->scores.likelihood.count > 0)
		build_matrix_picture(b, sect, section, &risks);
}

/* ---- the key ---- */

static void
build_score_row(struct builder *b, struct node *body, int score)
{
	const struct score_key *key = &b->style->scores;
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain);
	size_t at = (size_t)score - 1;

	build_text(b, row, TAG_TH, LOOK_plain, text_number(b->arena, score))->scope = SCOPE_ROW;
	tree_text(b->tree, add_labelled_cell(b, row, "impact", LOOK_plain),
	    at < key->impact.count ? key->impact.at[at] : TEXT("–"));
	tree_text(b->tree, add_labelled_cell(b, row, "likelihood", LOOK_plain),
	    at < key->likelihood.count ? key->likelihood.at[at] : TEXT("–"));
}

/* The scores of a band: "4 to 6", "9"; of the last one to the greatest that the key allows. */
static struct text
range_of(struct builder *b, size_t band)
{
	const struct score_key *key = &b->style->scores;
	int from = band > 0 ? key->bands[band - 1].to + 1 : 1, to = key->bands[band].to,
	    most = (int)(key->impact.count * key->likelihood.count);

	if (to > most)
		to = most;
	return from >= to ? text_number(b->arena, from)
	                  : phrase_with(b, "from-to", text_number(b->arena, from),
	                        text_number(b->arena, to));
}

static void
build_band(struct builder *b, struct node *body, size_t band, bool has_means, bool has_seen)
{
	const struct band *is = &b->style->scores.bands[band];
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain),
	            *head = add_row_head(b, row);

	build_text(b, head, TAG_SPAN, LOOK_status, is->name)->mark =
	    band_mark(&b->style->scores, (int)band);
	tree_text(b->tree, add_labelled_cell(b, row, "score", LOOK_plain), range_of(b, band));
	if (has_means)
		tree_text(b->tree, add_labelled_cell(b, row, "band-means", LOOK_plain), is->means);
	if (has_seen)
		tree_text(b->tree, add_labelled_cell(b, row, "band-seen-by", LOOK_plain),
		    is->seen_by);
}

/* The gravest first, with what the house says of each. */
static void
build_bands(struct builder *b, struct node *sect, const struct section *section)
{
	enum { COLUMNS_MOST = 4 };
	struct phrase_column columns[COLUMNS_MOST] = {
		{ .head = "band", .is = { .label = true, .keep = true } },
		{ .head = "score", .is.keep = true },
	};
	struct phrase_table table = { section, "risk-bands", columns, 2 };
	const struct score_key *key = &b->style->scores;
	bool has_means = false, has_seen = false;
	struct node *body;

	for (size_t i = 0; i < key->band_count; i++) {
		has_means |= key->bands[i].means.length > 0;
		has_seen |= key->bands[i].seen_by.length > 0;
	}
	if (has_means)
		columns[table.count++].head = "band-means";
	if (has_seen)
		columns[table.count++].head = "band-seen-by";
	body = build_phrase_body(b, sect, &table);
	for (size_t i = key->band_count; i-- > 0;)
		build_band(b, body, i, has_means, has_seen);
}

/* True when a matrix stands before this: its axes name the steps. */
static bool
are_steps_said(const struct builder *b)
{
	for (const struct node *node = b->top; node; node = node_next(node, b->top))
		if (picture_of(node) && picture_of(node)->kind == PICTURE_MATRIX)
			return true;
	return false;
}

/* The tables of its own that a key says: the words of its steps, then the scores of its bands. */
static int
count_tables(const struct section *section)
{
	int count = 0;

	for (const struct block *block = section->content; block; block = block->next)
		count += block->kind == BLOCK_TABLE;
	return count;
}

/* What each score means, of an impact and of a likelihood. */
static void
build_steps(struct builder *b, struct node *sect, const struct section *section)
{
	static const struct phrase_column columns[] = {
		{ .head = "score", .is.label = true },
		{ .head = "impact" },
		{ .head = "likelihood" },
	};
	struct phrase_table table = { section, "risk-key", columns, 3 };
	const struct score_key *key = &b->style->scores;
	size_t most =
	    key->impact.count > key->likelihood.count ? key->impact.count : key->likelihood.count;
	struct node *body = build_phrase_body(b, sect, &table);

	for (size_t score = 1; score <= most; score++)
		build_score_row(b, body, (int)score);
}

void
build_risk_key(struct builder *b, struct node *sect, const struct section *section)
{
	const struct score_key *key = &b->style->scores;
	bool has_bands = key->band_count > 0 && !key->matrix && count_tables(section) < 2;

	build_content(b, sect, section);
	if (key->impact.count == 0 && key->likelihood.count == 0)
		return;
	if (count_tables(section) == 0 && !(has_bands && are_steps_said(b)))
		build_steps(b, sect, section);
	if (has_bands)
		build_bands(b, sect, section);
}

/* ---- milestones and figures by period ---- */

/* True when the milestones stand here already, with their projects. */
static bool
are_all_here(const struct builder *b, const struct record_run *projects)
{
	for (size_t i = 0; i < projects->count; i++)
		if (projects->at[i]->document != b->document)
			return false;
	return true;
}

static void
build_milestones(struct builder *b, struct node *sect, const struct section *section,
    const struct record_run *projects)
{
	static const struct phrase_column columns[] = {
		{ .head = "project", .is.label = true },
		{ .head = "period", .is.keep = true },
		{ .head = "what-is-done" },
	};
	struct phrase_table table = { section, "milestones", columns, 3 };
	struct node *body = build_phrase_body(b, sect, &table);

	for (size_t i = 0; i < projects->count; i++) {
		const struct value *value = record_value(projects->at[i], ROLE_milestones);

		for (size_t k = 0; value && k < value->milestones.count; k++) {
			struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain), *head;

			mark_exempt_record(b, row, projects->at[i]);
			head = tree_add(b->tree, row, TAG_TH, LOOK_plain);
			head->scope = SCOPE_ROW;
			tree_text(b->tree, build_record_link(b, head, projects->at[i]),
			    projects->at[i]->title);
			tree_text(b->tree, add_labelled_cell(b, row, "period", LOOK_plain),
			    value->milestones.at[k].period);
			build_inside(b, add_labelled_cell(b, row, "what-is-done", LOOK_plain),
			    value->milestones.at[k].content);
		}
	}
	if (!body->first)
		tree_remove_last(sect);
}

/*
 * The table is the picture's text; where projects print their milestones in
 * this document, it would say them twice.
 */
void
build_timeline(struct builder *b, struct node *sect, const struct section *section)
{
	struct record_run projects = { 0 };
	bool is_drawn;

	build_content(b, sect, section);
	select_for(b, section, KIND_project, &projects);
	is_drawn = has_dated_milestones(&projects);
	if (!is_drawn || !are_all_here(b, &projects))
		build_milestones(b, sect, section, &projects);
	if (is_drawn)
		build_timeline_picture(b, sect, section, &projects);
}

static void
build_figure_row(struct builder *b, struct node *body, const struct record *measure,
    const struct figure *figure)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain),
	            *head = tree_add(b->tree, row, TAG_TH, LOOK_plain), *cell;

	mark_exempt_record(b, row, measure);
	head->scope = SCOPE_ROW;
	tree_text(b->tree, build_record_link(b, head, measure), measure->title);
	tree_text(b->tree, add_labelled_cell(b, row, "period", LOOK_plain),
	    period_in_words(b, measure, figure));
	cell = add_labelled_cell(b, row, "target", LOOK_plain);
	cell->set = SET_NUMBER;
	tree_text(b->tree, cell, figure->target ? figure->target->plain : TEXT("–"));
	cell = add_labelled_cell(b, row, "actual", LOOK_cell_actual);
	cell->set = SET_NUMBER;
	tree_text(b->tree, cell, figure->actual ? figure->actual->plain : TEXT("–"));
}

void
build_chart(struct builder *b, struct node *sect, const struct section *section)
{
	static const struct phrase_column columns[] = {
		{ .head = "measure", .is.label = true },
		{ .head = "period", .is.keep = true },
		{ .head = "target", .is.set = SET_NUMBER },
		{ .head = "actual", .is.set = SET_NUMBER },
	};
	struct phrase_table table = { section, "figures", columns, 4 };
	struct record_run measures = { 0 };
	struct node *body;

	build_content(b, sect, section);
	select_for(b, section, KIND_measure, &measures);
	build_figures_pictures(b, sect, section, &measures);
	body = build_phrase_body(b, sect, &table);
	for (size_t i = 0; i < measures.count; i++)
		for (size_t k = 0; k < measures.at[i]->figures.count; k++)
			build_figure_row(b, body, measures.at[i], &measures.at[i]->figures.at[k]);
	if (!body->first)
		tree_remove_last(sect);
}
