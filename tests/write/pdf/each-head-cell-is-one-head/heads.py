# SPDX-License-Identifier: MIT
"""heads.py OBJECTS HTML HEADS: the tables of a PDF, read from its objects as
qpdf prints them, beside those of the HTML and the head cells of the source.

Each table is one Table (a caption first if it has one, then THead, then TBody,
rows of TH and TD alone, a grid without holes); its cells, their scopes and
spans are those of the HTML; every TD has a TH of a column above it, where the table has
any, and one of a row beside it; and there are as many heads as the source
has, but for those named in MADE, which the program makes."""
import collections
import html.parser
import json
import re
import sys

Cell = collections.namedtuple("Cell", "head scope columns rows")
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}
# What the program adds: the fact of the cover; in results the variance and status, with the
# table that says how to read them; in risks the score.
MADE = collections.Counter({("row", "Service"): 1, ("col", "Variance"): 1, ("col", "Status"): 1, ("col", "Score"): 1})
MADE.update([("row", words) for words in ("Ahead", "Ontarget", "Neartarget", "Offtarget", "Nostatus", "BetterSameWorse")])
ABOVE_YEARS = "Amount"	# what the style says above the years that a budget has as heads
failed = 0


def check(holds, words):
    global failed
    if not holds:
        failed += 1
        if failed <= 10:
            print(words)


def bare(words):
    return re.sub(r"[\s\u00ad\u200b-\u200d\u2060]", "", words)


class Elements:
    """The structure elements of a PDF."""

    def __init__(self, objects):
        self.objects, self.seen, self.tables, self.figures = objects, set(), [], 0
        self.walk(self.at(self.at(objects["trailer"]["value"]["/Root"])["/StructTreeRoot"])["/K"])

    def at(self, value):
        held = self.objects.get("obj:" + value, {}) if isinstance(value, str) else {"value": value}
        return held.get("value", {})

    def kids(self, element):
        """The elements below it, by name."""
        kids = element.get("/K", [])
        return [kid for kid in (kids if isinstance(kids, list) else [kids]) if isinstance(kid, str) and "/S" in self.at(kid)]

    def walk(self, top):
        waiting = (top if isinstance(top, list) else [top])[::-1]
        while waiting:
            name = waiting.pop()
            element = self.at(name)
            check(name not in self.seen, f"{name} stands twice in the structure tree")
            self.seen.add(name)
            self.figures += element["/S"] == "/Figure"
            if element["/S"] == "/Table":
                self.tables.append(self.table(element))
            waiting += self.kids(element)[::-1]

    def cell(self, element):
        said, attributes = {}, self.at(element.get("/A"))
        for one in attributes if isinstance(attributes, list) else [attributes or {}]:
            said.update(self.at(one))
        check(element["/S"] in ("/TH", "/TD"), f"{element['/S']} stands in a row")
        return Cell(element["/S"] == "/TH", said.get("/Scope", "/").lstrip("/"), said.get("/ColSpan", 1), said.get("/RowSpan", 1))

    def table(self, element):
        """Its parts in order, and its rows of cells."""
        parts, rows = [], []
        for part in map(self.at, self.kids(element)):
            parts.append(part["/S"].lstrip("/"))
            for row in map(self.at, self.kids(part) if part["/S"] != "/Caption" else []):
                check(row["/S"] == "/TR", f"{row['/S']} stands in {part['/S']}")
                rows.append([self.cell(self.at(cell)) for cell in self.kids(row)])
        return parts, rows


class Page(html.parser.HTMLParser):
    """The tables of the HTML, and the words of its heads."""

    def __init__(self):
        super().__init__()
        self.tables, self.words, self.said = [], [], ""

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "table":
            self.tables.append(([], []))
        elif tag in ("caption", "thead", "tbody"):
            self.tables[-1][0].append({"caption": "Caption", "thead": "THead", "tbody": "TBody"}[tag])
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][1][-1].append(Cell(tag == "th", SCOPES.get(said.get("scope"), ""), int(said.get("colspan", 1)), int(said.get("rowspan", 1))))
            self.said = ""

    def handle_endtag(self, tag):
        if tag == "th":
            self.words.append(("row" if self.tables[-1][1][-1][-1].scope == "Row" else "col", bare(self.said).removeprefix(ABOVE_YEARS)))

    def handle_data(self, data):
        self.said += data


def check_grid(number, rows):
    """No hole, no two cells in one place, and a head for every TD."""
    grid = collections.defaultdict(dict)
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while c in grid[r]:
                c += 1
            for y in range(cell.rows):
                for x in range(cell.columns):
                    check(c + x not in grid[r + y], f"table {number}: two cells at row {r + y + 1}, column {c + x + 1}")
                    grid[r + y][c + x] = cell
    width = max(len(row) for row in grid.values())
    has_columns = any(cell.scope == "Column" for row in rows for cell in row)
    for r in range(len(rows)):
        check(len(grid[r]) == width, f"table {number}, row {r + 1}: {len(grid[r])} columns of {width}")
        for c, cell in grid[r].items():
            if cell.head or cell.columns == width:
                continue
            check(any(one.scope == "Row" for one in grid[r].values()), f"table {number}, row {r + 1}: no head of the row")
            check(not has_columns or any(grid[above].get(c, cell).scope == "Column" for above in range(r)),
                  f"table {number}, row {r + 1}, column {c + 1}: no head of the column")


page = Page()
with open(sys.argv[2], encoding="utf-8") as text:
    page.feed(text.read())
with open(sys.argv[1], encoding="utf-8") as objects:
    pdf = Elements(json.load(objects)["qpdf"][1])
with open(sys.argv[3], encoding="utf-8") as heads:
    wanted = json.load(heads)
check(len(pdf.tables) == len(page.tables), f"{len(pdf.tables)} tables in the PDF, {len(page.tables)} in the HTML")
for number, ((parts, rows), (html_parts, html_rows)) in enumerate(zip(pdf.tables, page.tables), 1):
    check(parts in (["TBody"], ["THead", "TBody"], ["Caption", "TBody"], ["Caption", "THead", "TBody"]), f"table {number}: {parts}")
    check(parts == html_parts, f"table {number}: {parts} in the PDF, {html_parts} in the HTML")
    check(rows == html_rows, f"table {number}: the cells are others than in the HTML: {[one for one in zip(rows, html_rows) if one[0] != one[1]][:1]}")
    check(all(cell.scope in ("Row", "Column") for row in rows for cell in row if cell.head), f"table {number}: a head has no scope")
    check_grid(number, rows)
source = collections.Counter(("col", bare(words)) for table in wanted for words in table["columns"])
source.update(("row", bare(words)) for table in wanted for words in table["rows"])
found, count = collections.Counter(page.words), sum(cell.head for parts, rows in pdf.tables for row in rows for cell in row)
check(found == source + MADE, f"heads that the source has not: {found - source - MADE}; that it has and the outputs have not: {source + MADE - found}")
check(count == sum(source.values()) + sum(MADE.values()), f"{count} TH, and {sum(source.values())} head cells in the source")
check(sum("THead" in parts and "Caption" in parts for parts, rows in pdf.tables) >= 8, "fewer than eight tables have a caption and heads of columns")
check(pdf.figures == 2, f"{pdf.figures} figures, not the matrix and the picture")
print(f"heads: {len(pdf.tables)} tables, {count} TH, of which the source has {sum(source.values())}")
sys.exit(failed > 0)
