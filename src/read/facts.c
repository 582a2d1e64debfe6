/* SPDX-License-Identifier: MIT */
/*
 * What a document says of itself: the keys of its front matter, or the
 * children of <about>.
 */
#include "read/build.h"

#include "base/near.h"
#include "base/path.h"
#include "model/messages.h"

static const char *const status_names[] = {
	[STATUS_DRAFT] = "draft", [STATUS_FOR_APPROVAL] = "for approval",
	[STATUS_APPROVED] = "approved", [STATUS_SUPERSEDED] = "superseded",
};

struct document *
document_new(struct arena *arena, struct text path, struct place at)
{
	struct document *document = ARENA_NEW(arena, struct document);

	document->path = path;
	document->at = at;
	return document;
}

/* ---- adding ---- */

/* "title (cy)": the key and its language. */
static struct text
split_language(struct text typed, struct text *language)
{
	size_t at = text_find_byte(typed, '(', 0);

	*language = TEXT("");
	if (at == typed.length || !text_ends(typed, ")"))
		return typed;
	*language = text_trim(text_slice(typed, at + 1, typed.length - 1));
	return text_trim(text_slice(typed, 0, at));
}

static struct text
nearest_key(struct arena *arena, enum document_kind kind, struct text typed)
{
	struct near near = near_begin(arena, typed);

	for (size_t i = 0; i < key_count; i++)
		if (key_rows[i].where & document_bit(kind))
			near_try(&near, name_hyphened(arena, key_rows[i].name));
	return near_help(&near, "");
}

static struct fact *
find_fact(struct document *document, const struct key_row *key, struct text language)
{
	for (array_each(struct fact, fact, &document->facts))
		if (fact->key == key && text_equal(fact->value.language, language))
			return fact;
	return NULL;
}

struct fact *
document_add_fact(const struct reading *reading, struct text typed, struct place at)
{
	struct document *document = reading->document;
	struct text language, name = split_language(typed, &language);
	const struct key_row *key = key_find(document->kind, name);
	struct fact *fact = key ? find_fact(document, key, language) : NULL;

	if (!key) {
		report(reading->diag, at, unknown_key, typed,
		    text_of(document_kind_called[document->kind]),
		    nearest_key(reading->arena, document->kind, name));
		return NULL;
	}
	if (fact && key->type == TYPE_LIST)
		return fact;
	if (fact) {
		report(reading->diag, at, double_key, typed);
		return NULL;
	}
	fact = array_push(reading->arena, &document->facts);
	fact->key = key;
	fact->at = at;
	fact->value.label = typed;
	fact->value.language = language;
	fact->value.at = fact->value.label_at = at;
	return fact;
}

void
fact_done(const struct reading *reading, struct fact *fact)
{
	fact->value.plain = blocks_plain(reading->arena, fact->value.content);
	read_value(reading, &fact->value, fact->key->type);
}

/* ---- what follows from them ---- */

static const struct value *
key_value(const struct document *document, const char *key)
{
	const struct fact *fact = document_fact(document, key);

	return fact ? &fact->value : NULL;
}

static void
bad_key(const struct reading *reading, const struct value *value, const char *is_no,
    const char *help)
{
	report(reading->diag, value->at, bad_key, value->plain, text_of(is_no), text_of(help));
}

/* The path as an id: "housing/plan.md" is housing-plan. */
static struct text
id_of_path(struct arena *arena, struct text path)
{
	struct buffer out = { .arena = arena };
	size_t end = path.length - path_suffix(path).length;

	for (size_t i = 0; i < end; i++) {
		char c = path.s[i];

		c = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
		if (out.length == 0 && !(c >= 'a' && c <= 'z'))
			buffer_string(&out, "n-");
		buffer_byte(&out,
		    (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' ? c : '-');
	}
	return buffer_view(&out);
}

static void
take_status(const struct reading *reading, const struct value *status)
{
	int found = -1;

	for (int i = STATUS_DRAFT; status && i <= STATUS_SUPERSEDED; i++)
		if (name_equal(status->plain, text_of(status_names[i])))
			found = i;
	if (found >= 0)
		reading->document->status = found;
	else if (status)
		bad_key(reading, status, "status",
		    "write draft, for approval, approved or superseded");
}

static void
take_audience(const struct reading *reading, const struct value *audience,
    struct exemption *exemption)
{
	if (!audience || name_equal(audience->plain, TEXT("public")))
		return;
	if (!name_equal(audience->plain, TEXT("exempt"))) {
		bad_key(reading, audience, "audience", "write public or exempt");
		return;
	}
	exemption->exempt = true;
	exemption->at = audience->at;
}

static void
take_exemption(const struct reading *reading)
{
	struct document *document = reading->document;
	struct exemption *exemption = &document->exemption;
	const struct value *exempt = key_value(document, "exempt"),
	                   *confidential = key_value(document, "confidential");

	take_audience(reading, key_value(document, "audience"), exemption);
	if (exempt)
		set_exempt(exemption, exempt->plain, exempt->at);
	if (exemption->reason.length == 0)
		exemption->reason = document_words(document, "reason");
	if (confidential) {
		exemption->exempt = exemption->confidential = true;
		exemption->at = confidential->at;
		exemption->reason = confidential->plain;
	}
	exemption->public_title = document_words(document, "public-title");
}

static struct text
default_language(const struct reading *reading)
{
	const struct council *council = reading->council;

	return council && council->language_count > 0 ? council->languages[0] : TEXT("en-GB");
}

void
document_take_facts(const struct reading *reading)
{
	struct document *document = reading->document;
	const struct value *period = key_value(document, "period"), *id = key_value(document, "id");

	document->title = document_words(document, "title");
	document->language = document_words(document, "language");
	if (document->language.length == 0)
		document->language = default_language(reading);
	document->id = id_of_path(reading->arena, document->path);
	document->id_given = id && take_id(reading, id->plain, id->at, &document->id);
	take_status(reading, key_value(document, "status"));
	take_exemption(reading);
	if (period && !period->unclear && !period->when.open)
		document->period = period->when;
}

struct reading
reading_of_part(const struct reading *reading, struct place at)
{
	struct reading part = *reading;

	part.document = document_new(reading->arena, reading->document->path, at);
	part.document->kind = DOCUMENT_part;
	return part;
}

void
place_take_facts(const struct reading *reading, const struct reading *part, struct block *place)
{
	document_take_facts(part);
	if (part->document->exemption.exempt) {
		place->exemption = &part->document->exemption;
		return;
	}
	for (array_each(struct reference *, reference, &part->document->references))
		*array_push(reading->arena, &reading->document->references) = *reference;
}

/* ---- the end ---- */

/* A key that the document cannot do without. */
static void
need_key(const struct reading *reading, const char *key)
{
	const struct document *document = reading->document;
	const struct fact *fact = document_fact(document, key);
	struct text name = name_hyphened(reading->arena, key);

	if (!fact)
		report(reading->diag, document->at, missing_key,
		    text_of(document_kind_called[document->kind]), name);
	else if (text_is_blank(fact->value.plain))
		report(reading->diag, fact->value.at, empty_key, name);
}

void
document_done(const struct reading *reading)
{
	enum document_kind kind = reading->document->kind;

	if (reading->keys_lost)
		return;
	for (size_t i = 0; i < key_count; i++)
		if (key_rows[i].required && (key_rows[i].where & document_bit(kind)))
			need_key(reading, key_rows[i].name);
	if (kind != DOCUMENT_part)
		need_key(reading, "title");
}
