# SPDX-License-Identifier: MIT
"""plan.py BENCH FOLDER: the benchmark's plan of 45 forms, with a matrix and a
picture, as a council's folder, in a style that prints the fields one by one, as they are
written; beside it, in heads.json, the head cells that its source has: of the
forms their labels, of the tables the heads of columns and of rows."""
import json
import os
import struct
import sys
import zlib

sys.path.insert(0, sys.argv[1])
import spellings
from text import Text

HEAD_OF_ROW = {"Date": 1, "No": 1, "Ref": 1}	# where the first column is not the title of its rows


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


text, folder = Text(45), sys.argv[2]
spellings.corpus(text, folder)
with open(f"{folder}/plan.md", encoding="utf-8") as plan:
    words = plan.read()
cut = words.index("[^n1]: ")
with open(f"{folder}/plan.md", "w", encoding="utf-8") as plan:
    plan.write(words[:cut] + "## Where the risks stand {.risk-matrix}\n\n## The wharf {.text}\n\n![The wharf at low water](wharf.png)\n\n" + words[cut:])
with open(f"{folder}/wharf.png", "wb") as picture:
    picture.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)) +
                  chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * 8) * 8)) + chunk(b"IEND", b""))
STYLE = """extends: council
measure:
  fields: [title: Measure, owner: Owner, co-owners: Co-owners, purpose: Purpose, outcome: Outcome, formula: Formula, source: Source of data,
    frequency: {label: Frequency, with: []}, better: Better, target: {label: Target, with: []}, who-measures: Who measures, who-acts: Who acts on the data,
    steps: What will be done, feedback: Feedback, resources: Resources, actual: Actual, variance: Variance, status: Status]
  tables:
    performance: [title: Measure, target: Target, actual: Actual, variance: Variance, status: Status]
    targets: [title: Measure, target: "Target {period}"]
decision:
  tables: {forward-plan: [date: Date, title: Decision, committee: Committee, reason: Reason]}
objective:
  tables: {objectives: [number: No, title: Objective, owner: Owner, due: Due, progress: Progress]}
risk:
  tables: {risks: [ref: Ref, title: Risk, impact: Impact, likelihood: Likelihood, score: Score, treatment: Treatment, owner: Owner]}
contract:
  tables: {contracts: [title: Contract, supplier: Supplier, sum: Sum, start: Start, end: End]}
"""
os.makedirs(f"{folder}/styles/one-by-one")
with open(f"{folder}/styles/one-by-one/fields.yaml", "w", encoding="utf-8") as style:
    style.write(STYLE)
with open(f"{folder}/council.yaml", "a", encoding="utf-8") as council:
    council.write("style: one-by-one\n")
tables = [{"columns": [], "rows": [label for label, value in measure["rows"]]}
          for measure in text.measures]
tables += [{"columns": columns, "rows": [spellings.split(row[HEAD_OF_ROW.get(columns[0], 0)])[0] for row in rows]}
           for title, kind, columns, rows in text.tables]
for (title, kind, columns, rows), table in zip(text.tables, tables[len(text.measures):]):
    if kind == "contracts":	# sums of money alone: the program adds them up
        table["rows"].append(f"Total, {len(rows)} contracts")
with open(f"{folder}/../heads.json", "w", encoding="utf-8") as heads:
    json.dump(tables, heads)
