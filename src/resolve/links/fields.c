/* SPDX-License-Identifier: MIT */
/*
 * Link fields: prose, read from left to right as names joined by glue.
 *
 * A name is the longest that begins where glue ends: of the lexicon, or an Act
 * by its form. It must be followed by glue, a bracket or the end, else it is
 * only the beginning of other words. What is no name is a remainder: the
 * misspelling of a name, which is an error, or something outside the corpus.
 */
#include <string.h>

#include "resolve/links/links.h"

static const size_t NONE = SIZE_MAX;

struct scan {
	struct walk *walk;
	struct value *value;
	struct flow flow;
	struct lexemes words;
	size_t at;			/* the next word */
	size_t unknown;			/* the first word of a remainder, or NONE */
};

/* What begins at a word: how many words it takes, and what it means. */
struct find { size_t count; struct target to; const struct bearer *bearer; int several; };

static struct text
word_at(const struct scan *scan, size_t i)
{
	return i < scan->words.count ? scan->words.at[i].folded : TEXT("");
}

static bool
is_word(const struct scan *scan, size_t i, const char *word)
{
	return text_is(word_at(scan, i), word);
}

static bool
is_figure(struct text word)
{
	return word.length > 0 && is_digit(word.s[0]);
}

/* A slash parts names, but not figures that it joins: "16/17 year olds", "2026/27". */
static bool
is_slash(const struct scan *scan, size_t i)
{
	bool joins = i > 0 && is_figure(word_at(scan, i - 1)) && is_figure(word_at(scan, i + 1));

	return is_word(scan, i, "/") && !joins;
}

/* Parts names and remainders alike. */
static bool
is_strong_glue(const struct scan *scan, size_t i)
{
	return is_word(scan, i, ",") || is_word(scan, i, ";") || is_slash(scan, i) ||
	    is_word(scan, i, FLOW_BREAK);
}

/* Joins names, but stands within other words as well ("a", "ac": Welsh for "and"). */
static bool
is_weak_glue(const struct scan *scan, size_t i)
{
	return is_word(scan, i, "and") || is_word(scan, i, "&") || is_word(scan, i, "a") ||
	    is_word(scan, i, "ac") || is_word(scan, i, ".") || is_word(scan, i, "+");
}

static struct span *
object_at(const struct scan *scan, size_t i)
{
	return i < scan->words.count ? flow_object(&scan->flow, scan->words.at[i].from) : NULL;
}

/* The typed text of words. */
static struct text
typed(const struct scan *scan, size_t from, size_t to)
{
	if (from >= to)
		return TEXT("");
	return text_slice(scan->flow.words, scan->words.at[from].from, scan->words.at[to - 1].to);
}

static struct place
place_of(const struct scan *scan, size_t i)
{
	return flow_place(&scan->flow, scan->words.at[i].from);
}

/* True for what looks like an id: letters with a number, "P21", "H-3.1". */
static bool
looks_like_id(struct text words)
{
	size_t letters = 0, digits = 0;

	for (size_t i = 0; i < words.length; i++) {
		char c = words.s[i];

		if (!is_latin(c) && !is_digit(c) && (i == 0 || (c != '-' && c != '.')))
			return false;
		digits += is_digit(c);
		letters += is_latin(c) && digits == 0;
	}
	return letters > 0 && letters <= 4 && digits > 0;
}

/* ---- what begins at a word ---- */

static struct find
match_lexicon(const struct scan *scan, size_t i)
{
	struct find find = { 0 };
	void *means = NULL;
	struct meaning meaning;

	find.count = lexicon_match(scan->walk->resolution->names->open, scan->words.at + i,
	    scan->words.count - i, &means);
	if (find.count == 0)
		return find;
	meaning = name_meaning(means, scan->walk->document);
	if (meaning.count == 0)
		return (struct find){ 0 };
	find.bearer = meaning.bearer;
	find.several = meaning.count;
	find.to = meaning.bearer->to;
	return find;
}

static bool
is_gap(const struct scan *scan, size_t i)
{
	return scan->words.at[i].from > scan->words.at[i - 1].to;
}

/* True when a name that ends before a word ends there indeed. */
static bool
is_end(const struct scan *scan, size_t i, bool is_id)
{
	if (i >= scan->words.count || is_strong_glue(scan, i) || is_weak_glue(scan, i) ||
	    object_at(scan, i))
		return true;
	if (scan->words.at[i].begins_line || is_word(scan, i, ":") || is_word(scan, i, "(") ||
	    is_word(scan, i, ")"))
		return true;
	if (!is_gap(scan, i))
		return false;
	return is_id || is_word(scan, i, "-") || match_lexicon(scan, i).count > 0;
}

/*
 * True when words before an "and" within an Act's form are an id, or a name of
 * several words misspelt.
 */
static bool
hides_slip(const struct scan *scan, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct text before = typed(scan, from, i);

		if (is_weak_glue(scan, i) && (looks_like_id(before) ||
		    (i > from + 1 && is_slip(scan->walk->resolution->names, before))))
			return true;
	}
	return false;
}

static struct find
match_name(const struct scan *scan, size_t i)
{
	struct find find = match_lexicon(scan, i);
	size_t act;

	if (find.count > 0 && is_end(scan, i + find.count, looks_like_id(typed(scan, i,
	    i + find.count))))
		return find;
	act = match_act(scan->flow.words, scan->words.at + i, scan->words.count - i);
	if (act == 0 || !is_end(scan, i + act, false) || hides_slip(scan, i, i + act))
		return (struct find){ 0 };
	return (struct find){ .count = act, .several = 1,
	    .to = { .thing = THING_ACT, .address = typed(scan, i, i + act) } };
}

/* ---- links ---- */

static void
add_link(struct scan *scan, const struct target *to, size_t from, size_t to_word)
{
	*array_push(scan->walk->resolution->arena, &scan->value->links) =
	    (struct link){ *to, typed(scan, from, to_word), place_of(scan, from) };
}

/* The same thing once more right after its name, by its title or its id, is the same link. */
static size_t
skip_own_name(const struct scan *scan, size_t i, const struct target *to)
{
	bool parts = is_word(scan, i, ",") || is_word(scan, i, ":") || is_word(scan, i, "-") ||
	    is_word(scan, i, ".") || is_word(scan, i, "(");
	size_t next = i + parts;
	struct find find = next < scan->words.count ? match_lexicon(scan, next) :
	    (struct find){ 0 };

	if (find.count == 0 || !to->record || find.to.record != to->record)
		return i;
	next += find.count;
	return is_word(scan, i, "(") && is_word(scan, next, ")") ? next + 1 : next;
}

/* A remark in brackets belongs to the name before it, unless it is a name itself. */
static size_t
skip_remark(const struct scan *scan, size_t i)
{
	enum { LONGEST_REMARK = 60 };	/* words */
	size_t end = i;

	if (!is_word(scan, i, "(") || match_name(scan, i + 1).count > 0)
		return i;
	while (end < i + LONGEST_REMARK && end < scan->words.count && !is_word(scan, end, ")"))
		end++;
	return is_word(scan, end, ")") ? end + 1 : i;
}

static void
take_name(struct scan *scan, const struct find *find)
{
	struct walk *walk = scan->walk;
	size_t end = scan->at + find->count;

	check_bearer(walk, find->bearer, find->several, typed(scan, scan->at, end),
	    place_of(scan, scan->at));
	if (may_show(walk, &find->to, TEXT(""), place_of(scan, scan->at)))
		add_link(scan, &find->to, scan->at, end);
	scan->at = skip_remark(scan, skip_own_name(scan, end, &find->to));
}

static void
take_object(struct scan *scan, const struct span *span)
{
	struct arena *arena = scan->walk->resolution->arena;
	struct text words = span->kind == SPAN_REF ? span->words : spans_plain(arena, span->first);

	*array_push(arena, &scan->value->links) = (struct link){ span->to, words, span->at };
	scan->at++;
}

/* ---- remainders ---- */

static bool
is_suspect(const struct scan *scan, struct text words)
{
	const struct names *names = scan->walk->resolution->names;

	return looks_like_id(words) || is_slip(names, words) || lexicon_find(names->exempt, words);
}

/* The line to paste into `references`; a name that YAML would misread is quoted. */
static struct text
reference_line(struct arena *arena, struct text words)
{
	bool is_plain = !strchr("[]{}*&!|>'\"%@`-?:,#", words.s[0]) &&
	    text_find(words, TEXT(": "), 0) == words.length &&
	    text_find(words, TEXT(" #"), 0) == words.length;

	return text_format(arena, is_plain ? "%.*s: {sort: other}" : "\"%.*s\": {sort: other}",
	    TEXT_ARGS(words));
}

static void
report_remainder(struct scan *scan, size_t from, size_t to)
{
	struct walk *walk = scan->walk;
	struct text words = typed(scan, from, to);

	if (is_suspect(scan, words)) {
		report_unknown_name(walk, words, place_of(scan, from), TEXT(""));
		return;
	}
	report(about(walk->resolution, walk->document), place_of(scan, from), unlisted_reference,
	    words, 	    walk->resolution->corpus->council.none ? TEXT("the front matter") :
	    TEXT("council.yaml"),
	    reference_line(walk->resolution->arena, words));
	add_link(scan, &(struct target){ .thing = THING_NONE }, from, to);
}

static bool
is_trimmed(const struct scan *scan, size_t i)
{
	return is_weak_glue(scan, i) || is_word(scan, i, ":") || is_word(scan, i, "-") ||
	    is_word(scan, i, "\"") || is_word(scan, i, "'") || is_word(scan, i, "(") ||
	    is_word(scan, i, ")");
}

/* "a" is glue in Welsh, and much else in English: it never splits what nobody knows. */
static bool
splits_remainder(const struct scan *scan, size_t i)
{
	return is_weak_glue(scan, i) && !is_word(scan, i, "a") && !is_word(scan, i, "ac");
}

/* True when a part between weak glue looks like a name misspelt, though the whole does not. */
static bool
has_slip(const struct scan *scan, size_t from, size_t to)
{
	size_t part = from;

	if (from >= to || is_suspect(scan, typed(scan, from, to)))
		return false;
	for (size_t i = from; i <= to; i++) {
		if (i < to && !splits_remainder(scan, i))
			continue;
		if (i - part < to - from && is_suspect(scan, typed(scan, part, i)))
			return true;
		part = i + 1;
	}
	return false;
}

/* One remainder; several where a part of it looks like a name misspelt. */
static void
take_remainder(struct scan *scan)
{
	size_t from = scan->unknown, to = scan->at;
	bool splits;

	if (from == NONE)
		return;
	scan->unknown = NONE;
	while (to > from && is_trimmed(scan, to - 1))
		to--;
	splits = has_slip(scan, from, to);
	for (size_t i = from; i <= to; i++) {
		if (i < to && !(splits && splits_remainder(scan, i)))
			continue;
		if (from < i)
			report_remainder(scan, from, i);
		from = i + 1;
	}
}

/* ---- the field ---- */

/*
 * True where glue has just ended, so that a name may begin; an id with a
 * number may begin anywhere.
 */
static bool
may_begin(const struct scan *scan)
{
	if (scan->unknown == NONE || scan->words.at[scan->at].begins_line)
		return true;
	return is_weak_glue(scan, scan->at - 1) || is_word(scan, scan->at - 1, "(") ||
	    (looks_like_id(word_at(scan, scan->at)) && is_gap(scan, scan->at));
}

static void
step(struct scan *scan)
{
	struct find find = { 0 };

	if (object_at(scan, scan->at)) {
		take_remainder(scan);
		take_object(scan, object_at(scan, scan->at));
		return;
	}
	if (is_strong_glue(scan, scan->at)) {
		take_remainder(scan);
		scan->at++;
		return;
	}
	if (may_begin(scan))
		find = match_name(scan, scan->at);
	if (find.count > 0) {
		take_remainder(scan);
		take_name(scan, &find);
		return;
	}
	if (scan->unknown == NONE && !is_trimmed(scan, scan->at))
		scan->unknown = scan->at;
	scan->at++;
}

static void
scan_blocks(struct walk *walk, struct value *value, struct block *block)
{
	for (; block; block = block->next) {
		struct scan scan = { .walk = walk, .value = value, .unknown = NONE };

		scan.flow = flow_of(walk->resolution->arena, block->spans);
		scan.words = words_of(walk->resolution->arena, scan.flow.words);
		while (scan.at < scan.words.count)
			step(&scan);
		take_remainder(&scan);
		scan_blocks(walk, value, block->first);
	}
}

void
read_link_field(struct walk *walk, struct value *value)
{
	scan_blocks(walk, value, value->content);
}
