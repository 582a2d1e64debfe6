/* SPDX-License-Identifier: MIT */
/*
 * Risks by impact and likelihood, as the style's key scores them. Impact runs
 * across and likelihood upwards; each cell says its score and its band.
 */
#include "structure/pictures.h"

static struct text
name_of(const struct record *risk)
{
	return ref_of(risk).length > 0 ? ref_of(risk) : risk->title;
}

static bool
is_placed(const struct score_key *key, const struct record *risk)
{
	const struct rating *now = &risk->ratings[RATING_NOW];

	return now->impact >= 1 && (size_t)now->impact <= key->impact.count &&
	    now->likelihood >= 1 && (size_t)now->likelihood <= key->likelihood.count;
}

static void
fill_cells(struct builder *b, struct matrix *matrix, const struct record_run *risks)
{
	const struct score_key *key = &b->style->scores;
	size_t columns = key->impact.count, rows = key->likelihood.count;

	matrix->cells = arena_array(b->arena, columns * rows, sizeof *matrix->cells);
	for (size_t i = 0; i < columns * rows; i++) {
		int impact = (int)(i % columns) + 1, likelihood = (int)(i / columns) + 1;
		struct band_found band = find_band(key, impact, likelihood);

		matrix->cells[i] = (struct matrix_cell){ .band = band.name, .mark = band.mark,
		    .score = impact * likelihood };
	}
	for (size_t i = 0; i < risks->count; i++) {
		const struct record *risk = risks->at[i];
		const struct rating *now = &risk->ratings[RATING_NOW];
		size_t column = (size_t)now->impact - 1, row = (size_t)now->likelihood - 1;

		if (!is_placed(key, risk))
			continue;
		note_pictured(b, risk);
		add_text(b, &matrix->cells[row * columns + column].risks, name_of(risk));
	}
}

/* ---- in words ---- */

/* "1 Minor, 2 Moderate" */
static struct text
steps_in_words(struct builder *b, const struct texts *steps)
{
	struct texts words = { 0 };

	for (size_t i = 0; i < steps->count; i++)
		add_text(b, &words, text_format(b->arena, "%zu %.*s", i + 1,
		    TEXT_ARGS(steps->at[i])));
	return listed(b, &words);
}

static struct text
cell_in_words(struct builder *b, const struct matrix_cell *cell)
{
	return SAY(b, cell->risks.count > 0 ? "matrix-cell-with" : "matrix-cell",
	    { "{score}", text_number(b->arena, cell->score) }, { "{band}", cell->band },
	    { "{risks}", listed(b, &cell->risks) });
}

static struct text
row_in_words(struct builder *b, const struct matrix *matrix, size_t row)
{
	size_t columns = matrix->across.steps.count;
	struct buffer cells = { .arena = b->arena };

	for (size_t i = 0; i < columns; i++) {
		buffer_string(&cells, i > 0 ? "; " : "");
		buffer_text(&cells, cell_in_words(b, &matrix->cells[row * columns + i]));
	}
	return SAY(b, "matrix-row", { "{axis}", matrix->up.name },
	    { "{n}", text_number(b->arena, (long long)row + 1) },
	    { "{step}", matrix->up.steps.at[row] },
	    { "{cells}", buffer_view(&cells) });
}

static void
say_matrix(struct builder *b, struct picture *picture)
{
	const struct matrix *matrix = &picture->matrix;

	add_sentence(b, picture, SAY(b, "matrix-says", { "{axis}", matrix->across.name },
	    { "{steps}", steps_in_words(b, &matrix->across.steps) }));
	for (size_t row = matrix->up.steps.count; row-- > 0;)
		add_sentence(b, picture, row_in_words(b, matrix, row));
}

/* What cannot be placed is told where the reader looks for it. */
static void
name_unplaced(struct builder *b, struct node *parent, const struct record_run *risks)
{
	struct node *line = NULL;

	for (size_t i = 0; i < risks->count; i++) {
		if (is_placed(&b->style->scores, risks->at[i]))
			continue;
		if (!line) {
			line = tree_add(b->tree, parent, TAG_P, LOOK_hint);
			tree_text(b->tree, line, text_join(b->arena, phrase(b, "matrix-unplaced"),
			    TEXT(" ")));
		} else
			tree_text(b->tree, line, TEXT(", "));
		tree_text(b->tree, build_record_link(b, line, risks->at[i]), name_of(risks->at[i]));
	}
}

void
build_matrix_picture(struct builder *b, struct node *parent, const struct section *section,
    const struct record_run *risks)
{
	const struct score_key *key = &b->style->scores;
	struct picture picture = { .kind = PICTURE_MATRIX };

	picture.matrix.across = (struct axis){ key->impact_label, key->impact };
	picture.matrix.up = (struct axis){ key->likelihood_label, key->likelihood };
	fill_cells(b, &picture.matrix, risks);
	say_matrix(b, &picture);
	build_picture(b, parent, &(struct picture_words){ .section = section,
	    .caption = "risk-matrix",
	    .hint = "matrix-hint" }, &picture);
	name_unplaced(b, parent, risks);
}
