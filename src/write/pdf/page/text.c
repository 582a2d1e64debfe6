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
 * (14.8.2.2.3).
 */
#include "write/pdf/page/text.h"

#include <assert.h>

#include "write/pdf/page/reading.h"

/* A word being shown. */
struct showing {
	struct canvas *canvas;
	const struct font *font;
	const struct shaped *shaped;
	int64_t at;		/* where the next glyph belongs, in millionths of a point */
	bool hyphen;		/* its last cluster is a hyphen that is not in the words */
};

static int64_t
divide_rounded(int64_t a, int64_t b)
{
	return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

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

/* By thousandths of an em. */
static void
set_rise(struct canvas *canvas, int thousandths)
{
	length rise =
	    thousandths ? (length)divide_rounded((int64_t)thousandths * canvas->size, 1000) : 0;

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

static void
begin_array(struct canvas *canvas)
{
	if (!canvas->in_array)
		buffer_byte(&canvas->out, '[');
	canvas->in_array = true;
}

/* True when the array ends with a number, from which another must be parted. */
static bool
ends_with_number(const struct buffer *out)
{
	char last = out->length > 0 ? out->s[out->length - 1] : '[';

	return last >= '0' && last <= '9';
}

/* Moves the pen by an adjustment, to the nearest 1/1000 em. */
static void
move_pen(struct canvas *canvas, int64_t to)
{
	int64_t adjustment = to == canvas->pen ? 0 : divide_rounded(to - canvas->pen, canvas->size);

	if (adjustment == 0)
		return;
	begin_array(canvas);
	if (canvas->in_string)
		buffer_byte(&canvas->out, ')');
	else if (ends_with_number(&canvas->out))
		buffer_byte(&canvas->out, ' ');
	canvas->in_string = false;
	buffer_number(&canvas->out, -adjustment);
	canvas->pen += adjustment * canvas->size;
}

static void
begin_string(struct canvas *canvas)
{
	begin_array(canvas);
	if (!canvas->in_string)
		buffer_byte(&canvas->out, '(');
	canvas->in_string = true;
}

static void
show_code(struct canvas *canvas, const struct glyph_use *use)
{
	begin_string(canvas);
	put_code(&canvas->out, use->code);
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

/*
 * Readers (poppler) take the end of a sequence for that of the one around it:
 * nothing follows in that.
 */
static void
end_span(struct canvas *canvas)
{
	text_end_line(canvas);
	buffer_string(&canvas->out, "EMC\n");
	canvas->spent = true;
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

		set_rise(canvas, glyph->y);
		move_pen(canvas, word->at + (int64_t)glyph->x * canvas->size);
		if (shown)
			show_code(canvas, &word->font->uses[shown]);
		word->at += (int64_t)glyph->advance * canvas->size;
	}
}

static void
show_cluster(struct showing *word, struct cluster cluster)
{
	bool is_hyphen = word->hyphen && cluster.end == word->shaped->glyph_count;
	bool is_said = !is_hyphen && font_says(word->font, word->shaped, cluster);

	if (!is_hyphen && skip_unseen(cluster.words, 0) == cluster.words.length)
		return;
	canvas_renew(word->canvas);
	if (!is_said)
		begin_span(word->canvas, is_hyphen ? TEXT("\u00AD") : cluster.words);
	show_glyphs(word, cluster);
	if (!is_said)
		end_span(word->canvas);
}

/* Whether the glyphs of a word, the last first, say its words one after the other. */
static bool
reads_backwards(const struct showing *word)
{
	struct text words = word->shaped->words;
	size_t at = 0;

	for (int i = word->shaped->glyph_count - 1; i >= 0; i--) {
		const struct glyph_use *use = &word->font->uses[word->shaped->glyphs[i].id];

		if (!word->shaped->glyphs[i].id ||
		    !text_equal(text_slice(words, at, at + use->words.length), use->words))
			return false;
		at += use->words.length;
	}
	return at == words.length;
}

/* Whether a glyph stands beside the one before it as the font has them. */
static bool
is_joined(const struct glyph *glyph)
{
	return glyph[-1].advance == glyph[-1].natural && !glyph[-1].x && !glyph->x &&
	    glyph[-1].y == glyph->y;
}

/* Runs of glyphs that are joined: as they are drawn; run after run: as they are read. */
static void
show_runs(struct showing *word)
{
	const struct glyph *glyphs = word->shaped->glyphs;
	int64_t left = word->at, x = word->shaped->advance;

	for (int end = word->shaped->glyph_count, first; end > 0; end = first) {
		first = end - 1;
		while (first > 0 && is_joined(&glyphs[first]))
			first--;
		for (int i = first; i < end; i++)
			x -= glyphs[i].advance;
		word->at = left + x * word->canvas->size;
		show_glyphs(word, (struct cluster){ .first = first, .end = end });
	}
}

/*
 * Right to left: strings follow each other as they are read, and each is
 * reversed, as readers that go by places want it (14.8.2.3.3). Where the glyphs
 * do not tell the words, they stand in a Span that does.
 */
static void
show_backwards(struct showing *word)
{
	struct canvas *canvas = word->canvas;

	canvas_renew(canvas);
	text_end_line(canvas);
	if (reads_backwards(word)) {
		buffer_string(&canvas->out, "/ReversedChars BMC\n");
		show_runs(word);
	} else {
		begin_span(canvas, word->shaped->words);
		show_glyphs(word, (struct cluster){ .end = word->shaped->glyph_count });
	}
	end_span(canvas);
}

static void
show_plain(struct showing *word, const struct coded *coded)
{
	struct canvas *canvas = word->canvas;

	canvas_renew(canvas);
	move_pen(canvas, word->at);
	begin_string(canvas);
	buffer_text(&canvas->out, coded->codes);
	canvas->pen += (int64_t)coded->travel * canvas->size;
}

static void
show_word(struct showing *word)
{
	const struct coded *coded = font_word(word->canvas->pdf, word->shaped);

	if (word->shaped->backwards)
		show_backwards(word);
	else if (coded->is_plain && !word->hyphen)
		show_plain(word, coded);
	else
		for (int i = 0; i < word->shaped->glyph_count; ) {
			struct cluster cluster = cluster_at(word->shaped, i);

			show_cluster(word, cluster);
			i = cluster.end;
		}
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
	bool is_spaced = leaf && !text_begins(words, " ") && reading_space(canvas->pdf, leaf);
	enum reading reading = leaf ? reading_word(canvas->pdf, leaf, words) : READ_NOT;
	int64_t space = (int64_t)word->font->uses[word->font->space].width * canvas->size;

	if (reading == READ_NOT && !is_first)
		is_spaced |= word->at - canvas->pen > space / 2;
	word->hyphen = reading == READ_BROKEN;
	if (is_spaced && word->font->space) {
		go_to(canvas, word->at - space, y);
		canvas_renew(canvas);
		show_code(canvas, &word->font->uses[word->font->space]);
	} else {
		go_to(canvas, word->at, y);
	}
	show_word(word);
}

/* Whether a space stands behind a box's words that neither it nor the next box brings. */
static bool
needs_space(const struct canvas *canvas, const struct node *leaf)
{
	const struct box *next = canvas->next;

	if (next && next->kind == BOX_TEXT && next->shows == leaf && next->piece_count > 0 &&
	    text_begins(next->pieces[0].shaped->words, " "))
		return false;
	return reading_space(canvas->pdf, leaf) || reading_ends(canvas->pdf, leaf);
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
	if (leaf && word.font && word.font->space && needs_space(canvas, leaf)) {
		canvas_renew(canvas);
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
