/* SPDX-License-Identifier: MIT */
/*
 * The score of a risk and the band that it falls into, by the style's key: the
 * number and the band's word, with bars before them that rise with the band.
 */
#include "structure/records.h"

/* The first band has one bar and the last has four, however many there are. */
enum mark
band_mark(const struct score_key *key, int band)
{
	if (key->band_count < 2)
		return MARK_BAND_1;
	return MARK_BAND_1 +
	    (enum mark)((size_t)band * (MARK_BAND_4 - MARK_BAND_1) / (key->band_count - 1));
}

struct band_found
find_band(const struct score_key *key, int impact, int likelihood)
{
	int band = key_find_band(key, impact, likelihood);

	if (band < 0)
		return (struct band_found){ TEXT(""), MARK_NONE };
	return (struct band_found){ key->bands[band].name, band_mark(key, band) };
}

const struct rating *
rating_for(const struct record *record, enum role role)
{
	enum rating_kind kind = role == ROLE_inherent_score ? RATING_INHERENT :
	    role == ROLE_target_score ? RATING_TARGET : RATING_NOW;

	if (role != ROLE_score && kind == RATING_NOW)
		return NULL;
	return record->ratings[kind].score > 0 ? &record->ratings[kind] : NULL;
}

enum role
score_of_part(enum role part)
{
	switch (part) {
	case ROLE_impact: case ROLE_likelihood: return ROLE_score;
	case ROLE_inherent_impact: case ROLE_inherent_likelihood: return ROLE_inherent_score;
	case ROLE_target_impact: case ROLE_target_likelihood: return ROLE_target_score;
	default: return ROLE_NONE;
	}
}

/* Impact and likelihood of a score, as their author typed them. */
static struct text
part_words(const struct record *record, enum role score, bool is_impact)
{
	for (size_t i = 0; i < record->values.count; i++) {
		enum role role = record->values.at[i]->field->role;
		bool is_first = role == ROLE_impact || role == ROLE_inherent_impact ||
		    role == ROLE_target_impact;

		if (score_of_part(role) == score && is_first == is_impact)
			return record->values.at[i]->plain;
	}
	return TEXT("");
}

void
build_score(struct builder *b, struct node *parent, const struct record *record, enum role role,
    bool with_parts)
{
	const struct rating *rating = rating_for(record, role);
	struct band_found band = find_band(&b->style->scores, rating->impact, rating->likelihood);
	struct node *words = tree_add(b->tree, parent, TAG_SPAN, LOOK_status);

	words->mark = band.mark;
	build_text(b, words, TAG_SPAN, LOOK_strong, text_number(b->arena, rating->score));
	if (band.name.length > 0)
		tree_text(b->tree, words, text_join(b->arena, TEXT(" "), band.name));
	if (!with_parts)
		return;
	tree_add(b->tree, parent, TAG_BREAK, LOOK_plain);
	build_text(b, parent, TAG_SPAN, LOOK_muted, text_format(b->arena, "%.*s × %.*s",
	    TEXT_ARGS(part_words(record, role, true)),
	    TEXT_ARGS(part_words(record, role, false))));
}
