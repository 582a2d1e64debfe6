/* SPDX-License-Identifier: MIT */
/*
 * Sections and views, and what their headings say in braces.
 */
#include "read/build.h"

#include "model/messages.h"

/* ---- views ---- */

struct view *
view_new(const struct reading *reading, enum section_kind kind, struct place at)
{
	struct view *view = ARENA_NEW(reading->arena, struct view);

	view->kind = kind;
	view->at = at;
	return view;
}

bool
view_set(const struct reading *reading, struct view *view, struct text name, struct text words)
{
	switch (attribute_find(WHOSE_VIEW, name)) {
	case ATTRIBUTE_of: view->of = words; break;
	case ATTRIBUTE_period:
		view->period = words;
		view->when = read_period(reading, words, view->at);
		break;
	case ATTRIBUTE_status: view->status = words; break;
	case ATTRIBUTE_priority: view->priority = words; break;
	case ATTRIBUTE_owner: view->owner = words; break;
	case ATTRIBUTE_service: view->service = words; break;
	case ATTRIBUTE_due:
		view->due = words;
		view->due_when = read_period(reading, words, view->at);
		break;
	case ATTRIBUTE_columns: view->columns = words; break;
	default: return false;
	}
	return true;
}

static struct view *
view_of(const struct reading *reading, struct section *section)
{
	if (!section->view)
		section->view = view_new(reading, section->kind, section->at);
	return section->view;
}

/* ---- sections ---- */

struct section *
section_new(const struct reading *reading, struct section *parent, enum section_kind kind,
    struct place at, struct block ***end)
{
	struct section *section = ARENA_NEW(reading->arena, struct section);

	section->kind = kind;
	section->at = at;
	section->document = reading->document;
	section->parent = parent;
	section->level = parent ? parent->level + 1 : 2;
	block_add(reading->arena, end, BLOCK_SECTION, at)->section = section;
	return section;
}

/* What a key takes: one of some words; what it is called, and the help where it is none of them. */
struct choice { const char *is_no, *help; const char *words[4]; };

static const struct choice answers = { "answer", "write yes or no", { "yes", "no" } };
static const struct choice shows = {
	"way to show records", "write form, table or list", { "form", "table", "list" },
};
static const struct choice forms = {
	"form", "write fields, rows or list", { "fields", "rows", "list" },
};
static const struct choice pages = { "place for a page break", "write page=new", { "new" } };

/* Which of the words it is, from 1; 0, and reported, when it is none. */
static int
choose(const struct reading *reading, struct text words, struct place at,
    const struct choice *choice)
{
	for (int i = 0; choice->words[i]; i++)
		if (name_equal(words, text_of(choice->words[i])))
			return i + 1;
	report(reading->diag, at, bad_attribute, words, text_of(choice->is_no),
	    text_of(choice->help));
	return 0;
}

static bool
is_yes(const struct reading *reading, struct text words, struct place at)
{
	return words.length == 0 || choose(reading, words, at, &answers) == 1;
}

/* How a section prints, and as what its records stand. */
static bool
set_look(const struct reading *reading, struct section *section, int attribute, struct text words,
    struct place at)
{
	int form;

	switch (attribute) {
	case ATTRIBUTE_show:
		section->show = choose(reading, words, at, &shows);
		return true;
	case ATTRIBUTE_page:
		section->new_page = choose(reading, words, at, &pages) == 1;
		return true;
	case ATTRIBUTE_landscape:
		section->landscape = is_yes(reading, words, at);
		return true;
	case ATTRIBUTE_unnumbered:
		section->unnumbered = is_yes(reading, words, at);
		return true;
	case ATTRIBUTE_form:
		form = choose(reading, words, at, &forms);
		section->form = form > 0 ? form - 1 : FORM_FIELDS;
		return true;
	default:
		return false;
	}
}

bool
section_set(const struct reading *reading, struct section *section, struct text name,
    struct text words, struct place at)
{
	int attribute = attribute_find(WHOSE_SECTION, name);

	switch (attribute) {
	case -1:
		return false;
	case ATTRIBUTE_id:
		section->id_given = take_id(reading, words, at, &section->id);
		return true;
	case ATTRIBUTE_period:
		section->period_words = words;
		section->period = read_period(reading, words, at);
		return true;
	case ATTRIBUTE_lang:
		section->language = words;
		return true;
	case ATTRIBUTE_of_text:
		section->of_text = words;
		return true;
	default:
		return set_exemption(&section->exemption, attribute, words, at) ||
		    set_look(reading, section, attribute, words, at) ||
		    view_set(reading, view_of(reading, section), name, words);
	}
}

/*
 * Filters say which of others' records a section shows; one with records of its
 * own has none to choose from.
 */
static void
check_view(const struct reading *reading, struct section *section)
{
	struct view *view = section->view;

	if (section_rows[section->kind].holds != HOLDS_VIEW && view->of.length == 0) {
		report(reading->diag, section->at, bad_attribute, TEXT("a filter"),
		    TEXT("key of a section without `of`"),
		    TEXT("add of=all, or the name of what it shows"));
		section->view = NULL;
		return;
	}
	view->period = section->period_words;
	view->when = section->period_words.length > 0 ? section->period :
	    (struct span_of_time){ 0 };
}

void
section_open(const struct reading *reading, struct section *section)
{
	section->title_words = spans_plain(reading->arena, section->title);
	if (section_rows[section->kind].holds == HOLDS_VIEW)
		view_of(reading, section);
	if (section->view)
		check_view(reading, section);
	if (!section->period.set)
		section->period =
		    section->parent ? section->parent->period : reading->document->period;
}

/* ---- what a section holds ---- */

enum record_kind
section_holds_kind(const struct section *section)
{
	if (!section || section->view || section_rows[section->kind].holds != HOLDS_RECORDS)
		return KIND_none;
	return section_rows[section->kind].kind;
}

static bool
holds_rows(const struct block *block)
{
	if (block->kind == BLOCK_PLACE)
		block = block->first;
	return block &&
	    ((block->kind == BLOCK_RECORD && block->record->form == FORM_ROWS) ||
	        block->kind == BLOCK_GROUP);
}

/* Text between rows would part their table. */
static void
check_stray_text(const struct reading *reading, const struct section *section)
{
	const struct block *stray = NULL;
	bool rows = false;

	for (const struct block *block = section->content; block; block = block->next) {
		if (holds_rows(block)) {
			if (stray)
				report(reading->diag, stray->at, stray_text);
			rows = true;
			stray = NULL;
		} else if (block->kind != BLOCK_COMMENT && block->kind != BLOCK_REMOVED && rows &&
		    !stray) {
			stray = block;
		}
	}
}

/* Fields of a record that has no heading are told as such. */
static bool
begins_with_label(const struct reading *reading, const struct section *section, struct text words)
{
	struct value head = { 0 };
	size_t colon = text_find_byte(words, ':', 0);

	return colon < words.length && read_label(reading, section_rows[section->kind].kind,
	    TEXT(""), TEXT(""), text_slice(words, 0, colon), &head);
}

/* Is it "None" alone, or fields? */
static bool
makes_none(const struct reading *reading, const struct section *section, const struct block *list)
{
	const struct block *item = list->first;
	struct text words = item && item->first ? spans_plain(reading->arena, item->first->spans)
	    : TEXT("");

	return !item || begins_with_label(reading, section, words) || (!item->next &&
	    (name_equal(words, TEXT("None")) || name_equal(words, TEXT("None."))));
}

/* A list is no set of records: where it is all that there is, its author may have thought so. */
static void
check_list_alone(const struct reading *reading, const struct section *section)
{
	const struct block *list = NULL;

	for (const struct block *block = section->content; block; block = block->next)
		if (block->kind == BLOCK_LIST)
			list = list ? list : block;
		else if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_COMMENT)
			return;
	if (list && !makes_none(reading, section, list))
		report(reading->diag, list->at, listed_records, section->title_words,
		    name_hyphened(reading->arena, section_rows[section->kind].name));
}

void
section_close(const struct reading *reading, const struct section *section)
{
	enum section_holds holds = section_rows[section->kind].holds;

	settle_columns(reading, section->content);
	if (holds == HOLDS_RECORDS) {
		check_stray_text(reading, section);
		if (!section->view)
			check_list_alone(reading, section);
	}
	if (section->view || !holds_nothing(section->content) ||
	    (holds != HOLDS_RECORDS && holds != HOLDS_ITSELF))
		return;
	if (section->itself && section->itself->values.count > 0)
		return;
	report(reading->diag, section->at, empty_section, section->title_words,
	    holds == HOLDS_ITSELF
	        ? TEXT("fields")
	        : name_hyphened(reading->arena, section_rows[section->kind].name));
}
