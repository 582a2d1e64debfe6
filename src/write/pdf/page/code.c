/* SPDX-License-Identifier: MIT */
/*
 * Codes of one byte where a font shows few enough glyphs, as nearly all do;
 * else of two, which are the numbers in the subset. And the maps that say so
 * (ISO 32000-1, 9.7.5 and 9.10.3).
 *
 * Of the codes of one byte, 20 to 7E (hexadecimal) mean themselves and nothing
 * else: a place stays empty where no glyph is shown for it.
 */
#include "write/pdf/page/code.h"

enum {
	FEW = 128,	/* by a map of ours MuPDF 1.21 finds no words for numbers beyond */
	FIRST_OWN = 0x20, LAST_OWN = 0x7E, CODES = 0x100,
	BLOCK = 100,		/* lines in a block of a map at most */
};

/* ---- which code ---- */

/* The code that a glyph has by what it means; 0 when it has none. */
static int
own_code(const struct glyph_use *use)
{
	unsigned char byte = use->words.length == 1 ? (unsigned char)use->words.s[0] : 0;

	return byte >= FIRST_OWN && byte <= LAST_OWN ? byte : 0;
}

/* The one after a code among those that mean nothing by themselves; none is the end of a line. */
static int
next_code(int code)
{
	do
		code++;
	while (code == '\n' || code == '\r');
	return code == FIRST_OWN ? LAST_OWN + 1 : code;
}

/* Of several glyphs that mean the same the first has its code. */
static struct coding
choose_narrow(struct font *font, int *glyphs)
{
	int by_code[CODES] = { 0 }, spare = 0, count = 0;

	for (int i = 0; i < font->glyph_count; i++) {
		struct glyph_use *use = &font->uses[i];
		int code;

		if (!use->shown)
			continue;
		code = own_code(use);
		if (code == 0 || by_code[code] > 0)
			code = spare = next_code(spare);
		by_code[code] = i;
		use->code = (uint16_t)code;
	}
	for (int code = 0; code < CODES; code++)
		if (by_code[code] > 0)
			glyphs[count++] = by_code[code];
	return (struct coding){ glyphs, count };
}

static struct coding
choose_wide(struct font *font, int *glyphs)
{
	int count = 0;

	for (int i = 0; i < font->glyph_count; i++) {
		if (!font->uses[i].shown)
			continue;
		font->uses[i].code = font->uses[i].cid;
		glyphs[count++] = i;
	}
	return (struct coding){ glyphs, count };
}

struct coding
codes_choose(struct pdf *pdf, struct font *font, int count)
{
	int *glyphs = arena_array(pdf->arena, (size_t)count, sizeof *glyphs);

	font->is_wide = count > FEW;
	return font->is_wide ? choose_wide(font, glyphs) : choose_narrow(font, glyphs);
}

/* ---- maps ---- */

/* A map being written: its lines stand back until a hundred, the most of a block, are known. */
struct map_text { struct buffer text, block; const char *lines; int count; };

static struct map_text
begin_map(struct pdf *pdf, const char *lines)
{
	struct map_text map = { .text.arena = pdf->arena, .block.arena = pdf->arena,
	    .lines = lines };

	buffer_string(&map.text,
	    "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n");
	return map;
}

static void
end_block(struct map_text *map)
{
	if (map->count == 0)
		return;
	buffer_format(&map->text, "%d begin%s\n", map->count, map->lines);
	buffer_text(&map->text, buffer_view(&map->block));
	buffer_format(&map->text, "end%s\n", map->lines);
	map->block.length = 0;
	map->count = 0;
}

static void
end_line(struct map_text *map)
{
	buffer_byte(&map->block, '\n');
	if (++map->count == BLOCK)
		end_block(map);
}

static struct text
end_map(struct map_text *map)
{
	end_block(map);
	buffer_string(&map->text,
	    "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
	return buffer_view(&map->text);
}

/* How many bytes a code has. */
static void
put_code_space(struct map_text *map, const struct font *font)
{
	buffer_format(&map->text, "1 begincodespacerange\n%s\nendcodespacerange\n",
	    font->is_wide ? "<0000><FFFF>" : "<00><FF>");
}

static void
put_code_name(struct map_text *map, const struct font *font, int code)
{
	buffer_format(&map->block, font->is_wide ? "<%04X>" : "<%02X>", (unsigned)code);
}

/* How many glyphs from a place on follow each other in their codes and in the subset. */
static int
run_at(const struct font *font, struct coding coding, int first)
{
	const struct glyph_use *use = &font->uses[coding.glyphs[first]];
	int count = 1;

	for (; first + count < coding.count; count++) {
		const struct glyph_use *next = &font->uses[coding.glyphs[first + count]];

		if (next->code != use->code + count || next->cid != use->cid + count)
			break;
	}
	return count;
}

static int
write_map(struct pdf *pdf, const struct font *font, struct coding coding, struct text name)
{
	static const char system[] =
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
	struct map_text map = begin_map(pdf, "cidrange");
	struct buffer body = { .arena = pdf->arena };

	buffer_format(&body, "/Type/CMap%s/CMapName/%.*s", system, TEXT_ARGS(name));
	buffer_format(&map.text, "%sdef\n/CMapName/%.*s def\n/CMapType 1 def\n", system,
	    TEXT_ARGS(name));
	put_code_space(&map, font);
	for (int i = 0; i < coding.count; ) {
		const struct glyph_use *use = &font->uses[coding.glyphs[i]];
		int run = run_at(font, coding, i);

		put_code_name(&map, font, use->code);
		put_code_name(&map, font, use->code + run - 1);
		buffer_format(&map.block, "%d", use->cid);
		end_line(&map);
		i += run;
	}
	return stream_add(pdf->objects, buffer_view(&body), end_map(&map), PACKING_FLATE);
}

void
put_encoding(struct pdf *pdf, struct buffer *body, const struct font *font, struct coding coding,
    struct text name)
{
	if (font->is_wide)
		buffer_format(body, "/Encoding/%.*s", TEXT_ARGS(name));
	else
		put_reference(body, "Encoding", write_map(pdf, font, coding, name));
}

/* "<code><words>", in UTF-16BE. */
static void
put_meaning(struct map_text *map, const struct font *font, const struct glyph_use *use)
{
	struct buffer wide = { .arena = map->text.arena };

	for (size_t at = 0; at < use->words.length; )
		put_utf16(&wide, utf8_next(use->words, &at));
	put_code_name(map, font, use->code);
	put_hex(&map->block, (const unsigned char *)wide.s, wide.length);
	end_line(map);
}

int
meanings_write(struct pdf *pdf, const struct font *font, struct coding coding)
{
	struct map_text map = begin_map(pdf, "bfchar");

	buffer_string(&map.text,
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
	    "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n");
	put_code_space(&map, font);
	if (!font->is_wide)
		buffer_string(&map.text, "1 beginbfrange\n<20><7E><0020>\nendbfrange\n");
	for (int i = 0; i < coding.count; i++) {
		const struct glyph_use *use = &font->uses[coding.glyphs[i]];

		if (font->is_wide || use->code < FIRST_OWN || use->code > LAST_OWN)
			put_meaning(&map, font, use);
	}
	return stream_add(pdf->objects, TEXT(""), end_map(&map), PACKING_FLATE);
}
