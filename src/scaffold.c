/* SPDX-License-Identifier: MIT */
/*
 * Doors that do not stand yet, so that the program links while the house is
 * built; each falls away when its stage is there. To be deleted with the last.
 */
#include "model/print.h"
#include "read/read.h"
#include "resolve/resolve.h"
#include "structure/structure.h"
#include "typeset/typeset.h"
#include "write/write.h"
#define DOOR __attribute__((weak))

DOOR const char *read_root(struct arena *a, const char *p) { (void)a; return p; }
DOOR struct corpus *read_corpus(struct arena *a, const struct request *r, struct diag *d) { (void)a, (void)r, (void)d; die("no door: read_corpus"); }
DOOR struct text read_schema(struct arena *a) { (void)a; die("no door: read_schema"); }
DOOR void resolve_corpus(struct corpus *c, struct diag *d) { (void)c, (void)d; }
DOOR const struct tree *structure_document(struct arena *a, const struct corpus *c, const struct document *d, const struct style *s, const struct diag *g) { (void)a, (void)c, (void)d, (void)s, (void)g; die("no door: structure_document"); }
DOOR const struct pages *typeset_tree(struct arena *a, const struct tree *t, const struct style *s, struct diag *d) { (void)a, (void)t, (void)s, (void)d; die("no door: typeset_tree"); }
DOOR struct text write_markdown(struct arena *a, const struct document *d) { (void)a, (void)d; die("no door: write_markdown"); }
DOOR void print_document(struct buffer *b, const struct document *d, bool c) { (void)b, (void)d, (void)c; die("no door: print_document"); }
DOOR void print_tree(struct buffer *b, const struct tree *t) { (void)b, (void)t; die("no door: print_tree"); }
DOOR void print_pages(struct buffer *b, const struct tree *t, const struct pages *p) { (void)b, (void)t, (void)p; die("no door: print_pages"); }
DOOR const struct field *kind_style_find(const struct kind_style *k, struct text l, struct text t) { (void)k, (void)l, (void)t; die("no door: kind_style_find"); }
