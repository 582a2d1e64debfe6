/* SPDX-License-Identifier: MIT */
/*
 * The words that the style gives: phrases with their marks filled, what the
 * house calls a field, how a record is referred to.
 */
#include <string.h>

#include "base/buffer.h"
#include "structure/records.h"

struct text
phrase(const struct builder *b, const char *name)
{
	return style_phrase(b->style, name);
}

struct text
replace_mark(struct arena *arena, struct text words, const char *mark, struct text with)
{
	size_t at = text_find(words, text_of(mark), 0);

	if (at == words.length)
		return words;
	return text_format(arena, "%.*s%.*s%.*s", (int)at, words.s, TEXT_ARGS(with),
	    TEXT_ARGS(text_from(words, at + strlen(mark))));
}

struct text
phrase_with(const struct builder *b, const char *name, struct text n, struct text m)
{
	struct text words = replace_mark(b->arena, phrase(b, name), "{n}", n);

	return replace_mark(b->arena, words, "{m}", m);
}

struct text
phrase_count(const struct builder *b, const char *name, size_t n)
{
	struct text one = text_format(b->arena, "%s-1", name);

	return phrase_with(b, n == 1 ? text_string(b->arena, one) : name,
	    text_number(b->arena, (long long)n), TEXT(""));
}

struct text
phrase_name(const struct builder *b, const char *before, const char *name)
{
	struct buffer words = { .arena = b->arena };

	buffer_string(&words, before);
	buffer_byte(&words, '-');
	buffer_name(&words, name);
	return buffer_view(&words);
}

struct text
kind_phrase(const struct builder *b, const char *before, const char *kind)
{
	struct text name = phrase_name(b, before, kind);

	return phrase(b, text_string(b->arena, name));
}

struct text
label_of(const struct builder *b, const struct field *field, struct text period)
{
	struct text section = b->section ? b->section->title_words : TEXT("");
	struct text label = replace_mark(b->arena, field->label, "{section}", section);
	bool has_place = text_find(label, TEXT("{period}"), 0) < label.length;

	if (period.length > 0 && field->period_label.length > 0)
		return replace_mark(b->arena, field->period_label, "{period}", period);
	if (has_place)
		return text_trim(replace_mark(b->arena, label, "{period}", period));
	return period.length > 0
	    ? text_format(b->arena, "%.*s %.*s", TEXT_ARGS(period), TEXT_ARGS(label))
	    : label;
}

/* Short, and with a digit: "H01" tells people more than "bridges-inspected". */
static bool
looks_like_reference(struct text id)
{
	enum { LONGEST = 10 };
	bool has_digit = false;

	for (size_t i = 0; i < id.length; i++)
		has_digit |= is_digit(id.s[i]);
	return has_digit && id.length <= LONGEST;
}

struct text
ref_of(const struct record *record)
{
	struct text ref = record_words(record, ROLE_ref);

	if (record->joins && ref.length == 0)
		return ref_of(record->joins);
	if (ref.length > 0)
		return ref;
	return record->id_given && looks_like_reference(record->id) ? record->id : TEXT("");
}
