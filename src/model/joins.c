/* SPDX-License-Identifier: MIT */
/*
 * Words that stay together: "1 April 2026", "Cllr M. Rowe", "£1.2 million".
 *
 * A word is of one or more sorts, by a list or by its form. To the left of a
 * space it counts as it stands; to the right of one, what closes it (full
 * stop, comma, bracket) is left out. The rules are the rows of joins.def.
 */
#include "model/joins.h"

#include <string.h>

enum {
#define SORT(name, words) SORT_##name,
#include "model/joins.def"
	SORT_COUNT
};

static const char *const lists[SORT_COUNT] = {
#define SORT(name, words) words,
#include "model/joins.def"
};

static const struct { uint8_t left, right; } joins[] = {
#define JOIN(left, right) { SORT_##left, SORT_##right },
#include "model/joins.def"
};

static const struct { uint8_t left, right; const char *sign; } insides[] = {
#define INSIDE(left, sign, right) { SORT_##left, SORT_##right, sign },
#include "model/joins.def"
};

#define BIT(sort) (UINT32_C(1) << SORT_##sort)


static bool
is_letter(char c)
{
	return is_latin(c) || (c & 0x80);
}

static size_t
count_if(struct text word, bool (*is)(char))
{
	size_t count = 0;

	for (size_t i = 0; i < word.length; i++)
		count += is(word.s[i]);
	return count;
}

struct map
list_sorts(struct arena *arena)
{
	struct map listed = { .arena = arena };

	for (int sort = 0; sort < SORT_COUNT; sort++)
		for (const char *at = lists[sort]; *at;) {
			size_t length = strcspn(at, "|");
			void **sorts = map_at(&listed, (struct text){ at, length });

			*sorts = (void *)((uintptr_t)*sorts | UINT32_C(1) << sort);
			at += length + (at[length] == '|');
		}
	return listed;
}

/*
 * A capital by its first letter; those beyond ASCII count when they are Latin
 * ones (À to Þ, and the even of Ā to ſ).
 */
static bool
begins_with_capital(struct text word)
{
	size_t at = 0;
	uint32_t c = utf8_next(word, &at);

	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) ||
	    (c >= 0x100 && c < 0x180 && c % 2 == 0);
}

static uint32_t
number_sorts(struct text word, size_t digits)
{
	uint32_t sorts = BIT(NUMBER);
	int value = 0;

	if (digits == word.length) {
		sorts |= BIT(DIGITS);
		for (size_t i = 0; i < word.length && value < 9999; i++)
			value = value * 10 + word.s[i] - '0';
	} else if (word.length >= 3 && is_digit(word.s[0]) && !is_digit(word.s[word.length - 1])) {
		value = word.s[0] - '0';
		if (is_digit(word.s[1]))
			value = value * 10 + word.s[1] - '0';
	}
	if (value >= 1 && value <= 31)
		sorts |= BIT(DAY);
	if (digits >= 4 && word.length >= 4 && (word.s[0] == '1' || word.s[0] == '2') &&
	    digits + 3 >= word.length)
		sorts |= BIT(YEAR);
	return sorts;
}

/* The two halves of a postcode: "SW1A", "OT1" and "4MD". */
static uint32_t
code_sorts(struct text word, size_t digits)
{
	bool is_inward = word.length == 3 && digits == 1 && is_digit(word.s[0]);
	bool is_outward = word.length <= 4 && begins_with_capital(word);

	return (is_inward ? BIT(INWARD) : 0) | (is_outward ? BIT(OUTWARD) : 0);
}

/* The parts of a telephone number: digits, the first with a nought or a plus before it. */
static uint32_t
telephone_sorts(struct text word, size_t digits, uint32_t sorts)
{
	if (digits + 1 == word.length && word.s[0] == '+' && digits <= 3)
		return BIT(DIALLING);
	if (digits != word.length || digits < 3 || digits > 6)
		return 0;
	return (word.s[0] == '0' ? BIT(DIALLING) : 0) | (sorts & BIT(YEAR) ? 0 : BIT(GROUP));
}

/* What a word is by its form. */
static uint32_t
form_sorts(struct text word)
{
	size_t digits = count_if(word, is_digit), letters = count_if(word, is_letter);
	uint32_t sorts = BIT(ANY);

	if (digits > 0 && digits + 4 >= word.length)
		sorts |= number_sorts(word, digits);
	sorts |= telephone_sorts(word, digits, sorts);
	if (begins_with_capital(word))
		sorts |= BIT(CAPITAL);
	if (word.length == 2 && word.s[1] == '.' && begins_with_capital(word))
		sorts |= BIT(INITIAL);
	if (letters == 1 && (word.length == 1 || (word.length == 3 && word.s[0] == '(')))
		sorts |= BIT(LETTER);
	if (letters + digits == word.length && word.length <= 2)
		sorts |= BIT(SHORT);
	if (digits > 0 && digits <= 3 && letters + digits == word.length)
		sorts |= code_sorts(word, digits);
	return sorts;
}

static uint32_t
sorts_of_bare(const struct map *listed, struct text word)
{
	if (word.length == 0)
		return 0;
	return form_sorts(word) | (uint32_t)(uintptr_t)map_find(listed, word);
}

static struct text
without_last(struct text word, const char *const *ends)
{
	for (size_t i = 0; ends[i];)
		if (text_ends(word, ends[i])) {
			word.length -= strlen(ends[i]);
			i = 0;
		} else {
			i++;
		}
	return word;
}

/* Without the brackets and quotation marks that open it. */
static struct text
without_openers(struct text word)
{
	static const char *const openers[] = { "(", "[", "“", "‘", NULL };

	for (size_t i = 0; openers[i];)
		if (text_begins(word, openers[i])) {
			word = text_from(word, strlen(openers[i]));
			i = 0;
		} else {
			i++;
		}
	return word;
}

struct sorts
sorts_of(const struct map *listed, struct text word)
{
	static const char *const spaces[] = { " ", NULL };
	static const char *const stops[] = {
		".", ",", ";", ":", "!", "?", "’", "”", ")", "]", NULL };
	struct text closed = without_last(word, spaces), open = without_openers(closed);
	struct text bare = without_last(closed, stops);
	struct sorts sorts = { 0 };

	sorts.left = sorts.right = sorts_of_bare(listed, open);
	if (open.length < closed.length)
		sorts.right = sorts_of_bare(listed, closed);
	if (bare.length < closed.length)
		sorts.right |= sorts_of_bare(listed, bare);
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
		if (sorts.right >> joins[i].right & 1)
			sorts.takes |= UINT32_C(1) << joins[i].left;
	return sorts;
}

bool
is_joined_inside(struct text left, struct sorts right)
{
	left = without_openers(left);
	for (size_t i = 0; i < sizeof insides / sizeof *insides; i++) {
		size_t sign = strlen(insides[i].sign);

		if (!text_ends(left, insides[i].sign))
			continue;
		if (left.length > sign && right.right >> insides[i].right & 1 &&
		    form_sorts(text_slice(left, 0, left.length - sign)) >> insides[i].left & 1)
			return true;
	}
	return false;
}
