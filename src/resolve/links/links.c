/* SPDX-License-Identifier: MIT */
/*
 * Every link of the corpus to what it means.
 *
 * First the links and names in running text, then the link fields, which take
 * what was found for the links within them, then views and the keys of front
 * matter that name something.
 */
#include <string.h>

#include "resolve/links/links.h"

/* ---- names ---- */

/* Does a title begin with an id, as "P1 Keep the towpaths open" does? */
static bool
begins_with_id(struct text title, struct text id)
{
	return title.length > id.length && strchr(" :.)", title.s[id.length]) &&
	    name_equal(text_slice(title, 0, id.length), id);
}

/* The record whose id was typed in its title; null when words are no id, or there is none. */
static struct record *
find_titled(const struct resolution *resolution, struct text words)
{
	const struct records *records = &resolution->corpus->records;
	bool digit = false;

	for (size_t i = 0; i < words.length; i++)
		digit |= words.s[i] >= '0' && words.s[i] <= '9';
	for (size_t i = 0; digit && id_is_valid(words) && i < records->count; i++)
		if (!records->at[i]->id_given && is_open_record(resolution, records->at[i]) &&
		    begins_with_id(records->at[i]->title, words))
			return records->at[i];
	return NULL;
}

void
report_unknown_name(struct walk *walk, struct text words, struct place at, struct text otherwise)
{
	struct arena *arena = walk->resolution->arena;
	const struct names *names = walk->resolution->names;
	const struct name *near;
	struct target titled = { .thing = THING_RECORD };
	struct text help;

	if (lexicon_find(names->exempt, words) && !walk->exempt) {
		report_leak(walk->resolution, walk->document, at);
		return;
	}
	near = nearest_name(names, words);
	titled.record = find_titled(walk->resolution, words);
	if (titled.record)
		help = how_to_name(walk->resolution, &titled, words, at.file);
	else if (near && near->bearers.at[0].to.record && near->bearers.at[0].by_id)
		help = text_format(arena, "did you mean %.*s \"%.*s\"?", TEXT_ARGS(near->words),
		    TEXT_ARGS(near->bearers.at[0].to.record->title));
	else if (near)
		help = text_format(arena, "did you mean \"%.*s\"?", TEXT_ARGS(near->words));
	else
		help = otherwise;
	report(about(walk->resolution, walk->document), at, unknown_link, words, help);
}

void
check_bearer(struct walk *walk, const struct bearer *bearer, int count, struct text words,
    struct place at)
{
	const struct resolution *resolution = walk->resolution;
	struct arena *arena = resolution->arena;
	struct text id;

	if (!bearer)
		return;
	id = text_slug(arena, words);
	if (count > 1)
		report(about(resolution, walk->document), at, ambiguous_link,
		    text_number(arena, count), words,
		    text_format(arena, "{#%.*s-1}", TEXT_ARGS(id)));
	else if (bearer->derived && bearer->own != walk->document)
		report(about(resolution, walk->document), at, derived_link,
		    how_to_name(resolution, &bearer->to, bearer->to.record->id, at.file));
}

/* An Act whose title is all of words. */
static bool
is_act(struct arena *arena, struct text words)
{
	struct lexemes list = words_of(arena, words);

	return list.count > 0 && match_act(words, list.at, list.count) == list.count;
}

static struct target
find_name(struct walk *walk, struct text words, struct place at, struct text otherwise)
{
	const struct name *name = lexicon_find(walk->resolution->names->open, words);
	struct meaning meaning = name ? name_meaning(name, walk->document) :
	    (struct meaning){ NULL, 0 };

	if (meaning.count == 0) {
		if (is_act(walk->resolution->arena, words))
			return (struct target){ .thing = THING_ACT, .address = words };
		report_unknown_name(walk, words, at, otherwise);
		return (struct target){ .thing = THING_NONE };
	}
	check_bearer(walk, meaning.bearer, meaning.count, words, at);
	if (!may_show(walk, &meaning.bearer->to, TEXT(""), at))
		return (struct target){ .thing = THING_NONE };
	return meaning.bearer->to;
}

struct target
find_name_target(struct walk *walk, struct text words, struct place at)
{
	return find_name(walk, words, at, TEXT(""));
}

/* ---- the passes ---- */

/* A name in brackets; in Markdown they may be meant as brackets. */
static struct target
find_reference(struct walk *walk, const struct span *span)
{
	return find_name(walk, span->words, span->at, walk->document->xml ? TEXT("") :
	    text_format(walk->resolution->arena,
	        "write `\\[%.*s\\]` if the brackets are meant", TEXT_ARGS(span->words)));
}

static void
find_span(struct walk *walk, struct span *span)
{
	if (span->kind == SPAN_LINK)
		span->to = find_link_target(walk, span);
	else if (span->kind == SPAN_REF)
		span->to = find_reference(walk, span);
}

static void
find_image(struct walk *walk, struct block *block)
{
	struct image *image;

	if (block->kind != BLOCK_FIGURE || block->image)
		return;
	image = map_find(&walk->resolution->corpus->files,
	    address_of(walk->resolution, walk->path, block->address).path);
	/* no width: it cannot be read */
	block->image = image && image->width > 0 ? image : NULL;
}

static void
read_field(struct walk *walk, struct value *value)
{
	if (value->field && value->field->type == TYPE_LINKS && walk->record)
		read_link_field(walk, value);
}

static void
check_block_view(struct walk *walk, struct block *block)
{
	if (block->kind == BLOCK_VIEW)
		check_view(walk, block->view);
}

/* `of-text` names what a section translates. */
static void
check_translated(struct walk *walk, const struct section *section)
{
	struct address address = address_of(walk->resolution, walk->path, section->of_text);
	const struct document *document = address.fragment.length > 0 ? address.document :
	    walk->document;
	struct text id = address.fragment.length > 0 ? address.fragment : section->of_text;

	if (!document || !find_id(walk->resolution->names, document, id))
		report(about(walk->resolution, walk->document), section->at, bad_attribute,
		    section->of_text,
		    TEXT("section"), TEXT("write the id of the section that this one translates"));
}

static void
check_section_view(struct walk *walk, struct section *section)
{
	if (section->view)
		check_view(walk, section->view);
	if (section->of_text.length > 0)
		check_translated(walk, section);
}

/* A document by the path of its file, or by name. */
static struct target
find_document_target(struct walk *walk, struct text words, struct place at)
{
	const struct document *document = address_of(walk->resolution, walk->path, words).document;
	struct target to = { .thing = THING_DOCUMENT, .document = document };

	if (!document)
		return find_name_target(walk, words, at);
	return may_show(walk, &to, TEXT(""), at) ? to : (struct target){ .thing = THING_NONE };
}

/* A report names its decision in the forward plan, a supplement its pack. */
static void
check_keys(struct walk *walk, const struct document *document)
{
	const struct fact *decision = document_fact(document, "forward-plan");
	const struct fact *pack = document_fact(document, "supplement-to");
	struct target to;

	if (decision && decision->value.plain.length > 0) {
		to = find_name_target(walk, decision->value.plain, decision->value.at);
		if (to.thing != THING_NONE && (!to.record || to.record->kind != KIND_decision))
			report(about(walk->resolution, document), decision->value.at, bad_key,
			    decision->value.plain, TEXT("decision"),
			    TEXT("name a decision of a forward plan"));
	}
	if (pack && pack->value.plain.length > 0) {
		to = find_document_target(walk, pack->value.plain, pack->value.at);
		if (to.thing != THING_NONE && (to.thing != THING_DOCUMENT ||
		    to.document->kind != DOCUMENT_pack))
			report(about(walk->resolution, document), pack->value.at, bad_key,
			    pack->value.plain, TEXT("pack"), TEXT("name the pack that it adds to"));
	}
}

void
find_links(struct resolution *resolution)
{
	struct walk spans = { .at_span = find_span, .at_block = find_image };
	struct walk fields = { .at_value = read_field, .at_block = check_block_view,
	    .at_section = check_section_view };

	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		walk_document(&spans, resolution, document);
		walk_notes(&spans, resolution, document);
		walk_document(&fields, resolution, document);
		if (is_open_document(resolution, document))
			check_keys(&fields, document);
	}
}
