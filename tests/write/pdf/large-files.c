/* SPDX-License-Identifier: MIT */
/*
 * Offsets beyond 2 and 4 GiB are right: a document is written as it would stand
 * behind so many bytes, put there into a file whose other bytes are a hole, and
 * read by programs that find each object by its offset.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "write/pdf/object.h"
#include "write/pdf/syntax.h"

enum { PAGES = 300 };			/* more than an object stream holds */

static struct text
write_document(struct arena *arena, struct object_limits limits)
{
	struct objects *objects = objects_new(arena, "1.7", limits);
	int catalog = object_new(objects), tree = object_new(objects);
	struct buffer kids = { .arena = arena }, body = { .arena = arena };

	for (int i = 0; i < PAGES; i++) {
		int content = stream_add(objects, TEXT(""), TEXT("10 10 80 80 re f"),
		    PACKING_FLATE);

		body.length = 0;
		buffer_format(&body, "/Type/Page/MediaBox[0 0 100 100]/Parent %d 0 R", tree);
		put_reference(&body, "Contents", content);
		buffer_format(&kids, "%d 0 R ", object_add(objects, buffer_view(&body)));
	}
	body.length = 0;
	buffer_format(&body, "/Type/Pages/Count %d/Kids[", PAGES);
	buffer_text(&body, buffer_view(&kids));
	buffer_byte(&body, ']');
	object_set(objects, tree, buffer_view(&body));
	object_set(objects, catalog, text_format(arena, "/Type/Catalog/Pages %d 0 R", tree));
	return objects_save(objects, catalog, 0);
}

/* False when the disk does not take it. */
static bool
put_behind_hole(const char *path, struct text pdf, uint64_t before)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	bool is_done = file >= 0 && pwrite(file, "%PDF-1.7\n", 9, 0) == 9 &&
	    pwrite(file, pdf.s, pdf.length, (off_t)before) == (ssize_t)pdf.length;

	close(file);
	return is_done;
}

/* Whether qpdf says of a file what it should. */
static bool
says(struct arena *arena, const char *options, const char *path, const char *more,
    const char *wanted)
{
	char said[64] = "";
	struct text asked = text_format(arena, "qpdf %s %s 2>&1%s", options, path, more);
	FILE *out = popen(asked.s, "r");	/* NOLINT(cert-env33-c): the judge is a program */
	size_t count = out ? fread(said, 1, sizeof said - 1, out) : 0;

	while (count > 0 && said[count - 1] == '\n')
		said[--count] = '\0';
	return out && pclose(out) == 0 && strcmp(said, wanted) == 0;
}

/* qpdf alone goes by the offsets at once; poppler and MuPDF look through the hole first. */
static bool
is_read(uint64_t before)
{
	struct arena *arena = arena_new();
	char folder[] = "/tmp/large-XXXXXX";
	bool is_right = mkdtemp(folder) != NULL;
	const char *path = path_join(arena, text_of(folder), TEXT("large.pdf"));
	struct object_limits limits = { .objects = 10000, .bytes = pdf_limits.bytes,
	    .before = before };

	is_right = is_right && put_behind_hole(path, write_document(arena, limits), before) &&
	    says(arena, "--show-pages", path, " | grep -c content", "300") &&
	    says(arena, "--filtered-stream-data --show-object=3", path, "", "10 10 80 80 re f") &&
	    says(arena, "--filtered-stream-data --show-object=601", path, "", "10 10 80 80 re f");
	if (!is_right)
		printf("behind %llu bytes it is not read\n", (unsigned long long)before);
	is_right &= unlink(path) == 0 && rmdir(folder) == 0;
	arena_drop(arena);
	return is_right;
}

int
main(void)
{
	static const uint64_t befores[] = { 0, (1ull << 31) - 900, 1ull << 31,
	    (1ull << 32) - 900, 1ull << 32, 9000000000 };
	int failed = 0;

	for (size_t i = 0; i < sizeof befores / sizeof *befores; i++)
		failed |= !is_read(befores[i]);
	return failed;
}
