/* SPDX-License-Identifier: MIT */
/*
 * The rows of roles.def, kinds.def, sections.def and keys.def as tables.
 *
 * Names in the tables are C names; an author's hyphens and spaces equal their
 * underscores, so no name is spelled twice.
 */
#include "model/kinds.h"

const struct role_row role_rows[ROLE_COUNT] = {
	{ "", "" },
#define ROLE(row, said) { #row, said },
#include "model/roles.def"
#undef ROLE
};

#define REQUIRED true
#define FIELD(role, type, need) { ROLE_##role, TYPE_##type, need },
#define KIND(row, called, ...) static const struct field_row row##_fields[] = { __VA_ARGS__ };
#include "model/kinds.def"
#undef KIND

const struct kind_row kind_rows[KIND_COUNT] = {
	{ "none", "none", NULL, 0 },
#define KIND(row, called, ...) { #row, called, row##_fields, \
	sizeof row##_fields / sizeof *row##_fields },
#include "model/kinds.def"
#undef KIND
};
#undef FIELD

enum { P = 1 << DOCUMENT_plan, R = 1 << DOCUMENT_report, C = 1 << DOCUMENT_priorities,
	A = 1 << DOCUMENT_pack, B = 1 << DOCUMENT_paper, T = 1 << DOCUMENT_part };

const struct section_row section_rows[SECTION_COUNT] = {
#define PROSE HOLDS_PROSE
#define RECORDS HOLDS_RECORDS
#define VIEW HOLDS_VIEW
#define ITSELF HOLDS_ITSELF
#define SECTION(row, kind, where, what) { #row, KIND_##kind, where, what },
#include "model/sections.def"
#undef SECTION
};

const struct attribute_row attribute_rows[ATTRIBUTE_COUNT] = {
#define A_SECTION WHOSE_SECTION
#define A_VIEW WHOSE_VIEW
#define A_RECORD WHOSE_RECORD
#define IN_XML WHOSE_XML
#define ATTRIBUTE(row, whose, said) { #row, whose, said },
#include "model/attributes.def"
#undef ATTRIBUTE
};

const struct key_row key_rows[] = {
#define KEY(row, type, where, need, said) { #row, TYPE_##type, where, need, said },
#include "model/keys.def"
#undef KEY
};
const size_t key_count = sizeof key_rows / sizeof *key_rows;
#undef REQUIRED

const char *const document_kind_names[DOCUMENT_COUNT] = {
	[DOCUMENT_plan] = "plan", [DOCUMENT_report] = "report",
	[DOCUMENT_priorities] = "priorities", [DOCUMENT_pack] = "pack",
	[DOCUMENT_paper] = "paper", [DOCUMENT_part] = "part",
};

const char *const document_kind_called[DOCUMENT_COUNT] = {
	[DOCUMENT_plan] = "a plan", [DOCUMENT_report] = "a report",
	[DOCUMENT_priorities] = "a priorities document", [DOCUMENT_pack] = "a pack",
	[DOCUMENT_paper] = "a paper", [DOCUMENT_part] = "a part",
};

const char *const type_names[TYPE_COUNT] = {
	[TYPE_TEXT] = "text", [TYPE_LINE] = "line", [TYPE_VALUE] = "value",
	[TYPE_DATE] = "date", [TYPE_PERIOD] = "period", [TYPE_LINKS] = "links",
	[TYPE_PEOPLE] = "people", [TYPE_LIST] = "list", [TYPE_MILESTONES] = "milestones",
	[TYPE_TREATMENTS] = "treatments", [TYPE_SCORE] = "score", [TYPE_MONEY] = "money",
	[TYPE_YES_NO] = "yes-no", [TYPE_FILE] = "file",
};

unsigned
document_bit(enum document_kind kind)
{
	return 1u << kind;
}

/* A byte of a name as it is compared. */
static char
name_byte(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == ' ' || c == '_' ? '-' : c;
}

bool
name_equal(struct text a, struct text b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++)
		if (name_byte(a.s[i]) != name_byte(b.s[i]))
			return false;
	return true;
}

bool
list_holds(struct text list, struct text name)
{
	struct text item;

	for (size_t at = 0; text_next_item(list, ',', &at, &item);)
		if (name_equal(item, name))
			return true;
	return false;
}

enum role
role_find(struct text name)
{
	for (int role = 1; role < ROLE_COUNT; role++)
		if (name_equal(text_of(role_rows[role].name), name))
			return role;
	return ROLE_NONE;
}

enum record_kind
kind_find(struct text name)
{
	for (int kind = 1; kind < KIND_COUNT; kind++)
		if (name_equal(text_of(kind_rows[kind].name), name))
			return kind;
	return KIND_none;
}

int
section_kind_find(struct text name)
{
	for (int kind = 0; kind < SECTION_COUNT; kind++)
		if (name_equal(text_of(section_rows[kind].name), name))
			return kind;
	return -1;
}

static int
find_name(const char *const *names, int count, struct text name)
{
	for (int i = 0; i < count; i++)
		if (name_equal(text_of(names[i]), name))
			return i;
	return -1;
}

int
document_kind_find(struct text name)
{
	return find_name(document_kind_names, DOCUMENT_COUNT, name);
}

int
type_find(struct text name)
{
	return find_name(type_names, TYPE_COUNT, name);
}

int
attribute_find(unsigned whose, struct text name)
{
	for (int i = 0; i < ATTRIBUTE_COUNT; i++)
		if ((attribute_rows[i].whose & whose) &&
		    name_equal(text_of(attribute_rows[i].name), name))
			return i;
	return -1;
}

const struct key_row *
key_find(enum document_kind kind, struct text name)
{
	for (size_t i = 0; i < key_count; i++)
		if ((key_rows[i].where & document_bit(kind)) &&
		    name_equal(text_of(key_rows[i].name), name))
			return &key_rows[i];
	return NULL;
}

struct text
kind_word(enum record_kind kind)
{
	struct text called = text_of(kind_rows[kind].called);

	return text_from(called, text_find_byte(called, ' ', 0) + 1);
}

const struct field_row *
kind_field(enum record_kind kind, enum role role)
{
	const struct kind_row *row = &kind_rows[kind];

	for (size_t i = 0; i < row->count; i++)
		if (row->fields[i].role == role)
			return &row->fields[i];
	return NULL;
}
