/* SPDX-License-Identifier: MIT */
/*
 * Taking out what the audience may not see.
 *
 * Exempt documents, sections, records, rows, notes and pictures leave every
 * list, map and message of a public corpus. In their place stands what the law
 * wants to be said: a public title, the paragraph and the reason. The build
 * with PLANPRESS_KEEP_EXEMPT leaves all of it in, so that the test of this can
 * be seen to fail.
 */
#include <assert.h>
#include <string.h>

#include "resolve/exempt/silence.h"
#include "resolve/address.h"
#include "resolve/walk.h"

/* ---- blocks ---- */

static const struct exemption *
block_exemption(const struct resolution *resolution, const struct block *block)
{
	if (block->kind == BLOCK_RECORD)
		return record_exemption(resolution, block->record);
	return block->kind == BLOCK_SECTION ? section_exemption(block->section) : block->exemption;
}

/* True when a row says no more in public than the block that stands for the rows before it. */
static bool
adds_to(const struct block *removed, const struct exemption *exemption)
{
	return removed && removed->kind == BLOCK_REMOVED && removed->removed->rows > 0 &&
	    removed->removed->confidential == exemption->confidential &&
	    text_equal(removed->removed->paragraph, exemption->paragraph) &&
	    text_equal(removed->removed->reason, exemption->reason);
}

/*
 * What stands in a block's place; its own place is no longer told. Of a mark
 * that cannot be understood nothing is said: it may hold what it should hide.
 */
static void
make_removed(struct resolution *resolution, struct block *block, const struct exemption *exemption,
    bool is_row)
{
	struct block *next = block->next;
	struct removed *removed = ARENA_NEW(resolution->arena, struct removed);

	if (is_well_marked(resolution, exemption))
		*removed = (struct removed){ .title = exemption->public_title,
		    .paragraph = exemption->paragraph,
		    .reason = exemption->reason, .confidential = exemption->confidential };
	removed->rows = is_row;
	*block = (struct block){ .kind = BLOCK_REMOVED, .at = { block->at.file, 0, 0 },
	    .next = next,
	    .removed = removed };
}

static void
remove_from(struct resolution *resolution, struct block **first)
{
	struct block *before = NULL;

	for (struct block **link = first; *link;) {
		struct block *block = *link;
		const struct exemption *exemption = block_exemption(resolution, block);
		bool is_row = block->kind == BLOCK_RECORD && block->record->form == FORM_ROWS;

		if (exemption && is_row && adds_to(before, exemption)) {
			assert(before);
			before->removed->rows++;
			*link = block->next;
			continue;
		}
		if (exemption)
			make_removed(resolution, block, exemption, is_row);
		remove_from(resolution, &block->first);
		if (block->kind == BLOCK_SECTION)
			remove_from(resolution, &block->section->content);
		if (block->kind == BLOCK_RECORD)
			remove_from(resolution, &block->record->prose);
		before = block;
		link = &block->next;
	}
}

/* ---- notes, documents, files ---- */

/* A note that nobody marked goes too: its mark may have been lost in exempt matter. */
static void
remove_notes(struct document *document)
{
	size_t kept = 0;

	for (size_t i = 0; i < document->notes.count; i++)
		if (document->notes.at[i]->used && !document->notes.at[i]->exempt)
			document->notes.at[kept++] = document->notes.at[i];
	document->notes.count = kept;
}

/* Whoever still holds the document finds nothing in it. */
static void
empty_document(struct document *document)
{
	*document = (struct document){ .removed = true, .kind = document->kind };
}

static void
remove_documents(struct resolution *resolution)
{
	struct documents *documents = &resolution->corpus->documents;
	size_t kept = 0;

	for (size_t i = 0; i < documents->count; i++) {
		struct document *document = documents->at[i];

		if (document_exemption(document)) {
			empty_document(document);
			continue;
		}
		remove_from(resolution, &document->content);
		remove_notes(document);
		document_list_sections(resolution->arena, document);
		documents->at[kept++] = document;
	}
	documents->count = kept;
}

static void
use_file(struct walk *walk, struct text address)
{
	const struct map *files = &walk->resolution->corpus->files;
	struct text path = address_of(walk->resolution, walk->path, address).path;
	void *file = map_find(files, path);

	if (file)
		map_set(walk->context, path, file);
}

static void
use_block_file(struct walk *walk, struct block *block)
{
	if (block->kind == BLOCK_FIGURE || block->kind == BLOCK_PLACE)
		use_file(walk, block->address);
}

static void
use_span_file(struct walk *walk, struct span *span)
{
	if (span->kind == SPAN_IMAGE || span->kind == SPAN_LINK)
		use_file(walk, span->address);
}

/* Keeps the files that something public uses. */
static void
remove_files(struct resolution *resolution)
{
	struct map used = { .arena = resolution->arena };
	struct walk walk = { .at_block = use_block_file, .at_span = use_span_file,
	    .context = &used };

	walk_corpus(&walk, resolution);
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		walk_notes(&walk, resolution, resolution->corpus->documents.at[i]);
	resolution->corpus->files = used;
}

/* ---- the pass ---- */

/*
 * In public an unsound document feeds no other's views: what could not be read
 * in it may be what made it exempt.
 */
static void
isolate_unsound(struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++) {
		struct document *document = resolution->corpus->documents.at[i];

		if (document->status == STATUS_APPROVED && diag_unsound(resolution->diag, document))
			document->status = STATUS_DRAFT;
	}
}

void
remove_exempt(struct resolution *resolution)
{
#ifdef PLANPRESS_KEEP_EXEMPT
	(void)remove_documents, (void)remove_files, (void)silence_exempt, (void)isolate_unsound;
	(void)resolution;
#else
	if (!resolution->hides)
		return;
	silence_exempt(resolution);
	isolate_unsound(resolution);
	remove_documents(resolution);
	remove_files(resolution);
#endif
}
