/* SPDX-License-Identifier: MIT */
/*
 * A tree of words: every name is a way from the root, and matching follows
 * the text until no name goes on, so that it is linear in the text but for
 * names that share their beginning.
 *
 * Near names are looked for among those of about the same length whose
 * letters nearly agree; what is left is compared letter by letter.
 */
#include "resolve/lexicon.h"

#include <string.h>

#include "base/map.h"

struct node { void *means; bool is_name, is_suggested; };
struct entry { struct text folded; uint64_t letters; size_t node; };
ARRAY(struct node, nodes);
ARRAY(struct entry, entries);

/* code points; nobody mistypes a longer name by two letters alone */
enum { LONGEST_NEAR = 200 };

struct lexicon {
	struct arena *arena;
	struct map words;	/* a folded word to its number, from 1 */
	struct map edges;	/* node and word, two numbers as bytes, to the next node */
	struct nodes nodes;	/* the first is the root */
	struct entries by_length[LONGEST_NEAR + 1];
};

/* ---- words ---- */

static bool
is_letter(uint32_t c)
{
	if (c < 0x80)
		return is_digit(c) || is_latin(c);
	if (c < 0xC0 || c == 0xD7 || c == 0xF7)
		return c == 0xAA || c == 0xB5 || c == 0xBA;
	return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
	    c != 0xFEFF && c != 0xFFFC;
}

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 ||
	    (c >= 0x2000 && c <= 0x200B) ||
	    c == 0x202F || c == 0x3000 || c == 0xFEFF;
}

static void
add_word(struct arena *arena, struct lexemes *words, struct text text, size_t from, size_t to)
{
	struct lexeme *word = array_push(arena, words);
	struct text typed = text_slice(text, from, to);

	word->from = from;
	word->to = to;
	word->folded = text_fold(arena, typed);
	if (word->folded.length == 0)	/* a full stop folds to nothing */
		word->folded = typed;
}

struct lexemes
words_of(struct arena *arena, struct text text)
{
	struct lexemes words = { 0 };
	size_t from = 0, at = 0;

	while (at < text.length) {
		size_t before = at;
		uint32_t c = utf8_next(text, &at);

		if (is_letter(c))
			continue;
		if (before > from)
			add_word(arena, &words, text, from, before);
		if (!is_space(c))
			add_word(arena, &words, text, before, at);
		from = at;
	}
	if (at > from)
		add_word(arena, &words, text, from, at);
	for (size_t i = 1; i < words.count; i++)
		words.at[i].begins_line = text_find_byte(text_slice(text, 0, words.at[i].from),
		    '\n', words.at[i - 1].to) < words.at[i].from;
	return words;
}

/* ---- the tree ---- */

struct lexicon *
lexicon_new(struct arena *arena)
{
	struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);

	lexicon->arena = lexicon->words.arena = lexicon->edges.arena = arena;
	array_push(arena, &lexicon->nodes);
	return lexicon;
}

struct edge { uint32_t node, word; };

static struct text
edge_key(const struct edge *edge)
{
	return (struct text){ (const char *)edge, sizeof *edge };
}

/* The node after a word, or 0. */
static size_t
follow(const struct lexicon *lexicon, size_t node, const struct lexeme *word)
{
	uintptr_t number = (uintptr_t)map_find(&lexicon->words, word->folded);
	struct edge edge = { (uint32_t)node, (uint32_t)number };

	return number ? (uintptr_t)map_find(&lexicon->edges, edge_key(&edge)) : 0;
}

static size_t
follow_or_grow(struct lexicon *lexicon, size_t node, const struct lexeme *word)
{
	void **number = map_at(&lexicon->words, word->folded);
	struct edge edge;
	size_t next;

	if (!*number)
		*number = (void *)(uintptr_t)lexicon->words.count;
	next = follow(lexicon, node, word);
	if (next)
		return next;
	next = lexicon->nodes.count;
	array_push(lexicon->arena, &lexicon->nodes);
	edge = (struct edge){ (uint32_t)node, (uint32_t)(uintptr_t)*number };
	map_set(&lexicon->edges, edge_key(arena_copy(lexicon->arena, &edge, sizeof edge)),
	    (void *)(uintptr_t)next);
	return next;
}

/* The words of a name, without the full stops at its end. */
static struct lexemes
name_words(struct arena *arena, struct text name)
{
	struct lexemes words = words_of(arena, name);

	while (words.count > 0 && text_is(words.at[words.count - 1].folded, "."))
		words.count--;
	return words;
}

/* A bit for each letter that occurs. */
static uint64_t
letters_of(struct text text)
{
	uint64_t letters = 0;

	for (size_t at = 0; at < text.length;)
		letters |= (uint64_t)1 << (utf8_next(text, &at) & 63);
	return letters;
}

static void
add_entry(struct lexicon *lexicon, struct text name, size_t node)
{
	struct text folded = text_fold(lexicon->arena, name);
	size_t length = utf8_count(folded);

	if (length <= LONGEST_NEAR)
		*array_push(lexicon->arena, &lexicon->by_length[length]) =
		    (struct entry){ folded, letters_of(folded), node };
}

void **
lexicon_at(struct lexicon *lexicon, struct text name, bool suggest)
{
	struct lexemes words = name_words(lexicon->arena, name);
	size_t node = 0;

	if (words.count == 0)
		return NULL;
	for (size_t i = 0; i < words.count; i++)
		node = follow_or_grow(lexicon, node, &words.at[i]);
	if (suggest && !lexicon->nodes.at[node].is_suggested) {
		add_entry(lexicon, name, node);
		lexicon->nodes.at[node].is_suggested = true;
	}
	lexicon->nodes.at[node].is_name = true;
	return &lexicon->nodes.at[node].means;
}

size_t
lexicon_match(const struct lexicon *lexicon, const struct lexeme *words, size_t count, void **means)
{
	size_t longest = 0, node = 0;

	for (size_t i = 0; i < count; i++) {
		node = follow(lexicon, node, &words[i]);
		if (!node)
			break;
		if (!lexicon->nodes.at[node].is_name)
			continue;
		longest = i + 1;
		*means = lexicon->nodes.at[node].means;
	}
	return longest;
}

void *
lexicon_find(const struct lexicon *lexicon, struct text name)
{
	struct lexemes words = name_words(lexicon->arena, name);
	void *means = NULL;

	if (words.count == 0 || lexicon_match(lexicon, words.at, words.count,
	    &means) != words.count)
		return NULL;
	return means;
}

/* ---- near names ---- */

int
slips_allowed(struct text words)
{
	size_t length = utf8_count(words);

	return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/* The best found so far: the fewest edits, then the most letters alike at the beginning. */
struct best { const struct entry *entry; int edits; size_t alike; };

static size_t
alike_at_begin(struct text a, struct text b)
{
	size_t count = 0;

	while (count < a.length && count < b.length && a.s[count] == b.s[count])
		count++;
	return count;
}

static void
try_entries(const struct entries *entries, struct text folded, struct best *best)
{
	uint64_t letters = letters_of(folded);

	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->at[i];
		size_t alike;
		int edits;

		/* each edit takes a letter away, brings one, or both */
		if (__builtin_popcountll(letters ^ entry->letters) > 2 * best->edits)
			continue;
		edits = text_distance(folded, entry->folded, best->edits);
		alike = alike_at_begin(folded, entry->folded);
		if (edits < best->edits || (edits == best->edits &&
		    (!best->entry || alike > best->alike)))
			*best = (struct best){ entry, edits, alike };
	}
}

void *
lexicon_nearest(const struct lexicon *lexicon, struct text words, int edits)
{
	struct text folded = text_fold(lexicon->arena, words);
	size_t length = utf8_count(folded);
	struct best best = { NULL, edits, 0 };

	for (int longer = -edits; longer <= edits && edits > 0; longer++) {
		size_t other = length + (size_t)longer;

		if (other <= LONGEST_NEAR)
			try_entries(&lexicon->by_length[other], folded, &best);
	}
	return best.entry ? lexicon->nodes.at[best.entry->node].means : NULL;
}
