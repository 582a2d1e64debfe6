/* SPDX-License-Identifier: MIT */
/*
 * Everything that one council keeps in one folder: its facts, its documents,
 * and, after resolve, what their names mean.
 */
#ifndef MODEL_CORPUS_H
#define MODEL_CORPUS_H

#include "base/map.h"
#include "model/record.h"

struct style;

enum audience { AUDIENCE_PUBLIC, AUDIENCE_FULL };
enum jurisdiction { ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND };
/*
 * The PDF that is written: 1.7 keeps PDF/A-3a and PDF/UA-1, 2.0 keeps PDF/A-4f
 * and PDF/UA-2. UNSAID is 1.7.
 */
enum pdf_version { PDF_UNSAID, PDF_1_7, PDF_2_0 };
enum document_status { STATUS_DRAFT, STATUS_FOR_APPROVAL, STATUS_APPROVED, STATUS_SUPERSEDED };

/* The paragraphs of law that may make matter exempt; rows of schedules.def, by jurisdiction. */
struct schedule { const char *place; int first, last; const char *law; };
extern const struct schedule schedules[];

/* Something outside the corpus that links may name. */
struct reference {
	struct place at;
	struct text name, sort, address, *also;
	size_t also_count;
};
ARRAY(struct reference *, references);

struct council {
	struct text name, short_name, name_cy;
	enum jurisdiction jurisdiction;
	struct text *languages;			/* the first is the default */
	size_t language_count;
	struct date year_starts;		/* day and month */
	struct text holidays_path;
	struct date *holidays;
	size_t holiday_count;
	struct text style, status_rule, address, website, contact;
	struct references references;
	enum pdf_version pdf;
	bool none;				/* there is no council.yaml */
};

/* Which records a view shows; words as typed, the rest by resolve. */
struct view {
	struct place at;
	enum section_kind kind;
	struct text of, period, status, priority, owner, service, due, columns;
	/* resolve: of `of`; THING_NONE with all set is the corpus */
	struct target target;
	bool all;
	struct span_of_time when, due_when;	/* of period, of due */
};

struct section {
	enum section_kind kind;
	struct place at;
	struct text id;
	bool id_given, kind_given;		/* kind_given: in braces, else by title or parent */
	struct span *title;
	struct text title_words;
	int level;				/* 2 to 6, as headings count */
	struct document *document;
	struct section *parent;			/* null at the top */
	struct block *content;			/* in the order of the source */
	enum form form;				/* of its records */
	/*
	 * Of a theme and of document-status: the section as a record. Themes of one
	 * title in a document share theirs; its fields stand in the section that
	 * itself->section names, and in no other.
	 */
	struct record *itself;

	struct text period_words, language, of_text;
	struct span_of_time period;
	struct exemption exemption;
	struct view *view;			/* null when it is none */
	enum { SHOW_BY_STYLE, SHOW_FORM, SHOW_TABLE, SHOW_LIST } show;
	bool new_page, landscape, unnumbered;
	size_t index;				/* resolve: in the document's sections */
};

/* A key of front matter. */
struct fact { const struct key_row *key; struct place at; struct value value; };
ARRAY(struct fact, facts);

ARRAY(struct section *, sections);

struct document {
	enum document_kind kind;
	struct text path;			/* in the corpus, with / and suffix */
	struct text id;
	bool id_given;
	struct text title, language;
	struct place at;			/* of the front matter, or the root element */
	struct facts facts;			/* in the order of the source */
	struct references references;
	/* what stands before the first section, then the sections */
	struct block *content;
	struct notes notes;
	const struct style *style;
	enum document_status status;
	struct exemption exemption;
	struct span_of_time period;
	bool xml;				/* the spelling that it was read from */
	bool wanted;				/* it stands under a PATH of the command */
	/* resolve: exempt as a whole, and the audience is public */
	bool removed;

	/* resolve */
	struct sections sections;		/* in reading order (section_next) */
	struct records records;			/* all of it that are left, in reading order */
	struct map names;			/* its ids and titles (folded) to struct target */
};
ARRAY(struct document *, documents);

struct corpus {
	struct arena *arena;
	const char *root;			/* the folder, or a file alone */
	struct council council;
	struct documents documents;		/* sorted by path */
	enum audience audience;
	struct date today;
	/*
	 * path in the corpus to struct image, of each file that is placed or
	 * linked; bytes and size of pictures only
	 */
	struct map files;

	/* resolve */
	struct records records;			/* of all documents, in reading order */
	/*
	 * priorities, outcomes, principles, references, documents (folded) to
	 * struct target
	 */
	struct map names;
	struct records principles, outcomes, priorities;
};

const struct fact *document_fact(const struct document *, const char *key);
/* plain words; empty when not given */
struct text document_words(const struct document *, const char *key);
/*
 * True when what a document says may show in the views of another: always its
 * own, else what stands in force; in a public edition only what is approved.
 */
bool document_feeds(const struct corpus *, const struct document *from, const struct document *to);
const struct document *corpus_find_document(const struct corpus *, struct text path);

/*
 * The document that a record gives by its first link to one, as an appendix or
 * an item does; or null.
 */
const struct document *record_places(const struct record *);

/* A document that stands whole in an output: the one that it is of, or an appendix. */
struct enclosed {
	const struct document *document;
	const struct record *as;		/* the appendix; null: the first */
	size_t of;				/* which of them has the appendix */
};
ARRAY(struct enclosed, enclosures);
/*
 * A document, and behind it its appendices and theirs: each once, an appendix
 * right after what it belongs to.
 */
struct enclosures document_enclosures(struct arena *, const struct document *);

/*
 * What a heading says in braces, as an author writes it; empty when it does
 * not say it. A flag is "yes".
 */
struct text section_attribute(const struct section *, enum attribute);
struct text view_attribute(const struct view *, enum attribute);
struct text record_attribute(const struct record *, enum attribute);

/* An id begins with a letter and holds letters, digits, '-' and '.'. */
bool id_is_valid(struct text);
/* Lists a document's sections, once they are read and again when some were taken out. */
void document_list_sections(struct arena *, struct document *);
/*
 * Every section of a document in reading order, but for those in the text of
 * records: the first with after null; null at the end.
 */
struct section *section_next(const struct document *, const struct section *after);

#endif
