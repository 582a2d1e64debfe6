/* SPDX-License-Identifier: MIT */
/*
 * The functions of libxml2. It is loaded when the first XML file is read: with
 * ICU and the library of C++ behind it, it takes a third of the time in which a
 * process starts, and most corpora hold no XML.
 */
#ifndef READ_XML_LIBRARY_H
#define READ_XML_LIBRARY_H

#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>

#define XML_FUNCTIONS(FUNCTION) \
	FUNCTION(xmlCreateMemoryParserCtxt) \
	FUNCTION(xmlCtxtUseOptions) \
	FUNCTION(xmlFreeDoc) \
	FUNCTION(xmlFreeParserCtxt) \
	FUNCTION(xmlParseDocument) \
	FUNCTION(xmlReadMemory) \
	FUNCTION(xmlRelaxNGFree) \
	FUNCTION(xmlRelaxNGFreeParserCtxt) \
	FUNCTION(xmlRelaxNGFreeValidCtxt) \
	FUNCTION(xmlRelaxNGNewMemParserCtxt) \
	FUNCTION(xmlRelaxNGNewValidCtxt) \
	FUNCTION(xmlRelaxNGParse) \
	FUNCTION(xmlRelaxNGSetParserStructuredErrors) \
	FUNCTION(xmlRelaxNGSetValidStructuredErrors) \
	FUNCTION(xmlRelaxNGValidateDoc) \
	FUNCTION(xmlStopParser)

struct xml_library {
#define FUNCTION(name) __typeof__(&name) name;
	XML_FUNCTIONS(FUNCTION)
#undef FUNCTION
};

/* Loads it at the first call; where it is not there, the program ends. */
const struct xml_library *xml_library(void);

#endif
