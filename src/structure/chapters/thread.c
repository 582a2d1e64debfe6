/* SPDX-License-Identifier: MIT */
/*
 * The golden thread: each priority with what serves it, over all services, and
 * each measure's way up; and how many serve each. The filters of the view
 * choose what serves; a priority of which they leave nothing has no place in
 * what they ask for.
 */
#include "structure/chapters/chapters.h"

bool
may_serve(const struct builder *b, const struct record *record)
{
	return record->kind != KIND_theme &&
	    document_feeds(b->corpus, record->document, b->document);
}

static bool
is_shown_serving(struct builder *b, const struct section *section, const struct record *record)
{
	return may_serve(b, record) && is_chosen(b, section, record);
}

/* How many records serve a priority: in this document, and in all. */
struct serving { size_t here, all; };

static struct serving
count_serving(struct builder *b, const struct section *section, const struct record *priority,
    enum record_kind kind)
{
	struct serving count = { 0 };

	for (size_t i = 0; i < priority->served_by.count; i++) {
		const struct record *record = priority->served_by.at[i];

		if (record->kind != kind || !is_shown_serving(b, section, record))
			continue;
		count.all++;
		count.here += record->document == b->document;
	}
	return count;
}

/* In how many plans something serves a priority; the records stand by document. */
static size_t
count_plans(struct builder *b, const struct section *section, const struct record *priority)
{
	const struct document *last = NULL;
	size_t count = 0;

	for (size_t i = 0; i < priority->served_by.count; i++) {
		const struct record *record = priority->served_by.at[i];

		if (!is_shown_serving(b, section, record) || record->document == last)
			continue;
		last = record->document;
		count++;
	}
	return count;
}

/* ---- priorities and what serves them ---- */

static void
build_where(struct builder *b, struct node *cell, const struct record *record)
{
	struct text service = document_words(record->document, "service");

	tree_text(b->tree, cell, service.length > 0 ? service : record->document->title);
	if (record->theme)
		tree_text(b->tree, cell,
		    text_format(b->arena, ", %.*s", TEXT_ARGS(record->theme->title_words)));
}

/* The page, where it is in this document. */
static void
build_page(struct builder *b, struct node *cell, const struct record *record)
{
	struct node *link, *page;

	if (!stands_here(b, record->document)) {
		tree_text(b->tree, cell, TEXT("–"));
		return;
	}
	link = build_record_link(b, cell, record);
	link->spoken = record->title;
	page = tree_add(b->tree, link, TAG_PAGE_OF, LOOK_plain);
	page->to = link->to;
}

enum { THREAD_COLUMNS = 5 };	/* the last one is of pages */

/* A row that begins with a record's reference and its title. */
static struct node *
build_row_of(struct builder *b, struct node *body, const struct record *record)
{
	struct node *row = tree_add(b->tree, body, TAG_TR, LOOK_plain), *head;

	mark_exempt_record(b, row, record);
	tree_text(b->tree, add_labelled_cell(b, row, "reference", LOOK_cell_ref), ref_of(record));
	head = add_row_head(b, row);
	tree_text(b->tree, build_record_link(b, head, record), record->title);
	return row;
}

/* What is asked of councillors: the title alone of a decision says too little. */
static void
build_asked(struct builder *b, struct node *head, const struct record *record)
{
	struct text asked = record_words(record, ROLE_text);

	if (record->kind == KIND_decision && asked.length > 0)
		build_text(b, head, TAG_SPAN, LOOK_muted,
		    text_format(b->arena, ": %.*s", TEXT_ARGS(asked)));
}

static void
build_serving(struct builder *b, struct node *body, const struct record *record, int columns)
{
	struct node *row = build_row_of(b, body, record), *page;

	build_asked(b, row->last, record);
	tree_text(b->tree, add_labelled_cell(b, row, "what", LOOK_plain),
	    kind_phrase(b, "kind", kind_rows[record->kind].name));
	build_where(b, add_labelled_cell(b, row, "where", LOOK_plain), record);
	if (columns < THREAD_COLUMNS)
		return;
	page = add_labelled_cell(b, row, "page-column", LOOK_cell_page);
	page->set = SET_RIGHT;
	build_page(b, page, record);
}

static void
build_priority(struct builder *b, struct node *body, const struct section *section,
    const struct record *priority, int columns)
{
	struct node *head = build_group_row(b, body, columns), *facts;
	size_t measures = count_serving(b, section, priority, KIND_measure).all,
	       plans = count_plans(b, section, priority);

	mark_exempt_record(b, head, priority);
	build_tag(b, head, priority);
	tree_text(b->tree, head, TEXT(" "));
	if (plans == 0) {
		facts = build_text(b, head, TAG_SPAN, LOOK_status, phrase(b, "served-by-nothing"));
		facts->mark = MARK_OFF;
		return;
	}
	facts = tree_add(b->tree, head, TAG_SPAN, LOOK_group_facts);
	tree_text(b->tree, facts,
	    measures > 0 ? phrase_count(b, "measures", measures) : phrase(b, "measures-0"));
	tree_text(b->tree, facts, TEXT(", "));
	tree_text(b->tree, facts, phrase_count(b, "plans", plans));
	for (size_t i = 0; i < priority->served_by.count; i++)
		if (is_shown_serving(b, section, priority->served_by.at[i]))
			build_serving(b, body, priority->served_by.at[i], columns);
}

/* Without filters a priority that nothing serves is told; with them it is none of theirs. */
static bool
is_in_thread(struct builder *b, const struct section *section, const struct record *priority)
{
	struct text named = section->view ? section->view->priority : TEXT("");

	return (named.length == 0 || bears_name(priority, named)) &&
	    (!has_filters(section) || count_plans(b, section, priority) > 0);
}

static bool
has_thread(struct builder *b, const struct section *section)
{
	for (size_t i = 0; i < b->corpus->priorities.count; i++)
		if (is_in_thread(b, section, b->corpus->priorities.at[i]))
			return true;
	return false;
}

/* A corpus of which nothing stands in this output has no pages to name. */
static int
count_columns(const struct builder *b)
{
	for (size_t i = 0; i < b->corpus->priorities.count; i++) {
		const struct record *priority = b->corpus->priorities.at[i];

		for (size_t k = 0; k < priority->served_by.count; k++)
			if (stands_here(b, priority->served_by.at[k]->document))
				return THREAD_COLUMNS;
	}
	return THREAD_COLUMNS - 1;
}

static void
build_down(struct builder *b, struct node *sect, const struct section *section)
{
	static const struct phrase_column columns[THREAD_COLUMNS] = {
		{ .head = "reference", .is.keep = true },
		{ .head = "what-serves", .is.label = true },
		{ .head = "what" },
		{ .head = "where" },
		{ .head = "page-column", .is.set = SET_RIGHT },
	};
	struct phrase_table thread = { section, "golden-thread", columns, count_columns(b) };
	struct node *table = build_phrase_table(b, sect, &thread);

	if (thread.count == THREAD_COLUMNS)
		table->first->next->first->last->look = LOOK_cell_page;
	for (size_t i = 0; i < b->corpus->priorities.count; i++)
		if (is_in_thread(b, section, b->corpus->priorities.at[i]))
			build_priority(b, tree_add(b->tree, table, TAG_TBODY, LOOK_plain), section,
			    b->corpus->priorities.at[i], thread.count);
}

/* ---- a measure's way up ---- */

ARRAY(const struct record *, linked);

/* The records of a kind that links name, each once. */
static void
add_named(struct builder *b, struct linked *found, const struct record *record,
    enum record_kind kind)
{
	const struct value *links = record_value(record, ROLE_links);

	for (size_t i = 0; links && i < links->links.count; i++) {
		const struct record *to = links->links.at[i].to.record;
		bool is_new = to && to->kind == kind;

		for (size_t k = 0; is_new && k < found->count; k++)
			is_new = found->at[k] != to;
		if (is_new)
			*array_push(b->arena, found) = to;
	}
}

/* Priorities, and the outcomes that it names itself or through these. */
static void
find_way_up(struct builder *b, const struct record *record, struct linked *priorities,
    struct linked *outcomes)
{
	add_named(b, priorities, record, KIND_priority);
	add_named(b, outcomes, record, KIND_outcome);
	for (size_t i = 0; i < priorities->count; i++)
		add_named(b, outcomes, priorities->at[i], KIND_outcome);
}

static void
build_named(struct builder *b, struct node *cell, const struct linked *records)
{
	for (size_t i = 0; i < records->count; i++) {
		const struct record *to = records->at[i];

		if (i > 0)
			tree_text(b->tree, cell, TEXT(", "));
		tree_text(b->tree, build_record_link(b, cell, to),
		    ref_of(to).length > 0 ? ref_of(to) : to->title);
	}
	if (records->count == 0)
		tree_text(b->tree, cell, TEXT("–"));
}

/* What a measure does not say itself, its theme says for it. */
static void
build_measure_up(struct builder *b, struct node *body, const struct record *measure)
{
	struct node *row = build_row_of(b, body, measure);
	struct linked priorities = { 0 }, outcomes = { 0 };

	find_way_up(b, measure, &priorities, &outcomes);
	if (outcomes.count + priorities.count == 0 && measure->theme && measure->theme->itself)
		find_way_up(b, measure->theme->itself, &priorities, &outcomes);
	build_named(b, add_labelled_cell(b, row, "priorities", LOOK_plain), &priorities);
	build_named(b, add_labelled_cell(b, row, "outcomes", LOOK_plain), &outcomes);
}

/* The measure that a record is, or adds figures to, if the view shows it; or null. */
static const struct record *
measure_of(struct builder *b, const struct section *section, const struct record *record)
{
	const struct record *measure = record->joins ? record->joins : record;

	return measure->kind == KIND_measure && measure->document == b->document &&
	        is_chosen(b, section, measure)
	    ? measure
	    : NULL;
}

/* Each measure of the document once, where the reader meets it first. */
static void
build_up(struct builder *b, struct node *sect, const struct section *section)
{
	static const struct phrase_column columns[] = {
		{ .head = "reference", .is.keep = true },
		{ .head = "measure", .is.label = true },
		{ .head = "priorities" },
		{ .head = "outcomes" },
	};
	struct phrase_table table = { section, "way-up", columns, 4 };
	bool *stands = arena_array(b->arena, b->corpus->records.count + 1, sizeof *stands);
	struct node *body = build_phrase_body(b, sect, &table);

	for (size_t i = 0; i < b->document->records.count; i++) {
		const struct record *measure = measure_of(b, section, b->document->records.at[i]);

		if (!measure || stands[measure->order])
			continue;
		stands[measure->order] = true;
		build_measure_up(b, body, measure);
	}
}

static bool
has_measures(struct builder *b, const struct section *section)
{
	for (size_t i = 0; i < b->document->records.count; i++)
		if (measure_of(b, section, b->document->records.at[i]))
			return true;
	return false;
}

void
build_golden_thread(struct builder *b, struct node *sect, const struct section *section)
{
	build_content(b, sect, section);
	if (has_thread(b, section))
		build_down(b, sect, section);
	if (has_measures(b, section))
		build_up(b, sect, section);
}

/* ---- coverage ---- */

/* What serves a priority, a column each. */
static const struct covering {
	enum record_kind kind;
	const char *column;
} covering[] = {
	{ KIND_measure, "measures-column" },
	{ KIND_objective, "objectives-column" },
	{ KIND_decision, "decisions-column" },
};
enum { COVERING = sizeof covering / sizeof *covering, COVERAGE_COLUMNS = 2 + COVERING };

/*
 * True where something of this document serves a priority: then each count says
 * how much of it does.
 */
static bool
serves_itself(struct builder *b, const struct section *section)
{
	for (size_t i = 0; i < b->corpus->priorities.count; i++)
		for (int k = 0; k < COVERING; k++)
			if (count_serving(b, section, b->corpus->priorities.at[i],
			        covering[k].kind).here > 0)
				return true;
	return false;
}

static void
build_coverage_row(struct builder *b, struct node *body, const struct section *section,
    const struct record *priority, bool has_own)
{
	struct node *row = build_row_of(b, body, priority);

	for (int i = 0; i < COVERING; i++) {
		struct serving count = count_serving(b, section, priority, covering[i].kind);
		struct node *cell = add_labelled_cell(b, row, covering[i].column, LOOK_plain);
		struct text all = text_number(b->arena, (long long)count.all);

		tree_text(b->tree, cell, !has_own ? all : phrase_with(b, "count-of",
		    text_number(b->arena, (long long)count.here), all));
	}
}

void
build_coverage(struct builder *b, struct node *sect, const struct section *section)
{
	struct phrase_column columns[COVERAGE_COLUMNS] = {
		{ .head = "reference", .is.keep = true },
		{ .head = "priority", .is.label = true },
	};
	struct phrase_table table = { section, "coverage", columns, COVERAGE_COLUMNS };
	size_t served = 0, all = b->corpus->priorities.count;
	bool has_own;
	struct node *body;

	build_content(b, sect, section);
	if (all == 0)
		return;
	has_own = serves_itself(b, section);
	for (size_t i = 0; i < all; i++)
		served += count_plans(b, section, b->corpus->priorities.at[i]) > 0;
	tree_text(b->tree, tree_add(b->tree, sect, TAG_P, LOOK_plain),
	    phrase_with(b, "of-priorities", text_number(b->arena, (long long)served),
	        text_number(b->arena, (long long)all)));
	for (int i = 0; i < COVERING; i++)
		columns[2 + i].head = covering[i].column;
	body = build_phrase_body(b, sect, &table);
	for (size_t i = 0; i < all; i++)
		build_coverage_row(b, body, section, b->corpus->priorities.at[i], has_own);
}
