/* SPDX-License-Identifier: MIT */
/*
 * House styles: which folder a name means, what it extends, and the sum of
 * all that it is made of. Each of its YAML files names its own `extends`; a
 * style without one extends "council", and that of the program extends none.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/near.h"
#include "base/path.h"
#include "model/messages.h"
#include "read/house/style.h"

enum { LONGEST_CHAIN = 8 };
static const size_t largest = 4u << 20;
static const char default_style[] = "council";

/* A style of the chain, and what one of its files says. */
struct link_of_chain { const char *folder; const struct yaml *says; };

void
refuse_style(struct styling *styling, struct place at, struct text help, const char *format, ...)
{
	char words[400];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(words, sizeof words, format, arguments);
	va_end(arguments);
	report(styling->diag, at, bad_style, text_of(words), help);
}

void
refuse_key(struct styling *styling, const struct yaml *node, const char *const *names, int count)
{
	struct near near = near_begin(styling->arena, node->key);

	for (int i = 0; i < count; i++)
		near_try(&near, text_of(names[i]));
	refuse_style(styling, node->key_at, near_help(&near, ""), "there is no key \"%.*s\" here",
	    TEXT_ARGS(node->key));
}

/* "write a, b or c", where that is short. */
static const char *
choices_help(struct arena *arena, const char *const *names, int count)
{
	struct text help = TEXT("write ");

	for (int i = 0; i < count && count <= 8; i++)
		help = text_format(arena, "%.*s%s%s", TEXT_ARGS(help),
		    i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
	return count <= 8 ? text_string(arena, help) : "";
}

int
style_key(const struct yaml *node, const char *const *names, int count)
{
	while (--count >= 0 && !name_equal(node->key, text_of(names[count])))
		;
	return count;
}

int
style_word(struct styling *styling, const struct yaml *node, const char *const *names, int count)
{
	struct near near = near_begin(styling->arena, node->words);

	for (int i = 0; i < count; i++) {
		if (names[i] && node->kind == YAML_WORDS &&
		    name_equal(node->words, text_of(names[i])))
			return i;
		if (names[i])
			near_try(&near, text_of(names[i]));
	}
	refuse_style(styling, node->at,
	    near_help(&near, choices_help(styling->arena, names, count)),
	    "\"%.*s\" is not known here",
	    TEXT_ARGS(node->words));
	return -1;
}

bool
style_yes(struct styling *styling, const struct yaml *node)
{
	static const char *const words[] = { "no", "yes" };

	return style_word(styling, node, words, 2) == 1;
}

struct texts
style_texts(struct styling *styling, const struct yaml *node)
{
	struct texts texts = { 0 };

	if (node->kind == YAML_WORDS && node->words.length > 0)
		*array_push(styling->arena, &texts) = node->words;
	for (const struct yaml *item = node->first; item; item = item->next) {
		if (item->kind == YAML_WORDS)
			*array_push(styling->arena, &texts) = item->words;
		else
			refuse_style(styling, item->at, TEXT(""), "words should stand here");
	}
	return texts;
}

/* A name that may be a folder's: letters, digits, hyphens. */
static bool
is_style_name(struct text name)
{
	for (size_t i = 0; i < name.length; i++) {
		char c = name.s[i];

		if (!is_latin(c) && !is_digit(c) && c != '-' && c != '_')
			return false;
	}
	return name.length > 0 && name.length < 64;
}

/* The folder of a style, or null. */
static const char *
style_folder(struct house *house, struct text name, bool program_only)
{
	const char *own = path_join(house->arena, house->sources->folder,
	    text_format(house->arena, "styles/%.*s", TEXT_ARGS(name)));
	const char *shipped = path_join(house->arena, text_of(house->styles), name);

	if (!is_style_name(name))
		return NULL;
	if (!program_only && !file_is_link(own) && file_kind(own) == FILE_FOLDER)
		return own;
	return file_kind(shipped) == FILE_FOLDER ? shipped : NULL;
}

/* The bytes of a file of a style; false when it is not there. They go into the style's sum. */
static bool
style_bytes(struct house *house, const char *folder, const char *name, struct hash *sum,
    struct text *bytes)
{
	const char *path = path_join(house->arena, text_of(folder), text_of(name));
	enum file_state state;

	if (file_is_link(path)) {
		report(house->diag, place_of_file(path), outside_corpus, text_of(name));
		return false;
	}
	state = file_read(house->arena, path, largest, bytes);
	if (state == FILE_MISSING)
		return false;
	if (state != FILE_READ) {
		report(house->diag, place_of_file(path), no_permission, text_of(name));
		return false;
	}
	hash_text(sum, text_of(name));
	hash_text(sum, *bytes);
	return check_text(house->arena, house->diag, path, bytes);
}

static const struct yaml *
style_yaml(struct house *house, const char *folder, const char *name, struct hash *sum)
{
	struct text bytes;

	if (!style_bytes(house, folder, name, sum, &bytes))
		return NULL;
	return read_yaml(house->arena, house->diag,
	    path_join(house->arena, text_of(folder), text_of(name)), bytes, 1);
}

/* The folder that a style's file extends, or null when it extends none. */
static const char *
extended_folder(struct house *house, const char *folder, const struct yaml *says)
{
	const struct yaml *extends = yaml_find(says, "extends");
	struct text name = extends ? extends->words : text_of(default_style);
	bool same = text_equal(name, path_name(text_of(folder)));
	const char *found = style_folder(house, name, same);

	if (!found)
		report(house->diag, extends ? extends->at : place_of_file(folder), unknown_style,
		    name);
	return found && strcmp(found, folder) == 0 ? NULL : found;
}

/*
 * Reads one file of a style and of those that it extends, and applies them,
 * the last of the chain first.
 */
static void
apply_chain(struct styling *styling, const char *folder, const char *name, struct hash *sum,
    void (*apply)(struct styling *, const struct yaml *))
{
	struct link_of_chain chain[LONGEST_CHAIN];
	int count = 0;

	while (folder && count < LONGEST_CHAIN) {
		const struct yaml *says = style_yaml(styling->house, folder, name, sum);

		chain[count++] = (struct link_of_chain){ folder, says };
		folder = extended_folder(styling->house, folder, says);
	}
	if (folder && chain[0].says)
		refuse_style(styling, chain[0].says->at,
		    TEXT("let a style extend one that stands by itself"),
		    "this style extends more than %d others, or itself", LONGEST_CHAIN);
	for (int i = count; i-- > 0;) {
		styling->folder = chain[i].folder;
		styling->first = i == count - 1;
		if (chain[i].says)
			apply(styling, chain[i].says);
	}
}

/* Names and sums of the files in fonts/: the style is another when one of them is. */
static void
add_fonts(struct house *house, const char *folder, struct hash *sum)
{
	const char *fonts = path_join(house->arena, text_of(folder), TEXT("fonts"));
	struct file_entries entries = { 0 };
	struct text bytes;

	if (file_kind(fonts) != FILE_FOLDER ||
	    folder_list(house->arena, fonts, &entries) != FILE_READ)
		return;
	for (array_each(struct file_entry, entry, &entries))
		if (entry->kind == FILE_READ &&
		    file_read(house->arena,
		    path_join(house->arena, text_of(fonts), text_of(entry->name)),
		    64u << 20, &bytes) == FILE_READ) {
			hash_text(sum, text_of(entry->name));
			hash_text(sum, bytes);
		}
}

static struct style *
load_style(struct house *house, struct text name, const char *folder)
{
	struct style *style = ARENA_NEW(house->arena, struct style);
	struct styling styling = { .house = house, .arena = house->arena, .diag = house->diag,
	    .style = style };
	struct hash sum;
	unsigned char digest[32];
	size_t before = house->diag->reports.count;

	hash_begin(&sum);
	style->name = name;
	style->phrases.arena = house->arena;
	begin_kinds(&styling);
	apply_chain(&styling, folder, "fields.yaml", &sum, apply_fields);
	apply_chain(&styling, folder, "look.yaml", &sum, apply_look);
	finish_look(&styling);
	check_measures(&styling);
	check_contrast(&styling);
	if (!style_bytes(house, folder, "web.css", &sum, &style->web_css))
		style->web_css = TEXT("");
	add_fonts(house, folder, &sum);
	hash_end(&sum, digest);
	style->sum = hash_hex(house->arena, digest);
	for (size_t i = before; i < house->diag->reports.count; i++)
		style->unsound |= house->diag->reports.at[i].severity == SEVERITY_ERROR;
	return style;
}

/* The names of all styles, for those who mistype one. */
static struct text
nearest_style(struct house *house, struct text name)
{
	struct near near = near_begin(house->arena, name);
	const char *folders[] = { path_join(house->arena, house->sources->folder, TEXT("styles")),
	    house->styles };

	for (size_t i = 0; i < 2; i++) {
		struct file_entries entries = { 0 };

		if (file_kind(folders[i]) == FILE_FOLDER &&
		    folder_list(house->arena, folders[i], &entries) == FILE_READ)
			for (array_each(struct file_entry, entry, &entries))
				near_try(&near, text_of(entry->name));
	}
	return near_help(&near,
	    "a style is a folder in styles/; the program has council, plain and modern");
}

const struct style *
read_style(struct house *house, struct text name, struct place at)
{
	struct style *style = map_find(&house->loaded, name);
	const char *folder;

	if (style)
		return style;
	folder = style_folder(house, name, false);
	if (!folder && text_is(name, default_style))
		die("the style \"%s\" of the program is not there: install it again",
		    default_style);
	if (!folder) {
		report(house->diag, at, unknown_style, name, nearest_style(house, name));
		style = (struct style *)read_style(house, text_of(default_style), at);
	} else {
		style = load_style(house, text_copy(house->arena, name), folder);
	}
	map_set(&house->loaded, text_copy(house->arena, name), style);
	return style;
}
