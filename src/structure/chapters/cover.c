/* SPDX-License-Identifier: MIT */
/*
 * How a document begins: a plan with a cover, a report, paper or agenda with a
 * front sheet. Both say whose it is, what it is called, and the facts that the
 * style lists, as far as the document states them.
 */
#include "base/file.h"
#include "base/path.h"
#include "structure/chapters/chapters.h"

/* ---- facts ---- */

static void
build_status_fact(struct builder *b, struct node *cell)
{
	static const char *const names[] = {
		[STATUS_DRAFT] = "status-draft",
		[STATUS_FOR_APPROVAL] = "status-for-approval",
		[STATUS_APPROVED] = "status-approved",
		[STATUS_SUPERSEDED] = "status-superseded",
	};
	enum document_status status = b->document->status;
	struct node *words = build_text(b, cell, TAG_SPAN, LOOK_status, phrase(b, names[status]));

	words->mark = status == STATUS_APPROVED ? MARK_ON : MARK_NONE;
}

/* A document that a key names by its file: its title, as a link. */
static bool
build_document_fact(struct builder *b, struct node *cell, struct text path)
{
	struct text folder = path_folder(b->document->path);
	struct target to = { .thing = THING_DOCUMENT };

	if (folder.length > 0)
		path = text_format(b->arena, "%.*s/%.*s", TEXT_ARGS(folder), TEXT_ARGS(path));
	to.document = corpus_find_document(b->corpus, path);
	if (!to.document)
		return false;
	tree_text(b->tree, build_link(b, cell, &to), to.document->title);
	return true;
}

/* A decision that a key names by its id: its title, as a link. */
static bool
build_decision_fact(struct builder *b, struct node *cell, struct text id)
{
	for (size_t i = 0; i < b->corpus->records.count; i++) {
		const struct record *record = b->corpus->records.at[i];

		if (record->kind != KIND_decision || !name_equal(record->id, id) ||
		    !document_feeds(b->corpus, record->document, b->document))
			continue;
		tree_text(b->tree, build_record_link(b, cell, record), record->title);
		return true;
	}
	return false;
}

/* What is asked: "For decision". */
void
build_purpose(struct builder *b, struct node *parent, const struct value *value)
{
	struct text name =
	    text_format(b->arena, "purpose-%.*s", TEXT_ARGS(text_fold(b->arena, value->plain)));

	if (map_find(&b->style->phrases, name))
		tree_text(b->tree, parent, phrase(b, name.s));
	else if (value->content)
		build_inside(b, parent, value->content);
	else
		tree_text(b->tree, parent, value->plain);
}

/* Names of a list, one after the other; what is no list of names stands as it is. */
static void
build_names_in_line(struct builder *b, struct node *cell, const struct block *names)
{
	const struct block *item = names && names->kind == BLOCK_LIST ? names->first : NULL;

	for (; item; item = item->next)
		if (!only_paragraph(item->first))
			break;
	if (!names || names->kind != BLOCK_LIST || item) {
		build_inside(b, cell, names);
		return;
	}
	for (item = names->first; item; item = item->next) {
		build_spans(b, cell, only_paragraph(item->first)->spans);
		tree_text(b->tree, cell, item->next ? TEXT(", ") : TEXT(""));
	}
}

static void
build_fact(struct builder *b, struct node *cell, const struct fact *fact)
{
	struct text key = text_of(fact->key->name), words = fact->value.plain;

	if (name_equal(key, TEXT("status")))
		build_status_fact(b, cell);
	else if (name_equal(key, TEXT("purpose")))
		build_purpose(b, cell, &fact->value);
	else if (name_equal(key, TEXT("supplement-to")) && build_document_fact(b, cell, words))
		return;
	else if (name_equal(key, TEXT("forward-plan")) && build_decision_fact(b, cell, words))
		return;
	else if (name_equal(key, TEXT("membership")))
		build_names_in_line(b, cell, fact->value.content);
	else if (fact->value.content)
		build_inside(b, cell, fact->value.content);
	else
		tree_text(b->tree, cell, words);
}

static size_t
count_facts(const struct document *document, struct text key)
{
	size_t count = 0;

	for (size_t i = 0; i < document->facts.count; i++)
		count += name_equal(text_of(document->facts.at[i].key->name), key) &&
		    document->facts.at[i].value.plain.length > 0;
	return count;
}

/* True for what the title says already: the service of a plan that is called so. */
static bool
repeats_title(const struct builder *b, struct text key)
{
	struct text words = document_words(b->document, text_string(b->arena, key));

	return name_equal(words, b->document->title);
}

void
build_facts_of(struct builder *b, struct pairs *pairs, struct text key)
{
	const struct facts *facts = &b->document->facts;
	struct text name = text_format(b->arena, "key-%.*s", TEXT_ARGS(key));
	size_t count = count_facts(b->document, key);
	struct node *cell;

	if (count == 0 || (count == 1 && repeats_title(b, key)))
		return;
	cell = add_pair(b, pairs, phrase(b, name.s));
	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->at[i];
		struct node *words = cell;

		if (!name_equal(text_of(fact->key->name), key) || fact->value.plain.length == 0)
			continue;
		if (count > 1)
			words = tree_add(b->tree, cell, TAG_DIV, LOOK_plain);
		words->language = fact->value.language;
		build_fact(b, words, fact);
	}
}

/* The facts of a list "version, status, date". */
static void
build_facts(struct builder *b, struct node *parent, enum look look, struct text keys)
{
	struct pairs pairs = begin_pairs(b, parent, look);
	struct text key;

	for (size_t at = 0; text_next_item(keys, ',', &at, &key);)
		build_facts_of(b, &pairs, key);
	end_pairs(&pairs);
}

/* ---- names ---- */

static void
build_title(struct builder *b, struct node *parent)
{
	struct node *title = build_text(b, parent, TAG_H, LOOK_cover_title, b->document->title);

	title->level = 1;
	tree_name(b->tree, title, b->document->id);
}

/* The title in other languages, and the subtitle in all. */
static void
build_subtitles(struct builder *b, struct node *parent)
{
	const struct facts *facts = &b->document->facts;

	for (size_t i = 0; i < facts->count; i++) {
		const struct value *value = &facts->at[i].value;
		struct text key = text_of(facts->at[i].key->name);
		bool is_wanted = name_equal(key, TEXT("subtitle")) ||
		    (name_equal(key, TEXT("title")) && value->language.length > 0 &&
		        !text_equal(value->plain, b->document->title));

		if (is_wanted)
			build_text(b, parent, TAG_P, LOOK_cover_subtitle, value->plain)->language =
			    value->language;
	}
}

/* The title of an appendix, after which it is. */
static void
build_appendix_title(struct builder *b, struct node *sect, struct text label)
{
	struct text title = b->document->title;
	struct node *heading = tree_add(b->tree, sect, TAG_H, LOOK_appendix_title);

	heading->level = heading_level(b, 1);
	if (label.length > 0)
		title = phrase_with(b, "appendix-title", label, title);
	tree_text(b->tree, heading, title);
	tree_name(b->tree, heading, id_here(b, b->document, b->document->id));
}

static struct text
kind_words(struct builder *b)
{
	return kind_phrase(b, "document", document_kind_names[b->document->kind]);
}

/* "April 2026 to March 2027" for a year that is not the calendar's; else as typed. */
static struct text
period_in_months(struct builder *b)
{
	const struct span_of_time *period = &b->document->period;
	struct text typed = document_words(b->document, "period");

	if (typed.length == 0 || !period->set || period->exactness != EXACT_YEAR ||
	    period->first.year == period->last.year)
		return typed;
	return phrase_with(b, "from-to",
	    text_format(b->arena, "%s %d", month_name(period->first.month), period->first.year),
	    text_format(b->arena, "%s %d", month_name(period->last.month), period->last.year));
}

/* What kind of document it is, and of which time. */
static void
build_kind_line(struct builder *b, struct node *parent)
{
	struct text period = period_in_months(b);

	build_text(b, parent, TAG_P, LOOK_cover_subtitle, kind_words(b));
	if (period.length > 0)
		build_text(b, parent, TAG_P, LOOK_cover_aside, period);
}

static void
build_summary(struct builder *b, struct node *parent)
{
	const struct facts *facts = &b->document->facts;

	for (size_t i = 0; i < facts->count; i++) {
		const struct value *value = &facts->at[i].value;

		if (name_equal(text_of(facts->at[i].key->name), TEXT("summary")) &&
		    value->plain.length > 0)
			build_text(b, parent, TAG_P, LOOK_lead, value->plain)->language =
			    value->language;
	}
}

/* ---- sheets ---- */

void
build_cover(struct builder *b)
{
	struct node *cover = tree_add(b->tree, b->tree->root, TAG_SECT, LOOK_cover);

	if (b->corpus->council.name.length > 0)
		build_text(b, cover, TAG_P, LOOK_cover_council, b->corpus->council.name);
	build_title(b, cover);
	build_subtitles(b, cover);
	build_kind_line(b, cover);
	build_summary(b, cover);
	build_facts(b, cover, LOOK_cover_facts, phrase(b, "cover-facts"));
}

/* Whose paper it is, and for whom: "Report to the Planning Committee". */
static void
build_front_kicker(struct builder *b)
{
	struct text committee = document_words(b->document, "committee"), words = kind_words(b);
	struct node *kicker = tree_add(b->tree, b->tree->root, TAG_P, LOOK_kicker);

	if (b->corpus->council.name.length > 0)
		tree_text(b->tree, kicker,
		    text_join(b->arena, b->corpus->council.name, TEXT(" · ")));
	if (committee.length > 0)
		words = phrase_with(b, "paper-to", words, committee);
	tree_text(b->tree, kicker, words);
}

/* When and where a meeting is. */
static void
build_meeting(struct builder *b)
{
	struct text date = document_words(b->document, "date"),
	            time = document_words(b->document, "time");
	struct text place = document_words(b->document, "place");

	if (date.length > 0)
		build_text(b, b->tree->root, TAG_P, LOOK_cover_subtitle, time.length == 0 ? date :
		    text_format(b->arena, "%.*s, %.*s", TEXT_ARGS(date), TEXT_ARGS(time)));
	if (place.length > 0)
		build_text(b, b->tree->root, TAG_P, LOOK_cover_aside, place);
}

void
build_front_sheet(struct builder *b)
{
	struct node *root = b->tree->root;
	bool is_pack = b->document->kind == DOCUMENT_pack;

	build_front_kicker(b);
	build_title(b, root);
	build_subtitles(b, root);
	if (is_pack)
		build_meeting(b);
	build_facts(b, root, LOOK_front_block, phrase(b, is_pack ? "pack-facts" : "front-facts"));
	build_summary(b, root);
}

void
build_appendix_sheet(struct builder *b, struct node *sect, struct text label)
{
	bool is_plan = sect->look == LOOK_appendix_plan;

	build_appendix_title(b, sect, label);
	build_subtitles(b, sect);
	if (is_plan)
		build_kind_line(b, sect);
	build_exempt_box(b, sect, &b->document->exemption);
	build_facts(b, sect, LOOK_front_block, phrase(b, is_plan ? "cover-facts" : "front-facts"));
	build_summary(b, sect);
}
