/* SPDX-License-Identifier: MIT */
/*
 * A walk over a document: sections, records, values, blocks and spans, each
 * once and in reading order, with what stands around it.
 *
 * Hidden exempt matter is passed over here, so that no pass which walks can
 * say a word of it.
 */
#include "resolve/address.h"
#include "resolve/walk.h"

static void walk_blocks(struct walk *, struct block *);

static void
walk_span_list(struct walk *walk, struct span *span)
{
	for (; span; span = span->next) {
		if (walk->at_span)
			walk->at_span(walk, span);
		walk_span_list(walk, span->first);
	}
}

static void
walk_spans(struct walk *walk, struct span *first)
{
	if (first && walk->at_spans)
		walk->at_spans(walk, first);
	walk_span_list(walk, first);
}

static void
walk_table(struct walk *walk, const struct table *table)
{
	bool in_cell = walk->in_cell;

	walk_spans(walk, table->caption);
	walk->in_cell = true;
	for (size_t i = 0; i < table->rows.count; i++)
		for (size_t j = 0; j < table->rows.at[i].cells.count; j++)
			walk_blocks(walk, table->rows.at[i].cells.at[j].content);
	walk->in_cell = in_cell;
}

static void
walk_value(struct walk *walk, struct value *value)
{
	struct value *outer = walk->value;

	walk->value = value;
	if (walk->at_value)
		walk->at_value(walk, value);
	walk_blocks(walk, value->content);
	for (size_t i = 0; i < value->milestones.count; i++)
		walk_blocks(walk, value->milestones.at[i].content);
	for (size_t i = 0; i < value->treatments.count; i++)
		walk_spans(walk, value->treatments.at[i].spans);
	walk->value = outer;
}

static void
walk_record(struct walk *walk, struct record *record)
{
	struct walk outer = *walk;
	bool exempt = record_exemption(walk->resolution, record) != NULL;

	if (exempt && walk->resolution->hides)
		return;
	walk->record = record;
	walk->exempt = walk->exempt || exempt;
	if (walk->at_record)
		walk->at_record(walk, record);
	walk->in_cell = record->form == FORM_ROWS;
	for (size_t i = 0; i < record->values.count; i++)
		walk_value(walk, record->values.at[i]);
	walk->in_cell = false;
	walk_blocks(walk, record->prose);
	*walk = outer;
}

static void
walk_section(struct walk *walk, struct section *section)
{
	struct walk outer = *walk;
	bool exempt = section->exemption.exempt || section->exemption.confidential;

	if (exempt && walk->resolution->hides)
		return;
	walk->section = section;
	walk->exempt = walk->exempt || exempt;
	if (walk->at_section)
		walk->at_section(walk, section);
	walk_spans(walk, section->title);
	/* several may share a theme */
	if (section->itself && section->itself->section == section)
		walk_record(walk, section->itself);
	walk_blocks(walk, section->content);
	*walk = outer;
}

/* What a file placed is told by that file's path, and is as exempt as that file. */
static void
walk_place(struct walk *walk, struct block *block)
{
	struct walk outer = *walk;

	if (block->exemption && walk->resolution->hides)
		return;
	walk->exempt = walk->exempt || block->exemption;
	walk->path = address_of(walk->resolution, walk->path, block->address).path;
	walk_blocks(walk, block->first);
	*walk = outer;
}

static void
walk_blocks(struct walk *walk, struct block *block)
{
	for (; block; block = block->next) {
		if (walk->at_block)
			walk->at_block(walk, block);
		walk_spans(walk, block->spans);
		if (block->kind == BLOCK_PLACE)
			walk_place(walk, block);
		else
			walk_blocks(walk, block->first);
		if (block->table)
			walk_table(walk, block->table);
		if (block->kind == BLOCK_SECTION)
			walk_section(walk, block->section);
		if (block->kind == BLOCK_RECORD)
			walk_record(walk, block->record);
	}
}

static bool
enter(struct walk *walk, struct resolution *resolution, struct document *document)
{
	walk->resolution = resolution;
	walk->document = document;
	walk->path = document->path;
	walk->section = NULL;
	walk->record = NULL;
	walk->value = NULL;
	walk->note = NULL;
	walk->in_cell = false;
	walk->exempt = document_exemption(document) != NULL;
	about(resolution, document);
	return is_open_document(resolution, document);
}

void
walk_document(struct walk *walk, struct resolution *resolution, struct document *document)
{
	if (!enter(walk, resolution, document))
		return;
	for (size_t i = 0; i < document->facts.count; i++)
		walk_value(walk, &document->facts.at[i].value);
	walk_blocks(walk, document->content);
}

void
walk_notes(struct walk *walk, struct resolution *resolution, struct document *document)
{
	if (!enter(walk, resolution, document))
		return;
	for (size_t i = 0; i < document->notes.count; i++) {
		walk->note = document->notes.at[i];
		walk->exempt = walk->note->exempt;
		if (!walk->exempt || !resolution->hides)
			walk_blocks(walk, walk->note->content);
	}
}

void
walk_corpus(struct walk *walk, struct resolution *resolution)
{
	for (size_t i = 0; i < resolution->corpus->documents.count; i++)
		walk_document(walk, resolution, resolution->corpus->documents.at[i]);
}

/* ---- running text as one text ---- */

static void
add_piece(struct flow *flow, struct buffer *out, struct span *span, struct text words)
{
	*array_push(out->arena, &flow->pieces) = (struct piece){ out->length, span->at, span };
	buffer_text(out, words);
}

static void
add_spans(struct flow *flow, struct buffer *out, struct span *span)
{
	for (; span; span = span->next) {
		switch (span->kind) {
		case SPAN_TEXT:
			add_piece(flow, out, span, span->words);
			break;
		case SPAN_BREAK:
			add_piece(flow, out, span, TEXT(FLOW_BREAK));
			break;
		case SPAN_LINK:
		case SPAN_REF:
			add_piece(flow, out, span, TEXT(FLOW_OBJECT));
			break;
		case SPAN_EMPHASIS:
		case SPAN_STRONG:
		case SPAN_LANGUAGE:
			add_spans(flow, out, span->first);
			break;
		case SPAN_NOTE:
		case SPAN_IMAGE:
		case SPAN_COMMENT:
			break;
		}
	}
}

struct flow
flow_of(struct arena *arena, struct span *first)
{
	struct flow flow = { 0 };
	struct buffer out = { .arena = arena };

	add_spans(&flow, &out, first);
	flow.words = buffer_view(&out);
	return flow;
}

/* The last piece that begins at or before an offset, or null. */
static const struct piece *
find_piece(const struct flow *flow, size_t offset)
{
	size_t low = 0, high = flow->pieces.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (flow->pieces.at[middle].from <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? &flow->pieces.at[low - 1] : NULL;
}

struct place
flow_place(const struct flow *flow, size_t offset)
{
	const struct piece *piece = find_piece(flow, offset);
	struct place at;

	if (!piece)
		return (struct place){ 0 };
	at = piece->at;
	if (at.line > 0)
		at.column += (int)utf8_count(text_slice(flow->words, piece->from, offset));
	return at;
}

struct span *
flow_object(const struct flow *flow, size_t offset)
{
	const struct piece *piece = find_piece(flow, offset);
	bool is_object = piece && piece->from == offset &&
	    (piece->span->kind == SPAN_LINK || piece->span->kind == SPAN_REF);

	return is_object ? piece->span : NULL;
}
