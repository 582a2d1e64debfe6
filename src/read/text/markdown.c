/* SPDX-License-Identifier: MIT */
/*
 * A Markdown file: front matter, body; and the other things that are written
 * in Markdown, parts, rows of CSV files, words of keys.
 */
#include "read/text/text.h"

#include "model/messages.h"
#include "read/grid.h"
#include "read/text/manuscript.h"
#include "read/yaml.h"

enum { LARGEST_FRONT = 64 << 10 };

/* ---- front matter ---- */

/* The offset after a line's end. */
static size_t
after_line(struct text bytes, size_t at)
{
	while (at < bytes.length && bytes.s[at] != '\n' && bytes.s[at] != '\r')
		at++;
	if (at + 1 < bytes.length && bytes.s[at] == '\r' && bytes.s[at + 1] == '\n')
		at++;
	return at < bytes.length ? at + 1 : at;
}

static bool
is_fence(struct text bytes, size_t from, size_t to)
{
	struct text line = text_slice(bytes, from, to);

	while (line.length > 0 &&
	    (line.s[line.length - 1] == ' ' || line.s[line.length - 1] == '\n' ||
	    line.s[line.length - 1] == '\r'))
		line.length--;
	return text_is(line, "---");
}

/* Why nobody hears the keys that seem to begin a file; empty where none do. */
static struct text
unheard_front(struct text bytes)
{
	size_t at = 0, end = after_line(bytes, 0), hyphens;
	bool is_late = false;

	for (; end > at && text_is_blank(text_slice(bytes, at, end)); is_late = true) {
		at = end;
		end = after_line(bytes, at);
	}
	for (hyphens = at; hyphens < end && bytes.s[hyphens] == '-'; hyphens++)
		;
	if (hyphens - at < 2 || !text_is_blank(text_slice(bytes, hyphens, end)))
		return TEXT("");
	if (is_late)
		return TEXT("a line stands above the front matter");
	return TEXT("the front matter does not begin with three hyphens");
}

static const struct yaml *
read_keys_of(struct arena *arena, struct diag *diag, const char *file, struct text bytes)
{
	if (bytes.length > LARGEST_FRONT) {
		report(diag, ((struct place){ .file = file, .line = 2, .column = 1 }), too_large,
		    TEXT("the front matter is larger than 64 KB"),
		    TEXT("write `---` on a line of its own after the last key"));
		bytes = TEXT("");
	}
	return read_yaml(arena, diag, file, bytes, 2);
}

struct front_matter
read_front_matter(struct arena *arena, struct diag *diag, const char *file, struct text bytes)
{
	struct front_matter front = { .body = bytes, .line = 1 };
	size_t first = after_line(bytes, 0), at = first, next;
	struct place begin = { file, 1, 1 };

	if (!is_fence(bytes, 0, first)) {
		struct text why = unheard_front(bytes);

		if (text_is_blank(bytes))
			report(diag, begin, empty_file);
		else if (why.length > 0)
			report(diag, begin, late_front_matter, why);
		else
			report(diag, begin, no_kind);
		front.says = read_yaml(arena, diag, file, TEXT(""), 1);
		return front;
	}
	for (front.line = 2; at < bytes.length; at = next, front.line++) {
		next = after_line(bytes, at);
		if (is_fence(bytes, at, next)) {
			front.says = read_keys_of(arena, diag, file, text_slice(bytes, first, at));
			front.body = text_from(bytes, next);
			front.line++;
			front.sound = true;
			return front;
		}
	}
	report(diag, begin, open_front_matter);
	front.says = read_yaml(arena, diag, file, TEXT(""), 1);
	front.body = TEXT("");
	return front;
}

static struct manuscript
manuscript_of(const struct reading *reading, struct cutouts *cutouts)
{
	return (struct manuscript){ .reading = reading, .arena = reading->arena,
	    .scratch = reading->scratch, .diag = reading->diag, .cutouts = cutouts };
}

const struct syntax *
parse(struct manuscript *manuscript, struct text masked)
{
	struct passage *passage = manuscript->passage;
	int deep, last = (int)passage->lines.count - 2;
	const struct syntax *tree = read_syntax(manuscript->scratch, masked, &deep);

	/* what is no body may be read in other lines than it is written in */
	if (deep >= 0)
		report(manuscript->diag, passage_place(passage,
		    passage->lines.at[deep < last ? deep : last > 0 ? last : 0]), too_deep,
		    TEXT("what begins here"), TEXT("100"));
	return tree;
}

/* ---- words of keys ---- */

/*
 * The bytes of a value as they stand in the file, where they say the same as
 * its words; else the words.
 */
static struct text
plain_source(struct text words, struct text source, struct place *at)
{
	char quote = source.length > 1 && (source.s[0] == '"' || source.s[0] == '\'') ? source.s[0]
	    : 0;

	if (quote) {
		source = text_slice(source, 1, source.length - 1);
		at->column++;
	}
	if (source.length == 0 || text_find_byte(words, '\n', 0) < words.length ||
	    (quote && text_find_byte(source, quote == '"' ? '\\' : '\'', 0) < source.length))
		return words;
	return source;
}

/* A block of lines, `|` or `>`, is paragraphs and lists, as in a body. */
static struct block *
read_lines(const struct reading *reading, struct text source, struct place at)
{
	struct cutouts cutouts = { 0 };
	struct manuscript manuscript = manuscript_of(reading, &cutouts);
	size_t first = after_line(source, 0), indent = first;

	while (indent < source.length && source.s[indent] == ' ')
		indent++;
	at.line++;
	at.column = 1;
	manuscript.passage = passage_new(reading->scratch, &(struct passage){ .diag = reading->diag,
	    .bytes = text_from(source, first), .first = at, .cutouts = &cutouts });
	check_growth(manuscript.passage);
	return read_blocks(&manuscript,
	    parse(&manuscript, passage_dedented(manuscript.passage, indent - first))->first);
}

/* The words of a key: one line of running text; source is how they stand in the file. */
static struct block *
read_words(const struct reading *reading, struct text words, struct text source, struct place at)
{
	struct cutouts cutouts = { 0 };
	struct manuscript manuscript = manuscript_of(reading, &cutouts);

	if (source.length > 0 && (source.s[0] == '|' || source.s[0] == '>'))
		return read_lines(reading, source, at);
	words = plain_source(words, source, &at);
	manuscript.passage = passage_new(reading->scratch, &(struct passage){ .diag = reading->diag,
	    .bytes = words, .first = at, .cutouts = &cutouts, .is_cell = true, .is_folded = true });
	return read_line(&manuscript);
}

static struct block *
read_node_words(const struct reading *reading, const struct yaml *node)
{
	if (node->kind != YAML_WORDS) {
		report(reading->diag, node->at, bad_yaml, TEXT("words should stand here"),
		    TEXT("put the value into quotes"));
		return NULL;
	}
	return read_words(reading, node->words, node->source, node->at);
}

/* A list of words as a list of items. */
static struct block *
read_node_list(const struct reading *reading, const struct yaml *node)
{
	struct block *list = NULL, **end = &list, **items;

	block_add(reading->arena, &end, BLOCK_LIST, node->at)->tight = true;
	items = &list->first;
	for (const struct yaml *item = node->first; item; item = item->next)
		block_add(reading->arena, &items, BLOCK_ITEM, item->at)->first =
		    read_node_words(reading, item);
	return list;
}

/* ---- documents ---- */

static void
read_key(const struct reading *reading, const struct yaml *node)
{
	struct fact *fact = document_add_fact(reading, node->key, node->key_at);

	if (!fact)
		return;
	fact->value.at = node->at;
	if (node->kind == YAML_LIST && fact->key->type == TYPE_LIST)
		fact->value.content = read_node_list(reading, node);
	else if (node->kind != YAML_WORDS || node->words.length > 0)
		fact->value.content = read_node_words(reading, node);
	fact_done(reading, fact);
}

static void
read_keys(const struct reading *reading, const struct yaml *says)
{
	for (const struct yaml *node = says->first; node; node = node->next) {
		if (name_equal(node->key, TEXT("references")))
			take_references(reading, node);
		else if (!name_equal(node->key, TEXT("kind")))
			read_key(reading, node);
	}
}

/*
 * One `#` heading as the first block is the title, where the front matter gives
 * none. True when it is.
 */
static bool
read_title(struct manuscript *manuscript, const struct syntax *node)
{
	struct heading heading;
	struct fact *fact;
	struct block **end;

	if (!node || node->kind != SYNTAX_HEADING || node->level != 1 ||
	    document_fact(manuscript->reading->document, "title"))
		return false;
	heading = read_heading(manuscript, node);
	for (array_each(struct attribute_said, said, &heading.attributes))
		report(manuscript->diag, said->at, unknown_attribute, said->name,
		    TEXT("say it in the front matter"));
	if (heading.kind.length > 0)
		report(manuscript->diag, heading.kind_at, unknown_attribute, heading.kind,
		    TEXT("say it in the front matter"));
	fact = document_add_fact(manuscript->reading, TEXT("title"), heading.at);
	end = &fact->value.content;
	block_add(manuscript->arena, &end, BLOCK_PARAGRAPH, heading.at)->spans = heading.title;
	fact->value.at = heading.title ? heading.title->at : heading.at;
	fact_done(manuscript->reading, fact);
	return true;
}

/* The syntax of a body, when its notes and braces have been taken out. */
static const struct syntax *
read_body(struct manuscript *manuscript, const char *file, const struct front_matter *front)
{
	manuscript->passage = passage_new(manuscript->scratch, &(struct passage){
	    .diag = manuscript->diag, .bytes = front->body, .first = { file, front->line, 1 },
	    .cutouts = manuscript->cutouts });
	check_growth(manuscript->passage);
	take_braces(manuscript);
	check_slips(manuscript);
	take_notes(manuscript);
	return parse(manuscript, passage_masked(manuscript->passage))->first;
}

void
read_markdown(struct reading *reading, const char *file, const struct front_matter *front)
{
	struct cutouts cutouts = { 0 };
	struct manuscript manuscript = manuscript_of(reading, &cutouts);
	struct under top = { .level = 1 };
	struct block **end = &reading->document->content;
	const struct syntax *first;

	reading->keys_lost = front->says->broken;
	read_keys(reading, front->says);
	first = read_body(&manuscript, file, front);
	if (read_title(&manuscript, first))
		first = first->next;
	document_take_facts(reading);
	read_sections(&manuscript, &top, first, &end);
	place_comments(&manuscript, (int)manuscript.passage->lines.count, &end);
	document_done(reading);
}

void
read_part(const struct reading *reading, const struct under *under, const char *file,
    const struct front_matter *front, struct block *place)
{
	struct cutouts cutouts = { 0 };
	struct manuscript manuscript = manuscript_of(reading, &cutouts);
	struct reading part = reading_of_part(reading, (struct place){ file, 1, 1 });
	struct block **end = &place->first;

	manuscript.shift = under->level - 1;
	read_keys(&part, front->says);
	place_take_facts(reading, &part, place);
	read_sections(&manuscript, under, read_body(&manuscript, file, front), &end);
	place_comments(&manuscript, (int)manuscript.passage->lines.count, &end);
}

void
read_grid(const struct reading *reading, const struct under *under, const struct grid *grid,
    struct block *place)
{
	struct cutouts cutouts = { 0 };
	struct manuscript manuscript = manuscript_of(reading, &cutouts);
	struct block **end = &place->first;
	struct section *section = under->section;
	const struct drawn *drawn;

	manuscript.passage = passage_new(reading->scratch, &(struct passage){ .diag = reading->diag,
	    .bytes = TEXT(""), .first = grid->at, .cutouts = &cutouts, .is_cell = true });
	drawn = drawn_of_grid(&manuscript, grid);
	if (section && !under->record && !section->view &&
	    section_rows[section->kind].holds == HOLDS_RECORDS) {
		section->form = FORM_ROWS;
		read_rows(&manuscript, section, drawn, &end);
	} else if (drawn->columns > 0) {
		block_add(reading->arena, &end, BLOCK_TABLE, place->at)->table =
		    free_table(&manuscript, drawn);
		place->first->table->caption = place->spans;
	}
}
