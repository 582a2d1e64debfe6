/* SPDX-License-Identifier: MIT */
/*
 * Score keys that authors type, against the key of the house.
 *
 * A table under a risk key says the words of impact and likelihood for each
 * step, or the scores of each band; which of them, its head tells. Words may
 * go on behind the house's word ("Minor: no more than a day"), and the step's
 * number may stand before it ("2 – Minor") in the table, in the key or in both.
 */
#include "resolve/values/values.h"

enum column { COLUMN_OTHER, COLUMN_IMPACT, COLUMN_LIKELIHOOD, COLUMN_BAND, COLUMN_SCORE,
    COLUMN_COUNT };
enum { MOST_STEPS = 100, MOST_NUMBER = 10000 };

struct typed_key {
	struct resolution *resolution;
	const struct document *document;
	const struct score_key *key;
	const struct table *table;
	int places[COLUMN_COUNT];	/* the column of each, from 1; 0: there is none */
};

static struct text
cell_words(const struct typed_key *typed, const struct cell *cell)
{
	return text_trim(blocks_plain(typed->resolution->arena, cell->content));
}

static const struct cell *
cell_of(const struct typed_key *typed, const struct table_row *row, enum column column)
{
	size_t place = (size_t)typed->places[column];

	return place > 0 && place <= row->cells.count ? &row->cells.at[place - 1] : NULL;
}

/* The house's word, alone or with more behind it. */
static bool
says(struct text words, struct text wanted)
{
	return words.length >= wanted.length &&
	    name_equal(text_slice(words, 0, wanted.length), wanted);
}

static void
report_other(const struct typed_key *typed, const struct cell *cell, struct text wanted)
{
	report(about(typed->resolution, typed->document), cell->at, other_key,
	    cell_words(typed, cell), wanted.length > 0 ? wanted : TEXT("–"));
}

/* ---- steps ---- */

/*
 * The whole number that words begin with, and the bytes that it takes with
 * what parts it from them; 0: none.
 */
static int
leading_number(struct text words, size_t *size)
{
	static const char *const between[] = { " ", ".", ":", ")", "–", "-" };
	int number = 0;
	size_t opens = text_begins(words, "("), at = opens;

	for (; at < words.length && is_digit(words.s[at]); at++)
		number = number <= MOST_STEPS ? number * 10 + words.s[at] - '0' : number;
	*size = at;
	for (size_t i = 0; i < sizeof between / sizeof *between;)
		if (text_begins(text_from(words, *size), between[i])) {
			*size += strlen(between[i]);
			i = 0;
		} else {
			i++;
		}
	return at > opens && (*size > at || at == words.length) ? number : 0;
}

/* Without the number of the step before it. */
static struct text
without_number(struct text words, int step)
{
	size_t size;

	return leading_number(words, &size) == step ? text_from(words, size) : words;
}

/* The step that a row is about: the number that it begins with, else its place. */
static int
step_of(const struct typed_key *typed, const struct table_row *row, int place)
{
	struct text first = row->cells.count > 0 ? cell_words(typed, &row->cells.at[0]) : TEXT("");
	bool is_word = typed->places[COLUMN_IMPACT] == 1 || typed->places[COLUMN_LIKELIHOOD] == 1;
	size_t size;
	int number = leading_number(first, &size);

	return number > 0 && number <= MOST_STEPS && (is_word || size == first.length) ?
	    number : place;
}

static void
compare_step(const struct typed_key *typed, const struct cell *cell, const struct texts *words,
    int step)
{
	struct text wanted = (size_t)step <= words->count ? words->at[step - 1] : TEXT("");
	struct text said = cell ? cell_words(typed, cell) : TEXT("");

	if (said.length > 0 && !text_is(said, "–") &&
	    (wanted.length == 0 || !says(without_number(said, step), without_number(wanted, step))))
		report_other(typed, cell, wanted);
}

static void
compare_steps(const struct typed_key *typed, const struct table_row *row, int place)
{
	int step = step_of(typed, row, place);

	compare_step(typed, cell_of(typed, row, COLUMN_IMPACT), &typed->key->impact, step);
	compare_step(typed, cell_of(typed, row, COLUMN_LIKELIHOOD), &typed->key->likelihood, step);
}

/* ---- bands ---- */

/* The first two whole numbers in words; how many there are of them. */
static int
numbers_in(struct text words, int numbers[2])
{
	int count = 0;

	for (size_t i = 0; i < words.length && count < 2;) {
		int number = 0;

		if (words.s[i] < '0' || words.s[i] > '9') {
			i++;
			continue;
		}
		for (; i < words.length && is_digit(words.s[i]); i++)
			number = number < MOST_NUMBER ? number * 10 + words.s[i] - '0' : number;
		numbers[count++] = number;
	}
	return count;
}

/* Where a band begins must be said; where the last one ends may be left open. */
static void
compare_scores(const struct typed_key *typed, const struct cell *cell, size_t band)
{
	const struct score_key *key = typed->key;
	bool is_last = band + 1 == key->band_count;
	int from = band > 0 ? key->bands[band - 1].to + 1 : 1;
	int to = is_last ? (int)(key->impact.count * key->likelihood.count) : key->bands[band].to;
	int said[2] = { 0, 0 }, count = numbers_in(cell_words(typed, cell), said);

	if (count == 0)
		return;
	if (count == 1 && (is_last || from == to))
		said[1] = to;
	if (said[0] != from || said[1] != to)
		report_other(typed, cell,
		    text_format(typed->resolution->arena, "%d to %d", from, to));
}

static void
compare_band(const struct typed_key *typed, const struct table_row *row)
{
	const struct cell *name = cell_of(typed, row, COLUMN_BAND),
	    *scores = cell_of(typed, row, COLUMN_SCORE);
	size_t band = 0;

	if (!name)
		return;
	while (band < typed->key->band_count &&
	    !says(cell_words(typed, name), typed->key->bands[band].name))
		band++;
	if (band == typed->key->band_count)
		report_other(typed, name, TEXT(""));
	else if (scores && !typed->key->matrix)
		compare_scores(typed, scores, band);
}

/* ---- tables ---- */

static enum column
column_of(const struct typed_key *typed, struct text head)
{
	const struct style *style = typed->document->style;
	const struct { enum column column; struct text words; } known[] = {
		{ COLUMN_IMPACT, typed->key->impact_label }, { COLUMN_IMPACT, TEXT("impact") },
		{ COLUMN_LIKELIHOOD, typed->key->likelihood_label },
		{ COLUMN_LIKELIHOOD, TEXT("likelihood") },
		{ COLUMN_BAND, style_phrase(style, "band") }, { COLUMN_BAND, TEXT("band") },
		{ COLUMN_SCORE, style_phrase(style, "score") }, { COLUMN_SCORE, TEXT("score") },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].words.length > 0 && name_equal(head, known[i].words))
			return known[i].column;
	return COLUMN_OTHER;
}

static void
find_columns(struct typed_key *typed)
{
	const struct table_rows *rows = &typed->table->rows;

	for (size_t i = 0; rows->count > 0 && i < rows->at[0].cells.count; i++)
		typed->places[column_of(typed, cell_words(typed, &rows->at[0].cells.at[i]))] =
		    (int)i + 1;
}

/* How many rows the house's key would have here. */
static size_t
rows_wanted(const struct typed_key *typed)
{
	size_t impacts = typed->places[COLUMN_IMPACT] ? typed->key->impact.count : 0;
	size_t likelihoods = typed->places[COLUMN_LIKELIHOOD] ? typed->key->likelihood.count : 0;

	if (typed->places[COLUMN_BAND])
		return typed->key->band_count;
	return impacts > likelihoods ? impacts : likelihoods;
}

static void
check_table(struct typed_key *typed)
{
	const struct table_rows *rows = &typed->table->rows;
	size_t wanted;
	int count = 0;

	find_columns(typed);
	wanted = rows_wanted(typed);
	for (size_t i = 0; i < rows->count && wanted > 0; i++) {
		if (rows->at[i].head)
			continue;
		count++;
		if (typed->places[COLUMN_BAND])
			compare_band(typed, &rows->at[i]);
		else
			compare_steps(typed, &rows->at[i], count);
	}
	if ((size_t)count < wanted)
		report(about(typed->resolution, typed->document), typed->table->at, short_key,
		    text_number(typed->resolution->arena, count),
		    text_number(typed->resolution->arena, (long long)wanted));
}

static void
check_section(struct resolution *resolution, const struct document *document,
    const struct section *section)
{
	for (const struct block *block = section->content; block; block = block->next) {
		struct typed_key typed = { .resolution = resolution, .document = document,
			.key = &document->style->scores, .table = block->table };

		if (block->kind == BLOCK_TABLE)
			check_table(&typed);
	}
}

void
check_risk_keys(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		for (const struct section *section = section_next(document, NULL);
		     section && document->style; section = section_next(document, section))
			if (section->kind == SECTION_risk_key &&
			    is_open_section(resolution, section))
				check_section(resolution, document, section);
	}
}
