/* SPDX-License-Identifier: MIT */
/*
 * What documents take from other files. Every file that is named is marked,
 * so that those that nobody names can be told at the end.
 */
#include "read/include.h"

#include "base/file.h"
#include "base/path.h"
#include "model/messages.h"
#include "read/house/house.h"
#include "read/image.h"
#include "read/table/csv.h"
#include "read/text/text.h"
#include "read/xml/xml.h"
#include "read/yaml.h"

enum { DEEPEST = 16 };

void
take_style(struct reading *reading, struct text named, struct place at)
{
	struct reader *reader = reading->reader;
	struct text name = reader->style.length > 0 ? reader->style : named.length > 0 ? named
	    : reading->council->style;

	reading->style = read_style(reader->house, name, at);
	reading->document->style = reading->style;
}

void
take_references(const struct reading *reading, const struct yaml *says)
{
	read_references(reading->arena, reading->diag, says, &reading->document->references);
}

/* ---- files ---- */

static struct source_file *
find_file(const struct reading *reading, struct text address, struct place at)
{
	if (!reading->reader || address_file(address).length == 0)
		return NULL;
	return source_linked(reading->reader->sources, reading->document->path, address, at,
	    reading->diag);
}

void
use_address(const struct reading *reading, struct text address, struct place at)
{
	find_file(reading, address, at);
}

static bool
is_file_name(struct arena *arena, struct text words)
{
	static const char *const endings[] = { ".md", ".xml", ".pdf", ".csv", ".doc", ".docx",
		".odt", ".rtf", ".txt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp" };
	struct text ending = text_fold(arena, path_suffix(address_file(words)));

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (text_is(ending, endings[i]))
			return true;
	return false;
}

void
use_file_name(const struct reading *reading, struct value *value)
{
	const struct block *paragraph = only_paragraph(value->content);
	struct span *span = paragraph ? paragraph->spans : NULL;

	if (!span || span->next || span->kind != SPAN_TEXT ||
	    !is_file_name(reading->scratch, value->plain))
		return;
	span->kind = SPAN_LINK;
	span->words = span->address = value->plain;
	use_address(reading, span->address, span->at);
}

void
use_image(const struct reading *reading, struct text address, struct place at)
{
	struct source_file *file = find_file(reading, address, at);
	struct text bytes;
	const char *remedy;

	if (!file && reading->reader && address_file(address).length == 0)
		report(reading->diag, at, bad_image, address,
		    TEXT("name the file of the picture"));
	if (!file || file->image || !source_bytes(reading->reader->sources, file, reading->diag,
	    &bytes))
		return;
	file->image = ARENA_NEW(reading->arena, struct image);
	file->image->path = file->path;
	file->image->bytes = bytes;
	remedy = read_image(file->image);
	if (remedy)
		report(reading->diag, at, bad_image, address, text_of(remedy));
}

/* ---- placing ---- */

void
read_front(struct arena *arena, struct source_file *file, struct diag *diag)
{
	if (text_ends(file->path, ".xml")) {
		file->is_part = xml_kind(file->bytes) == DOCUMENT_part;
		return;
	}
	file->front = ARENA_NEW(arena, struct front_matter);
	*file->front = read_front_matter(arena, diag, file->file, file->bytes);
	file->is_part = name_equal(yaml_words(file->front->says, "kind"), TEXT("part"));
}

/* The file of an address, when there is one; nothing is reported. */
static struct source_file *
peek_file(const struct reading *reading, struct text address)
{
	struct diag quiet = { .arena = reading->arena };

	if (!reading->reader || address_file(address).length == 0)
		return NULL;
	return source_linked(reading->reader->sources, reading->document->path, address,
	    (struct place){ 0 }, &quiet);
}

/* Is a file of the corpus a part? One that stands alone is looked at when it is named. */
static bool
is_part(const struct reading *reading, struct source_file *file)
{
	struct sources *sources = reading->reader->sources;
	struct text bytes;

	if (!file->is_source)
		return false;
	if (sources->alone && !file->front && source_text(sources, file, reading->diag, &bytes))
		read_front(reading->arena, file, reading->diag);
	return file->is_part;
}

bool
is_placed(const struct reading *reading, struct text address)
{
	struct source_file *file = peek_file(reading, address);

	return file && address_file(address).length == address.length &&
	    (name_equal(path_suffix(file->path), TEXT(".csv")) || is_part(reading, file));
}

static void
place_csv(const struct reading *reading, const struct under *under, struct source_file *file,
    struct block *place)
{
	struct text bytes;
	struct grid grid;

	if (!source_bytes(reading->reader->sources, file, reading->diag, &bytes))
		return;
	grid = read_csv(reading->arena, reading->diag, file->file, bytes);
	if (grid.rows.count > 1)
		read_grid(reading, under, &grid, place);
}

void
place_file(const struct reading *reading, const struct under *under, struct block *place)
{
	struct source_file *file = peek_file(reading, place->address);
	struct sources *sources;

	if (!file)
		return;
	sources = reading->reader->sources;
	if (name_equal(path_suffix(file->path), TEXT(".csv"))) {
		place_csv(reading, under, file, place);
		return;
	}
	if (file->being_placed) {
		report(reading->diag, place->at, part_loop, file->path);
		return;
	}
	if (sources->placing == DEEPEST) {
		report(reading->diag, place->at, too_deep, TEXT("this part"),
		    text_number(reading->arena, DEEPEST));
		return;
	}
	file->being_placed = true;
	sources->placing++;
	if (file->front)
		read_part(reading, under, file->file, file->front, place);
	else
		read_xml_part(reading, under, file->file, file->bytes, place);
	sources->placing--;
	file->being_placed = false;
}
