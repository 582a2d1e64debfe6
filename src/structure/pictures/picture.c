/* SPDX-License-Identifier: MIT */
/*
 * What all pictures have: a FIGURE, its caption, and the sentences that stand
 * for it. The words are the style's phrases.
 */
#include "structure/pictures.h"

struct text
say(const struct builder *b, const char *phrase_name, const struct filling *fillings)
{
	struct text words = phrase(b, phrase_name);

	for (; fillings->mark; fillings++)
		words = replace_mark(b->arena, words, fillings->mark, fillings->with);
	return words;
}

void
add_text(struct builder *b, struct texts *texts, struct text words)
{
	*array_push(b->arena, texts) = words;
}

void
add_sentence(struct builder *b, struct picture *picture, struct text words)
{
	if (words.length > 0)
		add_text(b, &picture->says, words);
}

struct text
listed(const struct builder *b, const struct texts *texts)
{
	struct buffer words = { .arena = b->arena };

	for (size_t i = 0; i < texts->count; i++) {
		buffer_string(&words, i > 0 ? ", " : "");
		buffer_text(&words, texts->at[i]);
	}
	return buffer_view(&words);
}

static struct text
spoken_of(struct builder *b, const struct picture *picture)
{
	struct buffer words = { .arena = b->arena };

	for (size_t i = 0; i < picture->says.count; i++) {
		buffer_string(&words, i > 0 ? " " : "");
		buffer_text(&words, picture->says.at[i]);
	}
	return buffer_view(&words);
}

static bool
is_said(const struct exemption *said, const struct exemption *exemption)
{
	for (; said; said = said->also)
		if (said->confidential == exemption->confidential &&
		    text_equal(said->paragraph, exemption->paragraph))
			return true;
	return false;
}

void
note_pictured(struct builder *b, const struct record *record)
{
	const struct exemption *exemption = exemption_over_record(record);
	struct exemption *one;

	note_shown(b, record);
	if (!exemption || is_said(b->pictured, exemption))
		return;
	one = arena_copy(b->arena, exemption, sizeof *one);
	one->also = b->pictured;
	b->pictured = one;
}

struct node *
build_picture(struct builder *b, struct node *parent, const struct picture_words *words,
    const struct picture *picture)
{
	struct node *figure = tree_add(b->tree, parent, TAG_FIGURE, LOOK_plain);

	if (words->title.length > 0)
		tree_text(b->tree, build_caption(b, figure, "figure", ++b->figures), words->title);
	else
		build_view_caption(b, figure, words->section, words->caption);
	if (words->hint)
		build_text(b, figure->first, TAG_P, LOOK_hint, phrase(b, words->hint));
	figure->picture = arena_copy(b->arena, picture, sizeof *picture);
	figure->spoken = spoken_of(b, picture);
	mark_exempt(b, figure, b->pictured);
	b->pictured = NULL;
	/* A view within words has a section for the while that it is built. */
	figure->from = arena_copy(b->arena, &words->section->at, sizeof words->section->at);
	return figure;
}
