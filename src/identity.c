/* SPDX-License-Identifier: MIT */
/*
 * Which program this is: the linker's build ids (notes of type
 * NT_GNU_BUILD_ID) of the program and its libraries. A build id is a sum of
 * what was linked, so nothing has to be read from disk.
 */
#define _GNU_SOURCE
#include <elf.h>
#include <link.h>
#include <string.h>

#include "base/hash.h"
#include "identity.h"

/* Notes begin at multiples of four bytes. */
static size_t
padded(size_t size)
{
	return (size + 3) & ~(size_t)3;
}

static void
add_notes(struct hash *hash, const char *notes, size_t size)
{
	for (size_t at = 0; at + sizeof(ElfW(Nhdr)) <= size;) {
		ElfW(Nhdr) note;
		const char *name, *id;

		memcpy(&note, notes + at, sizeof note);
		name = notes + at + sizeof note;
		id = name + padded(note.n_namesz);
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof "GNU" &&
		    memcmp(name, "GNU", sizeof "GNU") == 0)
			hash_text(hash, (struct text){ id, note.n_descsz });
		at += sizeof note + padded(note.n_namesz) + padded(note.n_descsz);
	}
}

static int
add_object(struct dl_phdr_info *object, size_t size, void *context)
{
	(void)size;
	if (strstr(object->dlpi_name, "vdso"))
		return 0;		/* the kernel's, which writes no byte of ours */
	for (int i = 0; i < object->dlpi_phnum; i++)
		if (object->dlpi_phdr[i].p_type == PT_NOTE)
			add_notes(context,
			    (const char *)object->dlpi_addr + object->dlpi_phdr[i].p_vaddr,
			    object->dlpi_phdr[i].p_memsz);
	return 0;
}

struct text
program_identity(struct arena *arena)
{
	unsigned char sum[32];
	struct hash hash;

	hash_begin(&hash);
	dl_iterate_phdr(add_object, &hash);
	hash_end(&hash, sum);
	return hash_hex(arena, sum);
}
