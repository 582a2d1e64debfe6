/* SPDX-License-Identifier: MIT */
/*
 * Whether a PDF in the making says what its tree says. No validator can tell
 * that a word of the tree is not on a page, or twice; and of elements that
 * stand where they may not (ISO 32000-1, 14.8.4; ISO/TS 32005) few tell.
 *
 * What is found here is a fault of ours, and a council's document: it ends the
 * run with words, and no file is written.
 */
#include "write/pdf/check.h"

#include "base/diag.h"
#include "write/pdf/page/font.h"

#define BIT(tag) (1u << (tag))
enum {
	LEAVES = BIT(TAG_TEXT) | BIT(TAG_PAGE_OF) | BIT(TAG_BREAK),
	LINE = LEAVES | BIT(TAG_SPAN) | BIT(TAG_LINK) | BIT(TAG_REFERENCE),
	BLOCKS = BIT(TAG_SECT) | BIT(TAG_DIV) | BIT(TAG_QUOTE) | BIT(TAG_H) | BIT(TAG_P) |
	    BIT(TAG_L) | BIT(TAG_TABLE) | BIT(TAG_TOC) | BIT(TAG_FIGURE) | BIT(TAG_FORM) |
	    BIT(TAG_NOTE),
};

/*
 * What may stand in a node; in one that takes both, either what stands in lines
 * or blocks. A caption alone is words, and after them a hint.
 */
static const unsigned holds[TAG_COUNT] = {
	[TAG_DOCUMENT] = BLOCKS, [TAG_SECT] = BLOCKS, [TAG_DIV] = BLOCKS | LINE,
	[TAG_QUOTE] = BLOCKS, [TAG_H] = LINE, [TAG_P] = LINE, [TAG_CAPTION] = LINE | BIT(TAG_P),
	[TAG_L] = BIT(TAG_LI), [TAG_LI] = BIT(TAG_LBL) | BIT(TAG_LBODY), [TAG_LBL] = LINE,
	[TAG_LBODY] = BLOCKS | LINE,
	[TAG_TABLE] = BIT(TAG_CAPTION) | BIT(TAG_THEAD) | BIT(TAG_TBODY),
	[TAG_THEAD] = BIT(TAG_TR), [TAG_TBODY] = BIT(TAG_TR), [TAG_TR] = BIT(TAG_TH) | BIT(TAG_TD),
	[TAG_TH] = BLOCKS | LINE, [TAG_TD] = BLOCKS | LINE,
	[TAG_TOC] = BIT(TAG_TOCI) | BIT(TAG_TOC), [TAG_TOCI] = BIT(TAG_LINK),
	[TAG_FIGURE] = BIT(TAG_CAPTION), [TAG_NOTE] = BIT(TAG_LBL) | BLOCKS,
	[TAG_SPAN] = LINE, [TAG_LINK] = LINE, [TAG_REFERENCE] = LINE,
};

void
check_nesting(const struct pdf *pdf)
{
	for (int i = 1; i < pdf->trace_count; i++) {
		const struct trace *trace = &pdf->traces[i], *parent = &pdf->traces[trace->parent];
		unsigned is = BIT(trace->tag), first = BIT(pdf->traces[parent->first].tag);

		if (!(holds[parent->tag] & is))
			die("a fault of planpress: in \"%.*s\" a %s stands in a %s",
			    TEXT_ARGS(pdf->tree->file), tag_names[trace->tag],
			    tag_names[parent->tag]);
		if (!(is & LINE) != !(first & LINE) && parent->tag != TAG_CAPTION)
			die("a fault of planpress: in \"%.*s\" a %s stands beside a %s in a %s",
			    TEXT_ARGS(pdf->tree->file), tag_names[trace->tag],
			    tag_names[pdf->traces[parent->first].tag], tag_names[parent->tag]);
	}
}

void
check_words(const struct pdf *pdf)
{
	for (int i = 0; i < pdf->trace_count; i++) {
		const struct trace *trace = &pdf->traces[i];
		struct text left;

		if (trace->tag != TAG_TEXT)
			continue;
		if (trace->strays)
			die("a fault of planpress: other words than \"%.*s\", or some of them "
			    "twice, are on the pages of \"%.*s\"",
			    TEXT_ARGS(trace->node->words), TEXT_ARGS(pdf->tree->file));
		left = text_from(trace->node->words, trace->read);
		if (!text_is_blank(text_from(left, skip_unseen(left, 0))))
			die("a fault of planpress: \"%.*s\" is not on the pages of \"%.*s\"",
			    TEXT_ARGS(left), TEXT_ARGS(pdf->tree->file));
	}
}
