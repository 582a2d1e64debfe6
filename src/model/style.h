/* SPDX-License-Identifier: MIT */
/*
 * The house style: the council's words (fields.yaml) and its look
 * (look.yaml). Data alone; read fills it, with what the style extends already
 * worked in, and after that it is const.
 */
#ifndef MODEL_STYLE_H
#define MODEL_STYLE_H

#include "base/map.h"
#include "model/length.h"
#include "model/record.h"

/* ---- words ---- */

struct texts { struct text *at; size_t count, room; };

/*
 * What stands below the words of a field in its cell of a table, by name,
 * after words of its own or none.
 */
struct below { struct text field, label; };
ARRAY(struct below, belows);

/* A field that stands in another's value: in brackets, its words for {value}; with none, below. */
struct guest { struct text name, words; };
ARRAY(struct guest, guests);

/* A field of a kind of record, as this house calls it. */
struct field {
	struct text name;		/* core name, or the house's own */
	enum role role;			/* ROLE_NONE for a field of the house */
	enum type type;
	struct text label;		/* the one that is printed; may hold {section}, {period} */
	struct texts also;		/* synonyms; the core name is always one */
	struct texts keys;		/* all of them as labels are compared (field_key) */
	/* fields that stand in its value where it prints in a form */
	struct guests guests;
	bool names_section;		/* the label holds {section} */
	bool required, merge;
	struct text period_label;	/* "Milestones {period}": heads of columns by period */
	struct text quarter_label;	/* "Q{n}"; empty: a quarter with nothing is left out */
	/* as a column: it stands out; the names of its months are short */
	bool strong, is_short;
	/*
	 * as a column; its own words are then the cell's first line and stand
	 * out
	 */
	struct belows below;
};
ARRAY(struct field *, fields);

/*
 * A row of a form: one field, or two side by side; or a head over the rows
 * below it. Fields by name; one that the kind does not list is passed over.
 */
struct form_row { struct text head; struct text fields[2]; };
ARRAY(struct form_row, form_rows);

enum empty { EMPTY_SHOW, EMPTY_OMIT, EMPTY_DASH };

/* How one kind of record is written and printed. */
struct kind_style {
	enum record_kind kind;
	enum form show;			/* form, rows (table) or list */
	struct text head;		/* "Measure: {title}" above a form */
	enum empty empty;
	/* rows that their author gave with the oldest first are turned round */
	bool newest_first;
	/* core fields that the style does not list may be written */
	bool allow_unlisted;
	/*
	 * the order of printing; then the core's that are not listed (known,
	 * not printed unless given)
	 */
	struct fields fields;
	size_t listed;			/* how many of fields the style lists */
	/* of a form; what it does not name follows, a row a field */
	struct form_rows shape;
	/* where that kind of section shows rows; empty: fields */
	struct fields columns[SECTION_COUNT];
};

struct word { struct text word; enum state state; };	/* "Achieved" is STATE_MET */
ARRAY(struct word, words);

/* means and seen_by: what a band asks for, and who looks at it; empty: the house does not say */
struct band { int to; struct text name, means, seen_by; };
struct score_key {
	struct texts impact, likelihood;	/* from 1 upwards */
	struct text impact_label, likelihood_label;
	/* from the least to the gravest; by the score, the last has no end */
	struct band *bands;
	size_t band_count;
	/*
	 * rows of band names by [impact][likelihood], where the band is no
	 * function of the score; each is one of bands; or null
	 */
	struct texts *matrix;
	struct text likelihood_ends[2], impact_ends[2];
	/* what the house calls each; empty: its core name */
	struct text treatments[TREATMENT_COUNT];
};

enum note_marks { MARKS_NUMBERS, MARKS_LETTERS, MARKS_ASTERISKS };
enum note_place { NOTES_GROUP, NOTES_TABLE, NOTES_PAGE, NOTES_ROWS };
enum numbering { NUMBERING_NONE, NUMBERING_SECTIONS, NUMBERING_PARAGRAPHS };

struct status_style {
	struct text rule;			/* tolerance, floor, direction, money */
	/* how far short is still near: of the target, of a percentage, of money in pounds */
	struct decimal near_percent, near_points, near_money;
	struct text words[STATUS_OFF + 1];	/* of ahead, on, near, off */
	struct text state_words[STATE_COUNT];	/* of what is not a status */
	int share_decimals;			/* of shares in percent: 0 to 2 */
};

/* How variances print: the sign, and what percentages differ in, of one and of others. */
struct variance_style {
	bool by_polarity;			/* + is better; else actual minus target */
	struct text point, points;
};

/* ---- look ---- */

enum colour {
	COLOUR_NONE,
#define COLOUR(name) COLOUR_##name,
#include "model/colours.def"
#undef COLOUR
	COLOUR_COUNT
};

enum type_style {		/* the rows of the type scale */
	STYLE_TITLE, STYLE_SUBTITLE, STYLE_FRONT, STYLE_H1, STYLE_H2, STYLE_H3, STYLE_H4,
	STYLE_LEAD, STYLE_BODY,
	STYLE_FORM, STYLE_TABLE, STYLE_THEAD, STYLE_GROUP, STYLE_SMALL, STYLE_NOTE, STYLE_LABEL,
	STYLE_RUN, STYLE_FIGURE, STYLE_COUNT
};
extern const char *const state_names[STATE_COUNT];		/* as fields.yaml names them */
extern const char *const measure_status_names[STATUS_OFF + 1];
extern const char *const type_style_names[STYLE_COUNT];
extern const char *const colour_names[COLOUR_COUNT];

enum space {			/* the distances of a page */
#define SPACE(name, sentence) SPACE_##name,
#include "model/spaces.def"
#undef SPACE
	SPACE_COUNT
};
/* with underscores; look.yaml has hyphens */
extern const char *const space_names[SPACE_COUNT];

enum drawn_length {			/* the lengths of pictures */
#define PICTURE(name, sentence) DRAWN_##name,
#include "model/pictures.def"
#undef PICTURE
	DRAWN_COUNT
};
extern const char *const drawn_names[DRAWN_COUNT];	/* as above */

struct type_row { length size, leading; int weight; bool display; };

/* A font file: looked up in styles/NAME/fonts, then in the system's folders. */
struct face { struct text family, file, sum; int weight; bool italic; struct text path; };
ARRAY(struct face, faces);

struct tokens {
	length width, height, top, bottom, left, right, hang, measure;
	struct text text_family, display_family;
	struct texts fallback, features;
	struct faces faces;
	struct type_row type[STYLE_COUNT];
	length space[SPACE_COUNT], drawn[DRAWN_COUNT];
	uint32_t light[COLOUR_COUNT], dark[COLOUR_COUNT];	/* 0xRRGGBB */
	bool hyphenate, justify;
	struct {
		length pad_x, pad_y, rule_top, rule_head, rule_row, rule_end;
		length minimum;			/* the least size of its type, before it turns */
		/* what a column of words wants, before the table turns */
		length comfort;
		/* up to that width, what should not break does not */
		length whole_words;
		int break_lines;		/* lines that a row must have to be broken */
		/* of a cell that spans rows, that are said again overleaf */
		int again_lines;
		bool zebra;
		enum { GROUP_LINE, GROUP_RULE, GROUP_TINT, GROUP_BAR } group;
		/* what becomes of a table that is too wide for an upright page */
		enum { WIDE_LANDSCAPE, WIDE_RECORDS } wide;
	} table;
	enum { HEAD_HANG, HEAD_IN_LINE, HEAD_NONE } head_number;
	length head_bar;			/* height of a bar above h1; 0: none */
	enum { COVER_QUARTERS, COVER_BAR, COVER_COLUMNS } cover;
	bool run_title, run_version;
	/* thousandths of a rem; thousandths of the size */
	struct { int32_t size, line; } web_type[STYLE_COUNT];
	int web_measure_ch;
};

struct style {
	struct text name;
	struct kind_style kinds[KIND_COUNT];
	struct texts titles[SECTION_COUNT];	/* heading titles that mean a kind */
	struct words words;
	struct status_style status;
	struct variance_style variance;
	enum note_marks note_marks;
	enum note_place note_place;
	enum numbering numbering[DOCUMENT_COUNT];
	struct text level_1, appendix;		/* "Part {n}: ", "Appendix {n}" */
	struct score_key scores;
	bool posts_for_names, contacts_in_public;
	/*
	 * what the program itself says in documents ("Page", "Contents"), by
	 * name, to struct text
	 */
	struct map phrases;
	struct tokens look;
	struct text web_css;			/* the style's own sheet; empty: none */
	/* an error was found in it: what it dresses is not written */
	bool unsound;
	bool unusable;				/* no page can be made of it, not even of a draft */
	struct text sum;			/* SHA-256 of all its files: part of every key */
};

/*
 * The field of a label as an author may write it, or null. The section's title
 * stands for {section}, and {period} for nothing: the caller takes the period
 * out. Printed labels go before synonyms, these before core names, these
 * before the kind's own word, which is its title.
 */
const struct field *kind_style_find(const struct kind_style *, struct text label,
    struct text section_title);
/*
 * The label of a kind's known ones (fields and columns) that is nearest to
 * this; empty when none is near.
 */
struct text kind_style_nearest(const struct kind_style *, struct text label);
/*
 * A label as it is compared: folded, hyphens as spaces, nothing of "? ' / . :"
 * at its ends. Writes at most room bytes and says how many; a label that does
 * not fit is none, and gives 0.
 */
size_t label_key(char *out, size_t room, struct text label);
/* Fills a field's keys from its label, synonyms and name. */
void field_set_keys(struct arena *, struct field *);
/*
 * The band of an impact and a likelihood from 1 upwards: its index in the key;
 * -1 when there is none.
 */
int key_find_band(const struct score_key *, int impact, int likelihood);
/* The scheme that a document asks for, else the style's for its kind. */
enum numbering document_numbering(const struct document *, const struct style *);
/* What tells of the document itself has no number, nor has the box of recommendations. */
bool section_is_numbered(const struct section *, enum numbering);
/* Lists of documents and people are no argument: their paragraphs are not counted. */
bool section_counts_paragraphs(const struct section *, enum numbering);
/* asserts that the phrase exists */
struct text style_phrase(const struct style *, const char *name);

#endif
