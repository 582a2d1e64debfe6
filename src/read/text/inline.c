/* SPDX-License-Identifier: MIT */
/*
 * The words within a block: cmark's inline nodes as spans.
 *
 * Places are found by following the bytes of each text node through the
 * masked source: every byte of it stands there, in order, with nothing but
 * marks between. Names in brackets, notes and what was cut out are found in
 * the masked words, where an escaped bracket is none.
 */
#include <string.h>

#include "base/buffer.h"
#include "model/messages.h"
#include "read/include.h"
#include "read/text/manuscript.h"

enum item_kind { ITEM_WORDS, ITEM_OPEN, ITEM_CLOSE, ITEM_SPAN };
struct item { enum item_kind kind; struct text masked; size_t offset; struct span *span; };
ARRAY(struct item, items);

/* What is made of one run of siblings. */
struct run {
	struct manuscript *manuscript;
	struct cursor *cursor;
	struct items items;
	bool in_link;
};

static struct span *spans_of(struct manuscript *, struct cursor *, const struct syntax *,
    bool in_link);

/* ---- items ---- */

static struct item *
add_item(struct run *run, enum item_kind kind, struct text masked, size_t offset)
{
	struct item *item = array_push(run->manuscript->scratch, &run->items);

	*item = (struct item){ .kind = kind, .masked = masked, .offset = offset };
	return item;
}

static struct span *
add_span(struct run *run, enum span_kind kind, size_t offset)
{
	struct span *span = ARENA_NEW(run->manuscript->arena, struct span);

	span->kind = kind;
	span->at = passage_place(run->cursor->passage, offset);
	add_item(run, ITEM_SPAN, TEXT(""), offset)->span = span;
	return span;
}

/* The words behind masks, to stay. */
static struct text
plain_words(const struct run *run, struct text masked)
{
	return text_copy(run->manuscript->arena, unmask(run->cursor->passage, masked));
}

/*
 * The plain words of items from one on, for a name in brackets; false when they
 * hold more than words.
 */
static bool
items_words(struct run *run, size_t from, struct text *words)
{
	struct buffer all = { .arena = run->manuscript->arena };

	for (size_t i = from; i < run->items.count; i++) {
		const struct item *item = &run->items.at[i];

		if (item->kind != ITEM_SPAN)
			buffer_text(&all, unmask(run->cursor->passage, item->masked));
		else if (item->span->kind == SPAN_NOTE || item->span->kind == SPAN_REF ||
		    item->span->kind == SPAN_IMAGE)
			return false;
		else
			buffer_text(&all, spans_plain(run->manuscript->arena, item->span));
	}
	*words = text_trim(buffer_view(&all));
	return words->length > 0;
}

/* A bracket that closes: what stands since the last that is open is a name. */
static void
close_bracket(struct run *run, struct text bracket, size_t offset)
{
	size_t open = run->items.count;
	struct span *span;
	struct text words;

	while (open > 0 && run->items.at[open - 1].kind != ITEM_OPEN &&
	    run->items.at[open - 1].kind != ITEM_CLOSE)
		open--;
	if (run->in_link || open == 0 || run->items.at[open - 1].kind != ITEM_OPEN ||
	    !items_words(run, open, &words)) {
		add_item(run, ITEM_CLOSE, bracket, offset);
		return;
	}
	offset = run->items.at[open - 1].offset;
	run->items.count = open - 1;
	span = add_span(run, SPAN_REF, offset);
	span->words = words;
}

static void
add_cutout(struct run *run, const struct cutout *cutout, struct text masked, size_t offset)
{
	struct arena *arena = run->manuscript->arena;
	struct span *span;

	if (cutout->kind == CUTOUT_COMMENT) {
		add_span(run, SPAN_COMMENT, offset)->words = cutout->words;
		return;
	}
	if (run->in_link) {
		add_item(run, ITEM_WORDS, masked, offset);
		return;
	}
	span = add_span(run, SPAN_LINK, offset);
	span->address = text_copy(arena, cutout->leads);
	span->first = ARENA_NEW(arena, struct span);
	span->first->at = span->at;
	span->first->words = cutout->words;
}

/* Parts the words of a text node at what they hide. */
static void
add_words(struct run *run, struct text masked, size_t offset)
{
	size_t from = 0, at = 0;

	while (at < masked.length) {
		char c = masked.s[at];
		size_t begin = at;

		if (c != '[' && c != ']' && c != MASK_NOTE && c != MASK_CUTOUT && c != MASK_BREAK) {
			at++;
			continue;
		}
		if (at > from)
			add_item(run, ITEM_WORDS, text_slice(masked, from, at), offset + from);
		if (c == MASK_CUTOUT) {
			const struct cutout *cutout = cutout_at(run->cursor->passage, masked, &at);

			add_cutout(run, cutout, text_slice(masked, begin, at), offset + begin);
		} else if (c == MASK_NOTE) {
			at = text_find_byte(masked, MASK_NOTE_END, at);
			add_span(run, SPAN_NOTE, offset + begin)->words = text_copy(
			    run->manuscript->arena, text_slice(masked, begin + 2, at));
			at += at < masked.length;
		} else if (c == MASK_BREAK) {
			add_span(run, SPAN_BREAK, offset + at++);
		} else if (c == '[') {
			add_item(run, ITEM_OPEN, text_slice(masked, at, at + 1), offset + at);
			at++;
		} else {
			close_bracket(run, text_slice(masked, at, at + 1), offset + at);
			at++;
		}
		from = at;
	}
	if (at > from)
		add_item(run, ITEM_WORDS, text_slice(masked, from, at), offset + from);
}

/* ---- links and pictures ---- */

static void
add_link(struct run *run, const struct syntax *node)
{
	struct manuscript *manuscript = run->manuscript;
	struct span *span = add_span(run, SPAN_LINK, cursor_link(run->cursor));

	span->address = plain_words(run, node->address);
	span->title = plain_words(run, node->title);
	span->first = spans_of(manuscript, run->cursor, node->first, true);
	cursor_skip_link_end(run->cursor);
	if (!span->first)
		report(manuscript->diag, span->at, empty_link);
	if (!span_take_language(manuscript->reading, span))
		use_address(manuscript->reading, span->address, span->at);
}

static void
add_image(struct run *run, const struct syntax *node)
{
	struct manuscript *manuscript = run->manuscript;
	size_t start = cursor_link(run->cursor);
	struct span *span = add_span(run, SPAN_IMAGE, start > 0 ? start - 1 : start);

	span->words = spans_plain(manuscript->arena,
	    spans_of(manuscript, run->cursor, node->first, true));
	span->address = plain_words(run, node->address);
	span->title = plain_words(run, node->title);
	cursor_skip_link_end(run->cursor);
	if (text_is_blank(span->words))
		report(manuscript->diag, span->at, no_alt, span->address);
	use_image(manuscript->reading, span->address, span->at);
}

static void
add_node(struct run *run, const struct syntax *node)
{
	struct manuscript *manuscript = run->manuscript;
	size_t at;

	switch (node->kind) {
	case SYNTAX_TEXT:
		at = cursor_follow(run->cursor, node->words);
		add_words(run, node->words, at);
		break;
	case SYNTAX_SOFT_BREAK:
		add_item(run, ITEM_WORDS, TEXT(" "), run->cursor->at);
		break;
	case SYNTAX_BREAK:
		add_span(run, SPAN_BREAK, run->cursor->at);
		break;
	case SYNTAX_CODE:
	case SYNTAX_HTML:
		at = cursor_follow(run->cursor, node->words);
		if (node->kind == SYNTAX_CODE)
			report(manuscript->diag, passage_place(run->cursor->passage, at), code_span,
			    unmask(run->cursor->passage, node->words));
		else
			report(manuscript->diag, passage_place(run->cursor->passage, at), raw_html,
			    node->words);
		add_item(run, ITEM_WORDS, node->words, at);
		break;
	case SYNTAX_LINK:
		add_link(run, node);
		break;
	case SYNTAX_IMAGE:
		add_image(run, node);
		break;
	default:
		add_span(run, node->kind == SYNTAX_STRONG ? SPAN_STRONG : SPAN_EMPHASIS,
		    run->cursor->at)->first =
		    spans_of(manuscript, run->cursor, node->first, run->in_link);
		break;
	}
}

/* ---- spans ---- */

/* Appends words with runs of white space as one space, and none at the start of a line. */
static void
add_plain(struct buffer *out, struct text words, bool at_start)
{
	for (size_t i = 0; i < words.length; i++) {
		char c = words.s[i];
		bool space = c == ' ' || c == '\t' || c == '\n';

		if (!space)
			buffer_byte(out, c);
		else if (out->length > 0 ? out->s[out->length - 1] != ' ' : !at_start)
			buffer_byte(out, ' ');
	}
}

/*
 * The kind of the first span from an item on that is no comment; at the end,
 * that of a line's end.
 */
static enum span_kind
next_shown(const struct items *items, size_t i)
{
	while (i < items->count && items->at[i].kind == ITEM_SPAN &&
	    items->at[i].span->kind == SPAN_COMMENT)
		i++;
	return i == items->count ? SPAN_BREAK : items->at[i].kind == ITEM_SPAN
	    ? items->at[i].span->kind : SPAN_TEXT;
}

/*
 * One span of text of neighbouring items that are words; the index moves past
 * them. True when it ends with a space.
 */
static bool
join_words(struct run *run, size_t *i, struct span ***end, bool at_start)
{
	struct manuscript *manuscript = run->manuscript;
	struct buffer words = { .arena = manuscript->scratch };
	struct place at = passage_place(run->cursor->passage, run->items.at[*i].offset);
	struct text view;
	bool last;

	for (; *i < run->items.count && run->items.at[*i].kind != ITEM_SPAN; ++*i)
		add_plain(&words, unmask(run->cursor->passage, run->items.at[*i].masked), at_start);
	last = next_shown(&run->items, *i) == SPAN_BREAK;
	view = buffer_view(&words);
	if (last && !run->in_link && text_ends(view, " "))
		view.length--;
	if (view.length == 0)
		return at_start;
	span_add(manuscript->arena, end, SPAN_TEXT, at)->words = text_copy(manuscript->arena, view);
	return text_ends(view, " ");
}

static struct span *
spans_of(struct manuscript *manuscript, struct cursor *cursor, const struct syntax *first,
    bool in_link)
{
	struct run run = { .manuscript = manuscript, .cursor = cursor, .in_link = in_link };
	struct span *spans = NULL, **end = &spans;
	bool at_start = true;		/* or behind a space that shows */

	for (const struct syntax *node = first; node; node = node->next)
		add_node(&run, node);
	for (size_t i = 0; i < run.items.count;) {
		struct span *span = run.items.at[i].span;

		if (run.items.at[i].kind != ITEM_SPAN) {
			at_start = join_words(&run, &i, &end, at_start);
			continue;
		}
		at_start = span->kind == SPAN_BREAK || (at_start && span->kind == SPAN_COMMENT);
		*end = span;
		end = &span->next;
		i++;
	}
	return spans;
}

struct span *
read_spans(struct manuscript *manuscript, struct cursor *cursor, const struct syntax *first)
{
	return spans_of(manuscript, cursor, first, false);
}
