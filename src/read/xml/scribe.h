/* SPDX-License-Identifier: MIT */
/*
 * Within the room: elements to the model. Each function takes what it
 * understands; what it does not is reported where it stands.
 */
#ifndef READ_XML_SCRIBE_H
#define READ_XML_SCRIBE_H

#include "read/include.h"
#include "read/xml/element.h"

/* ---- inline.c ---- */

/* Running text of siblings: none when there is nothing but white space. */
struct span *read_inline(const struct reading *, const struct element *first);
/* The words alone of an element that holds text and nothing else. */
struct text read_plain(const struct reading *, const struct element *);

/* A comment as its author wrote it: canonical XML puts a backslash between two hyphens. */
struct text comment_words(struct arena *, struct text);

/* ---- flow.c ---- */

/* What an element holds: one paragraph of running text, or blocks; null for nothing. */
struct block *read_flow(const struct reading *, struct element *);
/*
 * One block of prose at *end, if the tag is one; false otherwise. under: what
 * it stands in at the top level, where files may be placed; else null.
 */
bool read_rich(const struct reading *, const struct under *, struct element *, struct block ***end);
/* Text between blocks is reported; a comment is a block; true for both. */
bool read_between(const struct reading *, const struct element *, struct block ***end);
/* Where what an element holds begins. */
struct place content_place(const struct element *);

/* ---- table.c ---- */

struct table *read_table(const struct reading *, struct element *);

/* ---- record.c ---- */

/* The element of a record as a block at *end. */
void read_record(const struct reading *, struct section *, struct element *,
    const struct block *group, struct block ***end);
/* A field of a record, if the kind has it; false when it is none. */
bool read_field(const struct reading *, struct record *, struct element *);

/* A field that records of the kind do not have, or one that stands behind the record's text. */
void refuse_field(const struct reading *, const struct record *, const struct element *);

/* ---- body.c ---- */

/* Sections, records and prose of what they stand in, from an element on. */
void read_body(const struct reading *, const struct under *, struct element *first,
    struct block ***end);

/* ---- refuse.c ---- */

/* not_in_schema. */
void refuse(const struct reading *, struct place, struct text wrong, struct text help);
/*
 * Reports every attribute that is not among these names (a list that ends in
 * null; null: none is allowed); xmlns is none.
 */
void refuse_attributes(const struct reading *, const struct element *, const char *const *allowed);
/* An element that has no place here; what it stands in is named. */
void refuse_element(const struct reading *, const struct element *, struct text help);
/* The fields that a kind has, for a help. */
struct text fields_of(const struct reading *, enum record_kind);

#endif
