# SPDX-License-Identifier: MIT
# An include names base, model, the file's own folder and below, or its
# stage's folder. Files at the root of src, the roof, may know all.
/^#[ \t]*include "/ {
	to = $2; sub(/^"/, "", to); sub(/\/[^\/]*$/, "", to)
	at = FILENAME; sub(/^src\//, "", at); sub(/\/[^\/]*$/, "", at)
	if (at ~ /\.[ch]$/ || to == "base" || (to == "model" && at != "base") ||
	    index(to "/", at "/") == 1 || index(at "/", to "/") == 1)
		next
	print FILENAME ":" FNR ": " at " may not know " to; bad = 1
}
END { exit bad }
