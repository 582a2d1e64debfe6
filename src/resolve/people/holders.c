/* SPDX-License-Identifier: MIT */
/*
 * Who holds which post: by the contacts and the structure charts of the corpus,
 * and by fields for people that say both ("G. Ollerton, Head of Estates").
 *
 * Nothing is guessed: "Nadia Kerr" cannot be told from "Paths Engineer" by
 * itself, so outside contacts and charts only what has an initial or a
 * courtesy title is a name.
 */
#include "resolve/people/holders.h"

#include "resolve/walk.h"

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/*
 * Two words or more that begin with capitals, and no figures: "Nadia Kerr",
 * not "Vacant" or "2 FTE".
 */
static bool
looks_like_name(struct text words)
{
	int capitals = 0;

	for (size_t i = 0; i < words.length; i++) {
		bool begins = i == 0 || words.s[i - 1] == ' ';

		if (is_digit(words.s[i]))
			return false;
		capitals += begins && is_capital(words.s[i]);
	}
	return capitals > 1;
}

bool
holds_letter(struct text words, size_t i)
{
	char c = i < words.length ? words.s[i] : ' ';

	return is_latin(c) || (unsigned char)c >= 0x80;
}

struct text
without_courtesy(struct text words)
{
	static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr" };

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct text rest = text_from(words, strlen(titles[i]));

		if (!text_begins(words, titles[i]))
			continue;
		if (text_begins(rest, "."))
			rest = text_from(rest, 1);
		if (text_begins(rest, " "))
			return text_from(rest, 1);
	}
	return words;
}

/* "G. Ollerton": one capital, then a word that begins with one. */
static bool
has_initial(struct text words)
{
	size_t at = words.length > 1 && words.s[1] == '.' ? 2 : 1;

	while (at < words.length && words.s[at] == ' ')
		at++;
	return at > 1 && words.length > at + 1 && is_capital(words.s[0]) &&
	    is_capital(words.s[at]) && holds_letter(words, at + 1) && !is_capital(words.s[at + 1]);
}

bool
is_name(struct text words)
{
	return has_initial(words) ||
	    (without_courtesy(words).length < words.length &&
	    is_capital(*without_courtesy(words).s));
}

static void
add_holder(struct resolution *resolution, struct holders *holders, struct text name,
    struct text post)
{
	name = without_courtesy(name);
	if (name.length > 0 && post.length > 0 && !name_equal(name, post))
		*array_push(resolution->arena, holders) = (struct holder){ name, post };
}

static void
add_of_record(struct resolution *resolution, struct holders *holders, const struct record *record)
{
	struct text said = record_words(record, ROLE_text);
	struct text first = text_trim(text_slice(said, 0, text_find_byte(said, ',', 0)));

	if (record->kind == KIND_contact)
		add_holder(resolution, holders, record_words(record, ROLE_name),
		    record_words(record, ROLE_post));
	if (record->kind == KIND_post && looks_like_name(first))
		add_holder(resolution, holders, first, record->title);
}

static void
add_of_records(struct walk *walk, struct record *record)
{
	add_of_record(walk->resolution, walk->context, record);
}

/* True for words that may be a post: no figures, no address. */
static bool
may_be_post(struct text words)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.s[i] == '@' || words.s[i] == ',' ||
		    is_digit(words.s[i]))
			return false;
	return words.length > 0 && is_capital(words.s[0]);
}

/* "G. Ollerton, Head of Estates", and the same with brackets, a colon, or the post first. */
static void
add_of_value(struct walk *walk, struct value *value)
{
	static const char *const between[] = { ", ", " (", ": ", " – " };
	struct text words = value->plain;

	if (!value->field || value->field->type != TYPE_PEOPLE)
		return;
	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		struct text sign = text_of(between[i]);
		size_t at = text_find(words, sign, 0);
		struct text left = text_trim(text_slice(words, 0, at));
		struct text right = text_from(words, at + (at < words.length ? sign.length : 0));

		if (text_ends(right, ")"))
			right.length--;
		if (is_name(left) && may_be_post(right) && !is_name(right))
			add_holder(walk->resolution, walk->context, left, right);
		else if (is_name(right) && may_be_post(left) && !is_name(left))
			add_holder(walk->resolution, walk->context, right, left);
		else
			continue;
		return;
	}
}

/* "Nadia Kerr" as "N. Kerr"; the empty text where it is no first name and one more. */
static struct text
with_initial(struct arena *arena, struct text name, const char *dot)
{
	size_t space = text_find_byte(name, ' ', 0);

	if (space + 1 >= name.length || space < 3 || !is_capital(name.s[0]) ||
	    text_find_byte(name, ' ', space + 1) < name.length)
		return TEXT("");
	return text_format(arena, "%c%s%.*s", name.s[0], dot, TEXT_ARGS(text_from(name, space)));
}

static bool
is_of_several(const struct holders *holders, struct arena *arena, const struct holder *holder)
{
	struct text name = with_initial(arena, holder->name, "");

	for (size_t i = 0; i < holders->count; i++)
		if (text_equal(with_initial(arena, holders->at[i].name, ""), name) &&
		    !text_equal(holders->at[i].post, holder->post))
			return true;
	return false;
}

/* Who is known by the whole name is by the initial too, where it can be no other. */
static void
add_initials(struct resolution *resolution, struct holders *holders)
{
	struct arena *arena = resolution->arena;
	size_t count = holders->count;

	for (size_t i = 0; i < count; i++) {
		struct holder holder = holders->at[i];

		if (is_of_several(holders, arena, &holder))
			continue;
		add_holder(resolution, holders, with_initial(arena, holder.name, "."), holder.post);
		add_holder(resolution, holders, with_initial(arena, holder.name, ""), holder.post);
	}
}

struct holders
find_holders(struct resolution *resolution)
{
	struct holders holders = { 0 };
	struct walk known = { .context = &holders, .at_record = add_of_records };
	struct walk said = { .context = &holders, .at_value = add_of_value };

	walk_corpus(&known, resolution);
	walk_corpus(&said, resolution);
	add_initials(resolution, &holders);
	return holders;
}
