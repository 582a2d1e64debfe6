/* SPDX-License-Identifier: MIT */
/*
 * What must be true of the drawing of any picture: no ink outside of its frame,
 * every text whole and once (in each part, where it is parted), no two texts on
 * each other, no line through words,
     and paper and HTML show the same. PICTURES_COUNT pictures (60), from the seed PICTURES_SEED
 * (1), in the program's three styles, or in PICTURES_STYLE.
 */
#include "model/print.h"
#include "random_picture.h"
#include "seeds.h"
#include "set.h"
#include "write/html/html.h"

#include <stdio.h>
#include <stdlib.h>

struct trial { const char *style; uint64_t seed; struct arena *arena;
    const struct picture *picture; int faults; };

#define FAULT(t, ...) do { \
	if ((t)->faults++ < 4) { \
		fprintf(stderr, "%s, seed %llu, kind %d: ", (t)->style, (unsigned long long)(t)->seed, (int)(t)->picture->kind); \
		fprintf(stderr, __VA_ARGS__); \
		fputc('\n', stderr); \
	} } while (0)

enum { SLACK = 20 };	/* 1/1000 pt: halves of odd lengths */

/* ---- words ---- */

/* Without what layout may add or leave out: spaces, hyphens. */
static void
add_letters(struct buffer *out, struct text words)
{
	for (size_t i = 0; i < words.length; i++) {
		if (words.s[i] == ' ' || words.s[i] == '\n' || words.s[i] == '-')
			continue;
		if ((unsigned char)words.s[i] == 0xC2 || (unsigned char)words.s[i] == 0xAD ||
		    (unsigned char)words.s[i] == 0xA0)
			continue;	/* a soft hyphen, a space that does not break */
		buffer_byte(out, words.s[i]);
	}
}

static void
add_boxes(struct buffer *out, const struct boxes *boxes, const struct node *figure)
{
	for (array_each(const struct box, box, boxes))
		for (int i = 0; box->kind == BOX_TEXT && box->shows == figure &&
		    i < box->piece_count; i++)
			add_letters(out, box->pieces[i].shaped->words);
}

static int
count_of(struct text in, struct text words)
{
	int count = 0;

	for (size_t at = 0; (at = text_find(in, words, at)) < in.length; at += words.length)
		count++;
	return count;
}

static void
check_words(struct trial *t, const struct drawing_list *parts, const struct text_list *said,
    const struct node *figure)
{
	struct buffer drawn = { .arena = t->arena };

	for (array_each(const struct drawing, part, parts))
		add_boxes(&drawn, &part->boxes, figure);
	for (array_each(const struct text, words, said)) {
		struct buffer letters = { .arena = t->arena };
		int count;

		add_letters(&letters, *words);
		count = count_of(buffer_view(&drawn), buffer_view(&letters));
		if (count == 0 || (count > 1 && parts->count == 1))
			FAULT(t, "\"%s\" is said %d times", text_string(t->arena, *words), count);
	}
}

/* ---- ink ---- */

static void
check_frame(struct trial *t, const struct drawing *part)
{
	for (array_each(const struct box, box, &part->boxes)) {
		length rise = box->kind == BOX_TEXT ? box->height * 78 / 100 : 0;
		length over = SLACK + (box->kind == BOX_PATH && box->shape->stroke ?
		    box->shape->width / 2 : 0);

		if (box->x < -over || box->y - rise < -over ||
		    box->x + box->width > part->width + over ||
		    box->y - rise + box->height > part->height + over)
			FAULT(t, "ink from %d, %d to %d, %d in a frame of %d by %d", box->x,
			    box->y - rise,
			    box->x + box->width, box->y - rise + box->height, part->width,
			    part->height);
	}
}

/* The letters of a text fill half of their line at least; that must be free. */
static bool
overlap(const struct box *a, const struct box *b)
{
	return a->x + 50 < b->x + b->width && b->x + 50 < a->x + a->width &&
	    a->y - a->height / 2 < b->y && b->y - b->height / 2 < a->y;
}

static void
check_texts(struct trial *t, const struct drawing *part)
{
	for (array_each(const struct box, one, &part->boxes))
		for (const struct box *other = one + 1; other < one_end; other++)
			if (one->kind == BOX_TEXT && other->kind == BOX_TEXT &&
			    one->piece_count > 0 &&
			    other->piece_count > 0 && overlap(one, other))
				FAULT(t, "words on words at %d, %d and %d, %d", one->x, one->y,
				    other->x, other->y);
}

/*
 * True when a stroke from one point to another, straight down or across, goes
 * through the letters of a text.
 */
static bool
goes_through(const struct box *text, struct point from, struct point to)
{
	length left = from.x < to.x ? from.x : to.x, right = from.x < to.x ? to.x : from.x;
	length top = from.y < to.y ? from.y : to.y, foot = from.y < to.y ? to.y : from.y;

	if (left != right && top != foot)
		return false;		/* a trend's line: its words stand elsewhere */
	return left < text->x + text->width - 50 && right > text->x + 50 &&
	    top < text->y && foot > text->y - text->height / 2;
}

static bool
covers(const struct box *path, const struct box *text)
{
	return path->kind == BOX_PATH && path->shape->fill && path->x <= text->x &&
	    path->x + path->width >= text->x + text->width &&
	    path->y <= text->y - text->height / 2 && path->y + path->height >= text->y;
}

static bool
is_struck(const struct box *text, const struct box *path)
{
	const struct point *point = path->shape->points;

	if (!path->shape->stroke)
		return false;
	for (int i = 0, k = 0; i < path->shape->verb_count; i++) {
		enum path_verb verb = path->shape->verbs[i];

		if (verb == PATH_CLOSE)
			break;		/* it has no point */
		struct point from = { path->x + point[k > 0 ? k - 1 : 0].x,
		    path->y + point[k > 0 ? k - 1 : 0].y };
		struct point to = { path->x + point[k].x, path->y + point[k].y };

		if (verb == PATH_LINE && goes_through(text, from, to))
			return true;
		k += verb == PATH_CURVE ? 3 : 1;
	}
	return false;
}

static void
check_lines(struct trial *t, const struct drawing *part)
{
	for (array_each(const struct box, text, &part->boxes)) {
		const struct box *clear = part->boxes.at;

		if (text->kind != BOX_TEXT || text->piece_count == 0)
			continue;
		for (const struct box *path = part->boxes.at; path < text; path++)
			if (covers(path, text))
				clear = path;
		for (const struct box *path = clear; path < text_end; path++)
			if (path->kind == BOX_PATH && is_struck(text, path))
				FAULT(t, "a line from %d, %d to %d, %d goes through the words \"%s\" at %d, %d", path->x + path->shape->points->x,
				    path->y + path->shape->points->y, path->x + path->width,
				    path->y + path->height,
				    text_string(t->arena, text->pieces[0].shaped->words), text->x,
				    text->y);
	}
}

/* ---- paper and screen ---- */

static void
check_pages(struct trial *t, const struct pages *pages, const struct drawing_list *parts,
    const struct node *figure)
{
	struct buffer paper = { .arena = t->arena }, screen = { .arena = t->arena };
	size_t shown = 0, drawn = 0;

	for (array_each(const struct page, page, &pages->list)) {
		add_boxes(&paper, &page->boxes, figure);
		for (array_each(const struct box, box, &page->boxes))
			shown += box->shows == figure;
	}
	for (array_each(const struct drawing, part, parts)) {
		add_boxes(&screen, &part->boxes, figure);
		for (array_each(const struct box, box, &part->boxes))
			drawn += box->shows == figure;
	}
	if (!text_equal(buffer_view(&paper), buffer_view(&screen)) || shown != drawn)
		FAULT(t, "paper and screen show two pictures, of %zu and %zu boxes", shown, drawn);
}

/* The words of the drawings in the HTML, as they stand between the tags of SVG. */
static void
check_html(struct trial *t, const struct edition *edition, const struct drawing_list *parts,
    const struct node *figure)
{
	struct text html = html_document(t->arena, edition);
	struct buffer written = { .arena = t->arena }, drawn = { .arena = t->arena };

	for (size_t at = text_find(html, TEXT("<text "), 0); at < html.length;
	    at = text_find(html, TEXT("<text "), at)) {
		size_t open = text_find_byte(html, '>', at) + 1;

		at = text_find(html, TEXT("</text>"), open);
		for (size_t i = open; i < at; i++) {
			size_t end = html.s[i] == '&' ? text_find_byte(html, ';', i) : i;
			struct text name = text_slice(html, i, end);

			add_letters(&written, html.s[i] != '&' ? text_slice(html, i, i + 1) :
			    text_is(name, "&amp") ? TEXT("&") : text_is(name, "&lt") ? TEXT("<") :
			    text_is(name, "&gt") ? TEXT(">") : TEXT("\""));
			i = end;
		}
	}
	for (array_each(const struct drawing, part, parts))
		add_boxes(&drawn, &part->boxes, figure);
	if (!text_equal(buffer_view(&written), buffer_view(&drawn)))
		FAULT(t, "the HTML has other words than the drawing");
}

static int
try_seed(const char *style_name, uint64_t seed)
{
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	const struct style *style = style_of(arena, style_name, &diag);
	struct tree *tree = tree_new(arena);
	struct chances chances = { .state = seed * 0x9E3779B97F4A7C15 + 1, .tree = tree,
	    .arena = arena };
	struct picture_chances p = random_picture(&chances);
	struct trial t = { .style = style_name, .seed = seed, .arena = arena,
	    .picture = p.picture };
	struct node *figure = tree_add(tree, tree->root, TAG_FIGURE, LOOK_plain);
	const struct drawings *drawings;
	const struct drawing_list *parts;

	tree->title = TEXT("Pictures");
	figure->picture = p.picture;
	figure->spoken = TEXT("A picture.");
	tree_finish(tree);
	drawings = typeset_drawings(arena, tree, style, &diag);
	parts = &drawings->of[figure->index];
	if (parts->count == 0)
		FAULT(&t, "nothing is drawn");
	check_words(&t, parts, &p.said, figure);
	for (array_each(const struct drawing, part, parts)) {
		check_frame(&t, part);
		check_texts(&t, part);
		check_lines(&t, part);
	}
	check_html(&t, &(struct edition){ .style = style, .tree = tree, .drawings = drawings },
	    parts, figure);
	check_pages(&t, typeset_tree(arena, tree, style, &diag), parts, figure);
	if (getenv("PICTURES_PRINT")) {
		struct buffer out = { .arena = arena };

		print_tree(&out, tree);
		fwrite(out.s, 1, out.length, stdout);
	}
	arena_drop(arena);
	return t.faults;
}

int
main(void)
{
	static const char *const styles[] = { "council", "plain", "modern" };

	return try_seeds("PICTURES", 60, styles, sizeof styles / sizeof *styles, try_seed);
}
