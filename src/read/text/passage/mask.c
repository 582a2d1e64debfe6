/* SPDX-License-Identifier: MIT */
/*
 * Putting masks on a passage, in one pass over its bytes.
 *
 * What stands between the parentheses of a link is left to cmark. Whatever
 * could become raw HTML is reported here, and cmark never sees its bracket.
 */
#include <string.h>

#include "model/guidance.h"
#include "model/messages.h"
#include "read/address.h"
#include "read/text/passage.h"

enum { MOST_CUTOUTS = 62 * 62 * 62, MOST_HTML = 1000, LONGEST_DESTINATION = 2048 };

/* last: where what was masked last ends; an address does not reach back behind it. */
struct masking { struct passage *passage; const char *s; size_t length, at, last; int html; };

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static bool
is_word(char c)
{
	return is_latin(c) || is_digit(c) || (unsigned char)c >= 0x80;
}

static bool
stands(const struct masking *masking, const char *words)
{
	size_t size = strlen(words);

	return size <= masking->length - masking->at &&
	    memcmp(masking->s + masking->at, words, size) == 0;
}

/* Fills a stretch with a mask; line ends stay. */
static void
fill(struct passage *passage, size_t from, size_t to, char mask)
{
	for (size_t i = from; i < to; i++)
		if (!is_line_end(passage->masked[i]))
			passage->masked[i] = mask;
}

/* Puts a mark in place of a stretch that is at least four bytes long on its first line. */
static void
cut_out(struct masking *masking, size_t from, size_t to, enum cutout_kind kind, struct text words)
{
	static const char digits[] =
	    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	struct passage *passage = masking->passage;
	size_t index = passage->cutouts->count;

	masking->at = masking->last = to;
	if (index >= MOST_CUTOUTS) {
		if (index == MOST_CUTOUTS)
			report(passage->diag, passage_place(passage, from), too_large,
			    TEXT("the file holds too many comments and addresses"),
			    TEXT("divide it"));
		array_push(passage->arena, passage->cutouts);
		fill(passage, from, to, MASK_FILL);
		return;
	}
	*array_push(passage->arena, passage->cutouts) =
	    (struct cutout){ .kind = kind, .words = words };
	fill(passage, from, to, MASK_FILL);
	passage->masked[from] = MASK_CUTOUT;
	passage->masked[from + 1] = digits[index / 62 / 62];
	passage->masked[from + 2] = digits[index / 62 % 62];
	passage->masked[from + 3] = digits[index % 62];
}

/* ---- comments, angle brackets ---- */

/*
 * True when nothing but at most three spaces stands before an offset on its
 * line, and nothing after another on its own.
 */
static bool
stands_alone(const struct masking *masking, size_t from, size_t to)
{
	size_t begin = from;

	while (begin > 0 && masking->s[begin - 1] == ' ')
		begin--;
	if (from - begin > 3 || (begin > 0 && !is_line_end(masking->s[begin - 1])))
		return false;
	while (to < masking->length && (masking->s[to] == ' ' || masking->s[to] == '\t'))
		to++;
	return to == masking->length || is_line_end(masking->s[to]);
}

static void
mask_comment(struct masking *masking)
{
	struct passage *passage = masking->passage;
	size_t from = masking->at, end = text_find(passage->bytes, TEXT("-->"), from + 4);
	struct text words = text_slice(passage->bytes, from + 4, end);

	if (end == masking->length) {
		report(passage->diag, passage_place(passage, from), open_comment);
		fill(passage, from, end, ' ');
		masking->at = end;
		return;
	}
	end += 3;
	if (!passage->is_cell && stands_alone(masking, from, end)) {
		struct place at = passage_place(passage, from);

		*array_push(passage->arena, &passage->comments) =
		    (struct comment){ at, at.line - passage->first.line, words };
		fill(passage, from, end, ' ');
		masking->at = end;
		return;
	}
	cut_out(masking, from, end, CUTOUT_COMMENT, words);
}

/* The end of <br>, <br/> or <br />; 0 when it is none. */
static size_t
break_end(const struct masking *masking)
{
	size_t at = masking->at + 3;

	if (!stands(masking, "<br") && !stands(masking, "<BR"))
		return 0;
	while (at < masking->length && masking->s[at] == ' ')
		at++;
	if (at < masking->length && masking->s[at] == '/')
		at++;
	return at < masking->length && masking->s[at] == '>' ? at + 1 : 0;
}

/* The end of an autolink, <scheme:…> or <name@host>; 0 when it is none. */
static size_t
autolink_end(const struct masking *masking)
{
	bool address = false;

	for (size_t at = masking->at + 1; at < masking->length; at++) {
		char c = masking->s[at];

		if (c == '>')
			return address ? at + 1 : 0;
		if ((c == ':' && at > masking->at + 2) || c == '@')
			address = true;
		if (c == ' ' || c == '<' || c == '\t' || is_line_end(c))
			return 0;
	}
	return 0;
}

/* Reports raw HTML as far as its ">" or sixty bytes; a file of nothing else is told so once. */
static void
report_html(struct masking *masking, size_t at)
{
	struct passage *passage = masking->passage;
	size_t end = at + 1;

	if (++masking->html > MOST_HTML) {
		if (masking->html == MOST_HTML + 1)
			report(passage->diag, passage_place(passage, at), too_large,
			    TEXT("the file holds more raw HTML than can be told"),
			    TEXT("write it as Markdown"));
		return;
	}
	while (end < masking->length && end < at + 60 && masking->s[end] != '>' &&
	    !is_line_end(masking->s[end]))
		end++;
	while (end < masking->length && ((unsigned char)masking->s[end] & 0xC0) == 0x80)
		end--;
	end += end < masking->length && masking->s[end] == '>';
	report(passage->diag, passage_place(passage, at), raw_html,
	    text_slice(passage->bytes, at, end));
}

/* A "<" that a letter, "/", "!" or "?" follows is raw HTML, or guidance that was forgotten. */
static void
mask_angle(struct masking *masking)
{
	struct passage *passage = masking->passage;
	size_t at = masking->at, end;
	char next = at + 1 < masking->length ? masking->s[at + 1] : ' ';

	if (stands(masking, "<!--")) {
		mask_comment(masking);
	} else if ((end = break_end(masking)) > 0) {
		fill(passage, at, end, MASK_FILL);
		passage->masked[at] = MASK_BREAK;
		masking->at = end;
	} else if ((end = autolink_end(masking)) > 0) {
		masking->at = end;
	} else {
		masking->at++;
		if (!is_latin(next) && next != '/' && next != '!' && next != '?')
			return;
		/* "<insert date>" is words, of which another message will tell. */
		if (guidance_end(passage->arena, passage->bytes, at) == 0)
			report_html(masking, at);
		passage->masked[at] = MASK_ANGLE;
	}
}

/* ---- brackets ---- */

/* The destination of a link, "(…)" on one line, is left as it is. */
static void
skip_destination(struct masking *masking)
{
	int depth = 0;

	for (size_t at = masking->at; at < masking->length &&
	    at < masking->at + LONGEST_DESTINATION; at++) {
		char c = masking->s[at];

		if (is_line_end(c))
			break;
		if (c == '\\')
			at++;
		else if (c == '(')
			depth++;
		else if (c == ')' && --depth == 0) {
			masking->at = at + 1;
			return;
		}
	}
	masking->at++;
}

static void
mask_bracket_end(struct masking *masking)
{
	char next = masking->at + 1 < masking->length ? masking->s[masking->at + 1] : ' ';

	masking->at++;
	if (next == '(')
		skip_destination(masking);
	else if (next == ':')
		masking->passage->masked[masking->at++] = MASK_COLON;
}

/* [^name]: a name has no spaces and no brackets. */
static void
mask_note(struct masking *masking)
{
	struct passage *passage = masking->passage;
	size_t end = masking->at + 2;

	while (end < masking->length && end < masking->at + 100 && (is_word(masking->s[end]) ||
	    masking->s[end] == '-' || masking->s[end] == '_' || masking->s[end] == '.'))
		end++;
	if (!stands(masking, "[^") || end == masking->at + 2 || end == masking->length ||
	    masking->s[end] != ']') {
		masking->at++;
		return;
	}
	passage->masked[masking->at] = MASK_NOTE;
	passage->masked[end] = MASK_NOTE_END;
	masking->at = end + 1;
	if (masking->at < masking->length && masking->s[masking->at] == ':')
		passage->masked[masking->at++] = MASK_COLON;
}

/* ---- addresses ---- */

static void
mask_address(struct masking *masking)
{
	struct passage *passage = masking->passage;
	struct address address;

	if (address_at(passage->arena, passage->bytes, masking->last, masking->at, &address)) {
		cut_out(masking, address.from, address.to, CUTOUT_ADDRESS,
		    text_slice(passage->bytes, address.from, address.to));
		passage->cutouts->at[passage->cutouts->count - 1].leads = address.leads;
		return;
	}
	masking->at++;
	while (masking->at < masking->length && is_word(masking->s[masking->at]) &&
	    is_word(masking->s[masking->at - 1]))
		masking->at++;
}

/* ---- the pass ---- */

static void
mask_escape(struct masking *masking)
{
	struct passage *passage = masking->passage;
	size_t at = masking->at;
	char next = at + 1 < masking->length ? masking->s[at + 1] : ' ';

	masking->at++;
	if (next == '|' && !passage->is_cell)	/* cmark's tables need to see it */
		masking->at++;
	else if (escape_mask(next, passage->masked + at))
		masking->at++;
	masking->last = masking->at;
}

/* What parts the lines and cells of a table stands in a cell of a CSV file for itself. */
static void
mask_cell_byte(struct masking *masking)
{
	char *s = masking->passage->masked + masking->at;

	if (*s == '|')
		*s = MASK_BAR;
	else if (*s == '\r')
		*s = MASK_FILL;
	else if (*s == '\n')
		*s = masking->passage->is_folded ? ' ' : MASK_BREAK;
	masking->at++;
}

void
mask_passage(struct passage *passage)
{
	struct masking masking = { passage, passage->bytes.s, passage->bytes.length, 0, 0, 0 };

	while (masking.at < masking.length) {
		char c = masking.s[masking.at];

		if (c == '\\')
			mask_escape(&masking);
		else if (c == '<')
			mask_angle(&masking);
		else if (c == '[')
			mask_note(&masking);
		else if (c == ']')
			mask_bracket_end(&masking);
		else if (c == '@' || is_word(c))
			mask_address(&masking);
		else if (passage->is_cell)
			mask_cell_byte(&masking);
		else
			masking.at++;
	}
}
