/* SPDX-License-Identifier: MIT */
/*
 * Fields that are signed later (ISO 32000-1, 12.7.4.5): empty in this file, so
 * that each signature is an incremental update that changes none of its bytes.
 *
 * A field is its own annotation. It is a Form in the tag tree, says whose
 * signature it is (TU, ISO 14289-1, 7.18.1; Contents, ISO 14289-2, 8.10.2.3), is
 * printed, cannot be moved (F 132), and has an appearance (ISO 19005-3, 6.3.3),
 * which is blank: what is seen of the field is the page's.
 */
#include "write/pdf/field.h"

#include "write/pdf/link.h"

void
fields_find(struct pdf *pdf)
{
	for (int i = 0; i < pdf->trace_count; i++) {
		struct annotation at = { .node = pdf->traces[i].node,
		    .page = pdf->pages->spots[i].page };
		length extent[4];

		if (pdf->traces[i].tag != TAG_FORM || at.page < 0 ||
		    !pages_extent(pdf->pages, at.node, at.page, extent))
			continue;
		at.left = extent[0];
		at.top = from_foot(&pdf->pages->list.at[at.page], extent[1]);
		at.right = extent[2];
		at.bottom = from_foot(&pdf->pages->list.at[at.page], extent[3]);
		annotation_add(pdf, &at);
	}
}

static int
write_appearance(struct pdf *pdf, const struct annotation *at)
{
	struct buffer body = { .arena = pdf->arena };

	buffer_string(&body, "/Type/XObject/Subtype/Form/BBox[0 0 ");
	put_lengths(&body, (length[2]){ at->right - at->left, at->top - at->bottom }, 2);
	buffer_byte(&body, ']');
	return stream_add(pdf->objects, buffer_view(&body), TEXT("q Q"), PACKING_NONE);
}

static void
write_field(struct pdf *pdf, const struct annotation *at)
{
	struct buffer body = { .arena = pdf->arena };

	buffer_string(&body, "/Type/Annot/Subtype/Widget/FT/Sig/F 132/T");
	put_words(&body, at->node->id);
	buffer_string(&body, "/TU");
	put_words(&body, at->node->spoken);
	put_annotation(&body, pdf, at);
	buffer_string(&body, "/AP<<");
	put_reference(&body, "N", write_appearance(pdf, at));
	buffer_string(&body, ">>");
	object_set(pdf->objects, at->object, buffer_view(&body));
}

int
fields_write(struct pdf *pdf)
{
	struct buffer body = { .arena = pdf->arena };
	int count = 0;

	buffer_string(&body, "/Fields[");
	for (array_each(const struct annotation, at, &pdf->annotations)) {
		if (at->node->tag != TAG_FORM)
			continue;
		write_field(pdf, at);
		buffer_format(&body, "%s%d 0 R", count++ ? " " : "", at->object);
	}
	buffer_string(&body, "]/SigFlags 1");
	return count > 0 ? object_add(pdf->objects, buffer_view(&body)) : 0;
}
