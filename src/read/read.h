/* SPDX-License-Identifier: MIT */
/*
 * The front end's door: source files to corpus.
 */
#ifndef READ_READ_H
#define READ_READ_H

#include "model/corpus.h"

/* What is to be read, and whose. */
struct request {
	const char *root;		/* the folder that holds council.yaml, or a file alone */
	/* files and folders whose documents are wanted; within root */
	const char *const *paths;
	size_t path_count;
	const char *styles;		/* the program's folder of styles */
	const char *style;		/* beats what documents say; null: does not */
	enum audience audience;
	struct date today;
};

/*
 * The folder above path (or path itself) that holds council.yaml; else path
 * when it is a file, null when it is a folder.
 */
const char *read_root(struct arena *, const char *path);

/*
 * The whole corpus, with the styles that its documents name. Never null: what
 * cannot be read is reported, and gives an empty document.
 */
struct corpus *read_corpus(struct arena *, const struct request *, struct diag *);

/* The RELAX NG schema of the XML spelling (XML syntax), made of the tables of kinds and fields. */
struct text read_schema(struct arena *);

#endif
