/* SPDX-License-Identifier: MIT */
/*
 * Fields that the style joins to another: "1,050 (higher is better)", and its
 * quarters below. The words of the author stand as they are, within the
 * style's phrase; what is more than a paragraph, or has a period, a remark or
 * a second language, keeps a row of its own.
 */
#include "structure/form/form.h"

/* The only value of a field; null when it has none, or several. */
static const struct value *
only_value(const struct record *record, struct text name)
{
	const struct value *only = NULL;

	for (size_t i = 0; i < record->values.count; i++) {
		if (!text_equal(record->values.at[i]->field->name, name))
			continue;
		if (only)
			return NULL;
		only = record->values.at[i];
	}
	return only;
}

static bool
may_join(const struct value *value)
{
	return value && only_paragraph(value->content) && value->language.length == 0 &&
	    value->period_words.length == 0 && value->remark.length == 0;
}

/* The value that a field's guests stand in: its first one that says something. */
static const struct value *
host_value(const struct record *record, const struct field *field)
{
	for (size_t i = 0; i < record->values.count; i++) {
		const struct value *value = record->values.at[i];

		if (text_equal(value->field->name, field->name) && value->content &&
		    value->language.length == 0)
			return value->content->next ? NULL : value;
	}
	return NULL;
}

/*
 * What joins a field, or null: it is not said, is not fit for it, or has a row
 * of its own in the form.
 */
static const struct value *
guest_value(const struct builder *b, const struct record *record, const struct guest *guest)
{
	const struct value *value = only_value(record, guest->name);

	if (!may_join(value) || is_shaped(&b->style->kinds[record->kind].shape, value->field))
		return NULL;
	return value;
}

bool
is_joined(const struct builder *b, const struct record *record, const struct field *field)
{
	const struct kind_style *style = &b->style->kinds[record->kind];

	for (size_t i = 0; i < style->listed; i++) {
		const struct field *host = style->fields.at[i];

		for (array_each(const struct guest, guest, &host->guests))
			if (text_equal(guest->name, field->name) &&
			    guest_value(b, record, guest) && host_value(record, host))
				return true;
	}
	return false;
}

/* The field as the style lists it, which alone names guests. */
static const struct field *
listed_field(const struct builder *b, const struct record *record, const struct value *value)
{
	const struct kind_style *style = &b->style->kinds[record->kind];

	for (size_t i = 0; i < style->listed; i++)
		if (text_equal(style->fields.at[i]->name, value->field->name))
			return style->fields.at[i];
	return value->field;
}

bool
is_host(const struct builder *b, const struct record *record, const struct value *value)
{
	const struct field *field = listed_field(b, record, value);

	if (host_value(record, field) != value)
		return false;
	for (array_each(const struct guest, guest, &field->guests))
		if (guest_value(b, record, guest))
			return true;
	return false;
}

/* "higher is better": the author's words within the style's. */
static void
build_guest(struct builder *b, struct node *words, const struct guest *guest,
    const struct value *value)
{
	static const char mark[] = "{value}";
	size_t at = text_find(guest->words, text_of(mark), 0);

	tree_text(b->tree, words, text_slice(guest->words, 0, at));
	build_inside(b, words, value->content);
	if (at < guest->words.length)
		tree_text(b->tree, words, text_from(guest->words, at + sizeof mark - 1));
}

/* The host's own words, then in brackets what is said beside them. */
static void
build_line(struct builder *b, struct node *line, const struct record *record,
    const struct value *host)
{
	struct node *beside = NULL, *own = line;

	if (value_is_number(host))
		own = tree_add(b->tree, line, TAG_SPAN, LOOK_strong);
	build_inside(b, own, host->content);
	for (array_each(const struct guest, guest, &listed_field(b, record, host)->guests)) {
		const struct value *value = guest_value(b, record, guest);

		if (!value || guest->words.length == 0)
			continue;
		if (beside)
			tree_text(b->tree, beside, TEXT("; "));
		else {
			beside = tree_add(b->tree, line, TAG_SPAN, LOOK_muted);
			tree_text(b->tree, beside, TEXT(" ("));
		}
		build_guest(b, beside, guest, value);
	}
	if (beside)
		tree_text(b->tree, beside, TEXT(")"));
}

void
build_host(struct builder *b, struct node *cell, const struct record *record,
    const struct value *host)
{
	const struct guests *guests = &listed_field(b, record, host)->guests;
	bool has_below = false;

	for (array_each(const struct guest, guest, guests))
		has_below |= guest->words.length == 0 && guest_value(b, record, guest);
	build_line(b, has_below ? tree_add(b->tree, cell, TAG_P, LOOK_plain) : cell, record, host);
	for (array_each(const struct guest, guest, guests)) {
		const struct value *value = guest_value(b, record, guest);

		if (value && guest->words.length == 0)
			build_value(b, cell, value);
	}
}
