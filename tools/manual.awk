# SPDX-License-Identifier: MIT
# The tables of the program (*.def) and a manual page in mdoc -> the page, with
# what stands between `.\" begin NAME` and `.\" end NAME` made of the tables.
#
# A row is ROW(argument, …) over as many lines as it takes; its arguments are
# split at commas outside quotes and brackets. Names print with hyphens.

BEGIN {
	split("P R C A B T", letters, " ")
	split("plan report priorities pack paper part", documents, " ")
	split("B K V S N E", command_letters, " ")
}

# ---- rows ----

FILENAME ~ /\.def$/ && FNR == 1 { table = FILENAME; sub(/.*\//, "", table); sub(/\.def$/, "", table) }
FILENAME ~ /\.def$/ && /^(\/\*| \*|#|$)/ { next }
FILENAME ~ /\.def$/ { row = row $0; if (closed(row)) { take(row); row = "" } next }

function closed(s, i, c, quoted, depth) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\\") i++
		else if (c == "\"") quoted = !quoted
		else if (!quoted && c == "(") depth++
		else if (!quoted && c == ")") depth--
	}
	return depth == 0
}

# Splits what stands in the brackets of a row into argument[1…]; gives how many.
function arguments(s, i, c, quoted, depth, n, word) {
	split("", argument)
	s = substr(s, index(s, "(") + 1)
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "\\") { word = word substr(s, ++i, 1); continue }
		if (c == "\"") { quoted = !quoted; continue }
		if (!quoted && c == "(") depth++
		if (!quoted && (c == "," && depth == 0 || c == ")" && depth-- == 0)) {
			argument[++n] = trim(word); word = ""
			if (c == ")") break
			continue
		}
		word = word c
	}
	return n
}

function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
function name(s) { gsub(/_/, "-", s); return s }
function type(s) { return name(tolower(s)) }

# A sentence of a table as text lines of the page, none longer than 78.
function sentence(s, n, i, words, line, out) {
	s = toupper(substr(s, 1, 1)) substr(s, 2) "."
	gsub(/\\/, "\\e", s)
	n = split(s, words, " ")
	for (i = 1; i <= n; i++) {
		if (line != "" && length(line " " words[i]) > 78) { out = out line "\n"; line = "" }
		line = line (line == "" ? "" : " ") words[i]
	}
	return out line
}

# True when one of the letters of "P|R|C" is the one.
function has(where, letter) { return index("|" where "|", "|" letter "|") > 0 }

function take(s, i, n, fields, parts) {
	n = arguments(s)
	count[table]++
	for (i = 1; i <= n; i++)
		cell[table, count[table], i] = argument[i]
	if (table == "kinds") {
		gsub(/FIELD\(/, "", argument[3])
		fields = split(argument[3], parts, /\)/) - 1
		for (i = 1; i <= fields; i++) {
			split(parts[i], argument, /, */)
			take_field(name(trim(argument[1])), type(argument[2]), trim(argument[3]) == "REQUIRED")
		}
	}
}

function take_field(field, its, required, kind) {
	kind = name(cell["kinds", count["kinds"], 1])
	fields_of[kind] = fields_of[kind] (fields_of[kind] ? " ,\n.Ic " : ".Ic ") field (required ? "*" : "")
	if (!((field, its) in known)) {
		known[field, its] = 1
		types_of[field] = types_of[field] (types_of[field] ? " or " : "") its
	}
	kinds_of[field] = kinds_of[field] (kinds_of[field] ? ", " : "") kind
}

# ---- the page ----

FILENAME !~ /\.def$/ && /^\.\\" begin / { print; make($3); inside = 1; next }
/^\.\\" end / { inside = 0 }
FILENAME !~ /\.def$/ && !inside { print }

function make(part) {
	if (part == "synopsis") make_synopsis()
	else if (part == "commands") make_commands()
	else if (part == "options") make_options()
	else if (part == "keys") make_keys()
	else if (part == "attributes") make_attributes()
	else if (part == "sections") make_sections()
	else if (part == "records") make_records()
	else if (part == "fields") make_fields()
	else if (part == "messages") make_messages()
	else { print "manual: there is no part " part > "/dev/stderr"; exit 1 }
}

# "plan|report DIR" and "PATH…" as mdoc: capitals stand for something, small letters for themselves.
function operands(s, n, i, words, out) {
	n = split(s, words, " ")
	for (i = 1; i <= n; i++) {
		more = sub(/…$/, "", words[i])
		gsub(/\|/, " | ", words[i])
		out = out (words[i] ~ /^[A-Z]/ ? " Ar " : " Cm ") words[i] (more ? " ..." : "")
	}
	return out
}

function make_synopsis(i) {
	for (i = 1; i <= count["commands"]; i++)
		print ".Nm" "\n.Cm " cell["commands", i, 1] "\n.Op Ar OPTION ...\n." substr(operands(cell["commands", i, 3]), 2)
}

function make_commands(i) {
	for (i = 1; i <= count["commands"]; i++) {
		print ".It Cm " cell["commands", i, 1] operands(cell["commands", i, 3])
		print sentence(cell["commands", i, 6])
	}
}

function make_options(i, j, letter, of) {
	for (i = 1; i <= count["options"]; i++) {
		letter = cell["options", i, 1]
		gsub(/'/, "", letter)
		print ".It" (letter == "0" ? "" : " Fl " letter " ,") " Fl -" name(cell["options", i, 2]) operands(cell["options", i, 3])
		print sentence(cell["options", i, 5])
		of = ""
		for (j = 1; j <= count["commands"]; j++)
			if (has(cell["options", i, 4], cell["commands", j, 2]))
				of = of (of ? " ,\n.Cm " : ".Cm ") cell["commands", j, 1]
		print "With\n" of " ."
	}
}

# The keys that every kind of document has, then those of each kind.
function make_keys(d, every) {
	every = "P|R|C|A|B"
	print ".Ss Keys of every document\n.Bl -tag -width Ds -compact"
	for_keys("", every)
	print ".El"
	for (d = 1; d <= 5; d++) {
		print ".Ss Keys of a " (documents[d] == "priorities" ? "priorities document" : documents[d]) "\n.Bl -tag -width Ds -compact"
		for_keys(letters[d], every)
		print ".El"
	}
}

function for_keys(letter, every, i, where, is_common) {
	for (i = 1; i <= count["keys"]; i++) {
		where = cell["keys", i, 3]
		is_common = index(where, every) == 1
		if (letter == "" ? !is_common : is_common || !has(where, letter))
			continue
		print ".It Ic " name(cell["keys", i, 1]) " Pq " type(cell["keys", i, 2]) \
			(cell["keys", i, 4] == "REQUIRED" ? ", required" : "")
		print sentence(cell["keys", i, 5])
	}
}

function make_attributes(i, whose) {
	for (i = 1; i <= count["attributes"]; i++) {
		whose = cell["attributes", i, 2]
		print ".It Ic " name(cell["attributes", i, 1]) \
			(has(whose, "IN_XML") ? " Pq in XML alone" : !has(whose, "A_RECORD") ? "" : has(whose, "A_SECTION") ? " Pq also of a record" : " Pq of a record") 
		print sentence(cell["attributes", i, 3])
	}
}

function where_of(where, d, out) {
	for (d = 1; d <= 5; d++)
		if (has(where, letters[d]))
			out = out (out ? ", " : "") documents[d]
	return out == "plan, report, priorities, pack, paper" ? "every document" : out
}

function make_sections(i, kind, what) {
	for (i = 1; i <= count["sections"]; i++) {
		kind = name(cell["sections", i, 2]); what = cell["sections", i, 4]
		print ".It Ic " name(cell["sections", i, 1])
		print (what == "PROSE" ? "Text" : what == "VIEW" ? "A view" : what == "ITSELF" ? "One record" : "Records of kind\n.Ic " kind) \
			(what == "RECORDS" ? " ;\n" : "; ") "in " where_of(cell["sections", i, 3]) "."
	}
}

function make_records(i, kind) {
	for (i = 1; i <= count["kinds"]; i++) {
		kind = name(cell["kinds", i, 1])
		print ".It Ic " kind "\n" fields_of[kind] " ."
	}
}

function make_fields(i, field) {
	for (i = 1; i <= count["roles"]; i++) {
		field = name(cell["roles", i, 1])
		print ".It Ic " field " Pq " types_of[field]
		print sentence(cell["roles", i, 2])
	}
}

# A message without the words that a run puts into it.
function make_messages(i, what) {
	for (i = 1; i <= count["messages"]; i++) {
		what = cell["messages", i, 3]
		gsub(/[{][1-4][}]/, "…", what)
		print ".It Ic " name(cell["messages", i, 1]) " Pq " tolower(cell["messages", i, 2])
		if (what != "…") print sentence(what)
	}
}
