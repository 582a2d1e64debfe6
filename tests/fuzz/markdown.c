/* SPDX-License-Identifier: MIT */
/*
 * A Markdown file with its front matter, as a document of any kind.
 */
#include "document.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz_document fuzz;
	struct front_matter front;
	int kind;

	fuzz_begin(&fuzz, "fuzz.md", bytes, size);
	if (fuzz.sound) {
		front = read_front_matter(fuzz.arena, &fuzz.diag, "fuzz.md", fuzz.bytes);
		kind = document_kind_find(yaml_words(front.says, "kind"));
		fuzz.reading.document->kind = kind < 0 ? DOCUMENT_paper : (enum document_kind)kind;
		take_style(&fuzz.reading, TEXT(""), fuzz.reading.document->at);
		read_markdown(&fuzz.reading, "fuzz.md", &front);
	}
	fuzz_end(&fuzz, bytes, size);
	return 0;
}
