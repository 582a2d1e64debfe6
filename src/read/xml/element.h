/* SPDX-License-Identifier: MIT */
/*
 * An XML file as elements, each with its place, before anybody asks what they
 * mean.
 */
#ifndef READ_XML_ELEMENT_H
#define READ_XML_ELEMENT_H

#include "base/array.h"
#include "base/diag.h"

enum { ELEMENT_DEPTH = 64 };		/* more than that is no document */

/* Names keep their prefix: xml:lang. */
struct xml_attribute { struct text name, words; struct place at; };
ARRAY(struct xml_attribute, xml_attributes);

enum element_kind { ELEMENT_TAG, ELEMENT_TEXT, ELEMENT_COMMENT };

struct element {
	enum element_kind kind;
	struct text name;		/* of a tag of our namespace; else with a colon in it */
	struct text words;		/* of text and comments */
	struct place at;		/* of "<", or of the first character that is no space */
	struct xml_attributes attributes;
	struct element *first, *last, *next, *parent;
};

/*
 * The root element; null when the bytes are no well-formed XML, or hold a
 * document type, an entity or a processing instruction: that is reported.
 * Nothing is fetched, and no entity but the five of XML is known.
 */
struct element *parse_xml(struct arena *, struct diag *, const char *file, struct text bytes);

/* The words of an attribute; null when it is not there. */
const struct xml_attribute *element_attribute(const struct element *, const char *name);
/* Its words; empty when it is not there. */
struct text element_words(const struct element *, const char *name);
bool element_is(const struct element *, const char *name);
/* The first tag among siblings from here on, or null. */
struct element *element_tag(struct element *);

#endif
