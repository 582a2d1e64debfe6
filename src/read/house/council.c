/* SPDX-License-Identifier: MIT */
/*
 * council.yaml: the facts of the whole council, its holidays, and the things
 * outside the corpus that links may name. What is missing has a default; what
 * is not known is an error at its place.
 */
#include "base/near.h"
#include "model/messages.h"
#include "read/house/house.h"
#include "read/grid.h"
#include "read/value.h"
#include "read/yaml.h"

static const char *const jurisdictions[] = { "england", "wales", "scotland", "northern-ireland" };

enum key {
	NAME, SHORT_NAME, NAME_CY, JURISDICTION, LANGUAGES, FINANCIAL_YEAR, HOLIDAYS, STYLE,
	STATUS_RULE, REFERENCES, ADDRESS, WEBSITE, CONTACT, PDF, KEYS
};
static const char *const keys[KEYS] = {
	[NAME] = "name", [SHORT_NAME] = "short-name", [NAME_CY] = "name (cy)",
	[JURISDICTION] = "jurisdiction", [LANGUAGES] = "languages",
	[FINANCIAL_YEAR] = "financial-year", [HOLIDAYS] = "holidays", [STYLE] = "style",
	[STATUS_RULE] = "status-rule", [REFERENCES] = "references", [ADDRESS] = "address",
	[WEBSITE] = "website", [CONTACT] = "contact", [PDF] = "pdf",
};

static int
index_of(struct text key, const char *const *names, int count)
{
	while (--count >= 0 && !name_equal(key, text_of(names[count])))
		;
	return count;
}

static struct text
nearest(struct arena *arena, struct text typed, const char *const *names, int count)
{
	struct near near = near_begin(arena, typed);

	for (int i = 0; i < count; i++)
		near_try(&near, text_of(names[i]));
	return near_help(&near, "");
}

/* ---- references ---- */

static void
read_also(struct arena *arena, struct diag *diag, const struct yaml *node,
    struct reference *reference)
{
	ARRAY(struct text, names) also = { 0 };

	if (node->kind == YAML_WORDS && node->words.length > 0)
		*array_push(arena, &also) = node->words;
	for (const struct yaml *item = node->first; item; item = item->next) {
		if (item->kind == YAML_WORDS)
			*array_push(arena, &also) = item->words;
		else
			report(diag, item->at, bad_yaml, TEXT("another name should stand here"),
			    TEXT("write `also: [Canal Strategy]`"));
	}
	reference->also = also.at;
	reference->also_count = also.count;
}

static void
read_reference(struct arena *arena, struct diag *diag, const struct yaml *node,
    struct reference *reference)
{
	static const char *const parts[] = { "sort", "address", "also" };
	static const char *const sorts[] = { "act", "strategy", "policy", "partner", "other" };

	for (const struct yaml *said = node->first; said; said = said->next)
		switch (index_of(said->key, parts, 3)) {
		case 0:
			if (index_of(said->words, sorts, 5) < 0)
				report(diag, said->at, bad_key, said->words,
				    TEXT("sort of reference"),
				    TEXT("write act, strategy, policy, partner or other"));
			reference->sort = said->words;
			break;
		case 1: reference->address = said->words; break;
		case 2: read_also(arena, diag, said, reference); break;
		default:
			report(diag, said->key_at, unknown_key, said->key, TEXT("a reference"),
			    nearest(arena, said->key, parts, 3));
			break;
		}
}

void
read_references(struct arena *arena, struct diag *diag, const struct yaml *map,
    struct references *references)
{
	if (map->kind != YAML_MAP && (map->first || map->words.length > 0))
		report(diag, map->at, bad_yaml,
		    TEXT("names with what is known of them should stand here"),
		    TEXT("write `Rivers Partnership: {sort: partner}`"));
	for (const struct yaml *node = map->first; node && map->kind == YAML_MAP;
	    node = node->next) {
		struct reference *reference = ARENA_NEW(arena, struct reference);

		reference->at = node->key_at;
		reference->name = node->key;
		reference->sort = TEXT("other");
		read_reference(arena, diag, node, reference);
		*array_push(arena, references) = reference;
	}
}

/* ---- holidays ---- */

/* 2026-12-25, 25/12/2026 or 25 December 2026; else what is wrong with it. */
static struct date
read_holiday(struct house *house, const struct council *council, struct text words,
    struct text why[2])
{
	const struct reading reading = { .arena = house->arena, .council = council };
	struct span_of_time time;
	enum time_found found = read_time(&reading, words, &time, NULL, why);

	if (found == TIME_FOUND && !time.open && !time.by &&
	    date_compare(time.first, time.last) == 0)
		return time.first;
	if (found != TIME_WRONG)
		why[0] = text_format(house->arena, "\"%.*s\" is no date", TEXT_ARGS(words));
	if (why[1].length == 0)
		why[1] = TEXT("write it as 2026-12-25");
	return (struct date){ 0 };
}

void
take_holidays(struct house *house, struct council *council, const struct grid *grid)
{
	ARRAY(struct date, dates) dates = { 0 };

	for (size_t i = 1; i < grid->rows.count; i++) {
		const struct grid_row *row = &grid->rows.at[i];
		struct text words = row->cells.count > 0 ? text_trim(row->cells.at[0].source)
		    : TEXT("");
		struct text why[2];
		struct date date = read_holiday(house, council, words, why);

		if (date_is_set(date))
			*array_push(house->arena, &dates) = date;
		else
			report(house->diag, row->at, bad_date, why[0], why[1]);
	}
	council->holidays = dates.at;
	council->holiday_count = dates.count;
}

/* ---- the file ---- */

/* "1 April": day and month, in a year without a leap day. */
static void
read_year_start(struct house *house, const struct yaml *node, struct council *council)
{
	static const char *const parts[] = { "starts" };
	const struct yaml *starts = yaml_find(node, "starts");
	struct text words = starts ? starts->words : TEXT("");
	size_t space = text_find_byte(words, ' ', 0);
	struct decimal day = decimal_parse(text_slice(words, 0, space));
	int month = space < words.length ? month_of_name(text_trim(text_from(words, space))) : 0;
	bool is_day = day.valid && day.scale == 0 && day.units > 0 && day.units < 32;
	struct date date = { 2001, (int8_t)month, (int8_t)(is_day ? day.units : 0) };

	for (const struct yaml *said = node->first; said; said = said->next)
		if (index_of(said->key, parts, 1) < 0)
			report(house->diag, said->key_at, unknown_key, said->key,
			    TEXT("a financial year"),
			    nearest(house->arena, said->key, parts, 1));
	if (month > 0 && date_is_valid(date))
		council->year_starts = date;
	else
		report(house->diag, starts ? starts->at : node->at, bad_key,
		    starts ? words : node->words,
		    TEXT("first day of a financial year"),
		    TEXT("write `starts: 1 April`"));
}

static void
read_languages(struct house *house, const struct yaml *node, struct council *council)
{
	ARRAY(struct text, tags) tags = { 0 };

	if (node->kind == YAML_WORDS)
		*array_push(house->arena, &tags) = node->words;
	for (const struct yaml *item = node->first; item; item = item->next)
		*array_push(house->arena, &tags) = item->words;
	if (tags.count == 0)
		return;
	council->languages = tags.at;
	council->language_count = tags.count;
}

static void
read_jurisdiction(struct house *house, const struct yaml *node, struct council *council)
{
	int found = index_of(node->words, jurisdictions, 4);

	if (found >= 0)
		council->jurisdiction = (enum jurisdiction)found;
	else
		report(house->diag, node->at, bad_key, node->words, TEXT("jurisdiction"),
		    TEXT("write england, wales, scotland or northern-ireland"));
}

static void
read_pdf_version(struct house *house, const struct yaml *node, struct council *council)
{
	static const char *const versions[] = { "1.7", "2.0" };
	int found = index_of(node->words, versions, 2);

	if (found >= 0)
		council->pdf = found == 0 ? PDF_1_7 : PDF_2_0;
	else
		report(house->diag, node->at, bad_key, node->words, TEXT("pdf"),
		    TEXT("write 1.7 or 2.0"));
}

static void
read_key(struct house *house, const struct yaml *node, int key, struct council *council)
{
	struct text *const words[KEYS] = {
		[NAME] = &council->name, [SHORT_NAME] = &council->short_name,
		[NAME_CY] = &council->name_cy, [STATUS_RULE] = &council->status_rule,
		[ADDRESS] = &council->address, [WEBSITE] = &council->website,
		[CONTACT] = &council->contact,
	};

	switch (key) {
	case JURISDICTION: read_jurisdiction(house, node, council); break;
	case LANGUAGES: read_languages(house, node, council); break;
	case PDF: read_pdf_version(house, node, council); break;
	case STYLE:
		council->style = node->words;
		read_style(house, node->words, node->at);
		break;
	case FINANCIAL_YEAR: read_year_start(house, node, council); break;
	case HOLIDAYS:
		council->holidays_path = node->words;
		house->holidays_at = node->at;
		break;
	case REFERENCES:
		read_references(house->arena, house->diag, node, &council->references);
		break;
	default:
		if (node->kind == YAML_WORDS)
			*words[key] = node->words;
		else
			report(house->diag, node->at, bad_yaml, TEXT("words should stand here"),
			    TEXT(""));
	}
}

static void
read_keys(struct house *house, const struct yaml *says, struct council *council)
{
	for (const struct yaml *node = says->first; node; node = node->next) {
		int key = index_of(node->key, keys, KEYS);

		if (key < 0)
			report(house->diag, node->key_at, unknown_key, node->key,
			    TEXT("council.yaml"), nearest(house->arena, node->key, keys, KEYS));
		else
			read_key(house, node, key, council);
	}
	for (int key = NAME; key <= JURISDICTION; key += JURISDICTION - NAME)
		if (!yaml_find(says, keys[key]))
			report(house->diag, says->at, missing_key, TEXT("council.yaml"),
			    text_of(keys[key]));
}

void
read_council(struct house *house, struct council *council)
{
	struct source_file *file = source_at(house->sources, TEXT("council.yaml"));
	struct text bytes;

	*council = (struct council){ .year_starts = { 2001, 4, 1 }, .style = TEXT("council"),
	    .none = !file };
	council->languages = arena_copy(house->arena, &TEXT("en-GB"), sizeof(struct text));
	council->language_count = 1;
	if (!file)
		return;
	file->used = true;
	if (source_text(house->sources, file, house->diag, &bytes))
		read_keys(house, read_yaml(house->arena, house->diag, file->file, bytes, 1),
		    council);
	if (council->short_name.length == 0)
		council->short_name = council->name;
}
