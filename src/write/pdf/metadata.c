/* SPDX-License-Identifier: MIT */
/*
 * What the file says of itself: metadata in XMP (ISO 19005-3, 6.6; ISO 14289-1,
 * 5 and 7.1) and in the information dictionary, its colours, and the source
 * that it was made of as an associated file (ISO 19005-3, 6.8). PDF 2.0 has no
 * information dictionary, and is PDF/A-4f for its attached source (ISO 19005-4,
 * 6.7 and Annex A).
 *
 * Dates are the document's own; where it has none, none is given. No clock is read.
 */
#include "write/pdf/metadata.h"

#include "write/pdf/colour.h"

static const char producer[] = "planpress";

/* The head and foot of a packet (XMP, 7.3.2). */
static const char packet_head[] =
    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
    "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n";
static const char packet_foot[] = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

/* What the file keeps; PDF/A-3 must be told the schema of pdfuaid, PDF/A-4 need not. */
static const char keeps_1_7[] =
    "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";
static const char schema_1_7[] =
    "<rdf:Description rdf:about=\"\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";
static const char keeps_2_0[] =
    "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"
    "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"
    "<pdfd:declarations xmlns:pdfd=\"http://pdfa.org/declarations/\"><rdf:Bag>"
    "<rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>\n"
    "</rdf:li></rdf:Bag></pdfd:declarations>\n";

/* Who wrote it: the author, or else the council. */
static struct text
creator_of(const struct tree *tree)
{
	return tree->author.length > 0 ? tree->author : tree->council;
}

/* ---- XMP ---- */

/* <name><container><rdf:li>words</rdf:li></container></name>; nothing for the empty text. */
static void
put_property(struct buffer *out, const char *name, const char *container, struct text words)
{
	const char *item = text_is(text_of(container), "rdf:Alt") ? " xml:lang=\"x-default\"" : "";

	if (words.length == 0)
		return;
	buffer_format(out, "<%s><%s><rdf:li%s>", name, container, item);
	buffer_escaped(out, words);
	buffer_format(out, "</rdf:li></%s></%s>\n", container, name);
}

static void
put_simple(struct buffer *out, const char *name, struct text words)
{
	if (words.length == 0)
		return;
	buffer_format(out, "<%s>", name);
	buffer_escaped(out, words);
	buffer_format(out, "</%s>\n", name);
}

/* A file without attachments would be PDF/A-4 alone. */
static void
put_kept(struct buffer *out, const struct pdf *pdf)
{
	buffer_string(out, is_pdf_2(pdf) ? keeps_2_0 : keeps_1_7);
	if (is_pdf_2(pdf) && pdf->edition->sources.count > 0)
		buffer_string(out, "<pdfaid:conformance>F</pdfaid:conformance>\n");
}

int
metadata_write(struct pdf *pdf)
{
	const struct tree *tree = pdf->tree;
	struct buffer packet = { .arena = pdf->arena };

	buffer_string(&packet, packet_head);
	put_kept(&packet, pdf);
	put_property(&packet, "dc:title", "rdf:Alt", tree->title);
	put_property(&packet, "dc:creator", "rdf:Seq", creator_of(tree));
	put_property(&packet, "dc:language", "rdf:Bag", tree->language);
	put_property(&packet, "dc:description", "rdf:Alt", tree->description);
	put_simple(&packet, "pdf:Keywords", tree->keywords);
	put_simple(&packet, "pdf:Producer", text_of(producer));
	put_simple(&packet, "xmp:CreatorTool", text_of(producer));
	if (date_is_set(tree->date)) {
		struct text date = text_format(pdf->arena, "%.*sT00:00:00Z",
		    TEXT_ARGS(date_iso(pdf->arena, tree->date)));

		put_simple(&packet, "xmp:CreateDate", date);
		put_simple(&packet, "xmp:ModifyDate", date);
	}
	buffer_string(&packet, "</rdf:Description>\n");
	if (!is_pdf_2(pdf))
		buffer_string(&packet, schema_1_7);
	buffer_string(&packet, packet_foot);
	return stream_add(pdf->objects, TEXT("/Type/Metadata/Subtype/XML"), buffer_view(&packet),
	    PACKING_NONE);
}

/* ---- the information dictionary ---- */

static void
put_entry(struct buffer *body, const char *key, struct text words)
{
	if (words.length == 0)
		return;
	buffer_format(body, "/%s", key);
	put_words(body, words);
}

static void
put_date(struct buffer *body, const char *key, struct date date)
{
	if (date_is_set(date))
		buffer_format(body, "/%s(D:%04d%02d%02d000000Z)", key, date.year, date.month,
		    date.day);
}

int
info_write(struct pdf *pdf)
{
	const struct tree *tree = pdf->tree;
	struct buffer body = { .arena = pdf->arena };

	if (is_pdf_2(pdf))
		return 0;
	put_entry(&body, "Title", tree->title);
	put_entry(&body, "Author", creator_of(tree));
	put_entry(&body, "Subject", tree->description);
	put_entry(&body, "Keywords", tree->keywords);
	put_entry(&body, "Creator", text_of(producer));
	put_entry(&body, "Producer", text_of(producer));
	put_date(&body, "CreationDate", tree->date);
	put_date(&body, "ModDate", tree->date);
	return object_add(pdf->objects, buffer_view(&body));
}

/* ---- colours ---- */

int
intent_write(struct pdf *pdf)
{
	struct buffer body = { .arena = pdf->arena };
	struct text profile = colour_profile(pdf->arena);

	buffer_string(&body,
	    "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	    "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)");
	put_reference(&body, "DestOutputProfile",
	    stream_add(pdf->objects, TEXT("/N 3"), profile, PACKING_FLATE));
	return object_add(pdf->objects, buffer_view(&body));
}

/* ---- the source ---- */

int
source_write(struct pdf *pdf, const struct source *source)
{
	struct buffer file = { .arena = pdf->arena }, body = { .arena = pdf->arena };
	unsigned char sum[16];
	int object;

	object_checksum(source->words, sum);
	buffer_string(&file, "/Type/EmbeddedFile/Subtype/application#2Fxml/Params<<");
	put_pair(&file, "Size", (long long)source->words.length);
	buffer_string(&file, "/CheckSum");
	put_hex(&file, sum, sizeof sum);
	put_date(&file, "ModDate", pdf->tree->date);
	buffer_string(&file, ">>");
	object = stream_add(pdf->objects, buffer_view(&file), source->words, PACKING_FLATE);
	buffer_string(&body, "/Type/Filespec/F");
	put_string(&body, source->file);
	buffer_string(&body, "/UF");
	put_string(&body, source->file);
	buffer_string(&body, "/AFRelationship/Source/Desc");
	put_words(&body, text_format(pdf->arena, "The source of \"%.*s\", as planpress reads it",
	    TEXT_ARGS(source->title)));
	buffer_string(&body, "/EF<<");
	put_reference(&body, "F", object);
	put_reference(&body, "UF", object);
	buffer_string(&body, ">>");
	return object_add(pdf->objects, buffer_view(&body));
}
