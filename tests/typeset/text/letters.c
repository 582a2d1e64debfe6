/* SPDX-License-Identifier: MIT */
/*
 * Letters in the program's three styles: none is missing that a council in
 * England or Wales writes, what the first family lacks comes from the next,
 * figures are of one width, pairs are kerned, and words from the right stand
 * and read in their order.
 */
#include "paragraph.h"

static const char *const characters[] = {
	"âêîôûŵŷÂÊÎÔÛŴŶ", "áéíóúẃýàèìòùẁỳäëïöüẅÿ", "ÁÉÍÓÚẂÝÀÈÌÒÙẀỲÄËÏÖÜẄŸ", "çñøåœæßčłžŠęāğİ",
	"→←↑↓↗↘⇒", "✓✔✗✘☐☑☒", "●○■□▲▼◆★☆", "£€$¥§¶†‡©®™°№‰½¼¾²³µ×÷±≤≥≠≈−∞", "–—‘’“”…•·‹›«»",
	"w\u0302y\u0302e\u0301", "Ελληνικά", "Кириллица", "שלום", "\u00A0\u2009\u200B\u00AD\u2011",
};

static void
check_characters(struct bench *bench, const char *style)
{
	size_t told = bench->diag.reports.count;

	for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
		const struct para *para = paragraph(bench, text_of(characters[i]));

		for (size_t k = 0; k < para->units.count; k++)
			if (para->units.at[k].letters->missing)
				FAULT(bench, "%s: \"%s\" lacks U+%04X", style, characters[i],
				    para->units.at[k].letters->missing);
	}
	if (bench->diag.reports.count > told)
		FAULT(bench, "%s: something is reported", style);
	paragraph(bench, TEXT("a \U0001F3F3 b"));
	if (bench->diag.reports.count != told + 1)
		FAULT(bench, "%s: a character that no face has is not reported", style);
}

static void
check_figures(struct bench *bench, const char *style)
{
	length one = width_of(bench, "1111111111");

	for (int digit = '0'; digit <= '9'; digit++) {
		char ten[11] = "";

		memset(ten, digit, 10);
		if (width_of(bench, ten) != one)
			FAULT(bench, "%s: ten figures %c are not as wide as ten figures 1",
			    style, digit);
	}
	/* Andika has no pairs. */
	if (strcmp(style, "plain") != 0 && width_of(bench, "AVAVAVAV") >= width_of(bench,
	    "AAAA") + width_of(bench, "VVVV"))
		FAULT(bench, "%s: letters are not kerned", style);
}

/* ---- from the right ---- */

/* The left edge of the stretch that holds a word. */
static length
place_of_word(struct bench *bench, const struct para *para, const char *word)
{
	for (size_t i = 0; i < para->stretches.count; i++) {
		const struct stretch *stretch = &para->stretches.at[i];

		for (uint32_t k = 0; k < stretch->count; k++) {
			const struct piece *piece = &para->pieces.at[stretch->piece + k];

			if (text_begins(piece->shaped->words, word))
				return stretch->x + piece->x;
		}
	}
	FAULT(bench, "\"%s\" is not there", word);
	return 0;
}

/* Words as they are seen, from left to right; and that they are read as they were written. */
static void
check_order(struct bench *bench, const char *line, const char *const *seen)
{
	const struct para *para =
	    broken(bench, text_of(line), (struct measure){ .width = POINTS(400) });
	length before = -1;

	for (; *seen; seen++) {
		length x = place_of_word(bench, para, *seen);

		if (x <= before)
			FAULT(bench, "\"%s\": \"%s\" stands too far left", line, *seen);
		before = x;
	}
	if (para->lines.count != 1 ||
	    !text_equal(text_trim(line_words(bench, para, 0)), text_of(line)))
		FAULT(bench, "\"%s\" is read as \"%s\"", line,
		    text_string(bench->arena, line_words(bench, para, 0)));
}

/* No two stretches of a line stand on each other, and all of them within its width. */
static void
check_places(struct bench *bench, const struct para *para, size_t line, length width)
{
	for (size_t i = para->lines.at[line].stretch; i < line_end(para, line); i++) {
		const struct stretch *one = &para->stretches.at[i];

		if (one->width > 0 && (one->x < 0 || one->x + one->width > width + 1))
			FAULT(bench, "%d wide: words from %d to %d", width, one->x,
			    one->x + one->width);
		for (size_t k = para->lines.at[line].stretch; k < i; k++) {
			const struct stretch *two = &para->stretches.at[k];

			if (one->x + 1 < two->x + two->width && two->x + 1 < one->x + one->width)
				FAULT(bench, "%d wide: words on words at %d", width, one->x);
		}
	}
}

/*
 * Of a paragraph of both directions, in all widths: the words as they were
 * written, each at its place.
 */
static void
check_both(struct bench *bench, const char *words)
{
	for (int how = SET_RAGGED; how <= SET_JUSTIFIED; how++)
		for (length width = POINTS(60); width < POINTS(400); width += 2300) {
			const struct para *para = broken(bench, text_of(words),
			    (struct measure){ .width = width, .how = (enum set_how)how });
			struct buffer all = { .arena = bench->arena };

			for (size_t line = 0; line < para->lines.count; line++) {
				buffer_text(&all, line_words(bench, para, line));
				check_places(bench, para, line, width);
			}
			if (!text_equal(text_trim(buffer_view(&all)), text_of(words)))
				FAULT(bench, "%d wide, it is read as \"%s\"", width,
				    text_string(bench->arena, buffer_view(&all)));
		}
}

/* In Arabic a letter has another form within a word than alone. */
static void
check_joining(struct bench *bench)
{
	const struct para *para = paragraph(bench, TEXT("بب ب"));
	const struct shaped *two = para->units.at[0].letters->parts[0];
	const struct shaped *one = para->units.at[1].letters->parts[0];

	if (!two->backwards || two->glyphs[two->glyph_count - 1].id == one->glyphs[0].id)
		FAULT(bench, "Arabic letters do not join");
}

static void
check_directions(void)
{
	struct bench *left = bench_open("council", "en-GB"), *right = bench_open("council", "he");

	check_order(left, "The word שלום עולם is a greeting.",
	    (const char *const[]){ "The", "word", "עולם", "שלום", "is", "greeting.", NULL });
	check_order(left, "Call עיר 25 בית now",
	    (const char *const[]){ "Call", "בית", "25", "עיר", "now", NULL });
	check_order(right, "שלום Ottersby Council עולם",
	    (const char *const[]){ "עולם", "Ottersby", "Council", "שלום", NULL });
	check_both(left, "A word such as שלום עולם or 25 בית 1,900 (ראשון) is set in its own order, and "
	    "مرحبا بالعالم joins its letters, whatever line they stand on.");
	check_both(right, "שלום Ottersby Council עולם 1,900 בית (see page 7) מועצת המחוז 3–4 Cllr Rowe ראשון.");
	check_joining(left);
	if (bench_close(left) + bench_close(right) > 0)
		exit(1);
}

int
main(void)
{
	static const char *const styles[] = { "council", "plain", "modern" };
	int faults = 0;

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		struct bench *bench = bench_open(styles[i], "en-GB");

		check_characters(bench, styles[i]);
		check_figures(bench, styles[i]);
		faults += bench_close(bench);
	}
	check_directions();
	return faults > 0;
}
