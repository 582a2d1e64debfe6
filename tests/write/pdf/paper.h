/* SPDX-License-Identifier: MIT */
/*
 * A little typesetter, so that the PDF can be tested by itself: it flows the
 * words of blocks in one column, sets the cells of a row side by side, and
 * places pictures. Nothing of it is fair; all of it is the model's.
 */
#ifndef TESTS_PAPER_H
#define TESTS_PAPER_H

#include <assert.h>
#include <hb.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "model/edition.h"

enum { REGULAR, BOLD, LATO, HEBREW, FACES };
enum { LEFT = POINTS(60), RIGHT = POINTS(535), TOP = POINTS(60), BOTTOM = POINTS(780) };

struct paper {
	struct arena *arena;
	struct tree *tree;
	struct pages *pages;
	struct page *page;
	struct style *style;
	hb_font_t *fonts[FACES];
	struct map words;		/* shaped once: by face and words */
	const struct emblem *drawn;	/* what every picture shows */
	length x, y, left, right;	/* where the line goes on; the column */
	bool hyphenate;
};

static struct face paper_faces[FACES] = {
	{ .family = { "Inter", 5 }, .weight = 400 }, { .family = { "Inter", 5 }, .weight = 600 },
	{ .family = { "Lato", 4 }, .weight = 400 },
	{ .family = { "Noto Sans Hebrew", 16 }, .weight = 400 },
};
static const char *const paper_files[FACES] = {
	"/usr/share/fonts/opentype/inter/Inter-Regular.otf",
	"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
	"/usr/share/fonts/truetype/lato/Lato-Regular.ttf",
	"/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf",
};

/* ---- words ---- */

static int16_t
paper_scaled(hb_font_t *font, hb_position_t at)
{
	long upem = hb_face_get_upem(hb_font_get_face(font));
	long twice = (long)at * 2000;

	return (int16_t)((twice + (twice < 0 ? -upem : upem)) / (2 * upem));
}

static struct shaped *
paper_shape(struct paper *paper, int face, struct text words)
{
	struct text key = text_format(paper->arena, "%d%.*s", face, TEXT_ARGS(words));
	struct shaped *shaped = map_find(&paper->words, key);
	hb_font_t *font = paper->fonts[face];
	hb_buffer_t *buffer;
	hb_glyph_info_t *infos;
	hb_glyph_position_t *places;
	struct glyph *glyphs;
	unsigned count;

	if (shaped)
		return shaped;
	buffer = hb_buffer_create();
	hb_buffer_add_utf8(buffer, words.s, (int)words.length, 0, (int)words.length);
	hb_buffer_guess_segment_properties(buffer);
	shaped = ARENA_NEW(paper->arena, struct shaped);
	shaped->backwards = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
	hb_shape(font, buffer, NULL, 0);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	places = hb_buffer_get_glyph_positions(buffer, &count);
	glyphs = arena_array(paper->arena, count, sizeof *glyphs);
	for (unsigned i = 0; i < count; i++) {
		glyphs[i] = (struct glyph) {.id = (uint16_t)infos[i].codepoint,
		    .cluster = (uint16_t)infos[i].cluster,
		    .x = paper_scaled(font, places[i].x_offset),
		    .y = paper_scaled(font, places[i].y_offset),
		    .advance = paper_scaled(font, places[i].x_advance),
		    .natural =
		        paper_scaled(font, hb_font_get_glyph_h_advance(font, infos[i].codepoint))};
		shaped->advance += glyphs[i].advance;
	}
	hb_buffer_destroy(buffer);
	shaped->words = text_copy(paper->arena, words);
	shaped->glyphs = glyphs;
	shaped->glyph_count = (int)count;
	shaped->face = face;
	shaped->number = paper->pages->shaped_count++;
	map_set(&paper->words, key, shaped);
	return shaped;
}

/* ---- pages and boxes ---- */

static struct box *
paper_box(struct paper *paper, enum box_kind kind, const struct node *shows)
{
	struct box *box = array_push(paper->arena, &paper->page->boxes);

	box->kind = kind;
	box->shows = shows;
	box->colour = COLOUR_ink;
	return box;
}

/* Words on one line at x, y; says where they end. */
static length
paper_line(struct paper *paper, const struct node *shows, struct shaped *shaped, length x,
    length size)
{
	struct box *box = paper_box(paper, BOX_TEXT, shows);
	struct piece *piece = ARENA_NEW(paper->arena, struct piece);

	piece->shaped = shaped;
	box->pieces = piece;
	box->piece_count = 1;
	box->x = x;
	box->y = paper->y;
	box->height = size;
	box->width = (length)((int64_t)shaped->advance * size / 1000);
	return x + box->width;
}

static length
paper_artifact(struct paper *paper, enum artifact artifact, const char *words, length x)
{
	length end =
	    paper_line(paper, NULL, paper_shape(paper, REGULAR, text_of(words)), x, POINTS(8));

	paper->page->boxes.at[paper->page->boxes.count - 1].artifact = artifact;
	return end;
}

static void
paper_page(struct paper *paper)
{
	length x = paper->x, left = paper->left;

	paper->page = array_push(paper->arena, &paper->pages->list);
	paper->page->width = 595276;
	paper->page->height = 841890;
	paper->page->label = paper->pages->list.count == 1 ? TEXT("")
	    : text_number(paper->arena, (long long)paper->pages->list.count);
	paper->y = POINTS(30);
	paper_artifact(paper, ARTIFACT_HEADER, "A test of the paper", LEFT);
	paper->y = POINTS(810);
	paper_artifact(paper, ARTIFACT_FOOTER, "Page", LEFT);
	paper->y = TOP;
	paper->x = x;
	paper->left = left;
}

static void
paper_rule(struct paper *paper, length width)
{
	struct box *box = paper_box(paper, BOX_FILL, NULL);

	box->colour = COLOUR_rule;
	box->x = paper->left;
	box->y = paper->y + POINTS(3);
	box->width = width;
	box->height = 400;
}

static void
paper_feed(struct paper *paper, length by)
{
	paper->x = paper->left;
	paper->y += by;
	if (paper->y > BOTTOM)
		paper_page(paper);
}

static void
paper_note_spot(struct paper *paper, const struct node *node)
{
	struct spot *spot = &paper->pages->spots[node->index];

	if (spot->page < 0)
		*spot = (struct spot){ (int)paper->pages->list.count - 1, paper->left,
		    paper->y - POINTS(9) };
}

/* ---- flow ---- */

static int
paper_face(const struct node *leaf)
{
	for (const struct node *node = leaf; node; node = node->parent) {
		if (node->tag == TAG_H || node->tag == TAG_TH || node->look == LOOK_strong)
			return BOLD;
		if (node->tag == TAG_QUOTE)
			return LATO;
	}
	return leaf->words.length > 0 && ((unsigned char)leaf->words.s[0] == 0xD7) ? HEBREW
	                                                                           : REGULAR;
}

/* A word that is broken where it goes over the margin, after four letters, if it is asked for. */
static void
paper_word(struct paper *paper, const struct node *leaf, struct text word, length size)
{
	int face = paper_face(leaf);
	struct shaped *shaped = paper_shape(paper, face, word);
	length width = (length)((int64_t)shaped->advance * size / 1000);

	if (paper->x + width > paper->right && paper->hyphenate && word.length > 8) {
		struct text head = text_join(paper->arena, text_slice(word, 0, 4), TEXT("-"));

		paper_line(paper, leaf, paper_shape(paper, face, head), paper->x, size);
		paper_feed(paper, size * 3 / 2);
		paper_word(paper, leaf, text_from(word, 4), size);
		return;
	}
	if (paper->x + width > paper->right && paper->x > paper->left)
		paper_feed(paper, size * 3 / 2);
	paper->x = paper_line(paper, leaf, shaped, paper->x, size);
}

/* Words from right to left, on what is left of the line. */
static void
paper_backwards(struct paper *paper, const struct node *leaf, length size)
{
	length space = size * 28 / 100, end = paper->x, x;

	for (int pass = 0; pass < 2; pass++) {
		x = end;
		for (size_t at = 0, next; at < leaf->words.length; at = next + 1) {
			struct shaped *shaped;
			length width;

			next = text_find_byte(leaf->words, ' ', at);
			shaped = paper_shape(paper, HEBREW, text_slice(leaf->words, at, next));
			width = (length)((int64_t)shaped->advance * size / 1000);
			x += pass ? -width : width;
			if (pass)
				paper_line(paper, leaf, shaped, x, size);
			if (next < leaf->words.length)
				x += pass ? -space : space;
		}
		end = pass ? end : x;
	}
	paper->x = end;
}

static void
paper_leaf(struct paper *paper, const struct node *leaf, length size)
{
	struct text words = leaf->words;
	length space = size * 28 / 100;

	if (leaf->tag == TAG_BREAK)
		paper_feed(paper, size * 3 / 2);
	if (leaf->tag == TAG_PAGE_OF)
		paper_word(paper, leaf, TEXT("2"), size);
	if (leaf->tag != TAG_TEXT)
		return;
	if (paper_face(leaf) == HEBREW) {
		paper_backwards(paper, leaf, size);
		return;
	}
	for (size_t at = 0; at < words.length; ) {
		size_t end = text_find_byte(words, ' ', at);

		if (end > at)
			paper_word(paper, leaf, text_slice(words, at, end), size);
		if (end < words.length && paper->x > paper->left)
			paper->x += space;
		at = end + 1;
	}
}

static bool
paper_is_line(const struct node *node)
{
	return node->first && tag_is_inline(node->first->tag);
}

/* All leaves of a block that holds words; nothing else. */
static void
paper_words(struct paper *paper, const struct node *block)
{
	length size = block->tag == TAG_H ? POINTS(22 - 2 * block->level) : POINTS(10);

	for (const struct node *node = block; node; node = node_next(node, block)) {
		paper_note_spot(paper, node);
		paper_leaf(paper, node, size);
	}
}

static void paper_block(struct paper *, const struct node *);

static void
paper_row(struct paper *paper, const struct node *row)
{
	length left = paper->left, right = paper->right, y = paper->y, deepest = y;
	length width = (right - left) / 4;

	for (const struct node *cell = row->first; cell; cell = cell->next) {
		paper->right = paper->left + width * cell->columns - POINTS(4);
		paper->x = paper->left;
		paper->y = y;
		paper_block(paper, cell);
		deepest = paper->y > deepest ? paper->y : deepest;
		paper->left += width * cell->columns;
	}
	paper->left = left;
	paper->right = right;
	paper->y = deepest;
	paper_rule(paper, right - left);
	paper_feed(paper, POINTS(15));
}

static void
paper_figure(struct paper *paper, const struct node *figure)
{
	struct box *box;

	if (!figure->image && !figure->picture)
		return;
	if (paper->y > BOTTOM - POINTS(100))
		paper_page(paper);
	if (figure->image) {
		box = paper_box(paper, BOX_IMAGE, figure);
		box->image = figure->image;
		box->x = paper->left;
		box->y = paper->y;
		box->width = POINTS(90);
		box->height = POINTS(60);
	}
	for (size_t i = 0; figure->picture && i < paper->drawn->shapes.count; i++) {
		box = paper_box(paper, BOX_PATH, figure);
		box->shape = &paper->drawn->shapes.at[i];
		box->x = paper->left;
		box->y = paper->y;
		box->width = paper->drawn->width;
		box->height = paper->drawn->height;
	}
	paper->y += POINTS(80);
}

static void
paper_block(struct paper *paper, const struct node *block)
{
	length left = paper->left;

	paper_note_spot(paper, block);
	if (block->tag == TAG_FIGURE)
		paper_figure(paper, block);
	if (block->tag == TAG_LBODY || block->tag == TAG_QUOTE)
		paper->left = paper->x = left + POINTS(16);
	if (paper_is_line(block)) {
		paper_words(paper, block);
		if (block->tag != TAG_LBL && block->parent->tag != TAG_TH &&
		    block->parent->tag != TAG_TD)
			paper_feed(paper, POINTS(18));
	} else {
		for (const struct node *node = block->first; node; node = node->next) {
			if (node->tag == TAG_TR)
				paper_row(paper, node);
			else
				paper_block(paper, node);
		}
	}
	paper->left = left;
	if (block->tag == TAG_LBODY || block->tag == TAG_QUOTE)
		paper->x = left;
}

/* ---- an edition ---- */

static uint32_t
paper_colour(enum colour colour)
{
	switch (colour) {
	case COLOUR_paper: return 0xFFFFFF;
	case COLOUR_brand: return 0x0B4654;
	case COLOUR_rule: return 0xAFBEC4;
	case COLOUR_accent: return 0xE0A02C;
	case COLOUR_tint: return 0xEFF5F6;
	default: return 0x17232B;
	}
}

static struct paper
paper_new(struct arena *arena)
{
	struct paper paper = { .arena = arena, .words.arena = arena, .left = LEFT,
	    .right = RIGHT, .x = LEFT };

	paper.tree = tree_new(arena);
	paper.style = ARENA_NEW(arena, struct style);
	for (int i = 1; i < COLOUR_COUNT; i++)
		paper.style->look.light[i] = paper_colour((enum colour)i);
	paper.pages = ARENA_NEW(arena, struct pages);
	paper.pages->arena = arena;
	paper.pages->faces = arena_array(arena, FACES, sizeof *paper.pages->faces);
	paper.pages->face_count = FACES;
	for (int i = 0; i < FACES; i++) {
		hb_blob_t *blob = hb_blob_create_from_file_or_fail(paper_files[i]);
		hb_face_t *face = hb_face_create(blob, 0);

		assert(blob);
		paper_faces[i].path = text_of(paper_files[i]);
		paper.pages->faces[i] = &paper_faces[i];
		paper.fonts[i] = hb_font_create(face);
		hb_face_destroy(face);
		hb_blob_destroy(blob);
	}
	return paper;
}

/* Sets the tree, which is whole by now. */
static struct edition
paper_set(struct paper *paper)
{
	struct edition edition;

	tree_finish(paper->tree);
	paper->pages->spots =
	    arena_array(paper->arena, (size_t)paper->tree->count, sizeof *paper->pages->spots);
	for (int i = 0; i < paper->tree->count; i++)
		paper->pages->spots[i].page = -1;
	paper_page(paper);
	paper_block(paper, paper->tree->root);
	edition = (struct edition){ .tree = paper->tree, .pages = paper->pages, .style = paper->style,
	    .pdf = true };
	*array_push(paper->arena, &edition.sources) = (struct source){ TEXT("source.xml"),
	    TEXT("A paper"), TEXT("<plan xmlns=\"urn:planpress:1\"/>\n") };
	return edition;
}

static inline void
paper_close(struct paper *paper)
{
	for (int i = 0; i < FACES; i++)
		hb_font_destroy(paper->fonts[i]);
}

/* A block with words. */
static struct node *
paper_add(struct paper *paper, struct node *parent, enum tag tag, const char *words)
{
	struct node *node = tree_add(paper->tree, parent, tag, LOOK_plain);

	tree_text(paper->tree, node, text_of(words));
	return node;
}

static struct node *
paper_heading(struct paper *paper, struct node *parent, int level, const char *words)
{
	struct node *node = paper_add(paper, parent, TAG_H, words);

	node->level = level;
	tree_name(paper->tree, node, text_slug(paper->arena, text_of(words)));
	return node;
}

#endif
