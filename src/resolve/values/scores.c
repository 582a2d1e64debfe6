/* SPDX-License-Identifier: MIT */
/*
 * Scores of risks: impact times likelihood, as they are, as they would be if
 * nothing were done, and as they should become; and the band of each by the
 * style's key. What an author states of a score is compared with the product.
 */
#include "resolve/values/values.h"

enum { MOST_SCORE = 100 };	/* where a house has no key */

/* The fields that make one rating. */
struct parts { enum role impact, likelihood, score; };

static const struct parts parts[RATING_COUNT] = {
	[RATING_NOW] = { ROLE_impact, ROLE_likelihood, ROLE_score },
	[RATING_INHERENT] = { ROLE_inherent_impact, ROLE_inherent_likelihood, ROLE_inherent_score },
	[RATING_TARGET] = { ROLE_target_impact, ROLE_target_likelihood, ROLE_target_score },
};

/*
 * True for a whole number from 1 to the length of the key, which may be any
 * where there is no key.
 */
static bool
is_of_key(const struct value *value, const struct texts *key)
{
	struct decimal number = value->amount.number;

	return number.scale == 0 && number.units >= 1 && number.units <= MOST_SCORE &&
	    (key->count == 0 || number.units <= (int64_t)key->count);
}

/* The step of the key that a record says, or 0. */
static int
step_of(const struct record *record, enum role role, const struct texts *key)
{
	const struct value *value = record_value(record, role);

	if (!value || !value->amount.set || !is_of_key(value, key))
		return 0;
	return (int)value->amount.number.units;
}

static struct rating
rating_of(const struct record *record, const struct parts *of)
{
	const struct score_key *key = &record->document->style->scores;
	struct rating rating = {
		.impact = step_of(record, of->impact, &key->impact),
		.likelihood = step_of(record, of->likelihood, &key->likelihood),
	};

	rating.score = rating.impact * rating.likelihood;
	rating.band = key_find_band(key, rating.impact, rating.likelihood);
	return rating;
}

/* ---- checks ---- */

static void
check_step(struct resolution *resolution, const struct record *record, enum role role,
    const struct texts *key)
{
	const struct value *value = record_value(record, role);

	if (value && value->amount.set && key->count > 0 && !is_of_key(value, key))
		report(about(resolution, record->document), value->at, bad_score,
		    value->field->label, value->plain,
		    text_number(resolution->arena, (long long)key->count));
}

static void
check_rating(struct resolution *resolution, const struct record *record, const struct parts *of)
{
	const struct score_key *key = &record->document->style->scores;
	const struct value *stated = record_value(record, of->score);
	int score = rating_of(record, of).score;

	check_step(resolution, record, of->impact, &key->impact);
	check_step(resolution, record, of->likelihood, &key->likelihood);
	if (stated && stated->amount.set && score > 0 &&
	    decimal_compare(stated->amount.number, decimal_of(score, 0)) != 0)
		report(about(resolution, record->document), stated->at, wrong_score, stated->plain,
		    text_number(resolution->arena, score));
}

void
check_scores(struct resolution *resolution)
{
	const struct records *records = &resolution->corpus->records;

	for (size_t i = 0; i < records->count; i++) {
		const struct record *record = records->at[i];

		for (int k = 0; k < RATING_COUNT && record->kind == KIND_risk &&
		    record->document->style; k++)
			check_rating(resolution, record, &parts[k]);
	}
}

void
derive_scores(struct resolution *resolution)
{
	const struct records *records = &resolution->corpus->records;

	for (size_t i = 0; i < records->count; i++) {
		struct record *record = records->at[i];

		for (int k = 0; k < RATING_COUNT && record->kind == KIND_risk &&
		    record->document->style; k++)
			record->ratings[k] = rating_of(record, &parts[k]);
	}
}
