/* SPDX-License-Identifier: MIT */
/*
 * libxml2, loaded by the name of the interface that its headers declare. It
 * stays loaded: what reads one XML file reads others.
 */
#include "read/xml/library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/diag.h"

static const char *const file = LIBXML_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2";

/* POSIX lets the address of a function be one of data; C does not, so its bytes are taken. */
static void
find(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	if (!found)
		die("%s has no %s", file, name);
	memcpy(function, &found, sizeof found);
}

const struct xml_library *
xml_library(void)
{
	static struct xml_library functions;
	static void *library;

	if (library)
		return &functions;
	library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
	if (!library)
		die("libxml2 cannot be loaded: %s", dlerror());
#define FUNCTION(name) find(library, #name, &functions.name);
	XML_FUNCTIONS(FUNCTION)
#undef FUNCTION
	return &functions;
}
