/* SPDX-License-Identifier: MIT */
/*
 * Words to meaning, one line a value: "type role words" give what was read
 * and what was reported. Without an argument the rows below are checked; with
 * one, lines of a file are answered, for the oracle beside this file.
 */
#include <stdio.h>
#include <string.h>

#include "model/messages.h"
#include "read/value.h"

#include "../../base/check.h"

static const struct { const char *word; enum state state; } known[] = {
	{ "Achieved", STATE_MET }, { "Completed", STATE_MET }, { "Done", STATE_MET },
	{ "Met", STATE_MET },
	{ "Not achieved", STATE_NOT_MET }, { "On going", STATE_UNDER_WAY },
	{ "In progress", STATE_UNDER_WAY },
	{ "Yearly", STATE_AT_RHYTHM }, { "Annually", STATE_AT_RHYTHM },
	{ "Quarterly", STATE_AT_RHYTHM },
	{ "Monthly", STATE_AT_RHYTHM }, { "Daily", STATE_AT_RHYTHM },
	{ "As required", STATE_AT_RHYTHM },
	{ "N/A", STATE_NOT_APPLICABLE }, { "TBC", STATE_TO_BE_CONFIRMED },
	{ "To be confirmed", STATE_TO_BE_CONFIRMED },
	{ "None", STATE_ZERO }, { "nil", STATE_ZERO }, { "None undertaken", STATE_NOTHING_DUE },
	{ "None due", STATE_NOTHING_DUE }, { "Not due", STATE_NOT_DUE },
	{ "Not yet available", STATE_NOT_YET_AVAILABLE }, { "Not collected", STATE_NOT_COLLECTED },
	{ "Suppressed", STATE_SUPPRESSED }, { "Not comparable", STATE_NOT_COMPARABLE },
	{ "Data only", STATE_DATA_ONLY }, { "Carried over", STATE_CARRIED_OVER },
};
static const char *const scores[2][3] = { { "Slight", "Moderate", "Severe" },
    { "Rare", "Possible", "Likely" } };
static const char *const approx_names[] = { "", "about", "at-least", "at-most", "over", "under" };
static const char *const exactness_names[] = { "day", "month", "quarter", "season", "year",
    "years" };

static struct style *
make_style(struct arena *arena)
{
	struct style *style = ARENA_NEW(arena, struct style);

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		*array_push(arena, &style->words) = (struct word){ text_of(known[i].word),
		    known[i].state };
	for (int i = 0; i < 3; i++) {
		*array_push(arena, &style->scores.impact) = text_of(scores[0][i]);
		*array_push(arena, &style->scores.likelihood) = text_of(scores[1][i]);
	}
	return style;
}

static void
say(struct buffer *out, const char *word)
{
	if (out->length > 0)
		buffer_byte(out, ' ');
	buffer_string(out, word);
}

static void
say_amount(struct buffer *out, const struct amount *amount, const char *name)
{
	struct arena *arena = out->arena;

	if (!amount->set)
		return;
	say(out, name);
	if (amount->approx)
		say(out, approx_names[amount->approx]);
	say(out, decimal_text(arena, amount->number, false).s);
	if (amount->upper.valid)
		say(out,
		    text_format(arena, "to %s", decimal_text(arena, amount->upper, false).s).s);
	if (amount->of.valid)
		say(out, text_format(arena, "of %s", decimal_text(arena, amount->of, false).s).s);
	if (amount->money)
		say(out, "money");
	if (amount->percent)
		say(out, "percent");
	if (amount->points)
		say(out, "points");
	if (amount->unit.length > 0)
		say(out, text_format(arena, "[%.*s]", TEXT_ARGS(amount->unit)).s);
	if (amount->per.length > 0)
		say(out, text_format(arena, "per %.*s", TEXT_ARGS(amount->per)).s);
	if (amount->above_baseline || amount->below_baseline)
		say(out, amount->above_baseline ? "above" : "below");
}

static void
say_time(struct buffer *out, const struct span_of_time *time)
{
	if (!time->set)
		return;
	if (time->open) {
		say(out, "open");
		return;
	}
	say(out, time->by ? "by" : "when");
	say(out, date_iso(out->arena, time->first).s);
	if (date_compare(time->first, time->last) != 0)
		say(out, date_iso(out->arena, time->last).s);
	say(out, exactness_names[time->exactness]);
}

static void
say_reports(struct buffer *out, const struct diag *diag)
{
	for (size_t i = 0; i < diag->reports.count; i++) {
		const struct report *report = &diag->reports.at[i];

		say(out,
		    text_format(out->arena, "!%s@%d", report->message->name, report->at.column).s);
	}
}

static struct text
meaning(struct arena *arena, struct style *style, enum type type, enum role role, struct text words)
{
	struct diag diag = { .arena = arena };
	struct council council = { .year_starts = { .month = 4, .day = 1 } };
	struct document document = { .period = { .set = true, .first = { 2026, 4, 1 },
	    .last = { 2027, 3, 31 }, .exactness = EXACT_YEAR } };
	struct reading reading = { .arena = arena, .diag = &diag, .council = &council,
	    .style = style, .document = &document };
	struct field field = { .role = role, .type = type, .label = text_of("Field") };
	struct span span = { .kind = SPAN_TEXT, .words = words, .at = { "a.md", 1, 1 } };
	struct block paragraph = { .kind = BLOCK_PARAGRAPH, .spans = &span };
	struct value value = { .field = &field, .at = span.at, .content = &paragraph,
	    .plain = text_trim(words) };
	struct buffer out = { .arena = arena };

	read_value(&reading, &value, type);
	say_amount(&out, &value.amount, "amount");
	if (value.state)
		say(&out, state_names[value.state]);
	say_time(&out, &value.when);
	say_amount(&out, &value.stated, "stated");
	for (size_t i = 0; i < value.milestones.count; i++) {
		say_time(&out, &value.milestones.at[i].when);
		say_amount(&out, &value.milestones.at[i].amount, "is");
	}
	for (size_t i = 0; i < value.treatments.count; i++)
		say(&out, text_format(arena, "treatment %d", value.treatments.at[i].kind).s);
	if (type == TYPE_YES_NO && !value.unclear && !value.state)
		say(&out, value.yes ? "yes" : "no");
	if (value.provisional)
		say(&out, "provisional");
	if (value.revised)
		say(&out, "revised");
	if (value.unclear)
		say(&out, "unclear");
	say_reports(&out, &diag);
	return text_of(text_string(arena, buffer_view(&out)));
}

static struct text
answer(struct arena *arena, struct style *style, const char *type, const char *role,
    struct text words)
{
	return meaning(arena, style, (enum type)type_find(text_of(type)), role_find(text_of(role)),
	    words);
}

static const char *const rows[][4] = {
#define A(words, is) { "value", "actual", words, is },
#define T(words, is) { "value", "target", words, is },
#define D(words, is) { "date", "date", words, is },
#define P(words, is) { "period", "period", words, is },
#include "values.def"
};

/* Answers lines "type<TAB>role<TAB>words" of a file, a line each. */
static int
answer_lines(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[4096];

	if (!file)
		return 2;
	while (fgets(line, sizeof line, file)) {
		struct arena *arena = arena_new();
		char *rest, *type = strtok_r(line, "\t", &rest),
		            *role = strtok_r(NULL, "\t", &rest);
		char *words = strtok_r(NULL, "\n", &rest);

		puts(answer(arena, make_style(arena), type, role, text_of(words ? words : "")).s);
		arena_drop(arena);
	}
	fclose(file);
	return 0;
}

int
main(int count, char **words)
{
	struct arena *arena = arena_new();
	struct style *style = make_style(arena);

	if (count > 1) {
		arena_drop(arena);
		return answer_lines(words[1]);
	}
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct text is = answer(arena, style, rows[i][0], rows[i][1], text_of(rows[i][2]));

		check_case(text_is(is, rows[i][3]), "%s: \"%s\" is \"%s\", not \"%s\"", rows[i][1],
		    rows[i][2], is.s, rows[i][3]);
	}
	arena_drop(arena);
	return check_status();
}
