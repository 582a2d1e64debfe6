/* SPDX-License-Identifier: MIT */
/*
 * What the files of this room share: fields that print in others' values.
 */
#ifndef STRUCTURE_FORM_FORM_H
#define STRUCTURE_FORM_FORM_H

#include "structure/records.h"

/* True where the shape of a form names the field. */
bool is_shaped(const struct form_rows *, const struct field *);
/* True for the words of one value in another language. */
bool is_translation(const struct value *, const struct value *of);

/* True where the field is printed in the value of another. */
bool is_joined(const struct builder *, const struct record *, const struct field *);
/* True for the value in which others are printed, and the words of all. */
bool is_host(const struct builder *, const struct record *, const struct value *);
void build_host(struct builder *, struct node *cell, const struct record *,
    const struct value *host);

#endif
