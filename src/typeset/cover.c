/* SPDX-License-Identifier: MIT */
/*
 * The cover: picture, council, title, what the document is, and its facts at
 * the foot in even columns.
 *
 * The picture of COVER_QUARTERS is 6 × 4 tiles, drawn from the SHA-256 of the
 * document's id, so that each service has its own and keeps it: one byte of
 * the sum chooses shape, turn and tones of one tile.
 */
#include "base/hash.h"
#include "typeset/page.h"
#include "typeset/text/inline.h"

enum { ACROSS = 6, DOWN = 4, BULGE = 552 };
#define FACTS_EDGE POINTS(0.75)

/* ---- tiles ---- */

enum tile { TILE_PLAIN, TILE_QUARTER, TILE_RING, TILE_DIAGONAL, TILE_HALF, TILE_COUNT };

static const enum path_verb quarter_verbs[] = { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
static const struct point quarter[] = { { 0, 0 }, { 1000, 0 }, { 1000, BULGE }, { BULGE, 1000 }, { 0, 1000 } };
static const enum path_verb ring_verbs[] = { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };
static const struct point ring[] = { { 500, 0 }, { 1000, 0 }, { 1000, BULGE }, { BULGE, 1000 }, { 0, 1000 }, { 0, 500 },
	{ BULGE / 2, 500 }, { 500, BULGE / 2 }, { 500, 0 } };
static const enum path_verb diagonal_verbs[] = { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE };
static const struct point diagonal[] = { { 0, 0 }, { 1000, 0 }, { 0, 1000 } };
static const enum path_verb half_verbs[] = { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE };
static const struct point half[] = { { 0, 0 }, { 1000, 0 }, { 1000, 500 }, { 0, 500 } };

static const struct { const enum path_verb *verbs; const struct point *points; int verb_count, point_count; } tiles[TILE_COUNT] = {
	[TILE_QUARTER] = { quarter_verbs, quarter, 4, 5 },
	[TILE_RING] = { ring_verbs, ring, 6, 9 },
	[TILE_DIAGONAL] = { diagonal_verbs, diagonal, 4, 3 },
	[TILE_HALF] = { half_verbs, half, 5, 4 },
};

/* From dark to light; the accent stands apart. */
static const enum colour tones[] = { COLOUR_brand, COLOUR_brand2, COLOUR_tone3, COLOUR_tone4 };

/* A point of the unit square after quarter turns. */
static struct point
turned(struct point at, int turns)
{
	for (; turns > 0; turns--)
		at = (struct point){ 1000 - at.y, at.x };
	return at;
}

static void
paint_tile(const struct painter *painter, enum tile tile, int turns, enum colour colour, length x,
    length y, length side)
{
	struct arena *arena = painter->ts->shown;
	struct shape *shape = ARENA_NEW(arena, struct shape);

	if (tile == TILE_PLAIN)
		return;
	shape->fill = colour;
	shape->verb_count = tiles[tile].verb_count;
	shape->verbs =
	    arena_copy(arena, tiles[tile].verbs, (size_t)shape->verb_count * sizeof *shape->verbs);
	shape->points = arena_array(arena, (size_t)tiles[tile].point_count, sizeof *shape->points);
	for (int i = 0; i < tiles[tile].point_count; i++) {
		struct point at = turned(tiles[tile].points[i], turns);

		shape->points[i] = (struct point){ scaled(side, at.x, 1000), scaled(side, at.y, 1000) };
	}
	paint_shape(painter, shape, x, y, NULL);
}

/* What a byte of the sum makes of a tile: dark above, light below. */
struct tile_look { enum tile tile; int turns, ground, tone; };

static struct tile_look
tile_look(unsigned byte, int row)
{
	struct tile_look look = { byte % TILE_COUNT, byte / 8 % 4, 0, 0 };

	look.ground = row == 0 ? 0 : (int)(byte / 32 % 2);
	look.tone = look.ground + 1 + (row >= 2 ? (int)(byte / 64 % 2) : 0);
	return look;
}

/* The name stands on the first four tiles; one of the last row bears the accent; light tiles never meet in a column. */
static void
paint_tiles(const struct painter *painter)
{
	const struct tree *tree = painter->ts->tree;
	length side = painter->page->width / ACROSS;
	struct hash hash;
	unsigned char sum[32];
	bool was_light[ACROSS] = { false };

	hash_begin(&hash);
	hash_text(&hash, tree->file.length ? tree->file : tree->title);
	hash_end(&hash, sum);
	paint_fill(painter, COLOUR_brand, 0, 0, painter->page->width, side * DOWN);
	for (int i = 0; i < ACROSS * DOWN; i++) {
		int row = i / ACROSS, column = i % ACROSS;
		struct tile_look look = tile_look(sum[i], row);
		bool is_accent = row == DOWN - 1 && column == sum[30] % ACROSS;
		bool is_light = look.tone == 3 && look.tile != TILE_PLAIN;

		if (row == 0 && column < 4)
			continue;
		if (is_light && was_light[column])
			look.tone = 2, is_light = false;
		was_light[column] |= is_light;
		if (is_accent && look.tile == TILE_PLAIN)
			look.tile = TILE_QUARTER;
		paint_fill(painter, tones[look.ground], column * side, row * side, side, side);
		paint_tile(painter, look.tile, look.turns,
		    is_accent ? COLOUR_accent : tones[look.tone], column * side, row * side, side);
	}
}

/* ---- the other pictures ---- */

static void
paint_art(const struct painter *painter)
{
	const struct tokens *look = painter->ts->look;
	length width = painter->page->width, height = painter->page->height,
	       art = look->space[SPACE_cover_art];

	switch (look->cover) {
	case COVER_QUARTERS:
		paint_tiles(painter);
		break;
	case COVER_BAR:
		paint_fill(painter, COLOUR_brand, look->left,
		    look->space[SPACE_cover_title] - POINTS(38), width - look->left - look->right,
		    art);
		break;
	case COVER_COLUMNS:
		paint_fill(painter, COLOUR_tint, 0, 0, width, height);
		paint_fill(painter, COLOUR_brand, 0, 0, art * 4 / 5, height);
		paint_fill(painter, COLOUR_accent, art * 4 / 5, 0, art / 5, height);
		break;
	}
}

/* ---- words ---- */

static const struct node *
find_look(const struct node *top, enum look look)
{
	for (const struct node *node = top; node; node = node_next(node, top))
		if (node->look == look)
			return node;
	return NULL;
}

/* A block of words from y on; where it ends. */
static length
paint_words(const struct painter *painter, const struct node *node, enum type_style style,
    enum colour colour, length y)
{
	struct typesetter *ts = painter->ts;
	length left = ts->look->space[SPACE_cover_left];
	struct upcoming next = { .disc = NO_DISC };
	struct galley galley = { 0 };
	struct flow flow = { .ts = ts, .galley = &galley, .style = style, .colour = colour, .next = &next };
	const struct node *first = node->first;
	struct chunk *chunk = flow_words(&flow, node, &first, style, 0);

	if (!chunk)
		return y;
	chunk->how = SET_BALANCED;
	chunk->hyphenates = false;
	galley_set(ts, &galley, painter->page->width - left - ts->look->right);
	galley_paint(painter, &galley, 0, galley.strips.count, left, y);
	return y + galley_height(&galley, 0, galley.strips.count);
}

/* ---- facts ---- */

enum { FACTS_MOST = 64, FACT_COLUMNS = 4 };	/* more than there are keys */

struct fact_set { struct galley *label, *value; };

static struct galley *
set_fact(struct typesetter *ts, const struct node *cell, enum type_style style, enum colour colour,
    length width)
{
	struct galley *galley = ARENA_NEW(ts->arena, struct galley);
	struct upcoming next;
	struct flow flow = flow_of_cell(ts, &next, galley, style);

	next = (struct upcoming){ .disc = NO_DISC };
	flow.colour = colour;
	if (cell)
		flow_children(&flow, cell);
	galley_set(ts, galley, width);
	return galley;
}

static int
set_facts(struct typesetter *ts, const struct node *table, length width, struct fact_set *facts)
{
	int count = 0;

	for (const struct node *node = table; node && count < FACTS_MOST; node = node_next(node, table)) {
		const struct node *value;

		if (node->tag != TAG_TR || !node->first)
			continue;
		value = node->first->next;
		facts[count].label = set_fact(ts, node->first, STYLE_LABEL, COLOUR_muted, width);
		facts[count].value = set_fact(ts, value, STYLE_H4, COLOUR_NONE, width);
		count++;
	}
	return count;
}

static length
galley_whole(const struct galley *galley)
{
	return galley_height(galley, 0, galley->strips.count);
}

/* Label over value, in as many columns as the style's type leaves room for. */
static void
paint_facts(const struct painter *painter, const struct node *table)
{
	struct typesetter *ts = painter->ts;
	const struct tokens *look = ts->look;
	length left = look->space[SPACE_cover_left],
	       all = painter->page->width - left - look->right;
	int columns = look->type[STYLE_LABEL].size >= POINTS(14) ? FACT_COLUMNS / 2 : FACT_COLUMNS,
	    count;
	length width = all / columns, y = painter->page->height - look->space[SPACE_cover_foot];
	length gap = look->type[STYLE_LABEL].leading - look->type[STYLE_LABEL].size;
	struct fact_set facts[FACTS_MOST];
	length heights[FACTS_MOST] = { 0 };

	count = set_facts(ts, table, width - POINTS(12), facts);
	for (int i = 0; i < count; i++)
		heights[i / columns] = longer(heights[i / columns],
		    galley_whole(facts[i].label) + gap + galley_whole(facts[i].value) + POINTS(8));
	for (int row = 0; row * columns < count; row++)
		y -= heights[row];
	y += POINTS(8);
	paint_fill(painter, COLOUR_edge, left, y - look->space[SPACE_cover_facts] - FACTS_EDGE, all,
	    FACTS_EDGE);
	for (int i = 0; i < count; i++) {
		length x = left + i % columns * width,
		       below = y + galley_whole(facts[i].label) + gap;

		galley_paint(painter, facts[i].label, 0, facts[i].label->strips.count, x, y);
		galley_paint(painter, facts[i].value, 0, facts[i].value->strips.count, x, below);
		if (i % columns == columns - 1)
			y += heights[i / columns];
	}
}

void
paint_cover(const struct painter *painter, const struct node *cover)
{
	const struct tokens *look = painter->ts->look;
	const struct node *facts = find_look(cover, LOOK_cover_facts);
	length y = look->space[SPACE_cover_title];
	bool is_on_art = look->cover == COVER_QUARTERS;

	paint_art(painter);
	for (const struct node *child = cover->first; child; child = child->next) {
		switch (child->look) {
		case LOOK_cover_council:
			paint_words(painter, child, STYLE_H2,
			    is_on_art ? COLOUR_on_brand : COLOUR_brand,
			    look->space[SPACE_cover_name]);
			break;
		case LOOK_cover_title:
			y = paint_words(painter, child, STYLE_TITLE, COLOUR_brand, y) +
			    look->space[SPACE_cover_subtitle];
			break;
		case LOOK_cover_facts:
			break;
		case LOOK_lead:
			y = paint_words(painter, child, STYLE_LEAD, COLOUR_muted, y + POINTS(12)) +
			    POINTS(5);
			break;
		case LOOK_cover_aside:
			y = paint_words(painter, child, STYLE_SUBTITLE, COLOUR_muted, y) + POINTS(5);
			break;
		default:
			y = paint_words(painter, child, STYLE_SUBTITLE, COLOUR_NONE, y) + POINTS(5);
		}
	}
	if (facts)
		paint_facts(painter, facts);
}
