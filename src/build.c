/* SPDX-License-Identifier: MIT */
/*
 * planpress build: a corpus through the house, then its documents one at a
 * time, in workers.
 *
 * Read, resolve and structure run over all of it; typesetting and writing are
 * left out for a document whose tree, style, fonts and program are those of the
 * last run (keys.h). When nothing at all has changed, nothing runs at all.
 *
 * A worker publishes its document's files. What this process makes (the keys,
 * the depfile, and the files of a document that is the only one) comes at the
 * very end: a run that fails before it has changed nothing.
 */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/path.h"
#include "identity.h"
#include "keys.h"
#include "model/edition.h"
#include "model/print.h"
#include "source.h"
#include "structure/structure.h"
#include "typeset/typeset.h"
#include "workers.h"
#include "write/write.h"

struct build {
	struct arena *arena;
	const struct options *options;
	struct diag diag;
	struct request request;
	struct corpus *corpus;
	struct keys last, keys;
	struct found_files orphans;
	struct text program;		/* its identity: part of every key */
	const struct document **wanted;
	size_t count;
};

/* ---- one document, in a worker ---- */

static struct text
key_of(const struct build *build, struct arena *arena, const struct edition *edition)
{
	struct arena *scratch = arena_new();
	struct buffer tree = { .arena = scratch };
	unsigned char sum[32];
	struct hash hash;

	print_tree(&tree, edition->tree);
	hash_begin(&hash);
	hash_text(&hash, buffer_view(&tree));
	for (size_t i = 0; i < edition->sources.count; i++)
		hash_text(&hash, edition->sources.at[i].words);
	hash_text(&hash, edition->style->sum);
	hash_text(&hash, edition->version == PDF_2_0 ? TEXT("PDF 2.0") : TEXT("PDF 1.7"));
	hash_text(&hash, build->program);
	hash_end(&hash, sum);
	arena_drop(scratch);
	return hash_hex(arena, sum);
}

static void
add_source(struct arena *arena, struct sources_printed *sources, struct text file,
    const struct document *document)
{
	struct buffer words = { .arena = arena };

	print_document(&words, document, false);
	*array_push(arena, sources) = (struct source){ file, document->title, buffer_view(&words) };
}

/* By the names of their files, as a name tree wants them (ISO 32000-1, 7.9.6). */
static struct sources_printed
sources_of(struct arena *arena, const struct document *document)
{
	struct enclosures all = document_enclosures(arena, document);
	struct sources_printed sources = { 0 };

	for (size_t i = 1; i < all.count; i++)
		add_source(arena, &sources, text_format(arena, "appendix-%03zu.xml", i),
		    all.at[i].document);
	add_source(arena, &sources, TEXT("source.xml"), document);
	return sources;
}

/* The command line is heard before the council. */
static enum pdf_version
version_of(const struct build *build)
{
	return build->options->version ? build->options->version : build->corpus->council.pdf;
}

/* The outputs of a document, as paths; null where one is not wanted. */
static void
output_paths(struct arena *arena, const struct build *build, const struct document *document,
    const char *paths[2])
{
	struct text suffix = path_suffix(document->path);
	struct text bare = text_slice(document->path, 0, document->path.length - suffix.length);
	const char *which = build->options->audience == AUDIENCE_FULL ? "-full" : "";
	const char *const suffixes[2] = { ".pdf", ".html" };
	const bool is_wanted[2] = { build->options->pdf, build->options->html };

	for (int i = 0; i < 2; i++)
		paths[i] = !is_wanted[i] ? NULL : text_format(arena, "%s/%.*s%s%s",
		    build->options->output, TEXT_ARGS(bare), which, suffixes[i]).s;
}

/*
 * The result of the job is the document's key; empty where layout found an
 * error, and nothing was written.
 */
static struct text
build_document(const void *shared, size_t job, struct arena *arena, struct diag *diag)
{
	const struct build *build = shared;
	const struct document *document = build->wanted[job];
	const struct options *options = build->options;
	struct edition edition = { .corpus = build->corpus, .document = document,
	    .style = document->style, .pdf = options->pdf, .html = options->html,
	    .version = version_of(build), .folder = options->output,
	    .sources = sources_of(arena, document) };
	struct text key;

	diag->about = document;
	edition.tree = structure_document(arena, build->corpus, document, document->style,
	    options->draft ? &build->diag : NULL);
	key = key_of(build, arena, &edition);
	if (!keys_hold(&build->last, document->path, key)) {
		if (edition.pdf)
			edition.pages = typeset_tree(arena, edition.tree, document->style, diag);
		if (edition.html)
			edition.drawings = typeset_drawings(arena, edition.tree,
			    document->style, diag);
		if (diag_unsound(diag, document))
			return TEXT("");
		write_edition(&edition);
	}
	return key;
}

static struct text
name_document(const void *shared, size_t job)
{
	return ((const struct build *)shared)->wanted[job]->path;
}

/* ---- the run ---- */

/* What was asked for, as a sum: a run that asks for something else is another. */
static struct text
run_sum(struct arena *arena, const struct build *build)
{
	const struct options *options = build->options;
	const struct request *request = &build->request;
	const int wishes[] = { options->pdf, options->html, (int)options->version, options->draft,
	    options->fatal_warnings, (int)options->audience };
	unsigned char sum[32];
	struct hash hash;

	hash_begin(&hash);
	hash_text(&hash, build->program);
	hash_add(&hash, wishes, sizeof wishes);
	hash_text(&hash, text_of(options->style));
	for (size_t i = 0; i < request->path_count; i++)
		hash_text(&hash, text_of(request->paths[i]));
	hash_end(&hash, sum);
	return hash_hex(arena, sum);
}

/* All files that the run may read: the corpus, the program's styles. */
static struct found_files
inputs_of(struct arena *arena, const struct build *build)
{
	struct found_files files = files_under(arena, build->request.root);
	struct found_files styles = files_under(arena, build->request.styles);

	for (array_each(const struct text, path, &styles))
		*array_push(arena, &files) = *path;
	return files;
}

/* True when a document, its style, or an appendix that stands whole in it cannot be relied on. */
static bool
is_unsound(const struct build *build, const struct document *document)
{
	struct enclosures all = document_enclosures(build->arena, document);

	for (array_each(const struct enclosed, enclosed, &all))
		if (diag_unsound(&build->diag, enclosed->document))
			return true;
	return document->style->unsound;
}

static void
choose_documents(struct build *build)
{
	const struct documents *documents = &build->corpus->documents;

	build->wanted = arena_array(build->arena, documents->count, sizeof *build->wanted);
	for (size_t i = 0; i < documents->count; i++) {
		const struct document *document = documents->at[i];

		if (!document->wanted || document->removed || document->kind == DOCUMENT_part)
			continue;
		if (build->options->draft ? !document->style->unusable :
		    !is_unsound(build, document))
			build->wanted[build->count++] = document;
		else
			keys_keep(&build->keys, &build->last, document->path);
	}
}

static void
record_outputs(struct build *build, const struct text *results)
{
	for (size_t i = 0; i < build->count; i++) {
		const char *paths[2];

		if (results[i].length == 0)
			continue;
		output_paths(build->arena, build, build->wanted[i], paths);
		for (int k = 0; k < 2; k++)
			if (paths[k])
				keys_add_output(&build->keys, build->wanted[i]->path, results[i],
				    text_of(paths[k]));
	}
}

/* An output whose document is gone, or has become exempt, must not stay: nobody would renew it. */
static void
find_orphans(struct build *build)
{
	struct map known = { .arena = build->arena };

	for (array_each(struct key_output, output, &build->keys.outputs))
		map_set(&known, output->file.path, output);
	for (array_each(const struct key_output, output, &build->last.outputs)) {
		const struct document *document =
		    corpus_find_document(build->corpus, output->document);

		if (map_find(&known, output->file.path))
			continue;
		if (!document || document->removed)
			*array_push(build->arena, &build->orphans) =
			    text_copy(build->arena, output->file.path);
		else
			*array_push(build->arena, &build->keys.outputs) = *output;
	}
}

static void
prepare_keys(struct build *build, const struct found_files *inputs, const struct text *results)
{
	record_outputs(build, results);
	find_orphans(build);
	keys_end(&build->keys, diag_status(&build->diag) == 0);
	for (array_each(const struct report, report, &build->diag.reports))
		build->keys.warnings += report->severity == SEVERITY_WARNING;
	if (build->keys.outputs.count > 0 || build->last.outputs.count > 0)
		keys_prepare(&build->keys);
	if (build->options->depfile)
		keys_prepare_depfile(&build->keys, build->options->depfile, inputs);
}

/* What runs that were killed have left where this one writes. */
static void
sweep_folders(const struct build *build)
{
	const char *last = path_folder_string(build->arena, text_of(build->keys.path));

	folder_sweep(last);
	for (array_each(const struct key_output, output, &build->keys.outputs)) {
		const char *folder = path_folder_string(build->arena, output->file.path);

		if (strcmp(folder, last) != 0)
			folder_sweep(folder);
		last = folder;
	}
}

static void
publish(const struct build *build)
{
	for (array_each(const struct text, path, &build->orphans))
		file_remove(path->s);
	files_publish();
	sweep_folders(build);
}

static void
print_reports(struct build *build)
{
	enum diag_format format = build->options->format;

	diag_print(&build->diag, format == DIAG_TEXT ? stderr : stdout, format);
}

/* The build that has begun: what ends it must not swallow what was found before. */
static struct build *begun;

static void
end_early(void)
{
	file_abandon();
	print_reports(begun);
}

static int
build_corpus(struct build *build, const struct found_files *inputs)
{
	const struct options *options = build->options;
	struct text *results;

	begun = build;
	die_sweep = end_early;
	keys_begin(&build->keys, inputs);
	build->corpus = source_read(build->arena, &build->request, &build->diag);
	choose_documents(build);
	diag_sort(&build->diag);
	results = arena_array(build->arena, build->count, sizeof *results);
	workers_run(options->jobs, &(struct work){ .job = build_document, .name = name_document,
	    .shared = build, .count = build->count, .folder = options->output }, &build->diag,
	    results);
	prepare_keys(build, inputs, results);
	die_sweep = file_abandon;
	print_reports(build);
	publish(build);
	return diag_status(&build->diag);
}

/*
 * Beside the output folder and not in it: what is published as it stands must
 * not tell what files of exempt matter there are, nor that one has changed.
 */
static const char *
key_path(struct arena *arena, const struct options *options)
{
	struct text output = path_clean(arena, text_of(options->output)),
	            folder = path_folder(output);
	struct text name = text_format(arena, ".%.*s.planpress-%s.key",
	    TEXT_ARGS(path_name(output)), options->audience == AUDIENCE_FULL ? "full" : "public");

	return path_join(arena, folder.length > 0 ? folder : TEXT("."), name);
}

static int
build_all(struct build *build)
{
	const struct options *options = build->options;
	struct found_files inputs;

	if (!source_find(build->arena, options, options->arguments, options->argument_count,
	        &build->request))
		return 2;
	build->diag = source_diag(build->arena, options);
	build->last = keys_read(build->arena, key_path(build->arena, options));
	build->program = program_identity(build->arena);
	build->keys = (struct keys){ .arena = build->arena, .path = build->last.path,
	    .run = run_sum(build->arena, build) };
	inputs = inputs_of(build->arena, build);
	if (!keys_stand(&build->last, build->keys.run, &inputs))
		return build_corpus(build, &inputs);
	printf("Nothing has changed since the last run");
	if (build->last.warnings > 0)
		printf(", which gave %lld warnings (planpress check shows them)",
		    build->last.warnings);
	printf(".\n");
	return 0;
}

int
run_build(const struct options *options)
{
	struct arena *arena = arena_new();
	struct build build = { .arena = arena, .options = options };
	int status = build_all(&build);

	arena_drop(arena);
	return status;
}
