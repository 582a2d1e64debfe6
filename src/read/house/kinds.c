/* SPDX-License-Identifier: MIT */
/*
 * fields.yaml, the kinds of record: which fields a house has, what it calls
 * them, and which stand in a table.
 *
 * A list of fields is the order of printing. What it does not name stays
 * known after it, with the label it had; a field of the house lives only as
 * long as the list that made it.
 */
#include "base/buffer.h"
#include "base/near.h"
#include "read/house/style.h"

/* "Who measures" of who_measures: the label of a core field that no style names. */
static struct text
label_of_name(struct arena *arena, struct text name)
{
	struct text label = text_copy(arena, name);
	char *s = (char *)label.s;

	for (size_t i = 0; i < label.length; i++)
		if (s[i] == '_' || s[i] == '-')
			s[i] = ' ';
	if (label.length > 0 && s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return label;
}

static struct field *
core_field(struct arena *arena, const struct field_row *row)
{
	struct field *field = ARENA_NEW(arena, struct field);

	field->name = text_of(role_rows[row->role].name);
	field->role = row->role;
	field->type = row->type;
	field->label = label_of_name(arena, field->name);
	field->required = row->required;
	field_set_keys(arena, field);
	return field;
}

void
begin_kinds(struct styling *styling)
{
	for (int i = 1; i < KIND_COUNT; i++) {
		struct kind_style *kind = &styling->style->kinds[i];

		kind->kind = i;
		kind->allow_unlisted = true;
		for (size_t j = 0; j < kind_rows[i].count; j++)
			*array_push(styling->arena, &kind->fields) =
			    core_field(styling->arena, &kind_rows[i].fields[j]);
	}
}

static struct field *
find_field(const struct fields *fields, struct text name)
{
	for (size_t i = 0; i < fields->count; i++)
		if (name_equal(fields->at[i]->name, name))
			return fields->at[i];
	return NULL;
}

/* Labels in other languages and synonyms stay known when a style renames a field. */
static void
rename_field(struct styling *styling, struct field *field, struct text label)
{
	struct text old = field->label;

	if (text_equal(old, label))
		return;
	field->label = label;
	if (text_find(old, TEXT("{"), 0) == old.length && field->role != ROLE_NONE)
		*array_push(styling->arena, &field->also) = old;
}

/* A style may loosen a core type to text, and tighten text to line, list or links. */
static void
set_type(struct styling *styling, struct field *field, const struct yaml *said)
{
	int type = style_word(styling, said, type_names, TYPE_COUNT);

	if (type < 0)
		return;
	if (field->role != ROLE_NONE && type != (int)field->type && type != TYPE_TEXT &&
	    !(field->type == TYPE_TEXT &&
	    (type == TYPE_LINE || type == TYPE_LIST || type == TYPE_LINKS)))
		refuse_style(styling, said->at, TEXT("a style may make it `text`"),
		    "\"%.*s\" is a %s, and cannot become a %s",
		    TEXT_ARGS(field->name), type_names[field->type], type_names[type]);
	else
		field->type = (enum type)type;
}

/* `below: [text, {reason: Why}]`: fields by name, with the words before them. */
static void
set_below(struct styling *styling, struct field *field, const struct yaml *list)
{
	field->below = (struct belows){ 0 };
	for (const struct yaml *item = list->first; item; item = item->next) {
		const struct yaml *entry = item->kind == YAML_MAP ? item->first : NULL;

		if (item->kind == YAML_LIST ||
		    (entry && (entry->next || entry->kind != YAML_WORDS)))
			refuse_style(styling, item->at,
			    TEXT("write `- reason` or `- {reason: Why}`"),
			    "a field should stand here");
		else
			*array_push(styling->arena, &field->below) = entry
			    ? (struct below){ entry->key, entry->words }
			    : (struct below){ item->words, TEXT("") };
	}
}

/* `{better: "{value} is better"}` stands in brackets behind the value, `profile` below it. */
static void
set_guests(struct styling *styling, struct field *field, const struct yaml *list)
{
	field->guests = (struct guests){ 0 };
	for (const struct yaml *item = list->first; item; item = item->next) {
		const struct yaml *said = item->kind == YAML_MAP ? item->first : NULL;
		struct guest guest = { said ? said->key : item->words,
		    said ? said->words : TEXT("") };

		if (list->kind != YAML_LIST || item->kind == YAML_LIST ||
		    (said && (said->next ||
		    text_find(guest.words, TEXT("{value}"), 0) == guest.words.length)))
			refuse_style(styling, item->at,
			    TEXT("write `with: [{better: \"{value} is better\"}, profile]`"),
			    "a field, or a field and words for its {value}, should stand here");
		else
			*array_push(styling->arena, &field->guests) = guest;
	}
}

static void
set_field(struct styling *styling, struct field *field, const struct yaml *said)
{
	static const char *const keys[] = { "label", "also", "required", "merge", "value", "period",
	    "quarters", "strong", "below", "with", "short" };
	enum { KEYS = sizeof keys / sizeof *keys };
	int i = KEYS;

	while (--i >= 0 && !name_equal(said->key, text_of(keys[i])))
		;
	switch (i) {
	case 0: rename_field(styling, field, said->words); break;
	case 1: field->also = style_texts(styling, said); break;
	case 2: field->required = style_yes(styling, said); break;
	case 3: field->merge = style_yes(styling, said); break;
	case 4: set_type(styling, field, said); break;
	case 5: field->period_label = said->words; break;
	case 6: field->quarter_label = said->words; break;
	case 7: field->strong = style_yes(styling, said); break;
	case 8: set_below(styling, field, said); break;
	case 9: set_guests(styling, field, said); break;
	case 10: field->is_short = style_yes(styling, said); break;
	default: refuse_key(styling, said, keys, KEYS); break;
	}
}

/*
 * What the field of an entry was before: of the kind, else a new one of the
 * house, which must say its `value`.
 */
static struct field *
field_before(struct styling *styling, const struct fields *before, const struct yaml *entry)
{
	struct field *field = ARENA_NEW(styling->arena, struct field),
	    *old = find_field(before, entry->key);
	const struct yaml *value = entry->kind == YAML_MAP ? yaml_find(entry, "value") : NULL;

	if (old) {
		*field = *old;
		return field;
	}
	if (!value) {
		struct near near = near_begin(styling->arena, entry->key);

		for (size_t i = 0; i < before->count; i++)
			near_try(&near, before->at[i]->name);
		refuse_style(styling, entry->key_at,
		    near_help(&near, "a field of the house says its `value`: text, line, date …"),
		    "there is no core field \"%.*s\" here", TEXT_ARGS(entry->key));
	}
	field->name = entry->key;
	field->label = label_of_name(styling->arena, entry->key);
	return field;
}

/*
 * An entry of a list of fields or columns: `name: Label` or `name: {…}`. Null
 * when it is neither.
 */
static struct field *
read_field(struct styling *styling, const struct fields *before, const struct yaml *item)
{
	const struct yaml *entry = item->kind == YAML_MAP ? item->first : NULL;
	struct field *field;

	if (!entry || entry->next || entry->kind == YAML_LIST) {
		refuse_style(styling, item->at,
		    TEXT("write `- owner: Lead officer` or `- owner: {label: Lead officer}`"),
		    "a field should stand here");
		return NULL;
	}
	field = field_before(styling, before, entry);
	if (entry->kind == YAML_WORDS)
		rename_field(styling, field, entry->words);
	for (const struct yaml *said = entry->first; said; said = said->next)
		set_field(styling, field, said);
	field_set_keys(styling->arena, field);
	return field;
}

/* Guests may be listed behind their host: they are looked up when all fields are known. */
static void
check_guests(struct styling *styling, const struct kind_style *kind, const struct yaml *list)
{
	for (const struct yaml *item = list->first; item; item = item->next) {
		const struct yaml *with = item->first ? yaml_find(item->first, "with") : NULL;

		for (const struct yaml *guest = with ? with->first : NULL; guest;
		     guest = guest->next) {
			struct text name = guest->first ? guest->first->key : guest->words;

			if (!find_field(&kind->fields, name))
				refuse_style(styling, guest->at, TEXT("name a field of the kind"),
				    "\"%.*s\" is no field here", TEXT_ARGS(name));
		}
	}
}

/* A list of fields replaces the list: it is the order of printing. */
static void
set_fields(struct styling *styling, struct kind_style *kind, const struct yaml *list)
{
	struct fields before = kind->fields, now = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct field *field = read_field(styling, &before, item);

		if (field && find_field(&now, field->name))
			refuse_style(styling, item->at, TEXT(""), "\"%.*s\" is listed twice",
			    TEXT_ARGS(field->name));
		else if (field)
			*array_push(styling->arena, &now) = field;
	}
	kind->listed = now.count;
	for (size_t i = 0; i < before.count; i++)
		if (before.at[i]->role != ROLE_NONE && !find_field(&now, before.at[i]->name))
			*array_push(styling->arena, &now) = before.at[i];
	kind->fields = now;
	check_guests(styling, kind, list);
}

/* The columns of a table: fields of the kind under labels of their own. */
static void
set_columns(struct styling *styling, struct kind_style *kind, int section, const struct yaml *list)
{
	struct fields columns = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct field *field = read_field(styling, &kind->fields, item);

		if (field)
			*array_push(styling->arena, &columns) = field;
	}
	kind->columns[section] = columns;
}

static void
set_tables(struct styling *styling, struct kind_style *kind, const struct yaml *map)
{
	const char *names[SECTION_COUNT];
	int count = 0;

	for (int i = 0; i < SECTION_COUNT; i++)
		if (section_rows[i].kind == kind->kind)
			names[count++] = section_rows[i].name;
	for (const struct yaml *node = map->first; node; node = node->next) {
		int section = section_kind_find(node->key);

		if (section < 0 || section_rows[section].kind != kind->kind)
			refuse_key(styling, node, names, count);
		else
			set_columns(styling, kind, section, node);
	}
}

/* ---- the shape of a form ---- */

static void
set_form_field(struct styling *styling, const struct kind_style *kind, const struct yaml *node,
    struct text *name)
{
	struct near near = near_begin(styling->arena, node->words);

	for (size_t i = 0; i < kind->listed; i++)
		near_try(&near, kind->fields.at[i]->name);
	if (node->kind == YAML_WORDS && find_field(&kind->fields, node->words))
		*name = node->words;
	else
		refuse_style(styling, node->at,
		    near_help(&near, "name a field that `fields` lists"),
		    "\"%.*s\" is no field here", TEXT_ARGS(node->words));
}

/* [owner, co-owners] */
static void
set_form_pair(struct styling *styling, const struct kind_style *kind, const struct yaml *list,
    struct form_row *row)
{
	int count = 0;

	for (const struct yaml *node = list->first; node; node = node->next, count++)
		if (count < 2)
			set_form_field(styling, kind, node, &row->fields[count]);
	if (count != 2)
		refuse_style(styling, list->at, TEXT("write `- owner` or `- [owner, co-owners]`"),
		    "a row of a form holds one field, or two side by side");
}

/* Rows: a field, two fields, or {head: words}. */
static void
set_form(struct styling *styling, struct kind_style *kind, const struct yaml *list)
{
	struct form_rows rows = { 0 };

	for (const struct yaml *item = list->first; item; item = item->next) {
		struct form_row row = { .head = yaml_words(item, "head") };

		if (item->kind == YAML_LIST)
			set_form_pair(styling, kind, item, &row);
		else if (item->kind == YAML_WORDS)
			set_form_field(styling, kind, item, &row.fields[0]);
		else if (row.head.length == 0 || item->first->next)
			refuse_style(styling, item->at, TEXT("write `- {head: The figures}`"),
			    "a field, two fields or a head should stand here");
		*array_push(styling->arena, &rows) = row;
	}
	kind->shape = rows;
}

/* ---- a kind ---- */

static void
set_key(struct styling *styling, struct kind_style *kind, const struct yaml *node)
{
	static const char *const keys[] = { "show", "head", "empty", "unlisted", "order", "fields",
	    "tables", "form", "scores", "bands", "matrix", "treatments" };
	static const char *const shows[] = { "form", "table", "list" };
	static const char *const empties[] = { "show", "omit", "dash" };
	static const char *const unlisted[] = { "refuse", "allow" };
	static const char *const orders[] = { "source", "newest" };
	int keys_known = kind->kind == KIND_risk ? 12 : 8, word;

	switch (style_key(node, keys, keys_known)) {
	case 0:
		if ((word = style_word(styling, node, shows, 3)) >= 0)
			kind->show = (enum form)word;
		break;
	case 1: kind->head = node->words; break;
	case 2:
		if ((word = style_word(styling, node, empties, 3)) >= 0)
			kind->empty = (enum empty)word;
		break;
	case 3: kind->allow_unlisted = style_word(styling, node, unlisted, 2) == 1; break;
	case 4: kind->newest_first = style_word(styling, node, orders, 2) == 1; break;
	case -1: refuse_key(styling, node, keys, keys_known); break;
	default: break;		/* lists, which apply_kind takes in their order */
	}
}

void
apply_kind(struct styling *styling, enum record_kind which, const struct yaml *says)
{
	struct kind_style *kind = &styling->style->kinds[which];
	const struct yaml *fields = yaml_find(says, "fields"), *tables = yaml_find(says, "tables"),
	    *form = yaml_find(says, "form");

	for (const struct yaml *node = says->first; node; node = node->next)
		set_key(styling, kind, node);
	if (fields)
		set_fields(styling, kind, fields);
	if (tables)
		set_tables(styling, kind, tables);
	if (form)
		set_form(styling, kind, form);
	if (which == KIND_risk)
		apply_scores(styling, says);
}
