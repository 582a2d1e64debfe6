#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""council.py FOLDER SEED: the folder of a council by chance, in the language of
authors: a corporate plan, two plans, a report with appendices, an exempt
report, the agenda that places both, and what they place: pictures, figures
in CSV, a part. All of it is sound, so that every document must be written."""
import pathlib
import random
import sys

from words import OF_WELSH, WELSH, Words, picture

YEARS = ["2023/24", "2024/25", "2025/26", "2026/27", "2027/28", "2028/29"]
DATES = ["1 April 2026", "14 July 2026", "Autumn 2026", "Q3 2026/27", "31/03/2027", "By end September 2026", "March 2027", "2026-10-13"]
TREATMENTS = ["Treat", "Tolerate", "Transfer", "Terminate"]


def table(head, rows):
    lines = [head, ["---"] * len(head)] + rows
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


class Document(Words):
    """The text of one document as it grows, and its front matter."""

    def __init__(self, council, kind, keys):
        super().__init__(council.chance, council.oddness)
        self.council, self.names, self.parts = council, council.names, []
        lines = [f"kind: {kind}"] + [f"{key}: {value}" for key, value in keys.items() if value]
        self.front = "---\n" + "\n".join(lines) + "\n---\n"

    def add(self, *lines):
        self.parts.append("\n".join(lines) + "\n")

    def text(self):
        body = "\n".join(self.parts)
        notes = self.note_texts(body)
        return self.front + "\n" + body + ("\n" + notes if notes else "")

    def head(self, level, title, marks=""):
        return "#" * level + " " + title + (f" {{{marks}}}" if marks else "")

    def figure(self):
        """A picture in prose, or the ornament that has nothing to say."""
        alt = self.line(10, marked=False) if self.happens(.9) else "decorative"
        title = f' "{self.title(2, 9)}"' if self.happens(.5) else ""
        return f"![{alt}]({self.council.picture()}{title})"

    def free_table(self):
        columns = self.some(1, 4 if self.happens(.8) else 11)
        rows = [[self.cell(3)] + [self.cell(6 if self.happens(.9) else 60) if self.happens(.9) else "" for _ in range(columns)]
                for _ in range(self.some(1, 12 if self.happens(.9) else 60))]
        if self.happens(.2):
            rows.insert(0, [f"**{self.title()}**"] + [""] * columns)
        return table([self.title(1, 3) for _ in range(columns + 1)], rows)

    def block(self):
        kind = self.some(0, 9)
        return self.list() + "\n" if kind in (4, 5) else self.free_table() if kind == 6 else "> " + self.paragraph(2) + "\n" if kind == 7 \
            else self.figure() + "\n" if kind == 8 else self.paragraph() + "\n"

    def prose(self, level, blocks):
        self.add(self.sentence(), "")
        for _ in range(self.some(0, blocks)):
            self.add(self.block())
            if self.happens(.15) and level < 4:
                self.add(self.head(level + 1, self.title(2, 9)), "")
                self.add(self.paragraph(), "")

    def marks(self, kind):
        """What stands in the braces of a section."""
        said = "." + kind
        said += self.one([" landscape", " page=new", "", "", "", ""])
        return said

    def exempt(self):
        return f'exempt=3 reason="{self.plain(2, 5)}"'

    def field(self, label, value, rate=.7):
        return f"- {label}: {value}\n" if self.happens(rate) else ""


class Measure:
    """A measure with figures of one unit, so that they can be compared."""

    def __init__(self, words, number):
        self.id, self.title = f"M{number}", words.title(2, 9) + f" {number}"
        self.better = words.one(["higher", "lower"])
        self.form = words.one(["{}", "{}%", "£{}", "{} days", "{}.5%", "£{}k"])
        self.words, self.values = words, {}

    def value(self, field, year):
        """The same wherever it is asked for."""
        if (field, year) not in self.values:
            self.values[field, year] = self.words.one(["Not due", "Not yet available", "Suppressed", "Data only", "TBC", "N/A"]) \
                if self.words.happens(.12) else self.form.format(self.words.some(1, 99)) + self.words.one(["", "", "", " (revised)"])
        return self.values[field, year]


class Plan(Document):
    """A service delivery plan, with any of the sections that plans have."""

    def __init__(self, council, name):
        service = council.words.title(1, 3)
        super().__init__(council, "plan", {
            "title": f"{service} plan", "service": service, "period": "2026/27", "version": "1.0",
            "status": council.words.one(["draft", "for approval", "approved"]), "date": "12 March 2026", "department": council.words.title(1, 4),
            "champion": "Cllr Siân Mawr", "signatories": council.words.one(["", "[Ffion Marsh, Llŷr ap Gruffudd]"])})
        self.name = name
        self.measures = [Measure(self, number) for number in range(1, self.some(2, 14))]

    def links(self):
        return ", ".join(self.one(self.council.priorities) for _ in range(self.some(1, 3)))

    def form(self, measure, level):
        steps = "- Steps:\n" + "\n".join(f"  {n}. {self.line(20)}" for n in range(1, self.some(2, 8))) + "\n" if self.happens(.6) else ""
        long = self.line(200) if self.happens(.05) else self.line(20)
        return (self.head(level, measure.title, f".measure #{measure.id}" if level == 3 else f"#{measure.id}") + "\n\n" +
                f"- Links: {self.links()}\n- Better: {measure.better}\n" +
                self.field("Owner", self.title(1, 3)) + self.field("Purpose", long) + self.field("Formula", self.line(30), .3) +
                self.field("Source", self.line(8)) + self.field("Frequency", "Every quarter") + f"- Target: {measure.value('Target', '2026/27')}\n" + steps +
                self.field("Feedback", self.line(12), .4) + self.field("Resources", self.line(12), .4) + self.field("Notes", "", .2) +
                (f"\n{self.paragraph(2)}\n" if self.happens(.2) else ""))

    def in_themes(self, write):
        """Writes the measures below the section, by themes or not."""
        if not self.happens(.5):
            return write(self.measures, 3)
        half = (len(self.measures) + 1) // 2
        for title, part in (("First theme", self.measures[:half]), ("Second theme", self.measures[half:])):
            if part:
                self.add(self.head(3, title, ".theme"), "")
                write(part, 4)
        return None

    def measures_section(self):
        self.add(self.head(2, self.title(2, 6), self.marks("measures") + self.one(["", "", " show=table", " show=form"])), "")
        self.in_themes(lambda some, level: [self.add(self.form(measure, level)) for measure in some])

    def performance(self):
        def rows(some, level):
            self.add(table(["Ref", "Measure", "Target", "Actual", "Explanation"], [
                [one.id, one.title, one.value("Target", "2025/26"), one.value("Actual", "2025/26") + (self.note() if self.happens(.2) else ""),
                 self.cell(30) if self.happens(.3) else ""] for one in some]))
        self.add(self.head(2, self.title(2, 6), self.marks("performance") + " period=2025/26"), "")
        self.in_themes(rows)

    def indicators(self):
        columns = [("Actual" if year < "2026" else "Target", year) for year in YEARS[:self.some(2, 6)]]
        head = ["Ref", "Measure"] + [f"{year} {field}" for field, year in columns]
        self.add(self.head(2, self.title(2, 5), self.marks("indicators")), "",
                 table(head, [["**Key**"] + [""] * (len(head) - 1)] + [[one.id, one.title] + [one.value(*column) for column in columns] for one in self.measures]))

    def results(self):
        rows = ["Measure,Period,Actual,Explanation"]
        for measure in self.measures[:5]:
            for quarter in range(1, self.some(2, 5)):
                rows.append(f'{measure.id},Q{quarter} 2025/26,{measure.form.format(10 * quarter)},"{self.line(9, marked=False)}"')
        self.council.write(f"{self.name}/figures.csv", "\n".join(rows) + "\n")
        self.add(self.head(2, self.title(2, 5), ".results"), "", "[Figures by quarter](figures.csv)", "")

    def risks(self):
        rows = [[f"R{n}", self.title(2, 9), self.cell(9), str(self.some(1, 4)), str(self.some(1, 4)),
                 f"{self.one(TREATMENTS)} – {self.line(9, marked=False)}", self.title(1, 3)] for n in range(1, self.some(2, 14))]
        self.add(self.head(2, "Risks", self.marks("risks")), "", self.sentence(), "",
                 table(["Ref", "Risk", "Effect", "Impact", "Likelihood", "Treatment", "Owner"], rows), "[Where they stand](view:risk-matrix)", "")

    def projects(self):
        self.add(self.head(2, "Projects", self.marks("projects")), "")
        for number in range(1, self.some(2, 5)):
            steps = "\n".join(f"  - Q{self.some(1, 4)} 2026/27: {self.line(8, marked=False)}" + self.one(["", " (done)", " (at risk: steel)"])
                              for _ in range(self.some(1, 6)))
            self.add(self.head(3, f"{self.title(1, 7)} {number}", f"#p{number}"), "",
                     f"- Manager: {self.title(1, 3)}", f"- Outcome: {self.line(20)}", f"- Links: {self.links()}", "- Milestones:", steps, "")
        if self.happens(.7):
            self.add("[When it is done](view:timeline)", "")

    def budget(self):
        rows, years = [], self.some(1, 4)
        for group in range(self.some(1, 3)):
            rows.append([f"**{self.title(1, 3)} {group}**"] + [""] * years)
            lines = [[self.some(-400, 9000) for _ in range(years)] for _ in range(self.some(1, 6))]
            rows += [[self.title(1, 5)] + [f"({-n:,})" if n < 0 else f"{n:,}" for n in line] for line in lines]
            sums = [sum(column) for column in zip(*lines)]
            rows.append(["**Net**"] + [f"**({-n:,})**" if n < 0 else f"**{n:,}**" for n in sums])
        self.add(self.head(2, "Budget", self.marks("budget")), "", table([""] + [f"{year}<br>£000" for year in YEARS[3:3 + years]] + [""] * 0, rows)
                 if years <= 3 else table([""] + [f"{year}<br>£000" for year in YEARS[2:]], rows))

    def people(self):
        lines, depth = ["- " + self.title(1, 4) + ": 40 FTE"], 0
        for _ in range(self.some(1, 14)):
            depth = self.some(1, min(depth + 1, 4))
            lines.append("  " * depth + "- " + self.title(1, 4) + self.one(["", ": vacant", ": Llŷr ap Gruffudd, 2 FTE"]))
        self.add(self.head(2, "Structure chart", ".structure"), "", "\n".join(lines), "")
        rows = [[self.title(1, 3) if not n or self.happens(.5) else '"', self.cell(4), self.one(["Yes", "No"])] for n in range(self.some(1, 9))]
        self.add(self.head(2, "Skills", ".skills"), "", table(["Post", "Skill or qualification", "CPD"], rows))

    def contracts(self):
        rows = [[f"T{n}", self.title(1, 5), self.title(1, 4), f"£{self.some(1, 900)},000", "1 April 2025", "31 March 2028", self.cell(3),
                 f"3, {self.plain(2, 4)}" if self.happens(.15) else ""] for n in range(1, self.some(2, 16))]
        self.add(self.head(2, "Contracts", self.marks("contracts")), "",
                 table(["Ref", "Contract", "Supplier", "Sum", "Start", "End", "Extension", "Exempt"], rows))

    def decisions(self):
        rows = [[self.one(DATES), self.title(3, 10), self.one(["Yes", "No"]), self.title(1, 2), self.links()] for _ in range(self.some(1, 12))]
        self.add(self.head(2, "Forward plan", self.marks("forward-plan")), "", table(["Date", "Decision", "Key", "Committee", "Supports"], rows))

    def objectives(self):
        self.add(self.head(2, "Objectives", self.marks("objectives") + self.one(["", " show=form"])), "")
        for number in range(1, self.some(2, 9)):
            self.add(self.head(3, f"{self.title(2, 9)} {number}", f"#ob{number}"), "", f"- Owner: {self.title(1, 3)}",
                     f"- Due: {self.one(DATES)}", f"- Supports: {self.links()}", "")

    def overview(self):
        self.add(self.head(2, "Overview", ".overview" + (" #overview" if self.name == "first" else "")), "")
        self.prose(2, 7)
        if self.name == "first":
            self.add("[How we measure](../method.md)", "")
        if self.happens(.3):
            self.add(self.head(2, self.title(2, 5), ".text " + self.exempt()), "")
            self.prose(2, 3)

    def pictured(self):
        for kind in ("strategy-map", "performance-summary", "golden-thread", "chart", "coverage", "plan-hierarchy", "risk-key"):
            if self.happens(.4):
                of = " of=all" if kind == "golden-thread" else " of=M1" if kind == "chart" else ""
                self.add(self.head(2, self.title(2, 6), "." + kind + of), "")

    def write(self):
        if self.happens(.7):
            self.add(self.head(2, "Contents", ".contents"), "")
        self.overview()
        self.measures_section()
        rest = [self.performance, self.indicators, self.results, self.risks, self.projects, self.budget, self.people, self.contracts,
                self.decisions, self.objectives, self.pictured]
        self.chance.shuffle(rest)
        for section in rest:
            if self.happens(.6):
                section()
        self.add(self.head(2, "Version history"), "", table(["Version", "Date", "Author", "Changes"],
                 [["0.1", "2 March 2026", "A. Okonjo", self.cell()], ["1.0", "12 March 2026", "A. Okonjo", self.cell()]]))
        return self.text()


class Council:
    """The folder, what it holds already, and what all its documents name."""

    def __init__(self, folder, seed):
        self.folder, self.chance = pathlib.Path(folder), random.Random(seed)
        self.oddness = (0, .02, .1, .3)[seed % 4]
        self.words = Words(self.chance, self.oddness)
        self.priorities = [f"P{n}" for n in range(1, self.words.some(3, 9))]
        self.names, self.pictures = self.priorities, []

    def write(self, name, content):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def picture(self):
        name = f"picture-{len(self.pictures)}.png"
        if self.pictures and self.words.happens(.3):
            return "../pictures/" + self.words.one(self.pictures)
        self.pictures.append(name)
        self.write(f"pictures/{name}", picture(self.chance))
        return "../pictures/" + name

    def house(self):
        """A style of the council's own over one of the program's."""
        one = self.words.one
        self.write("styles/ours/fields.yaml", f"extends: {one(['council', 'plain', 'modern'])}\n"
                   f"notes: {{marks: {one(['numbers', 'letters', 'asterisks'])}, place: {one(['group', 'table', 'page', 'rows'])}}}\n"
                   f"numbering: {{plan: {one(['sections', 'none', 'paragraphs'])}, paper: {one(['none', 'sections', 'paragraphs'])}}}\n"
                   "people: {contacts-in-public: yes}\n")
        self.write("styles/ours/look.yaml", f"set:\n  justify: {one(['yes', 'no'])}\n  hyphenate: {one(['yes', 'no'])}\n")

    def corporate(self):
        plan = Document(self, "priorities", {"title": f"{self.words.title(1, 2)} 2030", "period": "2024 to 2030", "adopted": "22 February 2024",
                                             "version": "1.0", "status": "approved", "date": "1 March 2026"})
        plan.names = []
        plan.add("## Vision", "", plan.paragraph(2), "", "## Outcomes", "")
        plan.add("\n".join(f"- O{n}: {plan.title(3, 8)}" for n in range(1, 4)), "", "## Priorities", "")
        for name in self.priorities:
            plan.add(f"### {plan.title(2, 7)} {name[1:]} {{#{name}}}", "", f"- Links: O{plan.some(1, 3)}", "- Lead: Cllr Idris Penhale", "",
                     plan.paragraph(2), "")
        plan.add("## How it hangs together {.outcomes-map}", "")
        self.write("priorities.md", plan.text())

    def report(self, name, keys, appendices):
        report = Document(self, "report", {"title": self.words.title(2, 8), "committee": "Cabinet", "date": "14 July 2026",
                                           "author": "S. Trevarrow", "purpose": "decision", **keys})
        asked = "\n".join(f"{n}. {report.line(20, marked=False)};" for n in range(1, report.some(2, 5)))
        report.add("## Recommendations", "", "That the Cabinet:", "", asked, "", "## Background", "")
        report.prose(2, 9)
        report.add("## Options considered", "", table(["Option", "Benefits", "Drawbacks", "Cost", "Preferred"], [
            [report.title(1, 4), report.cell(), report.cell(), f"£{report.some(1, 90)},000", answer] for answer in ("yes", "no")]))
        report.add("## Implications", "", table(["Implication", "Text", "Officer", "Date"], [
            [sort, report.cell(30), "A. Okonjo", "2 June 2026"] for sort in ("Financial", "Legal", "Equalities", "Climate")]))
        if appendices:
            report.add("## Appendices", "", "\n".join(f"{n}. [{words}]({file})" for n, (words, file) in enumerate(appendices, 1)), "")
        report.add("## Background documents", "", "None.", "")
        self.write(f"meeting/{name}.md", report.text())

    def paper(self, name, keys):
        paper = Document(self, "paper", {"title": self.words.title(2, 6), **keys})
        if keys.get("language") == "cy":
            paper.common, paper.small = WELSH, OF_WELSH
        for number in range(paper.some(1, 4)):
            paper.add(f"## {paper.title(1, 8)} {number}", "")
            paper.prose(2, 8)
        self.write(f"meeting/{name}.md", paper.text())

    def agenda(self):
        pack = Document(self, "pack", {"title": "Cabinet", "body": "Cabinet", "date": "Tuesday 14 July 2026", "time": "6.30 pm",
                                       "place": "Town Hall", "membership": "[Cllr Siân Mawr (Chair), Cllr Ned Harkness]", "quorum": "3"})
        pack.add("## Items", "", "### Apologies", "", "### Minutes", "", pack.sentence(), "",
                 f"### {pack.title(2, 8)} 1", "", "- Report: [The first report](first.md)", "- Purpose: decision", "",
                 f"### {pack.title(2, 8)} 2", "", "- Report: [A contract](item-2.md)", "- Purpose: decision", "",
                 f"### {pack.title(2, 8)} 3", "", "- Report: to follow", "- Purpose: noting", "")
        self.write("meeting/agenda.md", pack.text())

    def make(self):
        style = self.words.one(["council", "plain", "modern", "ours", "ours", "ours"])
        if style == "ours":
            self.house()
        self.write("council.yaml", "name: Wexmere District Council\nshort-name: Wexmere\njurisdiction: england\n"
                   f"style: {style}\n")
        self.corporate()
        for name in ("first", "second"):
            self.write(f"{name}/plan.md", Plan(self, name).write())
        self.write("method.md", "---\nkind: part\ntitle: How we measure\n---\n\n" + self.words.plain(9, 20) + ".\n")
        exempt = {"public-title": "A contract", "audience": "exempt", "exempt": "3", "reason": "names the bidders"}
        self.report("first", {}, [("The paper", "paper.md"), ("The plan", "../first/plan.md")])
        self.report("item-2", exempt, [])
        self.paper("paper", {})
        self.paper("cymraeg", {"language": "cy"})
        self.agenda()


Council(sys.argv[1], int(sys.argv[2])).make()
