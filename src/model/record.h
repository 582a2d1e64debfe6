/* SPDX-License-Identifier: MIT */
/*
 * What an author says: running text, values, records.
 *
 * Running text is a list of blocks (paragraphs, lists, tables, …) that hold
 * spans. A record is a kind and its values; a value keeps the author's words
 * and, where they could be read, what they mean beside them. The words are
 * printed, the meaning is computed with. `read` fills all but what is marked
 * "resolve"; after `resolve` all of it is const.
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/diag.h"
#include "model/kinds.h"

struct document;
struct section;
struct record;
struct reference;
struct view;
struct field;
struct exemption;

/* ---- what a name or a link means; filled by resolve ---- */

enum thing { THING_NONE, THING_DOCUMENT, THING_SECTION, THING_RECORD, THING_REFERENCE,
    THING_ACT, THING_WEB, THING_FILE };

struct target {
	enum thing thing;
	const struct document *document;	/* also of a section or record */
	const struct section *section;
	const struct record *record;
	const struct reference *reference;
	/* WEB: the address; FILE: the path in the corpus; ACT: its name */
	struct text address;
};

/* ---- running text ---- */

enum span_kind {
	SPAN_TEXT,		/* words */
	SPAN_EMPHASIS,		/* holds spans */
	SPAN_STRONG,		/* holds spans */
	/* holds spans; address as typed; without spans it prints the title, words as typed */
	SPAN_LINK,
	SPAN_REF,		/* a name in brackets: words */
	SPAN_NOTE,		/* a note mark: words is the note's name */
	SPAN_BREAK,		/* a line end that the author set */
	SPAN_LANGUAGE,		/* holds spans; address is the BCP 47 tag */
	SPAN_IMAGE,		/* within a line: words is the alternative text, address the file */
	SPAN_COMMENT		/* for the author alone: words; never shown, kept by convert */
};

struct span {
	enum span_kind kind;
	struct place at;
	struct text words, address, title;
	struct span *first, *next;
	struct target to;			/* resolve: of LINK and REF */
	const struct note *note;		/* resolve: of NOTE */
};

enum block_kind {
	BLOCK_PARAGRAPH,	/* spans */
	BLOCK_LIST,		/* children are items; ordered, start */
	BLOCK_ITEM,		/* children are blocks; number as typed when ordered */
	BLOCK_QUOTE,		/* children are blocks */
	BLOCK_TABLE,		/* a free table */
	/* an image alone: address, words = alternative text, title = caption */
	BLOCK_FIGURE,
	BLOCK_VIEW,		/* view; spans are its caption */
	/*
	 * a CSV file or a part: address, spans = caption; children are what it
	 * placed: records and groups, a free table, or any block, sections too
	 */
	BLOCK_PLACE,
	BLOCK_COMMENT,		/* words; never shown, kept by convert */
	BLOCK_SECTION,		/* section */
	BLOCK_RECORD,		/* record */
	/*
	 * a group head among rows (spans); the records that follow are its own
	 */
	BLOCK_GROUP,
	/*
	 * resolve: exempt matter stood here; removed says what may be said of
	 * it
	 */
	BLOCK_REMOVED
};

struct block {
	enum block_kind kind;
	struct place at;
	struct block *first, *next;
	struct span *spans;
	struct text address, words, title;
	bool ordered, tight;
	int start;				/* of an ordered list; an item's own number */
	struct table *table;
	struct section *section;
	struct record *record;
	struct view *view;
	/*
	 * of a place: what makes the part exempt by its own front matter; or
	 * null
	 */
	struct exemption *exemption;
	struct removed *removed;
	struct image *image;			/* resolve: of a figure */
	bool decorative;			/* a figure that says nothing */
};

/* What the public is told in place of exempt matter. */
struct removed { struct text title, paragraph, reason; bool confidential; int rows; };

enum align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };

struct cell {
	struct place at;
	struct block *content;			/* null when empty */
	int columns, rows;			/* what it spans; at least 1 */
	bool head;
};
ARRAY(struct cell, cells);
struct table_row { struct cells cells; bool head; };
ARRAY(struct table_row, table_rows);

/* A table as the author drew it; covered places hold no cell. */
struct table {
	struct place at;
	struct span *caption;
	struct table_rows rows;			/* head rows first */
	enum align *aligns;
	int columns;
};

struct note {
	struct place at;
	struct text name;
	struct block *content;
	bool used;				/* resolve */
	bool exempt;				/* resolve: every mark of it is exempt */
};
ARRAY(struct note *, notes);

struct image { struct text path, bytes; int width, height; bool jpeg; };	/* pixels */

/* ---- values ---- */

enum state {		/* what a value, or a status, says when it is no figure */
	STATE_NONE,
	STATE_MET, STATE_NOT_MET, STATE_UNDER_WAY, STATE_AT_RHYTHM, STATE_NOT_APPLICABLE,
	STATE_TO_BE_CONFIRMED, STATE_ZERO, STATE_NOTHING_DUE,
	STATE_NOT_DUE, STATE_NOT_YET_AVAILABLE, STATE_NOT_COLLECTED, STATE_SUPPRESSED,
	STATE_NOT_COMPARABLE, STATE_DATA_ONLY, STATE_CARRIED_OVER, STATE_NO_TARGET,
	STATE_COUNT
};

enum approx { APPROX_NONE, APPROX_ABOUT, APPROX_AT_LEAST, APPROX_AT_MOST, APPROX_OVER,
    APPROX_UNDER };

struct amount {
	bool set, money, percent, points;
	struct decimal number;			/* £1.2m is 1200000; a credit is below zero */
	struct decimal upper;			/* of a range; not valid when it is none */
	struct decimal of;			/* n of m: m; not valid when it is none */
	struct text unit;			/* small letters, as typed: "days", "FTE" */
	struct text per;			/* "quarter", "year" */
	enum approx approx;
	bool above_baseline, below_baseline;	/* a percentage of the baseline */
	int decimals;				/* as typed: at most 17; -5 of £1.2m */
};

/* A stretch of time. Vague ones end late; order is by last day, then exactness. */
struct span_of_time {
	bool set, open, by;			/* open: ongoing, TBC; by: "by …", "before …" */
	struct date first, last;
	enum exactness {
		EXACT_DAY, EXACT_MONTH, EXACT_QUARTER, EXACT_SEASON, EXACT_YEAR, EXACT_YEARS
	} exactness;
};

struct link { struct target to; struct text words; struct place at; };
ARRAY(struct link, links);

/* Of milestones, and of a profile: there amount is the target by the end of when. */
struct milestone {
	struct place at;
	struct text period;
	struct span_of_time when;
	struct block *content;
	struct amount amount;
};
ARRAY(struct milestone, milestones);

enum treatment_kind { TREATMENT_NONE, TREATMENT_TREAT, TREATMENT_TOLERATE, TREATMENT_TRANSFER,
    TREATMENT_TERMINATE, TREATMENT_COUNT };
extern const char *const treatment_names[TREATMENT_COUNT];
struct treatment {
	struct place at;
	enum treatment_kind kind;
	struct text word;
	struct span *spans;
};
ARRAY(struct treatment, treatments);

struct value {
	const struct field *field;		/* of the style: role, name, type, label */
	struct place at, label_at;
	struct text label;			/* as typed, without remark, period and language */
	struct text remark;			/* in brackets after the label: kept and printed */
	struct text period_words;		/* the period in the label, as typed */
	/* of the label, the section or the document: which figures these are */
	struct span_of_time period;
	struct text language;			/* of "(cy)" after a label; empty: the document's */
	struct text unit_words;			/* a unit line in the column head */
	/* the author's words; null when stated to be empty */
	struct block *content;
	struct text plain;			/* the words alone, one line, trimmed */
	bool same;				/* a ditto mark, or same="yes" */
	struct text column;			/* of a CSV: the column's name, for messages */

	/* what the words mean, by the field's type; else zero */
	bool unclear;				/* has several numbers or unknown words: no value */
	struct amount amount;
	enum state state;
	struct amount stated;			/* a stated variance beside the value */
	struct span_of_time when;
	bool yes;
	bool provisional, revised;
	struct milestones milestones;
	struct treatments treatments;
	struct links links;			/* resolve: of LINKS, in reading order */
};
ARRAY(struct value *, values);

/* ---- records ---- */

enum form { FORM_FIELDS, FORM_ROWS, FORM_LIST };	/* as what it stood in the source */
extern const char *const form_names[FORM_LIST + 1];

enum status { STATUS_NONE, STATUS_AHEAD, STATUS_ON, STATUS_NEAR, STATUS_OFF };
enum direction { DIRECTION_NONE, DIRECTION_BETTER, DIRECTION_SAME, DIRECTION_WORSE };

/*
 * The figures of one measure for one period, and what comes of them: derived
 * after the removal, by resolve. Null values were not given.
 */
struct figure {
	struct span_of_time period;
	const struct value *target, *actual, *baseline, *forecast, *explanation;
	/*
	 * actual minus target, or by polarity as the style says; not valid:
	 * none
	 */
	struct decimal variance;
	bool variance_points;			/* percentages differ in points */
	/* of the target, unrounded to 6 places; not valid: none */
	struct decimal variance_percent;
	struct text variance_words;		/* as printed: "+37.9%", "−1.1 pts" */
	enum status status;
	enum state reason;			/* of no status */
	/* the style's words for the status or for its reason */
	struct text status_words;
	enum direction direction;
	enum status forecast_status;		/* of the forecast against the target of the year */
	struct text forecast_words;		/* the style's words for it; empty: none */
};
ARRAY(struct figure, figures);

/* What a risk comes to by the style's key: as it is, if nothing were done, as it should become. */
enum rating_kind { RATING_NOW, RATING_INHERENT, RATING_TARGET, RATING_COUNT };
struct rating {
	/* of the key, from 1; 0: not given, or none of it */
	int impact, likelihood;
	int score;				/* the product; 0: none */
	int band;				/* index into the key's bands; -1: none */
};

struct exemption {
	bool exempt, confidential;
	struct place at;
	struct text paragraph, reason, public_title;
	/* of a picture, which shows several records: the next of what makes it exempt */
	const struct exemption *also;
};

struct records_of { struct record **at; size_t count, room; };

struct record {
	enum record_kind kind;
	struct place at;
	struct text id;				/* given, of the reference field, or derived */
	bool id_given;				/* by #id or by the reference */
	struct text title;			/* plain; its spans are the value of ROLE_title */
	struct values values;			/* in the order of the source */
	struct block *prose;			/* what follows the field list */
	struct document *document;
	struct section *section;		/* the section that holds it */
	struct section *theme;			/* the theme that groups it, or null */
	enum form form;
	const struct block *group;		/* the group head that it stands under, or null */
	/* a total of the rows since the last total or group head */
	bool total;
	int depth;				/* of a post: how deep it is indented, 0 to 16 */
	/* its number in an ordered list, 1 to 999; 0: it stands in none */
	int item;
	struct exemption exemption;
	int order;				/* of reading, over the whole corpus */

	/* resolve */
	/* the measure that this row adds figures to, or null */
	struct record *joins;
	/* of a measure, its rows' among them, by period; of a row, its own */
	struct figures figures;
	/*
	 * of a priority, outcome, theme …: the records whose links name it, in
	 * reading order; a view of another document shows those alone that
	 * feed it (document_feeds)
	 */
	struct records_of served_by;
	struct rating ratings[RATING_COUNT];	/* of a risk */
};
ARRAY(struct record *, records);

/*
 * The value of a role, in the record's own language and without a period of
 * its own if there are several; null when it is not given.
 */
const struct value *record_value(const struct record *, enum role);
/* The value of a role whose label names that period (as read), or null. */
const struct value *record_value_in(const struct record *, enum role, const struct span_of_time *);
/* The value of a field by name: a core name or one of the house. */
const struct value *record_field(const struct record *, struct text name);
/* the plain words; empty when not given */
struct text record_words(const struct record *, enum role);
/* The figures of a period, or null; a null period asks for the newest. */
const struct figure *record_figure(const struct record *, const struct span_of_time *);

bool span_of_time_equal(const struct span_of_time *, const struct span_of_time *);
/* True when it has a first day and a last: it can be drawn, and stand in a column. */
bool span_of_time_has_days(const struct span_of_time *);
/* vague ones last; open ones after all */
int span_of_time_compare(const struct span_of_time *, const struct span_of_time *);

/* The words of spans or blocks alone, in one line; notes and comments left out. */
struct text spans_plain(struct arena *, const struct span *);
struct text blocks_plain(struct arena *, const struct block *);
/* The one paragraph that blocks are, comments aside; null when they are anything else. */
const struct block *only_paragraph(const struct block *);

struct span *span_add(struct arena *, struct span ***end, enum span_kind, struct place);
struct block *block_add(struct arena *, struct block ***end, enum block_kind, struct place);

#endif
