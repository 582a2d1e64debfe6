/* SPDX-License-Identifier: MIT */
/*
 * The command line, read by the tables of commands.def and options.def.
 *
 * A long option may be --name=value or --name value. What is wrong is said on
 * standard error with the help to ask for; the exit status is then 2.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "options.h"

enum { B = 1, K = 2, V = 4, S = 8, N = 16, E = 32 };
enum { WRONG_USE = 2 };

static const struct command commands[] = {
#define COMMAND(row, letter, wanted, few, many, said) { .name = #row, .arguments = wanted, \
	    .sentence = said, .bit = letter, .fewest = few, .most = many, .run = run_##row },
#include "commands.def"
#undef COMMAND
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

typedef bool option_set(struct options *, const char *argument);

/* ---- setters, one a name; that a word is one of its row's choices is known by then ---- */

static bool
set_output(struct options *options, const char *argument)
{
	options->output = argument;
	return *argument != '\0';
}

/* Of build a list of outputs, of convert the spelling. */
static bool
set_to(struct options *options, const char *argument)
{
	options->to_xml = strcmp(argument, "xml") == 0;
	options->pdf = strstr(argument, "pdf") != NULL;
	options->html = strstr(argument, "html") != NULL;
	return true;
}

static bool
set_pdf(struct options *options, const char *argument)
{
	options->version = strcmp(argument, "2.0") == 0 ? PDF_2_0 : PDF_1_7;
	return true;
}

static bool
set_audience(struct options *options, const char *argument)
{
	options->audience = strcmp(argument, "full") == 0 ? AUDIENCE_FULL : AUDIENCE_PUBLIC;
	return true;
}

static bool
set_style(struct options *options, const char *argument)
{
	options->style = argument;
	return *argument != '\0';
}

static bool
set_jobs(struct options *options, const char *argument)
{
	char *end;
	long jobs = strtol(argument, &end, 10);
	bool fits = *end == '\0' && jobs >= 1 && jobs <= 256;

	options->jobs = fits ? (int)jobs : 1;
	return fits;
}

static bool
set_draft(struct options *options, const char *argument)
{
	(void)argument;
	return options->draft = true;
}

static bool
set_depfile(struct options *options, const char *argument)
{
	options->depfile = argument;
	return *argument != '\0';
}

static bool
set_format(struct options *options, const char *argument)
{
	options->format = strcmp(argument, "json") == 0 ? DIAG_JSON :
	    strcmp(argument, "sarif") == 0 ? DIAG_SARIF : DIAG_TEXT;
	return true;
}

static bool
set_fatal_warnings(struct options *options, const char *argument)
{
	(void)argument;
	return options->fatal_warnings = true;
}

static bool
set_today(struct options *options, const char *argument)
{
	options->today = date_parse_iso(text_of(argument));
	return date_is_set(options->today);
}

static bool
set_help(struct options *options, const char *argument)
{
	(void)options, (void)argument;
	return true;
}

static const struct option_row {
	char letter;
	const char *name, *argument, *sentence;
	unsigned commands;
	option_set *set;
} rows[] = {
#define OPTION(short_name, row, wanted, where, said) \
	{ short_name, #row, wanted, said, where, set_##row },
#include "options.def"
#undef OPTION
};
enum { OPTION_COUNT = sizeof rows / sizeof *rows };

/* A row's name as it is typed: hyphens for underscores. */
static const char *
option_name(const struct option_row *row)
{
	static char name[32];
	size_t i;

	for (i = 0; row->name[i] && i + 1 < sizeof name; i++)
		name[i] = row->name[i] == '_' ? '-' : row->name[i];
	name[i] = '\0';
	return name;
}

static void
print_commands(FILE *out)
{
	fputs("planpress turns a council's plans into PDF and HTML.\n\n", out);
	for (int i = 0; i < COMMAND_COUNT; i++)
		fprintf(out, "  planpress %s %s\n      %s\n", commands[i].name,
		    commands[i].arguments, commands[i].sentence);
	fputs("\nplanpress COMMAND --help lists a command's options.\n", out);
}

static void
print_help(FILE *out, const struct command *command)
{
	fprintf(out, "planpress %s [OPTION…] %s\n%s\n\n", command->name,
	    command->arguments, command->sentence);
	for (int i = 0; i < OPTION_COUNT; i++) {
		char letter[5] = "    ";

		if (!(rows[i].commands & command->bit))
			continue;
		if (rows[i].letter)
			snprintf(letter, sizeof letter, "-%c, ", rows[i].letter);
		fprintf(out, "  %s--%s %s\n        %s\n", letter, option_name(&rows[i]),
		    rows[i].argument, rows[i].sentence);
	}
}

static const struct command *
wrong_use(int *status, const struct command *command, const char *what, const char *word)
{
	fprintf(stderr, "planpress: %s \"%s\"\nhelp: planpress %s%s--help\n", what, word,
	    command ? command->name : "", command ? " " : "");
	*status = WRONG_USE;
	return NULL;
}

static const struct command *
find_command(const char *name)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/*
 * The row of "--name", "--name=…", "-l" or "-lARGUMENT"; its argument is what
 * is left of the word.
 */
static const struct option_row *
find_option(const struct command *command, const char *word, const char **argument)
{
	*argument = NULL;
	for (int i = 0; i < OPTION_COUNT; i++) {
		const char *name = option_name(&rows[i]);
		size_t length = strlen(name);

		if (!(rows[i].commands & command->bit))
			continue;
		if (word[1] == '-' && strncmp(word + 2, name, length) == 0 &&
		    (word[2 + length] == '\0' || word[2 + length] == '=')) {
			*argument = word[2 + length] ? word + 3 + length : NULL;
			return &rows[i];
		}
		if (word[1] == rows[i].letter && rows[i].letter) {
			*argument = word[2] ? word + 2 : NULL;
			return &rows[i];
		}
	}
	return NULL;
}

static void
set_defaults(struct options *options)
{
	time_t now = time(NULL);
	long processors = sysconf(_SC_NPROCESSORS_ONLN);

	*options = (struct options){ .output = "output", .pdf = true, .html = true,
	    .jobs = processors > 0 ? (int)processors : 1 };
	options->today = date_of_days((int)(now / (24 * 60 * 60)));
}

static bool
is_among(struct text words, char between, struct text word)
{
	for (size_t at = 0, end; at < words.length; at = end + 1) {
		end = text_find_byte(words, between, at);
		if (text_equal(text_slice(words, at, end), word))
			return true;
	}
	return false;
}

/* A row may name its choices: "a|b" is one of them, "a,b" any of them; "DIR" takes what it gets. */
static bool
is_choice(const struct option_row *row, const char *argument)
{
	struct text choices = text_of(row->argument), chosen = text_of(argument);

	if (strchr(row->argument, '|'))
		return is_among(choices, '|', chosen);
	if (!strchr(row->argument, ','))
		return true;
	for (size_t at = 0, end; at <= chosen.length; at = end + 1) {
		end = text_find_byte(chosen, ',', at);
		if (!is_among(choices, ',', text_slice(chosen, at, end)))
			return false;
	}
	return true;
}

/* The words of the command line, and the one at hand. */
struct line { char **words; int count, at; };

/* Reads the option at hand and its argument, which may be the next word; false when it is wrong. */
static bool
read_option(struct options *options, const struct option_row *row, const char *argument,
    struct line *line)
{
	if (row->argument[0] && !argument && line->at + 1 < line->count)
		argument = line->words[++line->at];
	if (!row->argument[0] != !argument)
		return false;
	return (!argument || is_choice(row, argument)) && row->set(options, argument);
}

/*
 * Options and arguments in any order, but behind "--" arguments alone; null as
 * options_read says.
 */
static const struct command *
read_words(struct options *options, const struct command *command, struct line *line, int *status)
{
	const char **arguments = (const char **)line->words + line->at;
	bool only_arguments = false;

	options->arguments = arguments;
	for (; line->at < line->count; line->at++) {
		const char *argument, *word = line->words[line->at];
		const struct option_row *row;

		if (only_arguments || word[0] != '-' || word[1] == '\0') {
			arguments[options->argument_count++] = word;
			continue;
		}
		only_arguments = strcmp(word, "--") == 0;
		if (only_arguments)
			continue;
		row = find_option(command, word, &argument);
		if (!row)
			return wrong_use(status, command, "there is no option", word);
		if (row->set == set_help) {
			print_help(stdout, command);
			return NULL;
		}
		if (!read_option(options, row, argument, line))
			return wrong_use(status, command, row->set == set_today ?
			    "a day is written 2026-11-22 after the option" :
			    "this is no value of the option", word);
	}
	return command;
}

const struct command *
options_read(struct options *options, int count, char **words, int *status)
{
	const struct command *command = count > 1 ? find_command(words[1]) : NULL;
	struct line line = { words, count, 2 };

	*status = 0;
	if (count < 2 || strcmp(words[1], "--help") == 0 || strcmp(words[1], "help") == 0) {
		print_commands(count < 2 ? stderr : stdout);
		*status = count < 2 ? WRONG_USE : 0;
		return NULL;
	}
	if (!command)
		return wrong_use(status, NULL, "there is no command", words[1]);
	set_defaults(options);
	if (!read_words(options, command, &line, status))
		return NULL;
	if (options->argument_count < command->fewest ||
	    (command->most > 0 && options->argument_count > command->most))
		return wrong_use(status, command, "this command wants", command->arguments);
	return command;
}
