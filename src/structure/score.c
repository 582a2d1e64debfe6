/* SPDX-License-Identifier: MIT */
/*
 * The score of a risk and the band that it falls into, by the style's key: the
 * number and the band's word, with bars before them that rise with the band.
 */
#include "structure/records.h"

int
score_part(const struct record *risk, enum role role)
{
	const struct value *value = record_value(risk, role);

	if (!value || !value->amount.set || value->amount.number.scale != 0)
		return 0;
	return (int)value->amount.number.units;
}

/* Which band a product falls into; the last has no end. */
static size_t
band_of_product(const struct score_key *key, int product)
{
	size_t at = 0;

	while (at + 1 < key->band_count && product > key->bands[at].to)
		at++;
	return at;
}

static size_t
band_of_name(const struct score_key *key, struct text name)
{
	for (size_t i = 0; i < key->band_count; i++)
		if (name_equal(key->bands[i].name, name))
			return i;
	return 0;
}

/* The first band has one bar and the last has four, however many there are. */
static enum mark
band_mark(const struct score_key *key, size_t at)
{
	if (key->band_count < 2)
		return MARK_BAND_1;
	return MARK_BAND_1 + (enum mark)(at * (MARK_BAND_4 - MARK_BAND_1) / (key->band_count - 1));
}

struct band_found
find_band(const struct score_key *key, int impact, int likelihood, int product)
{
	struct text name;
	size_t at;

	if (key->matrix && impact > 0 && likelihood > 0 && (size_t)impact <= key->impact.count &&
	    (size_t)likelihood <= key->matrix[impact - 1].count) {
		name = key->matrix[impact - 1].at[likelihood - 1];
		return (struct band_found){ name, band_mark(key, band_of_name(key, name)) };
	}
	if (key->band_count == 0)
		return (struct band_found){ TEXT(""), MARK_NONE };
	at = band_of_product(key, product);
	return (struct band_found){ key->bands[at].name, band_mark(key, at) };
}

void
build_score(struct builder *b, struct node *parent, const struct record *risk, bool with_parts)
{
	int impact = score_part(risk, ROLE_impact), likelihood = score_part(risk, ROLE_likelihood);
	struct band_found band =
	    find_band(&b->style->scores, impact, likelihood, (int)risk->score.units);
	struct node *words = tree_add(b->tree, parent, TAG_SPAN, LOOK_status);

	words->mark = band.mark;
	build_text(b, words, TAG_SPAN, LOOK_strong, decimal_text(b->arena, risk->score, false));
	if (band.name.length > 0)
		tree_text(b->tree, words, text_join(b->arena, TEXT(" "), band.name));
	if (!with_parts || impact == 0 || likelihood == 0)
		return;
	tree_add(b->tree, parent, TAG_BREAK, LOOK_plain);
	build_text(b, parent, TAG_SPAN, LOOK_muted,
	    text_format(b->arena, "%d × %d", impact, likelihood));
}
