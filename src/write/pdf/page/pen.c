/* SPDX-License-Identifier: MIT */
/*
 * The text operators (ISO 32000-1, 9.4), each written only where it changes what
 * the one before it has set.
 *
 * The pen is followed in millionths of a point, as a reader follows it by the
 * widths that the font declares, and every glyph is placed against it: errors
 * of rounding (at most half of 1/1000 em) never add up.
 */
#include "write/pdf/page/pen.h"

static int64_t
divide_rounded(int64_t a, int64_t b)
{
	return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

void
pen_end_line(struct canvas *canvas)
{
	if (canvas->in_string)
		buffer_byte(&canvas->out, ')');
	if (canvas->in_array)
		buffer_string(&canvas->out, "]TJ\n");
	canvas->in_string = canvas->in_array = false;
}

void
pen_begin(struct canvas *canvas)
{
	if (canvas->in_text)
		return;
	buffer_string(&canvas->out, "BT\n");
	canvas->in_text = true;
	canvas->line_x = canvas->line_y = 0;
	canvas->pen = 0;
}

void
pen_end(struct canvas *canvas)
{
	if (!canvas->in_text)
		return;
	pen_end_line(canvas);
	buffer_string(&canvas->out, "ET\n");
	canvas->in_text = false;
}

void
pen_font(struct canvas *canvas, int face, length size)
{
	if (canvas->face == face && canvas->size == size)
		return;
	pen_end_line(canvas);
	buffer_format(&canvas->out, "/F%d ", face);
	put_lengths(&canvas->out, &size, 1);
	buffer_string(&canvas->out, "Tf\n");
	canvas->face = face;
	canvas->size = size;
}

void
pen_rise(struct canvas *canvas, int thousandths)
{
	length rise =
	    thousandths ? (length)divide_rounded((int64_t)thousandths * canvas->size, 1000) : 0;

	if (canvas->rise == rise)
		return;
	pen_end_line(canvas);
	put_lengths(&canvas->out, &rise, 1);
	buffer_string(&canvas->out, "Ts\n");
	canvas->rise = rise;
}

static void
move_line(struct canvas *canvas, length x, length y)
{
	pen_end_line(canvas);
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

	return is_digit(last);
}

/* Moves the pen by an adjustment, to the nearest 1/1000 em. */
void
pen_move(struct canvas *canvas, int64_t to)
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

/* Brings the pen near to x: on with the line where it stands there, else by a new one. */
void
pen_go(struct canvas *canvas, int64_t at, length y)
{
	int64_t gap = at - canvas->pen;
	int64_t near = (int64_t)canvas->size * 1000;

	if (canvas->line_y != y || (!canvas->in_array && (gap > near || gap < -near)))
		move_line(canvas, (length)divide_rounded(at, 1000), y);
	pen_move(canvas, at);
}

void
pen_string(struct canvas *canvas)
{
	begin_array(canvas);
	if (!canvas->in_string)
		buffer_byte(&canvas->out, '(');
	canvas->in_string = true;
}

void
pen_code(struct canvas *canvas, const struct font *font, int glyph)
{
	pen_string(canvas);
	put_code(&canvas->out, font, glyph);
	canvas->pen += (int64_t)font->uses[glyph].width * canvas->size;
}

void
pen_span(struct canvas *canvas, struct text words)
{
	pen_end_line(canvas);
	buffer_string(&canvas->out, "/Span<</ActualText");
	put_words(&canvas->out, words);
	buffer_string(&canvas->out, ">>BDC\n");
}

/*
 * Readers (poppler) take the end of a sequence for that of the one around it:
 * nothing follows in that.
 */
void
pen_end_span(struct canvas *canvas)
{
	pen_end_line(canvas);
	buffer_string(&canvas->out, "EMC\n");
	canvas->spent = true;
}
