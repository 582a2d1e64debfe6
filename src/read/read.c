/* SPDX-License-Identifier: MIT */
/*
 * A corpus: the council and its files first, then each file as what it says
 * that it is. A file that cannot be read gives a document without content, so
 * that those who ask for it are told that it is unsound.
 */
#include "read/read.h"

#include <string.h>

#include "base/file.h"
#include "base/near.h"
#include "base/path.h"
#include "model/messages.h"
#include "read/house/house.h"
#include "read/table/csv.h"
#include "read/text/text.h"
#include "read/xml/xml.h"
#include "read/yaml.h"

/* ---- the root ---- */

/* The folder above one, as words: "a/b" to "a", "a" to ".", "." to "..", ".." to "../..". */
static struct text
folder_above(struct arena *arena, struct text folder)
{
	if (text_is(folder, "."))
		return TEXT("..");
	if (text_is(folder, "..") || text_ends(folder, "/.."))
		return text_join(arena, folder, TEXT("/.."));
	folder = path_folder(folder);
	return folder.length > 0 ? folder : TEXT(".");
}

const char *
read_root(struct arena *arena, const char *path)
{
	struct text folder = path_clean(arena, text_of(path));
	bool is_folder = file_kind(path) == FILE_FOLDER;

	if (!is_folder)
		folder = path_folder(folder);
	if (folder.length == 0)
		folder = TEXT(".");
	for (;; folder = folder_above(arena, folder)) {
		const char *real = path_real(arena, text_string(arena, folder));

		if (file_kind(path_join(arena, folder, TEXT("council.yaml"))) == FILE_READ)
			return text_string(arena, folder);
		if (!real || strcmp(real, "/") == 0)
			return is_folder ? NULL : path;
	}
}

/* ---- one file ---- */

struct read_file { struct source_file *file; struct document *document; };
ARRAY(struct read_file, read_files);

/* The kind that front matter names; -1, and reported, when it names none. */
static int
front_kind(struct arena *arena, const struct source_file *file, struct place first,
    struct diag *diag)
{
	const struct yaml *said = yaml_find(file->front->says, "kind");
	int kind = said ? document_kind_find(said->words) : -1;
	struct near near;

	if (!said && file->front->sound && !file->front->says->broken)
		report(diag, first, no_kind);
	if (kind >= 0 || !said)
		return kind;
	near = near_begin(arena, said->words);
	for (int i = 0; i < DOCUMENT_COUNT; i++)
		near_try(&near, text_of(document_kind_names[i]));
	report(diag, said->at, bad_key, said->words, TEXT("kind of document"),
	    near_help(&near, "write plan, report, priorities, pack, paper or part"));
	return -1;
}

static void
read_markdown_file(struct reading *reading, const struct source_file *file)
{
	const struct yaml *style = yaml_find(file->front->says, "style");
	int kind = front_kind(reading->arena, file, reading->document->at, reading->diag);

	reading->document->kind = kind < 0 ? DOCUMENT_paper : (enum document_kind)kind;
	take_style(reading, style ? style->words : TEXT(""), style ? style->at
	    : reading->document->at);
	if (kind >= 0)
		read_markdown(reading, file->file, file->front);
}

static void
read_file(struct reader *reader, struct diag *diag, const struct read_file *which)
{
	struct corpus *corpus = reader->corpus;
	struct arena *scratch = arena_new();
	struct map notes = { .arena = scratch }, themes = { .arena = scratch };
	struct reading reading = { .arena = corpus->arena, .scratch = scratch, .diag = diag,
	    .council = &corpus->council,
		.document = which->document, .reader = reader, .notes = &notes, .themes = &themes };

	diag->about = which->document;
	which->document->title = path_name(which->document->path);
	if (corpus->council.none)
		report(diag, which->document->at, no_council);
	if (text_ends(which->file->path, ".xml") && which->file->there)
		read_xml(&reading, which->file->file, which->file->bytes);
	else if (which->file->front)
		read_markdown_file(&reading, which->file);
	if (!which->document->style)
		take_style(&reading, TEXT(""), which->document->at);
	diag->about = NULL;
	arena_drop(scratch);
}

/* ---- all files ---- */

/* Reads the bytes and front matter of every source; those that are parts are no documents. */
static void
find_documents(struct reader *reader, struct diag *diag, struct read_files *found)
{
	struct corpus *corpus = reader->corpus;

	for (size_t i = 0; i < reader->sources->files.count; i++) {
		struct source_file *file = reader->sources->files.at[i];
		struct document *document;
		struct text bytes;

		if (!file->is_source)
			continue;
		document = document_new(corpus->arena, file->path,
		    (struct place){ file->file, 1, 1 });
		diag->about = document;
		if (source_text(reader->sources, file, diag, &bytes))
			read_front(corpus->arena, file, diag);
		diag->about = NULL;
		if (file->is_part)
			continue;
		file->used = true;
		*array_push(corpus->arena, found) = (struct read_file){ file, document };
	}
}

/* Is a real path the file or folder of a request, or within it? */
static bool
is_within(const char *real, const char *wanted)
{
	size_t size = wanted ? strlen(wanted) : 0;

	return wanted && strncmp(real, wanted, size) == 0 &&
	    (real[size] == '/' || real[size] == 0 || strcmp(wanted, "/") == 0);
}

static void
mark_wanted(struct corpus *corpus, const struct request *request, const struct read_files *files)
{
	for (size_t i = 0; i < request->path_count; i++) {
		const char *wanted = path_real(corpus->arena, request->paths[i]);

		for (size_t j = 0; j < files->count; j++)
			if (is_within(path_real(corpus->arena, files->at[j].file->file), wanted))
				files->at[j].document->wanted = true;
	}
}

/* What documents place or link is kept by its path. */
static void
keep_files(struct reader *reader)
{
	struct corpus *corpus = reader->corpus;

	for (size_t i = 0; i < reader->sources->files.count; i++) {
		struct source_file *file = reader->sources->files.at[i];

		if (!file->used)
			continue;
		if (!file->image) {
			file->image = ARENA_NEW(corpus->arena, struct image);
			file->image->path = file->path;
		}
		map_set(&corpus->files, file->path, file->image);
	}
}

static void
read_holidays(struct house *house, struct council *council)
{
	struct source_file *file;
	struct text bytes;
	struct grid grid;

	if (council->holidays_path.length == 0)
		return;
	file = source_linked(house->sources, TEXT("council.yaml"), council->holidays_path,
	    house->holidays_at, house->diag);
	if (!file || !source_bytes(house->sources, file, house->diag, &bytes))
		return;
	grid = read_csv(house->arena, house->diag, file->file, bytes);
	take_holidays(house, council, &grid);
}

struct corpus *
read_corpus(struct arena *arena, const struct request *request, struct diag *diag)
{
	struct corpus *corpus = ARENA_NEW(arena, struct corpus);
	struct sources *sources = find_sources(arena, request->root, diag);
	struct house house = { .arena = arena, .diag = diag, .sources = sources,
	    .styles = request->styles, .loaded = { .arena = arena } };
	struct reader reader = { corpus, sources, &house, text_of(request->style) };
	struct read_files files = { 0 };

	*corpus = (struct corpus){ .arena = arena, .root = request->root,
	    .audience = request->audience, .today = request->today,
	    .files = { .arena = arena }, .names = { .arena = arena } };
	read_council(&house, &corpus->council);
	read_holidays(&house, &corpus->council);
	find_documents(&reader, diag, &files);
	for (array_each(struct read_file, file, &files)) {
		*array_push(arena, &corpus->documents) = file->document;
		read_file(&reader, diag, file);
	}
	mark_wanted(corpus, request, &files);
	keep_files(&reader);
	if (!corpus->council.none)
		report_unused(sources, diag);
	return corpus;
}
