/* SPDX-License-Identifier: MIT */
/*
 * Posts in place of personal names, where the house style wants it: in all
 * that a document says, so also in what is attached to its output.
 *
 * Who holds which post is known from the contacts and the structure charts of
 * the corpus. A name that stands in neither cannot be told from other words;
 * one with an initial ("G. Ollerton") in a field for people is reported.
 */
#include "resolve/walk.h"

struct holder { struct text name, post; };
ARRAY(struct holder, holders);

/* ---- who holds which post ---- */

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Two words or more that begin with capitals, and no figures: "Nadia Kerr", not "Vacant" or "2 FTE". */
static bool
looks_like_name(struct text words)
{
	int capitals = 0;

	for (size_t i = 0; i < words.length; i++) {
		bool begins = i == 0 || words.s[i - 1] == ' ';

		if (words.s[i] >= '0' && words.s[i] <= '9')
			return false;
		capitals += begins && is_capital(words.s[i]);
	}
	return capitals > 1;
}

static void
add_holder(struct resolution *resolution, struct holders *holders, struct text name,
    struct text post)
{
	if (name.length > 0 && post.length > 0 && !name_equal(name, post))
		*array_push(resolution->arena, holders) = (struct holder){ name, post };
}

static struct holders
find_holders(struct resolution *resolution)
{
	struct holders holders = { 0 };

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		const struct document *document = resolution->corpus->documents.at[i];

		for (const struct section *s = section_next(document, NULL); s;
		     s = section_next(document, s))
			for (const struct block *block = s->content; block; block = block->next) {
				const struct record *record =
				    block->kind == BLOCK_RECORD ? block->record : NULL;
				struct text said = record ? record_words(record, ROLE_text) : TEXT("");
				struct text first =
				    text_trim(text_slice(said, 0, text_find_byte(said, ',', 0)));

				if (record && record->kind == KIND_contact)
					add_holder(resolution, &holders,
					    record_words(record, ROLE_name),
					    record_words(record, ROLE_post));
				if (record && record->kind == KIND_post && looks_like_name(first))
					add_holder(resolution, &holders, first, record->title);
			}
	}
	return holders;
}

/* ---- putting posts in ---- */

static bool
is_letter(struct text words, size_t i)
{
	char c = i < words.length ? words.s[i] : ' ';

	return is_capital(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static struct text
with_post(struct arena *arena, struct text words, const struct holder *holder)
{
	for (size_t at = 0; (at = text_find(words, holder->name, at)) < words.length;) {
		size_t end = at + holder->name.length;

		if ((at > 0 && is_letter(words, at - 1)) || is_letter(words, end)) {
			at = end;
			continue;
		}
		words = text_format(arena, "%.*s%.*s%.*s", (int)at, words.s,
		    TEXT_ARGS(holder->post), TEXT_ARGS(text_from(words, end)));
		at += holder->post.length;
	}
	return words;
}

static void
put_posts(struct walk *walk, struct text *words)
{
	const struct holders *holders = walk->context;

	for (size_t i = 0; i < holders->count && walk->document->style->posts_for_names; i++)
		*words = with_post(walk->resolution->arena, *words, &holders->at[i]);
}

static void
put_in_span(struct walk *walk, struct span *span)
{
	put_posts(walk, &span->words);
	put_posts(walk, &span->title);
}

static void
put_in_block(struct walk *walk, struct block *block)
{
	put_posts(walk, &block->words);
	put_posts(walk, &block->title);
}

/* An id that comes of a title tells the name too. */
static void
put_in_title(struct walk *walk, struct text *title, struct text *id, bool id_given)
{
	struct text before = *title;

	put_posts(walk, title);
	if (!id_given && !text_equal(before, *title))
		*id = text_slug(walk->resolution->arena, *title);
}

static void
put_in_section(struct walk *walk, struct section *section)
{
	put_in_title(walk, &section->title_words, &section->id, section->id_given);
}

static void
put_in_record(struct walk *walk, struct record *record)
{
	put_in_title(walk, &record->title, &record->id, record->id_given);
}

/* "G. Ollerton": one capital, then a word that begins with one. */
static bool
has_initial(struct text words)
{
	size_t at = words.length > 1 && words.s[1] == '.' ? 2 : 1;

	while (at < words.length && words.s[at] == ' ')
		at++;
	return at > 1 && words.length > at + 1 && is_capital(words.s[0]) &&
	    is_capital(words.s[at]) && is_letter(words, at + 1) && !is_capital(words.s[at + 1]);
}

static void
put_in_value(struct walk *walk, struct value *value)
{
	put_posts(walk, &value->plain);
	if (walk->document->style->posts_for_names && value->field &&
	    value->field->type == TYPE_PEOPLE && has_initial(value->plain))
		report(about(walk->resolution, walk->document), value->at, name_without_post,
		    value->plain);
}

/* ---- what the post says already ---- */

static void
remove_value(struct record *record, const struct value *value)
{
	size_t kept = 0;

	for (size_t i = 0; i < record->values.count; i++)
		if (record->values.at[i] != value)
			record->values.at[kept++] = record->values.at[i];
	record->values.count = kept;
}

/* What stands behind the first comma. */
static void
drop_first(struct text *words)
{
	size_t comma = text_find_byte(*words, ',', 0);

	*words = text_trim(text_from(*words, comma < words->length ? comma + 1 : comma));
}

/* A contact's post stands as its name now; a post in a chart is not said twice. */
static void
drop_doubles(struct walk *walk, struct record *record)
{
	const struct value *post = record_value(record, ROLE_post),
	                   *text = record_value(record, ROLE_text);

	if (!walk->document->style->posts_for_names)
		return;
	if (record->kind == KIND_contact && post &&
	    text_equal(post->plain, record_words(record, ROLE_name)))
		remove_value(record, post);
	if (record->kind != KIND_post || !text ||
	    !text_begins(text->plain, text_string(walk->resolution->arena, record->title)))
		return;
	drop_first(&((struct value *)text)->plain);
	if (text->plain.length == 0)
		remove_value(record, text);
	else if (text->content && text->content->spans)
		drop_first(&text->content->spans->words);
}

void
put_posts_for_names(struct resolution *resolution)
{
	struct holders holders = find_holders(resolution);
	struct walk walk = { .context = &holders, .at_span = put_in_span, .at_block = put_in_block,
	    .at_section = put_in_section, .at_record = put_in_record, .at_value = put_in_value };
	struct walk doubles = { .at_record = drop_doubles };

	walk_corpus(&walk, resolution);
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		walk_notes(&walk, resolution, document);
		put_posts(&walk, &document->title);
	}
	walk_corpus(&doubles, resolution);
}
