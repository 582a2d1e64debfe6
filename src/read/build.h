/* SPDX-License-Identifier: MIT */
/*
 * Making a document's parts, the same whatever the spelling: the rooms find
 * sections, records and fields in a source; these functions put them into
 * the model, read their values, and give what follows from them (titles,
 * ids, exemptions, periods). Markdown and XML must differ in nothing but this
 * file's callers.
 *
 * The order for a document: document_new, document_add_fact …,
 * document_take_facts, then sections, records and values as they come, each
 * closed by its _done, and document_done.
 */
#ifndef READ_BUILD_H
#define READ_BUILD_H

#include "read/value.h"

/* A document of the corpus; its kind and style are the caller's to set before facts are added. */
struct document *document_new(struct arena *, struct text path, struct place);

/*
 * A key of front matter or child of <about>; typed is the key as the author
 * wrote it, "title (cy)" among them. An unknown key, or one given twice that
 * may not repeat, is reported, and null is returned. The caller fills
 * value.content and calls fact_done.
 */
struct fact *document_add_fact(const struct reading *, struct text typed, struct place);
void fact_done(const struct reading *, struct fact *);
/* Title, id, language, status, period and exemption of the document from its facts. */
void document_take_facts(const struct reading *);
/*
 * What a part says of itself is read as a document's facts are, with a reading
 * of its own; then the place takes what makes it exempt, or the document that
 * it stands in takes its references.
 */
struct reading reading_of_part(const struct reading *, struct place);
void place_take_facts(const struct reading *, const struct reading *part, struct block *place);
/* When all of the document is read: the keys that it should have. */
void document_done(const struct reading *);

/* A section as a block at *end; its parent is null at the top. */
struct section *section_new(const struct reading *, struct section *parent, enum section_kind,
    struct place, struct block ***end);
/*
 * A key of a heading ("period", "exempt" …; "id" for #id). False when a
 * heading has no such key; what the words should be is reported here.
 */
bool section_set(const struct reading *, struct section *, struct text name, struct text words,
    struct place);
/* After title and attributes, before the content: title words, view, period by default. */
void section_open(const struct reading *, struct section *);

/* After the section's content: records must be there, and no text between rows. */
void section_close(const struct reading *, const struct section *);

/* A record as a block at *end; form is the section's unless it is set after. */
struct record *record_new(const struct reading *, struct section *, enum record_kind, struct place,
    struct block ***end);
/*
 * The same for a record's heading or element, which takes id, what makes it
 * exempt and, in XML, form, total and depth.
 */
bool record_set(const struct reading *, struct record *, struct text name, struct text words,
    struct place);
/* The section as a record: of a theme and of document-status. */
struct record *section_itself(const struct reading *, struct section *);
/*
 * The role that a record's heading, list item or headless column fills: title,
 * or what names the kind (post, name …).
 */
enum role title_role(enum record_kind);
/* The title as a heading or list item gives it. */
void record_set_title(const struct reading *, struct record *, struct span *, struct place);
/*
 * After the last value: the title, the id of a reference, the exemption; their
 * own fields "Id" and "Exempt" go.
 */
void record_done(const struct reading *, struct record *);

/* After the record's text: one of a kind that needs fields must hold something. */
void record_close(const struct reading *, const struct record *);

/*
 * A value of a field; the caller fills label (or read_label does), content,
 * at, and calls value_done.
 */
struct value *value_new(const struct reading *, struct record *, const struct field *,
    struct place label_at);
/* Takes over what a label or the head of a column says (read_label). */
void value_take_head(struct value *, const struct value *head);
/*
 * Plain words and meaning. The same field given twice (for one period, remark
 * and language) is reported. The period is by then the label's, else the
 * section's. An empty cell of a row says nothing: its value is taken back.
 */
void value_done(const struct reading *, struct record *, struct value *);

/* The field of a role, in the style's words; null when the kind has none. */
const struct field *field_of_role(const struct reading *, enum record_kind, enum role);
/* The field of the house with that name, or null. */
const struct field *field_of_house(const struct reading *, enum record_kind, struct text name);

/*
 * Who may read: "3, names the bidders" sets paragraph and reason; an
 * attribute sets what it is about, and is false when it is about nothing here.
 */
void set_exempt(struct exemption *, struct text words, struct place);
bool set_exemption(struct exemption *, enum attribute, struct text words, struct place);

/*
 * A link "lang:cy" says the language of its words: true when it is one. What is
 * no tag of a language (BCP 47) is reported, and the words stay as they are.
 */
bool span_take_language(const struct reading *, struct span *link);

/* A paragraph that holds nothing but a picture is a figure. */
void block_make_figure(struct block *, const struct span *image);
/* What the records of a section are, where it holds some of its own; else KIND_none. */
enum record_kind section_holds_kind(const struct section *);
/* A note of the document; null, and reported, when there is one of that name. */
struct note *note_new(const struct reading *, struct text name, struct place);
/* Takes an id as an author gives it; false, and reported, when it is none. */
bool take_id(const struct reading *, struct text id, struct place, struct text *into);

/* Nothing but comments? */
bool holds_nothing(const struct block *);

/* A name of a table with hyphens, as authors write it. */
struct text name_hyphened(struct arena *, const char *name);

/* A view as the heading's keys or a link's query say. False when a view has no such key. */
struct view *view_new(const struct reading *, enum section_kind, struct place);
bool view_set(const struct reading *, struct view *, struct text name, struct text words);

/* ---- columns.c ---- */

/* The empty cells among rows: kept where no row of the column says anything. */
void settle_columns(const struct reading *, const struct block *rows);

#endif
