/* SPDX-License-Identifier: MIT */
/*
 * Small parts of a document, the same from every spelling: names and ids, who
 * may read it, the language of words, figures, notes.
 */
#include "read/build.h"

#include <string.h>

#include "model/messages.h"

/* ---- names, ids ---- */

struct text
name_hyphened(struct arena *arena, const char *name)
{
	struct buffer out = { .arena = arena };

	buffer_name(&out, name);
	return buffer_view(&out);
}

bool
take_id(const struct reading *reading, struct text id, struct place at, struct text *into)
{
	bool is_valid = id_is_valid(id);

	if (is_valid)
		*into = id;
	else
		report(reading->diag, at, bad_id, id);
	return is_valid;
}

/* ---- exemptions ---- */

/* "confidential, …" has no paragraph. */
void
set_exempt(struct exemption *exemption, struct text words, struct place at)
{
	size_t comma = text_find_byte(words, ',', 0);
	struct text paragraph = text_trim(text_slice(words, 0, comma));

	exemption->exempt = true;
	exemption->at = at;
	if (comma < words.length)
		exemption->reason = text_trim(text_from(words, comma + 1));
	if (name_equal(paragraph, TEXT("confidential")))
		exemption->confidential = true;
	else
		exemption->paragraph = paragraph;
}

bool
set_exemption(struct exemption *exemption, enum attribute attribute, struct text words,
    struct place at)
{
	switch (attribute) {
	case ATTRIBUTE_exempt:
		set_exempt(exemption, words, at);
		break;
	case ATTRIBUTE_confidential:
		exemption->exempt = exemption->confidential = true;
		exemption->at = at;
		exemption->reason = words;
		break;
	case ATTRIBUTE_reason:
		exemption->reason = words;
		break;
	case ATTRIBUTE_public_title:
		exemption->public_title = words;
		break;
	default:
		return false;
	}
	return true;
}

/* ---- languages ---- */

/* Parts of at most eight letters and digits with hyphens between; letters alone in the first. */
static bool
is_language_tag(struct text tag)
{
	size_t first = text_find_byte(tag, '-', 0), size = 0;

	for (size_t i = 0; i < tag.length; i++) {
		char small = (char)(tag.s[i] | 0x20);
		bool is_number = i > first && is_digit(tag.s[i]);

		size = tag.s[i] == '-' ? 0 : size + 1;
		if (size > 8 || (size == 0 && (i == 0 || tag.s[i - 1] == '-')) ||
		    (size > 0 && !is_number && (small < 'a' || small > 'z')))
			return false;
	}
	return first > 1 && size > 0;
}

bool
span_take_language(const struct reading *reading, struct span *link)
{
	if (!text_begins(link->address, "lang:"))
		return false;
	link->kind = SPAN_LANGUAGE;
	link->address = text_from(link->address, strlen("lang:"));
	if (is_language_tag(link->address))
		return true;
	report(reading->diag, link->at, bad_attribute, link->address, TEXT("language"),
	    TEXT("write its short name: `lang:cy`"));
	link->kind = SPAN_EMPHASIS;
	return true;
}

/* ---- figures, notes ---- */

void
block_make_figure(struct block *block, const struct span *image)
{
	block->kind = BLOCK_FIGURE;
	block->address = image->address;
	block->words = image->words;
	block->title = image->title;
	block->decorative = text_is(image->words, "decorative");
	block->spans = NULL;
}

struct note *
note_new(const struct reading *reading, struct text name, struct place at)
{
	struct note *note, *first = map_find(reading->notes, name);

	if (first) {
		report_also(report(reading->diag, at, double_note, name,
		    place_text(reading->arena, first->at, at.file)), first->at);
		return NULL;
	}
	note = ARENA_NEW(reading->arena, struct note);
	note->at = at;
	note->name = name;
	map_set(reading->notes, name, note);
	*array_push(reading->arena, &reading->document->notes) = note;
	return note;
}

bool
holds_nothing(const struct block *block)
{
	while (block && block->kind == BLOCK_COMMENT)
		block = block->next;
	return !block;
}
