/* SPDX-License-Identifier: MIT */
/*
 * What is printed of reports, to the byte, whatever the source holds.
 */
#include "base/diag.h"

#include <stdlib.h>

#include "base/file.h"
#include "check.h"

static const struct message message_unknown_link = {
	"unknown_link", SEVERITY_ERROR, "\"{1}\" is no priority, record or reference", "{2}",
	"A link names …",
};
static const struct message message_double_field = { "double_field", SEVERITY_WARNING,
    "\"{1}\" is given twice", "", "" };

static struct arena *arena;

/* All that a diag prints in a format. */
static struct text
printed(struct diag *diag, enum diag_format format)
{
	char *s = NULL;
	size_t length = 0;
	FILE *file = open_memstream(&s, &length);
	struct text text;

	diag_print(diag, file, format);
	fclose(file);
	text = text_copy(arena, (struct text){ s, length });
	free(s);
	return text;
}

/* The lines below the first of a report at a place of a source "plan.md". */
static struct text
shown(struct text source, int line, int column)
{
	struct diag diag = { .arena = arena };
	struct text all;

	file_write("plan.md", source);
	report(&diag, ((struct place){ "plan.md", line, column }), unknown_link, TEXT("P21"));
	all = printed(&diag, DIAG_TEXT);
	return text_from(all, text_find_byte(all, '\n', 0) + 1);
}

static void
check_source_lines(void)
{
	struct text two = TEXT("# Plan\n\n- Links: P21\r\n\tTŷ P21 \x1B[31m\xFF\u202Ex\n\nlast");

	CHECK_TEXT(shown(two, 3, 10), "  - Links: P21\n           ^\n");
	CHECK_TEXT(shown(two, 4, 2), "  \tTŷ P21 \uFFFD[31m\uFFFD\uFFFDx\n  \t^\n");
	CHECK_TEXT(shown(two, 4, 5), "  \tTŷ P21 \uFFFD[31m\uFFFD\uFFFDx\n  \t   ^\n");
	CHECK_TEXT(shown(two, 4, 16), "  \tTŷ P21 \uFFFD[31m\uFFFD\uFFFDx\n  \t              ^\n");
	CHECK_TEXT(shown(two, 6, 5), "  last\n      ^\n");
	CHECK_TEXT(shown(two, 6, 500), "  last\n      ^\n");
	CHECK_TEXT(shown(two, 6, 0), "  last\n");
	CHECK_TEXT(shown(two, 2, 1), "");		/* nothing stands there */
	CHECK_TEXT(shown(two, 7, 1), "");
	CHECK_TEXT(shown(two, 0, 0), "");
	CHECK_TEXT(shown(TEXT(""), 1, 1), "");
	CHECK_TEXT(shown(TEXT("\xEF\xBB\xBFkind: plan\n"), 1, 7), "  kind: plan\n        ^\n");
	CHECK_TEXT(shown(TEXT("日本e\u0301 x"), 1, 6), "  日本e\u0301 x\n        ^\n");
	CHECK_TEXT(shown(TEXT("a\0b"), 1, 3), "  a\uFFFDb\n    ^\n");
}

static void
check_long_lines(void)
{
	struct buffer line = { .arena = arena };

	for (int i = 100; i < 200; i++)
		buffer_format(&line, "w%d ", i);
	CHECK_TEXT(shown(buffer_view(&line), 1, 1),
	    "  w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 w110 w111 w112 w113 w114 w115 w116 w117 w118 w119 …\n"
	    "  ^\n");
	CHECK_TEXT(shown(buffer_view(&line), 1, 251),
	    "  … w139 w140 w141 w142 w143 w144 w145 w146 w147 w148 w149 w150 w151 w152 w153 w154 w155 w156 w157 …\n"
	    "                                                           ^\n");
	CHECK_TEXT(shown(buffer_view(&line), 1, 496),
	    "  … w180 w181 w182 w183 w184 w185 w186 w187 w188 w189 w190 w191 w192 w193 w194 w195 w196 w197 w198 w199\n"
	    "                                                                                                   ^\n");
	line.length = 0;
	for (int i = 0; i < 300; i++)
		buffer_string(&line, "ŷ");
	CHECK(
	    utf8_count(shown(buffer_view(&line), 1, 150)) == 2 + 2 + 100 + 2 + 1 + 2 + 2 + 60 + 2);
}

/*
 * A hostile source: one line of 8 MB with a report at each 800th byte; it
 * must not be walked anew for each.
 */
static void
check_time(void)
{
	struct diag diag = { .arena = arena };
	size_t size = 8 << 20;
	char *s = arena_alloc(arena, size);
	struct text all;

	memset(s, 'x', size);
	file_write("plan.md", (struct text){ s, size });
	for (int column = 1; column < (int)size; column += 800)
		report(&diag, ((struct place){ "plan.md", 1, column }), unknown_link, TEXT("x"));
	alarm(60);
	all = printed(&diag, DIAG_TEXT);
	alarm(0);
	CHECK(all.length > 2000000);
}

static struct diag
sample(void)
{
	struct diag diag = { .arena = arena };
	static int documents[2];

	file_write("a \"b\".md", TEXT("Links: P21\nAim: x\n"));
	report(&diag, ((struct place){ "a \"b\".md", 1, 8 }), unknown_link, TEXT("P21\n\x1B{x}"),
	    TEXT("did you mean P2?"));
	diag.about = &documents[0];
	report_also(report(&diag, ((struct place){ "a \"b\".md", 2, 1 }), double_field,
	    TEXT("Aim\\\xFF")), (struct place){ "b.md", 7, 3 });
	diag.about = &documents[1];
	report_also(report(&diag, ((struct place){ "a \"b\".md", 2, 1 }), double_field,
	    TEXT("Aim\\\xFF")), (struct place){ "b.md", 7, 3 });
	report(&diag, ((struct place){ "gone.md", 3, 0 }), unknown_link, TEXT("x"));
	report(&diag, ((struct place){ "gone.md", 0, 0 }), unknown_link, TEXT("x"));
	report(&diag, ((struct place){ NULL, 0, 0 }), unknown_link, TEXT("x"));
	return diag;
}

static void
check_formats(void)
{
	struct diag diag = sample(), none = { .arena = arena };

	CHECK_TEXT(printed(&diag, DIAG_TEXT),
	    "planpress: error: \"x\" is no priority, record or reference [unknown-link]\n"
	    "a \"b\".md:1:8: error: \"P21 \uFFFD{x}\" is no priority, record or reference [unknown-link]\n"
	    "  Links: P21\n"
	    "         ^\n"
	    "  help: did you mean P2?\n"
	    "a \"b\".md:2:1: warning: \"Aim\\\uFFFD\" is given twice [double-field]\n"
	    "  Aim: x\n"
	    "  ^\n"
	    "  help: see b.md:7:3\n"
	    "gone.md: error: \"x\" is no priority, record or reference [unknown-link]\n"
	    "gone.md:3: error: \"x\" is no priority, record or reference [unknown-link]\n");
	CHECK_TEXT(printed(&none, DIAG_TEXT), "");
	CHECK_TEXT(printed(&diag, DIAG_JSON),
	    "[\n"
	    "{\"severity\":\"error\",\"name\":\"unknown-link\",\"text\":\"\\\"x\\\" is no priority, record or reference\"},\n"
	    "{\"file\":\"a \\\"b\\\".md\",\"line\":1,\"column\":8,\"severity\":\"error\",\"name\":\"unknown-link\","
	    "\"text\":\"\\\"P21\\n\\u001b{x}\\\" is no priority, record or reference\",\"help\":\"did you mean P2?\"},\n"
	    "{\"file\":\"a \\\"b\\\".md\",\"line\":2,\"column\":1,\"severity\":\"warning\",\"name\":\"double-field\","
	    "\"text\":\"\\\"Aim\\\\\uFFFD\\\" is given twice\",\"help\":\"see b.md:7:3\",\"also\":{\"file\":\"b.md\",\"line\":7,\"column\":3}},\n"
	    "{\"file\":\"gone.md\",\"severity\":\"error\",\"name\":\"unknown-link\",\"text\":\"\\\"x\\\" is no priority, record or reference\"},\n"
	    "{\"file\":\"gone.md\",\"line\":3,\"severity\":\"error\",\"name\":\"unknown-link\",\"text\":\"\\\"x\\\" is no priority, record or reference\"}\n"
	    "]\n");
	CHECK_TEXT(printed(&none, DIAG_JSON), "[]\n");
}

#define SCHEMA "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\n\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":["
#define PLACE "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"

static void
check_sarif(void)
{
	struct diag diag = sample(), none = { .arena = arena };
	struct text text = printed(&diag, DIAG_SARIF);
	static const char *const parts[] = {
		SCHEMA "\n{\"ruleId\":\"unknown-link\",\"ruleIndex\":0,\"level\":\"error\",\"message\":{\"text\":\"\\\"x\\\" is no",
		"\"text\":\"\\\"P21\\n\\u001b{{x}}\\\" is no priority, record or reference\\nhelp: did you mean P2?\"},"
		"\"locations\":[" PLACE "\"a%20%22b%22.md\"},\"region\":{\"startLine\":1,\"startColumn\":8}}}]},\n",
		"{\"ruleId\":\"double-field\",\"ruleIndex\":1,\"level\":\"warning\"",
		"\"relatedLocations\":[" PLACE "\"b.md\"},\"region\":{\"startLine\":7,\"startColumn\":3}}}]},\n",
		"\"locations\":[" PLACE "\"gone.md\"}}}]},\n",
		"\"locations\":[" PLACE "\"gone.md\"},\"region\":{\"startLine\":3}}}]}],\n",
		"\"tool\":{\"driver\":{\"name\":\"planpress\",\"rules\":[\n{\"id\":\"unknown-link\",\"shortDescription\":"
		"{\"text\":\"\\\"…\\\" is no priority, record or reference\"},\"help\":{\"text\":\"A link names …\"},"
		"\"defaultConfiguration\":{\"level\":\"error\"}},\n{\"id\":\"double-field\",",
		"\"defaultConfiguration\":{\"level\":\"warning\"}}]}}}]}\n",
	};
	size_t at = 0;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t found = text_find(text, text_of(parts[i]), at);

		check_case(found < text.length, "part %zu is not found after byte %zu of %.*s", i,
		    at, TEXT_ARGS(text));
		at = found < text.length ? found : at;
	}
	CHECK_TEXT(printed(&none, DIAG_SARIF),
	    SCHEMA "],\n\"tool\":{\"driver\":{\"name\":\"planpress\",\"rules\":[]}}}]}\n");
}

static void
print_to_full_disk(void)
{
	struct diag diag = sample();
	FILE *file = fopen("/dev/full", "w");

	if (file)
		diag_print(&diag, file, DIAG_JSON);
}

int
main(void)
{
	char folder[] = "/tmp/planpress-test-XXXXXX";
	struct text said;

	arena = arena_new();
	CHECK(mkdtemp(folder) && chdir(folder) == 0);
	check_source_lines();
	check_long_lines();
	check_time();
	check_formats();
	check_sarif();
	CHECK(status_of(print_to_full_disk, arena, &said) == 3);
	CHECK_TEXT(said, "planpress: the messages cannot be written: No space left on device\n");
	file_remove("plan.md");
	file_remove("a \"b\".md");
	CHECK(chdir("/") == 0 && rmdir(folder) == 0);
	arena_drop(arena);
	return check_status();
}
