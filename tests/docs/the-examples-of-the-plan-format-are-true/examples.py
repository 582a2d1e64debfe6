# SPDX-License-Identifier: MIT
"""examples.py [--accept] PAGE: prove the examples of a page of Markdown.

A fenced block is a source (```markdown, ```yaml, ```csv or ```xml and the name
of its file; plan.md where none is given) or says what is printed of the
sources above it: ```xml is `show corpus`, which the schema must allow, ```text
is `check`. An example ends
with what is printed of it, with a heading, or where a file of a name that it
has begins; one of which nothing is printed must be sound. A source of plain
Markdown without front matter gets FRONT, of which nothing shows. A
council.yaml holds for the rest of its section. --accept writes what is printed
now into the page.
"""
import os
import re
import shutil
import subprocess
import sys

FRONT = "---\nkind: plan\ntitle: Waterways\nservice: Waterways\nperiod: 2026/27\n---\n"
COUNCIL = "name: Wexmere District Council\njurisdiction: england\n"
BESIDE = {"lock.png": "examples/figures/visits.png"}
PROGRAM, TOP, TMP = (os.environ[name] for name in ("PLANPRESS", "TOP", "TMP"))
DOCUMENTS = ("plan.md", "plan.xml", "report.md", "pack.md", "paper.md", "priorities.md")


class Example:
    def __init__(self, line, council):
        self.line, self.files, self.fronts = line, {}, set()
        self.council, self.wanted = council, None

    def add(self, name, text):
        if name.endswith(".md") and not text.startswith("---\n"):
            self.fronts.add(name)
            text = FRONT + text
        self.files[name] = text

    def document(self):
        return next(name for name in DOCUMENTS if name in self.files)

    def write(self, folder):
        files = {"council.yaml": self.council, **self.files}
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
        for name, source in BESIDE.items():
            if any(name in text for text in files.values()):
                shutil.copy(os.path.join(TOP, source), os.path.join(folder, name))

    def messages(self, text):
        """Places counted from the first line that the page shows."""
        hidden = FRONT.count("\n")
        for name in self.fronts:
            text = re.sub(rf"\b{re.escape(name)}:(\d+):",
                          lambda found: f"{name}:{int(found[1]) - hidden}:", text)
        return text

    def shown(self, xml):
        """Without what FRONT says, where it was not shown."""
        if self.document() not in self.fronts:
            return xml
        body = re.search(r"</about>\n(.*)</plan>", xml, re.DOTALL)
        return re.sub(r"^  ", "", body[1], flags=re.MULTILINE) if body else xml

    def ask(self, *words):
        folder = os.path.join(TMP, f"line-{self.line}")
        if not os.path.isdir(folder):
            self.write(folder)
        run = subprocess.run([PROGRAM, *words], cwd=folder, capture_output=True, text=True, timeout=60)
        return run.returncode, run.stdout, run.stderr

    def keep(self, xml):
        """Among those that the schema is asked about."""
        with open(os.path.join(TMP, f"line-{self.line}.xml"), "w", encoding="utf-8") as out:
            out.write(xml)

    def answer(self, kind):
        """What the program prints of it, and what is wrong with that."""
        status, _, said = self.ask("check", ".")
        if kind == "text":
            return self.messages(said), "" if said else "nothing is reported"
        if status or said:
            return "", f"exit {status}\n{self.messages(said)}"
        if kind is None:
            return "", ""
        status, said, errors = self.ask("show", "corpus", self.document())
        self.keep(said)
        return self.shown(said), f"exit {status}\n{errors}" if status else ""


def blocks(lines):
    """(line, words of the fence, first and last line of what is in it); headings as (line, None, …)."""
    opened = None
    for number, line in enumerate(lines):
        if line.startswith("```") and opened is None:
            opened = number
        elif line.startswith("```"):
            yield opened, lines[opened][3:].split(), opened + 1, number
            opened = None
        elif line.startswith("#") and opened is None:
            yield number, None, number, number


def examples(lines):
    council, example, done = COUNCIL, None, False
    for line, words, first, last in blocks(lines):
        text = "".join(part + "\n" for part in lines[first:last])
        if words is None:
            if example and not done:
                yield example
            example, council = None, COUNCIL
        elif len(words) == 1 and words[0] in ("xml", "text"):
            example.wanted = (words[0], first, last, text)
            done = True
            yield example
        else:
            name = words[1] if len(words) > 1 else "plan.md"
            if example and (done or name in example.files):
                if not done:
                    yield example
                example = None
            example, done = example or Example(line + 1, council), False
            example.add(name, text)
            council = example.files.get("council.yaml", council)
    if example and not done:
        yield example


def refused():
    """What the schema refuses of the XML that the page shows."""
    shown = [os.path.join(TMP, name) for name in sorted(os.listdir(TMP)) if name.endswith(".xml")]
    schema = os.path.join(TMP, "planpress.rng")
    with open(schema, "wb") as out:
        subprocess.run([PROGRAM, "show", "schema"], stdout=out, check=True)
    return subprocess.run(["jing", schema, *shown], capture_output=True, text=True).stdout


def main():
    accept = sys.argv[1] == "--accept"
    with open(sys.argv[-1], encoding="utf-8") as page:
        lines = page.read().split("\n")
    now, count, failed = list(lines), 0, 0
    for example in reversed(list(examples(lines))):
        kind, first, last, wanted = example.wanted or (None, 0, 0, "")
        answer, wrong = example.answer(kind)
        count += 1
        if wrong or answer != wanted:
            failed += 1
            print(f"{sys.argv[-1]}:{example.line}: {wrong or 'another answer:'}\n{answer}")
        if kind:
            now[first:last] = answer.split("\n")[:-1]
    wrong = refused()
    failed += bool(wrong)
    print(wrong, end="")
    if accept:
        with open(sys.argv[-1], "w", encoding="utf-8") as page:
            page.write("\n".join(now))
    print(f"{count} examples, {failed} failed")
    sys.exit(failed > 0 or count == 0)


main()
