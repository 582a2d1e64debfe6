/* SPDX-License-Identifier: MIT */
/*
 * fields.yaml, the scores of risks: the words of impact and likelihood, and
 * the bands that a score falls into or that a matrix names.
 *
 * The bands always stand in order, the least first.
 */
#include <limits.h>

#include "read/house/style.h"

static int
whole_number(struct styling *styling, const struct yaml *node)
{
	struct decimal number = decimal_parse(node->words);

	if (number.valid && number.scale == 0 && number.units > 0 && number.units <= 1000)
		return (int)number.units;
	refuse_style(styling, node->at, TEXT(""),
	    "a number above 0 should stand here, not \"%.*s\"", TEXT_ARGS(node->words));
	return INT_MAX;
}

/* [{to: 2, name: Low, means: Accept it., seen-by: The owner}, …] */
static void
set_bands(struct styling *styling, struct score_key *scores, const struct yaml *list)
{
	static const char *const keys[] = { "to", "name", "means", "seen-by" };
	enum { KEYS = sizeof keys / sizeof *keys };
	ARRAY(struct band, bands) bands = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct band *band = array_push(styling->arena, &bands);

		band->to = INT_MAX;
		for (const struct yaml *node = item->first; node; node = node->next)
			switch (style_key(node, keys, KEYS)) {
			case 0: band->to = whole_number(styling, node); break;
			case 1: band->name = node->words; break;
			case 2: band->means = node->words; break;
			case 3: band->seen_by = node->words; break;
			default: refuse_key(styling, node, keys, KEYS); break;
			}
	}
	scores->bands = bands.at;
	scores->band_count = bands.count;
	scores->matrix = NULL;
}

static void
set_ends(struct styling *styling, struct text ends[2], const struct yaml *node)
{
	struct texts words = style_texts(styling, node);

	if (words.count != 2) {
		refuse_style(styling, node->at, TEXT(""), "two words should stand here");
		return;
	}
	ends[0] = words.at[0];
	ends[1] = words.at[1];
}

/*
 * The bands of a matrix are the names in it, from the least to the gravest: by
 * the lowest product at which each stands.
 */
static void
name_bands(struct styling *styling, struct score_key *scores)
{
	int impacts = (int)scores->impact.count, likelihoods = (int)scores->likelihood.count;
	ARRAY(struct band, bands) bands = { 0 };

	for (int product = 1; product <= impacts * likelihoods; product++)
		for (int impact = 1; impact <= impacts; impact++) {
			int likelihood = product % impact == 0 ? product / impact : 0;
			bool is_known = likelihood < 1 || likelihood > likelihoods;

			for (size_t i = 0; i < bands.count && !is_known; i++)
				is_known = name_equal(bands.at[i].name,
				    scores->matrix[impact - 1].at[likelihood - 1]);
			if (!is_known)
				*array_push(styling->arena, &bands) = (struct band){ .to = product,
				    .name = scores->matrix[impact - 1].at[likelihood - 1] };
		}
	scores->bands = bands.at;
	scores->band_count = bands.count;
}

/*
 * Rows of band names, one row an impact from 1 upwards, where the band is no
 * function of the score.
 */
static void
set_matrix_bands(struct styling *styling, struct score_key *scores, const struct yaml *list)
{
	size_t row = 0;
	bool fits = true;

	scores->matrix = arena_array(styling->arena, scores->impact.count, sizeof *scores->matrix);
	for (const struct yaml *item = list->first; item; item = item->next, row++) {
		struct texts names = style_texts(styling, item);

		if (row < scores->impact.count && names.count == scores->likelihood.count) {
			scores->matrix[row] = names;
			continue;
		}
		refuse_style(styling, item->at,
		    TEXT("write a row for each impact, with a band for each likelihood"),
		    "this row does not fit the score key");
		fits = false;
	}
	if (row < scores->impact.count)
		refuse_style(styling, list->at, TEXT("write a row for each impact"),
		    "the matrix has fewer rows than the key has impacts");
	if (fits && row == scores->impact.count)
		name_bands(styling, scores);
	else
		scores->matrix = NULL;
}

static void
set_matrix(struct styling *styling, struct score_key *scores, const struct yaml *map)
{
	static const char *const keys[] = { "likelihood-ends", "impact-ends", "bands" };

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (style_key(node, keys, 3)) {
		case 0: set_ends(styling, scores->likelihood_ends, node); break;
		case 1: set_ends(styling, scores->impact_ends, node); break;
		case 2: set_matrix_bands(styling, scores, node); break;
		default: refuse_key(styling, node, keys, 3); break;
		}
}

static void
set_score_words(struct styling *styling, struct score_key *scores, const struct yaml *map)
{
	static const char *const keys[] = { "impact", "likelihood", "labels" };

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (style_key(node, keys, 3)) {
		case 0: scores->impact = style_texts(styling, node); break;
		case 1: scores->likelihood = style_texts(styling, node); break;
		case 2:
			if (yaml_find(node, "impact"))
				scores->impact_label = yaml_words(node, "impact");
			if (yaml_find(node, "likelihood"))
				scores->likelihood_label = yaml_words(node, "likelihood");
			break;
		default: refuse_key(styling, node, keys, 3); break;
		}
}

/* {treat: Reduce, tolerate: Live with}: the house's words for what is done about a risk. */
static void
set_treatments(struct styling *styling, struct score_key *scores, const struct yaml *map)
{
	for (const struct yaml *node = map->first; node; node = node->next) {
		int kind = style_key(node, treatment_names, TREATMENT_COUNT);

		if (kind > TREATMENT_NONE)
			scores->treatments[kind] = node->words;
		else
			refuse_key(styling, node, treatment_names + 1, TREATMENT_COUNT - 1);
	}
}

void
apply_scores(struct styling *styling, const struct yaml *risk)
{
	struct score_key *scores = &styling->style->scores;
	const struct yaml *words = yaml_find(risk, "scores"), *bands = yaml_find(risk, "bands"),
	    *matrix = yaml_find(risk, "matrix"), *treatments = yaml_find(risk, "treatments");

	if (treatments)
		set_treatments(styling, scores, treatments);
	if (words) {
		set_score_words(styling, scores, words);
		scores->matrix = NULL;
	}
	if (bands && bands->first && bands->first->kind == YAML_LIST)
		set_matrix_bands(styling, scores, bands);
	else if (bands)
		set_bands(styling, scores, bands);
	if (matrix)
		set_matrix(styling, scores, matrix);
}
