/* SPDX-License-Identifier: MIT */
/*
 * YAML by libyaml, event by event, into a tree of our own.
 *
 * No node outlives its event, nothing is resolved, and what could unfold or
 * be executed is refused where it stands.
 */
#include "base/map.h"
#include "model/kinds.h"
#include "model/messages.h"
#include "read/yaml/loading.h"

enum { DEEPEST = 16 };

struct level {
	struct yaml *node, **end;
	struct map keys;
	struct text key;		/* that waits for its value */
	struct place key_at;
	bool has_key;
};

/* The next event; false at the end of the stream or when it is broken. */
static bool
next_event(struct loading *loading, yaml_event_t *event)
{
	if (loading->failed)
		return false;
	if (!yaml_parser_parse(&loading->parser, event)) {
		report_yaml_problem(loading);
		return false;
	}
	return true;
}

static bool
holds_control(struct text words)
{
	for (size_t at = 0; at < words.length;) {
		uint32_t c = utf8_next(words, &at);

		if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
		    c == 0xFFFE || c == 0xFFFF)
			return true;
	}
	return false;
}

static void
check_node(struct loading *loading, const yaml_event_t *event, const yaml_char_t *anchor,
    const yaml_char_t *tag)
{
	if (anchor)
		refuse_yaml(loading, event->start_mark, TEXT("a value cannot begin with `&`"),
		    TEXT("put the value into quotes"));
	else if (tag)
		refuse_yaml(loading, event->start_mark, TEXT("a value cannot begin with `!`"),
		    TEXT("put the value into quotes"));
}

/* Half of all events are keys and ends, which leave no node. */
static struct yaml *
new_node(struct loading *loading)
{
	struct yaml *node = loading->spare ? loading->spare :
	    ARENA_NEW(loading->arena, struct yaml);

	loading->spare = NULL;
	*node = (struct yaml){ 0 };
	return node;
}

/*
 * A node for an event that begins one; null for any other, which is refused
 * when it has no place here.
 */
static struct yaml *
node_of(struct loading *loading, const yaml_event_t *event)
{
	struct yaml *node = new_node(loading);

	node->at = mark_place(loading, event->start_mark);
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		check_node(loading, event, event->data.scalar.anchor, event->data.scalar.tag);
		node->words = text_copy(loading->arena,
		    (struct text){ (const char *)event->data.scalar.value,
		    event->data.scalar.length });
		if (holds_control(node->words))
			refuse_yaml(loading, event->start_mark,
			    TEXT("the value holds a character that cannot be printed"),
			    TEXT("delete it"));
		return node;
	case YAML_SEQUENCE_START_EVENT:
		check_node(loading, event, event->data.sequence_start.anchor,
		    event->data.sequence_start.tag);
		node->kind = YAML_LIST;
		return node;
	case YAML_MAPPING_START_EVENT:
		check_node(loading, event, event->data.mapping_start.anchor,
		    event->data.mapping_start.tag);
		node->kind = YAML_MAP;
		return node;
	case YAML_ALIAS_EVENT:
		refuse_yaml(loading, event->start_mark, TEXT("a value cannot begin with `*`"),
		    TEXT("put the value into quotes"));
		break;
	default:
		break;
	}
	loading->spare = node;
	return NULL;
}

/* A key of a map, which takes a value when it is words. */
static void
take_key(struct loading *loading, struct level *level, struct yaml *node)
{
	loading->spare = node;
	level->key = node->words;
	level->key_at = node->at;
	level->has_key = true;
	if (node->kind != YAML_WORDS) {
		report(loading->diag, node->at, bad_yaml, TEXT("a key must be words"),
		    TEXT("put it into quotes"));
		loading->failed = true;
	}
}

/*
 * Puts a node into the map or list that is open; a key that stands there
 * already is reported, and its value dropped.
 */
static void
add_node(struct loading *loading, struct level *level, struct yaml *node)
{
	if (level->node->kind == YAML_MAP) {
		struct text folded = text_fold(loading->arena, level->key);

		for (size_t i = 0; i < folded.length; i++)
			if (folded.s[i] == '-' || folded.s[i] == '_')
				((char *)folded.s)[i] = ' ';
		level->has_key = false;
		node->key = level->key;
		node->key_at = level->key_at;
		if (map_set(&level->keys, folded, node)) {
			report(loading->diag, level->key_at, double_key, level->key);
			return;
		}
	}
	*level->end = node;
	level->end = &node->next;
}

static void
open_level(struct loading *loading, struct level *level, struct yaml *node)
{
	struct map keys = level->keys;		/* those of a map that has ended give their room */

	keys.arena = loading->arena;
	map_clear(&keys);
	*level = (struct level){ .node = node, .end = &node->first, .keys = keys };
}

/* The words of an event as they stand in the file. */
static struct text
source_of(struct loading *loading, const yaml_event_t *event)
{
	size_t from = mark_offset(loading, event->start_mark),
	    to = mark_offset(loading, event->end_mark);

	return text_slice(loading->bytes, from, to);
}

/* The nodes below the root, with a stack of what is open. */
static void
load_nodes(struct loading *loading, struct yaml *root)
{
	struct level levels[DEEPEST + 1] = { 0 };
	yaml_event_t event;
	int depth = 0;

	open_level(loading, &levels[0], root);
	while (depth >= 0 && next_event(loading, &event)) {
		struct level *level = &levels[depth];
		struct yaml *node = node_of(loading, &event);

		if (event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT) {
			depth--;
		} else if (loading->failed || !node) {
			;
		} else if (level->node->kind == YAML_MAP && !level->has_key) {
			take_key(loading, level, node);
		} else {
			if (node->kind == YAML_WORDS) {
				node->source = source_of(loading, &event);
				loading->last = node;
				check_yaml_comment(loading, level->key, node->source, &event);
			}
			add_node(loading, level, node);
			if (node->kind != YAML_WORDS && depth == DEEPEST) {
				report(loading->diag, node->at, too_deep, TEXT("this"),
				    text_number(loading->arena, DEEPEST));
				loading->failed = true;
			} else if (node->kind != YAML_WORDS) {
				open_level(loading, &levels[++depth], node);
			}
		}
		yaml_event_delete(&event);
	}
}

/* The document's root, which must be a map; an empty file is an empty map. */
static void
load_root(struct loading *loading, struct yaml *root)
{
	yaml_event_t event;

	while (next_event(loading, &event)) {
		yaml_event_type_t type = event.type;
		yaml_mark_t mark = event.start_mark;

		if (type == YAML_MAPPING_START_EVENT)
			check_node(loading, &event, event.data.mapping_start.anchor,
			    event.data.mapping_start.tag);
		yaml_event_delete(&event);
		if (type == YAML_STREAM_END_EVENT)
			return;
		if (type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT ||
		    type == YAML_DOCUMENT_END_EVENT)
			continue;
		if (loading->failed)
			return;
		if (type != YAML_MAPPING_START_EVENT || root->at.line != 0) {
			refuse_yaml(loading, mark, TEXT("keys and values should stand here"),
			    TEXT("write `key: value`"));
			return;
		}
		root->at = mark_place(loading, mark);
		load_nodes(loading, root);
	}
}

struct yaml *
read_yaml(struct arena *arena, struct diag *diag, const char *file, struct text bytes,
    int first_line)
{
	struct loading loading = { .arena = arena, .diag = diag, .file = file, .bytes = bytes,
	    .first_line = first_line };
	struct yaml *root = ARENA_NEW(arena, struct yaml);

	if (!yaml_parser_initialize(&loading.parser))
		die("out of memory while reading %s", file);
	yaml_parser_set_encoding(&loading.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&loading.parser, (const unsigned char *)bytes.s, bytes.length);
	root->kind = YAML_MAP;
	load_root(&loading, root);
	if (root->at.line == 0)
		root->at = (struct place){ file, first_line, 1 };
	yaml_parser_delete(&loading.parser);
	root->broken = loading.failed;
	return root;
}

const struct yaml *
yaml_find(const struct yaml *map, const char *name)
{
	for (const struct yaml *node = map ? map->first : NULL; node; node = node->next)
		if (name_equal(node->key, text_of(name)))
			return node;
	return NULL;
}

struct text
yaml_words(const struct yaml *map, const char *name)
{
	const struct yaml *node = yaml_find(map, name);

	return node ? node->words : TEXT("");
}
