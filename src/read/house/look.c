/* SPDX-License-Identifier: MIT */
/*
 * look.yaml: the tokens of a house's look.
 *
 * Every scalar of it is a row of a table that says where in the tokens it
 * goes and in which unit it is written; what has no row is an error at its
 * place. Lengths become thousandths of a point, rounded half up.
 */
#include <stddef.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "read/house/style.h"

enum unit { IN_POINTS, IN_MM, IN_COUNT, IN_WORDS, IN_LIST, IN_YES, IN_CHOICE };

/* Choices are names parted by spaces, in the order of their enum. */
struct token { const char *section, *key; enum unit unit; size_t offset; const char *choices; };

#define AT(field) offsetof(struct tokens, field)
static const struct token tokens[] = {
	{ "page", "width-mm", IN_MM, AT(width), NULL },
	{ "page", "height-mm", IN_MM, AT(height), NULL },
	{ "page", "top-mm", IN_MM, AT(top), NULL },
	{ "page", "bottom-mm", IN_MM, AT(bottom), NULL },
	{ "page", "left-mm", IN_MM, AT(left), NULL },
	{ "page", "right-mm", IN_MM, AT(right), NULL },
	{ "page", "hang-mm", IN_MM, AT(hang), NULL },
	{ "page", "measure-mm", IN_MM, AT(measure), NULL },
	{ "font", "text", IN_WORDS, AT(text_family), NULL },
	{ "font", "display", IN_WORDS, AT(display_family), NULL },
	{ "font", "fallback", IN_LIST, AT(fallback), NULL },
	{ "font", "features", IN_LIST, AT(features), NULL },
	{ "table", "pad-x", IN_POINTS, AT(table.pad_x), NULL },
	{ "table", "pad-y", IN_POINTS, AT(table.pad_y), NULL },
	{ "table", "rule-top", IN_POINTS, AT(table.rule_top), NULL },
	{ "table", "rule-head", IN_POINTS, AT(table.rule_head), NULL },
	{ "table", "rule-row", IN_POINTS, AT(table.rule_row), NULL },
	{ "table", "rule-end", IN_POINTS, AT(table.rule_end), NULL },
	{ "table", "minimum", IN_POINTS, AT(table.minimum), NULL },
	{ "table", "comfort", IN_POINTS, AT(table.comfort), NULL },
	{ "table", "whole-words", IN_POINTS, AT(table.whole_words), NULL },
	{ "table", "break-lines", IN_COUNT, AT(table.break_lines), NULL },
	{ "table", "again-lines", IN_COUNT, AT(table.again_lines), NULL },
	{ "table", "zebra", IN_YES, AT(table.zebra), NULL },
	{ "table", "group", IN_CHOICE, AT(table.group), "line rule tint bar" },
	{ "table", "wide", IN_CHOICE, AT(table.wide), "landscape records" },
	{ "head", "number", IN_CHOICE, AT(head_number), "hang in-line none" },
	{ "head", "bar", IN_POINTS, AT(head_bar), NULL },
	{ "", "cover", IN_CHOICE, AT(cover), "quarters bar columns" },
	{ "set", "hyphenate", IN_YES, AT(hyphenate), NULL },
	{ "set", "justify", IN_YES, AT(justify), NULL },
	{ "run", "title", IN_YES, AT(run_title), NULL },
	{ "run", "version", IN_YES, AT(run_version), NULL },
	{ "web", "measure-ch", IN_COUNT, AT(web_measure_ch), NULL },
};
#undef AT
enum { TOKENS = sizeof tokens / sizeof *tokens };

/* Thousandths of a number of words; false, and reported, when they are none that fits. */
static bool
thousandths(struct styling *styling, const struct yaml *node, int64_t *out)
{
	struct decimal number = decimal_round(decimal_parse(node->words), 3);

	if (node->kind != YAML_WORDS || !number.valid || number.units < 0 ||
	    number.units > 10 * 1000 * 1000) {
		refuse_style(styling, node->at, TEXT(""),
		    "a number should stand here, not \"%.*s\"", TEXT_ARGS(node->words));
		return false;
	}
	*out = number.units;
	for (int scale = (unsigned char)number.scale; scale < 3; scale++)
		*out *= 10;
	return true;
}

static int
choice(struct styling *styling, const struct yaml *node, const char *choices)
{
	const char *names[8];
	int count = 0;

	for (struct text rest = text_of(choices); rest.length > 0; count++) {
		size_t end = text_find_byte(rest, ' ', 0);

		names[count] = text_string(styling->arena, text_slice(rest, 0, end));
		rest = text_from(rest, end < rest.length ? end + 1 : end);
	}
	return style_word(styling, node, names, count);
}

static void
set_token(struct styling *styling, const struct token *token, const struct yaml *node)
{
	char *at = (char *)&styling->style->look + token->offset;
	int64_t number;
	int chosen;

	switch (token->unit) {
	case IN_POINTS:
		if (thousandths(styling, node, &number))
			*(length *)at = (length)number;
		break;
	case IN_MM:	/* 72 points are 25.4 mm */
		if (thousandths(styling, node, &number))
			*(length *)at = (length)((number * 720 + 127) / 254);
		break;
	case IN_COUNT:
		if (thousandths(styling, node, &number))
			*(int *)at = (int)(number / 1000);
		break;
	case IN_WORDS:
		*(struct text *)at = node->words;
		break;
	case IN_LIST:
		*(struct texts *)at = style_texts(styling, node);
		break;
	case IN_YES:
		*(bool *)at = style_yes(styling, node);
		break;
	case IN_CHOICE:
		chosen = choice(styling, node, token->choices);
		if (chosen >= 0)
			memcpy(at, &(unsigned){ (unsigned)chosen }, sizeof(unsigned));
		break;
	}
}

/* The tokens of a section of the file; "" holds what stands at the top. */
static void
set_tokens(struct styling *styling, const char *section, const struct yaml *node)
{
	const char *names[TOKENS];
	int count = 0;

	for (int i = 0; i < TOKENS; i++) {
		if (strcmp(tokens[i].section, section) != 0)
			continue;
		names[count++] = tokens[i].key;
		if (name_equal(node->key, text_of(tokens[i].key))) {
			set_token(styling, &tokens[i], node);
			return;
		}
	}
	refuse_key(styling, node, names, count);
}

static bool
read_colour(struct styling *styling, const struct yaml *node, uint32_t *colour)
{
	uint32_t value = 0;
	bool good = node->words.length == 7 && node->words.s[0] == '#';

	for (size_t i = 1; good && i < 7; i++) {
		int digit = hexadecimal(node->words.s[i]);

		good = digit >= 0;
		value = value * 16 + (uint32_t)(good ? digit : 0);
	}
	if (!good)
		refuse_style(styling, node->at, TEXT("write it as \"#17232B\""),
		    "\"%.*s\" is no colour", TEXT_ARGS(node->words));
	else
		*colour = value;
	return good;
}

static void
set_colours(struct styling *styling, const struct yaml *map, uint32_t *colours, struct said *said)
{
	for (const struct yaml *node = map->first; node; node = node->next) {
		int i = style_key(node, colour_names, COLOUR_COUNT);

		if (i <= COLOUR_NONE)
			refuse_key(styling, node, colour_names + 1, COLOUR_COUNT - 1);
		else if (read_colour(styling, node, &colours[i]))
			said[i] = (struct said){ node->at, styling->layer };
	}
}

/* The items of a list, which must be as many. */
static bool
take_items(struct styling *styling, const struct yaml *list, const struct yaml **items, int count)
{
	int i = 0;

	for (const struct yaml *item = list->first; item; item = item->next, i++)
		if (i < count)
			items[i] = item;
	if (i != count)
		refuse_style(styling, list->at, TEXT(""), "%d values should stand here", count);
	return i == count;
}

/* {print: [size, leading, weight, face], web: [rem, line height]} */
static void
set_type(struct styling *styling, const struct yaml *node, int row)
{
	static const char *const parts[] = { "print", "web" };
	static const char *const type_faces[] = { "text", "display" };
	struct tokens *look = &styling->style->look;
	const struct yaml *items[4];
	int64_t numbers[3] = { 0 };

	for (const struct yaml *part = node->first; part; part = part->next) {
		bool print = name_equal(part->key, TEXT("print")), good;
		int count = print ? 4 : 2;

		if (!print && !name_equal(part->key, TEXT("web"))) {
			refuse_key(styling, part, parts, 2);
			continue;
		}
		good = take_items(styling, part, items, count);
		for (int i = 0; good && i < (print ? 3 : 2); i++)
			good = thousandths(styling, items[i], &numbers[i]);
		if (good && print)
			look->type[row] = (struct type_row){ (length)numbers[0], (length)numbers[1],
			    (int)(numbers[2] / 1000),
			    style_word(styling, items[3], type_faces, 2) == 1 };
		else if (good) {
			look->web_type[row].size = (int32_t)numbers[0];
			look->web_type[row].line = (int32_t)numbers[1];
		}
	}
}

static void
set_types(struct styling *styling, const struct yaml *map)
{
	for (const struct yaml *node = map->first; node; node = node->next) {
		int row = style_key(node, type_style_names, STYLE_COUNT);

		if (row < 0)
			refuse_key(styling, node, type_style_names, STYLE_COUNT);
		else
			set_type(styling, node, row);
	}
}

/* Lengths by name; each of them is a row of a table. */
static void
set_lengths(struct styling *styling, const struct yaml *map, const char *const *names, int count,
    length *lengths)
{
	for (const struct yaml *node = map->first; node; node = node->next) {
		int at = style_key(node, names, count);
		int64_t number;

		if (at < 0)
			refuse_key(styling, node, names, count);
		else if (thousandths(styling, node, &number))
			lengths[at] = (length)number;
	}
}

/* By its first four bytes (OpenType 1.9, table directory). */
static bool
is_font(struct styling *styling, const char *path)
{
	struct text bytes;

	return file_read(styling->arena, path, 64u << 20, &bytes) == FILE_READ &&
	    bytes.length > 12 &&
	    (text_begins(bytes, "OTTO") || text_begins(bytes, "true") ||
	        memcmp(bytes.s, "\0\1\0\0", 4) == 0);
}

/* {family, weight, file, sum, italic}; the file is looked for in the style's own fonts/. */
static void
add_face(struct styling *styling, const struct yaml *node)
{
	static const char *const keys[] = { "family", "weight", "file", "sum", "italic" };
	struct face *face = array_push(styling->arena, &styling->style->look.faces);
	const char *path;
	int64_t weight = 400 * 1000;

	for (const struct yaml *said = node->first; said; said = said->next) {
		int i = style_key(said, keys, 5);

		if (i < 0)
			refuse_key(styling, said, keys, 5);
		else if (i == 1)
			thousandths(styling, said, &weight);
		else if (i == 4)
			face->italic = style_yes(styling, said);
		else
			*(i == 0 ? &face->family : i == 2 ? &face->file : &face->sum) = said->words;
	}
	face->weight = (int)(weight / 1000);
	path = path_join(styling->arena, text_of(styling->folder),
	    text_join(styling->arena, TEXT("fonts/"), path_name(face->file)));
	if (file_kind(path) != FILE_READ || file_is_link(path))
		return;
	face->path = text_of(path);
	if (is_font(styling, path))
		return;
	styling->style->unusable = true;
	refuse_style(styling, node->at, TEXT("name a TrueType or OpenType file: .ttf or .otf"),
	    "\"%.*s\" is no font", TEXT_ARGS(face->file));
}

static void
set_faces(struct styling *styling, const struct yaml *list)
{
	styling->style->look.faces = (struct faces){ 0 };
	for (const struct yaml *node = list->first; node; node = node->next)
		add_face(styling, node);
}

/* Where a section that is judged as a whole was said last. */
static void
note_section(struct styling *styling, const char *name, struct place at)
{
	const struct { const char *name; struct place *at; } judged[] = {
		{ "page", &styling->page_at }, { "font", &styling->font_at },
		{ "type", &styling->type_at }, { "space", &styling->space_at },
		{ "table", &styling->table_at } };

	for (size_t i = 0; i < sizeof judged / sizeof *judged; i++)
		if (strcmp(name, judged[i].name) == 0)
			*judged[i].at = at;
}

static void
set_section(struct styling *styling, const struct yaml *section, const char *name)
{
	struct tokens *look = &styling->style->look;

	if (strcmp(name, "colour") == 0)
		set_colours(styling, section, look->light, styling->said[0]);
	else if (strcmp(name, "dark") == 0)
		set_colours(styling, section, look->dark, styling->said[1]);
	else if (strcmp(name, "type") == 0)
		set_types(styling, section);
	else if (strcmp(name, "space") == 0)
		set_lengths(styling, section, space_names, SPACE_COUNT, look->space);
	else if (strcmp(name, "pictures") == 0)
		set_lengths(styling, section, drawn_names, DRAWN_COUNT, look->drawn);
	else
		for (const struct yaml *node = section->first; node; node = node->next)
			if (strcmp(name, "font") == 0 && name_equal(node->key, TEXT("faces")))
				set_faces(styling, node);
			else
				set_tokens(styling, name, node);
}

void
apply_look(struct styling *styling, const struct yaml *says)
{
	static const char *const sections[] = { "page", "font", "type", "colour", "dark", "space",
	    "pictures", "table", "head", "set", "run", "web", "cover", "extends" };
	enum { SECTIONS = sizeof sections / sizeof *sections };

	styling->layer++;
	for (const struct yaml *node = says->first; node; node = node->next) {
		int i = style_key(node, sections, SECTIONS);

		if (i < 0)
			refuse_key(styling, node, sections, SECTIONS);
		else if (strcmp(sections[i], "cover") == 0)
			set_tokens(styling, "", node);
		else if (strcmp(sections[i], "extends") != 0) {
			note_section(styling, sections[i], node->key_at);
			set_section(styling, node, sections[i]);
		}
	}
}

void
finish_look(struct styling *styling)
{
	struct tokens *look = &styling->style->look;

	for (int i = 0; i < COLOUR_COUNT; i++)
		if (!styling->said[1][i].layer) {
			look->dark[i] = look->light[i];
			styling->said[1][i] = styling->said[0][i];
		}
}
