/* SPDX-License-Identifier: MIT */
/*
 * The files of a corpus: found once, in the order of their paths, and each
 * read at most once. Nothing outside the folder is ever opened.
 */
#ifndef READ_SOURCES_H
#define READ_SOURCES_H

#include "base/array.h"
#include "base/diag.h"
#include "base/map.h"

struct source_file {
	struct text path;		/* in the corpus, with / and suffix */
	const char *file;		/* as it is opened, and as messages name it */
	bool is_source;			/* .md or .xml: a document or a part */
	bool used;			/* placed, linked, or read as what it is */
	bool tried, there;		/* its bytes were asked for; they could be read */
	bool is_part;			/* of a document: no document itself */
	bool being_placed;		/* a part that is being read into a document now */
	struct text bytes;
	struct front_matter *front;	/* of a Markdown file, when it was asked for */
	struct image *image;		/* when it is one and was asked for */
};
ARRAY(struct source_file *, source_files);

struct sources {
	struct arena *arena;
	struct text folder;		/* the corpus's; "" is here */
	/* a file without a council: others of its folder are found when it names them */
	bool alone;
	struct source_files files;	/* sorted by path */
	struct map by_path;
	int placing;			/* how many parts are being read within one another */
};

/* A file as a whole. */
static inline struct place
place_of_file(const char *file)
{
	return (struct place){ .file = file };
}

/*
 * All files of a corpus; what may not be read, and links that lead out, are
 * reported. root is its folder, or a file that is a corpus by itself.
 */
struct sources *find_sources(struct arena *, const char *root, struct diag *);

/* The file of a path in the corpus, or null. */
struct source_file *source_at(const struct sources *, struct text path);

/* The bytes of a file; false when they cannot be read, which is reported once. */
bool source_bytes(const struct sources *, struct source_file *, struct diag *, struct text *bytes);

/* Line and column of the byte at an offset, by the ends of lines that Markdown knows. */
struct place place_of_byte(const char *file, struct text bytes, size_t offset);

/*
 * Are bytes text that every output can hold? What is not is reported at its
 * place. A BOM is left out, and letters that stand apart from their marks are
 * composed (NFC): places count them so.
 */
bool check_text(struct arena *, struct diag *, const char *file, struct text *bytes);

/*
 * The same, for text: what is no UTF-8, or a character that cannot be printed,
 * is reported at its place. A BOM is left out.
 */
bool source_text(const struct sources *, struct source_file *, struct diag *, struct text *bytes);

/*
 * The file that an address names as seen from another: relative to its folder.
 * Null when there is none (missing_file, with the nearest name) or it leads
 * out (outside_corpus), which is reported at the place. It is then used.
 */
struct source_file *source_linked(struct sources *, struct text from_path, struct text address,
    struct place, struct diag *);

/* Warns of the files that nothing uses. */
void report_unused(const struct sources *, struct diag *);

/*
 * The address up to its "#"; empty when it does not name a file (a web address,
 * mailto, #id, view:, lang:).
 */
struct text address_file(struct text address);

#endif
