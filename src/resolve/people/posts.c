/* SPDX-License-Identifier: MIT */
/*
 * Posts in place of personal names, where the house style wants it: in all
 * that a document says, so also in what is attached to its output.
 *
 * Where the author said both, the post stands once. A name of which no post is
 * known cannot be told from other words; one with an initial or a courtesy
 * title in a field for people is reported.
 */
#include "resolve/people/holders.h"
#include "resolve/walk.h"

/* What stands before a name, without the courtesy title at its end. */
static struct text
before_courtesy(struct text before)
{
	size_t word = before.length - text_ends(before, " ");

	while (word > 0 && before.s[word - 1] != ' ' && before.s[word - 1] != '(')
		word--;
	return without_courtesy(text_from(before, word)).length == 0 ?
	    text_slice(before, 0, word) : before;
}

/* What stands after a name, without its post, which the author said too. */
static struct text
after_post(struct text after, struct text post)
{
	bool in_brackets = text_begins(after, " (");
	struct text rest = text_from(after, 2);

	if ((!in_brackets && !text_begins(after, ", ")) || rest.length < post.length ||
	    !name_equal(text_slice(rest, 0, post.length), post) || holds_letter(rest, post.length))
		return after;
	rest = text_from(rest, post.length);
	return !in_brackets ? rest : text_begins(rest, ")") ? text_from(rest, 1) : after;
}

/* "the Clerk, A. Lay, said": the second comma goes with the name. */
static bool
is_comma_of_apposition(struct text after)
{
	return text_begins(after, ", ") && after.length > 2 && after.s[2] >= 'a' &&
	    after.s[2] <= 'z';
}

/* What stands before a name, without its post: "Head of Estates: ", "Head of Estates (". */
static struct text
before_post(struct text before, struct text *after, struct text post)
{
	bool in_brackets = text_ends(before, " (") && text_begins(*after, ")");
	struct text left = text_slice(before, 0, before.length - 2);

	if (before.length < 2 || (!in_brackets && !text_ends(before, ": ") &&
	    !text_ends(before, ", ")) ||
	    left.length < post.length ||
	    !name_equal(text_from(left, left.length - post.length), post) ||
	    (left.length > post.length && holds_letter(left, left.length - post.length - 1)))
		return before;
	if (in_brackets || is_comma_of_apposition(*after))
		*after = text_from(*after, 1);
	return text_slice(left, 0, left.length - post.length);
}

static struct text
with_post(struct arena *arena, struct text words, const struct holder *holder)
{
	for (size_t at = 0; (at = text_find(words, holder->name, at)) < words.length;) {
		size_t end = at + holder->name.length;
		struct text before = before_courtesy(text_slice(words, 0, at));
		struct text after = after_post(text_from(words, end), holder->post);

		if ((at > 0 && holds_letter(words, at - 1)) || holds_letter(words, end)) {
			at = end;
			continue;
		}
		before = before_post(before, &after, holder->post);
		words = text_format(arena, "%.*s%.*s%.*s", TEXT_ARGS(before),
		    TEXT_ARGS(holder->post), TEXT_ARGS(after));
		at = before.length + holder->post.length;
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

static void
put_in_value(struct walk *walk, struct value *value)
{
	put_posts(walk, &value->plain);
	if (walk->document->style->posts_for_names && value->field &&
	    value->field->type == TYPE_PEOPLE && is_name(value->plain))
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
