/* SPDX-License-Identifier: MIT */
/*
 * What can be said: roles, kinds of record, kinds of section, kinds of
 * document and their keys. All are rows of tables (*.def); the readers, the
 * checks, the prints, the schema and the manual read the rows.
 */
#ifndef MODEL_KINDS_H
#define MODEL_KINDS_H

#include "base/text.h"

enum role {
	ROLE_NONE,
#define ROLE(name, sentence) ROLE_##name,
#include "model/roles.def"
#undef ROLE
	ROLE_COUNT
};

/* How the words of a field are read. */
enum type {
	TYPE_TEXT,		/* paragraphs and lists */
	TYPE_LINE,		/* one paragraph */
	TYPE_VALUE,		/* an amount, a known word, a date, or other words */
	TYPE_DATE,
	TYPE_PERIOD,
	TYPE_LINKS,
	TYPE_PEOPLE,
	TYPE_LIST,
	TYPE_MILESTONES,
	TYPE_TREATMENTS,
	TYPE_SCORE,
	TYPE_MONEY,
	TYPE_YES_NO,
	TYPE_FILE,
	TYPE_COUNT
};

enum record_kind {
	KIND_none,
#define KIND(name, ...) KIND_##name,
#include "model/kinds.def"
#undef KIND
	KIND_COUNT
};

enum section_kind {
#define SECTION(name, kind, where, what) SECTION_##name,
#include "model/sections.def"
#undef SECTION
	SECTION_COUNT
};

enum attribute {
#define ATTRIBUTE(name, whose, sentence) ATTRIBUTE_##name,
#include "model/attributes.def"
#undef ATTRIBUTE
	ATTRIBUTE_COUNT
};
enum { WHOSE_SECTION = 1, WHOSE_VIEW = 2, WHOSE_RECORD = 4, WHOSE_XML = 8 };

enum section_holds { HOLDS_PROSE, HOLDS_RECORDS, HOLDS_VIEW, HOLDS_ITSELF };

enum document_kind { DOCUMENT_plan, DOCUMENT_report, DOCUMENT_priorities, DOCUMENT_pack,
    DOCUMENT_paper, DOCUMENT_part, DOCUMENT_COUNT };

struct role_row { const char *name, *sentence; };	/* names with hyphens */
struct field_row { enum role role; enum type type; bool required; };
/* called: with its article, for sentences */
struct kind_row { const char *name, *called; const struct field_row *fields; size_t count; };
struct section_row {
	const char *name;
	enum record_kind kind;
	unsigned where;
	enum section_holds holds;
};
struct attribute_row { const char *name; unsigned whose; const char *sentence; };
struct key_row {
	const char *name;
	enum type type;
	unsigned where;
	bool required;
	const char *sentence;
};

extern const struct role_row role_rows[ROLE_COUNT];
extern const struct kind_row kind_rows[KIND_COUNT];
extern const struct section_row section_rows[SECTION_COUNT];
extern const struct attribute_row attribute_rows[ATTRIBUTE_COUNT];
extern const struct key_row key_rows[];
extern const size_t key_count;
extern const char *const document_kind_names[DOCUMENT_COUNT];
extern const char *const document_kind_called[DOCUMENT_COUNT];	/* "a plan" */
extern const char *const type_names[TYPE_COUNT];

/* where & document_bit(kind) says whether a row belongs to a kind of document. */
unsigned document_bit(enum document_kind);

/*
 * The row of a name; case does not count, and spaces and underscores equal
 * hyphens. ROLE_NONE, KIND_none, -1 when there is none.
 */
enum role role_find(struct text name);
enum record_kind kind_find(struct text name);
int section_kind_find(struct text name);
int document_kind_find(struct text name);
int type_find(struct text name);
int attribute_find(unsigned whose, struct text name);
const struct key_row *key_find(enum document_kind, struct text name);
/* "measure", "agenda item": what a sentence calls a kind, without its article. */
struct text kind_word(enum record_kind);
/* null when the kind has no such field */
const struct field_row *kind_field(enum record_kind, enum role);

/* True when two names are equal but for case, spaces, hyphens and underscores. */
bool name_equal(struct text, struct text);
/* True when one of the names of a list "off, near" is equal to that. */
bool list_holds(struct text list, struct text name);

#endif
