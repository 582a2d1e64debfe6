# SPDX-License-Identifier: MIT
# Functions as ctags names them, then a list of files: the sizes of both.
function over(what, size, aim, where) {
	if (size > aim) names[what] = names[what] sprintf("\n    %5d  %s", size, where)
}
# The value below which the share of what was counted lies.
function at(share,   value, seen) {
	for (value = 0; seen < count * share / 100; value++) seen += tally[value]
	return value - 1
}
function row(what, list, last, aim,   i) {
	split("", tally)
	count = last
	for (i = 1; i <= count; i++) tally[list[i]]++
	printf "%-11s %6d  median %4d  p95 %4d  p99 %4d  most %4d  aim %4d%s\n", what, count,
		at(50), at(95), at(99), at(100), aim, names[what]
}
# Columns of a line, with tabs of eight.
function columns(line,   width, i, part, parts) {
	parts = split(line, part, "\t")
	for (i = 1; i <= parts; i++) {
		width += length(part[i])
		if (i < parts) width += 8 - width % 8
	}
	return width + 0
}
function measure_file(file,   line, count, tabs, deepest) {
	while ((getline line <file) > 0) {
		count++
		widths[++lines] = columns(line)
		over("columns", widths[lines], 100, file ":" count)
		match(line, /^\t*/)
		if (file ~ /\.c$/ && RLENGTH > 0 && line !~ /^\t+(\/?\*|"| )/) {
			depths[++depth_count] = RLENGTH
			if (RLENGTH > 5) over("tabs", RLENGTH, 5, file ":" count)
		}
	}
	close(file)
	sizes[++files] = count + 0
	over("file", count, 400, file)
	if (file ~ /\.c$/) { sub(/\/[^\/]*$/, "", file); folders[file]++ }
}
NR == FNR {
	match($0, /line:[0-9]+/); first = substr($0, RSTART + 5, RLENGTH - 5)
	match($0, /end:[0-9]+/); last = substr($0, RSTART + 4, RLENGTH - 4)
	match($0, /signature:[^\t]*/); signature = substr($0, RSTART, RLENGTH)
	where = $2 ":" first " " $1
	functions[++function_count] = last - first + 1
	over("function", last - first + 1, 40, where)
	parameters[function_count] = gsub(/,/, ",", signature) + (signature !~ /\((void)?\)/)
	over("parameters", parameters[function_count], 5, where)
	next
}
{ measure_file($0) }
END {
	for (folder in folders) {
		inside[++folder_count] = folders[folder]
		over("folder", folders[folder], 12, folder)
	}
	row("function", functions, function_count, 40)
	row("parameters", parameters, function_count, 5)
	row("tabs", depths, depth_count, 5)
	row("columns", widths, lines, 100)
	row("file", sizes, files, 400)
	row("folder", inside, folder_count, 12)
}
