/* SPDX-License-Identifier: MIT */
/*
 * Reports are sorted, told once, counted, and go through a pipe.
 */
#include "base/diag.h"

#include "check.h"

static const struct message message_unknown_link = {
	"unknown_link", SEVERITY_ERROR, "\"{1}\" is no priority, record or reference",
	"did you mean {2}?", "",
};
static const struct message message_late = { "late", SEVERITY_WARNING, "{1}{1} {5} {} {2", "", "" };
static const struct message message_remark = { "remark", SEVERITY_NOTE, "{3}", NULL, NULL };

static const struct place top = { "plan.md", 1, 1 };

static struct diag
new_diag(struct arena *arena)
{
	return (struct diag){ .arena = arena };
}

static void
check_texts(struct arena *arena)
{
	struct diag diag = new_diag(arena);
	char word[] = "P21";
	struct report *report;

	report = report(&diag, top, unknown_link, text_of(word), TEXT("P2 \"{1}\""));
	word[0] = 'Q';
	CHECK_TEXT(report_text(arena, report), "\"P21\" is no priority, record or reference");
	CHECK_TEXT(report_help(arena, report), "did you mean P2 \"{1}\"?");
	CHECK_TEXT(message_name(arena, report->message), "unknown-link");
	report = report(&diag, top, late, TEXT("ab"));
	CHECK_TEXT(report_text(arena, report), "abab {5} {} {2");
	CHECK_TEXT(report_help(arena, report), "");
	report_also(report, (struct place){ "plan.md", 47, 3 });
	CHECK_TEXT(report_help(arena, report), "see line 47");
	report_also(report, (struct place){ "other.md", 47, 3 });
	CHECK_TEXT(report_help(arena, report), "see other.md:47:3");
	report = report(&diag, top, remark, TEXT(""), TEXT(""), TEXT("third"));
	CHECK_TEXT(report_text(arena, report), "third");
	CHECK_TEXT(report_help(arena, report), "");
	CHECK_TEXT(place_text(arena, (struct place){ "a", 0, 0 }, "b"), "a");
	CHECK_TEXT(place_text(arena, (struct place){ "a", 2, 3 }, NULL), "a:2:3");
}

static void
check_statuses(struct arena *arena)
{
	struct diag diag = new_diag(arena);
	int plan, pack;

	CHECK(diag_status(&diag) == 0);
	diag.about = &plan;
	report(&diag, top, remark);
	report(&diag, top, late);
	CHECK(diag_status(&diag) == 0 && !diag_unsound(&diag, &plan));
	diag.fatal_warnings = true;
	CHECK(diag_status(&diag) == 1 && diag_unsound(&diag, &plan) && !diag_unsound(&diag, &pack));
	diag.fatal_warnings = false;
	diag.about = &pack;
	report(&diag, top, late)->severity = SEVERITY_ERROR;
	CHECK(diag_status(&diag) == 1 && diag_unsound(&diag, &pack) && !diag_unsound(&diag, &plan));
	diag.failed = true;
	CHECK(diag_status(&diag) == 3);
}

/* Reports in their order, as "file:line:column name word|". */
static struct text
order_of(struct arena *arena, const struct diag *diag)
{
	struct buffer out = { .arena = arena };

	for (array_each(const struct report, report, &diag->reports)) {
		buffer_format(&out, "%s:%d:%d %s ", report->at.file ? report->at.file : "",
		    report->at.line, report->at.column, report->message->name);
		buffer_text(&out, report->words[0]);
		buffer_byte(&out, '|');
	}
	return buffer_view(&out);
}

static void
check_sorting(struct arena *arena)
{
	static const struct place places[] = {
		{ "b.md", 1, 1 }, { "a.md", 10, 2 }, { "a.md", 9, 3 }, { "a.md", 10, 1 },
		{ "a.md", 0, 0 }, { NULL, 0, 0 },
	};
	struct diag diag = new_diag(arena);

	diag_sort(&diag);
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		report(&diag, places[i], unknown_link, TEXT("x"));
	report(&diag, places[1], unknown_link, TEXT("b"));
	report(&diag, places[1], late, TEXT("z"));
	report(&diag, places[1], unknown_link, TEXT("a"));
	report(&diag, places[1], unknown_link, TEXT("a"));
	diag_sort(&diag);
	CHECK_TEXT(order_of(arena, &diag),
	    ":0:0 unknown_link x|a.md:0:0 unknown_link x|a.md:9:3 unknown_link x|"
	    "a.md:10:1 unknown_link x|a.md:10:2 late z|a.md:10:2 unknown_link a|a.md:10:2 unknown_link b|"
	    "a.md:10:2 unknown_link x|b.md:1:1 unknown_link x|");
}

/* The same in a part that two documents place: both are unsound, one line is printed. */
static void
check_repeats(struct arena *arena)
{
	struct diag diag = new_diag(arena);
	int documents[2];

	for (int i = 0; i < 6; i++) {
		diag.about = &documents[i % 2];
		report(&diag, top, unknown_link, TEXT("x"));
	}
	diag_sort(&diag);
	CHECK(diag.reports.count == 2);
	CHECK(!diag_repeats(&diag, &diag.reports.at[0]) &&
	    diag_repeats(&diag, &diag.reports.at[1]));
	CHECK(diag_unsound(&diag, &documents[0]) && diag_unsound(&diag, &documents[1]));
	report(&diag, top, unknown_link, TEXT("x"))->also = (struct place){ "a.md", 1, 1 };
	diag_sort(&diag);
	CHECK(diag.reports.count == 3);
}

static void
check_packing(struct arena *arena)
{
	struct diag diag = new_diag(arena), all = new_diag(arena);
	struct text bytes;
	int document;

	diag_pack(&diag, &bytes);
	CHECK(bytes.length == 0 && diag_unpack(&all, bytes) && all.reports.count == 0);
	diag.about = &document;
	report_also(report(&diag, top, unknown_link, TEXT("one"), TEXT(""), TEXT("three"),
	    TEXT("four")),
	    (struct place){ "other.md", 3, 4 });
	report(&diag, ((struct place){ NULL, 0, 0 }), late, TEXT("two"))->severity = SEVERITY_NOTE;
	diag_pack(&diag, &bytes);
	CHECK(diag_unpack(&all, text_copy(arena, bytes)) && all.reports.count == 2);
	CHECK_TEXT(order_of(arena, &all), "plan.md:1:1 unknown_link one|:0:0 late two|");
	CHECK(all.reports.at[0].about == &document && all.reports.at[0].words[1].length == 0);
	CHECK_TEXT(all.reports.at[0].words[3], "four");
	CHECK_TEXT(place_text(arena, all.reports.at[0].also, NULL), "other.md:3:4");
	CHECK(!all.reports.at[1].at.file && !all.reports.at[1].also.file &&
	    all.reports.at[1].severity == SEVERITY_NOTE);
	for (size_t cut = 1; cut < bytes.length; cut++) {
		struct diag part = new_diag(arena);
		bool whole = diag_unpack(&part, text_copy(arena, text_slice(bytes, 0, cut)));

		check_case(!whole || part.reports.count == 1, "%zu of %zu bytes are taken", cut,
		    bytes.length);
	}
}

static void fall(void) { die("%s: no space left, %d%% written", "out/plan.pdf", 40); }

int
main(void)
{
	struct arena *arena = arena_new();
	struct text said;

	check_texts(arena);
	check_statuses(arena);
	check_sorting(arena);
	check_repeats(arena);
	check_packing(arena);
	CHECK(status_of(fall, arena, &said) == 3);
	CHECK_TEXT(said, "planpress: out/plan.pdf: no space left, 40% written\n");
	arena_drop(arena);
	return check_status();
}
