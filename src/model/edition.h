/* SPDX-License-Identifier: MIT */
/*
 * One document, ready to be written: what it came from, and what it became.
 */
#ifndef MODEL_EDITION_H
#define MODEL_EDITION_H

#include "model/corpus.h"
#include "model/page.h"
#include "model/style.h"
#include "model/tree.h"

/* A document printed after the removal, under the name that its file has in the PDF. */
struct source { struct text file, title, words; };
ARRAY(struct source, sources_printed);

struct edition {
	const struct corpus *corpus;
	const struct document *document;
	const struct style *style;
	const struct tree *tree;
	const struct pages *pages;	/* null when no PDF is wanted */
	const struct drawings *drawings;	/* null when no HTML is wanted */
	bool pdf, html;			/* what is wanted */
	enum pdf_version version;	/* of the PDF */
	const char *folder;		/* where the outputs go; mirrors the corpus */
	/* attached to the PDF, by file name: those of its appendices, and its own */
	struct sources_printed sources;
};

#endif
