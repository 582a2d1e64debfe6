/* SPDX-License-Identifier: MIT */
/*
 * Looking into a corpus and its documents.
 */
#include "model/corpus.h"

const struct fact *
document_fact(const struct document *document, const char *key)
{
	for (size_t i = 0; i < document->facts.count; i++) {
		const struct fact *fact = &document->facts.at[i];

		if (fact->value.language.length == 0 &&
		    name_equal(text_of(fact->key->name), text_of(key)))
			return fact;
	}
	return NULL;
}

struct text
document_words(const struct document *document, const char *key)
{
	const struct fact *fact = document_fact(document, key);

	return fact ? fact->value.plain : TEXT("");
}

const struct document *
corpus_find_document(const struct corpus *corpus, struct text path)
{
	for (size_t i = 0; i < corpus->documents.count; i++)
		if (text_equal(corpus->documents.at[i]->path, path))
			return corpus->documents.at[i];
	return NULL;
}

/* The first section among blocks, or null. */
static struct section *
first_section(const struct block *block)
{
	while (block && block->kind != BLOCK_SECTION)
		block = block->next;
	return block ? block->section : NULL;
}

/* The section that follows one among its siblings, or null. */
static struct section *
sibling(const struct document *document, const struct section *section)
{
	const struct block *block = section->parent ? section->parent->content : document->content;

	while (block && block->section != section)
		block = block->next;
	return block ? first_section(block->next) : NULL;
}

struct section *
section_next(const struct document *document, const struct section *after)
{
	struct section *next = first_section(after ? after->content : document->content);

	for (; !next && after; after = after->parent)
		next = sibling(document, after);
	return next;
}
