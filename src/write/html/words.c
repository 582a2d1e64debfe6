/* SPDX-License-Identifier: MIT */
/*
 * Words that stay together: where the table of joins holds what a browser
 * would part, a space is one that does not break, and a word with a sign
 * ("3–4", "n/a") stands in an element that does not wrap.
 *
 * What is copied and searched for are the plain words: browsers find and copy
 * the space that does not break as any other, and no character is added.
 */
#include "model/joins.h"
#include "write/html/page.h"

/* Between two pieces: an end of line, if it falls so; a space or a sign that holds them. */
enum hold { PARTED, SPACED, SIGNED };

struct kept_words { struct map listed, seen; };

static bool
is_sign(struct text words, size_t at, size_t *size)
{
	struct text rest = text_from(words, at);

	*size = text_begins(rest, "–") || text_begins(rest, "—") ? strlen("–") : 1;
	return *size > 1 || words.s[at] == '-' || words.s[at] == '/';
}

/* The piece that begins at an offset: to the spaces or the sign at its end, and with them. */
static struct text
piece_at(struct text words, size_t from)
{
	size_t at = from, size;

	for (; at < words.length && words.s[at] != ' '; at += size)
		if (is_sign(words, at, &size))
			return text_slice(words, from, at + size);
	while (at < words.length && words.s[at] == ' ')
		at++;
	return text_slice(words, from, at);
}

static const struct sorts *
piece_sorts(struct html *html, struct text piece)
{
	struct arena *arena = html->out.arena;
	void **seen;

	if (!html->kept) {
		html->kept = ARENA_NEW(arena, struct kept_words);
		html->kept->listed = list_sorts(arena);
		html->kept->seen.arena = arena;
	}
	seen = map_at(&html->kept->seen, piece);
	if (!*seen) {
		struct sorts *sorts = ARENA_NEW(arena, struct sorts);

		*sorts = sorts_of(&html->kept->listed, piece);
		*seen = sorts;
	}
	return *seen;
}

/* By UAX #14 (LB25) a hyphen or a stroke does not part what follows when it is a digit. */
static bool
is_parted_by_browsers(struct text left, struct text right)
{
	if (text_ends(left, "–"))
		return true;
	if (is_digit(right.s[0]))
		return false;
	return text_ends(left, "-") || text_ends(left, "/");
}

static enum hold
hold_between(struct html *html, struct text left, struct text right)
{
	bool is_spaced = text_ends(left, " ");

	if (left.length == 0 || right.length == 0)
		return PARTED;
	if (is_spaced && is_joined(*piece_sorts(html, left), *piece_sorts(html, right)))
		return SPACED;
	return !is_spaced && is_parted_by_browsers(left, right) &&
	    is_joined_inside(left, *piece_sorts(html, right)) ? SIGNED : PARTED;
}

static bool
is_inline(const struct node *node)
{
	return node->tag == TAG_SPAN || node->tag == TAG_LINK || node->tag == TAG_REFERENCE;
}

/* The words that follow a text on its line. */
static struct text
words_after(const struct node *node)
{
	while (!node->next) {
		node = node->parent;
		if (!node || !is_inline(node))
			return TEXT("");
	}
	for (node = node->next; is_inline(node) && node->first;)
		node = node->first;
	return node->tag == TAG_TEXT ? node->words : TEXT("");
}

/* The last word that precedes a text on its line, where no space stands behind it. */
static struct text
word_before(const struct node *node)
{
	const struct node *before = NULL;
	struct text last = TEXT("");

	for (; node->parent && !(before = node_before(node)); node = node->parent)
		if (!is_inline(node->parent))
			return last;
	while (before && is_inline(before) && before->last)
		before = before->last;
	if (!before || before->tag != TAG_TEXT)
		return last;
	for (size_t at = 0; at < before->words.length; at += last.length)
		last = piece_at(before->words, at);
	return text_ends(last, " ") ? TEXT("") : last;
}

/* A space at the head of a text stands between its first word and what precedes it. */
static bool
holds_at_head(struct html *html, const struct node *node, struct text space, struct text next)
{
	struct text before;

	if (space.s != node->words.s || space.s[0] != ' ' || next.length == 0)
		return false;
	before = word_before(node);
	return before.length > 0 && is_joined(*piece_sorts(html, before), *piece_sorts(html, next));
}

/* A mail address: where it is wider than its place, it is parted at its joints. */
static bool
is_address(struct text piece)
{
	size_t at = text_find_byte(piece, '@', 0);

	return at > 0 && at + 1 < piece.length;
}

static void
put_address(struct html *html, struct text piece)
{
	size_t from = 0;

	for (size_t at = 1; at + 1 < piece.length; at++) {
		bool is_behind = piece.s[at - 1] == '@';
		bool is_before = piece.s[at] == '.' && piece.s[at + 1] != ' ';

		if (!is_behind && !is_before)
			continue;
		buffer_escaped(&html->out, text_slice(piece, from, at));
		buffer_string(&html->out, "<wbr>");
		from = at;
	}
	buffer_escaped(&html->out, text_from(piece, from));
}

static void
put_piece(struct html *html, struct text piece, enum hold hold)
{
	size_t spaces = 0;

	if (hold != SPACED) {
		if (is_address(piece))
			put_address(html, piece);
		else
			buffer_escaped(&html->out, piece);
		return;
	}
	while (spaces < piece.length && piece.s[piece.length - 1 - spaces] == ' ')
		spaces++;
	buffer_escaped(&html->out, text_slice(piece, 0, piece.length - spaces));
	buffer_string(&html->out, "&nbsp;");
}

void
put_kept(struct html *html, const struct node *node, struct text words)
{
	bool is_whole = words.s + words.length == node->words.s + node->words.length;
	bool is_open = false;

	for (size_t at = 0; at < words.length;) {
		struct text piece = piece_at(words, at), next = piece_at(words, at + piece.length);
		enum hold hold;

		if (next.length == 0 && is_whole && text_ends(piece, " "))
			next = piece_at(words_after(node), 0);
		hold = holds_at_head(html, node, piece, next) ? SPACED
		                                              : hold_between(html, piece, next);
		if (hold == SIGNED && !is_open)
			buffer_string(&html->out, "<span class=\"whole\">");
		if (is_open && hold != SIGNED) {
			size_t end = text_find_byte(piece, ' ', 0);

			buffer_escaped(&html->out, text_slice(piece, 0, end));
			buffer_string(&html->out, "</span>");
			piece = text_from(piece, end);
		}
		is_open = hold == SIGNED;
		put_piece(html, piece, hold);
		at = (size_t)(piece.s + piece.length - words.s);
	}
}

/* Tenths of a letter: capitals are wider than small letters, and ideographs twice as wide. */
static int
letters_width(struct text words)
{
	enum { SMALL = 10, CAPITAL = 14, IDEOGRAPH = 20, FIRST_IDEOGRAPH = 0x2E80 };
	int width = 0;

	for (size_t at = 0; at < words.length;) {
		uint32_t point = utf8_next(words, &at);

		width += point >= FIRST_IDEOGRAPH ? IDEOGRAPH :
		    point >= 'A' && point <= 'Z' ? CAPITAL : SMALL;
	}
	return width;
}

int
longest_kept(struct html *html, struct text words)
{
	int longest = 0, here = 0, ink;

	for (size_t at = 0; at < words.length;) {
		struct text piece = piece_at(words, at);
		struct text next = piece_at(words, at + piece.length);

		here += letters_width(piece);
		ink = here - letters_width(TEXT(" ")) * text_ends(piece, " ");
		longest = ink > longest ? ink : longest;
		if (!text_ends(piece, "/") && hold_between(html, piece, next) == PARTED)
			here = 0;
		at += piece.length;
	}
	return longest;
}
