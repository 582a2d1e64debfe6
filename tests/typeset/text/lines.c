/* SPDX-License-Identifier: MIT */
/*
 * Lines in all widths: the best of all ways to end them (against trying every
 * way), every word kept and none outside its line without a report; justified
 * lines end at the edge, and hyphens stand where the patterns have them.
 */
#include "paragraph.h"

#include <assert.h>

static const char prose[] = "The council housed 34 families in the year to March, and of these "
    "no fewer than 12 had waited longer than six months for a place of their own; accommodation "
    "is the responsibility of several organisations, whose representatives meet on 1 April 2026 "
    "to consider further arrangements for homelessness prevention throughout the district.";

/* ---- the best ---- */

enum { WORDS_MOST = 18 };
struct best { int lines; int64_t badness; };

/* By every way to end lines after the words; widths from the paragraph's own units. */
static struct best
try_all(const struct para *para, length room)
{
	struct best best = { 99, 0 };
	uint32_t count = (uint32_t)para->units.count;

	assert(0 < count && count <= WORDS_MOST);
	for (uint32_t ways = 0; ways < UINT32_C(1) << (count - 1); ways++) {
		struct best sum = { 0, 0 };
		uint32_t first = 0;

		for (uint32_t i = 0; i < count && sum.lines < 99; i++) {
			bool is_last = i + 1 == count;
			length wide = para->units.at[i].ink - para->units.at[first].start;
			int64_t lack = (int64_t)(room - wide) * 1000 / room;

			if (!is_last && !(ways >> i & 1))
				continue;
			sum.lines = wide > room ? 99 : sum.lines + 1;
			sum.badness += !is_last ? lack * lack
			    : first > 0 && wide < room / 6 ? 400000 : 0;
			first = i + 1;
		}
		if (sum.lines < best.lines ||
		    (sum.lines == best.lines && sum.badness < best.badness))
			best = sum;
	}
	return best;
}

static struct best
cost_of_lines(const struct para *para, length room)
{
	struct best sum = { (int)para->lines.count, 0 };

	for (size_t i = 0; i < para->lines.count; i++) {
		int64_t lack = (int64_t)(room - para->lines.at[i].width) * 1000 / room;
		bool is_last = i + 1 == para->lines.count;

		sum.badness += !is_last ? lack * lack
		    : i > 0 && para->lines.at[i].width < room / 6 ? 400000 : 0;
	}
	return sum;
}

static void
check_best(struct bench *bench)
{
	static const char words[] = "one of seventeen committees that sat on a wet day in "
	    "Ottersby spoke of it at considerable length";

	for (length width = POINTS(90); width < POINTS(330); width += 2500) {
		struct best best = try_all(paragraph(bench, text_of(words)), width);
		struct best is = cost_of_lines(
		    broken(bench, text_of(words), (struct measure){ .width = width }), width);

		if (is.lines != best.lines || is.badness != best.badness)
			FAULT(bench, "%d wide: %d lines of badness %lld, the best have %d and %lld",
			    width, is.lines, (long long)is.badness, best.lines,
			    (long long)best.badness);
	}
}

/* ---- all widths ---- */

/* Where the words of a line end, from the paragraph's left edge. */
static length
right_edge(const struct para *para, size_t line)
{
	length right = 0;

	for (size_t i = para->lines.at[line].stretch; i < line_end(para, line); i++)
		right = longer(right, para->stretches.at[i].x + para->stretches.at[i].width);
	return para->lines.at[line].x + right;
}

static void
check_line(struct bench *bench, const struct para *para, size_t line, struct measure measure)
{
	length right = right_edge(para, line), spread = measure.width - para->lines.at[line].width;
	bool is_last = line + 1 == para->lines.count;

	if (right > measure.width + 1)
		FAULT(bench, "%d wide: line %zu ends at %d: %s", measure.width, line + 1,
		    right, text_string(bench->arena, line_words(bench, para, line)));
	if (right != para->lines.at[line].x + para->lines.at[line].width)
		FAULT(bench, "%d wide: line %zu ends at %d and says %d", measure.width, line + 1,
		    right, para->lines.at[line].width);
	if (measure.how == SET_JUSTIFIED && measure.width > POINTS(330) && !is_last && spread != 0)
		FAULT(bench, "%d wide: line %zu is not justified: %s", measure.width, line + 1,
		    text_string(bench->arena, line_words(bench, para, line)));
}

static void
check_width(struct bench *bench, struct measure measure)
{
	size_t told = bench->diag.reports.count;
	const struct para *para = broken(bench, text_of(prose), measure);
	struct buffer all = { .arena = bench->arena };
	bool is_told = bench->diag.reports.count > told;
	length least, most;

	for (size_t line = 0; line < para->lines.count; line++) {
		check_line(bench, para, line, measure);
		buffer_text(&all, line_words(bench, para, line));
		if (ends_with_hyphen(para, line) && !bench->look.hyphenate)
			FAULT(bench, "%d wide: line %zu ends with a hyphen", measure.width,
			    line + 1);
	}
	if (!text_equal(buffer_view(&all), text_of(prose)))
		FAULT(bench, "%d wide: the words are \"%s\"", measure.width,
		    text_string(bench->arena, buffer_view(&all)));
	para_measure(paragraph(bench, text_of(prose)), &least, &most);
	if (is_told != (measure.width < least) &&
	    !bench->look.hyphenate)
		FAULT(bench, "%d wide: %s", measure.width, is_told ? "reported" : "not reported");
}

static void
check_widths(struct bench *bench)
{
	for (int how = SET_RAGGED; how <= SET_BALANCED; how++)
		for (int hyphens = 0; hyphens < 3; hyphens++)
			for (length width = POINTS(12); width < POINTS(420); width += 3700) {
				bench->look.hyphenate = hyphens > 0;
				check_width(bench, (struct measure){ .width = width,
				    .how = (enum set_how)how,
				    .hyphenates = hyphens == 2 });
			}
	bench->look.hyphenate = false;
}

/* ---- hyphens ---- */

static int
hyphens_of(struct bench *bench, const char *words, struct measure measure)
{
	const struct para *para = broken(bench, text_of(words), measure);
	int count = 0;

	for (size_t line = 0; line < para->lines.count; line++)
		count += ends_with_hyphen(para, line);
	return count;
}

/* Words of a leaf in a language of its own. */
static const struct para *
broken_leaf(struct bench *bench, const char *words, const char *language, struct measure measure)
{
	struct tree *tree = tree_new(bench->arena);
	struct node *span = tree_add(tree, tree->root, TAG_SPAN, LOOK_plain);
	struct fount fount = fount_of(&bench->ts, STYLE_BODY);
	struct para *para = para_begin(&bench->ts, NULL);

	span->language = text_of(language);
	para_add(&bench->ts, para, &(struct run){ .shows = tree_text(tree, span, text_of(words)),
	    .fount = fount }, text_of(words));
	para_end(&bench->ts, para);
	para_break(&bench->ts, para, &measure);
	return para;
}

static void
check_hyphens(struct bench *bench)
{
	const struct measure narrow = { .width = POINTS(150), .how = SET_JUSTIFIED,
	    .hyphenates = true };
	const struct measure spare = { .width = POINTS(150) }, tight = { .width = POINTS(60) };
	const struct para *para;

	bench->look.hyphenate = true;
	if (hyphens_of(bench, prose, narrow) < 2)
		FAULT(bench, "a narrow column is not hyphenated");
	if (hyphens_of(bench, prose, spare) != 0)
		FAULT(bench, "ragged words are hyphenated that fit without");
	if (hyphens_of(bench, "responsibilities", tight) == 0)
		FAULT(bench, "a word that does not fit is not hyphenated");
	if (hyphens_of(bench, "https://www.example.org/accommodation/responsibilities", tight) != 0)
		FAULT(bench, "an address is hyphenated");
	para = broken(bench, TEXT("about £1.2 million and Ottersby"),
	    (struct measure){ .width = width_of(bench, "about £1.2 mil-"), .how = SET_JUSTIFIED,
	        .hyphenates = true });
	if (text_find(line_words(bench, para, 0), TEXT("mil"), 0) < line_words(bench, para,
	    0).length)
		FAULT(bench, "what is joined is hyphenated");
	if (!ends_with_hyphen(broken_leaf(bench, "responsibilities", "en-GB", tight), 0))
		FAULT(bench, "a word of English is not hyphenated");
	if (ends_with_hyphen(broken_leaf(bench, "responsibilities", "cy", tight), 0))
		FAULT(bench, "a word of Welsh is hyphenated as an English one");
	bench->look.hyphenate = false;
	if (hyphens_of(bench, "accom\u00ADmo\u00ADda\u00ADtion", tight) == 0)
		FAULT(bench, "the author's own hyphens are not taken");
}

/* A line end that the author asks for, behind a word that is cut, before one that is hyphenated. */
static void
check_line_ends(struct bench *bench)
{
	bench->look.hyphenate = true;
	for (length width = POINTS(6); width < POINTS(200); width += 1900) {
		const struct para *para = broken(bench, TEXT("www.ottersbycouncil.example\nresponsibilities of councils"),
		    (struct measure){ .width = width });
		struct buffer all = { .arena = bench->arena };

		for (size_t line = 0; line < para->lines.count; line++)
			buffer_text(&all, line_words(bench, para, line));
		if (!text_is(buffer_view(&all), "www.ottersbycouncil.exampleresponsibilities of councils"))
			FAULT(bench, "%d wide: round a line end the words are \"%s\"", width,
			    text_string(bench->arena, buffer_view(&all)));
	}
	bench->look.hyphenate = false;
}

int
main(void)
{
	struct bench *bench = bench_open("council", "en-GB");

	check_best(bench);
	check_widths(bench);
	check_hyphens(bench);
	check_line_ends(bench);
	return bench_close(bench) > 0;
}
