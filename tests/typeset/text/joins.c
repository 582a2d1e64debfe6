/* SPDX-License-Identifier: MIT */
/*
 * What belongs together stands on one line, in every width in which it fits;
 * and what only looks like it is parted where UAX #14 parts it.
 */
#include "paragraph.h"

static const char *const joined[] = {
	"n/a", "3–4", "2013–2016", "No. 4", "1 April 2026", "H-CLIC", "£1.2 million", "Cllr Rowe",
	"2026/27", "2026–27", "Q1 2026/27", "12 months", "5 per cent", "page 7", "Appendix C",
	"Cllr M. Rowe", "Act 1996", "SHA-256", "B&B", "version 1.2", "paragraph 4.3",
	"1st April", "31 Mawrth 2027", "Cyng. Llŷr", "£300,000", "+14.0%", "−3.5 pts", "4 × 3",
	"1,900", "50%", "10.30 am", "Mrs O’Neill", "E10 5AA", "e-mail", "(b)", "Table 3", "£4.5m",
	"25 kWh", "24/7", "A–Z", "7 May", "May 2026", "St Mary", "Band 6",
	"01632 960147", "0303 123 4567", "020 7946 0958", "+44 7700 900123",
};

static const char *const parted[] = {
	"housing officers", "self-contained flats", "council tax", "the report",
	"owner/occupier list",
	"Rowe Cllr", "April and", "in 2026 the", "2025 2026", "12 345 people",
};

static struct text
sentence(struct bench *bench, const char *phrase)
{
	return text_format(bench->arena, "It was said of all of them that %s stands in what was "
	    "agreed, and (%s), and %s.", phrase, phrase, phrase);
}

static int
count_of(struct text words, const char *phrase)
{
	size_t size = strlen(phrase);
	int count = 0;

	for (size_t at = 0; at + size <= words.length; at++)
		count += memcmp(words.s + at, phrase, size) == 0;
	return count;
}

/* In how many of the widths from that of the phrase on it is parted. */
static int
times_parted(struct bench *bench, const char *phrase)
{
	struct text words = sentence(bench, phrase);
	length least = width_of(bench, text_string(bench->arena,
	    text_format(bench->arena, "(%s),", phrase)));
	int times = 0;

	for (length width = longer(least, POINTS(50)); width < POINTS(400); width += 1500) {
		const struct para *para = broken(bench, words, (struct measure){ .width = width });
		int found = 0;

		for (size_t line = 0; line < para->lines.count; line++)
			found += count_of(line_words(bench, para, line), phrase);
		times += found < 3;
	}
	return times;
}

int
main(void)
{
	struct bench *bench = bench_open("council", "en-GB");

	for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
		int times = times_parted(bench, joined[i]);

		if (times > 0)
			FAULT(bench, "\"%s\" is parted in %d widths", joined[i], times);
	}
	for (size_t i = 0; i < sizeof parted / sizeof *parted; i++)
		if (times_parted(bench, parted[i]) == 0)
			FAULT(bench, "\"%s\" is never parted", parted[i]);
	return bench_close(bench) > 0;
}
