/* SPDX-License-Identifier: MIT */
/*
 * Nothing exempt can be reached from a public corpus: every text that hangs on
 * it, or on what was reported, is looked at for the words that stand in exempt
 * matter alone. In the full corpus the same walk finds them.
 */
#include "read/read.h"
#include "resolve/resolve.h"

#include "../base/check.h"

static struct map seen;		/* addresses that were walked */
static int secrets, removed_rows;

static bool
is_new(const void *thing)
{
	const void **key;

	if (!thing || map_find(&seen, (struct text){ (const char *)&thing, sizeof thing }))
		return false;
	key = arena_copy(seen.arena, &thing, sizeof thing);
	map_set(&seen, (struct text){ (const char *)key, sizeof thing }, (void *)thing);
	return true;
}

static void
see(struct text text)
{
	secrets += text_find(text, TEXT("SECRET"), 0) < text.length ||
	    text_find(text, TEXT("secret"), 0) < text.length ||
	    text_find(text, TEXT("7777"), 0) < text.length;
}

static void see_document(const struct document *);
static void see_section(const struct section *);
static void see_record(const struct record *);
static void see_blocks(const struct block *);

static void
see_target(const struct target *to)
{
	see(to->address);
	see_document(to->document);
	see_section(to->section);
	see_record(to->record);
	if (to->reference)
		see(to->reference->name);
}

static void
see_note(const struct note *note)
{
	if (!is_new(note))
		return;
	see(note->name);
	see_blocks(note->content);
}

static void
see_spans(const struct span *span)
{
	for (; span; span = span->next) {
		see(span->words);
		see(span->address);
		see(span->title);
		see_target(&span->to);
		see_note(span->note);
		see_spans(span->first);
	}
}

static void
see_exemption(const struct exemption *exemption)
{
	see(exemption->paragraph);
	see(exemption->reason);
	see(exemption->public_title);
}

static void
see_value(const struct value *value)
{
	if (!is_new(value))
		return;
	see(value->label);
	see(value->remark);
	see(value->period_words);
	see(value->plain);
	see(value->column);
	see(value->unit_words);
	see_blocks(value->content);
	for (size_t i = 0; i < value->links.count; i++) {
		see_target(&value->links.at[i].to);
		see(value->links.at[i].words);
	}
	for (size_t i = 0; i < value->milestones.count; i++)
		see_blocks(value->milestones.at[i].content);
	for (size_t i = 0; i < value->treatments.count; i++)
		see_spans(value->treatments.at[i].spans);
}

static void
see_records(const struct records_of *records)
{
	for (size_t i = 0; i < records->count; i++)
		see_record(records->at[i]);
}

static void
see_record(const struct record *record)
{
	if (!is_new(record))
		return;
	see(record->id);
	see(record->title);
	for (size_t i = 0; i < record->values.count; i++)
		see_value(record->values.at[i]);
	see_blocks(record->prose);
	see_document(record->document);
	see_section(record->section);
	see_section(record->theme);
	see_blocks(record->group);
	see_exemption(&record->exemption);
	see_record(record->joins);
	see_records(&record->served_by);
	for (size_t i = 0; i < record->figures.count; i++) {
		const struct figure *figure = &record->figures.at[i];

		see_value(figure->target);
		see_value(figure->actual);
		see_value(figure->baseline);
		see_value(figure->forecast);
		see_value(figure->explanation);
		see(figure->variance_words);
	}
}

static void
see_section(const struct section *section)
{
	if (!is_new(section))
		return;
	see(section->id);
	see(section->title_words);
	see(section->of_text);
	see_spans(section->title);
	see_blocks(section->content);
	see_exemption(&section->exemption);
	see_section(section->parent);
	see_record(section->itself);
	if (section->view)
		see_target(&section->view->target);
}

static void
see_table(const struct table *table)
{
	see_spans(table->caption);
	for (size_t i = 0; i < table->rows.count; i++)
		for (size_t k = 0; k < table->rows.at[i].cells.count; k++)
			see_blocks(table->rows.at[i].cells.at[k].content);
}

static void
see_blocks(const struct block *block)
{
	for (; block && is_new(block); block = block->next) {
		see(block->address);
		see(block->words);
		see(block->title);
		see_spans(block->spans);
		see_blocks(block->first);
		see_section(block->section);
		see_record(block->record);
		if (block->table)
			see_table(block->table);
		if (block->removed) {
			see(block->removed->title);
			see(block->removed->reason);
			removed_rows += block->removed->rows;
		}
	}
}

static void
see_map(const struct map *map)
{
	for (size_t i = 0; i < map->count; i++) {
		see(map->entries[i].key);
		see_target(map->entries[i].value);
	}
}

static void
see_document(const struct document *document)
{
	if (!is_new(document))
		return;
	see(document->path);
	see(document->id);
	see(document->title);
	see_exemption(&document->exemption);
	for (size_t i = 0; i < document->facts.count; i++)
		see_value(&document->facts.at[i].value);
	for (size_t i = 0; i < document->references.count; i++)
		see(document->references.at[i]->name);
	for (size_t i = 0; i < document->notes.count; i++)
		see_note(document->notes.at[i]);
	for (size_t i = 0; i < document->records.count; i++)
		see_record(document->records.at[i]);
	see_blocks(document->content);
	see_map(&document->names);
}

static void
see_corpus(const struct corpus *corpus)
{
	for (size_t i = 0; i < corpus->documents.count; i++)
		see_document(corpus->documents.at[i]);
	for (size_t i = 0; i < corpus->records.count; i++)
		see_record(corpus->records.at[i]);
	see_map(&corpus->names);
	for (size_t i = 0; i < corpus->files.count; i++)
		see(corpus->files.entries[i].key);
}

static void
see_reports(struct arena *arena, const struct diag *diag)
{
	for (size_t i = 0; i < diag->reports.count; i++) {
		see(report_text(arena, &diag->reports.at[i]));
		see(report_help(arena, &diag->reports.at[i]));
	}
}

/* How many texts hold a secret, and how many messages there are. */
static int
count_secrets(enum audience audience, size_t *messages)
{
	const char *const path = "tests/resolve/removed";
	struct arena *arena = arena_new();
	struct diag diag = { .arena = arena };
	struct request request = { .root = path, .paths = &path, .path_count = 1,
	    .styles = "styles", .audience = audience };
	struct corpus *corpus = read_corpus(arena, &request, &diag);

	seen = (struct map){ .arena = arena };
	secrets = removed_rows = 0;
	resolve_corpus(corpus, &diag);
	see_corpus(corpus);
	see_reports(arena, &diag);
	*messages = diag.reports.count;
	arena_drop(arena);
	return secrets;
}

int
main(void)
{
	size_t public_messages, full_messages;
	int in_public = count_secrets(AUDIENCE_PUBLIC, &public_messages), rows = removed_rows;
	int in_full = count_secrets(AUDIENCE_FULL, &full_messages);

	check_case(in_public == 0, "%d texts of the public corpus hold a secret", in_public);
	check_case(in_full > 30, "the full corpus has but %d secrets", in_full);
	check_case(rows == 4, "%d rows are left out, not 4", rows);
	check_case(full_messages > public_messages, "%zu messages in public, %zu in full",
	    public_messages, full_messages);
	return check_status();
}
