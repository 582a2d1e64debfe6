/* SPDX-License-Identifier: MIT */
/*
 * fields.yaml, all but the kinds of record: titles that mean a kind, known
 * words, status, variance, notes, numbering, and what the program itself says
 * in documents.
 */
#include <string.h>

#include "base/near.h"
#include "read/house/style.h"

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
		int i = style_key(node, names, count);

		if (i < 0)
			refuse_key(styling, node, names, count);
		else
			out[i] = node->words;
	}
}

/* "10%" is of the target, "2 points" of a percentage, "£100,000" of money. */
static void
set_near(struct styling *styling, const struct yaml *node)
{
	struct status_style *status = &styling->style->status;
	struct texts near = style_texts(styling, node);

	for (size_t i = 0; i < near.count; i++) {
		struct text words = text_trim(near.at[i]);
		bool percent = text_ends(words, "%"), points = text_ends(words, " points");
		bool money = text_begins(words, "£");
		struct decimal number = decimal_parse(text_trim(text_slice(words,
		    money ? strlen("£") : 0, words.length - (percent ? 1 : points ? 7 : 0))));

		if (!number.valid || percent + points + money != 1)
			refuse_style(styling, node->at, TEXT("write 10%, 2 points or £100,000"),
			    "\"%.*s\" is no distance", TEXT_ARGS(words));
		else
			*(percent ? &status->near_percent : points ? &status->near_points :
			    &status->near_money) = number;
	}
}

static void
apply_status(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "rule", "near", "words", "states", "share-decimals" };
	static const char *const decimals[] = { "0", "1", "2" };
	struct status_style *status = &styling->style->status;
	int i;

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (style_key(node, keys, 5)) {
		case 0: status->rule = node->words; break;
		case 1: set_near(styling, node); break;
		case 2: set_texts_by(styling, node, status->words, measure_status_names,
		    STATUS_OFF + 1); break;
		case 3: set_texts_by(styling, node, status->state_words, state_names,
		    STATE_COUNT); break;
		case 4:
			if ((i = style_word(styling, node, decimals, 3)) >= 0)
				status->share_decimals = i;
			break;
		default: refuse_key(styling, node, keys, 5); break;
		}
}

static void
apply_variance(struct styling *styling, const struct yaml *map)
{
	static const char *const keys[] = { "sign", "point", "points" };
	static const char *const signs[] = { "actual", "better" };
	struct variance_style *variance = &styling->style->variance;

	for (const struct yaml *node = map->first; node; node = node->next)
		switch (style_key(node, keys, 3)) {
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
		int key = style_key(node, keys, 2), word;

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
		switch (style_key(node, keys, 2)) {
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
		int key = style_key(node, keys, KEYS);
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
