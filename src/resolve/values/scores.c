/* SPDX-License-Identifier: MIT */
/*
 * Scores of risks: impact times likelihood, as they are, as they would be if
 * nothing were done, and as they should become.
 */
#include "resolve/values/values.h"

struct pair { enum role impact, likelihood; };

static const struct pair residual = { ROLE_impact, ROLE_likelihood };
static const struct pair inherent = { ROLE_inherent_impact, ROLE_inherent_likelihood };
static const struct pair target = { ROLE_target_impact, ROLE_target_likelihood };

static struct decimal
score_of(const struct record *record, const struct pair *pair)
{
	const struct value *impact = record_value(record, pair->impact);
	const struct value *likelihood = record_value(record, pair->likelihood);

	if (!impact || !likelihood || !impact->amount.set || !likelihood->amount.set)
		return (struct decimal){ 0, 0, false };
	return decimal_multiply(impact->amount.number, likelihood->amount.number);
}

static void
check_key(struct resolution *resolution, const struct record *record, enum role role,
    const struct texts *key)
{
	const struct value *value = record_value(record, role);
	struct decimal least = decimal_of(1, 0), most = decimal_of((int64_t)key->count, 0);

	if (!value || !value->amount.set || key->count == 0)
		return;
	if (decimal_compare(value->amount.number, least) < 0 ||
	    decimal_compare(value->amount.number, most) > 0 ||
	    decimal_compare(value->amount.number, decimal_round(value->amount.number, 0)) != 0)
		report(about(resolution, record->document), value->at, bad_score,
		    value->field->label, value->plain,
		    text_number(resolution->arena, (long long)key->count));
}

static void
check_pair(struct resolution *resolution, const struct record *record, const struct pair *pair)
{
	const struct score_key *key = &record->document->style->scores;

	check_key(resolution, record, pair->impact, &key->impact);
	check_key(resolution, record, pair->likelihood, &key->likelihood);
}

static void
check_stated(struct resolution *resolution, const struct record *record)
{
	const struct value *stated = record_value(record, ROLE_score);
	struct decimal score = score_of(record, &residual);

	if (stated && stated->amount.set && score.valid && decimal_compare(stated->amount.number,
	    score) != 0)
		report(about(resolution, record->document), stated->at, wrong_score, stated->plain,
		    decimal_text(resolution->arena, score, false));
}

void
check_scores(struct resolution *resolution)
{
	const struct records *records = &resolution->corpus->records;

	for (size_t i = 0; i < records->count; i++) {
		const struct record *record = records->at[i];

		if (record->kind != KIND_risk || !record->document->style)
			continue;
		check_pair(resolution, record, &residual);
		check_pair(resolution, record, &inherent);
		check_pair(resolution, record, &target);
		check_stated(resolution, record);
	}
}

void
derive_scores(struct resolution *resolution)
{
	const struct records *records = &resolution->corpus->records;

	for (size_t i = 0; i < records->count; i++) {
		struct record *record = records->at[i];

		if (record->kind != KIND_risk)
			continue;
		record->score = score_of(record, &residual);
		record->inherent_score = score_of(record, &inherent);
		record->target_score = score_of(record, &target);
	}
}
