/* SPDX-License-Identifier: MIT */
/*
 * Words to meaning: the only place where an author's text becomes an amount,
 * a date, a period, a known word or a score, so that Markdown, XML and CSV
 * behave alike. The words themselves are never changed.
 */
#ifndef READ_VALUE_H
#define READ_VALUE_H

#include "model/corpus.h"
#include "model/style.h"

struct reader;

/* What a document is being read into, and with whose words. */
struct reading {
	struct arena *arena;
	struct arena *scratch;		/* of what is needed until the file is read */
	struct diag *diag;
	const struct council *council;	/* its financial year and languages */
	const struct style *style;	/* null: no words and scores are known */
	/* its period names the year of what names none; null: there is none */
	struct document *document;
	struct reader *reader;		/* what it may take from other files; null: nothing */
	/*
	 * its front matter could not be read to the end: what is missing is
	 * not missed
	 */
	bool keys_lost;
	struct map *notes;		/* the document's, by name */
	struct map *themes;		/* the document's, by folded title, to their records */
};

/*
 * Reads what the words mean by their type. value->content, plain, at, label
 * and column stand; field may be null (a key of front matter). What has the
 * form of a value and is none is reported at its place within the content.
 */
void read_value(const struct reading *, struct value *, enum type);

/*
 * Takes a field's label or a column's head apart into value->label, remark,
 * period (and its words), language and unit, and finds the field of the kind;
 * null when there is none, with value->label what was looked for. Lines of a
 * head are parted by '\n'; group is what stood before " > ", else empty. A
 * label that the style knows as it stands is not taken apart. A period alone
 * is the field that takes one column a period (amount, milestones).
 */
const struct field *read_label(const struct reading *, enum record_kind, struct text section_title,
    struct text group, struct text typed, struct value *);

/* A label "Id" means the record's id in every kind; "Exempt" (ROLE_exempt) what exempts it. */
bool field_is_id(const struct field *);
const struct field *field_exempt(void);

/*
 * A day, month, season, quarter, year or years, alone in words (remarks
 * allowed when rest is not null; it is then what follows). WRONG: it has the
 * form of a date and is none; why says so, as report()'s words. NONE: why[1]
 * is the help where no more than a year lacks, else empty.
 */
enum time_found { TIME_NONE, TIME_FOUND, TIME_WRONG };
enum time_found read_time(const struct reading *, struct text words, struct span_of_time *,
    struct text *rest, struct text why[2]);

/* The help for words that are no period: why, where read_time said so, else how one is written. */
struct text help_of_period(struct text why);

/* The period of an attribute or key; reports bad_period or bad_date at its place. */
struct span_of_time read_period(const struct reading *, struct text words, struct place);

/* The words of a key that says yes or no; -1 when they say neither. */
int read_yes_no(struct text words);

#endif
