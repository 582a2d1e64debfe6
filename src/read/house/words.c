/* SPDX-License-Identifier: MIT */
/*
 * fields.yaml, all but the kinds of record: titles that mean a kind, known
 * words, status, variance, notes, numbering, scores, and what the program
 * itself says in documents.
 */
#include <limits.h>

#include "base/near.h"
#include "read/house/style.h"

static int
index_of(struct text key, const char *const *names, int count)
{
	while (--count >= 0 && !name_equal(key, text_of(names[count])))
		;
	return count;
}

/* Titles add to those of the style that is extended: a heading may be called either. */
static void
apply_sections(struct styling *styling, const struct yaml *map)
{
	const char *names[SECTION_COUNT];

	for (int i = 0; i < SECTION_COUNT; i++)
		names[i] = section_rows[i].name;
	for (const struct yaml *node = map->first; node; node = node->next) {
		int kind = section_kind_find(node->key);
		struct texts titles;

		if (kind < 0) {
			refuse_key(styling, node, names, SECTION_COUNT);
			continue;
		}
		titles = style_texts(styling, node);
		for (size_t i = 0; i < titles.count; i++)
			*array_push(styling->arena, &styling->style->titles[kind]) = titles.at[i];
	}
}

/* A word that is known already takes the new state. */
static void
apply_words(struct styling *styling, const struct yaml *map)
{
	struct words *words = &styling->style->words;

	for (const struct yaml *node = map->first; node; node = node->next) {
		int state = style_word(styling, node, state_names, STATE_COUNT);
		struct word *word = NULL;

		for (array_each(struct word, old, words))
			if (name_equal(old->word, node->key))
				word = old;
		if (!word)
			word = array_push(styling->arena, words);
		word->word = node->key;
		word->state = state < 0 ? STATE_NONE : (enum state)state;
	}
}

static void
set_texts_by(struct styling *styling, const struct yaml *map, struct text *out,
    const char *const *names, int count)
{
	for (const struct yaml *node = map->first; node; node = node->next) {
		int i = index_of(node->key, names, count);

		if (i < 0)
			refuse_key(styling, node, names, count);
		else
			out[i] = node->words;
	}
}

/* "10%" is of the target, "2 points" of a percentage. */
static void
set_near(struct styling *styling, const struct yaml *node)
{
	struct texts near = style_texts(styling, node);

	for (size_t i = 0; i < near.count; i++) {
		struct text words = text_trim(near.at[i]);
		bool percent = text_ends(words, "%"), points = text_ends(words, " points");
		struct decimal number =
		    decimal_parse(text_trim(text_slice(words, 0,
		    words.length - (percent ? 1 : points ? 7 : 0))));

		if (!number.valid || (!percent && !points))
			refuse_style(styling, node->at, TEXT("write 10% or 2 points"),
			    "\"%.*s\" is no distance", TEXT_ARGS(words));
		else
			*(percent ? &styling->style->status.near_percent :
			    &styling->style->status.near_points) = number;
	}
}

static void
apply_status(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "rule", "near", "words", "states" };
	struct status_style *status = &styling->style->status;

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (index_of(node->key, keys, 4)) {
		case 0: status->rule = node->words; break;
		case 1: set_near(styling, node); break;
		case 2: set_texts_by(styling, node, status->words, measure_status_names,
		    STATUS_OFF + 1); break;
		case 3: set_texts_by(styling, node, status->state_words, state_names,
		    STATE_COUNT); break;
		default: refuse_key(styling, node, keys, 4); break;
		}
}

static void
apply_variance(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "sign", "point", "points" };
	static const char *const signs[] = { "actual", "better" };
	struct variance_style *variance = &styling->style->variance;

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (index_of(node->key, keys, 3)) {
		case 0: variance->by_polarity = style_word(styling, node, signs, 2) == 1; break;
		case 1: variance->point = node->words; break;
		case 2: variance->points = node->words; break;
		default: refuse_key(styling, node, keys, 3); break;
		}
}

static void
apply_notes(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "marks", "place" };
	static const char *const marks[] = { "numbers", "letters", "asterisks" };
	static const char *const places[] = { "group", "table", "page", "rows" };

	for (const struct yaml *node = map->first; node; node = node->next) {
		int key = index_of(node->key, keys, 2), word;

		if (key < 0) {
			refuse_key(styling, node, keys, 2);
			continue;
		}
		word = style_word(styling, node, key == 0 ? marks : places, key == 0 ? 3 : 4);
		if (key == 0 && word >= 0)
			styling->style->note_marks = (enum note_marks)word;
		else if (word >= 0)
			styling->style->note_place = (enum note_place)word;
	}
}

static void
apply_numbering(struct styling *styling, const struct yaml *map)
{
	static const char *const ways[] = { "none", "sections", "paragraphs" };

	for (const struct yaml *node = map->first; node; node = node->next) {
		int kind = document_kind_find(node->key), way;

		if (name_equal(node->key, TEXT("level-1")))
			styling->style->level_1 = node->words;
		else if (name_equal(node->key, TEXT("appendix")))
			styling->style->appendix = node->words;
		else if (kind < 0)
			refuse_key(styling, node, document_kind_names, DOCUMENT_COUNT);
		else if ((way = style_word(styling, node, ways, 3)) >= 0)
			styling->style->numbering[kind] = (enum numbering)way;
	}
}

static void
apply_people(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "posts-for-names", "contacts-in-public" };

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (index_of(node->key, keys, 2)) {
		case 0: styling->style->posts_for_names = style_yes(styling, node); break;
		case 1: styling->style->contacts_in_public = style_yes(styling, node); break;
		default: refuse_key(styling, node, keys, 2); break;
		}
}

/* A style that extends another may say a phrase in its own words, and has no use for new ones. */
static void
apply_phrases(struct styling *styling, const struct yaml *map)
{
	struct map *phrases = &styling->style->phrases;

	for (const struct yaml *node = map->first; node; node = node->next) {
		struct text *words = map_find(phrases, node->key);

		if (!words && !styling->first) {
			struct near near = near_begin(styling->arena, node->key);

			for (size_t i = 0; i < phrases->count; i++)
				near_try(&near, phrases->entries[i].key);
			refuse_style(styling, node->key_at, near_help(&near, ""),
			    "there is no phrase \"%.*s\"", TEXT_ARGS(node->key));
			continue;
		}
		if (!words)
			words = ARENA_NEW(styling->arena, struct text);
		*words = node->words;
		map_set(phrases, node->key, words);
	}
}

/* ---- scores ---- */

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

/* [{to: 2, name: Low}, …] */
static void
set_bands(struct styling *styling, struct score_key *scores, const struct yaml *list)
{
	static const char *const keys[] = { "to", "name" };
	ARRAY(struct band, bands) bands = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct band *band = array_push(styling->arena, &bands);

		band->to = INT_MAX;
		for (const struct yaml *node = item->first; node; node = node->next)
			switch (index_of(node->key, keys, 2)) {
			case 0: band->to = whole_number(styling, node); break;
			case 1: band->name = node->words; break;
			default: refuse_key(styling, node, keys, 2); break;
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
				*array_push(styling->arena, &bands) = (struct band){ product,
				    scores->matrix[impact - 1].at[likelihood - 1] };
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

	scores->matrix = arena_array(styling->arena, scores->impact.count, sizeof *scores->matrix);
	for (const struct yaml *item = list->first; item; item = item->next, row++) {
		struct texts names = style_texts(styling, item);

		if (row < scores->impact.count && names.count == scores->likelihood.count)
			scores->matrix[row] = names;
		else
			refuse_style(styling, item->at,
			    TEXT("write a row for each impact, with a band for each likelihood"),
			    "this row does not fit the score key");
	}
	if (row < scores->impact.count) {
		refuse_style(styling, list->at, TEXT("write a row for each impact"),
		    "the matrix has fewer rows than the key has impacts");
		scores->matrix = NULL;
	}
	if (scores->matrix)
		name_bands(styling, scores);
}

static void
set_matrix(struct styling *styling, struct score_key *scores, const struct yaml *map)
{
	static const char *const keys[] = { "likelihood-ends", "impact-ends", "bands" };

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (index_of(node->key, keys, 3)) {
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
		switch (index_of(node->key, keys, 3)) {
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

void
apply_scores(struct styling *styling, const struct yaml *risk)
{
	struct score_key *scores = &styling->style->scores;
	const struct yaml *words = yaml_find(risk, "scores"), *bands = yaml_find(risk, "bands"),
	    *matrix = yaml_find(risk, "matrix");

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

/* ---- the file ---- */

void
apply_fields(struct styling *styling, const struct yaml *says)
{
	static const char *const keys[] = { "sections", "words", "status", "variance", "notes",
	    "numbering", "people", "phrases", "extends" };
	static void (*const apply[])(struct styling *, const struct yaml *) =
	    { apply_sections, apply_words, apply_status,
		apply_variance, apply_notes, apply_numbering, apply_people, apply_phrases };
	enum { KEYS = sizeof keys / sizeof *keys };
	const char *names[KEYS + KIND_COUNT - 1];

	for (int i = 0; i < KEYS; i++)
		names[i] = keys[i];
	for (int i = 1; i < KIND_COUNT; i++)
		names[KEYS + i - 1] = kind_rows[i].name;
	for (const struct yaml *node = says->first; node; node = node->next) {
		int key = index_of(node->key, keys, KEYS);
		enum record_kind kind = kind_find(node->key);

		if (node->kind != YAML_MAP && key != KEYS - 1)
			refuse_style(styling, node->at, TEXT(""),
			    "keys with their values should stand under \"%.*s\"",
			    TEXT_ARGS(node->key));
		else if (key >= 0 && key < KEYS - 1)
			apply[key](styling, node);
		else if (kind != KIND_none)
			apply_kind(styling, kind, node);
		else if (key < 0)
			refuse_key(styling, node, names, KEYS + KIND_COUNT - 1);
	}
}
