/* SPDX-License-Identifier: MIT */
/*
 * The cover: picture, council, title, what the document is, and its facts at
 * the foot in even columns.
 *
 * The picture of COVER_QUARTERS is 6 × 4 tiles, drawn from the SHA-256 of the
 * output's path, so that each service has its own and keeps it: one byte of
 * the sum chooses shape, turn and tones of one tile.
 */
#include "base/hash.h"
#include "typeset/furniture/furniture.h"
#include "typeset/page.h"

enum { ACROSS = 6, DOWN = 4 };
#define FACTS_EDGE POINTS(0.75)

/* ---- tiles ---- */

enum tile { TILE_PLAIN, TILE_QUARTER, TILE_RING, TILE_DIAGONAL, TILE_HALF, TILE_COUNT };

enum { VERBS_MOST = 6, POINTS_MOST = 9 };

/* Of a square of 1000. */
static const struct {
	int verb_count, point_count;
	enum path_verb verbs[VERBS_MOST];
	struct point points[POINTS_MOST];
} tiles[TILE_COUNT] = {
	[TILE_QUARTER] = { 4, 5, { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE },
	    { { 0, 0 }, { 1000, 0 }, { 1000, BULGE }, { BULGE, 1000 }, { 0, 1000 } } },
	[TILE_RING] = { 6, 9,
	    { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_LINE, PATH_CURVE, PATH_CLOSE },
	    { { 500, 0 }, { 1000, 0 }, { 1000, BULGE }, { BULGE, 1000 }, { 0, 1000 }, { 0, 500 },
	        { BULGE / 2, 500 }, { 500, BULGE / 2 }, { 500, 0 } } },
	[TILE_DIAGONAL] = { 4, 3, { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_CLOSE },
	    { { 0, 0 }, { 1000, 0 }, { 0, 1000 } } },
	[TILE_HALF] = { 5, 4, { PATH_MOVE, PATH_LINE, PATH_LINE, PATH_LINE, PATH_CLOSE },
	    { { 0, 0 }, { 1000, 0 }, { 1000, 500 }, { 0, 500 } } },
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

/* What a byte of the sum makes of a tile: dark above, light below. */
struct tile_look { enum tile tile; int turns, ground, tone; };

static void
paint_tile(const struct painter *painter, const struct tile_look *look, enum colour colour,
    struct point at, length side)
{
	int count = tiles[look->tile].point_count;
	struct point points[POINTS_MOST];
	struct shape *shape;

	if (look->tile == TILE_PLAIN)
		return;
	for (int i = 0; i < count; i++) {
		struct point to = turned(tiles[look->tile].points[i], look->turns);

		points[i] = (struct point){ scaled(side, to.x, 1000), scaled(side, to.y, 1000) };
	}
	shape = shape_new(painter->ts->shown, tiles[look->tile].verbs,
	    tiles[look->tile].verb_count, points);
	shape->fill = colour;
	paint_shape(painter, shape, at.x, at.y, NULL);
}

static struct tile_look
tile_look(unsigned byte, int row)
{
	struct tile_look look = { byte % TILE_COUNT, byte / 8 % 4, 0, 0 };

	look.ground = row == 0 ? 0 : (int)(byte / 32 % 2);
	look.tone = look.ground + 1 + (row >= 2 ? (int)(byte / 64 % 2) : 0);
	return look;
}

/*
 * The name stands on the first four tiles; one of the last row bears the accent;
 * light tiles never meet in a column.
 */
static void
paint_tiles(const struct painter *painter, length lift)
{
	const struct tree *tree = painter->ts->tree;
	length side = painter->page->width / ACROSS;
	int down = DOWN - (int)(lift / side);
	struct hash hash;
	unsigned char sum[32];
	bool was_light[ACROSS] = { false };

	hash_begin(&hash);
	hash_text(&hash, tree->file.length ? tree->file : tree->title);
	hash_end(&hash, sum);
	paint_fill(painter, COLOUR_brand, 0, 0, painter->page->width, side * down);
	for (int i = 0; i < ACROSS * down; i++) {
		int row = i / ACROSS, column = i % ACROSS;
		struct tile_look look = tile_look(sum[i], row);
		bool is_accent = row == down - 1 && column == sum[30] % ACROSS;
		bool is_light = look.tone == 3 && look.tile != TILE_PLAIN;

		if (row == 0 && column < 4)
			continue;
		if (is_light && was_light[column])
			look.tone = 2, is_light = false;
		was_light[column] |= is_light;
		if (is_accent && look.tile == TILE_PLAIN)
			look.tile = TILE_QUARTER;
		paint_fill(painter, tones[look.ground], column * side, row * side, side, side);
		paint_tile(painter, &look, is_accent ? COLOUR_accent : tones[look.tone],
		    (struct point){ column * side, row * side }, side);
	}
}

/* ---- the other pictures ---- */

static void
paint_art(const struct painter *painter, length lift)
{
	const struct tokens *look = painter->ts->look;
	length width = painter->page->width, height = painter->page->height,
	       art = look->space[SPACE_cover_art];

	switch (look->cover) {
	case COVER_QUARTERS:
		paint_tiles(painter, lift);
		break;
	case COVER_BAR:
		paint_fill(painter, COLOUR_brand, look->left,
		    look->space[SPACE_cover_title] - lift - POINTS(38),
		    width - look->left - look->right, art);
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

/* A block of words from y on, painted or only measured; where it ends. */
static length
put_words(const struct painter *painter, bool is_painted, const struct node *node,
    enum type_style style, enum colour colour, length y)
{
	struct typesetter *ts = painter->ts;
	length left = ts->look->space[SPACE_cover_left];
	struct upcoming next = { .disc = NO_DISC };
	struct galley galley = { 0 };
	struct flow flow = { .ts = ts, .galley = &galley, .next = &next, .style = style,
	    .colour = colour };
	const struct node *first = node->first;
	struct chunk *chunk = flow_words(&flow, node, &first, style, 0);

	if (!chunk)
		return y;
	chunk->how = SET_BALANCED;
	chunk->hyphenates = false;
	galley_set(ts, &galley, painter->page->width - left - ts->look->right);
	if (is_painted)
		galley_paint(painter, &galley, 0, galley.strips.count, left, y);
	return y + galley_height(&galley, 0, galley.strips.count);
}

/* ---- facts ---- */

enum { FACTS_MOST = 64, FACT_COLUMNS = 4 };	/* more than there are keys */

struct fact_set { struct galley *label, *value; };
struct facts {
	int count, columns;
	struct fact_set at[FACTS_MOST];
	length heights[FACTS_MOST];	/* of rows */
	length top, width, gap;		/* gap: between label and value */
};

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

	for (const struct node *node = table; node; node = node_next(node, table)) {
		const struct node *label = node->tag == TAG_TR ? node->first : NULL;

		if (!label || count == FACTS_MOST)
			continue;
		facts[count].label = set_fact(ts, label, STYLE_LABEL, COLOUR_muted, width);
		facts[count].value = set_fact(ts, label->next, STYLE_H4, COLOUR_NONE, width);
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
static struct facts
set_fact_table(const struct painter *painter, const struct node *table)
{
	struct typesetter *ts = painter->ts;
	const struct tokens *look = ts->look;
	length gap = look->type[STYLE_LABEL].leading - look->type[STYLE_LABEL].size;
	struct facts facts = { .top = painter->page->height - look->space[SPACE_cover_foot],
		.width = painter->page->width - look->space[SPACE_cover_left] - look->right };

	facts.columns =
	    look->type[STYLE_LABEL].size >= POINTS(14) ? FACT_COLUMNS / 2 : FACT_COLUMNS;
	facts.count = set_facts(ts, table, facts.width / facts.columns - POINTS(12), facts.at);
	for (int i = 0; i < facts.count; i++) {
		length *height = &facts.heights[i / facts.columns];

		*height = longer(*height, galley_whole(facts.at[i].label) + gap +
		        galley_whole(facts.at[i].value) + POINTS(8));
	}
	for (int row = 0; row * facts.columns < facts.count; row++)
		facts.top -= facts.heights[row];
	facts.top += POINTS(8);
	facts.gap = gap;
	return facts;
}

static void
paint_facts(const struct painter *painter, const struct facts *facts)
{
	const struct tokens *look = painter->ts->look;
	length left = look->space[SPACE_cover_left], y = facts->top;

	paint_fill(painter, COLOUR_edge, left, y - look->space[SPACE_cover_facts] - FACTS_EDGE,
	    facts->width, FACTS_EDGE);
	for (int i = 0; i < facts->count; i++) {
		const struct fact_set *fact = &facts->at[i];
		length x = left + i % facts->columns * (facts->width / facts->columns),
		       below = y + galley_whole(fact->label) + facts->gap;

		galley_paint(painter, fact->label, 0, fact->label->strips.count, x, y);
		galley_paint(painter, fact->value, 0, fact->value->strips.count, x, below);
		if (i % facts->columns == facts->columns - 1)
			y += facts->heights[i / facts->columns];
	}
}

/* ---- all of it ---- */

/* The title and what stands below it, painted or only measured; where they end. */
static length
put_title(const struct painter *painter, bool is_painted, const struct node *cover, length y)
{
	length below_title = painter->ts->look->space[SPACE_cover_subtitle], gap = POINTS(5);
	enum colour colour;

	for (const struct node *child = cover->first; child; child = child->next) {
		switch (child->look) {
		case LOOK_cover_council:
		case LOOK_cover_facts:
			break;
		case LOOK_cover_title:
			y = put_words(painter, is_painted, child, STYLE_TITLE, COLOUR_brand, y) +
			    below_title;
			break;
		case LOOK_lead:
			y = put_words(painter, is_painted, child, STYLE_LEAD, COLOUR_muted,
			        y + POINTS(12)) + gap;
			break;
		default:
			colour = child->look == LOOK_cover_aside ? COLOUR_muted : COLOUR_NONE;
			y = put_words(painter, is_painted, child, STYLE_SUBTITLE, colour, y);
			y += gap;
		}
	}
	return y;
}

/*
 * How much higher than the style says the title begins, so that it ends above
 * the facts; by whole tiles.
 */
static length
find_lift(const struct painter *painter, const struct node *cover, length facts_top)
{
	const struct tokens *look = painter->ts->look;
	length title = look->space[SPACE_cover_title], side = painter->page->width / ACROSS,
	       end = put_title(painter, false, cover, title),
	       facts = facts_top - look->space[SPACE_cover_facts] - look->space[SPACE_table_below],
	       lift = longer(0, end - facts);

	if (look->cover == COVER_QUARTERS) {
		lift = (lift + side - 1) / side * side;
		return lift < side * (DOWN - 1) ? lift : side * (DOWN - 1);
	}
	return lift < title - look->top ? lift : title - look->top;
}

void
paint_cover(const struct painter *painter, const struct node *cover)
{
	const struct tokens *look = painter->ts->look;
	const struct node *table = find_look(cover, LOOK_cover_facts),
	                  *council = find_look(cover, LOOK_cover_council);
	bool is_on_art = look->cover == COVER_QUARTERS;
	struct facts facts = set_fact_table(painter, table);
	length lift = find_lift(painter, cover, facts.top);

	paint_art(painter, lift);
	if (council)
		put_words(painter, true, council, STYLE_H2,
		    is_on_art ? COLOUR_on_brand : COLOUR_brand, look->space[SPACE_cover_name]);
	put_title(painter, true, cover, look->space[SPACE_cover_title] - lift);
	if (table)
		paint_facts(painter, &facts);
}
