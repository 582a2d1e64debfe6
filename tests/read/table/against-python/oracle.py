# SPDX-License-Identifier: MIT
"""oracle.py PROGRAM FOLDER: what Python writes as CSV, PROGRAM reads back,
with the place of each cell's first character counted here."""
import csv
import io
import random
import subprocess
import sys

program, folder = sys.argv[1:]
chance = random.Random(4180)
LETTERS = ['a', 'B', '7', ' ', ',', ';', '\t', '"', "'", '\n', 'é', '€', '-', '|', '“', '*']


def word(least):
    return ''.join(chance.choice(LETTERS) for _ in range(chance.randint(least, 9))).strip()


def table():
    columns = chance.randint(2, 6)
    heads = [f'h{n}' for n in range(columns)]
    rows = [[word(0) for _ in heads] for _ in range(chance.randint(1, 6))]
    return [heads] + [row for row in rows if any(row)]


def places(text, delimiter):
    """Where the words of each cell begin: a walk of its own."""
    line, column, found, row = 1, 1, [], []
    at, quoted, seen = 0, False, None
    while at < len(text):
        c = text[at]
        if quoted:
            if c == '"' and text[at + 1:at + 2] == '"':
                seen = seen or (line, column)
                at += 1
                column += 1
            elif c == '"':
                quoted = False
            elif seen is None and c not in ' \t\n':
                seen = (line, column)
        elif c == '"' and seen is None:
            quoted = True
        elif c == delimiter or c == '\n':
            row.append(seen or (line, column))
            seen = None
            if c == '\n':
                found.append(row)
                row = []
        elif seen is None and c not in ' \t':
            seen = (line, column)
        at += 1
        line, column = (line + 1, 1) if c == '\n' else (line, column + 1)
    return found


failed = 0
for number in range(300):
    rows = table()
    delimiter = chance.choice(',;\t')
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
               lineterminator='\n').writerows(rows)
    text = out.getvalue()
    if len(rows) < 2:
        continue
    path = f'{folder}/{number}.csv'
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    printed = subprocess.run([program, path], capture_output=True, check=True).stdout.decode()
    got = [line.split('\1')[:-1] for line in printed.split('\n')[:-1]]
    cells = [[cell.replace('\2', '\n') for cell in row[::3]] for row in got]
    where = [[(int(a), int(b)) for a, b in zip(row[1::3], row[2::3])] for row in got]
    expected = [[cell.strip(' \t\n') for cell in row] for row in rows]
    seen = places(text, delimiter)
    for row, at, words, want, place in zip(got, where, cells, expected, seen):
        # A cell that begins with a doubled mark stands at the second of the two.
        wrong = words != want or any(w and not w.startswith('"') and a != p for w, a, p in zip(words, at, place))
        if wrong:
            failed += 1
            print(number, words, want, at, place)
    if len(cells) != len(expected):
        failed += 1
        print(number, cells)
sys.exit(failed > 0)
