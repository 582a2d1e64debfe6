/* SPDX-License-Identifier: MIT */
/*
 * Looking into a house style: which field an author's label means.
 *
 * Labels are compared without regard to case, hyphens, spaces and the marks
 * that people put at their ends. What a field may be called is brought into
 * that form once, when the style is read; so to find one is to compare bytes.
 */
#include "model/corpus.h"
#include "model/style.h"

#include <assert.h>
#include <string.h>

enum { LABEL_ROOM = 256, NEAR = 3 };

static const struct text section_mark = { "{section}", 9 };
static const struct text period_mark = { "{period}", 8 };

const char *const state_names[STATE_COUNT] = {
	[STATE_NONE] = "none", [STATE_MET] = "met", [STATE_NOT_MET] = "not met",
	[STATE_UNDER_WAY] = "under way", [STATE_AT_RHYTHM] = "at rhythm",
	[STATE_NOT_APPLICABLE] = "not applicable", [STATE_TO_BE_CONFIRMED] = "to be confirmed",
	[STATE_ZERO] = "zero", [STATE_NOTHING_DUE] = "nothing due", [STATE_NOT_DUE] = "not due",
	[STATE_NOT_YET_AVAILABLE] = "not yet available", [STATE_NOT_COLLECTED] = "not collected",
	[STATE_SUPPRESSED] = "suppressed", [STATE_NOT_COMPARABLE] = "not comparable",
	[STATE_DATA_ONLY] = "data only", [STATE_CARRIED_OVER] = "carried over",
	[STATE_NO_TARGET] = "no target",
};

const char *const measure_status_names[STATUS_OFF + 1] = {
	[STATUS_NONE] = "none", [STATUS_AHEAD] = "ahead", [STATUS_ON] = "on",
	[STATUS_NEAR] = "near", [STATUS_OFF] = "off",
};

const char *const type_style_names[STYLE_COUNT] = {
	[STYLE_TITLE] = "title", [STYLE_SUBTITLE] = "subtitle", [STYLE_FRONT] = "front",
	[STYLE_H1] = "h1", [STYLE_H2] = "h2", [STYLE_H3] = "h3", [STYLE_H4] = "h4",
	[STYLE_LEAD] = "lead", [STYLE_BODY] = "body", [STYLE_FORM] = "form",
	[STYLE_TABLE] = "table", [STYLE_THEAD] = "thead", [STYLE_GROUP] = "group",
	[STYLE_SMALL] = "small", [STYLE_NOTE] = "note", [STYLE_LABEL] = "label",
	[STYLE_RUN] = "run", [STYLE_FIGURE] = "figure",
};

const char *const colour_names[COLOUR_COUNT] = {
	"",
#define COLOUR(name) #name,
#include "model/colours.def"
#undef COLOUR
};

const char *const space_names[SPACE_COUNT] = {
#define SPACE(name, sentence) #name,
#include "model/spaces.def"
#undef SPACE
};

const char *const drawn_names[DRAWN_COUNT] = {
#define PICTURE(name, sentence) #name,
#include "model/pictures.def"
#undef PICTURE
};

struct text
style_phrase(const struct style *style, const char *name)
{
	char key[64];
	size_t size = 0;
	const struct text *phrase;

	for (; name[size] && size < sizeof key; size++)
		key[size] = name[size] == '_' ? '-' : name[size];
	phrase = map_find(&style->phrases, (struct text){ key, size });
	assert(phrase);
	return *phrase;
}

static bool
is_label_edge(char c)
{
	return c == ' ' || c == '?' || c == '\'' || c == '/' || c == '.' || c == ':';
}

size_t
label_key(char *out, size_t room, struct text label)
{
	size_t used = 0, first = 0;

	for (size_t at = 0; at < label.length;) {
		uint32_t c = fold_character(utf8_next(label, &at));

		if (c == '-')
			c = ' ';
		if (c == 0 || (c == ' ' && (used == 0 || out[used - 1] == ' ')))
			continue;
		if (used + 4 > room)
			return 0;
		used += utf8_put(out + used, c);
	}
	while (used > 0 && is_label_edge(out[used - 1]))
		used--;
	while (first < used && is_label_edge(out[first]))
		first++;
	memmove(out, out + first, used - first);
	return used - first;
}

/* The text with a mark replaced. */
static struct text
replace(struct arena *arena, struct text text, struct text mark, struct text by)
{
	size_t at = text_find(text, mark, 0);

	if (at == text.length)
		return text;
	return text_format(arena, "%.*s%.*s%.*s", TEXT_ARGS(text_slice(text, 0, at)), TEXT_ARGS(by),
	    TEXT_ARGS(text_from(text, at + mark.length)));
}

static void
add_key(struct arena *arena, struct texts *keys, struct text label)
{
	char room[LABEL_ROOM];
	struct text key = { room, label_key(room, sizeof room, label) };

	if (key.length > 0)
		*array_push(arena, keys) = text_copy(arena, key);
}

void
field_set_keys(struct arena *arena, struct field *field)
{
	struct text label = replace(arena, field->label, period_mark, TEXT(""));

	field->keys = (struct texts){ 0 };
	field->names_section = text_find(label, section_mark, 0) < label.length;
	add_key(arena, &field->keys, replace(arena, label, section_mark, TEXT("")));
	for (array_each(struct text, also, &field->also))
		add_key(arena, &field->keys, replace(arena, *also, period_mark, TEXT("")));
	add_key(arena, &field->keys, field->name);
}

/* Does what was typed say the label with the section's title in it, or that title alone? */
static bool
says_section(const struct field *field, struct text key, struct text title)
{
	char room[LABEL_ROOM];
	struct text label = field->label;
	size_t at = text_find(label, section_mark, 0), after = at + section_mark.length;
	struct text whole = { room, label.length - section_mark.length + title.length };

	if (whole.length < sizeof room) {
		memcpy(room, label.s, at);
		memcpy(room + at, title.s, title.length);
		memcpy(room + at + title.length, label.s + after, label.length - after);
		whole.length = label_key(room, sizeof room, whole);
		if (text_equal(key, whole))
			return true;
	}
	return text_equal(key, (struct text){ room, label_key(room, sizeof room, title) });
}

/* A rank: 0 the printed label, 1 a synonym, 2 the core name, 3 not this field. */
static int
field_rank(const struct field *field, struct text key, struct text title)
{
	for (size_t i = 0; i < field->keys.count; i++)
		if (text_equal(field->keys.at[i], key))
			return i == 0 ? 0 : i + 1 < field->keys.count ? 1 : 2;
	return field->names_section && title.length > 0 && says_section(field, key, title) ? 0 : 3;
}

static void
find_best(const struct fields *fields, size_t count, struct text key, struct text title,
    const struct field **best, int *rank)
{
	for (size_t i = 0; i < count && *rank > 0; i++) {
		int now = field_rank(fields->at[i], key, title);

		if (now < *rank) {
			*rank = now;
			*best = fields->at[i];
		}
	}
}

/* Core fields that the style does not list stand behind those that it lists, and may be refused. */
static size_t
known_fields(const struct kind_style *kind)
{
	return kind->allow_unlisted || kind->listed == 0 ? kind->fields.count : kind->listed;
}

/* A column's field as the kind lists it. */
static const struct field *
field_of_name(const struct kind_style *kind, const struct field *column)
{
	for (size_t i = 0; i < kind->fields.count; i++)
		if (text_equal(kind->fields.at[i]->name, column->name))
			return kind->fields.at[i];
	return column;
}

/* The kind's own word is a label of its title, or of what names it. */
static const struct field *
find_own_word(const struct kind_style *kind, struct text label)
{
	const struct kind_row *row = &kind_rows[kind->kind];
	enum role role = kind_field(kind->kind, ROLE_title) || row->count == 0 ? ROLE_title
	    : row->fields[0].role;

	if (!name_equal(label, text_of(row->name)))
		return NULL;
	for (size_t i = 0; i < kind->fields.count; i++)
		if (kind->fields.at[i]->role == role)
			return kind->fields.at[i];
	return NULL;
}

const struct field *
kind_style_find(const struct kind_style *kind, struct text label, struct text section_title)
{
	char room[LABEL_ROOM];
	const struct field *best = NULL;
	struct text key = { room, label_key(room, sizeof room, label) };
	int rank = 3;

	if (key.length == 0)
		return NULL;
	find_best(&kind->fields, known_fields(kind), key, section_title, &best, &rank);
	for (int section = 0; section < SECTION_COUNT; section++)
		find_best(&kind->columns[section], kind->columns[section].count, key, section_title,
		    &best, &rank);
	return best ? field_of_name(kind, best) : find_own_word(kind, label);
}

/* ---- numbering ---- */

enum numbering
document_numbering(const struct document *document, const struct style *style)
{
	struct text words = document_words(document, "numbering");

	if (name_equal(words, TEXT("none")) || !style)
		return NUMBERING_NONE;
	if (name_equal(words, TEXT("sections")))
		return NUMBERING_SECTIONS;
	if (name_equal(words, TEXT("paragraphs")))
		return NUMBERING_PARAGRAPHS;
	return style->numbering[document->kind];
}

bool
section_is_numbered(const struct section *section, enum numbering numbering)
{
	for (; section; section = section->parent)
		if (section->unnumbered || section->kind == SECTION_contents ||
		    section->kind == SECTION_versions || section->kind == SECTION_document_status ||
		    (section->kind == SECTION_recommendations &&
		        numbering == NUMBERING_PARAGRAPHS))
			return false;
	return numbering != NUMBERING_NONE;
}

bool
section_counts_paragraphs(const struct section *section, enum numbering numbering)
{
	for (const struct section *s = section; s; s = s->parent)
		if (s->kind == SECTION_appendices || s->kind == SECTION_background ||
		    s->kind == SECTION_contacts)
			return false;
	return numbering == NUMBERING_PARAGRAPHS && section_is_numbered(section, numbering);
}

/* ---- scores ---- */

/* Which band a product falls into; the last has no end. */
static int
band_of_product(const struct score_key *key, int product)
{
	size_t at = 0;

	while (at + 1 < key->band_count && product > key->bands[at].to)
		at++;
	return key->band_count > 0 ? (int)at : -1;
}

int
key_find_band(const struct score_key *key, int impact, int likelihood)
{
	if (impact < 1 || likelihood < 1)
		return -1;
	if (!key->matrix)
		return band_of_product(key, impact * likelihood);
	for (size_t i = 0; i < key->band_count && (size_t)impact <= key->impact.count &&
	    (size_t)likelihood <= key->likelihood.count; i++)
		if (name_equal(key->bands[i].name, key->matrix[impact - 1].at[likelihood - 1]))
			return (int)i;
	return -1;
}

struct text
kind_style_nearest(const struct kind_style *kind, struct text label)
{
	char room[LABEL_ROOM];
	struct text key = { room, label_key(room, sizeof room, label) }, nearest = TEXT("");
	int least = NEAR + 1;

	for (size_t i = 0; i < known_fields(kind); i++)
		for (size_t j = 0; j < kind->fields.at[i]->keys.count; j++) {
			struct text other = kind->fields.at[i]->keys.at[j];
			int distance = text_distance(key, other, NEAR);

			if (distance < least && distance * 2 < (int)other.length) {
				least = distance;
				nearest = kind->fields.at[i]->label;
			}
		}
	return nearest;
}
