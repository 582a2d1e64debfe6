/* SPDX-License-Identifier: MIT */
/*
 * A link that stands alone in a section of records, where a CSV file would
 * give its rows: other files give none, and a link that is to be an appendix
 * or a background document is an item of a list.
 */
#include "base/path.h"
#include "model/messages.h"
#include "read/sources.h"
#include "read/text/manuscript.h"

static const char sheet[] = "save its sheet as \"CSV UTF-8\", and link that file",
    letter[] = "write what it holds here, or save its table as \"CSV UTF-8\" and link that file",
    table[] = "leave out what follows `.csv` in the link";

/* What a spreadsheet and a word processor save, and what is done with it. */
static const struct { const char *ending, *help; } endings[] = {
	{ ".xlsx", sheet }, { ".xls", sheet }, { ".xlsm", sheet }, { ".xlsb", sheet },
	{ ".ods", sheet }, { ".numbers", sheet }, { ".tsv", sheet }, { ".csv", table },
	{ ".docx", letter }, { ".doc", letter }, { ".odt", letter }, { ".txt", letter },
};

/* The link that is all of a paragraph; of appendices and the like, the first of its words. */
static const struct span *
link_of(const struct section *section, const struct block *block, bool alone)
{
	enum record_kind kind = section_rows[section->kind].kind;
	const struct span *span = lone_span(block->spans);

	if (!span && alone && (kind == KIND_appendix || kind == KIND_document))
		for (span = block->spans; span && span->kind != SPAN_LINK; span = span->next)
			;
	return span && span->kind == SPAN_LINK ? span : NULL;
}

void
check_untaken(struct manuscript *manuscript, const struct section *section,
    const struct block *block, bool alone)
{
	const struct span *link = block && block->kind == BLOCK_PARAGRAPH
	    ? link_of(section, block, alone) : NULL;
	struct text file, ending;

	if (!link || (file = address_file(link->address)).length == 0)
		return;
	if (is_listed(section)) {
		report(manuscript->diag, link->at, untaken_link, file,
		    TEXT("begin the line with `- `"));
		return;
	}
	ending = text_fold(manuscript->scratch, path_suffix(file));
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (text_is(ending, endings[i].ending))
			report(manuscript->diag, link->at, untaken_link, file,
			    text_of(endings[i].help));
}
