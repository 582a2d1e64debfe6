/* SPDX-License-Identifier: MIT */
/*
 * Instructions of templates, known by how they begin or by what they say.
 */
#include "model/guidance.h"

/* What an instruction in brackets begins with, and what it says without them. */
static const char *const begins_guidance[] = {
	"insert", "enter", "add", "type", "delete", "describe", "explain", "state", "name of",
	"title of", "date of", "your", "please", "summarise", "list", "complete", "fill", "xx",
};
static const char *const says_guidance[] = {
	"delete if not applicable", "delete as appropriate", "delete as applicable",
	"lorem ipsum", "click here to enter", "[tbc]", "xxxx",
};

static bool
is_guidance(struct text folded)
{
	for (size_t i = 0; i < sizeof begins_guidance / sizeof *begins_guidance; i++) {
		size_t begin = strlen(begins_guidance[i]);

		if (text_begins(folded, begins_guidance[i]) &&
		    (folded.length == begin || folded.s[begin] == ' ' ||
		    text_is(text_of(begins_guidance[i]), "xx")))
			return true;
	}
	return false;
}

size_t
guidance_end(struct arena *scratch, struct text words, size_t at)
{
	enum { LONGEST = 200 };
	struct text reach = text_slice(words, 0, at + LONGEST);
	size_t end;

	if (at >= words.length || (words.s[at] != '[' && words.s[at] != '<'))
		return 0;
	end = text_find_byte(reach, words.s[at] == '[' ? ']' : '>', at);
	if (end == reach.length || !is_guidance(text_fold(scratch, text_slice(words, at + 1, end))))
		return 0;
	return end + 1;
}

int
guidance_count(struct arena *scratch, struct text words)
{
	struct text folded = text_fold(scratch, words);
	int count = 0;

	for (size_t i = 0; i < sizeof says_guidance / sizeof *says_guidance; i++)
		count += text_find(folded, text_of(says_guidance[i]), 0) < folded.length;
	return count;
}
