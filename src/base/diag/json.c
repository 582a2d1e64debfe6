/* SPDX-License-Identifier: MIT */
/*
 * Reports for other programs: an array of JSON objects, or a log of SARIF
 * 2.1.0 (OASIS standard), as code hosts and editors read it.
 *
 * Both are UTF-8 whatever the sources hold. A location of SARIF names a file
 * by a URI reference (RFC 3986): other bytes than unreserved ones and "/" go
 * as %XX.
 */
#include "base/diag.h"

#include <string.h>

static void
add_string(struct buffer *out, struct text text)
{
	buffer_byte(out, '"');
	for (size_t at = 0; at < text.length;) {
		uint32_t c = utf8_next(text, &at);

		if (c == '"' || c == '\\')
			buffer_format(out, "\\%c", (int)c);
		else if (c == '\n')
			buffer_string(out, "\\n");
		else if (c < 0x20 || c == 0x7F)
			buffer_format(out, "\\u%04x", (unsigned)c);
		else
			buffer_code_point(out, c);
	}
	buffer_byte(out, '"');
}

/* Opens the next member of an object; before is what stands between. */
static void
add_text(struct buffer *out, const char *before, const char *name, struct text text)
{
	buffer_format(out, "%s\"%s\":", before, name);
	add_string(out, text);
}

static void
add_place(struct buffer *out, struct place at)
{
	add_text(out, "", "file", text_of(at.file));
	if (at.line > 0)
		buffer_format(out, ",\"line\":%d", at.line);
	if (at.line > 0 && at.column > 0)
		buffer_format(out, ",\"column\":%d", at.column);
}

static void
add_report(struct buffer *out, const struct report *report)
{
	struct text help = report_help(out->arena, report);

	buffer_byte(out, '{');
	if (report->at.file) {
		add_place(out, report->at);
		buffer_byte(out, ',');
	}
	add_text(out, "", "severity", text_of(severity_name(report->severity)));
	add_text(out, ",", "name", message_name(out->arena, report->message));
	add_text(out, ",", "text", report_text(out->arena, report));
	if (help.length)
		add_text(out, ",", "help", help);
	if (report->also.file) {
		buffer_string(out, ",\"also\":{");
		add_place(out, report->also);
		buffer_byte(out, '}');
	}
	buffer_byte(out, '}');
}

void
diag_print_json(const struct diag *diag, struct buffer *out)
{
	const char *between = "[\n";

	for (array_each(const struct report, report, &diag->reports)) {
		if (diag_repeats(diag, report))
			continue;
		buffer_string(out, between);
		add_report(out, report);
		between = ",\n";
	}
	buffer_string(out, diag->reports.count ? "\n]\n" : "[]\n");
}

static void
add_uri(struct buffer *out, const char *path)
{
	buffer_string(out, *path == '/' ? "file://" : "");
	for (; *path; path++) {
		unsigned char c = (unsigned char)*path;

		if (('0' <= c && c <= '9') || ('a' <= (c | 0x20) && (c | 0x20) <= 'z') ||
		    strchr("-._~/", c))
			buffer_byte(out, (char)c);
		else
			buffer_format(out, "%%%02X", (unsigned)c);
	}
}

static void
add_location(struct buffer *out, struct place at)
{
	buffer_string(out, "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
	add_uri(out, at.file);
	buffer_string(out, "\"}");
	if (at.line > 0)
		buffer_format(out, ",\"region\":{\"startLine\":%d", at.line);
	if (at.line > 0 && at.column > 0)
		buffer_format(out, ",\"startColumn\":%d", at.column);
	buffer_string(out, at.line > 0 ? "}}}" : "}}");
}

/* A message of SARIF: braces of its words are doubled (3.11.5). */
static void
add_message(struct buffer *out, const char *before, const char *name, struct text text)
{
	struct buffer doubled = { .arena = out->arena };

	for (size_t at = 0; at < text.length; at++) {
		if (text.s[at] == '{' || text.s[at] == '}')
			buffer_byte(&doubled, text.s[at]);
		buffer_byte(&doubled, text.s[at]);
	}
	buffer_format(out, "%s\"%s\":{", before, name);
	add_text(out, "", "text", buffer_view(&doubled));
	buffer_byte(out, '}');
}

ARRAY(const struct message *, rules);

/* The number of a rule; each stands once, in the order of first use. */
static size_t
rule_number(struct arena *arena, struct rules *rules, const struct message *message)
{
	size_t number = 0;

	while (number < rules->count && rules->at[number] != message)
		number++;
	if (number == rules->count)
		*array_push(arena, rules) = message;
	return number;
}

/* A rule is described by its message with open words, and by the long help. */
static void
add_rule(struct buffer *out, const struct message *message)
{
	const struct report open = { .message = message,
	    .words = { TEXT("…"), TEXT("…"), TEXT("…"), TEXT("…") } };

	buffer_byte(out, '{');
	add_text(out, "", "id", message_name(out->arena, message));
	add_message(out, ",", "shortDescription", report_text(out->arena, &open));
	if (message->explain && *message->explain)
		add_message(out, ",", "help", text_of(message->explain));
	buffer_format(out, ",\"defaultConfiguration\":{\"level\":\"%s\"}}",
	    severity_name(message->severity));
}

static void
add_result(struct buffer *out, const struct report *report, size_t rule)
{
	struct text text = report_text(out->arena, report);
	struct text help = report_help(out->arena, report);

	if (help.length)
		text = text_format(out->arena, "%.*s\nhelp: %.*s", TEXT_ARGS(text),
		    TEXT_ARGS(help));
	buffer_byte(out, '{');
	add_text(out, "", "ruleId", message_name(out->arena, report->message));
	buffer_format(out, ",\"ruleIndex\":%zu,\"level\":\"%s\"", rule,
	    severity_name(report->severity));
	add_message(out, ",", "message", text);
	if (report->at.file) {
		buffer_string(out, ",\"locations\":[");
		add_location(out, report->at);
		buffer_byte(out, ']');
	}
	if (report->also.file) {
		buffer_string(out, ",\"relatedLocations\":[");
		add_location(out, report->also);
		buffer_byte(out, ']');
	}
	buffer_byte(out, '}');
}

static void
add_results(struct buffer *out, const struct diag *diag, struct rules *rules)
{
	const char *between = "\n";

	for (array_each(const struct report, report, &diag->reports)) {
		if (diag_repeats(diag, report))
			continue;
		buffer_string(out, between);
		add_result(out, report, rule_number(out->arena, rules, report->message));
		between = ",\n";
	}
}

void
diag_print_sarif(const struct diag *diag, struct buffer *out)
{
	struct rules rules = { 0 };
	const char *between = "\n";

	buffer_string(out, "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
	    "errata01/os/schemas/sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\n"
	    "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[");
	add_results(out, diag, &rules);
	buffer_string(out, "],\n\"tool\":{\"driver\":{\"name\":\"planpress\",\"rules\":[");
	for (array_each(const struct message *const, rule, &rules)) {
		buffer_string(out, between);
		add_rule(out, *rule);
		between = ",\n";
	}
	buffer_string(out, "]}}}]}\n");
}
