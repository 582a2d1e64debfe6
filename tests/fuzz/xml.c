/* SPDX-License-Identifier: MIT */
/*
 * An XML file as a document.
 */
#include "document.h"
#include "read/xml/xml.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz_document fuzz;

	fuzz_begin(&fuzz, "fuzz.xml", bytes, size);
	if (fuzz.sound)
		read_xml(&fuzz.reading, "fuzz.xml", fuzz.bytes);
	fuzz_end(&fuzz, bytes, size);
	return 0;
}
