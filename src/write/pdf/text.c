/* SPDX-License-Identifier: MIT */
/*
 * Lines of words to text operators (ISO 32000-1, 9.4).
 *
 * The pen is followed in millionths of a point, as a reader follows it by the
 * widths that the font declares, and every glyph is placed against it: errors
 * of rounding (at most half of 1/1000 em) never add up.
 *
 * The words of a leaf are read along with what is shown of them. So the spaces
 * between words are there as glyphs although layout leaves gaps, and a hyphen
 * that layout has put in says by ActualText that it is none of the words
 * (14.8.2.2.3). Right-to-left words stand as they are drawn, within the words
 * as they are read.
 */
#include "write/pdf/text.h"

#include <assert.h>
#include <string.h>

/* How a word stands in its leaf: not at all, as it is, or all but its last hyphen. */
enum reading { READ_NOT, READ_WHOLE, READ_BROKEN };

/* A word being shown. */
struct showing {
	struct canvas *canvas;
	const struct font *font;
	const struct shaped *shaped;
	int64_t at;		/* where the next glyph belongs, in millionths of a point */
	bool hyphen;		/* its last cluster is a hyphen that is not in the words */
};

/* ---- operators ---- */

void
text_end_line(struct canvas *canvas)
{
	if (canvas->in_string)
		buffer_byte(&canvas->out, ')');
	if (canvas->in_array)
		buffer_string(&canvas->out, "]TJ\n");
	canvas->in_string = canvas->in_array = false;
}

void
text_begin(struct canvas *canvas)
{
	if (canvas->in_text)
		return;
	buffer_string(&canvas->out, "BT\n");
	canvas->in_text = true;
	canvas->line_x = canvas->line_y = 0;
	canvas->pen = 0;
}

void
text_end(struct canvas *canvas)
{
	if (!canvas->in_text)
		return;
	text_end_line(canvas);
	buffer_string(&canvas->out, "ET\n");
	canvas->in_text = false;
}

static void
set_font(struct canvas *canvas, int face, length size)
{
	if (canvas->face == face && canvas->size == size)
		return;
	text_end_line(canvas);
	buffer_format(&canvas->out, "/F%d ", face);
	put_lengths(&canvas->out, &size, 1);
	buffer_string(&canvas->out, "Tf\n");
	canvas->face = face;
	canvas->size = size;
}

static void
set_rise(struct canvas *canvas, length rise)
{
	if (canvas->rise == rise)
		return;
	text_end_line(canvas);
	put_lengths(&canvas->out, &rise, 1);
	buffer_string(&canvas->out, "Ts\n");
	canvas->rise = rise;
}

static void
move_line(struct canvas *canvas, length x, length y)
{
	text_end_line(canvas);
	put_lengths(&canvas->out, (length[2]){ x - canvas->line_x, y - canvas->line_y }, 2);
	buffer_string(&canvas->out, "Td\n");
	canvas->line_x = x;
	canvas->line_y = y;
	canvas->pen = (int64_t)x * 1000;
}

static int64_t
divide_rounded(int64_t a, int64_t b)
{
	return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

/* Moves the pen by an adjustment, to the nearest 1/1000 em. */
static void
move_pen(struct canvas *canvas, int64_t to)
{
	int64_t adjustment = to == canvas->pen ? 0 : divide_rounded(to - canvas->pen, canvas->size);

	if (!canvas->in_array)
		buffer_byte(&canvas->out, '[');
	canvas->in_array = true;
	if (adjustment == 0)
		return;
	if (canvas->in_string)
		buffer_byte(&canvas->out, ')');
	canvas->in_string = false;
	buffer_number(&canvas->out, -adjustment);
	canvas->pen += adjustment * canvas->size;
}

static void
show_code(struct canvas *canvas, const struct glyph_use *use)
{
	if (!canvas->in_string)
		buffer_byte(&canvas->out, '(');
	canvas->in_string = true;
	put_byte(&canvas->out, (char)(use->code >> 8));
	put_byte(&canvas->out, (char)use->code);
	canvas->pen += (int64_t)use->width * canvas->size;
}

/* A Span within the marked content, for words that the glyphs do not say. */
static void
begin_span(struct canvas *canvas, struct text words)
{
	text_end_line(canvas);
	buffer_string(&canvas->out, "/Span<</ActualText");
	put_words(&canvas->out, words);
	buffer_string(&canvas->out, ">>BDC\n");
}

static void
end_span(struct canvas *canvas)
{
	text_end_line(canvas);
	buffer_string(&canvas->out, "EMC\n");
}

/* ---- the words of a leaf ---- */

/* Characters that layout takes note of and never shows: soft hyphen, zero-width space, word joiner. */
static size_t
skip_unseen(struct text words, size_t at)
{
	static const char unseen[][4] = { "\u00AD", "\u200B", "\u2060" };

	for (size_t i = 0; i < 3; ) {
		size_t size = strlen(unseen[i]);

		if (words.length - at >= size && memcmp(words.s + at, unseen[i], size) == 0) {
			at += size;
			i = 0;
		} else {
			i++;
		}
	}
	return at;
}

static size_t
skip_spaces(struct text words, size_t at)
{
	for (size_t before = SIZE_MAX; at != before; ) {
		before = at;
		at = skip_unseen(words, at);
		while (at < words.length && words.s[at] == ' ')
			at++;
	}
	return at;
}

/* Reads part of the words from an offset on; false when it does not stand there. */
static bool
read_words(struct text words, size_t *at, struct text part)
{
	size_t here = *at;

	for (size_t i = 0; i < part.length; i++, here++) {
		if (here >= words.length || words.s[here] != part.s[i])
			here = skip_unseen(words, here);
		if (here >= words.length || words.s[here] != part.s[i])
			return false;
	}
	*at = here;
	return true;
}

static struct text
without_hyphen(struct text words)
{
	size_t size = text_ends(words, "-") ? 1 : text_ends(words, "\u2010") ? 3 : 0;

	return text_slice(words, 0, words.length - size);
}

/* Reads a word of a leaf. */
static enum reading
read_word(struct pdf *pdf, const struct node *leaf, struct text word)
{
	struct trace *trace = &pdf->traces[leaf->index];
	size_t at = trace->read;
	struct text stem = without_hyphen(word);
	enum reading reading = READ_NOT;

	if (read_words(leaf->words, &at, word))
		reading = READ_WHOLE;
	else if (stem.length < word.length && read_words(leaf->words, &at, stem))
		reading = READ_BROKEN;
	trace->read = (uint32_t)at;
	return reading;
}

/* Reads the white space before the next word; says whether there is any. */
static bool
read_space(struct pdf *pdf, const struct node *leaf)
{
	struct trace *trace = &pdf->traces[leaf->index];
	size_t at = skip_spaces(leaf->words, trace->read);
	bool is_space = false;

	for (size_t i = trace->read; i < at; i++)
		is_space |= leaf->words.s[i] == ' ';
	trace->read = (uint32_t)at;
	return is_space;
}

/* Whether a line end, or white space that no box shows, stands behind a leaf that has been read. */
static bool
ends_word(const struct pdf *pdf, const struct node *leaf)
{
	const struct node *next = leaf;

	if (pdf->traces[leaf->index].read < leaf->words.length)
		return false;
	while ((next = node_next(next, pdf->tree->root)) && tag_is_inline(next->tag)) {
		if (next->tag == TAG_BREAK)
			return true;
		if (next->tag == TAG_PAGE_OF || pdf->traces[next->index].drawn)
			return false;
		if (next->tag == TAG_TEXT && next->words.length > 0)
			return text_is_blank(next->words);
	}
	return false;
}

/* ---- words ---- */

static void
show_glyphs(struct showing *word, struct cluster cluster)
{
	struct canvas *canvas = word->canvas;

	for (int i = cluster.first; i < cluster.end; i++) {
		const struct glyph *glyph = &word->shaped->glyphs[i];
		/* A glyph that the face has not must not be shown (ISO 14289-1, 7.21.8). */
		int shown = glyph->id ? glyph->id : word->font->space;

		set_rise(canvas, (length)((int64_t)glyph->y * canvas->size / 1000));
		move_pen(canvas, word->at + (int64_t)glyph->x * canvas->size);
		if (shown)
			show_code(canvas, &word->font->uses[shown]);
		word->at += (int64_t)glyph->advance * canvas->size;
	}
}

/* Whether the glyphs of a cluster say its words by themselves. */
static bool
says(const struct showing *word, struct cluster cluster)
{
	int glyph = word->shaped->glyphs[cluster.first].id;

	if (cluster.end - cluster.first > 1)
		return false;
	if (glyph == word->font->space)
		return true;
	return glyph > 0 && text_equal(word->font->uses[glyph].words, cluster.words);
}

static void
show_clusters(struct showing *word)
{
	int count = word->shaped->glyph_count;

	for (int i = 0; i < count; ) {
		struct cluster cluster = cluster_at(word->shaped, i);
		bool is_hyphen = word->hyphen && cluster.end == count;
		bool is_said = !is_hyphen && (word->shaped->backwards || says(word, cluster));

		if (!is_said)
			begin_span(word->canvas, is_hyphen ? TEXT("\u00AD") : cluster.words);
		show_glyphs(word, cluster);
		if (!is_said)
			end_span(word->canvas);
		i = cluster.end;
	}
}

/* Right to left: as it is drawn, within the words as they are read. */
static void
show_word(struct showing *word)
{
	if (word->shaped->backwards)
		begin_span(word->canvas, word->shaped->words);
	show_clusters(word);
	if (word->shaped->backwards)
		end_span(word->canvas);
	set_rise(word->canvas, 0);
}

/* ---- lines ---- */

/* Brings the pen near to x: on with the line where it stands there, else by a new one. */
static void
go_to(struct canvas *canvas, int64_t at, length y)
{
	int64_t gap = at - canvas->pen;
	int64_t near = (int64_t)canvas->size * 1000;

	if (canvas->line_y != y || (!canvas->in_array && (gap > near || gap < -near)))
		move_line(canvas, (length)divide_rounded(at, 1000), y);
	move_pen(canvas, at);
}

/* Shows a piece at word->at, after a space where its leaf has one, or a gap tells of one. */
static void
show_piece(struct showing *word, const struct node *leaf, length y, bool is_first)
{
	struct canvas *canvas = word->canvas;
	struct text words = word->shaped->words;
	bool is_spaced = leaf && !text_begins(words, " ") && read_space(canvas->pdf, leaf);
	enum reading reading = leaf ? read_word(canvas->pdf, leaf, words) : READ_NOT;
	int64_t space = (int64_t)word->font->uses[word->font->space].width * canvas->size;

	if (reading == READ_NOT && !is_first)
		is_spaced |= word->at - canvas->pen > space / 2;
	word->hyphen = reading == READ_BROKEN;
	if (is_spaced && word->font->space) {
		go_to(canvas, word->at - space, y);
		show_code(canvas, &word->font->uses[word->font->space]);
	} else {
		go_to(canvas, word->at, y);
	}
	show_word(word);
}

/* A box's pieces, from x at the line y; then the space before what follows on the next line. */
static void
show_pieces(struct canvas *canvas, const struct box *box, length x, length y)
{
	const struct node *leaf = box->shows && box->shows->tag == TAG_TEXT ? box->shows : NULL;
	struct showing word = { .canvas = canvas };

	for (int i = 0; i < box->piece_count; i++) {
		const struct piece *piece = &box->pieces[i];

		word.shaped = piece->shaped;
		word.font = &canvas->pdf->fonts[piece->shaped->face];
		word.at = ((int64_t)x + piece->x) * 1000;
		set_font(canvas, piece->shaped->face, box->height);
		show_piece(&word, leaf, y, i == 0);
	}
	if (leaf && word.font && word.font->space && (read_space(canvas->pdf, leaf) || ends_word(canvas->pdf, leaf))) {
		move_pen(canvas, canvas->pen);
		show_code(canvas, &word.font->uses[word.font->space]);
	}
}

/* Turned words have a text object of their own, which begins where they do. */
static void
show_turned(struct canvas *canvas, const struct box *box)
{
	text_end(canvas);
	text_begin(canvas);
	put_turn(&canvas->out, box->turn);
	put_lengths(&canvas->out, (length[2]){ box->x, from_foot(canvas->page, box->y) }, 2);
	buffer_string(&canvas->out, "Tm\n");
	show_pieces(canvas, box, 0, 0);
	text_end(canvas);
}

void
text_show(struct canvas *canvas, const struct box *box)
{
	assert(canvas->in_text && box->height > 0);
	if (canvas->fill != box->colour)
		text_end_line(canvas);
	canvas_fill_colour(canvas, box->colour);
	if (box->turn)
		show_turned(canvas, box);
	else
		show_pieces(canvas, box, box->x, from_foot(canvas->page, box->y));
}
