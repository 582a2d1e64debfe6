/* SPDX-License-Identifier: MIT */
/*
 * Lines of words to text that is shown (ISO 32000-1, 9.4).
 *
 * The words of a leaf are read along with what is shown of them. So the spaces
 * between words are there as glyphs although layout leaves gaps, and a hyphen
 * that layout has put in says by ActualText that it is none of the words
 * (14.8.2.2.3).
 */
#include "write/pdf/page/text.h"

#include <assert.h>

#include "write/pdf/page/pen.h"
#include "write/pdf/page/reading.h"

/* A word being shown. */
struct showing {
	struct canvas *canvas;
	const struct font *font;
	const struct shaped *shaped;
	int64_t at;		/* where the next glyph belongs, in millionths of a point */
	bool hyphen;		/* its last cluster is a hyphen that is not in the words */
};

/* ---- words ---- */

static void
show_glyphs(struct showing *word, struct cluster cluster)
{
	struct canvas *canvas = word->canvas;

	for (int i = cluster.first; i < cluster.end; i++) {
		const struct glyph *glyph = &word->shaped->glyphs[i];
		/* A glyph that the face has not must not be shown (ISO 14289-1, 7.21.8). */
		int shown = glyph->id ? glyph->id : word->font->space;

		pen_rise(canvas, glyph->y);
		pen_move(canvas, word->at + (int64_t)glyph->x * canvas->size);
		if (shown)
			pen_code(canvas, word->font, shown);
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
		pen_span(word->canvas, is_hyphen ? TEXT("\u00AD") : cluster.words);
	show_glyphs(word, cluster);
	if (!is_said)
		pen_end_span(word->canvas);
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
	pen_end_line(canvas);
	if (reads_backwards(word)) {
		buffer_string(&canvas->out, "/ReversedChars BMC\n");
		show_runs(word);
	} else {
		pen_span(canvas, word->shaped->words);
		show_glyphs(word, (struct cluster){ .end = word->shaped->glyph_count });
	}
	pen_end_span(canvas);
}

static void
show_plain(struct showing *word, const struct coded *coded)
{
	struct canvas *canvas = word->canvas;

	canvas_renew(canvas);
	pen_move(canvas, word->at);
	pen_string(canvas);
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
	pen_rise(word->canvas, 0);
}

/* ---- lines ---- */

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
		pen_go(canvas, word->at - space, y);
		canvas_renew(canvas);
		pen_code(canvas, word->font, word->font->space);
	} else {
		pen_go(canvas, word->at, y);
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
		pen_font(canvas, piece->shaped->face, box->height);
		show_piece(&word, leaf, y, i == 0);
	}
	if (leaf && word.font && word.font->space && needs_space(canvas, leaf)) {
		canvas_renew(canvas);
		pen_code(canvas, word.font, word.font->space);
	}
}

/* Turned words have a text object of their own, which begins where they do. */
static void
show_turned(struct canvas *canvas, const struct box *box)
{
	pen_end(canvas);
	pen_begin(canvas);
	put_turn(&canvas->out, box->turn);
	put_lengths(&canvas->out, (length[2]){ box->x, from_foot(canvas->page, box->y) }, 2);
	buffer_string(&canvas->out, "Tm\n");
	show_pieces(canvas, box, 0, 0);
	pen_end(canvas);
}

void
text_show(struct canvas *canvas, const struct box *box)
{
	assert(canvas->in_text && box->height > 0);
	if (canvas->fill != box->colour)
		pen_end_line(canvas);
	canvas_fill_colour(canvas, box->colour);
	if (box->turn)
		show_turned(canvas, box);
	else
		show_pieces(canvas, box, box->x, from_foot(canvas->page, box->y));
}
