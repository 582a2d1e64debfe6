/* SPDX-License-Identifier: MIT */
/*
 * Addresses of links: `#id`, `file.md#id`, files of the corpus, the web.
 *
 * That a file is there was the front end's to see; here an address becomes the
 * document, section or record that it means. An id that hangs on a title can
 * be linked to within its document without fear; from elsewhere it is warned of.
 */
#include <assert.h>

#include "base/file.h"
#include "base/path.h"
#include "resolve/links/links.h"

/* ---- exempt matter behind a public link ---- */

static const struct exemption *
target_exemption(const struct resolution *resolution, const struct target *to)
{
	if (to->thing == THING_RECORD)
		return record_exemption(resolution, to->record);
	if (to->thing == THING_SECTION)
		return section_exemption(to->section);
	return to->thing == THING_DOCUMENT ? document_exemption(to->document) : NULL;
}

static struct text
target_title(const struct target *to)
{
	assert(to->record || to->section || to->document);
	return to->record && to->thing == THING_RECORD ? to->record->title
	    : to->thing == THING_SECTION               ? to->section->title_words
	                                               : to->document->title;
}

/* True when words hold the title; without words the title itself is printed. */
static bool
shows_title(struct arena *arena, const struct target *to, struct text words)
{
	struct text title = text_fold(arena, target_title(to)), folded = text_fold(arena, words);

	return words.length == 0 || (title.length > 0 && text_find(folded, title,
	    0) < folded.length);
}

bool
may_show(struct walk *walk, const struct target *to, struct text words, struct place at)
{
	const struct resolution *resolution = walk->resolution;

	if (walk->exempt || !target_exemption(resolution, to))
		return true;
	if (shows_title(resolution->arena, to, words))
		report_leak(resolution, walk->document, at);
	return !resolution->hides;
}

/* Words of a title that a file's name may well hold. */
static bool
tells(struct text word)
{
	static const char *const harmless[] = { "report", "item", "appendix", "plan", "paper",
	    "minutes", "annex",
	    "part", "exempt", "confidential", "agenda", "note", "review", "update", "with", "from",
	    "this", "that" };

	for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
		if (text_is(word, harmless[i]))
			return false;
	return word.length > 3;
}

/* A number of its own for each document, to call its file by. */
static size_t
count_before(const struct corpus *corpus, const struct document *document)
{
	size_t i = 0;

	while (i < corpus->documents.count && corpus->documents.at[i] != document)
		i++;
	return i;
}

/*
 * The name of a linked exempt file should hold no word of its title. Said to
 * those alone who may read the title.
 */
static void
check_file_name(struct walk *walk, const struct document *to, struct place at)
{
	const struct resolution *resolution = walk->resolution;
	struct text name = path_name(to->path);
	struct lexemes title = words_of(resolution->arena, to->title);
	struct lexemes words = words_of(resolution->arena, text_slice(name, 0,
	    name.length - path_suffix(name).length));

	if (resolution->hides || walk->exempt || !document_exemption(to))
		return;
	for (size_t i = 0; i < words.count; i++)
		for (size_t k = 0; k < title.count; k++)
			if (tells(words.at[i].folded) && text_equal(words.at[i].folded,
			    title.at[k].folded)) {
				report(about(resolution, walk->document), at, telling_name, name,
				    text_number(
				    resolution->arena,
				    1 + (long long)count_before(resolution->corpus, to)));
				return;
			}
}

/* ---- ids ---- */

static void
report_no_id(struct walk *walk, struct text fragment, struct place at)
{
	struct arena *arena = walk->resolution->arena;
	const struct name *near = nearest_name(walk->resolution->names, fragment);

	report(about(walk->resolution, walk->document), at, unknown_link,
	    text_format(arena, "#%.*s", TEXT_ARGS(fragment)), near ?
	    text_format(arena, "did you mean `%.*s`?", TEXT_ARGS(near->words)) :
	    TEXT("write the id that stands in the braces of a heading"));
}

/*
 * Says so where an id hangs on a title: within a file when several have it,
 * from elsewhere always.
 */
static void
check_derived(struct walk *walk, const struct identity *identity, struct text id, struct place at)
{
	const struct resolution *resolution = walk->resolution;
	bool is_theme = identity->to.record && identity->to.record->kind == KIND_theme;
	struct diag *diag = about(resolution, walk->document);
	struct text how;

	if (identity->given)
		return;
	if (!is_theme && (identity->counted || identity->derived > 1)) {
		struct text title = target_title(&identity->to),
		    slug = text_slug(resolution->arena, title);
		const struct identity *first = find_id(resolution->names, identity->to.document,
		    slug);

		report(diag, at, ambiguous_link, text_number(resolution->arena, first ?
		    first->derived : 1), title,
		    text_format(resolution->arena, "{#%.*s-1}", TEXT_ARGS(slug)));
		return;
	}
	how = how_to_name(resolution, &identity->to, id, at.file);
	if (identity->to.document != walk->document)
		report(diag, at, derived_link, how);
}

static struct target
find_fragment(struct walk *walk, const struct document *document, const struct span *span,
    struct text fragment)
{
	const struct names *names = walk->resolution->names;
	const struct identity *identity = find_id(names, document, fragment);
	const struct identity *hidden = identity ? NULL : find_hidden_id(names, document, fragment);
	struct text words = spans_plain(walk->resolution->arena, span->first);

	if (hidden) {
		may_show(walk, &hidden->to, words, span->at);
		return (struct target){ .thing = THING_NONE };
	}
	if (!identity) {
		report_no_id(walk, fragment, span->at);
		return (struct target){ .thing = THING_NONE };
	}
	check_derived(walk, identity, fragment, span->at);
	return may_show(walk, &identity->to, words, span->at) ? identity->to :
	    (struct target){ .thing = THING_NONE };
}

/* ---- the target ---- */

static struct target
find_document(struct walk *walk, const struct span *span, const struct address *address)
{
	struct target to = { .thing = THING_DOCUMENT, .document = address->document };

	check_file_name(walk, address->document, span->at);
	if (address->fragment.length > 0 && is_open_document(walk->resolution, address->document))
		return find_fragment(walk, address->document, span, address->fragment);
	return may_show(walk, &to, spans_plain(walk->resolution->arena, span->first), span->at) ?
	    to : (struct target){ .thing = THING_NONE };
}

/* A file of the corpus; one of text that is no document is a part. */
static struct target
find_file(struct walk *walk, const struct span *span, struct text path)
{
	struct text suffix = path_suffix(path);
	bool is_text = text_is(suffix, ".md") || text_is(suffix, ".xml");

	if (!is_text || !map_find(&walk->resolution->corpus->files, path))
		return (struct target){ .thing = THING_FILE, .address = path };
	report(about(walk->resolution, walk->document), span->at, linked_part, path);
	return (struct target){ .thing = THING_NONE };
}

struct target
find_link_target(struct walk *walk, const struct span *span)
{
	struct address address = address_of(walk->resolution, walk->path, span->address);

	if (span->address.length == 0 || text_is(span->address, "#")) {
		report(about(walk->resolution, walk->document), span->at, no_address);
		return (struct target){ .thing = THING_NONE };
	}
	switch (address.sort) {
	case ADDRESS_WEB:
		return (struct target){ .thing = THING_WEB, .address = span->address };
	case ADDRESS_HERE:
		return find_fragment(walk, walk->document, span, address.fragment);
	case ADDRESS_FILE:
		if (address.document)
			return find_document(walk, span, &address);
		return find_file(walk, span, address.path);
	case ADDRESS_BAD:
		break;
	}
	report(about(walk->resolution, walk->document), span->at, bad_address, span->address);
	return (struct target){ .thing = THING_NONE };
}
