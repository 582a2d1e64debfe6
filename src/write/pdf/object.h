/* SPDX-License-Identifier: MIT */
/*
 * The objects of a PDF file (ISO 32000-1, 7.3 and 7.5), and the file made of
 * them. An object is a dictionary, or a stream with its dictionary; its body is
 * text that the caller wrote with the functions below.
 *
 * What libharu or libdeflate cannot do ends the program (die), as do the limits
 * of PDF/A-3 (ISO 19005-3, 6.1.13): a file is right, or there is none.
 */
#ifndef WRITE_PDF_OBJECT_H
#define WRITE_PDF_OBJECT_H

#include "base/buffer.h"

struct objects;

/* `before`: bytes of the file that stand before what is written here. */
struct object_limits { unsigned objects; uint64_t bytes, before; };
extern const struct object_limits pdf_limits;	/* of a PDF/A file */

/* Of a version of PDF ("1.7"). Lives in the arena; holds the compressor until objects_save. */
struct objects *objects_new(struct arena *, const char *version, struct object_limits);

/* A new object; its number is known at once, its body is set later (empty until then). */
int object_new(struct objects *);
/* without << and >>; copied */
void object_set(struct objects *, int number, struct text body);
int object_add(struct objects *, struct text body);

enum packing { PACKING_NONE, PACKING_FLATE };
/* A stream; the body lacks Length and, where it is packed, Filter. */
int stream_add(struct objects *, struct text body, struct text bytes, enum packing);

/*
 * The whole file: objects in object streams, a cross-reference stream, and an
 * identifier that is a hash of the bytes. Info 0: it has no information
 * dictionary. Nothing may be added after it.
 */
struct text objects_save(struct objects *, int catalog, int info);

/* MD5 (RFC 1321), which PDF wants as the checksum of an embedded file. */
void object_checksum(struct text bytes, unsigned char sum[16]);

#endif
